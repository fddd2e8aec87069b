//! Annotations made where two texts stand side by side: on the paragraph with the cursor, of the text that has it.

use super::Screen;
use crate::{
    app::{
        App, Effect,
        keys::command::{Annotating, Command},
    },
    document::Place,
};

impl App {
    /// Does a command that writes in the margin of the text with the cursor.
    pub(super) fn annotate_in_pair(&mut self, command: Annotating) -> Vec<Effect> {
        match command {
            Annotating::Undo => return self.undo(false),
            Annotating::Redo => return self.undo(true),
            Annotating::Tag
            | Annotating::Note
            | Annotating::NoteInEditor
            | Annotating::Highlight
            | Annotating::Tint
            | Annotating::Delete
            | Annotating::Accept
            | Annotating::AcceptAll
            | Annotating::RefuseAll
            | Annotating::Repeat => {}
            Annotating::Annotations
            | Annotating::Bookmarks
            | Annotating::OnlyTags
            | Annotating::SetBookmark
            | Annotating::GoBookmark
            | Annotating::Head
            | Annotating::NextAnnotation
            | Annotating::PreviousAnnotation => {
                Self::say_not_here(&mut self.shell, Command::Annotate(command));
                return Vec::new();
            }
        }
        let Screen::Pair(pair) = self.screens.current() else { return Vec::new() };
        let Some((side, passage)) = pair.passage_here() else {
            self.shell.say("there is no paragraph here");
            return Vec::new();
        };
        let id = pair.texts[side].id;
        let Self { shell, readers, .. } = self;
        if !readers.switch_to(id) {
            return Vec::new();
        }
        let reader = readers.current_mut();
        reader.start_at(Place::start_of(passage));
        reader.run_annotate(shell, command)
    }
}
