//! How fast text becomes a document, and that hostile text takes no longer than its length allows.
//!
//! `cargo bench --bench parse`; throughput is in bytes of source.

use divan::{Bencher, counter::BytesCount};
use seized::{manuscript::Manuscript, parse::parse};

fn main() {
    divan::main();
}

const SAMPLE: &str = include_str!("../assets/A_RES_72_247.txt");

/// The sample's paragraphs over and over, up to a length, as one long resolution: one head, one
/// preamble, operative paragraphs that go on counting, one list of footnotes.
fn long(length: usize) -> String {
    let body = SAMPLE.find("\t1.\tStresses").unwrap_or_default();
    let end = SAMPLE.find("76th plenary").unwrap_or(SAMPLE.len());
    let mut text = SAMPLE[..body].to_owned();
    let mut number = 1;
    while text.len() < length {
        for line in SAMPLE[body..end].lines().filter(|line| line.starts_with('\t')) {
            let words = line.splitn(3, '\t').last().unwrap_or_default();
            text.push_str(&format!("\t{number}.\t{words}\n"));
            number = number % 999 + 1;
        }
    }
    text.push_str(&SAMPLE[end..]);
    text
}

fn time(bencher: Bencher<'_, '_>, text: String) {
    let manuscript = Manuscript::plain(text);
    bencher
        .counter(BytesCount::of_str(&manuscript.text))
        .bench(|| parse(divan::black_box(&manuscript)));
}

#[divan::bench]
fn sample(bencher: Bencher<'_, '_>) {
    time(bencher, SAMPLE.to_owned());
}

#[divan::bench(args = [1_000_000, 10_000_000, 100_000_000], sample_count = 5)]
fn long_resolution(bencher: Bencher<'_, '_>, length: usize) {
    time(bencher, long(length));
}

#[divan::bench(args = [100_000, 1_000_000], sample_count = 5)]
fn digits(bencher: Bencher<'_, '_>, count: usize) {
    time(bencher, "7".repeat(count));
}

#[divan::bench(args = [100_000, 1_000_000], sample_count = 5)]
fn numbers_with_slashes(bencher: Bencher<'_, '_>, count: usize) {
    time(bencher, "1/1 ".repeat(count));
}

#[divan::bench(args = [100_000, 1_000_000], sample_count = 5)]
fn open_brackets(bencher: Bencher<'_, '_>, count: usize) {
    time(bencher, "(".repeat(count));
}

#[divan::bench(args = [100_000, 1_000_000], sample_count = 5)]
fn numbered_lines(bencher: Bencher<'_, '_>, count: usize) {
    time(bencher, "1.\n".repeat(count));
}

#[divan::bench(args = [100_000, 1_000_000], sample_count = 5)]
fn lines_of_one_letter(bencher: Bencher<'_, '_>, count: usize) {
    time(bencher, "a\n".repeat(count));
}

#[divan::bench(args = [100_000, 1_000_000], sample_count = 5)]
fn formulas(bencher: Bencher<'_, '_>, count: usize) {
    time(bencher, "The General Assembly,\n".repeat(count));
}

#[divan::bench(args = [1_000_000, 100_000_000], sample_count = 3)]
fn one_line(bencher: Bencher<'_, '_>, length: usize) {
    time(bencher, "Recalling the work of the Assembly and its organs ".repeat(length / 50));
}
