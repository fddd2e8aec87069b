//! Tables, cell by cell.

use super::{Element, Reader};
use crate::{document::Shape, manuscript::Fact};

impl Reader {
    pub(super) fn end_cell(&mut self, element: Element) {
        if self.tables == 0 || self.open_notes.last().is_some() {
            return self.flush(Shape::Paragraph);
        }
        if element == Element::Row && self.paragraph.is_blank() {
            return;
        }
        let mut cell = std::mem::take(&mut self.paragraph);
        cell.bracket_marks();
        match self.rows.last_mut() {
            Some(row) => row.push(cell),
            None => self.rows.push(vec![cell]),
        }
    }

    pub(super) fn end_table(&mut self) {
        self.tables -= 1;
        if self.tables > 0 || !self.open_notes.is_empty() {
            return;
        }
        let mut rows = std::mem::take(&mut self.rows);
        rows.retain(|row| !row.is_empty());
        let part = self.parts.last().copied();
        self.composer.table(rows, part.map(|part| Fact::Block(part, Shape::Table)));
        self.flush(Shape::Paragraph);
    }
}
