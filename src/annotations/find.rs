//! Finds an anchor again in a document that may have changed: by citation, by the paragraph's text,
//! by the quote with its context, by likeness. What is not found is an orphan, never a guess.

use std::{collections::HashMap, ops::Range};

use super::{Anchor, Entry};
use crate::document::{Cite, Document, Passage};

/// How sure it is that the place is the one that was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The same words under the same citation.
    Exact,
    /// The same words under another citation.
    Moved,
    /// Words that changed, and are like them and like no others.
    Edited,
    /// Nowhere.
    Orphan,
}

/// Where an anchor is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// How sure that is.
    pub verdict: Verdict,
    /// The passage, and the words in bytes of its text; nothing for an orphan.
    pub place: Option<(Passage, Range<usize>)>,
}

const ORPHAN: Found = Found { verdict: Verdict::Orphan, place: None };

/// The least share of an old text's words, weighed by how rare they are, that must be there.
const LIKE: f64 = 0.42;
/// How far the best place must be ahead of the second.
const AHEAD: f64 = 0.12;

struct Page<'a> {
    passage: Passage,
    text: &'a str,
    folded: Folded,
    words: HashMap<String, usize>,
}

/// A text with white space, quotation marks and dashes made alike; `origin` has for each byte, and
/// for the end, where it comes from.
struct Folded {
    text: String,
    origin: Vec<usize>,
}

/// A document, prepared to be searched for many anchors.
pub struct Index<'a> {
    pages: Vec<Page<'a>>,
    by_text: HashMap<String, Vec<usize>>,
    by_cite: HashMap<String, usize>,
    spread: HashMap<String, usize>,
}

impl<'a> Index<'a> {
    /// Prepares a document.
    #[must_use]
    pub fn new(document: &'a Document) -> Self {
        let (mut by_text, mut by_cite, mut spread) =
            (HashMap::new(), HashMap::new(), HashMap::new());
        let mut pages = Vec::new();
        for (i, passage) in document.passages().enumerate() {
            let text = document.text(passage);
            let cite = document.cite(passage).to_string();
            let folded = fold(text);
            let words = counted(&folded.text);
            for word in words.keys() {
                *spread.entry(word.clone()).or_insert(0) += 1;
            }
            by_text.entry(folded.text.clone()).or_insert_with(Vec::new).push(i);
            by_cite.entry(cite).or_insert(i);
            pages.push(Page { passage, text, folded, words });
        }
        Self { pages, by_text, by_cite, spread }
    }

    /// Finds an anchor.
    #[must_use]
    pub fn find(&self, anchor: &Anchor) -> Found {
        match (&anchor.quote, &anchor.text) {
            (Some(quote), _) => self.find_quote(anchor, quote),
            (None, Some(text)) => self.find_whole(anchor, text),
            // A file written by hand may have no more than the citation: that is what was meant.
            (None, None) => self.cited(anchor).map_or(ORPHAN, |at| self.whole(at, Verdict::Exact)),
        }
    }

    fn cited(&self, anchor: &Anchor) -> Option<usize> {
        let read = || Cite::read(&anchor.paragraph).map(|cite| cite.to_string());
        self.by_cite.get(&anchor.paragraph).or_else(|| self.by_cite.get(&read()?)).copied()
    }

    fn whole(&self, at: usize, verdict: Verdict) -> Found {
        let page = &self.pages[at];
        Found { verdict, place: Some((page.passage, 0..page.text.len())) }
    }

    fn find_whole(&self, anchor: &Anchor, text: &str) -> Found {
        let folded = fold(text).text;
        let cited = self.cited(anchor);
        if let Some(same) = self.by_text.get(&folded) {
            if let Some(at) = cited.filter(|at| same.contains(at)) {
                return self.whole(at, Verdict::Exact);
            }
            // The same words twice, and neither where they were: which one is meant nobody knows.
            return match same.as_slice() {
                [only] => self.whole(*only, Verdict::Moved),
                _ => ORPHAN,
            };
        }
        self.likest(&counted(&folded)).map_or(ORPHAN, |at| self.whole(at, Verdict::Edited))
    }

    fn find_quote(&self, anchor: &Anchor, quote: &str) -> Found {
        let (quote, before) = (fold(quote).text, fold(&anchor.prefix).text);
        let after = fold(&anchor.suffix).text;
        let cited = self.cited(anchor);
        if quote.is_empty() {
            return ORPHAN;
        }
        let mut places: Vec<(usize, bool, usize, usize)> = Vec::new();
        for (i, page) in self.pages.iter().enumerate() {
            for (at, _) in page.folded.text.match_indices(&quote) {
                let end = at + quote.len();
                let left = alike(
                    page.folded.text[..at].trim_end().chars().rev(),
                    before.trim_end().chars().rev(),
                );
                let right =
                    alike(page.folded.text[end..].trim_start().chars(), after.trim_start().chars());
                places.push((left + right, cited == Some(i), i, at));
            }
        }
        places.sort_unstable_by_key(|place| std::cmp::Reverse((place.0, place.1)));
        let Some(&(context, is_cited, page, at)) = places.first() else {
            return self.changed_quote(&quote, &before, &after);
        };
        let all = before.trim().chars().count() + after.trim().chars().count();
        let second = places.get(1).map_or(0, |place| place.0);
        let is_alone = places.len() == 1 || context > second || (is_cited && !places[1].1);
        let is_sure = context * 2 >= all || (places.len() == 1 && quote.chars().count() >= 20);
        if !is_alone || !is_sure {
            return self.changed_quote(&quote, &before, &after);
        }
        let verdict = match (is_cited, context * 2 >= all) {
            (_, false) => Verdict::Edited,
            (true, true) => Verdict::Exact,
            (false, true) => Verdict::Moved,
        };
        self.part(page, at..at + quote.len(), verdict)
    }

    /// A quote that is nowhere as it was: its words, in their order, within the likest passage.
    fn changed_quote(&self, quote: &str, before: &str, after: &str) -> Found {
        let context = format!("{before} {quote} {after}");
        let Some(page) = self.likest(&counted(&context)) else { return ORPHAN };
        let here: Vec<(usize, &str)> = words(&self.pages[page].folded.text).collect();
        let (old, cut) = (
            words(&context).map(|(_, word)| word).collect::<Vec<_>>(),
            before.len() + 1..before.len() + 1 + quote.len(),
        );
        let inside: Vec<bool> = words(&context).map(|(at, _)| cut.contains(&at)).collect();
        let new: Vec<&str> = here.iter().map(|(_, word)| *word).collect();
        let pairs = common(&old, &new);
        let kept: Vec<usize> = pairs.iter().filter(|(i, _)| inside[*i]).map(|(_, j)| *j).collect();
        let asked = inside.iter().filter(|&&is_inside| is_inside).count();
        match (kept.first(), kept.last()) {
            // Half of the words, close together: else they are words of other sentences.
            (Some(&first), Some(&last))
                if kept.len() * 2 >= asked && last - first < asked * 2 + 4 =>
            {
                let end = here[last].0 + here[last].1.len();
                self.part(page, here[first].0..end, Verdict::Edited)
            }
            _ => ORPHAN,
        }
    }

    fn part(&self, page: usize, folded: Range<usize>, verdict: Verdict) -> Found {
        let page = &self.pages[page];
        let origin = &page.folded.origin;
        let place = origin[folded.start]..origin[folded.end];
        Found { verdict, place: Some((page.passage, place)) }
    }

    /// The one passage that has most of these words, if it is ahead of all others.
    fn likest(&self, old: &HashMap<String, usize>) -> Option<usize> {
        #[expect(clippy::cast_precision_loss, reason = "counts of words are small")]
        let weight = |word: &String, count: usize| {
            count as f64 / self.spread.get(word).copied().unwrap_or(0).max(1) as f64
        };
        let whole: f64 = old.iter().map(|(word, &count)| weight(word, count)).sum();
        let mut shares: Vec<(f64, usize)> = self
            .pages
            .iter()
            .enumerate()
            .map(|(i, page)| {
                let shared = old.iter().filter_map(|(word, &count)| {
                    page.words.get(word).map(|&here| weight(word, count.min(here)))
                });
                (shared.sum::<f64>() / whole.max(f64::MIN_POSITIVE), i)
            })
            .collect();
        shares.sort_by(|a, b| b.0.total_cmp(&a.0));
        let second = shares.get(1).map_or(0.0, |share| share.0);
        shares.first().filter(|best| best.0 >= LIKE && best.0 - second >= AHEAD).map(|best| best.1)
    }

    /// Sorts entries by where they stand in the document; orphans come last.
    pub fn sort(&self, entries: &mut [Entry]) {
        entries.sort_by_cached_key(|entry| {
            let at = match entry {
                Entry::Annotation(annotation) => &annotation.at,
                Entry::Bookmark(bookmark) => &bookmark.at,
            };
            let place = self.find(at).place.map(|(passage, words)| (passage, words.start));
            (place.is_none(), place, entry.id().to_owned())
        });
    }
}

fn alike(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}

/// The longest common subsequence of two lists of words, as pairs of indices.
fn common(a: &[&str], b: &[&str]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut length = vec![0_u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            length[i * width + j] = if a[i] == b[j] {
                length[(i + 1) * width + j + 1] + 1
            } else {
                length[(i + 1) * width + j].max(length[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if length[(i + 1) * width + j] >= length[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let base = text.as_ptr().addr();
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr().addr() - base, word))
}

fn counted(text: &str) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for (_, word) in words(text) {
        *counts.entry(word.to_lowercase()).or_default() += 1;
    }
    counts
}

fn fold(text: &str) -> Folded {
    let mut folded = Folded { text: String::with_capacity(text.len()), origin: Vec::new() };
    for (at, c) in text.char_indices() {
        let c = match c {
            '\u{2018}' | '\u{2019}' | '\u{201a}' | '\u{201b}' => '\'',
            '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}' => '"',
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '\u{ad}' | '\u{200b}' => continue,
            c if c.is_whitespace() => ' ',
            c => c,
        };
        if c == ' ' && folded.text.ends_with(' ') {
            continue;
        }
        folded.text.push(c);
        folded.origin.resize(folded.text.len(), at);
    }
    folded.origin.push(text.len());
    folded
}
