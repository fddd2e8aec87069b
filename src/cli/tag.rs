//! `seized tag`: adds tags to a paragraph, and removes them.

use std::{path::PathBuf, sync::Arc};

use clap::Args;
use jiff::Timestamp;

use super::{Outcome, answer, place};
use crate::{
    annotations::{Annotation, Codebook, Entry, Index, clean_tag, corrected, fresh},
    config,
    document::{Document, Passage, Shape},
    error::Error,
    opening::files,
    parse,
    store::{self, Store, Where},
};

#[derive(Debug, Args)]
#[command(
    after_help = "Example: seized tag A_RES_72_247.txt OP14 follow-up mandate/report\n         \
                  seized tag A_RES_72_247.txt 'fn 7' -- -follow-up"
)]
pub(super) struct Arguments {
    /// The document
    file: PathBuf,
    /// The paragraph: OP14, PP3, "para. 9 (a)", "annex I", "fn 7"; or several: "paras. 1-4"
    citation: String,
    /// Tags to add; `-TAG` removes one, with `--` before them
    #[arg(required = true)]
    tags: Vec<String>,
}

/// What is to become of the tags of a paragraph.
struct Wanted {
    added: Vec<String>,
    removed: Vec<String>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let bytes = files::bytes(&arguments.file)?;
    let (document, _) = parse::parse(&files::manuscript_of(bytes.clone(), &arguments.file)?);
    let folder = store::folder_of_source(&arguments.file);
    let codebook = store::find_codebook(&folder, config::folder().as_deref());
    let codebook =
        codebook.map(|path| store::read_codebook(&path)).transpose()?.unwrap_or_default();
    let wanted = wanted(&arguments.tags, &codebook)?;
    let symbol = document.head.symbol.as_ref().map(|symbol| symbol.as_str());
    let mut store = Store::open(&arguments.file, &bytes, symbol)?;
    let document = corrected(document, &store.file().corrections());
    let passages = tagged_passages(&document, arguments)?;
    let index = Index::new(&document);
    let mut entries = store.file().entries();
    let mut said = String::new();
    for passage in &passages {
        let (after, what) = tagged(entries, &index, *passage, &wanted);
        entries = after;
        said.push_str(&format!("{}: {what}\n", document.citation(*passage)));
    }
    let (_, place) = store.save(&entries, &|entries| index.sort(entries))?;
    let place = where_kept(&place);
    answer::of_what_is_done(&format!("{}{place}\n", said.trim_end()))?;
    Ok(Outcome::Done)
}

/// The places to tag: one, or the paragraphs of a stretch, without the items in them.
fn tagged_passages(document: &Document, arguments: &Arguments) -> Result<Vec<Passage>, Error> {
    let mut passages = place::find(document, &arguments.citation, &arguments.file)?;
    if let [first, _, ..] = passages.as_slice() {
        let depth = |passage: &Passage| match passage {
            Passage::Block(index) => document.blocks.get(*index).map_or(0, |block| block.depth),
            Passage::Title | Passage::Footnote(_) => 0,
        };
        let shallow = depth(first);
        let is_heading = |passage: &Passage| match passage {
            Passage::Block(index) => {
                document.blocks.get(*index).is_some_and(|block| block.shape == Shape::Heading)
            }
            Passage::Title | Passage::Footnote(_) => false,
        };
        passages.retain(|passage| depth(passage) <= shallow && !is_heading(passage));
    }
    Ok(passages)
}

/// What is said of where annotations went, if not beside their document.
pub(super) fn where_kept(place: &Where) -> String {
    match place {
        Where::Elsewhere(path) => {
            format!(
                " (kept in {}, as beside it is read-only, a link, an archive, or no room for its name)",
                answer::name(path)
            )
        }
        Where::Beside => String::new(),
    }
}

/// The moment, as annotations have it.
pub(super) fn now() -> String {
    Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// The complaint about what is no tag.
pub(super) fn no_tag(typed: &str) -> Error {
    Error::Usage {
        what: format!("tag {typed:?}"),
        why: "is no tag".into(),
        help: "a tag has letters or digits, and `/` between its levels: mandate/report".into(),
    }
}

/// The tags as they are kept: an old name becomes the one that the codebook has for it now. What is
/// removed may have either.
fn wanted(typed: &[String], codebook: &Codebook) -> Result<Wanted, Error> {
    let mut wanted = Wanted { added: Vec::new(), removed: Vec::new() };
    for typed in typed {
        let (list, name) = match typed.strip_prefix('-') {
            Some(name) => (&mut wanted.removed, name),
            None => (&mut wanted.added, typed.as_str()),
        };
        let name = clean_tag(name).ok_or_else(|| no_tag(typed))?;
        let current = codebook.current(&name);
        if typed.starts_with('-') && current != name {
            list.push(name);
        }
        if !list.contains(&current) {
            list.push(current);
        }
    }
    Ok(wanted)
}

/// The entries with the tags changed on the annotation of the whole passage, or on a new one; and
/// what was done, in words.
fn tagged(
    mut entries: Vec<Entry>,
    index: &Index,
    passage: Passage,
    wanted: &Wanted,
) -> (Vec<Entry>, String) {
    let stamp = now();
    let (mut added, mut removed) = (Vec::new(), Vec::new());
    let is_here = |entry: &Entry| {
        let found = || index.find(entry.at()).place;
        !entry.is_bookmark()
            && entry.at().quote.is_none()
            && found().is_some_and(|(here, _)| here == passage)
    };
    let here: Vec<String> =
        entries.iter().filter(|entry| is_here(entry)).map(|entry| entry.id().to_owned()).collect();
    if here.is_empty() && !wanted.added.is_empty() {
        added.clone_from(&wanted.added);
        entries.push(Entry::from(Annotation {
            id: fresh(),
            at: index.whole(passage),
            tags: wanted.added.clone(),
            created: stamp.clone(),
            modified: stamp.clone(),
            ..Annotation::default()
        }));
    }
    for entry in &mut entries {
        let Entry::Annotation(annotation) = entry else { continue };
        let Some(place) = here.iter().position(|id| *id == annotation.id) else { continue };
        let annotation = Arc::make_mut(annotation);
        let before = annotation.tags.clone();
        annotation.tags.retain(|tag| !wanted.removed.contains(tag));
        removed.extend(before.iter().filter(|tag| !annotation.tags.contains(tag)).cloned());
        // Of several annotations on the paragraph the first gets what none of them has.
        for tag in wanted.added.iter().filter(|_| place == 0) {
            if !annotation.tags.contains(tag) {
                annotation.tags.push(tag.clone());
                added.push(tag.clone());
            }
        }
        if annotation.tags != before {
            annotation.modified.clone_from(&stamp);
        }
    }
    // What was no more than the tags that were removed is nothing.
    entries.retain(|entry| {
        !matches!(entry, Entry::Annotation(a)
            if a.tags.is_empty() && a.note.is_empty() && a.colour.is_none() && a.extra.is_empty()
                && a.conflict.is_none() && !removed.is_empty() && here.contains(&a.id))
    });
    (entries, said(&added, &removed))
}

fn said(added: &[String], removed: &[String]) -> String {
    let list = |what: &str, tags: &[String]| {
        (!tags.is_empty()).then(|| format!("{what} {}", tags.join(", ")))
    };
    let parts: Vec<String> =
        [list("added", added), list("removed", removed)].into_iter().flatten().collect();
    if parts.is_empty() { "nothing to change".into() } else { parts.join("; ") }
}
