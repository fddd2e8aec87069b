//! The lines before the enacting formula, and what they say: session, agenda items, who adopted it
//! and when, number and title (grammar.md §1).

use super::{
    dates, forms,
    forms::Forms,
    symbols::{self, symbol_prefix},
};
use crate::document::{Head, Kind, Language, Organ, Symbol};

/// What a line of the head is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Session,
    AgendaItem,
    Adoption,
    Proposal,
    /// `72/247. Title`, or a number alone.
    Number,
    /// A symbol alone on a line.
    Symbol,
    /// Anything else: the name of the agenda item, or the title.
    Other,
}

/// Which of the paragraphs of a head are its title, and the length of the number before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct TitleAt {
    /// The first paragraph of the title.
    pub(super) start: usize,
    /// One past its last.
    pub(super) end: usize,
    /// Bytes of the first that are the number.
    pub(super) number: usize,
}

/// Reads the paragraphs of a head, in order, into `head`; says which are the title.
pub(super) fn read(paragraphs: &[&str], language: Language, head: &mut Head) -> Option<TitleAt> {
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
            Field::Adoption => adoption(text, language, head),
            Field::Proposal => head.proposal = proposal(text),
            Field::Number => number(text, head),
            Field::Symbol => {
                head.symbol.get_or_insert_with(|| Symbol::new(text));
            }
            Field::Other => {}
        }
    }
    title(paragraphs, &fields)
}

/// Whether a paragraph is plainly of the head, wherever it stands.
pub(super) fn is_of_a_head(text: &str, language: Language) -> bool {
    matches!(field(text, language), Field::Adoption | Field::Number) && text.len() < 400
        || matches!(field(text, language), Field::Session) && text.len() < 60
}

/// What stands above the name of the first part of a resolution in parts.
const FIRST_PART: &str = "A";

/// Whether a line of a head is a paragraph of its own in text that breaks lines anywhere: the
/// symbol, the session, the agenda items, the letter of a part.
pub(super) fn stands_alone(line: &str, language: Language) -> bool {
    match field(line, language) {
        _ if line == FIRST_PART => true,
        Field::Symbol | Field::AgendaItem => true,
        Field::Session => {
            line.chars().count() < 40
                && line.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
        }
        _ => false,
    }
}

fn field(text: &str, language: Language) -> Field {
    let comparable = forms::comparable(text);
    let forms = Forms::of(language);
    let is_short = text.chars().count() <= 120;
    if number_length(text).is_some() {
        Field::Number
    } else if symbol_prefix(text).is_some_and(|length| length == text.len()) {
        Field::Symbol
    } else if comparable.starts_with('[') && is_proposal(&comparable, forms) {
        Field::Proposal
    } else if is_adoption(&comparable, text, forms, language) {
        Field::Adoption
    } else if is_short
        && forms::begins_with(&comparable, forms.agenda)
        && text.contains(|c: char| c.is_ascii_digit())
    {
        Field::AgendaItem
    } else if is_session(&comparable, text, forms) {
        Field::Session
    } else {
        Field::Other
    }
}

fn is_proposal(comparable: &str, forms: &Forms) -> bool {
    let inside = comparable.trim_start_matches(['[', ' ']);
    forms::begins_with(inside, forms.proposal) || inside.contains("/l.") || inside.contains("a/")
}

fn is_adoption(comparable: &str, text: &str, forms: &Forms, language: Language) -> bool {
    let is_named = forms::has(comparable, forms.adopted) && text.chars().count() <= 250;
    // Elsewhere than in a head line a date may come late or not at all.
    is_named && (dates::first(text, language).is_some() || text.chars().count() < 80)
}

/// `Seventy-second session`, `2018 session`: short, and ending (in French, Spanish, Arabic:
/// beginning or ending) with the word.
fn is_session(comparable: &str, text: &str, forms: &Forms) -> bool {
    let words = comparable.trim_end_matches(['*', ' ', '1']);
    text.chars().count() <= 70
        && forms.session.iter().any(|word| {
            words.ends_with(word) || words.starts_with(word) || words.contains(&format!("{word} "))
        })
        && !text.ends_with(['.', ',', ';', ':'])
}

/// `Agenda items 14 and 117` → `14`, `117`; `Agenda item 72 (b)` → `72 (b)`.
pub(super) fn agenda_items(text: &str) -> Vec<String> {
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
    let comparable = forms::comparable(text);
    let organ = match language {
        Language::English => organ_named(&comparable),
        _ => None,
    };
    head.organ = head.organ.or(organ);
    if comparable.starts_with("decision") {
        head.kind = Kind::Decision;
    }
}

fn organ_named(comparable: &str) -> Option<Organ> {
    Forms::of(Language::English)
        .formulas
        .iter()
        .find(|(name, _)| comparable.contains(name))
        .map(|(_, organ)| *organ)
}

/// Symbols without the place in the last, `A/78/459/Add.3, para. 7`.
fn without_locus(symbols: &str) -> &str {
    let is_symbol = |rest: &str| rest.trim_start().starts_with(['A', 'E', 'S', 'А', 'Е', 'С']);
    let comma = symbols
        .match_indices([',', '，', '،'])
        .find(|(at, comma)| !is_symbol(&symbols[at + comma.len()..]));
    comma.map_or(symbols, |(at, _)| &symbols[..at])
}

/// The symbols between the last brackets: `A/72/439/Add.2`, `A/74/L.14 and A/74/L.14/Add.1`.
fn proposal(text: &str) -> Option<String> {
    let open = text.rfind(['(', '（'])?;
    let inside = text[open..].trim_start_matches(['(', '（']);
    let end = inside.find([')', '）']).unwrap_or(inside.trim_end_matches(']').len());
    let inside = without_locus(inside[..end].trim());
    // Russian files write the letters that look alike in either script.
    let in_latin = inside.replace('А', "A").replace('Е', "E");
    let has_symbol = symbols::anywhere(&in_latin).is_some();
    has_symbol.then(|| inside.to_owned())
}

/// The length of the number at the start of a title line: `72/247.`, `S-30/1.`, `2018/5.`; for the
/// Security Council the whole of `Resolution 2334 (2016)`.
fn number_length(text: &str) -> Option<usize> {
    if let Some(length) = council_number(text) {
        return Some(length);
    }
    let prefix =
        ["ES-", "S-"].iter().find(|prefix| text.starts_with(**prefix)).map_or(0, |p| p.len());
    let rest = &text[prefix..];
    let session = rest.bytes().take_while(u8::is_ascii_digit).count();
    let after = rest[session..].strip_prefix('/')?;
    let number = after.bytes().take_while(u8::is_ascii_digit).count();
    if session == 0 || session > 4 || number == 0 || number > 4 {
        return None;
    }
    let mut tail = &after[number..];
    let letter = tail.trim_start_matches([' ', '\u{a0}']);
    if letter.starts_with(|c: char| c.is_ascii_uppercase())
        && letter[1..].starts_with(['.', ' ', '\u{a0}'])
        && letter[1..].trim_start().starts_with('.')
    {
        tail = &letter[1..];
    }
    let stop = tail.trim_start_matches([' ', '\u{a0}']);
    let is_stopped = stop.starts_with(['.', '．']);
    // Chinese and Arabic often have neither stop nor tab; a date `24/12` has no title behind it.
    let title = stop.trim_start_matches(['.', '．']).trim_start();
    // In Arabic a dash follows, which the UN marks as part of the title.
    let words = title.trim_start_matches(['-', '–']).trim_start();
    let goes_on =
        words.starts_with(|c: char| c.is_alphabetic() || matches!(c, '“' | '《' | '«' | '"'));
    let is_number = is_stopped && (words.is_empty() || goes_on || begins_with_a_year(stop))
        || goes_on && words.starts_with(|c: char| !c.is_ascii() && c.is_alphabetic());
    is_number.then(|| text.len() - title.len())
}

/// `. 2021, International Year`: a title that begins with a year, set apart from the stop of the
/// number, for `72/247.5` is none.
fn begins_with_a_year(stop: &str) -> bool {
    let behind = stop.trim_start_matches(['.', '．']);
    let words = behind.trim_start();
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    words.len() < behind.len() && digits == 4 && words.contains(char::is_alphabetic)
}

/// The bytes of a title line that are its number, white space behind it included.
pub(super) fn number_in_line(line: &str) -> usize {
    number_length(line).unwrap_or(0)
}

/// `Resolution 1244 (1999)`, `36 (1947). Resolution of 1 November 1947`.
fn council_number(text: &str) -> Option<usize> {
    let rest = strip_resolution(text);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let year = rest[digits..].trim_start().strip_prefix('(')?;
    let is_year = year.len() >= 5
        && year.bytes().take(4).all(|b| b.is_ascii_digit())
        && year[4..].starts_with(')');
    let behind = year.get(5..)?.trim_start_matches(['.', ' ', '*']);
    let is_alone = behind.is_empty()
        || behind.starts_with("of ")
        || behind.starts_with("Resolution")
        || behind.starts_with("Adopted")
        || behind.starts_with(|c: char| c.is_ascii_digit());
    let named = rest.len() < text.len() || behind.starts_with("Resolution");
    ((1..=4).contains(&digits) && is_year && is_alone && named && text.len() < 160)
        .then_some(text.len())
}

fn strip_resolution(text: &str) -> &str {
    ["Resolution ", "RESOLUTION "].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text)
}

fn number(text: &str, head: &mut Head) {
    let Some(length) = number_length(text) else { return };
    if council_number(text).is_some() {
        let rest = strip_resolution(text);
        let end = rest.find(')').map_or(rest.len(), |close| close + 1);
        let words: Vec<&str> = rest[..end].split_whitespace().collect();
        head.number = Some(words.join(" "));
        head.organ = head.organ.or(Some(Organ::SecurityCouncil));
        head.adopted = head.adopted.or_else(|| dates::first(&rest[end..], Language::English));
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

/// The symbol that organ and number make, where the file says none.
pub(super) fn symbol_of(number: &str, organ: Organ) -> Symbol {
    Symbol::new(match organ {
        Organ::GeneralAssembly => format!("A/RES/{number}"),
        Organ::SecurityCouncil => format!("S/RES/{number}"),
        Organ::EconomicAndSocialCouncil => format!("E/RES/{number}"),
        Organ::HumanRightsCouncil => format!("A/HRC/RES/{number}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let title = read(&paragraphs, Language::English, &mut head);
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
    fn a_title_may_begin_with_a_year() {
        assert_eq!(number_length("74/244. 2021, Année des ponts"), Some(8));
        assert_eq!(number_length("74/244.\t2021年：国际桥梁年"), Some(8));
        assert_eq!(number_length("72/247.2021, a decimal"), None);
        assert_eq!(number_length("72/247. 2021"), None);
        assert_eq!(number_length("24/12 2021 was the day"), None);
    }

    #[test]
    fn a_proposal_may_have_cyrillic_letters() {
        let russian = "[по докладу Третьего комитета (А/74/999)]";
        assert_eq!(proposal(russian).as_deref(), Some("А/74/999"));
        assert_eq!(proposal("[по докладу комитета (Алма)]"), None);
        let located = "[on the report of the Second Committee (A/78/459/Add.3, para. 7)]";
        assert_eq!(proposal(located).as_deref(), Some("A/78/459/Add.3"));
    }

    #[test]
    fn the_security_council_has_numbers_with_years() {
        let mut head = Head::default();
        let title = read(
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
