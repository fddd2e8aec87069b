//! Whatever is pressed, clicked or resized, in whatever order: no panic, and the cursor is in sight.

use crate::support;
use std::{fs, path::PathBuf};

use proptest::{prelude::*, test_runner::FileFailurePersistence};
use seized::{
    app::{
        App, DocId, Message, Mouse, MouseAction,
        dialog::Dialog,
        keys::command::TABLE,
        keys::key::Key,
        panes::arrange::{PaneId, SMALLEST, Size},
    },
    document::Document,
    parse, source,
};

fn message() -> impl Strategy<Value = Message> {
    let keys: Vec<Vec<Key>> = TABLE
        .iter()
        .flat_map(|entry| entry.keys)
        .map(|keys| Key::read_all(keys).expect("a default key"))
        .collect();
    let typed: Vec<Key> = "5%19/aeR:op fnq<Esc><Enter><Backspace><Del><Left>"
        .split_inclusive('>')
        .flat_map(|part| Key::read_all(part).expect("keys"))
        .collect();
    let key = prop::sample::select(keys).prop_map(|keys| Message::Key(keys[0]));
    let typed = prop::sample::select(typed).prop_map(Message::Key);
    let size =
        (1_u16..220, 1_u16..60).prop_map(|(columns, rows)| Message::Resize(Size { columns, rows }));
    let action = prop_oneof![
        Just(MouseAction::Press),
        Just(MouseAction::Drag),
        Just(MouseAction::Release),
        Just(MouseAction::WheelUp),
        Just(MouseAction::WheelDown)
    ];
    let mouse = (action, 0_u16..220, 0_u16..60)
        .prop_map(|(action, column, row)| Message::Mouse(Mouse { action, column, row }));
    prop_oneof![
        12 => key,
        4 => typed,
        1 => size,
        2 => mouse,
        1 => Just(Message::Timeout),
        1 => ".{0,5}".prop_map(Message::Paste),
        1 => documents().prop_map(|made| Message::Reload(DocId::FIRST, Box::new(made_of(made).into()))),
    ]
}

/// A notation, how often it is repeated, and how long the last paragraph is.
fn documents() -> impl Strategy<Value = (&'static str, usize, usize)> {
    let notation = prop::sample::select(vec![
        "",
        "= 1. T^1",
        "fn Only a note.",
        "PP ^1^2^3\nfn \nfn x",
        "~ The Council,\nPP Recalling {a resolution=S/RES/1 (1946)},^1\n## II\nOP Decides^9;\nOP \n(a) x\nfn See {para. 1=OP1}.",
        "OP 大会决定^1继续处理此案\u{1b}\n| a | bb | \n| long cell with words | b | c\nfn 注",
    ]);
    (notation, 1_usize..9, 0_usize..9000)
}

fn made_of((notation, times, long): (&str, usize, usize)) -> Document {
    let mut document = support::document(&format!("{notation}\n").repeat(times));
    if let Some(block) = document.blocks.last_mut() {
        block.text.push_str(&"and so on ".repeat(long));
    }
    document
}

#[track_caller]
fn is_sound(app: &App) {
    let _ = app.status();
    let size = app.view().arrangement().size;
    let readable = size.columns >= SMALLEST.columns && size.rows >= SMALLEST.rows;
    let Some(place) = app.place() else { return };
    assert!(app.document().text(place.passage).is_char_boundary(place.at));
    if readable {
        let cell = app.view().screen_cell(app.document(), place);
        let (column, row) = cell.unwrap_or_else(|| panic!("the cursor is out of sight: {place:?}"));
        assert!(column <= size.columns && row < size.rows);
    }
    match app.dialog() {
        Some(Dialog::Peek(peek)) => {
            assert!(peek.area.x + peek.area.width <= size.columns);
            assert!(peek.area.y + peek.area.height <= size.rows);
            assert!(!readable || peek.height() > 0, "{:?}", peek.area);
        }
        Some(Dialog::Labels(labels)) => {
            assert!(labels.labels.iter().all(|l| l.column < size.columns && l.row < size.rows));
        }
        _ => {}
    }
    for (frame, pane) in app.view().shown() {
        assert!(frame.area.x + frame.area.width <= size.columns);
        assert!(frame.area.y + frame.area.height < size.rows);
        assert!(pane.lines().count() <= usize::from(frame.text.height));
        let (above, shown, bytes) = pane.extent();
        assert!(above + shown <= bytes);
        for (spot, row) in pane.lines() {
            let passage = pane.passage_of(spot).expect("a passage");
            assert!(row.width() <= frame.text.width);
            let _ = app.reader().accents(app.shell(), passage, &row.bytes);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::Off)),
        ..ProptestConfig::default()
    })]

    #[test]
    fn anything_may_be_pressed(
        document in documents(),
        messages in prop::collection::vec(message(), 0..60),
    ) {
        let mut app = App::new(made_of(document), Size { columns: 100, rows: 30 });
        is_sound(&app);
        for message in messages {
            app.update(message);
            is_sound(&app);
        }
    }
}

#[test]
fn the_sample_is_read_to_the_end() {
    let sample = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("assets/A_RES_72_247.txt");
    are_read_to_the_end(&[sample]);
}

#[test]
#[ignore = "reads the corpus: SEIZED_CORPUS, or ../shared/corpus"]
fn real_documents_are_read_to_the_end() {
    let files = support::files(&support::corpus().join("sc-text"));
    assert!(!files.is_empty());
    are_read_to_the_end(&files);
}

/// From the first row to the last, and every key on the way leaves a sound reader.
#[track_caller]
fn are_read_to_the_end(files: &[PathBuf]) {
    for path in files {
        let bytes = fs::read(path).expect("a file that was listed");
        let manuscript = source::read(bytes, "a document").expect("plain text");
        let (document, _) = parse::parse(&manuscript);
        let mut app = App::new(document, Size { columns: 120, rows: 40 });
        for keys in ["1", "<Space>", "<Space>", "f", "f", "2", "]", "]", "<Enter>", "3", "G", "Z"] {
            press(&mut app, keys);
        }
        press(&mut app, "gg");
        let mut before = None;
        while app.place() != before {
            before = app.place();
            press(&mut app, "20j");
        }
        let last = app.view().pane(PaneId::Whole).flow.items().last().map(|item| item.passage);
        assert_eq!(before.map(|place| place.passage), last, "{}", path.display());
    }
}

#[track_caller]
fn press(app: &mut App, keys: &str) {
    for key in Key::read_all(keys).expect("keys") {
        app.update(Message::Key(key));
        is_sound(app);
    }
}

fn read_text(text: &str) -> Document {
    let manuscript = source::read(text.as_bytes().to_vec(), "a document").expect("text");
    parse::parse(&manuscript).0
}

#[test]
fn of_too_many_numbers_some_are_references_and_all_are_words() {
    let list = "53/144, ".repeat(120_000);
    let document = read_text(&format!(
        "The General Assembly,\n\nRecalling its resolutions {list}\n\n1. Decides as in resolution 53/145.\n"
    ));
    let block = |cite| document.blocks.iter().find(|block| block.cite == support::named(cite));
    let (long, after) = (block("PP1").expect("it"), block("OP1").expect("the next"));
    assert_eq!(long.references.len(), 100_000);
    assert_eq!(long.text.matches("53/144,").count(), 120_000);
    assert_eq!(after.references.len(), 1);
}

#[test]
fn more_delimiters_than_any_markdown_has_are_words() {
    let heading = "# 1/1. A title\n\n*Recalling* so,\n\n*Noting* this,\n\n[^1]: A note.\n\n";
    let mark_up = |count| format!("{heading}{}", "*a_".repeat(count));
    assert!(read_text(&mark_up(10)).footnotes.len() == 1);
    let much = read_text(&mark_up(500_001));
    let words: usize = much.blocks.iter().map(|block| block.text.matches("*a_").count()).sum();
    assert_eq!(words, 500_001);
}
