//! Days and years by which something is due. Knows names of months and the words before a day, and which days lie
//! behind; not sessions.

use std::ops::Range;

use jiff::civil::Date;

use super::{
    mandate::What,
    tokens::{Token, tokens},
    when::Now,
    words::Words,
};
use crate::document::Language;

/// A day that a text names, and where: the first word of it, and the word behind its last.
struct Named {
    date: Date,
    words: Range<usize>,
}

/// The day whose month stands at a word.
fn named_at(words: &Words, text: &[Token], at: usize) -> Option<Named> {
    let (month, length, value) = words.months.find(text, at..at + 1)?;
    if text.get(month + 1).is_some_and(|token| token.is_one_of(&["月"])) {
        return in_chinese(text, month, value);
    }
    let skip =
        |at: usize| at + usize::from(text.get(at).is_some_and(|t| t.is_one_of(&["de", "del"])));
    let day = day_before(text, month)?;
    let year = skip(month + length);
    let date = Date::new(number(text, year)?, value, number(text, day)?.try_into().ok()?).ok()?;
    Some(Named { date, words: day..year + 1 })
}

/// *2022年3月15日*: the year before the month, the day behind it.
fn in_chinese(text: &[Token], month: usize, value: i8) -> Option<Named> {
    let is = |at: usize, word: &str| text.get(at).is_some_and(|token| token.is_one_of(&[word]));
    let year = month.checked_sub(2).filter(|year| is(year + 1, "年") && is(month + 3, "日"))?;
    let day = number(text, month + 2)?.try_into().ok()?;
    let date = Date::new(number(text, year)?, value, day).ok()?;
    Some(Named { date, words: year..month + 4 })
}

/// Whether a day is one by which something is due, in the languages that name many others as well: *不迟于2022年3月15日*,
/// *في موعد أقصاه 15 آذار/مارس 2022*.
fn is_due_by(language: Language, words: &Words, text: &[Token], day: &Range<usize>) -> bool {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    let by = (1..=4.min(day.start)).any(|length| {
        let at = day.start - length;
        words.by.at(text, at).is_some_and(|(found, ())| found == length)
    });
    match language {
        Language::Chinese => {
            let is_before =
                is(day.end, &["前"]) || is(day.end, &["之", "以"]) && is(day.end + 1, &["前"]);
            let is_latest = day.start > 1
                && is(day.start - 1, &["于", "在", "至"])
                && is(day.start - 2, &["迟", "截"]);
            is_before || is_latest
        }
        Language::Arabic => by && !is(day.start - 1, &["من"]),
        _ => true,
    }
}

fn number(text: &[Token], at: usize) -> Option<i16> {
    text.get(at)?.word().trim_end_matches("er").parse().ok()
}

/// Where the day of a month stands: before its name, a *de* left out.
fn day_before(text: &[Token], month: usize) -> Option<usize> {
    let before = month.checked_sub(1)?;
    if text[before].is_one_of(&["de"]) { before.checked_sub(1) } else { Some(before) }
}

/// A day whose year is not said: the next one behind the adoption.
fn without_year(words: &Words, now: &Now, text: &[Token], at: usize) -> Option<Named> {
    let (month, length, value) = words.months.find(text, at..at + 1)?;
    let behind = month + length;
    let is_yearly = text.get(behind).is_some_and(|t| t.is_one_of(&["every", "each", "of"]));
    let has_year =
        text.get(behind).is_some_and(|t| t.word().len() == 4 && number(text, behind).is_some());
    let day = day_before(text, month).filter(|day| is_by(text, *day) && !is_yearly && !has_year)?;
    let adopted = now.adopted?;
    let of = |year: i16| Date::new(year, value, number(text, day)?.try_into().ok()?).ok();
    let date =
        of(adopted.year()).filter(|date| *date > adopted).or_else(|| of(adopted.year() + 1))?;
    Some(Named { date, words: day..behind })
}

/// Whether a day is that by which something is due, and nothing else.
fn is_by(text: &[Token], day: usize) -> bool {
    let is = |back: usize, words: &[&str]| {
        day.checked_sub(back)
            .and_then(|at| text.get(at))
            .is_some_and(|token| token.is_one_of(words))
    };
    is(1, &["by", "before", "until"]) || is(1, &["than"]) && is(2, &["later"])
}

/// Whether a day begins or ends a time that something is for: *for the period from 1 July 2016 to 30 June 2017*.
fn is_of_period(text: &[Token], day: usize) -> bool {
    let near = &text[day.saturating_sub(8)..day];
    #[rustfmt::skip] // as few lines as it takes
    let periods = ["period", "période", "período", "период", "периода", "الفتره", "للفتره"];
    let is_period = near.iter().any(|token| token.is_one_of(&periods));
    let ends = ["from", "to", "du", "au", "del", "al", "с", "по", "من", "الي"];
    let is_end = |token: &Token| token.is_one_of(&ends);
    is_period && near.iter().any(is_end)
}

/// The days by which something is due: the first that lies before nothing, and those that are joined to it, with what
/// is to come then and not before, *and a final report by 28 January*. Behind `far` a day must be one by which.
pub(super) fn due(
    words: &Words,
    language: Language,
    now: &Now,
    text: &[Token],
    within: Range<usize>,
    far: usize,
) -> Vec<(Date, Option<What>)> {
    let is_english = language == Language::English;
    let is_due = |date: Date| {
        let is_behind = now.adopted.is_some_and(|adopted| date <= adopted)
            || now.adopted.is_none() && now.year() > Some(date.year());
        !is_behind && now.year().is_none_or(|year| date.year() - year < 25)
    };
    // Where nothing says when a text was adopted, *its resolution of 28 March 2003* may lie behind.
    let is_of = |day: usize| {
        let before = day.checked_sub(1).and_then(|at| text.get(at));
        now.adopted.is_none() && before.is_some_and(|token| token.is_one_of(&["of"]))
    };
    let mut found: Vec<(Named, Option<What>)> = Vec::new();
    for at in within {
        let undated = || without_year(words, now, text, at).filter(|_| is_english);
        let Some(named) = named_at(words, text, at).or_else(undated) else { continue };
        let day = named.words.start;
        let is_by_it = is_due_by(language, words, text, &named.words);
        if !is_due(named.date) || is_of(day) || is_of_period(text, day) || !is_by_it {
            continue;
        }
        match found.last() {
            None if at < far || is_english && is_by(text, day) => found.push((named, None)),
            Some((last, _)) if is_joined(text, last.words.end..day) => {
                let what = words.nouns.find(text, last.words.end..day).map(|(_, _, what)| what);
                found.push((named, what.filter(|what| *what != What::Other)));
            }
            _ => {}
        }
    }
    found.into_iter().map(|(named, what)| (named.date, what)).collect()
}

/// Whether a day is one of several: *by 11 October 2010, 21 January 2011 and then by 13 May*; *and a final report by*.
fn is_joined(text: &[Token], between: Range<usize>) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let joints = [",", "and", "then", "by", "no", "not", "later", "than", "before", "et", "y", "и", "d", "ici", "le"];
    let is_list = between.len() <= 8 && text[between.clone()].iter().all(|t| t.is_one_of(&joints));
    is_list || is_by(text, between.end) && text[between].iter().any(|t| t.is_one_of(&["and"]))
}

/// A year behind a word like *by*, *in*.
pub(super) fn year(
    words: &Words,
    language: Language,
    now: &Now,
    text: &[Token],
    within: Range<usize>,
) -> Option<(i16, usize, bool)> {
    let now = now.year()?;
    let mut is_planned = false;
    let found = within.clone().find_map(|at| {
        let word = text.get(at)?.word();
        let year: i16 = word.parse().ok().filter(|_| word.len() == 4)?;
        // *In January 2003*: the month stands between.
        let month = usize::from(words.months.at(text, at.checked_sub(1)?).is_some());
        // *By the end of*, and not *of* alone.
        let by = (1..=6.min(at - within.start)).rev().find(|length| {
            at >= within.start + length + month
                && words
                    .by
                    .at(text, at - length - month)
                    .is_some_and(|(found, ())| found == *length)
        });
        let is_behind = by.is_some();
        let (is_done, is_to_be) =
            by.map_or((false, false), |length| participle(language, text, at - length - month));
        is_planned = is_to_be;
        let behind = text.get(at + 1);
        let is_chinese_year =
            language == Language::Chinese && behind.is_some_and(|t| t.is_one_of(&["年"]));
        // *In 2030 Agenda*, *of 2018*.
        let is_name = behind.is_some_and(|token| token.is_capital && !token.is_one_of(&["and"]));
        let weak = by.is_none_or(|length| length == 1)
            && at.checked_sub(1).is_some_and(|at| {
                text[at].is_one_of(&["of", "de", "from", "for", "du", "del", "с", "на"])
            });
        let is_due = if weak { year > now } else { year >= now };
        ((is_behind || is_chinese_year)
            && is_due
            && year - now < 25
            && !is_name
            && !is_done
            && !(weak && language == Language::English))
            .then_some((year, at))
    });
    found.map(|(year, at)| (year, at, is_planned))
}

/// The years that are joined to one: *before the end of 2023 and 2024*.
pub(super) fn joined_years(text: &[Token], year: usize) -> Vec<i16> {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    let first = number(text, year);
    let mut found = Vec::new();
    let mut at = year;
    while is(at + 1, &["and", "et", "y", "и", "和", ","])
        || is(at + 1, &["年"]) && is(at + 2, &["和", "、"])
    {
        let next = at + 2 + usize::from(is(at + 1, &["年"]));
        let is_year = text.get(next).is_some_and(|token| token.word().len() == 4);
        let behind = number(text, next).filter(|next| is_year && Some(*next) > first);
        let Some(behind) = behind.filter(|year| (1900..2100).contains(year)) else { break };
        found.push(behind);
        at = next;
    }
    found
}

/// The years behind a session, by whose end something is due as well: *until its fifty-ninth session, and before the end
/// of 2023 and 2024*.
pub(super) fn years_behind(
    language: Language,
    now: &Now,
    text: &[Token],
    within: Range<usize>,
) -> Vec<i16> {
    let is = |at: usize, word: &str| text.get(at).is_some_and(|token| token.is_one_of(&[word]));
    let begins = |at: &usize| {
        let before = is(*at, "before") || is(*at, "by");
        is(at.wrapping_sub(1), "and")
            && before
            && is(at + 1, "the")
            && is(at + 2, "end")
            && is(at + 3, "of")
    };
    let mut places = within.filter(|at| language == Language::English && begins(at));
    let year = places.next().map(|at| at + 4);
    let Some((at, first)) = year.and_then(|at| Some((at, number(text, at)?))) else {
        return Vec::new();
    };
    let mut all = vec![first];
    all.extend(joined_years(text, at));
    all.retain(|year| now.year().is_none_or(|now| *year >= now && *year - now < 25));
    all
}

/// Whether a participle stands before *in* and a year, and what it says: that something was done, *elections
/// held in 2021*, or is to be, *the review to be launched in 2020*.
fn participle(language: Language, text: &[Token], before: usize) -> (bool, bool) {
    let Some(last) = before.checked_sub(1).filter(|_| language == Language::English) else {
        return (false, false);
    };
    let is_one = text[last].word().ends_with("ed") || text[last].is_one_of(&["held", "begun"]);
    let is_be = last.checked_sub(1).is_some_and(|be| text[be].is_one_of(&["be"]));
    (is_one && !is_be, is_one && is_be)
}

/// The first day that a text names.
#[must_use]
pub fn date_in(language: Language, text: &str) -> Option<Date> {
    let text = tokens(text);
    (0..text.len()).find_map(|at| named_at(Words::of(language), &text, at)).map(|named| named.date)
}
