//! The run loop: what happens → [`App::update`] → effects → one drawing. The only module that
//! touches the terminal. It waits on one channel, so that nothing wakes up while nobody does
//! anything. Knows no file: what is read again, and how, it is given.

mod background;
mod editor;
mod input;
mod keeper;
mod patience;
mod reread;
mod screen;
mod signals;
mod watch;
mod writer;

pub use background::{Ground, depth, ground};
pub use patience::{Stages, patiently};
pub use reread::Source;

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
    app::{
        App, Effect, Message, Notice,
        arrange::Size,
        saving::{Kept, Saving},
        tagging::TagChange,
    },
    document::Document,
    store::{self, Store},
    text::printable,
    ui::{self, theme::Theme},
};
use keeper::Keeper;
use screen::Screen;
use writer::Writer;

/// Something that happened outside the reader.
enum Happening {
    /// The person did something.
    Input(Vec<Message>),
    /// The file of the document changed.
    Changed,
    /// This came of reading it again.
    Reread(Result<Box<Document>, String>),
    /// The file of the annotations changed, by us or another.
    Rewritten,
    /// This came of saving the annotations.
    Saved(Result<Box<Kept>, String>),
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
}

/// How long a file must have been left alone before it is read again: editors write in steps.
const QUIET: Duration = Duration::from_millis(60);

/// How long leaving waits for a disk.
const PATIENCE: Duration = Duration::from_secs(10);

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
pub fn run(app: App, mut setup: Setup) -> io::Result<App> {
    let (happenings, happened) = channel();
    signals::start(happenings.clone())?;
    let screen = Screen::new(setup.mouse);
    let prelude = screen.enter()?;
    let (writer, next) = (Writer::new(), Buffer::default());
    let (mut watched, mut codebook, mut keeper) = (None, None, None);
    if let Some(margin) = setup.margin.take() {
        (watched, codebook) = (Some(margin.watched), Some(margin.codebook));
        keeper = Some(Keeper::new(margin.store, happenings.clone()));
    }
    let mut desk = Desk {
        app,
        setup,
        screen,
        prelude,
        writer,
        next,
        keeper,
        watched,
        codebook,
        is_rereading: false,
    };
    // From here on a failure to write means that the terminal is gone, and that nobody is there to
    // be told.
    let _ = desk.work(&happenings, &happened);
    // However it ended: what was written is saved.
    desk.finish_saving(&happened);
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
    keeper: Option<Keeper>,
    /// The file of the annotations.
    watched: Option<PathBuf>,
    codebook: Option<PathBuf>,
    /// Whether the document is being read again.
    is_rereading: bool,
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
        let _watch = source.and_then(|source| {
            watch::start(&source.path, source.changed_at, sender.clone(), || Happening::Changed)
        });
        let _watch_margin = self.watched.as_ref().and_then(|path| {
            watch::start(path, changed_at(path), sender.clone(), || Happening::Rewritten)
        });
        let mut reload_at = None;
        let mut merge_at = None;
        allow(&permit);
        loop {
            let then = match self.wait(happened, [reload_at, merge_at]) {
                Ok(Happening::Input(messages)) => {
                    let told = self.tell_all(messages)?;
                    let stays = told == Then::Leave && !self.is_left(happened);
                    let then = if stays { Then::GoOn } else { told };
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
                Ok(Happening::Rewritten) => {
                    merge_at = Some(Instant::now() + QUIET);
                    continue;
                }
                Ok(Happening::Saved(result)) => {
                    self.saved(result);
                    Then::GoOn
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
                Ok(Happening::Reread(read)) => {
                    self.is_rereading = false;
                    self.reload(read)?
                }
                Err(RecvTimeoutError::Timeout) if is_due(reload_at) => {
                    // One reading at a time: what changes during it is read after it.
                    reload_at = self.is_rereading.then(|| Instant::now() + QUIET);
                    self.reread(sender);
                    continue;
                }
                Err(RecvTimeoutError::Timeout) if is_due(merge_at) => {
                    merge_at = None;
                    self.save();
                    continue;
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
        due: [Option<Instant>; 2],
    ) -> Result<Happening, RecvTimeoutError> {
        let until = |at: Instant| at.saturating_duration_since(Instant::now());
        let due = due.into_iter().flatten().map(until);
        match due.chain(self.app.deadline()).min() {
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
                Effect::Save => self.save(),
                Effect::Codebook(change) => self.change_codebook(&change),
                Effect::Edit(text) => return self.edit(&text),
                Effect::Suspend => self.suspend()?,
            }
        }
        Ok(Then::GoOn)
    }

    fn save(&mut self) {
        if let Some(keeper) = &mut self.keeper {
            keeper.save(self.app.entries(), self.app.shared_document());
        }
    }

    /// Tells the reader what came of saving, and saves what was written meanwhile.
    fn saved(&mut self, result: Result<Box<Kept>, String>) {
        let is_due = self.keeper.as_mut().is_some_and(|keeper| {
            keeper.is_busy = false;
            std::mem::take(&mut keeper.is_due)
        });
        let message = match result {
            Ok(kept) => Message::Kept(kept),
            Err(why) => Message::NotKept(why),
        };
        self.app.update(message);
        if is_due {
            self.save();
        }
    }

    /// Writes down what tags mean, a file of a few lines; what is wrong with it is said.
    fn change_codebook(&mut self, change: &TagChange) {
        let Some(path) = &self.codebook else { return };
        let changed = store::change_codebook(path, &|book| match change {
            TagChange::Rename(from, to) => book.rename(from, to),
            TagChange::Describe(name, description) => {
                let mut note = book.get(name).cloned().unwrap_or_default();
                name.clone_into(&mut note.name);
                description.clone_into(&mut note.description);
                book.put(note);
            }
        });
        if let Err(error) = changed {
            self.app.update(Message::Notice(Notice::warning(error.to_string())));
        }
    }

    /// Waits until what was written is saved, or is known not to be.
    fn finish_saving(&mut self, happened: &Receiver<Happening>) {
        let until = Instant::now() + PATIENCE;
        if self.app.saving() == &Saving::Due {
            self.save();
        }
        while self.keeper.as_ref().is_some_and(|keeper| keeper.is_busy) {
            match happened.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(Happening::Saved(result)) => self.saved(result),
                Ok(_) => {}
                Err(_) => return,
            }
        }
    }

    /// Whether leaving loses nothing, or is wanted all the same: somebody who was told that a save
    /// failed and leaves has decided so.
    fn is_left(&mut self, happened: &Receiver<Happening>) -> bool {
        let knows = matches!(self.app.saving(), Saving::Failed(_));
        self.finish_saving(happened);
        knows || !matches!(self.app.saving(), Saving::Failed(_))
    }

    /// Hands the terminal to the person's editor, and takes what it left.
    fn edit(&mut self, text: &str) -> io::Result<Then> {
        self.screen.leave();
        let edited = editor::edit(text);
        self.come_back()?;
        match edited {
            Ok(text) => self.tell(Message::Edited(Some(text))),
            Err(why) => {
                self.tell(Message::Edited(None))?;
                self.tell(Message::Notice(Notice::warning(why)))
            }
        }
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

    fn reread(&mut self, happenings: &Sender<Happening>) {
        if let (false, Some(source)) = (self.is_rereading, &self.setup.source) {
            self.is_rereading = reread::start(source, happenings.clone());
        }
    }

    fn reload(&mut self, read: Result<Box<Document>, String>) -> io::Result<Then> {
        match read {
            Ok(document) if *document == *self.app.document() => Ok(Then::GoOn),
            Ok(document) => self.tell(Message::Reload(document)),
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

impl<C: crossterm::Command> std::fmt::Display for CommandText<'_, C> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.write_ansi(f)
    }
}
