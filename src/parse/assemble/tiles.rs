//! Whose each byte of the source is. Knows who owns what; fills the white space between, and finds
//! what nobody owns.

use crate::{
    document::{Debris, Document, Owner, Problem, ProblemKind, Span, Tile},
    parse::lines::line::is_invisible,
};

/// Gives debris, and whatever nobody claimed, to the document, and tiles the source.
pub(in crate::parse) fn finish_tiles(
    source: &str,
    debris: Vec<(Span, &'static str)>,
    document: &mut Document,
    mut claims: Vec<Tile>,
    problems: &mut Vec<Problem>,
) {
    let known = debris.iter().map(|(span, _)| Tile { span: *span, owner: Owner::Space });
    let lost = unclaimed(source, claims.iter().copied().chain(known).collect());
    let mut debris = debris;
    debris.extend(lost.into_iter().map(|span| (span, "stray text")));
    debris.sort_by_key(|(span, _)| span.start);
    for (span, kind) in debris {
        let text = source[span.range()].to_owned();
        if kind == "stray text" {
            let shown: String = text.chars().take(40).collect();
            problems.push(Problem {
                kind: ProblemKind::Stray,
                message: format!("this is no part of the resolution that we know: {shown}"),
                span,
            });
        }
        claims.push(Tile { span, owner: Owner::Debris(document.debris.len()) });
        document.debris.push(Debris { kind, text, span });
    }
    document.tiles = tiles(source, claims);
}

/// Tiles that cover `text` from its first byte to its last, each byte once, and the stretches with
/// words that nobody claimed; those are left out of the tiles for the caller to give to somebody.
///
/// `claims` may come in any order. Where two overlap, which they should not, the earlier start wins.
fn unclaimed(text: &str, mut claims: Vec<Tile>) -> Vec<Span> {
    claims.sort_by_key(|tile| (tile.span.start, tile.span.end));
    let mut lost = Vec::new();
    let mut at = 0;
    for tile in claims.iter().map(|tile| tile.span).chain([Span::new(text.len(), text.len())]) {
        if tile.start > at {
            lost.extend(words(text, Span::new(at, tile.start)));
        }
        at = at.max(tile.end);
    }
    lost
}

/// The words of a stretch, without the white space around them.
fn words(text: &str, span: Span) -> Option<Span> {
    let stretch = text.get(span.range())?;
    let trimmed = stretch.trim_matches(is_invisible);
    if trimmed.is_empty() {
        return None;
    }
    let start = span.start + stretch.len() - stretch.trim_start_matches(is_invisible).len();
    Some(Span::new(start, start + trimmed.len()))
}

/// Sets the claims side by side, with [`Owner::Space`] between them.
fn tiles(text: &str, mut claims: Vec<Tile>) -> Vec<Tile> {
    claims.sort_by_key(|tile| (tile.span.start, tile.span.end));
    let mut tiles: Vec<Tile> = Vec::with_capacity(claims.len() * 2 + 1);
    let mut at = 0;
    for claim in claims {
        let span = Span::new(claim.span.start.max(at), claim.span.end.max(at));
        if span.start > at {
            tiles.push(Tile { span: Span::new(at, span.start), owner: Owner::Space });
        }
        if !span.is_empty() {
            tiles.push(Tile { span, owner: claim.owner });
        }
        at = span.end;
    }
    if at < text.len() {
        tiles.push(Tile { span: Span::new(at, text.len()), owner: Owner::Space });
    }
    tiles
}
