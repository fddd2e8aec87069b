//! Word files: Office Open XML, whatever they are called (the UN calls them `.DOC`). Reads what a
//! person sees printed: the accepted text, automatic numbers, footnotes at their marks; what stands
//! beside the text (heads and feet of pages, comments, deleted and hidden text) is kept as debris.

mod body;
mod numbering;
mod styles;

use std::collections::HashMap;

use super::{
    archive::Archive,
    writing::Writing,
    xml::{self, Part},
};
use crate::manuscript::{Fact, Manuscript};
use body::{Body, Line, NoteRef, Story};
use numbering::{Numbering, spelled};
use styles::Styles;

/// What the parts of a file say beside the text.
#[derive(Debug, Default)]
struct Package {
    styles: Styles,
    numbering: Numbering,
    /// The addresses that the text links to, by their ids.
    links: HashMap<String, String>,
    /// The formats of the numbers of footnotes and endnotes, and where they begin.
    numbers: [Numbers; 2],
}

/// How a kind of notes is numbered.
#[derive(Debug)]
struct Numbers {
    format: String,
    start: u32,
}

impl Default for Numbers {
    fn default() -> Self {
        Self { format: "decimal".into(), start: 1 }
    }
}

/// Reads a Word file.
///
/// # Errors
/// Where it is damaged, or has no text: why, in a phrase.
pub(super) fn read(bytes: &[u8]) -> Result<Manuscript, String> {
    let mut archive = Archive::open(bytes)?;
    let main = main_part(&mut archive)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let text = part(&mut archive, &main)?.ok_or("it has no text")?;
    let side = |archive: &mut Archive<'_>, name: &str| part(archive, &format!("{folder}/{name}"));

    let relations = relations(&mut archive, &main)?;
    let mut package = Package {
        styles: Styles::read(&side(&mut archive, "styles.xml")?.unwrap_or_default()),
        numbering: Numbering::read(&side(&mut archive, "numbering.xml")?.unwrap_or_default()),
        links: HashMap::new(),
        numbers: [Numbers::default(), Numbers { format: "lowerRoman".into(), start: 1 }],
    };
    read_settings(&side(&mut archive, "settings.xml")?.unwrap_or_default(), &mut package.numbers);
    let links = relations.iter().filter(|relation| relation.kind == "hyperlink");
    package.links = links.map(|link| (link.id.clone(), link.target.clone())).collect();

    let mut stories = Vec::new();
    for name in ["footnotes.xml", "endnotes.xml", "comments.xml"] {
        let text = side(&mut archive, name)?.unwrap_or_default();
        stories.push(Body::read(&text, &package).unwrap_or_default());
    }
    let mut margins = Vec::new();
    for relation in &relations {
        if matches!(relation.kind.as_str(), "header" | "footer") {
            let text = side(&mut archive, &relation.target)?.unwrap_or_default();
            margins.push(Body::read(&text, &package).unwrap_or_default());
        }
    }
    let story = Body::read(&text, &package)?;
    Ok(write(&story, &stories, &margins, &package))
}

/// Everything as one manuscript: the text, its notes behind it, then what stands beside it.
fn write(story: &Story, beside: &[Story], margins: &[Story], package: &Package) -> Manuscript {
    let mut writing = Writing::default();
    let mut cited: Vec<(&NoteRef, String)> = Vec::new();
    let mut counts = [package.numbers[0].start, package.numbers[1].start];
    body::write_all(&story.lines, &mut writing, &mut |note| {
        let mark = mark_of(note, &mut counts, package);
        if !cited.iter().any(|(other, _)| other.id == note.id && other.kind == note.kind) {
            cited.push((note, mark.clone()));
        }
        mark
    });
    for (note, mark) in &cited {
        let story = beside.get(note.kind).and_then(|story| story.notes.get(&note.id));
        write_note(story.map_or(&[], Vec::as_slice), mark, &mut writing);
    }
    let comments = beside.get(2).into_iter().flat_map(|story| story.notes.values().flatten());
    set_aside(comments, "comment", &mut writing);
    let stories = || std::iter::once(story).chain(beside);
    set_aside(stories().flat_map(|story| &story.deleted), "deleted text", &mut writing);
    set_aside(stories().flat_map(|story| &story.hidden), "hidden text", &mut writing);
    set_aside(margins.iter().flat_map(|story| &story.lines), "page head or foot", &mut writing);
    writing.finish()
}

/// The mark of a note where it is cited: its own, or the next number of its kind.
fn mark_of(note: &NoteRef, counts: &mut [u32; 2], package: &Package) -> String {
    if let Some(custom) = &note.custom {
        return custom.clone();
    }
    let (Some(count), Some(numbers)) = (counts.get_mut(note.kind), package.numbers.get(note.kind))
    else {
        return String::new();
    };
    let mark = spelled(*count, &numbers.format);
    *count += 1;
    mark
}

/// A note: its mark, and its words, a line a paragraph.
fn write_note(lines: &[Line], mark: &str, writing: &mut Writing) {
    let start = writing.here();
    writing.words("\t", []);
    let at = writing.here();
    writing.words(mark, []);
    writing.know(at, Fact::Mark);
    writing.words(" \t", []);
    for (i, line) in lines.iter().enumerate() {
        if i > 0 {
            writing.words("\t\t", []);
        }
        // The mark stands in front already, however the file has it.
        let line = if i == 0 { &line.without_mark(mark) } else { line };
        body::write(line, writing, &mut |_| String::new());
    }
    if lines.is_empty() {
        writing.end_line();
    }
    writing.know(start, Fact::Footnote(mark.to_owned()));
}

fn set_aside<'a>(lines: impl Iterator<Item = &'a Line>, kind: &'static str, writing: &mut Writing) {
    for line in lines.filter(|line| !line.is_blank()) {
        let start = writing.here();
        body::write(line, writing, &mut |_| String::new());
        writing.know(start, Fact::Debris(kind));
    }
}

/// A part as text.
fn part(archive: &mut Archive<'_>, name: &str) -> Result<Option<String>, String> {
    let bytes = archive.part(name.trim_start_matches('/'))?;
    Ok(bytes.map(|bytes| xml::decode(&bytes).into_owned()))
}

/// What a part refers to.
struct Relation {
    id: String,
    kind: String,
    target: String,
}

/// The part with the text, as the package says it; `word/document.xml` in every file we know.
fn main_part(archive: &mut Archive<'_>) -> Result<String, String> {
    let relations = relations(archive, "")?;
    let main = relations.into_iter().find(|relation| relation.kind == "officeDocument");
    Ok(main.map_or_else(|| "word/document.xml".into(), |main| main.target))
}

fn relations(archive: &mut Archive<'_>, of: &str) -> Result<Vec<Relation>, String> {
    let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
    let path = format!("{folder}/_rels/{name}.rels");
    let text = part(archive, &path)?.unwrap_or_default();
    let mut found = Vec::new();
    let _ = xml::walk(&text, |part| {
        if let Part::Open(tag) = part
            && tag.name() == "Relationship"
        {
            let value = |name| tag.attribute(name).unwrap_or_default();
            let kind = value("Type").rsplit('/').next().unwrap_or_default().to_owned();
            let target = value("Target").trim_start_matches('/').to_owned();
            found.push(Relation { id: value("Id"), kind, target });
        }
    });
    Ok(found)
}

/// How notes are numbered throughout the file.
fn read_settings(text: &str, numbers: &mut [Numbers; 2]) {
    let mut kind = None::<usize>;
    let _ = xml::walk(text, |part| match part {
        Part::Open(tag) => match (tag.name(), kind) {
            ("footnotePr", _) => kind = Some(0),
            ("endnotePr", _) => kind = Some(1),
            ("numFmt", Some(kind)) => {
                numbers[kind].format = tag.attribute("val").unwrap_or_default();
            }
            ("numStart", Some(kind)) => {
                let start = tag.attribute("val").and_then(|start| start.parse().ok());
                numbers[kind].start = start.unwrap_or(1);
            }
            _ => {}
        },
        Part::Close("footnotePr" | "endnotePr") => kind = None,
        Part::Close(_) | Part::Text(_) => {}
    });
}
