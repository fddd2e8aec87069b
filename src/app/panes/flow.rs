//! The text of one pane, set in rows as they are asked for. A position is an item and a row in it,
//! so that nothing ever needs the rows of the whole text. Knows no cursor and no screen.

use std::{
    collections::{BTreeMap, HashMap},
    ops::Range,
};

use super::rows::{RowAt, Rows};
use crate::{
    document::{Document, Passage, Place},
    layout::{self, Measure, Remark, Row, Setting},
};

/// A passage, or a part of a very long one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Whose text it is.
    pub passage: Passage,
    /// Which bytes of it.
    pub part: Range<usize>,
    /// Whether an empty row stands before it.
    pub gap: bool,
}

/// Items, and the rows of those that were asked for.
#[derive(Clone, Debug)]
pub struct Flow {
    items: Vec<Item>,
    /// Bytes of text before each item, and after the last.
    offsets: Vec<usize>,
    /// The first item of each passage, sorted.
    firsts: Vec<(Passage, usize)>,
    measure: Measure,
    /// What is set below each passage.
    remarks: HashMap<Passage, Vec<Remark>>,
    rows: BTreeMap<usize, Vec<Row>>,
}

/// Items whose rows are kept: more than a screen can show.
const MANY: usize = 1024;

impl Flow {
    /// The passages in the order given; `gap` says before which an empty row stands.
    #[must_use]
    pub fn new(
        document: &Document,
        passages: impl IntoIterator<Item = Passage>,
        gap: impl Fn(Option<Passage>, Passage) -> bool,
    ) -> Self {
        let mut items: Vec<Item> = Vec::new();
        let mut firsts = Vec::new();
        for passage in passages {
            let gap = gap(items.last().map(|item| item.passage), passage);
            firsts.push((passage, items.len()));
            let parts = layout::parts(document.text(passage));
            items.extend(parts.into_iter().enumerate().map(|(i, part)| Item {
                passage,
                part,
                gap: gap && i == 0,
            }));
        }
        firsts.sort_unstable();
        let mut offsets = vec![0];
        offsets.extend(items.iter().scan(0, |sum, item| {
            *sum += item.part.len();
            Some(*sum)
        }));
        let measure =
            Measure { width: 0, labels: false, notes_inside: false, order: layout::Order::Visual };
        let (remarks, rows) = (HashMap::new(), BTreeMap::new());
        Self { items, offsets, firsts, measure, remarks, rows }
    }

    /// Its items.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Forgets all rows if the measure is another one.
    pub fn set_measure(&mut self, measure: Measure) {
        if self.measure != measure {
            self.measure = measure;
            self.rows.clear();
        }
    }

    /// Sets what stands below a passage; its rows are then set anew.
    pub fn set_remarks(&mut self, passage: Passage, remarks: &[Remark]) {
        let old = self.remarks.get(&passage).map_or(&[][..], Vec::as_slice);
        let Some(mut item) = self.item_of(Place::start_of(passage)).filter(|_| old != remarks)
        else {
            return;
        };
        self.remarks.insert(passage, remarks.to_vec());
        while self.items.get(item).is_some_and(|i| i.passage == passage) {
            self.rows.remove(&item);
            item += 1;
        }
    }

    /// Forgets rows when there are very many, so that reading a long text does not fill memory.
    pub fn forget_some(&mut self) {
        if self.rows.len() > MANY {
            self.rows.clear();
        }
    }

    /// The item in which a place lies.
    #[must_use]
    pub fn item_of(&self, place: Place) -> Option<usize> {
        let found =
            self.firsts.binary_search_by_key(&place.passage, |&(passage, _)| passage).ok()?;
        Some(self.part_of(self.firsts[found].1, place))
    }

    /// The items of places in reading order, each with its place; of those that are none of this text nothing. Each
    /// is sought from where the one before was found, which is near.
    pub fn items_of<'a>(
        &'a self,
        places: &'a [Place],
    ) -> impl Iterator<Item = (usize, Place)> + 'a {
        let mut from = 0;
        places.iter().filter_map(move |&place| {
            let mut step = 1;
            while self.firsts.get(from + step).is_some_and(|first| first.0 < place.passage) {
                step *= 2;
            }
            let near = &self.firsts[from..(from + step + 1).min(self.firsts.len())];
            let found = near.binary_search_by_key(&place.passage, |&(passage, _)| passage);
            from += found.unwrap_or_else(|before| before);
            found.ok().map(|_| (self.part_of(self.firsts[from].1, place), place))
        })
    }

    /// The item of a passage, from its first on, in which a place lies.
    fn part_of(&self, first: usize, place: Place) -> usize {
        let mut item = first;
        while let Some(next) = self.items.get(item + 1)
            && next.passage == place.passage
            && next.part.start <= place.at
        {
            item += 1;
        }
        item
    }

    /// A passage and those after it, or before it.
    pub fn passages_from(
        &self,
        passage: Passage,
        forward: bool,
    ) -> Box<dyn Iterator<Item = Passage> + '_> {
        let Some(item) = self.item_of(Place::start_of(passage)) else {
            return Box::new(std::iter::empty());
        };
        let (before, after) = self.items.split_at(item);
        // A passage in several parts counts once, by its first.
        let first = |item: &&Item| item.part.start == 0;
        let others: Box<dyn Iterator<Item = &Item>> = if forward {
            Box::new(after.iter().skip(1).filter(first))
        } else {
            Box::new(before.iter().rev().filter(first))
        };
        Box::new(std::iter::once(passage).chain(others.map(|item| item.passage)))
    }

    /// Bytes of text before a place, and in all. What a scrollbar shows.
    #[must_use]
    pub fn bytes_before(&self, item: usize, at: usize) -> usize {
        let inside =
            self.items.get(item).map_or(0, |i| at.clamp(i.part.start, i.part.end) - i.part.start);
        self.offsets.get(item).copied().unwrap_or(0) + inside
    }

    /// Bytes of text in all.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.offsets.last().copied().unwrap_or(0)
    }

    /// The place that has so many bytes of text before it.
    #[must_use]
    pub fn place_of_byte(&self, byte: usize) -> Option<(usize, usize)> {
        let item = self.offsets.partition_point(|&offset| offset <= byte).saturating_sub(1);
        let item = item.min(self.items.len().checked_sub(1)?);
        let part = &self.items.get(item)?.part;
        let inside = byte.saturating_sub(*self.offsets.get(item)?);
        Some((item, (part.start + inside).min(part.end)))
    }

    /// The rows of an item, set now if they were not yet.
    pub fn rows(&mut self, document: &Document, item: usize) -> &[Row] {
        let Some(Item { passage, part, gap }) = self.items.get(item) else { return &[] };
        let measure = self.measure;
        // Twice as many, so that those on the screen, set after `forget_some`, are never forgotten.
        if self.rows.len() > 2 * MANY && !self.rows.contains_key(&item) {
            self.rows.clear();
        }
        self.rows.entry(item).or_insert_with(|| {
            let setting = Setting::of(document, *passage, measure);
            let mut rows = layout::lay_out(&setting, part.clone());
            if *gap {
                rows.insert(0, Row::blank(part.start));
            }
            let is_last = part.end == document.text(*passage).len();
            if let Some(remarks) = self.remarks.get(passage).filter(|_| is_last) {
                rows.extend(layout::remarks(&setting, part.end, remarks));
            }
            rows
        })
    }

    /// A row that was set before; what is on the screen always was.
    #[must_use]
    pub fn row(&self, row_at: RowAt) -> Option<&Row> {
        self.rows.get(&row_at.item)?.get(row_at.row)
    }

    /// The row of an item in which a byte of its passage is set.
    pub fn row_of(&mut self, document: &Document, item: usize, at: usize) -> RowAt {
        self.rows(document, item);
        self.known_row_of(item, at).unwrap_or(RowAt { item, row: 0 })
    }

    /// The same for an item whose rows were set before.
    #[must_use]
    pub fn known_row_of(&self, item: usize, at: usize) -> Option<RowAt> {
        let rows = self.rows.get(&item)?;
        let gap = usize::from(self.items.get(item)?.gap);
        let shows =
            |row: &Row| row.pieces.iter().any(|p| p.kind.bytes().is_some_and(|b| b.contains(&at)));
        let by_start = rows.partition_point(|row| row.bytes.start <= at).saturating_sub(1);
        // In a table the bytes of a row are those of several cells, so look nearby as well.
        let row = if rows.get(by_start).is_some_and(shows) {
            by_start
        } else {
            let mut near = by_start.saturating_sub(64)..(by_start + 64).min(rows.len());
            near.find(|&row| rows.get(row).is_some_and(shows)).unwrap_or(by_start)
        };
        let last_text = rows.iter().rposition(Row::is_text).unwrap_or(row);
        Some(RowAt { item, row: row.min(last_text).max(gap) })
    }

    /// Its rows, as a document has them.
    pub fn of<'a>(&'a mut self, document: &'a Document) -> FlowOf<'a> {
        FlowOf { flow: self, document }
    }
}

/// A flow with the document whose text it sets.
#[derive(Debug)]
pub struct FlowOf<'a> {
    flow: &'a mut Flow,
    document: &'a Document,
}

impl Rows for FlowOf<'_> {
    fn items(&self) -> usize {
        self.flow.items.len()
    }

    fn height(&mut self, item: usize) -> usize {
        self.flow.rows(self.document, item).len()
    }
}
