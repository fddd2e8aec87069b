//! What tests of every format of files ask: what a file is read as, that what is no document is
//! refused, and that damage is answered.

use seized::{
    document::{Document, Problem},
    error::Error,
    parse, source,
};

/// What any format is read as where a footnote is cited once more by a raised number, and a raised 2
/// behind a unit is a power.
pub(crate) const RAISED_AGAIN: &[&str] = &[
    "title: Bridges",
    "formula: The General Assembly,",
    "PP1: Recalling this,[1]",
    "PP2: Noting that once more[1] on 12 km2,",
    "OP1: Decides so.",
    "fn 1: See A/79/1.",
];

/// The document in a file.
#[track_caller]
pub(crate) fn read(bytes: Vec<u8>) -> (Document, Vec<Problem>) {
    parse::parse(&source::read(bytes, "a file").expect("a document"))
}

/// What a file is read as, a passage a line, marks in brackets.
#[track_caller]
pub(crate) fn reads(bytes: Vec<u8>, expected: &[&str]) {
    let (document, _) = read(bytes);
    let mut lines = Vec::new();
    for passage in document.passages() {
        let mut line = format!("{}: ", document.cite(passage));
        let text = document.text(passage);
        let mut from = 0;
        for mark in document.marks(passage) {
            line.push_str(&text[from..mark.at]);
            line.push_str(&format!("[{}]", mark.label));
            from = mark.at;
        }
        line.push_str(&text[from..]);
        lines.push(line);
    }
    assert_eq!(lines, expected);
}

/// That a file is refused, and that these words are in what is said of it.
#[track_caller]
pub(crate) fn refused(bytes: Vec<u8>, words: &str) {
    match source::read(bytes, "a file") {
        Err(Error::Format { why, help, .. }) => {
            assert!(why.contains(words), "{why}");
            assert!(!help.is_empty());
        }
        other => panic!("it is read: {other:?}"),
    }
}

/// That a file is answered, read or refused, whatever happens to its bytes: changed, cut off,
/// doubled. `SEIZED_FUZZ=N` tries N times as much, from another seed each time.
pub(crate) fn answers_damaged(whole: &[u8], times: u32) {
    answers_damaged_within(whole, times, |bytes| bytes);
}

/// The same for what is put into a file by `into_file` once it is damaged.
#[allow(clippy::print_stderr, reason = "a seed that found something is to be known")]
pub(crate) fn answers_damaged_within(
    whole: &[u8],
    times: u32,
    into_file: impl Fn(Vec<u8>) -> Vec<u8>,
) {
    let more: Option<u32> = std::env::var("SEIZED_FUZZ").ok().and_then(|more| more.parse().ok());
    let seed = more.map_or(0, |_| std::time::UNIX_EPOCH.elapsed().map_or(0, |t| t.as_micros()));
    let mut state = 0x5eed_u64 ^ u64::try_from(seed).unwrap_or(0);
    if more.is_some() {
        eprintln!("seed {state}");
    }
    let mut random = |below: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or(0) % below.max(1)
    };
    for _ in 0..times.saturating_mul(more.unwrap_or(1)) {
        let mut bytes = whole.to_vec();
        for _ in 0..=random(4) {
            let at = random(bytes.len());
            match random(6) {
                0 if at > 0 => bytes.truncate(at),
                1 => bytes.extend_from_within(..at),
                2 => bytes[at..].iter_mut().take(4).for_each(|byte| *byte = 0xff),
                3 => {
                    let length = random(64).min(bytes.len() - at);
                    let from = random(bytes.len() - length);
                    bytes.copy_within(from..from + length, at);
                }
                _ => bytes[at] = u8::try_from(random(256)).unwrap_or(0),
            }
        }
        if let Ok(manuscript) = source::read(into_file(bytes), "a file") {
            let _ = parse::parse(&manuscript);
        }
    }
}
