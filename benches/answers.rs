//! How long a library takes to answer within one program, as the reader asks it: `cargo bench --bench answers --
//! FOLDER`. The index of the folder is made where there is none, in the cache directory of whoever asks. Prints
//! medians and 99th percentiles, and the most memory the program ever had.

#![allow(clippy::print_stdout, reason = "this is what it is for")]

use std::{
    fs,
    path::PathBuf,
    time::{Duration, Instant},
};

use seized::{
    library::{Asked, Library, Matcher, PassageId, Query},
    opening::library::{Progress, as_kept, gather},
};

/// What is sought, and how often each.
const QUERIES: [&str; 12] = [
    "\"human rights defenders in the\"",
    "\"recalling also its resolution\"",
    "\"full enjoyment of all human rights\"",
    "\"peace\"",
    "\"all other\"",
    "report",
    "disarm*",
    "women NEAR peace",
    "sustainable development -climate",
    "verb:requests organ:ga report year:2010..2017",
    "the",
    "zzz",
];
const TIMES: usize = 20;
/// The passages that are shown of what is found.
const SHOWN: usize = 50;
/// Paragraphs whose uses are sought.
const PARAGRAPHS: usize = 2000;

fn main() {
    let Some(folder) = std::env::args().skip(1).find(|argument| !argument.starts_with('-')) else {
        println!("a folder of documents is to be named");
        return;
    };
    let folders = [PathBuf::from(folder)];
    let began = Instant::now();
    drop(gather(&folders, &Progress::default(), &|| true));
    println!("made or compared: {:?}", began.elapsed());
    time("taken as it is kept", 5, || drop(as_kept(&folders)));
    time("compared with what is there", 5, || {
        drop(gather(&folders, &Progress::default(), &|| true));
    });
    let library = gather(&folders, &Progress::default(), &|| true).library;
    memory("a library");
    time("the catalogue", 5, || drop(library.catalogue()));
    memory("the catalogue");
    for query in QUERIES {
        search(&library, query);
    }
    memory("the searches");
    uses(&library);
    memory("the uses");
    let count = library.mandates().expect("it can be read").len();
    time(&format!("{count} mandates"), 5, || drop(library.mandates()));
    memory("the mandates");
}

fn search(library: &Library, query: &str) {
    let read = Query::read(query).expect("a query");
    let matcher = Matcher::new(&read);
    let mut found = 0;
    time(query, TIMES, || {
        let all = library.search_all(&read, &|| true).expect("it can be read");
        found = all.len();
        for id in all.iter().take(SHOWN) {
            let passage = library.passage(*id).expect("it can be read");
            let _ = matcher.hits(&passage.text, passage.language);
        }
    });
    println!("    {found} passages");
}

/// The uses of paragraphs from all over the library, the first of them with what differs.
fn uses(library: &Library) {
    let mut all: Vec<PassageId> = Vec::new();
    for (held, segment) in library.segments().iter().zip(0..) {
        all.extend((0..held.segment.passages()).map(|passage| PassageId { segment, passage }));
    }
    let step = (all.len() / PARAGRAPHS).max(1);
    let (mut took, mut count) = (Vec::new(), 0);
    for id in all.iter().step_by(step) {
        let text = library.text(*id).expect("it can be read");
        if text.split_whitespace().count() < 8 {
            continue;
        }
        let began = Instant::now();
        let asked = Asked::new(&text, 0.65, Some(*id));
        let candidates = library.uses(&asked, &|| true).expect("it can be read");
        let of_each = candidates.iter().map(|one| library.agreed(&asked, one.id));
        let uses = of_each.filter_map(|used| used.expect("it can be read"));
        count += uses.take(SHOWN).count();
        took.push(began.elapsed());
    }
    told(&format!("uses of {} paragraphs, {count} in all", took.len()), took);
}

fn time(name: &str, times: usize, mut work: impl FnMut()) {
    let took = (0..times).map(|_| {
        let began = Instant::now();
        work();
        began.elapsed()
    });
    told(name, took.collect());
}

fn told(name: &str, mut took: Vec<Duration>) {
    took.sort_unstable();
    let at = |share: usize| took.get(took.len() * share / 100).copied().unwrap_or_default();
    let most = took.last().copied().unwrap_or_default();
    println!("{name}: p50 {:.1?}, p99 {:.1?}, most {most:.1?}", at(50), at(99));
}

/// The most memory the program has had until now.
fn memory(after: &str) {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
    println!("    after {after}: {line}");
}
