//! The lines before the enacting formula, and what they say: session, agenda items, who adopted it
//! and when, number and title (grammar.md §1).

use std::ops::Range;

use super::{kinds, sponsors::sponsors};
use crate::{
    document::{Head, Kind, Language, Organ, Symbol},
    parse::{
        lines::head_line::{
            FIRST_PART, Field, council_number, field, number_in_line, number_length,
            strip_resolution, submitters,
        },
        paragraphs::text::Text,
        symbols,
        words::{Words, dates, meetings, set_phrases},
    },
};

/// Which of the paragraphs of a head are its title, and the length of the number before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::parse) struct TitleAt {
    /// The first paragraph of the title.
    pub(in crate::parse) start: usize,
    /// One past its last.
    pub(in crate::parse) end: usize,
    /// Bytes of the first that are the number.
    pub(in crate::parse) number: usize,
}

/// Reads the head, which is some of the paragraphs, into `head`; says where the title is among all.
pub(in crate::parse) fn read(
    text: &Text<'_>,
    range: Range<usize>,
    head: &mut Head,
) -> Option<TitleAt> {
    let words: Vec<String> = range.clone().map(|i| text.words(i, 0).text).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let at = read_paragraphs(&words, text.language, head)?;
    // The number stands in the source with a tab or a no-break space behind it.
    let first = text.first_line(range.start + at.start);
    let number = if at.number == 0 { 0 } else { number_in_line(first) };
    Some(TitleAt { start: range.start + at.start, end: range.start + at.end, number })
}

/// Reads the paragraphs of a head, in order, into `head`; says which are the title.
fn read_paragraphs(paragraphs: &[&str], language: Language, head: &mut Head) -> Option<TitleAt> {
    let fields: Vec<Field> = paragraphs.iter().map(|text| field(text, language)).collect();
    for (i, (&text, field)) in paragraphs.iter().zip(&fields).enumerate() {
        match field {
            Field::Session => head.session = Some(text.trim_end_matches('*').trim().to_owned()),
            Field::AgendaItem => {
                head.agenda_items.extend(agenda_items(text));
                let next = paragraphs.get(i + 1).zip(fields.get(i + 1));
                if let Some((name, Field::Other)) = next {
                    head.agenda_title.get_or_insert_with(|| (*name).to_owned());
                }
            }
            Field::Adoption => {
                adoption(text, language, head);
                day_below(&paragraphs[i..], &fields[i..], language, head);
            }
            Field::Proposal => head.proposal = proposal(text),
            Field::Sponsors => {
                let names = submitters(text, language).unwrap_or_default();
                head.sponsors.extend(sponsors(names, &Words::of(language).phrases));
                head.kind = Kind::Draft;
            }
            Field::Number => {
                number(text, language, head);
                // `Resolution 2232 (2015) Adopted by the Security Council at its 7491st meeting, on 28 July 2015`
                let behind = council_number(text).and_then(|_| text.split_once(')'));
                if let Some((_, behind)) = behind {
                    adoption(behind, language, head);
                    day_below(&paragraphs[i..], &fields[i..], language, head);
                }
            }
            Field::Symbol => {
                head.symbol.get_or_insert_with(|| Symbol::new(text));
            }
            Field::Other => {}
        }
    }
    title(paragraphs, &fields)
}

/// *Adopted …, on*, or the number of a resolution, and the day on a line of its own.
fn day_below(paragraphs: &[&str], fields: &[Field], language: Language, head: &mut Head) {
    let next = paragraphs.get(1).filter(|next| next.len() < 40);
    if head.adopted.is_none() && fields.get(1) == Some(&Field::Other) {
        head.adopted = next.and_then(|next| dates::first(next, language));
    }
}

/// `Agenda items 14 and 117` → `14`, `117`; `Agenda item 72 (b)` → `72 (b)`.
pub(in crate::parse) fn agenda_items(text: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let digits = rest[start..].bytes().take_while(u8::is_ascii_digit).count();
        let number = &rest[start..start + digits];
        rest = &rest[start + digits..];
        let open = rest.trim_start();
        let letter = open
            .strip_prefix('(')
            .and_then(|inside| inside.split_once(')'))
            .or_else(|| open.split_once(')'))
            .map(|(letter, _)| letter)
            .filter(|letter| (1..=3).contains(&letter.chars().count()));
        items.push(letter.map_or_else(|| number.to_owned(), |l| format!("{number} ({l})")));
    }
    items
}

fn adoption(text: &str, language: Language, head: &mut Head) {
    head.adopted = dates::first(text, language).or(head.adopted);
    head.meeting =
        head.meeting.take().or_else(|| meetings::first(text, language).map(str::to_owned));
    let comparable = set_phrases::comparable(text);
    let phrases = &Words::of(language).phrases;
    let organ = match language {
        Language::English => organ_named(&comparable),
        _ => None,
    };
    head.organ = head.organ.or(organ);
    if phrases.decision.iter().any(|word| comparable.starts_with(word)) {
        head.kind = Kind::Decision;
    }
}

fn organ_named(comparable: &str) -> Option<Organ> {
    let english = &Words::of(Language::English).phrases;
    english.formulas.iter().find(|(name, _)| comparable.contains(name)).map(|(_, organ)| *organ)
}

/// What is printed between the last brackets: `A/72/439/Add.2`, `A/75/414, para. 8`,
/// `A/74/L.14 and A/74/L.14/Add.1`.
fn proposal(text: &str) -> Option<String> {
    let open = text.rfind(['(', '（'])?;
    let inside = text[open..].trim_start_matches(['(', '（']);
    let end = inside.find([')', '）']).unwrap_or(inside.trim_end_matches(']').len());
    let inside = inside[..end].trim();
    // Russian files write the letters that look alike in either script.
    let in_latin = inside.replace('А', "A").replace('Е', "E");
    let has_symbol = symbols::anywhere(&in_latin).is_some();
    has_symbol.then(|| inside.to_owned())
}

fn number(text: &str, language: Language, head: &mut Head) {
    let Some(length) = number_length(text) else { return };
    if council_number(text).is_some() {
        let rest = strip_resolution(text);
        let end = rest.find(')').map_or(rest.len(), |close| close + 1);
        let (number, year) = rest[..end].split_once('(').unwrap_or((&rest[..end], ""));
        head.number = Some(format!("{} ({}", number.trim(), year.trim()));
        head.organ = head.organ.or(Some(Organ::SecurityCouncil));
        head.adopted = head.adopted.or_else(|| dates::first(&rest[end..], language));
        return;
    }
    let number = text[..length].trim().trim_end_matches(['.', '．', '-', '–', ' ']);
    head.number = Some(number.to_owned());
}

/// The title is behind the number, and goes on until the head ends.
fn title(paragraphs: &[&str], fields: &[Field]) -> Option<TitleAt> {
    let numbered = fields.iter().rposition(|field| *field == Field::Number);
    if let Some(start) = numbered {
        let number = number_length(paragraphs[start])?;
        if number == paragraphs[start].len() {
            // The number stands alone: the title is the next line, if there is one.
            let next = start + 1;
            let has_title = fields.get(next) == Some(&Field::Other)
                && council_number(paragraphs[start]).is_none();
            return has_title.then_some(TitleAt { start: next, end: next + 1, number: 0 });
        }
        return Some(TitleAt { start, end: start + 1, number });
    }
    // A draft has no number yet: the title is the last line before the formula that is no other,
    // or, where the resolution is in parts, the one before the name of part A.
    let last = fields.iter().rposition(|field| *field == Field::Other)?;
    let of_the_whole = last.checked_sub(2).filter(|_| paragraphs[last - 1] == FIRST_PART);
    let start = of_the_whole.unwrap_or(last);
    let is_title = paragraphs[start].len() < 600 && !paragraphs[start].ends_with([',', ';']);
    is_title.then_some(TitleAt { start, end: start + 1, number: 0 })
}

/// The title of a paper that is no resolution: the line that says what paper it is. What else stands
/// last before the text, *Summary*, is none.
pub(in crate::parse) fn title_of_a_paper(text: &Text<'_>, head: Range<usize>) -> Option<TitleAt> {
    let phrases = &Words::of(text.language).phrases;
    let start = head
        .into_iter()
        .find(|&i| kinds::names_a_paper(&set_phrases::comparable(text.first_line(i)), phrases))?;
    Some(TitleAt { start, end: start + 1, number: 0 })
}

/// The symbol that organ and number make, where the file says none.
pub(in crate::parse) fn symbol_of(number: &str, organ: Organ, kind: Kind) -> Symbol {
    let body = match organ {
        Organ::GeneralAssembly => "A",
        Organ::SecurityCouncil => "S",
        Organ::EconomicAndSocialCouncil => "E",
        Organ::HumanRightsCouncil => "A/HRC",
    };
    let series = if kind == Kind::Decision { "DEC" } else { "RES" };
    Symbol::new(format!("{body}/{series}/{number}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_adoption_may_stand_on_the_next_line() {
        let mut head = Head::default();
        let lines = [
            "Resolution 2232 (2015)",
            "Adopted by the Security Council at its 7491st meeting, on",
            "28 July 2015",
        ];
        read_paragraphs(&lines, Language::English, &mut head);
        assert_eq!(head.adopted.map(|date| date.to_string()).as_deref(), Some("2015-07-28"));
        assert_eq!(head.number.as_deref(), Some("2232 (2015)"));
    }

    #[test]
    fn a_head_in_order() {
        let mut head = Head::default();
        let paragraphs = [
            "Seventy-second session",
            "Agenda items 14 and 72 (b)",
            "Human rights",
            "Resolution adopted by the General Assembly on 24 December 2017",
            "[on the report of the Third Committee (A/72/439/Add.2)]",
            "72/247. Twentieth anniversary",
        ];
        let title = read_paragraphs(&paragraphs, Language::English, &mut head);
        assert_eq!(title, Some(TitleAt { start: 5, end: 6, number: 8 }));
        assert_eq!(head.session.as_deref(), Some("Seventy-second session"));
        assert_eq!(head.agenda_items, ["14", "72 (b)"]);
        assert_eq!(head.agenda_title.as_deref(), Some("Human rights"));
        assert_eq!(head.organ, Some(Organ::GeneralAssembly));
        assert_eq!(head.adopted.map(|date| date.to_string()).as_deref(), Some("2017-12-24"));
        assert_eq!(head.proposal.as_deref(), Some("A/72/439/Add.2"));
        assert_eq!(head.number.as_deref(), Some("72/247"));
    }

    #[test]
    fn a_proposal_may_have_cyrillic_letters() {
        let russian = "[по докладу Третьего комитета (А/74/999)]";
        assert_eq!(proposal(russian).as_deref(), Some("А/74/999"));
        assert_eq!(proposal("[по докладу комитета (Алма)]"), None);
        let located = "[on the report of the Second Committee (A/78/459/Add.3, para. 7)]";
        assert_eq!(proposal(located).as_deref(), Some("A/78/459/Add.3, para. 7"));
    }

    #[test]
    fn the_security_council_has_numbers_with_years() {
        let mut head = Head::default();
        let title = read_paragraphs(
            &[
                "RESOLUTION 1244 (1999)",
                "Adopted by the Security Council at its 4011th meeting, on 10 June 1999",
            ],
            Language::English,
            &mut head,
        );
        assert_eq!(title, None);
        assert_eq!(head.number.as_deref(), Some("1244 (1999)"));
        assert_eq!(head.organ, Some(Organ::SecurityCouncil));
    }
}
