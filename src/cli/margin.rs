//! The annotations of a document that is opened to be read: where they are kept, and what the
//! person must know of the state they are in.

use std::{env, path::Path};

use jiff::Timestamp;

use crate::{
    annotations::{Codebook, Corrections, Entry, Fault},
    app::{App, annotate::Scribe},
    config::{self, Config},
    error::Error,
    store::{self, Refuge, Store},
    term,
};

/// What was found beside a document.
#[derive(Default)]
pub(super) struct Margin {
    entries: Vec<Entry>,
    /// Where to save; nothing where nothing may be written.
    pub(super) store: Option<term::Margin>,
    /// Why nothing may be written.
    frozen: Option<String>,
    /// What tags mean.
    codebook: Codebook,
    /// Why that is not known.
    codebook_fault: Option<String>,
    /// What cannot be read.
    faults: Vec<Fault>,
    /// What a person corrected in the head of the document.
    pub(super) corrections: Corrections,
}

/// What has no file of its own.
pub(super) enum Source<'a> {
    /// A file.
    File(&'a Path),
    /// What came through a pipe.
    Pipe,
    /// The built-in sample.
    Sample(&'a str),
}

/// Reads the annotations of a document. What cannot be read is said on the screen, and then nothing
/// is written: a damaged file is never overwritten.
pub(super) fn read(source: &Source<'_>, bytes: &[u8], symbol: Option<&str>) -> Margin {
    match open(source, bytes, symbol) {
        Ok(margin) => margin,
        Err(error) => Margin {
            frozen: Some(format!("annotations are not read, and none can be made: {error}")),
            ..Margin::default()
        },
    }
}

fn open(source: &Source<'_>, bytes: &[u8], symbol: Option<&str>) -> Result<Margin, Error> {
    let pipe_location = |name, bytes| store::pipe_location(name, bytes).map_err(Error::NoHome);
    let path = match source {
        Source::File(path) => path.to_path_buf(),
        Source::Pipe => pipe_location("pipe", Some(bytes))?,
        Source::Sample(name) => pipe_location(name, None)?,
    };
    let (store, file) = Store::open(&path, bytes, symbol)?;
    let newer = "these annotations were made by a newer seized and can only be read";
    let frozen = file.is_newer().then(|| newer.to_owned());
    let watched = store::sidecar_path(&path);
    let entries = file.entries();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let found = store::find_codebook(folder, config::folder().as_deref());
    let (codebook, codebook_fault) = match found.as_deref().map(store::read_codebook) {
        None => (Codebook::default(), None),
        Some(Ok(codebook)) => (codebook, None),
        // Tags work without what they mean.
        Some(Err(error)) => (Codebook::default(), Some(error.to_string())),
    };
    let place = found.unwrap_or_else(|| store::new_codebook(folder));
    let refuge = Refuge::of(&path, store::source_line(&path, bytes, symbol));
    let store =
        frozen.is_none().then_some(term::Margin { store, watched, codebook: place, refuge });
    let corrections = file.corrections();
    Ok(Margin {
        entries,
        store,
        frozen,
        faults: file.faults,
        corrections,
        codebook,
        codebook_fault,
    })
}

impl Margin {
    /// The reader with these annotations; what the person must know goes to `complaints`.
    pub(super) fn show_in(
        &mut self,
        app: App,
        config: &Config,
        complaints: &mut Vec<String>,
    ) -> App {
        if let Some(fault) = self.faults.first() {
            let (count, line, column) = (self.faults.len(), fault.line, fault.column);
            complaints.push(format!(
                "{count} of the annotations cannot be read, the first at {line}:{column}; they are \
                 kept as they stand (seized check says more)"
            ));
        }
        complaints.extend(self.frozen.clone());
        complaints.extend(self.codebook_fault.take());
        let app = app.with_codebook(std::mem::take(&mut self.codebook));
        let app = app.with_annotations(std::mem::take(&mut self.entries), scribe(config));
        complaints.extend(app.doubts_in_words());
        if let Some(why) = &self.frozen {
            return app.frozen(why.clone());
        }
        let mut app = app;
        if let Some(refuge) = self.store.as_ref().and_then(|margin| margin.refuge.as_ref()) {
            offer(&mut app, refuge, complaints);
        }
        app
    }
}

/// Offers what could not be saved the last time.
fn offer(app: &mut App, refuge: &Refuge, complaints: &mut Vec<String>) {
    match refuge.read() {
        Ok(None) => {}
        Ok(Some(unsaved)) => {
            if !app.offer(unsaved.base, unsaved.entries)
                && let Err(error) = refuge.forget()
            {
                complaints.push(error.to_string());
            }
        }
        Err(error) => complaints.push(error.to_string()),
    }
}

fn scribe(config: &Config) -> Scribe {
    let author = config.author.clone().or_else(|| env::var("USER").ok());
    Scribe { author: author.unwrap_or_default(), now }
}

fn now() -> String {
    Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
