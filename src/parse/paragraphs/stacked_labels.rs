//! Labels that extraction from PDF stacked: `7.`, `8.`, `(a)`, `(a)`, one below the other, and the texts
//! they belong to before and behind. Each is set back before the text that is due to have it. Knows
//! labels and the ends of lines, no words.

use crate::parse::lines::{facts::LineFacts, label::Label, line::Line};

/// More stacked labels are no accident of a page or two, and each is sought among all.
const MOST: usize = 64;

/// Sets stacked labels before their texts, where there is a text for every one of them; else nothing is
/// moved, for then they are something else: `1.` and its `(a)` before one text.
pub(in crate::parse) fn with_stacked_labels(
    source: &str,
    lines: Vec<Line>,
    facts: &LineFacts<'_>,
) -> Vec<Line> {
    let label = |line: &Line| label_alone(line, source, facts);
    let is_stacked = |i: usize| {
        let is_label = |i: usize| lines.get(i).is_some_and(|line| label(line).is_some());
        is_label(i) && (is_label(i + 1) || i > 0 && is_label(i - 1))
    };
    let mut stacked: Vec<Line> =
        (0..lines.len()).filter(|&i| is_stacked(i)).map(|i| lines[i]).collect();
    if stacked.is_empty() || stacked.len() > MOST {
        return lines;
    }
    let mut found: Vec<Line> = Vec::with_capacity(lines.len());
    let mut due = Due { paragraph: 0, is_in_order: true, item: None };
    for (i, line) in lines.iter().enumerate().filter(|(i, _)| !is_stacked(*i)) {
        let own = facts.of(line);
        if let Some(own) = own.number.or(own.item) {
            due.has_seen(own, line.words(source));
        } else if begins_a_paragraph(line, found.last(), i > 0 && is_stacked(i - 1), source, facts)
        {
            let goes_into_detail = found.last().is_some_and(|last| ends_in_colon(last, source));
            let is_due = |other: &Line| {
                label(other)
                    .is_some_and(|label| due.is(label, other.words(source), goes_into_detail))
            };
            // An item is nearer than the paragraph behind the one it is of.
            let is_item = |other: &Line| label(other).is_some_and(|label| label.is_item);
            let items = stacked.iter().position(|other| is_item(other) && is_due(other));
            if let Some(at) = items.or_else(|| stacked.iter().position(is_due)) {
                let own = stacked.remove(at);
                if let Some(label) = label(&own) {
                    due.has_seen(label, own.words(source));
                }
                found.push(Line { after_gap: true, after_debris: false, page: line.page, ..own });
            }
        }
        found.push(*line);
    }
    if stacked.is_empty() && due.is_in_order { found } else { lines }
}

/// The numbers that were seen last: which label is due next.
struct Due {
    paragraph: u16,
    /// Whether paragraphs went on counting up, or began anew.
    is_in_order: bool,
    /// Of the items of the paragraph that is open.
    item: Option<u8>,
}

impl Due {
    fn has_seen(&mut self, label: Label, line: &str) {
        match (label.is_item, label.value(line), letter(label, line)) {
            (false, Some(number), _) => {
                self.is_in_order &= number > self.paragraph || number == 1;
                (self.paragraph, self.item) = (number, None);
            }
            (true, _, Some(letter)) => self.item = Some(letter),
            _ => {}
        }
    }

    /// Whether a label is the next: of the items, or of the paragraphs. Where the text before goes into detail,
    /// the first item is.
    fn is(&self, label: Label, line: &str, goes_into_detail: bool) -> bool {
        if label.is_item {
            let next = if goes_into_detail { Some(b'a') } else { self.item.map(|item| item + 1) };
            next.is_some() && letter(label, line) == next
        } else {
            let has_begun = self.paragraph > 0 && !goes_into_detail;
            has_begun && label.value(line) == Some(self.paragraph + 1)
        }
    }
}

/// The letter of an item.
fn letter(label: Label, line: &str) -> Option<u8> {
    match label.number(line).as_bytes() {
        [letter] if letter.is_ascii_lowercase() => Some(*letter),
        _ => None,
    }
}

/// The label that is all of a line.
fn label_alone(line: &Line, source: &str, facts: &LineFacts<'_>) -> Option<Label> {
    let own = facts.of(line);
    own.number.or(own.item).filter(|label| label.length() == line.words(source).len())
}

fn begins_a_paragraph(
    line: &Line,
    before: Option<&Line>,
    is_below_the_stack: bool,
    source: &str,
    facts: &LineFacts<'_>,
) -> bool {
    let has_no_label = before.is_none_or(|before| label_alone(before, source, facts).is_none());
    let is_set_apart = line.after_gap
        || is_below_the_stack
        || before.is_some_and(|before| ends_in_colon(before, source));
    has_no_label && is_set_apart && !facts.of(line).begins_low
}

fn ends_in_colon(line: &Line, source: &str) -> bool {
    line.words(source).ends_with([':', '：'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::Language, parse::lines::line::lines};

    #[track_caller]
    fn reads(text: &str, expected: &[&str]) {
        let all = lines(text);
        let facts = LineFacts::new(text, &all, Language::English);
        let found = with_stacked_labels(text, all, &facts);
        let words: Vec<&str> = found.iter().map(|line| line.words(text)).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn labels_go_before_the_texts_that_are_due() {
        reads(
            "4.\n\nSustainable development:\nAgenda 21;\n\n(b)\n\nDeserts.\n\n5.\n\nTrade:\n\n6.\n\n7.\n\n(a)\n\n\
             (a)\n\nPrices;\n\n(b)\n\nDebts.\n\nMigration:\n(a)\n\nWomen.\n\nFood.\n",
            &[
                "4.",
                "Sustainable development:",
                "(a)",
                "Agenda 21;",
                "(b)",
                "Deserts.",
                "5.",
                "Trade:",
                "(a)",
                "Prices;",
                "(b)",
                "Debts.",
                "6.",
                "Migration:",
                "(a)",
                "Women.",
                "7.",
                "Food.",
            ],
        );
    }

    #[test]
    fn the_next_item_goes_before_the_next_paragraph() {
        reads(
            "1.\n\nTrade:\n\n(a)\n\nPrices;\n\n(b)\n2.\n\nEradicating debts.\n\nFood.\n",
            &["1.", "Trade:", "(a)", "Prices;", "(b)", "Eradicating debts.", "2.", "Food."],
        );
    }

    #[test]
    fn a_paragraph_that_begins_with_its_items_stays() {
        for text in [
            "1.\n\nDecides:\n\n(a)\n\nTo meet.\n\n2.\n\n(a)\n\nUrges all.\n\n(b)\n\nThanks all.\n",
            "1.\n\nDecides.\n\n2.\n3.\n\nUrges all.\n",
        ] {
            let all = lines(text);
            let before: Vec<&str> = all.iter().map(|line| line.words(text)).collect();
            reads(text, &before);
        }
    }

    #[test]
    fn what_is_no_stack_of_numbers_that_are_due_stays() {
        for text in [
            // Nothing says that the first is due.
            "1.\n2.\n\nUrges all.\n\nThanks all.\n",
            // No text is left for the second.
            "1.\nDecides.\n\n2.\n3.\n\nUrges all.\n",
            // Numbers went back, though a text is left for each.
            "4.\nDecides.\n\n2.\nUrges.\n\n3.\n4.\n\nThanks all.\n\nGoes on.\n",
            // Numbers begin anew.
            "4.\nDecides.\n\n2.\nUrges.\n\n3.\n5.\n\nThanks all.\n\nGoes on.\n",
        ] {
            let before: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
            reads(text, &before);
        }
        reads(
            "1.\nDecides.\n\n2.\n3.\n\nUrges all.\n\nThanks all.\n",
            &["1.", "Decides.", "2.", "Urges all.", "3.", "Thanks all."],
        );
    }
}
