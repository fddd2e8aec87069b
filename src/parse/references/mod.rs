//! Words that name another place or document (grammar.md §2). Knows one clean text at a time and
//! what [`Context`] says of the document around it.

mod bodies;
mod clue;
mod date;
mod key;
mod locus;
mod owner;
mod place;
mod symbol;

use std::ops::Range;

use crate::document::{Cite, Language, Organ, Reference, Symbol, Target};

use super::words::Words;
use key::Key;
use owner::Surroundings;

/// What a reference may depend on besides its own words.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The language of the text.
    pub language: Language,
    /// The body whose resolution it is: *its resolution 34/5*.
    pub organ: Option<Organ>,
    /// The block or footnote the text is of; a paragraph number means one of the same section.
    pub place: &'a Cite,
    /// Whether the document has a place: *paragraph 14* is a reference only where it does.
    pub exists: &'a dyn Fn(&Cite) -> bool,
}

/// The references in a clean text, by place, not overlapping.
///
/// Takes time linear in the text, whatever it says.
#[must_use]
pub fn find(text: &str, context: &Context<'_>) -> Vec<Reference> {
    find_linked(text, &[], context)
}

/// The references in a clean text of which some, `links`, are known from its format: words and what
/// they lead to, by place. What the format links, it links rightly.
#[must_use]
pub fn find_linked(
    text: &str,
    links: &[(Range<usize>, Symbol)],
    context: &Context<'_>,
) -> Vec<Reference> {
    let (mut references, keys) = symbols_and_keys(text);
    if !keys.is_empty() {
        let clues = clue::find(text, context.language);
        let surroundings =
            Surroundings::new(text, &clues, context.language, context.organ, &references);
        let resolved = resolve(&keys, &surroundings);
        references.extend(resolved);
    }
    if !links.is_empty() {
        references = with_links(text, references, links);
    }
    references.sort_by_key(|reference| reference.range.start);
    let words = Words::of(context.language);
    let Some(nouns) = place::nouns(context.language) else { return references };
    let in_others = give_loci(text, &mut references, words, nouns);
    let here = place::find(text, context, words, nouns);
    references
        .extend(here.into_iter().filter(|r| in_others.binary_search(&r.range.start).is_err()));
    references.sort_by_key(|reference| reference.range.start);
    without_overlaps(references)
}

/// What was found and what the format links; where both speak of the same words, the links.
fn with_links(
    text: &str,
    found: Vec<Reference>,
    links: &[(Range<usize>, Symbol)],
) -> Vec<Reference> {
    // Neither overlap among themselves: of what ends behind a place the first is the one to ask.
    let mut links: Vec<&(Range<usize>, Symbol)> = links.iter().collect();
    links.sort_by_key(|(range, _)| range.start);
    let mut all: Vec<Reference> = Vec::with_capacity(found.len() + links.len());
    let mut whole: Vec<Range<usize>> = Vec::new();
    for reference in found {
        let next = links.partition_point(|(range, _)| range.end <= reference.range.start);
        match links.get(next).filter(|(range, _)| range.start < reference.range.end) {
            None => all.push(reference),
            Some((range, symbol))
                if is_cut_short(text, range, symbol, &reference)
                    || is_without_letter(symbol, &reference) =>
            {
                whole.push(reference.range.clone());
                all.push(reference);
            }
            Some(_) => {}
        }
    }
    whole.sort_by_key(|range| range.start);
    let is_in_whole = |range: &Range<usize>| {
        let next = whole.partition_point(|other| other.end <= range.start);
        whole.get(next).is_some_and(|other| other.start < range.end)
    };
    let left = links.into_iter().filter(|(range, _)| !is_in_whole(range));
    all.extend(left.map(|(range, symbol)| to_document(range.clone(), symbol.clone())));
    all
}

/// Whether a link stops in the middle of the symbol that it leads to: `A/57/75` of `A/57/759`. Word
/// keeps links so when the words are changed.
fn is_cut_short(text: &str, range: &Range<usize>, symbol: &Symbol, found: &Reference) -> bool {
    let next = text.get(range.end..).and_then(|rest| rest.chars().next());
    let same = |a: &str, b: &str| {
        let folded = |text: &str| {
            let letters = text.chars().filter(|c| !c.is_whitespace());
            letters.flat_map(char::to_lowercase).collect::<String>()
        };
        folded(a) == folded(b)
    };
    range.start == found.range.start
        && range.end < found.range.end
        && next.is_some_and(|c| c.is_alphanumeric() || c == '/')
        && matches!(&found.target, Target::Document { symbol: other, .. }
            if same(other.as_str(), symbol.as_str()))
}

/// Whether a link leads to the same old resolution without its letter: the UN files `217 A (III)`
/// as `217(III)`, and all parts of `49/75 A` to `P` under the number, and only the words say which part is meant.
fn is_without_letter(symbol: &Symbol, found: &Reference) -> bool {
    let is_part = |other: &Symbol| {
        let (Some(whole), Some(part)) = (symbol.adopted_text(), other.adopted_text()) else {
            return false;
        };
        let is_same = (whole.body, whole.kind, whole.number) == (part.body, part.kind, part.number);
        is_same && whole.parts.is_none() && part.parts.is_some()
    };
    matches!(&found.target, Target::Document { symbol: other, .. }
        if other != symbol
            && symbol.adopted_text().is_some_and(|act| act.parts.is_none())
            && (other.path() == symbol.path() || is_part(other)))
}

/// Says of each document which place in it is meant. Returns where places begin that were printed
/// before their document: they are none of this text.
fn give_loci(
    text: &str,
    references: &mut [Reference],
    words: &Words,
    nouns: &place::Nouns,
) -> Vec<usize> {
    for reference in &mut *references {
        if let Target::Document { symbol, locus } = &mut reference.target {
            let is_act = symbol.adopted_text().is_some();
            *locus = locus::after(text, reference.range.end, is_act, words);
        }
    }
    let mut taken = Vec::new();
    if references.is_empty() {
        return taken;
    }
    for mention in place::before_documents(text, nouns) {
        let next = references.partition_point(|r| r.range.start < mention.end);
        let Some(reference) = references.get_mut(next) else { continue };
        let before = locus::before(text, mention.start, reference.range.start, words);
        if let (Some(before), Target::Document { locus, .. }) = (before, &mut reference.target) {
            // The longest one, `paragraph 4 of section V`, has the others in it.
            if locus.as_ref().is_none_or(|known| before.len() > known.len()) {
                *locus = Some(before);
            }
            taken.push(mention.start);
        }
    }
    taken.sort_unstable();
    taken
}

/// The references that begin first, where some overlap.
fn without_overlaps(references: Vec<Reference>) -> Vec<Reference> {
    let mut end = 0;
    let mut kept = Vec::with_capacity(references.len());
    for reference in references {
        if reference.range.start >= end {
            end = reference.range.end;
            kept.push(reference);
        }
    }
    kept
}

/// How many numbers of one paragraph are taken for references: a hundred times what the longest list
/// of the United Nations has. The words of what goes beyond stay words.
const MOST: usize = 100_000;

/// The symbols in a text, which speak for themselves, and the bare numbers, which do not.
fn symbols_and_keys(text: &str) -> (Vec<Reference>, Vec<Key>) {
    let (mut symbols, mut keys) = (Vec::new(), Vec::new());
    let mut from = 0;
    for at in memchr::memchr2_iter(b'/', b'(', text.as_bytes()) {
        if at < from {
            continue;
        }
        if symbols.len() + keys.len() >= MOST {
            break;
        }
        if text.as_bytes().get(at) == Some(&b'(') {
            if let Some(key) = key::before_bracket(text, at, from) {
                from = key.end;
                keys.push(key);
            }
        } else if let Some(printed) = symbol::around(text, at, from) {
            let range = with_session(text, &printed.range);
            let longer = range.end > printed.range.end;
            let symbol = text.get(range.clone()).filter(|_| longer);
            from = range.end;
            symbols.push(to_document(range, symbol.map_or(printed.symbol, Symbol::new)));
        } else if let Some(key) = key::around_stroke(text, at, from) {
            from = key.end;
            keys.push(key);
        }
    }
    (symbols, keys)
}

/// The words of a symbol with what that of a resolution has after a space: `A/RES/217 A (III)`,
/// `S/RES/1325 (2000)`, `A/RES/72/262 B`.
fn with_session(text: &str, printed: &Range<usize>) -> Range<usize> {
    let is_act = |end: usize| {
        let symbol = text.get(printed.start..end).map(Symbol::new);
        symbol.is_some_and(|symbol| symbol.adopted_text().is_some())
    };
    let rest = text.get(printed.end..).unwrap_or_default();
    let close = rest.bytes().take(14).position(|b| b == b')').map(|at| printed.end + at + 1);
    if let Some(end) = close.filter(|&end| is_act(end)) {
        return printed.start..end;
    }
    let parts = if is_act(printed.end) { key::parts_after(rest).1 } else { 0 };
    printed.start..printed.end + parts
}

/// The references of bare numbers: those of one list share their noun, and its owner.
fn resolve(keys: &[Key], surroundings: &Surroundings<'_>) -> Vec<Reference> {
    let mut before = None;
    let mut heads = Vec::with_capacity(keys.len());
    for key in keys {
        let head = surroundings.head(key, before);
        heads.push(head);
        before = Some(key.end);
    }
    let mut references = Vec::new();
    let mut owner_of_list = None;
    // From the last to the first: an owner named after a list is the owner of all of it.
    for (index, (key, head)) in keys.iter().zip(&heads).enumerate().rev() {
        let Some(head) = *head else { continue };
        let next = heads.get(index + 1).copied().flatten();
        if !next.is_some_and(|next| surroundings.is_same_list(head, next)) {
            owner_of_list = None;
        }
        owner_of_list = surroundings.owner_after(key).or(owner_of_list);
        if let Some(symbol) = surroundings.symbol(key, head, owner_of_list) {
            references.push(to_document(key.start..key.end, symbol));
        }
    }
    references
}

fn to_document(range: Range<usize>, symbol: Symbol) -> Reference {
    Reference { range, target: Target::Document { symbol, locus: None } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_kept_where_the_format_links_the_number_alone() {
        let text = "Recalling its resolutions 49/75 G, 50/70 and 59/111of 6 December 2004,";
        let place = Cite::paragraph("1");
        let context = Context {
            language: Language::English,
            organ: Some(Organ::GeneralAssembly),
            place: &place,
            exists: &|_| false,
        };
        let link = |number: &str| {
            let start = text.find(number).expect("it is there");
            (start..start + number.len(), Symbol::new(format!("A/RES/{number}")))
        };
        let found = find_linked(text, &[link("49/75"), link("50/70")], &context);
        let symbols: Vec<String> = found
            .iter()
            .map(|reference| match &reference.target {
                Target::Document { symbol, .. } => symbol.to_string(),
                Target::Here(cite) => cite.to_string(),
            })
            .collect();
        assert_eq!(symbols, ["A/RES/49/75 G", "A/RES/50/70", "A/RES/59/111"]);
    }
}
