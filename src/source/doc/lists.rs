//! The lists of an old Word file ([MS-DOC] 2.9.131, 2.9.147): how their levels are numbered. Knows no
//! text.

use std::collections::HashMap;

use super::bytes::{place_at, stretch, string_at, u16_at, u32_at};
use crate::source::numbering::{Level, Numbering};

/// Levels of a list that is not simple.
const LEVELS: usize = 9;
/// More lists than this no document has.
const MOST: usize = 4096;

/// Reads lists, the levels of which stand behind the table of them, and the lists in use. What
/// cannot be read is left out.
pub(super) fn read(tables: &[u8], lists: Option<usize>, in_use: &[u8]) -> Numbering {
    let mut numbering = Numbering::default();
    if let Some(at) = lists {
        read_lists(tables, at, &mut numbering);
        read_in_use(in_use, &mut numbering);
    }
    numbering
}

fn read_lists(tables: &[u8], at: usize, numbering: &mut Numbering) -> Option<()> {
    /// Bytes of an entry.
    const ENTRY: usize = 28;
    let count = usize::from(u16_at(tables, at)?).min(MOST);
    let mut levels_at = at + 2 + count * ENTRY;
    for i in 0..count {
        let entry = stretch(tables, at + 2 + i * ENTRY, ENTRY)?;
        let list = u32_at(entry, 0)?.to_string();
        let is_simple = entry.get(26)? & 1 == 1;
        let mut levels = Vec::new();
        for _ in 0..if is_simple { 1 } else { LEVELS } {
            let (level, end) = level(tables, levels_at)?;
            levels.push(level);
            levels_at = end;
        }
        numbering.lists.insert(list, levels);
    }
    Some(())
}

/// A level, and where it ends.
fn level(tables: &[u8], at: usize) -> Option<(Level, usize)> {
    let fixed = stretch(tables, at, 28)?;
    let format = match fixed.get(4)? {
        1 => "upperRoman",
        2 => "lowerRoman",
        3 => "upperLetter",
        4 => "lowerLetter",
        22 => "decimalZero",
        23 => "bullet",
        255 => "none",
        _ => "decimal",
    };
    let does_not_restart = fixed.get(5)? & 0x08 != 0;
    let restart = does_not_restart.then_some(usize::from(*fixed.get(26)?));
    let properties = usize::from(*fixed.get(24)?) + usize::from(*fixed.get(25)?);
    let (units, end) = string_at(tables, at + 28 + properties)?;
    let mut text = String::new();
    for c in char::decode_utf16(units) {
        match c.unwrap_or('\u{fffd}') {
            // The number of a level stands as its index.
            c @ '\0'..='\u{8}' => text.push_str(&format!("%{}", u32::from(c) + 1)),
            c => text.push(c),
        }
    }
    let level =
        Level { start: u32_at(fixed, 0)?, format: format.into(), text, restart, style: None };
    Some((level, end))
}

fn read_in_use(table: &[u8], numbering: &mut Numbering) -> Option<()> {
    /// Bytes of an entry.
    const ENTRY: usize = 16;
    let count = place_at(table, 0)?.min(MOST);
    let mut at = 4 + count * ENTRY;
    for i in 0..count {
        let entry = stretch(table, 4 + i * ENTRY, ENTRY)?;
        let mut starts = HashMap::new();
        at += 4;
        for _ in 0..*entry.get(12)? {
            let (start, flags) = (u32_at(table, at)?, u32_at(table, at + 4)?);
            at += 8;
            let mut start = (flags & 0x10 != 0).then_some(start);
            if flags & 0x20 != 0 {
                let (own, end) = level(table, at)?;
                start = start.map(|_| own.start);
                at = end;
            }
            if let Some(start) = start {
                starts.insert(usize::try_from(flags & 0x0f).ok()?, start);
            }
        }
        let list = u32_at(entry, 0)?.to_string();
        numbering.in_use.insert((i + 1).to_string(), (list, starts));
    }
    Some(())
}
