//! What a key costs, from the message to the rows on the screen, on a text of 10 MB, in many
//! paragraphs and in one: `cargo bench --bench key`. Where what is drawn may cost more than what is
//! done, drawing is in it; the terminal never is.

use divan::{Bencher, black_box};
use ratatui::{buffer::Buffer, layout::Rect};
use seized::{
    app::{App, Message, keys::key::Key, panes::arrange::Size},
    document::{Block, Certainty, Cite, Document, Footnote, Mark, Opener, Part, Shape, Span},
    ui::{self, theme::Theme},
};

fn main() {
    divan::main();
}

const TEXT: &str = "Decides to devote a high-level plenary meeting of the General Assembly to the \
    twentieth anniversary of the Declaration, and requests the President to consult on it; ";
const SCREEN: Size = Size { columns: 120, rows: 40 };
const TEN_MB: usize = 10 << 20;

/// A text of so many bytes, in paragraphs of `paragraph` bytes, with a footnote each.
fn document(bytes: usize, paragraph: usize) -> Document {
    let text = TEXT.repeat(paragraph / TEXT.len() + 1);
    let count = bytes / text.len() + 1;
    let mut document = Document::default();
    for i in 0..count {
        let preamble = i % 2 == 0;
        document.blocks.push(Block {
            cite: Cite::read(&format!("{}{}", if preamble { "PP" } else { "OP" }, i / 2 + 1))
                .expect("a name"),
            part: if preamble { Part::Preamble } else { Part::Operative },
            shape: Shape::Paragraph,
            depth: 0,
            parent: None,
            number: None,
            label: String::new(),
            opener: Some(Opener::unknown(7)),
            marks: vec![Mark {
                label: i.to_string(),
                at: text.len().min(19),
                kept: 0,
                certainty: Certainty::Sure,
                span: Span::default(),
            }],
            text: text.clone(),
            references: Vec::new(),
            italics: Vec::new(),
            rows: Vec::new(),
            span: Span::default(),
        });
        document.footnotes.push(Footnote {
            mark: i.to_string(),
            text: format!("Resolution {i}/1."),
            references: Vec::new(),
            antecedent: None,
            italics: Vec::new(),
            span: Span::default(),
        });
    }
    document.blocks.sort_by_key(|block| block.part);
    document
}

fn press(app: &mut App, keys: &str) {
    for key in Key::read_all(keys).expect("keys") {
        black_box(app.update(Message::Key(key)));
    }
}

#[divan::bench(args = [700, TEN_MB])]
fn open_10_mb(bencher: Bencher, paragraph: usize) {
    let document = document(TEN_MB, paragraph);
    bencher.with_inputs(|| document.clone()).bench_values(|document| App::new(document, SCREEN));
}

#[divan::bench(args = ["j", "<Space>", "}", "G", "50%", "f", "n", "Z", "<Tab>", "K"])]
fn key_on_10_mb(bencher: Bencher, keys: &str) {
    let mut app = App::new(document(TEN_MB, 700), SCREEN);
    press(&mut app, "/plenary<Enter>1000j");
    bencher.bench_local(|| press(&mut app, keys));
}

#[divan::bench(args = ["j", "<Space>", "G", "50%", "n"])]
fn key_on_one_paragraph_of_10_mb(bencher: Bencher, keys: &str) {
    let mut app = App::new(document(TEN_MB - 200, TEN_MB), SCREEN);
    press(&mut app, "/plenary<Enter>1000j");
    bencher.bench_local(|| press(&mut app, keys));
}

#[divan::bench(args = ["/plenary<Esc>", "/e<Enter>", "/zebra<Esc>", "/Plenary meeting<Enter>"])]
fn search_10_mb(bencher: Bencher, keys: &str) {
    let mut app = App::new(document(TEN_MB, 700), SCREEN);
    bencher.bench_local(|| press(&mut app, keys));
}

/// Words of a paragraph, each another one, as no real text has them: the dearest to compare.
fn words(count: usize, seed: usize) -> String {
    (0..count).map(|i| format!("word{} ", (i * 7 + seed) % 30_011)).collect()
}

/// A document of paragraphs of so many words.
fn wordy(paragraphs: usize, words_each: usize) -> Document {
    let mut document = document(paragraphs * TEXT.len(), 1);
    for (i, block) in document.blocks.iter_mut().enumerate() {
        block.text = words(words_each, i * 13);
    }
    document
}

fn press_and_draw(app: &mut App, theme: &Theme, buffer: &mut Buffer, keys: &str) {
    for key in Key::read_all(keys).expect("keys") {
        black_box(app.update(Message::Key(key)));
        black_box(ui::draw(app, theme, buffer));
    }
}

fn canvas() -> (Theme, Buffer) {
    (Theme::default(), Buffer::empty(Rect::new(0, 0, SCREEN.columns, SCREEN.rows)))
}

#[divan::bench(args = ["w", "j", "v", "hU", "}{"])]
fn key_with_a_selection_on_20_000_words(bencher: Bencher, keys: &str) {
    let mut app = App::new(wordy(2, 20_000), SCREEN);
    let (theme, mut buffer) = canvas();
    press(&mut app, "/word9<Enter>10jvvww");
    bencher.bench_local(|| press_and_draw(&mut app, &theme, &mut buffer, keys));
}

#[divan::bench(args = ["t<Esc>", "tone<Enter>U", "vhU", "aWhy?<Esc>U"])]
fn annotate_among_paragraphs_of_3_000_words(bencher: Bencher, keys: &str) {
    let mut app = App::new(wordy(30, 3_000), SCREEN);
    let (theme, mut buffer) = canvas();
    press(&mut app, "3}");
    bencher.bench_local(|| press_and_draw(&mut app, &theme, &mut buffer, keys));
}

#[divan::bench(args = ["x", "<Left>", "<Up>", "<Backspace>y"])]
fn key_in_a_note_of_98_kb(bencher: Bencher, keys: &str) {
    let mut app = App::new(document(TEN_MB / 100, 700), SCREEN);
    let (theme, mut buffer) = canvas();
    press(&mut app, "a");
    app.update(Message::Paste(words(10_500, 0)));
    bencher.bench_local(|| press_and_draw(&mut app, &theme, &mut buffer, keys));
}

#[divan::bench]
fn paste_98_kb_into_a_note(bencher: Bencher) {
    let (theme, mut buffer) = canvas();
    let text = words(10_500, 0);
    let open = || {
        let mut app = App::new(document(TEN_MB / 100, 700), SCREEN);
        press(&mut app, "a");
        app
    };
    bencher.with_inputs(open).bench_local_values(|mut app| {
        app.update(Message::Paste(text.clone()));
        ui::draw(&app, &theme, &mut buffer);
    });
}
