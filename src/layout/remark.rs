//! What a reader wrote beside a passage, set in rows below it: tags on one row, notes in full. Knows
//! the words and the width, not where they come from.

use super::{Order, Piece, PieceKind, RemarkKind, Row, Setting, fill, visual, width};

/// What a reader wrote beside a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What it is.
    pub kind: RemarkKind,
    /// What stands in front of it, one cell wide: `✎`, the glyph of a colour. Empty for nothing.
    pub sign: &'static str,
    /// Its words. A line feed ends a line.
    pub text: String,
}

/// The rows of a note beyond which it is left to be opened.
const MOST_ROWS: usize = 8;

/// Sets remarks in rows as wide as the passage they stand below. They show no byte of its text; they
/// count as standing at `end`, the byte after its last.
#[must_use]
pub fn remarks(setting: &Setting<'_>, end: usize, remarks: &[Remark]) -> Vec<Row> {
    let column = setting.hang.text_column;
    let room = |remark: &Remark| {
        let sign = if remark.sign.is_empty() { 0 } else { 2 };
        setting.width.saturating_sub(column + sign).max(6)
    };
    remarks
        .iter()
        .flat_map(|remark| rows(remark, column, room(remark), end, setting.order))
        .collect()
}

fn rows(remark: &Remark, column: u16, room: u16, end: usize, order: Order) -> Vec<Row> {
    // Of a very long note no more is set than can be seen.
    let most = (MOST_ROWS + 1) * usize::from(room) * 4;
    let text = &remark.text[..remark.text.floor_char_boundary(most)];
    let set = fill(text, room, Order::Logical);
    let is_cut = set.len() > MOST_ROWS || text.len() < remark.text.len();
    let lines = set.iter().take(MOST_ROWS).enumerate();
    lines
        .map(|(i, row)| {
            let words = remark.text.get(row.bytes.clone()).unwrap_or_default().trim_end();
            let mut shown = match order {
                Order::Visual => visual(words).into_owned(),
                Order::Logical => words.to_owned(),
            };
            if is_cut && i + 1 == set.len().min(MOST_ROWS) {
                shown.push('…');
            }
            let cells = u16::try_from(width(&shown)).unwrap_or(u16::MAX);
            let kind = PieceKind::Remark { kind: remark.kind, shown };
            let mut pieces = Vec::new();
            let mut column = column;
            if !remark.sign.is_empty() {
                let kind = PieceKind::Sign(if i == 0 { remark.sign } else { " " });
                pieces.push(Piece { column, cells: 1, kind });
                column += 2;
            }
            pieces.push(Piece { column, cells, kind });
            Row { bytes: end..end, pieces }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn sets(text: &str, columns: u16, expected: &[&str]) {
        let remark = Remark { kind: RemarkKind::Note, sign: "✎", text: text.into() };
        let set = rows(&remark, 0, columns, 7, Order::Visual);
        let shown = |row: &Row| match row.pieces.as_slice() {
            [
                Piece { kind: PieceKind::Sign(sign), .. },
                Piece { kind: PieceKind::Remark { shown, .. }, .. },
            ] => format!("{sign} {shown}").trim_end().to_owned(),
            other => panic!("a row of words: {other:?}"),
        };
        let shown: Vec<String> = set.iter().map(shown).collect();
        assert_eq!(shown, expected);
        assert!(set.iter().all(|row| row.bytes == (7..7)));
    }

    #[test]
    fn a_note_is_set_below_its_paragraph() {
        sets("Ask for the modalities.", 12, &["✎ Ask for the", "  modalities."]);
        sets("One\n\nTwo", 12, &["✎ One", "", "  Two"]);
    }

    #[test]
    fn a_long_note_is_cut_and_says_so() {
        let text = "line\n".repeat(20);
        let last = "  line…";
        let mut expected = vec!["✎ line"];
        expected.extend(["  line"; 6]);
        expected.push(last);
        sets(&text, 12, &expected);
    }
}
