//! The reader at its terminal: waits for what happens next, tells it to the reader, carries out what
//! the reader asks, and draws. Knows nothing of how any of it is done.

use std::{
    io,
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender},
    time::{Duration, Instant},
};

use super::{
    clipboard, event::Event, folder_news::FolderNews, frames::Frames, hang_up, input, jobs,
    librarian::Librarian, open_file::OpenFile, progress, session_config::SessionConfig, stuck,
    suspend::Lent,
};
use crate::app::{App, DocId, Effect, Message, Notice, Reread};

/// The reader at its terminal.
pub(super) struct Session {
    pub(super) app: App,
    pub(super) config: SessionConfig,
    /// What is open.
    pub(super) files: Vec<OpenFile>,
    pub(super) frames: Frames,
    /// Where everything that happens is told.
    pub(super) events: Sender<Event>,
    /// When the person is asked who wants to leave and waits for the disk.
    pub(super) asks_at: Option<Instant>,
    /// What the person's editor has, while it has the terminal.
    pub(super) lent: Option<Lent>,
    /// Whether we have stopped ourselves and not yet heard that we go on.
    pub(super) is_stopping: bool,
    /// Answers what is asked of the library, once something was.
    pub(super) librarian: Option<Librarian>,
    /// What is watched beside the open files.
    pub(super) folder_news: FolderNews,
    /// Until when the reader waits for another key.
    key_until: Option<Instant>,
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
    /// The reader at a terminal that is ours.
    pub(super) fn new(
        app: App,
        config: SessionConfig,
        files: Vec<OpenFile>,
        frames: Frames,
        events: Sender<Event>,
    ) -> Self {
        Self {
            app,
            config,
            files,
            frames,
            events,
            asks_at: None,
            lent: None,
            is_stopping: false,
            librarian: None,
            folder_news: FolderNews::default(),
            key_until: None,
        }
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
        for file in &mut self.files {
            file.watch(&self.events);
        }
        if self.config.folders.is_empty() {
            self.tell(Message::Started)?;
        } else {
            self.tell(Message::BeginWithCatalogue)?;
            self.draw()?;
        }
        allow(&permit);
        Ok(permit)
    }

    /// What is held of a document beside the reader; `None` where it is closed.
    pub(super) fn file(&mut self, id: DocId) -> Option<&mut OpenFile> {
        self.files.iter_mut().find(|file| file.id == id)
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
                    Err(RecvTimeoutError::Timeout) => self.go_on_with_work()?,
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
        if self.app.has_more_to_do() {
            return happened.recv_timeout(Duration::ZERO);
        }
        let of_files = self.files.iter().filter_map(OpenFile::due_at);
        let of_folders = self.folder_news.due_at();
        match of_files.chain(of_folders).chain(self.asks_at).chain(self.key_until).min() {
            Some(at) => happened.recv_timeout(at.saturating_duration_since(Instant::now())),
            None => happened.recv().map_err(|_| RecvTimeoutError::Disconnected),
        }
    }

    /// Does what its time has come for, whatever else happens.
    fn do_what_is_due(&mut self) -> io::Result<Flow> {
        let now = Instant::now();
        for file in &mut self.files {
            if let Err(cause) = file.reread_if_due(now, self.app.reader_of(file.id), &self.events) {
                self.app.update(Message::Notice(Notice::warning(cause.to_string())));
            }
            if file.annotation_changes.take_due(now) {
                file.save(self.app.reader_of(file.id));
            }
        }
        for message in self.folder_news.take_due(now) {
            let flow = self.tell(message)?;
            self.draw()?;
            if flow != Flow::GoOn {
                return Ok(flow);
            }
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
            Event::SourceChanged(id) => {
                if let Some(file) = self.file(id) {
                    file.source_changes.stir(now);
                }
                return Ok(Flow::GoOn);
            }
            Event::AnnotationsChanged(id) => {
                if let Some(file) = self.file(id) {
                    file.annotation_changes.stir(now);
                }
                return Ok(Flow::GoOn);
            }
            Event::LibraryChanged => {
                self.folder_news.library_changed(now);
                return Ok(Flow::GoOn);
            }
            Event::SiblingsChanged => {
                self.folder_news.siblings_changed(now);
                return Ok(Flow::GoOn);
            }
            Event::Input(messages) => {
                // Who types on goes on reading, and leaves another time.
                self.asks_at = None;
                let flow = self.tell_all(messages)?;
                self.await_key();
                flow
            }
            Event::Reread(id, read) => self.reload(id, read)?,
            Event::Opened(id, opened) => self.take_opened(id, opened)?,
            Event::FolderTags(id, tags) => self.tell(Message::FolderTags(id, tags))?,
            Event::Answered(id, answer) => self.take_answer(id, answer)?,
            Event::Files(files) => self.tell(Message::Files(files))?,
            Event::Saved(id, result) => self.saved(id, result)?,
            Event::Corrected(id, result) => self.corrected(id, result)?,
            Event::CodebookSaved(id, result) => self.codebook_saved(id, result)?,
            Event::Edited(edited) => self.take_back(edited)?,
            Event::Stop => self.stop()?,
            Event::Continued => self.go_on()?,
            Event::Ended(signal) if self.is_for_editor(signal) => {
                stuck::heard_and_goes_on();
                Flow::GoOn
            }
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
                    self.frames.capture_mouse(mouse).map(|()| Flow::GoOn)?
                }
                Effect::Redraw => {
                    self.frames.forget();
                    Flow::GoOn
                }
                Effect::Open(id, wanted) => self.start_to_open(id, wanted)?,
                Effect::ListFiles(id) => self.list_files(id)?,
                Effect::Ask(id, ask) => self.ask_library(id, ask)?,
                Effect::ListTags(id) => self.list_tags(id)?,
                Effect::Close(id) => {
                    self.files.retain(|file| file.id != id);
                    Flow::GoOn
                }
                Effect::WriteComparison(a, b, path) => self.write_comparison(a, b, path)?,
                Effect::Browse(address) => self.browse(&address)?,
                effect @ (Effect::Save(_)
                | Effect::Codebook(..)
                | Effect::Correct(..)
                | Effect::TakenIn(_)
                | Effect::PutAway(_)) => {
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
        let id = self.app.reader().id();
        if self.file(id).is_none_or(|file| file.is_prepared) {
            return;
        }
        let Some(prepare) = self.app.preparation() else { return };
        // Without a thread it is done when it is needed.
        let _ = jobs::start("indexing", progress::STACK, self.events.clone(), |_| prepare());
        if let Some(file) = self.file(id) {
            file.is_prepared = true;
        }
    }

    /// Takes another version of a document that was read again.
    fn reload(&mut self, id: DocId, read: Result<Box<Reread>, String>) -> io::Result<Flow> {
        let Some(file) = self.file(id) else { return Ok(Flow::GoOn) };
        file.was_reread();
        match read {
            Ok(reread)
                if self.app.reader_of(id).is_some_and(|r| *r.document() == reread.document) =>
            {
                Ok(Flow::GoOn)
            }
            Ok(reread) => {
                if let Some(file) = self.file(id) {
                    file.is_prepared = false;
                }
                self.tell(Message::Reload(id, reread))
            }
            Err(why) => {
                let notice = Notice::warning(format!("{why}; what was read before is shown"));
                self.tell(Message::Notice(notice))
            }
        }
    }

    /// Draws, if the terminal is ours.
    pub(super) fn draw(&mut self) -> io::Result<()> {
        self.frames.draw(&self.app, &self.config.theme)
    }
}

fn allow(permit: &SyncSender<()>) {
    // One permit is enough; a reader that is gone says so itself.
    let _ = permit.try_send(());
}
