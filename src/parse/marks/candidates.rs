//! Every run of digits that might be, or end in, a footnote mark, with what speaks for each way of
//! reading it (grammar.md §4 B). Knows one stretch of text, not which footnote is due.

use super::{host::Host, note_numbers::digit, score_left, score_right, site::Site};
use crate::parse::words::Words;

/// One way of reading a run of digits as a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Candidate {
    /// The footnote it would be of.
    pub(super) number: u16,
    /// The mark's first byte in the stretch.
    pub(super) start: usize,
    /// One past its last byte.
    pub(super) end: usize,
    /// What speaks for it; below [`DROPPED`] it is none.
    pub(super) score: f32,
    /// Whether white space stands before it.
    pub(super) is_spaced: bool,
    /// Whether it stands between Chinese characters.
    pub(super) is_amid_cjk: bool,
    /// Whether it ends a word of capitals, and may be of a name: `COP26`.
    pub(super) is_behind_capitals: bool,
    /// How it is set.
    pub(super) form: Form,
    /// Whether the format knows it to be a mark.
    pub(super) is_certain: bool,
    /// What it stands behind.
    pub(super) host: Host,
}

/// How a mark is set. A document sets its marks in one way, or page breaks make it two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Right behind its word.
    Glued,
    /// A space behind it.
    Apart,
    /// In brackets, or with a stroke.
    Enclosed,
    /// With superscripts, or known to the format.
    Raised,
}

impl Form {
    /// Of the signs of a mark, the space before it included.
    pub(super) fn of(signs: &str) -> Self {
        let is_bare = |c: char| c.is_ascii_digit() || c.is_whitespace();
        if !signs.chars().all(|c| c.is_ascii() || c.is_whitespace()) {
            Self::Raised
        } else if !signs.chars().all(is_bare) {
            Self::Enclosed
        } else if signs.starts_with(char::is_whitespace) {
            Self::Apart
        } else {
            Self::Glued
        }
    }
}

/// A reading that scores less is no candidate.
const DROPPED: f32 = -2.5;

/// How one text writes its marks.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub(super) words: &'static Words,
    pub(super) is_chinese: bool,
    pub(super) is_arabic: bool,
    /// What is added for white space before a mark, in a text that sets its marks so.
    pub(super) spaced_bonus: f32,
    /// What is taken off, in such a text, for a mark that is the end of a longer number.
    pub(super) glued_malus: f32,
}

/// Calls `each` with the readings of every run of digits in the text, from left to right.
pub(super) fn scan(text: &str, style: Style, mut each: impl FnMut(&[Candidate])) {
    let mut readings: Vec<Candidate> = Vec::new();
    let mut mark_before = None;
    // How good a reading must be for another mark to stand right after it.
    let likely = if style.spaced_bonus > 0.0 { 1.5 } else { 2.0 };
    let mut at = 0;
    while let Some((start, end, is_raised)) = next_run(text, at) {
        at = end;
        readings.clear();
        let site = Site::new(text, start, end, mark_before, style);
        if is_raised {
            whole_run(&site, &mut readings, |_| 8.0);
        } else {
            whole_run(&site, &mut readings, score_left::whole);
            // In Arabic a mark stands in brackets: a number there is a number.
            if !style.is_arabic {
                suffixes(&site, &mut readings);
                heads(&site, &mut readings);
            }
        }
        readings.retain(|reading| reading.score >= DROPPED);
        mark_before = readings.iter().filter(|r| r.score >= likely).map(|r| r.end).max();
        if !readings.is_empty() {
            each(&readings);
        }
    }
}

/// The next run of digits at or after a byte, and whether they are superscripts.
fn next_run(text: &str, from: usize) -> Option<(usize, usize, bool)> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at += run_start(bytes.get(at..)?)?;
        let rest = text.get(at..)?;
        let is_raised = !rest.starts_with(|c: char| c.is_ascii_digit());
        let length: usize = if is_raised {
            rest.chars()
                .take_while(|&c| digit(c).is_some() && !c.is_ascii())
                .map(char::len_utf8)
                .sum()
        } else {
            rest.bytes().take_while(u8::is_ascii_digit).count()
        };
        if length > 0 {
            return Some((at, at + length, is_raised));
        }
        at += rest.chars().next().map_or(1, char::len_utf8);
    }
}

/// The first byte that may begin a run: a digit, or one that superscripts begin with, C2 (¹ ² ³) or
/// E2 (⁰ ⁴ to ⁹). Every byte of a text passes here, so eight are looked at in one go.
fn run_start(bytes: &[u8]) -> Option<usize> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGHS: u64 = 0x8080_8080_8080_8080;
    let has_zero = |word: u64| word.wrapping_sub(ONES) & !word & HIGHS != 0;
    let begins = |&b: &u8| b.is_ascii_digit() || b == 0xC2 || b == 0xE2;
    let mut at = 0;
    for chunk in bytes.chunks_exact(8) {
        let word = chunk.try_into().map(u64::from_le_bytes).unwrap_or_default();
        let may_begin = has_zero((word & (0xF0 * ONES)) ^ (0x30 * ONES))
            || has_zero((word & (0xDF * ONES)) ^ (0xC2 * ONES));
        if may_begin && let Some(found) = chunk.iter().position(begins) {
            return Some(at + found);
        }
        at += 8;
    }
    bytes.get(at..)?.iter().position(begins).map(|found| at + found)
}

/// The whole run as a mark, its brackets and the white space before it included.
fn whole_run(site: &Site<'_>, readings: &mut Vec<Candidate>, left: impl Fn(&Site<'_>) -> f32) {
    let digits = site.digits();
    let Some(number) = value(digits) else { return };
    let body = site.with_brackets();
    let is_bare = body.start == site.start && digits.is_ascii();
    if site.style.is_arabic && is_bare {
        return;
    }
    let (start, is_spaced) = body.with_space_before();
    if let Some(score) = score_left::old_style(site) {
        readings.push(site.candidate(number, (start, site.end + 1), score, is_spaced));
    } else {
        let score = left(site) + score_right::right(&body, digits, true);
        readings.push(site.candidate(number, (start, body.with_space_after()), score, is_spaced));
    }
}

/// The last one, two or three digits as a mark, the others as a number of the text.
fn suffixes(site: &Site<'_>, readings: &mut Vec<Candidate>) {
    let digits = site.digits();
    for length in 1..=3 {
        let Some(split) = digits.len().checked_sub(length).filter(|split| (1..=6).contains(split))
        else {
            return;
        };
        let (kept, label) = digits.split_at(split);
        let Some(number) = value(label) else { continue };
        let score = score_left::kept(site, kept) + score_right::right(site, label, false)
            - site.glued_malus();
        let start = site.start + split;
        readings.push(site.candidate(number, (start, site.with_space_after()), score, false));
    }
}

/// The first one or two digits as a mark, the others as the number that lost the space before it:
/// `2018,540/16` is footnote 5 and 40/16.
fn heads(site: &Site<'_>, readings: &mut Vec<Candidate>) {
    let digits = site.digits();
    if digits.len() > 5 || !site.has_lost_a_space() {
        return;
    }
    for length in 1..=2 {
        let Some((label, rest)) = digits.split_at_checked(length) else { return };
        let session = value(rest).filter(|&session| session <= 100);
        let is_too_large = digits.parse::<u32>().is_ok_and(|n| n > 100);
        if let (Some(number), Some(_), true) = (value(label), session, is_too_large) {
            let (start, is_spaced) = site.with_space_before();
            readings.push(site.candidate(number, (start, site.start + length), 3.5, is_spaced));
        }
    }
}

/// The number of a label: one to three digits, the first of them not 0.
fn value(label: &str) -> Option<u16> {
    let starts_with_zero = label.starts_with(['0', '\u{2070}']);
    super::note_numbers::number(label)
        .filter(|_| !starts_with_zero && label.chars().all(|c| digit(c).is_some()))
}
