//! The rows of a table whose cells stand one a line (grammar.md §5, 6). Knows lines of text.

/// The cells of a table in rows. Lines with tabs within are rows already; otherwise cells that
/// count, `1.`, `2.`, at equal distances say how many columns there are. Where nothing does, each
/// line is a row.
pub(in crate::parse) fn rows(lines: &[&str]) -> Vec<Vec<String>> {
    let cells = |line: &str| line.split('\t').map(|cell| cell.trim().to_owned()).collect();
    if lines.iter().any(|line| line.contains('\t')) {
        return lines.iter().map(|line| cells(line)).collect();
    }
    match stride(lines) {
        Some((first, columns)) => {
            let (head, body) = lines.split_at(first);
            let head = head.chunks(columns);
            head.chain(body.chunks(columns))
                .map(|row| row.iter().map(|&cell| cell.to_owned()).collect())
                .collect()
        }
        None => lines.iter().map(|line| vec![(*line).to_owned()]).collect(),
    }
}

/// Where the first counted row begins, and the cells from one to the next.
fn stride(lines: &[&str]) -> Option<(usize, usize)> {
    let counts = |line: &str| {
        line.strip_suffix('.')
            .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
    };
    let starts: Vec<usize> = (0..lines.len()).filter(|&i| counts(lines[i])).collect();
    let (first, second) = (*starts.first()?, *starts.get(1)?);
    let columns = second - first;
    let is_regular = starts.windows(2).all(|pair| pair[1] - pair[0] == columns);
    (is_regular && columns > 1).then_some((first, columns))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counted_rows_and_others() {
        assert_eq!(rows(&["1.", "Policy", "117 372", "2.", "Law", "12"]).len(), 2);
        assert_eq!(rows(&["Head", "Sum", "x", "1.", "a", "9", "2.", "b", "8"])[0].len(), 3);
        assert_eq!(rows(&["one", "two"]).len(), 2);
        assert_eq!(rows(&["a\tb", "c\td"])[1], ["c", "d"]);
    }
}
