//! What stands behind the paragraphs: the conclusions, and annexes as attachments.

use super::{Writer, adoption::adoption, meta};
use crate::document::{Block, Passage, Shape};

impl Writer<'_> {
    pub(super) fn conclusions(&mut self, blocks: &[usize], is_last: bool) {
        let has_rest = is_last && self.notes.are_left();
        if blocks.is_empty() && !has_rest {
            return;
        }
        self.xml.open("conclusions", &[]);
        for &index in blocks {
            let document = self.document;
            let Some(block) = document.blocks.get(index) else { continue };
            let Self { notes, xml, .. } = self;
            xml.line("p", &[], |xml| match adoption(&document.head, block) {
                Some(adoption) => adoption.write(xml),
                None => notes.passage(xml, Passage::Block(index)),
            });
        }
        if has_rest {
            self.notes.rest(&mut self.xml);
        }
        self.xml.close();
    }

    pub(super) fn attachments(&mut self, blocks: &[usize], is_last: bool) {
        if blocks.is_empty() {
            return;
        }
        let document = self.document;
        self.xml.open("attachments", &[]);
        let mut is_open = false;
        for &index in blocks {
            let is_title = document.blocks.get(index).is_some_and(is_annex_heading);
            if is_title || !is_open {
                if is_open {
                    (0..3).for_each(|_| self.xml.close());
                }
                self.xml.open("attachment", &[]);
                self.xml.open("doc", &[("name", "annex")]);
                meta::write(&mut self.xml, &document.head, document.language, "/annex");
                self.xml.open("mainBody", &[]);
                is_open = true;
            }
            if is_title {
                self.annex_heading(index);
            } else {
                self.paragraph(index);
            }
        }
        if is_last && self.notes.are_left() {
            self.notes.rest(&mut self.xml);
        }
        (0..4).for_each(|_| self.xml.close());
    }

    pub(super) fn annex_heading(&mut self, index: usize) {
        self.xml.open("paragraph", &[("eId", &format!("para_{}", index + 1)), ("class", "H1")]);
        self.xml.open("content", &[]);
        let Self { notes, xml, .. } = self;
        xml.line("p", &[("xml:space", "preserve")], |xml| {
            xml.tag("docType", &[]);
            notes.passage(xml, Passage::Block(index));
            xml.end("docType");
        });
        xml.close();
        xml.close();
    }
}

/// The heading that gives an annex its name, and its blocks theirs.
fn is_annex_heading(block: &Block) -> bool {
    block.shape == Shape::Heading && block.cite.is_annex()
}
