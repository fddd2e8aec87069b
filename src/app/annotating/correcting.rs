//! Correcting what the head of the document says: symbol, title, date, organ, session. What is corrected is kept
//! with the annotations; the document is read again with it.

use crate::{
    annotations::valid_value,
    app::{
        Effect, Reader, Shell,
        dialog::{Dialog, Draft, HeadList, Upon},
    },
    document::HeadField,
};

impl Reader {
    /// Lists the fields of the head.
    pub(in crate::app) fn open_head(&self, shell: &mut Shell) {
        if self.file.is_none() {
            return shell.warn("only what is read from a file can be corrected");
        }
        shell.dialog = Some(Dialog::Head(HeadList::new(&self.context(shell))));
    }

    /// Opens the value of a field.
    pub(in crate::app) fn open_head_field(&self, shell: &mut Shell, field: HeadField) {
        let value = self.document.head.value(field).unwrap_or_default();
        let draft = Draft::new(&self.context(shell), value, Upon::Head(field));
        shell.dialog = Some(Dialog::Draft(Box::new(draft)));
    }

    /// Keeps a value that was written; one that is none of that field stays open, with the reason. Nothing
    /// takes the correction back.
    pub(in crate::app) fn keep_head_field(
        &mut self,
        shell: &mut Shell,
        field: HeadField,
        draft: &Draft,
        text: &str,
    ) -> Vec<Effect> {
        if text == draft.before {
            return Vec::new();
        }
        if text.trim().is_empty() {
            return self.correct_head(shell, field, None);
        }
        match valid_value(field, text) {
            Ok(value) => self.correct_head(shell, field, Some(value)),
            Err(why) => {
                shell.warn(format!("{text} {why}"));
                shell.dialog = Some(Dialog::Draft(Box::new(draft.clone())));
                Vec::new()
            }
        }
    }

    /// Gives a field of the head a value, or takes the correction back.
    pub(in crate::app) fn correct_head(
        &mut self,
        shell: &mut Shell,
        field: HeadField,
        value: Option<String>,
    ) -> Vec<Effect> {
        let is_corrected = self.document.head.corrected.contains(&field);
        let name = field.name();
        if value.is_none() && !is_corrected {
            shell.say(format!("{name} is as the text has it"));
            return Vec::new();
        }
        let done = if value.is_some() { "corrected" } else { "as the text has it again" };
        self.correcting = Some(format!("{name} is {done}"));
        vec![Effect::Correct(self.id(), field, value)]
    }
}
