//! Symbols as they are printed, `A/72/439/Add.2`, `A/CONF.192/15 (Part I)/Corr.1` (grammar.md §2).
//! Knows their notation, not what they are about.

use std::ops::Range;

use crate::document::{Symbol, latin_of};

/// A symbol in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Printed {
    /// All its words: of two joined symbols, `A/72/1-S/2017/2`, both.
    pub(super) range: Range<usize>,
    /// What it names; of two joined symbols, the first.
    pub(super) symbol: Symbol,
}

/// The bodies and series whose symbols begin so; others are no documents of the United Nations.
#[rustfmt::skip]
const SERIES: &[&str] = &[
    "A", "S", "E", "T", "ST", "TD", "DP", "ID", "LC", "AT", "PC", "GC", "CD", "CRC", "CEDAW", "CCPR", "CAT", "CERD", "CMW", "CED", "CRPD",
    "HRI", "UNEP", "FCCC", "ICCD", "CBD", "ISBA", "SPLOS", "CLCS", "NPT", "BWC", "CCW", "CCM", "APLC", "CAC", "CTOC", "HSP",
    "HS", "UNW", "PBC", "SG", "GA", "SC", "ECE", "LOS", "DC", "JIU", "IPBES", "CWC", "INFCIRC", "ATT", "ICC-ASP", "IDB", "OPCW", "ESCAP", "ECA", "ECLAC", "LCARIB",
    "CDP", "UNICEF", "UNA", "ICEF", "WFP", "AAC", "MTG", "SAICM", "WT",
];

/// The symbol around a stroke, if that stands in one. No farther left than `from`.
pub(super) fn around(text: &str, stroke: usize, from: usize) -> Option<Printed> {
    let start = series_start(text, stroke, from)?;
    let series = latin(text.get(start..stroke)?);
    // UNIDO counts the sessions of its conference in the series, `GC.18/INF/4`.
    let name = series.split_once('.').map_or(series.as_str(), |(name, _)| name);
    if !SERIES.contains(&name) {
        return None;
    }
    let end = components(text, stroke)?;
    let words = text.get(start..end)?;
    if !words.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let (end, first_end) = match joined(text, end) {
        Some(joined_end) => (joined_end, end),
        None => (end, end),
    };
    let symbol = Symbol::new(text.get(start..first_end)?);
    Some(Printed { range: start..end, symbol })
}

/// Where the letters before a stroke begin, if a word begins there.
fn series_start(text: &str, stroke: usize, from: usize) -> Option<usize> {
    let before = text.get(from..stroke)?;
    let letters = before
        .char_indices()
        .rev()
        .take(12)
        .take_while(|&(_, c)| {
            c.is_ascii_uppercase()
                || c.is_ascii_digit()
                || matches!(c, '-' | '.')
                || latin_of(c).is_some()
        })
        .last()?;
    let start = from + letters.0;
    let outside = text.get(..start)?.chars().next_back();
    // Chinese and Arabic words may stand right before it.
    let is_word_start = outside.is_none_or(|c| {
        !c.is_alphanumeric() || !(c.is_ascii() || ('\u{c0}'..'\u{530}').contains(&c))
    }) && outside != Some('/');
    // `E/2005/23/Corr.1E/2005/23/Corr.2`: what stood between them is lost.
    let is_behind_another = start == from && outside.is_some_and(|c| c.is_ascii_digit());
    let is_letter = text.get(start..)?.starts_with(|c: char| c.is_alphabetic());
    ((is_word_start || is_behind_another) && is_letter).then_some(start)
}

/// Where the components after the series end: strokes, words and brackets, as long as they last.
fn components(text: &str, stroke: usize) -> Option<usize> {
    let mut end = stroke;
    loop {
        let rest = text.get(end..)?;
        let gap = usize::from(rest.starts_with(" /"));
        if rest.get(gap..)?.starts_with('/')
            && let Some(length) = component(rest.get(gap + 1..)?)
        {
            end += gap + 1 + length;
        } else if let Some(length) = bracket(rest) {
            end += length;
        } else {
            return (end > stroke).then_some(end);
        }
    }
}

/// The length of one component: `72`, `L.1`, `CONF.192`, `S-16`, `Sub.2`.
fn component(text: &str) -> Option<usize> {
    if let Some(length) = revision(text) {
        return Some(length);
    }
    if let Some(cyrillic) = cyrillic_committee(text) {
        return Some(cyrillic);
    }
    if !text.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit()) {
        return None;
    }
    let mut end = 0;
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map_or(' ', |&(_, c)| c);
        let belongs = c.is_ascii_alphanumeric()
            || (c == '.'
                && after.is_ascii_alphanumeric()
                && !before.is_whitespace()
                && !is_sentence(text, at))
            || (is_hyphen(c) && before.is_ascii_uppercase() && after.is_ascii_digit());
        if !belongs {
            break;
        }
        end = at + c.len_utf8();
        before = c;
    }
    (end > 0).then_some(end)
}

/// The length of `С.3` with a Cyrillic letter: that of a committee.
fn cyrillic_committee(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('С')?.strip_prefix('.')?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0).then_some('С'.len_utf8() + 1 + digits)
}

/// The length of `Add.1`, `Corr.2`, in small letters too; what is glued to it is another word.
fn revision(text: &str) -> Option<usize> {
    const NAMES: [&str; 6] = ["Add.", "Corr.", "Rev.", "add.", "corr.", "rev."];
    let name = NAMES.into_iter().find(|name| text.starts_with(name))?;
    let digits = text.bytes().skip(name.len()).take_while(u8::is_ascii_digit).count();
    (digits > 0).then_some(name.len() + digits)
}

/// Whether the full stop at `at` ends a sentence: what follows is a word.
fn is_sentence(text: &str, at: usize) -> bool {
    text[at + 1..].starts_with(|c: char| c.is_ascii_uppercase())
        && text[at + 2..].starts_with(|c: char| c.is_ascii_lowercase())
}

/// The length of `(Sect. 6)`, `(Part I)`, `(Parts I and II)`, `(Vol. II)`, `(13)`, with the space
/// before it.
fn bracket(text: &str) -> Option<usize> {
    let inner = text.trim_start_matches([' ', '\u{a0}']);
    let gap = text.len() - inner.len();
    let inner = inner.strip_prefix('(')?;
    let close = inner.bytes().take(40).position(|b| b == b')')?;
    let words = inner.get(..close)?;
    let is_number = !words.is_empty() && gap == 0 && words.bytes().all(|b| b.is_ascii_digit());
    let starts =
        |start: &str| words.get(..start.len()).is_some_and(|word| word.eq_ignore_ascii_case(start));
    let is_part = ["Sect", "Part", "Vol", "Supp", "Plan outline"].into_iter().any(starts);
    (is_number || is_part).then_some(gap + 1 + close + 1)
}

/// Where a second symbol ends that is joined by a hyphen: `A/72/1-S/2017/2`.
fn joined(text: &str, end: usize) -> Option<usize> {
    let rest = text.get(end..)?;
    let hyphen = rest.chars().next().filter(|&c| is_hyphen(c))?;
    let start = end + hyphen.len_utf8();
    let series = text.get(start..)?.bytes().take_while(u8::is_ascii_uppercase).count();
    let stroke = start + series;
    (series > 0 && text.get(stroke..)?.starts_with('/')).then(|| components(text, stroke)).flatten()
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn latin(text: &str) -> String {
    text.chars().map(|c| latin_of(c).unwrap_or(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, printed: Option<(&str, &str)>) {
        let stroke = text.find('/').unwrap();
        let found = around(text, stroke, 0);
        let found = found.as_ref().map(|s| (&text[s.range.clone()], s.symbol.as_str()));
        assert_eq!(found, printed, "{text:?}");
    }

    #[test]
    fn as_printed() {
        reads("See A/72/170.", Some(("A/72/170", "A/72/170")));
        reads("A/71/644/Corr.1 and", Some(("A/71/644/Corr.1", "A/71/644/Corr.1")));
        reads(
            "(A/CONF.192/15 (Part I)/Corr.1)",
            Some(("A/CONF.192/15 (Part I)/Corr.1", "A/CONF.192/15 (Part I)/Corr.1")),
        );
        reads("A/74/6 (Sect. 6), and", Some(("A/74/6 (Sect. 6)", "A/74/6 (Sect. 6)")));
        reads(
            "ICCD/COP(13)/21/Add.1, decision",
            Some(("ICCD/COP(13)/21/Add.1", "ICCD/COP(13)/21/Add.1")),
        );
        reads("见A/C.6/56/SR.11–13", Some(("A/C.6/56/SR.11", "A/C.6/56/SR.11")));
        reads("in A/ES-10/87-S/1998/5.", Some(("A/ES-10/87-S/1998/5", "A/ES-10/87")));
        reads("A/74/6(Sect.6)。", Some(("A/74/6(Sect.6)", "A/74/6 (Sect. 6)")));
        reads("See GC.18/INF/4.", Some(("GC.18/INF/4", "GC.18/INF/4")));
        reads("A/67/1.The", Some(("A/67/1", "A/67/1")));
        reads("CP/2015/10/add.1, décision", None);
        reads("E/2015/10/add.1, décision", Some(("E/2015/10/add.1", "E/2015/10/Add.1")));
        reads("A/2005/23/Corr.1E/2005/23/Corr.2", Some(("A/2005/23/Corr.1", "A/2005/23/Corr.1")));
        reads(
            "A/CONF.157/24(PART I)/Corr.1）",
            Some(("A/CONF.157/24(PART I)/Corr.1", "A/CONF.157/24 (Part I)/Corr.1")),
        );
        reads("См. А/С.3/74/L.5.", Some(("А/С.3/74/L.5", "A/C.3/74/L.5")));
        reads("на А/Совет 5", None);
        reads("WT/MIN(17)/64-WT/L/1031 от", Some(("WT/MIN(17)/64-WT/L/1031", "WT/MIN(17)/64")));
        reads("A/74/6 (Plan outline).", Some(("A/74/6 (Plan outline)", "A/74/6 (Plan outline)")));
    }

    #[test]
    fn what_is_no_symbol() {
        for text in ["HIV/AIDS", "and/or", "53/144", "SOLAS/CONF.5/34", "A/", "and A/the"] {
            reads(text, None);
        }
    }
}
