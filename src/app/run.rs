//! Keys → commands → whoever does them: the program, the documents, or the document that is read.

use super::{
    App, Effect, Screen,
    dialog::{Dialog, Help, Palette},
    keys::{
        command::{Annotating, Command, Documents, Following, Library, Program, Searching},
        input::Typed,
        key::{Key, Named},
    },
};

impl App {
    /// What a key does: in a dialog if there is one, else as a command.
    pub(super) fn press(&mut self, key: Key) -> Vec<Effect> {
        self.shell.notice = None;
        if self.shell.dialog.is_some() {
            return self.press_in_dialog(key);
        }
        if let Screen::List(list) = self.screens.current_mut()
            && list.is_typing
            && key != Key::ctrl('c')
        {
            return self.press_in_line(key);
        }
        let Self { shell, readers, .. } = self;
        if key == Key::named(Named::Esc) && shell.input.clear() {
            return Vec::new();
        }
        if shell.input.deadline().is_none() {
            readers.current_mut().remember_position();
        }
        let typed = format!("{}{key}", shell.input.shown());
        let pressed = shell.input.press(&shell.keymap, key);
        if let Typed::Command { undo: true, .. } | Typed::More { undo: true } = pressed {
            readers.current_mut().undo_digits();
        }
        match pressed {
            Typed::Command { command, count, .. } => self.run_command(command, count),
            Typed::More { .. } => Vec::new(),
            Typed::Nothing => {
                let help = shell.key_or_name(Program::Help);
                shell.say(format!("{typed} is no command; {help} lists them"));
                Vec::new()
            }
        }
    }

    /// Does a command.
    pub(super) fn run_command(&mut self, command: Command, count: Option<usize>) -> Vec<Effect> {
        match command {
            Command::Documents(command) => return self.run_documents(command),
            Command::Library(Library::Compare) => {
                return self.compare_chosen().unwrap_or_else(|| self.run_library(Library::Compare));
            }
            Command::Library(command) => return self.run_library(command),
            Command::Program(command) => return self.run_program(command),
            _ => {}
        }
        if !matches!(self.screens.current(), Screen::Reading(_)) {
            return self.run_on_screen(command, count).unwrap_or_else(|| {
                Self::say_not_here(&mut self.shell, command);
                Vec::new()
            });
        }
        self.run_in_text(command, count)
    }

    /// Takes a key for the line of the list that is seen.
    fn press_in_line(&mut self, key: Key) -> Vec<Effect> {
        let Screen::List(list) = self.screens.current_mut() else { return Vec::new() };
        let is_down = key == Key::named(Named::Down) || key == Key::ctrl('n');
        let is_up = key == Key::named(Named::Up) || key == Key::ctrl('p');
        if is_down || is_up {
            list.entries.step(if is_down { 1 } else { -1 });
            return Vec::new();
        }
        let is_begun = !list.line.text().is_empty();
        if list.type_key(key) {
            return self.ask_for_hits();
        }
        let is_entered = !list.is_typing && key != Key::named(Named::Esc);
        match is_entered {
            true if is_begun => self.remember_library_search(),
            // Of searches to make again one is chosen already.
            true if list.content.is_hits() => return self.open_chosen(),
            _ => {}
        }
        Vec::new()
    }

    /// Does a command in the document that is read.
    fn run_in_text(&mut self, command: Command, count: Option<usize>) -> Vec<Effect> {
        let Self { shell, readers, .. } = self;
        let reader = readers.current_mut();
        if command != Command::Follow(Following::Footnote) {
            reader.forget_trail();
        }
        match command {
            Command::Move(command) => reader.run_move(shell, command, count),
            Command::Panes(command) => reader.run_panes(shell, command),
            Command::Follow(command) => return reader.run_follow(shell, command, count),
            Command::Search(Searching::NextHit) if shell.goes_on_in_library => {
                return self.next_in_library(true);
            }
            Command::Search(Searching::PreviousHit) if shell.goes_on_in_library => {
                return self.next_in_library(false);
            }
            Command::Search(command) => {
                shell.goes_on_in_library = false;
                reader.run_search(shell, command, count);
            }
            Command::Copy(command) => return reader.run_copy(shell, command),
            Command::Annotate(Annotating::Undo) if reader.read_only.is_none() => {
                return self.undo(false);
            }
            Command::Annotate(Annotating::Redo) if reader.read_only.is_none() => {
                return self.undo(true);
            }
            Command::Annotate(command) => return reader.run_annotate(shell, command),
            Command::Lists(_) | Command::Pairs(_) => {
                shell.say(format!("{} is for lists and comparisons", command.entry().name));
            }
            Command::Documents(_) | Command::Library(_) | Command::Program(_) => {}
        }
        Vec::new()
    }

    fn run_documents(&mut self, command: Documents) -> Vec<Effect> {
        match command {
            Documents::Open => return self.list_documents(),
            Documents::Next => self.next_document(true),
            Documents::Previous => self.next_document(false),
            Documents::Close => return self.close_document(),
            Documents::Back => self.go_back(),
            Documents::Forward => self.go_forward(),
        }
        Vec::new()
    }

    /// Commands that no part of the reader does by itself.
    fn run_program(&mut self, command: Program) -> Vec<Effect> {
        let Self { shell, readers, .. } = self;
        let reader = readers.current_mut();
        match command {
            Program::Palette => {
                shell.dialog = Some(Dialog::Palette(Palette::new(&reader.context(shell))));
            }
            Program::Help => shell.dialog = Some(Dialog::Help(Help::default())),
            Program::Debris => reader.open_debris(shell),
            Program::Mouse => return shell.toggle_mouse(),
            Program::Redraw => return vec![Effect::Redraw],
            Program::Suspend => return vec![Effect::Suspend],
            Program::Cancel => reader.cancel(shell),
            Program::Leave => return self.leave_screen(),
            Program::Quit => return self.quit(),
        }
        Vec::new()
    }
}
