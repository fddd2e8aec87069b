//! A manuscript being written down: text, and evidence of what stretches of it are. Every format with
//! structure writes through this, so that spans are right and sorted. Knows no format.

use crate::{
    document::Span,
    manuscript::{Evidence, Fact, Manuscript},
};

/// A manuscript being written down, paragraph by paragraph.
#[derive(Debug, Default)]
pub(super) struct Writing {
    text: String,
    evidence: Vec<Evidence>,
}

impl Writing {
    /// The byte at which the next words will stand.
    pub(super) fn here(&self) -> usize {
        self.text.len()
    }

    /// Writes words, and what they are where that is known. A line feed in them would end the
    /// paragraph, so it becomes a line separator.
    pub(super) fn words(&mut self, words: &str, facts: impl IntoIterator<Item = Fact>) {
        let start = self.here();
        let mut parts = words.split(['\n', '\r', '\u{b}', '\u{c}']);
        self.text.push_str(parts.next().unwrap_or_default());
        for part in parts {
            self.text.push('\u{2028}');
            self.text.push_str(part);
        }
        for fact in facts {
            self.know(start, fact);
        }
    }

    /// Notes what everything from `start` to here is.
    pub(super) fn know(&mut self, start: usize, fact: Fact) {
        if start < self.here() {
            self.evidence.push(Evidence { span: Span::new(start, self.here()), fact });
        }
    }

    /// Ends a paragraph.
    pub(super) fn end_line(&mut self) {
        self.text.push('\n');
    }

    /// The manuscript.
    pub(super) fn finish(mut self) -> Manuscript {
        self.evidence.sort_by_key(|evidence| (evidence.span.start, evidence.span.end));
        Manuscript {
            text: self.text,
            evidence: self.evidence,
            lines_are_paragraphs: true,
            ..Manuscript::default()
        }
    }
}
