//! The state that the operators of a page change, as far as it moves text (ISO 32000-1 §9.3 and §9.4): where
//! the next glyph stands, and how wide it is. Knows numbers, no page.

use std::rc::Rc;

use super::{fonts::Font, matrix::Matrix};

/// The graphics state, as far as it moves text.
#[derive(Clone, Default)]
pub(super) struct State {
    pub(super) base: Matrix,
    pub(super) text: Matrix,
    pub(super) line: Matrix,
    pub(super) font: Option<Rc<Font>>,
    pub(super) size: f64,
    pub(super) character_spacing: f64,
    pub(super) word_spacing: f64,
    /// Horizontal scaling less one, so that the default is plain.
    pub(super) stretch: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
}

impl State {
    /// Begins a line here.
    pub(super) fn set_text(&mut self, matrix: Matrix) {
        self.line = matrix;
        self.text = matrix;
    }

    /// Begins a line so far from the beginning of the last one.
    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.set_text(Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(&self.line));
    }

    /// Goes on along the line.
    pub(super) fn advance(&mut self, x: f64) {
        self.text = Matrix([1.0, 0.0, 0.0, 1.0, x, 0.0]).then(&self.text);
    }

    /// Thousandths of the size of the font, as the text has them.
    pub(super) fn width(&self, thousandths: f64) -> f64 {
        thousandths / 1000.0 * self.size * (1.0 + self.stretch)
    }

    /// What stands between a character and the next one.
    pub(super) fn spacing(&self, is_space: bool) -> f64 {
        let word = if is_space { self.word_spacing } else { 0.0 };
        (self.character_spacing + word) * (1.0 + self.stretch)
    }

    /// Where the next glyph stands on the page.
    pub(super) fn on_the_page(&self) -> Matrix {
        Matrix([1.0, 0.0, 0.0, 1.0, 0.0, self.rise]).then(&self.text).then(&self.base)
    }
}
