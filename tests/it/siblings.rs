//! Of paragraphs that differ in a word the one that was annotated is deleted, and its number goes to
//! its sibling: the annotation is an orphan, and never the sibling's. What lives on is found.
//! `SEIZED_FIGURES` is a file for the figures.

use std::{collections::BTreeSet, env, fs};

use seized::{
    annotations::{Anchor, Found, Index, Verdict},
    document::{Document, Passage},
    parse, source,
    text::words,
};

use crate::support::{
    self, document,
    mutate::{self, Chance, Changed, add_siblings, changed},
};

const SAMPLE: &[u8] = include_bytes!("../../assets/A_RES_72_247.txt");

/// Words that the documents may have or not.
const OTHERS: &[&str] = &[
    "children",
    "women",
    "migrants",
    "twenty-first",
    "Secretary-General",
    "2019",
    "Guatemala",
    "report",
    "eighty",
    "the",
    "and",
    "financing",
    "lighthouses",
];

#[derive(Debug, Default)]
struct Tally {
    asked: usize,
    /// Whose paragraph is there and has a word that tells it from the others.
    living: usize,
    orphaned: Vec<String>,
    wrong: Vec<String>,
}

/// The words of a passage.
fn words_of(document: &Document, passage: Passage) -> BTreeSet<String> {
    words(document.text(passage)).into_iter().collect()
}

/// A paragraph with its siblings; it, one of them or none is deleted, all is edited and numbered anew.
fn mutation(original: &Document, chance: &mut Chance, tally: &mut Tally) {
    let mut old = original.clone();
    let is_long = |i: &usize| words(&old.blocks[*i].text).len() >= 6;
    let long: Vec<usize> = (0..old.blocks.len()).filter(is_long).collect();
    let at = long[chance.below(long.len())];
    let others: Vec<String> = OTHERS.iter().map(|word| (*word).to_owned()).collect();
    add_siblings(&mut old, at, &others, chance);
    let family = [Passage::Block(at), Passage::Block(at + 1)];
    let index = Index::new(&old);
    let asked: Vec<(Passage, Anchor)> =
        family.iter().flat_map(|own| anchors(&old, &index, *own, chance)).collect();
    let mut new = changed(&old, &[], chance);
    if !chance.once_in(3) {
        new.delete(family[chance.below(2)]);
    }
    if !chance.once_in(4) {
        new.renumber(&old);
    }
    let index = Index::new(&new.document);
    for (own, anchor) in asked {
        judge(&old, &new, own, &anchor, &index.find(&anchor), tally);
    }
}

/// An anchor on the whole of a passage, and one on some words of it.
fn anchors(
    document: &Document,
    index: &Index,
    own: Passage,
    chance: &mut Chance,
) -> Vec<(Passage, Anchor)> {
    let all = mutate::words(document.text(own));
    let first = chance.below(all.len());
    let last = (first + chance.below(6)).min(all.len() - 1);
    let some = index.words(own, all[first].start..all[last].end);
    [Some(index.whole(own)), some].into_iter().flatten().map(|anchor| (own, anchor)).collect()
}

fn judge(
    old: &Document,
    new: &Changed,
    own: Passage,
    anchor: &Anchor,
    found: &Found,
    tally: &mut Tally,
) {
    tally.asked += 1;
    let here = new.place_of(own).map(|(here, _)| here);
    let was = |there: Passage| match there {
        Passage::Block(i) => new.blocks[i].as_ref().map(|kept| kept.was),
        _ => None,
    };
    let said = || {
        format!(
            "{anchor:?}\n   -> {found:?} {:?}\n   TRUTH {:?}",
            found.place.as_ref().map(|(there, _)| new.document.text(*there)),
            here.map(|here| new.document.text(here))
        )
    };
    // The words of the old passage that another one did not have.
    let telling = |other: Passage| -> BTreeSet<String> {
        words_of(old, own).difference(&words_of(old, other)).cloned().collect()
    };
    if let Some((there, _)) = &found.place {
        // One that has taken over such a word is the old one for any reader.
        let has_taken = was(*there).is_some_and(|before| {
            let now = words_of(&new.document, *there);
            telling(before).iter().any(|word| now.contains(word))
                // Nor can anybody tell apart what has the same words.
                || words(old.text(before)) == words(old.text(own))
        });
        if Some(*there) != here && !has_taken {
            tally.wrong.push(said());
        }
    }
    let Some(here) = here else { return };
    let left = words_of(&new.document, here);
    let tells = |other: Passage| telling(other).iter().any(|word| left.contains(word));
    let rivals = old.passages().filter(|other| *other != own && matches!(other, Passage::Block(_)));
    let kept = words_of(old, own).intersection(&left).count();
    let is_quote_left = anchor.quote.as_ref().is_none_or(|quote| {
        let all = words(quote);
        all.iter().filter(|word| left.contains(*word)).count() * 2 >= all.len().max(1)
    });
    if kept * 2 >= words_of(old, own).len() && is_quote_left && rivals.into_iter().all(tells) {
        tally.living += 1;
        if found.verdict == Verdict::Orphan {
            tally.orphaned.push(said());
        }
    }
}

fn run(documents: &[Document], mutations: usize, most_orphaned: f64) {
    let (mut tally, mut chance) = (Tally::default(), Chance(0x5eed));
    for i in 0..mutations {
        mutation(&documents[i % documents.len()], &mut chance, &mut tally);
    }
    let share = 100.0 * tally.orphaned.len() as f64 / tally.living.max(1) as f64;
    let figures = format!(
        "{mutations} mutations, {} asked, {} wrong; {} living, {share:.2} % of them orphaned",
        tally.asked,
        tally.wrong.len(),
        tally.living
    );
    if let Some(path) = env::var_os("SEIZED_FIGURES") {
        fs::write(path, &figures).expect("the figures are written");
    }
    let first = |list: &[String]| list.iter().take(4).cloned().collect::<Vec<_>>().join("\n");
    assert!(tally.wrong.is_empty(), "{figures}\n{}", first(&tally.wrong));
    assert!(share < most_orphaned, "{figures}\n{}", first(&tally.orphaned));
    assert!(tally.living * 3 > tally.asked, "{figures}: too few to tell");
}

#[test]
fn an_annotation_never_goes_to_a_sibling() {
    run(&[parse::parse(&source::read(SAMPLE.to_vec(), "the sample").expect("text")).0], 300, 3.0);
}

/// Twenty resolutions of several organs and years, 4,000 mutations.
#[test]
#[ignore = "needs the folder of real documents, and half a minute"]
fn an_annotation_never_goes_to_a_sibling_in_real_documents() {
    let corpus = support::corpus();
    let files: Vec<_> = ["sc-text", "library/texts"]
        .iter()
        .flat_map(|folder| support::files(&corpus.join(folder)))
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    let read = |path: &std::path::PathBuf| {
        let bytes = fs::read(path).expect("the file");
        parse::parse(&source::read(bytes, "a text").expect("a document")).0
    };
    let is_usable = |document: &Document| {
        document.blocks.iter().filter(|block| words(&block.text).len() >= 6).count() >= 5
    };
    let step = files.len() / 24;
    let documents: Vec<Document> =
        files.iter().skip(5).step_by(step).map(read).filter(is_usable).take(20).collect();
    assert_eq!(documents.len(), 20);
    run(&documents, 4000, 1.9);
}

/// The case that was seen: a word of difference, both words elsewhere as well.
#[test]
fn what_told_it_from_its_sibling_is_gone_and_so_is_it() {
    let family = "
        = 9/1. Children
        ~ The General Assembly,
        PP Recalling its resolutions on women and on children,
        OP Requests the Secretary-General to report on the situation of women everywhere;
        OP Decides to include in the agenda of its next session the item entitled the situation of children;
        OP Decides to include in the agenda of its next session the item entitled the situation of women;
        OP Invites all children to take part.";
    let old = document(family);
    let index = Index::new(&old);
    let children = Passage::Block(3);
    let whole = index.whole(children);
    let text = old.text(children);
    let start = text.find("next session").expect("it is there");
    let some = index.words(children, start..start + "next session".len()).expect("words");
    let without: Vec<&str> = family.lines().filter(|line| !line.contains("of children;")).collect();
    let new = document(&without.join("\n"));
    assert_eq!(new.cite(children).to_string(), "OP2");
    let index = Index::new(&new);
    assert_eq!(index.find(&whole).verdict, Verdict::Orphan, "{whole:?}");
    assert_eq!(index.find(&some).verdict, Verdict::Orphan, "{some:?}");
    // Both are there, and other words of it have changed.
    let new = document(&family.replace(
        "next session the item entitled the situation of children",
        "coming session the item entitled the situation of children",
    ));
    let index = Index::new(&new);
    for anchor in [&whole, &some] {
        let found = index.find(anchor);
        assert_eq!(found.place.map(|(there, _)| there), Some(children), "{anchor:?}");
    }
}

/// An annexed declaration often has the title of the resolution for its heading. What was on the heading is not found on the
/// title, which has the same words and is a passage of its own.
#[test]
fn an_annotation_on_a_heading_never_goes_to_the_title_with_the_same_words() {
    let read = |heading: &str| {
        let text = format!(
            "A/RES/51/60\n\n51/60. Declaration on Crime and Public Security\n\nThe General Assembly,\n\nRecalling it,\n\n\
             1. Approves the Declaration annexed hereto.\n\n82nd plenary meeting\n12 December 1996\n\nANNEX\n\n{heading}\n\n\
             The General Assembly,\n\nRecalling also it,\n\nSolemnly proclaims the following.\n"
        );
        parse::parse(&source::read(text.into_bytes(), "a text").expect("plain text")).0
    };
    let old = read("Declaration on Crime and Public Security");
    let heading = old.passages().find(|p| *p != Passage::Title && old.text(*p).contains("Crime"));
    let anchor = Index::new(&old).whole(heading.expect("a heading"));
    assert_eq!(Index::new(&old).find(&anchor).place.map(|(passage, _)| passage), heading);
    let found = Index::new(&read("A text with other words")).find(&anchor);
    assert_ne!(found.place.map(|(passage, _)| passage), Some(Passage::Title));
    let titles: Vec<_> = old.resolutions.iter().map(|own| own.title.as_deref()).collect();
    let title = "Declaration on Crime and Public Security";
    assert_eq!(titles, [Some(title), Some(&*format!("ANNEX: {title}"))], "two names for two texts");
}
