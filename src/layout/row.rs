//! A row of cells: what is shown where, and which byte is in which cell. Knows nothing of how the
//! rows were broken.

use std::ops::Range;

use super::cells::{grapheme_width, graphemes, is_plain, width};

/// One row of a passage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The bytes of the clean text that are set in it, the space at its end included.
    pub bytes: Range<usize>,
    /// What is shown, from left to right. Nothing overlaps.
    pub pieces: Vec<Piece>,
}

/// Something shown in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its first cell, counted from the left edge of the text area.
    pub column: u16,
    /// Its cells.
    pub cells: u16,
    /// What it is.
    pub kind: PieceKind,
}

/// What a [`Remark`](super::Remark) is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RemarkKind {
    /// Tags.
    Tags,
    /// A note.
    Note,
    /// What was brought over from an older text, and nobody has taken yet.
    Inherited,
}

/// What a [`Piece`] shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// These bytes of the clean text, as they stand.
    Words(Range<usize>),
    /// These bytes, which run from right to left: their last cluster comes first.
    Backward(Range<usize>),
    /// One character that must not reach a terminal, shown by something that may.
    StandIn {
        /// Its bytes of the clean text.
        bytes: Range<usize>,
        /// What is shown.
        shown: &'static str,
    },
    /// A footnote mark, which is not in the clean text.
    Mark {
        /// Its index in the marks of the passage.
        index: usize,
        /// The superscript.
        shown: String,
    },
    /// The number in front of a paragraph, or a quiet label of our own.
    Label {
        /// The number.
        shown: String,
        /// Whether it is our own: `PP3`.
        quiet: bool,
    },
    /// A rule between the cells of a table.
    Rule(&'static str),
    /// The sign of an annotation, in front of what was written.
    Sign(&'static str),
    /// What a reader wrote beside the passage.
    Remark {
        /// What it is.
        kind: RemarkKind,
        /// Its words.
        shown: String,
    },
}

impl PieceKind {
    /// The bytes of the clean text it shows, if it shows any.
    #[must_use]
    pub fn bytes(&self) -> Option<Range<usize>> {
        match self {
            Self::Words(bytes) | Self::Backward(bytes) | Self::StandIn { bytes, .. } => {
                Some(bytes.clone())
            }
            Self::Mark { .. }
            | Self::Label { .. }
            | Self::Rule(_)
            | Self::Sign(_)
            | Self::Remark { .. } => None,
        }
    }
}

impl Row {
    /// An empty row, to keep paragraphs apart.
    #[must_use]
    pub fn blank(at: usize) -> Self {
        Self { bytes: at..at, pieces: Vec::new() }
    }

    /// Whether it shows anything of the document: it is not empty, and no row of remarks.
    #[must_use]
    pub fn is_text(&self) -> bool {
        self.pieces
            .iter()
            .any(|piece| !matches!(piece.kind, PieceKind::Sign(_) | PieceKind::Remark { .. }))
    }

    /// The cell in which a byte of the text is shown. For one that is not shown, such as a space
    /// at the end of the row, the cell after what comes before it.
    #[must_use]
    pub fn column_of(&self, text: &str, at: usize) -> u16 {
        let mut after = None;
        for piece in &self.pieces {
            let Some(bytes) = piece.kind.bytes() else { continue };
            if bytes.contains(&at) {
                let before = || text.get(bytes.start..at).map_or(0, width);
                let inside = match piece.kind {
                    PieceKind::Words(_) => before(),
                    PieceKind::Backward(_) => {
                        let own = text.get(at..).and_then(|rest| graphemes(rest).next());
                        let own = usize::from(own.map_or(0, |(_, own)| grapheme_width(own)));
                        usize::from(piece.cells).saturating_sub(before() + own)
                    }
                    _ => 0,
                };
                return piece.column + u16::try_from(inside).unwrap_or(piece.cells);
            }
            // The nearest piece before it in the text, wherever that is seen.
            if bytes.end <= at && after.is_none_or(|(end, _)| end <= bytes.end) {
                let is_back = matches!(piece.kind, PieceKind::Backward(_));
                let column = if is_back { piece.column.saturating_sub(1) } else { piece.end() };
                after = Some((bytes.end, column));
            } else if after.is_none() {
                after = Some((0, piece.column));
            }
        }
        after.map(|(_, column)| column).unwrap_or_else(|| self.pieces.last().map_or(0, Piece::end))
    }

    /// The byte of the text that is shown in a cell, or the nearest one in this row.
    #[must_use]
    pub fn byte_at(&self, text: &str, column: u16) -> usize {
        let mut last = None;
        for piece in self.pieces.iter().filter(|piece| piece.cells > 0) {
            let Some(bytes) = piece.kind.bytes() else { continue };
            if column < piece.column && last.is_some() {
                break;
            }
            let words = text.get(bytes.clone()).unwrap_or_default();
            let inside = column.clamp(piece.column, piece.end() - 1) - piece.column;
            let inside = match piece.kind {
                PieceKind::Backward(_) => piece.cells.saturating_sub(1).saturating_sub(inside),
                _ => inside,
            };
            last = Some(bytes.start + byte_in(words, inside));
            if column < piece.end() {
                break;
            }
        }
        last.unwrap_or(self.bytes.start)
    }

    /// The same row of a text that stands `by` bytes further on.
    pub(super) fn shifted(mut self, by: usize) -> Self {
        let shift = |bytes: &mut Range<usize>| *bytes = bytes.start + by..bytes.end + by;
        shift(&mut self.bytes);
        for piece in &mut self.pieces {
            if let PieceKind::Words(bytes)
            | PieceKind::Backward(bytes)
            | PieceKind::StandIn { bytes, .. } = &mut piece.kind
            {
                shift(bytes);
            }
        }
        self
    }

    /// What is shown in a cell.
    #[must_use]
    pub fn piece_at(&self, column: u16) -> Option<&Piece> {
        self.pieces.iter().find(|piece| (piece.column..piece.end()).contains(&column))
    }

    /// The cells from the left edge to the end of the last piece.
    #[must_use]
    pub fn width(&self) -> u16 {
        self.pieces.iter().map(Piece::end).max().unwrap_or(0)
    }
}

impl Piece {
    /// The cell after its last one.
    #[must_use]
    pub const fn end(&self) -> u16 {
        self.column.saturating_add(self.cells)
    }
}

/// The start of the grapheme cluster in which the cell `column` of `words` lies.
fn byte_in(words: &str, column: u16) -> usize {
    let column = usize::from(column);
    if is_plain(words) {
        return column.min(words.len().saturating_sub(1));
    }
    let mut cell = 0;
    let mut last = 0;
    for (at, grapheme) in graphemes(words) {
        let cells = usize::from(grapheme_width(grapheme));
        if cells > 0 {
            last = at;
        }
        cell += cells;
        if column < cell {
            return at;
        }
    }
    last
}
