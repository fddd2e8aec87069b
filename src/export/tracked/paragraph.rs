//! A paragraph of a Word file taken apart: runs with their looks and what is in them, and whatever stands
//! between them, each as it stands in the file. Put together again it has the same bytes, or changes that
//! are tracked. Knows WordprocessingML, not what is changed.

use std::ops::Range;

use super::{
    revision::Revision,
    scan::{Placed, Token, end_of_element, unescaped},
};

/// A paragraph, taken apart.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    /// Its bytes in the part.
    pub(super) range: Range<usize>,
    /// `<w:p …>`
    open: String,
    /// `<w:pPr>…</w:pPr>`, or nothing.
    pub(super) properties: String,
    parts: Vec<Piece>,
    /// The words that are read.
    pub(super) text: String,
}

/// A piece of a paragraph.
#[derive(Clone, Debug)]
enum Piece {
    /// Something that stands between runs, as it is.
    Between(String),
    /// A run: its tag and properties, and what is in it.
    Run { properties: String, items: Vec<Item> },
}

/// What stands in a run.
#[derive(Clone, Debug)]
enum Item {
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
                _ => items.push(Item::Other {
                    xml: text(i, next).to_owned(),
                    is_note: matches!(
                        token.token,
                        Token::Empty("footnoteReference" | "endnoteReference")
                    ),
                }),
            }
            i = next;
        }
        // Raised digits are marks that repeat: no words of the text.
        let is_raised = properties.contains("w:val=\"superscript\"");
        let is_mark = |item: &Item| matches!(item, Item::Words { words, .. } if words.trim().chars().all(|c| c.is_ascii_digit()));
        if is_raised && items.iter().all(is_mark) {
            let inner = text(start + 1, end - 1);
            let after = inner.split_once("</w:rPr>").map_or(inner, |(_, after)| after);
            items = vec![Item::Other { xml: after.to_owned(), is_note: false }];
        }
        for item in &items {
            if let Item::Words { words, .. } = item {
                self.text.push_str(words);
            }
        }
        self.parts.push(Piece::Run { properties, items });
    }

    /// How many notes are cited in a stretch of its words, both ends included.
    pub(super) fn notes_within(&self, range: &Range<usize>) -> usize {
        let mut at = 0;
        let mut count = 0;
        for piece in &self.parts {
            let Piece::Run { items, .. } = piece else { continue };
            for item in items {
                match item {
                    Item::Words { words, .. } => at += words.len(),
                    Item::Other { is_note: true, .. } if range.start <= at && at <= range.end => {
                        count += 1;
                    }
                    Item::Other { .. } => {}
                }
            }
        }
        count
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

    /// The paragraph with changes; notes of `gone`, counted through the paragraph, are its own only.
    pub(super) fn changed(
        &self,
        changes: &[Change],
        gone: &dyn Fn(usize) -> bool,
        revision: &mut Revision<'_>,
    ) -> String {
        let mut writing = Writing {
            out: format!("{}{}", self.open, self.properties),
            changes,
            next: 0,
            at: 0,
            notes: 0,
            end: self.text.len(),
        };
        for piece in &self.parts {
            match piece {
                Piece::Between(xml) => writing.out.push_str(xml),
                Piece::Run { properties, items } => {
                    for item in items {
                        writing.item(self, properties, item, gone, revision);
                    }
                }
            }
        }
        writing.insert_up_to(self, usize::MAX, false, revision);
        format!("{}</w:p>", revision.earlier_at_end(gone_last(writing.out)))
    }

    /// The paragraph as one that only its own text has, in the words of `wrap`.
    pub(super) fn alone(&self, revision: &mut Revision<'_>) -> String {
        let mark = revision.own_mark();
        let mut out = format!("{}{}", self.open, with_mark(&self.properties, &mark));
        for piece in &self.parts {
            match piece {
                Piece::Between(xml) => out.push_str(xml),
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

/// What is taken out at the very end stands behind what is put in there: LibreOffice joins a paragraph that
/// ends in new words with new ones that follow, and refusing them takes its end away as well.
fn gone_last(xml: String) -> String {
    let swapped = || {
        let before = xml.strip_suffix("</w:ins>")?;
        let inserted = before.rfind("<w:ins ")?;
        let (head, new) = xml.split_at_checked(inserted)?;
        // A bookmark may end between the two, and goes with what is gone.
        let end = head.rfind("</w:del>")? + "</w:del>".len();
        let (head, between) = head.split_at_checked(end)?;
        let is_empty = between.is_empty()
            || between.starts_with("<w:bookmarkEnd ") && between.matches('<').count() == 1;
        let gone = head.strip_suffix("</w:del>")?.rfind("<w:del ")?;
        let (head, gone) = head.split_at_checked(gone)?;
        // Nothing but these two may be between.
        (is_empty && !new.contains("</w:ins><") && !gone.contains("</w:del><"))
            .then(|| format!("{head}{new}{gone}{between}"))
    };
    swapped().unwrap_or(xml.clone())
}

fn is_words(item: &Item) -> Option<&str> {
    match item {
        Item::Words { words, xml: None } => Some(words),
        _ => None,
    }
}

fn item_xml(item: &Item) -> String {
    match item {
        Item::Words { words, xml: None } => super::revision::words(words),
        Item::Words { xml: Some(xml), .. } | Item::Other { xml, .. } => xml.clone(),
    }
}

/// The properties of a paragraph with what was done to its end.
pub(super) fn with_mark(properties: &str, mark: &str) -> String {
    if properties.is_empty() || properties.ends_with("/>") && !properties.contains("</w:pPr>") {
        return format!("<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>");
    }
    // The looks of the end stand behind all else but the section and what was changed before.
    let tail = ["<w:sectPr", "<w:pPrChange", "</w:pPr>"];
    let tail =
        tail.iter().filter_map(|tail| properties.find(tail)).min().unwrap_or(properties.len());
    let (head, rest) = properties.split_at(tail);
    match head.rfind("<w:rPr>") {
        Some(at) if head.ends_with("</w:rPr>") => {
            let (before, inner) = head.split_at(at + "<w:rPr>".len());
            format!("{before}{mark}{inner}{rest}")
        }
        _ => format!("{head}<w:rPr>{mark}</w:rPr>{rest}"),
    }
}

/// A paragraph being written with its changes.
struct Writing<'a> {
    out: String,
    changes: &'a [Change],
    /// The first change that is not done yet.
    next: usize,
    at: usize,
    notes: usize,
    end: usize,
}

impl Writing<'_> {
    fn item(
        &mut self,
        paragraph: &Paragraph,
        properties: &str,
        item: &Item,
        gone: &dyn Fn(usize) -> bool,
        revision: &mut Revision<'_>,
    ) {
        let Item::Words { words, xml } = item else {
            let run = format!("<w:r>{properties}{}</w:r>", item_xml(item));
            let is_note = matches!(item, Item::Other { is_note: true, .. });
            if is_note {
                self.insert_up_to(paragraph, self.at, true, revision);
            }
            let is_gone = is_note && gone(self.notes);
            self.notes += usize::from(is_note);
            self.out.push_str(&if is_gone { revision.own(&run) } else { run });
            return;
        };
        let mut from = 0;
        while from < words.len() {
            self.insert_up_to(paragraph, self.at, false, revision);
            let change = self.changes.get(self.next);
            let (is_own, until) = match change {
                Some(change) if change.own.start <= self.at => (true, change.own.end),
                Some(change) => (false, change.own.start),
                None => (false, usize::MAX),
            };
            let length = until.saturating_sub(self.at).min(words.len() - from).max(1);
            let part = words
                .get(from..from + length)
                .unwrap_or_else(|| words.get(from..).unwrap_or_default());
            let inner = xml.clone().unwrap_or_else(|| super::revision::words(part));
            let inner =
                if is_own && xml.is_none() { revision.own_item(&inner, Some(part)) } else { inner };
            let run = format!("<w:r>{properties}{inner}</w:r>");
            self.out.push_str(&if is_own { revision.own(&run) } else { run });
            from += part.len().max(1);
            self.at += part.len().max(1);
        }
    }

    /// Puts in what the other text has at the ends of changes up to a place.
    fn insert_up_to(
        &mut self,
        paragraph: &Paragraph,
        place: usize,
        only_leading: bool,
        revision: &mut Revision<'_>,
    ) {
        while let Some(change) = self.changes.get(self.next)
            && change.own.end <= place.min(self.end)
            && (change.leads || !only_leading)
        {
            let looks = match change.own.is_empty() {
                true => paragraph.looks_at(change.own.start.saturating_sub(1)),
                false => paragraph.looks_at(change.own.start),
            };
            self.out.push_str(&revision.other_runs(&change.other, looks));
            self.next += 1;
        }
    }
}
