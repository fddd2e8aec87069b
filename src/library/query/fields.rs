//! What is known of passages beside their words: organ, date, verb, part, and what readers put to them. Knows the
//! heads of files and the index, not how a query is put together.

use super::{Field, Has};
use crate::{
    document::Language,
    library::{
        bytes::Unreadable,
        record::{Annotated, PartHead},
        segment::{Segment, WordKind, stems},
        set::Set,
    },
    text,
};

/// The passages of a segment that are what a field asks for.
pub(super) fn with_field(
    segment: &Segment,
    languages: &[Language],
    field: &Field,
) -> Result<Set, Unreadable> {
    let mut set = Set::none(segment.passages());
    match field {
        Field::In(place) => {
            let places = segment.places()?;
            let is_there = |(_, here): &(usize, &u8)| **here == *place as u8;
            for (passage, _) in places.iter().enumerate().filter(is_there) {
                set.add(u32::try_from(passage).unwrap_or(u32::MAX));
            }
        }
        Field::Verb(verb) => {
            for word in words_of_verb(segment, languages, verb)? {
                segment.each_with_word(word, |passage| set.add(passage))?;
            }
        }
        Field::Tag(_) | Field::Note(_) | Field::Author(_) | Field::Has(_) => {
            add_annotated(segment, field, &mut set)?;
        }
        _ => {
            for file in segment.files() {
                for part in &file.head.parts {
                    if is_of(field, &file.head.organ, file.head.language(), part) {
                        let (start, end) = (part.passages.start, part.passages.end);
                        set.add_range(file.first + start, file.first + end);
                    }
                }
                // Footnotes of a file of several resolutions are none's for sure: the first's.
                let end = file.head.parts.iter().map(|part| part.passages.end).max();
                let first = file.head.parts.first();
                if first
                    .is_some_and(|part| is_of(field, &file.head.organ, file.head.language(), part))
                {
                    let rest = file.first + end.unwrap_or_default();
                    set.add_range(rest, file.first + file.count);
                }
            }
        }
    }
    Ok(set)
}

/// The entries for openers with a verb: in English the verb itself or, as in *call upon*, its first
/// words; in the language of the passage the words it opens with.
fn words_of_verb(
    segment: &Segment,
    languages: &[Language],
    verb: &str,
) -> Result<Vec<u32>, Unreadable> {
    let words = segment.words()?;
    let mut found = Vec::new();
    let stem = stems(verb, Language::English);
    if !stem.is_empty() {
        let entry = format!("{}{stem}", WordKind::Verb.sign());
        found.extend(words.starting(&entry, |other| {
            other.len() == entry.len() || other[entry.len()..].starts_with(' ')
        }));
    }
    for language in languages {
        let sign = WordKind::Opener(*language).sign();
        let stem = format!(" {} ", stems(verb, *language));
        found.extend(words.starting(&sign, |entry| {
            stem.len() > 2 && format!(" {} ", &entry[sign.len()..]).contains(&stem)
        }));
    }
    Ok(found)
}

/// Passages by what their reader wrote on them. The index knows annotations by citations, so a file that has any is
/// read through; few have.
fn add_annotated(segment: &Segment, field: &Field, set: &mut Set) -> Result<(), Unreadable> {
    for (index, file) in segment.files().enumerate() {
        let meant: Vec<&str> = file
            .head
            .annotated
            .iter()
            .filter(|annotated| is_annotated(field, annotated))
            .map(|annotated| annotated.cite.as_str())
            .collect();
        if meant.is_empty() {
            continue;
        }
        let mut passage = file.first;
        segment.each_line_of(index, |cite, _| {
            if meant.contains(&cite) {
                set.add(passage);
            }
            passage += 1;
        })?;
    }
    Ok(())
}

/// Whether a resolution is what a field asks for.
fn is_of(field: &Field, organ: &str, language: Language, part: &PartHead) -> bool {
    match field {
        Field::Organ(code) => organ == code,
        Field::Session(session) => part.session.as_ref() == Some(session),
        Field::Year(from, to) => {
            let year = part.date.as_ref().and_then(|date| date.get(..4)?.parse::<u16>().ok());
            year.is_some_and(|year| (*from..=*to).contains(&year))
        }
        Field::Language(wanted) => language == *wanted,
        Field::Symbol(start) => part.symbol.as_ref().is_some_and(|symbol| {
            let rest = symbol.to_uppercase();
            let rest = rest.strip_prefix(start.trim_end_matches('/')).map(str::to_owned);
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
        }),
        _ => false,
    }
}

/// Whether an annotation has what a field asks for. A tag means all tags below it as well: who seeks `mandate` wants
/// `mandate/report`.
fn is_annotated(field: &Field, annotated: &Annotated) -> bool {
    match field {
        Field::Tag(tag) => annotated.tags.iter().any(|other| {
            let other = other.to_lowercase();
            other
                .strip_prefix(tag.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        }),
        Field::Note(words) => {
            let note = text::words(&annotated.note);
            words.iter().all(|word| note.contains(word))
        }
        Field::Author(author) => annotated.author.to_lowercase().contains(author.as_str()),
        Field::Has(Has::Note) => !annotated.note.is_empty(),
        Field::Has(Has::Tag) => !annotated.tags.is_empty(),
        Field::Has(Has::Highlight) => annotated.is_highlight,
        Field::Has(Has::Bookmark) => annotated.is_bookmark,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_is_asked_for_up_to_a_stroke() {
        let part = |symbol: &str| PartHead { symbol: Some(symbol.into()), ..PartHead::default() };
        let asks = |start: &str, symbol: &str| {
            is_of(&Field::Symbol(start.into()), "", Language::English, &part(symbol))
        };
        assert!(asks("A/RES/72", "A/RES/72/247") && asks("A/RES/72/", "A/RES/72/247"));
        assert!(asks("A/RES/72/247", "A/RES/72/247") && asks("S/RES/1325", "S/RES/1325 (2000)"));
        assert!(!asks("A/RES/7", "A/RES/72/247") && !asks("A/RES/72/24", "A/RES/72/247"));
    }
}
