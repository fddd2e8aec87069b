//! Rows of text in which something runs from right to left, put in the order in which they are seen
//! (UAX #9), for terminals that print from left to right whatever they are given. A paragraph that
//! runs from right to left as a whole is mirrored: set flush right, its number at the right edge.
//! Knows rows and levels, no line breaking.

use std::borrow::Cow;

use unicode_bidi::{BidiInfo, Level};
use unicode_segmentation::UnicodeSegmentation;

use super::{
    cells::width,
    row::{Piece, PieceKind, Row},
};

/// Who puts text that runs from right to left in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// We do, as most terminals do not.
    #[default]
    Visual,
    /// The terminal does.
    Logical,
}

/// Puts rows in the order in which they are seen. `text` is what their bytes point into; `limit` is
/// the cell after the last one they may use. Paragraphs run from right to left where `is_rtl` says
/// so, else as their first letter does.
pub(super) fn reorder(text: &str, rows: &mut [Row], limit: u16, is_rtl: bool) {
    if !is_rtl && !runs_back(text) {
        return;
    }
    let info = BidiInfo::new(text, is_rtl.then(Level::rtl));
    let base = info.paragraphs.first().map_or(Level::ltr(), |paragraph| paragraph.level);
    for row in rows {
        let before = row.pieces.first().filter(|piece| is_label(piece)).cloned();
        let pieces = row.pieces.iter().skip(usize::from(before.is_some()));
        let mut start = row.pieces.get(usize::from(before.is_some())).map_or(0, |p| p.column);
        let atoms: Vec<(Piece, Level)> =
            pieces.flat_map(|piece| atoms(text, piece, &info.levels, base)).collect();
        let levels: Vec<Level> = atoms.iter().map(|(_, level)| *level).collect();
        if base.is_rtl() {
            let ink: u16 = atoms.iter().map(|(piece, _)| piece.cells).sum();
            start = limit.saturating_sub(start).saturating_sub(ink);
        }
        let mut set: Vec<Piece> = Vec::with_capacity(atoms.len() + 1);
        for index in BidiInfo::reorder_visual(&levels) {
            let Some((piece, _)) = atoms.get(index) else { continue };
            set.push(Piece { column: start, ..piece.clone() });
            start = start.saturating_add(piece.cells);
        }
        if let Some(label) = before {
            let column = if base.is_rtl() {
                limit.saturating_sub(label.column).saturating_sub(label.cells)
            } else {
                label.column
            };
            let at = if base.is_rtl() { set.len() } else { 0 };
            let kind = match label.kind {
                PieceKind::Label { shown, quiet } if base.is_rtl() => {
                    PieceKind::Label { shown: seen(&shown, true).into_owned(), quiet }
                }
                kind => kind,
            };
            set.insert(at, Piece { column, cells: label.cells, kind });
        }
        row.pieces = set;
    }
}

/// A short text as it is seen; a text that runs from left to right is that already.
#[must_use]
pub fn visual(text: &str) -> Cow<'_, str> {
    if runs_back(text) { seen(text, false) } else { Cow::Borrowed(text) }
}

fn seen(text: &str, is_rtl: bool) -> Cow<'_, str> {
    let mut row = Row { bytes: 0..text.len(), pieces: Vec::new() };
    let cells = u16::try_from(width(text)).unwrap_or(u16::MAX);
    row.pieces.push(Piece { column: 0, cells, kind: PieceKind::Words(0..text.len()) });
    let mut rows = [row];
    reorder(text, &mut rows, cells, is_rtl);
    let shown = rows[0].pieces.iter().map(|piece| match &piece.kind {
        PieceKind::Words(bytes) => text.get(bytes.clone()).unwrap_or_default().to_owned(),
        PieceKind::Backward(bytes) => backward(text.get(bytes.clone()).unwrap_or_default())
            .map(|(_, grapheme)| grapheme)
            .collect(),
        _ => String::new(),
    });
    Cow::Owned(shown.collect())
}

/// The clusters of a stretch that runs from right to left, in the order in which they are seen, each
/// with its byte and, where it is a bracket, turned round.
pub fn backward(words: &str) -> impl Iterator<Item = (usize, Cow<'_, str>)> {
    words.grapheme_indices(true).rev().map(|(at, grapheme)| {
        let mut chars = grapheme.chars();
        match (chars.next().and_then(mirrored), chars.next()) {
            (Some(other), None) => (at, Cow::Owned(other.to_string())),
            _ => (at, Cow::Borrowed(grapheme)),
        }
    })
}

/// Whether anything in a text runs from right to left: Hebrew, Arabic and their kin.
fn runs_back(text: &str) -> bool {
    !text.is_ascii()
        && text.chars().any(|c| {
            matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
                | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}' | '\u{200f}' | '\u{202b}' | '\u{202e}')
        })
}

fn is_label(piece: &Piece) -> bool {
    matches!(piece.kind, PieceKind::Label { .. })
}

/// A piece cut where its level changes.
fn atoms(text: &str, piece: &Piece, levels: &[Level], base: Level) -> Vec<(Piece, Level)> {
    let PieceKind::Words(bytes) = &piece.kind else {
        // A mark belongs to what it follows, whose direction is that of the paragraph in general.
        let level = piece.kind.bytes().and_then(|bytes| levels.get(bytes.start).copied());
        return vec![(piece.clone(), level.unwrap_or(base))];
    };
    let mut found = Vec::new();
    let mut start = bytes.start;
    while start < bytes.end {
        let level = levels.get(start).copied().unwrap_or(base);
        let same = |at: &usize| levels.get(*at).is_none_or(|other| *other == level);
        let end = text.ceil_char_boundary((start..bytes.end).take_while(same).count() + start);
        let end = end.clamp(start + 1, bytes.end);
        let cells = text.get(start..end).map_or(0, width);
        let cells = u16::try_from(cells).unwrap_or(u16::MAX);
        let kind = if level.is_rtl() {
            PieceKind::Backward(start..end)
        } else {
            PieceKind::Words(start..end)
        };
        found.push((Piece { column: 0, cells, kind }, level));
        start = end;
    }
    found
}

/// The character that stands for another in text that runs the other way (`Bidi_Mirrored`), of those
/// that stand in resolutions.
fn mirrored(c: char) -> Option<char> {
    const PAIRS: [(char, char); 8] = [
        ('(', ')'),
        ('[', ']'),
        ('{', '}'),
        ('<', '>'),
        ('«', '»'),
        ('‹', '›'),
        ('≤', '≥'),
        ('⁽', '⁾'),
    ];
    PAIRS.iter().find_map(|&(a, b)| match c {
        c if c == a => Some(b),
        c if c == b => Some(a),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_texts_as_they_are_seen() {
        assert_eq!(visual("plain"), "plain");
        assert_eq!(visual("שלום"), "םולש");
        assert_eq!(visual("אב (גד) 72/247"), "72/247 (דג) בא");
        assert_eq!(visual("see אב, then"), "see בא, then");
    }
}
