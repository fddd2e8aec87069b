//! Where the footnotes are: which paragraphs behind the text begin one, by the best chain of their
//! numbers (grammar.md §4, A).

use std::ops::Range;

use super::{
    blocks::is_meeting,
    forms::{self, Forms},
    label,
    pages::Pages,
    words::{Words, first_word},
};

/// A paragraph that may begin a footnote.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Candidate {
    /// Its index among the paragraphs.
    pub(super) paragraph: usize,
    /// Its number; 0 for `*`.
    pub(super) number: u16,
    /// Its mark, as printed.
    pub(super) mark: String,
    /// Bytes of the paragraph before the note's own words.
    pub(super) lead: usize,
    /// How much it looks like a note, by itself.
    score: f32,
}

/// A footnote: which paragraphs are it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Note {
    /// Its mark.
    pub(super) mark: String,
    /// Bytes of its first paragraph before its own words.
    pub(super) lead: usize,
    /// Its paragraphs.
    pub(super) paragraphs: Range<usize>,
}

/// Whether and how a paragraph may begin a footnote. `text` is its source, tabs and all.
pub(super) fn candidate(paragraph: usize, text: &str, after_tab: bool) -> Option<Candidate> {
    if let Some(rest) = text.strip_prefix('*') {
        let words = rest.trim_start_matches('*');
        let mark = &text[..text.len() - words.len()];
        let lead = text.len() - words.trim_start().len();
        let is_note = mark.len() <= 3 && words.starts_with(char::is_whitespace);
        return is_note.then(|| Candidate {
            paragraph,
            number: 0,
            mark: mark.into(),
            lead,
            score: 1.0,
        });
    }
    let open = usize::from(text.starts_with('('));
    let digits = text[open..].bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 3 || text[open..].starts_with('0') {
        return None;
    }
    let mut end = open + digits;
    if open == 1 {
        end += usize::from(text[end..].starts_with(')'));
        if end == open + digits {
            return None;
        }
    } else if let Some(behind) = text[end..].strip_prefix('/') {
        // The old way, `1/ Text`; `1/s` is OCR's way to read it.
        let ocr = usize::from(behind.starts_with("s "));
        end += 1 + ocr;
    }
    let rest = &text[end..];
    let words = rest.trim_start();
    let is_set_apart = words.len() < rest.len();
    let is_glued = rest.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '«' | '《'));
    if words.is_empty()
        || !(is_set_apart || is_glued)
        || words.starts_with(['-', '–', ')', '/'])
        || words.starts_with('.') && !(is_set_apart && is_stop_in_front(words))
    {
        return None;
    }
    let mut score = 1.0;
    if looks_like_a_note(words) {
        score += 2.0;
    }
    if after_tab || rest.starts_with('\t') {
        score += 1.0;
    }
    if is_month(words) {
        score -= 6.0;
    }
    let number = text[open..open + digits].parse().ok()?;
    let mark = text[open..open + digits].to_owned();
    Some(Candidate { paragraph, number, mark, lead: text.len() - words.len(), score })
}

/// `.United Nations, Treaty Series, vol. 12`: among Arabic notes one in Latin letters, saved with
/// its full stop in front.
fn is_stop_in_front(words: &str) -> bool {
    words.strip_prefix('.').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// `24 December 2017` is a date, in whichever language.
fn is_month(words: &str) -> bool {
    let word = first_word(words);
    crate::document::Language::ALL.into_iter().any(|l| Words::of(l).month(word).is_some())
}

pub(super) fn looks_like_a_note(words: &str) -> bool {
    [
        "Resolution",
        "See",
        "Ibid",
        "Official",
        "United Nations",
        "General Assembly",
        "Decision",
        "A/",
        "S/",
        "E/",
        "ST/",
        "Report",
        "Available",
        "Document",
        "The ",
        "Including",
        "Treaty",
        "League",
        "Voir",
        "Résolution",
        "Documents officiels",
        "Véase",
        "Resolución",
        "Documentos",
        "См.",
        "Резолюция",
        "Там же",
        "Официальные",
        "见",
        "第",
        "同上",
        "《",
        "انظر",
        "القرار",
        "المرجع",
        "الوثائق",
    ]
    .iter()
    .any(|start| words.starts_with(start))
}

/// The footnotes of a document, in order, and which paragraphs are theirs.
pub(super) fn find(pages: Pages<'_>) -> (Vec<Note>, Vec<bool>) {
    let count = pages.paragraphs.len();
    let tail = tail(pages, 0..count);
    let comparable = |i: usize| forms::comparable(pages.first_line(i));
    let vote = Forms::of(pages.language).vote;
    let counts_on = (tail..count).any(|i| forms::begins_with(&comparable(i), vote));
    let candidates: Vec<Candidate> = (0..count)
        .filter(|&i| i >= tail || is_old_note(pages.first_line(i)))
        .filter_map(|i| candidate(i, pages.first_line(i), pages.is_tabbed(i)))
        .collect();
    let mut notes = chained(&candidates, tail..count, counts_on);
    if notes.first().is_none_or(|note| note.paragraphs.start >= tail) {
        notes.splice(0..0, before_the_next(pages));
    }
    let mut is_note = vec![false; count];
    for note in &notes {
        is_note[note.paragraphs.clone()].fill(true);
    }
    (notes, is_note)
}

/// The footnotes of all resolutions of a file but the last: behind the text of each, before the
/// head of the next. A paragraph each: what follows the last may be that head.
fn before_the_next(pages: Pages<'_>) -> Vec<Note> {
    let is_formula = |&i: &usize| forms::formula(pages.first_line(i), pages.language).is_some();
    let formulas: Vec<usize> = (0..pages.paragraphs.len()).filter(is_formula).collect();
    let mut notes = Vec::new();
    for (from, to) in formulas.iter().zip(formulas.iter().skip(1)) {
        let tail = tail(pages, *from..*to);
        let candidates: Vec<Candidate> = (tail..*to)
            .filter_map(|i| candidate(i, pages.first_line(i), pages.is_tabbed(i)))
            // `3 (I).` is the number of the next resolution.
            .filter(|c| !pages.first_line(c.paragraph)[c.lead..].starts_with('('))
            .collect();
        notes.extend(chained(&candidates, 0..0, false));
    }
    notes
}

/// The first paragraph behind the text of a resolution: what has a number of its own, the formula
/// and the meeting line are text, and so is all before the last of them.
fn tail(pages: Pages<'_>, within: Range<usize>) -> usize {
    let forms = Forms::of(pages.language);
    let is_text = |i: usize| {
        let line = pages.first_line(i);
        label::paragraph(line).is_some()
            || label::item(line).is_some()
                && !line.starts_with(|c: char| c.is_ascii_digit() || c == '(')
            || forms::formula(line, pages.language).is_some()
            || line.len() < 120 && is_meeting(&forms::comparable(line), line, forms)
    };
    let start = within.start;
    within.rev().find(|&i| is_text(i)).map_or(start, |i| i + 1)
}

/// `1/ S/24476, annex.`: a footnote as it was printed before 1997, at the foot of any page.
fn is_old_note(line: &str) -> bool {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let behind = line[digits..].strip_prefix('/');
    (1..=2).contains(&digits)
        && behind.is_some_and(|rest| rest.starts_with([' ', '\t']) || rest.starts_with("s "))
}

/// The chain of numbers among the candidates that fits best. Paragraphs within `tail` that begin no
/// note go on with the one before. `counts_on` says that the numbers may begin anywhere: in the
/// yearbooks they run through the year.
pub(super) fn chained(candidates: &[Candidate], tail: Range<usize>, counts_on: bool) -> Vec<Note> {
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
    use super::*;

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
}
