//! What stands to the left of a run of digits with white space before it (grammar.md §4 B). Knows the
//! words there, not what they weigh.

use super::{
    characters::{
        ends_with_year, ends_with_year_or_key, is_closing, is_dash, up_to, without_digits,
    },
    features::Feature,
    right_of_run::goes_on_counting,
    site::Site,
    things::{
        has_a_named_thing_before, is_abbreviation, is_alone_behind_many, is_counted_in_chinese,
        is_in_a_list_of_counts, is_name_with_number, leads_to_month, may_be_counted,
        numbers_one_thing,
    },
};
use crate::parse::words::{contains, word_before};

/// What is to the left of a run that has white space before it.
pub(super) fn left_of_apart(site: &Site<'_>) -> Feature {
    let words = site.style.words;
    let before = site.before().trim_end();
    let Some(last) = before.chars().next_back() else { return Feature::AtStart };
    if last == '.' && is_abbreviation(word_before(before, before.len() - 1)) {
        return Feature::ApartBehindAbbreviation;
    }
    let after = site.after().trim_start();
    // A repeat at the end of a clause, which some typists set apart: `; 23`.
    if after.is_empty() && matches!(last, ';' | '.' | '؛' | '；') {
        return Feature::ApartAtTheEnd;
    }
    if last == '№' || counts_or_is_counted(site, before, after) {
        return Feature::CountsOrIsCounted;
    }
    if has_a_named_thing_before(before, words) {
        return Feature::NumbersAThing;
    }
    // In a list of numbers, `goals 4, 5 and 8`, none is a mark.
    let listed = before.trim_end_matches([',', ';']);
    let is_after_mark = site.mark_before == Some(listed.len());
    if !is_after_mark
        && ends_with_a_number(listed)
        && !ends_with_year_or_key(listed)
        && (!numbers_one_thing(listed, words) || goes_on_counting(site.after(), words))
    {
        return Feature::InAList;
    }
    if is_in_a_list_of_counts(before, after, words) {
        return Feature::InAListOfCounts;
    }
    if site.style.is_apart { as_usual(site, last, after) } else { stray(site, last) }
}

/// Whether a text ends in a number that stands by itself, not in `COVID-19`.
fn ends_with_a_number(text: &str) -> bool {
    let before = without_digits(text);
    before.len() < text.len() && !before.ends_with(|c: char| c.is_alphabetic() || is_dash(c))
}

fn counts_or_is_counted(site: &Site<'_>, before: &str, after: &str) -> bool {
    let words = site.style.words;
    let is_day = leads_to_month(after, site.digits(), words) && !ends_with_year(before);
    let is_counting = is_day
        || words.is_counted(after)
        || (site.style.is_chinese && is_counted_in_chinese(after, words));
    let preceding = word_before(before, before.len());
    is_counting
        || contains(words.numbered, preceding) && !is_alone_behind_many(preceding, after)
        || words.month(preceding).is_some()
        || is_name_with_number(up_to(site.text, site.end), words)
}

/// In a text that sets its marks apart.
fn as_usual(site: &Site<'_>, last: char, after: &str) -> Feature {
    match (is_closing(last), may_be_counted(after, site.style.words)) {
        (true, false) => Feature::ApartBehindPunctuation,
        (true, true) => Feature::ApartBehindPunctuationCounting,
        (false, false) => Feature::ApartBehindWord,
        (false, true) => Feature::ApartBehindWordCounting,
    }
}

/// In a text that does not.
fn stray(site: &Site<'_>, last: char) -> Feature {
    if site.style.words.mark_before_punctuation {
        if site.after().starts_with([',', ';']) {
            Feature::StrayBeforePunctuation
        } else {
            Feature::StrayInside
        }
    } else if last.is_alphabetic() {
        Feature::StrayBehindWord
    } else if last.is_ascii_digit() {
        Feature::StrayBehindNumber
    } else {
        Feature::StrayBehindPunctuation
    }
}
