//! Two texts side by side, or one below the other: what became of each paragraph. Knows how changes look, not how
//! they are found.

use std::ops::Range;

use ratatui::style::Style;

use super::{
    canvas::{self, Canvas},
    edge,
    role::Role,
    words,
};
use crate::{
    app::screens::{
        Comparison,
        comparison::{Item, PairLine},
        pair_rows::{Change, LABEL, SetText},
    },
    compare::Pairing,
    layout,
};

/// Draws it. Returns the cell at which the row with the cursor begins, in plain.
pub(super) fn draw(pair: &Comparison, canvas: &mut Canvas<'_>) -> Option<(u16, u16)> {
    let [a, b] = &pair.texts;
    let sign = if pair.is_of_languages { "·" } else { "→" };
    let name = |side: usize| {
        let text = &pair.texts[side];
        let date = text.document.head.adopted.or(text.document.head.issued);
        match (pair.is_of_languages, date) {
            (true, _) => format!("{} {}", text.called, text.document.language.name()),
            (false, Some(date)) => format!("{} ({})", text.called, date.year()),
            (false, None) => text.called.clone(),
        }
    };
    debug_assert!(!a.called.is_empty() && !b.called.is_empty(), "documents are called something");
    let title = format!("{} {sign} {}", name(0), name(1));
    edge::header(&title, &pair.about(), pair.areas.header, canvas);
    let body = pair.areas.body;
    if let Some(why) = &pair.failed {
        canvas.text((2, body.y + 1), body.width, why, canvas.style(Role::Warning));
    }
    let second = pair.areas.texts[1];
    for y in body.y..body.y + body.height {
        if pair.areas.is_two() {
            canvas.ornament((second.x.saturating_sub(2), y), "│", canvas.style(Role::Rule));
        }
    }
    for (y, line) in (body.y..).zip(pair.lines()) {
        draw_line(pair, line, y, canvas);
    }
    edge::scrollbar(pair.extent(), body, canvas);
    ticks(pair, canvas);
    let row = pair.lines().iter().position(|line| line.at == pair.cursor()).unwrap_or(0);
    let y = body.y + u16::try_from(row).unwrap_or(0);
    canvas.is_plain.then_some((pair.areas.texts[0].x, y))
}

fn draw_line(pair: &Comparison, line: &PairLine, y: u16, canvas: &mut Canvas<'_>) {
    let Some(set) = pair.set(line.at.item) else { return };
    let Some(row) = line.at.row.checked_sub(set.gap) else { return };
    let is_here = pair.cursor().item == line.at.item;
    let (item, side) = (pair.item(line.at.item), pair.side);
    let is_other = set.is_stacked && set.row_of(side, line.at.row).is_none();
    if is_here && !is_other {
        // Of two texts the bar stands beside the one that has the cursor.
        let area = pair.areas.texts[if pair.areas.is_two() { side } else { 0 }];
        canvas.ornament((area.x.saturating_sub(1), y), "▎", canvas.style(Role::Gutter));
    }
    match item {
        Some(Item::Pair(index)) => {
            let Some(pairing) = pair.pair(*index) else { return };
            for (side, (text, words)) in set.texts.iter().zip(&line.cells).enumerate() {
                let area = pair.areas.texts[if set.is_stacked { 0 } else { side }];
                if let (Some(text), Some(row)) = (text, set.row_of(side, line.at.row)) {
                    let at = (area.x, y);
                    draw_text(text, words.as_ref(), row, at, area.x + area.width, canvas);
                }
            }
            if row == 0 {
                kind(pair, pairing, y, canvas);
            }
        }
        Some(Item::Folded { pairs }) => {
            let area = pair.areas.body;
            let words = pair.folded_in_words(pairs);
            let words = canvas::clip(&words, area.width.saturating_sub(4));
            canvas.text((2, y), area.width, &words, canvas.style(Role::QuietLabel));
        }
        None => {}
    }
}

fn draw_text(
    text: &SetText,
    words_of: Option<&layout::Row>,
    row: usize,
    (x, y): (u16, u16),
    end: u16,
    canvas: &mut Canvas<'_>,
) {
    // The label, and the words beside it.
    let (at_label, at_words, words_end) = match text.begins_right {
        true => (end.saturating_sub(LABEL), x, end.saturating_sub(LABEL)),
        false => (x, x + LABEL, end),
    };
    if row == 0 {
        let label = canvas::clip(&text.label, LABEL - 1);
        let room = LABEL - u16::try_from(layout::width(&label)).unwrap_or(LABEL).min(LABEL);
        let at = if text.begins_right { at_label + room } else { at_label };
        canvas.text((at, y), at_label + LABEL, &label, canvas.style(Role::QuietLabel));
    }
    let Some(words_of) = words_of else { return };
    let accents: Vec<(Range<usize>, Style)> = text
        .changes
        .iter()
        .map(|(range, change)| {
            let role = match change {
                Change::TakenOut => Role::TakenOut,
                Change::PutIn => Role::PutIn,
                Change::Quiet => Role::QuietChange,
            };
            (range.clone(), canvas.theme.accent(role))
        })
        .collect();
    let ground = canvas.style(Role::Text);
    words::plain(&text.text, words_of, &accents, (at_words, y), words_end, ground, canvas);
}

/// What became of a pair: at the right, or above the words where there is one column.
fn kind(pair: &Comparison, pairing: &Pairing, y: u16, canvas: &mut Canvas<'_>) {
    let words = pair.kind_in_words(pairing);
    let area = pair.areas.kinds;
    if words.is_empty() {
        return;
    }
    if area.width > 0 {
        // What does not fit goes on in the next row, which is of the same pair or the empty one behind it.
        let is_wide = layout::width(&words) > usize::from(area.width);
        let rows: Vec<&str> =
            if is_wide { words.split_inclusive(", ").collect() } else { vec![words.as_str()] };
        let bottom = pair.areas.body.y + pair.areas.body.height;
        for (y, words) in (y..bottom).zip(rows) {
            let style = canvas.style(Role::Sign);
            canvas.text((area.x, y), area.x + area.width, words.trim_end(), style);
        }
    } else if y > pair.areas.body.y {
        let end = pair.areas.texts[0].x + pair.areas.texts[0].width;
        let x = end.saturating_sub(u16::try_from(layout::width(&words)).unwrap_or(end));
        canvas.text((x, y - 1), end, &words, canvas.style(Role::Sign));
    }
}

/// Where changes are, on the scrollbar.
fn ticks(pair: &Comparison, canvas: &mut Canvas<'_>) {
    let body = pair.areas.body;
    let changes: Vec<bool> = pair.changes().collect();
    let count = changes.iter().filter(|is_changed| **is_changed).count();
    // Where nearly everything was changed, signs at every row say nothing.
    if pair.is_of_languages
        || changes.len() <= pair.extent().1
        || count * 2 > usize::from(body.height)
    {
        return;
    }
    for (i, _) in changes.iter().enumerate().filter(|(_, is_changed)| **is_changed) {
        let share = i * usize::from(body.height) / changes.len();
        let y = body.y + u16::try_from(share).unwrap_or(0);
        canvas.ornament((body.width.saturating_sub(1), y), "┤", canvas.style(Role::Tick));
    }
}
