//! One resolution in two languages: which paragraph is which, by printed number and level, and where there
//! is no number by place between those that have one, and by length. Words are never looked at, so it is
//! the same for every two languages.

use std::collections::HashMap;

use crate::document::{Document, Part, Passage, Shape};

/// Which passages of two languages say the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Alignment {
    /// Passages of the first and of the second, in reading order; one side is empty where nothing on the
    /// other says the same.
    pub pairs: Vec<(Vec<Passage>, Vec<Passage>)>,
}

impl Alignment {
    /// The share of all passages of both that have a counterpart, from 0 to 1.
    #[must_use]
    pub fn coverage(&self) -> f64 {
        let (mut aligned, mut all) = (0_u32, 0_u32);
        for (left, right) in &self.pairs {
            let both = u32::try_from(left.len() + right.len()).unwrap_or(u32::MAX);
            all = all.saturating_add(both);
            if !left.is_empty() && !right.is_empty() {
                aligned = aligned.saturating_add(both);
            }
        }
        if all == 0 { 1.0 } else { f64::from(aligned) / f64::from(all) }
    }

    /// The counterparts of a passage of the first document, or of the second.
    #[must_use]
    pub fn counterpart(&self, of_second: bool, passage: Passage) -> &[Passage] {
        let side = |(left, right): &'_ (Vec<Passage>, Vec<Passage>)| {
            if of_second { right.contains(&passage) } else { left.contains(&passage) }
        };
        let pair = self.pairs.iter().find(|pair| side(pair));
        pair.map_or(&[], |(left, right)| if of_second { left } else { right })
    }
}

/// What a passage is called in every language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Name {
    part: Option<Part>,
    /// Which section or annex of the part, which resolution of the file.
    section: usize,
    /// Numbers from the outermost to its own; a footnote's mark.
    path: Vec<String>,
    /// Which one of that name.
    occurrence: usize,
}

/// What is aligned: a passage, its name where it has a number, its length in characters.
struct Text {
    passage: Passage,
    name: Option<Name>,
    part: Option<Part>,
    shape: Option<Shape>,
    depth: u8,
    length: f64,
}

/// Aligns a document with the same one in another language.
#[must_use]
pub fn align(a: &Document, b: &Document) -> Alignment {
    let (one, other) = (texts(a), texts(b));
    let at: HashMap<&Name, usize> =
        other.iter().enumerate().filter_map(|(at, text)| Some((text.name.as_ref()?, at))).collect();
    let named: Vec<(usize, usize)> = one
        .iter()
        .enumerate()
        .filter_map(|(i, text)| Some((i, *at.get(text.name.as_ref()?)?)))
        .collect();
    // Numbers that go back and forth are other ones of the same name.
    let kept = super::order::longest_rising(&named, |_| 1);
    let anchors = named.into_iter().zip(kept).filter(|(_, is_kept)| *is_kept).map(|(pair, _)| pair);
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    for (left, right) in anchors.chain([(one.len(), other.len())]) {
        between(&one, &other, i..left, j..right, &mut pairs);
        if let (Some(text), Some(theirs)) = (one.get(left), other.get(right)) {
            pairs.push((vec![text.passage], vec![theirs.passage]));
        }
        (i, j) = (left + 1, right + 1);
    }
    Alignment { pairs }
}

/// The passages with the names by which they are sought in the other language. Of names given twice the first is the
/// first there too, so each has its occurrence; numbers are the same in all languages, words are not.
fn texts(document: &Document) -> Vec<Text> {
    let mut sections = Sections::default();
    let mut seen: HashMap<Name, usize> = HashMap::new();
    document
        .passages()
        .map(|passage| {
            let block = match passage {
                Passage::Block(i) => document.blocks.get(i),
                Passage::Title | Passage::Footnote(_) => None,
            };
            let name = match (passage, block) {
                (Passage::Footnote(i), _) => document.footnotes.get(i).map(|note| Name {
                    part: None,
                    section: 0,
                    path: vec![note.mark.clone()],
                    occurrence: 0,
                }),
                (Passage::Title, _) => {
                    Some(Name { part: None, section: 0, path: Vec::new(), occurrence: 0 })
                }
                (_, Some(_)) => sections.name(document, passage),
                _ => None,
            };
            let name = name.map(|mut name| {
                let count = seen.entry(name.clone()).or_default();
                name.occurrence = *count;
                *count += 1;
                name
            });
            let length = document.text(passage).chars().count();
            Text {
                passage,
                name,
                part: block.map(|block| block.part),
                shape: block.map(|block| block.shape),
                depth: block.map_or(0, |block| block.depth),
                length: f64::from(u32::try_from(length).unwrap_or(u32::MAX)) + 1.0,
            }
        })
        .collect()
}

/// Counts the sections of a document as numbers begin again.
#[derive(Default)]
struct Sections {
    section: usize,
    part: Option<Part>,
    /// The number printed last on the lowest level.
    last: u32,
}

impl Sections {
    /// The name of a block with a number, or of what there is once in every text.
    fn name(&mut self, document: &Document, passage: Passage) -> Option<Name> {
        let Passage::Block(i) = passage else { return None };
        let block = document.blocks.get(i)?;
        if self.part != Some(block.part) {
            // A file of several resolutions has each part again.
            self.section += usize::from(block.part == Part::Formula && self.part.is_some());
            (self.part, self.last) = (Some(block.part), 0);
        }
        let mut path = Vec::new();
        let mut up = Some(i);
        while let Some(at) = up.and_then(|at| document.blocks.get(at)) {
            path.push(ordinal(at.number.as_deref().unwrap_or("·"), at.depth));
            up = at.parent;
        }
        path.reverse();
        if block.part == Part::Formula {
            path = vec!["formula".into()];
        } else if block.number.is_none() || block.shape == Shape::Heading {
            return None;
        }
        if block.depth == 0
            && let Some(number) = path.first().and_then(|number| number.parse().ok())
        {
            self.section += usize::from(number <= self.last) * 1000;
            self.last = number;
        }
        Some(Name { part: Some(block.part), section: self.section, path, occurrence: 0 })
    }
}

/// A number as every language has it: letters of an alphabet by their place.
fn ordinal(number: &str, depth: u8) -> String {
    const RUSSIAN: &str = "абвгдежзиклмнопрстуфхцчшщэюя";
    const ARABIC: &str = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
    let mut chars = number.chars();
    let (Some(letter), None) = (chars.next(), chars.next()) else {
        return number.chars().map(european).collect();
    };
    let letter = letter.to_lowercase().next().unwrap_or(letter);
    let place = RUSSIAN
        .chars()
        .position(|c| c == letter)
        .or_else(|| ARABIC.chars().position(|c| c == letter))
        .or_else(|| (letter == 'ا').then_some(0))
        .or_else(|| {
            let is_letter = letter.is_ascii_lowercase() && (depth <= 1 || !"ivx".contains(letter));
            is_letter.then(|| usize::from(letter as u8 - b'a'))
        });
    place.map_or_else(|| european(letter).to_string(), |place| format!("#{}", place + 1))
}

fn european(c: char) -> char {
    match c {
        '\u{660}'..='\u{669}' => char::from_u32(u32::from(c) - 0x660 + 0x30).unwrap_or(c),
        c => c,
    }
}

/// What it costs to leave a passage without a counterpart, and to take two for one.
const ALONE: f64 = 1.6;
const TWO_FOR_ONE: f64 = 0.9;
/// More cells than so many are no table: then places alone decide.
const MOST_CELLS: usize = 4_000_000;

/// Aligns what stands between two numbers: one by one, two for one or alone, by part and length.
fn between(
    one: &[Text],
    other: &[Text],
    left: std::ops::Range<usize>,
    right: std::ops::Range<usize>,
    pairs: &mut Vec<(Vec<Passage>, Vec<Passage>)>,
) {
    let (a, b) = (one.get(left).unwrap_or_default(), other.get(right).unwrap_or_default());
    let passages = |texts: &[Text]| texts.iter().map(|text| text.passage).collect::<Vec<_>>();
    if a.len().saturating_mul(b.len()) > MOST_CELLS {
        let both = a.len().min(b.len());
        pairs.extend((0..both).map(|at| (vec![a[at].passage], vec![b[at].passage])));
        pairs.extend(a[both..].iter().map(|text| (vec![text.passage], Vec::new())));
        pairs.extend(b[both..].iter().map(|text| (Vec::new(), vec![text.passage])));
        return;
    }
    let scale = {
        let sum = |texts: &[Text]| texts.iter().map(|text| text.length).sum::<f64>();
        let (all, theirs) = (sum(one), sum(other));
        if all > 0.0 && theirs > 0.0 { theirs / all } else { 1.0 }
    };
    for (i, j) in steps(a, b, scale) {
        pairs.push((passages(&a[i]), passages(&b[j])));
    }
}

type Step = (std::ops::Range<usize>, std::ops::Range<usize>);

/// The cheapest way through both.
fn steps(a: &[Text], b: &[Text], scale: f64) -> Vec<Step> {
    const MOVES: [(usize, usize); 5] = [(1, 1), (1, 0), (0, 1), (1, 2), (2, 1)];
    let width = b.len() + 1;
    let mut best = vec![(f64::INFINITY, (0_usize, 0_usize)); (a.len() + 1) * width];
    best[0].0 = 0.0;
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            for (di, dj) in MOVES {
                let (Some(x), Some(y)) = (i.checked_sub(di), j.checked_sub(dj)) else { continue };
                let cost = best[x * width + y].0 + cost(&a[x..i], &b[y..j], scale);
                if cost < best[i * width + j].0 {
                    best[i * width + j] = (cost, (di, dj));
                }
            }
        }
    }
    let (mut i, mut j) = (a.len(), b.len());
    let mut steps = Vec::new();
    while i + j > 0 {
        let (di, dj) = best[i * width + j].1;
        steps.push((i - di..i, j - dj..j));
        (i, j) = (i - di, j - dj);
    }
    steps.reverse();
    steps
}

/// What it costs to take these passages for one another, from what is the same in all languages: kind, depth, number,
/// length. Parts and footnotes are never mixed, however well their lengths fit.
fn cost(a: &[Text], b: &[Text], scale: f64) -> f64 {
    if a.is_empty() || b.is_empty() {
        return ALONE;
    }
    let (one, other) = (&a[0], &b[0]);
    let is_note = |text: &Text| matches!(text.passage, Passage::Footnote(_));
    let is_of = |text: &Text| (text.part, is_note(text));
    if a.iter().chain(b).any(|text| is_of(text) != is_of(one)) {
        return f64::INFINITY;
    }
    let is_heading = |text: &Text| matches!(text.shape, Some(Shape::Heading | Shape::Table));
    let otherwise = if one.shape == other.shape { 0.0 } else if is_heading(one) || is_heading(other) { 1.5 } else { 0.4 }
        + if one.depth == other.depth { 0.0 } else { 0.3 }
        // Each has a number, and it is another one.
        + if one.name.is_some() && other.name.is_some() { 1.0 } else { 0.0 };
    let length = |texts: &[Text]| texts.iter().map(|text| text.length).sum::<f64>();
    let ratio = (length(a) * scale / length(b)).ln().abs();
    let several = if a.len() + b.len() > 2 { TWO_FOR_ONE } else { 0.0 };
    ratio + otherwise + several
}
