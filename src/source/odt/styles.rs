//! The styles of an OpenDocument text: what they say of italics and hidden text, what they take from
//! one another, and how lists are numbered.

use std::collections::HashMap;

use crate::source::{
    numbering::{LEVELS, Level, Numbering},
    xml::{self, Part, Tag},
};

/// No chain of styles is longer.
const LONGEST_CHAIN: usize = 20;

/// The styles of a file.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// By family and name: `paragraph`, `P1`.
    by_name: HashMap<(String, String), Style>,
    /// The levels of each list style.
    pub(super) lists: HashMap<String, Vec<Level>>,
}

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    italic: Option<bool>,
    hidden: Option<bool>,
    raised: Option<bool>,
}

impl Styles {
    /// Reads a part that has styles; a style of the same name takes the place of one before it.
    pub(super) fn read(&mut self, text: &str) {
        let mut here: Option<((String, String), Style)> = None;
        let mut list: Option<String> = None;
        let _ = xml::walk(text, |part| match part {
            Part::Open(tag) => match tag.name() {
                "style" => {
                    let name = tag.attribute("name").unwrap_or_default();
                    let family = tag.attribute("family").unwrap_or_default();
                    let parent = tag.attribute("parent-style-name");
                    here = Some(((family, name), Style { parent, ..Style::default() }));
                }
                "text-properties" => {
                    if let Some((_, style)) = &mut here {
                        let value = tag.attribute("font-style");
                        style.italic = value.map(|value| value != "normal").or(style.italic);
                        let value = tag.attribute("display");
                        style.hidden = value.map(|value| value == "none").or(style.hidden);
                        let value = tag.attribute("text-position");
                        style.raised = value.map(|value| is_above(&value)).or(style.raised);
                    }
                }
                "list-style" => {
                    list = tag.attribute("name");
                    if let Some(list) = &list {
                        self.lists.insert(list.clone(), Vec::new());
                    }
                }
                name if name.starts_with("list-level-style-") => {
                    let levels = list.as_ref().and_then(|list| self.lists.get_mut(list));
                    if let Some(levels) = levels {
                        read_level(levels, tag);
                    }
                }
                _ => {}
            },
            Part::Close("style") => {
                if let Some((name, style)) = here.take() {
                    self.by_name.insert(name, style);
                }
            }
            Part::Close("list-style") => list = None,
            Part::Close(_) | Part::Text(_) => {}
        });
    }

    fn chain(&self, family: &str, name: &str) -> impl Iterator<Item = &Style> {
        let named = |name: &str| self.by_name.get(&(family.to_owned(), name.to_owned()));
        let next = move |style: &&Style| named(style.parent.as_deref()?);
        let first = self.by_name.get(&(family.to_owned(), name.to_owned()));
        std::iter::successors(first, next).take(LONGEST_CHAIN)
    }

    /// Whether a style sets its text in italics; nothing where it does not say.
    pub(super) fn italic(&self, family: &str, name: &str) -> Option<bool> {
        self.chain(family, name).find_map(|style| style.italic)
    }

    /// Whether a style hides its text; nothing where it does not say.
    pub(super) fn hidden(&self, family: &str, name: &str) -> Option<bool> {
        self.chain(family, name).find_map(|style| style.hidden)
    }

    /// Whether a style sets its text above the line; nothing where it does not say.
    pub(super) fn raised(&self, family: &str, name: &str) -> Option<bool> {
        self.chain(family, name).find_map(|style| style.raised)
    }

    /// The list styles as lists of which none is in use yet.
    pub(super) fn numbering(&self) -> Numbering {
        Numbering { lists: self.lists.clone(), ..Numbering::default() }
    }
}

/// `super 58%`, `33% 58%`; not `-33% 58%`.
fn is_above(position: &str) -> bool {
    position.starts_with("super") || position.starts_with(|c: char| ('1'..='9').contains(&c))
}

fn read_level(levels: &mut Vec<Level>, tag: &Tag<'_>) {
    let number = |name| tag.attribute(name).and_then(|value| value.parse::<usize>().ok());
    let Some(index) = number("level").and_then(|level| level.checked_sub(1)) else { return };
    if index >= LEVELS {
        return;
    }
    levels.resize(levels.len().max(index + 1), Level { format: "none".into(), ..Level::default() });
    let format = if tag.name().ends_with("bullet") {
        "bullet"
    } else {
        match tag.attribute("num-format").as_deref() {
            Some("1") => "decimal",
            Some("a") => "lowerLetter",
            Some("A") => "upperLetter",
            Some("i") => "lowerRoman",
            Some("I") => "upperRoman",
            _ => "none",
        }
    };
    let shown = number("display-levels").unwrap_or(1).clamp(1, index + 1);
    let numbers: Vec<String> = (index + 2 - shown..=index + 1).map(|of| format!("%{of}")).collect();
    let affix = |name| tag.attribute(name).unwrap_or_default();
    let text = format!("{}{}{}", affix("num-prefix"), numbers.join("."), affix("num-suffix"));
    let start = number("start-value").and_then(|start| u32::try_from(start).ok()).unwrap_or(1);
    levels[index] = Level { start, format: format.into(), text, ..Level::default() };
}
