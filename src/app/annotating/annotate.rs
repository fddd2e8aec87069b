//! Making and changing annotations: highlights, deletion, undo; what every change has in common.
//! Knows the annotations and the cursor; who writes them down is told by an effect.

use super::{
    changes::Repeat, placed, saved::Saving, target::Target, targeting::MOST_PASSAGES, tint::Tint,
};
use crate::{
    annotations::{Annotation, Change, Entry, Undone, Verdict},
    app::{Effect, Reader, Shell, keys::command::Annotating},
    document::Place,
};

impl Reader {
    /// The commands that write in the margin.
    pub(in crate::app) fn run_annotate(
        &mut self,
        shell: &mut Shell,
        command: Annotating,
    ) -> Vec<Effect> {
        let writes = !matches!(
            command,
            Annotating::Annotations
                | Annotating::Bookmarks
                | Annotating::OnlyTags
                | Annotating::GoBookmark
                | Annotating::NextAnnotation
                | Annotating::PreviousAnnotation
        );
        if let (true, Some(why)) = (writes, &self.read_only) {
            shell.warn(why.clone());
            return Vec::new();
        }
        let is_for_selection = matches!(
            command,
            Annotating::Tag
                | Annotating::Note
                | Annotating::NoteInEditor
                | Annotating::Highlight
                | Annotating::Repeat
        );
        if is_for_selection
            && let Some(count) = self.count_selected().filter(|count| *count > MOST_PASSAGES)
        {
            shell.warn(format!(
                "{count} paragraphs are selected; one annotation is for {MOST_PASSAGES} at most"
            ));
            return Vec::new();
        }
        match command {
            Annotating::Tag => return self.open_tags(shell),
            Annotating::Note => self.open_note(shell),
            Annotating::NoteInEditor => return self.open_editor(shell),
            Annotating::Highlight => return self.highlight(shell),
            Annotating::Tint => return self.next_tint(shell),
            Annotating::Delete => return self.delete_here(shell),
            // These may concern other documents as well.
            Annotating::Undo | Annotating::Redo => {}
            Annotating::Accept => return self.accept_here(shell),
            Annotating::AcceptAll => return self.take_all(shell),
            Annotating::RefuseAll => return self.refuse_all(shell),
            Annotating::Annotations => self.open_listing(shell, false),
            Annotating::OnlyTags => self.open_filter(shell),
            Annotating::SetBookmark => self.await_bookmark(shell, true),
            Annotating::GoBookmark => self.await_bookmark(shell, false),
            Annotating::Bookmarks => self.open_listing(shell, true),
            Annotating::Head => self.open_head(shell),
            Annotating::NextAnnotation => self.next_annotation(shell, true),
            Annotating::PreviousAnnotation => self.next_annotation(shell, false),
            Annotating::Repeat => return self.repeat(shell),
        }
        Vec::new()
    }

    /// Makes changes, says so, and has them saved.
    pub(in crate::app) fn apply_changes(
        &mut self,
        shell: &mut Shell,
        changes: Vec<Change>,
        said: impl Into<String>,
    ) -> Vec<Effect> {
        let said = said.into();
        let Some(passages) = self.annotations.change(&self.document, changes, &said) else {
            return Vec::new();
        };
        shell.say(said);
        self.show_annotations_on(passages);
        self.have_saved(shell)
    }

    /// After annotations have changed: shows them as they are now, and has them saved.
    pub(in crate::app) fn after_change(&mut self, shell: &mut Shell) -> Vec<Effect> {
        self.show_annotations();
        self.have_saved(shell)
    }

    /// Shows in a dialog what is there now, and has it saved.
    fn have_saved(&mut self, shell: &mut Shell) -> Vec<Effect> {
        self.renew_dialog(shell);
        self.saving = Saving::Due;
        vec![Effect::Save(self.id())]
    }

    /// Keeps an annotation as it is here, whether there was one of its id or not. One that says nothing
    /// any more goes.
    pub(in crate::app) fn put_annotation(
        &mut self,
        shell: &mut Shell,
        mut annotation: Annotation,
        said: impl Into<String>,
    ) -> Vec<Effect> {
        self.selection = None;
        let before = self.annotations.list().get(&annotation.id);
        let change = match before {
            Some(Entry::Annotation(before)) if **before == annotation => return Vec::new(),
            Some(_) if !says_something(&annotation) => Change::Remove(annotation.id),
            None if !says_something(&annotation) => return Vec::new(),
            _ => {
                annotation.modified = (shell.scribe.now)();
                Change::Put(annotation.into())
            }
        };
        self.apply_changes(shell, vec![change], said)
    }

    /// Highlights what is selected, else the whole paragraph; what is highlighted gets the next colour.
    fn highlight(&mut self, shell: &mut Shell) -> Vec<Effect> {
        let Some(target) = self.target(shell) else { return Vec::new() };
        let old = &target.annotation().colour;
        let tint = old.as_ref().map_or(shell.tint, |old| Tint::named(old).next());
        self.colour(shell, &target, tint)
    }

    /// The next colour of the highlight here, and from now on.
    fn next_tint(&mut self, shell: &mut Shell) -> Vec<Effect> {
        let here = self.place().and_then(|place| self.annotations.at(place));
        let here = here.filter(|annotation| annotation.colour.is_some());
        let Some(target) = here.cloned().map(Target::of) else {
            shell.tint = shell.tint.next();
            let said = format!("the next highlight will be {}", shell.tint.name());
            shell.say(said);
            return Vec::new();
        };
        let old = &target.annotation().colour;
        let tint = old.as_ref().map_or(shell.tint, |old| Tint::named(old).next());
        self.colour(shell, &target, tint)
    }

    fn colour(&mut self, shell: &mut Shell, target: &Target, tint: Tint) -> Vec<Effect> {
        shell.tint = tint;
        shell.last_annotation = Some(Repeat::Highlight(tint));
        let context = self.context(shell);
        let said = format!("highlighted {} in {}", context.called(target), tint.name());
        let colour = Some(tint.name().to_owned());
        let annotation = Annotation { colour, ..context.current(target) };
        self.put_annotation(shell, annotation, said)
    }

    fn delete_here(&mut self, shell: &mut Shell) -> Vec<Effect> {
        let Some(place) = self.place() else { return Vec::new() };
        let exact = self.selected().and_then(|ranges| self.annotations.exactly(&ranges));
        if let Some(annotation) = exact.or_else(|| self.annotations.at(place)) {
            let id = annotation.id.clone();
            return self.delete(shell, &id);
        }
        let bookmark = self.annotations.bookmarks_on(place.passage).next();
        if let Some(id) = bookmark.map(|bookmark| bookmark.id.clone()) {
            return self.delete(shell, &id);
        }
        if let Some(effects) = self.refuse_sibling(shell, place) {
            return effects;
        }
        shell.say("there is no annotation here");
        Vec::new()
    }

    /// Deletes an annotation or a bookmark.
    pub(in crate::app) fn delete(&mut self, shell: &mut Shell, id: &str) -> Vec<Effect> {
        let Some(entry) = self.annotations.list().get(id) else { return Vec::new() };
        let mut changes = vec![Change::Remove(id.to_owned())];
        if let Entry::Annotation(own) = entry
            && own.is_unreviewed()
        {
            // It is not brought over again.
            changes.extend(refusal(own));
        }
        let what = match entry {
            Entry::Annotation(annotation) => {
                format!("{} of {}", kind(annotation), self.context(shell).call(annotation))
            }
            Entry::Bookmark(_) => "bookmark".to_owned(),
        };
        let undo = shell.key_or_name(Annotating::Undo);
        self.selection = None;
        let done = format!("deleted the {what}");
        let effects = self.apply_changes(shell, changes, done.clone());
        // How it is brought back is no part of what was done: undone, it would be told of another change.
        shell.say(format!("{done}; {undo} brings it back"));
        effects
    }

    /// Undoes what was done last, or does it again: how that is told, and what is to be saved.
    pub(in crate::app) fn undo(
        &mut self,
        shell: &mut Shell,
        again: bool,
    ) -> Option<(String, Vec<Effect>)> {
        let Some((Undone { what, ids }, passages)) = self.annotations.undo(&self.document, again)
        else {
            shell.say(if again { "nothing to do again" } else { "nothing to undo" });
            return None;
        };
        let start = |id: &String| self.annotations.start(id).or_else(|| self.sibling_start(id));
        if let Some(place) = ids.iter().find_map(start) {
            self.go_unless_here(shell, place);
        }
        let done = if again { "done again" } else { "undone" };
        shell.say(if what.is_empty() { done.to_owned() } else { format!("{done}: {what}") });
        self.show_annotations_on(passages);
        Some((what, self.have_saved(shell)))
    }

    /// Says that the place where the annotation here was found again is the right one.
    fn accept_here(&mut self, shell: &mut Shell) -> Vec<Effect> {
        let here = self.place().and_then(|place| self.annotations.at(place));
        let is_settled = |own: &Annotation| {
            !own.is_unreviewed() && self.annotations.verdict(&own.id) == Verdict::Exact
        };
        // One that stands where it was made can wait for another file's.
        if here.is_none_or(is_settled)
            && let Some(place) = self.place()
            && let Some(effects) = self.take_sibling(shell, place)
        {
            return effects;
        }
        let here = self.place().and_then(|place| self.annotations.at(place));
        match here.map(|annotation| annotation.id.clone()) {
            Some(id) => self.accept(shell, &id),
            None => {
                shell.say("there is no annotation here");
                Vec::new()
            }
        }
    }

    /// Accepts where an annotation stands now; one that stands nowhere is put to what is selected, or
    /// to the paragraph with the cursor.
    pub(in crate::app) fn accept(&mut self, shell: &mut Shell, id: &str) -> Vec<Effect> {
        let verdict = self.annotations.verdict(id);
        let Some(Entry::Annotation(annotation)) = self.annotations.list().get(id) else {
            return Vec::new();
        };
        let mut annotation = annotation.as_ref().clone();
        let is_taken = annotation.is_unreviewed();
        if let Some(inherited) = &mut annotation.inherited {
            inherited.is_reviewed = true;
        }
        let places = match verdict {
            Verdict::Exact if is_taken => {
                annotation.modified = (shell.scribe.now)();
                let said = "taken as your own".to_owned();
                return self.apply_changes(shell, vec![Change::Put(annotation.into())], said);
            }
            Verdict::Exact => {
                shell.say("this annotation is where it was made");
                return Vec::new();
            }
            Verdict::Moved | Verdict::Edited => self.annotations.places(id).to_vec(),
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
        let (whole, index) = (placed::is_whole(&annotation), self.index());
        let anchor = |(passage, bytes): (_, std::ops::Range<usize>)| {
            if whole { Some(index.whole(passage)) } else { index.words(passage, bytes) }
        };
        let mut anchors = places.into_iter().filter_map(anchor);
        let Some(at) = anchors.next() else { return Vec::new() };
        (annotation.at, annotation.also) = (at, anchors.collect());
        annotation.modified = (shell.scribe.now)();
        self.selection = None;
        let said = match verdict {
            Verdict::Orphan => format!("attached to {}", annotation.at.paragraph),
            _ => format!("accepted at {}", annotation.at.paragraph),
        };
        self.apply_changes(shell, vec![Change::Put(annotation.into())], said)
    }

    /// Takes all annotations that were brought over as the person's own.
    fn take_all(&mut self, shell: &mut Shell) -> Vec<Effect> {
        let now = (shell.scribe.now)();
        let take = |own: &Annotation| {
            let mut own = own.clone();
            if let Some(inherited) = &mut own.inherited {
                inherited.is_reviewed = true;
            }
            own.modified.clone_from(&now);
            Change::Put(own.into())
        };
        let mut changes: Vec<Change> = self.unreviewed().map(take).collect();
        let siblings = self.all_siblings(&now).into_iter();
        changes.extend(siblings.map(|own| Change::Put(own.into())));
        self.review_all(shell, changes.len(), changes, "taken as your own")
    }

    /// Refuses all that were brought over and not taken yet.
    fn refuse_all(&mut self, shell: &mut Shell) -> Vec<Effect> {
        let removals = self.unreviewed().map(|own| Change::Remove(own.id.clone()));
        let removals: Vec<Change> = removals.collect();
        let refusals: Vec<Change> = self.unreviewed().filter_map(refusal).collect();
        self.review_all(shell, removals.len(), [removals, refusals].concat(), "refused")
    }

    fn unreviewed(&self) -> impl Iterator<Item = &Annotation> {
        self.annotations.list().annotations().filter(|own| own.is_unreviewed())
    }

    fn review_all(
        &mut self,
        shell: &mut Shell,
        count: usize,
        changes: Vec<Change>,
        what: &str,
    ) -> Vec<Effect> {
        if changes.is_empty() {
            shell.say("no annotation is to be reviewed");
        }
        let said = match count {
            1 => format!("1 annotation {what}"),
            count => format!("{count} annotations {what}"),
        };
        self.apply_changes(shell, changes, said)
    }

    /// Goes to a place, unless its passage is where the cursor is.
    pub(in crate::app) fn go_unless_here(&mut self, shell: &mut Shell, place: Place) {
        if self.place().is_none_or(|here| here.passage != place.passage) {
            self.jump(shell, place);
        }
    }
}

/// That an annotation which was brought here is not brought over again.
fn refusal(own: &Annotation) -> Option<Change> {
    own.inherited.as_ref().map(|from| Change::Refuse(from.key()))
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
