//! The help: all commands with their keys, in a box. Knows none of them; they come from the table.

use super::{
    canvas::{self, Canvas},
    peek::framed,
    role::Role,
};
use crate::{
    app::{
        App,
        dialog::{Help, HelpLine, help_lines},
        panes::arrange::Area,
    },
    layout,
};

/// The widest help, in cells.
const WIDEST: u16 = 108;

/// Draws it, and returns the cell at which its words begin.
pub(super) fn draw(app: &App, help: &Help, canvas: &mut Canvas<'_>) -> (u16, u16) {
    let size = app.view().arrangement().size;
    let lines = help_lines(app.keymap(), help.line.text());
    let title = match (help.is_typing, help.line.text()) {
        (false, "") => "Keys".to_owned(),
        (_, searched) => format!("Keys with /{searched}"),
    };
    let width = WIDEST.min(size.columns.saturating_sub(2));
    let height =
        u16::try_from(lines.len() + 2).unwrap_or(u16::MAX).min(size.rows.saturating_sub(2));
    let area = Area { x: (size.columns - width) / 2, y: 1, width, height };
    let inside = framed(&title, area, canvas);
    let keys_end = key_column(&lines).min(inside.width / 3);
    for (y, line) in (inside.y..inside.y + inside.height).zip(lines.iter().skip(help.top)) {
        let left = inside.x + 1;
        let end = inside.x + inside.width - 1;
        match line {
            HelpLine::Blank => {}
            HelpLine::Heading(words) => {
                let style = canvas.style(Role::Popup).patch(canvas.theme.accent(Role::Matched));
                canvas.text((left, y), end, words, style);
            }
            HelpLine::Command { keys, doc } => {
                let key_style = canvas.style(Role::Popup).patch(canvas.theme.accent(Role::Key));
                let keys = canvas::clip(&canvas::keys(keys), keys_end);
                canvas.text((left + 1, y), end, &keys, key_style);
                let x = left + 1 + keys_end + 2;
                let doc = canvas::clip(doc, end.saturating_sub(x));
                canvas.text((x, y), end, &doc, canvas.style(Role::Popup));
            }
        }
    }
    let shown = usize::from(inside.height);
    if help.top + shown < lines.len() {
        let x = inside.x + inside.width - 1;
        canvas.ornament((x, inside.y + inside.height - 1), "↓", canvas.style(Role::Frame));
    }
    (inside.x + 1, inside.y)
}

/// The cells of the longest keys.
fn key_column(lines: &[HelpLine]) -> u16 {
    let cells = lines.iter().map(|line| match line {
        HelpLine::Command { keys, .. } => layout::width(&canvas::keys(keys)),
        HelpLine::Heading(_) | HelpLine::Blank => 0,
    });
    u16::try_from(cells.max().unwrap_or(0)).unwrap_or(u16::MAX)
}
