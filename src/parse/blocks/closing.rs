//! How a resolution ends: the meeting that adopted it, the date, the vote. Knows one paragraph at a
//! time, not whether the end has come.

use super::structure::{Draft, Structure};
use crate::{
    document::{Language, Part},
    parse::{
        paragraphs::text::Text,
        words::{Words, dates, meetings, set_phrases},
    },
};

/// The names of those who voted, a State a paragraph, are no more than this.
const LONGEST_VOTE: usize = 200;

/// `947th plenary meeting,` and its date below the comma, in older volumes with a stop behind it.
///
/// `comparable` is the paragraph as it is compared, without a date.
pub(super) fn is_meeting_before_its_date(text: &Text<'_>, i: usize, comparable: &str) -> bool {
    let Some(words) = comparable.strip_suffix(',') else { return false };
    let is_dated =
        text.lines_of(i).len() > 1 || dates::is_only_a_date(text.first_line(i + 1), text.language);
    is_dated && set_phrases::is_meeting(words, words, &Words::of(text.language).phrases)
}

/// Whether the brackets around the vote are open: `In favour:` and the names of States follow.
pub(super) fn is_within_the_vote(drafts: &[Draft]) -> bool {
    let closings = drafts.iter().rev().take_while(|draft| draft.part == Part::Closing);
    let mut closings = closings.take(LONGEST_VOTE).map(|draft| draft.words.text.as_str());
    let end = closings.find(|words| words.starts_with('[') || words.ends_with(']'));
    end.is_some_and(|words| !words.ends_with(']'))
}

/// Takes from the last block what a closing says: the meeting, the date, the vote.
pub(in crate::parse) fn note_closing(structure: &mut Structure, language: Language) {
    let Some(draft) = structure.drafts.last() else { return };
    let words = unbroken(&draft.words.text);
    let comparable = set_phrases::comparable(&words);
    let phrases = &Words::of(language).phrases;
    if set_phrases::begins_with(&comparable, phrases.vote) {
        let meeting = meetings::first(&words, language).map(str::to_owned);
        structure.meeting = structure.meeting.take().or(meeting);
        structure.vote.get_or_insert_with(|| vote_of(&draft.words.text));
    } else if set_phrases::has(&comparable, phrases.meeting) {
        // `Closing plenary meeting` is none that could be cited.
        let meeting = Some(without_date(&words, language).trim_end_matches(','));
        let meeting = meeting.filter(|name| name.contains(|c: char| c.is_numeric()));
        structure.meeting = structure.meeting.take().or_else(|| meeting.map(str::to_owned));
    }
    structure.closing_date = structure.closing_date.or_else(|| dates::first(&words, language));
}

/// How it was voted on, in the words of a closing.
pub(in crate::parse) fn vote_of(words: &str) -> String {
    unbroken(words).trim_matches(['[', ']']).to_owned()
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
