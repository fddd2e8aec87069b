//! What a citation says of a place, taken apart: which part, which annex or section, what it is there
//! and which of its items. Knows how [`Cite`] writes it, and no document.

use super::super::Cite;

/// A place by its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct PlaceName {
    /// The part of a resolution, `B`, or which resolution of a file, `2`.
    pub(super) part: Option<String>,
    /// The annex or section in it: `Annex II`, `IV`.
    pub(super) within: Option<String>,
    /// What is named there.
    pub(super) what: What,
    /// Its number or mark, where it has one: `14`, `*`. Of a heading it may be its words.
    pub(super) number: String,
    /// The items in it, outermost first: `a`, `ii`.
    pub(super) items: Vec<String>,
    /// Which of those that have this name, counted from 1, as faulty numbering gives one twice.
    pub(super) occurrence: usize,
}

/// What a place is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum What {
    /// The part, section or annex itself; with items, an item right in it.
    #[default]
    Whole,
    Title,
    Formula,
    Closing,
    /// A preambular paragraph, by its place.
    Preambular,
    /// A paragraph that has a number.
    Paragraph,
    /// One that has none, by its place among those.
    Unnumbered,
    Heading,
    /// A heading by its words.
    HeadingInWords,
    Table,
    Footnote,
}

impl PlaceName {
    /// Whether the place is in an annex.
    pub(super) fn is_in_annex(&self) -> bool {
        self.within.as_ref().is_some_and(|within| within.starts_with("Annex"))
    }

    /// The canonical notation, where there is one: sections, and headings in words, are found in a
    /// document only.
    pub(super) fn cite(&self) -> Option<Cite> {
        let number = &self.number;
        let counted = |name: &str| {
            if number.is_empty() { name.to_owned() } else { format!("{name} {number}") }
        };
        let own = match (self.what, self.is_in_annex()) {
            (What::Whole, is_annex) if is_annex || !self.items.is_empty() => String::new(),
            (What::Whole | What::HeadingInWords, _) => return None,
            (What::Title, _) => "title".into(),
            (What::Formula, _) => counted("formula"),
            (What::Closing, _) => counted("closing"),
            (What::Preambular, _) => format!("PP{number}"),
            (What::Paragraph, false) => format!("OP{number}"),
            (What::Paragraph, true) => number.clone(),
            (What::Unnumbered, false) => format!("OPu{number}"),
            (What::Unnumbered, true) => format!("u{number}"),
            (What::Heading, _) => format!("H{number}"),
            (What::Table, _) => format!("T{number}"),
            (What::Footnote, _) => format!("fn {number}"),
        };
        let own = Some(own).filter(|own| !own.is_empty());
        let place: Vec<&str> =
            [&self.part, &self.within, &own].into_iter().flatten().map(String::as_str).collect();
        let items: String = self.items.iter().map(|item| format!("({item})")).collect();
        let twin = match self.occurrence {
            0 | 1 => String::new(),
            n => format!("#{n}"),
        };
        Some(Cite::new(format!("{}{items}{twin}", place.join("."))))
    }
}
