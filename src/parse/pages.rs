//! The text of a document as lines in paragraphs, and ways to look at one of them. Knows nothing of
//! what a paragraph is.

use super::{
    feet::is_number,
    fold::Folded,
    known::Known,
    lines::Line,
    paragraphs::{Paragraph, ends_a_clause},
};
use crate::document::Language;

/// The text of a document, cut into paragraphs.
#[derive(Clone, Copy)]
pub(super) struct Pages<'a> {
    pub(super) source: &'a str,
    pub(super) lines: &'a [Line],
    pub(super) paragraphs: &'a [Paragraph],
    pub(super) language: Language,
    /// What the format knows.
    pub(super) known: &'a Known<'a>,
}

impl<'a> Pages<'a> {
    /// The first line of a paragraph, as it stands in the source.
    pub(super) fn first_line(&self, paragraph: usize) -> &'a str {
        self.line_of(paragraph).map_or("", |line| &self.source[line.span.range()])
    }

    /// Whether a paragraph begins with a tab.
    pub(super) fn is_tabbed(&self, paragraph: usize) -> bool {
        self.line_of(paragraph).is_some_and(|line| line.tabs > 0)
    }

    /// The first line of a paragraph.
    pub(super) fn line_of(&self, paragraph: usize) -> Option<&'a Line> {
        self.lines.get(self.paragraphs.get(paragraph)?.start)
    }

    /// The words of a paragraph, without the first `skip` bytes of its first line.
    pub(super) fn words(&self, paragraph: usize, skip: usize) -> Folded {
        let lines = self.paragraphs.get(paragraph).cloned().unwrap_or_default();
        let spans =
            self.lines.get(lines).unwrap_or_default().iter().enumerate().map(|(i, line)| {
                let mut span = line.span;
                if i == 0 {
                    let words = &self.source[span.range()][skip..];
                    span.start = span.end - words.trim_start().len();
                }
                span
            });
        Folded::of(self.source, spans)
    }

    /// Whether its last line ends where a paragraph may end.
    pub(super) fn ends_a_clause(&self, paragraph: usize) -> bool {
        ends_a_clause(self.last_line(paragraph))
    }

    /// The last line of a paragraph that is more than a footnote mark, as it stands in the source.
    pub(super) fn last_line(&self, paragraph: usize) -> &'a str {
        let lines = self.paragraphs.get(paragraph).and_then(|p| self.lines.get(p.clone()));
        let words = lines.unwrap_or_default().iter().map(|line| &self.source[line.span.range()]);
        let mut backwards = words.rev();
        let last = backwards.next().unwrap_or_default();
        if is_number(last) { backwards.next().unwrap_or(last) } else { last }
    }

    /// The bytes of its lines.
    pub(super) fn length(&self, paragraph: usize) -> usize {
        self.paragraphs.get(paragraph).map_or(0, |p| {
            self.lines.get(p.clone()).unwrap_or_default().iter().map(|line| line.span.len()).sum()
        })
    }
}
