//! Keys and commands → what they do. Each command is a line here and a function elsewhere.

use super::{
    App, Effect, Notice,
    arrange::{Mode, PaneId},
    command::{Command, Group},
    dialog::{Dialog, Help, Palette},
    input::Typed,
    key::{Key, Named},
    motion,
    selection::Selection,
    units::Unit,
};
use crate::document::Place;

impl App {
    /// What a key does: in a dialog if there is one, else as a command.
    pub(super) fn press(&mut self, key: Key) -> Vec<Effect> {
        self.notice = None;
        if self.dialog.is_some() {
            return self.press_in_dialog(key);
        }
        if key == Key::named(Named::Esc) && self.input.clear() {
            return Vec::new();
        }
        if self.input.deadline().is_none() {
            self.before_digits = Some(self.view.position());
        }
        let typed = format!("{}{key}", self.input.shown());
        match self.input.press(&self.keymap, key) {
            Typed::Command { command, count, undo } => {
                self.undo_digits(undo);
                self.run(command, count)
            }
            Typed::More { undo } => {
                self.undo_digits(undo);
                Vec::new()
            }
            Typed::Nothing => {
                let help = self.keymap.key_of(Command::Help).unwrap_or_else(|| ":help".into());
                self.notice =
                    Some(Notice::info(format!("{typed} is no command; {help} lists them")));
                Vec::new()
            }
        }
    }

    /// Digits that were done as the keys of panes turned out to begin a count.
    fn undo_digits(&mut self, undo: bool) {
        if let (true, Some(position)) = (undo, &self.before_digits) {
            self.view.restore(&self.document, position);
        }
    }

    /// Does a command.
    pub(super) fn run(&mut self, command: Command, count: Option<usize>) -> Vec<Effect> {
        let trail = std::mem::take(&mut self.trail.returned);
        match command.entry().group {
            Group::Move => self.run_move(command, count),
            Group::Panes => self.run_panes(command),
            Group::Follow => {
                if command == Command::Footnote {
                    self.trail.returned = trail;
                }
                self.run_follow(command, count);
            }
            Group::Search => self.run_search(command, count),
            Group::Copy => return self.run_copy(command),
            Group::Annotate => return self.run_annotate(command),
            Group::Program => return self.run_program(command),
        }
        Vec::new()
    }

    fn run_move(&mut self, command: Command, count: Option<usize>) {
        let times = count.unwrap_or(1);
        let rows = isize::try_from(times).unwrap_or(isize::MAX);
        let document = &self.document;
        let focus = self.view.focus();
        let pane = self.view.pane_mut(focus);
        let page = isize::try_from(pane.height().saturating_sub(2).max(1)).unwrap_or(1);
        let half = isize::try_from((pane.height() / 2).max(1)).unwrap_or(1);
        match command {
            Command::LineDown => pane.move_rows(document, rows),
            Command::LineUp => pane.move_rows(document, -rows),
            Command::PageDown => pane.scroll_with_cursor(document, page.saturating_mul(rows)),
            Command::PageUp => pane.scroll_with_cursor(document, -page.saturating_mul(rows)),
            Command::HalfPageDown => pane.scroll_with_cursor(document, half.saturating_mul(rows)),
            Command::HalfPageUp => pane.scroll_with_cursor(document, -half.saturating_mul(rows)),
            Command::ScrollDown | Command::ScrollUp => {
                pane.scroll(document, if command == Command::ScrollDown { rows } else { -rows });
                pane.keep_cursor_in_sight(document);
            }
            Command::RowStart => pane.go_in_row(document, false),
            Command::RowEnd => pane.go_in_row(document, true),
            Command::Start | Command::End | Command::Percent => self.run_far(command, count),
            _ => self.step(command, times),
        }
    }

    /// The ends, `14G`, `50%`: far enough to want to come back.
    pub(super) fn run_far(&mut self, command: Command, count: Option<usize>) {
        let here = self.place().map(|place| place.passage);
        let galley = &self.view.pane(self.view.focus()).galley;
        let target = match (command, count) {
            (Command::Percent, None) => {
                self.notice = Some(Notice::info("type a number first: 50% is the middle"));
                return;
            }
            (Command::Percent, Some(percent)) => motion::percent(galley, percent),
            (_, Some(number)) => {
                let found = motion::numbered(&self.document, number, here).map(Place::start_of);
                if found.is_none() {
                    self.notice = Some(Notice::warning(format!("there is no paragraph {number}")));
                }
                found
            }
            (Command::End, None) => motion::percent(galley, 100),
            (_, None) => motion::percent(galley, 0),
        };
        let Some(target) = target else { return };
        self.jump(target);
        if count.is_none() || command == Command::Percent {
            let focus = self.view.focus();
            self.view.pane_mut(focus).go_in_row(&self.document, false);
        }
    }

    /// Steps by words, sentences, paragraphs, characters.
    fn step(&mut self, command: Command, times: usize) {
        let Some(mut place) = self.place() else { return };
        let galley = &self.view.pane(self.view.focus()).galley;
        for _ in 0..times {
            let document = &self.document;
            let by = |unit, forward| motion::unit(document, galley, place, unit, forward);
            let next = match command {
                Command::NextParagraph => motion::paragraph(galley, place, true),
                Command::PreviousParagraph => motion::paragraph(galley, place, false),
                Command::NextSentence => by(Unit::Sentence, true),
                Command::PreviousSentence => by(Unit::Sentence, false),
                Command::NextWord => by(Unit::Word, true),
                Command::PreviousWord => by(Unit::Word, false),
                Command::Right => by(Unit::Character, true),
                Command::Left => by(Unit::Character, false),
                _ => None,
            };
            match next {
                Some(next) => place = next,
                None => break,
            }
        }
        self.view.go(&self.document, place);
    }

    fn run_panes(&mut self, command: Command) {
        match command {
            Command::NextPane => self.cycle_pane(true),
            Command::PreviousPane => self.cycle_pane(false),
            Command::Preamble => self.enter_pane(PaneId::Preamble),
            Command::Operative => self.enter_pane(PaneId::Operative),
            Command::Footnotes => self.enter_pane(PaneId::Footnotes),
            Command::Alone => self.toggle_mode(Mode::Alone),
            Command::Whole => self.toggle_mode(Mode::Whole),
            _ => {}
        }
    }

    fn toggle_mode(&mut self, mode: Mode) {
        let mode = if self.view.mode() == mode { Mode::Panes } else { mode };
        self.view.set_mode(&self.document, mode);
    }

    /// The next pane that has anything in it.
    fn cycle_pane(&mut self, forward: bool) {
        let present = |id: &PaneId| !self.view.pane(*id).galley.is_empty();
        let panes: Vec<PaneId> = PaneId::THREE.into_iter().filter(present).collect();
        let here = self.place().map(|place| self.view.part_of(place.passage));
        if let Some(at) = panes.iter().position(|id| Some(*id) == here) {
            let step = if forward { 1 } else { panes.len() - 1 };
            self.enter_pane(panes[(at + step) % panes.len()]);
        }
    }

    /// Puts the cursor into a pane; in the one column, at the beginning of its part.
    fn enter_pane(&mut self, id: PaneId) {
        let pane = self.view.pane(id);
        if pane.galley.is_empty() {
            let name = id.title().to_lowercase();
            self.notice = Some(Notice::info(format!("this document has no {name}")));
        } else if self.view.mode() == Mode::Whole {
            let first = pane.galley.items().first().map(|item| item.passage);
            if let Some(passage) = first {
                self.jump(Place::start_of(passage));
            }
        } else {
            self.view.set_focus(&self.document, id);
        }
    }

    fn run_program(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Palette => {
                self.dialog = Some(Dialog::Palette(Palette::new(&self.context())));
            }
            Command::Help => self.dialog = Some(Dialog::Help(Help::default())),
            Command::Debris => self.open_debris(),
            Command::Mouse => return self.toggle_mouse(),
            Command::Redraw => return vec![Effect::Redraw],
            Command::Suspend => return vec![Effect::Suspend],
            Command::Cancel => self.cancel(),
            Command::Quit => return self.quit(),
            _ => {}
        }
        Vec::new()
    }

    /// What Esc leaves, the nearest first.
    fn cancel(&mut self) {
        if self.selection.take().is_some() {
            return;
        }
        if self.pattern.is_none() && !self.only.is_empty() {
            return self.show_only(Vec::new());
        }
        self.pattern = None;
        self.tally = super::Tally::default();
    }

    fn run_search(&mut self, command: Command, count: Option<usize>) {
        match command {
            Command::Search => self.open_search(),
            Command::NextHit => self.next_hit(true, count.unwrap_or(1)),
            Command::PreviousHit => self.next_hit(false, count.unwrap_or(1)),
            Command::SearchWord => self.search_word(),
            _ => {}
        }
    }

    fn run_copy(&mut self, command: Command) -> Vec<Effect> {
        match (command, self.place()) {
            (Command::Select, Some(anchor)) => {
                self.selection = Some(match self.selection {
                    Some(selection) => selection.coarser(),
                    None => Selection { anchor, unit: Unit::Word },
                });
                Vec::new()
            }
            (Command::CopyText, Some(place)) => self.copy_text(place),
            (Command::CopyCitation, Some(place)) => self.copy_citation(place),
            _ => Vec::new(),
        }
    }

    /// Goes somewhere from where a person may want to come back.
    pub(super) fn jump(&mut self, to: Place) {
        if let Some(from) = self.place() {
            self.jumps.leave(from);
        }
        self.view.go(&self.document, to);
    }
}
