//! Passages that only the other text has, put into a Word file: where they go, and which paragraph of the file
//! they are made like.

use super::{
    head_lines::marks_within,
    moved::{Moved, other_words},
    notes::NewNotes,
    paragraph::Inserted,
    paragraph_end::with_mark,
    places::At,
    table::{Asked, table},
    weave::{Weaving, block, label},
};
use crate::document::{Block, Document, Passage};

impl Weaving<'_> {
    /// Puts in a passage that only the other text has.
    pub(super) fn insert(&mut self, passage: Passage) {
        if self.joins_the_one_before(passage) {
            return;
        }
        let place = self.place_of_new(passage);
        let xml = match passage {
            Passage::Block(i) if !self.other.blocks[i].rows.is_empty() => {
                let revision = &mut self.revision;
                // LibreOffice takes a row away only with all that stands in it.
                table(&self.other.blocks[i].rows, &mut |asked| match asked {
                    Asked::Row => revision.other_mark(),
                    Asked::Empty => revision.nothing(),
                    Asked::Cell(text) => {
                        let properties = with_mark("", &revision.other_mark());
                        format!("{properties}{}", revision.other_runs(&words(text), ""))
                    }
                })
            }
            passage => self.new_paragraph(passage, false),
        };
        self.inserted.push((place, xml));
    }

    /// Puts a passage behind a line break into the new paragraph of the one before it, where the other text has
    /// the two in one: `II` and the heading it numbers.
    fn joins_the_one_before(&mut self, passage: Passage) -> bool {
        let last = self.last_new.replace(passage);
        let before = match passage {
            Passage::Block(i) if i > 0 && self.is_in_one_paragraph(i - 1, i) => {
                Passage::Block(i - 1)
            }
            _ => return false,
        };
        let is_moved = |one: &Passage| self.moved_here.contains_key(one);
        if last != Some(before) || is_moved(&before) || is_moved(&passage) {
            return false;
        }
        let new = self.new_paragraph(passage, true);
        let runs = new.split_once("</w:pPr>").map_or("", |(_, runs)| runs);
        let line_break = vec![Inserted::Words("\u{2028}".into())];
        let line_break = self.revision.other_runs(&line_break, "");
        let Some((_, xml)) = self.inserted.last_mut() else { return false };
        let open = xml.strip_suffix("</w:p>").unwrap_or(xml);
        *xml = format!("{open}{line_break}{runs}");
        true
    }

    /// Whether two blocks of the other text that follow each other are told apart by a line break alone.
    fn is_in_one_paragraph(&self, one: usize, next: usize) -> bool {
        let ([one, next], blocks) = ([one, next], &self.other.blocks);
        let (Some(one), Some(next)) = (blocks.get(one), blocks.get(next)) else { return false };
        let between = self.other_source.get(one.span.end..next.span.start).unwrap_or_default();
        between.contains('\u{2028}') && between.matches('\n').count() <= 1
    }

    /// Behind what the passage stands behind in the other text.
    fn place_of_new(&self, passage: Passage) -> usize {
        self.place_behind(self.other.passages().take_while(|other| *other != passage))
    }

    /// Behind the last of these passages of the other text that the own one has.
    pub(super) fn place_behind(&self, before: impl Iterator<Item = Passage>) -> usize {
        let anchor = before
            .filter_map(|before| self.partners.get(&before))
            .filter_map(|own| self.at.get(own))
            .last();
        match anchor {
            // What is gone stands before what is new.
            Some(At::Words { paragraph, .. }) => {
                let is_gone = |at: &usize| {
                    self.text.table_of.get(*at).is_some_and(Option::is_none)
                        && self.changes[0].get(at).is_some_and(|changed| changed.is_alone)
                };
                let last = (*paragraph + 1..).take_while(is_gone).last().unwrap_or(*paragraph);
                self.text.behind(last)
            }
            Some(At::Table(table)) => self.text.tables[*table].1.end,
            None => {
                let first =
                    self.at.iter().filter(|(passage, _)| !matches!(passage, Passage::Footnote(_)));
                let starts = first.filter_map(|(_, at)| match at {
                    At::Words { paragraph, .. } => {
                        Some(self.text.paragraphs[*paragraph].range.start)
                    }
                    At::Table(_) => None,
                });
                starts
                    .min()
                    .unwrap_or_else(|| self.text.xml.find("<w:body>").map_or(0, |at| at + 8))
            }
        }
    }

    /// A paragraph like the nearest one of its kind; without what stands before such words where it `joins` another.
    fn new_paragraph(&mut self, passage: Passage, joins: bool) -> String {
        let model = self.model(passage);
        let block = block(self.other, passage);
        let text = self.other.text(passage).to_owned();
        let opener = block.and_then(Block::opener_length).unwrap_or(0);
        let label = label(self.other, passage);
        let (mut properties, mut prefix, mut first, mut rest) =
            (String::new(), format!("{label}\t"), String::new(), String::new());
        if label.is_empty() {
            prefix.clear();
        }
        if let Some((own, paragraph, bytes)) = model {
            let paragraph = &self.text.paragraphs[paragraph];
            properties = without_section(&paragraph.properties);
            let own_label = self::label(self.own, own);
            let before =
                bytes.first().and_then(|start| paragraph.text.get(..*start)).unwrap_or_default();
            prefix = match before.rfind(&own_label).filter(|_| !own_label.is_empty()) {
                Some(at) => format!(
                    "{}{label}{}",
                    before.get(..at).unwrap_or_default(),
                    before.get(at + own_label.len()..).unwrap_or_default()
                ),
                // The other had no number at all.
                None if own_label.is_empty() && !label.is_empty() => format!("{before}{label}\t"),
                None => before.to_owned(),
            };
            let at =
                |byte: Option<&usize>| paragraph.looks_at(byte.copied().unwrap_or(0)).to_owned();
            first = at(bytes.first());
            rest = at(bytes.len().checked_sub(2).and_then(|last| bytes.get(last)));
        }
        if joins && label.is_empty() {
            prefix.clear();
        }
        let looks = Looks { properties, prefix, first, rest };
        self.written(passage, &text, opener, looks)
    }

    /// A paragraph in these looks: as new, or as one that stands elsewhere in the own text.
    fn written(&mut self, passage: Passage, text: &str, opener: usize, looks: Looks) -> String {
        let Looks { properties, prefix, first, rest } = looks;
        let moved = self.moved_here.get(&passage).cloned();
        let moved = moved.as_ref();
        let (mark, (start, end)) = match moved {
            Some(Moved { name, .. }) => {
                (self.revision.moved_mark(false), self.revision.move_range(false, name))
            }
            None => (self.revision.other_mark(), Default::default()),
        };
        let properties = with_mark(&properties, &mark);
        let mut runs = start;
        runs.push_str(&self.revision.other_runs(&words(&prefix), &rest));
        runs.push_str(&other_words(text, 0..opener, &first, moved, &mut self.revision));
        let mut at = opener;
        let repeats = self.repeats_of_other(passage);
        let marks: Vec<_> = marks_within(self.other, passage).cloned().collect();
        for mark in marks {
            let Some((note, _)) = self.other.footnote_of(&mark) else { continue };
            let is_spaced = self.is_spaced(passage, &mark);
            let reference = match repeats.iter().any(|(at, _)| *at == mark.at) {
                true => Some(NewNotes::repeated(&mark.label, is_spaced, &self.revision)),
                false => {
                    self.new_notes.reference(self.other, (note, is_spaced), &mut self.revision)
                }
            };
            let Some(reference) = reference else { continue };
            if mark.at > at {
                runs.push_str(&other_words(text, at..mark.at, &rest, moved, &mut self.revision));
            }
            runs.push_str(&self.revision.other_runs(&[reference], &rest));
            at = mark.at.max(at);
        }
        runs.push_str(&other_words(text, at..text.len(), &rest, moved, &mut self.revision));
        format!("<w:p>{properties}{runs}</w:p>{end}")
    }

    /// The own paragraph that a new one is made like.
    fn model(&self, passage: Passage) -> Option<(Passage, usize, Vec<usize>)> {
        let kind = |document: &Document, passage: Passage| {
            block(document, passage).map(|block| (block.part, block.shape, block.depth))
        };
        let wanted = kind(self.other, passage);
        let place = self.place_of_new(passage);
        let is_unnumbered = label(self.other, passage).is_empty();
        let near = self.at.iter().filter_map(|(own, at)| match at {
            At::Words { paragraph, bytes } if !matches!(own, Passage::Footnote(_)) => {
                let (kind, wanted) = (kind(self.own, *own)?, wanted?);
                let otherwise = usize::from(kind.0 != wanted.0) * 4
                    + usize::from(kind.1 != wanted.1) * 8
                    + usize::from(kind.2 != wanted.2) * 2
                    + usize::from(label(self.own, *own).is_empty() != is_unnumbered) * 3;
                let distance = self.text.paragraphs[*paragraph].range.start.abs_diff(place);
                (self.text.table_of[*paragraph].is_none()).then_some((
                    (otherwise, distance),
                    *own,
                    *paragraph,
                    bytes,
                ))
            }
            _ => None,
        });
        near.min_by_key(|(score, ..)| *score)
            .map(|(_, own, paragraph, bytes)| (own, paragraph, bytes.clone()))
    }
}

/// How a paragraph of the other text is to look, after the one it is made like.
struct Looks {
    properties: String,
    /// What stands before its words: the number.
    prefix: String,
    /// The looks of the words it opens with, and of the others.
    first: String,
    rest: String,
}

pub(super) fn words(text: &str) -> Vec<Inserted> {
    if text.is_empty() { Vec::new() } else { vec![Inserted::Words(text.to_owned())] }
}

/// Properties of a paragraph without the end of a section, and without what was changed in them before.
pub(super) fn without_section(properties: &str) -> String {
    let mut out = properties.to_owned();
    for name in ["w:sectPr", "w:pPrChange"] {
        if let (Some(start), Some(end)) =
            (out.find(&format!("<{name}")), out.find(&format!("</{name}>")))
        {
            out.replace_range(start..end + name.len() + 3, "");
        }
    }
    out
}
