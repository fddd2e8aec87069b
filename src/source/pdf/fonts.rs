//! Fonts of a PDF, as far as reading needs them: which characters a code stands for, how wide they
//! are, and whether they slant. Knows nothing of outlines and of drawing.

use encoding_rs::{BIG5, EUC_KR, Encoding, GBK, SHIFT_JIS, UTF_16BE};
use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as PdfString};
use pdf_encoding::Encoding as Table;

use super::streams::{self, Budget};

/// A font, ready to turn codes into characters.
#[derive(Debug, Default)]
pub(super) struct Font {
    /// Set in italics.
    pub(super) italic: bool,
    /// Set in bold.
    pub(super) bold: bool,
    codes: Codes,
    to_unicode: Option<CMap>,
    widths: Widths,
}

/// How the bytes of a string are cut into codes, and what codes mean without a `ToUnicode`.
#[derive(Debug)]
enum Codes {
    /// One byte a code, and the character of each.
    Simple(Vec<Option<char>>),
    /// Two bytes a code that name glyphs alone.
    Glyphs,
    /// One or two bytes in a character set that has a name.
    CharacterSet(&'static Encoding),
    /// As a code map in the file says.
    Mapped(Box<CMap>),
}

impl Default for Codes {
    fn default() -> Self {
        Self::Simple(Vec::new())
    }
}

/// Widths in thousandths of the size, by code (simple fonts) or glyph (composite ones).
#[derive(Debug, Default)]
struct Widths {
    ranges: Vec<(u32, Vec<f32>)>,
    spans: Vec<(u32, u32, f32)>,
    default: f32,
}

impl Widths {
    fn of(&self, code: u32) -> f32 {
        for (first, widths) in &self.ranges {
            let width = code.checked_sub(*first).and_then(|at| widths.get(at as usize));
            if let Some(width) = width {
                return *width;
            }
        }
        let span = self.spans.iter().find(|(first, last, _)| (*first..=*last).contains(&code));
        span.map_or(self.default, |(_, _, width)| *width)
    }
}

/// One code of a string.
pub(super) struct Code {
    /// The code itself; a code 32 of one byte is what word spacing widens.
    pub(super) is_space: bool,
    /// In thousandths of the size.
    pub(super) width: f32,
    /// What it stands for; U+FFFD where nobody says.
    pub(super) text: Text,
}

/// The characters of a code: nearly always one.
pub(super) enum Text {
    One(char),
    Many(String),
}

impl Text {
    /// The first of them.
    pub(super) fn first(&self) -> Option<char> {
        match self {
            Self::One(c) => Some(*c),
            Self::Many(text) => text.chars().next(),
        }
    }
}

impl Font {
    /// Reads a font from its dictionary.
    pub(super) fn read(dict: &Dict<'_>, budget: &mut Budget) -> Self {
        let descendant = dict
            .get::<Array<'_>>("DescendantFonts")
            .and_then(|fonts| fonts.iter::<Dict<'_>>().next());
        let descriptor = descendant.as_ref().unwrap_or(dict).get::<Dict<'_>>("FontDescriptor");
        let name = dict.get::<Name<'_>>("BaseFont").map(|name| name.as_str().to_lowercase());
        let name = name.unwrap_or_default();
        let flags = descriptor.as_ref().and_then(|d| d.get::<i32>("Flags")).unwrap_or(0);
        let to_unicode = dict
            .get::<Stream<'_>>("ToUnicode")
            .and_then(|stream| streams::decode(&stream, budget).ok())
            .and_then(|data| CMap::parse(&data, |_| None));
        let (codes, widths) = match &descendant {
            Some(descendant) => (composite_codes(dict, budget), composite_widths(descendant)),
            None => (simple_codes(dict, &name, flags), simple_widths(dict, descriptor.as_ref())),
        };
        Self {
            italic: name.contains("italic") || name.contains("oblique") || flags & 0x40 != 0,
            bold: name.contains("bold") || name.contains("black") || flags & 0x4_0000 != 0,
            codes,
            to_unicode,
            widths,
        }
    }

    /// The codes of a string, in order.
    pub(super) fn codes<'a>(&'a self, bytes: &'a [u8]) -> impl Iterator<Item = Code> + 'a {
        let mut rest = bytes;
        std::iter::from_fn(move || {
            let (length, glyph) = self.next_code(rest)?;
            let (code, tail) = rest.split_at(length);
            rest = tail;
            let number = code.iter().fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte));
            Some(Code {
                is_space: code == [32],
                width: self.widths.of(glyph),
                text: self.text(code, number),
            })
        })
    }

    /// How many bytes the next code takes, and the glyph it names.
    fn next_code(&self, rest: &[u8]) -> Option<(usize, u32)> {
        let first = u32::from(*rest.first()?);
        let two = rest.get(1).map(|second| first << 8 | u32::from(*second));
        Some(match (&self.codes, two) {
            (Codes::Simple(_), _) | (_, None) => (1, first),
            (Codes::Glyphs, Some(two)) => (2, two),
            (Codes::CharacterSet(set), Some(two)) => {
                let is_double = *set == UTF_16BE || first >= 0x81;
                if is_double { (2, two) } else { (1, first) }
            }
            (Codes::Mapped(map), Some(two)) => match map.lookup_cid_code(first, 1) {
                Some(glyph) => (1, glyph),
                None => (2, map.lookup_cid_code(two, 2).unwrap_or(0)),
            },
        })
    }

    fn text(&self, code: &[u8], number: u32) -> Text {
        let mapped = self.to_unicode.as_ref().and_then(|map| map.lookup_bf_string(number));
        match mapped {
            Some(BfString::Char(c)) if c != '\0' => return Text::One(c),
            Some(BfString::String(text)) => return Text::Many(text),
            _ => {}
        }
        let character = match &self.codes {
            Codes::Simple(table) => table.get(number as usize).copied().flatten(),
            Codes::CharacterSet(set) => {
                let (text, damaged) = set.decode_without_bom_handling(code);
                text.chars().next().filter(|_| !damaged)
            }
            Codes::Glyphs | Codes::Mapped(_) => None,
        };
        Text::One(character.unwrap_or(char::REPLACEMENT_CHARACTER))
    }
}

/// The characters of a font with one byte a code: a table by name, and the differences from it.
fn simple_codes(dict: &Dict<'_>, name: &str, flags: i32) -> Codes {
    let encoding = dict.get::<Object<'_>>("Encoding");
    let (base, differences) = match encoding {
        Some(Object::Name(base)) => (Some(base), None),
        Some(Object::Dict(dict)) => {
            (dict.get::<Name<'_>>("BaseEncoding"), dict.get::<Array<'_>>("Differences"))
        }
        _ => (None, None),
    };
    let base = match base.as_ref().map(Name::as_str) {
        Some("WinAnsiEncoding") => Table::WinAnsiEncoding,
        Some("MacRomanEncoding") => Table::MacRomanEncoding,
        Some("MacExpertEncoding") => Table::AdobeExpert,
        _ if name.contains("symbol") => Table::AdobeSymbol,
        _ if name.contains("dingbats") => Table::AdobeZdingbat,
        // A font that says nothing at all and is no symbol: what Windows would write.
        _ if differences.is_none() && flags & 4 == 0 => Table::WinAnsiEncoding,
        _ => Table::AdobeStandard,
    };
    let mut table: Vec<Option<char>> =
        (0..=255).map(|code| base.forward_map().and_then(|map| map.get(code))).collect();
    if base == Table::WinAnsiEncoding {
        // The tables leave out the two codes that look like others (ISO 32000-1, annex D, notes).
        table[0xA0] = Some('\u{a0}');
        table[0xAD] = Some('-');
    }
    let mut code = 0_usize;
    for object in differences.iter().flat_map(Array::iter::<Object<'_>>).take(4096) {
        match object {
            Object::Number(number) => code = usize::try_from(number.as_i64()).unwrap_or(0),
            Object::Name(name) => {
                if let Some(place) = table.get_mut(code) {
                    *place = character_of_glyph(name.as_str()).or(*place);
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    Codes::Simple(table)
}

/// The character of a glyph name, by the Adobe Glyph List and its rules (`uni0041`, `u1F600`).
fn character_of_glyph(name: &str) -> Option<char> {
    let name = name.split('.').next().filter(|name| !name.is_empty())?;
    if let Some(text) = pdf_encoding::glyphname_to_unicode(name) {
        return text.chars().next();
    }
    let digits = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'))?;
    u32::from_str_radix(digits.get(..4.max(digits.len().min(6)))?, 16).ok().and_then(char::from_u32)
}

/// How the codes of a composite font are cut: by a name that everyone knows, or a map in the file.
fn composite_codes(dict: &Dict<'_>, budget: &mut Budget) -> Codes {
    match dict.get::<Object<'_>>("Encoding") {
        Some(Object::Name(name)) => match name.as_str() {
            name if name.contains("UCS2") || name.contains("UTF16") => {
                Codes::CharacterSet(UTF_16BE)
            }
            name if name.starts_with("GB") => Codes::CharacterSet(GBK),
            name if name.contains("RKSJ") => Codes::CharacterSet(SHIFT_JIS),
            name if name.contains("B5") => Codes::CharacterSet(BIG5),
            name if name.starts_with("KSC") => Codes::CharacterSet(EUC_KR),
            _ => Codes::Glyphs,
        },
        Some(Object::Stream(stream)) => streams::decode(&stream, budget)
            .ok()
            .and_then(|data| CMap::parse(&data, |_| None))
            .map_or(Codes::Glyphs, |map| Codes::Mapped(Box::new(map))),
        _ => Codes::Glyphs,
    }
}

fn simple_widths(dict: &Dict<'_>, descriptor: Option<&Dict<'_>>) -> Widths {
    let missing =
        descriptor.and_then(|d| d.get::<f32>("MissingWidth")).filter(|width| *width > 0.0);
    let first = dict.get::<u32>("FirstChar").unwrap_or(0);
    let widths: Vec<f32> = dict
        .get::<Array<'_>>("Widths")
        .map(|widths| widths.iter::<f32>().take(256).collect())
        .unwrap_or_default();
    // The fonts that every reader knew need not say how wide they are: half the size, about.
    Widths { ranges: vec![(first, widths)], spans: Vec::new(), default: missing.unwrap_or(500.0) }
}

/// `W`: `first [w w w]` and `first last w`, mixed.
fn composite_widths(descendant: &Dict<'_>) -> Widths {
    let mut widths =
        Widths { default: descendant.get::<f32>("DW").unwrap_or(1000.0), ..Widths::default() };
    let mut numbers: Vec<f32> = Vec::new();
    let objects = descendant.get::<Array<'_>>("W");
    for object in objects.iter().flat_map(Array::iter::<Object<'_>>).take(200_000) {
        match object {
            Object::Number(number) => numbers.push(number.as_f32()),
            Object::Array(array) => {
                if let Some(first) = numbers.pop() {
                    let row = array.iter::<f32>().take(70_000).collect();
                    widths.ranges.push((first.max(0.0) as u32, row));
                }
                numbers.clear();
            }
            _ => numbers.clear(),
        }
        if let [first, last, width] = numbers[..] {
            widths.spans.push((first.max(0.0) as u32, last.max(0.0) as u32, width));
            numbers.clear();
        }
    }
    // Those with the most glyphs first: they are asked most.
    widths.ranges.sort_by_key(|(_, row)| std::cmp::Reverse(row.len()));
    widths
}

/// A string of the file that is text for people: UTF-16 with a mark, UTF-8 with a mark, or Latin.
pub(super) fn text_string(string: &PdfString<'_>) -> String {
    match string.as_bytes() {
        [0xFE, 0xFF, rest @ ..] => UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        bytes => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}
