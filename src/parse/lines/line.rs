//! One line of a manuscript: where its words are and how far they are indented. Knows no meaning.

use crate::document::Span;

/// A line with words in it; lines of white space are only gaps between these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::parse) struct Line {
    /// Which of the lines of the source it is: its place among their [`Facts`](super::facts::Facts).
    pub(in crate::parse) at: usize,
    /// Its words, without the white space around them.
    pub(in crate::parse) span: Span,
    /// The white space before its words, in cells; a tab is eight.
    pub(in crate::parse) indent: u16,
    /// How many tabs stand before its words.
    pub(in crate::parse) tabs: u16,
    /// Whether an empty line or a page break stands before it.
    pub(in crate::parse) after_gap: bool,
    /// Whether debris stands between it and the line of text before it: a gap then says nothing.
    pub(in crate::parse) after_debris: bool,
    /// Whether a rule is among that debris: below it stand footnotes.
    pub(in crate::parse) after_rule: bool,
    /// The page it is on, counted from 0 by form feeds.
    pub(in crate::parse) page: u32,
}

impl Line {
    /// Its words, as they stand in the source.
    pub(in crate::parse) fn words<'a>(&self, source: &'a str) -> &'a str {
        source.get(self.span.range()).unwrap_or_default()
    }
}

/// Whether a line is a number and nothing else, `12` or `(12)`: a mark, or the number of a footnote,
/// that extraction from PDF tore from its words.
pub(in crate::parse) fn is_bare_number(line: &str) -> bool {
    let bare = line.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(line);
    (1..=3).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit())
}

/// The lines of a text that have words.
pub(in crate::parse) fn lines(text: &str) -> Vec<Line> {
    let mut found = Vec::with_capacity(text.len() / 60 + 1);
    let (mut start, mut after_gap, mut page) = (0, true, 0);
    let breaks = memchr::memchr3_iter(b'\n', b'\r', b'\x0c', text.as_bytes());
    for end in breaks.chain(std::iter::once(text.len())) {
        match line(text, start, end) {
            Some(line) => {
                found.push(Line { at: found.len(), after_gap, page, ..line });
                after_gap = false;
            }
            // Between the two bytes of a CR LF there is no empty line.
            None if start == end && start > 0 && is_second_of_crlf(text, start) => {}
            None => after_gap = true,
        }
        if text.as_bytes().get(end) == Some(&b'\x0c') {
            page += 1;
            after_gap = true;
        }
        start = end + 1;
    }
    found
}

fn is_second_of_crlf(text: &str, at: usize) -> bool {
    text.as_bytes().get(at) == Some(&b'\n') && text.as_bytes().get(at - 1) == Some(&b'\r')
}

/// A line without the white space around it, which is measured first: how far it is indented tells items and wrapped
/// lines. A tab counts as eight cells.
fn line(text: &str, start: usize, end: usize) -> Option<Line> {
    let whole = text.get(start..end)?;
    let words = whole.trim_start_matches(is_invisible);
    if words.is_empty() {
        return None;
    }
    let lead = &whole[..whole.len() - words.len()];
    let tabs = lead.bytes().filter(|&b| b == b'\t').count();
    let cells = lead.chars().count() + tabs * 7;
    let words_start = start + lead.len();
    let length = words.trim_end_matches(is_invisible).len();
    Some(Line {
        at: 0,
        span: Span::new(words_start, words_start + length),
        indent: u16::try_from(cells).unwrap_or(u16::MAX),
        tabs: u16::try_from(tabs).unwrap_or(u16::MAX),
        after_gap: false,
        after_debris: false,
        after_rule: false,
        page: 0,
    })
}

/// White space, and what has no width and no meaning at the edge of a line: byte order marks,
/// zero-width spaces, direction marks.
pub(in crate::parse) fn is_invisible(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, u16, bool)]) {
        let found: Vec<(&str, u16, bool)> = lines(text)
            .iter()
            .map(|line| (&text[line.span.range()], line.indent, line.after_gap))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn words_indents_and_gaps() {
        check("a\n\tb \n\n  c", &[("a", 0, true), ("b", 8, false), ("c", 2, true)]);
        check("a\r\nb\r\n\r\nc", &[("a", 0, true), ("b", 0, false), ("c", 0, true)]);
        check("\u{feff}a\x0cb\n", &[("a", 1, true), ("b", 0, true)]);
        check(" \n\t\n", &[]);
    }
}
