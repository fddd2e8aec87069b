//! What the commands share that ask a library: gathering it, with progress on standard error, the reasons why
//! files could not be read, and what to do where its index is damaged. Knows no command.

use std::{
    io::{self, IsTerminal as _, Write as _},
    panic,
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    thread,
    time::Duration,
};

use super::answer::{self, Misses};
use crate::{
    document::Symbol,
    error::Error,
    library::{Library, PassageId, Query, Unreadable},
    opening::{
        full_path,
        library::{Gathered, Progress, as_kept, gather},
    },
    store::{cache, in_archive},
    text::printable,
};

/// How long reading may take in silence, and how often progress is told.
const TICK: Duration = Duration::from_millis(300);

/// Gathers the library of some paths; complains of what could not be read.
pub(super) fn gathered(paths: &[PathBuf], misses: &mut Misses) -> Library {
    let progress = Progress::default();
    let (done, is_done) = mpsc::channel::<()>();
    // A panic in a file is a reason why it is not read, and is told as one.
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let gathered = thread::scope(|scope| {
        let progress = &progress;
        scope.spawn(move || tell(progress, &is_done));
        let gathered = gather(paths, progress, &|| true);
        drop(done);
        gathered
    });
    panic::set_hook(hook);
    let Gathered { library, unread, complaints, .. } = gathered;
    for unread in unread {
        misses.add_in_words(&format!("{}: {}", unread.path, unread.reason));
    }
    for complaint in complaints {
        answer::complain_in_words(&complaint, None);
    }
    library
}

/// Tells progress on one line, where somebody sees it, until all is done.
fn tell(progress: &Progress, is_done: &Receiver<()>) {
    let mut is_shown = false;
    let mut err = io::stderr();
    let is_seen = err.is_terminal();
    while is_done.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
        if is_seen {
            is_shown = true;
            let _ = write!(err, "\r\x1b[K{}", line(progress));
        }
    }
    if is_shown {
        let _ = write!(err, "\r\x1b[K");
    }
}

fn line(progress: &Progress) -> String {
    let (done, all) = (progress.done(), progress.all());
    match progress.left().map(|left| left.as_secs()) {
        _ if all == 0 => "Looking for documents … Ctrl-c stops".to_owned(),
        None => format!("Reading {all} documents … Ctrl-c stops"),
        Some(left) => {
            format!("Reading {done} of {all}, {left} s left … Ctrl-c stops, what is read is kept")
        }
    }
}

/// Asks the library of some paths. Where its index turns out to be damaged it is thrown away, made again, and asked
/// once more.
///
/// # Errors
/// Where it cannot be read then, either.
pub(super) fn asked<T>(
    paths: &[PathBuf],
    misses: &mut Misses,
    ask: impl Fn(&Library) -> Result<T, Unreadable>,
) -> Result<(Library, T), Error> {
    let library = gathered(paths, misses);
    let asked = ask(&library);
    if let Ok(answer) = asked {
        return Ok((library, answer));
    }
    forget(paths);
    let library = gathered(paths, misses);
    let answer = ask(&library).map_err(|why| damaged(paths, &why))?;
    Ok((library, answer))
}

fn forget(paths: &[PathBuf]) {
    for path in paths {
        if let Ok(cache) = cache::Cache::of(&full_path(path)) {
            cache.forget();
        }
    }
}

/// What is wrong with an index, after it was thrown away.
pub(super) fn damaged(paths: &[PathBuf], why: &Unreadable) -> Error {
    forget(paths);
    Error::Usage {
        what: "the index of the library".into(),
        why: why.to_string(),
        help: "it has been thrown away; the same command makes it again".into(),
    }
}

/// All passages that a query finds, in order.
pub(super) fn search(library: &Library, query: &Query) -> Result<Vec<PassageId>, Unreadable> {
    let all = library.search_all(query, &|| true)?;
    // What is shown first is looked at now: where it is damaged, it is not too late to read it again.
    all.iter().take(FIRST).try_for_each(|id| library.passage(*id).map(drop))?;
    Ok(all)
}

/// Passages that are looked at before anything is printed.
const FIRST: usize = 200;

/// The file that is named; where it is none and the name a symbol of the library, the file of that.
pub(super) fn named(file: &Path) -> PathBuf {
    let name = file.to_string_lossy();
    let is_there = file.exists() || in_archive(file).is_some();
    let is_symbol = !is_there && name.contains('/') && name.contains(char::is_numeric);
    let symbol = is_symbol.then(|| Symbol::new(&name));
    let found = symbol.and_then(|symbol| file_of_symbol(symbol.as_str()));
    found.unwrap_or_else(|| file.to_owned())
}

/// The file that a symbol stands for, in a library that was gathered before: one whose folder contains the
/// current one first.
fn file_of_symbol(symbol: &str) -> Option<PathBuf> {
    let (_, kept) = cache::caches().ok()?;
    let here = std::env::current_dir().unwrap_or_default();
    let mut folders: Vec<PathBuf> =
        kept.into_iter().filter_map(|kept| kept.root.map(PathBuf::from)).collect();
    folders.sort_by_key(|folder| !here.starts_with(folder));
    folders.into_iter().find_map(|folder| {
        let path = as_kept(&[folder]).file_of_symbol(symbol)?;
        Some(PathBuf::from(path)).filter(|path| path.is_file())
    })
}

/// Styles of words on a terminal; none into a pipe, nor where a person wants none.
#[derive(Clone, Copy, Debug)]
pub(super) struct Styles {
    is_on: bool,
}

impl Styles {
    /// Those of standard output.
    pub(super) fn of_output() -> Self {
        let is_wanted = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        Self { is_on: is_wanted && io::stdout().is_terminal() }
    }

    /// Whether there are any.
    pub(super) const fn is_on(self) -> bool {
        self.is_on
    }

    /// None.
    #[cfg(test)]
    pub(super) const fn none() -> Self {
        Self { is_on: false }
    }

    /// Words of others, harmless and in a style of ECMA-48.
    pub(super) fn put(self, words: &str, sgr: &str) -> String {
        let mut out = String::new();
        self.write(&mut out, words, sgr);
        out
    }

    /// The same, written behind what is there.
    pub(super) fn write(self, out: &mut String, words: &str, sgr: &str) {
        let words = printable::line(words);
        if self.is_on && !sgr.is_empty() && !words.is_empty() {
            for piece in ["\x1b[", sgr, "m", &words, "\x1b[0m"] {
                out.push_str(piece);
            }
        } else {
            out.push_str(&words);
        }
    }
}

/// A date for people: `24 December 2017`.
pub(super) fn in_words(date: &str) -> String {
    let read: Result<jiff::civil::Date, _> = date.parse();
    read.map_or_else(|_| date.to_owned(), |date| date.strftime("%-d %B %Y").to_string())
}

/// Places in bytes as places in characters.
pub(super) fn in_characters(text: &str, range: &std::ops::Range<usize>) -> [usize; 2] {
    let count =
        |range: std::ops::Range<usize>| text.get(range).map_or(0, |part| part.chars().count());
    let start = count(0..range.start);
    [start, start + count(range.clone())]
}
