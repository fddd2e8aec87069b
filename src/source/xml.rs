//! XML as a sequence of tags and words, with the limits that keep a hostile file from doing harm:
//! no recursion, a bound on depth, no entities but the five of XML. Knows no vocabulary.

use std::borrow::Cow;

use encoding_rs::Encoding;
use quick_xml::{
    Reader,
    events::{BytesStart, Event, attributes::Attribute},
};

/// An element deeper than this is no document that anybody wrote.
const DEEPEST: usize = 2_000;

/// A part of an XML file.
pub(super) enum Part<'a> {
    /// An element begins.
    Open(&'a Tag<'a>),
    /// The element of this name, without its prefix, ends.
    Close(&'a str),
    /// Words.
    Text(&'a str),
}

/// The beginning of an element.
pub(super) struct Tag<'a> {
    start: BytesStart<'a>,
}

impl Tag<'_> {
    /// Its name without its prefix.
    pub(super) fn name(&self) -> &str {
        let name = &self.start[..self.start.name().as_ref().len()];
        name.rsplit_once(':').map_or(name, |(_, local)| local)
    }

    /// The value of an attribute, by its name without its prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let is_own = |attribute: &Attribute<'_>| {
            let key = attribute.key.as_ref();
            key.rsplit_once(':').map_or(key, |(_, local)| local) == name
        };
        let attribute = attributes.with_checks(false).flatten().find(is_own)?;
        let value = quick_xml::escape::unescape(&attribute.value);
        Some(value.map_or_else(|_| attribute.value.to_string(), Cow::into_owned))
    }
}

/// Walks through a file.
///
/// # Errors
/// Where it is no XML, or nested too deeply: why, in a phrase. What came before was visited.
pub(super) fn walk(text: &str, mut visit: impl FnMut(Part<'_>)) -> Result<(), String> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|error| format!("its XML is damaged ({error})"))? {
            Event::Start(start) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err("its XML is nested too deeply".into());
                }
                visit(Part::Open(&Tag { start }));
            }
            Event::End(end) => {
                depth = depth.saturating_sub(1);
                visit(Part::Close(end.local_name().as_ref()));
            }
            Event::Text(words) => visit(Part::Text(&words)),
            Event::CData(words) => visit(Part::Text(&words)),
            Event::GeneralRef(reference) => visit(Part::Text(&entity(&reference))),
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err("its XML ends in the middle".into()),
            // Told as a beginning and an end, as asked for above.
            Event::Empty(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_) => {}
        }
    }
}

/// What a reference stands for. One that a file defines itself stays as it is written: to expand it
/// is to let the file decide how large it becomes.
fn entity(reference: &quick_xml::events::BytesRef<'_>) -> String {
    match (reference.resolve_char_ref(), &**reference) {
        (Ok(Some(c)), _) => c.to_string(),
        (_, "amp") => "&".into(),
        (_, "lt") => "<".into(),
        (_, "gt") => ">".into(),
        (_, "quot") => "\"".into(),
        (_, "apos") => "'".into(),
        (_, "nbsp") => "\u{a0}".into(),
        (_, other) => format!("&{other};"),
    }
}

/// The text of an XML file, by its byte order mark or by what it declares.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]);
    let declared = head.split_once("encoding=").and_then(|(_, rest)| {
        let quote = rest.chars().next()?;
        rest[quote.len_utf8()..].split(quote).next()
    });
    let encoding = declared.and_then(|name| Encoding::for_label(name.as_bytes()));
    // A file in UTF-16 that declares UTF-8 begins with a mark that says otherwise: `decode` looks.
    encoding.unwrap_or(encoding_rs::UTF_8).decode(bytes).0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Result<String, String> {
        let mut told = String::new();
        walk(text, |part| match part {
            Part::Open(tag) => {
                let value = tag.attribute("val").unwrap_or_default();
                told.push_str(&format!("<{} {value}>", tag.name()));
            }
            Part::Close(name) => told.push_str(&format!("</{name}>")),
            Part::Text(words) => told.push_str(words),
        })?;
        Ok(told)
    }

    #[test]
    fn tags_words_and_entities() {
        let text = "<w:p><w:i w:val=\"a&amp;b\"/>x &amp; &#x2028;&own;</w:p>";
        assert_eq!(told(text).as_deref(), Ok("<p ><i a&b></i>x & \u{2028}&own;</p>"));
    }

    #[test]
    fn what_is_hostile_is_refused() {
        assert!(told("<a><b></a>").is_err());
        assert!(told("<a>").is_err());
        assert!(told(&"<a>".repeat(10_000)).is_err());
        let bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><x>&b;</x>";
        assert_eq!(told(bomb).as_deref(), Ok("<x >&b;</x>"));
    }

    #[test]
    fn encodings() {
        assert_eq!(decode(b"\xff\xfe<\0a\0/\0>\0"), "<a/>");
        let latin = b"<?xml version=\"1.0\" encoding=\"windows-1252\"?><a>\xe9</a>";
        assert!(decode(latin).contains("<a>é</a>"));
    }
}
