//! The line at the bottom: the place and the keys that matter, or what was done, or what is being
//! typed. Leaves out from the end what does not fit. Knows no keys of its own.

use ratatui::buffer::Buffer;

use super::{paint, role::Role, theme::Theme};
use crate::{
    app::{
        App, Weight,
        arrange::Area,
        status::{Hint, PromptLine, Status},
    },
    layout,
};

/// Cells at the left and right edge, as of the text above.
const MARGIN: u16 = 2;
/// Cells between two parts.
const GAP: u16 = 2;

/// Draws it, and returns the cell of the cursor while something is typed in it.
pub(super) fn draw(app: &App, theme: &Theme, buffer: &mut Buffer) -> Option<(u16, u16)> {
    let area = app.view().arrangement().status;
    let status = app.status();
    paint::fill(buffer, area, theme.style(Role::Status));
    let end = area.width.saturating_sub(MARGIN);
    if let Some(line) = &status.prompt {
        let end = beside(&status, theme, area, buffer);
        return Some(prompt(line, theme, area, end, buffer));
    }
    let mut x = paint::text(buffer, (MARGIN, area.y), end, &status.place, theme.style(Role::Place));
    x += GAP;
    if let Some(alarm) = &status.alarm {
        x = paint::text(buffer, (x, area.y), end, alarm, theme.style(Role::Warning)) + GAP;
    }
    if !status.pending.is_empty() {
        let style = theme.style(Role::Prompt);
        x = paint::text(buffer, (x, area.y), end, &status.pending, style) + GAP;
    }
    if let Some(notice) = &status.notice {
        let role = if notice.weight == Weight::Info { Role::Notice } else { Role::Warning };
        let words = paint::cut(&notice.text, end.saturating_sub(x));
        x = paint::text(buffer, (x, area.y), end, &words, theme.style(role)) + GAP;
    }
    hints(&status.hints, x, end, theme, area.y, buffer);
    None
}

/// The keys that matter, to the right: as many as fit, the most important first.
fn hints(hints: &[Hint], from: u16, end: u16, theme: &Theme, y: u16, buffer: &mut Buffer) {
    let cells = |hint: &Hint| {
        u16::try_from(layout::width(&paint::keys(&hint.key)) + 1 + layout::width(hint.does))
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
        x = paint::text(buffer, (x, y), end, &paint::keys(&hint.key), theme.style(Role::Key)) + 1;
        x = paint::text(buffer, (x, y), end, hint.does, theme.style(Role::Hint)) + GAP;
    }
}

/// What there is to say while something is typed, to its right. Returns the column where that is.
fn beside(status: &Status, theme: &Theme, area: Area, buffer: &mut Buffer) -> u16 {
    let end = area.width.saturating_sub(MARGIN);
    let Some(notice) = &status.notice else { return end };
    let words = paint::cut(&notice.text, end / 2);
    let x = end.saturating_sub(u16::try_from(layout::width(&words)).unwrap_or(0));
    paint::text(buffer, (x, area.y), end, &words, theme.style(Role::Hint));
    x.saturating_sub(GAP)
}

fn prompt(
    line: &PromptLine,
    theme: &Theme,
    area: Area,
    end: u16,
    buffer: &mut Buffer,
) -> (u16, u16) {
    let x = paint::text(buffer, (MARGIN, area.y), end, line.sign, theme.style(Role::Key));
    let style = theme.style(Role::Prompt);
    let cursor = typed(&line.text, line.cursor, (x, area.y), end, style, buffer);
    (cursor, area.y)
}

/// Draws a line being typed so that its cursor is in sight, and returns the cursor's column.
pub(super) fn typed(
    text: &str,
    cursor: usize,
    (x, y): (u16, u16),
    end: u16,
    style: ratatui::style::Style,
    buffer: &mut Buffer,
) -> u16 {
    let room = usize::from(end.saturating_sub(x + 1));
    let before = text.get(..cursor).unwrap_or(text);
    // What does not fit goes out of sight on the left, character by character.
    let from = before
        .char_indices()
        .map(|(at, _)| at)
        .find(|&at| layout::width(&before[at..]) <= room)
        .unwrap_or(before.len());
    paint::text(buffer, (x, y), end, &text[from..], style);
    x + u16::try_from(layout::width(&before[from..])).unwrap_or(0)
}
