//! The lines of a text that are no passages of it: session, agenda item, day of adoption, committee, the letter of a
//! part, a heading that says the title again. Knows documents and what their sources say, no Word file.

use crate::{
    document::{Document, Mark, Owner, Passage, Span},
    text::comparable,
};

const HEAD_LINE: &str = "head line";

/// A line that is no passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct HeadLine {
    /// Its words, without the mark of a note.
    pub(super) text: String,
    /// The note that is cited at its end.
    pub(super) note: Option<usize>,
    /// The last passage before it; nothing for what stands before the title.
    pub(super) behind: Option<Passage>,
}

/// Whether a format tells what stands at the head and foot of pages from the text: then all its other lines stand in
/// the text, and each is whole.
pub(super) fn has_lines_of_its_own(document: &Document) -> bool {
    document.debris.iter().any(|debris| debris.kind == "page head or foot")
}

/// These lines, in the order of the source.
pub(super) fn head_lines(document: &Document, source: &str) -> Vec<HeadLine> {
    let body = document.blocks.first().map_or(usize::MAX, |block| block.span.start);
    let is_of_head =
        |tile: &&crate::document::Tile| tile.owner == Owner::Head && tile.span.start < body;
    let heads: Vec<Span> = document.tiles.iter().filter(is_of_head).map(|tile| tile.span).collect();
    let title = title_from(document, source, &heads);
    let kinds: &[&str] = match has_lines_of_its_own(document) {
        true => &[HEAD_LINE, "running head"],
        false => &[HEAD_LINE],
    };
    let debris = document.debris.iter().filter(|debris| kinds.contains(&debris.kind));
    let mut lines: Vec<(Span, String)> =
        debris.map(|debris| (debris.span, debris.text.clone())).collect();
    let before_title = heads.iter().filter(|span| span.start < title);
    lines.extend(before_title.map(|span| (*span, source[span.start..span.end].to_owned())));
    lines.sort_by_key(|(span, _)| span.start);
    let marks: Vec<&Mark> = document.marks(Passage::Title).iter().collect();
    let behind = |start: usize| {
        let blocks = document.blocks.iter().enumerate();
        let last = blocks.rev().find(|(_, block)| block.span.end <= start);
        let is_titled = document.head.title.is_some() && start > title;
        last.map(|(i, _)| Passage::Block(i)).or_else(|| is_titled.then_some(Passage::Title))
    };
    whole(lines)
        .into_iter()
        .map(|(span, text)| {
            let mark = marks.iter().find(|mark| is_within(mark.span, span));
            let note = mark.and_then(|mark| document.footnote_of(mark)).map(|(note, _)| note);
            let label = mark.map_or("", |mark| mark.label.as_str());
            let words = text.strip_suffix(label).unwrap_or(&text);
            HeadLine { text: words.trim().to_owned(), note, behind: behind(span.start) }
        })
        .filter(|line| !line.text.is_empty())
        .collect()
}

/// Where the title begins, or its number: what is of the head before it are lines by themselves, as far as the source
/// is known.
fn title_from(document: &Document, source: &str, heads: &[Span]) -> usize {
    let title = comparable(document.head.title.as_deref().unwrap_or_default());
    let number = document.head.number.as_deref().unwrap_or_default();
    let is_title = |span: &&Span| {
        let words = source.get(span.start..span.end).unwrap_or_default();
        let words_alone = comparable(words);
        words_alone.is_empty()
            || title.contains(&words_alone)
            || !title.is_empty() && words_alone.contains(&title)
            || !number.is_empty() && words.trim().starts_with(number)
    };
    match source.is_empty() {
        true => heads.last().map_or(0, |last| last.start),
        false => heads.iter().find(is_title).map_or(0, |first| first.start),
    }
}

const fn is_within(inner: Span, outer: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// The marks of a passage that stand in its own words: what is cited in a line below the title counts as cited in it.
pub(super) fn marks_within(document: &Document, passage: Passage) -> impl Iterator<Item = &Mark> {
    let is_in_line = move |mark: &Mark| {
        let mut lines = document.debris.iter().filter(|debris| debris.kind == HEAD_LINE);
        passage == Passage::Title && lines.any(|line| is_within(mark.span, line.span))
    };
    document.marks(passage).iter().filter(move |mark| mark.kept == 0 && !is_in_line(mark))
}

/// Lines in brackets that a source has in several, as one.
fn whole(lines: Vec<(Span, String)>) -> Vec<(Span, String)> {
    let mut made: Vec<(Span, String)> = Vec::new();
    for (span, text) in lines {
        match made.last_mut() {
            Some((_, open)) if open.starts_with('[') && !open.contains(']') => {
                open.push(' ');
                open.push_str(text.trim());
            }
            _ => made.push((span, text)),
        }
    }
    made
}

impl HeadLine {
    /// Whether another line says the same of its text: it begins with the same word, or both are in brackets; or
    /// they share half of their words.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        if self.note.is_some() != other.note.is_some() {
            return false;
        }
        let is_bracketed = |line: &Self| line.text.starts_with('[');
        if is_bracketed(self) || is_bracketed(other) {
            return is_bracketed(self) && is_bracketed(other);
        }
        let words = |line: &Self| -> Vec<String> {
            line.text.split_whitespace().map(str::to_lowercase).collect()
        };
        let (own, others) = (words(self), words(other));
        let shared = own.iter().filter(|word| others.contains(word)).count();
        own.first() == others.first() || 2 * shared >= own.len().max(others.len())
    }
}

/// The stretch of a line that another line has otherwise, in bytes, and what that has there; whole words.
pub(super) fn changed_words(own: &str, other: &str) -> Option<(std::ops::Range<usize>, String)> {
    let tokens = |line: &str| -> Vec<(usize, String)> {
        line.split_inclusive([' ', '\u{a0}'])
            .scan(0, |at, word| {
                *at += word.len();
                Some((*at, word.trim_end_matches([' ', '\u{a0}']).to_owned()))
            })
            .collect()
    };
    let (mine, theirs) = (tokens(own), tokens(other));
    let same = |pair: &(&(usize, String), &(usize, String))| pair.0.1 == pair.1.1;
    let head = mine.iter().zip(&theirs).take_while(same).count();
    if head == mine.len() && head == theirs.len() {
        return None;
    }
    let rest = mine.len().min(theirs.len()) - head;
    let tail = mine.iter().rev().zip(theirs.iter().rev()).take(rest).take_while(same).count();
    let cut = |tokens: &[(usize, String)], line: &str| {
        let at = |i: usize| i.checked_sub(1).and_then(|i| tokens.get(i)).map_or(0, |token| token.0);
        let end = at(tokens.len() - tail);
        let words = line.get(at(head)..end).unwrap_or_default();
        at(head)..at(head) + words.trim_end_matches([' ', '\u{a0}']).len()
    };
    let (own_cut, other_cut) = (cut(&mine, own), cut(&theirs, other));
    if own_cut.is_empty() || other_cut.is_empty() {
        // Something comes or goes by itself: then its space does too, and the whole line is said anew.
        return Some((0..own.len(), other.to_owned()));
    }
    Some((own_cut, other.get(other_cut)?.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_lines_the_words_are_changed_that_are_not_the_same() {
        let changed = |own, other| changed_words(own, other);
        assert_eq!(changed("Agenda item\u{a0}72", "Agenda item 123"), Some((13..15, "123".into())));
        assert_eq!(changed("on 5 July 2018", "on 12 May 2018"), Some((3..9, "12 May".into())));
        assert_eq!(changed("on 5 July", "on 5\u{a0}July"), None);
        assert_eq!(changed("item 5", "item 5 (b)"), Some((0..6, "item 5 (b)".into())));
    }

    #[test]
    fn lines_in_brackets_are_one_however_they_are_broken() {
        let span = |start| Span { start, end: start + 1 };
        let lines = vec![
            (span(0), "[on the report of".to_owned()),
            (span(9), "the Committee]".to_owned()),
            (span(20), "B".to_owned()),
        ];
        let texts: Vec<String> = whole(lines).into_iter().map(|(_, text)| text).collect();
        assert_eq!(texts, ["[on the report of the Committee]", "B"]);
    }
}
