//! A menu: a line being typed, and what may be chosen below it. Knows nothing of how it is found.

use super::{
    canvas::{self, Canvas},
    peek::framed,
    role::Role,
    status::typed,
};
use crate::{
    app::{
        App,
        dialog::menu::{Choice, Menu},
        panes::arrange::Area,
    },
    layout,
};

/// The widest menu, in cells.
const WIDEST: u16 = 108;
/// The most choices shown at once.
const MOST: u16 = 12;

/// Draws it, and returns the cell of the cursor. A row given to be kept free is one the person is
/// deciding about.
pub(super) fn draw<T>(
    app: &App,
    menu: &Menu<T>,
    keep_free: Option<u16>,
    canvas: &mut Canvas<'_>,
) -> Option<(u16, u16)> {
    let size = app.view().arrangement().size;
    let width = WIDEST.min(size.columns.saturating_sub(2));
    let room = size.rows.saturating_sub(5).min(MOST);
    let choices = u16::try_from(menu.choices.len()).unwrap_or(u16::MAX).min(room);
    let height = choices.max(1) + 3;
    let is_above = keep_free.is_some_and(|row| row < size.rows / 2);
    let y = if is_above { size.rows.saturating_sub(height + 1) } else { 1 };
    let area = Area { x: (size.columns - width) / 2, y, width, height };
    let inside = framed(&menu.title, area, canvas);
    let end = inside.x + inside.width - 1;
    let style = canvas.style(Role::Popup);
    let at = (inside.x + 1, inside.y);
    let x = canvas.text(at, end, menu.sign, style.patch(canvas.theme.accent(Role::Key)));
    let line = &menu.line;
    let cursor = typed(line.text(), line.cursor(), (x, inside.y), end, style, canvas);
    if menu.choices.is_empty() {
        let style = style.patch(canvas.theme.accent(Role::Hint));
        canvas.text((at.0 + 1, inside.y + 1), end, &menu.nothing, style);
    }
    let visible = usize::from(choices);
    let top = (menu.chosen + 1).saturating_sub(visible);
    let shown = menu.choices.iter().skip(top).take(visible);
    let says_at = says_at(shown.map(cells_of_name), inside.width);
    for (i, choice) in menu.choices.iter().enumerate().skip(top).take(visible) {
        let y = inside.y + 1 + u16::try_from(i - top).unwrap_or(0);
        let row = Area { y, height: 1, ..inside };
        draw_choice(choice, i == menu.chosen, row, says_at, canvas);
    }
    Some((cursor, inside.y))
}

/// Where what choices say of themselves begins, in cells from the left: on a narrow screen right behind the names.
fn says_at(names: impl Iterator<Item = usize>, width: u16) -> u16 {
    /// Names of one list stand as wide as those of any other, where there is room.
    const USUAL: u16 = 24;
    if width >= 56 {
        return USUAL;
    }
    let widest = names.max().and_then(|cells| u16::try_from(cells).ok());
    widest.unwrap_or(0).saturating_add(4).min(USUAL)
}

/// Cells of the name of a choice, with the sign of what is set.
fn cells_of_name<T>(choice: &Choice<T>) -> usize {
    layout::width(&choice.name) + if choice.check.is_some() { 2 } else { 0 }
}

fn draw_choice<T>(
    choice: &Choice<T>,
    is_chosen: bool,
    row: Area,
    says_at: u16,
    canvas: &mut Canvas<'_>,
) {
    let style = canvas.style(if is_chosen { Role::Chosen } else { Role::Popup });
    canvas.fill(row, style);
    let end = row.x + row.width - 1;
    if is_chosen {
        canvas.text((row.x, row.y), end, "›", style);
    }
    let mut x = row.x + 2;
    if let Some(is_set) = choice.check {
        x = canvas.text((x, row.y), end, if is_set { "✓ " } else { "  " }, style);
    }
    let keys = canvas::keys(&choice.keys);
    let keys_x = end.saturating_sub(u16::try_from(layout::width(&keys)).unwrap_or(0));
    // A name that is too long leaves what stands at its right in sight.
    let room = keys_x.saturating_sub(x + if keys.is_empty() { 0 } else { 2 });
    for (i, c) in (0_u32..).zip(canvas::clip(&choice.name, room).chars()) {
        let matched = choice.matched.contains(&i);
        let style = if matched { style.patch(canvas.theme.accent(Role::Matched)) } else { style };
        x = canvas.text((x, row.y), end, c.encode_utf8(&mut [0; 4]), style);
    }
    if keys_x > x {
        let style = style.patch(canvas.theme.accent(Role::Key));
        let style = if is_chosen { canvas.style(Role::Chosen) } else { style };
        canvas.text((keys_x, row.y), end, &keys, style);
    }
    let doc_x = (row.x + says_at).max(x + 2);
    let doc = canvas::clip(&choice.doc, keys_x.saturating_sub(doc_x + 1));
    if keys_x > doc_x + 4 {
        canvas.text((doc_x, row.y), keys_x, &canvas.visual_order(&doc), style);
    }
}
