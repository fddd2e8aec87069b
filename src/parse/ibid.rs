//! `Ibid.`: a footnote that repeats the work of the one before it (grammar.md §2). Knows footnotes
//! whose own references have been found.

use super::words::Words;
use crate::document::{Cite, Footnote, Language, Reference, Target};

/// Gives every footnote that begins with `Ibid.` its antecedent, through chains of them, and where
/// it names no document of its own, a reference to the one its antecedent names.
///
/// *Ibid., Seventy-first Session (A/71/53)* replaces the document and keeps the work; *Ibid.,
/// annex II* is a place in the same document.
pub fn resolve(footnotes: &mut [Footnote], language: Language) {
    let words = Words::of(language).ibid;
    for index in 1..footnotes.len() {
        let (before, rest) = footnotes.split_at_mut(index);
        let (Some(previous), Some(note)) = (before.last(), rest.first_mut()) else { continue };
        let Some(length) = ibid(&note.text, words) else { continue };
        let mark = Cite::footnote(previous.mark.as_str());
        note.antecedent = Some(previous.antecedent.clone().unwrap_or(mark));
        if !names_its_own(note, length) && !is_volume(note, length) {
            let repeated = last_document(previous).map(|target| place_of(note, length, target));
            if let Some(target) = repeated {
                note.references.insert(0, Reference { range: 0..length, target });
            }
        }
    }
}

/// The length of `Ibid.` at the start of a footnote.
fn ibid(text: &str, words: &[&str]) -> Option<usize> {
    let word = words.iter().find(|word| text.starts_with(**word))?;
    let rest = text.get(word.len()..)?;
    let is_whole = !rest.starts_with(|c: char| c.is_alphabetic() && c.is_ascii());
    is_whole.then(|| word.len() + usize::from(rest.starts_with('.')))
}

/// Whether a footnote names a document before its first clause is over, so that it repeats only
/// the work; `Ibid., vol. 1125, No. 17512` does too, in the Treaty Series.
fn names_its_own(note: &Footnote, ibid: usize) -> bool {
    let rest = note.text.get(ibid..).unwrap_or_default();
    let end = ibid + rest.find([';', '；', '؛']).unwrap_or(rest.len());
    note.references
        .iter()
        .any(|r| r.range.start < end && matches!(r.target, Target::Document { .. }))
}

/// Whether a footnote names a volume: a treaty in the *Treaty Series*, which has no symbol.
fn is_volume(note: &Footnote, ibid: usize) -> bool {
    let rest = note.text.get(ibid..).unwrap_or_default();
    rest.trim_start_matches([',', '.', ' ']).starts_with("vol")
}

/// The document a footnote names last.
fn last_document(note: &Footnote) -> Option<&Target> {
    note.references.iter().rev().map(|r| &r.target).find(|t| matches!(t, Target::Document { .. }))
}

/// The same document at the place a footnote gives, or, if it gives none, at the same place.
fn place_of(note: &Footnote, ibid: usize, target: &Target) -> Target {
    let rest = note.text.get(ibid..).unwrap_or_default();
    let place = rest.split(';').next().unwrap_or_default();
    let place = place
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | '，' | '。' | '،'));
    match target {
        Target::Document { symbol, .. } if !place.is_empty() => {
            Target::Document { symbol: symbol.clone(), locus: Some(place.to_owned()) }
        }
        target => target.clone(),
    }
}
