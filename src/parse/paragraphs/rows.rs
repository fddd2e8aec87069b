//! Lines that are rows of a table, where extraction keeps the layout of the page: columns apart, and an amount at the
//! end (grammar.md §5). Knows lines, not what the table is of.

use crate::parse::lines::line::Line;

/// What sets the columns of a page apart, as extraction keeps its layout.
pub(in crate::parse) const COLUMN: &str = "   ";
/// Justified text has no gaps as wide as this.
const WIDE: &str = "        ";

/// Of each line whether it is a row: an amount stands in a column of its own, in a wide gap or below and above others.
pub(super) fn rows_of_amounts(source: &str, lines: &[Line]) -> Vec<bool> {
    let has_column = |line: &Line, gap: &str| {
        let words = line.words(source);
        words.contains(gap) && ends_in_amount(words)
    };
    let has_own: Vec<bool> = lines.iter().map(|line| has_column(line, COLUMN)).collect();
    let is_beside = |i: usize| has_own.get(i).is_some_and(|is| *is);
    let is_row = |(i, line): (usize, &Line)| {
        is_beside(i)
            && (i.checked_sub(1).is_some_and(is_beside)
                || is_beside(i + 1)
                || has_column(line, WIDE))
    };
    lines.iter().enumerate().map(is_row).collect()
}

/// `353 354 200`, `1,250,000`, `0.008`, alone or at the end of a row.
pub(in crate::parse) fn ends_in_amount(line: &str) -> bool {
    let is_of_it = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | ',' | '.');
    let words = line.trim_end();
    let amount = words.trim_start_matches(' ');
    let start = amount.trim_end_matches(is_of_it).len();
    let figures = amount.get(start..).unwrap_or_default().trim_matches([' ', '\u{a0}', ',', '.']);
    // The figures of other columns stand before the last.
    let last = figures.rsplit("  ").next().unwrap_or_default();
    if let Some((whole, parts)) = last.rsplit_once('.') {
        return parts.len() == 3 && whole.len() <= 2 && !whole.is_empty() && !whole.contains('.');
    }
    let mut groups = last.rsplit([' ', '\u{a0}', ',']);
    let is_group = |group: &str| group.len() == 3;
    groups.next().is_some_and(is_group)
        && groups.next().is_some_and(|group| (1..=3).contains(&group.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::lines::line::lines;

    #[test]
    fn rows_have_an_amount_in_a_column_of_its_own() {
        let rows = |text: &str| rows_of_amounts(text, &lines(text));
        assert_eq!(rows("1    Law     12 000\n2    Posts   13 000\nStates\n"), [true, true, false]);
        assert_eq!(rows("Subtotal        25 000\n"), [true]);
        // Justified, and running text.
        assert_eq!(rows("an   appropriation   of   12,000\ndollars in   all\n"), [false, false]);
        assert_eq!(rows("of 12,000\nand 13,000\n"), [false, false]);
    }

    #[test]
    fn what_is_an_amount() {
        for line in [
            "353 354 200",
            "1 Policy and direction      92 738 500",
            "Subtotal 1,250,000",
            "Chad 0.003",
        ] {
            assert!(ends_in_amount(line), "{line}");
        }
        for line in
            ["2", "resolution 2334", "24 December 2017", "of 2,5", "section 1.2", "", "A/72/439"]
        {
            assert!(!ends_in_amount(line), "{line}");
        }
    }
}
