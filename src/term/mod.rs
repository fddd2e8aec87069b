//! The run loop: what happens → [`App::update`] → effects → one drawing. The only module that
//! touches the terminal. It waits on one channel, so that nothing wakes up while nobody does
//! anything. Knows no file: what is read again, and how, it is given.
//!
//! | file | does |
//! |---|---|
//! | `session` | the loop itself: events, effects, drawing |
//! | `saving` | hands what is written to the `saver`, which is a thread; leaving, whatever the disk does |
//! | `suspend` | gives the terminal away for a while: to the shell, to the person's `editor` |
//! | `event`, `debounce` | what can happen, and when what happens again and again is dealt with |
//! | `input`, `signals`, `hang_up`, `watch`, `reread` | threads that say what happens |
//! | `jobs` | what all threads have in common: none can take the reader down |
//! | `screen`, `writer`, `background`, `clipboard` | the terminal: its modes, its cells, its colours, OSC 52 |
//! | `stuck` | a terminal that takes no more |
//! | `progress` | a line about what takes its time, before there is a reader |

mod background;
mod clipboard;
mod debounce;
mod editor;
mod event;
mod hang_up;
mod input;
mod jobs;
mod progress;
mod reread;
mod saver;
mod saving;
mod screen;
mod session;
mod signals;
mod stuck;
mod suspend;
mod watch;
mod writer;

pub use background::{Ground, depth, ground};
pub use progress::{Stages, patiently};
pub use reread::Source;

use std::{
    io,
    path::{Path, PathBuf},
    sync::mpsc::channel,
    time::SystemTime,
};

use crate::{
    app::{App, arrange::Size},
    store::{Refuge, Store},
    ui::theme::Theme,
};
use session::Session;

/// What the run loop needs beside the reader itself.
pub struct Setup {
    /// How everything looks.
    pub theme: Theme,
    /// Whether the terminal is asked for the mouse.
    pub mouse: bool,
    /// A file to watch, and how to read it again; what it cannot be read for is said.
    pub source: Option<Source>,
    /// Where annotations are saved; where that is nowhere, none are made.
    pub margin: Option<Margin>,
}

/// Where annotations are saved.
pub struct Margin {
    /// Saves them, merged with what others write.
    pub store: Store,
    /// The file that others write to.
    pub watched: PathBuf,
    /// The codebook, or where it will be.
    pub codebook: PathBuf,
    /// Where they go that cannot be saved; `None` where the person has no home.
    pub refuge: Option<Refuge>,
}

/// How the reader ended.
pub struct Ended {
    /// The reader as it was then.
    pub app: App,
    /// The signal that ended it, `SIGHUP` where the terminal went; `None` where the person left.
    pub signal: Option<u8>,
    /// What must be said about what could not be saved: where it is now, or that it is lost.
    pub unsaved: Option<String>,
}

/// When a file was changed last, for [`Source::changed_at`].
#[must_use]
pub fn changed_at(path: &Path) -> Option<SystemTime> {
    watch::changed_at(path)
}

/// The size of the terminal.
///
/// # Errors
/// Where there is no terminal.
pub fn size() -> io::Result<Size> {
    crossterm::terminal::size().map(|(columns, rows)| Size { columns, rows })
}

/// Runs the reader until the person leaves or the terminal goes.
///
/// # Errors
/// Where there is no terminal to take, or the threads that the reader needs cannot be started.
pub fn run(app: App, setup: Setup) -> io::Result<Ended> {
    let (events, happened) = channel();
    signals::start(events.clone())?;
    let mut session = Session::new(app, setup, events)?;
    let permit = session.open()?;
    // From here on a failure to write means that the terminal is gone, and that nobody is there to
    // be told.
    let signal = session.work(&happened, &permit).unwrap_or(Some(signals::HANG_UP));
    stuck::heard();
    let unsaved = session.end(&happened, signal.is_some());
    Ok(Ended { app: session.app, signal: signal.and_then(|n| u8::try_from(n).ok()), unsaved })
}
