//! Annotations are found again in changed texts, or said to be lost; never on the wrong words.

use crate::support;
use std::{collections::HashMap, env, fs, path::Path};

use crate::support::mutate::{Chance, Changed, Kept, changed, words};
use seized::{
    annotations::{Anchor, Found, Index, Verdict},
    document::{Document, Part, Passage},
    parse, source,
};

const SAMPLE: &[u8] = include_bytes!("../../assets/A_RES_72_247.txt");

fn read(bytes: Vec<u8>) -> Document {
    parse::parse(&source::read(bytes, "a text").expect("plain text")).0
}

/// What was asked of a finder, and what it answered.
#[derive(Default, Debug)]
struct Tally {
    asked: usize,
    /// Whose text survives.
    survive: usize,
    /// Of those, found.
    found: usize,
    verdicts: HashMap<String, usize>,
    /// Of the found quotes, those with exactly the words that survive.
    to_the_word: usize,
    quotes_found: usize,
    /// Paragraphs that are gone, or have a rival with more of the old words.
    gone: usize,
    /// Found nevertheless, and rightly.
    bonus: usize,
    wrong: Vec<String>,
    /// In the right passage, but on other words of it, and said to be edited.
    beside: usize,
    missed: Vec<String>,
}

/// An anchor made on the old document, and the words it is on.
struct Asked {
    passage: Passage,
    /// The words of the quote, as indices; nothing for a whole passage.
    words: Option<(usize, usize)>,
    anchor: Anchor,
}

fn ask(old: &Document, index: &Index, passage: Passage, chance: &mut Chance) -> Option<Asked> {
    let text = old.text(passage);
    let all = words(text);
    if all.is_empty() {
        return None;
    }
    if chance.once_in(2) {
        return Some(Asked { passage, words: None, anchor: index.whole(passage) });
    }
    let first = chance.below(all.len());
    let last = (first + chance.below(8)).min(all.len() - 1);
    let quote = &text[all[first].start..all[last].end];
    // Nobody annotates a comma.
    if !quote.contains(char::is_alphanumeric) {
        return None;
    }
    let anchor = index.words(passage, all[first].start..all[last].end)?;
    Some(Asked { passage, words: Some((first, last)), anchor })
}

/// Which share of the words of one text are in another, as often.
fn share(old: &HashMap<&str, usize>, new: &HashMap<&str, usize>) -> f64 {
    let both: usize = old.iter().map(|(w, n)| (*n).min(new.get(w).copied().unwrap_or(0))).sum();
    let all: usize = old.values().sum();
    both as f64 / all.max(1) as f64
}

fn bag(text: &str) -> HashMap<&str, usize> {
    let mut bag = HashMap::new();
    for word in words(text) {
        *bag.entry(text[word].trim_matches(|c: char| !c.is_alphanumeric())).or_default() += 1;
    }
    bag
}

/// Whether a text is none of these, changed: were it like one, nobody could tell an inserted paragraph
/// from an edited one.
fn is_strange(text: &str, old: &[HashMap<&str, usize>]) -> bool {
    let own = bag(text);
    words(text).len() > 6 && old.iter().all(|bag| share(&own, bag) < 0.5 && share(bag, &own) < 0.5)
}

impl Tally {
    fn judge(
        &mut self,
        old: &Document,
        new: &Changed,
        bags: &[(Passage, HashMap<&str, usize>)],
        asked: &Asked,
        found: &Found,
    ) {
        self.asked += 1;
        let truth = new.place_of(asked.passage);
        let here = truth.as_ref().is_some_and(|(here, kept)| {
            let old_bag = bag(old.text(asked.passage));
            let own = bags.iter().find(|(p, _)| p == here).map_or(0.0, |(_, b)| share(&old_bag, b));
            let rival = bags
                .iter()
                .filter(|(p, _)| p != here)
                .map(|(_, b)| share(&old_bag, b))
                .fold(0.0, f64::max);
            own > rival
                && own >= 0.5
                && asked.words.is_none_or(|(first, last)| {
                    let kept = &kept.words[first..=last];
                    let there = kept.iter().filter(|word| word.is_some()).count();
                    there * 2 >= kept.len()
                })
        });
        let fate = format!(
            "{:?} {} {:?} {:?} -> {found:?} {:?}",
            asked.passage,
            asked.anchor.shown(),
            asked.anchor.prefix,
            asked.anchor.suffix,
            found.place.as_ref().map(|(p, _)| new.document.text(*p))
        );
        *self.verdicts.entry(format!("{:?}", found.verdict)).or_default() += 1;
        let right = match (&found.place, &truth) {
            (None, _) => None,
            (Some(_), None) => Some(false),
            (Some((passage, range)), Some((here, kept))) => {
                Some(passage == here && self.covers(asked, kept, range))
            }
        };
        if right == Some(false)
            && found.verdict == Verdict::Edited
            && truth.as_ref().map(|(here, _)| *here) == found.place.as_ref().map(|(p, _)| *p)
        {
            self.beside += 1;
        } else if right == Some(false) {
            self.wrong.push(format!(
                "{fate}\n   TRUTH {:?}",
                truth.as_ref().map(|(p, _)| new.document.text(*p))
            ));
        }
        if here {
            self.survive += 1;
            self.found += usize::from(right == Some(true));
            if right.is_none() {
                self.missed.push(format!(
                    "{fate}\n   TRUTH {:?}",
                    truth.as_ref().map(|(p, _)| new.document.text(*p))
                ));
            }
        } else {
            self.gone += 1;
            self.bonus += usize::from(right == Some(true));
        }
    }

    /// Whether a range is on words that survive.
    fn covers(&mut self, asked: &Asked, kept: &Kept, range: &std::ops::Range<usize>) -> bool {
        let Some((first, last)) = asked.words else { return true };
        let left: Vec<_> = kept.words[first..=last].iter().flatten().collect();
        let hull = left.iter().map(|w| w.start).min()..left.iter().map(|w| w.end).max();
        self.quotes_found += 1;
        self.to_the_word += usize::from(hull == (Some(range.start)..Some(range.end)));
        left.iter().any(|word| word.start < range.end && range.start < word.end)
    }
}

fn run(documents: &[Document], asks: usize, seed: u64) -> Tally {
    let mut chance = Chance(seed);
    let mut tally = Tally::default();
    while tally.asked < asks {
        let old = &documents[chance.below(documents.len())];
        let other = &documents[chance.below(documents.len())];
        let invented = STRANGE.iter().map(|text| (*text).to_owned());
        let others = other.blocks.iter().map(|block| block.text.clone());
        let old_bags: Vec<_> = old.passages().map(|p| bag(old.text(p))).collect();
        let strange: Vec<String> =
            others.chain(invented).filter(|text| is_strange(text, &old_bags)).collect();
        let new = changed(old, &strange, &mut chance);
        let index = Index::new(&new.document);
        let bags: Vec<_> =
            new.document.passages().map(|p| (p, bag(new.document.text(p)))).collect();
        let mut all: Vec<Asked> = Vec::new();
        let before = Index::new(old);
        let passages: Vec<Passage> = old.passages().filter(|p| *p != Passage::Title).collect();
        for _ in 0..passages.len().min(60) {
            all.extend(ask(old, &before, passages[chance.below(passages.len())], &mut chance));
        }
        for asked in &all {
            let found = index.find(&asked.anchor);
            tally.judge(old, &new, &bags, asked, &found);
        }
    }
    tally
}

const STRANGE: &[&str] = &[
    "Welcomes the establishment of an entirely different programme of work",
    "Invites regional commissions to publish their findings on river navigation every second year",
    "Expresses its appreciation to all lighthouse keepers for their untiring vigilance at night",
];

fn folder(path: &Path) -> Vec<Document> {
    let mut files: Vec<_> = fs::read_dir(path)
        .map(|entries| entries.filter_map(|e| Some(e.ok()?.path())).collect())
        .unwrap_or_default();
    files.sort();
    files
        .into_iter()
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .filter_map(|path| fs::read(path).ok())
        .map(read)
        .collect()
}

/// 10,000 places, whole passages and words in them, in changed documents: the sample, and those below
/// `SEIZED_ANCHORS` where that is set. `SEIZED_ASKS` and `SEIZED_SEED` ask more, and others;
/// `SEIZED_FIGURES` is a file for the figures.
#[test]
fn places_are_found_again_in_changed_texts() {
    let number = |name: &str| env::var(name).ok().and_then(|value| value.parse::<usize>().ok());
    let documents = env::var_os("SEIZED_ANCHORS").map_or_else(Vec::new, |path| {
        env::split_paths(&path).flat_map(|path| folder(&path)).collect()
    });
    let is_sample = documents.is_empty();
    let documents = if is_sample { vec![read(SAMPLE.to_vec())] } else { documents };
    let seed = number("SEIZED_SEED").unwrap_or(0x5eed) as u64;
    let tally = run(&documents, number("SEIZED_ASKS").unwrap_or(10_000), seed);
    let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    let figures = format!(
        "{} asked, {} survive, of these {:.2} % found; {} wrong; {:.2} % of quotes edited, beside their \
         words; {:.1} % of quotes to the word; {:?}",
        tally.asked,
        tally.survive,
        share(tally.found, tally.survive),
        tally.wrong.len(),
        share(tally.beside, tally.quotes_found),
        share(tally.to_the_word, tally.quotes_found),
        tally.verdicts
    );
    if let Some(path) = env::var_os("SEIZED_FIGURES") {
        fs::write(path, &figures).expect("the figures are written");
    }
    let missed = tally.missed.iter().take(3).cloned().collect::<Vec<_>>().join("\n");
    assert!(share(tally.found, tally.survive) >= 99.5, "{figures}\n{missed}");
    assert!(tally.wrong.is_empty(), "{figures}\n{}", tally.wrong.join("\n"));
    // Of such a quote next to nothing is left; it is in its passage, and said to be edited.
    assert!(share(tally.beside, tally.quotes_found) < 0.7, "{figures}");
}

/// What is on one rendering of a resolution is found on another: the same words.
#[test]
#[ignore = "reads the corpus: SEIZED_CORPUS, or ../shared/corpus"]
fn places_are_found_in_other_renderings() {
    let corpus = support::corpus();
    let read = |path: &str| {
        let bytes = fs::read(corpus.join(path)).expect("the file");
        parse::parse(&source::read(bytes, path).expect("a document")).0
    };
    let word = read("docx/N1746861.DOC");
    let before = Index::new(&word);
    for other in ["A_RES_72_247.txt", "pdf/N1746861.pdf"] {
        let document = read(other);
        let index = Index::new(&document);
        // The lines of the closing are one paragraph here and two there.
        let is_text = |passage: &Passage| match passage {
            Passage::Block(i) => word.blocks[*i].part != Part::Closing,
            _ => true,
        };
        for passage in word.passages().filter(is_text) {
            let whole = index.find(&before.whole(passage));
            assert!(whole.verdict <= Verdict::Moved, "{other} {passage:?} {whole:?}");
            let all = words(word.text(passage));
            let (from, to) = (&all[all.len() / 2], &all[(all.len() / 2 + 3).min(all.len() - 1)]);
            let anchor = before.words(passage, from.start..to.end).expect("words");
            let found = index.find(&anchor);
            assert!(found.verdict <= Verdict::Moved, "{other} {passage:?} {found:?}");
        }
    }
}
