//! When and where a resolution was adopted, as the UN marks it at its end. Knows the words of the
//! last paragraphs, not how dates are written.

use jiff::civil::Date;

use super::{wrapped, xml::Xml};
use crate::document::{Block, Head};

/// The meeting and the date in the words of one paragraph.
pub(super) struct Adoption<'a> {
    meeting: &'a str,
    between: &'a str,
    date: Option<(&'a str, Date)>,
}

/// What a paragraph at the end says of the adoption: `76th plenary meeting`, `24 December 2017`, or
/// both in one. Nothing where it says anything else.
pub(super) fn adoption<'a>(head: &Head, block: &'a Block) -> Option<Adoption<'a>> {
    if !block.marks.is_empty() {
        return None;
    }
    let meeting = head.meeting.as_deref().unwrap_or_default();
    let (meeting, rest) = match block.text.strip_prefix(meeting) {
        Some(rest) => (&block.text[..meeting.len()], rest),
        None => ("", block.text.as_str()),
    };
    let words = rest.trim_start();
    let between = &rest[..rest.len() - words.len()];
    let date = head.adopted.filter(|date| is_date(words, *date)).map(|date| (words, date));
    let is_all = words.is_empty() && !meeting.is_empty() || date.is_some();
    is_all.then_some(Adoption { meeting, between, date })
}

/// Whether words are too few to be more than a date, and have its day and its year.
fn is_date(words: &str, date: Date) -> bool {
    let numbers = words.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let has = |number: i16| numbers.clone().any(|digits| digits.parse() == Ok(number));
    words.chars().count() < 40 && has(date.day().into()) && has(date.year())
}

impl Adoption<'_> {
    /// Writes it as the UN does.
    pub(super) fn write(&self, xml: &mut Xml) {
        if !self.meeting.is_empty() {
            wrapped(xml, "inline", &[("name", "adoptionMeeting")], self.meeting);
        }
        xml.words(self.between);
        if let Some((words, date)) = self.date {
            let date = date.to_string();
            wrapped(xml, "docDate", &[("date", &date), ("refersTo", "#adoptionDate")], words);
        }
    }
}
