//! Words → places: `OP14(a)`, `para. 14 (a)`, `paras. 1–4 and 9`, `annex II, para. 3`, whatever the
//! case and spacing. The only reader of citations. Knows the notation, not the document.

use super::{
    super::cite::{Cite, PlaceKind, Within, is_numeral},
    reader::{Reader, plain},
};
use crate::text::roman;

/// A place, or all from one to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) first: Cite,
    pub(super) last: Option<Cite>,
}

/// The places that a text names, in order; nothing where it is no citation, from its first letter to
/// its last. A bare number is that of a paragraph.
pub(super) fn read(text: &str) -> Option<Vec<Stretch>> {
    let text = plain(text);
    let mut reader = Reader { rest: text.trim(), part: None, within: None };
    let mut found: Vec<Stretch> = Vec::new();
    while !reader.rest.is_empty() {
        let next = match found.last() {
            Some(before) if reader.begins_with_number() => reader.another_like(before)?,
            _ => reader.stretch()?,
        };
        found.push(next);
        reader.skip_joint();
    }
    (!found.is_empty()).then_some(found)
}

/// `bis`, `ter`, `alt` behind a number, as in `14 bis`.
fn is_between_numbers(text: &str) -> bool {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    matches!(text.get(..end), Some("bis" | "ter" | "quater" | "quinquies" | "alt"))
}

impl Reader<'_> {
    /// A place from its part on, and the end of a stretch that begins there.
    fn stretch(&mut self) -> Option<Stretch> {
        let (first, through) = self.place()?;
        let last = match through {
            Some(number) => Some(Cite { number: number.to_string(), ..first.clone() }),
            None => self.end_of_range(&first)?,
        };
        Some(Stretch { first, last })
    }

    /// The next number of a list: `10` in `paras. 9 and 10`, `(b)` in `para. 9 (a) and (b)`.
    fn another_like(&mut self, before: &Stretch) -> Option<Stretch> {
        let before = before.last.as_ref().unwrap_or(&before.first);
        let first = self.like(before)?;
        let last = self.end_of_range(&first)?;
        Some(Stretch { first, last })
    }

    /// The same kind of place by the number, or the last item, that is ahead.
    fn like(&mut self, model: &Cite) -> Option<Cite> {
        if self.begins_with_digit() {
            return self.numbered(model.kind);
        }
        let mut items = Vec::new();
        while let Some(item) = self.item() {
            items.push(item);
        }
        let kept = model.items.len().checked_sub(items.len())?;
        let items = model.items.iter().take(kept).cloned().chain(items).collect();
        let occurrence = self.occurrence();
        Some(Cite { items, occurrence, ..model.clone() })
    }

    /// `–4`, `-OP4`, ` to 4`, `–(c)`: the other end; nothing inside where there is none.
    #[expect(clippy::option_option, reason = "no range is no failure")]
    fn end_of_range(&mut self, first: &Cite) -> Option<Option<Cite>> {
        let here = self.rest;
        self.skip(&[' ']);
        let is_range = if self.rest.starts_with('-') {
            self.skip(&['-', ' ']);
            self.takes(&["op", "pp", "para", "paragraph"]);
            true
        } else {
            self.takes(&["to"])
        };
        if !is_range {
            self.rest = here;
            return Some(None);
        }
        if self.begins_with_number() { Some(Some(self.like(first)?)) } else { None }
    }

    /// A place, and the number of the last one where ordinals name a stretch: `first to third`.
    fn place(&mut self) -> Option<(Cite, Option<usize>)> {
        let mut is_within = false;
        loop {
            self.skip(&[' ', ',', '.']);
            if let Some((number, rest)) = self.ordinal_ahead() {
                self.rest = rest;
                return self.counted(number);
            }
            if self.begins_with_digit() {
                if !is_within && self.takes_number_of_part() {
                    is_within = true;
                    continue;
                }
                return Some((self.numbered(PlaceKind::Paragraph)?, None));
            }
            let word = self.peek_word().to_lowercase();
            if word.is_empty() || is_within && word == "and" {
                let place = self.finished(PlaceKind::Whole, String::new());
                return (is_within || !place.items.is_empty()).then_some((place, None));
            }
            if self.takes_part_or_section(&word, is_within) {
                is_within = true;
                continue;
            }
            return Some((self.named(&word)?, None));
        }
    }

    /// `2.` of `2.OP4`: which resolution of a file.
    fn takes_number_of_part(&mut self) -> bool {
        let digits = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = self.rest.split_at(digits);
        let Some(rest) = rest.strip_prefix('.') else { return false };
        let is_part = rest.starts_with(|c: char| c.is_alphabetic() || c == '(');
        if is_part {
            (self.part, self.within) = (Some(number.to_owned()), None);
            self.rest = rest;
        }
        is_part
    }

    /// `part B`, `annex II`, `sect. IV`, and as names have it `B.` and `IV.`; `is_within` says
    /// whether another of them stands right before
    fn takes_part_or_section(&mut self, word: &str, is_within: bool) -> bool {
        match word {
            "annex" | "appendix" | "enclosure" => {
                self.word();
                // `I` right before an annex is the letter of a part.
                let before = self.within.take().filter(|_| is_within);
                self.part = self.part.take().or_else(|| before.and_then(Within::into_section));
                self.within = Some(Within::Annex(self.number_of_annex().unwrap_or_default()));
                true
            }
            "part" | "sect" | "section" | "sec" => {
                self.word();
                self.skip(&['.', ' ']);
                let end = self.rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(self.rest.len());
                let (name, rest) = self.rest.split_at(end);
                self.rest = rest;
                let name = Some(name.to_uppercase()).filter(|name| !name.is_empty());
                if word == "part" {
                    (self.part, self.within) = (name, None);
                } else {
                    self.within = name.map(Within::Section);
                }
                true
            }
            _ => self.takes_bare_name_of_part(word),
        }
    }

    fn takes_bare_name_of_part(&mut self, word: &str) -> bool {
        let after = self.rest.get(word.len()..).unwrap_or_default();
        let is_whole_word = after.is_empty() || after.starts_with(['.', ' ', ',', '(', '#']);
        let is_numeral = is_numeral(word);
        let is_letter = word.len() == 1 && word.is_ascii();
        if !is_whole_word || !(is_numeral || is_letter) {
            return false;
        }
        self.word();
        let name = word.to_uppercase();
        if is_letter && !is_numeral && self.part.is_none() {
            self.part = Some(name);
        } else {
            let letter = self.within.take().and_then(Within::into_section);
            self.part = self.part.take().or(letter);
            self.within = Some(Within::Section(name));
        }
        true
    }

    /// The numeral, letter or Chinese number of an annex.
    fn number_of_annex(&mut self) -> Option<String> {
        let rest = self.rest.strip_prefix(' ')?;
        let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        let (number, after) = rest.split_at(end);
        let is_one = number.chars().count() == 1
            || roman::value(&number.to_lowercase()).is_some()
            || !number.is_empty() && number.chars().all(|c| matches!(c, '一'..='十' | '㈠'..='㈩'));
        let is_whole = !after.starts_with(|c: char| c.is_alphanumeric());
        (is_one && is_whole).then(|| {
            self.rest = after;
            number.to_uppercase()
        })
    }

    /// A place by what it is called.
    fn named(&mut self, word: &str) -> Option<Cite> {
        const PARAGRAPH: &[&str] = &["para", "paras", "paragraph", "paragraphs"];
        self.word();
        let is_tight = self.begins_with_digit();
        self.skip(&['.', ' ']);
        match word {
            "preambular" | "preamble" | "pp" => {
                self.takes(PARAGRAPH);
                self.numbered(PlaceKind::Preambular)
            }
            "operative" | "op" => {
                self.takes(PARAGRAPH);
                self.numbered(PlaceKind::Paragraph)
            }
            word if PARAGRAPH.contains(&word) => self.numbered(PlaceKind::Paragraph),
            "opu" => self.numbered(PlaceKind::Unnumbered),
            "u" if is_tight => self.numbered(PlaceKind::Unnumbered),
            "sole" => {
                self.takes(&["operative"]);
                self.takes(PARAGRAPH).then(|| self.finished(PlaceKind::Unnumbered, "1".into()))
            }
            "item" | "subpara" | "subparas" | "subparagraph" | "subparagraphs" => {
                Some(self.finished(PlaceKind::Whole, String::new()))
                    .filter(|place| !place.items.is_empty())
            }
            "fn" | "footnote" | "footnotes" | "note" => self.footnote(),
            "heading" if self.rest.starts_with('"') => self.heading_in_words(),
            "heading" | "headings" => self.numbered(PlaceKind::Heading),
            "h" if is_tight => self.numbered(PlaceKind::Heading),
            "t" if is_tight => self.numbered(PlaceKind::Table),
            "table" | "tables" if self.begins_with_digit() => self.numbered(PlaceKind::Table),
            "table" => Some(self.finished(PlaceKind::Table, "1".into())),
            "title" => Some(self.finished(PlaceKind::Title, String::new())),
            "opening" if self.takes(&["formula"]) => Some(self.maybe_numbered(PlaceKind::Formula)),
            "formula" => Some(self.maybe_numbered(PlaceKind::Formula)),
            "closing" => Some(self.maybe_numbered(PlaceKind::Closing)),
            _ => None,
        }
    }

    /// `first unnumbered operative para.`, `third preambular paragraph`.
    fn counted(&mut self, number: usize) -> Option<(Cite, Option<usize>)> {
        let mut through = None;
        self.skip(&[' ']);
        if self.takes(&["to"]) {
            let (last, rest) = self.ordinal_ahead()?;
            (self.rest, through) = (rest, Some(last));
            self.skip(&[' ']);
        }
        let is_unnumbered = self.takes(&["unnumbered"]);
        let kind = match (self.takes(&["preambular"]), is_unnumbered) {
            (true, _) => PlaceKind::Preambular,
            (false, true) => PlaceKind::Unnumbered,
            (false, false) => PlaceKind::Paragraph,
        };
        self.takes(&["operative"]);
        if !self.takes(&["para", "paras", "paragraph", "paragraphs"]) {
            return None;
        }
        Some((self.finished(kind, number.to_string()), through))
    }

    /// A place with the number that must be ahead: `14`, `1.2`, and `14a` for item (a).
    fn numbered(&mut self, kind: PlaceKind) -> Option<Cite> {
        let mut digits = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            return None;
        }
        while let Some(more) = self.rest.get(digits..)?.strip_prefix('.') {
            match more.bytes().take_while(u8::is_ascii_digit).count() {
                0 => break,
                more => digits += 1 + more,
            }
        }
        let (number, rest) = self.rest.split_at(digits);
        self.rest = rest;
        if self.rest.strip_prefix(' ').is_some_and(is_between_numbers) {
            self.skip(&[' ']);
        }
        let mut letters = self.word().to_owned();
        while self.rest.strip_prefix(' ').is_some_and(is_between_numbers) {
            self.skip(&[' ']);
            letters.push_str(self.word());
        }
        if letters.to_lowercase().ends_with("alt") {
            let which = self.rest.bytes().take_while(u8::is_ascii_digit).count();
            let (which, rest) = self.rest.split_at(which);
            letters.push_str(which);
            self.rest = rest;
        }
        if letters.chars().count() == 1 {
            let mut place = self.finished(kind, number.to_owned());
            place.items.insert(0, letters);
            return Some(place);
        }
        Some(self.finished(kind, format!("{number}{letters}")))
    }

    fn maybe_numbered(&mut self, kind: PlaceKind) -> Cite {
        self.skip(&[' ']);
        let digits = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = self.rest.split_at(digits);
        self.rest = rest;
        self.finished(kind, number.to_owned())
    }

    fn footnote(&mut self) -> Option<Cite> {
        let is_end = |c: char| matches!(c, ' ' | ',' | ';' | '-' | '#');
        let end = self.rest.find(is_end).unwrap_or(self.rest.len());
        let (mark, rest) = self.rest.split_at(end);
        self.rest = rest;
        (!mark.is_empty()).then(|| self.finished(PlaceKind::Footnote, mark.to_owned()))
    }

    fn heading_in_words(&mut self) -> Option<Cite> {
        let (words, rest) = self.rest.strip_prefix('"')?.split_once('"')?;
        self.rest = rest;
        Some(self.finished(PlaceKind::HeadingInWords, words.to_owned()))
    }

    /// The place with the items ahead, where it is the second of its name or its opener is given.
    fn finished(&mut self, kind: PlaceKind, number: String) -> Cite {
        let mut items = Vec::new();
        while let Some(item) = self.item() {
            items.push(item);
        }
        let occurrence = self.occurrence();
        self.skip_opener();
        let whole = Cite::whole(self.part.clone(), self.within.clone());
        whole.beside(kind, number).with_items(items).nth(occurrence)
    }
}
