//! Meetings that running text names: `at its 46th plenary meeting, on 7 December 2022`, `unanimously
//! at the 2052nd meeting`. Knows words and numbers, not who met.

use std::{cmp::Reverse, ops::Range};

use jiff::civil::Date;

use super::{dates, table::Words};
use crate::document::Language;

/// How far behind a meeting its date may begin and end, in characters; in Chinese how far before it.
const DATE_WITHIN: usize = 60;

/// The first meeting that a text names by its number, as printed: `46th plenary meeting`.
pub(in crate::parse) fn first(text: &str, language: Language) -> Option<&str> {
    all(text, language).next().and_then(|range| text.get(range))
}

/// The last of the dates that stand right behind the meetings of a text, in Chinese before them.
pub(in crate::parse) fn last_date(text: &str, language: Language) -> Option<Date> {
    let dates = all(text, language).filter_map(|Range { start, end }| {
        let near: String = if language == Language::Chinese {
            let before: Vec<char> = text.get(..start)?.chars().rev().take(DATE_WITHIN).collect();
            before.into_iter().rev().collect()
        } else {
            let behind = text.get(end..)?.trim_start_matches([',', '،', ' ', '\u{a0}']);
            behind.chars().take(DATE_WITHIN).collect()
        };
        dates::first(&near, language)
    });
    dates.max()
}

/// All meetings that a text names, in order.
fn all(text: &str, language: Language) -> impl Iterator<Item = Range<usize>> {
    let words = Words::of(language).phrases.meets;
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            // `plenary meeting` has `meeting` in it, `séance plénière` begins with `séance`: the first, and of those the longest.
            let found =
                words.iter().filter_map(|word| Some((at + text.get(at..)?.find(word)?, word)));
            let (start, word) = found.min_by_key(|(start, word)| (*start, Reverse(word.len())))?;
            at = start + word.len();
            if let Some(range) = numbered(text, start..at, language) {
                at = range.end;
                return Some(range);
            }
        }
    })
}

/// A meeting with its number, before the words or, in Arabic, behind them.
fn numbered(text: &str, named: Range<usize>, language: Language) -> Option<Range<usize>> {
    let behind = text.get(named.end..)?;
    if language == Language::Arabic {
        let number = behind.trim_start();
        let digits = number.bytes().take_while(u8::is_ascii_digit).count();
        return (digits > 0)
            .then(|| named.start..named.end + (behind.len() - number.len()) + digits);
    }
    let before = text.get(..named.start)?;
    let start = match language {
        Language::Chinese => start_of_chinese_number(before)?,
        _ => start_of_number(before)?,
    };
    Some(start..named.end + usize::from(behind.starts_with('s')))
}

/// `第10043`, right before the words.
fn start_of_chinese_number(before: &str) -> Option<usize> {
    let digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    let rest = before.get(..before.len() - digits)?;
    (digits > 0).then(|| rest.strip_suffix('第').map_or(rest.len(), str::len))
}

/// Where the numbers begin that end a text: `46th`, `44th and 45th plenary`, `50th (resumed)`.
fn start_of_number(before: &str) -> Option<usize> {
    const BETWEEN: &[&str] = &["plenary", "(resumed)", "(closed)", "and", "to", "et", "y", "и"];
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

/// `46th`, `4956e`, `46th,`, `46-м`: a number and a few letters.
fn is_ordinal(word: &str) -> bool {
    let ending = word.trim_start_matches(|c: char| c.is_ascii_digit()).trim_end_matches([',', '.']);
    // The hyphen of Russian ordinals stands before a letter that is not Latin: `46-x` is none.
    let behind = ending.strip_prefix(['-', '\u{2010}', '\u{2011}']);
    let letters = behind.filter(|letters| !letters.is_ascii()).unwrap_or(ending);
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
