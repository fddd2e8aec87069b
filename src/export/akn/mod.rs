//! The document as Akoma Ntoso for the United Nations, in the manner of the UN's own files: what
//! [`source`](crate::source) reads back as the same document. Knows the vocabulary of version 3.0.
//! Debris is left out: this is the resolution, not the file.

mod adoption;
mod back;
mod front;
mod inline;
mod meta;
mod xml;

use std::{collections::HashMap, ops::Range};

use inline::Notes;
use xml::Xml;

use crate::document::{Block, Cite, Document, Mark, Part, Passage, Reference, Shape};

/// The whole document, ending in a line feed.
#[must_use]
pub fn akn(document: &Document) -> String {
    let parts = parts(&document.blocks);
    let mut writer =
        Writer { document, notes: Notes::of(document, eids(&document.blocks)), xml: Xml::new() };
    let namespaces = [
        ("xmlns", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"),
        ("xmlns:akn4un", "http://un.org/akn4un"),
    ];
    writer.xml.open("akomaNtoso", &namespaces);
    match parts.as_slice() {
        [first, rest @ ..] if !rest.is_empty() => writer.collection(first.clone(), rest),
        _ => writer.statement(0..document.blocks.len(), true, true),
    }
    writer.xml.finish()
}

/// The resolutions of a file, or the parts of one: each begins with the heading of its formula.
fn parts(blocks: &[Block]) -> Vec<Range<usize>> {
    let is_formula = |index: usize| blocks.get(index).is_some_and(|b| b.part == Part::Formula);
    let mut starts: Vec<usize> =
        (1..blocks.len()).filter(|&i| is_formula(i) && !is_formula(i - 1)).collect();
    starts.insert(0, 0);
    let ends = starts.iter().skip(1).copied().chain([blocks.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// What each block is called in the file: a running number, as the United Nations counts.
fn eids(blocks: &[Block]) -> HashMap<&Cite, String> {
    let named = blocks.iter().enumerate().map(|(i, block)| (&block.cite, eid(i, block)));
    named.collect()
}

fn eid(index: usize, block: &Block) -> String {
    let kind = match (block.part, block.shape) {
        (Part::Formula, _) => "formula",
        (Part::Preamble, _) | (_, Shape::Table) => "container",
        _ => "para",
    };
    format!("{kind}_{}", index + 1)
}

struct Writer<'a> {
    document: &'a Document,
    notes: Notes<'a>,
    xml: Xml,
}

impl Writer<'_> {
    /// Several resolutions, or parts of one.
    fn collection(&mut self, first: Range<usize>, rest: &[Range<usize>]) {
        self.xml.open("documentCollection", &[("name", "publication")]);
        meta::write(&mut self.xml, &self.document.head, self.document.language, "");
        self.cover_page();
        self.preface();
        let count = rest.len() + 1;
        self.xml.open("collectionBody", &[]);
        for number in 0..count {
            let (own, part) = (format!("comp_def_{number}"), format!("#comp_{number}"));
            self.xml.open("component", &[("eId", &own)]);
            let reference = format!("compRef_{number}");
            let shown = format!("Part {}", number + 1);
            let attributes = [("eId", reference.as_str()), ("href", &part), ("showAs", &shown)];
            self.xml.empty("documentRef", &attributes);
            self.xml.close();
        }
        self.xml.close();
        self.xml.open("components", &[("eId", "comps")]);
        for (number, range) in std::iter::once(&first).chain(rest).enumerate() {
            self.xml.open("component", &[("eId", &format!("comp_{number}"))]);
            self.statement(range.clone(), false, number + 1 == count);
            self.xml.close();
        }
        self.xml.close();
        self.xml.close();
    }

    fn statement(&mut self, blocks: Range<usize>, is_whole: bool, is_last: bool) {
        let document = self.document;
        let name = meta::kind(document.head.kind);
        self.xml.open("statement", &[("name", name)]);
        let component = if is_whole { "" } else { "/part" };
        meta::write(&mut self.xml, &document.head, document.language, component);
        let all = || blocks.clone().filter_map(|i| Some((i, document.blocks.get(i)?)));
        let is_heading = |block: &Block| block.shape == Shape::Heading;
        if is_whole {
            self.cover_page();
            self.preface();
        } else {
            let headings: Vec<usize> = all()
                .filter(|(_, block)| block.part == Part::Formula && is_heading(block))
                .map(|(index, _)| index)
                .collect();
            let first = all().next().map(|(_, block)| block);
            self.preface_of_part(&headings, first);
        }
        let operative =
            all().find(|(_, b)| b.part == Part::Operative).map_or(blocks.end, |(i, _)| i);
        let (mut before, mut main, mut end, mut annexes) = (vec![], vec![], vec![], vec![]);
        for (index, block) in all() {
            match block.part {
                Part::Formula if is_heading(block) && !is_whole => {}
                Part::Formula => before.push(index),
                Part::Preamble if index < operative => before.push(index),
                Part::Preamble | Part::Operative => main.push(index),
                Part::Closing => end.push(index),
                Part::Annex => annexes.push(index),
            }
        }
        self.preamble(&before);
        self.main_body(&main);
        self.conclusions(&end, is_last && annexes.is_empty());
        self.attachments(&annexes, is_last);
        self.xml.close();
    }

    fn preamble(&mut self, blocks: &[usize]) {
        if blocks.is_empty() {
            return;
        }
        self.xml.open("preamble", &[]);
        for &index in blocks {
            let Some(block) = self.document.blocks.get(index) else { continue };
            let eid = eid(index, block);
            match (block.part, block.shape) {
                (Part::Formula, _) => {
                    let attributes = [("name", "enactingFormula"), ("eId", eid.as_str())];
                    self.xml.open("formula", &attributes);
                    self.text(index);
                    self.xml.close();
                }
                (_, Shape::Heading) => {
                    self.inline("block", &[("name", "heading"), ("eId", &eid)], index);
                }
                (_, Shape::Table) => self.table(index, block),
                _ if !block.label.is_empty() => {
                    self.xml.open("blockList", &[("eId", &eid)]);
                    self.xml.open("item", &[("eId", &format!("{eid}__item"))]);
                    self.xml.line("num", &[], |xml| xml.words(&block.label));
                    self.text(index);
                    self.xml.close();
                    self.xml.close();
                }
                _ => {
                    let name = block.opener_words();
                    let name = name.unwrap_or("paragraph");
                    self.xml.open("container", &[("name", name), ("eId", &eid)]);
                    self.text(index);
                    self.xml.close();
                }
            }
        }
        self.xml.close();
    }

    fn main_body(&mut self, blocks: &[usize]) {
        self.xml.open("mainBody", &[]);
        if blocks.is_empty() {
            self.xml.empty("p", &[]);
        }
        for &index in blocks {
            self.paragraph(index);
        }
        self.xml.close();
    }

    fn paragraph(&mut self, index: usize) {
        let Some(block) = self.document.blocks.get(index) else { return };
        let eid = eid(index, block);
        if block.shape == Shape::Table {
            return self.table(index, block);
        }
        let is_heading = block.shape == Shape::Heading;
        let class = if is_heading { "H23" } else { "SingleTxt" };
        let mut attributes = vec![("eId", eid.as_str()), ("class", class)];
        if block.part == Part::Preamble {
            attributes.push(("refersTo", "#preamble"));
        }
        self.xml.open("paragraph", &attributes);
        if is_heading {
            self.inline("subheading", &[], index);
        } else {
            if !block.label.is_empty() {
                self.xml.line("num", &[], |xml| xml.words(&block.label));
            }
            self.xml.open("content", &[]);
            self.text(index);
            self.xml.close();
        }
        self.xml.close();
    }

    /// The words of a block in a `p`.
    fn text(&mut self, index: usize) {
        let Self { notes, xml, .. } = self;
        xml.line("p", &[("xml:space", "preserve")], |xml| {
            notes.passage(xml, Passage::Block(index));
        });
    }

    fn inline(&mut self, element: &'static str, attributes: &[(&str, &str)], index: usize) {
        let Self { notes, xml, .. } = self;
        xml.line(element, attributes, |xml| notes.passage(xml, Passage::Block(index)));
    }

    fn table(&mut self, index: usize, block: &Block) {
        let eid = eid(index, block);
        let refers_to = (block.part == Part::Preamble).then_some(("refersTo", "#preamble"));
        let mut attributes = vec![("name", "table"), ("eId", eid.as_str())];
        attributes.extend(refers_to);
        self.xml.open("container", &attributes);
        self.xml.open("table", &[]);
        let mut marks = block.marks.as_slice();
        let mut at = 0;
        for row in &block.rows {
            self.xml.open("tr", &[]);
            for cell in row {
                let start = block.text.get(at..).and_then(|rest| rest.find(cell.as_str()));
                let start = start.map_or(at, |found| at + found);
                at = start + cell.len();
                let count = marks.iter().take_while(|mark| mark.at <= at).count();
                let (own, rest) = marks.split_at(count);
                marks = rest;
                let place = |at: usize| at.saturating_sub(start).min(cell.len());
                let own: Vec<Mark> =
                    own.iter().map(|mark| Mark { at: place(mark.at), ..mark.clone() }).collect();
                let links = block.references.iter();
                let links = links.filter(|r| start <= r.range.start && r.range.end <= at);
                let links: Vec<Reference> = links
                    .map(|r| Reference {
                        range: place(r.range.start)..place(r.range.end),
                        ..r.clone()
                    })
                    .collect();
                self.xml.open("td", &[]);
                let Self { notes, xml, .. } = self;
                xml.line("p", &[], |xml| notes.stretch(xml, cell, &own, &links));
                self.xml.close();
            }
            self.xml.close();
        }
        if block.rows.is_empty() {
            self.xml.open("tr", &[]);
            self.xml.open("td", &[]);
            self.text(index);
            self.xml.close();
            self.xml.close();
        }
        self.xml.close();
        self.xml.close();
    }
}

fn wrapped(xml: &mut Xml, element: &str, attributes: &[(&str, &str)], words: &str) {
    xml.tag(element, attributes);
    xml.words(words);
    xml.end(element);
}
