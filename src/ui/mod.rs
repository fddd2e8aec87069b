//! Draws the reader: [`draw`] takes its state, a theme and a grid of cells, and fills the grid. The
//! only drawing there is; pure, so that a test sees what a person sees. Knows no terminal, no keys,
//! no files.

mod canvas;
pub mod colour;
mod edge;
mod header;
mod help;
mod hyperlinks;
mod list;
mod list_screen;
mod note;
mod pair_screen;
mod pane;
mod peek;
pub mod role;
mod scrollbar;
mod status;
pub mod theme;
mod words;

pub use hyperlinks::{Hyperlink, hyperlinks};

use ratatui::buffer::Buffer;

use crate::app::{
    App, Screen,
    dialog::Dialog,
    keys::command::{Documents, Program},
    panes::arrange::{Area, SMALLEST, is_large_enough},
};
use canvas::Canvas;
use role::Role;
use theme::Theme;

/// Draws the reader into a buffer of the size of the screen. Returns the cell of the cursor, if it
/// is to be seen.
pub fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) -> Option<(u16, u16)> {
    let area = buffer.area;
    let whole = Area { x: 0, y: 0, width: area.width, height: area.height };
    let canvas = &mut Canvas::new(buffer, theme, app.view().order());
    canvas.is_plain = app.is_plain();
    canvas.fill(whole, canvas.style(Role::Text));
    let arrangement = app.view().arrangement();
    if !is_large_enough(arrangement.size) {
        too_small(app, canvas);
        return None;
    }
    let typing = draw_screen(app, canvas);
    let in_status = status::draw(app, canvas);
    let typing = in_status.or(typing);
    match (app.dialog(), app.screen()) {
        (Some(dialog), _) => draw_dialog(app, dialog, typing, canvas),
        (None, Screen::Reading(_)) => reading_cursor(app),
        (None, Screen::List(_) | Screen::Pair(_)) => typing,
    }
}

/// Draws the screen that is seen. Returns the cell in which something is typed, if anything is.
fn draw_screen(app: &App, canvas: &mut Canvas<'_>) -> Option<(u16, u16)> {
    match app.screen() {
        Screen::List(list) => return list_screen::draw(app, list, canvas),
        Screen::Pair(pair) => return pair_screen::draw(pair, canvas),
        Screen::Reading(_) => {
            if !canvas.is_plain {
                header::draw(app, canvas);
            }
            if app.view().arrangement().frames.is_empty() {
                nothing_to_read(app, canvas);
            }
            for (frame, pane) in app.view().shown() {
                pane::draw(app, frame, pane, canvas);
            }
        }
    }
    None
}

/// Draws what lies over the panes. Returns the cell of the cursor, if it is to be seen; `typing` is where it is
/// in the status line.
fn draw_dialog(
    app: &App,
    dialog: &Dialog,
    typing: Option<(u16, u16)>,
    canvas: &mut Canvas<'_>,
) -> Option<(u16, u16)> {
    if canvas.is_plain && covers_text(dialog) {
        // Who hears the rows from the top down hears what is open, and nothing of what lies under it.
        let Area { width, y, .. } = app.view().arrangement().status;
        canvas.fill(Area { x: 0, y: 0, width, height: y }, canvas.style(Role::Text));
    }
    let begins = match dialog {
        Dialog::Help(help) => help::draw(app, help, canvas),
        Dialog::Palette(palette) => return list::draw(app, &palette.menu, None, canvas),
        Dialog::Peek(peek) => peek::draw(peek, canvas),
        Dialog::Labels(labels) => {
            words::letters(labels, canvas);
            return canvas.is_plain.then(|| reading_cursor(app)).flatten();
        }
        Dialog::Tags(tags) => {
            let row = reading_cursor(app).map(|(_, row)| row);
            return list::draw(app, &tags.menu, row, canvas);
        }
        Dialog::Listing(listing) => return list::draw(app, &listing.menu, None, canvas),
        Dialog::Debris(debris) => return list::draw(app, &debris.menu, None, canvas),
        Dialog::Contents(contents) => return list::draw(app, &contents.menu, None, canvas),
        Dialog::Head(head) => return list::draw(app, &head.menu, None, canvas),
        Dialog::Kinds(kinds) => return list::draw(app, &kinds.menu, None, canvas),
        Dialog::Documents(documents) => return list::draw(app, &documents.menu, None, canvas),
        Dialog::Draft(draft) => return note::draw(app, draft, canvas),
        Dialog::Bookmark { sets: false } => note::bookmarks(app, canvas),
        Dialog::Bookmark { sets: true } => return reading_cursor(app),
        Dialog::Unsaved(why) => note::unsaved(app, why, canvas),
        Dialog::Offer(offer) => note::offer(app, offer.count, canvas),
        Dialog::Search(_) | Dialog::FileName(_) => return typing.or_else(|| reading_cursor(app)),
    };
    // Whoever sees the box needs no cursor in it.
    canvas.is_plain.then_some(begins)
}

/// Whether a dialog is a box, and nothing in the text or in the status line.
fn covers_text(dialog: &Dialog) -> bool {
    match dialog {
        Dialog::Labels(_)
        | Dialog::Search(_)
        | Dialog::FileName(_)
        | Dialog::Bookmark { sets: true } => false,
        Dialog::Help(_)
        | Dialog::Palette(_)
        | Dialog::Peek(_)
        | Dialog::Tags(_)
        | Dialog::Listing(_)
        | Dialog::Debris(_)
        | Dialog::Contents(_)
        | Dialog::Head(_)
        | Dialog::Documents(_)
        | Dialog::Kinds(_)
        | Dialog::Draft(_)
        | Dialog::Bookmark { sets: false }
        | Dialog::Unsaved(_)
        | Dialog::Offer(_) => true,
    }
}

/// The cell of the cursor in the text.
fn reading_cursor(app: &App) -> Option<(u16, u16)> {
    let frame = app.view().arrangement().frame(app.view().focus())?;
    let (column, row) = app.view().pane(frame.pane).cursor_cell(app.document())?;
    let last = frame.text.width.saturating_sub(1);
    Some((frame.text.x + column.min(last), frame.text.y + row))
}

/// In a document without any text: that there is none, and what can be done.
fn nothing_to_read(app: &App, canvas: &mut Canvas<'_>) {
    let size = app.view().arrangement().size;
    let open = canvas::keys(&app.shell().key_or_name(Documents::Open));
    let debris = canvas::keys(&app.shell().key_or_name(Program::Debris));
    let mut lines = vec!["There is no text in this file.".to_owned()];
    if !app.document().debris.is_empty() {
        lines.push(format!("{debris} lists what is in it and no part of a resolution."));
    }
    lines.push(format!("{open} opens another."));
    for (y, line) in (2..size.rows.saturating_sub(1)).zip(lines) {
        canvas.text((2, y), size.columns, &line, canvas.style(Role::Text));
    }
}

/// On a screen on which nobody can read: how large it has to be.
fn too_small(app: &App, canvas: &mut Canvas<'_>) {
    let size = app.view().arrangement().size;
    let style = canvas.style(Role::Text);
    let lines = [
        format!("{}×{} is too small to read on.", size.columns, size.rows),
        format!("seized needs {}×{}.", SMALLEST.columns, SMALLEST.rows),
        "q quits.".to_owned(),
    ];
    for (y, line) in (0..size.rows).zip(lines) {
        canvas.text((0, y), size.columns, &line, style);
    }
}
