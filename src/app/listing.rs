//! The lists of all annotations and of all bookmarks: found by a few letters, gone to, changed and
//! deleted from there. Knows the book and the menu, and draws nothing.

use super::{
    App, Effect, Notice,
    key::{Code, Key, Named},
    line::Edit,
    marginalia::{is_whole, sign},
    menu::{Choice, Menu, fitting},
    popup::Popup,
    target::{Target, shortened},
};
use crate::{
    annotations::{Annotation, Bookmark, Entry, Verdict},
    document::Place,
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

impl App {
    pub(super) fn open_annotations(&mut self) {
        self.open_listing(false);
    }

    pub(super) fn open_bookmarks(&mut self) {
        self.open_listing(true);
    }

    fn open_listing(&mut self, of_bookmarks: bool) {
        let mut listing = Listing { menu: Menu::new("", "/"), of_bookmarks };
        self.offer_entries(&mut listing);
        // The one here is chosen.
        let here = self.place().map(|place| place.passage);
        let is_here = |choice: &Choice<String>| {
            self.marginalia.start(&choice.means).map(|place| place.passage) == here
        };
        listing.menu.chosen = listing.menu.choices.iter().position(is_here).unwrap_or(0);
        self.popup = Some(Popup::Listing(listing));
    }

    fn offer_entries(&self, listing: &mut Listing) {
        let (menu, book) = (&mut listing.menu, self.marginalia.book());
        let (title, choices): (String, Vec<Choice<String>>) = if listing.of_bookmarks {
            "no bookmark yet; m and a letter sets one".clone_into(&mut menu.nothing);
            let choices = book.bookmarks().map(|bookmark| self.bookmark_choice(bookmark));
            ("Bookmarks".into(), choices.collect())
        } else {
            "no annotation yet; t tags, a writes a note, v and h highlight"
                .clone_into(&mut menu.nothing);
            let orphans = |a: &&Annotation| self.marginalia.verdict(&a.id) == Verdict::Orphan;
            let (all, lost) =
                (book.annotations().count(), book.annotations().filter(orphans).count());
            let title = match (all, lost) {
                (0, _) => "Annotations".into(),
                (all, 0) => format!("{all} annotations"),
                (all, lost) => format!("{all} annotations, {lost} without a place"),
            };
            (title, book.annotations().map(|a| self.annotation_choice(a)).collect())
        };
        menu.title = title;
        let choices = fitting(menu.typed(), choices);
        menu.offer(choices);
    }

    fn annotation_choice(&self, annotation: &Annotation) -> Choice<String> {
        let cite = self.cite_of(&annotation.id, &annotation.at.paragraph);
        let mut parts: Vec<String> = Vec::new();
        let note = annotation.note.split_whitespace().collect::<Vec<_>>().join(" ");
        if !note.is_empty() {
            parts.push(shortened(&note, MOST));
        }
        parts.extend(annotation.tags.iter().map(|tag| format!("#{tag}")));
        let verdict = self.marginalia.verdict(&annotation.id);
        if !is_whole(annotation) || verdict == Verdict::Orphan || parts.is_empty() {
            parts.insert(0, format!("“{}”", shortened(annotation.at.shown(), MOST / 2)));
        }
        let keys = match (&annotation.conflict, verdict) {
            (Some(_), _) => "conflict",
            (None, Verdict::Exact) => "",
            (None, Verdict::Moved) => "moved",
            (None, Verdict::Edited) => "edited",
            (None, Verdict::Orphan) => "no place",
        };
        let name = format!("{} {cite}", sign(annotation));
        Choice { keys: keys.into(), ..Choice::new(name, parts.join(" · "), annotation.id.clone()) }
    }

    fn bookmark_choice(&self, bookmark: &Bookmark) -> Choice<String> {
        let cite = self.cite_of(&bookmark.id, &bookmark.at.paragraph);
        let text = self.marginalia.start(&bookmark.id);
        let text = text.map_or("", |place| self.document.text(place.passage));
        let words = match bookmark.label.trim() {
            "" => shortened(text, MOST),
            label => label.to_owned(),
        };
        let key = bookmark.key.unwrap_or(' ');
        Choice::new(format!("{key} {cite}"), words, bookmark.id.clone())
    }

    /// Where an entry is, or was.
    fn cite_of(&self, id: &str, was: &str) -> String {
        let here = self.marginalia.start(id);
        here.map_or_else(|| was.to_owned(), |place| self.cite_in_words(place.passage))
    }

    pub(super) fn press_in_listing(&mut self, mut listing: Listing, key: Key) -> Vec<Effect> {
        let chosen = listing.menu.chosen().cloned();
        let is_delete =
            key.code == Code::Named(Named::Delete) && listing.menu.line.text().is_empty();
        let effects = match (key.code, key.ctrl, chosen) {
            (Code::Char('x'), true, Some(id)) => self.change_listed(&id, Self::delete),
            (_, _, Some(id)) if is_delete => self.change_listed(&id, Self::delete),
            (Code::Char('y'), true, Some(id)) if !listing.of_bookmarks => {
                self.change_listed(&id, Self::accept)
            }
            (Code::Char('t'), true, Some(id)) if !listing.of_bookmarks => {
                if self.may_write() {
                    self.open_tags_of(Target::Known(id));
                }
                return Vec::new();
            }
            (Code::Char('o'), true, Some(id)) => {
                if self.may_write() {
                    self.open_words_of(&id);
                }
                return Vec::new();
            }
            (_, _, chosen) => match listing.menu.press(key) {
                Edit::Submit => {
                    self.go_to_listed(chosen.as_deref());
                    return Vec::new();
                }
                Edit::Cancel => return Vec::new(),
                Edit::Changed => {
                    self.offer_entries(&mut listing);
                    self.popup = Some(Popup::Listing(listing));
                    return Vec::new();
                }
                Edit::NotMine if key.code == Code::Named(Named::Tab) => {
                    listing.menu.choose(!key.shift);
                    Vec::new()
                }
                Edit::Same | Edit::NotMine => Vec::new(),
            },
        };
        let at = listing.menu.chosen;
        self.offer_entries(&mut listing);
        listing.menu.chosen = at.min(listing.menu.choices.len().saturating_sub(1));
        self.popup = Some(Popup::Listing(listing));
        effects
    }

    fn change_listed(
        &mut self,
        id: &str,
        change: impl Fn(&mut Self, &str) -> Vec<Effect>,
    ) -> Vec<Effect> {
        if self.may_write() { change(self, id) } else { Vec::new() }
    }

    /// Whether annotations may be changed; says why where they may not.
    pub(super) fn may_write(&mut self) -> bool {
        if let Some(why) = &self.frozen {
            self.notice = Some(Notice::warning(why.clone()));
        }
        self.frozen.is_none()
    }

    /// The note of an annotation, or the name of a bookmark.
    fn open_words_of(&mut self, id: &str) {
        match self.marginalia.book().get(id).cloned() {
            Some(Entry::Annotation(annotation)) => self.open_note_of(Target::Known(annotation.id)),
            Some(Entry::Bookmark(bookmark)) => self.open_label_of(&bookmark),
            None => {}
        }
    }

    fn go_to_listed(&mut self, id: Option<&str>) {
        let Some(id) = id else { return };
        match self.marginalia.start(id) {
            Some(place) => self.go_to_annotated(place),
            None => {
                let said = "its words are nowhere in this text; Ctrl-y in the list attaches it to the \
                            paragraph with the cursor";
                self.notice = Some(Notice::warning(said));
            }
        }
    }

    /// Goes to a place in the margin, which the filter may hide.
    pub(super) fn go_to_annotated(&mut self, place: Place) {
        if !self.only.is_empty() && !self.view.has(place.passage) {
            self.show_only(Vec::new());
        }
        self.jump(place);
    }
}
