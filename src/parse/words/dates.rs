//! Dates as resolutions print them: `24 December 2017`, `2017年12月24日`. Knows one line of text.

use jiff::civil::Date;

use super::table::Words;
use crate::document::Language;

/// The first date in a text.
pub(in crate::parse) fn first(text: &str, language: Language) -> Option<Date> {
    let text = Numbers::new(text);
    if language == Language::Chinese {
        return text.windows().find_map(|w| chinese(&w));
    }
    let words = Words::of(language);
    text.windows().find_map(|w| {
        let ([day, year, _], [between, _]) = (w.numbers, w.between);
        let month = month_in(between, words)?;
        let is_short = between.ends_with(['’', '\'']) && (45..=99).contains(&year);
        let year = if is_short { 1900 + year } else { year };
        day_of(year, month, day)
    })
}

/// A day of the time of which resolutions speak. Digits that were read badly name others: `30 November 1 987`.
fn day_of(year: i64, month: i8, day: i64) -> Option<Date> {
    let year = i16::try_from(year).ok().filter(|year| (1800..=2200).contains(year))?;
    Date::new(year, month, day.try_into().ok()?).ok()
}

/// Whether a text is a date and nothing else.
pub(in crate::parse) fn is_only_a_date(text: &str, language: Language) -> bool {
    let short = text.len() < 60 && text.chars().count() < 40;
    // What stands around a date in Chinese has no spaces either.
    let of_a_date = |c: char| c.is_ascii_digit() || c.is_whitespace() || "年月日。.".contains(c);
    short
        && (language != Language::Chinese || text.chars().all(of_a_date))
        && first(text, language).is_some()
        && text.starts_with(|c: char| c.is_ascii_digit() || language == Language::Arabic)
        && text.trim_end_matches(['.', '年', '日']).split_whitespace().count() <= 6
}

fn chinese(w: &Window<'_>) -> Option<Date> {
    let ([year, month, day], [after_year, after_month]) = (w.numbers, w.between);
    let is_date = after_year.trim() == "年" && after_month.trim() == "月";
    let date = || day_of(year, month.try_into().ok()?, day);
    is_date.then(date).flatten()
}

/// The month that words between a day and a year name: `de diciembre de`, `كانون الأول/ديسمبر`.
fn month_in(between: &str, words: &Words) -> Option<i8> {
    if between.len() > 60 {
        return None;
    }
    words.month(between.trim()).or_else(|| {
        let parts = between.split(|c: char| !c.is_alphabetic() && c != '\u{651}');
        parts.filter(|word| !word.is_empty()).find_map(|word| words.month(word))
    })
}

/// The numbers of a text and the words between them.
struct Numbers<'a> {
    text: &'a str,
    found: Vec<(usize, usize, i64)>,
}

struct Window<'a> {
    numbers: [i64; 3],
    between: [&'a str; 2],
}

impl<'a> Numbers<'a> {
    fn new(text: &'a str) -> Self {
        let mut found = Vec::new();
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let length = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
            if length > 0 && length <= 4 {
                found.push((at, at + length, text[at..at + length].parse().unwrap_or(0)));
            }
            at += length.max(1);
        }
        Self { text, found }
    }

    fn windows(&self) -> impl Iterator<Item = Window<'a>> {
        (0..self.found.len()).map(|i| {
            let at = |k: usize| self.found.get(i + k).copied();
            let between = |k: usize| match (at(k), at(k + 1)) {
                (Some((_, end, _)), Some((start, _, _))) => &self.text[end..start],
                _ => "",
            };
            let number = |k: usize| at(k).map_or(-1, |(_, _, n)| n);
            Window { numbers: [number(0), number(1), number(2)], between: [between(0), between(1)] }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn dates(text: &str, language: Language, expected: &str) {
        let found = first(text, language).map(|date| date.to_string());
        assert_eq!(found.as_deref().unwrap_or(""), expected, "{text}");
    }

    #[test]
    fn in_every_language() {
        dates(
            "adopted by the General Assembly on 24 December 2017",
            Language::English,
            "2017-12-24",
        );
        dates("at its 7853rd meeting, on 23 December 2016", Language::English, "2016-12-23");
        dates("le 1er janvier 2018", Language::French, "2018-01-01");
        dates("24 de diciembre de 2017", Language::Spanish, "2017-12-24");
        dates("24 декабря 2017 года", Language::Russian, "2017-12-24");
        dates("2017年12月24日大会决议", Language::Chinese, "2017-12-24");
        dates("في 24 كانون الأول/ديسمبر 2017", Language::Arabic, "2017-12-24");
        dates("31 February 2017", Language::English, "");
        dates("12 December ’50.", Language::English, "1950-12-12");
        dates("12 December '97", Language::English, "1997-12-12");
        for unread in ["30 November 1 987", "12 December 50", "12 December ’12", "30 November 9017"]
        {
            dates(unread, Language::English, "");
        }
        dates("201年12月24日", Language::Chinese, "");
        dates("resolution 72/247", Language::English, "");
    }
}
