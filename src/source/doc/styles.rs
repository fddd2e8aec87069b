//! The styles of an old Word file ([MS-DOC] 2.9.271): what they say of italics, hidden text, lists and
//! headings, and what they take from one another.

use super::{
    bytes::{stretch, string_at, u16_at},
    looks::{Form, Look},
};

/// No chain of styles is longer.
const LONGEST_CHAIN: usize = 12;

/// The styles of a file.
#[derive(Debug, Default)]
pub(super) struct Styles<'a> {
    styles: Vec<Style<'a>>,
}

#[derive(Debug, Default)]
struct Style<'a> {
    /// What it is based on; nothing is `0xfff`.
    base: u16,
    is_heading: bool,
    paragraph: &'a [u8],
    characters: &'a [u8],
}

impl<'a> Styles<'a> {
    /// Reads the table of styles; what cannot be read of it is left out.
    pub(super) fn read(table: &'a [u8]) -> Self {
        let mut styles = Vec::new();
        let header = usize::from(u16_at(table, 0).unwrap_or(0));
        let length = usize::from(u16_at(table, 4).unwrap_or(0));
        let mut at = 2 + header;
        while let Some(size) = u16_at(table, at).map(usize::from) {
            let own = stretch(table, at + 2, size).unwrap_or_default();
            styles.push(style(own, length).unwrap_or_default());
            at += 2 + size;
        }
        Self { styles }
    }

    fn chain(&self, style: u16) -> impl Iterator<Item = &Style<'a>> {
        let first = self.styles.get(usize::from(style));
        let next = |style: &&Style<'a>| self.styles.get(usize::from(style.base));
        std::iter::successors(first, next).take(LONGEST_CHAIN)
    }

    /// Whether a style sets its text in italics, hides it, and sets it above the line.
    pub(super) fn shown(&self, style: u16) -> [bool; 3] {
        let chain: Vec<&Style<'_>> = self.chain(style).collect();
        let mut shown = [false; 3];
        for style in chain.into_iter().rev() {
            let mut look = Look::default();
            look.apply(style.characters);
            shown = [
                look.italic.is_on(shown[0]),
                look.hidden.is_on(shown[1]),
                look.is_raised.unwrap_or(shown[2]),
            ];
        }
        shown
    }

    /// The form that a style gives to its paragraphs.
    pub(super) fn form(&self, style: u16) -> Form {
        let chain: Vec<&Style<'_>> = self.chain(style).collect();
        let mut form = Form { style, ..Form::default() };
        for style in chain.into_iter().rev() {
            form.is_heading |= style.is_heading;
            form.apply(style.paragraph);
        }
        form
    }
}

fn style(own: &[u8], length: usize) -> Option<Style<'_>> {
    /// The built-in styles `heading 1` to `heading 9`.
    const HEADINGS: std::ops::RangeInclusive<u16> = 1..=9;
    let known = u16_at(own, 0)? & 0x0fff;
    let kind = u16_at(own, 2)?;
    let (_, end) = string_at(own, length)?;
    // A zero stands behind the name.
    let mut at = end + 2;
    let mut next = || {
        let size = usize::from(u16_at(own, at)?);
        let properties = stretch(own, at + 2, size)?;
        at += 2 + size + size % 2;
        Some(properties)
    };
    let mut style =
        Style { base: kind >> 4, is_heading: HEADINGS.contains(&known), ..Style::default() };
    match kind & 0x000f {
        1 => {
            style.paragraph = next().and_then(|own| own.get(2..)).unwrap_or_default();
            style.characters = next().unwrap_or_default();
        }
        2 => style.characters = next().unwrap_or_default(),
        _ => {}
    }
    Some(style)
}
