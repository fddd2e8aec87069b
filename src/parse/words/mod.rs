//! The first floor: all words of languages, one file a language: whoever adds a language writes one file like
//! `english.rs`, names it in `of_language.rs` and in `document::Language`, and adds its openers to
//! `assets/openers.tsv`. No other code of the recogniser knows a word.

mod arabic;
mod chinese;
pub(in crate::parse) mod dates;
mod english;
mod french;
pub(in crate::parse) mod ladder;
pub(in crate::parse) mod meetings;
mod of_language;
pub(in crate::parse) mod openers;
mod russian;
pub(in crate::parse) mod set_phrases;
mod spanish;
mod spelling;
mod table;

pub(in crate::parse) use spelling::{contains, first_word, word_before};
pub(in crate::parse) use table::{Body, SetPhrases, Words};
