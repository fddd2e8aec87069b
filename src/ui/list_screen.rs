//! A list that fills the screen: what it is, the line being typed, its entries, what stands beside them. Knows how
//! entries look, not what they are about.

use std::ops::Range;

use ratatui::style::Style;

use super::{
    canvas::{self, Canvas},
    edge,
    role::Role,
    status::typed,
    words,
};
use crate::{
    app::{
        App,
        panes::arrange::Area,
        screens::{
            ListScreen,
            columns::{BAR, GAP},
            entries::Line,
            entry::Entry,
            side::SideWeight,
        },
    },
    layout,
};

/// Draws it. Returns the cell of the cursor while something is typed in it.
pub(super) fn draw(app: &App, list: &ListScreen, canvas: &mut Canvas<'_>) -> Option<(u16, u16)> {
    edge::header(&list.content.title(), &list.about(), list.areas.header, canvas);
    let cursor = line(list, canvas);
    for (y, row) in (list.areas.entries.y..).zip(list.entries.lines()) {
        if let Some(entry) = list.entries.entry(row.entry) {
            draw_line(list, row, &entry, y, canvas);
        }
    }
    if list.entries.lines().is_empty() {
        nothing(list, canvas);
    }
    side(app, list, canvas);
    // What narrows the list may have its place.
    if list.areas.entries.width > 0 {
        edge::scrollbar(list.entries.extent(), list.areas.entries, canvas);
    }
    cursor.or_else(|| canvas.is_plain.then(|| chosen(list)))
}

/// The cell at which the words of what is chosen begin, or the list.
fn chosen(list: &ListScreen) -> (u16, u16) {
    let area = list.areas.entries;
    let chosen = list.entries.chosen();
    let row = list.entries.lines().iter().position(|line| Some(line.entry) == chosen);
    (area.x + BAR, area.y + u16::try_from(row.unwrap_or(0)).unwrap_or(0))
}

/// The line being typed.
fn line(list: &ListScreen, canvas: &mut Canvas<'_>) -> Option<(u16, u16)> {
    let area = list.areas.line;
    if area.height == 0 {
        return None;
    }
    let end = area.width.saturating_sub(2);
    let x = canvas.text((BAR, area.y), end, "> ", canvas.style(Role::PaneTitle));
    let style = canvas.style(Role::Text);
    let text = &list.line;
    let cursor = typed(text.text(), text.cursor(), (x, area.y), end, style, canvas);
    list.is_typing.then_some((cursor, area.y))
}

fn draw_line(list: &ListScreen, line: &Line, entry: &Entry, y: u16, canvas: &mut Canvas<'_>) {
    let area = list.areas.entries;
    let end = area.x + area.width;
    let is_chosen = list.entries.chosen() == Some(line.entry);
    if is_chosen {
        canvas.ornament((area.x, y), "▌", canvas.style(Role::Gutter));
    }
    if entry.is_heading {
        return heading(line, entry, (area.x, y), end, canvas);
    }
    let mut x = area.x + BAR;
    for (i, (column, width)) in
        list.entries.columns().enumerate().filter(|(_, (_, width))| *width > 0)
    {
        if line.row == 0 {
            let text = entry.lead.get(i).map_or("", String::as_str);
            let role = match (column.is_name, is_chosen) {
                (true, true) => Role::FocusedTitle,
                (true, false) => Role::Number,
                (false, _) => Role::QuietLabel,
            };
            canvas.text((x, y), x + width, &canvas::clip(text, width), canvas.style(role));
        }
        x += width + GAP;
    }
    let at_edge = entry.tail_in(end.saturating_sub(x)).filter(|_| line.row == 0);
    if let Some((text, _)) = at_edge {
        tail(text, y, end, canvas);
    }
    let name = if is_chosen { Role::FocusedTitle } else { Role::Number };
    let accent = |role| canvas.theme.accent(role);
    let hits = entry.marked.iter().map(|range| (range.clone(), accent(Role::Hit)));
    let marked: Vec<(Range<usize>, Style)> =
        std::iter::once((0..entry.name, accent(name))).chain(hits).collect();
    let ground = canvas.style(if is_chosen { Role::Heading } else { Role::Text });
    let after = words::plain(&entry.text, &line.words, &marked, (x, y), end, ground, canvas);
    if line.is_cut {
        canvas.text((after.min(end.saturating_sub(1)), y), end, "…", ground);
    }
}

/// The heading of a group.
fn heading(line: &Line, entry: &Entry, (x, y): (u16, u16), end: u16, canvas: &mut Canvas<'_>) {
    let style = canvas.style(Role::PaneTitle);
    let after = words::plain(&entry.text, &line.words, &[], (x + 1, y), end, style, canvas);
    let after = if line.is_cut { canvas.text((after, y), end, "…", style) } else { after };
    let tail_at = if entry.tail.is_empty() { end } else { tail(&entry.tail, y, end, canvas) };
    let rule = Area { x: after + 1, y, width: tail_at.saturating_sub(after + 2), height: 1 };
    canvas.line(rule, "─", canvas.style(Role::Rule));
}

/// What stands at the right edge. Returns its column.
fn tail(text: &str, y: u16, end: u16, canvas: &mut Canvas<'_>) -> u16 {
    let x = end.saturating_sub(u16::try_from(layout::width(text)).unwrap_or(end));
    canvas.text((x, y), end, text, canvas.style(Role::QuietLabel));
    x
}

/// Where there is no entry: why, and what can be typed.
fn nothing(list: &ListScreen, canvas: &mut Canvas<'_>) {
    let area = list.areas.entries;
    let text = list.nothing();
    let width = area.width.saturating_sub(2 * BAR).min(layout::MEASURE);
    let rows = layout::fill(&text, width, layout::Order::Logical);
    let bottom = area.y + area.height;
    for (y, row) in (area.y + 1..bottom).zip(&rows) {
        let style = canvas.style(Role::QuietLabel);
        words::plain(&text, row, &[], (area.x + BAR, y), area.x + area.width, style, canvas);
    }
}

/// What stands beside the entries.
fn side(app: &App, list: &ListScreen, canvas: &mut Canvas<'_>) {
    let area = list.areas.side;
    if area.width == 0 {
        return;
    }
    for y in area.y..area.y + area.height {
        canvas.ornament((area.x, y), "│", canvas.style(Role::Rule));
    }
    let (from, end) = (area.x + 2, (area.x + area.width).saturating_sub(2));
    let labels = |weight: SideWeight| {
        let lines = list.side.iter().filter(|line| line.weight == weight);
        let widest = lines.map(|line| layout::width(&line.label)).max().unwrap_or(0);
        u16::try_from(widest).unwrap_or(0).min(20)
    };
    let (labels, cites) = (labels(SideWeight::Quiet), labels(SideWeight::Text));
    let mut y = area.y;
    // What is chosen is in sight.
    let height = usize::from(area.height);
    let from_line = list.narrowing.map_or(0, |chosen| (chosen + 2).saturating_sub(height));
    for (index, line) in list.side.iter().enumerate().skip(from_line) {
        let is_chosen = list.narrowing == Some(index);
        if is_chosen {
            canvas.ornament((area.x + 1, y), "▌", canvas.style(Role::Gutter));
        }
        let role = match line.weight {
            SideWeight::Heading => Role::PaneTitle,
            SideWeight::Plain => Role::Heading,
            SideWeight::Quiet if is_chosen => Role::Heading,
            SideWeight::Quiet | SideWeight::Text => Role::Text,
        };
        let labels = match line.weight {
            SideWeight::Text => cites,
            _ => labels,
        };
        let is_labelled = matches!(line.weight, SideWeight::Quiet | SideWeight::Text);
        let x = if is_labelled { from + labels + GAP } else { from };
        canvas.text(
            (from, y),
            x,
            &canvas::clip(&line.label, labels),
            canvas.style(if is_chosen { Role::FocusedTitle } else { Role::QuietLabel }),
        );
        let rows = layout::fill(&line.text, end.saturating_sub(x), app.view().order());
        for row in &rows {
            if y >= area.y + area.height {
                return;
            }
            words::plain(&line.text, row, &[], (x, y), end, canvas.style(role), canvas);
            y += 1;
        }
    }
}
