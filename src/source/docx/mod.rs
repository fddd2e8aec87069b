//! Word files: Office Open XML, whatever they are called (the UN calls them `.DOC`). Reads what a
//! person sees printed: the accepted text, automatic numbers, footnotes at their marks; what stands
//! beside the text (heads and feet of pages, comments, deleted and hidden text) is kept as debris.

mod body;
mod lists;
mod styles;

use std::collections::HashMap;

use super::{
    archive::Archive,
    numbering::Numbering,
    office_text::{Numbers, OfficeText},
    xml::{self, Part},
};
use crate::manuscript::Manuscript;
use body::{Body, Story};
use styles::Styles;

/// What holds for all parts of a file that have text.
#[derive(Debug, Default)]
struct Package {
    styles: Styles,
    numbering: Numbering,
}

/// The addresses that one part links to, by their ids. Each part numbers its own.
type Links = HashMap<String, String>;

/// Reads a Word file.
///
/// # Errors
/// Where it is damaged, or has no text: why, in a phrase.
pub(super) fn read(bytes: &[u8]) -> Result<Manuscript, String> {
    let mut archive = Archive::open(bytes)?;
    let main = main_part(&mut archive)?;
    let text = part(&mut archive, &main)?.ok_or("it has no text")?;
    let relations = relations(&mut archive, &main)?;
    // A part by what it is to the text, and by its usual name where the package does not say.
    let name_of = |kind: &str| {
        let said = relations.iter().find(|relation| relation.kind == kind);
        said.map_or_else(|| format!("{kind}.xml"), |relation| relation.target.clone())
    };
    let mut side = |kind: &str| -> Result<String, String> {
        Ok(part(&mut archive, &beside(&main, &name_of(kind)))?.unwrap_or_default())
    };
    let package = Package {
        styles: Styles::read(&side("styles")?),
        numbering: lists::read(&side("numbering")?),
    };
    let numbers = numbers(&side("settings")?);
    let mut story_of = |name: &str| -> Result<Story, String> {
        let name = beside(&main, name);
        let Some(text) = part(&mut archive, &name)? else { return Ok(Story::default()) };
        let links = links(&self::relations(&mut archive, &name)?);
        Ok(Body::read(&text, &package, &links).unwrap_or_default())
    };
    let footnotes = story_of(&name_of("footnotes"))?;
    let endnotes = story_of(&name_of("endnotes"))?;
    let comments = story_of(&name_of("comments"))?;
    let mut margins = Vec::new();
    for relation in &relations {
        if matches!(relation.kind.as_str(), "header" | "footer") {
            margins.extend(story_of(&relation.target)?.lines);
        }
    }
    let story = Body::read(&text, &package, &links(&relations))?;
    let [mut deleted, mut hidden] = [story.deleted, story.hidden];
    for other in [&footnotes, &endnotes] {
        deleted.extend_from_slice(&other.deleted);
        hidden.extend_from_slice(&other.hidden);
    }
    let office_text = OfficeText {
        lines: story.lines,
        notes: [footnotes.notes, endnotes.notes],
        numbers,
        beside: vec![
            ("comment", comments.notes.into_values().flatten().collect()),
            ("deleted text", deleted),
            ("hidden text", hidden),
            ("page head or foot", margins),
        ],
    };
    Ok(office_text.write())
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

/// The name of a part that another one refers to: from its folder, or from the root of the package.
fn beside(part: &str, target: &str) -> String {
    match (target.strip_prefix('/'), part.rsplit_once('/')) {
        (Some(from_the_root), _) => from_the_root.to_owned(),
        (None, Some((folder, _))) => format!("{folder}/{target}"),
        (None, None) => target.to_owned(),
    }
}

fn links(relations: &[Relation]) -> Links {
    let links = relations.iter().filter(|relation| relation.kind == "hyperlink");
    links.map(|link| (link.id.clone(), link.target.clone())).collect()
}

/// The part with the text, as the package says it; `word/document.xml` in every file we know.
fn main_part(archive: &mut Archive<'_>) -> Result<String, String> {
    let relations = relations(archive, "")?;
    let main = relations.into_iter().find(|relation| relation.kind == "officeDocument");
    Ok(main.map_or_else(|| "word/document.xml".into(), |main| beside("", &main.target)))
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
            found.push(Relation { id: value("Id"), kind, target: value("Target") });
        }
    });
    Ok(found)
}

/// How notes are numbered throughout the file.
fn numbers(text: &str) -> [Numbers; 2] {
    let mut numbers = [Numbers::default(), Numbers { format: "lowerRoman".into(), start: 1 }];
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
    numbers
}
