//! One thing to be said of a draft.

use crate::document::Block;

/// Something a drafter should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The block it is about; `None` for the whole document.
    pub at: Option<usize>,
    /// Where it is, as a person cites it: `OP14`, `fn 7`, `document`.
    pub place: String,
    /// What sort of thing it is.
    pub subject: Subject,
    /// What was found.
    pub what: String,
    /// The same with all of a list that is cut short in it.
    pub full: Option<String>,
    /// Why it matters, or how it is known.
    pub why: String,
    /// What to do about it.
    pub advice: String,
}

impl Finding {
    /// Something to be said of a block, or of the whole document.
    pub(super) fn new(
        at: Option<(usize, &Block)>,
        subject: Subject,
        what: impl Into<String>,
        why: impl Into<String>,
        advice: impl Into<String>,
    ) -> Self {
        Self {
            at: at.map(|(index, _)| index),
            place: at.map_or_else(|| "document".to_owned(), |(_, block)| block.cite.to_string()),
            subject,
            what: what.into(),
            full: None,
            why: why.into(),
            advice: advice.into(),
        }
    }

    /// What was found, with all of its list.
    #[must_use]
    pub fn in_full(&self) -> &str {
        self.full.as_deref().unwrap_or(&self.what)
    }
}

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// Words in square brackets.
    Brackets,
    /// Numbers of paragraphs, and references to them.
    Numbering,
    /// Footnotes and their marks.
    Footnotes,
    /// What is cited, and what the draft says of it.
    Citation,
    /// A clause of review or sunset.
    Review,
    /// A request for a report.
    Report,
    /// How long it is.
    Length,
    /// How paragraphs open.
    Opener,
    /// The agenda item and the title.
    Title,
    /// Days that are none, or lie behind.
    Day,
}

impl Subject {
    /// In a lower-case English word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Brackets => "brackets",
            Self::Numbering => "numbering",
            Self::Footnotes => "footnotes",
            Self::Citation => "citation",
            Self::Review => "review",
            Self::Report => "report",
            Self::Length => "length",
            Self::Opener => "opener",
            Self::Title => "title",
            Self::Day => "day",
        }
    }
}
