//! Where a motion leads: functions from a text and a place to a place. They know no screen; moving
//! by rows and pages is for [`Pane`](crate::app::panes::pane::Pane).

use crate::app::{
    panes::flow::Flow,
    reading::units::{Unit, next_start, previous_start},
};
use crate::document::{Cite, Document, Part, Passage, Place, PlaceKind};

/// The beginning of the next passage, or of this one and then of the one before.
#[must_use]
pub(in crate::app) fn paragraph(flow: &Flow, from: Place, forward: bool) -> Option<Place> {
    if !forward && from.at > 0 {
        return Some(Place::start_of(from.passage));
    }
    neighbour(flow, from.passage, forward).map(Place::start_of)
}

/// The passage before or after one in a pane.
#[must_use]
pub(in crate::app) fn neighbour(flow: &Flow, passage: Passage, forward: bool) -> Option<Passage> {
    flow.passages_from(passage, forward).nth(1)
}

/// The next or previous word, sentence or character, in the next passage where this one ends.
#[must_use]
pub(in crate::app) fn unit(
    document: &Document,
    flow: &Flow,
    from: Place,
    unit: Unit,
    forward: bool,
) -> Option<Place> {
    let text = document.text(from.passage);
    let here =
        if forward { next_start(text, from.at, unit) } else { previous_start(text, from.at, unit) };
    if let Some(at) = here {
        return Some(Place { at, ..from });
    }
    let passage = neighbour(flow, from.passage, forward)?;
    let text = document.text(passage);
    let at = if forward { 0 } else { previous_start(text, text.len(), unit).unwrap_or(0) };
    Some(Place { passage, at })
}

/// The place so many hundredths into a pane's text, to the beginning of its row.
#[must_use]
pub(in crate::app) fn percent(flow: &Flow, percent: usize) -> Option<Place> {
    let byte = flow.bytes() / 100 * percent.min(100) + flow.bytes() % 100 * percent.min(100) / 100;
    let (item, at) = flow.place_of_byte(byte)?;
    Some(Place { passage: flow.items().get(item)?.passage, at })
}

/// What `14G` means: the operative paragraph, or in the footnotes the footnote, of this number.
#[must_use]
pub(in crate::app) fn numbered(
    document: &Document,
    number: usize,
    from: Option<Passage>,
) -> Option<Passage> {
    let operative = || document.meant(&Cite::paragraph(number.to_string()), from);
    match from {
        Some(Passage::Footnote(_)) => {
            document.footnote(&number.to_string()).map(|(i, _)| Passage::Footnote(i))
        }
        Some(Passage::Block(i)) => {
            let here = document.blocks.get(i).filter(|block| block.part == Part::Annex);
            let in_annex =
                here.map(|here| here.cite.beside(PlaceKind::Paragraph, number.to_string()));
            in_annex.and_then(|cite| document.passage(&cite)).or_else(operative)
        }
        _ => operative(),
    }
}
