//! Targets without a fuzzer, where there is no nightly toolchain: texts, queries, files of one's own and indexes changed
//! by chance, and what must hold of them whatever they say.
//! `cargo run --release --bin by_chance -- TARGET SECONDS SEED TEXT...`

use std::{
    env,
    error::Error,
    fs,
    panic::{self, AssertUnwindSafe},
    time::{Duration, Instant},
};

use seized_fuzz::{
    BETWEEN, Chance, compares, finds, index, read_own, requests, searches, spoil, versions,
};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let target = arguments.next().ok_or("which target? compare find index mandates own query")?;
    let seconds = arguments.next().ok_or("how many seconds?")?.parse()?;
    let seed: u64 = arguments.next().ok_or("which seed?")?.parse()?;
    let texts: Vec<String> = arguments
        .map(fs::read)
        .map(|read| read.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
        .collect::<Result<_, _>>()?;
    let mut chance = Chance::new(seed);
    let whole = index(&texts);
    let (began, mut runs) = (Instant::now(), 0);
    while began.elapsed() < Duration::from_secs(seconds) {
        let (bytes, run): (Vec<u8>, fn(&[u8])) = match target.as_str() {
            "find" => (two_texts_and_places(&texts, &mut chance), finds),
            "compare" => (two_texts(&texts, &mut chance), compares),
            "mandates" => (two_texts(&texts, &mut chance), requests),
            "query" => (query_and_text(&texts, &mut chance), searches),
            "own" => (own_file(&texts, &mut chance), read_own),
            "index" => (spoilt(&whole, &mut chance), seized_fuzz::opens),
            other => return Err(format!("{other}: there is no such target").into()),
        };
        if panic::catch_unwind(AssertUnwindSafe(|| run(&bytes))).is_err() {
            let name = env::temp_dir().join(format!("{target}_by_chance"));
            fs::write(&name, &bytes)?;
            return Err(format!("a finding after {runs} runs: {}", name.display()).into());
        }
        runs += 1;
    }
    println!(
        "{target}: {runs} runs in {seconds} s over {} texts, seed {seed}: no finding",
        texts.len()
    );
    Ok(())
}

fn two_texts(texts: &[String], chance: &mut Chance) -> Vec<u8> {
    let [old, new] = versions(texts, chance);
    let mut bytes = old.into_bytes();
    bytes.push(BETWEEN);
    bytes.extend(new.into_bytes());
    bytes
}

fn two_texts_and_places(texts: &[String], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = two_texts(texts, chance);
    bytes.push(BETWEEN);
    bytes.extend((0..100).map(|_| u8::try_from(chance.below(250)).unwrap_or_default()));
    bytes
}

/// What somebody may type, and a text to search.
fn query_and_text(texts: &[String], chance: &mut Chance) -> Vec<u8> {
    let [text, _] = versions(texts, chance);
    let words: Vec<&str> = text.split_whitespace().chain(["of"]).collect();
    let pieces = [
        "\"",
        "*",
        "-",
        " NEAR ",
        " ",
        "verb:requests",
        "organ:ga",
        "session:72",
        "year:2010..",
        "year:..1",
        "lang:fr",
        "in:footnotes",
        "symbol:A/RES/1/1",
        "has:note",
        "tag:a/b",
        "note:x",
        "title",
        "..",
        ":",
        "|",
        "\u{301}",
        "大",
        "\u{200f}",
    ];
    let mut query = String::new();
    for _ in 0..=chance.below(8) {
        let piece =
            if chance.below(2) == 0 { chance.one_of(&words) } else { chance.one_of(&pieces) };
        query.push_str(piece);
        if chance.below(3) > 0 {
            query.push(' ');
        }
    }
    let mut bytes = query.into_bytes();
    bytes.push(BETWEEN);
    bytes.extend(text.into_bytes());
    bytes
}

/// A file that a person writes, spoilt.
fn own_file(texts: &[String], chance: &mut Chance) -> Vec<u8> {
    let files = seized_fuzz::own_files();
    let mut bytes = files[chance.below(files.len())].clone().into_bytes();
    let other = files[chance.below(files.len())].as_bytes();
    let others =
        if chance.below(4) == 0 { texts[chance.below(texts.len())].as_bytes() } else { other };
    spoil(&mut bytes, others, chance);
    bytes
}

fn spoilt(whole: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    spoil(&mut bytes, whole, chance);
    bytes
}
