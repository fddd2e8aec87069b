//! How characters and paragraphs look: the runs of an old Word file that share their properties, and
//! what of these properties we care for ([MS-DOC] 2.6, 2.8.5, 2.8.6). Knows no text.

use super::{
    bytes::{place_at, plc, stretch, u16_at, u32_at},
    styles::Styles,
};

/// Runs of bytes of the file and their properties, sorted.
#[derive(Debug, Default)]
pub(super) struct Runs<'a> {
    runs: Vec<Run<'a>>,
}

/// Bytes of the file that share their properties.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run<'a> {
    start: usize,
    /// The byte behind the last.
    pub(super) end: usize,
    /// The paragraph style; nothing in runs of characters.
    pub(super) style: u16,
    /// The properties.
    pub(super) properties: &'a [u8],
}

impl<'a> Runs<'a> {
    /// The runs of characters.
    pub(super) fn of_characters(word: &'a [u8], table: &[u8]) -> Self {
        Self::read(word, table, |page, count, i| {
            let at = usize::from(*page.get((count + 1) * 4 + i)?) * 2;
            let length = usize::from(*page.get(at)?);
            let properties = if at == 0 { &[] } else { stretch(page, at + 1, length)? };
            Some((0, properties))
        })
    }

    /// The runs of paragraphs.
    pub(super) fn of_paragraphs(word: &'a [u8], table: &[u8]) -> Self {
        Self::read(word, table, |page, count, i| {
            let at = usize::from(*page.get((count + 1) * 4 + i * 13)?) * 2;
            if at == 0 {
                return Some((0, &[]));
            }
            let length = usize::from(*page.get(at)?) * 2;
            let (at, length) = match length {
                0 => (at + 2, usize::from(*page.get(at + 1)?) * 2),
                length => (at + 1, length - 1),
            };
            Some((u16_at(page, at)?, stretch(page, at + 2, length.checked_sub(2)?)?))
        })
    }

    fn read(
        word: &'a [u8],
        table: &[u8],
        own: impl Fn(&'a [u8], usize, usize) -> Option<(u16, &'a [u8])>,
    ) -> Self {
        /// Bytes of a page of properties.
        const PAGE: usize = 512;
        let mut runs = Vec::new();
        let numbers = plc(table, 4).filter_map(|(_, number)| u32_at(number, 0));
        // A page named twice says nothing new; a hostile file names one a million times.
        for number in numbers.take(word.len() / PAGE + 1) {
            let at = usize::try_from(number & 0x003f_ffff).unwrap_or(0) * PAGE;
            let Some(page) = stretch(word, at, PAGE) else { continue };
            let count = usize::from(page.last().copied().unwrap_or(0));
            for i in 0..count {
                let span = place_at(page, i * 4).zip(place_at(page, i * 4 + 4));
                let (Some((start, end)), Some((style, properties))) = (span, own(page, count, i))
                else {
                    continue;
                };
                runs.push(Run { start, end, style, properties });
            }
        }
        runs.sort_by_key(|run| run.start);
        Self { runs }
    }

    /// The run that a byte of the file is in.
    pub(super) fn at(&self, byte: usize) -> Option<Run<'a>> {
        let after = self.runs.partition_point(|run| run.start <= byte);
        let run = *self.runs.get(after.checked_sub(1)?)?;
        (byte < run.end).then_some(run)
    }
}

/// The properties in a list of them: what each one is, and its value.
pub(super) fn properties(list: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let what = u16_at(list, at)?;
        let (skip, length) = match what >> 13 {
            0 | 1 => (0, 1),
            2 | 4 | 5 => (0, 2),
            3 => (0, 4),
            7 => (0, 3),
            _ if what == 0xd608 => (2, usize::from(u16_at(list, at + 2)?).saturating_sub(1)),
            _ => (1, usize::from(*list.get(at + 2)?)),
        };
        let value = stretch(list, at + 2 + skip, length)?;
        at += 2 + skip + length;
        Some((what, value))
    })
}

/// A switch that styles and characters may each set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Switch {
    /// As its style has it.
    #[default]
    AsStyle,
    On,
    Off,
    /// Not as its style has it.
    Turned,
}

impl Switch {
    fn of(value: &[u8]) -> Self {
        match value.first() {
            Some(0) => Self::Off,
            Some(0x80) => Self::AsStyle,
            Some(0x81) => Self::Turned,
            _ => Self::On,
        }
    }

    /// Whether it is on, where its style has it so.
    pub(super) fn is_on(self, by_style: bool) -> bool {
        match self {
            Self::AsStyle => by_style,
            Self::On => true,
            Self::Off => false,
            Self::Turned => !by_style,
        }
    }
}

/// How characters look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) italic: Switch,
    pub(super) hidden: Switch,
    pub(super) is_deleted: bool,
    /// Whether they stand above the line, where they do not as their style has it.
    pub(super) is_raised: Option<bool>,
    /// Whether they stand for something else.
    pub(super) is_special: bool,
    /// Their character style.
    pub(super) style: Option<u16>,
    /// The sign that a special character stands for.
    pub(super) symbol: Option<char>,
}

impl Look {
    /// Applies properties.
    pub(super) fn apply(&mut self, list: &[u8]) {
        for (what, value) in properties(list) {
            let is_on = || value.first().is_some_and(|value| *value != 0);
            match what {
                0x0836 => self.italic = Switch::of(value),
                0x083c => self.hidden = Switch::of(value),
                0x0800 => self.is_deleted = is_on(),
                0x2a48 => self.is_raised = Some(value.first() == Some(&1)),
                // By half points, up or down.
                0x4845 => self.is_raised = u16_at(value, 0).map(|by| (1..0x8000).contains(&by)),
                0x0855 => self.is_special = is_on(),
                0x4a30 => self.style = u16_at(value, 0),
                0x6a09 => {
                    self.is_special = true;
                    self.symbol = u16_at(value, 2).and_then(symbol);
                }
                _ => {}
            }
        }
    }

    /// Whether they are in italics, hidden, and above the line.
    pub(super) fn shown(&self, styles: &Styles<'_>, paragraph: u16) -> [bool; 3] {
        let [italic, hidden, _] = styles.shown(paragraph);
        let [turned, also, raised] = self.style.map_or([false; 3], |style| styles.shown(style));
        // A character style turns the italics of its paragraph round.
        [
            self.italic.is_on(italic != turned),
            self.hidden.is_on(hidden || also),
            self.is_raised.unwrap_or(raised),
        ]
    }
}

/// Fonts of signs have theirs in the private area, above the codes of old.
fn symbol(code: u16) -> Option<char> {
    let code = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    char::from_u32(u32::from(code)).filter(|c| !c.is_control())
}

/// How a paragraph looks.
#[derive(Clone, Debug, Default)]
pub(super) struct Form {
    pub(super) style: u16,
    /// The list it is numbered by, counted from 1.
    pub(super) list: Option<u16>,
    pub(super) level: usize,
    pub(super) is_in_table: bool,
    /// Whether it is the end of a row of a table.
    pub(super) is_row_end: bool,
    pub(super) is_heading: bool,
}

impl Form {
    /// Applies properties.
    pub(super) fn apply(&mut self, list: &[u8]) {
        for (what, value) in properties(list) {
            let number = value.first().copied().unwrap_or(0);
            match what {
                0x460b => self.list = u16_at(value, 0).filter(|list| (1..0x07ff).contains(list)),
                0x260a => self.level = usize::from(number),
                0x2416 => self.is_in_table = number != 0,
                0x2417 => self.is_row_end = number != 0,
                0x2640 => self.is_heading = number < 9,
                _ => {}
            }
        }
    }
}
