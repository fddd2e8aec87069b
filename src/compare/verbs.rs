//! What a paragraph opens with, in both versions: whether the verb is another one, and where it went on the
//! ladder. The ladder is a reading aid: no law says that *urges* is less than *requests*.

use super::{Kind, VerbChange, edits::Side};
use crate::document::{Document, Opener, Passage};

/// What may stand beside a verb and only joins the paragraph to the one before.
const CONNECTIVES: &[&str] =
    &["also", "further", "again", "once again", "once more", "in this regard", "likewise"];

/// How much it weighs that two paragraphs open otherwise.
pub(super) fn kind(a: &Side<'_>, b: &Side<'_>) -> Kind {
    let (Some(one), Some(other)) = (a.opener, b.opener) else { return Kind::Wording };
    let words = |side: &Side<'_>| {
        let words = side.text.get(..side.opener.map_or(0, |opener| opener.length));
        words.map(str::to_lowercase).unwrap_or_default()
    };
    // Words that are in no list may still be the same verb: `Further demands`, `Demands`.
    let (bare, their_bare) = (without_connectives(&words(a)), without_connectives(&words(b)));
    if bare == their_bare {
        return if words(a) == words(b) { Kind::Technical } else { Kind::Connective };
    }
    if is_other_verb(one, other) {
        let is_unranked = one.rank.is_none() && other.rank.is_none();
        if is_swapped((a, &bare), (b, &their_bare)) {
            return Kind::Wording;
        }
        let is_longer = has_object(&bare, &their_bare) || has_object(&their_bare, &bare);
        return if is_unranked && is_longer { Kind::Wording } else { Kind::Verb };
    }
    let said = |opener: &Opener| -> Vec<String> {
        let parts = opener.modifiers.iter().map(|said| without_connectives(said));
        let mut said: Vec<String> = parts.filter(|said| !said.is_empty()).collect();
        said.sort();
        said
    };
    if one.base.is_none() || said(one) != said(other) {
        return Kind::Wording;
    }
    if one.modifiers == other.modifiers { Kind::Wording } else { Kind::Connective }
}

/// Whether each says in its course what the other opens with: *Decides to include …, and requests …* beside *Requests …,
/// and decides …*.
fn is_swapped((a, bare): (&Side<'_>, &str), (b, their_bare): (&Side<'_>, &str)) -> bool {
    let says = |side: &Side<'_>, words: &str| {
        let opening = side.opener.map_or(0, |opener| opener.length);
        let rest = side.text.get(opening..).unwrap_or_default().to_lowercase();
        rest.split([',', ';']).any(|clause| {
            let clause = clause.trim_start();
            let clause = clause.strip_prefix("and ").unwrap_or(clause);
            without_connectives(clause).starts_with(&format!("{words} "))
        })
    };
    !bare.is_empty() && !their_bare.is_empty() && says(b, bare) && says(a, their_bare)
}

/// Whether one opening is another with what it is about: *Renewing its commitment* beside *Renewing*.
fn has_object(longer: &str, shorter: &str) -> bool {
    longer.strip_prefix(shorter).is_some_and(|rest| rest.starts_with(" its "))
}

/// `also with appreciation` → `with appreciation`.
fn without_connectives(said: &str) -> String {
    let mut said = format!(" {said} ");
    for connective in CONNECTIVES {
        said = said.replace(&format!(" {connective} "), " ");
    }
    said.trim().to_owned()
}

/// Whether the verbs are two: of words that are in no list, whether the words are.
fn is_other_verb(one: &Opener, other: &Opener) -> bool {
    match (one.base, other.base) {
        (Some(one), Some(other)) => core(one) != core(other),
        _ => true,
    }
}

/// *Expressing concern* says no more than *Concerned*.
fn core(base: &str) -> &str {
    base.strip_prefix("express ").unwrap_or(base)
}

/// What became of the verb of a paragraph; `None` where either is off the ladder, or they are the same.
pub(super) fn change(
    a: &Document,
    left: Passage,
    b: &Document,
    right: Passage,
) -> Option<VerbChange> {
    let ((one, from), (other, to)) = (opening(a, left)?, opening(b, right)?);
    let step = i8::try_from(other.rank?).ok()? - i8::try_from(one.rank?).ok()?;
    (one.base != other.base).then_some(VerbChange { from, to, step })
}

/// The opener of a passage, and its words without those that only join.
fn opening(document: &Document, passage: Passage) -> Option<(&Opener, String)> {
    let Passage::Block(i) = passage else { return None };
    let block = document.blocks.get(i)?;
    let words = without_connectives(&block.opener_words()?.to_lowercase());
    Some((block.opener.as_ref()?, words))
}
