//! With which verb a paragraph begins, whatever it says behind it, and whether paragraphs of its part open with that. Knows
//! the rows of openers.

use super::{LONGEST, Row, openers};
use crate::{
    document::{Language, Part},
    parse::words::table::Words,
};

/// What is known of the verb that a paragraph begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Paragraphs of its part open with it, whatever they say behind it.
    Usual,
    /// Those of the other part do; and how they open with it in this one, `recalling`, where that is known.
    OfOtherPart(Option<&'static str>),
    /// None does.
    Unheard,
}

/// What is known of the verb that a text begins with, adverbs before it left out: *Expressing its profound sorrow* opens
/// as *Expressing its concern* does, though nobody listed it.
#[must_use]
pub fn verb(text: &str, language: Language, part: Part) -> Verb {
    let Some([preamble, operative]) = openers(language) else { return Verb::Unheard };
    let is_preamble = part == Part::Preamble;
    let (own, other) = if is_preamble { (preamble, operative) } else { (operative, preamble) };
    let adverbs = Words::of(language).opener_form.as_ref().map_or(&[][..], |form| form.adverb);
    let is_adverb = |word: &str| {
        let ends = adverbs.iter().any(|adverb| word.ends_with(&adverb.to_lowercase()));
        ends && word.chars().count() >= 4
    };
    let start: String = text.chars().take(LONGEST).collect::<String>().to_lowercase();
    let verb_of = |words: &str| {
        let mut words = words.split(|c: char| c.is_whitespace() || c == ',');
        words.find(|word| !is_adverb(word)).map(str::to_owned)
    };
    let Some(verb) = verb_of(&start).filter(|verb| !verb.is_empty()) else { return Verb::Unheard };
    let of = |rows: &'static [Row], verb: &str| {
        rows.iter().find(|row| verb_of(row.words).as_deref() == Some(verb))
    };
    // *Recognises* is *Recognizes*.
    let with_z = verb.replace("ises", "izes").replace("ising", "izing");
    if of(own, &verb).or_else(|| of(own, &with_z)).is_some() {
        return Verb::Usual;
    }
    of(other, &verb).map_or(Verb::Unheard, |row| {
        let is_same = |own: &&Row| own.base() == row.base() && own.field(4).is_empty();
        Verb::OfOtherPart(own.iter().find(is_same).map(|own| own.words))
    })
}
