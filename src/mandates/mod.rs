//! Mandates: who is asked to do what, about what, for whom, by when. Found by the grammar of operative
//! paragraphs, *requests* somebody *to* do something, in six languages: one frame, and for each language a
//! table of words. Knows the document alone; neither files nor screens, and nothing that a person
//! annotated.

mod addressee;
mod aims;
mod asking;
mod calendar;
mod chinese;
mod clause;
mod clause_english;
mod days;
mod dialogue;
mod frame;
mod frame_arabic;
mod frame_spanish;
mod further;
mod head;
mod mandate;
mod numbers;
mod of_others;
mod paragraphs;
mod phrases;
mod reading_english;
mod renewal;
mod sessions;
mod signs;
mod spans;
mod tasks;
mod tokens;
mod verbs_english;
mod what;
mod what_chinese;
mod what_elsewhere;
mod when;
mod whom;
mod whom_chinese;
mod words;

pub use calendar::{opening_of_session, year_of_session};
pub use days::date_in;
pub use mandate::{Every, Mandate, Unit, What};
pub use renewal::{Asked, TextHead, renew};

use crate::document::Document;

/// All that a document asks, in reading order: an entry for each thing that somebody is asked, urged,
/// encouraged or invited to do, or that its body decides to do.
#[must_use]
pub fn mandates(document: &Document) -> Vec<Mandate> {
    paragraphs::all(document)
}
