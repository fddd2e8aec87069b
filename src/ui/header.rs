//! The line at the top: symbol, title, organ, date. Where there is little room the date goes first,
//! then the organ, then the end of the title. Knows nothing of the panes.

use super::{
    canvas::{self, Canvas},
    role::Role,
};
use crate::{
    app::{App, annotating::placed::NOTE},
    layout,
};

/// Cells at the left and right edge.
const MARGIN: u16 = 2;
/// Cells between the parts.
const GAP: u16 = 2;
/// A title is not cut below this for the sake of what stands to its right, in cells.
const TITLE: u16 = 24;

pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let area = app.view().arrangement().header;
    let head = &app.document().head;
    canvas.fill(area, canvas.style(Role::Header));
    let end = area.width.saturating_sub(MARGIN);
    let symbol = head.symbol.as_ref().map(ToString::to_string).or_else(|| head.number.clone());
    let symbol = symbol.unwrap_or_else(|| "Document without a symbol".into());
    let style = canvas.style(Role::Symbol);
    let mut after = canvas.text((MARGIN, area.y), end, &symbol, style) + GAP;
    if !head.corrected.is_empty() {
        // What a person corrected is not what the text says.
        after = canvas.text((after - 1, area.y), end, NOTE, canvas.style(Role::Symbol)) + GAP;
    }
    let organ = head.organ.map(|organ| organ.name().to_owned());
    let date = head.adopted.or(head.issued).map(|date| date.strftime("%-d %B %Y").to_string());
    let style = canvas.style(Role::Header);
    let mut right = end;
    if let (which, count @ 2..) = app.which_of() {
        let words = format!("{which}/{count}");
        right = right.saturating_sub(u16::try_from(words.len()).unwrap_or(u16::MAX));
        canvas.text((right, area.y), end, &words, canvas.style(Role::Symbol));
        right = right.saturating_sub(GAP);
    }
    for part in [date, organ].into_iter().flatten() {
        let cells = u16::try_from(layout::width(&part)).unwrap_or(u16::MAX);
        let title = head.title.as_ref().map_or(0, |_| TITLE);
        if right.saturating_sub(cells.saturating_add(GAP)) < after.saturating_add(title) {
            break;
        }
        right -= cells;
        canvas.text((right, area.y), end, &part, style);
        right -= GAP;
    }
    if let Some(title) = head.title_in_words().filter(|_| right > after) {
        let title = canvas::clip(title, right - after);
        canvas.text((after, area.y), right, &canvas.visual_order(&title), style);
    }
}
