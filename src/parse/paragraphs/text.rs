//! The text of a document as lines in paragraphs, and ways to look at one of them: its facts are those
//! of its first line, and it ends as its last line does. Knows nothing of what a paragraph is.

use crate::{
    document::{Certainty, Language, Organ, Part},
    parse::lines::{
        clean_text::CleanText,
        facts::{Facts, LineFacts},
        head_line::{self, Field},
        known::Known,
        label::Label,
        line::{Line, is_bare_number, is_invisible},
    },
};

/// A paragraph: a range of the lines that are text.
pub(in crate::parse) type Paragraph = std::ops::Range<usize>;

/// The text of a document, cut into paragraphs.
pub(in crate::parse) struct Text<'a> {
    pub(in crate::parse) source: &'a str,
    pub(in crate::parse) language: Language,
    /// What the format knows.
    pub(in crate::parse) known: &'a Known<'a>,
    /// What every line of the source says by itself.
    pub(in crate::parse) facts: &'a LineFacts<'a>,
    /// The lines that are no debris.
    pub(in crate::parse) lines: Vec<Line>,
    pub(in crate::parse) paragraphs: Vec<Paragraph>,
}

impl<'a> Text<'a> {
    /// How many paragraphs there are.
    pub(in crate::parse) fn count(&self) -> usize {
        self.paragraphs.len()
    }

    /// The lines of a paragraph; none where there is no such paragraph.
    pub(in crate::parse) fn lines_of(&self, paragraph: usize) -> &[Line] {
        let lines = self.paragraphs.get(paragraph).cloned().unwrap_or_default();
        self.lines.get(lines).unwrap_or_default()
    }

    /// The first line of a paragraph.
    pub(in crate::parse) fn line_of(&self, paragraph: usize) -> Option<&Line> {
        self.lines_of(paragraph).first()
    }

    /// The first line of a paragraph, as it stands in the source.
    pub(in crate::parse) fn first_line(&self, paragraph: usize) -> &'a str {
        self.line_of(paragraph).map_or("", |line| line.words(self.source))
    }

    /// The facts of a paragraph's first line.
    fn facts_of(&self, paragraph: usize) -> Option<&Facts> {
        self.line_of(paragraph).map(|line| self.facts.of(line))
    }

    /// `14.`, the number of a paragraph.
    pub(in crate::parse) fn number(&self, paragraph: usize) -> Option<Label> {
        self.facts_of(paragraph)?.number
    }

    /// `(a)`, the label of an item.
    pub(in crate::parse) fn item(&self, paragraph: usize) -> Option<Label> {
        self.facts_of(paragraph)?.item
    }

    /// The body that enacts, where the first line is a formula.
    pub(in crate::parse) fn formula(&self, paragraph: usize) -> Option<Organ> {
        self.facts_of(paragraph)?.formula
    }

    /// `a.`, `1)`, the label of an item if one is due.
    pub(in crate::parse) fn due_item(&self, paragraph: usize) -> Option<Label> {
        self.facts_of(paragraph)?.due_item
    }

    /// Whether it may be the heading of an annex.
    pub(in crate::parse) fn is_annex(&self, paragraph: usize) -> bool {
        self.facts_of(paragraph).is_some_and(|facts| facts.is_annex)
    }

    /// Whether it is a meeting and nothing else.
    pub(in crate::parse) fn is_meeting(&self, paragraph: usize) -> bool {
        self.facts_of(paragraph).is_some_and(|facts| facts.is_meeting)
    }

    /// Whether it begins as a line on the vote does.
    pub(in crate::parse) fn is_vote(&self, paragraph: usize) -> bool {
        self.facts_of(paragraph).is_some_and(|facts| facts.is_vote)
    }

    /// Whether it opens as a preambular or an operative paragraph, and how sure that is.
    pub(in crate::parse) fn opener(&self, paragraph: usize) -> Option<(Part, Certainty)> {
        self.facts.opener(self.line_of(paragraph)?)
    }

    /// Whether its first line is plainly of a head, wherever it stands.
    pub(in crate::parse) fn is_of_a_head(&self, paragraph: usize) -> bool {
        let field = self.line_of(paragraph).map_or(Field::Other, |line| self.facts.field(line));
        head_line::is_of_a_head(field, self.first_line(paragraph))
    }

    /// Whether its first line is a title with its number, or the number alone.
    pub(in crate::parse) fn is_numbered_title(&self, paragraph: usize) -> bool {
        self.line_of(paragraph).is_some_and(|line| self.facts.field(line) == Field::Number)
    }

    /// Whether a paragraph begins with a tab.
    pub(in crate::parse) fn is_tabbed(&self, paragraph: usize) -> bool {
        self.line_of(paragraph).is_some_and(|line| line.tabs > 0)
    }

    /// The words of a paragraph, without the first `skip` bytes of its first line.
    pub(in crate::parse) fn words(&self, paragraph: usize, skip: usize) -> CleanText {
        let spans = self.lines_of(paragraph).iter().enumerate().map(|(i, line)| {
            let mut span = line.span;
            if i == 0 {
                let words = line.words(self.source).get(skip..).unwrap_or_default();
                span.start = span.end - words.trim_start_matches(is_invisible).len();
            }
            span
        });
        CleanText::of(self.source, spans)
    }

    /// Whether its last line ends where a paragraph may end.
    pub(in crate::parse) fn ends_a_clause(&self, paragraph: usize) -> bool {
        self.last_line_of(paragraph).is_some_and(|line| self.facts.of(line).ends_a_clause)
    }

    /// The last line of a paragraph that is more than a footnote mark, as it stands in the source.
    pub(in crate::parse) fn last_line(&self, paragraph: usize) -> &'a str {
        self.last_line_of(paragraph).map_or("", |line| line.words(self.source))
    }

    fn last_line_of(&self, paragraph: usize) -> Option<&Line> {
        let mut backwards = self.lines_of(paragraph).iter().rev();
        let last = backwards.next()?;
        let is_mark = is_bare_number(last.words(self.source));
        Some(backwards.next().filter(|_| is_mark).unwrap_or(last))
    }

    /// The bytes of its lines.
    pub(in crate::parse) fn length(&self, paragraph: usize) -> usize {
        self.lines_of(paragraph).iter().map(|line| line.span.len()).sum()
    }
}
