//! Meetings that running text names: `at its 46th plenary meeting, on 7 December 2022`, `unanimously
//! at the 2052nd meeting`. Knows words and numbers, not who met.

use jiff::civil::Date;

use super::{dates, table::Words};
use crate::document::Language;

/// How far behind a meeting its date may begin and end, in bytes.
const DATE_WITHIN: usize = 60;

/// The first meeting that a text names by its number, as printed: `46th plenary meeting`.
pub(in crate::parse) fn first(text: &str, language: Language) -> Option<&str> {
    all(text, language).next().map(|(meeting, _)| meeting)
}

/// The last of the dates that stand right behind the meetings of a text.
pub(in crate::parse) fn last_date(text: &str, language: Language) -> Option<Date> {
    let dates = all(text, language).filter_map(|(_, behind)| {
        let behind = behind.trim_start_matches([',', ' ', '\u{a0}']);
        let end = (0..=behind.len().min(DATE_WITHIN)).rfind(|&at| behind.is_char_boundary(at))?;
        dates::first(behind.get(..end)?, language)
    });
    dates.max()
}

/// All meetings that a text names, each with the text behind it.
fn all(text: &str, language: Language) -> impl Iterator<Item = (&str, &str)> {
    // `plenary meeting` has `meeting` in it: the last word says all.
    let words = Words::of(language).phrases.meeting.iter();
    let shortest = words.min_by_key(|word| word.len()).copied().unwrap_or("meeting");
    text.match_indices(shortest).filter_map(move |(at, _)| {
        let start = start_of_number(text.get(..at)?)?;
        // `séance plénière` begins with `séance`.
        let named = text.get(at..)?;
        let words = Words::of(language).phrases.meeting.iter();
        let word = words.filter(|word| named.starts_with(**word)).max_by_key(|word| word.len())?;
        let rest = named.get(word.len()..)?;
        let plural = usize::from(rest.starts_with('s'));
        let end = at + word.len() + plural;
        Some((text.get(start..end)?, text.get(end..)?))
    })
}

/// Where the numbers begin that end a text: `46th`, `44th and 45th plenary`, `50th (resumed)`.
fn start_of_number(before: &str) -> Option<usize> {
    const BETWEEN: &[&str] = &["plenary", "(resumed)", "(closed)", "and", "to", "et", "y"];
    let mut start = None;
    let mut rest = before.trim_end();
    while !rest.is_empty() {
        let begin = rest.rfind(char::is_whitespace).map_or(0, |space| {
            space + rest.get(space..).and_then(|s| s.chars().next()).map_or(1, char::len_utf8)
        });
        let word = rest.get(begin..)?;
        if word.starts_with(|c: char| c.is_ascii_digit()) && is_ordinal(word) {
            start = Some(begin);
        } else if !BETWEEN.contains(&word) {
            break;
        }
        rest = rest.get(..begin)?.trim_end();
    }
    start
}

/// `46th`, `4956e`, `46th,`: a number and a few letters.
fn is_ordinal(word: &str) -> bool {
    let letters =
        word.trim_start_matches(|c: char| c.is_ascii_digit()).trim_end_matches([',', '.']);
    letters.chars().count() <= 3 && letters.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn meetings_as_printed() {
        let first = |text| first(text, Language::English);
        let council = "Adopted by the Security Council at its 4956th meeting, on 29 April 2004";
        assert_eq!(first(council), Some("4956th meeting"));
        assert_eq!(first("Adopted at the 367th meeting. 38"), Some("367th meeting"));
        let resumed = "At its 46th (resumed) plenary meeting, on 7 May 2020, the General Assembly";
        assert_eq!(first(resumed), Some("46th (resumed) plenary meeting"));
        let two = "At its 44th and 45th plenary meetings, on 9 May 2017, the General Assembly";
        assert_eq!(first(two), Some("44th and 45th plenary meetings"));
        assert_eq!(first("the third meeting of 2017 was a meeting"), None);
    }

    #[test]
    fn the_last_date_of_meetings() {
        let text = "At its 1st plenary meeting, on 3 May 2017, and at its 9th plenary meeting, on \
                    4 June 2018, the Assembly took note of the report of 5 July 2019";
        let date = last_date(text, Language::English).map(|date| date.to_string());
        assert_eq!(date.as_deref(), Some("2018-06-04"));
    }

    #[test]
    fn what_is_an_ordinal() {
        for word in ["46th", "46th,", "4956e", "1", "2nd.", "3"] {
            assert!(is_ordinal(word), "{word}");
        }
        for word in ["46plus", "46-x", "46/7", "4x4"] {
            assert!(!is_ordinal(word), "{word}");
        }
        let first = |text| first(text, Language::English);
        assert_eq!(first("at its 46th/47th meeting"), None);
        assert_eq!(first("at its 46thish meeting"), None);
        assert_eq!(
            first("at its 46th, 47th and 48th meetings of"),
            Some("46th, 47th and 48th meetings")
        );
    }
}
