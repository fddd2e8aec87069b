//! Which of the lines that may begin a footnote do: the best chain of their numbers (grammar.md §4, A).
//! Knows numbers and scores, no words.

use std::ops::Range;

use super::{candidate::Candidate, note::Note};

/// The chain of numbers among the candidates that fits best. Paragraphs within `tail` that begin no
/// note go on with the one before. `counts_on` says that the numbers may begin anywhere: in the
/// yearbooks they run through the year.
pub(in crate::parse) fn chained(
    candidates: &[Candidate],
    tail: Range<usize>,
    counts_on: bool,
) -> Vec<Note> {
    let (stars, numbered): (Vec<&Candidate>, Vec<&Candidate>) =
        candidates.iter().partition(|candidate| candidate.number == 0);
    let mut starts = best_chain(&numbered, if counts_on { 0.0 } else { -2.5 });
    starts.extend(stars);
    starts.sort_by_key(|start| start.paragraph);
    let nexts = starts.iter().skip(1).map(|next| next.paragraph).chain([tail.end]);
    starts
        .iter()
        .zip(nexts)
        .map(|(start, next)| {
            let end = if tail.contains(&start.paragraph) { next } else { start.paragraph + 1 };
            Note { mark: start.mark.clone(), lead: start.lead, paragraphs: start.paragraph..end }
        })
        .collect()
}

/// How far numbers may jump within a chain; more is another list.
const LONGEST_GAP: u16 = 6;

/// Dynamic programming over the candidates in order, one best chain for each last number: linear in
/// the candidates.
fn best_chain<'a>(candidates: &[&'a Candidate], late_start: f32) -> Vec<&'a Candidate> {
    const NUMBERS: usize = 1000;
    let mut best: Vec<Option<(f32, usize)>> = vec![None; NUMBERS];
    let mut any: Option<(f32, usize)> = None;
    let mut links: Vec<(f32, Option<usize>)> = Vec::with_capacity(candidates.len());
    for (i, candidate) in candidates.iter().enumerate() {
        let number = usize::from(candidate.number);
        let start = if candidate.number <= 1 { 0.0 } else { late_start };
        let mut link = (start, None);
        if candidate.number > 1 {
            for gap in 1..=LONGEST_GAP.min(candidate.number - 1) {
                let before = best.get(number - usize::from(gap)).copied().flatten();
                let bonus = if gap == 1 { 0.5 } else { -3.0 * f32::from(gap - 1) };
                if let Some((score, at)) = before
                    && score + bonus > link.0
                {
                    link = (score + bonus, Some(at));
                }
            }
        }
        // Numbers may begin anew in another text of the same file.
        if let Some((score, at)) = any
            && candidate.number == 1
            && score - 6.0 > link.0
        {
            link = (score - 6.0, Some(at));
        }
        let score = link.0 + candidate.score;
        links.push((score, link.1));
        if let Some(entry) = best.get_mut(number)
            && entry.is_none_or(|(other, _)| score >= other)
        {
            *entry = Some((score, i));
        }
        if any.is_none_or(|(other, _)| score >= other) {
            any = Some((score, i));
        }
    }
    let mut chain = Vec::new();
    let mut at = any.filter(|(score, _)| *score >= 1.0).map(|(_, at)| at);
    while let Some(i) = at {
        chain.extend(candidates.get(i));
        at = links.get(i).and_then(|(_, before)| *before);
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::{super::candidate::candidate, *};

    #[track_caller]
    fn marks(paragraphs: &[&str], expected: &str) {
        let candidates: Vec<Candidate> = paragraphs
            .iter()
            .enumerate()
            .filter_map(|(i, text)| candidate(i, text, false))
            .collect();
        let notes = chained(&candidates, 0..paragraphs.len(), false);
        let found: Vec<&str> = notes.iter().map(|note| note.mark.as_str()).collect();
        assert_eq!(found.join(" "), expected);
    }

    #[test]
    fn a_chain_of_numbers() {
        marks(&["1 \tResolution 70/1.", "2 \tIbid.", "and more of it", "3\tThe term"], "1 2 3");
        marks(&["1. Requests", "1 Resolution 70/1."], "1");
        marks(&["24 December 2017", "1 Resolution 70/1.", "2 A/72/1."], "1 2");
        marks(&["51 Ibid., document S/1.", "52 Ibid., document S/2."], "51 52");
        marks(&["1/ Resolution 217 A (III).", "2/ Ibid."], "1 2");
        marks(&["1 A/1.", "2 A/2.", "4 A/4.", "5 A/5."], "1 2 4 5");
        marks(&["* Reissued.", "1 A/1."], "* 1");
        marks(&["12 countries", "1 million"], "1");
        marks(&["(1) القرار 70/1.", "(2) .Treaty Series, vol. 12", "(3) A/1."], "1 2 3");
        marks(&["1 Resolution 70/1.", "2 . Requests"], "1");
    }

    #[test]
    fn gaps_late_beginnings_and_new_ones() {
        let six = ["1 A/1.", "2 A/1.", "3 A/1.", "4 A/1.", "5 A/1.", "6 A/1."];
        let behind = |more: &[&'static str]| [&six[..], more].concat();
        let near = behind(&["12 A/1.", "13 A/1.", "14 A/1.", "15 A/1.", "16 A/1."]);
        let far = behind(&["13 A/1.", "14 A/1.", "15 A/1.", "16 A/1.", "17 A/1."]);
        marks(&near, "1 2 3 4 5 6 12 13 14 15 16");
        marks(&far, "1 2 3 4 5 6");
        // A late beginning costs less than a gap behind a single one.
        marks(&["1 A/1.", "3 A/1."], "1 3");
        marks(&["1 A/1.", "4 A/1.", "5 A/1."], "4 5");
        marks(&["2 countries"], "");
        marks(&["4 A/4."], "");
        marks(&["9 One.", "10 Two.", "11 Three.", "12 Four."], "9 10 11 12");
        // Of the same number the last, and of two texts both.
        marks(&["1 Letters of it", "1 A/1.", "2 A/2."], "1 2");
        marks(&["1 A/1.", "2 A/2.", "3 A/3.", "1 A/1.", "2 A/2.", "3 A/3."], "1 2 3 1 2 3");
        marks(&["1 A/1.", "1 Letters"], "1");
    }

    #[test]
    fn what_goes_on_with_a_note() {
        let texts = ["Text", "1 A/1.", "more of it", "2 A/2.", "and more"];
        let candidates: Vec<Candidate> =
            texts.iter().enumerate().filter_map(|(i, text)| candidate(i, text, false)).collect();
        let ranges = |tail| -> Vec<Range<usize>> {
            chained(&candidates, tail, false).into_iter().map(|note| note.paragraphs).collect()
        };
        assert_eq!(ranges(0..5), [1..3, 3..5]);
        assert_eq!(ranges(3..5), [1..2, 3..5]);
        assert_eq!(ranges(5..5), [1..2, 3..4]);
    }
}
