//! How much an edit weighs: a date, a connective, a reference, a word, the verb. Knows one edit and the
//! words around it.

use std::ops::Range;

use super::{
    Kind,
    edits::Side,
    technical::{
        is_connective, is_counted, is_joining, is_numbered, is_numeral, is_place, is_year,
    },
    tidying::Change,
    tokens::{Sort, Token},
    verbs,
};
use crate::document::Language;

/// Both sides of a pair.
pub(super) struct Sides<'a> {
    pub(super) a: &'a Side<'a>,
    pub(super) b: &'a Side<'a>,
    /// How many tokens are the openers', where they were compared by themselves.
    pub(super) openings: (usize, usize),
}

/// So many words around a numeral say what it counts.
const NEAR: usize = 5;
/// Letters and numerals of items, `(b)`, `(iii)`, and what joins them, are no longer than this.
const LONGEST_ITEM: usize = 4;
/// So many words are looked at where several of a sort are named.
const FAR: usize = 12;

/// How much a change weighs.
pub(super) fn kind(sides: &Sides<'_>, change: &Change) -> Kind {
    let is_opening =
        |range: &Range<usize>, opening: usize| range.start < opening && range.end <= opening;
    let (a, b) = (sides.a, sides.b);
    if (is_opening(&change.0, sides.openings.0) || change.0.is_empty())
        && (is_opening(&change.1, sides.openings.1) || change.1.is_empty())
        && change.0.start < sides.openings.0.max(1)
        && sides.openings != (0, 0)
    {
        // Beside a verb that is another one an *also* may come or go by itself.
        let (left, right) = (words(a, &change.0), words(b, &change.1));
        return match is_connecting(&left, &right, a.language) && !is_only_form(&left, &right) {
            true => Kind::Connective,
            false => verbs::kind(a, b),
        };
    }
    let (left, right) = (words(a, &change.0), words(b, &change.1));
    if is_only_form(&left, &right) {
        return Kind::Technical;
    }
    if is_connecting(&left, &right, a.language) {
        return Kind::Connective;
    }
    if is_joint(a, &change.0, b, &change.1) {
        return Kind::Technical;
    }
    if is_time_alone(a, &change.0, &right) || is_time_alone(b, &change.1, &left) {
        return Kind::Wording;
    }
    let (cited_a, cited_b) = (cites(a, &change.0), cites(b, &change.1));
    match (cited_a, cited_b) {
        (Cites::Other, _) | (_, Cites::Other) => by_ending(sides, change),
        (Cites::Places, _) | (_, Cites::Places) => Kind::Reference,
        (Cites::Texts(one), Cites::Texts(other)) if one == other => Kind::Technical,
        (Cites::Texts(0) | Cites::Nothing, Cites::Texts(0) | Cites::Nothing) => Kind::Technical,
        _ => Kind::Reference,
    }
}

type Words<'a> = Vec<(&'a str, Sort)>;

fn words<'a>(side: &'a Side<'_>, range: &Range<usize>) -> Words<'a> {
    side.words(range).filter(|(_, sort)| *sort != Sort::Sign).collect()
}

/// Signs and capitals.
fn is_only_form(left: &Words<'_>, right: &Words<'_>) -> bool {
    let folded = |words: &Words<'_>| -> Vec<String> {
        words.iter().map(|(word, _)| word.to_lowercase()).collect()
    };
    folded(left) == folded(right)
}

fn is_connecting(left: &Words<'_>, right: &Words<'_>, language: Language) -> bool {
    let gap = if language == Language::Chinese { "" } else { " " };
    let are = |words: &Words<'_>| {
        let words: Vec<String> = words.iter().map(|(word, _)| word.to_lowercase()).collect();
        words.is_empty() || is_connective(&words.join(gap), language)
    };
    are(left) && are(right)
}

/// Whether no more than what joins citations is another: `35/31 and 41/25` → `35/31, 41/25 and 47/22`.
fn is_joint(a: &Side<'_>, left: &Range<usize>, b: &Side<'_>, right: &Range<usize>) -> bool {
    let is_sign = |token: &Token| token.sort == Sort::Sign;
    let cites = |token: Option<&Token>| {
        token.is_some_and(|token| matches!(token.sort, Sort::Symbol | Sort::Date | Sort::Number))
    };
    let is_between = |side: &Side<'_>, range: &Range<usize>| {
        let before = side.tokens.get(..range.start).unwrap_or_default();
        let behind = side.tokens.get(range.end..).unwrap_or_default();
        cites(before.iter().rev().find(|token| !is_sign(token)))
            && cites(behind.iter().find(|token| !is_sign(token)))
    };
    let joins = |side: &Side<'_>, range: &Range<usize>| {
        words(side, range).iter().all(|(word, _)| is_joining(word, side.language))
    };
    is_between(a, left) && is_between(b, right) && joins(a, left) && joins(b, right)
}

/// Whether a time comes or goes, *in 2016 and 2017*, that is none of a text: that says something else, and is no newer
/// date.
fn is_time_alone(side: &Side<'_>, range: &Range<usize>, other: &Words<'_>) -> bool {
    let has = |sort: Sort| side.words(range).any(|(_, own)| own == sort);
    let before = range.start.checked_sub(1).and_then(|at| side.tokens.get(at));
    // A date of a text, and one more of several times.
    let is_of_text =
        before.is_some_and(|token| !matches!(token.sort, Sort::Word | Sort::Sign | Sort::Bracket));
    other.is_empty()
        && (has(Sort::Number) || has(Sort::Date))
        && has(Sort::Word)
        && !has(Sort::Symbol)
        && !is_of_text
}

/// What words cite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cites {
    Nothing,
    /// So many texts, by their symbols; their dates, sessions and years are not counted.
    Texts(usize),
    /// Places in a text.
    Places,
    /// There are other words.
    Other,
}

/// What kind of citation changed words are. They are technical only if every word is: one word of another kind and a
/// person must look at the change, so the first such word ends the search.
fn cites(side: &Side<'_>, range: &Range<usize>) -> Cites {
    let language = side.language;
    let (mut texts, mut has_place, mut is_any) = (0, false, false);
    for at in range.clone() {
        let Some(token) = side.tokens.get(at) else { continue };
        let word = side.word(token);
        let is_technical = match token.sort {
            Sort::Sign => continue,
            Sort::Bracket => return Cites::Other,
            Sort::Symbol => {
                texts += 1;
                true
            }
            Sort::Date => true,
            Sort::Number if is_year(word, token.sort) => true,
            Sort::Number => {
                let (is_place, is_text) = before(side, at, language);
                has_place |= is_place;
                let is_of_text = is_of_text(side, at);
                has_place |= is_of_text;
                is_place || is_text || is_of_text || is_near_counted(side, at) || is_day(side, at)
            }
            Sort::Word => {
                // `section II`, `part B`, `الفرع الثاني`, `第二节`
                let is_letters =
                    word.chars().count() <= 4 && word.chars().all(|c| c.is_ascii_uppercase());
                let is_lettered_place =
                    (is_letters || is_numeral(word, language)) && before(side, at, language).0;
                let is_place = is_lettered_place || is_item_of_place(side, at);
                has_place |= is_place;
                is_ordinal(side, at) || is_place
            }
        };
        is_any = true;
        let is_meant = is_technical || is_joining(word, language) && has_technical(side, range);
        if !is_meant {
            return Cites::Other;
        }
    }
    match (is_any, has_place) {
        (false, _) => Cites::Nothing,
        (true, true) if texts == 0 => Cites::Places,
        _ => Cites::Texts(texts),
    }
}

/// Whether a range has a date, a number, a symbol or the ordinal of a session at all.
fn has_technical(side: &Side<'_>, range: &Range<usize>) -> bool {
    side.words(range).any(|(_, sort)| matches!(sort, Sort::Date | Sort::Symbol | Sort::Number))
        || range.clone().any(|at| is_ordinal(side, at) || is_item_of_place(side, at))
}

/// Whether a word is the letter of an item of a place: `paragraph 3 (a) and (b)`, `alinéa 3 a) et b)`.
fn is_item_of_place(side: &Side<'_>, at: usize) -> bool {
    let word = |at: Option<usize>| {
        at.and_then(|at| side.tokens.get(at)).map_or("", |token| side.word(token))
    };
    let is_letter =
        |word: &str| word.chars().count() <= LONGEST_ITEM && word.chars().all(char::is_lowercase);
    if !is_letter(word(Some(at))) || word(Some(at + 1)) != ")" {
        return false;
    }
    let before = at.saturating_sub(FAR)..at;
    let mut named = side.words(&before).collect::<Vec<_>>().into_iter().rev();
    let named = named.find(|(word, sort)| {
        let is_between = matches!(sort, Sort::Sign | Sort::Number) || is_letter(word);
        is_place(word, side.language) || !is_between
    });
    named.is_some_and(|(word, _)| is_place(word, side.language))
}

/// Whether a word is the ordinal of a session or the like.
fn is_ordinal(side: &Side<'_>, at: usize) -> bool {
    let Some(word) = side.tokens.get(at).map(|token| side.word(token)) else { return false };
    if !is_numeral(word, side.language) && !has_ordinal_ending(word) {
        return false;
    }
    // `its thirty-ninth, forty-second and forty-fifth sessions`: the last of them is near.
    let is_one_of_several = |(word, sort): &(&str, Sort)| {
        let is_one = is_numeral(word, side.language) || has_ordinal_ending(word);
        *sort == Sort::Sign || is_one || is_joining(word, side.language)
    };
    let behind = behind(side, at);
    let counted = side.words(&behind).find(|own| !is_one_of_several(own));
    is_near_counted(side, at) || counted.is_some_and(|(word, _)| is_counted(word, side.language))
}

/// The tokens behind one among which others of its sort may be named.
fn behind(side: &Side<'_>, at: usize) -> Range<usize> {
    let end = side.tokens.len();
    (at + 1).min(end)..(at + 1 + FAR).min(end)
}

/// Whether a number is that of a paragraph of a text that is cited behind it: `and 11 to 14 of its resolution 68/147`.
fn is_of_text(side: &Side<'_>, at: usize) -> bool {
    let mut is_text = false;
    for (word, sort) in side.words(&behind(side, at)) {
        match sort {
            Sort::Symbol => return is_text,
            Sort::Sign | Sort::Number => {}
            _ if is_joining(word, side.language) => is_text |= is_numbered(word, side.language),
            _ => return false,
        }
    }
    false
}

/// Whether a number is the first day of several: `3 to 7 May`, `3 и 7 мая`.
fn is_day(side: &Side<'_>, at: usize) -> bool {
    // No word between two days is longer.
    const LONGEST: usize = 3;
    let token = |at: usize| side.tokens.get(at);
    let day = token(at).and_then(|token| super::tokens::value(side.word(token)));
    let is_between =
        |token: &Token| token.sort == Sort::Sign || side.word(token).chars().count() <= LONGEST;
    day.is_some_and(|day| (1..=31).contains(&day))
        && token(at + 1).is_some_and(is_between)
        && token(at + 2).is_some_and(|token| token.sort == Sort::Date)
}

/// `72nd`, `72e`.
fn has_ordinal_ending(word: &str) -> bool {
    let digits = word.find(|c: char| !c.is_numeric()).unwrap_or(0);
    digits > 0 && word.get(digits..).is_some_and(|ending| ending.chars().count() <= 3)
}

/// Whether the words before a number make it that of a place in a text, or that of a text.
fn before(side: &Side<'_>, at: usize, language: Language) -> (bool, bool) {
    let from = at.saturating_sub(4);
    let mut around: Vec<&str> = side
        .words(&(from..at))
        .filter(|(_, sort)| *sort == Sort::Word)
        .map(|(word, _)| word)
        .collect();
    if language == Language::Chinese {
        around.extend(side.words(&(at + 1..at + 3)).map(|(word, _)| word));
    }
    let last = around.iter().rev().take(2);
    let has_place = last.clone().any(|word| is_place(word, language));
    let has_text = last.clone().any(|word| is_numbered(word, language));
    (has_place, has_text && !has_place)
}

/// Whether a session or the like stands near.
fn is_near_counted(side: &Side<'_>, at: usize) -> bool {
    let around = at.saturating_sub(NEAR)..(at + NEAR).min(side.tokens.len());
    side.words(&around).any(|(word, _)| is_counted(word, side.language))
}

/// `resolution` → `resolutions` before symbols: one more is cited.
fn by_ending(sides: &Sides<'_>, change: &Change) -> Kind {
    let (left, right) = (words(sides.a, &change.0), words(sides.b, &change.1));
    let ([(one, _)], [(other, _)]) = (left.as_slice(), right.as_slice()) else {
        return Kind::Wording;
    };
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let language = sides.a.language;
    let is_citing = |word: &str| is_numbered(word, language) || is_place(word, language);
    let shared = one.chars().zip(other.chars()).take_while(|(x, y)| x == y).count();
    let is_form = shared + 3 >= one.chars().count().max(other.chars().count());
    let is_before_symbol = |side: &Side<'_>, end: usize| {
        side.words(&(end..end + 2)).any(|(_, sort)| matches!(sort, Sort::Symbol | Sort::Number))
    };
    let is_reference = is_form
        && is_citing(&one)
        && is_citing(&other)
        && is_before_symbol(sides.a, change.0.end)
        && is_before_symbol(sides.b, change.1.end);
    if is_reference { Kind::Reference } else { Kind::Wording }
}
