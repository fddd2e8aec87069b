//! The box in which a note is written, and the small boxes that ask: for the letter of a bookmark,
//! whether to leave. Knows where a box is; the text area draws its own text.

use ratatui::{layout::Rect, style::Style, widgets::Widget as _};

use super::{
    canvas::{self, Canvas},
    peek::framed,
    role::Role,
};
use crate::{
    app::{
        App,
        dialog::Draft,
        panes::arrange::{Area, Size},
    },
    document::Passage,
    layout,
};

/// The widest note, in cells.
const WIDEST: u16 = 76;

/// Draws a note being written at the bottom, so that what it is about stays in sight above it.
/// Returns the cell of the cursor.
pub(super) fn draw(app: &App, note: &Draft, canvas: &mut Canvas<'_>) -> Option<(u16, u16)> {
    let size = app.view().arrangement().size;
    let lines = u16::try_from(note.text.lines().len()).unwrap_or(u16::MAX);
    let height = (lines.saturating_add(4)).clamp(6, (size.rows / 2).max(6));
    let inside = framed(&note.title, bottom(size, WIDEST, height), canvas);
    let text = Rect {
        x: inside.x + 1,
        y: inside.y,
        width: inside.width.saturating_sub(2),
        height: inside.height,
    };
    (&note.text).render(text, canvas.buffer);
    // The text area has styles of its own; ours come from the theme.
    let style = canvas.style(Role::Popup);
    for y in text.y..text.y + text.height {
        for x in text.x..text.x + text.width {
            if let Some(cell) = canvas.buffer.cell_mut((x, y)) {
                cell.set_style(Style::reset()).set_style(style);
            }
        }
    }
    let cursor = note.text.screen_cursor();
    let (top, left) = note.text.scroll_offset();
    let column = u16::try_from(cursor.col).ok()?.checked_sub(left)?;
    let row = u16::try_from(cursor.row).ok()?.checked_sub(top)?;
    Some((text.x + column.min(text.width.saturating_sub(1)), text.y + row))
}

/// Which bookmarks there are to go to; nothing while one is set. Returns the cell at which its words begin, as do
/// those below.
pub(super) fn bookmarks(app: &App, canvas: &mut Canvas<'_>) -> (u16, u16) {
    let size = app.view().arrangement().size;
    let bookmarks: Vec<_> = app.annotations().list().bookmarks().collect();
    let wanted = u16::try_from(bookmarks.len()).unwrap_or(u16::MAX).saturating_add(2);
    let area = bottom(size, WIDEST, wanted.min(size.rows.saturating_sub(4)).max(3));
    let inside = framed("Go to a bookmark", area, canvas);
    let end = inside.x + inside.width;
    let style = canvas.style(Role::Popup);
    for (y, bookmark) in (inside.y..inside.y + inside.height).zip(bookmarks) {
        let key = bookmark.key.unwrap_or(' ').to_string();
        let x =
            canvas.text((inside.x + 1, y), end, &key, style.patch(canvas.theme.accent(Role::Key)));
        let start = app.annotations().start(&bookmark.id);
        let passage = start.map_or(Passage::Title, |place| place.passage);
        let cite = app.document().cite(passage).to_string();
        let x = canvas.text((x + 2, y), end, &cite, style) + 2;
        let words =
            if bookmark.label.is_empty() { app.document().text(passage) } else { &bookmark.label };
        let words = canvas::clip(words, end.saturating_sub(x + 1));
        canvas.text((x, y), end, &canvas.visual_order(&words), style);
    }
    (inside.x + 1, inside.y)
}

/// What is not saved, and what becomes of it.
pub(super) fn unsaved(app: &App, why: &str, canvas: &mut Canvas<'_>) -> (u16, u16) {
    let text = format!(
        "What you wrote is not on disk: {why}.\nIf you leave now it is put aside, and offered when you \
         open this document again."
    );
    question(app, "Not saved", &text, canvas)
}

/// What was not saved the last time.
pub(super) fn offer(app: &App, count: usize, canvas: &mut Canvas<'_>) -> (u16, u16) {
    let what = match count {
        1 => "One annotation".to_owned(),
        count => format!("{count} annotations"),
    };
    let text = format!("{what} could not be saved when the reader ended the last time. Take in?");
    question(app, "Put aside", &text, canvas)
}

/// A few lines that want an answer.
fn question(app: &App, title: &str, text: &str, canvas: &mut Canvas<'_>) -> (u16, u16) {
    let size = app.view().arrangement().size;
    let width = WIDEST.min(size.columns.saturating_sub(2)).saturating_sub(4);
    let rows = layout::fill(text, width, app.view().order());
    let height = u16::try_from(rows.len()).unwrap_or(2) + 2;
    let inside = framed(title, bottom(size, WIDEST, height), canvas);
    let style = canvas.style(Role::Popup);
    for (y, row) in (inside.y..inside.y + inside.height).zip(rows) {
        let words = text.get(row.bytes).unwrap_or_default();
        canvas.text((inside.x + 1, y), inside.x + inside.width, words.trim_end(), style);
    }
    (inside.x + 1, inside.y)
}

/// A box above the status line, in the middle.
fn bottom(size: Size, widest: u16, height: u16) -> Area {
    let width = widest.min(size.columns.saturating_sub(2));
    let height = height.min(size.rows.saturating_sub(2));
    let y = size.rows.saturating_sub(height + 1);
    Area { x: (size.columns - width) / 2, y, width, height }
}
