//! `seized tags`: the tags in use, how often and for what; and to call one by another name.

use std::{
    collections::BTreeMap,
    env,
    fmt::Write as _,
    path::{Path, PathBuf},
};

use clap::Args;

use super::{
    Outcome,
    answer::{self, Misses},
    paths, tag,
};
use crate::{
    annotations::{AnnotationList, Entry, clean_tag, rename_tag},
    config,
    error::Error,
    store,
    text::{counted, printable},
};

#[derive(Debug, Args)]
#[command(
    after_help = "A codebook, `tags.ron` beside the documents or at the root of their git repository, says\n\
                  what tags mean: (version: 1, tags: [(name: \"mandate\", colour: Some(\"yellow\"),\n\
                  description: \"Who must act\", alias: [\"task\"])])\n\n\
                  Example: seized tags resolutions/\n         \
                  seized tags --rename mandate duty resolutions/"
)]
pub(super) struct Arguments {
    /// Documents, files of annotations, or folders of them
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Call a tag, and all below it, by another name; where that is in use, the two become one
    #[arg(long, num_args = 2, value_names = ["FROM", "TO"])]
    rename: Option<Vec<String>>,
    /// Count annotations too that were carried from an older text and that nobody has reviewed
    #[arg(long)]
    inherited: bool,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let mut misses = Misses::default();
    let sources = paths::Reached::by(&arguments.paths, &mut misses).annotated();
    let outcome = match arguments.rename.as_deref() {
        Some([from, to]) => rename(arguments, &sources, (from, to), &mut misses),
        _ => list(arguments, &sources, &mut misses),
    };
    outcome.map(|outcome| misses.outcome(outcome))
}

fn list(arguments: &Arguments, sources: &[PathBuf], misses: &mut Misses) -> Result<Outcome, Error> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for source in sources {
        let Some(file) = misses.or_none(store::look(source)) else { continue };
        let mut entries = file.entries();
        entries.retain(|entry| {
            arguments.inherited || !matches!(entry, Entry::Annotation(own) if own.is_unreviewed())
        });
        for (tag, count) in AnnotationList::new(entries).tags() {
            *counts.entry(tag.to_owned()).or_default() += count;
        }
    }
    let folder = folder_of(arguments);
    let path = store::find_codebook(&folder, config::folder().as_deref());
    let book = path.and_then(|path| misses.or_none(store::read_codebook(&path)));
    let book = book.unwrap_or_default();
    // What is described and not in use yet is there to be used.
    for note in book.tags() {
        counts.entry(note.name.clone()).or_default();
    }
    let mut out = String::new();
    for (tag, count) in &counts {
        let description = book.get(tag).map_or("", |note| &note.description);
        let gap = if description.is_empty() { "" } else { "\t" };
        // Writing to a String cannot fail.
        let (tag, description) = (printable::line(tag), printable::line(description));
        let _ = writeln!(out, "{count}\t{tag}{gap}{description}");
    }
    answer::to_people(&out)?;
    Ok(Outcome::Done)
}

fn rename(
    arguments: &Arguments,
    sources: &[PathBuf],
    (from, to): (&str, &str),
    misses: &mut Misses,
) -> Result<Outcome, Error> {
    let clean = |tag: &str| clean_tag(tag).ok_or_else(|| tag::no_tag(tag));
    let (from, to) = (clean(from)?, clean(to)?);
    let now = tag::now();
    let (mut files, mut count, mut places) = (0, 0, String::new());
    for source in sources {
        let rewritten = store::rewrite(source, &|entries| rename_tag(entries, &from, &to, &now));
        let Some(changed) = misses.or_none(rewritten).filter(|changed| *changed > 0) else {
            continue;
        };
        files += 1;
        count += changed;
        // Writing to a String cannot fail.
        let _ = writeln!(places, "  {}: {}", answer::name(source), counted(changed, "annotation"));
    }
    let folder = folder_of(arguments);
    let path = store::find_codebook(&folder, None).unwrap_or_else(|| store::new_codebook(&folder));
    if count > 0 || store::read_codebook(&path)?.get(&from).is_some() {
        store::change_codebook(&path, &|book| book.rename(&from, &to))?;
        let here = env::current_dir().unwrap_or_default();
        let shown = answer::name(path.strip_prefix(here).unwrap_or(&path));
        let _ = writeln!(places, "  {shown}: {from} leads to {to}");
    }
    let (entries, documents) = (counted(count, "annotation"), counted(files, "document"));
    answer::of_what_is_done(&format!("{from} is now {to}: {entries} in {documents}\n{places}"))?;
    Ok(if count > 0 { Outcome::Done } else { Outcome::No })
}

/// The folder whose codebook is meant: that of the first path.
fn folder_of(arguments: &Arguments) -> PathBuf {
    let first = arguments.paths.first().map_or(Path::new("."), PathBuf::as_path);
    if first.is_dir() { first.to_owned() } else { store::folder_of_source(first) }
}
