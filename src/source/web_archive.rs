//! Web pages that a browser or Word saved in one file (MHTML, RFC 2557): a letter of several parts, of
//! which the first page is read. Knows the parts, not what is in a page.

use mail_parser::{MessageParser, PartType};
use memchr::memmem;

use super::html;
use crate::manuscript::Manuscript;

/// Whether bytes are such a file: they begin with the head of a letter, whose parts belong together.
pub(super) fn is_web_archive(bytes: &[u8]) -> bool {
    let head = bytes[..bytes.len().min(2048)].to_ascii_lowercase();
    let has = |words: &[u8]| memmem::find(&head, words).is_some();
    let is_header = |byte: &u8| byte.is_ascii_alphabetic() || *byte == b'-';
    let name = head.iter().take_while(|byte| is_header(byte)).count();
    name > 0
        && head.get(name) == Some(&b':')
        && has(b"mime-version:")
        && (has(b"multipart/related") || has(b"content-type: text/html"))
}

/// Reads the page.
///
/// # Errors
/// Where there is none, or no words are in it.
pub(super) fn read(bytes: &[u8]) -> Result<Manuscript, String> {
    let message = MessageParser::default().parse(bytes);
    let parts = message.map(|message| message.parts).unwrap_or_default();
    let page = parts.into_iter().find_map(|part| match part.body {
        PartType::Html(page) => Some(page),
        _ => None,
    });
    let Some(page) = page else { return Err("no web page is in it".into()) };
    html::read_text(&page)
}
