//! `seized tag`: adds tags to a paragraph, and removes them.

use std::path::PathBuf;

use clap::Args;
use jiff::Timestamp;

use super::{Outcome, answer};
use crate::{
    annotations::{Annotation, Codebook, Entry, Index, clean_tag, fresh},
    config,
    document::{Cite, Passage},
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
    /// The paragraph: OP14, PP3, "OP9(a)", "fn 7"
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
    let passage = Cite::read(&arguments.citation)
        .and_then(|cite| document.meant(&cite, None))
        .ok_or_else(|| Error::Usage {
            what: arguments.citation.clone(),
            why: format!("not a place of {}", arguments.file.display()),
            help: "citations are written OP14, OP14(a), PP3, II.OP4, fn 7".into(),
        })?;
    let folder = store::durable::folder_of(&arguments.file);
    let codebook = store::find_codebook(&folder, config::folder().as_deref());
    let codebook =
        codebook.map(|path| store::read_codebook(&path)).transpose()?.unwrap_or_default();
    let wanted = wanted(&arguments.tags, &codebook)?;
    let symbol = document.head.symbol.as_ref().map(|symbol| symbol.as_str());
    let mut store = Store::open(&arguments.file, &bytes, symbol)?;
    let index = Index::new(&document);
    let (entries, said) = tagged(store.file().entries(), &index, passage, &wanted);
    let (_, place) = store.save(&entries, &|entries| index.sort(entries))?;
    let place = match place {
        Where::Elsewhere(path) => {
            format!(
                " (kept in {}, as beside it is read-only, a link, or no room for its name)",
                answer::name(&path)
            )
        }
        Where::Beside => String::new(),
    };
    answer::of_what_is_done(&format!("{}: {said}{place}\n", document.citation(passage)))?;
    Ok(Outcome::Done)
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
        entries.push(Entry::Annotation(Annotation {
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
