//! What follows the letter or numeral of a section alone on its line: its heading, and a preamble of its
//! own, until numbers begin. Knows lines one after another, not what becomes of their paragraphs.

use super::line_ends::is_numbered_heading;
use crate::{
    document::{Certainty, Part},
    parse::lines::{
        facts::LineFacts,
        line::Line,
        section_line::{is_section, part_letter},
    },
};

/// Where in the beginning of a section the text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Section {
    /// In none.
    #[default]
    None,
    /// Behind `II`, `B`, `Article 4`: the heading is a paragraph of its own.
    Label,
    /// Behind `A.`, `IV.`, torn from its heading by extraction: the heading goes on with it.
    TornLabel,
    /// Behind the first line of the heading.
    Heading,
    /// Behind a paragraph of its own preamble.
    Preamble,
}

impl Section {
    /// Whether a line begins a paragraph, where the section says so; `before` is the line before it.
    pub(super) fn starts(
        self,
        source: &str,
        facts: &LineFacts<'_>,
        line: &Line,
        before: &Line,
    ) -> Option<bool> {
        let here = facts.of(line);
        if self != Self::None && here.number.is_some() {
            return Some(true);
        }
        let opens = || {
            let opener = facts.opener(line);
            !here.begins_low && opener.is_some_and(|(_, certainty)| certainty >= Certainty::Likely)
        };
        match self {
            Self::Label => Some(true),
            Self::TornLabel if !opens() && here.item.is_none() => {
                (!is_label(line.words(source))).then_some(false)
            }
            Self::Heading => opens_below(facts, line).then_some(true),
            Self::Preamble => (facts.of(before).ends_a_clause && opens()).then_some(true),
            _ => None,
        }
    }

    /// Where the text is behind a line that begins a paragraph.
    pub(super) fn begun(self, source: &str, facts: &LineFacts<'_>, line: &Line) -> Self {
        let words = line.words(source);
        if is_label(words) {
            return if words.ends_with('.') { Self::TornLabel } else { Self::Label };
        }
        if facts.of(line).number.is_some() {
            return Self::None;
        }
        // `Article 4`, alone: its heading stands below.
        if is_numbered_heading(words) && words.ends_with(|c: char| c.is_ascii_digit()) {
            return Self::Label;
        }
        match self {
            Self::Label => Self::Heading,
            Self::Heading if opens_below(facts, line) => Self::Preamble,
            Self::Preamble => Self::Preamble,
            _ => Self::None,
        }
    }

    /// Whether the line before is a label torn from its heading.
    pub(super) fn is_torn(self) -> bool {
        self == Self::TornLabel
    }

    /// Where it is behind a line that goes on with a paragraph.
    pub(super) fn gone_on(self) -> Self {
        if self == Self::TornLabel { Self::Heading } else { self }
    }
}

/// `II`, `B.`, `A1` with the mark of a footnote: the letter or numeral of a section alone on a line.
pub(super) fn is_label(line: &str) -> bool {
    is_section(line) || part_letter(line).is_some()
}

/// Whether a line below a heading opens a preambular paragraph, `Recalling section II of …`,
/// or a sure operative one.
fn opens_below(facts: &LineFacts<'_>, line: &Line) -> bool {
    let is_likely = |(part, certainty)| {
        certainty == Certainty::Sure || part == Part::Preamble && certainty == Certainty::Likely
    };
    !facts.of(line).begins_low && facts.opener(line).is_some_and(is_likely)
}
