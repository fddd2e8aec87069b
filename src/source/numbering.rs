//! Automatic numbers: the lists of a file, and a counter that says the number of each paragraph as it
//! is printed. Knows no format and no text.

use std::collections::{HashMap, HashSet};

use crate::text::roman;

/// The lists of a file.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// The levels of each abstract list.
    pub(super) lists: HashMap<String, Vec<Level>>,
    /// Each list in use: its abstract list, and where its levels begin anew.
    pub(super) in_use: HashMap<String, (String, HashMap<usize, u32>)>,
}

/// A level of a list.
#[derive(Clone, Debug)]
pub(super) struct Level {
    /// Its first number.
    pub(super) start: u32,
    /// As [`spelled`] knows it; `bullet` and `none` are not numbered.
    pub(super) format: String,
    /// `%1.`, `(%2)`.
    pub(super) text: String,
    /// The level above which it begins anew; 0 for never.
    pub(super) restart: Option<usize>,
    /// The paragraph style that is numbered by it.
    pub(super) style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        let format = "decimal".into();
        Self { start: 1, format, text: String::new(), restart: None, style: None }
    }
}

/// No list has more levels.
pub(super) const LEVELS: usize = 10;

impl Numbering {
    /// The level of a list that belongs to a paragraph style.
    pub(super) fn level_of_style(&self, number: &str, style: Option<&str>) -> Option<usize> {
        let (list, _) = self.in_use.get(number)?;
        self.lists.get(list)?.iter().position(|level| level.style.as_deref() == style)
    }
}

/// Counts the paragraphs of lists as they come.
#[derive(Debug, Default)]
pub(super) struct Counter {
    /// The last number of each level of each abstract list.
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    /// The lists that have begun where they begin anew.
    begun: HashSet<(String, usize)>,
}

impl Counter {
    /// The number of the next paragraph of a list, as it is printed; nothing for a bullet's own sake
    /// and for lists that are not there.
    pub(super) fn next(
        &mut self,
        numbering: &Numbering,
        number: &str,
        level: usize,
    ) -> Option<String> {
        let (list, starts) = numbering.in_use.get(number)?;
        let levels = numbering.lists.get(list)?;
        let own = levels.get(level)?;
        let counts = self.counts.entry(list.clone()).or_default();
        let anew = starts.get(&level).copied();
        let begins = anew.filter(|_| self.begun.insert((number.to_owned(), level)));
        let count = match (begins, counts[level]) {
            (Some(start), _) => start,
            (None, Some(count)) => count.saturating_add(1),
            (None, None) => own.start,
        };
        counts[level] = Some(count);
        for (deeper, count) in counts.iter_mut().enumerate().skip(level + 1) {
            let restart = levels.get(deeper).and_then(|level| level.restart);
            if restart.is_none_or(|above| above != 0 && level < above) {
                *count = None;
            }
        }
        let counts = *counts;
        let mut printed = String::new();
        let mut rest = own.text.as_str();
        while let Some((before, after)) = rest.split_once('%') {
            printed.push_str(before);
            let digit = after.chars().next().and_then(|c| c.to_digit(10));
            match digit.and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1)) {
                Some(of) if of < LEVELS => {
                    let level = levels.get(of).unwrap_or(own);
                    printed.push_str(&spelled(counts[of].unwrap_or(level.start), &level.format));
                    rest = &after[1..];
                }
                _ => {
                    printed.push('%');
                    rest = after;
                }
            }
        }
        printed.push_str(rest);
        let printed = if own.format == "bullet" { "•".into() } else { printed };
        (own.format != "none" && !printed.trim().is_empty()).then_some(printed)
    }
}

/// A number in one of Word's formats. Formats of scripts that nobody numbers resolutions in are
/// written in digits.
pub(super) fn spelled(number: u32, format: &str) -> String {
    match format {
        "lowerLetter" => letters(number),
        "upperLetter" => letters(number).to_uppercase(),
        "lowerRoman" => roman::numeral(number),
        "upperRoman" => roman::numeral(number).to_uppercase(),
        "decimalZero" => format!("{number:02}"),
        _ => number.to_string(),
    }
}

/// `a` to `z`, then `aa`, `bb`.
fn letters(number: u32) -> String {
    let Some(index) = number.checked_sub(1) else { return "0".into() };
    let letter = char::from(b'a' + u8::try_from(index % 26).unwrap_or(0));
    let times = usize::try_from(index / 26).unwrap_or(0).min(20) + 1;
    String::from(letter).repeat(times)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats() {
        assert_eq!(spelled(27, "lowerLetter"), "aa");
        assert_eq!(spelled(1994, "upperRoman"), "MCMXCIV");
        assert_eq!(spelled(3, "decimalZero"), "03");
        assert_eq!(spelled(0, "lowerLetter"), "0");
    }
}
