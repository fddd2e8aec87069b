//! Nothing is lost: the tiles of a document cover its source, each byte once, and the words of each
//! block are what its tiles hold.

use proptest::prelude::*;
use seized::{
    document::{Certainty, Document, Mark, Owner, Shape},
    manuscript::Manuscript,
    parse::parse,
    source,
};

use crate::support;

fn words(text: &str) -> String {
    text.chars()
        .filter(|c| {
            !c.is_whitespace() && !matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}')
        })
        .collect()
}

/// Fails where the promise does not hold.
fn holds(text: &str) -> Result<(), TestCaseError> {
    let (document, problems) = parse(&Manuscript::plain(text));
    let mut at = 0;
    for tile in &document.tiles {
        prop_assert_eq!(tile.span.start, at, "a gap or an overlap in {:?}", text);
        prop_assert!(text.is_char_boundary(tile.span.end));
        at = tile.span.end;
        if tile.owner == Owner::Space {
            prop_assert_eq!(words(&text[tile.span.range()]), "", "words that nobody owns");
        }
    }
    prop_assert_eq!(at, text.len(), "the end of the source is not covered");
    blocks_hold_their_tiles(text, &document)?;
    for problem in &problems {
        prop_assert!(text.get(problem.span.range()).is_some(), "{:?}", problem);
    }
    Ok(())
}

fn blocks_hold_their_tiles(text: &str, document: &Document) -> Result<(), TestCaseError> {
    let mut held = vec![String::new(); document.blocks.len()];
    for tile in &document.tiles {
        if let Owner::Block(block) = tile.owner {
            held[block].push_str(&text[tile.span.range()]);
        }
    }
    for (block, held) in document.blocks.iter().zip(held) {
        if block.shape == Shape::Table {
            continue;
        }
        let (mut held, label) = (words(&held), words(&block.label));
        if !label.is_empty() {
            // The label stands before the words, or behind them where a page severed it.
            let without = held.strip_prefix(&label).or_else(|| held.strip_suffix(&label));
            prop_assert!(without.is_some(), "{} has no label {label} in {held}", block.cite);
            held = without.unwrap_or_default().to_owned();
        }
        let shown = words(&block.text);
        if shown != held {
            // Lines and words that extraction tore apart are shown in the order in which they are read.
            let sorted = |text: &str| {
                let mut signs: Vec<char> = text.chars().collect();
                signs.sort_unstable();
                signs
            };
            prop_assert_eq!(sorted(&shown), sorted(&held), "{}: {} of {}", block.cite, shown, held);
        }
        for mark in &block.marks {
            prop_assert!(block.text.is_char_boundary(mark.at));
            prop_assert_eq!(fault_of_mark(document, &block.text, mark), None);
        }
        for reference in &block.references {
            prop_assert!(block.text.get(reference.range.clone()).is_some());
        }
    }
    Ok(())
}

/// What is wrong with a mark: it is sure or likely without a footnote, or doubtful and its digits are
/// not among the words.
fn fault_of_mark(document: &Document, text: &str, mark: &Mark) -> Option<String> {
    let kept = text.get(mark.kept_in_words()).unwrap_or_default();
    let is_kept = kept.chars().any(char::is_numeric) || kept.contains('*');
    let has_note = document.footnotes.iter().any(|note| note.mark == mark.label);
    match mark.certainty {
        Certainty::Weak => (!is_kept).then(|| format!("{} left the words of {text}", mark.label)),
        _ if !kept.is_empty() => Some(format!("{} is among the words of {text}", mark.label)),
        _ => (!has_note).then(|| format!("{} has no footnote in {text}", mark.label)),
    }
}

#[test]
#[ignore = "reads the corpus: SEIZED_CORPUS, or ../shared/corpus"]
fn no_mark_of_the_corpus_is_sure_without_a_footnote_and_doubtful_ones_stay_among_the_words() {
    let mut faults = Vec::new();
    let mut count = 0;
    for file in support::files(&support::corpus()) {
        let Ok(bytes) = std::fs::read(&file) else { continue };
        let Ok(manuscript) = source::read(bytes, &file.to_string_lossy()) else { continue };
        let (document, _) = parse(&manuscript);
        count += 1;
        let marks = document.blocks.iter().flat_map(|block| {
            block.marks.iter().filter_map(|mark| fault_of_mark(&document, &block.text, mark))
        });
        faults.extend(marks.map(|fault| format!("{}: {fault}", file.display())));
    }
    assert!(count > 0 && faults.is_empty(), "{} in {count}\n{}", faults.len(), faults.join("\n"));
}

/// Lines as resolutions have them, and debris, in any order.
pub(crate) fn lines() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just("The General Assembly,"),
        Just("\tThe Security Council,"),
        Just("\tRecalling its resolution 72/247,1 and 24 March 20164,2"),
        Just("Noting with concern the situation in"),
        Just("lakes and rivers;"),
        Just("\t1.\tRequests the Secretary-General to report;3"),
        Just("2. Decides to remain seized of the matter."),
        Just("\t(a)\tTo act;1,2"),
        Just("(i) To report on paragraph 1 above;"),
        Just("II"),
        Just("B1"),
        Just("Annex II"),
        Just("76th plenary meeting"),
        Just("24 December 2017"),
        Just("\t1 \tResolution 217 A (III)."),
        Just("2 \tIbid., annex."),
        Just("* Reissued for technical reasons."),
        Just("[on the report of the Third Committee (A/72/439)]"),
        Just("72/247.\tTwentieth anniversary"),
        Just("[Start1]<<ODS DOC SYMBOL1>>A/RES/72/247<<ODS DOC SYMBOL1>>"),
        Just("17-23331 (E)"),
        Just("17-233316/6"),
        Just("________________"),
        Just("A/RES/72/247Twentieth anniversary"),
        Just("Distr.: General"),
        Just("8."),
        Just("10, Reaffirms"),
        Just("1/ S/24476, annex."),
        Just("\u{c}"),
        Just(""),
        Just("\u{feff}大会，"),
        Just("1 - تطلب إلى الدول الأعضاء؛"),
    ];
    let ending = prop_oneof![4 => Just("\n"), 1 => Just("\r\n"), 1 => Just("\n\n")];
    prop::collection::vec((line, ending), 0..40)
        .prop_map(|lines| lines.into_iter().flat_map(|(line, end)| [line, end]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn of_any_text(text in "(?s).{0,400}") {
        holds(&text)?;
    }

    #[test]
    fn of_text_that_looks_like_resolutions(text in lines()) {
        holds(&text)?;
    }

    #[test]
    fn of_the_sample_with_bytes_changed(
        places in prop::collection::vec((0usize..19_000, "[ -~\n\t]{0,3}"), 1..12),
    ) {
        let mut text = include_str!("../../assets/A_RES_72_247.txt").to_owned();
        for (at, insert) in places {
            let at = at.min(text.len());
            if text.is_char_boundary(at) {
                let end = (at + 5).min(text.len());
                text.replace_range(at..end, &insert);
            }
        }
        holds(&text)?;
    }
}

#[test]
fn of_the_sample() {
    holds(include_str!("../../assets/A_RES_72_247.txt")).unwrap();
}

#[test]
fn of_a_mark_before_a_no_break_space() {
    holds("大会，\n回顾其决议，1\u{a0}\u{a0}并决定，\n1. 决定继续处理此案。\n1 第217号决议。\n")
        .unwrap();
}

#[test]
fn of_a_mark_that_is_broken_over_two_lines() {
    holds(
        "大会，\n回顾《行动纲领》，1\n2关于和平的决议，\n1. 决定继续处理此案。\n12 第217号决议。\n",
    )
    .unwrap();
    holds("𐀀¡¡aa0a  ¡A𐀀 \0𐀀00𐀀¡𐀀  𐀀\n㐀 ¡A0 ¡0¡0 a A¡¡ A ¡  ¡𠀀1\n0\0").unwrap();
}
