//! Saves annotations and the codebook in a thread of its own, at once after each change, so that no key waits
//! for a disk. One
//! save of annotations at a time: what is written meanwhile is saved after it, on top of what came
//! of it. Knows the store and the order of things, not what annotations say.

use std::{
    collections::VecDeque,
    io,
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Sender, channel},
    },
};

use super::{event::Event, jobs, progress};
use crate::{
    annotations::{Entry, Index, TagChange},
    app::{DocId, annotating::saved::Saved},
    document::{Document, HeadField},
    store::{self, Store, Where},
};

/// Hands what is to be saved to the thread.
pub(super) struct Saver {
    jobs: Sender<Job>,
    /// Whether annotations are being saved.
    is_busy: bool,
    /// Whether there is more of them to be saved once that is done.
    is_due: bool,
    /// Changes of the codebook that are on their way.
    codebook_changes: VecDeque<TagChange>,
    /// Those that could not be saved.
    failed_changes: Vec<TagChange>,
}

/// Something to be saved.
pub(super) enum Job {
    Annotations { entries: Vec<Entry>, refused: Vec<(String, String)>, document: Arc<Document> },
    Head { field: HeadField, value: Option<String>, entries: Vec<Entry>, document: Arc<Document> },
    Codebook(TagChange),
}

impl Saver {
    /// Starts the thread that saves to a store and a codebook; it ends when this is dropped.
    ///
    /// # Errors
    /// Where there is no thread to be had.
    pub(super) fn start(
        id: DocId,
        mut store: Store,
        codebook: PathBuf,
        events: Sender<Event>,
    ) -> io::Result<Self> {
        Self::start_with(id, events, move |job| match job {
            Job::Annotations { entries, refused, document } => {
                store.refuse(refused);
                Event::Saved(id, save(&mut store, entries, &document))
            }
            Job::Head { field, value, entries, document } => {
                store.correct(vec![(field, value)]);
                let saved = save(&mut store, entries, &document);
                // What was corrected before is not to be kept again with the next save.
                store.correct(Vec::new());
                Event::Corrected(id, saved)
            }
            Job::Codebook(change) => Event::CodebookSaved(id, save_codebook(&codebook, &change)),
        })
    }

    fn start_with(
        id: DocId,
        events: Sender<Event>,
        mut carry_out: impl FnMut(Job) -> Event + Send + 'static,
    ) -> io::Result<Self> {
        let (jobs, work) = channel();
        jobs::start("saving", progress::STACK, events, move |events| {
            for job in work {
                let failed: fn(DocId, String) -> Event = match &job {
                    Job::Annotations { .. } => |id, why| Event::Saved(id, Err(why)),
                    Job::Head { .. } => |id, why| Event::Corrected(id, Err(why)),
                    Job::Codebook(_) => |id, why| Event::CodebookSaved(id, Err(why)),
                };
                let event = jobs::caught(|| carry_out(job)).unwrap_or_else(|why| failed(id, why));
                if events.send(event).is_err() {
                    break;
                }
            }
        })?;
        Ok(Self {
            jobs,
            is_busy: false,
            is_due: false,
            codebook_changes: VecDeque::new(),
            failed_changes: Vec::new(),
        })
    }

    /// Saves annotations, now or once the save under way has ended.
    pub(super) fn save(
        &mut self,
        entries: &[Entry],
        refused: &[(String, String)],
        document: &Arc<Document>,
    ) {
        if self.is_busy {
            self.is_due = true;
            return;
        }
        let (entries, refused) = (entries.to_vec(), refused.to_vec());
        let job = Job::Annotations { entries, refused, document: Arc::clone(document) };
        // The thread is there as long as this is: it ends by nothing else.
        self.is_busy = self.jobs.send(job).is_ok();
        self.is_due = false;
    }

    /// Saves a field of the head, with the annotations as they are.
    pub(super) fn correct(
        &mut self,
        field: HeadField,
        value: Option<String>,
        entries: &[Entry],
        document: &Arc<Document>,
    ) {
        let (entries, document) = (entries.to_vec(), Arc::clone(document));
        // The thread is there as long as this is: it ends by nothing else.
        let _ = self.jobs.send(Job::Head { field, value, entries, document });
    }

    /// Saves a change of the codebook.
    pub(super) fn save_codebook(&mut self, change: TagChange) {
        match self.jobs.send(Job::Codebook(change.clone())) {
            Ok(()) => self.codebook_changes.push_back(change),
            Err(_) => self.failed_changes.push(change),
        }
    }

    /// Whether annotations are being saved.
    pub(super) fn is_busy(&self) -> bool {
        self.is_busy
    }

    /// Takes note that a save of annotations has ended; whether another is due.
    pub(super) fn ended(&mut self) -> bool {
        self.is_busy = false;
        std::mem::take(&mut self.is_due)
    }

    /// Takes note that a change of the codebook is saved, or is known not to be.
    pub(super) fn codebook_ended(&mut self, is_saved: bool) {
        // They are saved one after another.
        let change = self.codebook_changes.pop_front();
        self.failed_changes.extend(change.filter(|_| !is_saved));
    }

    /// Whether changes of the codebook are not saved yet.
    pub(super) fn owes_codebook(&self) -> bool {
        !self.codebook_changes.is_empty()
    }

    /// All changes of the codebook that are not known to be saved.
    pub(super) fn unsaved_changes(&self) -> Vec<TagChange> {
        self.failed_changes.iter().chain(&self.codebook_changes).cloned().collect()
    }
}

fn save(store: &mut Store, entries: Vec<Entry>, document: &Document) -> Result<Box<Saved>, String> {
    let index = Index::new(document);
    let (saved, place) =
        store.save(&entries, &|entries| index.sort(entries)).map_err(|e| e.to_string())?;
    let elsewhere = match place {
        Where::Beside => None,
        Where::Elsewhere(path) => Some(path.display().to_string()),
    };
    Ok(Box::new(Saved { sent: entries, entries: saved, elsewhere }))
}

/// Writes down what tags mean, a file of a few lines.
fn save_codebook(path: &std::path::Path, change: &TagChange) -> Result<(), String> {
    let changed = store::change_codebook(path, &|book| book.apply(change));
    changed.map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_save_that_panics_is_one_that_failed_and_the_next_is_done() {
        let (events, happened) = channel();
        let mut is_first = true;
        let mut saver = Saver::start_with(DocId::FIRST, events, move |_| {
            assert!(!std::mem::take(&mut is_first), "a mistake of ours");
            Event::Saved(DocId::FIRST, Ok(Box::default()))
        });
        let saver = saver.as_mut().expect("started");
        let document = Arc::new(Document::default());
        saver.save(&[], &[], &document);
        saver.save(&[], &[], &document);
        let Ok(Event::Saved(_, Err(why))) = happened.recv() else { panic!("no answer") };
        assert!(why.contains("a mistake of ours"), "{why}");
        assert!(saver.ended(), "the second is due");
        saver.save(&[], &[], &document);
        assert!(matches!(happened.recv(), Ok(Event::Saved(_, Ok(_)))));
        assert!(!saver.ended());
        // A change of the codebook that fails is not forgotten.
        let change = |name: &str| TagChange::Rename("a".into(), name.into());
        ["b", "c"].into_iter().for_each(|name| saver.save_codebook(change(name)));
        assert!(saver.owes_codebook());
        saver.codebook_ended(false);
        saver.codebook_ended(true);
        assert!(!saver.owes_codebook());
        assert_eq!(saver.unsaved_changes(), [change("b")]);
    }
}
