//! From one grid of cells to the next in as few bytes as will do: only cells that changed, only
//! attributes that changed, short gaps written over instead of jumped, rows that moved moved, all of it in one write
//! that the terminal shows at once. Knows cells and escape sequences, no terminal.
//!
//! The stock writer of ratatui moves and resets more than it must: a line of scrolling in three
//! panes cost 6 KB of it, and slow connections feel that.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};

use super::{
    moved_rows::moved_rows,
    pen::{PLAIN, Pen, change, looks_like, pen_of},
};

use crate::ui::Hyperlink;

/// Unchanged cells that are cheaper to write again than to jump over.
const SHORT_GAP: u16 = 4;

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
            // Nothing is shown: what is empty need not be written.
            self.shown = Buffer::default();
        }
        let before = self.out.len();
        if !is_whole {
            self.out.push_str("\x1b[?2026h\x1b[?25l\x1b[0m");
        }
        let start = self.out.len();
        // Cells that lead somewhere would take that with them.
        if !is_whole && links.is_empty() && self.links.is_empty() {
            self.move_rows(next);
        }
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

    /// Has the terminal move rows that are shown already, up or down.
    fn move_rows(&mut self, next: &Buffer) {
        let Some(moved) = moved_rows(&self.shown, next) else { return };
        let (top, end, width) = (moved.among.start, moved.among.end, self.shown.area.width);
        let by = moved.up.unsigned_abs();
        // Of the rows that become empty the ground is that of the pen, which is plain.
        let way = if moved.up > 0 { 'S' } else { 'T' };
        let _ = write!(self.out, "\x1b[{};{end}r\x1b[{by}{way}\x1b[r", top + 1);
        let cells = |rows: u16| usize::from(rows) * usize::from(width);
        let rows = &mut self.shown.content[cells(top)..cells(end)];
        let empty = if moved.up > 0 {
            rows.rotate_left(cells(by));
            &mut rows[cells(end - top - by)..]
        } else {
            rows.rotate_right(cells(by));
            &mut rows[..cells(by)]
        };
        empty.fill(Cell::EMPTY);
    }

    fn changes(&mut self, next: &Buffer, links: &[Hyperlink]) {
        let (width, height) = (next.area.width, next.area.height);
        let is_relinked = self.links != links;
        let is_on_link = |x, y| self.links.iter().chain(links).any(|link| link.area.contains(x, y));
        let mut link: Option<&Hyperlink> = None;
        let mut pen = PLAIN;
        let mut at = None;
        let nothing = vec![Cell::EMPTY; usize::from(width)];
        for y in 0..height {
            let from = usize::from(y) * usize::from(width);
            let row = from..from + usize::from(width);
            let new = &next.content[row.clone()];
            let old = self.shown.content.get(row).unwrap_or(&nothing);
            for (x, (was, is)) in (0..width).zip(old.iter().zip(new)) {
                if looks_like(was, is) && !(is_relinked && is_on_link(x, y)) {
                    continue;
                }
                // The second half of a wide character is written with the first.
                let is_second = is.symbol().is_empty();
                let heads = || (0..x).rev().find(|&x| !new[usize::from(x)].symbol().is_empty());
                let head = if is_second { heads().unwrap_or(x) } else { x };
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
    match cell.symbol().as_bytes() {
        [byte] => out.push(char::from(*byte)),
        _ => out.push_str(cell.symbol()),
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU16;

    use proptest::prelude::*;
    use ratatui::{
        layout::Rect,
        style::{Color, Style},
    };

    use super::*;
    use crate::app::panes::arrange::Area;

    const SIZE: (u16, u16) = (24, 12);

    /// What a terminal shows after what was written: each cell with how it looks.
    fn shown(terminal: &vt100::Parser) -> Vec<(String, vt100::Color, vt100::Color, bool, bool)> {
        let cells = (0..SIZE.1).flat_map(|y| (0..SIZE.0).map(move |x| (y, x)));
        let cell = |(y, x)| terminal.screen().cell(y, x).expect("a cell");
        cells
            .map(cell)
            .map(|cell| {
                let symbol = if cell.has_contents() { cell.contents() } else { " " };
                let symbol = if cell.is_wide_continuation() { "" } else { symbol };
                // The colour of what is not there is not seen.
                let fg = if symbol == " " { vt100::Color::Default } else { cell.fgcolor() };
                let weight = cell.bold() && symbol != " ";
                (symbol.to_owned(), fg, cell.bgcolor(), weight, cell.underline())
            })
            .collect()
    }

    fn terminal() -> vt100::Parser {
        let size = |cells| NonZeroU16::new(cells).expect("a size");
        vt100::Parser::new(size(SIZE.1), size(SIZE.0), 0)
    }

    /// Lines of a text, one of a few, in one of a few styles.
    fn grid(head: u8, top: usize, words: &[u8], bar: u16) -> Buffer {
        let styles = [
            Style::new(),
            Style::new().fg(Color::Rgb(1, 22, 203)).bg(Color::Indexed(7)),
            Style::new().bold().fg(Color::Red),
            Style::new().underlined(),
        ];
        let texts = ["Recalling", "决议 of", "", "a  b", "14. Urges all"];
        let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.0, SIZE.1));
        buffer.set_style(buffer.area, Style::new().bg(Color::Rgb(9, 9, 9)));
        buffer.set_string(0, 0, format!("head {head}"), styles[1]);
        for y in 1..SIZE.1 {
            let word = usize::from(words[(top + usize::from(y)) % words.len()]);
            let style = styles[word % styles.len()];
            buffer.set_string(2, y, texts[word % texts.len()], style);
            buffer.set_string(14, y, (word % 7).to_string(), styles[0]);
            buffer.set_string(SIZE.0 - 1, y, if y == bar { "#" } else { "|" }, styles[2]);
        }
        // The second half of a wide character is empty, as in all that is drawn.
        for y in 0..SIZE.1 {
            for x in 1..SIZE.0 {
                if matches!(buffer[(x - 1, y)].symbol(), "决" | "议") {
                    buffer[(x, y)].set_symbol("");
                }
            }
        }
        buffer
    }

    proptest! {
        /// Whatever was shown before, what is written makes of it what was drawn, as if it were written whole.
        #[test]
        fn what_is_written_shows_what_was_drawn(
            words in proptest::collection::vec(any::<u8>(), 20..40),
            frames in proptest::collection::vec((0_u8..3, -4_isize..5, 1_u16..12), 2..8),
        ) {
            let (mut writer, mut seen, mut top) = (Writer::new(), terminal(), 20_usize);
            for (head, by, bar) in frames {
                top = top.saturating_add_signed(by);
                let drawn = grid(head, top, &words, bar);
                seen.process(writer.frame(&mut drawn.clone(), None, Vec::new()).as_bytes());
                let mut anew = terminal();
                anew.process(Writer::new().frame(&mut drawn.clone(), None, Vec::new()).as_bytes());
                prop_assert_eq!(shown(&seen), shown(&anew));
            }
        }
    }

    #[test]
    fn a_line_of_scrolling_costs_what_is_new() {
        let words: Vec<u8> = (0..200).map(|n| n % 5).collect();
        let mut writer = Writer::new();
        let whole = writer.frame(&mut grid(0, 3, &words, 2), None, Vec::new()).len();
        let line = writer.frame(&mut grid(0, 4, &words, 2), None, Vec::new()).to_owned();
        assert!(line.contains(";12r\x1b[1S\x1b[r"), "{line:?}");
        assert!(line.len() < whole / 3, "{} bytes of {whole}: {line:?}", line.len());
    }

    fn row(words: &str) -> Buffer {
        let mut grid = Buffer::empty(Rect::new(0, 0, 20, 1));
        grid.set_string(0, 0, words, Style::default());
        grid
    }

    fn link(x: u16, width: u16) -> Vec<Hyperlink> {
        let area = Area { x, y: 0, width, height: 1 };
        vec![Hyperlink { area, address: "https://un.org/\x1b]x".into() }]
    }

    #[test]
    fn an_address_becomes_a_link_and_ceases_to_be_one() {
        let mut writer = Writer::new();
        writer.frame(&mut row("see un.org now"), None, Vec::new());
        // The words stay as they are, and are written again with the link around them.
        let shown = writer.frame(&mut row("see un.org now"), None, link(4, 6)).to_owned();
        let linked = "\x1b]8;;https://un.org/]x\x1b\\un.org\x1b]8;;\x1b\\";
        assert!(shown.contains(linked), "{shown:?}");
        assert!(!shown.contains("see") && !shown.contains("now"), "{shown:?}");
        // Nothing is new.
        assert_eq!(writer.frame(&mut row("see un.org now"), None, link(4, 6)), "");
        // What changes beside it is no part of it.
        let shown = writer.frame(&mut row("see un.org NOW"), None, link(4, 6)).to_owned();
        assert!(shown.contains("NOW") && !shown.contains("]8;"), "{shown:?}");
        let shown = writer.frame(&mut row("see un.org NOW"), None, Vec::new()).to_owned();
        assert!(shown.contains("un.org") && !shown.contains("https"), "{shown:?}");
    }
}
