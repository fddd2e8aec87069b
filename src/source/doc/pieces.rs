//! The piece table: the characters of an old Word file in the order in which they are read, and where
//! each one stands in the file ([MS-DOC] 2.8.35, 2.9.177). Knows characters, not what they mean.

use encoding_rs::WINDOWS_1252;

use super::bytes::{place_at, plc, stretch, u16_at};

/// The text of a file.
#[derive(Debug, Default)]
pub(super) struct Text<'a> {
    /// All characters, in UTF-16.
    pub(super) units: Vec<u16>,
    pieces: Vec<Piece<'a>>,
}

/// Characters that stand together in the file.
#[derive(Debug)]
struct Piece<'a> {
    /// The first character of the text, and the one behind the last.
    span: [usize; 2],
    /// The byte of the file where the first stands.
    at: usize,
    /// Bytes of a character: one or two.
    width: usize,
    /// Changes to the looks of all of it, made by a quick save.
    changes: &'a [u8],
}

/// Where a character stands in the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    /// The byte.
    pub(super) at: usize,
    /// Bytes of a character.
    pub(super) width: usize,
    /// The character behind the last one of the same piece.
    pub(super) end: usize,
    /// Changes to its looks.
    pub(super) changes: &'a [u8],
}

impl<'a> Text<'a> {
    /// Reads the pieces that a table tells of from the stream `WordDocument`.
    ///
    /// # Errors
    /// Where the table points out of the file: why, in a phrase.
    pub(super) fn read(word: &[u8], table: &'a [u8]) -> Result<Self, String> {
        let (changes, pieces) = parts(table).ok_or("its table of pieces is damaged")?;
        let mut text = Self::default();
        for ([start, end], piece) in plc(pieces, 8) {
            let place = place_at(piece, 2).unwrap_or(0);
            let is_narrow = place & 0x4000_0000 != 0;
            let place = place & 0x3fff_ffff;
            let (at, width) = if is_narrow { (place / 2, 1) } else { (place, 2) };
            let start = text.units.len().max(usize::try_from(start).unwrap_or(0));
            let length = usize::try_from(end).unwrap_or(0).saturating_sub(start);
            let bytes = stretch(word, at, length.saturating_mul(width));
            let bytes = bytes.ok_or("its text is cut off")?;
            if start != text.units.len() || start + length > word.len() {
                return Err("its table of pieces is damaged".into());
            }
            if is_narrow {
                text.units.extend(WINDOWS_1252.decode_without_bom_handling(bytes).0.encode_utf16());
            } else {
                let pairs = bytes.chunks_exact(2);
                text.units.extend(pairs.map(|pair| u16::from_le_bytes([pair[0], pair[1]])));
            }
            let changes = changes_of(u16_at(piece, 6).unwrap_or(0), &changes);
            let span = [start, text.units.len()];
            text.pieces.push(Piece { span, at, width, changes });
        }
        Ok(text)
    }

    /// Where a character stands.
    pub(super) fn place(&self, character: usize) -> Option<Place<'a>> {
        let index = self.pieces.partition_point(|piece| piece.span[1] <= character);
        let piece = self.pieces.get(index)?;
        let at = piece.at + character.checked_sub(piece.span[0])? * piece.width;
        Some(Place { at, width: piece.width, end: piece.span[1], changes: piece.changes })
    }
}

/// The changes that pieces refer to, and the table of pieces itself.
fn parts(table: &[u8]) -> Option<(Vec<&[u8]>, &[u8])> {
    let mut changes = Vec::new();
    let mut at = 0;
    loop {
        match table.get(at)? {
            1 => {
                let length = usize::from(u16_at(table, at + 1)?);
                changes.push(stretch(table, at + 3, length)?);
                at += 3 + length;
            }
            2 => {
                let length = place_at(table, at + 1)?;
                return Some((changes, stretch(table, at + 5, length)?));
            }
            _ => return None,
        }
    }
}

/// The changes of a piece: an index among them, or one small change that says nothing to us.
fn changes_of<'a>(change: u16, changes: &[&'a [u8]]) -> &'a [u8] {
    let index = (change & 1 == 1).then_some(usize::from(change >> 1));
    index.and_then(|index| changes.get(index).copied()).unwrap_or_default()
}
