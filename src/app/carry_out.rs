//! Dialogs at work: keys go to the one that is open, and what it answers is done here. The only place
//! that closes one without being asked to open another.

use super::{
    App, Effect, Screen,
    context::Context,
    dialog::{Action, Answer, Dialog, EntryAction, Meaning},
    documents::Wanted,
    keys::key::Key,
};

impl App {
    /// What a key does while something lies over the panes.
    pub(super) fn press_in_dialog(&mut self, key: Key) -> Vec<Effect> {
        self.ask_dialog(|dialog, context| dialog.press(key, context))
    }

    /// Text that was pasted.
    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        if self.shell.dialog.is_none()
            && let Screen::List(list) = self.screens.current_mut()
            && list.is_typing
        {
            return if list.type_text(text) { self.ask_for_hits() } else { Vec::new() };
        }
        self.ask_dialog(|dialog, context| dialog.paste(text, context))
    }

    /// Asks the dialog that is open, if one is, and does what it answers.
    pub(super) fn ask_dialog(
        &mut self,
        ask: impl FnOnce(&mut Dialog, &Context<'_>) -> Answer,
    ) -> Vec<Effect> {
        let Self { shell, readers, .. } = self;
        let Some((dialog, context)) = readers.current().dialog_in_context(shell) else {
            return Vec::new();
        };
        let answer = ask(dialog, &context);
        if matches!(answer, Answer::Close | Answer::CloseAnd(_)) {
            shell.dialog = None;
        }
        let effects = match answer {
            Answer::Stay | Answer::Close => Vec::new(),
            Answer::Do(action) | Answer::CloseAnd(action) => self.carry_out(action),
        };
        self.come_back_to_list();
        effects
    }

    /// Does something with an entry of the list that is open. What it opens leads back to the list.
    fn act_in_list(&mut self, action: EntryAction, id: &str) -> Vec<Effect> {
        let Self { shell, readers, .. } = self;
        let list = shell.dialog.clone();
        let effects = readers.current_mut().act_on_entry(shell, action, id);
        let is_over = matches!(shell.dialog, Some(Dialog::Tags(_) | Dialog::Draft(_)));
        shell.beneath = list.filter(|_| is_over);
        effects
    }

    /// What was open over a list is done: the list is there again, with what there is now.
    fn come_back_to_list(&mut self) {
        let Self { shell, readers, .. } = self;
        if shell.dialog.is_none()
            && let Some(list) = shell.beneath.take()
        {
            shell.dialog = Some(list);
            readers.current().renew_dialog(shell);
        }
    }

    /// Does what a dialog answered: a place that is meant where two texts stand side by side is gone to there.
    fn carry_out(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::CarryOut(to) if self.go_in_pair(to) => Vec::new(),
            action => self.carry_out_in_reader(action),
        }
    }

    /// One arm for each thing that a dialog can answer, and none left over: a dialog that learns a new answer does not
    /// compile until somebody has said here what becomes of it. Dialogs see the document, and only this changes it.
    fn carry_out_in_reader(&mut self, action: Action) -> Vec<Effect> {
        let Self { shell, readers, .. } = self;
        let reader = readers.current_mut();
        match action {
            Action::Say(notice) => shell.notice = Some(notice),
            Action::Copy(text, notice) => {
                shell.notice = Some(notice);
                return vec![Effect::Copy(text)];
            }
            Action::CarryOut(Meaning::Command(command)) => return self.run_command(command, None),
            Action::CarryOut(Meaning::Place(passage)) => reader.go_to_passage(shell, passage),
            Action::CarryOut(Meaning::Percent(percent)) => {
                reader.go_to_percent(shell, Some(percent));
            }
            Action::Follow(link) => reader.follow_link(shell, &link),
            Action::FollowGoal(goal) => reader.follow_goal(shell, goal),
            Action::SearchAsTyped(typed, began) => reader.search_as_typed(shell, &typed, &began),
            Action::Search(typed, began) => reader.submit_search(shell, &typed, *began),
            Action::CancelSearch(began) => reader.cancel_search(shell, *began),
            Action::PutAnnotation(annotation, said, repeat) => {
                shell.last_annotation = repeat.or(shell.last_annotation.take());
                return reader.put_annotation(shell, *annotation, said);
            }
            Action::AskNewName(tag, target) => reader.ask_new_name(shell, tag, target),
            Action::RenameTag(from, to, target) => {
                let effects = self.rename_tag(&from, &to);
                self.readers.current_mut().open_tags_of(&mut self.shell, target);
                return effects;
            }
            Action::DescribeTag(tag) => reader.open_description_of(shell, tag),
            Action::WriteHeadField(field) => reader.open_head_field(shell, field),
            Action::CorrectHead(field, value) => return reader.correct_head(shell, field, value),
            Action::ShowOnly(tags) => reader.show_only(shell, tags),
            Action::Commit(draft) => return self.commit(&draft),
            Action::EditOutside(draft) => return reader.edit_outside(*draft),
            Action::WithEntry(action, id) => return self.act_in_list(action, &id),
            Action::SetBookmark(letter) => return reader.set_bookmark(shell, letter),
            Action::GoToBookmark(letter) => reader.go_to_bookmark(shell, letter),
            Action::GoBack => self.go_back(),
            Action::Read(id) => self.jump_to_document(id, None),
            Action::OpenFile(path) => return self.open(Wanted::File(path)),
            Action::PutBeside(chosen, is_of_languages) => {
                return self.put_beside(chosen, is_of_languages);
            }
            Action::ShowKinds(shown) => {
                if let Screen::Pair(pair) = self.screens.current_mut() {
                    pair.show_kinds(shown);
                    self.shell.say(shown.in_words());
                }
            }
            Action::WriteComparison([a, b], path) => {
                return vec![Effect::WriteComparison(a, b, path)];
            }
            Action::Save => return self.save_what_is_not_saved(),
            Action::QuitUnsaved => return vec![Effect::QuitUnsaved],
            Action::TakeIn(offer) => return self.take_in(&offer),
            Action::PutAway(id) => return vec![Effect::PutAway(id)],
        }
        Vec::new()
    }
}
