//! Pairs set in rows: in two columns that align, or both texts in one with what was taken out and put in. Knows
//! pairs and widths; no cursor.

use std::{borrow::Cow, collections::HashMap, ops::Range};

use super::comparison::{Compared, Item};
use crate::{
    app::panes::rows::{RowAt, Rows},
    compare::{Edit, Kind, Pairing, joined_text},
    document::{Document, Language, Passage},
    layout::{self, Order, Remark, RemarkKind, Row, Setting},
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
    /// Whether that stands at the right, where a text begins that is set from the right.
    pub begins_right: bool,
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
    /// The texts; the first alone where both stand in one column as one text.
    pub texts: [Option<SetText>; 2],
    /// Whether the second stands below the first.
    pub is_stacked: bool,
    /// The empty row before it.
    pub gap: usize,
}

impl SetItem {
    fn height(&self) -> usize {
        let rows = self.texts.iter().flatten().map(|text| text.rows.len());
        let rows = if self.is_stacked { rows.sum() } else { rows.max().unwrap_or(0) };
        self.gap + rows.max(1)
    }

    /// Which row of one of the texts stands in a row of the item; `None` in the gap, and where the text has none.
    #[must_use]
    pub fn row_of(&self, side: usize, row: usize) -> Option<usize> {
        let row = row.checked_sub(self.gap)?;
        let rows = |text: &Option<SetText>| text.as_ref().map_or(0, |text| text.rows.len());
        let above = if self.is_stacked && side == 1 { rows(&self.texts[0]) } else { 0 };
        row.checked_sub(above).filter(|row| *row < rows(&self.texts[side]))
    }
}

/// Sets items, and keeps those that were set.
#[derive(Clone, Debug)]
pub(super) struct Setter {
    widths: [u16; 2],
    order: Order,
    /// Whether changes are told by signs among the words, for whoever does not see how they look.
    has_signs: bool,
    set: HashMap<usize, SetItem>,
}

impl Default for Setter {
    fn default() -> Self {
        Self { widths: [0, 0], order: Order::Visual, has_signs: false, set: HashMap::new() }
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

    /// From now on tells changes by signs among the words, `[-old-]{+new+}`, or by how they look.
    pub(super) fn set_signs(&mut self, has_signs: bool) {
        if self.has_signs != has_signs {
            self.set.clear();
        }
        self.has_signs = has_signs;
    }

    pub(super) fn known(&self, item: usize) -> Option<&SetItem> {
        self.set.get(&item)
    }

    pub(super) fn of<'a>(
        &'a mut self,
        items: &'a [Item],
        texts: &'a [Compared; 2],
        pairs: &'a [Pairing],
        remarks: &'a [PairRemarks; 2],
    ) -> RowsOf<'a> {
        RowsOf { setter: self, items, texts, pairs, remarks }
    }
}

/// The rows of a comparison.
pub(super) struct RowsOf<'a> {
    setter: &'a mut Setter,
    items: &'a [Item],
    texts: &'a [Compared; 2],
    pairs: &'a [Pairing],
    remarks: &'a [PairRemarks; 2],
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
        let of = |side: usize| {
            let row = set.row_of(side, at.row)?;
            set.texts[side].as_ref()?.rows.get(row).cloned()
        };
        [of(0), of(1)]
    }

    /// Sets an item when it is first asked for. A comparison of two long texts has thousands of items, and a screen shows
    /// a dozen.
    fn set(&mut self, item: usize) -> &SetItem {
        let Self { setter, items, texts, pairs, remarks } = self;
        let (widths, order, has_signs) = (setter.widths, setter.order, setter.has_signs);
        setter.set.entry(item).or_insert_with(|| {
            let gap = usize::from(item > 0);
            let pair = match items.get(item) {
                Some(Item::Pair(pair)) => pairs.get(*pair),
                _ => None,
            };
            let Some(pairing) = pair else {
                return SetItem { gap, ..SetItem::default() };
            };
            let written = Written { texts, remarks, pairing };
            let is_of_languages = texts[0].document.language != texts[1].document.language;
            let is_stacked = widths[1] == 0 && is_of_languages;
            let texts = if widths[1] > 0 {
                in_two_columns(&written, widths, order)
            } else if is_stacked {
                in_two_columns(&written, [widths[0]; 2], order)
            } else {
                [Some(in_one_column(&written, widths[0], order, has_signs)), None]
            };
            SetItem { texts, is_stacked, gap }
        })
    }
}

/// What a person wrote on the passages of one of the texts.
pub type PairRemarks = HashMap<Passage, Vec<Remark>>;

/// A pair, and what was written on it.
struct Written<'a> {
    texts: &'a [Compared; 2],
    remarks: &'a [PairRemarks; 2],
    pairing: &'a Pairing,
}

impl Written<'_> {
    fn passages(&self, side: usize) -> &[Passage] {
        if side == 0 { self.pairing.left() } else { self.pairing.right() }
    }

    /// What stands below the words of one side: what was written on it, then what was written on its counterpart,
    /// with the name of that.
    fn remarks(&self, side: usize) -> Vec<Remark> {
        let on = |side: usize| {
            let passages = self.passages(side).iter();
            passages.filter_map(move |passage| self.remarks[side].get(passage)).flatten()
        };
        let other = &self.texts[1 - side];
        let name = match self.texts[side].document.language == other.document.language {
            true => other.called.as_str(),
            false => other.document.language.name(),
        };
        // What nobody has taken yet is said once, where it waits.
        let taken = on(1 - side).filter(|own| own.kind != RemarkKind::Inherited);
        let of_other =
            taken.map(|own| Remark { text: format!("{} · {name}", own.text), ..own.clone() });
        on(side).cloned().chain(of_other).collect()
    }
}

/// Both texts with what was taken out marked in the one and what was put in marked in the other: side by side nothing
/// needs to be struck through. What stands alone is marked as a whole.
fn in_two_columns(written: &Written<'_>, widths: [u16; 2], order: Order) -> [Option<SetText>; 2] {
    let &Written { texts, pairing, .. } = written;
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
            let remarks = written.remarks(side);
            let setting = (widths[side], order, is_rtl);
            set_text(cites(document, passages), text, changes, &remarks, setting)
        })
    };
    [side(0), side(1)]
}

/// Both texts as one: the words of the second, with those of the first that are no more in them.
fn in_one_column(written: &Written<'_>, width: u16, order: Order, has_signs: bool) -> SetText {
    let &Written { texts: [a, b], pairing, .. } = written;
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
    let (text, changes) = if has_signs {
        let (text, changes) = with_signs(&text, &changes);
        (Cow::Owned(text), changes)
    } else {
        (text, changes)
    };
    let side = usize::from(!pairing.right().is_empty());
    set_text(label, text, changes, &written.remarks(side), (width, order, is_rtl))
}

/// A text with what is changed in it between signs: `[-old-]{+new+}`, as `git diff --word-diff` has them.
fn with_signs(
    text: &str,
    changes: &[(Range<usize>, Change)],
) -> (String, Vec<(Range<usize>, Change)>) {
    let (mut out, mut signed, mut at) = (String::new(), Vec::new(), 0);
    for (bytes, change) in changes {
        out.push_str(text.get(at..bytes.start).unwrap_or_default());
        let (open, close) = match change {
            Change::TakenOut => ("[-", "-]"),
            Change::PutIn | Change::Quiet => ("{+", "+}"),
        };
        let from = out.len();
        out.extend([open, text.get(bytes.clone()).unwrap_or_default(), close]);
        signed.push((from..out.len(), *change));
        at = bytes.end;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    (out, signed)
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
    remarks: &[Remark],
    (width, order, is_rtl): (u16, Order, bool),
) -> SetText {
    let setting = Setting::plain(&text, width.saturating_sub(LABEL), order).right_to_left(is_rtl);
    let mut rows = Vec::new();
    for part in layout::parts(&text) {
        rows.extend(layout::lay_out(&setting, part));
    }
    rows.extend(layout::remarks(&setting, text.len(), remarks));
    // Where the terminal orders the text, it sets what it is given from the left, label first.
    let begins_right = is_rtl && order == Order::Visual;
    SetText { label, begins_right, text: text.into_owned(), changes, rows }
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
        let (signed, changes) = with_signs(&text, &changes);
        assert_eq!(signed, "[-Urges-] {+Encourages+} {+all +}States to act{+ now+}");
        assert_eq!(&signed[changes[1].0.clone()], "{+Encourages+}");
    }
}
