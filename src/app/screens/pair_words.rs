//! A comparison in words: how much was changed, how a pair was, its words with its edits. Changes nothing.

use std::ops::Range;

use super::comparison::Comparison;
use crate::{
    compare::{Edit, Kind, Pairing, Summary, joined_text},
    text::counted,
};

impl Comparison {
    /// What was changed, in a sentence; how much is aligned, of languages.
    #[must_use]
    pub fn about(&self) -> String {
        let Some(pairs) = &self.pairs else {
            return if self.failed.is_some() { String::new() } else { "comparing …".into() };
        };
        if self.is_of_languages {
            let aligned = pairs.iter().filter(|p| !p.left().is_empty() && !p.right().is_empty());
            return format!("aligned {} of {}", aligned.count(), pairs.len());
        }
        let summary = Summary::of(pairs).in_words();
        match self.shown().by_name() {
            Some(only) => format!("only {only} · {summary}"),
            None => summary,
        }
    }

    /// What is folded: `⋯ 3 paragraphs the same`, `⋯ 4 paragraphs, 1 technical, 2 wording`.
    #[must_use]
    pub fn folded_in_words(&self, pairs: &Range<usize>) -> String {
        let what = counted(pairs.len(), "paragraph");
        let folded = pairs.clone().filter_map(|pair| self.pair(pair));
        let counts = Summary::of_all(folded);
        let is_quiet = |kind: &Kind| {
            counts.count(*kind) == 0
                || matches!(kind, Kind::Same | Kind::Technical | Kind::Connective)
        };
        if counts.is_same() {
            return format!("⋯ {what} the same");
        }
        if counts.moved == 0 && Kind::ALL.iter().all(is_quiet) {
            return format!("⋯ {what} with no more than dates, numbers or connectives changed");
        }
        let named = |(count, name): (usize, &str)| (count > 0).then(|| format!("{count} {name}"));
        let kinds = Kind::ALL.into_iter().skip(1).map(|kind| (counts.count(kind), kind.name()));
        let kinds: Vec<String> = kinds.chain([(counts.moved, "moved")]).filter_map(named).collect();
        format!("⋯ {what}, {}", kinds.join(", "))
    }

    /// How a pair is changed, in words: `verb ▲`, `wording`, `new`; nothing where it is not.
    #[must_use]
    pub fn kind_in_words(&self, pairing: &Pairing) -> String {
        if self.is_of_languages {
            return String::new();
        }
        let mut words = match pairing.kind() {
            Kind::Same => String::new(),
            kind => kind.name().to_owned(),
        };
        let step = pairing.pair().and_then(|pair| pair.verb.as_ref()).map_or(0, |verb| verb.step);
        match step {
            1.. => words.push_str(" ▲"),
            0 => {}
            _ => words.push_str(" ▼"),
        }
        if pairing.is_moved() {
            words = if words.is_empty() { "moved".into() } else { format!("{words}, moved") };
        }
        words
    }

    /// The edits of a pair, for copying it as text: `[-old-]{+new+}`.
    pub(super) fn text_with_edits(&self, pairing: &Pairing) -> String {
        let [a, b] = &self.texts;
        let left = joined_text(&a.document, pairing.left());
        let right = joined_text(&b.document, pairing.right());
        match pairing {
            Pairing::Left(_) => return format!("[-{left}-]"),
            Pairing::Right(_) => return format!("{{+{right}+}}"),
            Pairing::Both(_) => {}
        }
        let (mut out, mut at) = (String::new(), 0);
        for Edit { left: old, right: new, .. } in pairing.edits() {
            out.push_str(right.get(at..new.start).unwrap_or_default());
            let put = |out: &mut String, words: Option<&str>, signs: (&str, &str)| {
                let words = words.unwrap_or_default();
                if !words.is_empty() {
                    out.push_str(&format!("{}{words}{}", signs.0, signs.1));
                }
            };
            put(&mut out, left.get(old.clone()), ("[-", "-]"));
            put(&mut out, right.get(new.clone()), ("{+", "+}"));
            at = new.end;
        }
        out.push_str(right.get(at..).unwrap_or_default());
        out
    }
}
