//! Pairs of texts of which it is known what became of each paragraph: one is made of the other by putting
//! in, taking out, moving, splitting, merging and changing paragraphs. No real document is needed for it.

use std::fmt::Write as _;

/// What was done to a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Done {
    Same,
    Technical,
    Connective,
    Wording,
    Verb,
    Split,
    Merged,
}

impl Done {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Technical => "technical",
            Self::Connective => "connective",
            Self::Wording => "wording",
            Self::Verb => "verb",
            Self::Split => "split",
            Self::Merged => "merged",
        }
    }
}

/// Paragraphs that belong together, counted through the operative paragraphs of each text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Truth {
    pub(crate) old: Vec<usize>,
    pub(crate) new: Vec<usize>,
    pub(crate) done: Done,
    pub(crate) is_moved: bool,
}

/// Two texts, and what became of what.
#[derive(Clone, Debug)]
pub(crate) struct MadePair {
    pub(crate) old: String,
    pub(crate) new: String,
    /// How many operative paragraphs each has.
    pub(crate) counts: [usize; 2],
    pub(crate) truth: Vec<Truth>,
}

/// Chance that can be had again.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn below(&mut self, most: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % most.max(1)
    }

    fn pick<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}

const VERBS: &[&str] = &[
    "Requests",
    "Urges",
    "Encourages",
    "Invites",
    "Calls upon",
    "Decides",
    "Welcomes",
    "Recalls",
    "Notes",
    "Stresses",
    "Reaffirms",
    "Emphasizes",
    "Recommends",
    "Demands",
];
const WHO: &[&str] = &[
    "the Secretary-General",
    "all Member States",
    "the United Nations Development Programme",
    "States",
    "the High Commissioner for Human Rights",
    "relevant stakeholders",
    "the Economic and Social Council",
    "regional organizations",
    "the specialized agencies",
    "Governments",
    "the Committee on Conferences",
];
const NOUNS: &[&str] = &[
    "water",
    "education",
    "disarmament",
    "migration",
    "fisheries",
    "forests",
    "indigenous peoples",
    "youth",
    "older persons",
    "desertification",
    "trade",
    "debt",
    "tourism",
    "volunteers",
    "oceans",
    "statistics",
    "albinism",
    "biodiversity",
    "torture",
    "corruption",
    "transport",
    "energy",
    "nutrition",
    "malaria",
    "mountains",
    "sport",
    "outer space",
    "mercenaries",
    "journalists",
    "cities",
    "landmines",
    "peacebuilding",
    "tuberculosis",
    "vaccines",
    "refugees",
    "wildlife",
    "cotton",
    "culture",
    "language",
    "archives",
];
const DOES: &[&str] = &[
    "to strengthen",
    "to support",
    "to review",
    "to implement",
    "to promote",
    "to examine",
    "to finance",
    "to coordinate",
    "to monitor",
    "to protect",
    "to improve",
    "to develop",
    "to facilitate",
    "to consider",
];
const JOINTS: &[&str] = &[
    "with a view to",
    "including through",
    "taking into account",
    "in accordance with",
    "as well as",
    "in particular by means of",
    "in close cooperation with",
    "while respecting",
    "on the basis of",
];
const ADJECTIVES: &[&str] = &[
    "national",
    "effective",
    "sustainable",
    "voluntary",
    "regional",
    "technical",
    "inclusive",
    "timely",
    "adequate",
    "coherent",
    "transparent",
    "independent",
    "rural",
    "urban",
    "digital",
    "maritime",
];

/// A paragraph's verb and what follows it.
#[derive(Clone, Debug)]
struct Paragraph {
    verb: String,
    rest: Vec<String>,
}

fn paragraph(chance: &mut Chance) -> Paragraph {
    let mut rest = String::from(chance.pick(WHO));
    for clause in 0..2 + chance.below(4) {
        let (does, adjective) = (chance.pick(DOES), chance.pick(ADJECTIVES));
        let (one, other) = (chance.pick(NOUNS), chance.pick(NOUNS));
        if clause > 0 {
            let _ = write!(rest, ", {}", chance.pick(JOINTS));
        }
        let _ = write!(rest, " {does} {adjective} programmes on {one} and {other}");
    }
    let (session, number) = (40 + chance.below(35), 1 + chance.below(250));
    let (day, year) = (1 + chance.below(28), 1985 + chance.below(35));
    let _ = write!(rest, ", as set out in resolution {session}/{number} of {day} December {year}");
    Paragraph {
        verb: chance.pick(VERBS).to_owned(),
        rest: rest.split(' ').map(str::to_owned).collect(),
    }
}

/// Changes a paragraph, and says how; `most` is the share of its words, in hundredths, that may be replaced.
fn change(
    paragraph: &Paragraph,
    least: usize,
    most: usize,
    chance: &mut Chance,
) -> (Paragraph, Done) {
    let mut made = paragraph.clone();
    match chance.below(8) {
        0 => {
            let others: Vec<&str> =
                VERBS.iter().copied().filter(|verb| *verb != made.verb).collect();
            made.verb = chance.pick(&others).to_owned();
            (made, Done::Verb)
        }
        1 => {
            let count = made.rest.len();
            made.rest[count - 5] = format!("{}/{}", 76 + chance.below(4), 300 + chance.below(99));
            made.rest[count - 1] = (2021 + chance.below(4)).to_string();
            (made, Done::Technical)
        }
        2 => {
            let small = made.verb.to_lowercase();
            made.verb = if chance.below(2) == 0 {
                format!("Also {small}")
            } else {
                format!("Further {small}")
            };
            (made, Done::Connective)
        }
        _ => {
            let share = least + chance.below(most - least + 1);
            replace_words(&mut made.rest, share, chance);
            (made, Done::Wording)
        }
    }
}

/// Replaces runs of one to eight words, of the words but those of the resolution at the end.
fn replace_words(words: &mut [String], share: usize, chance: &mut Chance) {
    let count = words.len() - 9;
    let wanted = (count * share / 100).max(1);
    let mut is_replaced = vec![false; count];
    let mut done = 0;
    for _ in 0..1000 {
        let length = (1 + chance.below(8)).min(wanted.saturating_sub(done));
        if length == 0 {
            break;
        }
        let start = chance.below(count - length.min(count - 1));
        if is_replaced[start..start + length].contains(&true) {
            continue;
        }
        for at in start..start + length {
            let all = [NOUNS, ADJECTIVES, WHO][chance.below(3)];
            let word = chance.pick(all).replace(' ', "-");
            let comma = if words[at].ends_with(',') { "," } else { "" };
            words[at] = if words[at].trim_end_matches(',') == word {
                format!("other{comma}")
            } else {
                format!("{word}{comma}")
            };
            is_replaced[at] = true;
        }
        done += length;
    }
}

fn text(paragraphs: &[Paragraph]) -> String {
    let mut out = String::from("The General Assembly,\n\nRecalling its earlier decisions,\n\n");
    for (at, Paragraph { verb, rest }) in paragraphs.iter().enumerate() {
        let _ = write!(out, "{}. {verb} {};\n\n", at + 1, rest.join(" "));
    }
    out
}

/// Makes a pair of about `count` paragraphs; of the words of a changed paragraph `least` to `most`
/// hundredths are replaced.
pub(crate) fn made_pair(count: usize, least: usize, most: usize, seed: u64) -> MadePair {
    let mut chance = Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5eed);
    let old: Vec<Paragraph> = (0..count).map(|_| paragraph(&mut chance)).collect();
    // What becomes of each, in the old order; then what moved goes elsewhere.
    let mut made: Vec<(Vec<Paragraph>, Truth)> = Vec::new();
    let mut at = 0;
    while at < old.len() {
        let own = &old[at];
        let truth = |old: Vec<usize>, done| Truth { old, new: Vec::new(), done, is_moved: false };
        match chance.below(100) {
            0..50 => made.push((vec![own.clone()], truth(vec![at], Done::Same))),
            50..80 => {
                let (new, done) = change(own, least, most, &mut chance);
                made.push((vec![new], truth(vec![at], done)));
            }
            80..85 => made.push((Vec::new(), truth(vec![at], Done::Same))),
            85..90 => {
                made.push((vec![own.clone()], truth(vec![at], Done::Same)));
                made.push((vec![paragraph(&mut chance)], truth(Vec::new(), Done::Same)));
            }
            90..93 => {
                let half = own.rest.iter().enumerate().filter(|(_, word)| word.ends_with(','));
                let places: Vec<usize> =
                    half.map(|(place, _)| place).filter(|place| *place > 10).collect();
                match places.first() {
                    Some(&place) => {
                        let first =
                            Paragraph { verb: own.verb.clone(), rest: own.rest[..=place].to_vec() };
                        let second = Paragraph {
                            verb: "Also stresses".into(),
                            rest: own.rest[place + 1..].to_vec(),
                        };
                        made.push((vec![first, second], truth(vec![at], Done::Split)));
                    }
                    None => made.push((vec![own.clone()], truth(vec![at], Done::Same))),
                }
            }
            93..95 if at + 1 < old.len() => {
                let next = &old[at + 1];
                let rest = [
                    own.rest.clone(),
                    vec!["and".into(), next.verb.to_lowercase()],
                    next.rest.clone(),
                ];
                let whole = Paragraph { verb: own.verb.clone(), rest: rest.concat() };
                made.push((vec![whole], truth(vec![at, at + 1], Done::Merged)));
                at += 1;
            }
            _ => {
                let mut moved = truth(vec![at], Done::Same);
                moved.is_moved = true;
                made.push((vec![own.clone()], moved));
            }
        }
        at += 1;
    }
    let (moved, mut kept): (Vec<_>, Vec<_>) =
        made.into_iter().partition(|(_, truth)| truth.is_moved);
    for one in moved {
        let from = one.1.old[0];
        let place = chance.below(kept.len() + 1);
        // Beside where it was it would not have moved.
        let is_beside = |at: usize| {
            kept.get(at).is_some_and(|(_, truth)| {
                truth.old.first().is_some_and(|old| old.abs_diff(from) < 4)
            })
        };
        let place = if is_beside(place) || place > 0 && is_beside(place - 1) {
            (place + 9) % (kept.len() + 1)
        } else {
            place
        };
        kept.insert(place, one);
    }
    let mut new = Vec::new();
    let mut truth = Vec::new();
    for (paragraphs, mut own) in kept {
        own.new = (new.len()..new.len() + paragraphs.len()).collect();
        new.extend(paragraphs);
        truth.push(own);
    }
    MadePair { old: text(&old), new: text(&new), counts: [old.len(), new.len()], truth }
}
