//! One row of text: its words with their accents, its marks, its number. Knows rows, and the roles
//! of what stands in them.

use std::{borrow::Cow, ops::Range};

use ratatui::{
    buffer::Buffer,
    style::{Modifier, Style},
};
use unicode_segmentation::UnicodeSegmentation as _;

use super::{paint, pane, role::Role, theme::Theme};
use crate::{
    app::{App, accent::Accent, arrange::Frame, dialog::Labels, tint::Tint},
    document::{Certainty, Passage},
    layout::{self, Piece, RemarkKind, Row, What},
};

pub(super) fn draw(
    app: &App,
    theme: &Theme,
    frame: &Frame,
    passage: Passage,
    row: &Row,
    y: u16,
    buffer: &mut Buffer,
) {
    let ground = theme.style(pane::ground(frame.pane, passage));
    let document = app.document();
    let accents = app.accents(passage, &row.bytes);
    let end = frame.text.x + frame.text.width;
    for piece in &row.pieces {
        let x = frame.text.x + piece.column;
        match &piece.what {
            What::Words(bytes) | What::Backward(bytes) => {
                let is_backward = matches!(piece.what, What::Backward(_));
                let words = document.text(passage).get(bytes.clone()).unwrap_or_default();
                let styled = Styled { theme, ground, accents: &accents };
                styled.draw((words, bytes.start), is_backward, (x, y), end, buffer);
            }
            What::StandIn { bytes, shown } => {
                let styled = Styled { theme, ground, accents: &accents };
                let style = styled.at(bytes).patch(theme.accent(Role::StandIn));
                paint::text(buffer, (x, y), end, shown, style);
            }
            What::Mark { index, shown } => {
                let mark = document.marks(passage).get(*index);
                let is_weak = mark.is_some_and(|mark| mark.certainty == Certainty::Weak);
                let role = if is_weak { Role::DoubtfulMark } else { Role::Mark };
                paint::text(buffer, (x, y), end, shown, ground.patch(theme.accent(role)));
            }
            What::Label { shown, quiet } => {
                let style = theme.style(label_role(app, passage, *quiet));
                label(shown, piece, (x, y), end, style, buffer);
            }
            What::Rule(glyph) => {
                paint::text(buffer, (x, y), end, glyph, theme.style(Role::Rule));
            }
            What::Sign(sign) => {
                paint::text(buffer, (x, y), end, sign, ground.patch(theme.accent(Role::Sign)));
            }
            What::Remark { kind, shown } => {
                let role = match kind {
                    RemarkKind::Tags => Role::Tags,
                    RemarkKind::Note => Role::Note,
                };
                paint::text(buffer, (x, y), end, shown, ground.patch(theme.accent(role)));
            }
        }
    }
}

/// The number of a footnote is its mark.
fn label_role(app: &App, passage: Passage, quiet: bool) -> Role {
    match passage {
        Passage::Footnote(_) if app.is_cited_here(passage) => Role::Cited,
        Passage::Footnote(_) => Role::Mark,
        _ if quiet => Role::QuietLabel,
        _ => Role::Number,
    }
}

fn label(
    shown: &str,
    piece: &Piece,
    (x, y): (u16, u16),
    end: u16,
    style: Style,
    buffer: &mut Buffer,
) {
    paint::text(buffer, (x, y), end.min(x + piece.cells), shown, style);
}

/// How words look that have accents.
struct Styled<'a> {
    theme: &'a Theme,
    ground: Style,
    /// Lowest first, as bytes of the passage.
    accents: &'a [(Range<usize>, Accent)],
}

impl Styled<'_> {
    /// The style of these bytes, all accents on them one above the other.
    fn at(&self, bytes: &Range<usize>) -> Style {
        let on = |range: &Range<usize>| range.start < bytes.end && bytes.start < range.end;
        self.accents
            .iter()
            .filter(|(range, _)| on(range))
            .fold(self.ground, |style, (_, accent)| style.patch(self.theme.accent(role(*accent))))
    }

    /// The first byte after `at` at which another style may begin.
    fn change_after(&self, at: usize) -> usize {
        let ends = self.accents.iter().flat_map(|(range, _)| [range.start, range.end]);
        ends.filter(|&end| end > at).min().unwrap_or(usize::MAX)
    }

    /// Draws words that begin at byte `from` of the passage.
    fn draw(
        &self,
        (words, from): (&str, usize),
        is_backward: bool,
        (x, y): (u16, u16),
        end: u16,
        buffer: &mut Buffer,
    ) {
        let mut column = x;
        let (mut style, mut until) = (self.ground, from);
        for (at, grapheme) in seen(words, is_backward) {
            let at = from + at;
            // Backwards, no byte is ahead of which the style may be known.
            if is_backward || at >= until {
                style = self.at(&(at..at + 1));
                until = self.change_after(at);
            }
            let cells = layout::grapheme_width(&grapheme);
            if column.saturating_add(cells) > end {
                return;
            }
            paint::put(buffer, column, y, &grapheme, cells, style);
            column += cells;
        }
    }
}

/// The clusters of words in the order in which they are seen, each with its byte.
fn seen(words: &str, is_backward: bool) -> Box<dyn Iterator<Item = (usize, Cow<'_, str>)> + '_> {
    if is_backward {
        return Box::new(layout::backward(words));
    }
    Box::new(words.grapheme_indices(true).map(|(at, grapheme)| (at, Cow::Borrowed(grapheme))))
}

fn role(accent: Accent) -> Role {
    match accent {
        Accent::Heading => Role::Heading,
        Accent::Cited => Role::Cited,
        Accent::Italic => Role::Italic,
        Accent::Opener => Role::Opener,
        Accent::Reference => Role::Reference,
        Accent::Noted => Role::Noted,
        Accent::Highlight(tint) => match tint {
            Tint::Yellow => Role::Yellow,
            Tint::Green => Role::Green,
            Tint::Blue => Role::Blue,
            Tint::Pink => Role::Pink,
        },
        Accent::Hit => Role::Hit,
        Accent::CurrentHit => Role::CurrentHit,
        Accent::Selection => Role::Selection,
    }
}

/// Letters over everything that can be followed; those that no longer fit what was typed are gone.
pub(super) fn letters(labels: &Labels, theme: &Theme, buffer: &mut Buffer) {
    let style = theme.style(Role::Letter);
    let end = buffer.area.width;
    for label in labels.labels.iter().filter(|label| label.keys.starts_with(&labels.typed)) {
        // Not underlined, though what it stands over is.
        let style = style.remove_modifier(Modifier::UNDERLINED | Modifier::ITALIC);
        paint::text(buffer, (label.column, label.row), end, &label.keys, style);
    }
}
