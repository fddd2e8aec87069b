//! Two versions of a text, or one text in two languages, and all that is said of them: what became of each paragraph,
//! what each version asks of whom, and where an annotation of the first is found in the second. `fixtures/versions/X.txt` has
//! both, a line of `=====` between them; `X.told` and `X.asks` what a person has read and approved.
//!
//! `SEIZED_RENEW=1 cargo test --test it versions` writes the answers anew; what changed is to be read.

use std::{ffi::OsStr, fmt::Write as _, fs, ops::Range, path::PathBuf};

use crate::support::approved::difference;
use seized::{
    annotations::{Anchor, Found, Index, Verdict},
    compare::{Pairing, Summary, align, compare, history, joined_text},
    document::{Document, Passage},
    mandates::{Asked, Mandate, TextHead, mandates, renew},
    manuscript::Manuscript,
    parse::parse,
};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/fixtures/versions");

fn cites(document: &Document, passages: &[Passage]) -> String {
    let cites = passages.iter().map(|passage| document.cite(*passage).to_string());
    cites.collect::<Vec<_>>().join(" + ")
}

/// What became of each passage.
fn compared(a: &Document, b: &Document) -> String {
    let pairings = compare(a, b);
    let mut out = format!("# compared: {}\n", Summary::of(&pairings).in_words());
    for pairing in &pairings {
        let (left, right) = (cites(a, pairing.left()), cites(b, pairing.right()));
        let _ = write!(out, "{left} → {right} {}", pairing.kind().name());
        if let Pairing::Both(pair) = pairing {
            let moved = if pair.is_moved { " moved" } else { "" };
            let _ = write!(out, "{moved} {:.3}", pair.likeness);
            if let Some(verb) = &pair.verb {
                let _ = write!(out, ", {} → {} {:+}", verb.from, verb.to, verb.step);
            }
        }
        out.push('\n');
        let old = joined_text(a, pairing.left());
        let new = joined_text(b, pairing.right());
        for edit in pairing.edits() {
            let words = |text: &str, range: &Range<usize>| {
                text.get(range.clone()).unwrap_or("no place").to_owned()
            };
            let (old, new) = (words(&old, &edit.left), words(&new, &edit.right));
            let _ = writeln!(out, "    {} [-{old}-]{{+{new}+}}", edit.kind.name());
        }
    }
    out
}

/// The phrases of each changed paragraph, and which version has them.
fn phrases(a: &Document, b: &Document) -> String {
    let mut out = "\n# phrases\n".to_owned();
    for passage in a.passages() {
        let found = history(&[a, b], 0, passage);
        let changed = found.phrases.iter().any(|phrase| phrase.came > 0 || phrase.went.is_some());
        if changed {
            let _ = writeln!(out, "{}", a.cite(passage));
            for phrase in &found.phrases {
                let went = phrase.went.map_or(String::new(), |went| went.to_string());
                let _ = writeln!(out, "    {}–{went} {:?}", phrase.came, phrase.text);
            }
        }
    }
    out
}

pub(crate) fn asked(mandate: &Mandate) -> String {
    let who = mandate.who.clone().unwrap_or_else(|| format!("“{}”", mandate.who_text));
    let mut line =
        format!("{} {} {who}: {}", mandate.cite, mandate.act.name(), mandate.what.name());
    let more = [
        mandate.session.map(|session| format!("session {session}")),
        mandate.year.map(|year| year.to_string()),
        mandate.date.map(|date| date.to_string()),
        mandate.every.map(|every| format!("every {}", every.name())),
        mandate.to.as_ref().map(|to| format!("to {to}")),
        mandate.renews.as_ref().map(|renews| format!("renews {renews}")),
    ];
    for more in more.into_iter().flatten() {
        let _ = write!(line, ", {more}");
    }
    let _ = write!(line, "\n    {}: {}", mandate.verb, mandate.task);
    if !mandate.about.is_empty() {
        let _ = write!(line, "\n    about {}", mandate.about);
    }
    line + "\n"
}

/// What both ask, and what the second asks once more.
fn all_asked(a: &Document, b: &Document) -> String {
    let mut texts = [a, b].map(|document| {
        let head = TextHead {
            organ: document.head.organ,
            language: document.language,
            adopted: document.head.adopted,
            symbol: document.head.symbol.as_ref().map(|symbol| symbol.as_str()),
            title: document.head.title.as_deref().unwrap_or_default(),
        };
        Asked::new(head, mandates(document))
    });
    renew(&mut texts);
    let mut out = String::new();
    for (name, text) in ["first", "second"].iter().zip(&texts) {
        let _ = writeln!(out, "\n# the {name} asks");
        out.extend(text.mandates.iter().map(asked));
    }
    out
}

/// Some words of a text, by where they stand among them.
fn words(text: &str, words: Range<usize>) -> Option<Range<usize>> {
    let mut starts = vec![0];
    starts.extend(text.match_indices(' ').map(|(at, _)| at + 1));
    let start = *starts.get(words.start)?;
    let end = starts.get(words.end).map_or(text.len(), |end| end - 1);
    (starts.len() >= words.end && start < end).then_some(start..end)
}

fn place(b: &Document, found: &Found) -> String {
    let verdict = format!("{:?}", found.verdict).to_lowercase();
    let place = found.place.as_ref().map(|(passage, range)| {
        let text = b.text(*passage);
        let words = text.get(range.clone()).unwrap_or("no place");
        let whole = if words == text { "whole".to_owned() } else { format!("{words:?}") };
        format!(" {} {whole}", b.cite(*passage))
    });
    verdict + &place.unwrap_or_default()
}

/// Where annotations of the first are found in the second: on each paragraph, and on words of it.
fn found(a: &Document, b: &Document) -> String {
    let (old, new) = (Index::new(a), Index::new(b));
    let mut out = "\n# found again\n".to_owned();
    for passage in a.passages() {
        let _ = writeln!(out, "{}: {}", a.cite(passage), place(b, &new.find(&old.whole(passage))));
        let text = a.text(passage);
        let count = text.split(' ').count();
        let quotes = [
            0..3,
            count / 3..count / 3 + 2,
            count / 2..count / 2 + 1,
            count.saturating_sub(4)..count,
        ];
        for quote in quotes.into_iter().filter_map(|quote| words(text, quote)) {
            let Some(anchor) = old.words(passage, quote.clone()) else { continue };
            let found = new.find(&anchor);
            // What is found where it was, word by word, needs no line.
            let is_same = found.verdict == Verdict::Exact
                && found.place.as_ref().is_some_and(|(passage, range)| {
                    b.text(*passage).get(range.clone()) == text.get(quote.clone())
                });
            if !is_same {
                let _ = writeln!(out, "    {:?} {}", &text[quote], place(b, &found));
            }
        }
    }
    out
}

/// What tells each paragraph and its words from others, as it is kept with an annotation.
fn anchors(a: &Document) -> String {
    let index = Index::new(a);
    let mut out = "\n# told apart\n".to_owned();
    let line = |anchor: &Anchor| {
        let rival = anchor.rival.map_or(String::new(), |rival| format!(", rival {rival}"));
        let beside = anchor.beside.as_ref().map_or(String::new(), |beside| format!(", {beside:?}"));
        format!("only {:?}{rival}{beside}", anchor.only)
    };
    for passage in a.passages() {
        let whole = index.whole(passage);
        let _ = writeln!(
            out,
            "{}: {} | {:?} {:?}",
            whole.paragraph,
            line(&whole),
            whole.prefix,
            whole.suffix
        );
        if let Some(anchor) = words(a.text(passage), 1..3).and_then(|w| index.words(passage, w)) {
            let quote = anchor.quote.clone().unwrap_or_default();
            let _ = writeln!(
                out,
                "    {quote:?} {:?} {:?} {:?}",
                anchor.range, anchor.prefix, anchor.suffix
            );
        }
    }
    out
}

/// Which passages of two languages say the same.
fn aligned(a: &Document, b: &Document) -> String {
    let alignment = align(a, b);
    let mut out = format!("# aligned: {:.3}\n", alignment.coverage());
    for (left, right) in &alignment.pairs {
        let _ = writeln!(out, "{} = {}", cites(a, left), cites(b, right));
    }
    out
}

fn told([a, b]: [Document; 2]) -> String {
    if a.language != b.language {
        return aligned(&a, &b) + &aligned(&b, &a);
    }
    let parts = [compared(&a, &b), compared(&b, &a), phrases(&a, &b), found(&a, &b), anchors(&a)];
    parts.concat()
}

/// What is said of each pair of texts that has a file of this kind.
#[track_caller]
fn holds(kind: &str, said: fn([Document; 2]) -> String) {
    let mut wrong = Vec::new();
    let entries = fs::read_dir(FOLDER).expect("a folder of texts").flatten();
    let paths = entries.map(|entry| entry.path());
    for kept in paths.filter(|path: &PathBuf| path.extension() == Some(OsStr::new(kind))) {
        let texts = fs::read_to_string(kept.with_extension("txt")).expect("two texts");
        let (a, b) = texts.split_once("=====\n").expect("two texts");
        let said = said([a, b].map(|text| parse(&Manuscript::plain(text)).0));
        wrong.extend(difference(&kept, &said));
    }
    assert!(wrong.is_empty(), "SEIZED_RENEW=1 writes the answers anew: {wrong:#?}");
}

#[test]
fn what_became_of_two_versions_and_their_annotations_is_as_it_was_approved() {
    holds("told", told);
}

#[test]
fn what_two_versions_ask_is_as_it_was_approved() {
    holds("asks", |[a, b]| all_asked(&a, &b));
}
