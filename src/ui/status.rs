//! The line at the bottom: the place and the keys that matter, or what was done, or what is being
//! typed. Leaves out from the end what does not fit. Knows no keys of its own.

use super::{
    canvas::{self, Canvas},
    role::Role,
};
use crate::{
    app::{
        App, Weight,
        dialog::Hint,
        panes::arrange::Area,
        status::{PromptLine, Status},
    },
    layout,
};

/// Cells at the left and right edge, as of the text above.
const MARGIN: u16 = 2;
/// Cells between two parts.
const GAP: u16 = 2;

/// Draws it, and returns the cell of the cursor while something is typed in it.
pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) -> Option<(u16, u16)> {
    let area = app.view().arrangement().status;
    let status = app.status();
    canvas.fill(area, canvas.style(Role::Status));
    let end = area.width.saturating_sub(MARGIN);
    if let Some(line) = &status.prompt {
        let right = beside(&status, area, canvas);
        let cursor = prompt(line, area, right, canvas);
        if status.notice.is_none() {
            hints(&status.hints, cursor.0 + 2 * GAP, end, area.y, canvas);
        }
        return Some(cursor);
    }
    let place = canvas::clip(&status.place, end.saturating_sub(MARGIN));
    let mut x = canvas.text((MARGIN, area.y), end, &place, canvas.style(Role::Place));
    x += GAP;
    if let Some(alarm) = &status.alarm {
        x = canvas.text((x, area.y), end, alarm, canvas.style(Role::Warning)) + GAP;
    }
    if !status.pending.is_empty() {
        let style = canvas.style(Role::Prompt);
        x = canvas.text((x, area.y), end, &status.pending, style) + GAP;
    }
    if let Some(notice) = &status.notice {
        let role = if notice.weight == Weight::Info { Role::Notice } else { Role::Warning };
        let words = canvas::clip(&notice.text, end.saturating_sub(x));
        x = canvas.text((x, area.y), end, &words, canvas.style(role)) + GAP;
    }
    hints(&status.hints, x, end, area.y, canvas);
    None
}

/// The keys that matter, to the right: as many as fit, the most important first.
fn hints(hints: &[Hint], from: u16, end: u16, y: u16, canvas: &mut Canvas<'_>) {
    let cells = |hint: &Hint| {
        u16::try_from(layout::width(&canvas::keys(&hint.key)) + 1 + layout::width(hint.does))
            .unwrap_or(u16::MAX)
    };
    let room = end.saturating_sub(from);
    let mut used = 0_u16;
    let fitting: Vec<&Hint> = hints
        .iter()
        .take_while(|hint| {
            let gap = if used == 0 { 0 } else { GAP };
            used = used.saturating_add(gap).saturating_add(cells(hint));
            used <= room
        })
        .collect();
    let used: u16 = fitting.iter().map(|hint| cells(hint) + GAP).sum();
    let mut x = (end + GAP).saturating_sub(used);
    for hint in fitting {
        x = canvas.text((x, y), end, &canvas::keys(&hint.key), canvas.style(Role::Key)) + 1;
        x = canvas.text((x, y), end, hint.does, canvas.style(Role::Hint)) + GAP;
    }
}

/// What there is to say while something is typed, to its right. Returns the column where that is.
fn beside(status: &Status, area: Area, canvas: &mut Canvas<'_>) -> u16 {
    let end = area.width.saturating_sub(MARGIN);
    let Some(notice) = &status.notice else { return end };
    let words = canvas::clip(&notice.text, end / 2);
    let x = end.saturating_sub(u16::try_from(layout::width(&words)).unwrap_or(0));
    canvas.text((x, area.y), end, &words, canvas.style(Role::Hint));
    x.saturating_sub(GAP)
}

fn prompt(line: &PromptLine, area: Area, end: u16, canvas: &mut Canvas<'_>) -> (u16, u16) {
    let x = canvas.text((MARGIN, area.y), end, line.sign, canvas.style(Role::Key));
    let style = canvas.style(Role::Prompt);
    let cursor = typed(&line.text, line.cursor, (x, area.y), end, style, canvas);
    (cursor, area.y)
}

/// Draws a line being typed so that its cursor is in sight, and returns the cursor's column.
pub(super) fn typed(
    text: &str,
    cursor: usize,
    (x, y): (u16, u16),
    end: u16,
    style: ratatui::style::Style,
    canvas: &mut Canvas<'_>,
) -> u16 {
    let room = usize::from(end.saturating_sub(x + 1));
    let before = text.get(..cursor).unwrap_or(text);
    // What does not fit goes out of sight on the left, character by character.
    let starts: Vec<usize> = before.char_indices().map(|(at, _)| at).collect();
    let hidden = starts.partition_point(|&at| layout::width(&before[at..]) > room);
    let from = starts.get(hidden).copied().unwrap_or(before.len());
    canvas.text((x, y), end, &text[from..], style);
    x + u16::try_from(layout::width(&before[from..])).unwrap_or(0)
}
