//! Every run of digits that might be, or end in, a footnote mark, with what speaks for each way of
//! reading it (grammar.md §4 B). Knows one stretch of text, not which footnote is due.

use super::{
    characters::{ends_with_capitals, is_cjk, up_to},
    end_of_run::left_of_end,
    features::{Evidence, Feature},
    host::Host,
    left_of_run::{has_a_stroke, left_of},
    note_numbers::{digit, number_of_digits},
    right_of_run::right_of,
    site::Site,
    style::{Form, Style},
};

/// One way of reading a run of digits as a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Candidate {
    /// The footnote it would be of.
    pub(super) number: u16,
    /// The mark's first byte in the stretch.
    pub(super) start: usize,
    /// One past its last byte.
    pub(super) end: usize,
    /// What is seen beside it.
    pub(super) evidence: Evidence,
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
    /// What it stands behind.
    pub(super) host: Host,
}

impl Candidate {
    /// A part of a place read as the mark of a footnote; `None` where too little speaks for it. Most digits are
    /// none, so that is asked before anything else is looked at.
    fn at(
        site: &Site<'_>,
        number: u16,
        (start, end): (usize, usize),
        evidence: Evidence,
        is_spaced: bool,
    ) -> Option<Self> {
        let score = Some(evidence.score()).filter(|score| *score >= DROPPED)?;
        let before = up_to(site.text, start);
        Some(Self {
            number,
            start,
            end,
            evidence,
            score,
            is_spaced,
            is_amid_cjk: before.ends_with(is_cjk) && site.after().starts_with(is_cjk),
            is_behind_capitals: ends_with_capitals(before),
            form: Form::of(site.text.get(start..end).unwrap_or_default()),
            host: Host::of(before),
        })
    }
}

/// A reading that scores less is no candidate.
const DROPPED: f32 = -2.5;

/// Calls `each` with the readings of every run of digits in the text, from left to right.
pub(super) fn scan(text: &str, style: Style, mut each: impl FnMut(&[Candidate])) {
    let mut readings: Vec<Candidate> = Vec::new();
    let mut mark_before = None;
    // How good a reading must be for another mark to stand right after it.
    let likely = if style.is_apart { 1.5 } else { 2.0 };
    let mut at = 0;
    while let Some((start, end, is_raised)) = next_run(text, at) {
        at = end;
        readings.clear();
        let site = Site { text, start, end, mark_before, style };
        if is_raised {
            readings.extend(whole_run(&site, |_| Feature::Raised));
        } else {
            readings.extend(whole_run(&site, left_of));
            // In Arabic a mark stands in brackets: a number there is a number.
            if !style.is_arabic {
                suffixes(&site, &mut readings);
                heads(&site, &mut readings);
            }
        }
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
fn whole_run(site: &Site<'_>, left: impl Fn(&Site<'_>) -> Feature) -> Option<Candidate> {
    let digits = site.digits();
    let number = value(digits)?;
    let body = site.with_brackets();
    let is_bare = body.start == site.start && digits.is_ascii();
    if site.style.is_arabic && is_bare {
        return None;
    }
    let (start, is_spaced) = body.with_space_before();
    let (end, evidence) = if has_a_stroke(site) {
        (site.end + 1, Evidence::only(Feature::WithAStroke))
    } else {
        (body.with_space_after(), Evidence::sides(left(site), right_of(&body, true)))
    };
    Candidate::at(site, number, (start, end), evidence, is_spaced)
}

/// The last one, two or three digits as a mark, the others as a number of the text.
fn suffixes(site: &Site<'_>, readings: &mut Vec<Candidate>) {
    let digits = site.digits();
    let style = match (site.style.is_apart, site.style.is_chinese) {
        (false, _) => None,
        (true, false) => Some(Feature::GluedWhereOthersAreApart),
        (true, true) => Some(Feature::GluedWhereOthersAreApartInChinese),
    };
    for length in 1..=3 {
        let Some(split) = digits.len().checked_sub(length).filter(|split| (1..=6).contains(split))
        else {
            return;
        };
        let Some((kept, label)) = digits.split_at_checked(split) else { return };
        let Some(number) = value(label) else { continue };
        let (left, more) = left_of_end(site, kept);
        let evidence = Evidence::sides(left, right_of(site, false)).and(more).and(style);
        let place = (site.start + split, site.with_space_after());
        readings.extend(Candidate::at(site, number, place, evidence, false));
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
            let evidence = Evidence::only(Feature::HeadOfAKeyWithoutSpace);
            let place = (start, site.start + length);
            readings.extend(Candidate::at(site, number, place, evidence, is_spaced));
        }
    }
}

/// The number of a label: one to three digits, the first of them not 0.
fn value(label: &str) -> Option<u16> {
    let starts_with_zero = label.starts_with(['0', '\u{2070}']);
    number_of_digits(label).filter(|_| !starts_with_zero)
}

#[cfg(test)]
mod tests {
    use std::{env, fs};

    use super::*;
    use crate::{document::Language, parse::words::Words};

    /// For `benches/fit_marks.py`: what is seen beside every run of digits of planted text.
    #[test]
    #[ignore = "reads the file that SEIZED_PLANTED names"]
    #[expect(clippy::print_stdout, reason = "what it prints is what it is for")]
    fn print_what_is_seen_beside_digits() {
        let planted =
            env::var("SEIZED_PLANTED").ok().and_then(|path| fs::read_to_string(path).ok());
        let mut style = None;
        let mut third = "";
        for line in planted.unwrap_or_default().lines() {
            let fields: Vec<&str> = line.split('\t').collect();
            match fields.as_slice() {
                ["D", language, is_apart, of] => {
                    third = of;
                    style = Language::from_code(language).map(|language| Style {
                        words: Words::of(language),
                        is_chinese: language == Language::Chinese,
                        is_arabic: language == Language::Arabic,
                        is_apart: *is_apart == "1",
                    });
                }
                ["S", text, marks] => {
                    let marks: Vec<&str> = marks.split(' ').collect();
                    let is_mark = |reading: &Candidate| {
                        let digits = text.get(reading.start..reading.end).unwrap_or_default();
                        let end = reading.start + digits.trim_end().len();
                        marks.iter().any(|mark| {
                            let [start, stop, label] = mark.split(':').collect::<Vec<_>>()[..]
                            else {
                                return false;
                            };
                            stop.parse() == Ok(end)
                                && label.parse() == Ok(reading.number)
                                && start
                                    .parse()
                                    .is_ok_and(|start: usize| start.abs_diff(reading.start) <= 1)
                        })
                    };
                    let Some(style) = style else { continue };
                    scan(text, style, |readings| {
                        for reading in readings {
                            let seen = reading.evidence.features();
                            let names: Vec<String> = seen.map(|seen| format!("{seen:?}")).collect();
                            let is_mark = u8::from(is_mark(reading));
                            println!("CASE\t{third}\t{is_mark}\t{}", names.join(" "));
                        }
                    });
                }
                _ => {}
            }
        }
    }
}
