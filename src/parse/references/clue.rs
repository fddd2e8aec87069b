//! The words that tell whose a number is: *resolution*, *its*, the names of bodies. Found in one
//! pass over a text. Knows where they stand, not what follows from it.

use std::sync::OnceLock;

use crate::{
    document::Language,
    parse::words::{Body, Words},
};

/// What some words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clue {
    Resolution,
    Decision,
    /// *Its*: the body meant is the subject of the clause.
    Its,
    Body(Body),
    /// *Of the Council*, after a number.
    OfBody(Body),
}

/// A clue and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) clue: Clue,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The sign that makes an Arabic word longer, and says nothing: `قرارهــا`.
const TATWEEL: char = '\u{640}';

/// The clues in a text, by place.
pub(super) fn find(text: &str, language: Language) -> Vec<Found> {
    let Some(lexicon) = lexicon(language) else { return Vec::new() };
    if language != Language::Arabic || !text.contains(TATWEEL) {
        return find_in(text, lexicon, language);
    }
    let (plain, removed) = without_tatweel(text);
    let mut found = find_in(&plain, lexicon, language);
    // As many bytes are to be added as were taken away before a place.
    let back = |at: usize| at + TATWEEL.len_utf8() * removed.partition_point(|&place| place < at);
    for clue in &mut found {
        (clue.start, clue.end) = (back(clue.start), back(clue.end));
    }
    found
}

/// The text without the sign, and where in it each stood.
fn without_tatweel(text: &str) -> (String, Vec<usize>) {
    let (mut plain, mut removed) = (String::with_capacity(text.len()), Vec::new());
    for c in text.chars() {
        if c == TATWEEL {
            removed.push(plain.len());
        } else {
            plain.push(c);
        }
    }
    (plain, removed)
}

/// Walks a text once and asks at the beginning of each word, since there are hundreds of phrases and most letters begin
/// none. A stem takes the letters behind it along: `резолюци` is found as `резолюциях`.
fn find_in(text: &str, lexicon: &Lexicon, language: Language) -> Vec<Found> {
    // Chinese words stand without spaces, so one may begin anywhere.
    let is_spaced = language != Language::Chinese;
    let mut found = Vec::new();
    let (mut at, mut after_letter) = (0, false);
    while let Some(&first) = text.as_bytes().get(at) {
        let may_begin = !(is_spaced && after_letter);
        let phrase = if may_begin { lexicon.at(text, at) } else { None };
        if let Some(phrase) = phrase {
            let (start, end) = (at, at + phrase.words.len());
            let rest = &text[end..];
            let tail = if is_spaced { letters(rest) } else { 0 };
            if tail == 0 || phrase.is_stem {
                found.push(Found { clue: phrase.clue, start, end: end + tail });
            }
            (at, after_letter) = (end, text[..end].ends_with(char::is_alphabetic));
        } else if first.is_ascii_alphabetic() && is_spaced {
            // Nothing begins within a word.
            let rest = text.as_bytes()[at..].iter();
            (at, after_letter) = (at + rest.take_while(|b| b.is_ascii_alphabetic()).count(), true);
        } else if first.is_ascii() {
            (at, after_letter) = (at + 1, first.is_ascii_alphabetic());
        } else {
            let c = text[at..].chars().next().unwrap_or_default();
            (at, after_letter) = (at + c.len_utf8(), c.is_alphabetic());
        }
    }
    found
}

/// The bytes of the letters with which a text begins.
fn letters(text: &str) -> usize {
    text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len())
}

/// Words that say something.
struct Phrase {
    words: &'static str,
    clue: Clue,
    /// Whether a word may go on after them.
    is_stem: bool,
}

/// The words of a language that say something. Made in a moment: an automaton finds them as fast, and takes longer
/// to make than most resolutions to read.
struct Lexicon {
    /// Those that begin with each byte, the longest first; capitals of ASCII are small.
    by_first: [Vec<Phrase>; 256],
}

impl Lexicon {
    /// The longest words of it that stand at a byte of a text; capitals of ASCII do not matter.
    fn at(&self, text: &str, start: usize) -> Option<&Phrase> {
        let rest = &text.as_bytes()[start..];
        let alike = self.by_first.get(usize::from(rest.first()?.to_ascii_lowercase()))?;
        alike.iter().find(|phrase| {
            let words = phrase.words.as_bytes();
            rest.get(..words.len()).is_some_and(|here| here.eq_ignore_ascii_case(words))
        })
    }
}

fn lexicon(language: Language) -> Option<&'static Lexicon> {
    static LEXICONS: [OnceLock<Lexicon>; 6] = [const { OnceLock::new() }; 6];
    let at = Language::ALL.iter().position(|&l| l == language)?;
    Some(LEXICONS.get(at)?.get_or_init(|| lexicon_of(Words::of(language))))
}

/// All phrases of a language by their first byte, the longest first: of *General Assembly resolution* the body must not
/// hide the noun.
fn lexicon_of(words: &Words) -> Lexicon {
    let mut by_first = [const { Vec::new() }; 256];
    let mut add = |list: &[&'static str], clue, is_stem| {
        for &words in list {
            let first = words.as_bytes().first().map_or(0, u8::to_ascii_lowercase);
            by_first[usize::from(first)].push(Phrase { words, clue, is_stem });
        }
    };
    add(words.resolution, Clue::Resolution, true);
    add(words.decisions, Clue::Decision, true);
    add(words.its, Clue::Its, false);
    for &(body, names) in words.bodies {
        add(names, Clue::Body(body), false);
    }
    for &(body, names) in words.of_bodies {
        add(names, Clue::OfBody(body), false);
    }
    for phrases in &mut by_first {
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
    }
    Lexicon { by_first }
}
