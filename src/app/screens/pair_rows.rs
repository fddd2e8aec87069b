//! Pairs set in rows: in two columns that align, or both texts in one with what was taken out and put in. Knows
//! pairs and widths; no cursor.

use std::{borrow::Cow, collections::HashMap, ops::Range};

use super::comparison::{Compared, Item};
use crate::{
    app::panes::rows::{RowAt, Rows},
    compare::{Edit, Kind, Pairing, joined_text},
    document::{Document, Language, Passage},
    layout::{self, Order, Row, Setting},
};

/// Cells for the citation in front of a text.
pub const LABEL: u16 = 9;

/// What words of a pair are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Words that were taken out.
    TakenOut,
    /// Words that were put in.
    PutIn,
    /// Either, of no more than dates, numbers or connectives.
    Quiet,
}

/// A text as it is set, and what of it is to be seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SetText {
    /// What stands in front: its citation.
    pub label: String,
    /// The words.
    pub text: String,
    /// The bytes of them that were changed.
    pub changes: Vec<(Range<usize>, Change)>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// An item as it is set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SetItem {
    /// The texts; the first alone where both stand in one column.
    pub texts: [Option<SetText>; 2],
    /// The empty row before it.
    pub gap: usize,
}

impl SetItem {
    fn height(&self) -> usize {
        let rows = self.texts.iter().flatten().map(|text| text.rows.len()).max();
        self.gap + rows.unwrap_or(0).max(1)
    }
}

/// Sets items, and keeps those that were set.
#[derive(Clone, Debug)]
pub(super) struct Setter {
    widths: [u16; 2],
    order: Order,
    set: HashMap<usize, SetItem>,
}

impl Default for Setter {
    fn default() -> Self {
        Self { widths: [0, 0], order: Order::Visual, set: HashMap::new() }
    }
}

/// Items whose rows are kept: more than a screen can show.
const MANY: usize = 1024;

impl Setter {
    /// Forgets what was set: the items are others.
    pub(super) fn forget(&mut self) {
        self.set.clear();
    }

    /// Gives the texts room; without width for the second both stand in one column.
    pub(super) fn fit(&mut self, widths: [u16; 2], order: Order) {
        if (self.widths, self.order) != (widths, order) || self.set.len() > MANY {
            self.set.clear();
        }
        (self.widths, self.order) = (widths, order);
    }

    pub(super) fn known(&self, item: usize) -> Option<&SetItem> {
        self.set.get(&item)
    }

    pub(super) fn of<'a>(
        &'a mut self,
        items: &'a [Item],
        texts: &'a [Compared; 2],
        pairs: &'a [Pairing],
    ) -> RowsOf<'a> {
        RowsOf { setter: self, items, texts, pairs }
    }
}

/// The rows of a comparison.
pub(super) struct RowsOf<'a> {
    setter: &'a mut Setter,
    items: &'a [Item],
    texts: &'a [Compared; 2],
    pairs: &'a [Pairing],
}

impl Rows for RowsOf<'_> {
    fn items(&self) -> usize {
        self.items.len()
    }

    fn height(&mut self, item: usize) -> usize {
        self.set(item).height()
    }
}

impl RowsOf<'_> {
    /// The words in a row.
    pub(super) fn cells(&mut self, at: RowAt) -> [Option<Row>; 2] {
        let set = self.set(at.item);
        let row = at.row.checked_sub(set.gap);
        let of = |text: &Option<SetText>| text.as_ref()?.rows.get(row?).cloned();
        [of(&set.texts[0]), of(&set.texts[1])]
    }

    /// Sets an item when it is first asked for. A comparison of two long texts has thousands of items, and a screen shows
    /// a dozen.
    fn set(&mut self, item: usize) -> &SetItem {
        let Self { setter, items, texts, pairs } = self;
        let (widths, order) = (setter.widths, setter.order);
        setter.set.entry(item).or_insert_with(|| {
            let gap = usize::from(item > 0);
            let pair = match items.get(item) {
                Some(Item::Pair(pair)) => pairs.get(*pair),
                _ => None,
            };
            let Some(pairing) = pair else {
                return SetItem { gap, ..SetItem::default() };
            };
            let texts = if widths[1] > 0 {
                in_two_columns(texts, pairing, widths, order)
            } else {
                [Some(in_one_column(texts, pairing, widths[0], order)), None]
            };
            SetItem { texts, gap }
        })
    }
}

/// Both texts with what was taken out marked in the one and what was put in marked in the other: side by side nothing
/// needs to be struck through. What stands alone is marked as a whole.
fn in_two_columns(
    texts: &[Compared; 2],
    pairing: &Pairing,
    widths: [u16; 2],
    order: Order,
) -> [Option<SetText>; 2] {
    let side = |side: usize| {
        let passages = if side == 0 { pairing.left() } else { pairing.right() };
        let document = &texts[side].document;
        (!passages.is_empty()).then(|| {
            let text = joined_text(document, passages);
            let change = if side == 0 { Change::TakenOut } else { Change::PutIn };
            let is_whole = pairing.pair().is_none();
            let whole = is_whole.then(|| (0..text.len(), change));
            let edits = pairing.edits().iter().map(|edit| {
                let bytes = if side == 0 { &edit.left } else { &edit.right };
                (bytes.clone(), weight(edit, change))
            });
            let changes = edits.chain(whole).filter(|(bytes, _)| !bytes.is_empty()).collect();
            let is_rtl = document.language == Language::Arabic;
            set_text(cites(document, passages), text, changes, widths[side], order, is_rtl)
        })
    };
    [side(0), side(1)]
}

/// Both texts as one: the words of the second, with those of the first that are no more in them.
fn in_one_column(texts: &[Compared; 2], pairing: &Pairing, width: u16, order: Order) -> SetText {
    let [a, b] = texts;
    let left = joined_text(&a.document, pairing.left());
    let right = joined_text(&b.document, pairing.right());
    let (left_cites, right_cites) =
        (cites(&a.document, pairing.left()), cites(&b.document, pairing.right()));
    let is_rtl = b.document.language == Language::Arabic;
    let (label, text, changes) = match pairing {
        Pairing::Left(_) => (left_cites, left.clone(), vec![(0..left.len(), Change::TakenOut)]),
        Pairing::Right(_) => (right_cites, right.clone(), vec![(0..right.len(), Change::PutIn)]),
        Pairing::Both(pair) => {
            let label = if left_cites == right_cites || left_cites.is_empty() {
                right_cites
            } else {
                format!("{left_cites}→{right_cites}")
            };
            let (text, changes) = merged(&left, &right, &pair.edits);
            (label, Cow::Owned(text), changes)
        }
    };
    set_text(label, text, changes, width, order, is_rtl)
}

/// The words of both texts in one.
fn merged(left: &str, right: &str, edits: &[Edit]) -> (String, Vec<(Range<usize>, Change)>) {
    let (mut text, mut changes, mut at) = (String::new(), Vec::new(), 0);
    for edit in edits {
        text.push_str(right.get(at..edit.right.start).unwrap_or_default());
        let mut put = |words: Option<&str>, change: Change| {
            let words = words.unwrap_or_default();
            if words.is_empty() {
                return;
            }
            let starts_apart = text.is_empty() || text.ends_with(char::is_whitespace);
            if !starts_apart && change == Change::PutIn && changes_end_here(&changes, text.len()) {
                text.push(' ');
            }
            let from = text.len();
            text.push_str(words);
            changes.push((from..text.len(), weight(edit, change)));
        };
        put(left.get(edit.left.clone()), Change::TakenOut);
        put(right.get(edit.right.clone()), Change::PutIn);
        at = edit.right.end;
    }
    text.push_str(right.get(at..).unwrap_or_default());
    (text, changes)
}

fn changes_end_here(changes: &[(Range<usize>, Change)], at: usize) -> bool {
    changes.last().is_some_and(|(bytes, _)| bytes.end == at)
}

/// What words taken out or put in are, by what the edit weighs.
fn weight(edit: &Edit, change: Change) -> Change {
    match (edit.kind, change) {
        // In one column what is quiet must still be told apart.
        (Kind::Technical | Kind::Connective, Change::PutIn) => Change::Quiet,
        _ => change,
    }
}

fn set_text(
    label: String,
    text: Cow<'_, str>,
    changes: Vec<(Range<usize>, Change)>,
    width: u16,
    order: Order,
    is_rtl: bool,
) -> SetText {
    let setting = Setting::plain(&text, width.saturating_sub(LABEL), order).right_to_left(is_rtl);
    let mut rows = Vec::new();
    for part in layout::parts(&text) {
        rows.extend(layout::lay_out(&setting, part));
    }
    SetText { label, text: text.into_owned(), changes, rows }
}

/// How passages are cited: `OP3`, `OP3–4`.
fn cites(document: &Document, passages: &[Passage]) -> String {
    let cite = |passage: &Passage| match passage {
        Passage::Title => "Title".to_owned(),
        passage => document.cite(*passage).to_string(),
    };
    match passages {
        [] => String::new(),
        [only] => cite(only),
        [first, .., last] => format!("{}–{}", cite(first), cite(last)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(left: Range<usize>, right: Range<usize>, kind: Kind) -> Edit {
        Edit { left, right, kind }
    }

    #[test]
    fn both_texts_stand_in_one_with_what_was_taken_out_and_put_in() {
        let (left, right) = ("Urges States to act", "Encourages all States to act now");
        let edits = [
            edit(0..5, 0..10, Kind::Verb),
            edit(6..6, 11..15, Kind::Wording),
            edit(19..19, 28..32, Kind::Wording),
        ];
        let (text, changes) = merged(left, right, &edits);
        assert_eq!(text, "Urges Encourages all States to act now");
        let of = |at: usize| (&text[changes[at].0.clone()], changes[at].1);
        assert_eq!(of(0), ("Urges", Change::TakenOut));
        assert_eq!(of(1), ("Encourages", Change::PutIn));
        assert_eq!(of(2), ("all ", Change::PutIn));
        assert_eq!(of(3), (" now", Change::PutIn));
    }
}
