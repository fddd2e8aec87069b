//! Sets a manuscript line by line from a source with mark-up: one paragraph a line, with what the
//! mark-up says of it as evidence. Knows no mark-up language and no grammar.

use crate::{
    document::Span,
    manuscript::{Evidence, Fact, Manuscript},
};

/// A paragraph, a cell or a footnote that is being set.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    text: String,
    facts: Vec<Evidence>,
}

impl Paragraph {
    /// Where the next words will stand, in bytes.
    pub(super) fn end(&self) -> usize {
        self.text.len()
    }

    /// The words from a byte on.
    pub(super) fn from(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or_default()
    }

    /// Whether it has no words.
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Adds words. A line end is a space here: the lines of a manuscript are its paragraphs.
    pub(super) fn push(&mut self, words: &str) {
        let is_break = |c| matches!(c, '\n' | '\r' | '\x0b' | '\x0c' | '\u{2028}' | '\u{2029}');
        let mut rest = words;
        while let Some((before, after)) = rest.split_once(is_break) {
            self.text.push_str(before);
            self.text.push(' ');
            rest = after;
        }
        self.text.push_str(rest);
    }

    /// Takes away the words from a byte on.
    pub(super) fn truncate(&mut self, at: usize) {
        self.text.truncate(at);
        self.facts.retain(|evidence| evidence.span.end <= at);
    }

    /// Adds another paragraph from its byte `skip` on, what is said of it included.
    pub(super) fn append(&mut self, other: Self, skip: usize) {
        let base = self.end();
        self.text.push_str(other.from(skip));
        let place = |at: usize| base + at.saturating_sub(skip);
        let facts = other.facts.into_iter().filter(|evidence| evidence.span.end > skip);
        self.facts.extend(facts.map(|Evidence { span, fact }| Evidence {
            span: Span::new(place(span.start), place(span.end)),
            fact,
        }));
    }

    /// Adds a footnote mark.
    pub(super) fn mark(&mut self, label: &str) {
        let at = self.end();
        self.push(label);
        self.state(at, Fact::Mark);
    }

    /// Says something of the words from a byte on. Italics that touch are one stretch.
    pub(super) fn state(&mut self, at: usize, fact: Fact) {
        let end = self.end();
        if at >= end {
            return;
        }
        if fact == Fact::Italic
            && let Some(last) = self.facts.iter_mut().rev().find(|last| last.fact == fact)
            && last.span.end >= at
        {
            last.span.end = end;
            return;
        }
        self.facts.push(Evidence { span: Span::new(at, end), fact });
    }

    /// Says something of a stretch of the words.
    pub(super) fn state_range(&mut self, start: usize, end: usize, fact: Fact) {
        if start < end && end <= self.text.len() {
            self.facts.push(Evidence { span: Span::new(start, end), fact });
        }
    }

    /// Sets brackets around a mark, `(7)`, among its own characters, as Arabic text has them.
    pub(super) fn bracket_marks(&mut self) {
        for evidence in self.facts.iter_mut().filter(|evidence| evidence.fact == Fact::Mark) {
            let Span { start, end } = evidence.span;
            let before = self.text.get(..start).and_then(|text| text.chars().next_back());
            let after = self.text.get(end..).and_then(|text| text.chars().next());
            if before == Some('(') && after == Some(')') {
                evidence.span = Span::new(start - 1, end + 1);
            }
        }
    }
}

/// The manuscript that is being set.
#[derive(Debug, Default)]
pub(super) struct Composer {
    manuscript: Manuscript,
}

impl Composer {
    /// Sets a paragraph on a line of its own, and says what it is. Blank ones are left out.
    pub(super) fn line(&mut self, paragraph: Paragraph, fact: Option<Fact>) {
        if !paragraph.is_blank() {
            let start = self.manuscript.text.len();
            self.copy(paragraph);
            self.state(start, fact);
            self.manuscript.text.push('\n');
        }
    }

    /// Sets a footnote on a line of its own, its mark in front.
    pub(super) fn note(&mut self, label: String, words: Paragraph) {
        let mut line = Paragraph::default();
        line.mark(&label);
        line.push("\t");
        line.append(words, 0);
        self.line(line, Some(Fact::Footnote(label)));
    }

    /// Sets a table, a cell a line, and says what it is.
    pub(super) fn table(&mut self, rows: Vec<Vec<Paragraph>>, fact: Option<Fact>) {
        if rows.iter().flatten().all(Paragraph::is_blank) {
            return;
        }
        let start = self.manuscript.text.len();
        for row in rows {
            let row_start = self.manuscript.text.len();
            for (column, mut cell) in row.into_iter().enumerate() {
                if column > 0 {
                    self.manuscript.text.push('\n');
                }
                cell.text = cell.text.replace('\t', " ");
                let at = self.manuscript.text.len();
                self.copy(cell);
                let span = Span::new(at, self.manuscript.text.len());
                self.manuscript.evidence.push(Evidence { span, fact: Fact::Cell });
            }
            let span = Span::new(row_start, self.manuscript.text.len());
            self.manuscript.evidence.push(Evidence { span, fact: Fact::Row });
            self.manuscript.text.push('\n');
        }
        self.state(start, fact);
    }

    /// The manuscript so far, to record what is apart from its text.
    pub(super) fn manuscript(&mut self) -> &mut Manuscript {
        &mut self.manuscript
    }

    /// The manuscript, its evidence in order; what covers others comes before them.
    pub(super) fn finish(mut self) -> Manuscript {
        self.manuscript.lines_are_paragraphs = true;
        self.manuscript.evidence.sort_by_key(|e| (e.span.start, std::cmp::Reverse(e.span.end)));
        self.manuscript
    }

    fn state(&mut self, start: usize, fact: Option<Fact>) {
        let end = self.manuscript.text.trim_end().len().max(start);
        let evidence = fact.map(|fact| Evidence { span: Span::new(start, end), fact });
        self.manuscript.evidence.extend(evidence);
    }

    /// Copies the words of a paragraph without the white space around them, and its facts.
    fn copy(&mut self, paragraph: Paragraph) {
        let base = self.manuscript.text.len();
        let words = paragraph.text.trim();
        let lead = paragraph.text.len() - paragraph.text.trim_start().len();
        self.manuscript.text.push_str(words);
        let place = |at: usize| base + at.saturating_sub(lead).min(words.len());
        let facts = paragraph.facts.into_iter().filter_map(|Evidence { span, fact }| {
            let span = Span::new(place(span.start), place(span.end));
            (!span.is_empty()).then_some(Evidence { span, fact })
        });
        self.manuscript.evidence.extend(facts);
    }
}
