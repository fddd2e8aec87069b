//! The last tag, note or highlight, made again on what is meant now.

use super::changes::Repeat;
use crate::{
    annotations::Annotation,
    app::{Effect, Reader, Shell},
    document::Place,
};

impl Reader {
    /// Sets the last tag, writes the last note or highlights again. What has it already keeps it.
    pub(in crate::app) fn repeat(&mut self, shell: &mut Shell) -> Vec<Effect> {
        let Some(last) = shell.last_annotation.clone() else {
            shell.say("no tag, note or highlight yet that could be made again");
            return Vec::new();
        };
        let Some(target) = self.target(shell) else { return Vec::new() };
        let context = self.context(shell);
        let called = context.called(&target);
        let mut annotation = context.current(&target);
        let said = add(&mut annotation, &last, &called);
        match said {
            Some(said) => self.put_annotation(shell, annotation, said),
            None => {
                shell.say(format!("{called} has it already"));
                Vec::new()
            }
        }
    }

    /// Goes to the next or previous annotation of the document.
    pub(in crate::app) fn next_annotation(&mut self, shell: &mut Shell, forward: bool) {
        let Some(here) = self.place() else { return };
        let entries = self.annotations.list().annotations();
        let places = entries.filter_map(|annotation| self.annotations.start(&annotation.id));
        let places = places.filter(|place| self.view.has(place.passage));
        // The beginning of a paragraph is where an annotation on all of it stands.
        let key = |place: &Place| (place.passage, place.at);
        let found = if forward {
            places.filter(|place| key(place) > key(&here)).min_by_key(key)
        } else {
            places.filter(|place| key(place) < key(&here)).max_by_key(key)
        };
        match found {
            Some(place) => self.jump(shell, place),
            None if forward => shell.say("no annotation after this"),
            None => shell.say("no annotation before this"),
        }
    }
}

/// Adds to an annotation what was made last, and says what was done; `None` where it has that.
fn add(annotation: &mut Annotation, last: &Repeat, called: &str) -> Option<String> {
    match last {
        Repeat::Tag(tag) => {
            let is_new = !annotation.tags.contains(tag);
            is_new.then(|| annotation.tags.push(tag.clone()))?;
            Some(format!("tagged {called} {tag}"))
        }
        Repeat::Note(note) => {
            let is_new = annotation.note.trim().is_empty();
            is_new.then(|| annotation.note.clone_from(note))?;
            Some(format!("noted on {called}"))
        }
        Repeat::Highlight(tint) => {
            let colour = Some(tint.name().to_owned());
            let is_new = annotation.colour != colour;
            is_new.then(|| annotation.colour = colour)?;
            Some(format!("highlighted {called} in {}", tint.name()))
        }
    }
}
