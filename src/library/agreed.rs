//! Agreed language: earlier and later uses of nearly the same words (contract of `agreed`). The index of runs
//! of four words tells which passages can be like a text, before any text is read; what they are is said by
//! their texts alone. Knows segments, no file.

use std::{collections::HashSet, ops::Range};

use super::{
    Found, Library, PassageId, Unreadable,
    asked::{Asked, range},
    side_by_side,
};
use crate::text::{likeness_of_words, same_numbers};

/// How many runs of four words are in one of eight, from which on equal words are a use within a longer passage.
const RUN_GRAMS: u32 = 5;

/// A passage that can be a use, by the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Which passage.
    pub id: PassageId,
    /// Whether it can be as like as it must be, and not only have a run.
    pub is_like: bool,
}

/// Passages that can be uses, in order of the library, of which the texts have not been read yet.
pub type Uses = Vec<Candidate>;

/// A use of nearly the same words.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreed {
    /// The passage.
    pub found: Found,
    /// How like it is, from 0 to 1: the Dice coefficient of the sets of runs of four words.
    pub likeness: f64,
    /// Its longest run of eight and more words of what was asked for, in bytes of its text, where it is more
    /// than that run.
    pub within: Option<Range<usize>>,
    /// What differs.
    pub edits: Vec<Edit>,
}

/// Words that differ, in bytes of either text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What was done.
    pub kind: EditKind,
    /// The words of what was asked for.
    pub here: Range<usize>,
    /// The words of the use.
    pub there: Range<usize>,
}

/// What makes one text of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditKind {
    /// Words that the use has not.
    Delete,
    /// Words that only the use has.
    Insert,
    /// Words for others.
    Replace,
}

impl EditKind {
    /// Its name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Delete => "delete",
            Self::Insert => "insert",
            Self::Replace => "replace",
        }
    }
}

/// What of a passage has been met so far, going through the runs of the text in order.
#[derive(Clone, Copy, Default)]
struct Met {
    /// How many runs it has.
    count: u32,
    /// The last of them, counted from 1.
    last: u32,
    /// How many in a row, with that.
    row: u32,
    /// The most in a row.
    longest: u32,
}

impl Library {
    /// The passages of one segment that can be uses of a text. `met` serves one segment after another: it has
    /// nothing but what was never met, before and after.
    fn uses_in(
        &self,
        asked: &Asked,
        segment: usize,
        met: &mut Vec<Met>,
    ) -> Result<Uses, Unreadable> {
        let Some(held) = self.held.get(segment) else { return Ok(Vec::new()) };
        let index = &held.segment;
        met.resize(met.len().max(index.passages() as usize), Met::default());
        let mut touched: Vec<u32> = Vec::new();
        for (gram, at) in asked.grams.iter().zip(1_u32..) {
            index.each_with_gram(*gram, |passage| {
                let Some(met) = met.get_mut(passage as usize) else { return };
                if met.count == 0 {
                    touched.push(passage);
                }
                met.row = if met.last + 1 == at && met.last > 0 { met.row + 1 } else { 1 };
                met.count += 1;
                met.last = at;
                met.longest = met.longest.max(met.row);
            })?;
        }
        let segment = u32::try_from(segment).unwrap_or(u32::MAX);
        let mut uses = Vec::new();
        for passage in touched {
            let met = std::mem::take(&mut met[passage as usize]);
            let id = PassageId { segment, passage };
            if asked.own == Some(id) || !held.alive.get(index.file_of(passage)).is_some_and(|a| *a)
            {
                continue;
            }
            let all = f64::from(u32::try_from(asked.distinct).unwrap_or(u32::MAX))
                + f64::from(index.gram_count(passage)?);
            // The index tells too much rather than too little.
            let is_like = 2.0 * f64::from(met.count) >= asked.least * all;
            if is_like || (asked.has_runs && met.longest >= RUN_GRAMS) {
                uses.push(Candidate { id, is_like });
            }
        }
        Ok(uses)
    }

    /// The passages that can be uses of a text, in order: oldest first. Their texts are not read: that is
    /// [`Library::agreed`], one after another, as many as are shown.
    ///
    /// # Errors
    /// Where a segment cannot be read or is damaged.
    pub fn uses(
        &self,
        asked: &Asked,
        goes_on: &(dyn Fn() -> bool + Sync),
    ) -> Result<Uses, Unreadable> {
        let mut uses = Vec::new();
        let search = |met: &mut Vec<Met>, segment| match goes_on() {
            true => self.uses_in(asked, segment, met),
            false => Ok(Vec::new()),
        };
        side_by_side::in_order(self.held.len(), Vec::new, search, |of_segment| {
            uses.extend(of_segment);
            Ok::<_, Unreadable>(())
        })?;
        uses.sort_by_cached_key(|one: &Candidate| self.order(one.id));
        Ok(uses)
    }

    /// What a candidate is: a use, with its likeness and what differs; nothing where it is none.
    ///
    /// # Errors
    /// Where it cannot be read or is damaged.
    pub fn agreed(&self, asked: &Asked, id: PassageId) -> Result<Option<Agreed>, Unreadable> {
        let found = self.passage(id)?;
        let (words, places) = asked.read(&found.text);
        let likeness = likeness_of_words(&asked.words, &words);
        let is_like = likeness >= asked.least;
        if !is_like && !asked.has_runs {
            return Ok(None);
        }
        let run = asked.longest_run(&words).filter(|run| run.len() < words.len());
        if !is_like && run.is_none() {
            return Ok(None);
        }
        let bytes = |words: &Range<usize>| range(&places, words);
        let within = run.map(|run| bytes(&run));
        let edits = edits(&asked.words, &words)
            .into_iter()
            .map(|(kind, here, there)| Edit {
                kind,
                here: range(&asked.places, &here),
                there: bytes(&there),
            })
            .collect();
        Ok(Some(Agreed { found, likeness, within, edits }))
    }

    /// How like a candidate is, and no more.
    ///
    /// # Errors
    /// Where it cannot be read or is damaged.
    pub fn likeness(&self, asked: &Asked, id: PassageId) -> Result<f64, Unreadable> {
        let held = self.held.get(id.segment as usize).ok_or(Unreadable::Damaged)?;
        let (_, text) = held.segment.line(id.passage)?;
        Ok(likeness_of_words(&asked.words, &asked.read(&text).0))
    }

    /// How many other resolutions use nearly the same words, one a symbol, and the earliest year in which any
    /// did, `own_year` among them: what stands in the margin.
    ///
    /// # Errors
    /// Where a segment cannot be read or is damaged.
    pub fn count_uses(
        &self,
        text: &str,
        own: Option<PassageId>,
        own_symbol: Option<&str>,
        own_year: Option<u16>,
    ) -> Result<(usize, Option<u16>), Unreadable> {
        let asked = Asked::new(text, 0.8, own).without_runs();
        let mut symbols: HashSet<String> = HashSet::new();
        let mut year = own_year;
        for candidate in self.uses(&asked, &|| true)? {
            let Some((file, _, part)) = self.whereabouts(candidate.id) else { continue };
            let symbol = part.symbol.clone().unwrap_or_else(|| self.path(file));
            if own_symbol == Some(symbol.as_str()) || symbols.contains(&symbol) {
                continue;
            }
            if self.likeness(&asked, candidate.id)? >= asked.least {
                let date = part.date.as_ref().and_then(|date| date.get(..4)?.parse().ok());
                year = year.into_iter().chain(date).min();
                symbols.insert(symbol);
            }
        }
        Ok((symbols.len(), year))
    }
}

/// What makes `there` of `here`, in words.
fn edits(here: &[u32], there: &[u32]) -> Vec<(EditKind, Range<usize>, Range<usize>)> {
    let mut edits = Vec::new();
    let (mut i, mut j) = (0, 0);
    let end = (here.len()..here.len(), there.len()..there.len());
    for (a, b) in same_numbers(here, there).into_iter().chain([end]) {
        let kind = match (i < a.start, j < b.start) {
            (true, true) => Some(EditKind::Replace),
            (true, false) => Some(EditKind::Delete),
            (false, true) => Some(EditKind::Insert),
            (false, false) => None,
        };
        edits.extend(kind.map(|kind| (kind, i..a.start, j..b.start)));
        (i, j) = (a.end, b.end);
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    #[test]
    fn edits_are_told_word_by_word() {
        let told = |here: &str, there: &str| -> Vec<String> {
            let asked = Asked::new(here, 0.8, None);
            let (words, places) = asked.read(there);
            edits(&asked.words, &words)
                .into_iter()
                .map(|(kind, a, b)| {
                    let (a, b) = (range(&asked.places, &a), range(&places, &b));
                    format!("{} {}>{}", kind.name(), &here[a], &there[b])
                })
                .collect()
        };
        assert_eq!(told("urges all states", "calls upon all states"), ["replace urges>calls upon"]);
        assert_eq!(told("a b", "a b c"), ["insert >c"]);
        assert_eq!(told("a b c", "b"), ["delete a>", "delete c>"]);
        assert_eq!(told("a", "a"), [""; 0]);
        // Words that the one has not are told apart.
        assert_eq!(told("a b", "x a y y"), ["insert >x", "replace b>y y"]);
    }

    #[test]
    fn words_that_are_not_asked_for_count_as_often_as_they_differ() {
        let like = |here: &str, there: &str| {
            let asked = Asked::new(here, 0.8, None);
            likeness_of_words(&asked.words, &asked.read(there).0)
        };
        for (here, there) in [("a b c d e", "a b c d x y z x"), ("a b c d", "x y z x y z x y z")] {
            assert!((like(here, there) - text::likeness(here, there)).abs() < f64::EPSILON);
        }
    }
}
