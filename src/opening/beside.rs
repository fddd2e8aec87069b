//! What lies beside a document: the files of its folder, and the one of a symbol among them. Names that spell
//! the symbol come first; else files are read, no more than a person would wait for.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use super::{files, origin::full_path};
use crate::{
    annotations::Entry,
    document::{Document, Symbol},
    store,
};

/// Files that are read in search of a symbol that no name spells.
const MOST: usize = 200;

/// The endings of files that may be documents, in the order in which they are preferred: Word, XML, PDF, text.
const ENDINGS: [&str; 13] =
    ["docx", "xml", "akn", "pdf", "txt", "md", "doc", "odt", "rtf", "html", "htm", "mht", "mhtml"];

/// The files beside another that may be documents, sorted by name; the other one included.
#[must_use]
pub fn files_beside(path: &Path) -> Vec<PathBuf> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    files_in(folder.unwrap_or(Path::new(".")))
}

/// The files of a folder that may be documents, sorted by name.
#[must_use]
pub fn files_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| preference(path).is_some() && path.is_file())
        .collect();
    found.sort();
    found
}

/// The tags of the other documents of a folder, and how often each is used. What cannot be read has none.
#[must_use]
pub fn tags_beside(path: &Path) -> Vec<(String, usize)> {
    let this = full_path(path);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for other in files_beside(path).iter().filter(|other| full_path(other) != this) {
        if !store::is_annotated(other) {
            continue;
        }
        let Ok(file) = store::look(other) else { continue };
        for entry in file.entries() {
            let Entry::Annotation(annotation) = entry else { continue };
            for tag in &annotation.tags {
                *counts.entry(tag.clone()).or_default() += 1;
            }
        }
    }
    counts.into_iter().collect()
}

/// How much a file is preferred among those of one resolution, by its ending: less is better. `None` where
/// it is no document.
fn preference(path: &Path) -> Option<usize> {
    let name = path.file_name()?.to_str()?;
    if name.starts_with('.') {
        return None;
    }
    let ending = path.extension()?.to_str()?.to_lowercase();
    ENDINGS.iter().position(|known| *known == ending)
}

/// The file beside a document that has the resolution of a symbol, if one has: preferably in the same
/// language.
#[must_use]
pub fn find_beside(beside: &Path, document: &Document, symbol: &Symbol) -> Option<PathBuf> {
    let this = full_path(beside);
    let mut all = files_beside(beside);
    all.retain(|path| full_path(path) != this);
    let mut named: Vec<&PathBuf> = all.iter().filter(|path| spells(path, symbol)).collect();
    named.sort_by_key(|path| preference(path));
    let read = |path: &PathBuf| files::open(path).ok().filter(|(other, _)| has(other, symbol));
    let mut in_another_language = None;
    for path in named {
        match read(path) {
            Some((other, _)) if other.language == document.language => return Some(path.clone()),
            Some(_) => in_another_language = in_another_language.or(Some(path)),
            None => {}
        }
    }
    let unnamed = || all.iter().filter(|path| !spells(path, symbol)).take(MOST);
    in_another_language.or_else(|| unnamed().find(|path| read(path).is_some())).cloned()
}

/// Whether a document is, or has among its resolutions, the one of a symbol.
fn has(document: &Document, symbol: &Symbol) -> bool {
    document.head.symbol.as_ref() == Some(symbol)
        || document.resolutions.iter().any(|part| part.symbol.as_ref() == Some(symbol))
}

/// Whether the name of a file spells a symbol: its letters and digits in their order, whatever is between
/// them.
fn spells(path: &Path, symbol: &Symbol) -> bool {
    let pieces = |text: &str| -> Vec<String> {
        let pieces = text.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty());
        pieces.map(str::to_lowercase).collect()
    };
    let (name, symbol) = match path.file_stem().and_then(|stem| stem.to_str()) {
        Some(stem) => (pieces(stem), pieces(symbol.as_str())),
        None => return false,
    };
    !symbol.is_empty() && name.windows(symbol.len()).any(|window| window == symbol)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn spelled(name: &str, symbol: &str, expected: bool) {
        assert_eq!(spells(Path::new(name), &Symbol::new(symbol)), expected, "{name} {symbol}");
    }

    #[test]
    fn a_name_spells_a_symbol_whatever_stands_between_its_parts() {
        spelled("A_RES_68_181.txt", "A/RES/68/181", true);
        spelled("un-a-res-68-181-en.pdf", "A/RES/68/181", true);
        spelled("A_RES_68_18.txt", "A/RES/68/181", false);
        spelled("A_RES_68_1811.txt", "A/RES/68/181", false);
        spelled("notes.txt", "A/RES/68/181", false);
    }
}
