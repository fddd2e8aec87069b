//! What a number is a number of: things, days, chapters of symbols. Knows words before and after it,
//! not whether it is a mark.

use super::characters::{
    digits_at_start, ends_with_any, ends_with_year, is_closing, is_dash, onward, starts_with_any,
    up_to, without_digits,
};
use crate::parse::words::{Words, contains, first_word, word_before};

/// Abbreviations of symbols and loci, whose number comes after their full stop.
#[rustfmt::skip]
const ABBREVIATIONS: &[&str] = &[
    "Add", "Rev", "Corr", "Amend", "L", "No", "Nos", "para", "paras", "art", "arts", "chap",
    "chaps", "sect", "sects", "vol", "vols", "p", "pp", "fig", "SR", "PV", "CP", "CMP", "CMA",
    "C", "AC", "CN", "CONF", "WG", "CRP", "WP", "INF", "MSP", "COP", "Sub", "Res", "RES",
    "Dec", "Decl", "EA", "GC", "NGO", "PC", "SS", "E", "par", "cap", "caps", "párr", "párrs", "núm",
    "núms", "secc", "pág", "págs", "п", "пп", "гл", "ст", "разд", "стр", "т", "cf", "RC",
    "SGB", "Resolution", "MEPC",
];

/// Whether a word is an abbreviation whose number comes after its full stop.
pub(super) fn is_abbreviation(word: &str) -> bool {
    ABBREVIATIONS.contains(&word)
}

/// Whether a text ends with the number of one thing, `Goal 14`, `decision 1/CP.19`: no list of
/// numbers goes on from there.
pub(super) fn numbers_one_thing(text: &str, words: &Words) -> bool {
    let number = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    let host = up_to(text, text.len() - number.len()).trim_end();
    let host = word_before(host, host.len());
    let is_symbol = number.contains('/') && number.contains(|c: char| c.is_ascii_uppercase());
    is_symbol || is_name_with_number(text, words) || is_one_thing(host, words)
}

/// Whether a text ends in a name that has a number: `Agenda 21`, but not `2030 Agenda 21`, which has
/// one already, nor `New Urban Agenda 21`, which has none.
pub(super) fn is_name_with_number(text: &str, words: &Words) -> bool {
    if !ends_with_any(words.names_with_number, text) {
        return false;
    }
    let name = without_digits(text).trim_end();
    let before = up_to(name, name.len() - word_before(name, name.len()).len()).trim_end();
    // `New Urban Agenda 21` has its name from the words before; the first word of a text is its opener.
    let word = word_before(before, before.len());
    let is_of_a_longer_name = word.starts_with(char::is_uppercase) && word.len() < before.len();
    !ends_with_year(before) && !is_of_a_longer_name
}

/// Whether a word is a noun in the singular that has a number behind it: `Goal`.
fn is_one_thing(noun: &str, words: &Words) -> bool {
    noun.len() > 3 && !noun.ends_with('s') && contains(words.numbered, noun)
}

/// Whether a number behind this text is that of one thing whose name stands between: `Objetivo de
/// Desarrollo Sostenible 3`, `l’objectif de développement durable 6`.
pub(super) fn has_a_named_thing_before(text: &str, words: &Words) -> bool {
    const MOST_WORDS: usize = 4;
    let mut rest = text.trim_end();
    for count in 0..MOST_WORDS {
        let word = word_before(rest, rest.len());
        if word.is_empty() {
            return false;
        }
        let is_quantity = matches!(word, "number" | "numéro" | "número" | "номер");
        if count >= 2 && is_one_thing(word, words) && !is_quantity {
            // The name goes on with a preposition: what stands between is one name, not a clause.
            let goes_on = first_word(onward(text, rest.len()).trim_start());
            return contains(words.owned_by, goes_on);
        }
        rest = up_to(rest, rest.len() - word.len()).trim_end_matches(' ');
    }
    false
}

/// `Sustainable Development Goals 12 and in line with`: a plural numbers several, so one number
/// behind it, and none in the words that follow, is no number of its.
pub(super) fn is_alone_behind_many(preceding: &str, after: &str) -> bool {
    let is_plural = preceding.len() > 4 && preceding.ends_with('s');
    is_plural && !after.starts_with('(') && !after.chars().take(12).any(|c| c.is_ascii_digit())
}

/// Whether the text goes on from a day to the name of its month: `May`, `de mayo`, `and 11 May`,
/// `–11 May`. Days go up: `this Crime 6 and 2 October` has one.
pub(super) fn leads_to_month(text: &str, day: &str, words: &Words) -> bool {
    let number = |digits: &str| digits.parse::<u32>().ok();
    let mut last = number(day);
    let mut rest = text.trim_start();
    for _ in 0..3 {
        let mut word = first_word(rest);
        if contains(words.before_month, word) {
            word = first_word(onward(rest, word.len()).trim_start());
        }
        if words.month(word).is_some() {
            return true;
        }
        if rest.starts_with(is_dash) {
            rest = rest.trim_start_matches(is_dash);
        } else if contains(words.between_days, word) {
            rest = onward(rest, word.len()).trim_start();
        } else {
            return false;
        }
        let digits = digits_at_start(rest);
        let next = number(up_to(rest, digits));
        if digits > 2 || next <= last {
            return false;
        }
        last = next;
        rest = onward(rest, digits).trim_start();
    }
    false
}

/// Whether Chinese text goes on with what a number before it counts: `3名`, not `3国际法院`.
pub(super) fn is_counted_in_chinese(after: &str, words: &Words) -> bool {
    starts_with_any(words.counted, after) && !starts_with_any(words.never_counted, after)
}

/// Whether a word after a number may be what it counts: `6 abductions`, not `2 and`.
pub(super) fn may_be_counted(after: &str, words: &Words) -> bool {
    let word = first_word(after.trim_start());
    word.starts_with(char::is_lowercase) && !contains(words.after_mark, word)
}

/// Whether an item of a list counts posts of a grade: `2 P-4`, `1 GS (PL)`, `67 posts (2 P-5`.
fn is_of_posts(item: &str) -> bool {
    let opened = item.rfind("(").filter(|&at| digits_at_start(onward(item, at + 1)) > 0);
    let item = onward(item, opened.map_or(0, |at| at + 1)).trim();
    let grade = onward(item, digits_at_start(item));
    let is_of_a_grade = |c: char| {
        c.is_uppercase() || c.is_ascii_digit() || c.is_whitespace() || "-\u{2011}()".contains(c)
    };
    grade.len() < item.len()
        && grade.trim_start().starts_with(char::is_uppercase)
        && grade.chars().all(is_of_a_grade)
}

/// Whether a number between commas is one of several that count: `92 injuries, 6 abductions, 86
/// arrests`. The item before it or the one behind it is such a number as well.
pub(super) fn is_in_a_list_of_counts(before: &str, after: &str, words: &Words) -> bool {
    const FARTHEST: usize = 60;
    let counts = |item: &str| {
        let item = item.trim_start();
        let digits = digits_at_start(item);
        digits > 0
            && onward(item, digits).starts_with(char::is_whitespace)
            && may_be_counted(onward(item, digits), words)
    };
    let may_be_a_post = after.trim_start().starts_with(char::is_uppercase);
    if !may_be_a_post && !may_be_counted(after, words) || !before.ends_with(is_closing) {
        return false;
    }
    let listed = before.trim_end_matches([',', ' ']);
    let near = listed.char_indices().rev().take(FARTHEST).last().map_or(0, |(at, _)| at);
    let last = onward(listed, near).rsplit([',', ';', '，']).next().unwrap_or_default();
    let mut items = after.split([',', ';']);
    let is_short = items.next().is_some_and(|item| item.len() <= FARTHEST);
    let next = items.next().filter(|_| is_short).unwrap_or_default();
    if may_be_a_post { is_of_posts(last) } else { counts(last) || counts(next) }
}
