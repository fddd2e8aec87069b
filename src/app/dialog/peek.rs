//! A text in a box over the panes: what a reference leads to, without going there. Knows how large
//! the box is and where; what is in the text is for others.

use super::{
    answer::{Action, Answer},
    help::rows_scrolled,
};
use crate::{
    app::{
        Notice,
        context::Context,
        keys::key::{Code, Key, Named},
        panes::arrange::{Area, Size},
        reading::copy::words_copied,
        reading::link::Goal,
    },
    document::{Document, Passage},
    layout::{self, Order, Row},
};

/// A text in a box.
#[derive(Clone, Debug)]
pub struct Peek {
    /// What it is: `fn 7`, `A/RES/53/144`.
    pub title: String,
    /// Its text, which the rows point into.
    pub text: String,
    /// Its rows, for the width of `area`.
    pub rows: Vec<Row>,
    /// The first row shown.
    pub top: usize,
    /// Where on the screen, its frame of one cell included.
    pub area: Area,
    /// Where the reference leads.
    pub goal: Goal,
}

/// The widest text in a box, in cells.
const WIDEST: u16 = 68;
/// Text in a box beyond this is for the panes, in bytes.
const LONGEST: usize = 16 * 1024;

impl Peek {
    /// A box for what a link leads to, near the cell of the cursor.
    #[must_use]
    pub fn at(document: &Document, goal: Goal, cell: (u16, u16), size: Size, order: Order) -> Self {
        let (title, text) = words(document, &goal);
        let width = WIDEST.min(size.columns.saturating_sub(6)).max(8);
        let rows = layout::fill(&text, width, order);
        let mut peek = Self { title, text, rows, top: 0, area: Area::default(), goal };
        peek.place(cell, size, width);
        peek
    }

    /// Below the cursor where there is room, above it where there is more.
    fn place(&mut self, (column, row): (u16, u16), size: Size, text_width: u16) {
        let width = text_width + 4;
        let wanted = u16::try_from(self.rows.len()).unwrap_or(u16::MAX).saturating_add(2);
        let below = size.rows.saturating_sub(row + 2);
        let above = row.saturating_sub(1);
        let (y, height) = if wanted <= below || below >= above {
            (row + 1, wanted.min(below))
        } else {
            let height = wanted.min(above);
            (row - height, height)
        };
        let x = column.saturating_sub(width / 2).min(size.columns.saturating_sub(width));
        let (width, height) = (width.min(size.columns), height.min(size.rows.saturating_sub(y)));
        self.area = Area { x, y, width, height };
    }

    /// Rows of text in the box.
    #[must_use]
    pub fn height(&self) -> usize {
        usize::from(self.area.height.saturating_sub(2))
    }

    /// The address of the document it leads to, where that is another one.
    #[must_use]
    pub fn address(&self) -> Option<String> {
        match &self.goal {
            Goal::Document { symbol, .. } => Some(symbol.link()),
            Goal::Footnote { .. } | Goal::Here(_) => None,
        }
    }

    /// Enter goes where the box shows, `y` copies it; any other key that does not scroll closes it.
    pub(super) fn press(&mut self, key: Key, context: &Context<'_>) -> Answer {
        if let Some(rows) = rows_scrolled(key, context) {
            self.scroll(rows);
            return Answer::Stay;
        }
        match (key.code, self.address()) {
            (Code::Named(Named::Enter), _) => {
                Answer::CloseAnd(Action::FollowGoal(self.goal.clone()))
            }
            (Code::Char('y'), Some(address)) => {
                let said = Notice::info(format!("copied {address}"));
                Answer::CloseAnd(Action::Copy(address, said))
            }
            (Code::Char('y'), None) => {
                let said = format!("copied {}, {}", self.title, words_copied(&self.text));
                Answer::CloseAnd(Action::Copy(self.text.clone(), Notice::info(said)))
            }
            _ => Answer::Close,
        }
    }

    /// The keys that matter.
    pub(super) fn hints(&self) -> &'static [(&'static str, &'static str)] {
        match self.goal {
            Goal::Document { .. } => {
                &[("Enter", "open it"), ("Esc", "close"), ("y", "copy its address")]
            }
            Goal::Footnote { .. } | Goal::Here(_) => {
                &[("Enter", "go there"), ("Esc", "close"), ("y", "copy")]
            }
        }
    }

    /// Scrolls by rows.
    pub fn scroll(&mut self, rows: isize) {
        let last = self.rows.len().saturating_sub(self.height());
        self.top = self.top.saturating_add_signed(rows).min(last);
    }
}

/// The title and the text of a box.
fn words(document: &Document, goal: &Goal) -> (String, String) {
    let shown = |passage: Option<Passage>, missing: &str| {
        let text = passage.map_or(missing, |passage| document.text(passage));
        text[..text.floor_char_boundary(LONGEST)].to_owned()
    };
    match goal {
        Goal::Footnote { label, note } => {
            let passage = note.map(Passage::Footnote);
            (format!("Footnote {label}"), shown(passage, "The document has no such footnote."))
        }
        Goal::Here(cite) => {
            let passage = document.passage(cite);
            (cite.to_string(), shown(passage, "The document has no such paragraph."))
        }
        Goal::Document { symbol, locus } => {
            let locus = locus.as_ref().map(|locus| format!("{locus}\n")).unwrap_or_default();
            (symbol.to_string(), format!("{locus}{}", symbol.link()))
        }
    }
}
