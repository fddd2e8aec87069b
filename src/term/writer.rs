//! From one grid of cells to the next in as few bytes as will do: only cells that changed, only
//! attributes that changed, short gaps written over instead of jumped, all of it in one write that
//! the terminal shows at once. Knows cells and escape sequences, no terminal.
//!
//! The stock writer of ratatui moves and resets more than it must: a line of scrolling in three
//! panes cost 6 KB of it, and slow connections feel that.

use std::fmt::Write as _;

use ratatui::{
    buffer::{Buffer, Cell},
    style::{Color, Modifier},
};

use crate::ui::Hyperlink;

/// Unchanged cells that are cheaper to write again than to jump over.
const SHORT_GAP: u16 = 4;

/// Modifiers that show on a space.
const ON_SPACES: Modifier =
    Modifier::UNDERLINED.union(Modifier::REVERSED).union(Modifier::CROSSED_OUT);

/// What the terminal shows, as far as we wrote it.
#[derive(Debug)]
pub(super) struct Writer {
    shown: Buffer,
    /// Whether `shown` is to be believed.
    is_known: bool,
    cursor: Option<(u16, u16)>,
    /// The addresses of which the terminal has made links.
    links: Vec<Hyperlink>,
    out: String,
}

/// The attributes that the next character is written with.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Pen {
    fg: Color,
    bg: Color,
    modifiers: Modifier,
}

const PLAIN: Pen = Pen { fg: Color::Reset, bg: Color::Reset, modifiers: Modifier::empty() };

impl Writer {
    pub(super) fn new() -> Self {
        Self {
            shown: Buffer::default(),
            is_known: false,
            cursor: None,
            links: Vec::new(),
            out: String::new(),
        }
    }

    /// Believes nothing of what the terminal shows: the next frame is written whole.
    pub(super) fn forget(&mut self) {
        self.is_known = false;
    }

    /// What to write so that the terminal shows `next` and its cursor, and has links where `links` are;
    /// empty where it does. `next` is swapped for the grid before, to be drawn into again.
    pub(super) fn frame(
        &mut self,
        next: &mut Buffer,
        cursor: Option<(u16, u16)>,
        links: Vec<Hyperlink>,
    ) -> &str {
        self.out.clear();
        let is_whole = !self.is_known || self.shown.area != next.area;
        if is_whole {
            self.out.push_str("\x1b[?2026h\x1b[?25l\x1b[0m\x1b[2J");
            self.shown = Buffer::empty(next.area);
        }
        let before = self.out.len();
        if !is_whole {
            self.out.push_str("\x1b[?2026h\x1b[?25l\x1b[0m");
        }
        let start = self.out.len();
        self.changes(next, &links);
        if self.out.len() == start && !is_whole {
            self.out.truncate(before);
            self.move_cursor(cursor);
        } else {
            self.out.push_str("\x1b[0m");
            if let Some((x, y)) = cursor {
                let _ = write!(self.out, "\x1b[{};{}H\x1b[?25h", y + 1, x + 1);
            }
            self.out.push_str("\x1b[?2026l");
        }
        (self.cursor, self.links) = (cursor, links);
        self.is_known = true;
        std::mem::swap(&mut self.shown, next);
        &self.out
    }

    /// The cursor alone, where nothing else changed.
    fn move_cursor(&mut self, cursor: Option<(u16, u16)>) {
        match (self.cursor, cursor) {
            (was, is) if was == is => {}
            (_, None) => self.out.push_str("\x1b[?25l"),
            (was, Some((x, y))) => {
                // Writing to a String cannot fail, here and below.
                let _ = write!(self.out, "\x1b[{};{}H", y + 1, x + 1);
                if was.is_none() {
                    self.out.push_str("\x1b[?25h");
                }
            }
        }
    }

    fn changes(&mut self, next: &Buffer, links: &[Hyperlink]) {
        let (width, height) = (next.area.width, next.area.height);
        let is_relinked = |x, y| {
            let all = self.links.iter().chain(links);
            self.links != links && all.into_iter().any(|link| link.area.contains(x, y))
        };
        let mut link: Option<&Hyperlink> = None;
        let mut pen = PLAIN;
        let mut at = None;
        for y in 0..height {
            let row = |buffer: &Buffer| usize::from(y) * usize::from(width)..buffer.content.len();
            let new = &next.content[row(next)][..usize::from(width)];
            let old = &self.shown.content[row(&self.shown)][..usize::from(width)];
            for x in 0..width {
                if is_same(&old[usize::from(x)], &new[usize::from(x)]) && !is_relinked(x, y) {
                    continue;
                }
                // The second half of a wide character is written with the first.
                let head = (0..=x).rev().find(|&x| !new[usize::from(x)].symbol().is_empty());
                let head = head.unwrap_or(x);
                if at.is_some_and(|(column, line)| line == y && head < column) {
                    continue;
                }
                let own = links.iter().find(|link| link.area.contains(head, y));
                if link != own && link.is_some() {
                    self.out.push_str(END_OF_LINK);
                }
                reach(&mut self.out, &mut pen, at, (head, y), new);
                if let Some(begun) = own.filter(|_| link != own) {
                    begin_link(&mut self.out, &begun.address);
                }
                link = own;
                put(&mut self.out, &mut pen, &new[usize::from(head)]);
                let after = (head + 1..width).find(|&x| !new[usize::from(x)].symbol().is_empty());
                // After the last column the cursor hangs between two lines.
                at = after.map(|after| (after, y));
            }
        }
        if link.is_some() {
            self.out.push_str(END_OF_LINK);
        }
    }
}

/// Ends the link that is open (OSC 8).
const END_OF_LINK: &str = "\x1b]8;;\x1b\\";

/// What is written from here on leads to an address; nothing that could end the sequence is let through.
fn begin_link(out: &mut String, address: &str) {
    out.push_str("\x1b]8;;");
    out.extend(address.chars().filter(char::is_ascii_graphic));
    out.push_str("\x1b\\");
}

/// Whether two cells look the same: of a space, only what shows on spaces counts.
fn is_same(old: &Cell, new: &Cell) -> bool {
    if old.symbol() != new.symbol() || old.bg != new.bg {
        return false;
    }
    if new.symbol() == " " {
        return old.modifier & ON_SPACES == new.modifier & ON_SPACES
            && (old.fg == new.fg || !new.modifier.intersects(ON_SPACES));
    }
    old.fg == new.fg && old.modifier == new.modifier
}

/// Brings the cursor from `at` to a cell of a row, over a short gap by writing what stands there.
fn reach(out: &mut String, pen: &mut Pen, at: Option<(u16, u16)>, to: (u16, u16), row: &[Cell]) {
    let (x, y) = to;
    match at {
        Some(at) if at == to => {}
        Some((from, line)) if line == y && from < x => {
            let gap = &row[usize::from(from)..usize::from(x)];
            let is_cheap = x - from <= SHORT_GAP
                && gap.iter().all(|cell| cell.symbol().len() == 1 && pen_of(cell, *pen) == *pen);
            if is_cheap {
                gap.iter().for_each(|cell| out.push_str(cell.symbol()));
            } else if x - from == 1 {
                out.push_str("\x1b[C");
            } else {
                let _ = write!(out, "\x1b[{}C", x - from);
            }
        }
        _ if x == 0 => {
            let _ = write!(out, "\x1b[{}H", y + 1);
        }
        _ => {
            let _ = write!(out, "\x1b[{};{}H", y + 1, x + 1);
        }
    }
}

fn put(out: &mut String, pen: &mut Pen, cell: &Cell) {
    let wanted = pen_of(cell, *pen);
    if wanted != *pen {
        change(out, *pen, wanted);
        *pen = wanted;
    }
    out.push_str(cell.symbol());
}

/// The pen for a cell; for a space, the present one as far as it makes no difference.
fn pen_of(cell: &Cell, now: Pen) -> Pen {
    if cell.symbol() != " " {
        return Pen { fg: cell.fg, bg: cell.bg, modifiers: cell.modifier };
    }
    let shows = cell.modifier & ON_SPACES;
    let fg = if shows.is_empty() { now.fg } else { cell.fg };
    Pen { fg, bg: cell.bg, modifiers: shows | (now.modifiers - ON_SPACES) }
}

/// Modifiers, what turns them on, and what turns them off. Bold and dim go off together.
const SWITCHES: [(Modifier, &str, &str); 4] = [
    (Modifier::ITALIC, "3", "23"),
    (Modifier::UNDERLINED, "4", "24"),
    (Modifier::REVERSED, "7", "27"),
    (Modifier::CROSSED_OUT, "9", "29"),
];

fn change(out: &mut String, from: Pen, to: Pen) {
    if to == PLAIN {
        out.push_str("\x1b[m");
        return;
    }
    out.push_str("\x1b[");
    let mut is_first = true;
    let mut add = |parameter: &str| {
        if !std::mem::take(&mut is_first) {
            out.push(';');
        }
        out.push_str(parameter);
    };
    let weight = Modifier::BOLD | Modifier::DIM;
    if from.modifiers & weight != to.modifiers & weight {
        if from.modifiers.intersects(weight) {
            add("22");
        }
        if to.modifiers.contains(Modifier::BOLD) {
            add("1");
        }
        if to.modifiers.contains(Modifier::DIM) {
            add("2");
        }
    }
    for (modifier, on, off) in SWITCHES {
        match (from.modifiers.contains(modifier), to.modifiers.contains(modifier)) {
            (false, true) => add(on),
            (true, false) => add(off),
            _ => {}
        }
    }
    if from.fg != to.fg {
        add(&colour(to.fg, 30));
    }
    if from.bg != to.bg {
        add(&colour(to.bg, 40));
    }
    out.push('m');
}

/// The parameter for a colour; `base` is 30 for what is written and 40 for what is below.
fn colour(colour: Color, base: u8) -> String {
    let bright = base + 60;
    match colour {
        Color::Reset => (base + 9).to_string(),
        Color::Rgb(r, g, b) => format!("{};2;{r};{g};{b}", base + 8),
        Color::Indexed(i) => format!("{};5;{i}", base + 8),
        Color::Black => base.to_string(),
        Color::Red => (base + 1).to_string(),
        Color::Green => (base + 2).to_string(),
        Color::Yellow => (base + 3).to_string(),
        Color::Blue => (base + 4).to_string(),
        Color::Magenta => (base + 5).to_string(),
        Color::Cyan => (base + 6).to_string(),
        Color::Gray => (base + 7).to_string(),
        Color::DarkGray => bright.to_string(),
        Color::LightRed => (bright + 1).to_string(),
        Color::LightGreen => (bright + 2).to_string(),
        Color::LightYellow => (bright + 3).to_string(),
        Color::LightBlue => (bright + 4).to_string(),
        Color::LightMagenta => (bright + 5).to_string(),
        Color::LightCyan => (bright + 6).to_string(),
        Color::White => (bright + 7).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use ratatui::{layout::Rect, style::Style};

    use super::*;
    use crate::app::panes::arrange::Area;

    fn grid(row: &str) -> Buffer {
        let mut grid = Buffer::empty(Rect::new(0, 0, 20, 1));
        grid.set_string(0, 0, row, Style::default());
        grid
    }

    fn link(x: u16, width: u16) -> Vec<Hyperlink> {
        let area = Area { x, y: 0, width, height: 1 };
        vec![Hyperlink { area, address: "https://un.org/\x1b]x".into() }]
    }

    #[test]
    fn an_address_becomes_a_link_and_ceases_to_be_one() {
        let mut writer = Writer::new();
        writer.frame(&mut grid("see un.org now"), None, Vec::new());
        // The words stay as they are, and are written again with the link around them.
        let shown = writer.frame(&mut grid("see un.org now"), None, link(4, 6)).to_owned();
        let linked = "\x1b]8;;https://un.org/]x\x1b\\un.org\x1b]8;;\x1b\\";
        assert!(shown.contains(linked), "{shown:?}");
        assert!(!shown.contains("see") && !shown.contains("now"), "{shown:?}");
        // Nothing is new.
        assert_eq!(writer.frame(&mut grid("see un.org now"), None, link(4, 6)), "");
        // What changes beside it is no part of it.
        let shown = writer.frame(&mut grid("see un.org NOW"), None, link(4, 6)).to_owned();
        assert!(shown.contains("NOW") && !shown.contains("]8;"), "{shown:?}");
        let shown = writer.frame(&mut grid("see un.org NOW"), None, Vec::new()).to_owned();
        assert!(shown.contains("un.org") && !shown.contains("https"), "{shown:?}");
    }
}
