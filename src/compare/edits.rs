//! What was changed in a pair, word by word. Knows the two texts; how much a change weighs is said in
//! `kinds.rs`.

use std::{borrow::Cow, ops::Range};

use super::{
    Edit, joined_text,
    kinds::{Sides, kind},
    quick_map::QuickMap,
    technical,
    tidying::{Change, Known, changes, evened_out},
    tokens::{Sort, Token, tokens},
};
use crate::{
    document::{Document, Language, Opener, Passage},
    text::{comparable, same_items},
};

/// One side of a pair, cut into tokens.
pub(super) struct Side<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) tokens: Vec<Token>,
    pub(super) opener: Option<&'a Opener>,
    pub(super) language: Language,
    /// How many of the tokens are the opener's.
    pub(super) opening: usize,
}

impl<'a> Side<'a> {
    /// Several passages as one text, with what of it no comparison sees: digits that may be marks, which one of two copies
    /// of a text has and the other has not.
    fn new(document: &'a Document, passages: &[Passage]) -> Self {
        let text = joined_text(document, passages);
        let mut left_out = Vec::new();
        let mut start = 0;
        for passage in passages {
            let kept = document.marks(*passage).iter().filter(|mark| mark.kept > 0);
            left_out.extend(kept.map(|mark| {
                let own = mark.kept_in_words();
                own.start + start..own.end + start
            }));
            start += document.text(*passage).len() + 1;
        }
        let language = document.language;
        let tokens = tokens(&text, language, &left_out);
        let opener = passages.first().and_then(|passage| match passage {
            Passage::Block(i) => document.blocks.get(*i)?.opener.as_ref(),
            Passage::Title | Passage::Footnote(_) => None,
        });
        let length = opener.map_or(0, |opener| opener.length);
        let opening = tokens.iter().take_while(|token| token.range.end <= length).count();
        Self { text, tokens, opener, language, opening }
    }

    /// The words of some tokens, one by one.
    pub(super) fn words(&self, range: &Range<usize>) -> impl Iterator<Item = (&str, Sort)> {
        let tokens = self.tokens.get(range.clone()).unwrap_or_default();
        tokens.iter().map(|token| (self.word(token), token.sort))
    }

    pub(super) fn word(&self, token: &Token) -> &str {
        self.text.get(token.range.clone()).unwrap_or_default()
    }
}

/// What was changed between passages of two documents, taken as one text each, in order. Every word that
/// is not in an edit is the same in both, spaces, dashes and quotation marks aside.
#[must_use]
pub fn edits(a: &Document, left: &[Passage], b: &Document, right: &[Passage]) -> Vec<Edit> {
    let (a, b) = (Side::new(a, left), Side::new(b, right));
    let mut numbers = QuickMap::default();
    let (known_a, known_b) = (known(&a, &mut numbers), known(&b, &mut numbers));
    // What a paragraph opens with is compared by itself: a verb stands for a verb.
    let openings = match (a.opening, b.opening) {
        (0, _) | (_, 0) => (0, 0),
        both => evened_out(&known_a, &known_b, both),
    };
    let mut all = part_changes(&known_a, &known_b, 0..openings.0, 0..openings.1);
    all.extend(part_changes(
        &known_a,
        &known_b,
        openings.0..known_a.len(),
        openings.1..known_b.len(),
    ));
    let sides = Sides { a: &a, b: &b, openings };
    let edit = |change: &Change| {
        let (left, right) = places(&a, &b, change);
        Edit { left, right, kind: kind(&sides, change) }
    };
    let mut edits: Vec<Edit> = all.iter().map(edit).collect();
    // Of two with nothing between them, as where the opening ends, both have claimed the space.
    for at in 1..edits.len() {
        let (before, after) = edits.split_at_mut(at);
        if let (Some(before), Some(after)) = (before.last_mut(), after.first_mut()) {
            part(&mut before.left, &mut after.left);
            part(&mut before.right, &mut after.right);
        }
    }
    edits
}

/// Ends a place where the one behind it begins, or begins that where this one ends.
fn part(before: &mut Range<usize>, after: &mut Range<usize>) {
    before.end = before.end.min(after.start).max(before.start);
    after.start = after.start.max(before.end);
}

/// The changes within a part of both.
fn part_changes(a: &[Known], b: &[Known], left: Range<usize>, right: Range<usize>) -> Vec<Change> {
    let (from_a, from_b) = (left.start, right.start);
    let (a, b) = (a.get(left).unwrap_or_default(), b.get(right).unwrap_or_default());
    let numbers = |tokens: &[Known]| tokens.iter().map(|token| token.number).collect::<Vec<_>>();
    let same = same_items(&numbers(a), &numbers(b));
    let found = changes(a, b, &same).into_iter();
    let shifted = |range: Range<usize>, by: usize| range.start + by..range.end + by;
    found.map(|(left, right)| (shifted(left, from_a), shifted(right, from_b))).collect()
}

fn known<'a>(side: &'a Side<'_>, numbers: &mut QuickMap<Cow<'a, str>, u32>) -> Vec<Known> {
    let known = |token: &Token| {
        let word = side.word(token);
        // Most words are as every rendering has them.
        let is_plain = word.bytes().all(|byte| byte.is_ascii_graphic());
        let key = if is_plain { Cow::Borrowed(word) } else { Cow::Owned(comparable(word)) };
        let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        Known {
            number: *numbers.entry(key).or_insert(next),
            is_word: token.sort.is_word() || token.sort == Sort::Bracket,
            is_small: technical::is_small(word, side.language),
            is_technical: matches!(token.sort, Sort::Date | Sort::Symbol),
        }
    };
    side.tokens.iter().map(known).collect()
}

/// The places of a change in bytes, with the spaces that come and go with it.
fn places(a: &Side<'_>, b: &Side<'_>, change: &Change) -> (Range<usize>, Range<usize>) {
    let (mut left, mut right) = (around(a, &change.0), around(b, &change.1));
    let (before, after) = (
        (start_of(a, &change.0), start_of(b, &change.1)),
        (end_of(a, &change.0), end_of(b, &change.1)),
    );
    let text =
        |side: &Side<'_>, range: Range<usize>| side.text.get(range).unwrap_or_default().to_owned();
    // The space before and the one behind stay out where both sides have them.
    let (space_a, space_b) = (text(a, left.start..before.0), text(b, right.start..before.1));
    let shared = if space_a == space_b { space_a.len() } else { common_start(&space_a, &space_b) };
    left.start += shared;
    right.start += shared;
    let (space_a, space_b) =
        (text(a, after.0.max(left.start)..left.end), text(b, after.1.max(right.start)..right.end));
    let shared = common_end(&space_a, &space_b);
    left.end -= shared;
    right.end -= shared;
    (left, right)
}

/// From the end of the token before to the start of the one behind.
fn around(side: &Side<'_>, range: &Range<usize>) -> Range<usize> {
    let before = range.start.checked_sub(1).and_then(|at| side.tokens.get(at));
    let start = before.map_or(0, |token| token.range.end);
    start..side.tokens.get(range.end).map_or(side.text.len(), |token| token.range.start)
}

/// Where the first token of a range starts; of an empty one, where the space before it ends.
fn start_of(side: &Side<'_>, range: &Range<usize>) -> usize {
    let around = around(side, range);
    let first = side.tokens.get(range.clone()).and_then(<[Token]>::first);
    first.map_or(around.end, |token| token.range.start)
}

fn end_of(side: &Side<'_>, range: &Range<usize>) -> usize {
    let around = around(side, range);
    let last = side.tokens.get(range.clone()).and_then(<[Token]>::last);
    last.map_or(around.start, |token| token.range.end)
}

fn common_start(one: &str, other: &str) -> usize {
    let same = one.chars().zip(other.chars()).take_while(|(x, y)| x == y);
    same.map(|(c, _)| c.len_utf8()).sum()
}

fn common_end(one: &str, other: &str) -> usize {
    let same = one.chars().rev().zip(other.chars().rev()).take_while(|(x, y)| x == y);
    same.map(|(c, _)| c.len_utf8()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{compare::Kind, manuscript::Manuscript, parse};

    fn document(text: &str) -> Document {
        let text = format!("The General Assembly,\n\nRecalling its decisions,\n\n1. {text}\n");
        parse::parse(&Manuscript::plain(text)).0
    }

    /// The edits of an operative paragraph as `old>new kind`.
    #[track_caller]
    fn marks(old: &str, new: &str, expected: &[&str]) {
        let (a, b) = (document(old), document(new));
        let at = |document: &Document| {
            let last = Passage::Block(document.blocks.len() - 1);
            (last, document.text(last).to_owned())
        };
        let ((left, old), (right, new)) = (at(&a), at(&b));
        let found = edits(&a, &[left], &b, &[right]);
        let shown: Vec<String> = found
            .iter()
            .map(|edit| {
                let (old, new) = (&old[edit.left.clone()], &new[edit.right.clone()]);
                format!("{old}>{new} {}", edit.kind.name())
            })
            .collect();
        assert_eq!(shown, expected);
        let mut made = old;
        for edit in found.iter().rev() {
            made.replace_range(edit.left.clone(), &new[edit.right.clone()]);
        }
        assert_eq!(made, new);
    }

    #[test]
    fn a_verb_stands_for_a_verb_and_a_date_changes_as_a_whole() {
        marks(
            "Urges all States to act by 17 December 2015;",
            "Encourages all States to act by 19 December 2016;",
            &["Urges>Encourages verb", "17 December 2015>19 December 2016 technical"],
        );
    }

    #[test]
    fn where_the_opening_ends_a_space_is_in_one_edit() {
        marks("-- Page 2 of it;", "Page Page 2 of it;", &["--> technical", ">Page wording"]);
        marks("Urges — States to act;", "Urges all States to act;", &["—>all wording"]);
    }

    #[test]
    fn places_that_overlap_are_parted() {
        let parted = |mut before: Range<usize>, mut after: Range<usize>| {
            part(&mut before, &mut after);
            (before, after)
        };
        assert_eq!(parted(0..5, 4..4), (0..4, 4..4));
        assert_eq!(parted(10..10, 9..19), (10..10, 10..19));
        assert_eq!(parted(1..3, 5..8), (1..3, 5..8));
    }

    #[test]
    fn each_edit_is_named() {
        marks("Also urges all to act;", "Urges all to act;", &["Also urges>Urges connective"]);
        marks(
            "Urges all to act at its seventy-second session;",
            "Urges all to act at its seventy-third session;",
            &["seventy-second>seventy-third technical"],
        );
        marks(
            "Requests a report on resolution 70/161;",
            "Requests a report on resolution 71/162;",
            &["70/161>71/162 technical"],
        );
        marks(
            "Requests a report on women;",
            "Requests a report on women and girls;",
            &["> and girls wording"],
        );
        marks("Requests a report;", "Requests [a report];", &[">[ wording", ">] wording"]);
        marks(
            "Requests a report as asked for in resolution 70/161;",
            "Requests a report as asked for in resolution 70/161 and resolution 71/162;",
            &["> and resolution 71/162 reference"],
        );
        marks(
            "Urges 30 per cent of them to act;",
            "Urges 50 per cent of them to act;",
            &["30>50 wording"],
        );
    }

    #[test]
    fn what_joins_citations_is_no_wording() {
        marks(
            "Recalls its resolutions 66/1 of 3 May 2011 and 67/2 of 4 May 2012 on ports;",
            "Recalls its resolutions 66/1 of 3 May 2011, 67/2 of 4 May 2012 and 68/3 of 5 May 2013 on ports;",
            &[" and>, technical", ">and 68/3 of 5 May 2013  reference"],
        );
        marks(
            "Reaffirms paragraphs 6 to 10 of its resolution 71/177 and 11 to 14 of its resolution 68/147;",
            "Reaffirms paragraphs 6 to 10 of its resolution 71/177;",
            &[" and 11 to 14 of its resolution 68/147> reference"],
        );
    }

    #[test]
    fn several_sessions_change_together_and_are_technical() {
        marks(
            "Notes the reports heard at its thirty-ninth, forty-second and forty-fifth sessions;",
            "Notes the reports heard at its forty-eighth, fifty-first and fifty-fourth sessions;",
            &[
                "thirty-ninth, forty-second and forty-fifth>forty-eighth, fifty-first and fifty-fourth technical",
            ],
        );
        marks(
            "Requests a dialogue at both the fifty-fourth and fifty-fifth sessions of the Council;",
            "Requests a dialogue at both the fifty-seventh and fifty-eighth sessions of the Council;",
            &["fifty-fourth and fifty-fifth>fifty-seventh and fifty-eighth technical"],
        );
    }

    #[test]
    fn another_paragraph_section_or_annex_is_another_reference() {
        for (old, new) in
            [("paragraph 3", "paragraph 4"), ("section II", "section III"), ("annex I", "annex IV")]
        {
            let change = |of: &str| of.split(' ').next_back().unwrap_or_default().to_owned();
            marks(
                &format!("Decides to act as set out in {old} above;"),
                &format!("Decides to act as set out in {new} above;"),
                &[&format!("{}>{} reference", change(old), change(new))],
            );
        }
    }

    #[test]
    fn an_opening_that_is_listed_with_more_words_is_the_same_opening() {
        marks(
            "Stresses also the importance of lights;",
            "Stresses the importance of lights;",
            &["also > connective"],
        );
        marks(
            "Also expresses concern about the dark;",
            "Further expresses concern about the dark;",
            &["Also>Further connective"],
        );
        marks(
            "Takes note of the report of the Council on lights;",
            "Takes note of the reports of the Council on lights;",
            &["report>reports wording"],
        );
        marks(
            "Welcomes the report of the Council on lights;",
            "Takes note of the report of the Council on lights;",
            &["Welcomes>Takes note verb", ">of  wording"],
        );
        marks(
            "Also calls for respect for pilots;",
            "Calls for respect for pilots;",
            &["Also calls>Calls connective"],
        );
    }

    #[test]
    fn who_says_both_in_another_order_has_no_other_verb() {
        marks(
            "Decides to include an item on ports in its agenda, and requests the Secretary-General to report on it;",
            "Requests the Secretary-General to report on ports, and decides to include an item on them in its agenda;",
            &[
                "Decides>Requests wording",
                ">the Secretary-General to report on ports, and decides  wording",
                "ports>them wording",
                ", and requests the Secretary-General to report on it> wording",
            ],
        );
    }

    #[test]
    fn nothing_is_changed_in_the_same_words() {
        marks("Urges “all” States;", "Urges “all” States;", &[]);
        let kinds = [Kind::Technical, Kind::Connective, Kind::Reference, Kind::Wording, Kind::Verb];
        assert!(kinds.is_sorted());
    }
}
