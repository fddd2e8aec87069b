//! Setting what is on the screen that is seen, whatever it is; its size and its mouse.

use std::collections::HashSet;

use super::{Comparison, Screen, pair_rows::PairRemarks};
use crate::{
    annotations::Annotation,
    app::{App, Effect, Mouse, Reader, panes::arrange::Size},
    document::Passage,
    layout::Order,
};

/// The widest lists and comparisons that have nothing beside them, in cells.
const ONE_COLUMN: u16 = 99;

impl App {
    /// The screen that is seen.
    #[must_use]
    pub fn screen(&self) -> &Screen {
        self.screens.current()
    }

    /// The size of the screen.
    #[must_use]
    pub fn size(&self) -> Size {
        self.view().arrangement().size
    }

    /// The size of lists and comparisons: in plain no wider than what has one column.
    pub(in crate::app) fn size_of_screens(&self) -> Size {
        let size = self.size();
        if self.is_plain() { Size { columns: size.columns.min(ONE_COLUMN), ..size } } else { size }
    }

    pub(in crate::app) fn order(&self) -> Order {
        self.view().order()
    }

    /// Sets the rows of the screen that is seen. To be called after every message.
    pub(in crate::app) fn settle(&mut self) {
        let (size, order, is_plain) = (self.size_of_screens(), self.order(), self.is_plain());
        let remarks = match self.screens.current() {
            Screen::Pair(pair) => self.remarks_of(pair),
            Screen::Reading(_) | Screen::List(_) => Default::default(),
        };
        match self.screens.current_mut() {
            Screen::Reading(_) => self.readers.current_mut().settle(),
            Screen::List(list) => list.show(size, order),
            Screen::Pair(pair) => {
                pair.take_remarks(remarks);
                pair.show(size, order, is_plain);
            }
        }
    }

    /// What was written on the passages of two texts side by side. What was brought over from one of them onto the
    /// other stands there already.
    fn remarks_of(&self, pair: &Comparison) -> [PairRemarks; 2] {
        let [a, b] = pair.texts.each_ref().map(|text| self.reader_of(text.id));
        let of = |own: Option<&Reader>, other: Option<&Reader>| -> PairRemarks {
            let Some(own) = own else { return PairRemarks::default() };
            let brought_over: HashSet<&str> = other
                .into_iter()
                .flat_map(|other| other.annotations().list().annotations())
                .filter_map(|one| Some(one.inherited.as_ref()?.id.as_str()))
                .collect();
            let is_meant = |one: &Annotation| !brought_over.contains(one.id.as_str());
            let annotations = own.annotations();
            let passages: HashSet<Passage> = annotations.passages().collect();
            let on = |passage: Passage| {
                (passage, annotations.remarks_with_highlights(passage, is_meant))
            };
            passages.into_iter().map(on).filter(|(_, remarks)| !remarks.is_empty()).collect()
        };
        [of(a, b), of(b, a)]
    }

    /// What the mouse does: to what lies over the screen if there is anything, else to what is seen.
    pub(in crate::app) fn mouse(&mut self, mouse: Mouse) -> Vec<Effect> {
        match self.screens.current() {
            _ if self.shell.dialog.is_some() => self.mouse_in_text(mouse),
            Screen::Reading(_) => self.mouse_in_text(mouse),
            Screen::List(_) => self.mouse_in_list(mouse),
            Screen::Pair(_) => {
                self.mouse_in_pair(mouse);
                Vec::new()
            }
        }
    }
}
