//! What keys do to a text being written, and when it is kept or dropped. The editing itself is that of
//! `ratatui-textarea`.

use ratatui_textarea::Input;

use super::{
    answer::{Action, Answer},
    draft::{Draft, Upon, title},
};
use crate::app::{
    Notice,
    context::Context,
    keys::key::{Code, Key, Named},
};

impl Draft {
    /// Esc keeps what was written, since that is what a hand does to get out of anything; dropping it takes Ctrl-c twice,
    /// with a word in between.
    pub(super) fn press(&mut self, key: Key) -> Answer {
        match (key.code, key.ctrl) {
            (Code::Named(Named::Esc), _) | (Code::Char('s'), true) => self.commit(),
            (Code::Char('c'), true) if self.is_warned || !self.is_changed() => Answer::Close,
            (Code::Char('c'), true) => {
                self.is_warned = true;
                let said = "Ctrl-c again drops what you wrote; Esc keeps it";
                Answer::Do(Action::Say(Notice::warning(said)))
            }
            (Code::Char('e'), true) => {
                Answer::CloseAnd(Action::EditOutside(Box::new(self.clone())))
            }
            // One line is enough for a name.
            (Code::Named(Named::Enter), _) if !matches!(self.upon, Upon::Annotation(_)) => {
                self.commit()
            }
            // As in every other line that is typed; in a note it takes back what was typed last.
            (Code::Char('u'), true) if !matches!(self.upon, Upon::Annotation(_)) => {
                self.text.delete_line_by_head();
                Answer::Stay
            }
            _ => {
                self.is_warned = false;
                self.text.input(input(key));
                Answer::Stay
            }
        }
    }

    fn commit(&self) -> Answer {
        Answer::CloseAnd(Action::Commit(Box::new(self.clone())))
    }

    /// Puts pasted text in, without what would act on a terminal.
    pub(super) fn paste(&mut self, text: &str) -> Answer {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let clean: String =
            text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
        self.insert(&clean);
        Answer::Stay
    }

    /// Finds the place it is upon in another version of the document, and says so where it is gone.
    pub(super) fn find_again(&mut self, context: &Context<'_>) -> Answer {
        let Upon::Annotation(target) = &mut self.upon else { return Answer::Stay };
        let called = context.called(target);
        let was_adrift = std::mem::replace(
            &mut self.is_adrift,
            !target.find_again(context.annotations, context.document),
        );
        if !self.is_adrift {
            self.title = title(context, &self.upon);
            return Answer::Stay;
        }
        if !was_adrift {
            self.title = format!("{} (gone from the text)", self.title);
        }
        let said = format!("{called} is gone from the text; Esc keeps the note without a place");
        Answer::Do(Action::Say(Notice::warning(said)))
    }
}

/// A key as the text area knows it.
fn input(key: Key) -> Input {
    use ratatui_textarea::Key as Pressed;
    let pressed = match key.code {
        Code::Char(c) => Pressed::Char(c),
        Code::F(number) => Pressed::F(number),
        Code::Named(named) => match named {
            Named::Enter => Pressed::Enter,
            Named::Tab => Pressed::Tab,
            Named::Backspace => Pressed::Backspace,
            Named::Delete => Pressed::Delete,
            Named::Left => Pressed::Left,
            Named::Right => Pressed::Right,
            Named::Up => Pressed::Up,
            Named::Down => Pressed::Down,
            Named::Home => Pressed::Home,
            Named::End => Pressed::End,
            Named::PageUp => Pressed::PageUp,
            Named::PageDown => Pressed::PageDown,
            Named::Esc | Named::Insert => Pressed::Null,
        },
    };
    Input { key: pressed, ctrl: key.ctrl, alt: key.alt, shift: key.shift }
}
