//! The lists of all annotations and of all bookmarks, found by a few letters. Knows what to list;
//! what is done with what is chosen is for others.

use super::{
    answer::{Action, Answer, EntryAction},
    line::Edit,
    menu::{Choice, Menu, fitting},
};
use crate::{
    annotations::{Annotation, Bookmark, Verdict},
    app::{
        annotating::placed::{is_whole, sign},
        context::Context,
        keys::key::{Code, Key, Named},
    },
    text::shortened,
};

/// A list of what is in the margin.
#[derive(Clone, Debug)]
pub struct Listing {
    /// The menu; each choice is the id of an entry.
    pub menu: Menu<String>,
    /// Whether it lists bookmarks.
    pub of_bookmarks: bool,
}

/// Characters of a quote or note in a list.
const MOST: usize = 72;

impl Listing {
    /// The list, with what is on the passage of the cursor chosen.
    pub(in crate::app) fn new(context: &Context<'_>, of_bookmarks: bool) -> Self {
        let mut listing = Self { menu: Menu::new("", "/"), of_bookmarks };
        let choices = listing.choices(context);
        listing.menu.offer(choices);
        let here = context.place().map(|place| place.passage);
        let is_here = |choice: &Choice<String>| {
            context.annotations.start(&choice.means).map(|place| place.passage) == here
        };
        listing.menu.chosen = listing.menu.choices.iter().position(is_here).unwrap_or(0);
        listing
    }

    /// What there is to choose; the title and what is said of an empty list are set as well.
    fn choices(&mut self, context: &Context<'_>) -> Vec<Choice<String>> {
        let (menu, annotations) = (&mut self.menu, context.annotations.list());
        let choices: Vec<Choice<String>> = if self.of_bookmarks {
            "no bookmark yet; m and a letter sets one".clone_into(&mut menu.nothing);
            menu.title = "Bookmarks".into();
            annotations.bookmarks().map(|bookmark| bookmark_choice(context, bookmark)).collect()
        } else {
            "no annotation yet; t tags, a writes a note, v and h highlight"
                .clone_into(&mut menu.nothing);
            let orphans = |a: &&Annotation| context.annotations.verdict(&a.id) == Verdict::Orphan;
            let (all, lost) = (
                annotations.annotations().count(),
                annotations.annotations().filter(orphans).count(),
            );
            menu.title = match (all, lost) {
                (0, _) => "Annotations".into(),
                (1, 0) => "1 annotation".into(),
                (1, _) => "1 annotation, without a place".into(),
                (all, 0) => format!("{all} annotations"),
                (all, lost) => format!("{all} annotations, {lost} without a place"),
            };
            annotations.annotations().map(|a| annotation_choice(context, a)).collect()
        };
        if !choices.is_empty() && !menu.typed().is_empty() {
            menu.nothing = format!("none has “{}”; Ctrl-u shows all again", menu.typed());
        }
        fitting(menu.typed(), &choices)
    }

    /// Lists what there is now; what is typed and chosen stays.
    pub(super) fn renew(&mut self, context: &Context<'_>) {
        let choices = self.choices(context);
        self.menu.renew(choices);
    }

    /// Keys that act on the entry come first, with Ctrl, because letters are typed into the filter; Del deletes an entry
    /// only where there is no text that it could delete.
    pub(super) fn press(&mut self, key: Key, context: &Context<'_>) -> Answer {
        let chosen = self.menu.chosen().cloned();
        let is_delete = key.code == Code::Named(Named::Delete) && self.menu.line.text().is_empty();
        let action = match (key.code, key.ctrl) {
            (Code::Char('x'), true) => Some(EntryAction::Delete),
            _ if is_delete => Some(EntryAction::Delete),
            (Code::Char('o'), true) => Some(EntryAction::OpenWords),
            (Code::Char('y'), true) if !self.of_bookmarks => Some(EntryAction::Accept),
            (Code::Char('t'), true) if !self.of_bookmarks => Some(EntryAction::OpenTags),
            _ => None,
        };
        if let (Some(action), Some(id)) = (action, &chosen) {
            return Answer::Do(Action::WithEntry(action, id.clone()));
        }
        match (self.menu.press(key), chosen) {
            (Edit::Submit, Some(id)) => Answer::CloseAnd(Action::WithEntry(EntryAction::GoTo, id)),
            (Edit::Submit, None) | (Edit::Cancel, _) => Answer::Close,
            (Edit::Changed, _) => {
                let choices = self.choices(context);
                self.menu.offer(choices);
                Answer::Stay
            }
            (Edit::NotMine, _) if key.code == Code::Named(Named::Tab) => {
                self.menu.choose(!key.shift);
                Answer::Stay
            }
            (Edit::Same | Edit::NotMine, _) => Answer::Stay,
        }
    }

    pub(super) fn paste(&mut self, text: &str, context: &Context<'_>) -> Answer {
        self.menu.line.insert(text);
        let choices = self.choices(context);
        self.menu.offer(choices);
        Answer::Stay
    }
}

/// A line of the list: what the reader wrote comes first, but where it is on some words, or has lost them, these do. A
/// note on a whole paragraph speaks for itself.
fn annotation_choice(context: &Context<'_>, annotation: &Annotation) -> Choice<String> {
    let cite = cite_of(context, &annotation.id, &annotation.at.paragraph);
    let mut parts: Vec<String> = Vec::new();
    let note = first_words(&annotation.note);
    if !note.is_empty() {
        parts.push(note);
    }
    parts.extend(annotation.tags.iter().map(|tag| format!("#{tag}")));
    let verdict = context.annotations.verdict(&annotation.id);
    let words = || format!("“{}”", shortened(annotation.at.shown(), MOST / 2));
    if !is_whole(annotation) || verdict == Verdict::Orphan {
        parts.insert(0, words());
    } else if annotation.note.trim().is_empty() {
        parts.push(words());
    }
    let keys = match (&annotation.conflict, verdict) {
        (Some(_), _) => "conflict",
        (None, Verdict::Exact) if annotation.is_unreviewed() => "review",
        (None, Verdict::Exact) => "",
        (None, Verdict::Moved) => "moved",
        (None, Verdict::Edited) => "edited",
        (None, Verdict::Orphan) => "no place",
    };
    let name = format!("{} {cite}", sign(annotation));
    Choice { keys: keys.into(), ..Choice::new(name, parts.join(" · "), annotation.id.clone()) }
}

/// The beginning of a note on one line.
fn first_words(note: &str) -> String {
    let beginning = &note[..note.floor_char_boundary(MOST * 8)];
    shortened(&beginning.split_whitespace().collect::<Vec<_>>().join(" "), MOST)
}

fn bookmark_choice(context: &Context<'_>, bookmark: &Bookmark) -> Choice<String> {
    let cite = cite_of(context, &bookmark.id, &bookmark.at.paragraph);
    let text = context.annotations.start(&bookmark.id);
    let text = text.map_or("", |place| context.document.text(place.passage));
    let words = match bookmark.label.trim() {
        "" => shortened(text, MOST),
        label => label.to_owned(),
    };
    let key = bookmark.key.unwrap_or(' ');
    Choice::new(format!("{key} {cite}"), words, bookmark.id.clone())
}

/// Where an entry is, or was.
fn cite_of(context: &Context<'_>, id: &str, was: &str) -> String {
    let here = context.annotations.start(id);
    here.map_or_else(|| was.to_owned(), |place| context.cite_in_words(place.passage))
}
