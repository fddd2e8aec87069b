//! Rich Text Format (RTF 1.9.1). Reads what a person sees printed: text, numbers as they are written
//! beside their paragraphs, notes at their marks, italics, tables; heads and feet of pages, comments,
//! deleted and hidden text are kept as debris.

mod fonts;
mod group;
mod open_text;
mod reader;
mod token;

use crate::manuscript::Manuscript;
use reader::Reader;
use token::{Token, Tokens};

/// A group deeper than this is no document that anybody wrote.
const DEEPEST: usize = 2_000;

/// Paragraphs beyond which a file is no document.
const MOST_PARAGRAPHS: usize = 200_000;

/// Reads a Rich Text file. One that ends in the middle is read so far.
///
/// # Errors
/// Where it is nested too deeply or has no text: why, in a phrase.
pub(super) fn read(bytes: &[u8]) -> Result<Manuscript, String> {
    let mut reader = Reader::default();
    for token in Tokens::new(bytes) {
        match token {
            Token::Open => reader.open(),
            Token::Close => reader.close(),
            Token::Word(word, number) => reader.word(word, number),
            Token::Sign(sign) => reader.sign(sign),
            Token::Byte(byte) => reader.bytes(&[byte]),
            Token::Plain(bytes) => reader.bytes(bytes),
        }
        if reader.depth() > DEEPEST {
            return Err("its groups are nested too deeply".into());
        }
        if reader.paragraphs > MOST_PARAGRAPHS {
            return Err("it has more paragraphs than any document".into());
        }
    }
    let office_text = reader.finish();
    if office_text.lines.iter().all(|line| line.is_blank()) {
        return Err("it has no text".into());
    }
    Ok(office_text.write())
}
