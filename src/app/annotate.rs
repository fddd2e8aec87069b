//! Making and changing annotations: highlights, deletion, undo; what every change has in common.
//! Knows the marginalia and the cursor; who writes them down is told by an effect.

use super::{App, Effect, Notice, command::Command, marginalia, target::Target, tint::Tint};
use crate::{
    annotations::{Annotation, Change, Entry, Verdict},
    document::Place,
};

/// Who writes, and when.
#[derive(Clone, Debug)]
pub struct Scribe {
    /// The name put to what is written; may be empty.
    pub author: String,
    /// The present moment (RFC 3339).
    pub now: fn() -> String,
}

impl Default for Scribe {
    fn default() -> Self {
        Self { author: String::new(), now: String::new }
    }
}

impl App {
    /// The commands that write in the margin.
    pub(super) fn run_annotate(&mut self, command: Command) -> Vec<Effect> {
        let writes = !matches!(command, Command::Annotations | Command::Bookmarks);
        if let (true, Some(why)) = (writes, &self.frozen) {
            self.notice = Some(Notice::warning(why.clone()));
            return Vec::new();
        }
        match command {
            Command::Tag => self.open_tags(),
            Command::Note => self.open_note(),
            Command::NoteInEditor => return self.open_editor(),
            Command::Highlight => return self.highlight(),
            Command::Tint => return self.next_tint(),
            Command::Delete => return self.delete_here(),
            Command::Undo => return self.undo(false),
            Command::Redo => return self.undo(true),
            Command::Accept => return self.accept_here(),
            Command::Annotations => self.open_listing(false),
            Command::OnlyTags => self.open_filter(),
            Command::SetBookmark => self.await_bookmark(true),
            Command::GoBookmark => self.await_bookmark(false),
            Command::Bookmarks => self.open_listing(true),
            _ => {}
        }
        Vec::new()
    }

    /// Makes changes, says so, and has them saved.
    pub(super) fn make(&mut self, changes: Vec<Change>, said: impl Into<String>) -> Vec<Effect> {
        if !self.marginalia.change(&self.document, changes) {
            return Vec::new();
        }
        self.notice = Some(Notice::info(said));
        self.written()
    }

    /// After the margin has changed: what is shown of it, and that it is to be saved.
    pub(super) fn written(&mut self) -> Vec<Effect> {
        self.show_margin();
        self.renew_dialog();
        self.saving = super::saving::Saving::Due;
        vec![Effect::Save]
    }

    /// Keeps an annotation as it is here, whether there was one of its id or not. One that says nothing
    /// any more goes.
    pub(super) fn put_annotation(
        &mut self,
        mut annotation: Annotation,
        said: impl Into<String>,
    ) -> Vec<Effect> {
        self.selection = None;
        let before = self.marginalia.book().get(&annotation.id);
        let change = match before {
            Some(Entry::Annotation(before)) if *before == annotation => return Vec::new(),
            Some(_) if !says_something(&annotation) => Change::Remove(annotation.id),
            None if !says_something(&annotation) => return Vec::new(),
            _ => {
                annotation.modified = (self.scribe.now)();
                Change::Put(Entry::Annotation(annotation))
            }
        };
        self.make(vec![change], said)
    }

    /// Highlights what is selected; on words that are highlighted, the next colour. Without a
    /// selection the key is that of vim: one character to the left.
    fn highlight(&mut self) -> Vec<Effect> {
        let Some(target) = self.selected_target() else {
            return self.run(Command::Left, None);
        };
        let old = &target.annotation().colour;
        let tint = old.as_ref().map_or(self.tint, |old| Tint::named(old).next());
        self.colour(&target, tint)
    }

    /// The next colour of the highlight here, and from now on.
    fn next_tint(&mut self) -> Vec<Effect> {
        let here = self.place().and_then(|place| self.marginalia.at(place));
        let here = here.filter(|annotation| annotation.colour.is_some());
        let Some(target) = here.cloned().map(Target::of) else {
            self.tint = self.tint.next();
            let said = format!("the next highlight will be {}", self.tint.name());
            self.notice = Some(Notice::info(said));
            return Vec::new();
        };
        let old = &target.annotation().colour;
        let tint = old.as_ref().map_or(self.tint, |old| Tint::named(old).next());
        self.colour(&target, tint)
    }

    fn colour(&mut self, target: &Target, tint: Tint) -> Vec<Effect> {
        self.tint = tint;
        let context = self.context();
        let said = format!("highlighted {} in {}", context.called(target), tint.name());
        let colour = Some(tint.name().to_owned());
        let annotation = Annotation { colour, ..context.current(target) };
        self.put_annotation(annotation, said)
    }

    fn delete_here(&mut self) -> Vec<Effect> {
        let Some(place) = self.place() else { return Vec::new() };
        let exact = self.selected().and_then(|ranges| self.marginalia.exactly(&ranges));
        if let Some(annotation) = exact.or_else(|| self.marginalia.at(place)) {
            let id = annotation.id.clone();
            return self.delete(&id);
        }
        let bookmark = self.marginalia.bookmarks_on(place.passage).next();
        if let Some(id) = bookmark.map(|bookmark| bookmark.id.clone()) {
            return self.delete(&id);
        }
        self.notice = Some(Notice::info("there is no annotation here"));
        Vec::new()
    }

    /// Deletes an annotation or a bookmark.
    pub(super) fn delete(&mut self, id: &str) -> Vec<Effect> {
        let Some(entry) = self.marginalia.book().get(id) else { return Vec::new() };
        let what = match entry {
            Entry::Annotation(annotation) => {
                format!("{} of {}", kind(annotation), self.context().call(annotation))
            }
            Entry::Bookmark(_) => "bookmark".to_owned(),
        };
        let undo = self.keymap.key_of(Command::Undo).unwrap_or_else(|| ":undo".into());
        self.selection = None;
        self.make(
            vec![Change::Remove(id.to_owned())],
            format!("deleted the {what}; {undo} brings it back"),
        )
    }

    fn undo(&mut self, again: bool) -> Vec<Effect> {
        let Some(ids) = self.marginalia.undo(&self.document, again) else {
            let said = if again { "nothing to do again" } else { "nothing to undo" };
            self.notice = Some(Notice::info(said));
            return Vec::new();
        };
        if let Some(place) = ids.iter().find_map(|id| self.marginalia.start(id)) {
            self.go_unless_here(place);
        }
        self.notice = Some(Notice::info(if again { "done again" } else { "undone" }));
        self.written()
    }

    /// Says that the place where the annotation here was found again is the right one.
    fn accept_here(&mut self) -> Vec<Effect> {
        let here = self.place().and_then(|place| self.marginalia.at(place));
        match here.map(|annotation| annotation.id.clone()) {
            Some(id) => self.accept(&id),
            None => {
                self.notice = Some(Notice::info("there is no annotation here"));
                Vec::new()
            }
        }
    }

    /// Accepts where an annotation stands now; one that stands nowhere is put to what is selected, or
    /// to the paragraph with the cursor.
    pub(super) fn accept(&mut self, id: &str) -> Vec<Effect> {
        let verdict = self.marginalia.verdict(id);
        let Some(Entry::Annotation(annotation)) = self.marginalia.book().get(id) else {
            return Vec::new();
        };
        let mut annotation = annotation.clone();
        let places = match verdict {
            Verdict::Exact => {
                self.notice = Some(Notice::info("this annotation is where it was made"));
                return Vec::new();
            }
            Verdict::Moved | Verdict::Edited => self.marginalia.places(id).to_vec(),
            Verdict::Orphan => match self.selected() {
                Some(ranges) => ranges,
                None => {
                    let Some(place) = self.place() else { return Vec::new() };
                    let whole = 0..self.document.text(place.passage).len();
                    annotation.at.quote = None;
                    vec![(place.passage, whole)]
                }
            },
        };
        let (whole, index) = (marginalia::is_whole(&annotation), self.index());
        let anchor = |(passage, bytes): (_, std::ops::Range<usize>)| {
            if whole { Some(index.whole(passage)) } else { index.words(passage, bytes) }
        };
        let mut anchors = places.into_iter().filter_map(anchor);
        let Some(at) = anchors.next() else { return Vec::new() };
        (annotation.at, annotation.also) = (at, anchors.collect());
        annotation.modified = (self.scribe.now)();
        self.selection = None;
        let said = match verdict {
            Verdict::Orphan => format!("attached to {}", annotation.at.paragraph),
            _ => format!("accepted at {}", annotation.at.paragraph),
        };
        self.make(vec![Change::Put(Entry::Annotation(annotation))], said)
    }

    /// Goes to a place, unless its passage is where the cursor is.
    pub(super) fn go_unless_here(&mut self, place: Place) {
        if self.place().is_none_or(|here| here.passage != place.passage) {
            self.jump(place);
        }
    }
}

/// Whether there is anything left to keep.
fn says_something(annotation: &Annotation) -> bool {
    !annotation.tags.is_empty()
        || !annotation.note.trim().is_empty()
        || annotation.colour.is_some()
        || annotation.conflict.is_some()
        || !annotation.extra.is_empty()
}

fn kind(annotation: &Annotation) -> &'static str {
    match (&annotation.colour, annotation.note.trim(), annotation.tags.len()) {
        (Some(_), "", 0) => "highlight",
        (None, "", 1) => "tag",
        (None, "", _) => "tags",
        (None, _, 0) => "note",
        _ => "annotation",
    }
}
