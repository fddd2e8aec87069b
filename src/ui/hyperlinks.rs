//! Where addresses stand on the screen, so that a terminal can make links of them. Knows the boxes that show
//! one, no escape sequence.

use crate::{
    app::{
        App,
        dialog::{Dialog, Peek},
        panes::arrange::Area,
    },
    layout,
};

/// An address on the screen, or as much of one as stands in one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hyperlink {
    /// Its cells: one row.
    pub area: Area,
    /// Where it leads.
    pub address: String,
}

/// The addresses that are shown.
#[must_use]
pub fn hyperlinks(app: &App) -> Vec<Hyperlink> {
    match app.dialog() {
        Some(Dialog::Peek(peek)) => of_peek(peek),
        _ => Vec::new(),
    }
}

/// The address of another document in the box that says what a reference leads to.
fn of_peek(peek: &Peek) -> Vec<Hyperlink> {
    let Some(address) = peek.address() else { return Vec::new() };
    let Some(start) = peek.text.find(&address) else { return Vec::new() };
    let end = start + address.len();
    let rows = peek.rows.iter().skip(peek.top).take(peek.height());
    let shown = (peek.area.y + 1..).zip(rows);
    let own = shown.filter_map(|(y, row)| {
        let bytes = row.bytes.start.max(start)..row.bytes.end.min(end);
        let before = peek.text.get(row.bytes.start..bytes.start)?;
        let words = peek.text.get(bytes)?;
        let cells = |text: &str| u16::try_from(layout::width(text)).unwrap_or(u16::MAX);
        // The frame, and a cell beside it.
        let x = peek.area.x.saturating_add(2).saturating_add(cells(before));
        let area = Area { x, y, width: cells(words), height: 1 };
        (area.width > 0).then(|| Hyperlink { area, address: address.clone() })
    });
    own.collect()
}
