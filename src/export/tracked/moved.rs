//! A paragraph that stands elsewhere in the other text: a move in both places, by one name, in which words that are
//! gone or new are marked as such. Knows WordprocessingML, not what was moved.

use std::ops::Range;

use super::{
    paragraph::{Inserted, Item, Paragraph, Piece},
    paragraph_end::with_mark,
    revision::{Revision, words},
};

/// A move, seen from one of its places.
#[derive(Clone, Debug, Default)]
pub(super) struct Moved {
    /// The name by which its two places belong together.
    pub(super) name: String,
    /// The words that only this place has, in bytes of its text, in order.
    pub(super) changed: Vec<Range<usize>>,
}

impl Moved {
    /// Stretches of a text, and whether only this place has them.
    fn stretches(&self, range: Range<usize>) -> Vec<(Range<usize>, bool)> {
        let mut found = Vec::new();
        let mut at = range.start;
        for changed in &self.changed {
            let (start, end) = (changed.start.max(at), changed.end.min(range.end));
            if start >= end {
                continue;
            }
            if start > at {
                found.push((at..start, false));
            }
            found.push((start..end, true));
            at = end;
        }
        if at < range.end {
            found.push((at..range.end, false));
        }
        found
    }
}

impl Paragraph {
    /// The paragraph where the file's own text has it.
    pub(super) fn moved(&self, moved: &Moved, revision: &mut Revision<'_>) -> String {
        let mark = revision.moved_mark(true);
        let (start, end) = revision.move_range(true, &moved.name);
        let mut out = format!("{}{}{start}", self.open, with_mark(&self.properties, &mark));
        let mut at = 0;
        for piece in &self.parts {
            let (properties, items) = match piece {
                Piece::Between(xml) => {
                    out.push_str(xml);
                    continue;
                }
                Piece::Repeat(xml) => {
                    out.push_str(&revision.moved(true, xml));
                    continue;
                }
                Piece::Run { properties, items } => (properties, items),
            };
            for item in items {
                let run = |inner: &str| format!("<w:r>{properties}{inner}</w:r>");
                match item {
                    Item::Words { words: own, xml: None } => {
                        for (stretch, is_changed) in moved.stretches(at..at + own.len()) {
                            let part = own.get(stretch.start - at..stretch.end - at);
                            let part = part.unwrap_or_default();
                            let written = words(part);
                            out.push_str(&match is_changed {
                                true => {
                                    let inner = revision.own_item(&written, Some(part));
                                    revision.own(&run(&inner))
                                }
                                false => revision.moved(true, &run(&written)),
                            });
                        }
                        at += own.len();
                    }
                    Item::Words { words, xml: Some(xml) } => {
                        out.push_str(&revision.moved(true, &run(xml)));
                        at += words.len();
                    }
                    Item::Other { xml, .. } => out.push_str(&revision.moved(true, &run(xml))),
                }
            }
        }
        format!("{out}</w:p>{end}")
    }
}

/// Words of a paragraph that only the other text has in this place: runs as a move, where they are of one.
pub(super) fn other_words(
    text: &str,
    range: Range<usize>,
    looks: &str,
    moved: Option<&Moved>,
    revision: &mut Revision<'_>,
) -> String {
    let inserted = |range: Range<usize>| match text.get(range) {
        None | Some("") => Vec::new(),
        Some(words) => vec![Inserted::Words(words.to_owned())],
    };
    let Some(moved) = moved else { return revision.other_runs(&inserted(range), looks) };
    let mut runs = String::new();
    for (stretch, is_changed) in moved.stretches(range) {
        let part = text.get(stretch.clone()).unwrap_or_default();
        runs.push_str(&match is_changed {
            true => revision.other_runs(&inserted(stretch), looks),
            false => {
                let written: Vec<String> = part
                    .split('\t')
                    .map(|part| if part.is_empty() { String::new() } else { words(part) })
                    .collect();
                let run = format!("<w:r>{looks}{}</w:r>", written.join("<w:tab/>"));
                revision.moved(false, &run)
            }
        });
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_changed_in_a_move_is_told_from_what_was_not() {
        let moved = Moved { name: "move1".into(), changed: vec![2..4, 9..20] };
        assert_eq!(
            moved.stretches(0..12),
            [(0..2, false), (2..4, true), (4..9, false), (9..12, true)]
        );
        assert_eq!(moved.stretches(3..9), [(3..4, true), (4..9, false)]);
        assert_eq!(moved.stretches(5..5), []);
    }
}
