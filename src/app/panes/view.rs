//! What is on the screen: the panes, which of them has the cursor, and how they are arranged.
//! Knows the document only to fill the panes from it.

use std::collections::HashSet;

use super::{
    arrange::{Arrangement, Frame, Mode, PaneId, PaneRequest, Size, Slot, arrange},
    contents::{CitedNotes, cited_notes, flow},
    flow::Flow,
    pane::Pane,
    rows::RowAt,
};
use crate::{
    document::{Document, Passage, Place},
    layout::{Measure, Order, Remark, Row},
};

/// The panes and how they are shown.
#[derive(Clone, Debug)]
pub struct View {
    /// All of them, whether on the screen or not.
    panes: Vec<Pane>,
    focus: PaneId,
    mode: Mode,
    arrangement: Arrangement,
    /// The footnote of each mark.
    notes: CitedNotes,
    /// The footnotes cited in the passage with the cursor.
    cited: Vec<usize>,
    /// That passage.
    cited_in: Option<Passage>,
    /// The passages that alone are shown, where not everything is.
    only: Option<HashSet<Passage>>,
    /// Who puts text that runs from right to left in order.
    order: Order,
    /// Whether panes have changed their size since the rows were set.
    is_rearranged: bool,
}

/// Where a person was, to come back to exactly that.
#[derive(Clone, Debug)]
pub struct Position {
    place: Option<Place>,
    /// The rows at the top of the panes; of another version of the document nobody knows them.
    tops: Vec<(PaneId, RowAt)>,
}

impl Position {
    /// Where that is in another version of the document.
    pub(in crate::app) fn follow(&mut self, to: &dyn Fn(Place) -> Option<Place>) {
        self.place = self.place.and_then(to);
        self.tops.clear();
    }
}

/// The narrowest text that has quiet labels, `PP3`, in front of its paragraphs, in cells.
const LABELS_FROM: u16 = 48;

impl View {
    /// The panes of a document, with the cursor at its beginning.
    #[must_use]
    pub fn new(document: &Document, size: Size) -> Self {
        Self::showing(document, size, None)
    }

    fn showing(document: &Document, size: Size, only: Option<HashSet<Passage>>) -> Self {
        let notes = cited_notes(document);
        let fill = |id| Pane::new(id, flow(document, &notes, only.as_ref(), id));
        let panes: Vec<Pane> = PaneId::ALL.into_iter().map(fill).collect();
        let first = panes.iter().find(|pane| !pane.flow.is_empty()).map(|pane| pane.id);
        let focus = first.unwrap_or(PaneId::Operative);
        let request = PaneRequest { mode: Mode::Panes, focus, slots: &[] };
        let arrangement = arrange(size, &request);
        let mut view = Self {
            panes,
            focus,
            mode: Mode::Panes,
            arrangement,
            notes,
            cited: Vec::new(),
            cited_in: None,
            only,
            order: Order::Visual,
            is_rearranged: true,
        };
        view.resize(document, size);
        view
    }

    /// Where everything is.
    #[must_use]
    pub fn arrangement(&self) -> &Arrangement {
        &self.arrangement
    }

    /// How many texts are shown at once.
    #[must_use]
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// The pane with the cursor.
    #[must_use]
    pub fn focus(&self) -> PaneId {
        self.focus
    }

    /// A pane.
    #[must_use]
    pub fn pane(&self, id: PaneId) -> &Pane {
        // A pane of each id is made with the view and stays.
        self.panes.iter().find(|pane| pane.id == id).unwrap_or(&self.panes[0])
    }

    /// A pane, to move in.
    pub fn pane_mut(&mut self, id: PaneId) -> &mut Pane {
        let at = self.panes.iter().position(|pane| pane.id == id).unwrap_or(0);
        &mut self.panes[at]
    }

    /// The panes on the screen, and where.
    pub fn shown(&self) -> impl Iterator<Item = (&Frame, &Pane)> {
        self.arrangement.frames.iter().map(|frame| (frame, self.pane(frame.pane)))
    }

    /// The place of the cursor. `None` in an empty document.
    #[must_use]
    pub fn place(&self) -> Option<Place> {
        self.pane(self.focus).place()
    }

    /// Arranges everything for a screen of this size.
    pub fn resize(&mut self, document: &Document, size: Size) {
        let slots = self.slots();
        let request = PaneRequest { mode: self.mode, focus: self.focus, slots: &slots };
        self.arrangement = arrange(size, &request);
        self.is_rearranged = true;
        for frame in self.arrangement.frames.clone() {
            let measure = Measure {
                width: frame.text.width,
                labels: frame.text.width >= LABELS_FROM,
                notes_inside: frame.pane == PaneId::Whole,
                order: self.order,
            };
            self.pane_mut(frame.pane).fit(document, frame.text.height, measure);
        }
    }

    /// The panes that there is anything in, in the order of their keys.
    fn slots(&self) -> Vec<Slot> {
        let three = PaneId::THREE.into_iter().map(|id| self.pane(id));
        let present = three.filter(|pane| !pane.flow.is_empty());
        present.map(|pane| Slot { pane: pane.id, bytes: pane.flow.bytes() }).collect()
    }

    /// Arranges everything again, after a change of focus or mode.
    fn rearrange(&mut self, document: &Document) {
        self.resize(document, self.arrangement.size);
        let focus = self.focus;
        self.pane_mut(focus).reveal(document);
    }

    /// Puts the cursor into another pane, if there is anything in it.
    pub fn set_focus(&mut self, document: &Document, id: PaneId) {
        if self.pane(id).flow.is_empty() || self.focus == id {
            return;
        }
        self.focus = id;
        self.rearrange(document);
    }

    /// Shows one text or several; the cursor stays at its place.
    pub fn set_mode(&mut self, document: &Document, mode: Mode) {
        let place = self.place();
        self.mode = mode;
        self.focus = match place {
            _ if mode.is_one_column() => PaneId::Whole,
            Some(place) => self.home(place.passage),
            None => PaneId::Operative,
        };
        if let Some(place) = place {
            let focus = self.focus;
            self.pane_mut(focus).go(document, place);
        }
        self.rearrange(document);
    }

    /// The pane in which a passage is shown in the present mode.
    #[must_use]
    pub fn home(&self, passage: Passage) -> PaneId {
        if self.mode.is_one_column() { PaneId::Whole } else { self.part_of(passage) }
    }

    /// Which of the three panes a passage belongs to.
    #[must_use]
    pub fn part_of(&self, passage: Passage) -> PaneId {
        let place = Place::start_of(passage);
        let has = |id: &PaneId| self.pane(*id).flow.item_of(place).is_some();
        // What is in two panes is where the cursor is.
        let here = Some(self.focus).filter(|focus| *focus != PaneId::Whole);
        here.into_iter().chain(PaneId::THREE).find(has).unwrap_or(self.focus)
    }

    /// Puts the cursor at a place, in whatever pane that is.
    pub fn go(&mut self, document: &Document, place: Place) {
        let home = self.home(place.passage);
        self.pane_mut(home).go(document, place);
        self.set_focus(document, home);
        self.pane_mut(home).reveal(document);
    }

    /// Where the person is now.
    #[must_use]
    pub fn position(&self) -> Position {
        let tops = self.panes.iter().map(|pane| (pane.id, pane.top())).collect();
        Position { place: self.place(), tops }
    }

    /// Goes back to where the person was.
    pub fn restore(&mut self, document: &Document, position: &Position) {
        if let Some(place) = position.place {
            self.go(document, place);
        }
        for &(id, top) in &position.tops {
            self.pane_mut(id).set_top(document, top);
        }
        let focus = self.focus;
        self.pane_mut(focus).reveal(document);
    }

    /// The place of the cursor in every pane.
    pub fn places(&self) -> impl Iterator<Item = (PaneId, Option<Place>)> {
        self.panes.iter().map(|pane| (pane.id, pane.place()))
    }

    /// The texts of all panes.
    pub fn flows(&self) -> impl Iterator<Item = (PaneId, &Flow)> {
        self.panes.iter().map(|pane| (pane.id, &pane.flow))
    }

    /// Fills the panes from another version of the document, with their cursors at these places.
    pub fn refill(&mut self, document: &Document, places: &[(PaneId, Option<Place>)]) {
        let (mode, focus, size) = (self.mode, self.focus, self.arrangement.size);
        let depth = self.pane(focus).cursor_line();
        let order = self.order;
        *self = Self::showing(document, size, self.only.take());
        (self.mode, self.order) = (mode, order);
        let is_one = mode.is_one_column();
        if is_one == (focus == PaneId::Whole) && !self.pane(focus).flow.is_empty() {
            self.focus = focus;
        } else if is_one {
            self.focus = PaneId::Whole;
        }
        self.resize(document, size);
        for &(id, place) in places {
            if let Some(place) = place {
                self.pane_mut(id).go(document, place);
                self.pane_mut(id).reveal(document);
            }
        }
        let focus = self.focus;
        self.pane_mut(focus).put_cursor_on_line(document, depth);
    }

    /// Leaves text that runs from right to left to the terminal, or puts it in order.
    pub fn set_order(&mut self, document: &Document, order: Order) {
        self.order = order;
        self.resize(document, self.arrangement.size);
    }

    /// Who puts text that runs from right to left in order.
    #[must_use]
    pub fn order(&self) -> Order {
        self.order
    }

    /// Shows no more than these passages, or everything, from the next [`Self::refill`] on.
    pub fn set_only(&mut self, only: Option<HashSet<Passage>>) {
        self.only = only;
    }

    /// Whether a passage is shown anywhere.
    #[must_use]
    pub fn has(&self, passage: Passage) -> bool {
        self.only.as_ref().is_none_or(|only| only.contains(&passage))
    }

    /// Sets what stands below a passage.
    pub fn set_remarks(&mut self, passage: Passage, remarks: &[Remark]) {
        for pane in &mut self.panes {
            pane.flow.set_remarks(passage, remarks);
        }
    }

    /// What is in a cell of the screen: the passage, the row, and the column in the row.
    #[must_use]
    pub fn under(&self, column: u16, row: u16) -> Option<(Passage, &Row, u16)> {
        let (frame, pane) = self.shown().find(|(frame, _)| frame.area.contains(column, row))?;
        let line = usize::from(row.checked_sub(frame.text.y)?);
        let row_at = pane.line(line)?;
        let passage = pane.passage_of(row_at)?;
        Some((passage, pane.flow.row(row_at)?, column.saturating_sub(frame.text.x)))
    }

    /// The cell of the screen in which a place is shown, if it is.
    #[must_use]
    pub fn screen_cell(&self, document: &Document, place: Place) -> Option<(u16, u16)> {
        let frame = self.arrangement.frame(self.home(place.passage))?;
        let pane = self.pane(frame.pane);
        let (column, row) = pane.cell_of(document, pane.flow.item_of(place)?, place)?;
        Some((frame.text.x + column, frame.text.y + row))
    }

    /// Sets the rows on the screen. The footnotes of the paragraph with the cursor come into sight.
    pub fn show(&mut self, document: &Document) {
        let here = self.place().map(|place| place.passage);
        let cited = if here == self.cited_in {
            std::mem::take(&mut self.cited)
        } else {
            here.and_then(|here| self.notes.get(&here)).cloned().unwrap_or_default()
        };
        // Only when the cursor comes here, so that the wheel can look at the rest of them.
        if self.focus != PaneId::Footnotes && (here != self.cited_in || self.is_rearranged) {
            self.pane_mut(PaneId::Footnotes).follow(document, &cited);
        }
        (self.cited, self.cited_in) = (cited, here);
        self.is_rearranged = false;
        for i in 0..self.arrangement.frames.len() {
            let id = self.arrangement.frames[i].pane;
            self.pane_mut(id).show(document);
        }
    }

    /// The footnotes cited in the passage with the cursor, as indices, sorted.
    #[must_use]
    pub fn cited_notes(&self) -> &[usize] {
        &self.cited
    }
}
