//! Footnotes at the feet of pages whose numbers were torn from their words: extraction from PDF sets
//! numbers on lines of their own, before their words, behind them, or several on a stack
//! (layouts.md, 3 and 4). Knows lines and numbers, not the marks.

use std::ops::Range;

use super::{
    feet::{Foot, is_number},
    lines::Line,
    notes::looks_like_a_note,
};

/// The footnotes of one page.
pub(super) struct Stack {
    /// Their lines, and those of their numbers.
    pub(super) lines: Range<usize>,
    /// The footnotes, in order.
    pub(super) feet: Vec<Foot>,
}

/// The footnotes of all pages, where every page that has any sets them so: below a rule, as many
/// numbers on lines of their own as there are texts, and the numbers run on from page to page.
pub(super) fn stacks(text: &str, lines: &[Line]) -> Option<Vec<Stack>> {
    let mut found: Vec<Stack> = Vec::new();
    let (mut due, mut next_page) = (None, 0);
    for page in lines.chunk_by(|a, b| a.page == b.page) {
        let start = next_page;
        next_page += page.len();
        // A rule stands above the footnotes; it is debris, and gone.
        let Some(first) = page.iter().rposition(|line| line.after_debris) else { continue };
        let foot = &page[first..];
        if first == 0 || !foot.iter().any(|line| is_number(words(text, line))) {
            continue;
        }
        let stack = stack(text, foot, due)?;
        due = stack.last().and_then(|foot| foot.mark.parse::<u16>().ok()).map(|last| last + 1);
        found.push(Stack { lines: start + first..start + page.len(), feet: stack });
    }
    let is_torn = |foot: &Foot| match foot.lines.as_slice() {
        [number, words, ..] => number.span.start > words.span.start,
        _ => false,
    };
    found.iter().any(|stack| stack.feet.iter().any(is_torn)).then_some(found)
}

/// The footnotes of one page. `due` is the number the first is to have.
fn stack(text: &str, foot: &[Line], due: Option<u16>) -> Option<Vec<Foot>> {
    let mut numbers: Vec<(u16, Line)> = Vec::new();
    let mut texts: Vec<(Range<usize>, bool)> = Vec::new();
    let mut after_number = true;
    for (i, line) in foot.iter().enumerate() {
        let here = words(text, line);
        if is_number(here) {
            numbers.push((here.trim_matches(['(', ')']).parse().ok()?, *line));
            after_number = true;
            continue;
        }
        let ended = i
            .checked_sub(1)
            .is_none_or(|before| words(text, &foot[before]).ends_with(['.', ')', '。', '؛']));
        let may_begin = ended && !here.starts_with(char::is_lowercase);
        match texts.last_mut() {
            Some((last, _)) if !after_number && !may_begin => last.end = i + 1,
            _ => texts.push((i..i + 1, after_number || looks_like_a_note(here))),
        }
        after_number = false;
    }
    join(&mut texts, numbers.len())?;
    numbers.sort_by_key(|(number, _)| *number);
    let (first, _) = *numbers.first()?;
    let runs_on = numbers.windows(2).all(|pair| pair[1].0 == pair[0].0 + 1);
    if !runs_on || due.unwrap_or(1) != first {
        return None;
    }
    let feet = numbers.into_iter().zip(texts).map(|((number, line), (range, _))| Foot {
        mark: number.to_string(),
        lead: line.span.len(),
        lines: std::iter::once(line).chain(foot[range].iter().copied()).collect(),
    });
    Some(feet.collect())
}

/// Joins texts until there are so many: those first that look least like the beginning of a note.
fn join(texts: &mut Vec<(Range<usize>, bool)>, count: usize) -> Option<()> {
    while texts.len() > count {
        let weakest = texts.iter().skip(1).rposition(|(_, is_note)| !is_note)? + 1;
        let (range, _) = texts.remove(weakest);
        texts[weakest - 1].0.end = range.end;
    }
    (texts.len() == count).then_some(())
}

fn words<'a>(text: &'a str, line: &Line) -> &'a str {
    text.get(line.span.range()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{super::lines::lines, *};

    /// The footnotes of pages; `____` is the rule.
    #[track_caller]
    fn finds(text: &str, expected: Option<&[&str]>) {
        let mut kept: Vec<Line> = Vec::new();
        let mut after_debris = false;
        for line in lines(text) {
            if words(text, &line).starts_with("____") {
                after_debris = true;
            } else {
                kept.push(Line { after_debris, ..line });
                after_debris = false;
            }
        }
        let found = stacks(text, &kept).map(|stacks| {
            let feet = stacks.into_iter().flat_map(|stack| stack.feet);
            let words = |foot: Foot| {
                let lines: Vec<&str> = foot.lines.iter().map(|line| words(text, line)).collect();
                format!("{} {}", foot.mark, lines[1..].join(" "))
            };
            feet.map(words).collect::<Vec<_>>()
        });
        assert_eq!(
            found.as_deref(),
            expected.map(|e| e.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>()).as_deref()
        );
    }

    #[test]
    fn numbers_before_behind_and_on_a_stack() {
        finds(
            "Recalling it, 1 and 2\n____\nSee resolution 2200 A (XXI), annex.\nIbid.\n3\nUnited Nations,\n\
             Treaty Series.\n1\n2\n\x0cmore\n____\n4\nA/79/1.\n",
            Some(&[
                "1 See resolution 2200 A (XXI), annex.",
                "2 Ibid.",
                "3 United Nations, Treaty Series.",
                "4 A/79/1.",
            ]),
        );
    }

    #[test]
    fn what_does_not_add_up_is_left_to_others() {
        finds("Text\n____\n1\nSee A/79/1.\n3\nIbid.\n", None);
        finds("Text\n____\n1\n2\nSee A/79/1\n", None);
    }
}
