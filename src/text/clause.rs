//! Where a clause ends: at a stop, whatever small signs stand behind it. Knows one line.

/// Whether a line ends where a paragraph may end. A footnote mark may stand behind the stop.
#[must_use]
pub fn ends_a_clause(line: &str) -> bool {
    let clause = end_of_clause(line);
    clause.ends_with([',', ';', ':', '.', '，', '；', '：', '。', '،', '؛', '—', '!', '?'])
        && !(clause.len() < line.len() && ends_within_a_symbol(clause))
}

/// A line without what may stand behind its last stop: a mark, brackets, quotation marks.
#[must_use]
pub fn end_of_clause(line: &str) -> &str {
    line.trim_end_matches(|c: char| {
        c.is_ascii_digit()
            || matches!(c, ' ' | '\u{a0}' | '*' | '(' | ')' | '[' | ']' | '”' | '"' | '’' | '»')
    })
}

/// `A/C.3/80/L.`, `A/80/L.20/Rev.`: the digits that follow are the symbol's, no mark's.
fn ends_within_a_symbol(clause: &str) -> bool {
    let last = clause.rsplit([' ', '\u{a0}']).next().unwrap_or_default();
    let part = last.rsplit('/').next().unwrap_or_default();
    part.len() < last.len()
        && matches!(part, "L." | "C." | "Rev." | "Add." | "Corr." | "Amend." | "CRP." | "WP.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_may_stand_behind_the_stop() {
        for line in
            ["Recalling it,", "of the report;12", "(see above.)", "the end. [3]", "他说：“是。”"]
        {
            assert!(ends_a_clause(line), "{line}");
        }
        for line in ["of the", "document A/C.3/80/L.61", "in 2017", ""] {
            assert!(!ends_a_clause(line), "{line}");
        }
    }
}
