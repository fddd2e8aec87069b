//! The scrollbar of a pane: a groove, the part of the text that is on the screen, notches where
//! search hits are, dots where annotations are. Nothing where everything is on the screen. Knows shares of a text, not rows.

use super::{canvas::Canvas, role::Role};
use crate::app::{App, panes::arrange::Frame, panes::pane::Pane, reading::search::TICKS};

pub(super) fn draw(app: &App, frame: &Frame, pane: &Pane, canvas: &mut Canvas<'_>) {
    let height = usize::from(frame.text.height);
    let (above, on, all) = pane.extent();
    if height == 0 || all == 0 || on >= all {
        return;
    }
    let (top, size) = thumb(above, on, all, height);
    let mut is_hit = vec![false; height];
    for &tick in app.hits().ticks(frame.pane) {
        is_hit[(usize::from(tick) * height / (TICKS + 1)).min(height - 1)] = true;
    }
    let mut is_noted = vec![false; height];
    for &tick in app.reader().annotation_ticks().ticks(frame.pane) {
        is_noted[(usize::from(tick) * height / (TICKS + 1)).min(height - 1)] = true;
    }
    let x = frame.area.x + frame.area.width.saturating_sub(1);
    for (i, is_hit) in is_hit.into_iter().enumerate() {
        let is_thumb = (top..top + size).contains(&i);
        let (glyph, role) = match (is_thumb, is_hit, is_noted[i]) {
            (false, false, false) => ("│", Role::Track),
            (false, true, _) => ("┤", Role::Tick),
            (true, false, false) => ("┃", Role::Thumb),
            (true, true, _) => ("┫", Role::Tick),
            (false, false, true) => ("•", Role::Sign),
            (true, false, true) => ("●", Role::Sign),
        };
        let y = frame.text.y + u16::try_from(i).unwrap_or(0);
        canvas.ornament((x, y), glyph, canvas.style(role));
    }
}

/// The first row of the thumb and its rows. It touches an end of the groove only where the text
/// does.
pub(super) fn thumb(above: usize, on: usize, all: usize, height: usize) -> (usize, usize) {
    let size = (on * height).div_ceil(all).clamp(1, height.saturating_sub(1).max(1));
    let room = height - size;
    let below = all.saturating_sub(above + on);
    let top = match (above, below) {
        (0, _) => 0,
        (_, 0) => room,
        _ => (above * room / (above + below)).clamp(1.min(room), room.saturating_sub(1).max(1)),
    };
    (top.min(room), size)
}

#[cfg(test)]
mod tests {
    use super::thumb;

    #[test]
    fn the_thumb_is_at_an_end_only_where_the_text_is() {
        assert_eq!(thumb(0, 100, 1000, 20), (0, 2));
        assert_eq!(thumb(1, 100, 1000, 20), (1, 2));
        assert_eq!(thumb(899, 100, 1000, 20), (17, 2));
        assert_eq!(thumb(900, 100, 1000, 20), (18, 2));
        assert_eq!(thumb(500, 1, 10_000_000, 3), (1, 1));
    }
}
