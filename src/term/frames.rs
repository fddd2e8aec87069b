//! The terminal while it shows the reader: taken, drawn on frame by frame, given back. Knows nothing of what
//! happens, nor of why something is drawn.

use std::io;

use ratatui::{buffer::Buffer, layout::Rect};

use super::{
    background,
    screen::{self, Screen},
    writer::Writer,
};
use crate::{
    app::{App, panes::arrange::Size},
    ui::{self, theme::Theme},
};

/// A terminal that is ours, and what is on it. Dropping it gives the terminal back.
pub(super) struct Frames {
    screen: Screen,
    /// To be written before the next frame.
    prelude: String,
    writer: Writer,
    /// Whether the terminal makes links of addresses.
    makes_links: bool,
    next: Buffer,
}

impl Frames {
    /// Takes the terminal. Nothing of it is to be seen before the first frame.
    ///
    /// # Errors
    /// Where there is none.
    pub(super) fn take(mouse: bool) -> io::Result<Self> {
        let screen = Screen::new(mouse);
        let prelude = screen.enter()?;
        Ok(Self {
            screen,
            prelude,
            writer: Writer::new(),
            makes_links: background::knows_hyperlinks(),
            next: Buffer::default(),
        })
    }

    /// Draws, if the terminal is ours.
    ///
    /// # Errors
    /// Where it is gone.
    pub(super) fn draw(&mut self, app: &App, theme: &Theme) -> io::Result<()> {
        if self.screen.is_left() {
            return Ok(());
        }
        let Size { columns, rows } = app.view().arrangement().size;
        let area = Rect::new(0, 0, columns, rows);
        if self.next.area != area {
            self.next = Buffer::empty(area);
        }
        let cursor = ui::draw(app, theme, &mut self.next);
        let links = if self.makes_links { ui::hyperlinks(app) } else { Vec::new() };
        let bytes = self.writer.frame(&mut self.next, cursor, links);
        if !self.prelude.is_empty() {
            self.prelude.push_str(bytes);
            return screen::write(&std::mem::take(&mut self.prelude));
        }
        if bytes.is_empty() { Ok(()) } else { screen::write(bytes) }
    }

    /// Draws the next frame as if nothing were on the terminal.
    pub(super) fn forget(&mut self) {
        self.writer.forget();
    }

    /// Gives the terminal back for a while.
    pub(super) fn leave(&self) {
        self.screen.leave();
    }

    /// Takes it again; it may show anything now.
    ///
    /// # Errors
    /// Where it is gone.
    pub(super) fn take_again(&mut self) -> io::Result<()> {
        self.prelude = self.screen.enter()?;
        self.writer.forget();
        Ok(())
    }

    /// Has the terminal report the mouse, or keep it for itself.
    ///
    /// # Errors
    /// Where it is gone.
    pub(super) fn capture_mouse(&mut self, mouse: bool) -> io::Result<()> {
        self.screen.capture_mouse(mouse)
    }
}
