//! The box that shows what a reference leads to, and the frame that all boxes have. Knows where a
//! box is, not why.

use ratatui::style::Style;

use super::{
    canvas::{self, Canvas},
    role::Role,
    words,
};
use crate::app::{dialog::Peek, panes::arrange::Area};

/// Draws it, and returns the cell at which its words begin.
pub(super) fn draw(peek: &Peek, canvas: &mut Canvas<'_>) -> (u16, u16) {
    let inside = framed(&peek.title, peek.area, canvas);
    let style = canvas.style(Role::Popup);
    for (y, row) in (inside.y..inside.y + inside.height).zip(peek.rows.iter().skip(peek.top)) {
        let end = inside.x + inside.width;
        words::plain(&peek.text, row, &[], (inside.x + 1, y), end, style, canvas);
    }
    if peek.top + peek.height() < peek.rows.len() {
        let (x, y) = (inside.x + inside.width - 1, inside.y + inside.height.saturating_sub(1));
        canvas.ornament((x, y), "↓", canvas.style(Role::Frame));
    }
    (inside.x + 1, inside.y)
}

/// Draws an empty box with a title in its frame, and returns the area inside.
pub(super) fn framed(title: &str, area: Area, canvas: &mut Canvas<'_>) -> Area {
    canvas.fill(area, canvas.style(Role::Popup));
    let style = canvas.style(Role::Frame);
    let (right, bottom) = (area.x + area.width - 1, area.y + area.height - 1);
    canvas.line(area, "─", style);
    canvas.line(Area { y: bottom, ..area }, "─", style);
    for y in area.y..=bottom {
        let (left_glyph, right_glyph) = match y {
            y if y == area.y => ("╭", "╮"),
            y if y == bottom => ("╰", "╯"),
            _ => ("│", "│"),
        };
        canvas.ornament((area.x, y), left_glyph, style);
        canvas.ornament((right, y), right_glyph, style);
    }
    let bold: Style = canvas.style(Role::Popup).patch(canvas.theme.accent(Role::Matched));
    let title = format!(" {} ", canvas::clip(title, area.width.saturating_sub(6)));
    canvas.text((area.x + 2, area.y), right, &title, bold);
    Area {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(2),
    }
}
