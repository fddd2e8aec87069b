//! Footnotes at the feet of pages (layouts.md): sets their lines aside, so that the text above goes
//! on from page to page, and says which footnote each is. Knows pages and numbers, not the marks.

use std::{collections::HashMap, ops::Range};

use super::{
    candidate::{Candidate, candidate},
    chain::chained,
    detached_numbers,
    note::{Note, PageFootnote},
};
use crate::parse::lines::{
    facts::LineFacts,
    line::{Line, is_bare_number},
};

/// Takes the lines of footnotes out of the lines of a text that has pages.
///
/// On a page nothing but footnotes stands below the first one. They are told by the best chain of
/// their numbers over all pages (grammar.md §4, A).
pub(in crate::parse) fn take_out_notes(
    text: &str,
    lines: Vec<Line>,
    facts: &LineFacts<'_>,
) -> (Vec<Line>, Vec<PageFootnote>) {
    // A document of one page has its form feed at the end.
    if lines.is_empty() || !text.contains('\u{c}') {
        return (lines, Vec::new());
    }
    let chain = chain(text, &lines, facts);
    let mut stacks = detached_numbers::stacks(text, &lines, true);
    if stacks.is_empty() {
        stacks = detached_numbers::stacks(text, &lines, false);
        let count: usize = stacks.iter().map(|stack| stack.feet.len()).sum();
        if count <= chain.len() {
            stacks.clear();
        }
    }
    let mut is_foot = vec![false; lines.len()];
    let mut feet: Vec<(usize, PageFootnote)> = Vec::new();
    let mut stacked: Vec<u32> = Vec::new();
    for stack in stacks {
        stacked.extend(lines.get(stack.lines.start).map(|line| line.page));
        is_foot[stack.lines.clone()].fill(true);
        feet.extend(stack.feet.into_iter().map(|foot| (stack.lines.start, foot)));
    }
    let own = |start: usize, end: usize| -> Vec<Line> {
        let page = lines.get(start).map_or(0, |line| line.page);
        lines[start..end].iter().take_while(|line| line.page == page).copied().collect()
    };
    for Note { mark, lead, paragraphs: Range { start, end } } in chain {
        if lines.get(start).is_some_and(|line| stacked.binary_search(&line.page).is_err()) {
            let own = own(start, end);
            is_foot[start..start + own.len()].fill(true);
            feet.push((start, PageFootnote { mark, lead, lines: own }));
        }
    }
    for (legend, lines) in legends(text, &lines, facts) {
        if !is_foot[lines.clone()].contains(&true) {
            is_foot[lines.clone()].fill(true);
            feet.push((lines.start, legend));
        }
    }
    feet.sort_by_key(|(start, _)| *start);
    (without(lines, &is_foot), feet.into_iter().map(|(_, foot)| foot).collect())
}

/// What `*` and `**` stand for: the last lines of a page, and where they are.
fn legends(text: &str, lines: &[Line], facts: &LineFacts<'_>) -> Vec<(PageFootnote, Range<usize>)> {
    const MOST: usize = 2;
    let mut found = Vec::new();
    let mut next_page = 0;
    for page in lines.chunk_by(|a, b| a.page == b.page) {
        let start = next_page;
        next_page += page.len();
        let starred = |line: &Line| candidate(0, line.words(text), false).filter(|c| c.number == 0);
        let starred: Vec<_> =
            (1..page.len()).filter_map(|at| Some((at, starred(&page[at])?))).collect();
        let Some((first, legend)) = starred.first().filter(|_| starred.len() <= MOST) else {
            continue;
        };
        let first = *first;
        let is_below = |line: &Line| facts.of(line).number.is_none();
        let (above, below) = page.split_at(first);
        let ended = above.last().is_some_and(|line| facts.of(line).ends_a_clause);
        // Right below a sentence that goes on overleaf, where the mark stands on the page.
        let is_due = || above.iter().any(|line| has_star(line.words(text), &legend.mark));
        if !(ended || page[first].after_gap || is_due()) || !below.iter().all(is_below) {
            continue;
        }
        let ends = starred.iter().skip(1).map(|(at, _)| *at).chain([page.len()]);
        for ((at, legend), end) in starred.iter().zip(ends) {
            let lines = page.get(*at..end).unwrap_or_default().to_vec();
            let foot = PageFootnote { mark: legend.mark.clone(), lead: legend.lead, lines };
            found.push((foot, start + at..start + end));
        }
    }
    found
}

/// Whether a word of a line has this mark: `Iraq*: draft resolution`.
fn has_star(line: &str, mark: &str) -> bool {
    let mut found = line.match_indices(mark);
    found.any(|(at, _)| {
        let (before, behind) = (&line[..at], &line[at + mark.len()..]);
        before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | ':'))
            && !behind.starts_with('*')
    })
}

/// The lines that are of no foot.
fn without(lines: Vec<Line>, is_foot: &[bool]) -> Vec<Line> {
    let mut body: Vec<Line> = Vec::with_capacity(lines.len());
    let mut after_foot = false;
    for (line, &is_foot) in lines.into_iter().zip(is_foot) {
        if is_foot {
            after_foot = true;
        } else {
            body.push(Line { after_debris: line.after_debris || after_foot, ..line });
            after_foot = false;
        }
    }
    body
}

/// The footnotes, each with all lines to the next one. A document sets all its notes in one way; what
/// looks like the other is its text.
fn chain(text: &str, lines: &[Line], facts: &LineFacts<'_>) -> Vec<Note> {
    let [apart, joined] =
        candidates(text, lines, facts).map(|found| chained(&found, 0..lines.len(), false));
    if apart.len() >= joined.len() { apart } else { joined }
}

/// The lines that may begin a footnote, below the last numbered paragraph of their page: numbers on
/// a line of their own, and numbers with their words behind.
fn candidates(text: &str, lines: &[Line], facts: &LineFacts<'_>) -> [Vec<Candidate>; 2] {
    let words = |line: &Line| text.get(line.span.range()).unwrap_or_default();
    let mut last_paragraph: HashMap<u32, usize> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        let next = lines.get(at + 1).filter(|next| next.page == line.page);
        if begins_a_paragraph(line, next, text, facts) {
            last_paragraph.insert(line.page, at);
        }
    }
    let below = |at: usize| last_paragraph.get(&lines[at].page).is_none_or(|&last| last < at);
    let (mut apart, mut joined) = (Vec::new(), Vec::new());
    for at in (0..lines.len()).filter(|&at| below(at)) {
        let line = words(&lines[at]);
        match lines.get(at + 1).filter(|next| next.page == lines[at].page) {
            // A wrapped mark may be the last line of a paragraph; its footnote stands right below.
            Some(next) if is_bare_number(line) && !next.after_gap => {
                apart.extend(alone(at, line, words(next)));
            }
            _ if is_bare_number(line) => {}
            _ => joined.extend(wholly(at, line)),
        }
    }
    [apart, joined]
}

/// Whether a line begins a numbered paragraph. `367.` alone on its line may also be the end of a
/// footnote: what comes next tells.
fn begins_a_paragraph(line: &Line, next: Option<&Line>, text: &str, facts: &LineFacts<'_>) -> bool {
    let Some(label) = facts.of(line).number else { return false };
    label.length() < line.span.len() || next.is_some_and(|next| !is_bare_number(next.words(text)))
}

/// A number on a line of its own, its words on the next.
fn alone(at: usize, line: &str, next: &str) -> Option<Candidate> {
    if is_bare_number(next) {
        return None;
    }
    let words = &next[..next.floor_char_boundary(60)];
    let mut candidate = candidate(at, &format!("{line}\t{words}"), true)?;
    candidate.lead = line.len();
    Some(candidate)
}

/// A number with its words behind. A line of text may begin so too, but seldom with a capital.
fn wholly(at: usize, line: &str) -> Option<Candidate> {
    let candidate = candidate(at, line, false)?;
    let words = line.get(candidate.lead..)?;
    let begins = words.starts_with(|c: char| !c.is_lowercase() && !c.is_ascii_digit());
    (begins && candidate.number > 0).then_some(candidate)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::Language, parse::lines::line::lines};

    #[track_caller]
    fn splits(text: &str, body: &[&str], feet: &[(&str, &[&str])]) {
        let all = lines(text);
        let facts = LineFacts::new(text, &all, Language::English);
        let (rest, found) = take_out_notes(text, all, &facts);
        let words = |lines: &[Line]| -> Vec<String> {
            lines.iter().map(|line| text[line.span.range()].to_owned()).collect()
        };
        assert_eq!(words(&rest), body);
        let found: Vec<_> = found.iter().map(|f| (f.mark.as_str(), words(&f.lines))).collect();
        let found: Vec<(&str, Vec<&str>)> =
            found.iter().map(|(m, l)| (*m, l.iter().map(String::as_str).collect())).collect();
        let feet: Vec<(&str, Vec<&str>)> = feet.iter().map(|(m, l)| (*m, l.to_vec())).collect();
        assert_eq!(found, feet);
    }

    #[test]
    fn each_page_has_its_own() {
        splits(
            "Recalling the report, 1\n\n   1\n      A/72/170.\n\x0cand the other, 2\n\n   2\n      See\n      A/72/171.\n",
            &["Recalling the report, 1", "and the other, 2"],
            &[("1", &["1", "A/72/170."]), ("2", &["2", "See", "A/72/171."])],
        );
        splits(
            "Requests 1\n1 Resolution 70/1.\n\x0c2. Urges\n",
            &["Requests 1", "2. Urges"],
            &[("1", &["1 Resolution 70/1."])],
        );
    }

    #[test]
    fn dates_at_the_beginning_of_lines_are_no_notes() {
        splits(
            "Recalling resolutions of\n20 November 2000 and\n8 December 2001, 1\n\n  1\n     A/72/170.\n\x0c1. Urges\n",
            &["Recalling resolutions of", "20 November 2000 and", "8 December 2001, 1", "1. Urges"],
            &[("1", &["1", "A/72/170."])],
        );
    }

    #[test]
    fn a_footnote_may_end_in_a_number_on_a_line_of_its_own() {
        splits(
            "1. Decides 1 and requests 2\n\n 1\n   See A/74/20, par. 365 à\n   367.\n 2\n   Ibid.\n\x0c2. Urges\n",
            &["1. Decides 1 and requests 2", "2. Urges"],
            &[("1", &["1", "See A/74/20, par. 365 à", "367."]), ("2", &["2", "Ibid."])],
        );
    }

    #[test]
    fn the_legend_of_a_star_is_no_text() {
        splits(
            "Belarus:* draft\n\nRecalling it,\n\n* On behalf of the States,\nas always.\n\x0c1. Urges\n",
            &["Belarus:* draft", "Recalling it,", "1. Urges"],
            &[("*", &["* On behalf of the States,", "as always."])],
        );
    }

    #[test]
    fn a_legend_below_a_sentence_that_goes_on_overleaf() {
        splits(
            "Belarus*: draft\n\nRecalling the\n* On behalf of the States,\nas always.\n\x0cCharter,\n",
            &["Belarus*: draft", "Recalling the", "Charter,"],
            &[("*", &["* On behalf of the States,", "as always."])],
        );
        // Nothing says that it is one.
        let text = "Belarus: draft\n\nRecalling the\n* On behalf of the States,\nas always.\n\x0cCharter,\n";
        splits(
            text,
            &text.trim_end().split(['\n', '\x0c']).filter(|l| !l.is_empty()).collect::<Vec<_>>(),
            &[],
        );
    }

    #[test]
    fn text_without_pages_is_left_alone() {
        splits("Text 1\n1 A/72/170.\n", &["Text 1", "1 A/72/170."], &[]);
    }
}
