//! The mouse: the wheel scrolls what is under it, a click places the cursor and follows what it
//! hits, a drag selects.

use super::{
    Reader,
    link::{self, Link},
    motion,
    selection::Selection,
    units::Unit,
};
use crate::{
    app::{
        App, Effect, Mouse, MouseAction, Shell, dialog::Dialog, keys::command::Program,
        panes::arrange::Frame,
    },
    document::Place,
    layout::PieceKind,
};

/// Rows that one step of the wheel scrolls.
const WHEEL: isize = 3;

impl App {
    /// What the mouse does where a document is read: to what lies over the panes if there is anything, else to
    /// the text.
    pub(in crate::app) fn mouse_in_text(&mut self, mouse: Mouse) -> Vec<Effect> {
        let wheel = match mouse.action {
            MouseAction::WheelUp => Some(-WHEEL),
            MouseAction::WheelDown => Some(WHEEL),
            MouseAction::Press | MouseAction::Drag | MouseAction::Release => None,
        };
        let Self { shell, readers, .. } = self;
        let reader = readers.current_mut();
        match (&shell.dialog, wheel, mouse.action) {
            // What is searched for is seen in the text.
            (None | Some(Dialog::Search(_)), Some(rows), _) => reader.wheel(mouse, rows),
            (Some(_), Some(rows), _) => {
                if let Some((dialog, context)) = reader.dialog_in_context(shell) {
                    dialog.wheel(rows, &context);
                }
            }
            (Some(_), None, MouseAction::Press) => {
                return self.ask_dialog(|dialog, _| dialog.click());
            }
            (Some(_), None, _) => {}
            (None, None, MouseAction::Press) => reader.press_mouse(shell, mouse),
            (None, None, MouseAction::Drag) => reader.drag(shell, mouse),
            (None, None, _) => reader.release(shell),
        }
        Vec::new()
    }
}

impl Reader {
    fn wheel(&mut self, mouse: Mouse, rows: isize) {
        if let Some(pane) = self.frame_under(mouse).map(|frame| frame.pane) {
            let pane = self.view.pane_mut(pane);
            pane.scroll(&self.document, rows);
            pane.keep_cursor_in_sight(&self.document);
        }
    }

    fn press_mouse(&mut self, shell: &mut Shell, mouse: Mouse) {
        shell.notice = None;
        self.selection = None;
        if self.press_scrollbar(shell, mouse) {
            return;
        }
        self.link_under(shell, mouse);
        if let Some(place) = self.place_under(mouse) {
            shell.pointer.pressed = Some(place);
            self.view.go(&self.document, place);
        } else if let Some(pane) = self.frame_under(mouse).map(|frame| frame.pane) {
            self.view.set_focus(&self.document, pane);
        }
    }

    /// A click on a scrollbar goes to that part of the text. Whether it was one.
    fn press_scrollbar(&mut self, shell: &mut Shell, mouse: Mouse) -> bool {
        let Some(&Frame { pane, area, text }) = self.frame_under(mouse) else { return false };
        if mouse.column + 1 < area.x + area.width || mouse.row < text.y {
            return false;
        }
        let flow = &self.view.pane(pane).flow;
        let rows = usize::from(text.height.saturating_sub(1).max(1));
        let percent = usize::from(mouse.row - text.y) * 100 / rows;
        if let Some(place) = motion::percent(flow, percent) {
            self.jump(shell, place);
        }
        true
    }

    fn frame_under(&self, mouse: Mouse) -> Option<&Frame> {
        let frames = &self.view.arrangement().frames;
        frames.iter().find(|frame| frame.area.contains(mouse.column, mouse.row))
    }

    /// Remembers what a click would follow.
    fn link_under(&mut self, shell: &mut Shell, mouse: Mouse) {
        let document = &self.document;
        shell.pointer.link =
            self.view.under(mouse.column, mouse.row).and_then(|(passage, row, x)| {
                match row.piece_at(x)?.kind {
                    PieceKind::Mark { index, .. } => {
                        let mark = document.marks(passage).get(index)?;
                        Some(link::of_mark(document, passage, mark))
                    }
                    PieceKind::Words(_) | PieceKind::Backward(_) => {
                        let at = row.byte_at(document.text(passage), x);
                        let links = link::links(document, passage);
                        let is_mark = |l: &Link| matches!(l.goal, link::Goal::Footnote { .. });
                        links.into_iter().find(|link| !is_mark(link) && link.bytes.contains(&at))
                    }
                    _ => None,
                }
            });
    }

    fn place_under(&self, mouse: Mouse) -> Option<Place> {
        let (passage, row, x) = self.view.under(mouse.column, mouse.row)?;
        Some(Place { passage, at: row.byte_at(self.document.text(passage), x) })
    }

    fn drag(&mut self, shell: &Shell, mouse: Mouse) {
        let (Some(anchor), Some(place)) = (shell.pointer.pressed, self.place_under(mouse)) else {
            return;
        };
        let here = self.view.home(place.passage) == self.view.home(anchor.passage);
        if here && (place != anchor || self.selection.is_some()) {
            self.selection = Some(Selection { anchor, unit: Unit::Word });
            self.view.go(&self.document, place);
        }
    }

    fn release(&mut self, shell: &mut Shell) {
        let link = shell.pointer.link.take();
        if shell.pointer.pressed.take().is_some()
            && self.selection.is_none()
            && let Some(link) = link
        {
            self.follow_link(shell, &link);
        }
    }
}

impl Shell {
    /// Gives the mouse to the terminal, or takes it back.
    pub(in crate::app) fn toggle_mouse(&mut self) -> Vec<Effect> {
        self.pointer.captured = !self.pointer.captured;
        let key = self.key_or_name(Program::Mouse);
        self.say(if self.pointer.captured {
            "the mouse is for reading again".to_owned()
        } else {
            format!("the mouse is the terminal's, to select with; {key} takes it back")
        });
        vec![Effect::CaptureMouse(self.pointer.captured)]
    }
}
