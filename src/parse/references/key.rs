//! The bare number of a resolution or decision: `53/144`, `1325 (2000)`, `217 A (III)`
//! (grammar.md §2). Knows its notation, not whose it is.

use crate::document::{Number, Parts, Session, latin_of};

/// A bare number in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Key {
    /// Its first byte.
    pub(super) start: usize,
    /// One past its last byte, the letters of its parts included.
    pub(super) end: usize,
    pub(super) number: Number,
    pub(super) parts: Option<Parts>,
}

/// The number around a stroke between two digits. No farther left than `from`.
pub(super) fn around_stroke(text: &str, stroke: usize, from: usize) -> Option<Key> {
    let digits = digits_at_end(text.get(from..stroke)?);
    let session = text.get(stroke - digits..stroke)?;
    let rest = text.get(stroke + 1..)?;
    let number = rest.get(..digits_at_start(rest))?;
    let after = rest.get(number.len()..)?;
    if !(1..=4).contains(&digits)
        || !(1..=3).contains(&number.len())
        || number.starts_with('0')
        || continues(after)
    {
        return None;
    }
    let (session, number) = (session.parse().ok()?, number.parse().ok()?);
    let mut start = stroke - digits;
    let (number, prefix) = in_session(text.get(from..start)?, session, number);
    start -= prefix;
    if is_glued(text.get(..start)?) || is_of_series(text.get(..start)?) {
        return None;
    }
    let end = text.len() - after.len();
    let (parts, length) = parts_after(after);
    Some(Key { start, end: end + length, number, parts })
}

/// The number `N/n` by what is before it, and how many bytes of that belong to the number.
fn in_session(before: &str, session: u16, number: u16) -> (Number, usize) {
    let unhyphened = before.trim_end_matches(is_hyphen);
    let hyphen = before.len() - unhyphened.len();
    if hyphen > 0 {
        for (prefix, is_emergency) in [("ES", true), ("S", false), ("دإط", true), ("دإ", false)]
        {
            if unhyphened.ends_with(prefix) {
                let session = if is_emergency {
                    Session::Emergency(session)
                } else {
                    Session::Special(session)
                };
                return (Number::InSession { session, number }, prefix.len() + hyphen);
            }
        }
    }
    if (1946..=2100).contains(&session) {
        return (Number::InYear { year: session, number }, 0);
    }
    (Number::InSession { session: Session::Regular(session), number }, 0)
}

/// The number before a bracket with a year or a Roman number in it. No farther left than `from`.
pub(super) fn before_bracket(text: &str, open: usize, from: usize) -> Option<Key> {
    let inner = text.get(open + 1..)?;
    // Cyrillic letters have two bytes.
    let close = inner.bytes().take(24).position(|b| b == b')')?;
    let inner = inner.get(..close)?.trim();
    let before = text.get(from..open)?.trim_end_matches(is_space);
    let (before, parts) = match digits_at_end(before) {
        0 => parts_before(before).map(|(before, parts)| (before, Some(parts)))?,
        _ => (before, None),
    };
    let digits = digits_at_end(before);
    let start = from + before.len() - digits;
    if !(1..=4).contains(&digits) || is_glued(text.get(..start)?) {
        return None;
    }
    // `Decl. 8 (XXXII)`.
    if text.get(..start)?.trim_end().ends_with('.') {
        return None;
    }
    let number = text.get(start..start + digits)?.parse().ok()?;
    let number = if let Some(year) = inner.parse().ok().filter(|y| (1946..=2100).contains(y)) {
        Number::OfYear { number, year }
    } else {
        Number::OfSession { number, session: roman_session(inner)? }
    };
    Some(Key { start, end: open + 1 + text.get(open + 1..)?.find(')')? + 1, number, parts })
}

/// `III`, `S-VI`; Arabic writes `د-3`.
fn roman_session(inner: &str) -> Option<Session> {
    type OfNumber = fn(u16) -> Session;
    let plain = |c| if is_hyphen(c) { '-' } else { latin_of(c).unwrap_or(c) };
    let inner: String = inner.chars().map(plain).collect();
    let arabic: [(&str, OfNumber); 4] = [
        ("دإط-", Session::Emergency),
        ("د إ ط-", Session::Emergency),
        ("دإ-", Session::Special),
        ("د-", Session::Regular),
    ];
    for (prefix, session) in arabic {
        if let Some(number) = inner.strip_prefix(prefix) {
            return number.trim().parse().ok().filter(|&n: &u16| n < 70).map(session);
        }
    }
    Session::from_roman(&inner)
}

/// The letters of the parts after a number, ` A`, ` A-C`, ` A and B`, and their length as printed.
pub(super) fn parts_after(after: &str) -> (Option<Parts>, usize) {
    let Some((first, mut length)) = letter(after.trim_start_matches(is_space), after) else {
        return (None, 0);
    };
    let mut parts = Parts { first, last: None };
    for joint in ["-", "–", "\u{2011}", " and ", " to ", " et ", " à ", " y ", " a ", " и ", " по "]
    {
        let rest = &after[length..];
        if let Some(next) = rest.strip_prefix(joint)
            && let Some((second, more)) = letter(next, next)
        {
            parts.last = Some(second);
            length += joint.len() + more;
            break;
        }
    }
    (Some(parts), length)
}

/// The letter of a part at the start of `text`, and how long it is counted from the start of
/// `whole`, which ends alike.
fn letter(text: &str, whole: &str) -> Option<(char, usize)> {
    let gap = whole.len() - text.len();
    if gap > 2 {
        return None;
    }
    for (name, latin) in ARABIC_LETTERS {
        if let Some(rest) = text.strip_prefix(name)
            && !rest.starts_with(char::is_alphabetic)
        {
            return Some((*latin, gap + name.len()));
        }
    }
    let c = text.chars().next()?;
    let latin = latin_capital(c)?;
    let rest = &text[c.len_utf8()..];
    let is_abbreviation =
        rest.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    let is_alone = !is_abbreviation
        && !rest.starts_with(|c: char| {
            c.is_alphanumeric() && !is_cjk(c) || matches!(c, '/' | '\'' | '’')
        });
    is_alone.then_some((latin, gap + c.len_utf8()))
}

/// The letters before the bracket of `217 A (III)`, and the text before them.
fn parts_before(text: &str) -> Option<(&str, Parts)> {
    for (name, latin) in ARABIC_LETTERS {
        if let Some(before) = text.strip_suffix(name) {
            return Some((before.trim_end_matches(is_space), Parts { first: *latin, last: None }));
        }
    }
    let last = text.chars().next_back()?;
    let before = &text[..text.len() - last.len_utf8()];
    let trimmed = before.trim_end_matches(is_space);
    let latin = latin_capital(last)?;
    // `2626 A-C (XXV)`.
    if let Some(first) = trimmed.strip_suffix(is_hyphen).and_then(|rest| rest.chars().next_back()) {
        let hyphen = trimmed.chars().next_back().map_or(0, char::len_utf8);
        let rest = &trimmed[..trimmed.len() - hyphen - first.len_utf8()];
        let parts = Parts { first: latin_capital(first)?, last: Some(latin) };
        return Some((rest.trim_end_matches(is_space), parts));
    }
    Some((trimmed, Parts { first: latin, last: None }))
}

/// A capital of the Latin alphabet, or a Cyrillic one that looks the same and is no word of its own, as *О* and *К* are.
fn latin_capital(c: char) -> Option<char> {
    if c.is_ascii_uppercase() { Some(c) } else { latin_of(c).filter(|c| matches!(c, 'A'..='E')) }
}

/// The names of the letters that Arabic texts give the parts of a resolution, in the order in
/// which the UN lets them stand for A, B, C.
#[rustfmt::skip]
const ARABIC_LETTERS: &[(&str, char)] = &[
    ("ألف", 'A'), ("باء", 'B'), ("جيم", 'C'), ("دال", 'D'), ("هاء", 'E'), ("واو", 'F'), ("زاي", 'G'), ("حاء", 'H'),
    ("طاء", 'I'), ("ياء", 'J'), ("كاف", 'K'), ("لام", 'L'), ("ميم", 'M'), ("نون", 'N'), ("سين", 'O'), ("عين", 'P'),
    ("فاء", 'Q'), ("صاد", 'R'), ("قاف", 'S'), ("راء", 'T'), ("شين", 'U'), ("تاء", 'V'), ("ثاء", 'W'), ("خاء", 'X'),
    ("ذال", 'Y'), ("ضاد", 'Z'),
];

/// Whether the number goes on: `53/144/2`, `2.5/3.5`, `19/20-th`. A space that was forgotten, `59/111of 6 December`, lets it
/// not.
fn continues(after: &str) -> bool {
    if after.starts_with("of ") || after.starts_with("and ") {
        return false;
    }
    let mut chars = after.chars();
    match chars.next() {
        Some('/' | '%' | '°') => true,
        Some('.' | ',') => {
            chars.next().is_some_and(|c| c.is_ascii_digit()) && after.starts_with('.')
        }
        Some(c) => {
            c.is_alphabetic() && !is_cjk(c) && !is_arabic(c) && letter(after, after).is_none()
        }
        None => false,
    }
}

/// Whether what stands before a number makes it the end of something else.
fn is_glued(before: &str) -> bool {
    before.chars().next_back().is_some_and(|c| {
        matches!(c, '/' | '.' | '-' | '\u{2010}' | '\u{2011}' | '№' | '$' | '€')
            || (c.is_alphanumeric() && !is_cjk(c) && !is_arabic(c))
    })
}

/// Whether the letters of another's series stand before a number: `CL 144/9`, `EB 136/8`.
fn is_of_series(before: &str) -> bool {
    let word = before.trim_end_matches(is_space);
    let letters = word.bytes().rev().take_while(u8::is_ascii_uppercase).count();
    let is_alone = !word
        .get(..word.len() - letters)
        .is_some_and(|rest| rest.ends_with(|c: char| c.is_alphanumeric() && !is_cjk(c)));
    word.len() < before.len() && (1..=3).contains(&letters) && is_alone
}

fn digits_at_end(text: &str) -> usize {
    text.bytes().rev().take(6).take_while(u8::is_ascii_digit).count()
}

fn digits_at_start(text: &str) -> usize {
    text.bytes().take(6).take_while(u8::is_ascii_digit).count()
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\u{2013}')
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}')
}

fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0620}'..='\u{064a}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, words: Option<&str>, letters: &str) {
        let key = memchr::memchr2_iter(b'/', b'(', text.as_bytes()).find_map(|at| {
            if text.as_bytes()[at] == b'/' {
                around_stroke(text, at, 0)
            } else {
                before_bracket(text, at, 0)
            }
        });
        assert_eq!(key.as_ref().map(|key| &text[key.start..key.end]), words, "{text:?}");
        let parts = key.and_then(|key| key.parts).map(|parts| parts.to_string());
        assert_eq!(parts.unwrap_or_default(), letters);
    }

    #[test]
    fn as_printed() {
        reads("resolution 53/144, annex", Some("53/144"), "");
        reads("72/262 B of 5 July", Some("72/262 B"), " B");
        reads("resolutions 71/272 A–C", Some("71/272 A–C"), " A-C");
        reads("resolution ES-10/15 of", Some("ES-10/15"), "");
        reads("resolution S\u{2011}16/1", Some("S\u{2011}16/1"), "");
        reads("1325 (2000) of", Some("1325 (2000)"), "");
        reads("217 A (III).", Some("217 A (III)"), " A");
        reads("第217A(III)号决议", Some("217A(III)"), " A");
        reads("القرار 217 ألف (د-3)", Some("217 ألف (د-3)"), " A");
        reads("第53/144号决议", Some("53/144"), "");
        reads("3501 (XXX)", Some("3501 (XXX)"), "");
    }

    #[test]
    fn what_is_no_number() {
        for text in [
            "A/71/644",
            "2.5/3",
            "1/1/1",
            "(2016)",
            "part A (III)",
            "COP(13)",
            "2018/2019",
            "5 (a)",
        ] {
            reads(text, None, "");
        }
    }

    #[test]
    fn roman_and_arabic_sessions_are_the_same() {
        let key = before_bracket("القرار 2200 ألف (د-21)", "القرار 2200 ألف ".len(), 0).unwrap();
        assert_eq!(key.number, Number::OfSession { number: 2200, session: Session::Regular(21) });
    }

    #[test]
    fn numbers_at_the_limits() {
        for (text, words, letters) in [
            ("CL 144/9", None, ""),
            ("A 144/9", None, ""),
            ("ABCD 144/9", Some("144/9"), ""),
            ("aCL 144/9", Some("144/9"), ""),
            ("大会CL 144/9", None, ""),
            ("CL144/9", None, ""),
            ("resolution 9999/999", Some("9999/999"), ""),
            ("resolution 99999/9", None, ""),
            ("resolution 9/9999", None, ""),
            ("resolution 53/0144", None, ""),
            ("resolution 53/144%", None, ""),
            ("resolution 53/144.5", None, ""),
            ("resolution 53/144.", Some("53/144"), ""),
            ("resolution 53/144,5", Some("53/144"), ""),
            ("resolution 53/144th", None, ""),
            ("resolution 53/144of 8 March", Some("53/144"), ""),
            ("resolution 53/144often", None, ""),
            ("resolution №53/144", None, ""),
            ("resolution -53/144", None, ""),
        ] {
            reads(text, words, letters);
        }
    }

    #[test]
    fn letters_and_sessions_at_the_limits() {
        for (text, words, letters) in [
            ("72/262 B", Some("72/262 B"), " B"),
            ("72/262  B", Some("72/262  B"), " B"),
            ("72/262   B", Some("72/262"), ""),
            ("72/262B", Some("72/262B"), " B"),
            ("72/262 B.1", Some("72/262"), ""),
            ("72/262 B. And", Some("72/262 B"), " B"),
            ("72/262 B/1", Some("72/262"), ""),
            ("72/262 B’s", Some("72/262"), ""),
            ("72/262 B to D", Some("72/262 B to D"), " B-D"),
            ("72/262 B et C", Some("72/262 B et C"), " B-C"),
            ("72/262 B and Others", Some("72/262 B"), " B"),
            ("2626 A-C (XXV)", Some("2626 A-C (XXV)"), " A-C"),
            ("2626 (XXV)", Some("2626 (XXV)"), ""),
            ("12626 (XXV)", None, ""),
            ("262 (1945)", None, ""),
            ("262 (1946)", Some("262 (1946)"), ""),
            ("262 (2100)", Some("262 (2100)"), ""),
            ("262 (2101)", None, ""),
            ("262 (ABC)", None, ""),
            ("Decl. 8 (XXX)", None, ""),
            ("262 (XX and so on it goes", None, ""),
        ] {
            reads(text, words, letters);
        }
        let number = |text: &str| around_stroke(text, text.find('/').unwrap(), 0).unwrap().number;
        assert_eq!(
            number("1945/5"),
            Number::InSession { session: Session::Regular(1945), number: 5 }
        );
        assert_eq!(number("1946/5"), Number::InYear { year: 1946, number: 5 });
        assert_eq!(number("2100/5"), Number::InYear { year: 2100, number: 5 });
        assert_eq!(
            number("2101/5"),
            Number::InSession { session: Session::Regular(2101), number: 5 }
        );
        assert_eq!(
            number("S-30/5"),
            Number::InSession { session: Session::Special(30), number: 5 }
        );
        assert_eq!(
            number("ES-10/5"),
            Number::InSession { session: Session::Emergency(10), number: 5 }
        );
        assert_eq!(
            number("دإط-10/5"),
            Number::InSession { session: Session::Emergency(10), number: 5 }
        );
        assert_eq!(
            number("دإ-30/5"),
            Number::InSession { session: Session::Special(30), number: 5 }
        );
    }
}
