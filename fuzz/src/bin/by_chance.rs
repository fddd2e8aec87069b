//! Targets without a fuzzer: documents of every format, texts, queries, files of one's own and indexes changed by
//! chance, and what must hold of them whatever they say.
//! `cargo run --release --bin by_chance -- TARGET SECONDS SEED FILE...`

use std::{
    env,
    error::Error,
    fs,
    panic::{self, AssertUnwindSafe},
    time::{Duration, Instant},
};

use seized_fuzz::{
    BETWEEN, Chance, OPEN_DOCUMENT, WORD, answers, compares, finds, index, keeps, own_files, parts,
    reads_codebook, reads_config, reads_keys, reads_theme, requests, searches, spoil, versions,
    zipped,
};

/// What there is.
const TARGETS: &str =
    "reader, compare find index mandates query, codebook config keys sidecar theme";

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let target = arguments.next().ok_or(format!("which target? {TARGETS}"))?;
    let seconds = arguments.next().ok_or("how many seconds?")?.parse()?;
    let seed: u64 = arguments.next().ok_or("which seed?")?.parse()?;
    let files: Vec<Vec<u8>> = arguments.map(fs::read).collect::<Result<_, _>>()?;
    let texts: Vec<String> =
        files.iter().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect();
    let mut chance = Chance::new(seed);
    let whole = if target == "index" { index(&texts) } else { Vec::new() };
    let (began, mut runs) = (Instant::now(), 0);
    while began.elapsed() < Duration::from_secs(seconds) {
        let (bytes, run): (Vec<u8>, fn(&[u8])) = match target.as_str() {
            "find" => (two_texts_and_places(&texts, &mut chance), finds),
            "compare" => (two_texts(&texts, &mut chance), compares),
            "mandates" => (two_texts(&texts, &mut chance), requests),
            "query" => (query_and_text(&texts, &mut chance), searches),
            "reader" => (one_file(&files, &mut chance), |bytes| answers(bytes.to_vec())),
            "codebook" => (own_file(&target, &texts, &mut chance), reads_codebook),
            "config" => (own_file(&target, &texts, &mut chance), reads_config),
            "keys" => (own_file(&target, &texts, &mut chance), reads_keys),
            "sidecar" => (own_file(&target, &texts, &mut chance), keeps),
            "theme" => (own_file(&target, &texts, &mut chance), reads_theme),
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
        "{target}: {runs} runs in {seconds} s over {} files, seed {seed}: no finding",
        files.len()
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

/// A document, spoilt; of what is zipped the parts, in a zip file that is whole.
fn one_file(files: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let (file, other) = (&files[chance.below(files.len())], &files[chance.below(files.len())]);
    for names in [WORD, OPEN_DOCUMENT] {
        if let Some(mut packed) = parts(file, names) {
            let others = parts(other, names).unwrap_or_else(|| packed.clone());
            spoil(&mut packed, &others, chance);
            return zipped(names, &packed);
        }
    }
    let mut bytes = file.clone();
    spoil(&mut bytes, other, chance);
    bytes
}

/// A file that a person writes, spoilt.
fn own_file(target: &str, texts: &[String], chance: &mut Chance) -> Vec<u8> {
    let files = own_files(target);
    let mut bytes = files[chance.below(files.len())].clone().into_bytes();
    let other = files[chance.below(files.len())].as_bytes();
    let is_other = !texts.is_empty() && chance.below(4) == 0;
    let others = if is_other { texts[chance.below(texts.len())].as_bytes() } else { other };
    spoil(&mut bytes, others, chance);
    bytes
}

fn spoilt(whole: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    spoil(&mut bytes, whole, chance);
    bytes
}
