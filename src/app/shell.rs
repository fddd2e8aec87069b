//! What all documents and screens share: the keys, what lies over the panes, what was done last, searches,
//! jumps. Knows no document.

use super::{
    Effect, Notice,
    annotating::{Scribe, changes::Renaming, changes::Repeat, tint::Tint},
    dialog::Dialog,
    documents::{Awaited, Wanted},
    jumps::Jumps,
    keys::{command::Command, input::Input, keymap::Keymap},
    reading::{pointer::Pointer, search::Pattern},
};

/// What all documents share.
#[derive(Clone, Debug)]
pub struct Shell {
    pub(super) keymap: Keymap,
    pub(super) input: Input,
    pub(super) dialog: Option<Dialog>,
    pub(super) notice: Option<Notice>,
    pub(super) pointer: Pointer,
    pub(super) jumps: Jumps,
    pub(super) pattern: Option<Pattern>,
    pub(super) searches: Vec<String>,
    pub(super) scribe: Scribe,
    /// What is to be opened, asked for by the document that is read; the app takes it at once.
    pub(super) wanted: Option<Wanted>,
    /// What is being opened, to be read once it is there.
    pub(super) awaited: Option<Awaited>,
    /// The words that are to be marked once their document is open.
    pub(super) to_mark: Option<String>,
    /// The dialog under the one that is open, to which that leads back.
    pub(super) beneath: Option<Dialog>,
    /// Renamings of tags that can be undone.
    pub(super) renamings: Vec<Renaming>,
    /// The last tag, note or highlight.
    pub(super) last_annotation: Option<Repeat>,
    /// The colour of the next highlight.
    pub(super) tint: Tint,
    /// Whether the next hit is the next passage that was found in the library.
    pub(super) goes_on_in_library: bool,
    /// Whether it is not shown how often words were used elsewhere.
    pub(super) hides_use_counts: bool,
    /// Whether a sign says how binding a paragraph is.
    pub(super) shows_ladder: bool,
}

impl Default for Shell {
    fn default() -> Self {
        Self {
            keymap: Keymap::default(),
            input: Input::default(),
            dialog: None,
            notice: None,
            pointer: Pointer::default(),
            jumps: Jumps::default(),
            pattern: None,
            searches: Vec::new(),
            scribe: Scribe::default(),
            wanted: None,
            awaited: None,
            to_mark: None,
            beneath: None,
            renamings: Vec::new(),
            last_annotation: None,
            tint: Tint::Yellow,
            goes_on_in_library: false,
            hides_use_counts: false,
            shows_ladder: false,
        }
    }
}

impl Shell {
    /// Tells the person that something was done, or how it stands.
    pub(super) fn say(&mut self, words: impl Into<String>) {
        self.notice = Some(Notice::info(words));
    }

    /// Tells the person that something could not be done.
    pub(super) fn warn(&mut self, words: impl Into<String>) {
        self.notice = Some(Notice::warning(words));
    }

    /// The key of a command as it is written, or how it is typed after `:`.
    #[must_use]
    pub fn key_or_name(&self, command: impl Into<Command>) -> String {
        let command = command.into();
        self.keymap.key_of(command).unwrap_or_else(|| format!(":{}", command.entry().name))
    }

    /// Whether it is not shown how often words were used elsewhere.
    #[must_use]
    pub const fn hides_use_counts(&self) -> bool {
        self.hides_use_counts
    }

    /// Whether a sign says how binding a paragraph is.
    #[must_use]
    pub const fn shows_ladder(&self) -> bool {
        self.shows_ladder
    }

    /// Remembers what was searched for.
    pub(super) fn remember_search(&mut self, typed: &str) {
        /// More than anybody goes back to.
        const MOST: usize = 100;
        self.searches.retain(|search| search != typed);
        self.searches.push(typed.to_owned());
        let surplus = self.searches.len().saturating_sub(MOST);
        self.searches.drain(..surplus);
    }

    /// Asks whether to leave though something is not saved, for this reason. Whoever has begun
    /// something else meanwhile is told and not asked.
    pub(super) fn ask_whether_to_leave(&mut self, why: String) -> Vec<Effect> {
        if matches!(self.dialog, None | Some(Dialog::Unsaved(_))) {
            self.dialog = Some(Dialog::Unsaved(why));
        } else {
            self.warn(format!("not saved: {why}"));
        }
        Vec::new()
    }
}
