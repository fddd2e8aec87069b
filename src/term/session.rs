//! The reader at its terminal: waits for what happens next, tells it to the reader, carries out what
//! the reader asks, and draws. Knows nothing of how any of it is done.

use std::{
    io,
    path::PathBuf,
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender},
    time::Instant,
};

use ratatui::{buffer::Buffer, layout::Rect};

use super::{
    Setup, clipboard,
    debounce::Debounce,
    event::Event,
    hang_up, input, jobs, progress, reread,
    saver::Saver,
    screen::{self, Screen},
    suspend::Lent,
    watch::{self, Watch},
    writer::Writer,
};
use crate::{
    annotations::Entry,
    app::{App, Effect, Message, Notice, arrange::Size},
    document::Document,
    store::Refuge,
    ui,
};

/// The reader at its terminal.
pub(super) struct Session {
    pub(super) app: App,
    pub(super) setup: Setup,
    pub(super) screen: Screen,
    /// To be written before the next frame.
    pub(super) prelude: String,
    pub(super) writer: Writer,
    next: Buffer,
    /// Where everything that happens is told.
    pub(super) events: Sender<Event>,
    /// `None` where nothing may be written.
    pub(super) saver: Option<Saver>,
    pub(super) refuge: Option<Refuge>,
    /// The annotations that are on the disk, as far as we know.
    pub(super) on_disk: Vec<Entry>,
    /// When the person is asked who wants to leave and waits for the disk.
    pub(super) asks_at: Option<Instant>,
    /// Whether what is in the refuge was taken in, and can be forgotten once it is saved.
    pub(super) is_taken_in: bool,
    /// What the person's editor has, while it has the terminal.
    pub(super) lent: Option<Lent>,
    /// Whether we have stopped ourselves and not yet heard that we go on.
    pub(super) is_stopping: bool,
    /// Until when the reader waits for another key.
    key_until: Option<Instant>,
    /// Whether the document is being read again.
    is_rereading: bool,
    /// Whether the index of this version of the document is made, or being made.
    is_prepared: bool,
    source_changes: Debounce,
    annotation_changes: Debounce,
    /// The file of the annotations.
    watched: Option<PathBuf>,
    /// They last as long as this.
    watches: [Option<Watch>; 2],
}

/// Whether to go on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    GoOn,
    /// The person leaves.
    Leave,
    /// We must end, by this signal.
    End(i32),
}

impl Session {
    /// Takes the terminal.
    pub(super) fn new(app: App, mut setup: Setup, events: Sender<Event>) -> io::Result<Self> {
        let (mut watched, mut saver, mut refuge) = (None, None, None);
        if let Some(margin) = setup.margin.take() {
            watched = Some(margin.watched);
            refuge = margin.refuge;
            saver = Some(Saver::start(margin.store, margin.codebook, events.clone())?);
        }
        let screen = Screen::new(setup.mouse);
        let prelude = screen.enter()?;
        Ok(Self {
            on_disk: app.entries().to_vec(),
            app,
            setup,
            screen,
            prelude,
            writer: Writer::new(),
            next: Buffer::default(),
            events,
            saver,
            refuge,
            asks_at: None,
            is_taken_in: false,
            lent: None,
            is_stopping: false,
            key_until: None,
            is_rereading: false,
            is_prepared: false,
            source_changes: Debounce::default(),
            annotation_changes: Debounce::default(),
            watched,
            watches: [None, None],
        })
    }

    /// Draws the first frame and starts the threads that say what happens. Returns what allows keys
    /// to be read.
    ///
    /// # Errors
    /// Where the terminal is gone, or there are no threads to be had.
    pub(super) fn open(&mut self) -> io::Result<SyncSender<()>> {
        self.draw()?;
        let permit = input::start(self.events.clone())?;
        hang_up::start(self.events.clone())?;
        if self.has_other_size()? {
            self.draw()?;
        }
        let source = self.setup.source.as_ref();
        let watch = source.and_then(|source| {
            let news = || Event::SourceChanged;
            watch::start(&source.path, source.changed_at, &self.events, news)
        });
        let watch_annotations = self.watched.as_ref().and_then(|path| {
            let news = || Event::AnnotationsChanged;
            watch::start(path, watch::changed_at(path), &self.events, news)
        });
        self.watches = [watch, watch_annotations];
        allow(&permit);
        Ok(permit)
    }

    /// Runs until the person leaves, or a signal ends us: which one.
    ///
    /// # Errors
    /// Where the terminal is gone.
    pub(super) fn work(
        &mut self,
        happened: &Receiver<Event>,
        permit: &SyncSender<()>,
    ) -> io::Result<Option<i32>> {
        loop {
            let mut flow = self.do_what_is_due()?;
            if flow == Flow::GoOn {
                flow = match self.wait(happened) {
                    Ok(event) => self.hear(event, permit)?,
                    Err(RecvTimeoutError::Timeout) => continue,
                    Err(RecvTimeoutError::Disconnected) => Flow::Leave,
                };
            }
            match flow {
                Flow::GoOn => {}
                Flow::Leave => return Ok(None),
                Flow::End(signal) => return Ok(Some(signal)),
            }
        }
    }

    /// Waits for what happens next, no longer than something is due.
    fn wait(&self, happened: &Receiver<Event>) -> Result<Event, RecvTimeoutError> {
        let due = [
            self.source_changes.due_at(),
            self.annotation_changes.due_at(),
            self.asks_at,
            self.key_until,
        ];
        match due.into_iter().flatten().min() {
            Some(at) => happened.recv_timeout(at.saturating_duration_since(Instant::now())),
            None => happened.recv().map_err(|_| RecvTimeoutError::Disconnected),
        }
    }

    /// Does what its time has come for, whatever else happens.
    fn do_what_is_due(&mut self) -> io::Result<Flow> {
        let now = Instant::now();
        if self.source_changes.take_due(now) {
            if self.is_rereading {
                // One reading at a time: what changes during it is read after it.
                self.source_changes.stir(now);
            } else {
                self.reread();
            }
        }
        if self.annotation_changes.take_due(now) {
            self.save();
        }
        if self.asks_at.is_some_and(|at| at <= now) {
            let flow = self.stay("the disk does not answer".into())?;
            self.draw()?;
            return Ok(flow);
        }
        if self.key_until.is_some_and(|at| at <= now) {
            let flow = self.tell(Message::Timeout)?;
            self.await_key();
            self.draw()?;
            return Ok(flow);
        }
        Ok(Flow::GoOn)
    }

    /// Does what an event asks for.
    fn hear(&mut self, event: Event, permit: &SyncSender<()>) -> io::Result<Flow> {
        let now = Instant::now();
        // Nothing else may let keys be read: they would be taken from the editor.
        let has_keys = matches!(event, Event::Input(_) | Event::Edited(_));
        let flow = match event {
            Event::SourceChanged => {
                self.source_changes.stir(now);
                return Ok(Flow::GoOn);
            }
            Event::AnnotationsChanged => {
                self.annotation_changes.stir(now);
                return Ok(Flow::GoOn);
            }
            Event::Input(messages) => {
                // Who types on goes on reading, and leaves another time.
                self.asks_at = None;
                let flow = self.tell_all(messages)?;
                self.await_key();
                flow
            }
            Event::Reread(read) => {
                self.is_rereading = false;
                self.reload(read)?
            }
            Event::Saved(result) => self.saved(result)?,
            Event::CodebookSaved(result) => self.codebook_saved(result)?,
            Event::Edited(edited) => self.take_back(edited)?,
            Event::Stop => self.stop()?,
            Event::Continued => self.go_on()?,
            Event::Ended(signal) if self.is_for_editor(signal) => Flow::GoOn,
            Event::Ended(signal) => Flow::End(signal),
            Event::Failed(why) => self.tell(Message::Notice(Notice::warning(why)))?,
        };
        if flow == Flow::GoOn && self.lent.is_none() {
            self.draw()?;
            if has_keys {
                allow(permit);
            }
        }
        Ok(flow)
    }

    fn tell_all(&mut self, messages: Vec<Message>) -> io::Result<Flow> {
        let mut messages = messages.into_iter().peekable();
        while let Some(message) = messages.next() {
            let flow = match self.written(&message) {
                // What is typed faster than it is read costs what one key does.
                Some(first) => {
                    let mut text = String::from(first);
                    while let Some(c) = messages.peek().and_then(|next| self.written(next)) {
                        text.push(c);
                        messages.next();
                    }
                    self.tell(Message::Typed(text))?
                }
                None => self.tell(message)?,
            };
            // What was typed on, after the key that calls the editor, was typed for the editor.
            if flow != Flow::GoOn || self.lent.is_some() {
                return Ok(flow);
            }
        }
        Ok(Flow::GoOn)
    }

    /// The character that a message adds to the text being written, and nothing else.
    fn written(&self, message: &Message) -> Option<char> {
        match message {
            Message::Key(key) => self.app.writes(*key),
            _ => None,
        }
    }

    /// Tells the reader something, and does what it asks for.
    pub(super) fn tell(&mut self, message: Message) -> io::Result<Flow> {
        for effect in self.app.update(message) {
            let flow = match effect {
                Effect::Quit => self.leave_when_saved(),
                Effect::QuitUnsaved => Flow::Leave,
                Effect::Edit(text) => self.lend(text)?,
                Effect::Suspend => self.stop_together()?,
                Effect::Copy(text) => clipboard::copy(&text).map(|()| Flow::GoOn)?,
                Effect::CaptureMouse(mouse) => {
                    self.screen.capture_mouse(mouse).map(|()| Flow::GoOn)?
                }
                Effect::Redraw => {
                    self.writer.forget();
                    Flow::GoOn
                }
                effect => {
                    self.write_down(effect);
                    Flow::GoOn
                }
            };
            if flow != Flow::GoOn {
                return Ok(flow);
            }
        }
        self.prepare();
        Ok(Flow::GoOn)
    }

    /// Waits for another key no longer than the reader does.
    fn await_key(&mut self) {
        self.key_until = self.app.deadline().map(|time| Instant::now() + time);
    }

    /// Has ready, when the first annotation is made, what it needs.
    fn prepare(&mut self) {
        if self.is_prepared {
            return;
        }
        let Some(prepare) = self.app.preparation() else { return };
        self.is_prepared = true;
        // Without a thread it is done when it is needed.
        let _ = jobs::start("indexing", progress::STACK, self.events.clone(), |_| prepare());
    }

    fn reread(&mut self) {
        let Some(source) = &self.setup.source else { return };
        match reread::start(source, self.events.clone()) {
            Ok(()) => self.is_rereading = true,
            Err(cause) => {
                self.app.update(Message::Notice(Notice::warning(cause.to_string())));
            }
        }
    }

    fn reload(&mut self, read: Result<Box<Document>, String>) -> io::Result<Flow> {
        match read {
            Ok(document) if *document == *self.app.document() => Ok(Flow::GoOn),
            Ok(document) => {
                self.is_prepared = false;
                self.tell(Message::Reload(document))
            }
            Err(why) => {
                let notice = Notice::warning(format!("{why}; what was read before is shown"));
                self.tell(Message::Notice(notice))
            }
        }
    }

    /// Draws, if the terminal is ours.
    fn draw(&mut self) -> io::Result<()> {
        if self.screen.is_left() {
            return Ok(());
        }
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

fn allow(permit: &SyncSender<()>) {
    // One permit is enough; a reader that is gone says so itself.
    let _ = permit.try_send(());
}
