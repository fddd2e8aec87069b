//! Citations as lists: a line each, who cites a resolution and how, what is missing; rows of a spreadsheet. Knows
//! citations, no command.

use std::{borrow::Cow, fmt::Write as _};

use super::{
    library::{Styles, in_words},
    results,
};
use crate::{
    document::Symbol,
    library::{CitedBy, Citing, Graph, Verb},
    text::{counted, printable, shortened},
};

/// One citation a line: file, place, words, symbol.
pub(super) fn lines(citations: &[(Cow<'_, Citing>, usize)]) -> String {
    let mut out = String::new();
    for (citing, _) in citations {
        let locus = citing.locus.as_ref().map(|locus| format!(", {locus}")).unwrap_or_default();
        // Writing to a String cannot fail, here and below.
        let _ = writeln!(
            out,
            "{}:{}: {} → {}{locus}",
            printable::line(&citing.file),
            citing.cite,
            citing.words,
            citing.target
        );
    }
    out
}

/// Who cites a resolution: by which verbs, and each sentence with who said it first and how many others.
pub(super) fn cited_by(to: &Symbol, groups: &[CitedBy], verbs: &[Verb], styles: Styles) -> String {
    let mut out = String::new();
    if groups.is_empty() {
        return out;
    }
    let verb = |verb: &Verb| {
        let name = if verb.verb.is_empty() { "in footnotes and other places" } else { &verb.verb };
        format!("{name} {}", verb.count)
    };
    let verbs: Vec<String> = verbs.iter().map(verb).collect();
    let all: usize = groups.iter().map(|group| 1 + group.others.len()).sum();
    let _ = writeln!(
        out,
        "{}{}\n",
        styles.put(to.as_str(), "1"),
        styles.put(&format!(" is cited {}: {}", counted(all, "time"), verbs.join(", ")), "2")
    );
    for group in groups {
        let first = &group.first;
        let name = first.symbol.as_deref().unwrap_or(&first.file);
        let date = first.date.as_deref().map(|date| format!(" · {}", in_words(date)));
        let others = match group.others.as_slice() {
            [] => String::new(),
            [other] => format!(", and in the same words in {}", named(other)),
            [.., last] => {
                format!(
                    ", and in the same words {} times more, last in {}",
                    group.others.len(),
                    named(last)
                )
            }
        };
        let behind = format!("{}{others}", date.unwrap_or_default());
        let _ = writeln!(out, "{}{}", styles.put(name, "1"), styles.put(&behind, "2"));
        let sentence = &first.sentence;
        let at = sentence.find(&first.words).map(|at| at..at + first.words.len());
        let hits: Vec<_> = at.into_iter().collect();
        out.push_str(&results::passage(&first.cite, sentence, &hits, results::width(), styles));
    }
    out
}

fn named(citing: &Citing) -> String {
    let name = citing.symbol.as_deref().unwrap_or(&citing.file);
    format!("{name}, {}", citing.cite)
}

/// What is cited and not there, each with how often and where.
pub(super) fn missing(missing: &[(Symbol, Vec<&Citing>)], styles: Styles) -> String {
    let mut out = String::new();
    for (symbol, citing) in missing {
        let mut places: Vec<String> = citing.iter().take(3).map(|citing| named(citing)).collect();
        if citing.len() > places.len() {
            places.push("…".into());
        }
        let _ = writeln!(
            out,
            "{:>5}  {}{}",
            citing.len(),
            styles.put(symbol.as_str(), "1"),
            styles.put(&format!("  by {}", shortened(&places.join("; "), 120)), "2")
        );
    }
    out
}

/// Rows for a spreadsheet, with their heads.
pub(super) fn csv(graph: &Graph, citations: &[(Cow<'_, Citing>, usize)]) -> String {
    let mut rows = csv::Writer::from_writer(Vec::new());
    let heads = [
        "file", "symbol", "date", "at", "text", "opener", "verb", "target", "locus", "found",
        "link", "sentence", "others",
    ];
    // Writing to memory cannot fail.
    let _ = rows.write_record(heads);
    for (citing, others) in citations {
        let target = Symbol::new(&citing.target);
        let found = graph.resolve(&target).map(|symbol| symbol.to_string()).unwrap_or_default();
        let _ = rows.write_record([
            citing.file.as_str(),
            citing.symbol.as_deref().unwrap_or_default(),
            citing.date.as_deref().unwrap_or_default(),
            &citing.cite,
            &citing.words,
            &citing.opener,
            &citing.verb,
            &citing.target,
            citing.locus.as_deref().unwrap_or_default(),
            &found,
            &target.link(),
            &citing.sentence,
            &others.to_string(),
        ]);
    }
    rows.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}
