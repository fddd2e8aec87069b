//! Places in another document, as they are printed with its symbol: `A/72/53, chap. IV, sect. A`,
//! `paragraph 4 of section V of its resolution 68/247 B`. Knows one text.

use crate::parse::words::{Words, contains};

/// A part of a locus is no longer than this.
const LONGEST: usize = 40;
/// A locus has no more parts than this.
const MOST: usize = 8;

/// The place after a reference that ends at a byte: `annex`, `chap. IV, sect. A`. No resolution has another in it, while
/// reports print what a conference adopted; `is_act` says that it is one.
pub(super) fn after(text: &str, end: usize, is_act: bool, words: &Words) -> Option<String> {
    let rest = text.get(end..)?;
    // The symbol may have stood in brackets; in Chinese the noun stands behind the number, `第60/1号决议，附件`.
    let start = end + if rest.starts_with(')') { 1 } else { behind_noun(rest, words) };
    let mut places: Option<(usize, usize)> = None;
    let mut at = start;
    for _ in 0..MOST {
        let Some((from, to)) = part(text, at, places.is_none(), words)
            .filter(|&(from, _)| !is_act || !names_a_resolution(text, from, words))
        else {
            break;
        };
        places = Some((places.map_or(from, |(first, _)| first), to));
        at = to;
    }
    let (from, to) = places?;
    Some(text.get(from..to)?.to_owned())
}

/// The next part of a locus at a byte, after its comma; `is_first` says that none was before it.
fn part(text: &str, at: usize, is_first: bool, words: &Words) -> Option<(usize, usize)> {
    let rest = text.get(at..)?;
    let body = rest.trim_start_matches([',', '，', '،', '、', ' ', '\u{a0}']);
    let start = text.len() - body.len();
    if start == at && !rest.starts_with(char::is_alphabetic) {
        return None;
    }
    let word =
        words.locus.iter().filter(|word| body.starts_with(**word)).max_by_key(|word| word.len())?;
    let tail = body.get(word.len()..)?;
    let is_whole = word.ends_with('.')
        || *word == "第"
        || !tail.starts_with(|c: char| c.is_alphabetic() && c.is_ascii());
    if !is_whole {
        return None;
    }
    let mut length = 0;
    for (at, c) in tail.char_indices() {
        let next = tail.get(at + c.len_utf8()..).unwrap_or_default();
        let is_end = matches!(
            c,
            ',' | ';' | '，' | '；' | '。' | '،' | '؛' | '、' | ':' | '(' | ')' | '"' | '”'
        ) || (c == '.' && (next.is_empty() || next.starts_with(' ')))
            || (c == ' ' && goes_on(next));
        if is_end || at > LONGEST {
            break;
        }
        length = at + c.len_utf8();
    }
    let value = tail.get(..length)?.trim_end();
    // `…, resolution 1540 (2004)` and `…, resolution 45/1` are other resolutions; a conference counts its own from 1,
    // and behind a chapter it is one that is printed there.
    let is_number = |b: u8| b.is_ascii_digit() || matches!(b, b'/' | b' ');
    let is_of_a_session = is_first && value.contains('/') && value.bytes().all(is_number);
    let is_of_a_year = tail.get(length..)?.trim_start().starts_with('(');
    if is_resolution(word, words) && (is_of_a_session || is_of_a_year) {
        return None;
    }
    if is_of_the_next(tail.get(length..)?, words) {
        return None;
    }
    // In Chinese 第 begins many things; a chapter, section or paragraph ends so.
    if *word == "第" && !value.ends_with(['章', '节', '段', '条', '卷']) {
        return None;
    }
    Some((start, start + word.len() + value.len()))
}

/// The bytes of `号决议` behind a number.
fn behind_noun(rest: &str, words: &Words) -> usize {
    let Some(behind) = rest.strip_prefix('号') else { return 0 };
    let mut nouns = words.resolution.iter().chain(words.decisions).chain(&["文件"]);
    let noun = nouns.find(|noun| behind.starts_with(**noun));
    noun.map_or(0, |noun| '号'.len_utf8() + noun.len())
}

/// Whether a place is one of the document behind it, `…, paragraph 4 of section V of its resolution`, and not of the
/// one before.
fn is_of_the_next(behind: &str, words: &Words) -> bool {
    let clause = behind.split([',', ';', '.', '(']).next().unwrap_or_default();
    let begins =
        clause.split_whitespace().next().is_some_and(|word| contains(words.owned_by, word));
    begins && clause.split_whitespace().any(|word| is_resolution(word, words))
}

/// Whether the place that begins at a byte is a resolution or a decision.
fn names_a_resolution(text: &str, at: usize, words: &Words) -> bool {
    text.get(at..).is_some_and(|words_here| is_resolution(words_here, words))
}

/// Whether a word of a locus is that for a resolution or a decision.
fn is_resolution(word: &str, words: &Words) -> bool {
    let mut nouns = words.resolution.iter().chain(words.decisions);
    nouns.any(|noun| word.starts_with(noun))
}

/// Whether a word goes on with the sentence and not with a number: `annex of`, `para. 3 which`.
fn goes_on(text: &str) -> bool {
    let word = text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';'))
        .next()
        .unwrap_or_default();
    word.chars().count() > 3
        && word.chars().all(char::is_alphabetic)
        && !word.chars().all(char::is_uppercase)
        || matches!(word, "of" | "and" | "see" | "et" | "y" | "и" | "к" | "de")
}

/// The place before a reference that starts at a byte, if the text says that it is one of it:
/// `paragraph 4 of section V` in `paragraph 4 of section V of its resolution 68/247 B`.
pub(super) fn before(
    text: &str,
    mentioned: usize,
    reference: usize,
    words: &Words,
) -> Option<String> {
    let between = text.get(mentioned..reference)?;
    if between.len() > 120 || between.contains([',', ';', '(', '.']) {
        return None;
    }
    // The place ends with the last preposition before the noun of the resolution.
    let noun = words
        .resolution
        .iter()
        .chain(words.decisions)
        .filter_map(|noun| between.find(noun))
        .min()?;
    let mut end = None;
    let mut at = 0;
    for word in between.get(..noun)?.split(' ') {
        if contains(words.owned_by, word) {
            end = Some(at);
        }
        at += word.len() + 1;
    }
    let end = end?;
    // `annex I to the present resolution` is no place of the resolution named behind it.
    let rest = between.get(end..)?;
    let mut of_this_text = words.to_this_text.iter().chain(words.here_after);
    if of_this_text.any(|phrase| rest.starts_with(*phrase)) {
        return None;
    }
    let locus = between.get(..end)?.trim_end();
    (!locus.is_empty()).then(|| locus.to_owned())
}
