//! The keys that matter while something lies over the panes. The way out is always among the first, so that it
//! is seen on the narrowest screen.

use super::Dialog;

/// A key and what it does here, in one or two words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The key as it is written.
    pub key: String,
    /// `footnote`, `search`.
    pub does: &'static str,
}

impl Dialog {
    /// The keys that matter, the most important first.
    pub(in crate::app) fn hints(&self) -> Vec<Hint> {
        let hints: &[(&str, &'static str)] = match self {
            Self::Search(_) => &[("Enter", "go there"), ("Esc", "back")],
            Self::FileName(_) => &[("Enter", "write it"), ("Esc", "not now")],
            Self::Kinds(_) => &[("Enter", "show only this"), ("Esc", "close"), ("Tab", "and more")],
            Self::Help(help) if help.is_typing => &[("Enter", "search"), ("Esc", "all keys")],
            Self::Help(_) => &[("j k", "scroll"), ("Esc", "close"), ("/", "search")],
            Self::Palette(_) => &[("Enter", "do it"), ("Esc", "close"), ("↑ ↓", "choose")],
            Self::Peek(peek) => peek.hints(),
            Self::Labels(_) => &[("a–z", "follow"), ("Esc", "close")],
            Self::Tags(tags) => tags.hints(),
            Self::Draft(_) => &[("Esc", "keep"), ("Ctrl-c", "drop"), ("Ctrl-e", "in your editor")],
            Self::Listing(listing) if listing.of_bookmarks => {
                &[("Enter", "go there"), ("Esc", "close"), ("Ctrl-o", "name"), ("Ctrl-x", "delete")]
            }
            Self::Listing(_) => &[
                ("Enter", "go there"),
                ("Esc", "close"),
                ("Ctrl-o", "note"),
                ("Ctrl-t", "tags"),
                ("Ctrl-x", "delete"),
                ("Ctrl-y", "accept place"),
            ],
            Self::Debris(_) => &[("Enter", "copy"), ("Esc", "close"), ("↑ ↓", "choose")],
            Self::Contents(_) => &[("Enter", "go there"), ("Esc", "close"), ("↑ ↓", "choose")],
            Self::Head(_) => {
                &[("Enter", "correct"), ("Esc", "close"), ("Ctrl-x", "as the text has it")]
            }
            Self::Documents(_) => &[("Enter", "open"), ("Esc", "close"), ("Tab", "complete")],
            Self::Bookmark { sets: true } => &[("a–z", "set a bookmark here"), ("Esc", "close")],
            Self::Bookmark { sets: false } => {
                &[("a–z", "go to a bookmark"), ("Esc", "close"), ("'", "back")]
            }
            Self::Unsaved(_) => &[("y", "leave"), ("Esc", "stay"), ("s", "try again")],
            Self::Offer(_) => {
                &[("y", "take them in"), ("Esc", "ask next time"), ("n", "put them away")]
            }
        };
        hints.iter().map(|&(key, does)| Hint { key: key.to_owned(), does }).collect()
    }
}
