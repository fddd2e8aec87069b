//! Which of the six languages a text is in, told by its letters and commonest words.

use crate::{document::Language, parse::words::Words};

/// How much of a text is looked at, in bytes: the head and the first paragraphs say enough.
const SAMPLE: usize = 16 * 1024;

/// The longest of the commonest words of any of these languages, in bytes: longer words need no looking up.
const LONGEST: usize = 4;

/// The languages in Latin letters; what says nothing is English.
const LATIN: [Language; 3] = [Language::English, Language::Spanish, Language::French];

/// The language of a text. English where nothing says otherwise.
pub(in crate::parse) fn detect(text: &str) -> Language {
    let end = (0..=SAMPLE.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let sample = &text[..end];
    let latin = sample.bytes().filter(u8::is_ascii_lowercase).count();
    let (mut cyrillic, mut arabic, mut han) = (0, 0, 0);
    for c in sample.chars().filter(|c| !c.is_ascii()) {
        match c {
            '\u{400}'..='\u{4ff}' => cyrillic += 1,
            '\u{600}'..='\u{6ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' => {
                arabic += 1;
            }
            // A Chinese word has a third of the letters of another.
            '\u{4e00}'..='\u{9fff}' => han += 3,
            _ => {}
        }
    }
    let most = latin.max(cyrillic).max(arabic).max(han);
    if most == 0 || most == latin {
        by_words(sample)
    } else if most == cyrillic {
        Language::Russian
    } else if most == arabic {
        Language::Arabic
    } else {
        Language::Chinese
    }
}

/// Of the languages in Latin letters, the one whose commonest words are there most often; of two
/// that are there as often, the one that is listed first.
fn by_words(sample: &str) -> Language {
    let mut counts = LATIN.map(|language| (language, 0_usize));
    let words = sample.split(|c: char| !c.is_alphabetic());
    for word in words.filter(|word| word.len() <= LONGEST) {
        for (language, count) in &mut counts {
            *count += usize::from(Words::of(*language).commonest.contains(&word));
        }
    }
    let mut best = counts[0];
    for count in counts {
        if count.1 > best.1 {
            best = count;
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_common_word_is_too_long_to_be_looked_up() {
        let words = LATIN.iter().flat_map(|language| Words::of(*language).commonest);
        assert!(words.clone().count() > 10 && words.into_iter().all(|word| word.len() <= LONGEST));
    }
}
