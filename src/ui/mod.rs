//! Draws the reader: [`draw`] takes its state, a theme and a grid of cells, and fills the grid. The
//! only drawing there is; pure, so that a test sees what a person sees. Knows no terminal, no keys,
//! no files.

pub mod colour;
mod header;
mod help;
mod list;
mod note;
mod paint;
mod pane;
mod peek;
pub mod role;
mod scrollbar;
mod status;
pub mod theme;
mod words;

use ratatui::buffer::Buffer;

use crate::app::{App, arrange::SMALLEST, dialog::Dialog};
use role::Role;
use theme::Theme;

/// Draws the reader into a buffer of the size of the screen. Returns the cell of the cursor, if it
/// is to be seen.
pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) -> Option<(u16, u16)> {
    let area = buffer.area;
    let whole = crate::app::arrange::Area { x: 0, y: 0, width: area.width, height: area.height };
    paint::fill(buffer, whole, theme.style(Role::Text));
    let arrangement = app.view().arrangement();
    if arrangement.frames.is_empty() {
        too_small(app, theme, buffer);
        return None;
    }
    header::draw(app, theme, buffer);
    for (frame, pane) in app.view().shown() {
        pane::draw(app, theme, frame, pane, buffer);
    }
    let typing = status::draw(app, theme, buffer);
    match app.dialog() {
        Some(Dialog::Help(help)) => help::draw(app, help, theme, buffer),
        Some(Dialog::Palette(palette)) => {
            return list::draw(app, &palette.menu, None, theme, buffer);
        }
        Some(Dialog::Peek(peek)) => peek::draw(peek, theme, buffer),
        Some(Dialog::Labels(labels)) => words::letters(labels, theme, buffer),
        Some(Dialog::Tags(tagging)) => {
            let row = reading_cursor(app).map(|(_, row)| row);
            return list::draw(app, &tagging.menu, row, theme, buffer);
        }
        Some(Dialog::Listing(listing)) => {
            return list::draw(app, &listing.menu, None, theme, buffer);
        }
        Some(Dialog::Debris(debris)) => {
            return list::draw(app, &debris.menu, None, theme, buffer);
        }
        Some(Dialog::Draft(draft)) => return note::draw(app, draft, theme, buffer),
        Some(Dialog::Bookmark { sets: false }) => note::bookmarks(app, theme, buffer),
        Some(Dialog::Bookmark { sets: true }) => return reading_cursor(app),
        Some(Dialog::Unsaved(why)) => note::unsaved(app, why, theme, buffer),
        Some(Dialog::Offer(offer)) => note::offer(app, offer.count, theme, buffer),
        None | Some(Dialog::Search(_)) => return typing.or_else(|| reading_cursor(app)),
    }
    None
}

/// The cell of the cursor in the text.
fn reading_cursor(app: &App) -> Option<(u16, u16)> {
    let frame = app.view().arrangement().frame(app.view().focus())?;
    let (column, row) = app.view().pane(frame.pane).cursor_cell(app.document())?;
    let last = frame.text.width.saturating_sub(1);
    Some((frame.text.x + column.min(last), frame.text.y + row))
}

/// On a screen on which nobody can read: how large it has to be.
fn too_small(app: &App, theme: &Theme, buffer: &mut Buffer) {
    let size = app.view().arrangement().size;
    let style = theme.style(Role::Text);
    let lines = [
        format!("{}×{} is too small to read on.", size.columns, size.rows),
        format!("seized needs {}×{}.", SMALLEST.columns, SMALLEST.rows),
        "q quits.".to_owned(),
    ];
    for (y, line) in (0..size.rows).zip(lines) {
        paint::text(buffer, (0, y), size.columns, &line, style);
    }
}
