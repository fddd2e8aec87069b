//! The box that shows what a reference leads to, and the frame that all boxes have. Knows where a
//! box is, not why.

use ratatui::{buffer::Buffer, style::Style};

use super::{paint, role::Role, theme::Theme};
use crate::{
    app::{arrange::Area, dialog::Peek},
    layout::{self, What},
};

pub(super) fn draw(peek: &Peek, theme: &Theme, buffer: &mut Buffer) {
    let inside = framed(&peek.title, peek.area, theme, buffer);
    let style = theme.style(Role::Popup);
    for (y, row) in (inside.y..inside.y + inside.height).zip(peek.rows.iter().skip(peek.top)) {
        for piece in &row.pieces {
            let at = (inside.x + 1 + piece.column, y);
            let words = match &piece.what {
                What::Words(bytes) => peek.text.get(bytes.clone()).unwrap_or_default(),
                What::Backward(bytes) => {
                    let words = peek.text.get(bytes.clone()).unwrap_or_default();
                    let seen: String = layout::backward(words).map(|(_, g)| g).collect();
                    paint::text(buffer, at, inside.x + inside.width, &seen, style);
                    continue;
                }
                What::StandIn { shown, .. } => shown,
                What::Mark { shown, .. }
                | What::Label { shown, .. }
                | What::Remark { shown, .. } => shown.as_str(),
                What::Rule(glyph) | What::Sign(glyph) => glyph,
            };
            paint::text(buffer, at, inside.x + inside.width, words, style);
        }
    }
    if peek.top + peek.height() < peek.rows.len() {
        let (x, y) = (inside.x + inside.width - 1, inside.y + inside.height.saturating_sub(1));
        paint::put(buffer, x, y, "↓", 1, theme.style(Role::Frame));
    }
}

/// Draws an empty box with a title in its frame, and returns the area inside.
pub(super) fn framed(title: &str, area: Area, theme: &Theme, buffer: &mut Buffer) -> Area {
    paint::fill(buffer, area, theme.style(Role::Popup));
    let style = theme.style(Role::Frame);
    let (right, bottom) = (area.x + area.width - 1, area.y + area.height - 1);
    paint::line(buffer, area, "─", style);
    paint::line(buffer, Area { y: bottom, ..area }, "─", style);
    for y in area.y..=bottom {
        let (left_glyph, right_glyph) = match y {
            y if y == area.y => ("╭", "╮"),
            y if y == bottom => ("╰", "╯"),
            _ => ("│", "│"),
        };
        paint::put(buffer, area.x, y, left_glyph, 1, style);
        paint::put(buffer, right, y, right_glyph, 1, style);
    }
    let bold: Style = theme.style(Role::Popup).patch(theme.accent(Role::Matched));
    let title = format!(" {} ", paint::cut(title, area.width.saturating_sub(6)));
    paint::text(buffer, (area.x + 2, area.y), right, &title, bold);
    Area {
        x: area.x + 1,
        y: area.y + 1,
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(2),
    }
}
