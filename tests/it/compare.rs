//! Two versions of a text: what becomes of each paragraph, and how much each change weighs. Measured on
//! pairs that were made, of which it is known, and on real ones.

use std::collections::{BTreeMap, HashMap};

use seized::{
    compare::{Kind, Pairing, compare},
    document::{Document, Part, Passage},
    manuscript::Manuscript,
    opening::files,
    parse,
};

use crate::support::{
    self, corpus,
    made_pairs::{Done, MadePair, made_pair},
};

fn read(text: &str) -> Document {
    parse::parse(&Manuscript::plain(text.to_owned())).0
}

/// The operative paragraphs of a document, by passage.
fn operative(document: &Document) -> HashMap<Passage, usize> {
    let own = document.part(Part::Operative).map(|(index, _)| Passage::Block(index));
    own.enumerate().map(|(at, passage)| (passage, at)).collect()
}

/// What was found right and wrong.
#[derive(Debug, Default)]
struct Score {
    found: usize,
    true_pairs: usize,
    both: usize,
    kinds: usize,
    right_kinds: usize,
    moved: usize,
    right_moved: usize,
    /// Not the one that was made to move, but one that it changed places with.
    other_moved: usize,
    wrong_moved: usize,
    splits: [usize; 2],
    confused: BTreeMap<(&'static str, &'static str), usize>,
}

impl Score {
    fn add(&mut self, made: &MadePair) {
        let (a, b) = (read(&made.old), read(&made.new));
        let (of_a, of_b) = (operative(&a), operative(&b));
        assert_eq!([of_a.len(), of_b.len()], made.counts, "the texts are read as they were made");
        let found: Vec<(Vec<usize>, Vec<usize>, Pairing)> = compare(&a, &b)
            .into_iter()
            .map(|pairing| {
                let places = |passages: &[Passage], of: &HashMap<Passage, usize>| -> Vec<usize> {
                    passages.iter().filter_map(|passage| of.get(passage).copied()).collect()
                };
                (places(pairing.left(), &of_a), places(pairing.right(), &of_b), pairing)
            })
            .filter(|(left, right, _)| !left.is_empty() || !right.is_empty())
            .collect();
        let links = |left: &[usize], right: &[usize]| -> Vec<(usize, usize)> {
            left.iter().flat_map(|i| right.iter().map(|j| (*i, *j))).collect()
        };
        let truth: Vec<(usize, usize)> =
            made.truth.iter().flat_map(|truth| links(&truth.old, &truth.new)).collect();
        let pairs: Vec<(usize, usize)> =
            found.iter().flat_map(|(left, right, _)| links(left, right)).collect();
        self.found += pairs.len();
        self.true_pairs += truth.len();
        self.both += pairs.iter().filter(|pair| truth.contains(pair)).count();
        for (left, right, pairing) in &found {
            let own = made.truth.iter().find(|truth| truth.old == *left && truth.new == *right);
            if pairing.is_moved() {
                let is_right = own.is_some_and(|truth| truth.is_moved);
                self.right_moved += usize::from(is_right);
                // Of two that changed places either may be said to have moved.
                self.other_moved += usize::from(!is_right && own.is_some());
                // A half of what was split, and one of those that were merged, are right partners.
                let is_wrong = links(left, right).iter().any(|pair| !truth.contains(pair));
                self.wrong_moved += usize::from(is_wrong);
            }
            let Some(own) = own.filter(|truth| !truth.old.is_empty() && !truth.new.is_empty())
            else {
                continue;
            };
            self.moved += usize::from(own.is_moved);
            if matches!(own.done, Done::Split | Done::Merged) {
                self.splits[0] += 1;
            }
            self.kinds += 1;
            let is_right = own.done.name() == pairing.kind().name();
            self.right_kinds += usize::from(is_right);
            if !is_right {
                *self.confused.entry((own.done.name(), pairing.kind().name())).or_default() += 1;
            }
        }
        self.splits[1] += made
            .truth
            .iter()
            .filter(|truth| matches!(truth.done, Done::Split | Done::Merged))
            .count();
    }

    fn f1(&self) -> f64 {
        2.0 * self.both as f64 / (self.found + self.true_pairs) as f64
    }

    fn kinds(&self) -> f64 {
        self.right_kinds as f64 / self.kinds as f64
    }
}

fn score(pairs: u64, least: usize, most: usize) -> Score {
    let mut score = Score::default();
    for seed in 0..pairs {
        score.add(&made_pair(40, least, most, seed + 1000 * most as u64));
    }
    score
}

#[test]
fn paragraphs_find_their_successors_and_edits_their_names() {
    let some = score(5, 3, 30);
    assert!(some.f1() >= 0.98, "{some:?}");
    assert!(some.kinds() >= 0.97, "{some:?}");
    assert_eq!(some.wrong_moved, 0, "{some:?}");
    let much = score(5, 30, 45);
    assert!(much.f1() >= 0.80, "{much:?}");
}

#[test]
#[ignore = "takes its time: the figures of docs/compare.md"]
#[allow(clippy::print_stderr, reason = "figures are what it is for")]
fn figures_of_made_pairs() {
    for (least, most) in [(3, 15), (15, 30), (30, 45), (45, 60)] {
        let score = score(400, least, most);
        eprintln!(
            "{least}–{most} %: F1 {:.4}, kinds {:.4} of {}, moved {} of {}, others {}, wrong {}, split or merged {:?}\n  {:?}",
            score.f1(),
            score.kinds(),
            score.kinds,
            score.right_moved,
            score.moved,
            score.other_moved,
            score.wrong_moved,
            score.splits,
            score.confused
        );
    }
}

/// What became of each paragraph, a line each: `OP1 → OP2 verb`.
#[track_caller]
fn becomes(old: &str, new: &str, expected: &[&str]) {
    let (a, b) = (support::document(old), support::document(new));
    let cites = |document: &Document, passages: &[Passage]| -> String {
        let cites: Vec<String> =
            passages.iter().map(|own| document.cite(*own).to_string()).collect();
        cites.join(" ")
    };
    let shown: Vec<String> = compare(&a, &b)
        .iter()
        .map(|pairing| {
            let moved = if pairing.is_moved() { ", moved" } else { "" };
            let (left, right) = (cites(&a, pairing.left()), cites(&b, pairing.right()));
            format!("{left} → {right} {}{moved}", pairing.kind().name())
        })
        .collect();
    assert_eq!(shown, expected);
}

const WATER: &str =
    "OP Requests the Secretary-General to submit a report on the management of fresh water;";
const PEACE: &str =
    "OP Urges all States to settle their disputes by peaceful means and without delay;";
const CHILD: &str =
    "OP Decides to proclaim an international year of the rights of the child in schools;";
const TRADE: &str =
    "OP Invites the Conference on Trade and Development to examine tariffs on cotton;";

#[test]
fn what_moved_is_told_from_what_was_pushed_down() {
    becomes(
        &[WATER, PEACE, CHILD].join("\n"),
        &[TRADE, WATER, PEACE, CHILD].join("\n"),
        &[" → OP1 new", "OP1 → OP2 same", "OP2 → OP3 same", "OP3 → OP4 same"],
    );
    becomes(
        &[WATER, PEACE, CHILD, TRADE].join("\n"),
        &[PEACE, CHILD, TRADE, WATER].join("\n"),
        &["OP2 → OP1 same", "OP3 → OP2 same", "OP4 → OP3 same", "OP1 → OP4 same, moved"],
    );
}

/// How a paragraph of a long run of words goes on, in three sessions.
const SEEDS: &str = "to preserve the seeds of old kinds of wheat and barley in the mountain villages of each region";

#[test]
fn a_long_run_of_words_tells_a_paragraph_that_moved_and_was_written_anew() {
    let old = format!(
        "OP Notes with regret that few farmers were asked in time {SEEDS}, and asks for better lists of them;"
    );
    let new = format!(
        "OP Requests the Council to ask farmers {SEEDS}, with the help of schools and of better lists, before the \
         next harvest is brought in from the hills;"
    );
    becomes(
        &[&old, WATER, PEACE, CHILD].join("\n"),
        &[WATER, PEACE, CHILD, &new].join("\n"),
        &["OP2 → OP1 same", "OP3 → OP2 same", "OP4 → OP3 same", "OP1 → OP4 verb, moved"],
    );
    // Where another paragraph has the same words, they tell nothing.
    let third = format!("OP Recalls that all were invited {SEEDS};");
    becomes(
        &[&old, WATER, PEACE, CHILD, &third].join("\n"),
        &[WATER, PEACE, CHILD, &new, &third].join("\n"),
        &[
            "OP1 →  dropped",
            "OP2 → OP1 same",
            "OP3 → OP2 same",
            "OP4 → OP3 same",
            " → OP4 new",
            "OP5 → OP5 same",
        ],
    );
}

#[test]
fn a_name_in_both_is_no_paragraph_that_moved() {
    const NAME: &str = "the Joint Working Group of Experts on the Lighting and Marking of Harbours and Narrow Sea \
                        Passages";
    let old = format!(
        "OP Welcomes the report that {NAME} gave to the Assembly in the spring, its visits to the islands and the \
         lists that it keeps of lamps, lenses and stocks of oil, and its appeal to owners of ships to pay their dues;"
    );
    let new = format!(
        "OP Extends by two years the mandate of {NAME}, and asks it to advise States which have not yet trained \
         their pilots, to hold courses by radio, and to say at the next session what these would cost;"
    );
    becomes(
        &[&old, WATER, PEACE, CHILD].join("\n"),
        &[WATER, PEACE, CHILD, &new].join("\n"),
        &["OP1 →  dropped", "OP2 → OP1 same", "OP3 → OP2 same", "OP4 → OP3 same", " → OP4 new"],
    );
}

#[test]
fn of_two_that_changed_places_the_one_that_is_in_another_part_moved() {
    let heard =
        "Recalling the need to hear those who live from the sea before any harbour is closed,";
    let light =
        "Stressing the duty of all States to keep the lights of their harbours burning at night,";
    becomes(
        &format!("PP {heard}\nPP {light}\n{PEACE}"),
        &format!(
            "PP {}\nOP {};\n{PEACE}",
            light.replace("all States", "coastal States"),
            heard.trim_end_matches(',').replace("any", "a")
        ),
        &["PP2 → PP1 wording", "PP1 → OP1 wording, moved", "OP1 → OP2 same"],
    );
}

#[test]
fn what_was_written_anew_between_the_same_neighbours_is_a_pair() {
    let old = "OP Notes that, while the harbours of the north were lit, progress has slowed and funds for oil are short;";
    let new = "OP Notes that, while the harbours of the north now have electric lamps, masts for a second row of them \
               must be bought, carried there and raised by trained crews before winter;";
    becomes(
        &[WATER, old, PEACE].join("\n"),
        &[WATER, new, PEACE].join("\n"),
        &["OP1 → OP1 same", "OP2 → OP2 wording", "OP3 → OP3 same"],
    );
}

#[test]
fn a_paragraph_that_became_two_is_split_and_two_that_became_one_are_merged() {
    let whole = "OP Requests the Secretary-General to submit a report on the management of fresh water, and \
                 to convene a meeting of experts on the protection of rivers and lakes in arid regions;";
    let first =
        "OP Requests the Secretary-General to submit a report on the management of fresh water;";
    let second = "OP Also requests the Secretary-General to convene a meeting of experts on the protection \
                  of rivers and lakes in arid regions;";
    let (one, two) = ([PEACE, whole].join("\n"), [PEACE, first, second].join("\n"));
    becomes(&one, &two, &["OP1 → OP1 same", "OP2 → OP2 OP3 split"]);
    becomes(&two, &one, &["OP1 → OP1 same", "OP2 OP3 → OP2 merged"]);
}

#[test]
fn footnotes_and_paragraphs_are_never_the_same() {
    let text = "OP Recalls the report of the Secretary-General on the management of fresh water;";
    let note = "fn Recalls the report of the Secretary-General on the management of fresh water;";
    becomes(text, &format!("{PEACE}\n{note}"), &["OP1 →  dropped", " → OP1 new", " → fn 1 new"]);
}

#[test]
fn every_passage_of_both_stands_in_one_pair() {
    for seed in 0..20 {
        let made = made_pair(30, 20, 60, seed);
        let (a, b) = (read(&made.old), read(&made.new));
        let pairings = compare(&a, &b);
        let mut left: Vec<Passage> = pairings.iter().flat_map(Pairing::left).copied().collect();
        let mut right: Vec<Passage> = pairings.iter().flat_map(Pairing::right).copied().collect();
        left.sort_unstable();
        right.sort_unstable();
        assert_eq!(left, a.passages().collect::<Vec<_>>());
        assert_eq!(right, b.passages().collect::<Vec<_>>());
    }
}

#[test]
#[ignore = "reads the corpus: SEIZED_CORPUS, or ../shared/corpus"]
fn nothing_differs_from_itself() {
    let folders = [
        "akn",
        "akn-75",
        "docx",
        "doc",
        "pdf",
        "pdf-official",
        "drafts",
        "sc-text",
        "decisions",
        "library/texts",
    ];
    let mut count = 0;
    for folder in folders {
        for path in support::files(&corpus().join(folder)) {
            let Ok((document, _)) = files::open(&path) else { continue };
            let changed = compare(&document, &document);
            let changed = changed.iter().find(|pairing| pairing.is_changed());
            assert!(changed.is_none(), "{}: {changed:?}", path.display());
            count += 1;
        }
    }
    assert!(count > 1500, "{count} documents");
}

/// How many of the 64 Word files and their prints differ, and in what.
#[test]
#[ignore = "reads the corpus: SEIZED_CORPUS, or ../shared/corpus"]
#[allow(clippy::print_stderr, reason = "what differs is to be looked at")]
fn a_word_file_is_as_its_print() {
    let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
    for path in support::files(&corpus().join("docx")) {
        let print =
            corpus().join("pdf").join(path.with_extension("pdf").file_name().expect("a name"));
        let (Ok((a, _)), Ok((b, _))) = (files::open(&path), files::open(&print)) else { continue };
        for pairing in compare(&a, &b).iter().filter(|pairing| pairing.is_changed()) {
            *kinds.entry(pairing.kind()).or_default() += 1;
            eprintln!("{}: {pairing:?}", path.display());
        }
    }
    eprintln!("{kinds:?}");
}
