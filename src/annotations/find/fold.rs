//! What two renderings of one text have in common: letters, digits and punctuation, without white
//! space, with quotation marks and dashes made alike; and its words. Knows no document.

use std::ops::Range;

/// A character as every rendering has it; nothing for white space and for what cannot be seen.
const fn alike(c: char) -> Option<char> {
    Some(match c {
        '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' | '\u{2032}' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}' | '\u{2033}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        // Soft hyphens, joiners and marks of direction; the stretching and the vowels of Arabic.
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => {
            return None;
        }
        '\u{feff}' | '\u{640}' | '\u{64b}'..='\u{652}' => return None,
        c if c.is_whitespace() => return None,
        c => c,
    })
}

/// A text without what renderings differ in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Folded {
    /// What is left.
    pub(super) text: String,
    /// For each byte of it, where its character stands in the text it was made of.
    origin: Vec<Range<u32>>,
}

impl Folded {
    /// Folds a text and remembers where everything was.
    pub(super) fn new(text: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(text.len()), origin: Vec::new() };
        folded.origin.reserve(text.len());
        for (at, c) in text.char_indices() {
            let Some(alike) = alike(c) else { continue };
            folded.text.push(alike);
            let (start, end) = (clipped(at), clipped(at + c.len_utf8()));
            folded.origin.resize(folded.text.len(), start..end);
        }
        folded
    }

    /// Where a range of the folded text was, in bytes of the text it was made of.
    pub(super) fn origin(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let first = self.origin.get(range.start)?;
        let last = self.origin.get(range.end.checked_sub(1)?)?;
        Some(first.start as usize..last.end as usize)
    }
}

/// Texts end long before 4 GiB; one that does not is found in its first 4 GiB.
fn clipped(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// A text folded, where it need not be found in.
pub(super) fn folded(text: &str) -> String {
    text.chars().filter_map(alike).collect()
}

/// Gives each word of a text in small letters, with its place. Characters of scripts that put no
/// space between words are words of their own.
pub(super) fn each_word(text: &str, mut give: impl FnMut(&str, Range<usize>)) {
    let (mut word, mut start, mut end) = (String::new(), 0, 0);
    for (at, c) in text.char_indices() {
        let after = at + c.len_utf8();
        if is_spaceless(c) || !(c.is_alphanumeric() || is_accent(c)) {
            // What cannot be seen and stands inside a word does not part it.
            if !word.is_empty() && !c.is_whitespace() && alike(c).is_none() {
                continue;
            }
            if !word.is_empty() {
                give(&word, start..end);
                word.clear();
            }
            if is_spaceless(c) {
                give(c.encode_utf8(&mut [0; 4]), at..after);
            }
            continue;
        }
        if word.is_empty() {
            start = at;
        }
        word.extend(c.to_lowercase());
        end = after;
    }
    if !word.is_empty() {
        give(&word, start..end);
    }
}

const fn is_spaceless(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}' | '\u{e00}'..='\u{e7f}')
}

/// Accents that stand behind their letter, where a rendering has them apart.
const fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}
