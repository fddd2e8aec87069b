//! The parts of the screen a theme gives a style to. Knows no style.

use serde::Deserialize;

/// What something on the screen is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Running text, and the ground everything stands on.
    Text,
    /// Footnotes and other text beside the text.
    Aside,
    /// The title and headings.
    Heading,
    /// The words a paragraph opens with.
    Opener,
    /// Words in italics in the source.
    Italic,
    /// Words that lead elsewhere.
    Reference,
    /// A footnote mark.
    Mark,
    /// A footnote mark that may be wrong.
    DoubtfulMark,
    /// The number of a paragraph as printed.
    Number,
    /// A label of our own: `PP3`.
    QuietLabel,
    /// A character shown by another.
    StandIn,
    /// A footnote that the paragraph under the cursor cites.
    Cited,
    /// Words with a note or tags and no colour.
    Noted,
    /// Words highlighted in yellow.
    Yellow,
    /// Words highlighted in green.
    Green,
    /// Words highlighted in blue.
    Blue,
    /// Words highlighted in pink.
    Pink,
    /// Tags below a paragraph.
    Tags,
    /// A note below a paragraph.
    Note,
    /// The sign of an annotation in the gutter or on a scrollbar.
    Sign,
    /// A search hit.
    Hit,
    /// The search hit under the cursor.
    CurrentHit,
    /// The selection.
    Selection,
    /// The bar beside the paragraph under the cursor.
    Gutter,
    /// Rules between panes and in tables.
    Rule,
    /// The rule of the pane with the cursor.
    FocusedRule,
    /// The title of a pane.
    PaneTitle,
    /// The title of the pane with the cursor.
    FocusedTitle,
    /// The groove of a scrollbar.
    Track,
    /// The part of a scrollbar that is on the screen.
    Thumb,
    /// A search hit on a scrollbar.
    Tick,
    /// The line at the top.
    Header,
    /// The symbol in it.
    Symbol,
    /// The line at the bottom.
    Status,
    /// The place in it.
    Place,
    /// A key among the hints.
    Key,
    /// What a key does.
    Hint,
    /// Something was done.
    Notice,
    /// Something could not be done.
    Warning,
    /// A line being typed.
    Prompt,
    /// The text of what lies over the panes.
    Popup,
    /// Its frame.
    Frame,
    /// The chosen line of a list.
    Chosen,
    /// Letters of a name that were typed.
    Matched,
    /// A letter over a reference.
    Letter,
    /// Words that were put in.
    PutIn,
    /// Words that were taken out.
    TakenOut,
    /// Dates, numbers and connectives that were put in.
    QuietChange,
}

impl Role {
    /// All of them, in order.
    pub const ALL: [Self; 48] = [
        Self::Text,
        Self::Aside,
        Self::Heading,
        Self::Opener,
        Self::Italic,
        Self::Reference,
        Self::Mark,
        Self::DoubtfulMark,
        Self::Number,
        Self::QuietLabel,
        Self::StandIn,
        Self::Cited,
        Self::Noted,
        Self::Yellow,
        Self::Green,
        Self::Blue,
        Self::Pink,
        Self::Tags,
        Self::Note,
        Self::Sign,
        Self::Hit,
        Self::CurrentHit,
        Self::Selection,
        Self::Gutter,
        Self::Rule,
        Self::FocusedRule,
        Self::PaneTitle,
        Self::FocusedTitle,
        Self::Track,
        Self::Thumb,
        Self::Tick,
        Self::Header,
        Self::Symbol,
        Self::Status,
        Self::Place,
        Self::Key,
        Self::Hint,
        Self::Notice,
        Self::Warning,
        Self::Prompt,
        Self::Popup,
        Self::Frame,
        Self::Chosen,
        Self::Matched,
        Self::Letter,
        Self::PutIn,
        Self::TakenOut,
        Self::QuietChange,
    ];

    /// What a role is drawn upon: the text, a line at an edge, something over the panes.
    #[must_use]
    pub const fn ground(self) -> Self {
        match self {
            Self::Symbol => Self::Header,
            Self::Place | Self::Key | Self::Hint | Self::Notice | Self::Warning | Self::Prompt => {
                Self::Status
            }
            Self::Frame | Self::Chosen | Self::Matched => Self::Popup,
            _ => Self::Text,
        }
    }

    /// Whether it is a line or a bar, which nobody has to read.
    #[must_use]
    pub const fn is_ornament(self) -> bool {
        matches!(
            self,
            Self::Gutter | Self::Rule | Self::FocusedRule | Self::Track | Self::Thumb | Self::Frame
        )
    }
}
