//! A file of thousands of resolutions, as a yearbook is one: with as many headings and annotations. What goes through
//! all resolutions for each heading, or through all annotations for each resolution, would not end here in any patience.

use ratatui::{buffer::Buffer, layout::Rect};
use seized::{
    annotations::{Annotation, Entry, Index},
    app::{
        App, Message,
        annotating::{Scribe, placed::PlacedAnnotations},
        keys::key::Key,
        panes::arrange::Size,
    },
    document::{Block, Cite, Document, Part, Passage, Resolution, Shape, Span, Symbol},
    layout::RemarkKind,
    library::{Annotated, Builder, Held, Library, Record, Segment},
    ui::{self, theme::Theme},
};

const SIZE: Size = Size { columns: 120, rows: 40 };

fn block(number: usize, shape: Shape, text: String) -> Block {
    Block {
        cite: Cite::read(&format!("OP{number}")).expect("a name"),
        part: Part::Operative,
        shape,
        depth: 0,
        parent: None,
        number: None,
        label: String::new(),
        opener: None,
        marks: Vec::new(),
        text,
        references: Vec::new(),
        italics: Vec::new(),
        rows: Vec::new(),
        span: Span::default(),
    }
}

/// So many resolutions, each with a heading and a paragraph.
fn collection(count: usize) -> Document {
    let mut document = Document::default();
    for i in 0..count {
        let start = document.blocks.len();
        document.blocks.push(block(2 * i + 1, Shape::Heading, format!("Harbour {i}")));
        document.blocks.push(block(
            2 * i + 2,
            Shape::Paragraph,
            format!("Decides on harbour {i};"),
        ));
        document.resolutions.push(Resolution {
            symbol: Some(Symbol::new(format!("A/RES/1/{i}"))),
            title: Some(format!("Safety of harbour {i}")),
            adopted: None,
            blocks: start..start + 2,
        });
    }
    document
}

fn press(app: &mut App, keys: &str) {
    for key in Key::read_all(keys).expect("keys") {
        app.update(Message::Key(key));
    }
}

fn drawn(app: &App) -> String {
    let mut buffer = Buffer::empty(Rect::new(0, 0, SIZE.columns, SIZE.rows));
    ui::draw(app, &Theme::default(), &mut buffer);
    buffer.content.iter().map(|cell| cell.symbol()).collect()
}

fn told(app: &App) -> String {
    app.status().notice.map(|notice| notice.text).unwrap_or_default()
}

#[test]
fn the_contents_of_thousands_of_resolutions_are_told() {
    let document = collection(60_000);
    let contents = document.contents();
    assert_eq!(contents.len(), 120_000);
    assert_eq!(contents[119_998].title, "A/RES/1/59999  Safety of harbour 59999");
    assert_eq!((contents[119_998].depth, contents[119_999].depth), (0, 2));
    assert_eq!(contents[119_999].title, "Harbour 59999");
    let next = document.section_beyond(Passage::Block(1), true);
    assert_eq!(next, Some(Passage::Block(2)));
    assert_eq!(document.section_beyond(Passage::Block(2), false), Some(Passage::Block(0)));
}

#[test]
fn a_place_among_thousands_is_found_as_it_is_typed() {
    let mut app = App::new(collection(30_000), SIZE);
    press(&mut app, ":harbour<Space>29998<Enter>");
    let place = app.place().expect("a place");
    assert_eq!(place.passage, Passage::Block(59_996));
}

/// What is known of a long document before it is asked says what going through it says.
#[test]
fn what_is_known_of_a_long_document_is_what_is_found_in_it() {
    let (known, other) = (collection(15_000), collection(15_000));
    known.be_known();
    assert_eq!(known, other);
    assert_eq!(known.contents(), other.contents());
    for passage in [0, 1, 2, 17_001, 29_998, 29_999].map(Passage::Block) {
        for forward in [true, false] {
            let beyond = |document: &Document| document.section_beyond(passage, forward);
            assert_eq!(beyond(&known), beyond(&other), "{passage:?} {forward}");
        }
    }
    for typed in ["OP1", "op29999", "OP30000", "OP30001", "17", "PP3", "Harbour 12", "annex I"] {
        let found = |document: &Document| document.find(typed, Some(Passage::Block(9))).ok();
        assert_eq!(found(&known), found(&other), "{typed}");
    }
    assert_eq!(known.find("op29999", None).ok(), Some(vec![Passage::Block(29_998)]));
    // A copy may be changed.
    let mut copy = known.clone();
    copy.blocks.truncate(2);
    assert_eq!(copy.contents().len(), 2);
    assert!(copy.find("OP29999", None).is_err());
    assert!(known.find("OP29999", None).is_ok());
}

#[test]
fn the_end_of_a_very_long_line_is_seen_as_it_is_typed() {
    let mut app = App::new(collection(3), SIZE);
    press(&mut app, "/");
    app.update(Message::Paste("harbour 大 é ".repeat(30_000)));
    for key in ["x", "y", "<Left>", "z"] {
        press(&mut app, key);
        drawn(&app);
    }
    let shown = drawn(&app);
    assert!(shown.contains("harbour 大 é xzy"), "{shown}");
}

#[test]
fn the_catalogue_of_a_file_of_thousands_has_its_tags_once() {
    let mut record = Record::of(&collection(3_000));
    record.head.annotated = (0..5_000)
        .map(|i| Annotated {
            cite: format!("OP{i}"),
            tags: vec![format!("tag{}", i % 3)],
            ..Annotated::default()
        })
        .collect();
    let mut builder = Builder::default();
    builder.add(record);
    let Ok(segment) = Segment::open(Box::new(builder.finish())) else { panic!("it was just made") };
    let library = Library::new(vec![Held {
        segment: segment.into(),
        alive: vec![true],
        prefix: String::new(),
    }]);
    let catalogue = library.catalogue();
    assert_eq!(catalogue.len(), 3_000);
    assert!(catalogue.iter().all(|entry| entry.tags == ["tag0", "tag1", "tag2"]));
    assert!(catalogue.iter().all(|entry| entry.annotations == 5_000));
}

/// A long text is searched a part at a time, between keys; in the end it is as if it had been at once.
#[test]
fn hits_of_a_long_text_are_counted_between_keys() {
    let mut app = App::new(collection(60_000), SIZE);
    press(&mut app, "/on harbour<Enter>");
    assert_eq!(told(&app), "hits are being counted …");
    let so_far = app.hits().count;
    assert!(app.has_more_to_do() && so_far > 0 && so_far < 60_000, "{so_far}");
    // Keys do what they do meanwhile.
    let before = app.place();
    press(&mut app, "n");
    assert!(app.place() > before);
    while app.has_more_to_do() {
        app.update(Message::GoOn);
    }
    assert_eq!(app.hits().count, 60_000);
    assert_eq!(told(&app), "hit 2 of 60000");
    // Another search begins anew, and none is nothing to do.
    press(&mut app, "/harbour<Space>59999;<Enter>");
    assert!(app.place().is_some_and(|place| place.passage == Passage::Block(119_999)));
    press(&mut app, "<Esc>");
    assert!(!app.has_more_to_do());
    assert_eq!(app.hits().count, 0);
}

#[test]
fn a_short_text_is_counted_at_once() {
    let mut app = App::new(collection(50), SIZE);
    press(&mut app, "/on harbour<Enter>");
    assert!(!app.has_more_to_do());
    assert_eq!(told(&app), "hit 1 of 50");
}

fn tagged(index: &Index, number: usize) -> Entry {
    let at = index.whole(Passage::Block(2 * number + 1));
    let (id, tags) = (format!("{number:06}"), vec![format!("tag{number}")]);
    Entry::from(Annotation { id, at, tags, ..Annotation::default() })
}

/// What is shown after each change is what whoever opens the document now is shown.
#[test]
fn after_each_change_every_annotation_is_shown_where_it_is() {
    let document = collection(300);
    let index = Index::new(&document);
    let entries: Vec<Entry> = (0..300).filter(|i| i % 7 == 0).map(|i| tagged(&index, i)).collect();
    let mut app = App::new(document.clone(), SIZE).with_annotations(entries, Scribe::default());
    let keys = [
        ":OP2<Enter>tnew<Enter>",
        ":OP4<Enter>aA<Space>note.<Esc>",
        ":OP16<Enter>x",
        ":OP30<Enter>h",
        "U",
        "U",
        "<C-r>",
        ":OP4<Enter>x",
        ":OP2<Enter>x",
    ];
    for keys in keys {
        press(&mut app, keys);
        let now = PlacedAnnotations::new(app.entries().to_vec(), &document);
        for passage in document.passages() {
            let shown = app.annotations().remarks(passage);
            assert_eq!(shown, now.remarks(passage), "{passage:?} after {keys}");
            let on = |placed: &PlacedAnnotations| {
                placed.on(passage).map(|(own, _)| own.id.clone()).collect::<Vec<_>>()
            };
            assert_eq!(on(app.annotations()), on(&now), "{passage:?} after {keys}");
        }
        // And the panes have them below their paragraphs.
        let shown = drawn(&app);
        let tags = app.annotations().remarks(app.place().expect("a place").passage);
        for remark in tags.iter().filter(|remark| remark.kind == RemarkKind::Tags) {
            assert!(shown.contains(&remark.text), "{} after {keys}\n{shown}", remark.text);
        }
    }
}
