//! The lists of a Word file. Knows numbering.xml, and no text.

use std::collections::HashMap;

use crate::source::{
    numbering::{LEVELS, Level, Numbering},
    xml::{self, Part},
};

/// Reads `word/numbering.xml`; what cannot be read of it is left out.
pub(super) fn read(text: &str) -> Numbering {
    let mut numbering = Numbering::default();
    let (mut list, mut number) = (None::<String>, None::<String>);
    let mut level = None::<usize>;
    let _ = xml::walk(text, |part| match part {
        Part::Open(tag) => {
            let value = tag.attribute("val");
            match tag.name() {
                "abstractNum" => list = tag.attribute("abstractNumId"),
                "num" => number = tag.attribute("numId"),
                "lvl" | "lvlOverride" => {
                    let read = tag.attribute("ilvl").and_then(|level| level.parse().ok());
                    level = read.filter(|level| *level < LEVELS);
                }
                "abstractNumId" => {
                    if let (Some(number), Some(list)) = (&number, value) {
                        numbering.in_use.insert(number.clone(), (list, HashMap::new()));
                    }
                }
                "startOverride" => {
                    let own = number.as_ref().and_then(|n| numbering.in_use.get_mut(n));
                    let start = value.and_then(|start| start.parse().ok());
                    if let (Some(own), Some(level), Some(start)) = (own, level, start) {
                        own.1.insert(level, start);
                    }
                }
                name => {
                    if let (Some(list), Some(level), None) = (&list, level, &number) {
                        let levels = numbering.lists.entry(list.clone()).or_default();
                        levels.resize(levels.len().max(level + 1), Level::default());
                        set(&mut levels[level], name, value);
                    }
                }
            }
        }
        Part::Close("abstractNum") => list = None,
        Part::Close("num") => number = None,
        Part::Close("lvl" | "lvlOverride") => level = None,
        Part::Close(_) | Part::Text(_) => {}
    });
    numbering
}

fn set(level: &mut Level, name: &str, value: Option<String>) {
    match name {
        "start" => level.start = value.and_then(|start| start.parse().ok()).unwrap_or(1),
        "numFmt" => level.format = value.unwrap_or_default(),
        "lvlText" => level.text = value.unwrap_or_default(),
        "lvlRestart" => level.restart = value.and_then(|above| above.parse().ok()),
        "pStyle" => level.style = value,
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::numbering::Counter;

    const LISTS: &str = "<numbering>\
        <abstractNum abstractNumId=\"7\">\
        <lvl ilvl=\"0\"><start val=\"1\"/><numFmt val=\"decimal\"/><lvlText val=\"%1.\"/></lvl>\
        <lvl ilvl=\"1\"><numFmt val=\"lowerLetter\"/><lvlText val=\"(%2)\"/></lvl>\
        <lvl ilvl=\"2\"><numFmt val=\"lowerRoman\"/><lvlText val=\"%1(%2)(%3)\"/></lvl>\
        </abstractNum>\
        <num numId=\"1\"><abstractNumId val=\"7\"/></num>\
        <num numId=\"2\"><abstractNumId val=\"7\"/>\
        <lvlOverride ilvl=\"0\"><startOverride val=\"5\"/></lvlOverride></num>\
        </numbering>";

    #[test]
    fn numbers_as_they_are_printed() {
        let numbering = read(LISTS);
        let mut counter = Counter::default();
        let steps =
            [("1", 0), ("1", 1), ("1", 1), ("1", 2), ("1", 0), ("1", 1), ("2", 0), ("2", 0)];
        let printed: Vec<String> = steps
            .iter()
            .map(|(list, level)| counter.next(&numbering, list, *level).expect("a number"))
            .collect();
        assert_eq!(printed, ["1.", "(a)", "(b)", "1(b)(i)", "2.", "(a)", "5.", "6."]);
        assert_eq!(counter.next(&numbering, "9", 0), None);
    }
}
