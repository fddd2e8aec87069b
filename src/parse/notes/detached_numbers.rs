//! Footnotes at the feet of pages whose numbers were torn from their words: extraction from PDF sets
//! numbers on lines of their own, before their words, behind them, or several on a stack
//! (layouts.md, 3 and 4). Knows lines and numbers, not the marks.

use std::ops::Range;

use super::{
    candidate::{candidate, looks_like_a_note},
    note::PageFootnote,
};
use crate::parse::lines::line::{Line, is_bare_number};

/// The footnotes of one page.
pub(in crate::parse) struct Stack {
    /// Their lines, and those of their numbers.
    pub(in crate::parse) lines: Range<usize>,
    /// The footnotes, in order.
    pub(in crate::parse) feet: Vec<PageFootnote>,
}

/// The footnotes of all pages that add up: as many numbers as there are texts, one after another, and
/// on from those of the page before where that is known. They stand below a rule, or where `has_rules`
/// is false below the first number that is due and alone on its line.
pub(in crate::parse) fn stacks(text: &str, lines: &[Line], has_rules: bool) -> Vec<Stack> {
    let mut found: Vec<Stack> = Vec::new();
    // Behind a page that does not add up nobody knows what is due.
    let (mut due, mut next_page) = (Some(1), 0);
    for page in lines.chunk_by(|a, b| a.page == b.page) {
        let start = next_page;
        next_page += page.len();
        let is_due = |line: &Line| due.is_some_and(|due| words(text, line).parse() == Ok(due));
        let first = if has_rules {
            page.iter().rposition(|line| line.after_rule)
        } else {
            page.iter().rposition(is_due).map(|number| above_numbers(text, page, number))
        };
        let Some(first) = first.filter(|&first| first > 0) else { continue };
        if let Some(feet) = stack(text, &page[first..], due) {
            let numbers = feet.iter().filter_map(|foot| foot.mark.parse::<u16>().ok());
            due = numbers.max().map_or(due, |last| Some(last + 1));
            found.push(Stack { lines: start + first..start + page.len(), feet });
        } else if has_rules && page[first..].iter().any(|l| is_bare_number(words(text, l))) {
            due = None;
        }
    }
    found
}

/// The first line of the footnotes of a page without a rule, `number` being where the first number stands: that, or where
/// all that follows it is numbers the first of the texts above. What sets them apart from the text is a gap, or that each
/// line looks like a footnote.
fn above_numbers(text: &str, page: &[Line], number: usize) -> usize {
    let (above, numbers) = page.split_at(number);
    if !numbers.iter().all(|line| is_bare_number(words(text, line))) {
        return number;
    }
    let looks = |line: &Line| looks_like_a_note(words(text, line));
    let behind_gap = above.iter().rposition(|line| line.after_gap);
    let as_many = number.checked_sub(numbers.len());
    let begins = |&first: &usize| above.get(first).is_some_and(looks);
    let are_all = |&first: &usize| above.get(first..).is_some_and(|lines| lines.iter().all(looks));
    behind_gap.filter(begins).or_else(|| as_many.filter(are_all)).unwrap_or(number)
}

/// What may be the text of a footnote.
struct Piece {
    lines: Range<usize>,
    /// How much its first line looks like the beginning of one.
    strength: u8,
    /// Its mark, where it stands before the words on their line, and the bytes before the words.
    own: Option<(String, usize)>,
}

/// No piece that begins so surely is joined to the one before.
const SURE: u8 = 4;

/// The footnotes of one page. `due` is the number the first is to have, where it is known.
fn stack(text: &str, foot: &[Line], due: Option<u16>) -> Option<Vec<PageFootnote>> {
    let widest = foot.iter().map(|line| line.span.len()).max().unwrap_or(0);
    let mut loose: Vec<(u16, Line)> = Vec::new();
    let mut pieces: Vec<Piece> = Vec::new();
    let mut after_number = true;
    for (i, line) in foot.iter().enumerate() {
        let here = words(text, line);
        if is_bare_number(here) {
            loose.push((here.trim_matches(['(', ')']).parse().ok()?, *line));
            after_number = true;
            continue;
        }
        let own = own_mark(here, due);
        let strength = match i.checked_sub(1).map(|before| words(text, &foot[before])) {
            Some(before) if !after_number && own.is_none() => strength(before, here, widest),
            _ => Some(SURE),
        };
        match (pieces.last_mut(), strength) {
            (Some(last), None) => last.lines.end = i + 1,
            (_, strength) => {
                let strength = strength.unwrap_or(SURE);
                pieces.push(Piece { lines: i..i + 1, strength, own });
            }
        }
        after_number = false;
    }
    let own = pieces.iter().filter(|piece| piece.own.is_some()).count();
    join(&mut pieces, loose.len() + own)?;
    loose.sort_by_key(|(number, _)| *number);
    let mut loose = loose.into_iter();
    let feet = pieces.into_iter().map(|piece| {
        let lines = foot[piece.lines].iter().copied();
        if let Some((mark, lead)) = piece.own {
            return Some(PageFootnote { mark, lead, lines: lines.collect() });
        }
        let (number, line) = loose.next()?;
        let lines = std::iter::once(line).chain(lines).collect();
        Some(PageFootnote { mark: number.to_string(), lead: line.span.len(), lines })
    });
    let feet = feet.collect::<Option<Vec<PageFootnote>>>()?;
    let numbers = feet.iter().filter_map(|foot| foot.mark.parse::<u16>().ok());
    let first = due.or_else(|| numbers.clone().next()).unwrap_or(1);
    let runs_on = numbers.zip(first..).all(|(number, due)| number == due);
    (runs_on && !feet.is_empty()).then_some(feet)
}

/// `3 Resolution 70/1.`, `* A/79/50.`: the mark of a line that has it before its words, if it may be
/// due on this page, and the bytes before the words.
fn own_mark(line: &str, due: Option<u16>) -> Option<(String, usize)> {
    let candidate = candidate(0, line, false)?;
    let words = line.get(candidate.lead..)?;
    let is_near = due.is_none_or(|due| (due..due + 20).contains(&candidate.number));
    // `7 February 1984.` goes on with the line above.
    let is_date = candidate.score < 0.0;
    let may_be =
        candidate.number == 0 || is_near && !is_date && !words.starts_with(char::is_lowercase);
    may_be.then_some((candidate.mark, candidate.lead))
}

/// How much a line looks like the beginning of a footnote, behind the line of another; nothing
/// where it cannot be one.
fn strength(before: &str, here: &str, widest: usize) -> Option<u8> {
    if here.starts_with(char::is_lowercase) {
        return None;
    }
    let ended = before.ends_with(['.', ')', '。', '؛']);
    let had_room = before.len() + 12 < widest;
    let is_open = before.ends_with([',', ';', ':']);
    if !ended && (is_open || !had_room || !looks_like_a_note(here)) {
        return None;
    }
    let goes_on = here.starts_with(|c: char| c.is_ascii_digit() || c == '(');
    Some(match (looks_like_a_note(here), had_room) {
        (true, true) => 3,
        (true, false) => 2,
        (false, true) => 1 + u8::from(!goes_on),
        (false, false) => u8::from(!goes_on),
    })
}

/// Joins pieces until there are so many: those first that look least like the beginning of a note,
/// of these the last.
fn join(pieces: &mut Vec<Piece>, count: usize) -> Option<()> {
    let surplus = pieces.len().checked_sub(count)?;
    let mut weak: Vec<usize> =
        (1..pieces.len()).filter(|&i| pieces[i].strength < SURE).rev().collect();
    weak.sort_by_key(|&i| pieces[i].strength);
    let mut is_joined = vec![false; pieces.len()];
    for &i in weak.get(..surplus)? {
        is_joined[i] = true;
    }
    let mut found: Vec<Piece> = Vec::with_capacity(count);
    for (piece, is_joined) in pieces.drain(..).zip(is_joined) {
        match found.last_mut() {
            Some(last) if is_joined => last.lines.end = piece.lines.end,
            _ => found.push(piece),
        }
    }
    *pieces = found;
    Some(())
}

fn words<'a>(text: &'a str, line: &Line) -> &'a str {
    text.get(line.span.range()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::lines::line::lines;

    /// The footnotes of pages; `____` is the rule.
    #[track_caller]
    fn finds(text: &str, expected: &[&str]) {
        let mut kept: Vec<Line> = Vec::new();
        let mut after_rule = false;
        for line in lines(text) {
            if words(text, &line).starts_with("____") {
                after_rule = true;
            } else {
                kept.push(Line { after_debris: after_rule, after_rule, ..line });
                after_rule = false;
            }
        }
        let feet = stacks(text, &kept, true).into_iter().flat_map(|stack| stack.feet);
        let words = |foot: PageFootnote| {
            let lines: Vec<&str> = foot.lines.iter().map(|line| words(text, line)).collect();
            format!("{} {}", foot.mark, lines[1..].join(" "))
        };
        let found: Vec<String> = feet.map(words).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn numbers_before_behind_and_on_a_stack() {
        finds(
            "Recalling it, 1 and 2\n____\nSee resolution 2200 A (XXI), annex.\nIbid.\n3\nUnited Nations,\n\
             Treaty Series.\n1\n2\n\x0cmore\n____\n4\nA/79/1.\n",
            &[
                "1 See resolution 2200 A (XXI), annex.",
                "2 Ibid.",
                "3 United Nations, Treaty Series.",
                "4 A/79/1.",
            ],
        );
    }

    #[test]
    fn a_number_behind_all_texts_and_a_date_that_begins_a_line() {
        finds(
            "Recalling it\n____\n1\nResolution S-10/2.\nThe Committee was redesignated as from\n\
             7 February 1984.\n3\nIbid., sect. III.F.\n2\n",
            &[
                "1 Resolution S-10/2.",
                "2 The Committee was redesignated as from 7 February 1984.",
                "3 Ibid., sect. III.F.",
            ],
        );
    }

    #[test]
    fn without_a_rule_the_texts_may_stand_above_their_numbers() {
        let text = "Recalling it, 1 and that 2 and\nmore of it\n\nResolution 55/2.\nUnited Nations,\nTreaty Series.\n\n1\n2\n\
                    \x0cof the next\nResolution 64/293.\nResolution 70/1.\n\n3\n4\n";
        let kept: Vec<Line> = lines(text).into_iter().collect();
        let feet = stacks(text, &kept, false).into_iter().flat_map(|stack| stack.feet);
        let found: Vec<(String, String)> = feet
            .map(|foot| {
                let lines: Vec<&str> = foot.lines.iter().map(|line| words(text, line)).collect();
                (foot.mark, lines[1..].join(" "))
            })
            .collect();
        let notes = [
            "Resolution 55/2.",
            "United Nations, Treaty Series.",
            "Resolution 64/293.",
            "Resolution 70/1.",
        ];
        let expected: Vec<(String, String)> = notes
            .iter()
            .zip(1..)
            .map(|(note, mark)| (mark.to_string(), (*note).to_owned()))
            .collect();
        assert_eq!(found, expected);
        // Words of the text above a lone number are no footnotes.
        let text = "Recalling it,\n\nand more of it\n1\n\x0cmore\n";
        let kept: Vec<Line> = lines(text).into_iter().collect();
        assert_eq!(stacks(text, &kept, false).len(), 0);
    }

    #[test]
    fn a_page_that_does_not_add_up_spoils_no_other() {
        finds(
            "Text\n____\n1\n2\nSee A/79/1\n\x0cmore\n____\n3\n4\nSee A/79/2.\nIbid.\n",
            &["3 See A/79/2.", "4 Ibid."],
        );
    }

    #[test]
    fn what_does_not_add_up_is_left_to_others() {
        finds("Text\n____\n1\nSee A/79/1.\n3\nIbid.\n", &[]);
        finds("Text\n____\n1\n2\nSee A/79/1\n", &[]);
    }

    #[test]
    fn how_much_a_line_looks_like_a_note() {
        for (before, here, expected) in [
            ("The end.", "See A/79/1.", Some(3)),
            ("The end.", "The words of it", Some(3)),
            ("The end.", "Words of it", Some(2)),
            ("The end.", "12 words of it", Some(1)),
            ("The end.", "(words of it", Some(1)),
            ("The end of a line that is nearly full.", "See A/79/1.", Some(2)),
            ("The end of a line that is nearly full.", "Words of it", Some(1)),
            ("The end of a line that is nearly full.", "12 words", Some(0)),
            ("The end", "See A/79/1.", Some(3)),
            ("The end", "Words of it", None),
            ("The end,", "See A/79/1.", None),
            ("The end of a line that is nearly full", "See A/79/1.", None),
            ("The end.", "see A/79/1.", None),
        ] {
            assert_eq!(strength(before, here, 45), expected, "{before} {here}");
        }
        let own =
            |line: &str, due| own_mark(line, due).map(|(mark, lead)| format!("{mark} {lead}"));
        assert_eq!(own("3 Resolution 70/1.", Some(3)).as_deref(), Some("3 2"));
        assert_eq!(own("3 Resolution 70/1.", None).as_deref(), Some("3 2"));
        assert_eq!(own("22 Resolution 70/1.", Some(3)).as_deref(), Some("22 3"));
        assert_eq!(own("23 Resolution 70/1.", Some(3)), None);
        assert_eq!(own("2 Resolution 70/1.", Some(3)), None);
        assert_eq!(own("3 words of it", Some(3)), None);
        assert_eq!(own("7 February 1984.", Some(3)), None);
        assert_eq!(own("* Reissued.", Some(3)).as_deref(), Some("* 2"));
    }
}
