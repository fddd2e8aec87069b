//! Puts a part of a Word file together again: paragraphs with their changes, and what is put in between.

use std::{collections::HashMap, ops::Range};

use super::{
    changed::{Changed, Gone},
    places::Part,
    revision::Revision,
};

pub(super) fn rewritten(
    part: &Part<'_>,
    changed: HashMap<usize, Changed>,
    revision: &mut Revision<'_>,
) -> Vec<(Range<usize>, String)> {
    let is_alone = |paragraph: usize| changed.get(&paragraph).is_some_and(|own| own.is_alone);
    let before_gone: Vec<usize> =
        changed.keys().copied().filter(|own| is_alone(*own + 1)).collect();
    let mut changed: Vec<(usize, Changed)> = changed.into_iter().collect();
    changed.sort_by_key(|(paragraph, _)| *paragraph);
    changed
        .into_iter()
        .map(|(paragraph, mut changed)| {
            let before_gone = before_gone.contains(&paragraph);
            let paragraph = &part.paragraphs[paragraph];
            changed.changes.sort_by_key(|change| (change.own.start, change.own.end));
            let gone =
                Gone { notes: &changed.gone_notes, repeats: &changed.gone_repeats, before_gone };
            let xml = match (&changed.moved, changed.is_alone) {
                (Some(moved), _) => paragraph.moved(moved, revision),
                (None, true) => paragraph.alone(revision),
                (None, false) => paragraph.changed(&changed.changes, &gone, revision),
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
