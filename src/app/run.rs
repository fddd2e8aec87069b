//! Keys → commands → whoever does them: the program, the documents, or the document that is read.

use super::{
    App, Effect,
    dialog::{Dialog, Help, Palette},
    keys::{
        command::{Annotating, Command, Documents, Following, Program},
        input::Typed,
        key::{Key, Named},
    },
};

impl App {
    /// What a key does: in a dialog if there is one, else as a command.
    pub(super) fn press(&mut self, key: Key) -> Vec<Effect> {
        let Self { shell, readers } = self;
        shell.notice = None;
        if shell.dialog.is_some() {
            return self.press_in_dialog(key);
        }
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
        let Self { shell, readers } = self;
        let reader = readers.current_mut();
        if command != Command::Follow(Following::Footnote) {
            reader.forget_trail();
        }
        match command {
            Command::Move(command) => reader.run_move(shell, command, count),
            Command::Panes(command) => reader.run_panes(shell, command),
            Command::Follow(command) => return reader.run_follow(shell, command, count),
            Command::Search(command) => reader.run_search(shell, command, count),
            Command::Copy(command) => return reader.run_copy(shell, command),
            Command::Annotate(Annotating::Undo) if reader.read_only.is_none() => {
                return self.undo(false);
            }
            Command::Annotate(Annotating::Redo) if reader.read_only.is_none() => {
                return self.undo(true);
            }
            Command::Annotate(command) => return reader.run_annotate(shell, command),
            Command::Documents(command) => return self.run_documents(command),
            Command::Program(command) => return self.run_program(command),
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

    fn run_program(&mut self, command: Program) -> Vec<Effect> {
        let Self { shell, readers } = self;
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
            Program::Quit => return self.quit(),
        }
        Vec::new()
    }
}
