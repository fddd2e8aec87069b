//! What a dialog is given to see of the document that is read.

use super::Reader;
use crate::app::{Shell, context::Context, dialog::Dialog, keys::keymap::Keymap};

impl Reader {
    /// What a dialog may see.
    pub(in crate::app) fn context<'a>(&'a self, shell: &'a Shell) -> Context<'a> {
        self.context_of(&shell.keymap, &shell.searches)
    }

    /// The dialog that is open, to be changed, and what it may see.
    pub(in crate::app) fn dialog_in_context<'a>(
        &'a self,
        shell: &'a mut Shell,
    ) -> Option<(&'a mut Dialog, Context<'a>)> {
        let Shell { dialog, keymap, searches, .. } = shell;
        Some((dialog.as_mut()?, self.context_of(keymap, searches)))
    }

    /// Lets the dialog that is open show what there is now.
    pub(in crate::app) fn renew_dialog(&self, shell: &mut Shell) {
        if let Some((dialog, context)) = self.dialog_in_context(shell) {
            dialog.renew(&context);
        }
    }

    fn context_of<'a>(&'a self, keymap: &'a Keymap, searches: &'a [String]) -> Context<'a> {
        Context {
            document: &self.document,
            view: &self.view,
            keymap,
            annotations: &self.annotations,
            codebook: &self.codebook,
            folder_tags: &self.folder_tags,
            searches,
        }
    }
}
