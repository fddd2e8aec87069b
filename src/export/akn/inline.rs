//! The words of a passage as Akoma Ntoso: italics, links, and each footnote where its first mark
//! stands. Knows one text at a time, and which footnotes have been set.

use std::{collections::HashMap, ops::Range};

use super::xml::Xml;
use crate::document::{
    Cite, Document, Footnote, Language, Mark, Passage, PlaceKind, Reference, Target,
};

/// The footnotes of a document, each to be set once.
pub(super) struct Notes<'a> {
    document: &'a Document,
    /// The footnote that a mark leads to, by its place in the source and its label.
    meant: HashMap<(usize, &'a str), usize>,
    is_set: Vec<bool>,
    eids: HashMap<&'a Cite, String>,
}

impl<'a> Notes<'a> {
    /// `eids` names the blocks by their citations.
    pub(super) fn of(document: &'a Document, eids: HashMap<&'a Cite, String>) -> Self {
        let mut meant = HashMap::new();
        for (index, citations) in document.marks_of_notes().into_iter().enumerate() {
            let marks = citations.into_iter().filter_map(|(p, at)| document.marks(p).get(at));
            meant.extend(marks.map(|mark| ((mark.span.start, mark.label.as_str()), index)));
        }
        Self { document, meant, is_set: vec![false; document.footnotes.len()], eids }
    }

    /// Writes the words of a passage with all that is in them.
    pub(super) fn passage(&mut self, xml: &mut Xml, passage: Passage) {
        let document = self.document;
        let italics = match passage {
            Passage::Block(index) => document.blocks.get(index).map(|block| {
                let opener = block.opener_length().map(|end| 0..end);
                with_opener(opener, &block.italics)
            }),
            _ => None,
        };
        let words = Words {
            text: document.text(passage),
            italics: &italics.unwrap_or_default(),
            marks: document.marks(passage),
            references: document.references(passage),
        };
        self.words(xml, &words);
    }

    /// Writes a part of the words of a passage: a cell of a table.
    pub(super) fn stretch(
        &mut self,
        xml: &mut Xml,
        text: &str,
        marks: &[Mark],
        references: &[Reference],
    ) {
        self.words(xml, &Words { text, italics: &[], marks, references });
    }

    /// Writes the footnotes that no mark leads to.
    pub(super) fn rest(&mut self, xml: &mut Xml) {
        let rest = self.is_set.iter().enumerate().filter(|(_, is_set)| !**is_set);
        let rest: Vec<usize> = rest.map(|(index, _)| index).collect();
        if !rest.is_empty() {
            xml.line("p", &[], |xml| {
                for index in rest {
                    self.note(xml, index, true);
                }
            });
        }
    }

    /// Whether footnotes are left that no mark leads to.
    pub(super) fn are_left(&self) -> bool {
        self.is_set.contains(&false)
    }

    fn words(&mut self, xml: &mut Xml, words: &Words<'_>) {
        let mut cuts: Vec<usize> = vec![0, words.text.len()];
        cuts.extend(words.italics.iter().flat_map(|range| [range.start, range.end]));
        cuts.extend(words.references.iter().flat_map(|r| [r.range.start, r.range.end]));
        cuts.extend(words.marks.iter().flat_map(|mark| [mark.at, mark.kept_in_words().end]));
        cuts.sort_unstable();
        cuts.dedup();
        let mut link = None;
        let mut marks = words.marks.iter().peekable();
        let mut references = words.references.iter().peekable();
        let mut italics = words.italics.iter().peekable();
        for (index, &at) in cuts.iter().enumerate() {
            if link.is_some_and(|(_, end)| end <= at) {
                link.take().into_iter().for_each(|(name, _)| xml.end(name));
            }
            let mut is_doubtful = false;
            while let Some(mark) = marks.next_if(|mark| mark.at <= at) {
                is_doubtful |= mark.kept > 0;
                if mark.kept == 0 {
                    self.mark(xml, mark);
                }
            }
            let Some(&end) = cuts.get(index + 1) else { break };
            if let Some(reference) = references.next_if(|r| r.range.start <= at) {
                link = self.link(xml, reference, words.text);
            }
            while italics.next_if(|range| range.end <= at).is_some() {}
            let is_italic = italics.peek().is_some_and(|r| r.start <= at && end <= r.end);
            let text = words.text.get(at..end).unwrap_or_default();
            if is_doubtful {
                xml.tag("sup", &[("class", "doubtful")]);
                xml.words(text);
                xml.end("sup");
            } else if is_italic {
                xml.tag("span", &[("class", emphasis(self.document.language))]);
                xml.words(text);
                xml.end("span");
            } else {
                xml.words(text);
            }
        }
    }

    /// Begins a link; returns its element, and where it ends. What repeats a document, `Ibid.`, is
    /// found again by its words.
    fn link(
        &self,
        xml: &mut Xml,
        reference: &Reference,
        text: &str,
    ) -> Option<(&'static str, usize)> {
        let words = text.get(reference.range.clone())?;
        match &reference.target {
            Target::Document { symbol, .. } => {
                let has_number = words.contains(|c: char| c.is_ascii_digit());
                has_number.then(|| {
                    let address = format!("https://undocs.org/en/{}", symbol.path());
                    xml.tag("a", &[("href", &address)]);
                    ("a", reference.range.end)
                })
            }
            Target::Here(cite) => {
                let eid = match cite.kind() {
                    PlaceKind::Footnote => self
                        .document
                        .footnote(cite.number())
                        .map(|(index, _)| format!("authorialNote_{}", index + 1)),
                    _ => self.eids.get(cite).cloned(),
                };
                xml.tag("ref", &[("href", &format!("#{}", eid?))]);
                Some(("ref", reference.range.end))
            }
        }
    }

    /// The footnote itself at its first mark; a number set high at the others.
    fn mark(&mut self, xml: &mut Xml, mark: &Mark) {
        let label = mark.label.as_str();
        let is_arabic = self.document.language == Language::Arabic;
        let meant = self.meant.get(&(mark.span.start, label)).copied();
        let first = meant.filter(|&index| !std::mem::replace(&mut self.is_set[index], true));
        match first {
            Some(index) if is_arabic => {
                bracket(xml, "(");
                self.note(xml, index, false);
                bracket(xml, ")");
            }
            Some(index) => self.note(xml, index, false),
            None if label.bytes().all(|byte| byte.is_ascii_digit() || byte == b'*') => {
                xml.tag("sup", &[]);
                xml.words(&if is_arabic { format!("({label})") } else { label.to_owned() });
                xml.end("sup");
            }
            None => {
                xml.tag("sup", &[("class", "mark")]);
                xml.words(label);
                xml.end("sup");
            }
        }
    }

    fn note(&mut self, xml: &mut Xml, index: usize, is_unmarked: bool) {
        let Some(note): Option<&Footnote> = self.document.footnotes.get(index) else { return };
        let eid = format!("authorialNote_{}", index + 1);
        let mut attributes = vec![("marker", note.mark.as_str()), ("placement", "bottom")];
        attributes.push(("eId", &eid));
        if is_unmarked {
            attributes.push(("class", "unmarked"));
        }
        xml.tag("authorialNote", &attributes);
        xml.tag("p", &[("xml:space", "preserve")]);
        let words = Words {
            text: &note.text,
            italics: &note.italics,
            marks: &[],
            references: &note.references,
        };
        self.words(xml, &words);
        xml.end("p");
        xml.end("authorialNote");
    }
}

/// A text and what is at which place in it.
struct Words<'a> {
    text: &'a str,
    italics: &'a [Range<usize>],
    marks: &'a [Mark],
    references: &'a [Reference],
}

fn bracket(xml: &mut Xml, bracket: &str) {
    xml.tag("sup", &[]);
    xml.words(bracket);
    xml.end("sup");
}

/// The italics of a paragraph, those of its opener included: but where other italics touch it, one
/// would not be told from the other.
fn with_opener(opener: Option<Range<usize>>, italics: &[Range<usize>]) -> Vec<Range<usize>> {
    let is_touched = |opener: &Range<usize>| {
        italics.iter().any(|range| range.start > 0 && range.start <= opener.end)
    };
    let Some(opener) = opener.filter(|opener| !is_touched(opener)) else {
        return italics.to_vec();
    };
    let mut all = vec![opener];
    for range in italics {
        match all.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => all.push(range.clone()),
        }
    }
    all
}

/// What the United Nations sets openers in, by the language.
const fn emphasis(language: Language) -> &'static str {
    match language {
        Language::Chinese => "bold",
        Language::Arabic => "bold italic",
        _ => "italic",
    }
}
