//! How fast text is set in rows: `cargo bench --bench wrap`.

use divan::{Bencher, black_box, counter::BytesCount};
use seized::{
    document::{Block, Cite, Document, Part, Passage, Shape, Span},
    layout::{self, Measure, Order, Setting},
};

fn main() {
    divan::main();
}

const ENGLISH: &str = "Recalling also all its other previous resolutions on this subject, including \
    its resolutions 66/164 of 19 December 2011 and 70/161 of 17 December 2015, ";
const FRENCH: &str = "Rappelant également toutes ses autres résolutions antérieures sur la question, \
    notamment sa résolution 66/164 du 19 décembre 2011 – « le texte », ";
const CHINESE: &str = "又回顾其以往关于此事项的所有其他决议，包括2011年12月19日第66/164号决议，";

fn paragraph(text: &str, bytes: usize) -> Document {
    let text = text.repeat(bytes / text.len() + 1);
    let block = Block {
        cite: Cite::read("PP1").expect("a name"),
        part: Part::Preamble,
        shape: Shape::Paragraph,
        depth: 0,
        parent: None,
        number: None,
        label: String::new(),
        text,
        opener: None,
        marks: Vec::new(),
        references: Vec::new(),
        italics: Vec::new(),
        rows: Vec::new(),
        span: Span::default(),
    };
    Document { blocks: vec![block], ..Document::default() }
}

#[divan::bench(args = ["english", "french", "chinese"])]
fn paragraph_of_8_kb(bencher: Bencher, language: &str) {
    let text = match language {
        "english" => ENGLISH,
        "french" => FRENCH,
        _ => CHINESE,
    };
    let document = paragraph(text, 8 * 1024);
    let length = document.blocks[0].text.len();
    bencher.counter(BytesCount::new(length)).bench(|| {
        let measure =
            Measure { width: 72, labels: true, notes_inside: false, order: Order::Visual };
        layout::lay_out(&Setting::of(black_box(&document), Passage::Block(0), measure), 0..length)
    });
}
