//! The target `find` without a fuzzer, where there is no nightly toolchain: texts changed by chance, as
//! editors change them, and anchors anywhere in them.
//! `cargo run --release --bin find_by_chance -- SECONDS SEED TEXT...`

use std::{
    env,
    error::Error,
    fs,
    time::{Duration, Instant},
};

use seized_fuzz::{BETWEEN, finds};

/// Chance that is the same on every run (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 1).unwrap_or_default() % limit.max(1)
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let seconds = arguments.next().ok_or("how many seconds?")?.parse()?;
    let seed: u64 = arguments.next().ok_or("which seed?")?.parse()?;
    let texts: Vec<String> = arguments
        .map(fs::read)
        .map(|read| read.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
        .collect::<Result<_, _>>()?;
    let mut chance = Chance(seed.max(1));
    let (began, mut runs) = (Instant::now(), 0);
    while began.elapsed() < Duration::from_secs(seconds) {
        let mut bytes = input(&texts, &mut chance);
        bytes.retain(|byte| *byte != 0);
        // A finding is the last line before the panic.
        let name = env::temp_dir().join("find_by_chance");
        fs::write(&name, &bytes)?;
        finds(&bytes);
        runs += 1;
    }
    println!("{runs} runs in {seconds} s, seed {seed}: no finding");
    Ok(())
}

/// A part of a text, the same changed, and where anchors are.
fn input(texts: &[String], chance: &mut Chance) -> Vec<u8> {
    let all: Vec<&str> = texts[chance.below(texts.len())].lines().collect();
    let start = chance.below(all.len());
    let length = 1 + chance.below(40);
    let old: Vec<String> =
        all.iter().skip(start).take(length).map(|line| (*line).to_owned()).collect();
    let mut new = old.clone();
    for _ in 0..chance.below(12) {
        change(&mut new, texts, chance);
    }
    let mut bytes = old.join("\n").into_bytes();
    bytes.push(BETWEEN);
    bytes.extend(new.join("\n").into_bytes());
    bytes.push(BETWEEN);
    bytes.extend((0..100).map(|_| u8::try_from(chance.below(250)).unwrap_or_default()));
    bytes
}

/// One change: of lines, of words, or of single characters.
fn change(lines: &mut Vec<String>, texts: &[String], chance: &mut Chance) {
    if lines.is_empty() {
        return;
    }
    let (at, other) = (chance.below(lines.len()), chance.below(lines.len()));
    match chance.below(8) {
        0 => drop(lines.remove(at)),
        1 => lines.swap(at, other),
        2 => lines.insert(at, lines[other].clone()),
        3 => {
            let text: Vec<&str> = texts[chance.below(texts.len())].lines().collect();
            lines.insert(at, text[chance.below(text.len())].to_owned());
        }
        4 => {
            let (first, second) =
                lines[at].split_at(lines[at].floor_char_boundary(chance.below(80)));
            let both = [first.to_owned(), second.to_owned()];
            lines.splice(at..=at, both);
        }
        5 => {
            let strange = [
                '\u{301}',
                '\u{200f}',
                '\u{a0}',
                '-',
                '\u{2019}',
                'İ',
                'ß',
                '大',
                '\t',
                '\u{10ffff}',
            ];
            let place = lines[at].floor_char_boundary(chance.below(lines[at].len() + 1));
            lines[at].insert(place, strange[chance.below(strange.len())]);
        }
        _ => {
            let mut words: Vec<&str> = lines[at].split(' ').collect();
            let from = lines[other].clone();
            let others: Vec<&str> = from.split(' ').collect();
            let word = chance.below(words.len());
            match chance.below(3) {
                0 => drop(words.remove(word)),
                1 => words.insert(word, others[chance.below(others.len())]),
                _ => words[word] = others[chance.below(others.len())],
            }
            lines[at] = words.join(" ");
        }
    }
}
