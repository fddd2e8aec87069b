//! Lines that extraction from PDF set in the wrong order (layouts.md, 3): of a paragraph of two lines
//! the second stands right behind its number, and the first below a gap. Knows the shape of lines,
//! hardly their words.

use crate::parse::lines::{facts::LineFacts, line::Line};

/// Sets the two lines of such paragraphs in the order they are read in.
pub(in crate::parse) fn in_reading_order(
    source: &str,
    mut lines: Vec<Line>,
    facts: &LineFacts<'_>,
) -> Vec<Line> {
    let mut i = 0;
    while let Some(&[label, last, first]) = lines.get(i..i + 3) {
        let next = lines.get(i + 3);
        if is_label_alone(&label, source, facts)
            && is_second_half(&last, facts)
            && is_first_half(&first, source, facts)
            && next.is_none_or(|next| next.after_gap || next.page != first.page)
        {
            lines[i + 1] = Line { after_gap: false, after_debris: false, ..first };
            lines[i + 2] = Line { after_gap: false, after_debris: false, ..last };
            i += 2;
        }
        i += 1;
    }
    lines
}

/// Sets words that extraction tore out of a line, and left below the paragraph, back at the end of that line:
/// `chronic underfunding ⏎ humanitarian assistance …; ⏎⏎ for`.
pub(in crate::parse) fn with_torn_words(
    source: &str,
    lines: Vec<Line>,
    facts: &LineFacts<'_>,
) -> Vec<Line> {
    if !lines.iter().any(|line| is_torn_word(line, source, facts)) {
        return lines;
    }
    let mut found: Vec<Line> = Vec::with_capacity(lines.len());
    let full = full_width(source, &lines);
    let mut i = 0;
    while let Some(line) = lines.get(i) {
        let torn = lines[i..].iter().take_while(|line| is_torn_word(line, source, facts)).count();
        let is_last = lines.get(i + torn).is_none_or(|next| next.after_gap);
        let words = &lines[i..i + torn];
        if torn > 0
            && is_last
            && let Some(at) = hole_for(words, &found, source, facts, full)
        {
            let joined = |line: &Line| Line { after_gap: false, after_debris: false, ..*line };
            found.splice(at..at, words.iter().map(joined));
            i += torn;
            continue;
        }
        found.push(*line);
        i += 1;
    }
    found
}

/// How many characters nine of ten lines of text do not pass.
fn full_width(source: &str, lines: &[Line]) -> usize {
    /// Shorter lines are headings and labels.
    const LEAST: usize = 45;
    let lengths = lines.iter().map(|line| line.words(source).chars().count());
    let mut lengths: Vec<usize> = lengths.filter(|length| *length >= LEAST).collect();
    let at = lengths.len() * 9 / 10;
    if at < lengths.len() { *lengths.select_nth_unstable(at).1 } else { 0 }
}

/// One or two words of running text, a gap before them.
fn is_torn_word(line: &Line, source: &str, facts: &LineFacts<'_>) -> bool {
    let own = facts.of(line);
    let words = line.words(source);
    line.after_gap
        && own.begins_low
        && own.item.is_none()
        && words.len() <= 24
        && words.split(' ').count() <= 2
        && !words.ends_with(['.', ';', ':'])
}

/// Behind which of the last lines the words have room: in the paragraph that ends right above them, one
/// that is too short for the words that follow it to have been broken off.
fn hole_for(
    torn: &[Line],
    above: &[Line],
    source: &str,
    facts: &LineFacts<'_>,
    full: usize,
) -> Option<usize> {
    const FARTHEST: usize = 4;
    let length = |line: &Line| line.words(source).chars().count();
    let last = above.last().filter(|last| facts.of(last).ends_a_clause)?;
    if !last.words(source).ends_with([';', '.']) {
        return None;
    }
    let needed: usize = torn.iter().map(|line| length(line) + 1).sum();
    let mut best = None;
    for at in (above.len().saturating_sub(FARTHEST)..above.len().saturating_sub(1)).rev() {
        let (here, next) = (above.get(at)?, above.get(at + 1)?);
        if next.after_gap && !next.after_debris {
            break;
        }
        let first = next.words(source).split(' ').next().unwrap_or_default().chars().count();
        let goes_on = facts.of(next).begins_low && !facts.of(here).ends_a_clause;
        let has_room = length(here) + needed <= full + 3 && length(here) + 1 + first <= full;
        if goes_on && has_room && best.is_none_or(|(_, least)| length(here) < least) {
            best = Some((at + 1, length(here)));
        }
    }
    best.map(|(at, _)| at)
}

fn is_label_alone(line: &Line, source: &str, facts: &LineFacts<'_>) -> bool {
    let facts = facts.of(line);
    let label = facts.number.or(facts.item);
    label.is_some_and(|label| label.length() == line.words(source).len())
}

/// The end of a sentence that a label cannot stand before: `session.`
fn is_second_half(line: &Line, facts: &LineFacts<'_>) -> bool {
    let own = facts.of(line);
    !line.after_gap && own.begins_low && own.ends_a_clause && !facts.opens_surely(line)
}

/// `Decides to continue its consideration of the question at its eighty-second`, with nothing behind it.
fn is_first_half(line: &Line, source: &str, facts: &LineFacts<'_>) -> bool {
    let own = facts.of(line);
    line.after_gap
        && own.number.is_none()
        && own.item.is_none()
        && !own.ends_a_clause
        && line.words(source).starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::Language, parse::lines::line::lines};

    #[track_caller]
    fn reads(text: &str, expected: &[&str]) {
        let all = lines(text);
        let facts = LineFacts::new(text, &all, Language::English);
        let found = in_reading_order(text, all, &facts);
        let words: Vec<&str> = found.iter().map(|line| line.words(text)).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn the_second_line_of_a_paragraph_behind_its_number() {
        reads(
            "4.\ndo so;\n\nEncourages States that have not yet acceded to the Agreement to\n\n5.\nUrges them;\n",
            &[
                "4.",
                "Encourages States that have not yet acceded to the Agreement to",
                "do so;",
                "5.",
                "Urges them;",
            ],
        );
    }

    #[test]
    fn a_word_that_was_torn_out_of_its_line() {
        let text = "37. Expresses serious concern about the chronic underfunding\n\
                    humanitarian assistance to refugees and internally displaced persons in Africa;\n\n\
                    for\n\n\
                    38. Calls upon the international donor community to provide assistance.\n";
        let all = lines(text);
        let facts = LineFacts::new(text, &all, Language::English);
        let found = with_torn_words(text, all, &facts);
        let words: Vec<&str> = found.iter().map(|line| line.words(text)).collect();
        assert_eq!(words[1], "for");
        // A line that is full has lost none.
        let text = text.replace("underfunding\n", "underfunding of all programmes of\n");
        let all = lines(&text);
        let facts = LineFacts::new(&text, &all, Language::English);
        let found = with_torn_words(&text, all, &facts);
        assert_eq!(found[2].words(&text), "for");
    }

    #[test]
    fn lines_in_order_stay_so() {
        for text in [
            // Its first line has begun above, a heading follows.
            "1.\nUrges them;\n\nOther matters\n\n2.\nDecides to go on.\n",
            // More lines follow the first: nothing says where the second belongs.
            "4.\ndo so;\n\nEncourages States that have not\nacceded to it to\n",
            "(a)\nto act now;\n\nTo end it;\n\n(b)\n",
        ] {
            let plain: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
            reads(text, &plain);
        }
    }

    /// Where a torn word goes: a first line of so many characters, the second, and the word below.
    fn at(first: usize, torn: &str) -> Option<usize> {
        let full = format!("Full {}\n", "x".repeat(55)).repeat(12);
        let first = format!("1. {}", "y".repeat(first - 3));
        let text = format!("{full}{first}\nthere it goes on;\n\n{torn}\n\n2. Thanks.\n");
        let all = lines(&text);
        let facts = LineFacts::new(&text, &all, Language::English);
        let found = with_torn_words(&text, all, &facts);
        found.iter().position(|line| line.words(&text) == torn)
    }

    #[test]
    fn a_torn_word_needs_room() {
        // Lines are 60 characters wide; the second begins with a word of five.
        assert_eq!(at(54, "for"), Some(13));
        assert_eq!(at(55, "for"), Some(14));
        assert_eq!(at(40, "internationally agreed"), Some(13));
        assert_eq!(at(41, "internationally agreed"), Some(14));
        // More than two words, a stop, a capital, a long word are none that was torn.
        for torn in ["for all of", "for.", "For", "internationally-recognized-x"] {
            assert_eq!(at(20, torn), Some(14), "{torn}");
        }
    }
}
