//! Which of the six languages a text is in, told by its letters and commonest words.

use crate::document::Language;

/// How much of a text is looked at, in bytes: the head and the first paragraphs say enough.
const SAMPLE: usize = 16 * 1024;

/// The language of a text. English where nothing says otherwise.
pub(super) fn language(text: &str) -> Language {
    let end = (0..=SAMPLE.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let sample = &text[..end];
    let (mut latin, mut cyrillic, mut arabic, mut han) = (0, 0, 0, 0);
    for c in sample.chars() {
        match c {
            'a'..='z' => latin += 1,
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

fn by_words(sample: &str) -> Language {
    let (mut english, mut french, mut spanish) = (0, 0, 0);
    for word in sample.split(|c: char| !c.is_alphabetic()) {
        match word {
            "the" | "and" | "of" | "to" => english += 1,
            "des" | "les" | "et" | "du" | "aux" => french += 1,
            "los" | "las" | "el" | "y" | "del" => spanish += 1,
            _ => {}
        }
    }
    if english >= french.max(spanish) {
        Language::English
    } else if french > spanish {
        Language::French
    } else {
        Language::Spanish
    }
}
