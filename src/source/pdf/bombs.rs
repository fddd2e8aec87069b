//! Looks at the bytes of a PDF before any reader does: objects and the table of objects may
//! themselves stand in compressed streams, and what decompresses those puts no bound to it.
//!
//! Every stream of the file is inflated once, into nothing, and what comes out is counted.

use std::io::{self, Read, Write};

use flate2::bufread::DeflateDecoder;
use memchr::memmem;

use super::streams::deflated;

/// Compressed streams of one file together may hold this much.
const MOST_BYTES: u64 = 192 << 20;
/// A stream compressed again and again is a bomb long before this.
const DEEPEST: usize = 3;

/// Dictionaries within dictionaries, deeper than any writer nests them.
const DEEPEST_DICTIONARY: usize = 64;

/// Whether dictionaries are nested so deep that looking for their ends again and again, as is done
/// where the table of objects is broken, would take forever. What is no text is the data of a
/// stream, where brackets are chance.
pub(super) fn is_bottomless(bytes: &[u8]) -> bool {
    let (mut depth, mut last) = (0_usize, b' ');
    for &byte in bytes {
        match (last, byte) {
            (b'<', b'<') => depth += 1,
            (b'>', b'>') => depth = depth.saturating_sub(1),
            _ => {
                if byte >= 0x80 || (byte < b' ' && !byte.is_ascii_whitespace()) {
                    depth = 0;
                }
                last = byte;
                continue;
            }
        }
        if depth > DEEPEST_DICTIONARY {
            return true;
        }
        last = b' ';
    }
    false
}

/// Whether the streams of a file inflate to more than a document ever holds.
pub(super) fn is_bomb(bytes: &[u8]) -> bool {
    let mut left = MOST_BYTES;
    for at in memmem::find_iter(bytes, b"stream") {
        let is_end = at >= 3 && bytes.get(at - 3..at) == Some(b"end");
        if is_end {
            continue;
        }
        let data = bytes.get(at + b"stream".len()..).unwrap_or_default();
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        if !measure(data, &mut left, 1) {
            return true;
        }
    }
    false
}

/// Takes from `left` what `data` inflates to; false when that is too little.
fn measure(data: &[u8], left: &mut u64, depth: usize) -> bool {
    if deflated(data).len() == data.len() {
        return true; // no header: a picture, or nothing compressed at all
    }
    let mut sink = Sink { head: Vec::new(), length: 0 };
    let mut decoder = DeflateDecoder::new(deflated(data)).take(*left + 1);
    // Damage ends what a reader gets out of it, too.
    let _ = io::copy(&mut decoder, &mut sink);
    let Some(rest) = left.checked_sub(sink.length) else { return false };
    *left = rest;
    let is_again = deflated(&sink.head).len() < sink.head.len();
    !is_again || (depth < DEEPEST && measure(&sink.head, left, depth + 1))
}

/// Counts, and keeps the beginning in case it is compressed again.
struct Sink {
    head: Vec<u8>,
    length: u64,
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        const HEAD: usize = 1 << 20;
        let kept = bytes.len().min(HEAD - self.head.len().min(HEAD));
        self.head.extend_from_slice(bytes.get(..kept).unwrap_or_default());
        self.length += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
