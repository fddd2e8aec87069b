//! Citations: how a person names a place in a resolution, `PP3`, `OP14(a)(ii)`, `B.OP2`,
//! `Annex II.3`, `fn 7` (grammar.md §1.1), taken apart: which part, which annex or section, what it is
//! there, and which of its items. Knows how they are written, not the document they are looked up in.

use std::fmt;

use crate::text::roman;

/// Names one place of a document, `OP14(a)`; among the names of one document each is unique.
///
/// Written in one way ([`fmt::Display`]), and read whatever the spelling ([`Cite::read`]): what is
/// written is read as the same value.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Cite {
    /// The part of a resolution, `B`, or which resolution of a file, `2`.
    pub(super) part: Option<String>,
    pub(super) within: Option<Within>,
    pub(super) kind: PlaceKind,
    /// Its number or mark, where it has one: `14`, `*`. Of a heading it may be its words.
    pub(super) number: String,
    /// The items in it, outermost first: `a`, `ii`.
    pub(super) items: Vec<String>,
    /// Which of those that have this name, counted from 1, as faulty numbering gives one twice.
    pub(super) occurrence: usize,
}

/// The annex or section of a part that a place stands in.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Within {
    /// An annex, by its number, which is empty where there is but one.
    Annex(String),
    /// A section whose paragraphs count anew, `IV`.
    Section(String),
}

impl Within {
    /// The name of the section, where it is one.
    pub(super) fn into_section(self) -> Option<String> {
        match self {
            Self::Section(name) => Some(name),
            Self::Annex(_) => None,
        }
    }

    /// The name of the section, where it is one.
    fn section(&self) -> Option<&str> {
        match self {
            Self::Section(name) => Some(name),
            Self::Annex(_) => None,
        }
    }
}

/// What a place is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceKind {
    /// The part, section or annex itself; with items, an item right in it.
    #[default]
    Whole,
    /// The title.
    Title,
    /// The organ that enacts: `The General Assembly,`.
    Formula,
    /// A line of the closing.
    Closing,
    /// A preambular paragraph, by its place.
    Preambular,
    /// A paragraph that has a number: an operative one, or one of an annex.
    Paragraph,
    /// One that has none, by its place among those.
    Unnumbered,
    /// A heading, by its place.
    Heading,
    /// A heading by its words.
    HeadingInWords,
    /// A table, by its place.
    Table,
    /// A footnote, by its mark.
    Footnote,
}

impl Default for Cite {
    fn default() -> Self {
        Self {
            part: None,
            within: None,
            kind: PlaceKind::Whole,
            number: String::new(),
            items: Vec::new(),
            occurrence: 1,
        }
    }
}

impl Cite {
    /// A part of a document, and an annex or section in it, as a whole; with neither, the document.
    ///
    /// A letter that is a numeral as well, `I`, names a section where it stands alone, every other one a
    /// part: so a name that was written is read as what it was.
    #[must_use]
    pub fn whole(part: Option<String>, within: Option<Within>) -> Self {
        let is_letter = |name: &str| name.len() == 1 && !is_numeral(name);
        let (part, within) = match (part, within) {
            (None, Some(Within::Section(name))) if is_letter(&name) => (Some(name), None),
            (Some(name), None) if is_numeral(&name) => (None, Some(Within::Section(name))),
            both => both,
        };
        Self { part, within, ..Self::default() }
    }

    /// What stands in the same part, section or annex.
    #[must_use]
    pub fn beside(&self, kind: PlaceKind, number: impl Into<String>) -> Self {
        let (part, within) = (self.part.clone(), self.within.clone());
        Self { part, within, kind, number: number.into(), ..Self::default() }
    }

    /// A paragraph outside parts, sections and annexes: `OP14`.
    #[must_use]
    pub fn paragraph(number: impl Into<String>) -> Self {
        Self { kind: PlaceKind::Paragraph, number: number.into(), ..Self::default() }
    }

    /// A footnote: `fn 7`.
    #[must_use]
    pub fn footnote(mark: impl Into<String>) -> Self {
        Self { kind: PlaceKind::Footnote, number: mark.into(), ..Self::default() }
    }

    /// The title of the document.
    #[must_use]
    pub fn title() -> Self {
        Self { kind: PlaceKind::Title, ..Self::default() }
    }

    /// An item of it: `OP14(a)`.
    #[must_use]
    pub fn item(&self, label: impl Into<String>) -> Self {
        let mut item = self.clone();
        item.items.push(label.into());
        item
    }

    /// The one of these items of the same paragraph: `OP14(b)` for `OP14(a)(ii)`.
    #[must_use]
    pub fn with_items(&self, items: Vec<String>) -> Self {
        Self { items, ..self.clone() }
    }

    /// Which of several of this name, counted from 1: `OP5#2`.
    #[must_use]
    pub fn nth(self, occurrence: usize) -> Self {
        Self { occurrence: occurrence.max(1), ..self }
    }

    /// What is named.
    #[must_use]
    pub const fn kind(&self) -> PlaceKind {
        self.kind
    }

    /// The letter of the part it is in, or which resolution of a file.
    #[must_use]
    pub fn part(&self) -> Option<&str> {
        self.part.as_deref()
    }

    /// The annex or section it is in.
    #[must_use]
    pub const fn within(&self) -> Option<&Within> {
        self.within.as_ref()
    }

    /// The numeral of the section it is in.
    #[must_use]
    pub fn section(&self) -> Option<&str> {
        self.within.as_ref().and_then(Within::section)
    }

    /// Its number or mark as printed, without punctuation; empty where it has none.
    #[must_use]
    pub fn number(&self) -> &str {
        &self.number
    }

    /// The items in it, outermost first: `a`, `ii`.
    #[must_use]
    pub fn items(&self) -> &[String] {
        &self.items
    }

    /// Whether the place is in an annex, or one.
    #[must_use]
    pub const fn is_in_annex(&self) -> bool {
        matches!(self.within, Some(Within::Annex(_)))
    }

    /// Whether it is an annex itself.
    #[must_use]
    pub fn is_annex(&self) -> bool {
        self.is_in_annex() && self.kind == PlaceKind::Whole && self.items.is_empty()
    }

    /// Whether both are in the same part, section or annex.
    #[must_use]
    pub fn is_beside(&self, other: &Self) -> bool {
        (&self.part, &self.within) == (&other.part, &other.within)
    }

    /// The name as it is within its part, section or annex: `OP4` of `B.II.OP4`.
    #[must_use]
    pub fn local(&self) -> String {
        let mut name = String::new();
        // Writing to a string does not fail.
        let _ = self.write_local(&mut name);
        name
    }

    /// Whether a passage can have this name: sections, and headings in words, are found in a document
    /// only.
    pub(super) fn is_name(&self) -> bool {
        match self.kind {
            PlaceKind::Whole => self.is_in_annex() || !self.items.is_empty(),
            PlaceKind::HeadingInWords => false,
            _ => true,
        }
    }

    fn write_local(&self, out: &mut impl fmt::Write) -> fmt::Result {
        let counted = |out: &mut dyn fmt::Write, name: &str| {
            let space = if self.number.is_empty() { "" } else { " " };
            write!(out, "{name}{space}{}", self.number)
        };
        match (self.kind, self.is_in_annex()) {
            (PlaceKind::Whole, _) => {}
            (PlaceKind::Title, _) => out.write_str("title")?,
            (PlaceKind::Formula, _) => counted(out, "formula")?,
            (PlaceKind::Closing, _) => counted(out, "closing")?,
            (PlaceKind::Footnote, _) => counted(out, "fn")?,
            (PlaceKind::HeadingInWords, _) => write!(out, "heading \"{}\"", self.number)?,
            (kind, is_in_annex) => {
                out.write_str(match kind {
                    PlaceKind::Preambular => "PP",
                    PlaceKind::Heading => "H",
                    PlaceKind::Table => "T",
                    PlaceKind::Unnumbered if is_in_annex => "u",
                    PlaceKind::Unnumbered => "OPu",
                    _ if is_in_annex => "",
                    _ => "OP",
                })?;
                out.write_str(&self.number)?;
            }
        }
        for item in &self.items {
            write!(out, "({item})")?;
        }
        if self.occurrence > 1 { write!(out, "#{}", self.occurrence) } else { Ok(()) }
    }
}

/// Whether a name counts sections: `IV`. `C` and `L` are letters of parts.
pub(super) fn is_numeral(name: &str) -> bool {
    let lower = name.to_lowercase();
    !matches!(lower.as_str(), "c" | "l") && roman::value(&lower).is_some()
}

impl fmt::Display for Within {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Annex(number) if number.is_empty() => f.write_str("Annex"),
            Self::Annex(number) => write!(f, "Annex {number}"),
            Self::Section(name) => f.write_str(name),
        }
    }
}

impl fmt::Display for Cite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(part) = &self.part {
            f.write_str(part)?;
        }
        if let Some(within) = &self.within {
            let point = if self.part.is_some() { "." } else { "" };
            write!(f, "{point}{within}")?;
        }
        let is_alone = self.part.is_none() && self.within.is_none();
        // `2(a)` would be an item of paragraph 2, and not one of the second resolution.
        let ends_in_digit = self.within.is_none()
            && self.part.as_ref().is_some_and(|part| part.ends_with(|c: char| c.is_ascii_digit()));
        if !is_alone && (self.kind != PlaceKind::Whole || ends_in_digit && !self.items.is_empty()) {
            f.write_str(".")?;
        }
        self.write_local(f)
    }
}
