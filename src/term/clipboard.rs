//! Puts text on the clipboard of whoever sits at the terminal: OSC 52, which works through ssh. Knows
//! one escape sequence.

use std::{fmt::Write as _, io};

use crossterm::{Command, clipboard::CopyToClipboard};

use super::screen;
use crate::text::printable;

/// Puts a text on the clipboard.
///
/// # Errors
/// Where the terminal is gone.
pub(super) fn copy(text: &str) -> io::Result<()> {
    let mut sequence = String::new();
    // What is pasted into a terminal must not act there: `ESC[201~` would end a bracketed paste.
    let text = printable::lines(text);
    let command = CopyToClipboard::to_clipboard_from(text.as_ref());
    if write!(sequence, "{}", CommandText(&command)).is_ok() {
        screen::write(&sequence)?;
    }
    Ok(())
}

/// A command of crossterm as the text that it is.
struct CommandText<'a, C>(&'a C);

impl<C: Command> std::fmt::Display for CommandText<'_, C> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.write_ansi(f)
    }
}
