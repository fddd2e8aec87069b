//! The run loop: what happens → [`App::update`] → effects → one drawing. The only module that
//! touches the terminal. It waits on one channel, so that nothing wakes up while nobody does
//! anything. Knows no file: what is read again, and how, it is given.

mod background;
mod input;
mod screen;
mod signals;
mod watch;
mod writer;

pub use background::{Ground, depth, ground};

use std::{
    fmt::Write as _,
    io,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel},
    time::{Duration, Instant, SystemTime},
};

use crossterm::clipboard::CopyToClipboard;
use ratatui::{buffer::Buffer, layout::Rect};

use crate::{
    app::{App, Effect, Message, Notice, arrange::Size},
    document::Document,
    ui::{self, theme::Theme},
};
use screen::Screen;
use writer::Writer;

/// Something that happened outside the reader.
enum Happening {
    /// The person did something.
    Input(Vec<Message>),
    /// The file of the document changed.
    Changed,
    /// We are asked to stop, as by Ctrl-z.
    Stop,
    /// We came back from being stopped.
    Continued,
    /// The terminal is gone, or we are asked to end.
    Gone,
}

/// What the run loop needs beside the reader itself.
pub struct Setup {
    /// How everything looks.
    pub theme: Theme,
    /// Whether the terminal is asked for the mouse.
    pub mouse: bool,
    /// A file to watch, and how to read it again; what it cannot be read for is said.
    pub source: Option<Source>,
}

/// A document that can be read again.
pub struct Source {
    /// Its file.
    pub path: PathBuf,
    /// When the file had been changed last, as it was read.
    pub changed_at: Option<SystemTime>,
    /// Reads it.
    pub read: Box<dyn Fn() -> Result<Document, String>>,
}

/// How long a file must have been left alone before it is read again: editors write in steps.
const QUIET: Duration = Duration::from_millis(60);

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

/// Runs the reader until the person leaves or the terminal goes, and returns it as it was then.
///
/// # Errors
/// Where there is no terminal to take.
pub fn run(app: App, setup: Setup) -> io::Result<App> {
    let (happenings, happened) = channel();
    signals::start(happenings.clone())?;
    let screen = Screen::new(setup.mouse);
    let prelude = screen.enter()?;
    let (writer, next) = (Writer::new(), Buffer::default());
    let mut desk = Desk { app, setup, screen, prelude, writer, next };
    // From here on a failure to write means that the terminal is gone, and that nobody is there to
    // be told.
    let _ = desk.work(&happenings, &happened);
    Ok(desk.app)
}

/// The reader at its terminal.
struct Desk {
    app: App,
    setup: Setup,
    screen: Screen,
    /// To be written before the next frame.
    prelude: String,
    writer: Writer,
    next: Buffer,
}

/// Whether to go on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    GoOn,
    Leave,
}

impl Desk {
    fn work(
        &mut self,
        sender: &Sender<Happening>,
        happened: &Receiver<Happening>,
    ) -> io::Result<()> {
        self.draw()?;
        let permit = input::start(sender.clone());
        if self.has_other_size()? {
            self.draw()?;
        }
        let source = self.setup.source.as_ref();
        let _watch =
            source.and_then(|source| watch::start(&source.path, source.changed_at, sender.clone()));
        let mut reload_at = None;
        allow(&permit);
        loop {
            let then = match self.wait(happened, reload_at) {
                Ok(Happening::Input(messages)) => {
                    let then = self.tell_all(messages)?;
                    if then == Then::GoOn {
                        self.draw()?;
                        allow(&permit);
                        continue;
                    }
                    then
                }
                Ok(Happening::Changed) => {
                    reload_at = Some(Instant::now() + QUIET);
                    continue;
                }
                Ok(Happening::Stop) => {
                    self.suspend()?;
                    Then::GoOn
                }
                Ok(Happening::Continued) => {
                    // Whoever had the terminal meanwhile may have left it in any mode.
                    self.screen.leave();
                    self.come_back()?;
                    Then::GoOn
                }
                Ok(Happening::Gone) | Err(RecvTimeoutError::Disconnected) => Then::Leave,
                Err(RecvTimeoutError::Timeout) if is_due(reload_at) => {
                    reload_at = None;
                    self.reload()?
                }
                Err(RecvTimeoutError::Timeout) => self.tell(Message::Timeout)?,
            };
            if then == Then::Leave {
                return Ok(());
            }
            self.draw()?;
        }
    }

    /// Waits for what happens next, no longer than something is due.
    fn wait(
        &self,
        happened: &Receiver<Happening>,
        reload_at: Option<Instant>,
    ) -> Result<Happening, RecvTimeoutError> {
        let until_reload = reload_at.map(|at| at.saturating_duration_since(Instant::now()));
        match [self.app.deadline(), until_reload].into_iter().flatten().min() {
            Some(time) => happened.recv_timeout(time),
            None => happened.recv().map_err(|_| RecvTimeoutError::Disconnected),
        }
    }

    fn tell_all(&mut self, messages: Vec<Message>) -> io::Result<Then> {
        for message in messages {
            if self.tell(message)? == Then::Leave {
                return Ok(Then::Leave);
            }
        }
        Ok(Then::GoOn)
    }

    fn tell(&mut self, message: Message) -> io::Result<Then> {
        for effect in self.app.update(message) {
            match effect {
                Effect::Quit => return Ok(Then::Leave),
                Effect::Copy(text) => copy(&text)?,
                Effect::CaptureMouse(mouse) => self.screen.capture_mouse(mouse)?,
                Effect::Redraw => self.writer.forget(),
                Effect::Suspend => self.suspend()?,
            }
        }
        Ok(Then::GoOn)
    }

    /// Gives the terminal to the shell until it gives it back.
    fn suspend(&mut self) -> io::Result<()> {
        self.screen.leave();
        signals::stop()?;
        self.come_back()
    }

    /// Takes the terminal again, which may show anything now, and in another size.
    fn come_back(&mut self) -> io::Result<()> {
        self.prelude = self.screen.enter()?;
        self.writer.forget();
        self.has_other_size()?;
        Ok(())
    }

    /// Whether the terminal has another size than the reader thinks; it knows it then.
    fn has_other_size(&mut self) -> io::Result<bool> {
        let size = size()?;
        let differs = size != self.app.view().arrangement().size;
        if differs {
            self.app.update(Message::Resize(size));
        }
        Ok(differs)
    }

    fn reload(&mut self) -> io::Result<Then> {
        let Some(source) = &self.setup.source else { return Ok(Then::GoOn) };
        match (source.read)() {
            Ok(document) if document == *self.app.document() => Ok(Then::GoOn),
            Ok(document) => self.tell(Message::Reload(Box::new(document))),
            Err(why) => {
                let notice = Notice::warning(format!("{why}; what was read before is shown"));
                self.tell(Message::Notice(notice))
            }
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        let Size { columns, rows } = self.app.view().arrangement().size;
        let area = Rect::new(0, 0, columns, rows);
        if self.next.area != area {
            self.next = Buffer::empty(area);
        }
        let cursor = ui::draw(&self.app, &self.setup.theme, &mut self.next);
        let bytes = self.writer.frame(&mut self.next, cursor);
        if !self.prelude.is_empty() {
            self.prelude.push_str(bytes);
            return screen::write(&std::mem::take(&mut self.prelude));
        }
        if bytes.is_empty() { Ok(()) } else { screen::write(bytes) }
    }
}

fn is_due(at: Option<Instant>) -> bool {
    at.is_some_and(|at| at <= Instant::now())
}

fn allow(permit: &SyncSender<()>) {
    // One permit is enough; a reader that is gone says so itself.
    let _ = permit.try_send(());
}

/// OSC 52: works through ssh.
fn copy(text: &str) -> io::Result<()> {
    let mut sequence = String::new();
    let command = CopyToClipboard::to_clipboard_from(text);
    if write!(sequence, "{}", CommandText(&command)).is_ok() {
        screen::write(&sequence)?;
    }
    Ok(())
}

/// A command of crossterm as the text that it is.
struct CommandText<'a, C>(&'a C);

impl<C: crossterm::Command> std::fmt::Display for CommandText<'_, C> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.write_ansi(f)
    }
}
