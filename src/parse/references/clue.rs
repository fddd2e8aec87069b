//! The words that tell whose a number is: *resolution*, *its*, the names of bodies. Found in one
//! pass over a text. Knows where they stand, not what follows from it.

use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

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

fn find_in(text: &str, lexicon: &Lexicon, language: Language) -> Vec<Found> {
    let is_spaced = language != Language::Chinese;
    let mut found = Vec::new();
    for hit in lexicon.automaton.find_iter(text) {
        let Some(&(clue, is_stem)) = lexicon.clues.get(hit.pattern().as_usize()) else { continue };
        let (start, mut end) = (hit.start(), hit.end());
        if is_spaced {
            let is_word = !text[..start].ends_with(char::is_alphabetic);
            let tail = text[end..].find(|c: char| !c.is_alphabetic()).unwrap_or(text.len() - end);
            if !is_word || (tail > 0 && !is_stem) {
                continue;
            }
            end += tail;
        }
        found.push(Found { clue, start, end });
    }
    found
}

struct Lexicon {
    automaton: AhoCorasick,
    /// Per pattern, what it says, and whether a word may go on after it.
    clues: Vec<(Clue, bool)>,
}

fn lexicon(language: Language) -> Option<&'static Lexicon> {
    static LEXICONS: [OnceLock<Option<Lexicon>>; 6] = [const { OnceLock::new() }; 6];
    let at = Language::ALL.iter().position(|&l| l == language)?;
    LEXICONS.get(at)?.get_or_init(|| build(language)).as_ref()
}

fn build(language: Language) -> Option<Lexicon> {
    let words = Words::of(language);
    let mut patterns: Vec<&str> = Vec::new();
    let mut clues = Vec::new();
    let mut add = |list: &[&'static str], clue, is_stem| {
        for &word in list {
            patterns.push(word);
            clues.push((clue, is_stem));
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
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .ascii_case_insensitive(true)
        // A full table is searched faster, but takes longer to make than most resolutions to read.
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .build(patterns)
        .ok()?;
    Some(Lexicon { automaton, clues })
}
