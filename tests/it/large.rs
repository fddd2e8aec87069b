//! Far too much of one thing: paragraphs of hundreds of thousands of words, thousands of annotations on one
//! that changed, links, marks and footnotes without end. What costs the square of its length would not end
//! here in any patience, so nothing is timed: it ends, and with the right answer. The limits of the program
//! are held by `fuzz/src/bin/large.rs`.

use ratatui::{buffer::Buffer, layout::Rect};
use seized::{
    annotations::{Anchor, Annotation, Entry, Index, Verdict},
    app::{
        App, DocId, Effect, Message, Reread, annotating::Scribe, annotating::placed::FoundBefore,
        keys::key::Key, panes::arrange::Size, reading::accent::Accent,
    },
    document::{Document, Passage, Place},
    error::Error,
    manuscript::Manuscript,
    parse, source,
    ui::{self, theme::Theme},
};

use crate::support;

/// Words that are all different, each with its number.
fn words(count: usize) -> String {
    (0..count).map(|i| format!("word{i} ")).collect()
}

/// The second of three operative paragraphs is that long.
fn long(words: &str) -> Document {
    support::document(&format!(
        "= 9/1. The right to read\n~ The General Assembly,\nOP Stresses the right to read;\n\
         OP Decides that {words};\nOP Requests a report."
    ))
}

const LONG: Passage = Passage::Block(2);

fn read(text: &str, name: &str) -> Document {
    let manuscript = source::read(text.as_bytes().to_vec(), name).expect("text");
    parse::parse(&manuscript).0
}

fn press(app: &mut App, keys: &str) -> Vec<Effect> {
    let keys = Key::read_all(keys).expect("keys");
    keys.into_iter().flat_map(|key| app.update(Message::Key(key))).collect()
}

/// A table of words by words would have 40,000 million cells.
#[test]
fn words_of_an_endless_paragraph_are_found_again() {
    let text = words(200_000);
    let old = long(&text);
    let index = Index::new(&old);
    let start = old.text(LONG).find("word100000").expect("it is there");
    let some = index.words(LONG, start..start + "word100000 word100001".len()).expect("words");
    let whole = index.whole(LONG);
    let changed = text.replace("word5 ", "other ").replace("word100001 ", "word100001 more ");
    let new = long(&changed.replace("word199999 ", ""));
    let index = Index::new(&new);
    let found = index.find(&whole);
    assert_eq!(found.verdict, Verdict::Edited);
    assert_eq!(found.place.map(|(passage, _)| passage), Some(LONG));
    let (passage, range) = index.find(&some).place.expect("the words");
    assert_eq!((passage, &new.text(LONG)[range]), (LONG, "word100000 word100001"));
}

fn annotation(number: usize, at: Anchor) -> Entry {
    let id = format!("{number:06}");
    Entry::from(Annotation { id, at, tags: vec!["x".into()], ..Annotation::default() })
}

/// A table of words by words for each of them would be 40,000 million cells.
#[test]
fn ten_thousand_annotations_of_a_paragraph_that_changed_are_found_again() {
    let text = words(2_000);
    let old = long(&text);
    let index = Index::new(&old);
    let mut entries = Vec::new();
    for number in 0..10_000 {
        let word = format!("word{} ", number / 5);
        let start = old.text(LONG).find(&word).expect("it is there");
        let anchor = index.words(LONG, start..start + word.len() - 1).expect("a word");
        entries.push(annotation(number, anchor));
    }
    let document = long(&text.replace("word7 ", "").replace("word1600 ", "another "));
    let found = FoundBefore::seek(&entries, &document);
    let size = Size { columns: 100, rows: 30 };
    let mut app = App::new(old, size).with_annotations(entries, Scribe::default());
    app.update(Message::Reload(DocId::FIRST, Box::new(Reread { document, found })));
    for entry in app.entries() {
        let number: usize = entry.id().parse().expect("a number");
        let place = app.annotations().places(entry.id()).first().cloned();
        let words = place.map(|(passage, range)| &app.document().text(passage)[range]);
        let is_gone = matches!(number / 5, 7 | 1600);
        let expected = format!("word{}", number / 5);
        assert!(is_gone || words == Some(expected.as_str()), "{expected}: {words:?}");
    }
}

/// Each row that was drawn sought both ends of the selection from the beginning of the paragraph, which is one
/// sentence.
#[test]
fn keys_with_a_selection_do_not_depend_on_how_long_the_paragraph_is() {
    let document = long(&words(2_000_000));
    let size = Size { columns: 120, rows: 40 };
    let at = document.text(LONG).find("word1990000").expect("it is there");
    let mut app = App::new(document, size).at(Place { passage: LONG, at });
    let theme = Theme::built_in("mono").expect("a theme");
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.columns, size.rows));
    press(&mut app, "vv");
    for _ in 0..100 {
        press(&mut app, "w");
        buffer.reset();
        ui::draw(&app, &theme, &mut buffer);
    }
    // As many rows as are drawn with five thousand keys.
    for row in 0..200_000 {
        let bytes = at + row % 100..at + 100 + row % 100;
        let accents = app.reader().accents(app.shell(), LONG, &bytes);
        assert!(accents.contains(&(bytes, Accent::Selection)), "{accents:?}");
    }
    // By words again, and copied.
    press(&mut app, "vv");
    let effects = press(&mut app, "y");
    let [Effect::Copy(copied)] = effects.as_slice() else { panic!("nothing is copied") };
    let ends = (copied.split(' ').next(), copied.split(' ').next_back());
    assert_eq!(ends, (Some("word1990000"), Some("word1990100")));
}

const MARKED: &str =
    "# 1/1. Title\n\n*Recalling* [resolution 1](https://undocs.org/1)[^1]\n\n[^1]: A note.\n\n";

#[test]
fn marks_of_one_footnote_without_end_are_all_found() {
    let many = 150_000;
    let document = read(&format!("{MARKED}*Noting* {}\n", "word[^1] ".repeat(many)), "a.md");
    let noting = document.blocks.iter().find(|block| block.text.starts_with("Noting"));
    assert_eq!(noting.map(|block| block.marks.len()), Some(many));
}

/// A page with so many footnotes, each of two paragraphs, and as many paragraphs behind them.
fn page(footnotes: usize, paragraphs: usize) -> Result<Manuscript, Error> {
    let list = |one: &dyn Fn(usize) -> String| (1..=footnotes).map(one).collect::<String>();
    let number = |i| (i - 1) % 9_999 + 1;
    let cited = list(&|i| format!("w<a href=\"#f{i}\"><sup>{}</sup></a> ", number(i)));
    let notes =
        list(&|i| format!("<p id=\"f{i}\"><sup>{}</sup> Resolution.</p><p>More.</p>", number(i)));
    let page = "<html><body><p>The General Assembly,</p><p>Recalling ";
    let text = format!("{page}{cited}</p>{notes}{}", "<p>x</p>".repeat(paragraphs));
    source::read(text.into_bytes(), "a.html")
}

/// For each paragraph behind the last footnote all footnotes were asked whether they follow: 50,000 million
/// questions.
#[test]
fn a_page_of_footnotes_and_paragraphs_without_end_is_read_or_refused() {
    let document = parse::parse(&page(9_999, 0).expect("a page")).0;
    assert_eq!(document.footnotes.len(), 9_999);
    assert_eq!(document.footnotes[8_000].text, "Resolution. More.");
    let Err(error) = page(100_000, 500_000) else { panic!("it is read") };
    assert!(error.to_string().contains("more lines than any document"), "{error}");
}
