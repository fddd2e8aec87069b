//! Numbers and stretches of bytes, little-endian, from files that may lie about their own size:
//! nothing where there are too few bytes. Knows no format.

/// The 16-bit number at a byte.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(stretch(bytes, at, 2)?.try_into().ok()?))
}

/// The 32-bit number at a byte.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(stretch(bytes, at, 4)?.try_into().ok()?))
}

/// The 32-bit number at a byte, as a place or a length.
pub(super) fn place_at(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32_at(bytes, at)?).ok()
}

/// So many bytes from a byte on.
pub(super) fn stretch(bytes: &[u8], at: usize, length: usize) -> Option<&[u8]> {
    bytes.get(at..at.checked_add(length)?)
}

/// A string with its length in front, in UTF-16, and where it ends.
pub(super) fn string_at(bytes: &[u8], at: usize) -> Option<(Vec<u16>, usize)> {
    let length = usize::from(u16_at(bytes, at)?);
    let units = stretch(bytes, at + 2, length * 2)?;
    let units = units.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    Some((units.collect(), at + 2 + length * 2))
}

/// A table of places with data between them ([MS-DOC] 2.2.2, PLC): each stretch from one place to
/// the next, and its data of `size` bytes.
pub(super) fn plc(bytes: &[u8], size: usize) -> impl Iterator<Item = ([u32; 2], &[u8])> {
    let count = bytes.len().saturating_sub(4) / (4 + size);
    (0..count).map_while(move |i| {
        let places = [u32_at(bytes, i * 4)?, u32_at(bytes, i * 4 + 4)?];
        Some((places, stretch(bytes, (count + 1) * 4 + i * size, size)?))
    })
}
