//! What a line of a head is: session, agenda item, adoption, number … (grammar.md §1). Knows the one
//! line, not where it stands and not what it says of the document.

use crate::{
    document::{Language, Session},
    parse::{
        symbols::symbol_prefix,
        words::{
            SetPhrases, Words, dates,
            set_phrases::{self, comparable},
        },
    },
};

/// What a line of the head is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::parse) enum Field {
    Session,
    AgendaItem,
    Adoption,
    Proposal,
    /// `72/247. Title`, or a number alone.
    Number,
    /// `Belarus: draft resolution`: who submits a draft.
    Sponsors,
    /// A symbol alone on a line.
    Symbol,
    /// Anything else: the name of the agenda item, or the title.
    Other,
}

/// Whether a paragraph is plainly of the head, wherever it stands.
pub(in crate::parse) fn is_of_a_head(field: Field, text: &str) -> bool {
    match field {
        Field::Adoption | Field::Number => text.len() < 400,
        Field::Sponsors => true,
        Field::Session => text.len() < 60,
        Field::AgendaItem | Field::Proposal | Field::Symbol | Field::Other => false,
    }
}

/// What stands above the name of the first part of a resolution in parts.
pub(in crate::parse) const FIRST_PART: &str = "A";

/// Whether a line of a head is a paragraph of its own in text that breaks lines anywhere: the
/// symbol, the session, the agenda items, the letter of a part.
pub(in crate::parse) fn stands_alone(field: Field, line: &str) -> bool {
    match field {
        _ if line == FIRST_PART => true,
        Field::Symbol | Field::AgendaItem => true,
        Field::Session => {
            line.chars().count() < 40
                && line.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
        }
        _ => false,
    }
}

/// What a line is in a head, if it is of one.
pub(in crate::parse) fn field(text: &str, language: Language) -> Field {
    let comparable = comparable(text);
    let phrases = &Words::of(language).phrases;
    let is_short = text.chars().count() <= 120;
    if number_length(text).is_some() {
        Field::Number
    } else if symbol_prefix(text).is_some_and(|length| length == text.len()) {
        Field::Symbol
    } else if submitters(text, language).is_some() {
        Field::Sponsors
    } else if comparable.starts_with('[') && is_proposal(&comparable, phrases) {
        Field::Proposal
    } else if is_adoption(&comparable, text, phrases, language) {
        Field::Adoption
    } else if is_short
        && set_phrases::begins_with(&comparable, phrases.agenda)
        && text.contains(|c: char| c.is_ascii_digit())
    {
        Field::AgendaItem
    } else if is_session(&comparable, text, phrases) {
        Field::Session
    } else {
        Field::Other
    }
}

fn is_proposal(comparable: &str, phrases: &SetPhrases) -> bool {
    let inside = comparable.trim_start_matches(['[', ' ']);
    set_phrases::begins_with(inside, phrases.proposal)
        || inside.contains("/l.")
        || inside.contains("a/")
}

fn is_adoption(comparable: &str, text: &str, phrases: &SetPhrases, language: Language) -> bool {
    let is_named = set_phrases::has(comparable, phrases.adopted) && text.chars().count() <= 250;
    // Elsewhere than in a head line a date may come late or not at all.
    is_named && (dates::first(text, language).is_some() || text.chars().count() < 80)
}

/// Who submits a draft, by the line that says so: what stands before the colon of `Belarus:* draft
/// resolution`, what stands behind the words of `Draft resolution submitted by the President`.
pub(in crate::parse) fn submitters(text: &str, language: Language) -> Option<&str> {
    let phrases = &Words::of(language).phrases;
    let is_draft = |words: &str| {
        let words = comparable(words);
        let words = words.trim_matches(['*', ' ']);
        let behind = phrases.draft.iter().find_map(|draft| words.strip_prefix(draft));
        behind.is_some_and(|behind| behind.len() < 24)
    };
    if let Some(colon) = text.rfind([':', '：'])
        && let Some((names, draft)) = text.split_at_checked(colon)
        && !names.is_empty()
        && is_draft(draft.trim_start_matches([':', '：', '*', ' ']))
    {
        return Some(names);
    }
    let comparable = comparable(text);
    let begins = phrases.draft.iter().any(|draft| comparable.starts_with(draft));
    let (_, names) =
        phrases.submitted.iter().filter(|_| begins).find_map(|word| text.split_once(*word))?;
    Some(names.trim_end_matches('*'))
}

/// `Seventy-second session`, `2018 session`: short, and ending (in French, Spanish, Arabic:
/// beginning or ending) with the word.
fn is_session(comparable: &str, text: &str, phrases: &SetPhrases) -> bool {
    let words = comparable.trim_end_matches(['*', ' ', '1']);
    text.chars().count() <= 70
        && phrases.session.iter().any(|word| {
            words.ends_with(word) || words.starts_with(word) || words.contains(&format!("{word} "))
        })
        && !text.ends_with(['.', ',', ';', ':'])
}

/// The length of the number at the start of a title line: `72/247.`, `S-30/1.`, `2018/5.`; for the
/// Security Council the whole of `Resolution 2334 (2016)`.
pub(in crate::parse) fn number_length(text: &str) -> Option<usize> {
    if let Some(length) = council_number(text).or_else(|| old_number(text)) {
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
    if let Some(behind) = behind_letters(tail).filter(|behind| behind.trim_start().starts_with('.'))
    {
        tail = behind;
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
        || goes_on && words.starts_with(|c: char| !c.is_ascii() && c.is_alphabetic())
        || goes_on && title.len() < tail.len() && is_bare_title(words);
    is_number.then(|| text.len() - title.len())
}

/// What follows the letters of parts, ` A`, ` A and B`, ` A, B and C`, ` A-C`.
fn behind_letters(tail: &str) -> Option<&str> {
    let mut rest = tail.trim_start_matches([' ', '\u{a0}']);
    loop {
        rest = rest.strip_prefix(|c: char| c.is_ascii_uppercase())?;
        if !rest.starts_with(['.', ' ', '\u{a0}', ',', '-']) {
            return None;
        }
        let joint = [" and ", ", ", " to ", "-"].into_iter().find_map(|j| rest.strip_prefix(j));
        match joint {
            Some(next) => rest = next,
            None => return Some(rest),
        }
    }
}

/// `1514 (XV). Declaration on the granting of independence`: a number of the first thirty sessions and
/// the title behind it, or that number alone.
fn old_number(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let session = text[digits..].trim_start().strip_prefix('(')?;
    let (roman, behind) = session.split_once(')')?;
    let is_old = (1..=4).contains(&digits) && Session::from_roman(roman).is_some();
    let title = behind.trim_start_matches(['.', ' ', '\t', '\u{a0}']);
    let goes_on = behind.starts_with('.') && title.starts_with(|c: char| !c.is_lowercase());
    (is_old && (title.is_empty() || goes_on)).then(|| text.len() - title.len())
}

/// `19/16 Les jeunes et les droits de l’homme`: a title behind a number without a stop. Running text
/// that a line break left with a number in front is longer or ends as a clause does.
fn is_bare_title(words: &str) -> bool {
    words.starts_with(|c: char| c.is_ascii_uppercase())
        && words.len() < 200
        && words.contains(' ')
        && !words.contains(". ")
        && !words.ends_with(['.', ',', ';', ':'])
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
pub(in crate::parse) fn number_in_line(line: &str) -> usize {
    number_length(line).unwrap_or(0)
}

/// `Resolution 1244 (1999)`, `36 (1947). Resolution of 1 November 1947`.
pub(in crate::parse) fn council_number(text: &str) -> Option<usize> {
    let rest = strip_resolution(text);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let year = rest[digits..].trim_start().strip_prefix('(')?;
    let is_year = year.len() >= 5
        && year.bytes().take(4).all(|b| b.is_ascii_digit())
        && year[4..].starts_with(')');
    let behind = year.get(5..)?.trim_start_matches(['.', ' ', '*']);
    let mut known = Words::all().flat_map(|words| words.phrases.behind_number);
    let is_alone = behind.is_empty()
        || known.any(|start| behind.starts_with(start))
        || behind.starts_with(|c: char| c.is_ascii_digit());
    let named = rest.len() < text.len() || is_resolution(behind);
    ((1..=4).contains(&digits) && is_year && is_alone && named && text.len() < 160)
        .then_some(text.len())
}

/// Whether a line begins with the word for a resolution: `Resolution of 1 November 1947`.
fn is_resolution(line: &str) -> bool {
    let mut words = Words::all().flat_map(|words| words.phrases.numbered);
    words.any(|word| line.starts_with(word.trim_end()))
}

/// A line without the word for a resolution in front.
pub(in crate::parse) fn strip_resolution(text: &str) -> &str {
    let mut words = Words::all().flat_map(|words| words.phrases.numbered);
    words.find_map(|word| text.strip_prefix(word)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_may_begin_with_a_year() {
        assert_eq!(number_length("74/244. 2021, Année des ponts"), Some(8));
        assert_eq!(number_length("74/244.\t2021年：国际桥梁年"), Some(8));
        assert_eq!(number_length("72/247.2021, a decimal"), None);
        assert_eq!(number_length("72/247. 2021"), None);
        assert_eq!(number_length("19/16 Les jeunes et leurs droits"), Some(6));
        assert_eq!(number_length("19/16 Les jeunes sont là;"), None);
        assert_eq!(number_length("24/12 2021 was the day"), None);
    }

    #[test]
    fn numbers_of_titles() {
        let number = |text: &'static str| number_length(text).map(|length| &text[..length]);
        for (line, expected) in [
            ("72/247. Twentieth anniversary", "72/247. "),
            ("72/247.", "72/247."),
            ("S-30/1. Our joint commitment", "S-30/1. "),
            ("ES-10/15. Advisory opinion", "ES-10/15. "),
            ("2018/5. Strategies", "2018/5. "),
            ("72/253 A. Finances", "72/253 A. "),
            ("72/253 A and B. Finances", "72/253 A and B. "),
            ("72/253 A, B and C. Finances", "72/253 A, B and C. "),
            ("72/253 A-C. Finances", "72/253 A-C. "),
            ("72/253 . Finances", "72/253 . "),
            ("72/247 “Bridges”, a year", ""),
            ("72/247. 《桥梁》年", "72/247. "),
            ("72/247桥梁年", "72/247"),
            ("72/247 - السنة", "72/247 "),
            ("19/16 Title of two words", "19/16 "),
            ("19/16 Title", ""),
            ("19/16 title of it", ""),
            ("19/16 A title. And a sentence", ""),
            ("19/16 A title of it:", ""),
            ("1514 (XV). Declaration on the granting", "1514 (XV). "),
            ("1514 (XV)", "1514 (XV)"),
            ("1514 (XV). declaration", ""),
            ("1514 (XV) Declaration", ""),
            ("15145 (XV). Declaration", ""),
            ("1514 (2016). Declaration", ""),
            ("24/12 it was", ""),
            ("72/247.5", ""),
            ("72/247. 5 apples", ""),
            ("72/247.2021, a year", ""),
            ("72345/1. Title of it", ""),
            ("72/12345. Title of it", ""),
            ("/1. Title of it", ""),
            ("72/. Title of it", ""),
            ("7 2/1. Title of it", ""),
        ] {
            assert_eq!(number(line).unwrap_or_default(), expected, "{line}");
        }
    }

    #[test]
    fn numbers_of_the_security_council() {
        for line in [
            "Resolution 2334 (2016)",
            "RESOLUTION 1244 (1999)",
            "Resolution 2334 (2016)*",
            "36 (1947). Resolution of 1 November 1947",
            "Resolution 242 (1967) of 22 November 1967",
            "Resolution 242 (1967) Adopted by the Security Council",
            "Resolution 242 (1967) 22 November 1967",
            "Resolution 1(1946)",
        ] {
            assert_eq!(council_number(line), Some(line.len()), "{line}");
        }
        let long = format!("Resolution 242 (1967) of {}", "x".repeat(140));
        for line in [
            "2334 (2016)",
            "Resolution 2334 (16)",
            "Resolution 2334 (20160)",
            "Resolution 2334 (abcd)",
            "Resolution 23345 (2016)",
            "Resolution (2016)",
            "Resolution 2334 (2016), which was",
            "36 (1947). Letter of 1 November 1947",
            long.as_str(),
        ] {
            assert_eq!(council_number(line), None, "{line}");
        }
    }

    #[test]
    fn what_a_line_of_the_head_is() {
        for (line, expected) in [
            ("Seventy-second session", Field::Session),
            ("2018 session*", Field::Session),
            ("Seventy-second session,", Field::Other),
            ("Agenda item 72 (b)", Field::AgendaItem),
            ("Agenda items to be considered", Field::Other),
            ("Item 5", Field::AgendaItem),
            ("Resolution adopted by the General Assembly on 24 December 2017", Field::Adoption),
            ("Resolution adopted by the General Assembly", Field::Adoption),
            ("[on the report of the Third Committee (A/72/439/Add.2)]", Field::Proposal),
            ("[without reference to a Main Committee]", Field::Proposal),
            ("[adopted by consensus (A/72/L.1)]", Field::Proposal),
            ("[draft of E/2018/L.2]", Field::Proposal),
            ("[draft of it]", Field::Other),
            ("A/RES/72/247", Field::Symbol),
            ("A/RES/72/247 and others", Field::Other),
            ("Belarus:* draft resolution", Field::Sponsors),
            ("Draft resolution submitted by the President", Field::Sponsors),
            (": draft resolution", Field::Other),
            ("Belarus: draft resolution on the rivers of the whole world", Field::Other),
            ("Human rights questions", Field::Other),
        ] {
            assert_eq!(field(line, Language::English), expected, "{line}");
        }
        for (line, language) in [
            ("Soixante-douzième session", Language::French),
            ("Septuagésimo segundo período de sesiones", Language::Spanish),
            ("Семьдесят вторая сессия", Language::Russian),
            ("第七十二届会议", Language::Chinese),
            ("الدورة الثانية والسبعون", Language::Arabic),
        ] {
            assert_eq!(field(line, language), Field::Session, "{line}");
        }
        // What is too long is running text.
        let long = format!("{}session", "a b ".repeat(16));
        assert_eq!(field(&long, Language::English), Field::Other);
        let item = format!("Agenda item 72, {}", "a b ".repeat(30));
        assert_eq!(field(&item, Language::English), Field::Other);
        let text = format!("which was adopted by the Assembly {}", "a b ".repeat(20));
        assert_eq!(field(&text, Language::English), Field::Other);
    }

    #[test]
    fn what_is_of_a_head_wherever_it_stands() {
        let long = |count: usize| "x".repeat(count);
        assert!(
            is_of_a_head(Field::Number, &long(399)) && !is_of_a_head(Field::Number, &long(400))
        );
        assert!(is_of_a_head(Field::Adoption, &long(399)));
        assert!(
            is_of_a_head(Field::Session, &long(59)) && !is_of_a_head(Field::Session, &long(60))
        );
        assert!(is_of_a_head(Field::Sponsors, &long(900)));
        for field in [Field::AgendaItem, Field::Proposal, Field::Symbol, Field::Other] {
            assert!(!is_of_a_head(field, "short"));
        }
        assert!(stands_alone(Field::Other, "A") && !stands_alone(Field::Other, "B"));
        assert!(stands_alone(Field::Symbol, "A/1") && stands_alone(Field::AgendaItem, "Item 1"));
        assert!(stands_alone(Field::Session, "Fifth session"));
        assert!(!stands_alone(Field::Session, "fifth session"));
        assert!(!stands_alone(Field::Session, "5th session"));
        assert!(!stands_alone(Field::Session, &format!("F{}", long(39))));
        assert!(!stands_alone(Field::Adoption, "Adopted by the Assembly"));
    }
}
