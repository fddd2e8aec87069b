//! A pane: its title on a rule, its rows, the bar beside the paragraph under the cursor, its
//! scrollbar. Knows one pane at a time.

use super::{
    canvas::{self, Canvas},
    role::Role,
    scrollbar, words,
};
use crate::{
    app::{
        App,
        panes::arrange::{Area, Frame, PaneId},
        panes::pane::Pane,
    },
    document::Passage,
    layout,
};

pub(super) fn draw(app: &App, frame: &Frame, pane: &Pane, canvas: &mut Canvas<'_>) {
    let lines: Vec<_> = pane.lines().map(|(row_at, row)| (pane.passage_of(row_at), row)).collect();
    for (y, (passage, row)) in (frame.text.y..).zip(&lines) {
        let Some(passage) = *passage else { continue };
        words::draw(app, frame, &words::Line { passage, row, y }, canvas);
    }
    if !canvas.is_plain {
        beside(app, frame, pane, canvas);
    }
}

/// Draws all that is not the text: the title, bars, signs, counts, the scrollbar.
fn beside(app: &App, frame: &Frame, pane: &Pane, canvas: &mut Canvas<'_>) {
    title(frame, app.view().focus() == frame.pane, canvas);
    let lines: Vec<_> = pane.lines().map(|(row_at, row)| (pane.passage_of(row_at), row)).collect();
    let has_words: Vec<bool> = lines.iter().map(|(_, row)| !row.pieces.is_empty()).collect();
    for (i, (passage, _)) in lines.iter().enumerate() {
        let Some(passage) = *passage else { continue };
        // A blank row belongs to a paragraph only where it stands within it.
        let same = |j: Option<usize>| {
            j.and_then(|j| lines.get(j)).is_some_and(|(other, _)| *other == Some(passage))
        };
        if has_words[i] || (same(i.checked_sub(1)) && same(Some(i + 1))) {
            let y = frame.text.y + u16::try_from(i).unwrap_or(0);
            gutter(app, frame, passage, y, canvas);
        }
    }
    ladder(app, frame, pane, canvas);
    signs(app, frame, pane, canvas);
    use_counts(app, frame, pane, canvas);
    scrollbar::draw(app, frame, pane, canvas);
}

/// The name of the pane on a rule, both heavier where the cursor is.
fn title(frame: &Frame, is_focused: bool, canvas: &mut Canvas<'_>) {
    let (style, rule, glyph) = if is_focused {
        (Role::FocusedTitle, Role::FocusedRule, "━")
    } else {
        (Role::PaneTitle, Role::Rule, "─")
    };
    let Area { x, y, width, .. } = frame.area;
    let end = (x + width).saturating_sub(1);
    let from = frame.text.x;
    let words = canvas::clip(frame.pane.title(), end.saturating_sub(from));
    let after = canvas.text((from, y), end, &words, canvas.style(style)) + 1;
    let rest = Area { x: after, y, width: end.saturating_sub(after), height: 1 };
    canvas.line(rest, glyph, canvas.style(rule));
}

/// The bar beside the paragraph under the cursor, and beside the footnotes it cites.
fn gutter(app: &App, frame: &Frame, passage: Passage, y: u16, canvas: &mut Canvas<'_>) {
    let is_focused = app.view().focus() == frame.pane;
    let is_here = is_focused && app.place().is_some_and(|place| place.passage == passage);
    let glyph = match (is_here, app.reader().is_cited_here(passage)) {
        (true, _) => "▎",
        (false, true) => "┊",
        (false, false) => return,
    };
    debug_assert_eq!(layout::width(glyph), 1, "the gutter has room for one cell");
    // Next to the text, away from the scrollbar of the pane to the left.
    let x = frame.text.x.saturating_sub(1);
    canvas.put((x, y), glyph, 1, canvas.style(Role::Gutter));
}

/// A bar beside the first row of a paragraph that asks for something: the higher, the more binding its verb.
fn ladder(app: &App, frame: &Frame, pane: &Pane, canvas: &mut Canvas<'_>) {
    if !app.shell().shows_ladder() {
        return;
    }
    for (y, (row_at, row)) in (frame.text.y..).zip(pane.lines()) {
        let Some(Passage::Block(block)) = pane.passage_of(row_at) else { continue };
        let rank = app.document().blocks.get(block).and_then(|block| block.opener.as_ref()?.rank);
        let is_first = row.is_text() && pane.text_line(row_at) == 0;
        let rung = rank.filter(|_| is_first).and_then(|rank| usize::from(rank).checked_sub(1));
        let rung = rung.and_then(|rung| RUNGS.get(rung));
        let Some(glyph) = rung else { continue };
        let is_here = app.view().focus() == frame.pane
            && app.place().is_some_and(|place| place.passage == Passage::Block(block));
        let role = if is_here { Role::Gutter } else { Role::QuietLabel };
        canvas.put((frame.text.x.saturating_sub(1), y), glyph, 1, canvas.style(role));
    }
}

/// From the weakest verb, *suggests*, to the strongest, *decides*.
const RUNGS: [&str; 9] = ["▁", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// The signs of a passage's annotations in the gutter, from its first row down; in its last row a
/// number says how many more there are.
fn signs(app: &App, frame: &Frame, pane: &Pane, canvas: &mut Canvas<'_>) {
    let mut of_passage: (Option<Passage>, Vec<&'static str>) = (None, Vec::new());
    let lines: Vec<_> = pane.lines().filter(|(_, row)| row.is_text()).collect();
    let style = canvas.style(Role::Sign);
    for (i, (row_at, row)) in lines.iter().enumerate() {
        let Some(passage) = pane.passage_of(*row_at) else { continue };
        if of_passage.0 != Some(passage) {
            of_passage = (Some(passage), app.annotations().signs(passage));
        }
        let signs = &of_passage.1;
        let line = pane.text_line(*row_at);
        let is_last = row.bytes.end >= app.document().text(passage).len();
        let more = signs.len().saturating_sub(line);
        let Some(y) = pane.lines().position(|(other, _)| other == lines[i].0) else { continue };
        let y = frame.text.y + u16::try_from(y).unwrap_or(0);
        let x = frame.text.x.saturating_sub(2);
        if is_last && more > 1 {
            let count = char::from_digit(u32::try_from(more.min(10)).unwrap_or(9), 10);
            let count = count.map_or("+".to_owned(), String::from);
            canvas.put((x, y), &count, 1, style);
        } else if let Some(sign) = signs.get(line) {
            canvas.put((x, y), sign, 1, style);
        }
    }
}

/// How often the words of a passage were used elsewhere: at the right edge of its last row, or where that is full, of
/// the empty row below.
fn use_counts(app: &App, frame: &Frame, pane: &Pane, canvas: &mut Canvas<'_>) {
    let is_known = app.reader().has_use_counts() && !app.shell().hides_use_counts();
    if !is_known || frame.pane == PaneId::Footnotes {
        return;
    }
    let style = canvas.style(Role::QuietLabel);
    let end = frame.text.x + frame.text.width;
    let lines: Vec<_> = pane.lines().collect();
    for (i, (row_at, row)) in lines.iter().enumerate() {
        let Some(passage) = pane.passage_of(*row_at) else { continue };
        let is_last = row.is_text() && row.bytes.end >= app.document().text(passage).len();
        let Some(count) = app.reader().use_count(passage).filter(|_| is_last) else { continue };
        let words = count.in_words();
        let x = end.saturating_sub(u16::try_from(layout::width(&words)).unwrap_or(end));
        let is_free = |row: &layout::Row| frame.text.x + row.width() + 2 <= x;
        let below = lines.get(i + 1).filter(|(_, row)| row.pieces.is_empty());
        let row = match (is_free(row), below) {
            (true, _) => i,
            (false, Some(_)) => i + 1,
            (false, None) => continue,
        };
        let y = frame.text.y + u16::try_from(row).unwrap_or(0);
        canvas.text((x, y), end, &words, style);
    }
}

/// Whether what a pane shows is text or stands beside it.
pub(super) fn ground(pane: PaneId, passage: Passage) -> Role {
    match (pane, passage) {
        (PaneId::Footnotes, _) | (_, Passage::Footnote(_)) => Role::Aside,
        _ => Role::Text,
    }
}
