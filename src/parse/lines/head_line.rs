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
                && (line.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
                    || is_session_in_figures(line))
        }
        _ => false,
    }
}

/// `2025 session`, `57º período de sesiones`; a wrapped line may begin with `5th session`.
fn is_session_in_figures(line: &str) -> bool {
    let behind = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - behind.len();
    digits == 4 && behind.starts_with(' ') || digits > 0 && behind.starts_with(['º', '°', 'ª'])
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
    let ends = phrases.behind_submitter.iter().filter_map(|words| names.find(words));
    let names = &names[..ends.min().unwrap_or(names.len())];
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
        // `Report on the fifty-eighth session` is a title.
        && !phrases.papers.iter().any(|paper| words.starts_with(paper))
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
    let (rest, language) = behind_resolution(text);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let year = rest[digits..].trim_start().strip_prefix('(')?;
    let is_year = year.len() >= 5
        && year.bytes().take(4).all(|b| b.is_ascii_digit())
        && year[4..].starts_with(')');
    let behind = year.get(5..)?.trim_start_matches(['.', ' ', '*']);
    let is_of = |own: &Words| language.is_none_or(|language| std::ptr::eq(own, language));
    let mut known = Words::all().filter(|words| is_of(words)).map(|words| &words.phrases);
    let is_alone = behind.is_empty()
        || known.any(|phrases| {
            phrases.behind_number.iter().any(|start| behind.starts_with(start))
                || phrases.ends_number.contains(&behind)
        })
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
    behind_resolution(text).0
}

/// The same, and the words of the language that calls it so.
fn behind_resolution(text: &str) -> (&str, Option<&'static Words>) {
    let mut named = Words::all().flat_map(|own| own.phrases.numbered.iter().map(move |w| (own, w)));
    let behind = named.find_map(|(own, word)| Some((text.strip_prefix(word)?, Some(own))));
    behind.unwrap_or((text, None))
}

#[cfg(test)]
mod limits;

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
}
