//! Which blocks are of which resolution of a file, and what each is called. Knows scopes and their
//! letters: those with letters are parts of one resolution, each other is a resolution of its own.

use jiff::civil::Date;

use crate::{
    document::{Block, Document, Head, Organ, Part, Resolution},
    parse::{
        assemble::Reading,
        blocks::{Scope, Structure, head},
        words::dates,
    },
};

/// The resolutions of a file, one at least, in reading order. What the head of the document says is of the first
/// that begins in the file: before it may stand the end of another.
pub(in crate::parse) fn resolutions(found: &Reading<'_>, document: &Document) -> Vec<Resolution> {
    let head = &document.head;
    let of =
        |range: &std::ops::Range<usize>| document.blocks.get(range.clone()).unwrap_or_default();
    let structure = &found.structure;
    let is_first = |scope: &Scope| !scope.is_tail && scope.head == structure.first_head();
    let mut resolutions: Vec<Resolution> = Vec::new();
    for (number, scope) in structure.scopes.iter().enumerate() {
        let blocks = blocks_of(structure, number);
        match resolutions.last_mut() {
            Some(last) if scope.letter.is_some() || blocks.is_empty() => {
                last.blocks.end = last.blocks.end.max(blocks.end);
            }
            _ if is_first(scope) => {
                // The head of the file has said its title, or that it has none; only behind the end
                // of another resolution it is still to be read.
                let is_behind_a_tail = scope.head != structure.head;
                let own = || if is_behind_a_tail { title(found, scope) } else { None };
                let title = head.title.clone().or_else(own);
                let Head { symbol, adopted, .. } = head.clone();
                let adopted = adopted.or_else(|| closing_date(found, of(&blocks)));
                resolutions.push(Resolution { symbol, title, adopted, blocks });
            }
            _ => {
                let closing = closing_date(found, of(&blocks));
                let mut own = by_its_own_head(found, scope, blocks, head.organ, closing);
                if own.symbol.is_none() && resolutions.iter().any(|one| one.title == own.title) {
                    own.title = own.title.map(|title| with_first_line(found, scope, title));
                }
                resolutions.push(own);
            }
        }
    }
    resolutions
}

/// The blocks of a scope: they follow one another.
fn blocks_of(structure: &Structure, scope: usize) -> std::ops::Range<usize> {
    let start = structure.drafts.partition_point(|draft| draft.scope < scope);
    start..structure.drafts.partition_point(|draft| draft.scope <= scope)
}

/// A later resolution, by the lines above its formula and the date below its text.
fn by_its_own_head(
    found: &Reading<'_>,
    scope: &Scope,
    blocks: std::ops::Range<usize>,
    organ: Option<Organ>,
    closing: Option<Date>,
) -> Resolution {
    let mut head = Head::default();
    if !scope.is_tail {
        let _ = head::read(&found.text, scope.head.clone(), &mut head);
    }
    let symbol = head
        .symbol
        .or_else(|| Some(head::symbol_of(head.number.as_ref()?, head.organ.or(organ)?, head.kind)));
    let title = title(found, scope);
    let adopted = head.adopted.or(closing);
    Resolution { symbol, title, adopted, blocks }
}

/// The title of what repeats the resolution's, an annexed declaration, told from it by the line above: *ANNEX: …*.
fn with_first_line(found: &Reading<'_>, scope: &Scope, title: String) -> String {
    match found.text.first_line(scope.head.start).trim() {
        above if above.is_empty() || title.starts_with(above) => title,
        above => format!("{above}: {title}"),
    }
}

/// The title in the head of a scope, without its number.
fn title(found: &Reading<'_>, scope: &Scope) -> Option<String> {
    let at = head::read(&found.text, scope.head.clone(), &mut Head::default())?;
    let words = found.text.words(at.start, at.number).text;
    (!scope.is_tail && !words.is_empty()).then_some(words)
}

/// The date in the closing of some blocks.
fn closing_date(found: &Reading<'_>, blocks: &[Block]) -> Option<Date> {
    let mut closing = blocks.iter().filter(|block| block.part == Part::Closing);
    closing.find_map(|block| dates::first(&block.text, found.text.language))
}
