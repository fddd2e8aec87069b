//! A paragraph of a Word file taken apart: runs with their looks and what is in them, and whatever stands
//! between them, each as it stands in the file. Put together again it has the same bytes, or changes that
//! are tracked. Knows WordprocessingML, not what is changed.

use std::ops::Range;

use super::{
    paragraph_end::with_mark,
    revision::Revision,
    scan::{Placed, Token, end_of_element, unescaped},
};

/// A paragraph, taken apart.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    /// Its bytes in the part.
    pub(super) range: Range<usize>,
    /// `<w:p …>`
    pub(super) open: String,
    /// `<w:pPr>…</w:pPr>`, or nothing.
    pub(super) properties: String,
    pub(super) parts: Vec<Piece>,
    /// The words that are read.
    pub(super) text: String,
}

/// A piece of a paragraph.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    /// Something that stands between runs, as it is.
    Between(String),
    /// A run: its tag and properties, and what is in it.
    Run { properties: String, items: Vec<Item> },
    /// The number of a note that is cited again: runs of a field, or raised digits.
    Repeat(String),
}

/// What stands in a run.
#[derive(Clone, Debug)]
pub(super) enum Item {
    /// Words; also a tab or a line break, with how it is written.
    Words { words: String, xml: Option<String> },
    /// Anything else, as it is: no words.
    Other { xml: String, is_note: bool },
}

/// What is to be done at a place of the words of a paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct Change {
    /// Words that only this text has, in bytes.
    pub(super) own: Range<usize>,
    /// What the other text has instead: words, and runs that are ready.
    pub(super) other: Vec<Inserted>,
    /// Whether that stands before a note that is cited where the own words end.
    pub(super) leads: bool,
}

/// What is put in.
#[derive(Clone, Debug)]
pub(super) enum Inserted {
    Words(String),
    /// What stands in a run that refers to a note.
    Note(String),
}

impl Paragraph {
    /// Takes a paragraph apart that begins with token `at`.
    pub(super) fn read(xml: &str, tokens: &[Placed<'_>], at: usize) -> Option<Self> {
        let end = end_of_element(tokens, at);
        let slice = |from: usize, to: usize| -> String {
            let start = tokens.get(from).map_or(xml.len(), |token| token.range.start);
            let end =
                to.checked_sub(1).and_then(|to| tokens.get(to)).map_or(start, |t| t.range.end);
            xml.get(start..end.max(start)).unwrap_or_default().to_owned()
        };
        let range = tokens.get(at)?.range.start..tokens.get(end - 1)?.range.end;
        let mut made = Self {
            range,
            open: slice(at, at + 1),
            properties: String::new(),
            parts: Vec::new(),
            text: String::new(),
        };
        let mut i = at + 1;
        while i + 1 < end {
            let next = match &tokens.get(i)?.token {
                Token::Open("pPr") | Token::Empty("pPr") => {
                    let next = end_of_element(tokens, i);
                    made.properties = slice(i, next);
                    next
                }
                Token::Open("r") => {
                    let next = end_of_element(tokens, i);
                    made.read_run(xml, tokens, i, next);
                    next
                }
                // What was deleted before is gone, and what was put in is there.
                Token::Open("del" | "moveFrom") => end_of_element(tokens, i),
                Token::Open("ins" | "moveTo") | Token::Close("ins" | "moveTo") => i + 1,
                // Text boxes and the like have paragraphs of their own, which are not this one's.
                Token::Open("AlternateContent" | "drawing" | "pict" | "object" | "sdtPr") => {
                    let next = end_of_element(tokens, i);
                    made.parts.push(Piece::Between(slice(i, next)));
                    next
                }
                _ => {
                    made.parts.push(Piece::Between(slice(i, i + 1)));
                    i + 1
                }
            };
            i = next;
        }
        made.parts = with_repeats(std::mem::take(&mut made.parts));
        made.text = made.parts.iter().flat_map(items).filter_map(words_of).collect();
        Some(made)
    }

    fn read_run(&mut self, xml: &str, tokens: &[Placed<'_>], start: usize, end: usize) {
        let text = |from: usize, to: usize| -> &str {
            let start = tokens.get(from).map_or(0, |token| token.range.start);
            let end =
                to.checked_sub(1).and_then(|to| tokens.get(to)).map_or(start, |t| t.range.end);
            xml.get(start..end.max(start)).unwrap_or_default()
        };
        let (mut properties, mut items) = (String::new(), Vec::new());
        let mut i = start + 1;
        while i + 1 < end {
            let Some(token) = tokens.get(i) else { break };
            let next = end_of_element(tokens, i);
            match &token.token {
                Token::Open("rPr") => properties = text(i, next).to_owned(),
                Token::Open("t") => {
                    let words = unescaped(text(i + 1, next - 1));
                    items.push(Item::Words { words, xml: None });
                }
                Token::Empty(name @ ("tab" | "br" | "cr" | "noBreakHyphen")) => {
                    let words = match *name {
                        "tab" => "\t",
                        "noBreakHyphen" => "\u{2011}",
                        _ => "\u{2028}",
                    };
                    items
                        .push(Item::Words { words: words.into(), xml: Some(text(i, next).into()) });
                }
                Token::Empty("lastRenderedPageBreak") => {}
                token => {
                    let is_note =
                        matches!(token, Token::Empty("footnoteReference" | "endnoteReference"));
                    items.push(Item::Other { xml: text(i, next).to_owned(), is_note });
                }
            }
            i = next;
        }
        // Raised digits are marks that repeat: no words of the text.
        let is_raised = properties.contains("w:val=\"superscript\"");
        if is_raised && items.iter().all(is_digits) && items.iter().any(has_words) {
            let inner = text(start + 1, end - 1);
            let after = inner.split_once("</w:rPr>").map_or(inner, |(_, after)| after);
            self.parts.push(Piece::Repeat(format!("<w:r>{properties}{after}</w:r>")));
            return;
        }
        self.parts.push(Piece::Run { properties, items });
    }

    /// The looks of the words at a place.
    pub(super) fn looks_at(&self, place: usize) -> &str {
        let mut at = 0;
        let mut last = "";
        for piece in &self.parts {
            let Piece::Run { properties, items } = piece else { continue };
            let length: usize = items
                .iter()
                .map(|item| if let Item::Words { words, .. } = item { words.len() } else { 0 })
                .sum();
            if length == 0 {
                continue;
            }
            last = properties;
            at += length;
            if at > place {
                return properties;
            }
        }
        last
    }

    /// The paragraph as one that only its own text has, in the words of `wrap`.
    pub(super) fn alone(&self, revision: &mut Revision<'_>) -> String {
        let mark = revision.own_mark();
        let mut out = format!("{}{}", self.open, with_mark(&self.properties, &mark));
        for piece in &self.parts {
            match piece {
                Piece::Between(xml) => out.push_str(xml),
                Piece::Repeat(xml) => {
                    let gone = revision.own_field(xml);
                    out.push_str(&revision.own(&gone));
                }
                Piece::Run { properties, items } => {
                    let inner: String = items
                        .iter()
                        .map(|item| revision.own_item(&item_xml(item), is_words(item)))
                        .collect();
                    if !inner.is_empty() {
                        out.push_str(&revision.own(&format!("<w:r>{properties}{inner}</w:r>")));
                    }
                }
            }
        }
        out + "</w:p>"
    }
}

/// What stands in a piece that has words.
fn items(piece: &Piece) -> &[Item] {
    match piece {
        Piece::Run { items, .. } => items,
        Piece::Between(_) | Piece::Repeat(_) => &[],
    }
}

fn words_of(item: &Item) -> Option<&str> {
    match item {
        Item::Words { words, .. } => Some(words),
        Item::Other { .. } => None,
    }
}

fn is_digits(item: &Item) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    matches!(item, Item::Words { words, .. } if words.trim().chars().all(is_digit))
}

fn has_words(item: &Item) -> bool {
    matches!(item, Item::Words { words, .. } if !words.trim().is_empty())
}

pub(super) fn is_words(item: &Item) -> Option<&str> {
    match item {
        Item::Words { words, xml: None } => Some(words),
        _ => None,
    }
}

pub(super) fn item_xml(item: &Item) -> String {
    match item {
        Item::Words { words, xml: None } => super::revision::words(words),
        Item::Words { xml: Some(xml), .. } | Item::Other { xml, .. } => xml.clone(),
    }
}

/// Fields that refer to a note as one piece each: what is within them goes together or stays.
fn with_repeats(parts: Vec<Piece>) -> Vec<Piece> {
    let mut made: Vec<Piece> = Vec::with_capacity(parts.len());
    // Where in `made` the field began that is being read.
    let mut begun: Option<usize> = None;
    for piece in parts {
        let xml = xml_of(&piece);
        if xml.contains("fldCharType=\"begin\"") {
            begun = Some(made.len());
        }
        let is_end = xml.contains("fldCharType=\"end\"");
        made.push(piece);
        if let (true, Some(start)) = (is_end, begun) {
            let field: String = made.iter().skip(start).map(xml_of).collect();
            if field.contains("NOTEREF") {
                made.truncate(start);
                made.push(Piece::Repeat(field));
            }
            begun = None;
        }
    }
    made
}

fn xml_of(piece: &Piece) -> String {
    match piece {
        Piece::Between(xml) | Piece::Repeat(xml) => xml.clone(),
        Piece::Run { properties, items } => {
            let inner: String = items.iter().map(item_xml).collect();
            format!("<w:r>{properties}{inner}</w:r>")
        }
    }
}
