//! What a careful reader would point out in a finished document (grammar.md §5, 7): invariants that
//! do not hold, as messages with a place, never as silent mends.

use std::collections::HashSet;

use crate::{
    document::{
        Block, Certainty, Cite, Document, Kind, Mark, Part, Problem, ProblemKind, Shape, Span,
    },
    parse::blocks::{Draft, Structure},
};

/// The problems of a document, in the order of the source.
pub(in crate::parse) fn problems(
    document: &Document,
    structure: &Structure,
    virtual_marks: &[(String, Span)],
) -> Vec<Problem> {
    let mut found = Vec::new();
    notes(document, virtual_marks, &mut found);
    numbering(document, &structure.drafts, &mut found);
    let is_numbered = |block: &Block| block.part == Part::Operative && block.number.is_some();
    let is_unlike = !structure.has_formula && !document.blocks.iter().any(is_numbered);
    let message = match document.head.kind {
        Kind::Other => Some("nothing says that it was adopted or is to be: this is no resolution"),
        Kind::Resolution if is_unlike => {
            Some("nothing enacts it and nothing is numbered: this may be no resolution")
        }
        _ => None,
    };
    found.extend(message.map(|message| Problem {
        kind: ProblemKind::NotAResolution,
        message: message.into(),
        span: Span::default(),
    }));
    found.sort_by_key(|problem| (problem.span.start, problem.span.end));
    found
}

/// Notes and marks that do not find each other. A mark without a note is told once, though it is doubtful as well:
/// two problems at one place would look like two faults.
fn notes(document: &Document, virtual_marks: &[(String, Span)], found: &mut Vec<Problem>) {
    let marks = || {
        let title = document.head.title_marks.iter().map(|mark| (None, mark));
        let blocks = document.blocks.iter();
        title.chain(blocks.flat_map(|b| b.marks.iter().map(move |mark| (Some(&b.cite), mark))))
    };
    let cited: HashSet<&str> = marks().map(|(_, mark)| mark.label.as_str()).collect();
    // A star in the line of sponsors, or beside the symbol, is one of the head.
    let is_told = |mark: &str| !cited.contains(mark) && !mark.starts_with('*');
    for note in document.footnotes.iter().filter(|note| is_told(&note.mark)) {
        found.push(Problem {
            kind: ProblemKind::NoteWithoutMark,
            message: format!("no mark in the text leads to footnote {}", note.mark),
            span: note.span,
        });
    }
    for (label, span) in virtual_marks {
        found.push(Problem {
            kind: ProblemKind::MarkWithoutNote,
            message: format!("mark {label} has no footnote"),
            span: *span,
        });
    }
    // Of a mark without a footnote that is said already.
    let told: HashSet<Span> = virtual_marks.iter().map(|(_, span)| *span).collect();
    let is_doubtful = |mark: &Mark| mark.certainty == Certainty::Weak && !told.contains(&mark.span);
    for (cite, mark) in marks().filter(|(_, mark)| is_doubtful(mark)) {
        let place = cite.map_or_else(|| "the title".to_owned(), Cite::to_string);
        found.push(Problem {
            kind: ProblemKind::WeakMark,
            message: format!(
                "{} in {place} may be a footnote mark or part of the text",
                mark.label
            ),
            span: mark.span,
        });
    }
}

/// Operative numbers go up by one in each part and section.
fn numbering(document: &Document, drafts: &[Draft], found: &mut Vec<Problem>) {
    let mut last: Option<(usize, usize, u32)> = None;
    for (block, draft) in document.blocks.iter().zip(drafts) {
        if block.part != Part::Operative || block.shape != Shape::Paragraph {
            continue;
        }
        let Some(number) = block.number.as_ref().and_then(|n| n.parse::<u32>().ok()) else {
            continue;
        };
        let expected = match last {
            Some((scope, _, before)) if scope == draft.scope => before + 1,
            _ => 1,
        };
        let restarts = number == 1 && last.is_some_and(|(_, section, _)| section != draft.section);
        if number != expected && !restarts {
            found.push(Problem {
                kind: ProblemKind::BrokenNumbering,
                message: format!("paragraph {number} stands where {expected} is due"),
                span: block.span,
            });
        }
        last = Some((draft.scope, draft.section, number));
    }
}
