//! How passages are set in rows: text and width in, rows of cells out.

use crate::support;
use proptest::{prelude::*, test_runner::FileFailurePersistence};
use seized::{
    document::{Document, Passage},
    layout::{self, Measure, Order, PieceKind, Row, Setting},
};

/// The rows of a passage as a person sees them.
fn rows_of(document: &Document, passage: Passage, width: u16, labels: bool) -> Vec<String> {
    let text = document.text(passage);
    let measure = Measure { width, labels, notes_inside: false, order: Order::Visual };
    let rows = layout::lay_out(&Setting::of(document, passage, measure), 0..text.len());
    rows.iter().map(|row| seen(text, row)).collect()
}

/// One row as a person sees it.
fn seen(text: &str, row: &Row) -> String {
    let mut line = String::new();
    for piece in &row.pieces {
        let gap = usize::from(piece.column) - layout::width(&line);
        line.push_str(&" ".repeat(gap));
        match &piece.kind {
            PieceKind::Words(bytes) => line.push_str(&text[bytes.clone()]),
            PieceKind::Backward(bytes) => {
                line.extend(layout::backward(&text[bytes.clone()]).map(|(_, g)| g));
            }
            PieceKind::StandIn { shown, .. } | PieceKind::Rule(shown) | PieceKind::Sign(shown) => {
                line.push_str(shown);
            }
            PieceKind::Mark { shown, .. }
            | PieceKind::Label { shown, .. }
            | PieceKind::Remark { shown, .. } => {
                line.push_str(shown);
            }
        }
    }
    line.trim_end().to_owned()
}

#[track_caller]
fn sets(notation: &str, width: u16, expected: &[&str]) {
    let document = support::document(notation);
    let passage = document.passages().last().expect("a passage");
    assert_eq!(rows_of(&document, passage, width, true), expected);
}

#[test]
fn numbers_hang() {
    sets(
        "OP Decides to devote a high-level plenary meeting to it;",
        30,
        &["1.  Decides to devote a high-", "    level plenary meeting", "    to it;"],
    );
}

#[test]
fn numbers_hang_where_there_is_room() {
    sets(
        "PP Recalling its resolution 53/144 of 9 December 1998 on the right of everyone,",
        48,
        &[
            "PP1  Recalling its resolution 53/144 of 9",
            "     December 1998 on the right of everyone,",
        ],
    );
}

#[test]
fn items_are_set_in() {
    sets("OP Urges:\n(a) All States to act;", 28, &["    (a) All States to act;"]);
}

#[test]
fn marks_are_superscripts_and_stay_with_their_word() {
    sets(
        "PP Guided also by the Declaration,^1 the Covenants^2^3 and other^4? instruments,",
        24,
        &[
            "PP1 Guided also by the",
            "    Declaration,¹ the",
            "    Covenants²ʼ³ and",
            "    other⁴ˀ instruments,",
        ],
    );
}

#[test]
fn no_word_stands_alone_in_the_last_row() {
    sets(
        "fn Ibid., Seventy-second Session, annex.",
        33,
        &["1   Ibid., Seventy-second", "    Session, annex."],
    );
}

#[test]
fn symbols_stay_whole() {
    sets(
        "fn Official Records, see (A/68/53/Add.1), annex",
        31,
        &["1   Official Records, see", "    (A/68/53/Add.1), annex"],
    );
}

#[test]
fn wide_characters_are_never_split() {
    sets(
        "fn 大会回顾其以往关于此事项的所有决议",
        15,
        &["1   大会回顾其", "    以往关于此", "    事项的所有", "    决议"],
    );
}

#[test]
fn control_characters_are_shown_and_never_printed() {
    sets("fn a\u{1b}[2Jb\u{7f}c\u{202e}d\u{85}e", 40, &["1   a␛[2Jb␡c\u{fffd}d␛Ee"]);
}

#[test]
fn tables_have_columns() {
    sets(
        "| State | Contribution to the scale | Percent\n| Albania | in full | 0.008",
        40,
        &[
            "State   │ Contribution to the  │ Percent",
            "        │ scale                │",
            "Albania │ in full              │   0.008",
        ],
    );
}

#[test]
fn tables_without_room_run_on() {
    sets(
        "| one | two | three | four | five | six\n| seven | eight | nine | ten | 11 | 12",
        24,
        &["one two three four", "  five six", "seven eight nine ten", "  11 12"],
    );
}

/// Any text that a hostile or broken file may hold.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zA-Z,.]{1,12} ?",
        1 => "[\\u{4e00}-\\u{4e40}]{1,9}",
        1 => "\\PC{1,6}",
        1 => any::<String>(),
        1 => Just("e\u{301}\u{200b}👩‍👩‍👧 \u{ad}\t\u{1b}  ".to_owned()),
        1 => "[x]{80,300}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn with_marks(text: String, marks: Vec<prop::sample::Index>) -> Document {
    let mut document = support::document("OP x");
    let bounds: Vec<usize> = (0..=text.len()).filter(|&i| text.is_char_boundary(i)).collect();
    let mut at: Vec<usize> = marks.iter().map(|index| *index.get(&bounds)).collect();
    at.sort_unstable();
    document.blocks[0].marks = at
        .into_iter()
        .enumerate()
        .map(|(i, at)| seized::document::Mark {
            label: i.to_string(),
            at,
            kept: 0,
            certainty: seized::document::Certainty::Weak,
            span: seized::document::Span::default(),
        })
        .collect();
    document.blocks[0].opener = None;
    document.blocks[0].text = text;
    document
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::Off)),
        ..ProptestConfig::default()
    })]

    #[test]
    fn rows_tile_the_text_and_fit(
        text in any_text(),
        marks in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
        width in 20_u16..200,
    ) {
        let document = with_marks(text, marks);
        let text = &document.blocks[0].text;
        let measure = Measure { width, labels: true, notes_inside: false, order: Order::Visual };
        let rows = layout::lay_out(&Setting::of(&document, Passage::Block(0), measure), 0..text.len());
        let mut at = 0;
        let mut marks = 0;
        for row in &rows {
            prop_assert_eq!(row.bytes.start, at);
            prop_assert!(row.width() <= width, "{} > {}", row.width(), width);
            let seen = seen(text, row);
            prop_assert!(!seen.chars().any(char::is_control), "{:?}", seen);
            prop_assert!(layout::width(&seen) <= usize::from(width));
            let shown: usize = row.pieces.iter().filter_map(|p| p.kind.bytes()).map(|b| b.len()).sum();
            let spaces = row.bytes.len() - shown;
            prop_assert!(text[row.bytes.clone()].ends_with(&" ".repeat(spaces)));
            marks += row.pieces.iter().filter(|p| matches!(p.kind, PieceKind::Mark { .. })).count();
            at = row.bytes.end;
        }
        prop_assert_eq!(at, text.len());
        prop_assert_eq!(marks, document.blocks[0].marks.len());
    }

    #[test]
    fn cells_and_bytes_lead_to_one_another(text in any_text(), width in 20_u16..200) {
        let document = with_marks(text, Vec::new());
        let text = &document.blocks[0].text;
        let measure = Measure { width, labels: false, notes_inside: false, order: Order::Visual };
        for row in layout::lay_out(&Setting::of(&document, Passage::Block(0), measure), 0..text.len()) {
            for column in 0..width {
                let at = row.byte_at(text, column);
                prop_assert!(text.is_char_boundary(at));
                prop_assert!(row.bytes.contains(&at) || row.bytes.is_empty());
                let back = row.byte_at(text, row.column_of(text, at));
                prop_assert_eq!(back, at, "column {}", column);
            }
        }
    }

    #[test]
    fn tables_show_every_word_and_fit(
        cells in prop::collection::vec(prop::collection::vec("\\PC{0,20}|[a-z]{30}|大{0,9}", 0..7), 1..5),
        width in 20_u16..120,
    ) {
        let mut document = with_marks(cells.concat().join(" "), Vec::new());
        document.blocks[0].shape = seized::document::Shape::Table;
        document.blocks[0].rows = cells;
        let text = &document.blocks[0].text;
        let measure = Measure { width, labels: true, notes_inside: false, order: Order::Visual };
        let rows = layout::lay_out(&Setting::of(&document, Passage::Block(0), measure), 0..text.len());
        let mut shown = vec![false; text.len()];
        for row in &rows {
            prop_assert!(row.width() <= width);
            prop_assert!(layout::width(&seen(text, row)) <= usize::from(width));
            for at in row.pieces.iter().filter_map(|piece| piece.kind.bytes()).flatten() {
                prop_assert!(!std::mem::replace(&mut shown[at], true), "byte {} twice", at);
            }
        }
        for (at, byte) in text.bytes().enumerate() {
            prop_assert!(shown[at] || byte == b' ', "byte {} is nowhere", at);
        }
    }

    #[test]
    fn parts_tile_a_long_text(text in "[a-z]{0,9} ?", times in 0_usize..20_000) {
        let long = text.repeat(times);
        let mut at = 0;
        for part in layout::parts(&long) {
            prop_assert_eq!(part.start, at);
            prop_assert!(part.len() <= 32 * 1024);
            at = part.end;
        }
        prop_assert_eq!(at, long.len());
    }
}

#[test]
fn what_runs_from_right_to_left_is_seen_so() {
    // Flush right, the number at the right edge, brackets turned round.
    sets(
        "OP קורא (שוב) לכל 193 המדינות^1 לפעול",
        30,
        &["        193 לכל (בוש) ארוק  .1", "            לועפל ¹תונידמה"],
    );
}
