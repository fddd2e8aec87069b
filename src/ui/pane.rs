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
        panes::{
            arrange::{Area, Frame, PaneId},
            pane::Pane,
            rows::RowAt,
        },
    },
    document::Passage,
    layout::{self, Row},
};

/// A row on the screen.
struct Shown<'a> {
    /// The row of the screen.
    y: u16,
    at: RowAt,
    /// Whose text it is, or whose gap.
    passage: Passage,
    row: &'a Row,
}

pub(super) fn draw(app: &App, frame: &Frame, pane: &Pane, canvas: &mut Canvas<'_>) {
    let lines: Vec<Shown<'_>> = (frame.text.y..)
        .zip(pane.lines())
        .filter_map(|(y, (at, row))| Some(Shown { y, at, passage: pane.passage_of(at)?, row }))
        .collect();
    for &Shown { y, passage, row, .. } in &lines {
        words::draw(app, frame, &words::Line { passage, row, y }, canvas);
    }
    if canvas.is_plain {
        return;
    }
    title(frame, app.view().focus() == frame.pane, canvas);
    bars(app, frame, &lines, canvas);
    ladder(app, frame, pane, &lines, canvas);
    signs(app, frame, pane, &lines, canvas);
    use_counts(app, frame, &lines, canvas);
    scrollbar::draw(app, frame, pane, canvas);
}

/// The bars beside paragraphs. A blank row belongs to a paragraph only where it stands within it.
fn bars(app: &App, frame: &Frame, lines: &[Shown<'_>], canvas: &mut Canvas<'_>) {
    for (i, line) in lines.iter().enumerate() {
        let same = |j: Option<usize>| {
            j.and_then(|j| lines.get(j)).is_some_and(|other| other.passage == line.passage)
        };
        if !line.row.pieces.is_empty() || (same(i.checked_sub(1)) && same(Some(i + 1))) {
            gutter(app, frame, line.passage, line.y, canvas);
        }
    }
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
fn ladder(app: &App, frame: &Frame, pane: &Pane, lines: &[Shown<'_>], canvas: &mut Canvas<'_>) {
    if !app.shell().shows_ladder() {
        return;
    }
    for line in lines {
        let Passage::Block(block) = line.passage else { continue };
        let rank = app.document().blocks.get(block).and_then(|block| block.opener.as_ref()?.rank);
        let is_first = line.row.is_text() && pane.text_line(line.at) == 0;
        let rung = rank.filter(|_| is_first).and_then(|rank| usize::from(rank).checked_sub(1));
        let rung = rung.and_then(|rung| RUNGS.get(rung));
        let Some(glyph) = rung else { continue };
        let is_here = app.view().focus() == frame.pane
            && app.place().is_some_and(|place| place.passage == line.passage);
        let role = if is_here { Role::Gutter } else { Role::QuietLabel };
        canvas.put((frame.text.x.saturating_sub(1), line.y), glyph, 1, canvas.style(role));
    }
}

/// From the weakest verb, *suggests*, to the strongest, *decides*.
const RUNGS: [&str; 9] = ["▁", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// The signs of a passage's annotations in the gutter, from its first row down; in its last row a
/// number says how many more there are.
fn signs(app: &App, frame: &Frame, pane: &Pane, lines: &[Shown<'_>], canvas: &mut Canvas<'_>) {
    let mut of_passage: (Option<Passage>, Vec<&'static str>) = (None, Vec::new());
    let style = canvas.style(Role::Sign);
    let x = frame.text.x.saturating_sub(2);
    for line in lines.iter().filter(|line| line.row.is_text()) {
        if of_passage.0 != Some(line.passage) {
            of_passage = (Some(line.passage), app.annotations().signs(line.passage));
        }
        let signs = &of_passage.1;
        let text_line = pane.text_line(line.at);
        let more = signs.len().saturating_sub(text_line);
        if is_last(app, line) && more > 1 {
            let count = char::from_digit(u32::try_from(more.min(10)).unwrap_or(9), 10);
            let count = count.map_or("+".to_owned(), String::from);
            canvas.put((x, line.y), &count, 1, style);
        } else if let Some(sign) = signs.get(text_line) {
            canvas.put((x, line.y), sign, 1, style);
        }
    }
}

/// Whether a row of text is the last of its passage.
fn is_last(app: &App, line: &Shown<'_>) -> bool {
    line.row.is_text() && line.row.bytes.end >= app.document().text(line.passage).len()
}

/// How often the words of a passage were used elsewhere: at the right edge of its last row, or where that is full, of
/// the empty row below.
fn use_counts(app: &App, frame: &Frame, lines: &[Shown<'_>], canvas: &mut Canvas<'_>) {
    let is_known = app.reader().has_use_counts() && !app.shell().hides_use_counts();
    if !is_known || frame.pane == PaneId::Footnotes {
        return;
    }
    let style = canvas.style(Role::QuietLabel);
    let end = frame.text.x + frame.text.width;
    for (i, line) in lines.iter().enumerate().filter(|(_, line)| is_last(app, line)) {
        let Some(count) = app.reader().use_count(line.passage) else { continue };
        let words = count.in_words();
        let x = end.saturating_sub(u16::try_from(layout::width(&words)).unwrap_or(end));
        let is_free = frame.text.x + line.row.width() + 2 <= x;
        let below = lines.get(i + 1).filter(|below| below.row.pieces.is_empty());
        let y = if is_free { Some(line.y) } else { below.map(|below| below.y) };
        let Some(y) = y else { continue };
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
