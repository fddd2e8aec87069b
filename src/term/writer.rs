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
        Self { shown: Buffer::default(), is_known: false, cursor: None, out: String::new() }
    }

    /// Believes nothing of what the terminal shows: the next frame is written whole.
    pub(super) fn forget(&mut self) {
        self.is_known = false;
    }

    /// What to write so that the terminal shows `next` and its cursor; empty where it does. `next`
    /// is swapped for the grid before, to be drawn into again.
    pub(super) fn frame(&mut self, next: &mut Buffer, cursor: Option<(u16, u16)>) -> &str {
        self.out.clear();
        let is_whole = !self.is_known || self.shown.area != next.area;
        if is_whole {
            self.out.push_str("\x1b[?2026h\x1b[?25l\x1b[0m\x1b[2J");
            // Nothing is shown: what is empty need not be written.
            self.shown = Buffer::default();
        }
        let before = self.out.len();
        if !is_whole {
            self.out.push_str("\x1b[?2026h\x1b[?25l\x1b[0m");
        }
        let start = self.out.len();
        self.changes(next);
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
        self.cursor = cursor;
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

    fn changes(&mut self, next: &Buffer) {
        let (width, height) = (next.area.width, next.area.height);
        let blank = Cell::EMPTY;
        let mut pen = PLAIN;
        let mut at = None;
        for y in 0..height {
            let from = usize::from(y) * usize::from(width);
            let row = from..from + usize::from(width);
            let new = &next.content[row.clone()];
            let old = self.shown.content.get(row);
            for x in 0..width {
                let old = old.map_or(&blank, |row| &row[usize::from(x)]);
                if is_same(old, &new[usize::from(x)]) {
                    continue;
                }
                // The second half of a wide character is written with the first.
                let head = (0..=x).rev().find(|&x| !new[usize::from(x)].symbol().is_empty());
                let head = head.unwrap_or(x);
                if at.is_some_and(|(column, line)| line == y && head < column) {
                    continue;
                }
                reach(&mut self.out, &mut pen, at, (head, y), new);
                put(&mut self.out, &mut pen, &new[usize::from(head)]);
                let after = (head + 1..width).find(|&x| !new[usize::from(x)].symbol().is_empty());
                // After the last column the cursor hangs between two lines.
                at = after.map(|after| (after, y));
            }
        }
    }
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
    let begins = out.len();
    let add = |out: &mut String, parameter: &str| {
        if out.len() > begins {
            out.push(';');
        }
        out.push_str(parameter);
    };
    let weight = Modifier::BOLD | Modifier::DIM;
    if from.modifiers & weight != to.modifiers & weight {
        if from.modifiers.intersects(weight) {
            add(out, "22");
        }
        if to.modifiers.contains(Modifier::BOLD) {
            add(out, "1");
        }
        if to.modifiers.contains(Modifier::DIM) {
            add(out, "2");
        }
    }
    for (modifier, on, off) in SWITCHES {
        match (from.modifiers.contains(modifier), to.modifiers.contains(modifier)) {
            (false, true) => add(out, on),
            (true, false) => add(out, off),
            _ => {}
        }
    }
    if from.fg != to.fg {
        add(out, "");
        colour(out, to.fg, 30);
    }
    if from.bg != to.bg {
        add(out, "");
        colour(out, to.bg, 40);
    }
    out.push('m');
}

/// Writes the parameter for a colour; `base` is 30 for what is written and 40 for what is below.
fn colour(out: &mut String, colour: Color, base: u8) {
    let bright = base + 60;
    let parameter = match colour {
        Color::Rgb(r, g, b) => {
            number(out, base + 8);
            out.push_str(";2");
            return [r, g, b].into_iter().for_each(|part| {
                out.push(';');
                number(out, part);
            });
        }
        Color::Indexed(i) => {
            number(out, base + 8);
            out.push_str(";5;");
            i
        }
        Color::Reset => base + 9,
        Color::Black => base,
        Color::Red => base + 1,
        Color::Green => base + 2,
        Color::Yellow => base + 3,
        Color::Blue => base + 4,
        Color::Magenta => base + 5,
        Color::Cyan => base + 6,
        Color::Gray => base + 7,
        Color::DarkGray => bright,
        Color::LightRed => bright + 1,
        Color::LightGreen => bright + 2,
        Color::LightYellow => bright + 3,
        Color::LightBlue => bright + 4,
        Color::LightMagenta => bright + 5,
        Color::LightCyan => bright + 6,
        Color::White => bright + 7,
    };
    number(out, parameter);
}

/// Writes a number in decimals. Colours are most of what is written on a first frame, and the ways of
/// [`std::fmt`] take ten times as long.
fn number(out: &mut String, number: u8) {
    let digit = |value: u8| char::from(b'0' + value % 10);
    if number >= 100 {
        out.push(digit(number / 100));
    }
    if number >= 10 {
        out.push(digit(number / 10));
    }
    out.push(digit(number));
}
