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
}
