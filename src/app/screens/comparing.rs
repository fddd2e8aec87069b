//! What commands and the mouse do where two texts stand side by side.

use std::sync::Arc;

use super::{Screen, comparison::Comparison};
use crate::{
    annotations::Change,
    app::{
        App, Effect, Mouse, MouseAction, Notice,
        dialog::{Dialog, FileName, KindsMenu, Meaning},
        keys::command::{Command, Copying, Following, Motion, Pairs, PaneCommand},
        panes::steps::Step,
        reading::motion,
    },
    carry::{self, Carried},
    compare::Summary,
    document::Place,
};

/// Rows that one step of the wheel scrolls.
const WHEEL: isize = 3;

impl Comparison {
    /// Motions of a text mean something here where there are rows and items.
    fn run_move(&mut self, command: Motion, count: Option<usize>) {
        match Step::of(command, count, self.areas.body.height) {
            Some(Step::Rows(rows)) => self.move_rows(rows),
            Some(Step::Scroll(rows) | Step::Pages(rows)) => self.scroll(rows),
            Some(Step::Percent(percent)) => self.go_to_percent(percent),
            Some(Step::Items(times)) => self.step_items(times),
            None => {}
        }
    }

    /// `14G`: to the paragraph of this number in the text with the cursor. Whether it has one.
    fn go_to_number(&mut self, number: usize) -> bool {
        let document = Arc::clone(&self.texts[self.side].document);
        let here = self.passage_here().filter(|(side, _)| *side == self.side);
        let from = here.map(|(_, passage)| passage);
        match motion::numbered(&document, number, from) {
            Some(passage) => self.show_passage(self.side, passage),
            None => false,
        }
    }
}

impl App {
    /// Does a command where two texts stand side by side. `None` where it is none there.
    pub(super) fn run_in_pair(
        &mut self,
        command: Command,
        count: Option<usize>,
    ) -> Option<Vec<Effect>> {
        let Screen::Pair(pair) = self.screens.current_mut() else { return None };
        match command {
            Command::Move(Motion::Start | Motion::End) if let Some(number) = count => {
                let called = pair.texts[pair.side].called.clone();
                if !pair.go_to_number(number) {
                    self.shell.warn(format!("there is no paragraph {number} in {called}"));
                }
            }
            Command::Move(motion) => pair.run_move(motion, count),
            Command::Pairs(Pairs::NextChange) => {
                if !pair.go_to_change(true, false) {
                    self.shell.say("no change after this one");
                }
            }
            Command::Pairs(Pairs::PreviousChange) => {
                if !pair.go_to_change(false, false) {
                    self.shell.say("no change before this one");
                }
            }
            Command::Pairs(Pairs::Write) if !pair.is_of_languages => self.ask_where_to_write(),
            Command::Pairs(Pairs::Carry) if !pair.is_of_languages => {
                return Some(self.carry_over());
            }
            Command::Pairs(Pairs::Kinds) if !pair.is_of_languages => {
                let counts = Summary::of(pair.pairs.as_deref().unwrap_or_default());
                let menu = KindsMenu::new(pair.shown(), counts);
                self.shell.dialog = Some(Dialog::Kinds(menu));
            }
            Command::Panes(PaneCommand::NextPane | PaneCommand::PreviousPane) => {
                pair.side = 1 - pair.side;
            }
            Command::Follow(Following::Follow) if pair.unfold() => {}
            Command::Follow(Following::Follow) => self.read_what_is_compared(),
            Command::Copy(Copying::CopyText) => return Some(self.copy_pair()),
            Command::Annotate(command) => return Some(self.annotate_in_pair(command)),
            _ => return None,
        }
        Some(Vec::new())
    }

    /// `:OP14` and `:50%` where two texts stand side by side, of the one that is read. Whether it went anywhere.
    pub(in crate::app) fn go_in_pair(&mut self, to: Meaning) -> bool {
        let read = self.readers.current().id();
        let Screen::Pair(pair) = self.screens.current_mut() else { return false };
        match to {
            Meaning::Percent(percent) => pair.go_to_percent(percent),
            Meaning::Place(passage) => {
                let Some(side) = pair.texts.iter().position(|text| text.id == read) else {
                    return false;
                };
                pair.side = side;
                return pair.show_passage(side, passage);
            }
            Meaning::Command(_) => return false,
        }
        true
    }

    /// Asks to which file the comparison is to be written.
    fn ask_where_to_write(&mut self) {
        let Screen::Pair(pair) = self.screens.current() else { return };
        let names = pair.texts.each_ref().map(|text| {
            let kept = |c: char| if c.is_alphanumeric() || "-.".contains(c) { c } else { '_' };
            text.called.chars().map(kept).collect::<String>()
        });
        let name = format!("{}.docx", names.join("-to-"));
        let folder = self.reader_of(pair.texts[1].id).and_then(|reader| reader.file.as_deref());
        let folder = folder.and_then(|file| file.parent());
        let path = folder.map_or_else(|| name.clone().into(), |folder| folder.join(&name));
        let texts = pair.texts.each_ref().map(|text| text.id);
        let dialog = FileName::new(path.display().to_string(), texts);
        self.shell.dialog = Some(Dialog::FileName(dialog));
    }

    /// Brings the annotations of the left text onto the right one, as inherited and to be reviewed.
    fn carry_over(&mut self) -> Vec<Effect> {
        let Screen::Pair(pair) = self.screens.current() else { return Vec::new() };
        let [a, b] = pair.texts.each_ref().map(|text| text.id);
        let (Some(old), Some(new)) = (self.reader_of(a), self.reader_of(b)) else {
            return Vec::new();
        };
        if let Some(why) = &new.read_only {
            let why = why.clone();
            self.shell.warn(why);
            return Vec::new();
        }
        let now = (self.shell.scribe.now)();
        let carried = carry::carry(old.as_bearer(), new.as_bearer(), new.refused(), &now);
        let said = in_words(&carried, &new.called());
        if carried.annotations.is_empty() {
            self.shell.say(said);
            return Vec::new();
        }
        let puts = carried.annotations.into_iter().map(|own| Change::Put(own.into()));
        let changes = puts.collect();
        let Self { shell, readers, .. } = self;
        readers
            .get_mut(b)
            .map_or_else(Vec::new, |reader| reader.apply_changes(shell, changes, said))
    }

    /// Reads the text with the cursor, at the paragraph of the cursor.
    fn read_what_is_compared(&mut self) {
        let Screen::Pair(pair) = self.screens.current() else { return };
        let Some((side, passage)) = pair.passage_here() else { return };
        let id = pair.texts[side].id;
        self.jump_to_document(id, Some(Place::start_of(passage)));
    }

    /// Copies the change at the cursor as text; of languages both texts.
    fn copy_pair(&mut self) -> Vec<Effect> {
        let Screen::Pair(pair) = self.screens.current() else { return Vec::new() };
        let Some(pairing) = pair.pair_here().and_then(|here| pair.pair(here)) else {
            return Vec::new();
        };
        let text = if pair.is_of_languages {
            let [a, b] = &pair.texts;
            let left = crate::compare::joined_text(&a.document, pairing.left());
            let right = crate::compare::joined_text(&b.document, pairing.right());
            format!("{left}\n\n{right}\n")
        } else {
            pair.text_with_edits(pairing)
        };
        self.shell.notice = Some(Notice::info("copied"));
        vec![Effect::Copy(text)]
    }

    /// The mouse where two texts stand side by side.
    pub(in crate::app) fn mouse_in_pair(&mut self, mouse: Mouse) {
        let Screen::Pair(pair) = self.screens.current_mut() else { return };
        match mouse.action {
            MouseAction::WheelUp => pair.scroll(-WHEEL),
            MouseAction::WheelDown => pair.scroll(WHEEL),
            MouseAction::Press => pair.click(mouse.column, mouse.row),
            MouseAction::Drag | MouseAction::Release => {}
        }
    }
}

/// What came of bringing annotations over.
fn in_words(carried: &Carried, onto: &str) -> String {
    let mut said = match carried.annotations.len() {
        0 => "nothing new to bring over".to_owned(),
        1 => format!("1 annotation brought onto {onto}, to be reviewed there"),
        count => format!("{count} annotations brought onto {onto}, to be reviewed there"),
    };
    for (count, what) in [
        (carried.orphans.len(), "without a successor"),
        (carried.known, "there already, or refused before"),
    ] {
        if count > 0 {
            said.push_str(&format!("; {count} {what}"));
        }
    }
    said
}
