//! The run loop: what happens → [`App::update`] → effects → one drawing. The only module that
//! touches the terminal. It waits on one channel, so that nothing wakes up while nobody does
//! anything.
//!
//! | file | does |
//! |---|---|
//! | `session` | the loop itself: events, effects, drawing |
//! | `saving` | hands what is written to the `saver`, which is a thread; leaving, whatever the disk does |
//! | `suspend` | gives the terminal away for a while: to the shell, to the person's `editor` |
//! | `documents` | opens what the reader asks for, and says what lies beside it |
//! | `open_file` | what is held of one open document beside the reader: how it is saved, watched, read again |
//! | `event`, `debounce` | what can happen, and when what happens again and again is dealt with |
//! | `input`, `signals`, `hang_up`, `watch`, `reread`, `open` | threads that say what happens, or what came of it |
//! | `in_between` | what is done while nothing happens |
//! | `librarian`, `question`, `shelf`, `answering`, `reading` | a thread that answers what is asked of the library, and while its folders are read of what is known so far |
//! | `jobs` | what all threads have in common: none can take the reader down |
//! | `frames` | what is drawn, frame by frame, on a terminal that is ours |
//! | `screen`, `writer`, `background`, `clipboard`, `browser` | the terminal: its modes, its cells, its colours, OSC 52; the person's browser |
//! | `stuck` | a terminal that takes no more |
//! | `progress` | a line about what takes its time, before there is a reader |

mod answering;
mod background;
mod browser;
mod clipboard;
mod debounce;
mod documents;
mod editor;
mod event;
mod folder_news;
mod frames;
mod hang_up;
mod in_between;
mod input;
mod jobs;
mod librarian;
mod moved_rows;
mod open;
mod open_file;
mod past;
mod pen;
mod progress;
mod question;
mod reading;
mod reread;
mod saver;
mod saving;
mod screen;
mod seeking;
mod session;
mod session_config;
mod shelf;
mod signals;
mod stuck;
mod subject;
mod suspend;
mod watch;
mod writer;
mod writing;

pub use background::{Ground, depth, ground};
pub use progress::{Stages, patiently};
pub use screen::size;
pub use session_config::SessionConfig;

use std::{
    io,
    sync::mpsc::{Receiver, Sender, channel},
};

use crate::{
    app::{App, DocId, OpenedDocument},
    opening::{Beginning, Opened},
    ui::theme::Theme,
};
use event::Event;
use frames::Frames;
use open_file::OpenFile;
use session::Session;

/// How the reader ended.
pub struct Ended {
    /// The reader as it was then.
    pub app: App,
    /// The signal that ended it, `SIGHUP` where the terminal went; `None` where the person left.
    pub signal: Option<u8>,
    /// What must be said about what could not be saved: where it is now, or that it is lost.
    pub unsaved: Vec<String>,
    /// Under which name each document is remembered.
    pub remembered_as: Vec<(DocId, String)>,
}

/// A terminal that is ours, with what happens at it from now on. Dropping it gives it back.
pub struct Terminal {
    events: Sender<Event>,
    happened: Receiver<Event>,
    frames: Frames,
}

impl Terminal {
    /// Takes the terminal. From now on signals are heard by [`run`].
    ///
    /// # Errors
    /// Where there is none, or no thread for signals.
    pub fn take(mouse: bool) -> io::Result<Self> {
        let (events, happened) = channel();
        signals::start(events.clone())?;
        Ok(Self { events, happened, frames: Frames::take(mouse)? })
    }

    /// Shows what a document begins with in a reader that does nothing else, while the whole of it is read.
    ///
    /// # Errors
    /// Where the terminal is gone.
    pub fn show_beginning(
        &mut self,
        mut app: App,
        beginning: Beginning,
        theme: &Theme,
    ) -> io::Result<()> {
        let id = app.take_id();
        let Beginning { name, document, place } = beginning;
        app.add(id, OpenedDocument { name, document, place, ..OpenedDocument::default() });
        app.begin(Vec::new());
        self.frames.draw(&app, theme)
    }
}

/// Runs the reader on these documents until the person leaves or the terminal goes.
///
/// # Errors
/// Where the terminal is gone before anything is shown, or the threads that the reader needs cannot be started.
pub fn run(
    terminal: Terminal,
    mut app: App,
    opened: Vec<Opened>,
    config: SessionConfig,
    mut complaints: Vec<String>,
) -> io::Result<Ended> {
    let Terminal { events, happened, frames } = terminal;
    let mut files = Vec::new();
    for opened in opened {
        let id = app.take_id();
        let (file, document) = OpenFile::new(id, opened, &events)?;
        complaints.extend(app.add(id, document));
        files.push(file);
    }
    app.begin(complaints);
    let mut session = Session::new(app, config, files, frames, events);
    let permit = session.open()?;
    // From here on a failure to write means that the terminal is gone, and that nobody is there to
    // be told.
    let signal = session.work(&happened, &permit).unwrap_or(Some(signals::HANG_UP));
    stuck::heard();
    let unsaved = session.end(&happened, signal.is_some());
    let remembered_as =
        session.files.iter().map(|file| (file.id, file.origin.remembered_as())).collect();
    let signal = signal.and_then(|n| u8::try_from(n).ok());
    Ok(Ended { app: session.app, signal, unsaved, remembered_as })
}
