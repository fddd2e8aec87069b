//! The terminal's modes (alternate screen, mouse, pasted text, keys): taken while the reader runs and after it
//! was stopped, given back whatever happens. Knows nothing of
//! what is shown.

use std::{
    io::{self, Write as _},
    panic,
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use crossterm::terminal;

use super::{jobs, stuck};
use crate::app::panes::arrange::Size;

/// Whether the terminal is ours, so that it is given back once, by whoever comes first.
static IS_OURS: AtomicBool = AtomicBool::new(false);

/// Alternate screen; pasted text in brackets; keys that are otherwise alike told apart (the kitty
/// protocol, which terminals without it pass over).
const ENTER: &str = "\x1b[?1049h\x1b[?2004h\x1b[>1u";
/// The reverse of everything that may be on, the mouse included.
const LEAVE: &str =
    "\x1b[<u\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?2004l\x1b[?2026l\x1b[m\x1b[?25h\x1b[?1049l";
/// Presses, releases, drags and the wheel, in columns beyond 223 too.
const MOUSE_ON: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";
const MOUSE_OFF: &str = "\x1b[?1006l\x1b[?1002l\x1b[?1000l";

/// The terminal while it is ours. Dropping it gives it back.
#[derive(Debug)]
pub(super) struct Screen {
    mouse: bool,
}

impl Screen {
    /// Sees to it that a panic of this thread gives the terminal back before it says anything. One of
    /// another thread ends only what that was at, and is told when it is caught: written now, it
    /// would stand across the screen.
    pub(super) fn new(mouse: bool) -> Self {
        let report = panic::take_hook();
        let drawing = thread::current().id();
        panic::set_hook(Box::new(move |panic| {
            if thread::current().id() == drawing {
                give_back();
                report(panic);
            } else {
                jobs::remember_panic(panic);
                if !IS_OURS.load(Ordering::SeqCst) {
                    report(panic);
                }
            }
        }));
        Self { mouse }
    }

    /// Takes the terminal. What is returned is to be written before anything else, together with
    /// the first frame, so that nothing is to be seen in between.
    pub(super) fn enter(&self) -> io::Result<String> {
        terminal::enable_raw_mode()?;
        IS_OURS.store(true, Ordering::SeqCst);
        Ok(if self.mouse { [ENTER, MOUSE_ON].concat() } else { ENTER.to_owned() })
    }

    /// Gives the terminal back for a while.
    pub(super) fn leave(&self) {
        give_back();
    }

    /// Whether the terminal is given back.
    pub(super) fn is_left(&self) -> bool {
        !IS_OURS.load(Ordering::SeqCst)
    }

    /// Has the terminal report the mouse, or keep it for itself.
    pub(super) fn capture_mouse(&mut self, mouse: bool) -> io::Result<()> {
        self.mouse = mouse;
        write(if mouse { MOUSE_ON } else { MOUSE_OFF })
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

fn give_back() {
    if IS_OURS.swap(false, Ordering::SeqCst) {
        stuck::make_room();
        // A terminal that is gone needs nothing back.
        let _ = write(LEAVE);
        let _ = terminal::disable_raw_mode();
    }
}

/// The size of the terminal.
///
/// # Errors
/// Where there is no terminal.
pub fn size() -> io::Result<Size> {
    terminal::size().map(|(columns, rows)| Size { columns, rows })
}

/// Writes all of it at once.
pub(super) fn write(bytes: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes.as_bytes())?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_of_another_thread_leaves_the_terminal_to_the_reader() {
        let screen = Screen::new(false);
        IS_OURS.store(true, Ordering::SeqCst);
        let work = || jobs::caught(|| panic!("no such page"));
        let told = thread::spawn(work).join().expect("it is caught");
        let is_left = screen.is_left();
        IS_OURS.store(false, Ordering::SeqCst);
        drop(panic::take_hook());
        assert!(!is_left, "the reader goes on");
        let why = told.expect_err("a panic");
        assert!(why.contains("src/term/screen.rs") && why.contains("no such page"), "{why}");
    }
}
