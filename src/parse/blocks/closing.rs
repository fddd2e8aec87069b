//! How a resolution ends: the meeting that adopted it, the date, the vote. Knows one paragraph at a
//! time, not whether the end has come.

use super::structure::Structure;
use crate::{
    document::Language,
    parse::words::{Words, dates, meetings, set_phrases},
};

/// Takes from the last block what a closing says: the meeting, the date, the vote.
pub(in crate::parse) fn note_closing(structure: &mut Structure, language: Language) {
    let Some(draft) = structure.drafts.last() else { return };
    let words = unbroken(&draft.words.text);
    let comparable = set_phrases::comparable(&words);
    let phrases = &Words::of(language).phrases;
    if set_phrases::begins_with(&comparable, phrases.vote) {
        let meeting = meetings::first(&words, language).map(str::to_owned);
        structure.meeting = structure.meeting.take().or(meeting);
        structure.vote.get_or_insert_with(|| words.trim_matches(['[', ']']).to_owned());
    } else if set_phrases::has(&comparable, phrases.meeting) {
        // `Closing plenary meeting` is none that could be cited.
        let meeting = Some(without_date(&words, language));
        let meeting = meeting.filter(|name| name.contains(|c: char| c.is_numeric()));
        structure.meeting = structure.meeting.take().or_else(|| meeting.map(str::to_owned));
    }
    structure.closing_date = structure.closing_date.or_else(|| dates::first(&words, language));
}

/// The words of a closing, none of them broken over two lines: `at the 1710th meet-⏎ing`.
pub(in crate::parse) fn unbroken(words: &str) -> String {
    let mut whole = String::with_capacity(words.len());
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        let is_within = whole.ends_with(char::is_lowercase)
            && chars.peek().is_some_and(|next| next.is_lowercase());
        if c != '-' || !is_within {
            whole.push(c);
        }
    }
    whole
}

/// Takes from the last block what a told decision says of its meetings.
pub(in crate::parse) fn note_telling(structure: &mut Structure, language: Language) {
    let Some(draft) = structure.drafts.last() else { return };
    let words = &draft.words.text;
    let meeting = meetings::first(words, language).map(str::to_owned);
    let date = meetings::last_date(words, language);
    structure.meeting = structure.meeting.take().or(meeting);
    structure.closing_date = structure.closing_date.max(date);
}

/// `76th plenary meeting`, where its date stands on the same line.
pub(in crate::parse) fn without_date(words: &str, language: Language) -> &str {
    let mut at = 0;
    while let Some(space) = words[at..].find(char::is_whitespace) {
        let meeting = &words[..at + space];
        at += space + words[at + space..].chars().next().map_or(1, char::len_utf8);
        if dates::is_only_a_date(&words[at..], language) {
            return meeting;
        }
    }
    words
}
