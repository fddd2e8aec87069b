//! Plain text: UTF-8 with or without a byte order mark, UTF-16, Windows-1252. Line ends and the byte
//! order mark stay as they are, so that spans point into the file itself wherever it is UTF-8.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::manuscript::Manuscript;

/// Reads any bytes as text.
pub(super) fn read(bytes: Vec<u8>) -> Manuscript {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) if !looks_like_utf16(text.as_bytes()) => return Manuscript::plain(text),
        Ok(text) => text.into_bytes(),
        Err(error) => error.into_bytes(),
    };
    let encoding = guess(&bytes);
    let (text, damaged) = encoding.decode_with_bom_removal(&bytes);
    Manuscript { damaged, ..Manuscript::plain(text) }
}

/// The encoding of bytes that are not UTF-8 text. Windows-1252 decodes anything, and is what
/// decades of Word wrote; UTF-16 is told by its byte order mark or by its many zeros.
fn guess(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    let head = &bytes[..bytes.len().min(4096)];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|&&b| b == 0).count();
    if looks_like_utf16(bytes) {
        if zeros(0) > zeros(1) { UTF_16BE } else { UTF_16LE }
    } else {
        WINDOWS_1252
    }
}

/// A fifth of the first bytes are zero: no 8-bit text has that, every UTF-16 Latin text does.
fn looks_like_utf16(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(4096)];
    let zeros = memchr::memchr_iter(0, head).count();
    zeros > 0 && zeros * 5 >= head.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(bytes: &[u8], text: &str) {
        assert_eq!(read(bytes.to_vec()).text, text);
    }

    #[test]
    fn utf8_is_kept_byte_for_byte() {
        reads("“Liberté”\r\n".as_bytes(), "“Liberté”\r\n");
        reads("\u{feff}Text".as_bytes(), "\u{feff}Text");
    }

    #[test]
    fn windows_1252_has_curly_quotes() {
        reads(b"\x93human rights\x94 \x97 caf\xe9", "“human rights” — café");
    }

    #[test]
    fn utf16_with_and_without_a_mark() {
        let le: Vec<u8> = "Urges".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = "Urges".encode_utf16().flat_map(u16::to_be_bytes).collect();
        reads(&le, "Urges");
        reads(&be, "Urges");
        reads(&[b"\xff\xfe", &le[..]].concat(), "Urges");
        reads(&[b"\xfe\xff", &be[..]].concat(), "Urges");
    }
}
