//! How a place is cited and found again: passages → `A/RES/74/264 A, paras. 1–4`, as a footnote of
//! another document would have it, and whatever a person types or copies → passages. What one
//! direction writes the other reads.

mod find;
mod headings;
mod ordinal;
mod read;
mod reader;
mod words;

use std::ops::Range;

pub use find::Unfound;

use self::{
    headings::{are_same_words, section_numeral},
    words::{Cited, in_words},
};
use super::{Block, Cite, Document, Passage, PlaceKind, Shape, Symbol, Within};

impl Cite {
    /// Reads what a person types, whatever the case and spacing: `op14`, `14`, `para. 14 (a)`,
    /// `pp 3`, `fn7`, `b.op2`, `annex II, para. 3`. A bare number is an operative paragraph.
    ///
    /// Nothing is returned where the words name no place at all, or one that only a document can
    /// tell: [`Document::find`] knows those as well.
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        match read::read(typed)?.as_slice() {
            [read::Stretch { first, .. }] => first.is_name().then(|| first.clone()),
            _ => None,
        }
    }
}

impl Document {
    /// The citation of a passage as a footnote of another document would have it, in English. A
    /// document without a symbol is cited by its title.
    #[must_use]
    pub fn citation(&self, passage: Passage) -> String {
        self.citation_of(&[passage])
    }

    /// The citation of passages that follow one another: `A/RES/72/247, paras. 1–4`. Headings and
    /// formulas between paragraphs are not told apart, nor the items of a paragraph that is there.
    #[must_use]
    pub fn citation_of(&self, passages: &[Passage]) -> String {
        let places: Vec<Cited<'_>> =
            self.worth_citing(passages).into_iter().map(|passage| self.cited(passage)).collect();
        let owners = self.worth_citing(passages).into_iter().map(|passage| self.owner(passage));
        let mut owned: Vec<(String, Vec<Cited<'_>>)> = Vec::new();
        for (owner, mut cited) in owners.zip(places) {
            let name = self.name_of(&owner, &mut cited.place);
            match owned.last_mut().filter(|(last, _)| *last == name) {
                Some((_, together)) => together.push(cited),
                None => owned.push((name, vec![cited])),
            }
        }
        let phrases = owned.into_iter().map(|(name, cited)| {
            let words = [name, in_words(&cited)];
            words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ")
        });
        phrases.collect::<Vec<_>>().join("; ")
    }

    /// The place of a passage in its document, as its citation says it: `para. 14 (a)`,
    /// `annex I, para. 3`; nothing for the document itself.
    #[must_use]
    pub fn place_in_words(&self, passage: Passage) -> String {
        in_words(&[Cited { opener: None, ..self.cited(passage) }])
    }

    /// The words at these places, a blank line between passages, and their citation in brackets below.
    #[must_use]
    pub fn text_and_citation(&self, ranges: &[(Passage, Range<usize>)]) -> String {
        let texts =
            ranges.iter().filter_map(|(passage, bytes)| self.text(*passage).get(bytes.clone()));
        let text = texts.collect::<Vec<_>>().join("\n\n");
        let passages: Vec<Passage> = ranges.iter().map(|(passage, _)| *passage).collect();
        match self.citation_of(&passages) {
            citation if citation.is_empty() => text,
            citation => format!("{text}\n\n({citation})"),
        }
    }

    /// The passages without those that go without saying among the others.
    fn worth_citing(&self, passages: &[Passage]) -> Vec<Passage> {
        let is_within = |passage: Passage| {
            let mut block = self.block_of(passage);
            while let Some(parent) = block.and_then(|block| block.parent) {
                if passages.contains(&Passage::Block(parent)) {
                    return true;
                }
                block = self.blocks.get(parent);
            }
            false
        };
        let is_paragraph = |passage: Passage| match passage {
            Passage::Title => false,
            Passage::Footnote(_) => true,
            Passage::Block(_) => {
                matches!(
                    self.place_name_of(passage).kind,
                    PlaceKind::Preambular | PlaceKind::Paragraph | PlaceKind::Unnumbered
                ) || self.block_of(passage).is_some_and(|block| block.shape == Shape::Item)
            }
        };
        let rest: Vec<Passage> =
            passages.iter().copied().filter(|passage| !is_within(*passage)).collect();
        let paragraphs: Vec<Passage> =
            rest.iter().copied().filter(|passage| is_paragraph(*passage)).collect();
        if paragraphs.is_empty() { rest.into_iter().take(1).collect() } else { paragraphs }
    }

    fn block_of(&self, passage: Passage) -> Option<&Block> {
        match passage {
            Passage::Block(index) => self.blocks.get(index),
            Passage::Title | Passage::Footnote(_) => None,
        }
    }

    /// The name of a passage, with the letter of its part where that is a numeral too.
    fn place_name_of(&self, passage: Passage) -> Cite {
        let mut place = match passage {
            Passage::Footnote(index) => {
                Cite::footnote(self.footnotes.get(index).map_or("", |note| note.mark.as_str()))
            }
            passage => self.cite(passage),
        };
        if place.part.is_none()
            && place.section().is_some_and(|numeral| self.is_letter_of_part(numeral))
        {
            place.part = place.within.take().and_then(Within::into_section);
        }
        place
    }

    /// Whether `I` is the part behind `H`, and no section.
    fn is_letter_of_part(&self, numeral: &str) -> bool {
        let before = match numeral {
            "I" => "H",
            "V" => "U",
            "X" => "W",
            _ => return false,
        };
        self.blocks.iter().any(|block| block.cite.part() == Some(before))
    }

    /// A passage as it is to be cited: sections and headings by what they say.
    fn cited(&self, passage: Passage) -> Cited<'_> {
        let mut place = self.place_name_of(passage);
        let block = self.block_of(passage);
        if let Some(block) = block.filter(|block| block.shape == Shape::Heading) {
            self.name_heading(block, &mut place);
        }
        if let (PlaceKind::Footnote, Passage::Footnote(index)) = (place.kind, passage) {
            place.occurrence = self.occurrence_in_its_resolution(index);
        }
        let is_sole = place.kind == PlaceKind::Unnumbered
            && !place.is_in_annex()
            && place.items.is_empty()
            && place.number == "1"
            && self.is_sole_paragraph(&place);
        let opener =
            block.and_then(Block::opener_words).filter(|_| place.kind == PlaceKind::Unnumbered);
        Cited { place, opener, is_sole }
    }

    /// Names a heading as print does: `sect. II` by its numeral, others by their words where these
    /// are few and its own.
    fn name_heading(&self, block: &Block, place: &mut Cite) {
        if place.kind != PlaceKind::Heading {
            return;
        }
        let words = block.text.trim();
        let own = |index: &usize| {
            let other = Passage::Block(*index);
            let name = self.place_name_of(other);
            self.blocks[*index].shape == Shape::Heading
                && are_same_words(&self.blocks[*index].text, words)
                && (name.part, name.within) == (place.part.clone(), place.within.clone())
        };
        let is_unique = (0..self.blocks.len()).filter(own).count() == 1;
        if !is_unique {
            return;
        }
        if let Some(numeral) = section_numeral(words).filter(|_| !place.is_in_annex()) {
            *place = Cite {
                part: place.part.take(),
                within: Some(Within::Section(numeral.to_owned())),
                ..Cite::default()
            };
        } else if Some(words) == place.part.as_deref() && place.within.is_none() {
            // `B` alone begins part B.
            *place = Cite { part: place.part.take(), ..Cite::default() };
        } else if words.chars().count() <= LONGEST_HEADING && !words.contains(['"', '“', '”', '„'])
        {
            (place.kind, place.number) = (PlaceKind::HeadingInWords, words.to_owned());
        }
    }

    /// Which of the footnotes of its mark it is in its resolution, counted from 1.
    fn occurrence_in_its_resolution(&self, index: usize) -> usize {
        let Some(note) = self.footnotes.get(index) else { return 1 };
        let own = self.resolution_of(Passage::Footnote(index));
        let same = |other: &usize| {
            self.footnotes[*other].mark == note.mark
                && self.resolution_of(Passage::Footnote(*other)) == own
        };
        (0..=index).filter(same).count()
    }

    fn is_sole_paragraph(&self, sole: &Cite) -> bool {
        let is_operative = |place: &Cite| {
            matches!(place.kind, PlaceKind::Paragraph | PlaceKind::Unnumbered)
                && place.items.is_empty()
                && (&place.part, &place.within) == (&sole.part, &sole.within)
        };
        let names = (0..self.blocks.len()).map(|index| self.place_name_of(Passage::Block(index)));
        names.filter(is_operative).count() == 1
    }

    /// Whose a passage is.
    fn owner(&self, passage: Passage) -> Owner {
        Owner { resolution: self.resolution_of(passage), is_title: passage == Passage::Title }
    }

    /// Which resolution of the file a passage is of: an index.
    fn resolution_of(&self, passage: Passage) -> usize {
        let of_block = |index: usize| {
            self.resolutions.iter().position(|resolution| resolution.blocks.contains(&index))
        };
        let of_head = || {
            let symbol = self.head.symbol.as_ref();
            self.resolutions
                .iter()
                .position(|own| symbol.is_some() && own.symbol.as_ref() == symbol)
        };
        let found = match passage {
            _ if self.resolutions.len() < 2 => None,
            Passage::Title => of_head(),
            Passage::Block(index) => of_block(index),
            Passage::Footnote(index) => {
                let marks = self.marks_of_notes();
                marks.get(index).and_then(|marks| match marks.first()? {
                    (Passage::Block(block), _) => of_block(*block),
                    (Passage::Title | Passage::Footnote(_), _) => of_head(),
                })
            }
        };
        found.unwrap_or(0)
    }

    /// What the document is called that has this place, by its symbol, else its title. What the name
    /// says goes out of the place: the letter of a part, `A/RES/74/264 A`, and which of the file's
    /// resolutions it is.
    fn name_of(&self, owner: &Owner, place: &mut Cite) -> String {
        let own = self.own_name(owner.resolution);
        let is_several = self.resolutions.len() > 1;
        let others = (0..self.resolutions.len()).filter(|index| *index != owner.resolution);
        let is_unique =
            own.is_some() && others.into_iter().all(|other| self.own_name(other) != own);
        let part = place.part.clone();
        let is_number = part.as_ref().is_some_and(|part| part.parse::<u32>().is_ok());
        if owner.is_title {
            *place = Cite::default();
        }
        if is_number && is_several && is_unique {
            place.part = None;
        }
        let letter = part.as_deref().filter(|_| !is_number).and_then(single_letter);
        match (own, letter) {
            (Some(Named::Symbol(symbol)), Some(letter)) => match symbol.of_part(letter) {
                Some(of_part) => {
                    place.part = None;
                    of_part.as_str().to_owned()
                }
                None => symbol.as_str().to_owned(),
            },
            (Some(Named::Symbol(symbol)), None) => symbol.as_str().to_owned(),
            (Some(Named::Title(title)), _) => title.to_owned(),
            (None, _) => String::new(),
        }
    }

    /// What a resolution of the file is called.
    fn own_name(&self, resolution: usize) -> Option<Named<'_>> {
        let head = (self.head.symbol.as_ref(), self.head.title.as_deref());
        let (symbol, title) = match self.resolutions.as_slice() {
            [] | [_] => head,
            several => several
                .get(resolution)
                .map_or(head, |own| (own.symbol.as_ref(), own.title.as_deref())),
        };
        symbol.map(Named::Symbol).or_else(|| title.map(Named::Title))
    }
}

/// Characters of a heading by whose words it is cited.
const LONGEST_HEADING: usize = 60;

struct Owner {
    resolution: usize,
    is_title: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Named<'a> {
    Symbol(&'a Symbol),
    Title(&'a str),
}

fn single_letter(part: &str) -> Option<char> {
    let mut letters = part.chars();
    letters.next().filter(|c| c.is_ascii_uppercase() && letters.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(typed: &str, canonical: Option<&str>) {
        let read = Cite::read(typed);
        assert_eq!(read.as_ref().map(Cite::to_string).as_deref(), canonical, "{typed:?}");
        let again = read.as_ref().and_then(|cite| Cite::read(&cite.to_string()));
        assert_eq!(again, read, "{typed:?} written and read");
    }

    #[test]
    fn what_people_type() {
        reads("OP14", Some("OP14"));
        reads("14", Some("OP14"));
        reads("op 14 (a)(ii)", Some("OP14(a)(ii)"));
        reads("para. 14", Some("OP14"));
        reads("pp3", Some("PP3"));
        reads("FN 7", Some("fn 7"));
        reads("fn*", Some("fn *"));
        reads("opu1", Some("OPu1"));
        reads("ii.op4", Some("II.OP4"));
        reads("b.ii.4", Some("B.II.OP4"));
        reads("Annex.3", Some("Annex.3"));
        reads("annex ii.3(a)", Some("Annex II.3(a)"));
        reads("Annex I", Some("Annex I"));
        reads("annex, para. 3", Some("Annex.3"));
        reads("annex, subpara. (b)", Some("Annex(b)"));
        reads("H1", Some("H1"));
        reads("viii.t1", Some("VIII.T1"));
        reads("sect. A, para. 1", Some("A.OP1"));
        reads("part B, preambular para. 2", Some("B.PP2"));
        reads("paragraph 14a", Some("OP14(a)"));
        reads("third preambular paragraph", Some("PP3"));
        reads("second unnumbered operative para. (“Decides”)", Some("OPu2"));
        reads("para. 5 (second of that number)", Some("OP5#2"));
        reads("2.closing 2", Some("2.closing 2"));
        reads("OP3(а)(b)(с)", Some("OP3(а)(b)(с)"));
        reads("A.OP3", Some("A.OP3"));
        reads("I.Annex II.u2", Some("I.Annex II.u2"));
        reads("2.(a)", Some("2.(a)"));
        reads("14 bis", Some("OP14bis"));
        reads("pp 2 bis alt", Some("PP2bisalt"));
        reads("OP4alt2", Some("OP4alt2"));
    }

    #[test]
    fn what_names_no_place() {
        for typed in ["", "op", "fn", "hello", "14(a", "pp x", ".", "v", "II", "14 of", "(“x”)"]
        {
            reads(typed, None);
        }
    }
}
