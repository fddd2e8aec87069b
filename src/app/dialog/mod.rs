//! What lies over the panes, one thing at a time. A dialog is given each key, what it may see of the
//! reader, and answers: whether it stays, and what is to be done. It does nothing itself, and none is
//! drawn here.

mod answer;
mod contents;
mod debris;
mod documents;
mod draft;
mod drafting;
mod file_name;
mod head;
mod help;
mod hints;
mod kinds;
mod labels;
mod line;
mod listing;
pub mod menu;
mod offer;
mod offered_tags;
mod palette;
mod peek;
mod search;
mod tags;

pub use contents::ContentsList;
pub use debris::DebrisList;
pub use documents::DocumentList;
pub(super) use documents::Purpose;
pub use draft::Draft;
pub use file_name::FileName;
pub use head::HeadList;
pub use help::{Help, HelpLine, help_lines};
pub use hints::Hint;
pub use kinds::KindsMenu;
pub use labels::{Label, Labels};
pub use line::{Edit, Line};
pub use listing::Listing;
pub use palette::Palette;
pub use peek::Peek;
pub use search::SearchPrompt;
pub use tags::{Tag, TagMenu};

pub use answer::Meaning;
pub(super) use answer::{Action, Answer, Began, EntryAction};
pub(super) use draft::Upon;

use super::{
    annotating::saved::Offer,
    context::Context,
    keys::key::{Code, Key},
};
use crate::document::Place;

/// A thing over the panes. The keys go to it while it is there.
#[derive(Clone, Debug)]
pub enum Dialog {
    /// All commands with their keys.
    Help(Help),
    /// Commands and places found by name.
    Palette(Palette),
    /// A search being typed.
    Search(Box<SearchPrompt>),
    /// What a reference leads to.
    Peek(Peek),
    /// Letters over everything that can be followed.
    Labels(Labels),
    /// The tags of something, or those to show alone.
    Tags(TagMenu),
    /// A note being written.
    Draft(Box<Draft>),
    /// All annotations, or all bookmarks.
    Listing(Listing),
    /// What is in the source and no part of the text.
    Debris(DebrisList),
    /// What the document consists of.
    Contents(ContentsList),
    /// What the head of the document says.
    Head(HeadList),
    /// The open documents, and the files beside.
    Documents(DocumentList),
    /// The name of a file being typed.
    FileName(FileName),
    /// Which kinds of changes a comparison shows.
    Kinds(KindsMenu),
    /// Waiting for the letter of a bookmark.
    Bookmark {
        /// Whether it is to be set.
        sets: bool,
    },
    /// Whether to leave, though something could not be saved, for this reason.
    Unsaved(String),
    /// Whether to take in what could not be saved the last time.
    Offer(Box<Offer>),
}

impl Dialog {
    /// What a key does.
    pub(super) fn press(&mut self, key: Key, context: &Context<'_>) -> Answer {
        match self {
            Self::Help(help) => help.press(key, context),
            Self::Palette(palette) => palette.press(key, context),
            Self::Search(prompt) => prompt.press(key, context),
            Self::Peek(peek) => peek.press(key, context),
            Self::Labels(labels) => labels.press(key),
            Self::Tags(tags) => tags.press(key, context),
            Self::Draft(draft) => draft.press(key),
            Self::Listing(listing) => listing.press(key, context),
            Self::Debris(list) => list.press(key, context),
            Self::Contents(list) => list.press(key),
            Self::Head(list) => list.press(key, context),
            Self::Documents(list) => list.press(key),
            Self::FileName(name) => name.press(key),
            Self::Kinds(kinds) => kinds.press(key),
            Self::Bookmark { sets } => press_bookmark(*sets, key),
            Self::Unsaved(_) => press_unsaved(key),
            Self::Offer(offer) => offer::press(offer, key),
        }
    }

    /// Text that was pasted goes where text is typed, and nowhere else.
    pub(super) fn paste(&mut self, text: &str, context: &Context<'_>) -> Answer {
        match self {
            Self::Palette(palette) => palette.paste(text, context),
            Self::Search(prompt) => prompt.paste(text),
            Self::Tags(tags) => tags.paste(text, context),
            Self::Draft(draft) => draft.paste(text),
            Self::Listing(listing) => listing.paste(text, context),
            Self::Debris(list) => list.paste(text, context),
            Self::Contents(list) => list.paste(text),
            Self::Head(list) => list.paste(text, context),
            Self::Documents(list) => list.paste(text),
            Self::FileName(name) => name.paste(text),
            Self::Kinds(kinds) => kinds.paste(text),
            Self::Help(help) => help.paste(text),
            Self::Peek(_)
            | Self::Labels(_)
            | Self::Bookmark { .. }
            | Self::Unsaved(_)
            | Self::Offer(_) => Answer::Stay,
        }
    }

    /// What is chosen in it, and which of how many that is, for whoever does not see it; nothing where nothing is.
    pub(super) fn chosen_in_words(&self) -> Option<String> {
        match self {
            Self::Palette(palette) => palette.menu.chosen_in_words(),
            Self::Tags(tags) => tags.menu.chosen_in_words(),
            Self::Listing(listing) => listing.menu.chosen_in_words(),
            Self::Debris(list) => list.menu.chosen_in_words(),
            Self::Contents(list) => list.menu.chosen_in_words(),
            Self::Head(list) => list.menu.chosen_in_words(),
            Self::Documents(list) => list.menu.chosen_in_words(),
            Self::Kinds(kinds) => kinds.menu.chosen_in_words(),
            Self::Help(_)
            | Self::Search(_)
            | Self::FileName(_)
            | Self::Peek(_)
            | Self::Labels(_)
            | Self::Draft(_)
            | Self::Bookmark { .. }
            | Self::Unsaved(_)
            | Self::Offer(_) => None,
        }
    }

    /// The wheel was turned by so many rows.
    pub(super) fn wheel(&mut self, rows: isize, context: &Context<'_>) {
        match self {
            Self::Help(help) => help.scroll(rows, context),
            Self::Peek(peek) => peek.scroll(rows),
            Self::Palette(palette) => palette.menu.choose(rows > 0),
            Self::Tags(tags) => tags.menu.choose(rows > 0),
            Self::Listing(listing) => listing.menu.choose(rows > 0),
            Self::Debris(list) => list.menu.choose(rows > 0),
            Self::Contents(list) => list.menu.choose(rows > 0),
            Self::Head(list) => list.menu.choose(rows > 0),
            Self::Documents(list) => list.menu.choose(rows > 0),
            Self::Kinds(kinds) => kinds.menu.choose(rows > 0),
            Self::Search(_)
            | Self::FileName(_)
            | Self::Labels(_)
            | Self::Draft(_)
            | Self::Bookmark { .. }
            | Self::Unsaved(_)
            | Self::Offer(_) => {}
        }
    }

    /// The mouse was pressed beside it or on it. What is being written is not lost by that.
    pub(super) fn click(&self) -> Answer {
        match self {
            Self::Draft(_)
            | Self::Search(_)
            | Self::FileName(_)
            | Self::Unsaved(_)
            | Self::Offer(_) => Answer::Stay,
            Self::Help(_)
            | Self::Palette(_)
            | Self::Peek(_)
            | Self::Labels(_)
            | Self::Tags(_)
            | Self::Listing(_)
            | Self::Debris(_)
            | Self::Contents(_)
            | Self::Head(_)
            | Self::Documents(_)
            | Self::Kinds(_)
            | Self::Bookmark { .. } => Answer::Close,
        }
    }

    /// Annotations were changed, here or by another program. What is typed and chosen stays.
    pub(super) fn renew(&mut self, context: &Context<'_>) {
        match self {
            Self::Palette(palette) => palette.renew(context),
            Self::Tags(tags) => tags.renew(context),
            Self::Listing(listing) => listing.renew(context),
            Self::Debris(list) => list.renew(context),
            Self::Contents(list) => list.renew(context),
            Self::Head(list) => list.renew(context),
            Self::Help(_)
            | Self::Search(_)
            | Self::Peek(_)
            | Self::Labels(_)
            | Self::Draft(_)
            | Self::Documents(_)
            | Self::FileName(_)
            | Self::Kinds(_)
            | Self::Bookmark { .. }
            | Self::Unsaved(_)
            | Self::Offer(_) => {}
        }
    }

    /// The screen has another size, or shows something else. What points at the old one closes; new
    /// letters stand over what can be followed.
    pub(super) fn screen_changed(&mut self, context: &Context<'_>) -> Answer {
        match self {
            Self::Peek(_) => Answer::Close,
            Self::Labels(labels) => {
                *labels = Labels::of(context.document, context.view);
                Answer::Stay
            }
            Self::Help(_)
            | Self::Palette(_)
            | Self::Search(_)
            | Self::Tags(_)
            | Self::Draft(_)
            | Self::Listing(_)
            | Self::Debris(_)
            | Self::Contents(_)
            | Self::Head(_)
            | Self::Documents(_)
            | Self::FileName(_)
            | Self::Kinds(_)
            | Self::Bookmark { .. }
            | Self::Unsaved(_)
            | Self::Offer(_) => Answer::Stay,
        }
    }

    /// Another version of the document is there, in which `to` finds places again. What is typed and
    /// chosen stays.
    pub(super) fn document_changed(
        &mut self,
        context: &Context<'_>,
        to: &dyn Fn(Place) -> Option<Place>,
    ) -> Answer {
        match self {
            Self::Tags(tags) => tags.find_again(context),
            Self::Draft(draft) => draft.find_again(context),
            Self::Search(prompt) => prompt.go_on(context, to),
            Self::Palette(_)
            | Self::Listing(_)
            | Self::Debris(_)
            | Self::Contents(_)
            | Self::Head(_) => {
                self.renew(context);
                Answer::Stay
            }
            Self::Peek(_) | Self::Labels(_) => self.screen_changed(context),
            Self::Help(_)
            | Self::Documents(_)
            | Self::FileName(_)
            | Self::Kinds(_)
            | Self::Bookmark { .. }
            | Self::Unsaved(_)
            | Self::Offer(_) => Answer::Stay,
        }
    }
}

fn press_bookmark(sets: bool, key: Key) -> Answer {
    match key {
        Key { code: Code::Char(letter), ctrl: false, alt: false, .. }
            if letter.is_alphanumeric() =>
        {
            Answer::CloseAnd(if sets {
                Action::SetBookmark(letter)
            } else {
                Action::GoToBookmark(letter)
            })
        }
        _ if key == Key::char('\'') && !sets => Answer::CloseAnd(Action::GoBack),
        _ => Answer::Close,
    }
}

fn press_unsaved(key: Key) -> Answer {
    match key.typed() {
        Some('y' | 'Y') => Answer::CloseAnd(Action::QuitUnsaved),
        Some('s' | 'S') => Answer::CloseAnd(Action::Save),
        _ => Answer::Close,
    }
}
