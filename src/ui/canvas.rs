//! The cells that are drawn into, with what everything that draws needs: the theme, and whether text is put in
//! order. Puts text into cells: clipped, by grapheme cluster, with nothing that could act on a terminal.
//! The cell after a wide character holds the empty string, so that it is drawn once. Knows cells
//! and styles, not what they mean.

use std::borrow::Cow;

use super::{role::Role, theme::Theme};
use crate::{
    app::panes::arrange::Area,
    layout::{self, Order},
};
use ratatui::{buffer::Buffer, style::Style};

/// The cells that are drawn into.
pub(super) struct Canvas<'a> {
    pub(super) buffer: &'a mut Buffer,
    pub(super) theme: &'a Theme,
    order: Order,
    /// Whether words alone are drawn, for whoever hears the screen or reads it by touch.
    pub(super) is_plain: bool,
}

impl<'a> Canvas<'a> {
    pub(super) fn new(buffer: &'a mut Buffer, theme: &'a Theme, order: Order) -> Self {
        Self { buffer, theme, order, is_plain: false }
    }

    /// Puts a glyph of one cell that is no word: a rule, a bar, part of a frame. Nothing where words alone are drawn.
    pub(super) fn ornament(&mut self, cell: (u16, u16), glyph: &str, style: Style) {
        if !self.is_plain {
            self.put(cell, glyph, 1, style);
        }
    }

    /// How a part of the screen looks.
    pub(super) fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// Writes a text from a cell on, at most up to the column `end`, and returns the column after it.
    pub(super) fn text(&mut self, (x, y): (u16, u16), end: u16, text: &str, style: Style) -> u16 {
        let mut column = x;
        for (_, grapheme) in layout::graphemes(text) {
            // A character that acts on a terminal is always a cluster of its own.
            let shown = grapheme.chars().next().and_then(layout::stand_in).unwrap_or(grapheme);
            let cells = layout::grapheme_width(shown);
            if column.saturating_add(cells) > end {
                break;
            }
            self.put((column, y), shown, cells, style);
            column += cells;
        }
        column
    }

    /// Writes one grapheme cluster of so many cells.
    pub(super) fn put(&mut self, (x, y): (u16, u16), shown: &str, cells: u16, style: Style) {
        if cells == 0 {
            return;
        }
        if let Some(cell) = self.buffer.cell_mut((x, y)) {
            cell.set_symbol(shown).set_style(style);
        }
        for rest in 1..cells {
            if let Some(cell) = self.buffer.cell_mut((x + rest, y)) {
                cell.set_symbol("").set_style(style);
            }
        }
    }

    /// Fills the first row of an area with an ornament.
    pub(super) fn line(&mut self, area: Area, glyph: &str, style: Style) {
        for x in area.x..area.x + area.width {
            self.ornament((x, area.y), glyph, style);
        }
    }

    /// Clears an area.
    pub(super) fn fill(&mut self, area: Area, style: Style) {
        let whole = self.buffer.area.width;
        let end = area.x.saturating_add(area.width).min(whole);
        let columns = usize::from(area.x.min(end))..usize::from(end);
        let rows = self.buffer.content.chunks_mut(usize::from(whole).max(1));
        for row in rows.skip(usize::from(area.y)).take(usize::from(area.height)) {
            for cell in row.get_mut(columns.clone()).into_iter().flatten() {
                cell.reset();
                cell.set_style(style);
            }
        }
    }

    /// A short text in the order in which it is seen, unless the terminal sees to that.
    pub(super) fn visual_order<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self.order {
            Order::Visual => layout::visual(text),
            Order::Logical => Cow::Borrowed(text),
        }
    }
}

/// A text clipped to so many cells, with an ellipsis where something is left out.
pub(super) fn clip(text: &str, cells: u16) -> String {
    if layout::width(text) <= usize::from(cells) {
        return text.to_owned();
    }
    let mut left = cells.saturating_sub(1);
    let mut kept = String::new();
    for (_, grapheme) in layout::graphemes(text) {
        let width = layout::grapheme_width(grapheme);
        if width > left {
            break;
        }
        left -= width;
        kept.push_str(grapheme);
    }
    format!("{}…", kept.trim_end())
}

/// Keys as they are read aloud, without the brackets of the notation of `keys.ron`: `<C-o>` is
/// `Ctrl-o`.
pub(super) fn keys(notation: &str) -> String {
    if !notation.contains('<') {
        return notation.to_owned();
    }
    let mut words = notation.replace("<lt>", "\u{0}");
    for (short, long) in [("<C-", "<Ctrl-"), ("<A-", "<Alt-"), ("<S-", "<Shift-")] {
        words = words.replace(short, long);
    }
    words = words.replace(['<', '>'], "");
    words.replace('\u{0}', "<")
}

#[cfg(test)]
mod tests {
    use super::{clip, keys};

    #[test]
    fn keys_are_words() {
        assert_eq!(keys("<Tab> <C-o> <S-Left> <lt>"), "Tab Ctrl-o Shift-Left <");
        assert_eq!(keys("gg"), "gg");
    }

    #[test]
    fn what_is_cut_says_so() {
        assert_eq!(clip("Declaration", 11), "Declaration");
        assert_eq!(clip("Declaration of", 12), "Declaration…");
        assert_eq!(clip("决议决议", 6), "决议…");
    }
}
