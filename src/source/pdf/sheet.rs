//! A page as it is read: runs of type with their places, and the rules between them. Knows neither PDF's
//! language nor paragraphs.

use std::rc::Rc;

use hayro_syntax::object::ObjectIdentifier;

/// The content of a page, in the order in which it is written.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// Width and height in points.
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) runs: Vec<Run>,
    /// Horizontal lines: where footnotes and heads are ruled off.
    pub(super) rules: Vec<Rule>,
    /// Whether it is mirrored, for being read from right to left.
    pub(super) is_mirrored: bool,
    /// Whether there are pictures.
    pub(super) has_pictures: bool,
}

/// Characters shown one behind the other, in one font. Lengths are in points, from the lower left.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub(super) text: String,
    /// Where it begins and ends, and its base line.
    pub(super) x: f64,
    pub(super) end: f64,
    pub(super) y: f64,
    /// The height of the type.
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) italic: bool,
    /// Whether it runs from left to right: what stands on its side is no text of a paragraph.
    pub(super) is_upright: bool,
    pub(super) place: Place,
    /// The address that it leads to.
    pub(super) link: Option<Rc<str>>,
}

impl Run {
    /// Whether characters of the look of `other` at `x` go on with it without a gap.
    pub(super) fn goes_on(&self, other: &Self, x: f64) -> bool {
        self.place == other.place
            && self.link == other.link
            && self.italic == other.italic
            && self.bold == other.bold
            && (self.y - other.y).abs() < 0.05
            && (self.size - other.size).abs() < 0.05
            && (-0.3..0.12).contains(&((x - self.end) / other.size.max(0.1)))
    }

    /// Whether it stands no further from another than that is high.
    pub(super) fn is_near(&self, other: &Self) -> bool {
        (self.y - other.y).abs() < other.size
            && self.x - other.size < other.x
            && other.x < self.end + other.size
    }

    /// It on the mirrored page of a width, its text as it was.
    pub(super) fn mirrored(&self, width: f64) -> Self {
        Self { x: width - self.end, end: width - self.x, ..self.clone() }
    }
}

/// To what the author said a piece of content belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Place {
    /// A head, a page number, a rule: not of the document.
    Artifact,
    /// To the structure tree, by the number it has there.
    Tagged(ContentId),
    /// Nothing was said.
    Unsaid,
}

/// The number of marked content and the page (or form) that counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct ContentId {
    pub(super) owner: Option<ObjectIdentifier>,
    pub(super) number: i32,
}

/// A horizontal line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    pub(super) x: f64,
    pub(super) end: f64,
    pub(super) y: f64,
}
