//! One thing to be said of a draft.

/// Something a drafter should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The block it is about; `None` for the whole document.
    pub at: Option<usize>,
    /// Where it is, as a person cites it: `OP14`, `document`.
    pub place: String,
    /// What sort of thing it is.
    pub subject: Subject,
    /// What was found.
    pub what: String,
    /// Why it matters, or how it is known.
    pub why: String,
    /// What to do about it.
    pub advice: String,
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
        }
    }
}
