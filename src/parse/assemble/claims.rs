//! Whose each line is that was understood: the claims of blocks, marks, footnotes and the head. Knows
//! lines and owners, and settles no quarrel between them.

use std::ops::Range;

use crate::{
    document::{Mark, Owner, Span, Tile},
    parse::{blocks::Draft, paragraphs::text::Text},
};

/// Claims the lines of a block, its marks apart.
pub(in crate::parse) fn claim_block(
    text: &Text<'_>,
    index: usize,
    draft: &Draft,
    marks: &[Mark],
    claims: &mut Vec<Tile>,
) {
    for line in &text.lines[draft.lines.clone()] {
        let mut at = line.span.start;
        // A mark of two figures may be broken over two lines.
        let touches = |mark: &Mark| {
            mark.kept == 0 && mark.span.start < line.span.end && line.span.start < mark.span.end
        };
        let inside = marks.iter().enumerate().filter(|(_, mark)| touches(mark));
        for (number, mark) in inside {
            let start = mark.span.start.max(at);
            let end = mark.span.end.min(line.span.end).max(start);
            claims.extend(tile(at, start, Owner::Block(index)));
            claims.extend(tile(start, end, Owner::Mark { block: index, mark: number }));
            at = end;
        }
        claims.extend(tile(at, line.span.end, Owner::Block(index)));
    }
}

fn tile(start: usize, end: usize, owner: Owner) -> Option<Tile> {
    (start < end).then(|| Tile { span: Span::new(start, end), owner })
}

/// Claims the lines of paragraphs for an owner.
pub(in crate::parse) fn claim_lines(
    text: &Text<'_>,
    paragraphs: &Range<usize>,
    owner: Owner,
    claims: &mut Vec<Tile>,
) {
    for paragraph in paragraphs.clone() {
        let lines = text.lines_of(paragraph).iter();
        claims.extend(lines.map(|line| Tile { span: line.span, owner }));
    }
}
