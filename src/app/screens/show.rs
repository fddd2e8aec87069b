//! Setting what is on the screen that is seen, whatever it is; its size and its mouse.

use super::Screen;
use crate::{
    app::{App, Effect, Mouse, panes::arrange::Size},
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
        match self.screens.current_mut() {
            Screen::Reading(_) => self.readers.current_mut().settle(),
            Screen::List(list) => list.show(size, order),
            Screen::Pair(pair) => pair.show(size, order, is_plain),
        }
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
