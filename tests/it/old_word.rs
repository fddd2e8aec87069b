//! Old Word files in, documents out. The files are written here, stream by stream; real ones are read
//! where they are there.

use crate::support;
use std::{
    fs,
    io::{Cursor, Write as _},
};

use crate::support::formats::{RAISED_AGAIN, answers_damaged, read, reads, refused};
use seized::document::{Passage, Shape};

const HEAD: &str = "Resolution adopted by the General Assembly on 4 May 2026\r79/400.\tBridges\r\
    \tThe General Assembly,\r";
/// Where the text begins in its stream, in bytes.
const TEXT: usize = 1024;
/// Bytes of a page of properties.
const PAGE: usize = 512;
const ITALIC: &[u8] = &[0x36, 0x08, 1];
const SPECIAL: &[u8] = &[0x55, 0x08, 1];
const RAISED: &[u8] = &[0x48, 0x2a, 1];
const DELETED: &[u8] = &[0x00, 0x08, 1];
const HIDDEN: &[u8] = &[0x3c, 0x08, 1];
const IN_TABLE: &[u8] = &[0x16, 0x24, 1];
const ROW_END: &[u8] = &[0x16, 0x24, 1, 0x17, 0x24, 1];

/// Characters, and the properties of each.
#[derive(Default)]
struct Typed {
    units: Vec<u16>,
    looks: Vec<&'static [u8]>,
    /// The ends of paragraphs and their properties.
    paragraphs: Vec<(usize, &'static [u8])>,
    /// The characters that refer to notes.
    cites: Vec<usize>,
}

impl Typed {
    /// Types a text in a short notation: `‹i›` italic, `‹up›` raised, `‹d›` deleted, `‹h›` hidden, `‹/›` as before,
    /// `‹fn›` a reference to the next note, `‹*›` one with a mark of its own, `‹own›` the number of a
    /// note in its text, `‹row›` the end of a row; `\u{7}` ends a cell.
    fn text(&mut self, text: &str) {
        let mut look: &[u8] = &[];
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            if let Some((tag, after)) = rest.strip_prefix('‹').and_then(|t| t.split_once('›')) {
                rest = after;
                match tag {
                    "i" => look = ITALIC,
                    "up" => look = RAISED,
                    "d" => look = DELETED,
                    "h" => look = HIDDEN,
                    "fn" | "*" => {
                        self.cites.push(self.units.len());
                        let is_own = tag == "*";
                        self.unit(
                            if is_own { 0x2a } else { 2 },
                            if is_own { &[] } else { SPECIAL },
                        );
                    }
                    "own" => self.unit(2, SPECIAL),
                    "row" => {
                        self.unit(7, look);
                        self.paragraphs.push((self.units.len(), ROW_END));
                    }
                    _ => look = &[],
                }
                continue;
            }
            rest = &rest[c.len_utf8()..];
            for unit in c.encode_utf16(&mut [0; 2]) {
                self.unit(*unit, look);
            }
            match c {
                '\r' => self.paragraphs.push((self.units.len(), &[])),
                '\u{7}' => self.paragraphs.push((self.units.len(), IN_TABLE)),
                _ => {}
            }
        }
    }

    fn unit(&mut self, unit: u16, look: &'static [u8]) {
        self.units.push(unit);
        self.looks.push(look);
    }
}

fn u32s(numbers: impl IntoIterator<Item = usize>) -> Vec<u8> {
    let number = |n| u32::try_from(n).expect("a small number").to_le_bytes();
    numbers.into_iter().flat_map(number).collect()
}

/// A page of properties: runs that end at these bytes.
fn page(runs: &[(usize, Vec<u8>)], entry: usize) -> Vec<u8> {
    let mut page = vec![0; PAGE];
    page[PAGE - 1] = u8::try_from(runs.len()).expect("few runs");
    let ends = std::iter::once(TEXT).chain(runs.iter().map(|(end, _)| *end));
    page[..(runs.len() + 1) * 4].copy_from_slice(&u32s(ends));
    let mut free = PAGE - 2;
    for (i, (_, properties)) in runs.iter().enumerate().filter(|(_, run)| !run.1.is_empty()) {
        free = (free - properties.len()) / 2 * 2;
        page[free..free + properties.len()].copy_from_slice(properties);
        page[(runs.len() + 1) * 4 + i * entry] = u8::try_from(free / 2).expect("in the page");
    }
    page
}

/// An old Word file of a text and its notes.
fn old_word(body: &str, notes: &[&str]) -> Vec<u8> {
    let mut typed = Typed::default();
    typed.text(body);
    let length = typed.units.len();
    let mut starts = vec![0];
    for note in notes {
        typed.text(&format!("{note}\r"));
        starts.push(typed.units.len() - length);
    }
    typed.text("\r");
    let byte = |unit: usize| TEXT + unit * 2;
    let looks: Vec<(usize, Vec<u8>)> = typed
        .looks
        .chunk_by(|a, b| a == b)
        .scan(0, |end, run| {
            *end += run.len();
            let length = u8::try_from(run[0].len()).expect("few bytes");
            let own = [&[length], run[0]].concat();
            Some((byte(*end), if run[0].is_empty() { Vec::new() } else { own }))
        })
        .collect();
    let forms: Vec<(usize, Vec<u8>)> = typed
        .paragraphs
        .iter()
        .map(|(end, properties)| {
            // Words of two bytes: style and properties.
            let mut own = vec![0, 0];
            own.extend_from_slice(properties);
            let words = u8::try_from(own.len().div_ceil(2)).expect("few bytes");
            let own = if own.len() % 2 == 0 {
                [&[0, words], &own[..]].concat()
            } else {
                [&[words], &own[..]].concat()
            };
            (byte(*end), own)
        })
        .collect();

    let mut word = vec![0; TEXT];
    word.extend(typed.units.iter().flat_map(|unit| unit.to_le_bytes()));
    word.resize(word.len().next_multiple_of(PAGE), 0);
    let first_page = word.len() / PAGE;
    word.extend(page(&looks, 1));
    word.extend(page(&forms, 13));

    let mut tables = vec![0; 4];
    let mut places = vec![(0, 0); 93];
    let mut add = |index: usize, bytes: Vec<u8>| {
        places[index] = (tables.len(), bytes.len());
        tables.extend(bytes);
    };
    let piece = [&[0, 0], &u32s([TEXT])[..], &[0, 0]].concat();
    let pieces = [u32s([0, typed.units.len()]), piece].concat();
    add(33, [&[2], &u32s([pieces.len()])[..], &pieces].concat());
    add(12, u32s([TEXT, byte(typed.units.len()), first_page]));
    add(13, u32s([TEXT, byte(typed.units.len()), first_page + 1]));
    let cites = typed.cites.iter().copied().chain([length]);
    add(2, [u32s(cites), vec![1; typed.cites.len() * 2]].concat());
    let ends = starts.last().copied().unwrap_or(0);
    add(3, u32s(starts.into_iter().chain([ends + 1])));

    let mut fib = vec![0; 34 + 28];
    fib[..4].copy_from_slice(&[0xec, 0xa5, 0xc1, 0]);
    fib[10..12].copy_from_slice(&0x0200_u16.to_le_bytes());
    fib[32] = 14;
    fib.extend([22, 0]);
    let mut lengths = vec![0; 22];
    lengths[3] = length;
    lengths[4] = typed.units.len() - length;
    fib.extend(u32s(lengths));
    fib.extend([93, 0]);
    fib.extend(u32s(places.into_iter().flat_map(|(at, length)| [at, length])));
    word[..fib.len()].copy_from_slice(&fib);
    compound(&[("/WordDocument", &word), ("/1Table", &tables)])
}

fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("a file");
    for (name, bytes) in streams {
        file.create_stream(name).expect("a stream").write_all(bytes).expect("its bytes");
    }
    file.into_inner().into_inner()
}

#[test]
fn raised_numbers_that_repeat_a_mark() {
    let body = format!(
        "{HEAD}\tRecalling this,‹fn›\r\tNoting that once more‹up›1‹/› on 12 km‹up›2‹/›,\r\
         \t1.\tDecides so.\r"
    );
    reads(old_word(&body, &["\t‹own› \tSee A/79/1."]), RAISED_AGAIN);
}

#[test]
fn paragraphs_and_footnotes() {
    let body = format!(
        "{HEAD}\t‹i›Recalling‹/› its resolution 53/144 of 24 March 2016‹fn› and the work‹*› done,\r\
         \t1.\t‹i›Decides‹/› to build:\r\t(a)\tA bridge;‹fn›\r\t2.\tDecides to remain seized of the matter.\r"
    );
    reads(
        old_word(&body, &["\t‹own› \tSee A/79/1.", "* Reissued.", "\t‹own›\t‹i›Ibid‹/›., p. 2."]),
        &[
            "title: Bridges",
            "formula: The General Assembly,",
            "PP1: Recalling its resolution 53/144 of 24 March 2016[1] and the work[*] done,",
            "OP1: Decides to build:",
            "OP1(a): A bridge;[2]",
            "OP2: Decides to remain seized of the matter.",
            "fn 1: See A/79/1.",
            "fn *: Reissued.",
            "fn 2: Ibid., p. 2.",
        ],
    );
}

#[test]
fn italics_fields_and_what_was_deleted() {
    let body = format!(
        "{HEAD}\t‹i›Recalling‹/› the \u{13} HYPERLINK \"a\" \u{14}Ad Hoc\u{15} Group‹d› of old‹/› and its \
         follow\u{1e}up‹h› secret‹/›,\r\t1.\tDecides to meet.\r"
    );
    let (document, _) = read(old_word(&body, &[]));
    let text = document.text(Passage::Block(1));
    assert_eq!(text, "Recalling the Ad Hoc Group and its follow\u{2011}up,");
    let italics = document.italics(Passage::Block(1)).iter().map(|range| &text[range.clone()]);
    assert_eq!(italics.collect::<Vec<_>>(), ["Recalling"]);
    let debris: Vec<_> = document.debris.iter().map(|d| (d.kind, d.text.trim())).collect();
    assert_eq!(
        debris,
        [
            ("head line", "Resolution adopted by the General Assembly on 4 May 2026"),
            ("deleted text", "of old"),
            ("hidden text", "secret")
        ]
    );
}

#[test]
fn a_table_has_the_rows_it_has() {
    let body = format!(
        "{HEAD}\t1.\tDecides as follows:\rState\u{7}Share\u{7}‹row›A\u{7}1.\u{7}‹row›\t2.\tEnds.\r"
    );
    let (document, _) = read(old_word(&body, &[]));
    let tables: Vec<_> = document.blocks.iter().filter(|b| b.shape == Shape::Table).collect();
    assert_eq!(tables.len(), 1);
    assert_eq!(tables[0].rows, [["State", "Share"], ["A", "1."]]);
}

#[test]
fn what_cannot_be_read_says_why() {
    let whole = old_word(&format!("{HEAD}\tRecalling this,\r"), &[]);
    refused(compound(&[("/EncryptedPackage", b"x")]), "password");
    refused(compound(&[("/Workbook", b"x")]), "not Word");
    refused(compound(&[("/WordDocument", &[0xdc, 0xa5, 0x65, 0, 0, 0])]), "before Word 97");
    refused(compound(&[("/WordDocument", b"\xec\xa5\xc1\0")]), "ends in the middle");
    refused(whole[..1000].to_vec(), "damaged");
    let mut locked = vec![0; 1000];
    locked[..12].copy_from_slice(&[0xec, 0xa5, 0xc1, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    refused(compound(&[("/WordDocument", &locked)]), "password");
}

#[test]
fn damaged_files_are_answered() {
    let body = format!("{HEAD}\t‹i›Recalling‹/› this,‹fn›\ra\u{7}b\u{7}‹row›\t1.\tDecides so.\r");
    answers_damaged(&old_word(&body, &["\t‹own› \tSee A/79/1."]), 300);
}

/// Real files damaged.
#[test]
#[ignore = "reads the corpus: SEIZED_CORPUS, or ../shared/corpus"]
fn damaged_files_of_the_united_nations_are_answered() {
    let folder = support::corpus();
    for name in ["67_290.doc", "69_313.doc"] {
        let bytes = fs::read(folder.join("doc").join(name)).expect("its bytes");
        answers_damaged(&bytes, 10);
    }
}

/// The UN's own files: all footnotes, each with its mark, paragraphs without a gap.
#[test]
#[ignore = "reads the corpus: SEIZED_CORPUS, or ../shared/corpus"]
fn the_files_of_the_united_nations() {
    let folder = support::corpus().join("doc");
    for (name, symbol, notes) in
        [("67_290.doc", "A/RES/67/290", 21), ("69_313.doc", "A/RES/69/313", 24)]
    {
        let (document, problems) = read(fs::read(folder.join(name)).expect("its bytes"));
        assert!(problems.is_empty(), "{name}: {problems:?}");
        assert_eq!(document.head.symbol.as_ref().map(|s| s.as_str()), Some(symbol));
        let marks: Vec<_> = document.footnotes.iter().map(|note| note.mark.clone()).collect();
        assert_eq!(marks, (1..=notes).map(|n: u32| n.to_string()).collect::<Vec<_>>(), "{name}");
    }
}
