//! Whose each byte of the source is. Knows who owns what; fills the white space between, and finds
//! what nobody owns.

use crate::document::{Owner, Span, Tile};

/// Tiles that cover `text` from its first byte to its last, each byte once, and the stretches with
/// words that nobody claimed; those are left out of the tiles for the caller to give to somebody.
///
/// `claims` may come in any order. Where two overlap, which they should not, the earlier start wins.
pub(super) fn unclaimed(text: &str, mut claims: Vec<Tile>) -> Vec<Span> {
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
    let trimmed = stretch.trim_matches(super::lines::is_invisible);
    if trimmed.is_empty() {
        return None;
    }
    let start =
        span.start + stretch.len() - stretch.trim_start_matches(super::lines::is_invisible).len();
    Some(Span::new(start, start + trimmed.len()))
}

/// Sets the claims side by side, with [`Owner::Space`] between them.
pub(super) fn tiles(text: &str, mut claims: Vec<Tile>) -> Vec<Tile> {
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
