//! One paragraph through the versions of a text, from the oldest to the newest: what it was in each, and when each
//! of its phrases came and went. Knows pairings, not how any of it is shown.

use std::ops::Range;

use super::{Edit, Kind, Pairing, compare, joined_text};
use crate::{
    document::{Document, Passage},
    text::words,
};

/// A paragraph through the versions of a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// What it was in each version; `None` where that has no such paragraph.
    pub stages: Vec<Option<Stage>>,
    /// Its phrases, those that came first first.
    pub phrases: Vec<Phrase>,
}

/// A paragraph in one version.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// Its passages there: more than one where it was split then.
    pub passages: Vec<Passage>,
    /// Its words there.
    pub text: String,
    /// What became of it since the stage before; *new* in the first.
    pub kind: Kind,
    /// What was changed since the stage before, in bytes of both texts.
    pub edits: Vec<Edit>,
}

/// Words that came and went together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The words.
    pub text: String,
    /// The first version that has them.
    pub came: usize,
    /// The first version that has the paragraph and no more these words; `None` where the last one has them.
    pub went: Option<usize>,
}

/// Follows a passage of one of the versions through all of them. Where a version has no such paragraph, it is sought
/// again in the next.
#[must_use]
pub fn history(versions: &[&Document], of: usize, passage: Passage) -> History {
    let Some(own) = versions.get(of) else { return History::default() };
    let mut places: Vec<Option<Vec<Passage>>> = vec![None; versions.len()];
    places[of] = Some(vec![passage]);
    let (mut last, mut here) = (*own, passage);
    for (at, version) in versions.iter().enumerate().take(of).rev() {
        let pairs = compare(version, last);
        let found = pairs.iter().find(|pairing| pairing.right().contains(&here));
        follow(found.map_or(&[], Pairing::left), version, at, &mut places, &mut last, &mut here);
    }
    (last, here) = (*own, passage);
    for (at, version) in versions.iter().enumerate().skip(of + 1) {
        let pairs = compare(last, version);
        let found = pairs.iter().find(|pairing| pairing.left().contains(&here));
        follow(found.map_or(&[], Pairing::right), version, at, &mut places, &mut last, &mut here);
    }
    told(versions, &places)
}

/// Goes on to the passages that were found in a version, if any were.
fn follow<'a>(
    found: &[Passage],
    version: &'a Document,
    at: usize,
    places: &mut [Option<Vec<Passage>>],
    last: &mut &'a Document,
    here: &mut Passage,
) {
    let longest = found.iter().max_by_key(|passage| version.text(**passage).len());
    if let Some(passage) = longest {
        places[at] = Some(found.to_vec());
        (*last, *here) = (version, *passage);
    }
}

/// Words of a stage, and the version in which they came.
type Born = (Range<usize>, usize);

fn told(versions: &[&Document], places: &[Option<Vec<Passage>>]) -> History {
    let mut history = History::default();
    let mut before: Option<(&Document, &[Passage], Vec<Born>)> = None;
    for (at, place) in places.iter().enumerate() {
        let Some(passages) = place else {
            history.stages.push(None);
            continue;
        };
        let version = versions[at];
        let text = joined_text(version, passages).into_owned();
        let (mut kind, mut edits, mut born) = (Kind::New, Vec::new(), Vec::new());
        if let Some((old, old_passages, old_born)) = &before {
            edits = super::edits(old, old_passages, version, passages);
            kind = edits.iter().map(|edit| edit.kind).max().unwrap_or(Kind::Same);
            let old_text = joined_text(old, old_passages);
            let (kept, gone) = after(old_born, &edits, text.len(), at);
            born = kept;
            history.phrases.extend(
                gone.into_iter()
                    .filter_map(|(words, came)| phrase(old_text.get(words)?, came, Some(at))),
            );
        } else if !text.is_empty() {
            born.push((0..text.len(), at));
        }
        history.stages.push(Some(Stage { passages: passages.clone(), text, kind, edits }));
        before = Some((version, passages, born));
    }
    if let Some((version, passages, born)) = before {
        let text = joined_text(version, passages);
        let words = |(words, came): Born| phrase(text.get(words)?, came, None);
        history.phrases.extend(born.into_iter().filter_map(words));
    }
    // In one year by their order, those that are gone first.
    history.phrases.sort_by_key(|phrase| (phrase.came, phrase.went.unwrap_or(usize::MAX)));
    history
}

/// What is left of words after edits, with what was put in; and what is gone.
fn after(born: &[Born], edits: &[Edit], end: usize, now: usize) -> (Vec<Born>, Vec<Born>) {
    let (mut kept, mut gone) = (Vec::new(), Vec::new());
    let within = |range: &Range<usize>| -> Vec<Born> {
        let cut = |(own, came): &Born| {
            let (start, end) = (own.start.max(range.start), own.end.min(range.end));
            (start < end).then_some((start..end, *came))
        };
        born.iter().filter_map(cut).collect()
    };
    let old_end = born.last().map_or(0, |(range, _)| range.end);
    let (mut at, mut new_at) = (0, 0);
    let ends = (old_end..old_end, end..end);
    let sides = edits.iter().map(|edit| (edit.left.clone(), edit.right.clone()));
    for (left, right) in sides.chain([ends]) {
        for (own, came) in within(&(at..left.start)) {
            // What is the same but for spaces and signs may be longer or shorter by a byte or two.
            let start = (new_at + own.start - at).min(right.start);
            let end = if own.end == left.start { right.start } else { new_at + own.end - at };
            kept.push((start..end.min(right.start), came));
        }
        gone.extend(within(&left));
        if !right.is_empty() {
            kept.push((right.clone(), now));
        }
        (at, new_at) = (left.end, right.end);
    }
    (joined(kept), gone)
}

/// Runs of one age side by side are one.
fn joined(born: Vec<Born>) -> Vec<Born> {
    let mut made: Vec<Born> = Vec::with_capacity(born.len());
    for (range, came) in born {
        match made.last_mut() {
            Some((last, when)) if *when == came && last.end == range.start => last.end = range.end,
            _ => made.push((range, came)),
        }
    }
    made
}

/// Words that came and went; `None` where they are no words.
fn phrase(text: &str, came: usize, went: Option<usize>) -> Option<Phrase> {
    let text = text.trim();
    (!words(text).is_empty()).then(|| Phrase { text: text.to_owned(), came, went })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{manuscript::Manuscript, parse};

    fn version(paragraphs: &[&str]) -> Document {
        let mut text = String::from("The General Assembly,\n\nRecalling its decisions,\n\n");
        for (at, words) in paragraphs.iter().enumerate() {
            text.push_str(&format!("{}. {words}\n\n", at + 1));
        }
        parse::parse(&Manuscript::plain(text)).0
    }

    const OTHER: &str = "Decides to hold a meeting on fishing in the northern seas;";

    fn harbours() -> [Document; 4] {
        [
            version(&["Urges States to keep their harbours safe for all ships in bad weather;"]),
            version(&[OTHER]),
            version(&[
                OTHER,
                "Urges States to keep their harbours safe for ships and boats in bad weather;",
            ]),
            version(&[
                "Demands that States keep their harbours safe for ships and boats in bad weather;",
                OTHER,
            ]),
        ]
    }

    #[test]
    fn a_paragraph_is_followed_past_a_version_that_has_it_not() {
        let all = harbours();
        let versions: Vec<&Document> = all.iter().collect();
        let last = versions[3].passages().nth(2).expect("the first operative paragraph");
        let told = history(&versions, 3, last);
        let kinds: Vec<Option<Kind>> =
            told.stages.iter().map(|stage| stage.as_ref().map(|stage| stage.kind)).collect();
        assert_eq!(
            kinds,
            [Some(Kind::New), None, Some(Kind::Wording), Some(Kind::Verb)],
            "{told:?}"
        );
        let from_first = history(&versions, 0, versions[0].passages().nth(2).expect("the same"));
        assert_eq!(from_first, told, "whichever version one begins from");
    }

    #[test]
    fn each_phrase_has_the_versions_in_which_it_came_and_went() {
        let all = harbours();
        let versions: Vec<&Document> = all.iter().collect();
        let last = versions[3].passages().nth(2).expect("the first operative paragraph");
        let told = history(&versions, 3, last);
        let said: Vec<String> = told
            .phrases
            .iter()
            .map(|phrase| format!("{}–{:?} {}", phrase.came, phrase.went, phrase.text))
            .collect();
        assert!(said.contains(&"0–Some(2) all".to_owned()), "{said:#?}");
        assert!(said.contains(&"2–None and boats".to_owned()), "{said:#?}");
        assert!(said.iter().any(|one| one.starts_with("0–Some(3) Urges")), "{said:#?}");
        assert!(said.iter().any(|one| one.starts_with("3–None Demands")), "{said:#?}");
        // Every word of the last version is in one phrase that is there still.
        let there = told.phrases.iter().filter(|phrase| phrase.went.is_none());
        let count: usize = there.map(|phrase| words(&phrase.text).len()).sum();
        let text = &told.stages[3].as_ref().expect("it is there").text;
        assert_eq!(count, words(text).len(), "{said:#?}");
    }
}
