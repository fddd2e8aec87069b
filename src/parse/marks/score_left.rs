//! What the left side of a run of digits says of its being a footnote mark (grammar.md §4 B). The
//! weights are the grammar's, as far as measuring did not better them.

use super::{score_right::goes_on_counting, site::*};
use crate::{
    document::Symbol,
    parse::words::{Words, contains, first_word, word_before},
};

/// Names that end in a number.
const ENDING_IN_A_NUMBER: &[&str] = &["Agenda 21", "Action 21", "Programa 21"];

/// Abbreviations of symbols and loci, whose number comes after their full stop.
#[rustfmt::skip]
const ABBREVIATIONS: &[&str] = &[
    "Add", "Rev", "Corr", "Amend", "L", "No", "Nos", "para", "paras", "art", "arts", "chap",
    "chaps", "sect", "sects", "vol", "vols", "p", "pp", "fig", "SR", "PV", "CP", "CMP", "CMA",
    "C", "AC", "CN", "CONF", "WG", "CRP", "WP", "INF", "MSP", "COP", "Sub", "Res", "RES",
    "Dec", "EA", "GC", "NGO", "PC", "SS", "E", "par", "cap", "caps", "párr", "párrs", "núm",
    "núms", "secc", "pág", "págs", "п", "пп", "гл", "ст", "разд", "стр", "т", "cf", "RC",
    "SGB", "Resolution", "MEPC",
];

/// No session of the General Assembly has more than some 330 resolutions, no year of a council 400.
const MOST_RESOLUTIONS: u32 = 400;
/// Decisions are numbered from 401 in each session, and in none up to 700.
const MOST_DECISIONS: u32 = 699;

/// At the start of a paragraph a number is a label.
const START: f32 = -9.0;
const OTHER: f32 = -6.0;
/// Behind letters like those of `CO2` a mark is taken only where its footnote is due, and is weak.
const IN_A_NAME: f32 = -3.4;

/// The old style `1/`, with its stroke, after a space or glued to punctuation.
pub(super) fn old_style(site: &Site<'_>) -> Option<f32> {
    let rest = site.after().strip_prefix('/')?;
    let is_end = rest.is_empty()
        || rest.starts_with(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.' | ':'));
    let before = site.before();
    let is_start =
        before.ends_with(|c: char| c.is_whitespace() || is_closing(c)) && !before.trim().is_empty();
    (is_end && is_start).then_some(5.0)
}

/// What the left side says of the whole run as a mark.
pub(super) fn whole(site: &Site<'_>) -> f32 {
    let before = site.before();
    let Some(p) = before.chars().next_back().filter(|_| !before.trim_start().is_empty()) else {
        return START;
    };
    if site.with_brackets().start < site.start {
        return bracketed(site, &before[..before.len() - 1]);
    }
    let after_mark = site.mark_before.is_some_and(|end| end + p.len_utf8() == site.start);
    match p {
        ',' | '-' | '\u{2013}' if after_mark => 4.0,
        ',' | ';' | '،' | '؛' => after_comma(site, before, p),
        '.' => after_full_stop(site, before),
        _ if p.is_whitespace() => spaced(site),
        _ if p.is_alphabetic() => after_letter(site, before, p),
        // Around the number of an Arabic sub-paragraph, ’1‘.
        '’' | '‘' | '\'' if site.after().starts_with(['’', '‘', '\'']) => START,
        '、' if before.trim_end_matches('、').ends_with(|c: char| c.is_ascii_digit()) => OTHER,
        _ if is_closing(p) => 4.0,
        _ => OTHER,
    }
}

fn bracketed(site: &Site<'_>, before: &str) -> f32 {
    let Some(p) = before.chars().next_back() else { return START };
    if p.is_whitespace() {
        return if before.trim_end().is_empty() { START } else { 2.0 + site.style.spaced_bonus };
    }
    if !p.is_ascii_digit() {
        return 7.0;
    }
    if ends_with_year_or_key(before) {
        return 7.0;
    }
    // A bracket may belong to the number of a symbol, `MEPC.207(62)`.
    let number = &before[..before.len() - digits_at_end(before)];
    if number.ends_with(|c: char| c == '.' || c.is_ascii_alphabetic()) { -9.0 } else { 3.0 }
}

fn after_comma(site: &Site<'_>, before: &str, p: char) -> f32 {
    let listed = &before[..before.len() - p.len_utf8()];
    let Some(pp) = listed.chars().next_back() else { return START };
    if !pp.is_ascii_digit() {
        return if pp.is_whitespace() { OTHER } else { 4.0 };
    }
    if ends_with_year_or_key(listed) {
        4.0
    } else if p == ';' || p == '؛' {
        3.5
    } else if site.style.words.mark_before_punctuation || is_decimal(listed, site.style.words) {
        // A decimal comma.
        OTHER
    } else if site.digits().len() <= 2
        && (site.after().is_empty() || site.after().starts_with(char::is_whitespace))
    {
        2.0
    } else {
        OTHER
    }
}

/// Whether a comma and digits behind this text make a decimal of it, `0,7`: not behind the number
/// of a thing, `Goal 14,3`.
fn is_decimal(text: &str, words: &Words) -> bool {
    let before = &text[..text.len() - digits_at_end(text)];
    before.ends_with(|c: char| c.is_whitespace() || c == '(') && !ends_with_one_thing(text, words)
}

fn after_full_stop(site: &Site<'_>, before: &str) -> f32 {
    let sentence = &before[..before.len() - 1];
    let Some(pp) = sentence.chars().next_back() else { return START };
    if pp.is_ascii_digit() {
        // `decision IOC-XXX/11.1` goes on; a year, or 53/144, is at the end of its sentence.
        let head = sentence.trim_end_matches(|c: char| c.is_ascii_digit());
        let is_roman = head.strip_suffix('/').is_some_and(ends_with_roman);
        return if ends_with_year_or_key(sentence) && !is_roman { 4.0 } else { -9.0 };
    }
    if !pp.is_alphabetic() {
        return 4.0;
    }
    let word = word_before(sentence, sentence.len());
    let before_word = sentence[..sentence.len() - word.len()].chars().next_back();
    if ABBREVIATIONS.contains(&word) {
        -12.0
    } else if site.after().starts_with(['(', '/']) {
        // `FAL.13(42)`.
        -9.0
    } else if before_word == Some('/') || is_roman(word) {
        -9.0
    } else if word.chars().count() == 1 {
        -6.0
    } else {
        4.0
    }
}

fn after_letter(site: &Site<'_>, before: &str, p: char) -> f32 {
    if is_cjk(p) {
        let words = site.style.words;
        let listed = before.trim_end_matches(['和', '至', '或', '及']);
        let is_listed =
            listed.len() < before.len() && listed.ends_with(|c: char| c.is_ascii_digit());
        return match () {
            () if is_listed || contains_end(words.numbered, before) => -12.0,
            // `5月2至4日`.
            () if p == '月' && site.after().starts_with(['至', '和', '、', '日', '-', '–']) => {
                -12.0
            }
            () if contains_end(words.weak_hosts, before) => -1.0,
            () => 3.5,
        };
    }
    let token_start = before
        .char_indices()
        .rev()
        .take(8)
        .take_while(|(_, c)| c.is_alphanumeric())
        .last()
        .map_or(before.len(), |(at, _)| at);
    let letters = &before[token_start..];
    let is_one_capital = p.is_uppercase() && before.len() - token_start == p.len_utf8();
    if is_one_capital {
        let preceding = before[..token_start].trim_end();
        return if preceding.is_empty() && site.after().trim().is_empty() {
            // A part letter on its own line, `B1`.
            5.0
        } else if ends_with_key(preceding) {
            // The letter of `73/268 B`.
            3.5
        } else {
            -1.0
        };
    }
    if is_of_a_name(letters) { IN_A_NAME } else { 3.5 }
}

/// Whether letters and the number behind them are mostly one name: `CO2`, `UF6`, `UN80`, `H1N1`,
/// `m3`. No list of names would ever end; where a footnote is due, the order of marks decides.
fn is_of_a_name(letters: &str) -> bool {
    let count = letters.chars().count();
    let is_capital = |c: char| c.is_uppercase() || c.is_ascii_digit();
    count == 1
        || letters.chars().all(is_capital)
            && (count == 2 || letters.bytes().any(|b| b.is_ascii_digit()))
}

fn spaced(site: &Site<'_>) -> f32 {
    let words = site.style.words;
    let before = site.before().trim_end();
    let Some(q) = before.chars().next_back() else { return START };
    if q == '.' && ABBREVIATIONS.contains(&word_before(before, before.len() - 1)) {
        return -12.0;
    }
    let after = site.after().trim_start();
    // A repeat at the end of a clause, which some typists set apart: `; 23`.
    if after.is_empty() && matches!(q, ';' | '.' | '؛' | '；') {
        return 3.0;
    }
    let follows = first_word(after);
    let is_day = leads_to_month(after, site.digits(), words) && !ends_with_year(before);
    let is_counting = is_day
        || q == '№'
        || words.is_counted(after)
        || (site.style.is_chinese && contains_start(words.counted, after));
    let preceding = word_before(before, before.len());
    let is_counted = contains(words.numbered, preceding) && !is_alone_behind_many(preceding, after)
        || words.month(preceding).is_some();
    let is_of_a_name = contains_end(ENDING_IN_A_NUMBER, &site.text[..site.end])
        && !before.ends_with("2030 Agenda");
    if is_counting || is_counted || is_of_a_name {
        return -9.0;
    }
    // In a list of numbers, `goals 4, 5 and 8`, none is a mark.
    let listed = before.trim_end_matches([',', ';']);
    let is_after_mark = site.mark_before == Some(listed.len());
    if !is_after_mark
        && listed.ends_with(|c: char| c.is_ascii_digit())
        && !ends_with_year_or_key(listed)
        && (!ends_with_one_thing(listed, words) || goes_on_counting(site.after(), words))
    {
        return -7.0;
    }
    if site.style.spaced_bonus > 0.0 {
        let counts =
            follows.starts_with(char::is_lowercase) && !contains(words.after_mark, follows);
        let place = match (is_closing(q), counts) {
            (true, false) => -2.0,
            (true, true) => -3.0,
            (false, false) => -3.0,
            (false, true) => -5.5,
        };
        return place + site.style.spaced_bonus;
    }
    if words.mark_before_punctuation {
        if site.after().starts_with([',', ';']) { -2.0 } else { -4.5 }
    } else if q.is_alphabetic() {
        -3.0
    } else if q.is_ascii_digit() {
        -5.0
    } else {
        -2.0
    }
}

/// Whether a text ends with the number of one thing, `Goal 14`, `decision 1/CP.19`: no list of
/// numbers goes on from there.
fn ends_with_one_thing(text: &str, words: &Words) -> bool {
    let number = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    let host = text[..text.len() - number.len()].trim_end();
    let host = word_before(host, host.len());
    let is_symbol = number.contains('/') && number.contains(|c: char| c.is_ascii_uppercase());
    is_symbol
        || contains_end(ENDING_IN_A_NUMBER, text)
        || host.len() > 3 && !host.ends_with('s') && contains(words.numbered, host)
}

/// `Sustainable Development Goals 12 and in line with`: a plural numbers several, so one number
/// behind it, and none in the words that follow, is no number of its.
fn is_alone_behind_many(preceding: &str, after: &str) -> bool {
    let is_plural = preceding.len() > 4 && preceding.ends_with('s');
    is_plural && !after.starts_with('(') && !after.chars().take(12).any(|c| c.is_ascii_digit())
}

/// Whether the text goes on from a day to the name of its month: `May`, `de mayo`, `and 11 May`,
/// `–11 May`. Days go up: `this Crime 6 and 2 October` has one.
fn leads_to_month(text: &str, day: &str, words: &Words) -> bool {
    let dashed = |c: char| matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{2013}');
    let number = |digits: &str| digits.parse::<u32>().ok();
    let mut last = number(day);
    let mut rest = text.trim_start();
    for _ in 0..3 {
        let mut word = first_word(rest);
        if contains(words.before_month, word) {
            word = first_word(rest[word.len()..].trim_start());
        }
        if words.month(word).is_some() {
            return true;
        }
        if rest.starts_with(dashed) {
            rest = rest.trim_start_matches(dashed);
        } else if contains(words.between_days, word) {
            rest = rest[word.len()..].trim_start();
        } else {
            return false;
        }
        let digits = digits_at_start(rest);
        let next = number(&rest[..digits]);
        if digits > 2 || next <= last {
            return false;
        }
        last = next;
        rest = rest[digits..].trim_start();
    }
    false
}

/// What the left side says of a mark that is the end of the run, after the digits `kept`.
pub(super) fn kept(site: &Site<'_>, kept: &str) -> f32 {
    let before = site.before();
    let p = before.chars().next_back();
    if p == Some('/') {
        return after_stroke(site, &before[..before.len() - 1], kept);
    }
    if is_year(kept) {
        let preceding = word_before(before, before.trim_end().len());
        let words = site.style.words;
        let is_dated = matches!(p, Some('-' | '\u{2010}' | '\u{2011}' | '\u{2013}'))
            || words.month(preceding).is_some()
            || contains(words.before_year, preceding);
        return if is_dated { 4.5 } else { 3.0 };
    }
    let is_a_number = matches!(p, None | Some(' ' | '\u{a0}' | '('));
    let place = match p {
        Some('-' | '\u{2010}' | '\u{2011}' | '\u{2013}') => 0.0,
        _ if is_a_number => {
            let before_punctuation = site.after().starts_with([',', ';']);
            if site.style.words.mark_before_punctuation && before_punctuation { -0.5 } else { -1.0 }
        }
        _ => -2.0,
    };
    // Long numbers are those of treaties and documents.
    let is_long = kept.len() >= 4;
    place - if is_a_number && (is_long || is_date(site)) { 3.5 } else { 0.0 }
}

/// Whether the run as it stands is a year, or the day of a month.
fn is_date(site: &Site<'_>) -> bool {
    let words = site.style.words;
    is_year(site.digits())
        || (site.digits().len() <= 2 && leads_to_month(site.after(), site.digits(), words))
}

/// After `N/`: 59/3009 is 59/300 and footnote 9; 52/492 is a decision; A/71/644 a symbol.
fn after_stroke(site: &Site<'_>, before: &str, kept: &str) -> f32 {
    let (head, session) = before.split_at(before.len() - digits_at_end(before));
    let run = site.digits();
    if is_year(run) {
        // `2017/2018`, `resolution 3/2005`.
        return -3.0;
    }
    if session.is_empty() && ends_with_roman(head) {
        // Decisions of treaty bodies, `XIII/128`.
        return if run.len() >= 4 { 3.5 } else { -1.5 };
    }
    if session.is_empty() || head.ends_with(|c: char| c == '/' || c == '.' || c.is_alphabetic()) {
        return -5.0;
    }
    let value: u32 = run.parse().unwrap_or(u32::MAX);
    if contains(site.style.words.decision, word_before(head, head.trim_end().len())) {
        -4.0
    } else if run.len() >= 3 && !could_exist(session, run) && could_exist(session, kept) {
        // `74/912` is 74/91 and footnote 2: the session has no such number. Two digits say nothing:
        // `OC-16/99` is of a body that is not known here.
        3.5
    } else if run.len() >= 4 || value > MOST_DECISIONS {
        if kept.parse().is_ok_and(|n: u32| n <= MOST_RESOLUTIONS) { 3.5 } else { 0.0 }
    } else if is_year(session) {
        if value > MOST_RESOLUTIONS { 2.0 } else { -2.0 }
    } else if value > MOST_RESOLUTIONS {
        0.0
    } else {
        -1.5
    }
}

/// Whether the General Assembly or the Human Rights Council has such a number in that session.
fn could_exist(session: &str, number: &str) -> bool {
    ["A/RES", "A/DEC", "A/HRC/RES"]
        .iter()
        .any(|body| Symbol::new(format!("{body}/{session}/{number}")).could_exist())
}
