//! Where on the screen everything goes: the size of the screen → rectangles. It is here and not
//! with the drawing since a page key must know how high a pane is. Pure; knows no text.

use crate::layout::MEASURE;

/// A number of columns and rows of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Cells across.
    pub columns: u16,
    /// Cells down.
    pub rows: u16,
}

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Its first column.
    pub x: u16,
    /// Its first row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// One of the texts side by side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaneId {
    /// Title, formula and preamble.
    Preamble,
    /// Operative paragraphs, closing and annexes.
    Operative,
    /// Footnotes.
    Footnotes,
    /// Everything in one column, each footnote below the paragraph that cites it first.
    Whole,
}

impl PaneId {
    /// The three panes of the ordinary view, in the order of their keys `1 2 3`.
    pub const THREE: [Self; 3] = [Self::Preamble, Self::Operative, Self::Footnotes];

    /// All of them.
    pub const ALL: [Self; 4] = [Self::Preamble, Self::Operative, Self::Footnotes, Self::Whole];

    /// Its name, as it is shown.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Preamble => "Preamble",
            Self::Operative => "Operative paragraphs",
            Self::Footnotes => "Footnotes",
            Self::Whole => "Whole text",
        }
    }
}

/// How many texts are shown at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// As many as there is room for.
    #[default]
    Panes,
    /// The focused pane alone.
    Alone,
    /// One continuous column.
    Whole,
    /// One continuous column and nothing else, for whoever hears the screen or reads it by touch.
    Plain,
}

impl Mode {
    /// Whether everything stands in one column.
    #[must_use]
    pub const fn is_one_column(self) -> bool {
        matches!(self, Self::Whole | Self::Plain)
    }
}

/// Where one pane is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Which pane.
    pub pane: PaneId,
    /// All of it: its title in the first row, its scrollbar in the last column.
    pub area: Area,
    /// Its rows of text. The [`GUTTER`] is to the left of it.
    pub text: Area,
}

/// Cells to the left of a text for marks that belong to a whole paragraph.
pub const GUTTER: u16 = 2;
/// Cells to the right of a text: a space and the scrollbar.
const EDGE: u16 = 2;

/// Where everything is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrangement {
    /// The screen.
    pub size: Size,
    /// Symbol, title, organ, date.
    pub header: Area,
    /// The panes on the screen. None where the screen is too small to read on.
    pub frames: Vec<Frame>,
    /// Place, messages, prompts.
    pub status: Area,
}

/// The smallest screen on which a text can be read.
pub const SMALLEST: Size = Size { columns: 40, rows: 15 };

/// A pane that there is anything in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Which pane.
    pub pane: PaneId,
    /// Bytes of its text.
    pub bytes: usize,
}

/// What there is to arrange.
#[derive(Clone, Copy, Debug)]
pub struct PaneRequest<'a> {
    /// How many texts at once.
    pub mode: Mode,
    /// The pane with the cursor.
    pub focus: PaneId,
    /// The panes that there is anything in, in order.
    pub slots: &'a [Slot],
}

impl PaneRequest<'_> {
    /// The panes beside or below one another; footnotes have a place of their own.
    fn texts(&self) -> Vec<Slot> {
        self.slots.iter().filter(|slot| slot.pane != PaneId::Footnotes).copied().collect()
    }

    fn has_notes(&self) -> bool {
        self.slots.iter().any(|slot| slot.pane == PaneId::Footnotes)
    }
}

/// Bytes of a text beyond which one that is much shorter does not get as much room beside it.
const LONG: usize = 20_000;

/// Whether the first text is no more than the head of a long one, as of an outcome document of fifty pages.
fn is_mere_head(texts: &[Slot]) -> bool {
    matches!(texts, [head, long] if long.bytes > LONG && head.bytes < long.bytes / 12)
}

/// Arranges the screen.
#[must_use]
pub fn arrange(size: Size, request: &PaneRequest<'_>) -> Arrangement {
    let Size { columns, rows } = size;
    // The title is in the text, and a line that stands still is read aloud again and again.
    let above = u16::from(request.mode != Mode::Plain);
    let header = Area { x: 0, y: 0, width: columns, height: above };
    let status = Area { x: 0, y: rows.saturating_sub(1), width: columns, height: 1 };
    let body = Area { x: 0, y: above, width: columns, height: rows.saturating_sub(above + 1) };
    let areas = if is_large_enough(size) { areas(body, request) } else { Vec::new() };
    let alone = areas.len() == 1;
    let frame = |(pane, area)| match request.mode {
        Mode::Plain => plain_frame(pane, area),
        _ => frame(pane, area, alone),
    };
    let frames = areas.into_iter().map(frame).collect();
    Arrangement { size, header, frames, status }
}

/// Whether a text can be read on a screen of this size.
#[must_use]
pub const fn is_large_enough(size: Size) -> bool {
    size.columns >= SMALLEST.columns && size.rows >= SMALLEST.rows
}

/// Where the panes go. Three columns need 180 cells, since a line of text wants sixty; below 100 two columns would
/// cut every line, so panes stand one upon the other.
fn areas(body: Area, request: &PaneRequest<'_>) -> Vec<(PaneId, Area)> {
    match request.mode {
        _ if request.slots.is_empty() => return Vec::new(),
        Mode::Whole | Mode::Plain => return vec![(PaneId::Whole, body)],
        Mode::Alone => return vec![(request.focus, body)],
        Mode::Panes => {}
    }
    let (texts, notes) = (request.texts(), request.has_notes());
    if body.width >= 180 && notes {
        let aside = (body.width / 4).max(40);
        let (left, right) = split_width(body, body.width - aside);
        let mut areas = side_by_side(left, &texts);
        areas.push((PaneId::Footnotes, right));
        areas
    } else if body.width >= 100 {
        let (upper, lower) =
            split_height(body, if notes { (body.height / 4).clamp(4, 12) } else { 0 });
        let mut areas = side_by_side(upper, &texts);
        areas.extend(notes.then_some((PaneId::Footnotes, lower)));
        areas
    } else if body.width >= 60 && body.height >= 20 {
        stacked(body, &texts, request)
    } else {
        one_at_a_time(body, request)
    }
}

/// Columns: equal ones, but for the mere head of a long text, which gets a third.
fn side_by_side(body: Area, texts: &[Slot]) -> Vec<(PaneId, Area)> {
    let mut areas = Vec::new();
    let mut left = body;
    for (i, slot) in texts.iter().enumerate() {
        let share = if i == 0 && is_mere_head(texts) {
            left.width / 3
        } else {
            left.width / u16::try_from(texts.len() - i).unwrap_or(1)
        };
        let (area, rest) = split_width(left, share);
        areas.push((slot.pane, area));
        left = rest;
    }
    areas
}

/// One above the other; the focused text gets most of the room.
fn stacked(body: Area, texts: &[Slot], request: &PaneRequest<'_>) -> Vec<(PaneId, Area)> {
    let notes = request.has_notes();
    let on_notes = request.focus == PaneId::Footnotes;
    let low = (body.height / 4).clamp(4, 10);
    let below = match (notes, on_notes) {
        (false, _) => 0,
        (true, false) => low,
        (true, true) => body.height / 2,
    };
    let (mut left, lower) = split_height(body, below);
    let mut areas = Vec::new();
    // With the cursor in the footnotes, the operative paragraphs are the text that stays open.
    let has_focus = texts.iter().any(|slot| slot.pane == request.focus);
    let open = if has_focus { request.focus } else { PaneId::Operative };
    for (i, slot) in texts.iter().enumerate() {
        let rest = u16::try_from(texts.len() - i - 1).unwrap_or(0);
        let height =
            if slot.pane == open { left.height - rest * low } else { low.min(left.height) };
        let area = Area { height: if rest == 0 { left.height } else { height }, ..left };
        left = Area { y: left.y + area.height, height: left.height - area.height, ..left };
        areas.push((slot.pane, area));
    }
    areas.extend(notes.then_some((PaneId::Footnotes, lower)));
    areas
}

/// The focused text, and a strip with the footnotes of the paragraph under the cursor.
fn one_at_a_time(body: Area, request: &PaneRequest<'_>) -> Vec<(PaneId, Area)> {
    if request.focus == PaneId::Footnotes || !request.has_notes() {
        return vec![(request.focus, body)];
    }
    let (upper, lower) = split_height(body, (body.height / 4).max(4));
    vec![(request.focus, upper), (PaneId::Footnotes, lower)]
}

fn split_width(area: Area, left: u16) -> (Area, Area) {
    let left = left.min(area.width);
    (Area { width: left, ..area }, Area { x: area.x + left, width: area.width - left, ..area })
}

fn split_height(area: Area, below: u16) -> (Area, Area) {
    let above = area.height.saturating_sub(below);
    (
        Area { height: above, ..area },
        Area { y: area.y + above, height: area.height - above, ..area },
    )
}

/// The text of a pane: below its title, as wide as reads well, to the left of what is left of
/// the pane, where the others begin too; a text alone stands in the middle.
fn frame(pane: PaneId, area: Area, alone: bool) -> Frame {
    let room = area.width.saturating_sub(GUTTER + EDGE);
    let width = room.min(MEASURE);
    let x = area.x + GUTTER + if alone { (room - width) / 2 } else { 0 };
    let height = area.height.saturating_sub(1);
    Frame { pane, area, text: Area { x, y: area.y + 1, width, height } }
}

/// A text with nothing beside it and nothing above.
fn plain_frame(pane: PaneId, area: Area) -> Frame {
    Frame { pane, area, text: Area { width: area.width.min(MEASURE), ..area } }
}

impl Area {
    /// Whether a cell of the screen lies inside.
    #[must_use]
    pub const fn contains(self, column: u16, row: u16) -> bool {
        self.x <= column
            && column < self.x + self.width
            && self.y <= row
            && row < self.y + self.height
    }
}

impl Arrangement {
    /// Where a pane is, if it is on the screen.
    #[must_use]
    pub fn frame(&self, pane: PaneId) -> Option<&Frame> {
        self.frames.iter().find(|frame| frame.pane == pane)
    }
}
