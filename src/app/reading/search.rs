//! Searching the whole document: the pattern, the next and the previous hit, and where in each pane
//! the hits are. Scans text as it stands and keeps no index. Knows no prompt and no cursor.

use std::ops::Range;

use regex::{Regex, RegexBuilder};

use crate::app::{panes::arrange::PaneId, panes::flow::Flow};
use crate::document::{Document, Passage, Place};

/// What is searched for.
#[derive(Clone, Debug)]
pub struct Pattern {
    typed: String,
    regex: Regex,
}

impl Pattern {
    /// A text to be found as it stands; letters match in either case unless one is a capital.
    /// `None` for nothing.
    #[must_use]
    pub fn literal(typed: &str) -> Option<Self> {
        Self::new(typed, &regex::escape(typed))
    }

    /// A word to be found as a whole.
    #[must_use]
    pub fn word(typed: &str) -> Option<Self> {
        Self::new(typed, &format!(r"\b{}\b", regex::escape(typed))).or_else(|| Self::literal(typed))
    }

    fn new(typed: &str, pattern: &str) -> Option<Self> {
        let any_case = !typed.chars().any(char::is_uppercase);
        let regex = RegexBuilder::new(pattern).case_insensitive(any_case).build().ok()?;
        (!typed.is_empty()).then(|| Self { typed: typed.to_owned(), regex })
    }

    /// What was typed.
    #[must_use]
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// The hits in a text that touch `bytes`, in order.
    pub fn hits<'a>(
        &'a self,
        text: &'a str,
        bytes: &Range<usize>,
    ) -> impl Iterator<Item = Range<usize>> + 'a {
        // A hit is found wherever it begins, so look back as far as one can reach.
        let reach = self.typed.len() * 4;
        let mut from = text.floor_char_boundary(bytes.start.saturating_sub(reach));
        let end = bytes.end;
        // And no further than one can reach that begins here: the next may be a megabyte away.
        let near = &text[..text.ceil_char_boundary(end.saturating_add(reach + 1).min(text.len()))];
        std::iter::from_fn(move || {
            let hit = self.regex.find_at(near, from).filter(|hit| hit.start() < end)?;
            from = hit.end().max(hit.start() + 1);
            Some(hit.range())
        })
    }

    /// The first hit after a place, or at it if `here`, in reading order, going round at the end.
    /// The second value says whether it went round.
    #[must_use]
    pub fn next(&self, document: &Document, from: Place, here: bool) -> Option<(Place, bool)> {
        self.next_among(document, from, here, &|_| true)
    }

    /// The same among the passages that are shown.
    #[must_use]
    pub fn next_among(
        &self,
        document: &Document,
        from: Place,
        here: bool,
        is_shown: &dyn Fn(Passage) -> bool,
    ) -> Option<(Place, bool)> {
        let text = document.text(from.passage);
        let at = if here { from.at } else { text.ceil_char_boundary(from.at + 1) };
        let first = |passage: Passage, at: usize| {
            let text = document.text(passage);
            let hit = (at <= text.len()).then(|| self.regex.find_at(text, at))??;
            Some(Place { passage, at: hit.start() })
        };
        if let Some(place) = first(from.passage, at) {
            return Some((place, false));
        }
        let shown = || document.passages().filter(|passage| is_shown(*passage));
        let mut after = shown().filter(|passage| *passage > from.passage);
        if let Some(place) = after.find_map(|passage| first(passage, 0)) {
            return Some((place, false));
        }
        let mut before = shown().take_while(|passage| *passage <= from.passage);
        before.find_map(|passage| first(passage, 0)).map(|place| (place, true))
    }

    /// The last hit before a place among the passages that are shown, going round at the beginning.
    #[must_use]
    pub fn previous_among(
        &self,
        document: &Document,
        from: Place,
        is_shown: &dyn Fn(Passage) -> bool,
    ) -> Option<(Place, bool)> {
        let last = |passage: Passage, before: usize| {
            let hits = self.regex.find_iter(document.text(passage));
            let hit = hits.take_while(|hit| hit.start() < before).last()?;
            Some(Place { passage, at: hit.start() })
        };
        if let Some(place) = last(from.passage, from.at) {
            return Some((place, false));
        }
        let shown = || document.passages().rev().filter(|passage| is_shown(*passage));
        let mut before = shown().filter(|passage| *passage < from.passage);
        if let Some(place) = before.find_map(|passage| last(passage, usize::MAX)) {
            return Some((place, false));
        }
        let mut after = shown().take_while(|passage| *passage >= from.passage);
        after.find_map(|passage| last(passage, usize::MAX)).map(|place| (place, true))
    }
}

/// All hits of a pattern, counted.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// Each passage with hits, and the hits before it.
    passages: Vec<(Passage, usize)>,
    /// Hits in all.
    pub count: usize,
    /// For each pane, the places of hits on its scrollbar.
    ticks: Vec<(PaneId, Vec<u16>)>,
    /// Where counting goes on, as long as it is not done.
    rest: Option<Rest>,
}

/// What is not counted yet.
#[derive(Clone, Debug)]
struct Rest {
    /// The first passage that is not.
    from: Passage,
    /// Hits that are shown on scrollbars.
    starts: Vec<Place>,
}

/// The text that is searched at a time, in bytes: a few milliseconds. No document of one resolution has so much.
const SLICE: usize = 1 << 20;
/// What a passage costs however short it is, as bytes of text.
const A_PASSAGE: usize = 64;

/// The steps of a scrollbar that [`Tally::ticks`] tells apart: more than any screen has rows.
pub const TICKS: usize = 1024;

impl Tally {
    /// Counts the hits of a pattern in the passages that are shown, and finds them in the panes: of a very long text
    /// those of its beginning, and [`Self::count_on`] the rest.
    #[must_use]
    pub fn count<'a>(
        pattern: &Pattern,
        document: &Document,
        is_shown: &dyn Fn(Passage) -> bool,
        flows: impl Iterator<Item = (PaneId, &'a Flow)>,
    ) -> Self {
        let mut tally = Self::default();
        if let Some(from) = document.passages().next() {
            tally.rest = Some(Rest { from, starts: Vec::new() });
            tally.count_on(pattern, document, is_shown, flows);
        }
        tally
    }

    /// Whether everything is counted.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.rest.is_none()
    }

    /// Counts on for a few milliseconds.
    pub fn count_on<'a>(
        &mut self,
        pattern: &Pattern,
        document: &Document,
        is_shown: &dyn Fn(Passage) -> bool,
        flows: impl Iterator<Item = (PaneId, &'a Flow)>,
    ) {
        let Some(Rest { from, mut starts }) = self.rest.take() else { return };
        let mut searched = 0;
        for passage in document.passages_from(from).filter(|passage| is_shown(*passage)) {
            if searched > SLICE {
                self.rest = Some(Rest { from: passage, starts });
                return;
            }
            searched += document.text(passage).len() + A_PASSAGE;
            let before = self.count;
            for hit in pattern.regex.find_iter(document.text(passage)) {
                self.count += 1;
                // Hits close to one another are one tick anyway.
                if starts.last().is_none_or(|l| l.passage != passage || hit.start() > l.at + 64) {
                    starts.push(Place { passage, at: hit.start() });
                }
            }
            if self.count > before {
                self.passages.push((passage, before));
            }
        }
        self.ticks = flows.map(|(pane, flow)| (pane, ticks(flow, &starts))).collect();
    }

    /// Places that are no hits, sorted, for scrollbars alone.
    #[must_use]
    pub fn of_places<'a>(
        starts: &[Place],
        flows: impl Iterator<Item = (PaneId, &'a Flow)>,
    ) -> Self {
        let ticks = flows.map(|(pane, flow)| (pane, ticks(flow, starts))).collect();
        Self { ticks, ..Self::default() }
    }

    /// Where on the scrollbar of a pane the hits are, from 0 to [`TICKS`], in order.
    #[must_use]
    pub fn ticks(&self, pane: PaneId) -> &[u16] {
        self.ticks.iter().find(|(id, _)| *id == pane).map_or(&[], |(_, ticks)| ticks)
    }

    /// Which hit the one at a place is, counted from 1.
    #[must_use]
    pub fn number(&self, pattern: &Pattern, document: &Document, place: Place) -> Option<usize> {
        let found = self.passages.binary_search_by_key(&place.passage, |(passage, _)| *passage);
        let (passage, before) = self.passages.get(found.ok()?)?;
        let hits = pattern.regex.find_iter(document.text(*passage));
        Some(before + hits.take_while(|hit| hit.start() <= place.at).count())
    }
}

/// Where sorted places are on a scrollbar.
fn ticks(flow: &Flow, starts: &[Place]) -> Vec<u16> {
    let bytes = flow.bytes().max(1);
    let mut ticks: Vec<u16> = flow
        .items_of(starts)
        .map(|(item, place)| flow.bytes_before(item, place.at))
        .filter_map(|before| u16::try_from(before * TICKS / bytes).ok())
        .collect();
    ticks.sort_unstable();
    ticks.dedup();
    ticks
}
