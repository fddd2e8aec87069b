//! What speaks for a run of digits being a footnote mark: what stands to its left, and what to its
//! right (grammar.md §4 B). The weights are the grammar's. Knows one place in one text.

use super::candidates::Style;
use crate::parse::words::{contains, first_word, word_before};

/// A run of digits and what is around it.
#[derive(Clone, Copy)]
pub(super) struct Site<'a> {
    text: &'a str,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Where the run before this one ended, if that reads as a mark.
    mark_before: Option<usize>,
    style: Style,
}

/// Letters and digits that look like a word with its mark and are a name.
const NAMES: &[&str] = &[
    "CO2", "CH4", "N2O", "SO2", "NO2", "H2O", "G4", "G5", "G7", "G8", "G10", "G15", "G20", "G24",
    "G33", "G77", "G90", "H1N1", "H5N1", "PM10", "PM2", "C20", "W20", "Y20", "B20", "T20", "L20",
    "U5MR", "HIV1", "A4", "A3", "MH17", "MH370", "3D", "SARS", "E20",
];

/// Abbreviations of symbols and loci, whose number comes after their full stop.
const ABBREVIATIONS: &[&str] = &[
    "Add",
    "Rev",
    "Corr",
    "Amend",
    "L",
    "No",
    "Nos",
    "para",
    "paras",
    "art",
    "arts",
    "chap",
    "chaps",
    "sect",
    "sects",
    "vol",
    "vols",
    "p",
    "pp",
    "fig",
    "SR",
    "PV",
    "CP",
    "CMP",
    "CMA",
    "C",
    "AC",
    "CN",
    "CONF",
    "WG",
    "CRP",
    "WP",
    "INF",
    "MSP",
    "COP",
    "Sub",
    "Res",
    "RES",
    "Dec",
    "EA",
    "GC",
    "NGO",
    "PC",
    "SS",
    "E",
    "par",
    "cap",
    "caps",
    "párr",
    "párrs",
    "art",
    "núm",
    "núms",
    "secc",
    "pág",
    "págs",
    "п",
    "пп",
    "гл",
    "ст",
    "разд",
    "стр",
    "т",
    "cf",
    "RC",
    "SGB",
    "Resolution",
    "MEPC",
];

const START: f32 = -9.0;
const OTHER: f32 = -6.0;

impl<'a> Site<'a> {
    pub(super) fn new(
        text: &'a str,
        start: usize,
        end: usize,
        mark_before: Option<usize>,
        style: Style,
    ) -> Self {
        Self { text, start, end, mark_before, style }
    }

    pub(super) fn glued_malus(&self) -> f32 {
        self.style.glued_malus
    }

    pub(super) fn digits(&self) -> &'a str {
        self.text.get(self.start..self.end).unwrap_or_default()
    }

    fn before(&self) -> &'a str {
        self.text.get(..self.start).unwrap_or_default()
    }

    fn after(&self) -> &'a str {
        self.text.get(self.end..).unwrap_or_default()
    }

    /// The run with the brackets around it: `(1)` in Arabic, `)1(` where the text came out
    /// mirrored, `[1]` from old converters.
    pub(super) fn with_brackets(&self) -> Self {
        let pair = (self.before().bytes().next_back(), self.after().bytes().next());
        let is_mark = match pair {
            (Some(b'('), Some(b')')) | (Some(b')'), Some(b'(')) => self.style.is_arabic,
            (Some(b'['), Some(b']')) => true,
            _ => false,
        };
        if is_mark { Self { start: self.start - 1, end: self.end + 1, ..*self } } else { *self }
    }

    /// Where the mark begins if the white space before it goes with it, and whether there is any.
    pub(super) fn with_space_before(&self) -> (usize, bool) {
        let trimmed = self.before().trim_end().len();
        if trimmed == 0 { (self.start, false) } else { (trimmed, trimmed < self.start) }
    }

    /// Where the mark ends. In Chinese the space after it is there for the mark's sake.
    pub(super) fn with_space_after(&self) -> usize {
        let rest = self.after().trim_start_matches(' ');
        let is_for_the_mark = self.style.is_chinese && rest.starts_with(is_cjk);
        if is_for_the_mark { self.text.len() - rest.len() } else { self.end }
    }

    /// Whether this is `437/27` right after punctuation: a mark, and a number without its space.
    pub(super) fn has_lost_a_space(&self) -> bool {
        self.before().ends_with([',', ';'])
            && self
                .after()
                .strip_prefix('/')
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    }
}

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
        '.' => after_full_stop(before),
        _ if p.is_whitespace() => spaced(site),
        _ if p.is_alphabetic() => after_letter(site, before, p),
        // Around the number of an Arabic sub-paragraph, ’1‘.
        '’' | '‘' | '\'' if site.after().starts_with(['’', '‘', '\'']) => START,
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
    } else if site.style.words.mark_before_punctuation {
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

fn after_full_stop(before: &str) -> f32 {
    let sentence = &before[..before.len() - 1];
    let Some(pp) = sentence.chars().next_back() else { return START };
    if pp.is_ascii_digit() {
        return if ends_with_year_or_key(sentence) { 4.0 } else { -9.0 };
    }
    if !pp.is_alphabetic() {
        return 4.0;
    }
    let word = word_before(sentence, sentence.len());
    let before_word = sentence[..sentence.len() - word.len()].chars().next_back();
    if ABBREVIATIONS.contains(&word) {
        -12.0
    } else if before_word == Some('/')
        || (word.len() <= 5 && word.bytes().all(|b| b"IVXLCDM".contains(&b)))
    {
        -9.0
    } else if word.chars().count() == 1 {
        -6.0
    } else {
        4.0
    }
}

fn after_letter(site: &Site<'_>, before: &str, p: char) -> f32 {
    if is_cjk(p) && contains_end(site.style.words.numbered, before) {
        return -12.0;
    }
    let token_start = before
        .char_indices()
        .rev()
        .take(8)
        .take_while(|(_, c)| c.is_alphanumeric())
        .last()
        .map_or(before.len(), |(at, _)| at);
    let token = &site.text[token_start..site.end];
    let is_one_capital = p.is_uppercase() && before.len() - token_start == p.len_utf8();
    if is_one_capital {
        let preceding = before[..token_start].trim_end();
        return if preceding.is_empty() && site.after().trim().is_empty() {
            // A part letter on its own line, `B1`.
            5.0
        } else if NAMES.contains(&token) {
            -9.0
        } else if ends_with_key(preceding) {
            // The letter of `73/268 B`.
            3.5
        } else {
            -1.0
        };
    }
    if NAMES.iter().any(|name| name.starts_with(token)) { -9.0 } else { 3.5 }
}

fn spaced(site: &Site<'_>) -> f32 {
    let words = site.style.words;
    let before = site.before().trim_end();
    let Some(q) = before.chars().next_back() else { return START };
    let after = site.after();
    if q == '.' && ABBREVIATIONS.contains(&word_before(before, before.len() - 1)) {
        return -12.0;
    }
    let follows = first_word(after.trim_start());
    if words.month(follows).is_some() || contains(words.counted, follows) {
        return -9.0;
    }
    let preceding = word_before(before, before.len());
    if !preceding.is_empty()
        && (contains(words.numbered, preceding) || words.month(preceding).is_some())
    {
        return -9.0;
    }
    let place = if q.is_alphabetic() {
        -3.0
    } else if words.mark_before_punctuation {
        if after.starts_with([',', ';']) { -2.0 } else { -4.5 }
    } else if q.is_ascii_digit() {
        -5.0
    } else {
        -2.0
    };
    // In a list of numbers, `goals 4, 5 and 8`, none is a mark.
    let listed = before.trim_end_matches([',', ';']);
    let is_listed =
        listed.ends_with(|c: char| c.is_ascii_digit()) && !ends_with_year_or_key(listed);
    let bonus = if is_listed { -2.0 } else { site.style.spaced_bonus };
    place + bonus
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
        || (site.digits().len() <= 2
            && words.month(first_word(site.after().trim_start())).is_some())
}

/// After `N/`: 59/3009 is 59/300 and footnote 9; 52/492 is a decision; A/71/644 a symbol.
fn after_stroke(site: &Site<'_>, before: &str, kept: &str) -> f32 {
    let (head, session) = before.split_at(before.len() - digits_at_end(before));
    if session.is_empty() || head.ends_with(|c: char| c == '/' || c == '.' || c.is_alphabetic()) {
        return -5.0;
    }
    let run = site.digits();
    let value: u32 = run.parse().unwrap_or(u32::MAX);
    if contains(site.style.words.decision, word_before(head, head.trim_end().len())) {
        -4.0
    } else if run.len() >= 4 {
        // No session has more than some 330 resolutions, and no year of a council 400.
        if kept.parse().is_ok_and(|n: u32| n <= 400) { 3.5 } else { 0.0 }
    } else if is_year(session) {
        if value > 400 { 2.0 } else { -2.0 }
    } else if (401..=699).contains(&value) {
        0.0
    } else {
        -1.5
    }
}

/// What the right side says of a mark with the digits `label`.
pub(super) fn right(site: &Site<'_>, label: &str, is_whole: bool) -> f32 {
    let after = site.after();
    let mut chars = after.chars();
    let Some(x) = chars.next() else { return 1.0 };
    let rest = chars.as_str();
    let words = site.style.words;
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    match x {
        '/' | '%' | '°' => -8.0,
        ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}'
            if digits(rest) == 3 && is_whole && !site.before().ends_with(char::is_alphabetic) =>
        {
            -4.0
        }
        _ if x.is_whitespace() => 1.0,
        ',' if digits(rest) >= 3 && !ends_with_year(rest) => -5.0,
        '.' if digits(rest) > 0 => -4.0,
        '.' if is_whole
            && rest.starts_with(char::is_whitespace)
            && site.before().ends_with(is_closing) =>
        {
            -9.0
        }
        ',' | ';' | '.' | ':' | ')' => {
            if words.mark_before_punctuation {
                1.0
            } else {
                -1.0
            }
        }
        '-' | '\u{2010}' | '\u{2011}' | '\u{2013}' => {
            if is_whole && is_range(rest) {
                0.0
            } else {
                -5.0
            }
        }
        _ if is_cjk(x) || is_arabic(x) => beside_cjk(site, after),
        _ if x.is_alphabetic() => {
            let is_ordinal =
                contains(words.ordinal_endings, first_word(after)) && !label.is_empty();
            if is_ordinal { -8.0 } else { -1.5 }
        }
        'º' | 'ª' => -8.0,
        _ => 0.0,
    }
}

/// Digits before a letter of a script that has no spaces around them: counted things, mostly.
fn beside_cjk(site: &Site<'_>, after: &str) -> f32 {
    if contains_start(site.style.words.counted, after) {
        -8.0
    } else if site.before().ends_with(is_closing) {
        -2.0
    } else {
        -4.0
    }
}

/// Whether what comes after a dash is the end of a range of marks, `21` and the end of a clause.
fn is_range(rest: &str) -> bool {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let after = rest.get(digits..).unwrap_or_default();
    (1..=3).contains(&digits)
        && (after.is_empty()
            || after.starts_with(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.')))
}

/// Whether a text ends in a year, or in a number like 53/144.
fn ends_with_year_or_key(text: &str) -> bool {
    let digits = digits_at_end(text);
    if digits == 0 || digits > 4 {
        return false;
    }
    let (before, number) = text.split_at(text.len() - digits);
    is_year(number) || ends_with_number_and(before, '/')
}

/// Whether a text ends in a number like 53/144.
fn ends_with_key(text: &str) -> bool {
    let digits = digits_at_end(text);
    digits > 0 && ends_with_number_and(&text[..text.len() - digits], '/')
}

/// How many digits a text ends in; no more than 8 are counted, so that this takes no time.
fn digits_at_end(text: &str) -> usize {
    text.bytes().rev().take(8).take_while(u8::is_ascii_digit).count()
}

fn ends_with_number_and(text: &str, separator: char) -> bool {
    text.strip_suffix(separator).is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()))
}

/// Whether a text begins with a year and its mark: `20164`.
fn ends_with_year(text: &str) -> bool {
    text.get(..4).is_some_and(is_year)
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && digits.parse().is_ok_and(|year: u16| (1900..=2100).contains(&year))
}

fn is_closing(c: char) -> bool {
    matches!(
        c,
        ',' | ';'
            | ':'
            | '.'
            | '!'
            | '?'
            | ')'
            | ']'
            | '"'
            | '\''
            | '»'
            | '”'
            | '’'
            | '“'
            | '，'
            | '。'
            | '；'
            | '：'
            | '、'
            | '）'
            | '》'
            | '」'
            | '』'
            | '】'
            | '،'
            | '؛'
            | '؟'
    )
}

fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0620}'..='\u{064a}' | '\u{0671}'..='\u{06d3}')
}

fn contains_start(list: &[&str], text: &str) -> bool {
    list.iter().any(|entry| text.starts_with(entry))
}

fn contains_end(list: &[&str], text: &str) -> bool {
    list.iter().any(|entry| text.ends_with(entry))
}
