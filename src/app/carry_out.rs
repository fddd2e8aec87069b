//! Dialogs at work: keys go to the one that is open, and what it answers is done here. The only place
//! that closes one without being asked to open another.

use super::{
    App, Effect,
    command::Command,
    context::Context,
    dialog::{Action, Answer, Dialog, Meaning},
    key::Key,
    link::Link,
};
use crate::document::Place;

impl App {
    /// What a key does while something lies over the panes.
    pub(super) fn press_in_dialog(&mut self, key: Key) -> Vec<Effect> {
        self.ask_dialog(|dialog, context| dialog.press(key, context))
    }

    /// Text that was pasted.
    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.ask_dialog(|dialog, context| dialog.paste(text, context))
    }

    /// Asks the dialog that is open, if one is, and does what it answers.
    pub(super) fn ask_dialog(
        &mut self,
        ask: impl FnOnce(&mut Dialog, &Context<'_>) -> Answer,
    ) -> Vec<Effect> {
        let Some((dialog, context)) = self.dialog_in_context() else { return Vec::new() };
        let answer = ask(dialog, &context);
        if matches!(answer, Answer::Close | Answer::CloseAnd(_)) {
            self.dialog = None;
        }
        match answer {
            Answer::Stay | Answer::Close => Vec::new(),
            Answer::Do(action) | Answer::CloseAnd(action) => self.carry_out(action),
        }
    }

    /// Lets the dialog that is open show what there is now.
    pub(super) fn renew_dialog(&mut self) {
        if let Some((dialog, context)) = self.dialog_in_context() {
            dialog.renew(&context);
        }
    }

    fn carry_out(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Say(notice) => self.notice = Some(notice),
            Action::Copy(text, notice) => {
                self.notice = Some(notice);
                return vec![Effect::Copy(text)];
            }
            Action::CarryOut(Meaning::Command(command)) => return self.run(command, None),
            Action::CarryOut(Meaning::Place(passage)) => self.jump(Place::start_of(passage)),
            Action::CarryOut(Meaning::Percent(percent)) => {
                self.run_far(Command::Percent, Some(percent));
            }
            Action::Follow(link) => self.follow_link(&link),
            Action::FollowGoal(goal) => {
                if let Some(Place { passage, at }) = self.place() {
                    self.follow_link(&Link { passage, bytes: at..at, goal });
                }
            }
            Action::SearchAsTyped(prompt) => self.search_as_typed(&prompt),
            Action::Search(prompt) => self.submit_search(*prompt),
            Action::CancelSearch(prompt) => self.cancel_search(*prompt),
            Action::PutAnnotation(annotation, said) => {
                return self.put_annotation(*annotation, said);
            }
            Action::AskNewName(tag, target) => self.ask_new_name(tag, target),
            Action::RenameTag(from, to, target) => {
                let effects = self.rename_tag(&from, &to);
                self.open_tags_of(target);
                return effects;
            }
            Action::DescribeTag(tag) => self.open_description_of(tag),
            Action::ShowOnly(tags) => self.show_only(tags),
            Action::Commit(draft) => return self.commit(&draft),
            Action::EditOutside(draft) => return self.edit_outside(*draft),
            Action::WithEntry(action, id) => return self.act_on_entry(action, &id),
            Action::SetBookmark(letter) => return self.set_bookmark(letter),
            Action::GoToBookmark(letter) => self.go_to_bookmark(letter),
            Action::GoBack => return self.run(Command::Back, None),
            Action::Save => return vec![Effect::Save],
            Action::QuitUnsaved => return vec![Effect::QuitUnsaved],
            Action::TakeIn(offer) => return self.take_in(&offer),
            Action::PutAway => return vec![Effect::PutAway],
        }
        Vec::new()
    }
}
