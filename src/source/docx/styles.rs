//! What the styles of a Word file say of paragraphs and characters: italics, numbering, headings.
//! Knows styles.xml, and none of the text.

use std::collections::HashMap;

use crate::source::xml::{self, Part};

/// The styles of a file, by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
}

#[derive(Clone, Debug, Default)]
struct Style {
    based_on: Option<String>,
    italic: Option<bool>,
    hidden: Option<bool>,
    raised: Option<bool>,
    number: Option<String>,
    level: Option<usize>,
    is_heading: bool,
}

/// Styles that are based on one another further than this go in circles.
const LONGEST_CHAIN: usize = 32;

impl Styles {
    /// Reads `word/styles.xml`. What cannot be read of it is left out: a style is never worth losing
    /// the text for.
    pub(super) fn read(text: &str) -> Self {
        let mut styles = Self::default();
        let mut here: Option<(String, Style)> = None;
        let _ = xml::walk(text, |part| match part {
            Part::Open(tag) => {
                if tag.name() == "style" {
                    let id = tag.attribute("styleId").unwrap_or_default();
                    let is_default = tag.attribute("default").is_some_and(|value| is_on(&value));
                    if is_default && tag.attribute("type").as_deref() == Some("paragraph") {
                        styles.default = Some(id.clone());
                    }
                    here = Some((id, Style::default()));
                    return;
                }
                let Some((_, style)) = &mut here else { return };
                let value = tag.attribute("val");
                let on = value.as_deref().is_none_or(is_on);
                match tag.name() {
                    "basedOn" => style.based_on = value,
                    "name" => style.is_heading |= value.is_some_and(|name| is_heading(&name)),
                    "outlineLvl" => style.is_heading |= value.as_deref() != Some("9"),
                    "i" => style.italic = Some(on),
                    "vanish" => style.hidden = Some(on),
                    "vertAlign" => style.raised = Some(value.as_deref() == Some("superscript")),
                    "numId" => style.number = value,
                    "ilvl" => style.level = value.and_then(|level| level.parse().ok()),
                    _ => {}
                }
            }
            Part::Close("style") => {
                if let Some((id, style)) = here.take() {
                    styles.by_id.insert(id, style);
                }
            }
            Part::Close(_) | Part::Text(_) => {}
        });
        styles
    }

    /// Whether a style sets its text in italics.
    pub(super) fn italic(&self, style: Option<&str>) -> bool {
        self.chain(style).find_map(|style| style.italic).unwrap_or(false)
    }

    /// Whether a style hides its text.
    pub(super) fn hidden(&self, style: Option<&str>) -> bool {
        self.chain(style).find_map(|style| style.hidden).unwrap_or(false)
    }

    /// Whether a style sets its text above the line.
    pub(super) fn raised(&self, style: Option<&str>) -> bool {
        self.chain(style).find_map(|style| style.raised).unwrap_or(false)
    }

    /// The list a style numbers its paragraphs by, and the level in it.
    pub(super) fn numbering<'a>(
        &'a self,
        style: Option<&'a str>,
    ) -> Option<(&'a str, Option<usize>)> {
        let number = self.chain(style).find_map(|style| style.number.as_deref())?;
        Some((number, self.chain(style).find_map(|style| style.level)))
    }

    /// Whether a style is that of a heading.
    pub(super) fn is_heading(&self, style: Option<&str>) -> bool {
        self.chain(style).any(|style| style.is_heading)
    }

    fn chain<'a>(&'a self, style: Option<&'a str>) -> impl Iterator<Item = &'a Style> {
        let first = style.or(self.default.as_deref()).and_then(|id| self.by_id.get(id));
        let next = |style: &&'a Style| self.by_id.get(style.based_on.as_deref()?);
        std::iter::successors(first, next).take(LONGEST_CHAIN)
    }
}

/// Whether the value of a switch means on.
pub(super) fn is_on(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off" | "none")
}

fn is_heading(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.strip_prefix("heading ").is_some_and(|level| level.parse::<u8>().is_ok())
}
