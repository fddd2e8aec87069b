//! Two texts side by side: two versions with what became of each paragraph, or two languages. Knows the pairs and
//! which of them are seen; how they are set in rows is for `pair_rows`.

use std::{ops::Range, sync::Arc};

use super::{
    library::AskId,
    pair_areas::PairAreas,
    pair_rows::{PairRemarks, Setter},
    shown_kinds::ShownKinds,
};
use crate::{
    app::{
        DocId,
        panes::{
            arrange::Size,
            rows::{self, RowAt, Rows as _},
        },
    },
    compare::{Alignment, Pairing},
    document::{Document, Passage},
    layout::{Order, Row},
};

/// Two texts side by side.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The texts.
    pub texts: [Compared; 2],
    /// Whether they are two languages of one text.
    pub is_of_languages: bool,
    /// What belongs together; `None` until that is known.
    pub(super) pairs: Option<Vec<Pairing>>,
    /// The share of all passages that have a counterpart, of languages.
    coverage: Option<f64>,
    /// Which pairs are seen.
    pub(super) shown: ShownKinds,
    /// What was written on the passages of each.
    remarks: [PairRemarks; 2],
    pub(super) items: Vec<Item>,
    /// The row with the cursor.
    pub(super) cursor: RowAt,
    pub(super) top: RowAt,
    /// Which of the texts has the cursor.
    pub side: usize,
    setter: Setter,
    pub(super) lines: Vec<PairLine>,
    /// Where everything is.
    pub areas: PairAreas,
    /// Why there is nothing to be seen.
    pub failed: Option<String>,
    /// The document and the passage from which it was asked for: there it begins.
    pub(in crate::app) begin_at: Option<(DocId, Passage)>,
    pub(in crate::app) asked: Option<AskId>,
}

/// One of the texts.
#[derive(Clone, Debug)]
pub struct Compared {
    /// Which it is.
    pub id: DocId,
    /// How it is called.
    pub called: String,
    /// The document.
    pub document: Arc<Document>,
}

/// What stands in the list of pairs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A pair, by its index.
    Pair(usize),
    /// Pairs that are not shown.
    Folded {
        /// Their indices.
        pairs: Range<usize>,
    },
}

/// A row on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairLine {
    /// Which item it is of, and which of its rows.
    pub at: RowAt,
    /// The words of each text in it; the first alone where both stand in one column.
    pub cells: [Option<Row>; 2],
}

impl Comparison {
    /// Two texts, not compared yet.
    #[must_use]
    pub fn new(texts: [Compared; 2], is_of_languages: bool) -> Self {
        Self {
            texts,
            is_of_languages,
            pairs: None,
            coverage: None,
            shown: if is_of_languages { ShownKinds::EVERYTHING } else { ShownKinds::WEIGHTY },
            remarks: Default::default(),
            items: Vec::new(),
            cursor: RowAt::default(),
            top: RowAt::default(),
            side: 1,
            setter: Setter::default(),
            lines: Vec::new(),
            areas: PairAreas::default(),
            failed: None,
            begin_at: None,
            asked: None,
        }
    }

    /// Whether one of the texts is this document.
    #[must_use]
    pub fn is_of(&self, id: DocId) -> bool {
        self.texts.iter().any(|text| text.id == id)
    }

    /// One of the texts changed, and what became of it is asked anew.
    pub(in crate::app) fn wait_for(&mut self, asked: AskId) {
        self.asked = Some(asked);
        self.pairs = None;
        self.items.clear();
        self.lines.clear();
    }

    /// Takes what became of the paragraphs.
    pub fn take(&mut self, pairs: Vec<Pairing>) {
        self.pairs = Some(pairs);
        self.fold();
        if let Some((id, passage)) = self.begin_at.take() {
            let side = usize::from(self.texts[0].id != id);
            self.go_to_passage(side, passage);
            if matches!(self.items.get(self.cursor.item), Some(Item::Folded { .. })) {
                self.go_to_change(true, true);
            }
        }
    }

    /// Takes which paragraphs of two languages are the same.
    pub fn take_alignment(&mut self, alignment: &Alignment) {
        self.coverage = Some(alignment.coverage());
        let pair = |(left, right): &(Vec<Passage>, Vec<Passage>)| {
            Pairing::translation(left.clone(), right.clone())
        };
        self.take(alignment.pairs.iter().map(pair).collect());
    }

    /// Which kinds of changes are shown.
    #[must_use]
    pub const fn shown(&self) -> ShownKinds {
        self.shown
    }

    /// Shows these kinds of changes, and folds the others.
    pub(in crate::app) fn show_kinds(&mut self, shown: ShownKinds) {
        let chosen = self.pair_here();
        self.shown = shown;
        self.fold();
        if let Some(pair) = chosen {
            self.go_to_pair(pair);
        }
    }

    fn fold(&mut self) {
        let pairs = self.pairs.as_deref().unwrap_or_default();
        let mut items: Vec<Item> = Vec::new();
        for (i, pairing) in pairs.iter().enumerate() {
            if self.shown.shows(pairing) {
                items.push(Item::Pair(i));
            } else if let Some(Item::Folded { pairs }) = items.last_mut() {
                pairs.end = i + 1;
            } else {
                items.push(Item::Folded { pairs: i..i + 1 });
            }
        }
        self.items = items;
        self.setter.forget();
        (self.cursor, self.top) = (RowAt::default(), RowAt::default());
        self.go_to_change(true, true);
    }

    /// Shows what is folded at the cursor. Whether anything was.
    pub(super) fn unfold(&mut self) -> bool {
        let at = self.cursor.item;
        let Some(Item::Folded { pairs }) = self.items.get(at).cloned() else { return false };
        self.items.splice(at..=at, pairs.map(Item::Pair));
        self.setter.forget();
        self.cursor.row = 0;
        true
    }

    /// The item of an index.
    #[must_use]
    pub fn item(&self, index: usize) -> Option<&Item> {
        self.items.get(index)
    }

    /// A pair.
    #[must_use]
    pub fn pair(&self, index: usize) -> Option<&Pairing> {
        self.pairs.as_ref()?.get(index)
    }

    /// The pair at the cursor.
    pub(super) fn pair_here(&self) -> Option<usize> {
        match self.items.get(self.cursor.item)? {
            Item::Pair(pair) => Some(*pair),
            Item::Folded { pairs } => Some(pairs.start),
        }
    }

    fn go_to_pair(&mut self, pair: usize) {
        let has = |item: &Item| match item {
            Item::Pair(own) => *own == pair,
            Item::Folded { pairs } => pairs.contains(&pair),
        };
        if let Some(item) = self.items.iter().position(has) {
            self.cursor = RowAt { item, row: 0 };
        }
    }

    /// Puts the cursor on a passage of one of the texts.
    fn go_to_passage(&mut self, side: usize, passage: Passage) {
        if let Some(pair) = self.pair_of(side, passage) {
            self.go_to_pair(pair);
        }
    }

    fn pair_of(&self, side: usize, passage: Passage) -> Option<usize> {
        let has = |pairing: &Pairing| {
            let own = if side == 0 { pairing.left() } else { pairing.right() };
            own.contains(&passage)
        };
        self.pairs.as_ref()?.iter().position(has)
    }

    /// Puts the cursor on a passage of one of the texts, and shows it where it is folded. Whether it is there.
    pub(super) fn show_passage(&mut self, side: usize, passage: Passage) -> bool {
        let Some(pair) = self.pair_of(side, passage) else { return false };
        self.go_to_pair(pair);
        let at = self.cursor.item;
        if let Some(Item::Folded { pairs }) = self.items.get(at).cloned() {
            let folded =
                |pairs: Range<usize>| (!pairs.is_empty()).then_some(Item::Folded { pairs });
            let before = folded(pairs.start..pair);
            self.cursor.item += usize::from(before.is_some());
            let after = folded(pair + 1..pairs.end);
            let parts = before.into_iter().chain([Item::Pair(pair)]).chain(after);
            self.items.splice(at..=at, parts);
            self.setter.forget();
        }
        true
    }

    /// The first passage at the cursor, on the side with the cursor where that has one.
    pub(super) fn passage_here(&self) -> Option<(usize, Passage)> {
        let pairing = self.pair(self.pair_here()?)?;
        let of = |side: usize| if side == 0 { pairing.left() } else { pairing.right() };
        let on = |side: usize| of(side).first().map(|passage| (side, *passage));
        on(self.side).or_else(|| on(1 - self.side))
    }

    /// The row with the cursor.
    #[must_use]
    pub const fn cursor(&self) -> RowAt {
        self.cursor
    }

    /// The rows on the screen.
    #[must_use]
    pub fn lines(&self) -> &[PairLine] {
        &self.lines
    }

    /// How much of it is above the screen, on it, and there in all, in items.
    #[must_use]
    pub fn extent(&self) -> (usize, usize, usize) {
        let last = self.lines.last().map_or(0, |line| line.at.item + 1);
        (self.top.item, last.saturating_sub(self.top.item), self.items.len())
    }

    /// For each item whether something was changed in it: what a scrollbar shows.
    pub fn changes(&self) -> impl Iterator<Item = bool> {
        self.items.iter().map(|item| match item {
            Item::Pair(pair) => self.pair(*pair).is_some_and(Pairing::is_changed),
            Item::Folded { .. } => false,
        })
    }

    pub(super) fn rows(&mut self) -> super::pair_rows::RowsOf<'_> {
        let Self { setter, items, texts, pairs, remarks, .. } = self;
        setter.of(items, texts, pairs.as_deref().unwrap_or_default(), remarks)
    }

    /// Takes what is written on the passages of each text now.
    pub(in crate::app) fn take_remarks(&mut self, remarks: [PairRemarks; 2]) {
        if self.remarks != remarks {
            self.remarks = remarks;
            self.setter.forget();
        }
    }

    /// Sets what is on the screen. To be called after anything that changes it.
    pub(in crate::app) fn show(&mut self, size: Size, order: Order, is_plain: bool) {
        self.setter.set_signs(is_plain);
        self.areas = PairAreas::of(size, self.is_of_languages);
        let widths = self.areas.texts.map(|area| area.width);
        self.setter.fit(widths, order);
        self.lines.clear();
        if self.items.is_empty() {
            return;
        }
        let height = usize::from(self.areas.body.height);
        let (mut cursor, top) = (self.cursor, self.top);
        let list = &mut self.rows();
        cursor.row = cursor.row.min(list.height(cursor.item).saturating_sub(1));
        let top = rows::top_with(list, cursor, top, height, 2).min(rows::lowest_top(list, height));
        let mut lines = Vec::new();
        let mut at = Some(top);
        while let Some(here) = at.filter(|_| lines.len() < height) {
            lines.push(PairLine { at: here, cells: list.cells(here) });
            at = rows::below(list, here);
        }
        (self.cursor, self.top, self.lines) = (cursor, top, lines);
    }

    /// What is set in the columns of an item, and what of it is to be seen.
    #[must_use]
    pub fn set(&self, item: usize) -> Option<&super::pair_rows::SetItem> {
        self.setter.known(item)
    }
}
