//! Setting what is on the screen that is seen, whatever it is; its size and its mouse.

use super::Screen;
use crate::{
    app::{App, Effect, Mouse, panes::arrange::Size},
    layout::Order,
};

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

    pub(in crate::app) fn order(&self) -> Order {
        self.view().order()
    }

    /// Sets the rows of the screen that is seen. To be called after every message.
    pub(in crate::app) fn settle(&mut self) {
        let (size, order) = (self.size(), self.order());
        match self.screens.current_mut() {
            Screen::Reading(_) => self.readers.current_mut().settle(),
            Screen::List(list) => list.show(size, order),
            Screen::Pair(pair) => pair.show(size, order),
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
