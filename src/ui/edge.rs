//! What screens of lists and pairs have at their edges: the line at the top, and the scrollbar. Knows neither lists
//! nor pairs.

use super::{
    canvas::{self, Canvas},
    role::Role,
    scrollbar,
};
use crate::{app::panes::arrange::Area, layout};

/// Cells at the left and right edge.
const MARGIN: u16 = 2;
/// Cells between the parts.
const GAP: u16 = 2;

/// What a screen is, at the left, and how much of it there is, at the right. Where there is little room what is at the
/// right is cut first.
pub(super) fn header(title: &str, about: &str, area: Area, canvas: &mut Canvas<'_>) {
    canvas.fill(area, canvas.style(Role::Header));
    let end = area.width.saturating_sub(MARGIN);
    let title = canvas::clip(title, end.saturating_sub(MARGIN));
    let after = canvas.text(
        (MARGIN, area.y),
        end,
        &canvas.visual_order(&title),
        canvas.style(Role::Symbol),
    );
    let room = end.saturating_sub(after + GAP);
    let about = canvas::clip(whole_parts(about, room), room);
    let width = u16::try_from(layout::width(&about)).unwrap_or(0);
    if room > 8 {
        canvas.text((end - width, area.y), end, &about, canvas.style(Role::Header));
    }
}

/// As many parts from the beginning as there is room for, at least one: a part that is cut says nothing.
fn whole_parts(about: &str, room: u16) -> &str {
    let mut fitting = about;
    while layout::width(fitting) > usize::from(room) {
        let end = [" · ", "; ", ", "].iter().filter_map(|between| fitting.rfind(between)).max();
        match end.and_then(|end| fitting.get(..end)) {
            Some(before) => fitting = before,
            None => break,
        }
    }
    fitting
}

/// How much is above, on the screen, and there in all: at the right edge of an area.
pub(super) fn scrollbar(extent: (usize, usize, usize), area: Area, canvas: &mut Canvas<'_>) {
    let (above, on, all) = extent;
    if area.height == 0 || all == 0 || on >= all {
        return;
    }
    let (top, size) = scrollbar::thumb(above, on, all, usize::from(area.height));
    let x = (area.x + area.width).min(canvas.buffer.area.width.saturating_sub(1));
    for i in 0..usize::from(area.height) {
        let (glyph, role) = if (top..top + size).contains(&i) {
            ("┃", Role::Thumb)
        } else {
            ("│", Role::Track)
        };
        canvas.ornament((x, area.y + u16::try_from(i).unwrap_or(0)), glyph, canvas.style(role));
    }
}
