//! One row of text: its words with their accents, its marks, its number. Knows rows, and the roles
//! of what stands in them.

use std::ops::Range;

use ratatui::style::{Modifier, Style};

use super::{canvas::Canvas, pane, role::Role, theme::Theme};
use crate::{
    app::{
        App, annotating::tint::Tint, dialog::Labels, panes::arrange::Frame, reading::accent::Accent,
    },
    document::{Certainty, Passage},
    layout::{self, PieceKind, RemarkKind, Row},
};

/// A row of text, and where it is drawn.
pub(super) struct Line<'a> {
    /// Whose text it is.
    pub(super) passage: Passage,
    pub(super) row: &'a Row,
    /// The row of the screen.
    pub(super) y: u16,
}

/// Draws a row of the text in a frame.
pub(super) fn draw(app: &App, frame: &Frame, line: &Line<'_>, canvas: &mut Canvas<'_>) {
    let &Line { passage, row, y } = line;
    let ground = canvas.style(pane::ground(frame.pane, passage));
    let document = app.document();
    let accents = app.reader().accents(app.shell(), passage, &row.bytes);
    let end = frame.text.x + frame.text.width;
    for piece in &row.pieces {
        let x = frame.text.x + piece.column;
        match &piece.kind {
            PieceKind::Words(bytes) | PieceKind::Backward(bytes) => {
                let is_backward = matches!(piece.kind, PieceKind::Backward(_));
                let words = document.text(passage).get(bytes.clone()).unwrap_or_default();
                let styled = Styled { theme: canvas.theme, ground, accents: &accents };
                styled.draw((words, bytes.start), is_backward, (x, y), end, canvas);
            }
            PieceKind::StandIn { bytes, shown } => {
                let styled = Styled { theme: canvas.theme, ground, accents: &accents };
                let style = styled.at(bytes).patch(canvas.theme.accent(Role::StandIn));
                canvas.text((x, y), end, shown, style);
            }
            PieceKind::Mark { index, shown } => {
                let mark = document.marks(passage).get(*index);
                let is_weak = mark.is_some_and(|mark| mark.certainty == Certainty::Weak);
                let role = if is_weak { Role::DoubtfulMark } else { Role::Mark };
                canvas.text((x, y), end, shown, ground.patch(canvas.theme.accent(role)));
            }
            PieceKind::Label { shown, quiet } => {
                let style = canvas.style(label_role(app, passage, *quiet));
                canvas.text((x, y), end.min(x + piece.cells), shown, style);
            }
            PieceKind::Rule(glyph) => {
                canvas.text((x, y), end, glyph, canvas.style(Role::Rule));
            }
            PieceKind::Sign(sign) => {
                canvas.text((x, y), end, sign, ground.patch(canvas.theme.accent(Role::Sign)));
            }
            PieceKind::Remark { kind, shown } => {
                let accent = canvas.theme.accent(remark_role(*kind));
                canvas.text((x, y), end, shown, ground.patch(accent));
            }
        }
    }
}

/// Draws a row of a text that is in no document, with accents on bytes of it. Returns the column after it.
pub(super) fn plain(
    text: &str,
    row: &Row,
    accents: &[(Range<usize>, Style)],
    (x, y): (u16, u16),
    end: u16,
    ground: Style,
    canvas: &mut Canvas<'_>,
) -> u16 {
    let at = |bytes: &Range<usize>| {
        let on = |range: &Range<usize>| range.start < bytes.end && bytes.start < range.end;
        let own = accents.iter().filter(|(range, _)| on(range));
        own.fold(ground, |style, (_, accent)| style.patch(*accent))
    };
    let mut after = x;
    for piece in &row.pieces {
        let mut column = x + piece.column;
        match &piece.kind {
            PieceKind::Words(bytes) | PieceKind::Backward(bytes) => {
                let is_backward = matches!(piece.kind, PieceKind::Backward(_));
                let words = text.get(bytes.clone()).unwrap_or_default();
                column = draw_seen(words, is_backward, (column, y), end, canvas, |from| {
                    let from = bytes.start + from;
                    at(&(from..from + 1))
                });
            }
            PieceKind::StandIn { bytes, shown } => {
                let style = at(bytes).patch(canvas.theme.accent(Role::StandIn));
                column = canvas.text((column, y), end, shown, style);
            }
            PieceKind::Mark { shown, .. } | PieceKind::Label { shown, .. } => {
                column = canvas.text((column, y), end, shown, ground);
            }
            PieceKind::Remark { kind, shown } => {
                let accent = canvas.theme.accent(remark_role(*kind));
                column = canvas.text((column, y), end, shown, ground.patch(accent));
            }
            PieceKind::Rule(glyph) | PieceKind::Sign(glyph) => {
                column = canvas.text((column, y), end, glyph, ground);
            }
        }
        after = after.max(column);
    }
    after
}

const fn remark_role(kind: RemarkKind) -> Role {
    match kind {
        RemarkKind::Tags => Role::Tags,
        RemarkKind::Note => Role::Note,
        RemarkKind::Inherited => Role::QuietLabel,
    }
}

/// The number of a footnote is its mark.
fn label_role(app: &App, passage: Passage, quiet: bool) -> Role {
    match passage {
        Passage::Footnote(_) if app.reader().is_cited_here(passage) => Role::Cited,
        Passage::Footnote(_) => Role::Mark,
        _ if quiet => Role::QuietLabel,
        _ => Role::Number,
    }
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
        canvas: &mut Canvas<'_>,
    ) {
        let (mut style, mut until) = (self.ground, from);
        draw_seen(words, is_backward, (x, y), end, canvas, |at| {
            let at = from + at;
            // Backwards, no byte is ahead of which the style may be known.
            if is_backward || at >= until {
                style = self.at(&(at..at + 1));
                until = self.change_after(at);
            }
            style
        });
    }
}

/// Draws the clusters of words in the order in which they are seen, each in the style of its byte. Returns the column
/// after them.
fn draw_seen(
    words: &str,
    is_backward: bool,
    (x, y): (u16, u16),
    end: u16,
    canvas: &mut Canvas<'_>,
    mut style: impl FnMut(usize) -> Style,
) -> u16 {
    let mut column = x;
    let mut put = |at: usize, grapheme: &str| {
        let cells = layout::grapheme_width(grapheme);
        let fits = column.saturating_add(cells) <= end;
        if fits {
            canvas.put((column, y), grapheme, cells, style(at));
            column += cells;
        }
        fits
    };
    if is_backward {
        let _ = layout::backward(words).all(|(at, grapheme)| put(at, &grapheme));
    } else {
        let _ = layout::graphemes(words).all(|(at, grapheme)| put(at, grapheme));
    }
    column
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
pub(super) fn letters(labels: &Labels, canvas: &mut Canvas<'_>) {
    let style = canvas.style(Role::Letter);
    let end = canvas.buffer.area.width;
    for label in labels.labels.iter().filter(|label| label.keys.starts_with(&labels.typed)) {
        // Not underlined, though what it stands over is.
        let style = style.remove_modifier(Modifier::UNDERLINED | Modifier::ITALIC);
        canvas.text((label.column, label.row), end, &label.keys, style);
    }
}
