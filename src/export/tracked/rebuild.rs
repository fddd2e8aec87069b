//! Puts a part of a Word file together again: paragraphs with their changes, and what is put in between.

use std::{collections::HashMap, ops::Range};

use super::{places::Part, revision::Revision, weave::Changed};

pub(super) fn rewritten(
    part: &Part<'_>,
    changed: HashMap<usize, Changed>,
    revision: &mut Revision<'_>,
) -> Vec<(Range<usize>, String)> {
    let mut changed: Vec<(usize, Changed)> = changed.into_iter().collect();
    changed.sort_by_key(|(paragraph, _)| *paragraph);
    changed
        .into_iter()
        .map(|(paragraph, mut changed)| {
            let paragraph = &part.paragraphs[paragraph];
            changed.changes.sort_by_key(|change| (change.own.start, change.own.end));
            let gone = |note: usize| changed.gone_notes.contains(&note);
            let xml = match changed.is_alone {
                true => paragraph.alone(revision),
                false => paragraph.changed(&changed.changes, &gone, revision),
            };
            (paragraph.range.clone(), xml)
        })
        .collect()
}

/// A part with stretches replaced and others put in; what is put in where something ends stands behind it.
pub(super) fn rebuilt(
    xml: &str,
    mut replaced: Vec<(Range<usize>, String)>,
    mut inserted: Vec<(usize, String)>,
) -> String {
    replaced.sort_by_key(|(range, _)| range.start);
    inserted.sort_by_key(|(place, _)| *place);
    let mut out = String::with_capacity(xml.len() + xml.len() / 4);
    let mut at = 0;
    let mut inserted = inserted.into_iter().peekable();
    for (range, text) in replaced {
        while let Some((place, text)) = inserted.next_if(|(place, _)| *place <= range.start) {
            out.push_str(xml.get(at..place).unwrap_or_default());
            at = place.max(at);
            out.push_str(&text);
        }
        out.push_str(xml.get(at..range.start).unwrap_or_default());
        out.push_str(&text);
        at = range.end.max(at);
    }
    for (place, text) in inserted {
        out.push_str(xml.get(at..place).unwrap_or_default());
        at = place.max(at);
        out.push_str(&text);
    }
    out + xml.get(at..).unwrap_or_default()
}
