//! Bytes that are read by offset, wherever they are: in a file that is far larger than what is wanted of it,
//! or in memory. Knows no file and no contents.

use std::io;

/// Something that is read by offset.
pub trait ReadAt: Send + Sync {
    /// Fills `into` with the bytes from `offset` on.
    ///
    /// # Errors
    /// Where there are not as many, or they cannot be read.
    fn read_at(&self, offset: u64, into: &mut [u8]) -> io::Result<()>;

    /// How many bytes there are.
    fn size(&self) -> u64;
}

impl ReadAt for Vec<u8> {
    fn read_at(&self, offset: u64, into: &mut [u8]) -> io::Result<()> {
        let start = usize::try_from(offset).ok();
        let part = start.and_then(|start| self.get(start..start.checked_add(into.len())?));
        into.copy_from_slice(part.ok_or(io::ErrorKind::UnexpectedEof)?);
        Ok(())
    }

    fn size(&self) -> u64 {
        self.len() as u64
    }
}

/// Why what was kept cannot be used. All of it can be made again from the documents.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// The system refuses it.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// It is not what was written, or written by another version.
    #[error("it is damaged")]
    Damaged,
}

/// A stretch of bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Section {
    pub(super) offset: u64,
    pub(super) length: usize,
}

impl Section {
    /// A part of it.
    pub(super) fn part(
        &self,
        source: &dyn ReadAt,
        start: usize,
        length: usize,
    ) -> Result<Vec<u8>, Unreadable> {
        if start.checked_add(length).is_none_or(|end| end > self.length) {
            return Err(Unreadable::Damaged);
        }
        let mut bytes = vec![0; length];
        source.read_at(self.offset + start as u64, &mut bytes)?;
        Ok(bytes)
    }

    /// All of it.
    pub(super) fn whole(&self, source: &dyn ReadAt) -> Result<Vec<u8>, Unreadable> {
        self.part(source, 0, self.length)
    }
}

/// `N` bytes at a place; zeros beyond the end.
fn array<const N: usize>(bytes: &[u8], at: usize) -> [u8; N] {
    let part = bytes.get(at..).and_then(|rest| rest.first_chunk());
    part.copied().unwrap_or([0; N])
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes(array(bytes, at))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes(array(bytes, at))
}

pub(super) fn u64_at(bytes: &[u8], at: usize) -> u64 {
    u64::from_le_bytes(array(bytes, at))
}
