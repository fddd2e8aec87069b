//! Old Word files: the binary ones of Word 97 to 2003 ([MS-DOC]). Reads what a person sees printed, as
//! from a new Word file: text, automatic numbers, footnotes at their marks, italics, tables; heads and
//! feet of pages, comments, deleted and hidden text are kept as debris.

mod bytes;
mod fib;
mod lists;
mod looks;
mod pieces;
mod story;
mod styles;

use std::{
    collections::HashMap,
    io::{Cursor, Read as _},
};

use super::{
    numbering::Numbering,
    office_text::{Line, Notes, Numbers, OfficeText},
};
use crate::manuscript::Manuscript;
use bytes::{plc, u16_at};
use fib::{Fib, Part, Table};
use looks::Runs;
use pieces::Text;
use story::Reader;
use styles::Styles;

/// The largest stream that is read, in bytes: no document of words is larger.
const LARGEST: u64 = 64 * 1024 * 1024;
/// Its name in a file that is encrypted, whatever it was before.
const ENCRYPTED: &str = "/EncryptedPackage";

/// What a file says beside the text.
#[derive(Debug)]
struct Word<'a> {
    text: Text<'a>,
    characters: Runs<'a>,
    paragraphs: Runs<'a>,
    styles: Styles<'a>,
    numbering: Numbering,
    /// The notes that are cited, by the character that cites them.
    cited: HashMap<usize, Cited>,
}

/// A note, where it is cited.
#[derive(Clone, Copy, Debug)]
struct Cited {
    /// 0 for footnotes, 1 for endnotes.
    kind: usize,
    index: usize,
    /// The characters of its own text.
    span: [usize; 2],
}

/// Reads an old Word file.
///
/// # Errors
/// Where it is damaged, encrypted, older than Word 97 or no Word file: why, in a phrase.
pub(super) fn read(bytes: &[u8]) -> Result<Manuscript, String> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes))
        .map_err(|error| format!("it is a damaged file of an old program ({error})"))?;
    if file.exists(ENCRYPTED) {
        return Err("it is protected by a password".into());
    }
    let word = stream(&mut file, "/WordDocument")?
        .ok_or("it was written by an old program that is not Word")?;
    let fib = Fib::read(&word)?;
    let tables = stream(&mut file, fib.tables)?.ok_or("its tables are missing")?;
    let text = Text::read(&word, fib.table(&tables, Table::Pieces))?;
    let lists = fib.table_at(&tables, Table::Lists).map(|(at, _)| at);
    let word = Word {
        text,
        characters: Runs::of_characters(&word, fib.table(&tables, Table::Characters)),
        paragraphs: Runs::of_paragraphs(&word, fib.table(&tables, Table::Paragraphs)),
        styles: Styles::read(fib.table(&tables, Table::Styles)),
        numbering: lists::read(&tables, lists, fib.table(&tables, Table::ListsInUse)),
        cited: cited(&fib, &tables),
    };
    Ok(office_text(&word, &fib, numbers(fib.table(&tables, Table::Settings))).write())
}

fn stream(
    file: &mut cfb::CompoundFile<Cursor<&[u8]>>,
    name: &str,
) -> Result<Option<Vec<u8>>, String> {
    if !file.is_stream(name) {
        return Ok(None);
    }
    let damaged = |error: std::io::Error| format!("its part {name} is damaged ({error})");
    let mut bytes = Vec::new();
    let stream = file.open_stream(name).map_err(damaged)?;
    stream.take(LARGEST + 1).read_to_end(&mut bytes).map_err(damaged)?;
    if bytes.len() as u64 > LARGEST {
        return Err(format!("its part {name} is larger than that of any document"));
    }
    Ok(Some(bytes))
}

fn office_text(word: &Word<'_>, fib: &Fib, numbers: [Numbers; 2]) -> OfficeText {
    let mut reader = Reader::new(word);
    let lines = reader.read(fib.part(Part::Text));
    let mut notes = [Notes::new(), Notes::new()];
    for cited in word.cited.values() {
        if let Some(notes) = notes.get_mut(cited.kind) {
            notes.insert(cited.index.to_string(), reader.read(cited.span));
        }
    }
    let mut part = |part: Part| -> Vec<Line> { reader.read(fib.part(part)) };
    let mut beside = vec![("comment", part(Part::Comments)), ("text box", part(Part::TextBoxes))];
    let margins = [part(Part::Heads), part(Part::TextBoxesOfHeads)].concat();
    let [deleted, hidden] = reader.left_out();
    beside.extend([
        ("deleted text", deleted),
        ("hidden text", hidden),
        ("page head or foot", margins),
    ]);
    OfficeText { lines, notes, numbers, beside }
}

/// Where notes are cited, and where their text is.
fn cited(fib: &Fib, tables: &[u8]) -> HashMap<usize, Cited> {
    let mut found = HashMap::new();
    let kinds = [
        (Table::FootnoteMarks, Table::FootnoteTexts, Part::Footnotes),
        (Table::EndnoteMarks, Table::EndnoteTexts, Part::Endnotes),
    ];
    let character = |place: u32| usize::try_from(place).unwrap_or(usize::MAX);
    for (kind, (marks, texts, part)) in kinds.into_iter().enumerate() {
        let [start, end] = fib.part(part);
        let texts = plc(fib.table(tables, texts), 0)
            .map(|(places, _)| places.map(|place| start.saturating_add(character(place)).min(end)));
        let marks = plc(fib.table(tables, marks), 2).map(|([mark, _], _)| character(mark));
        for (index, (mark, span)) in marks.zip(texts).enumerate() {
            found.insert(mark, Cited { kind, index, span });
        }
    }
    found
}

/// How notes are numbered throughout the file ([MS-DOC] 2.7.2).
fn numbers(settings: &[u8]) -> [Numbers; 2] {
    let format = |code: u16| match code & 0x0f {
        1 => "upperRoman",
        2 => "lowerRoman",
        3 => "upperLetter",
        4 => "lowerLetter",
        _ => "decimal",
    };
    let numbers = |first: usize, code: u16| {
        let start = u16_at(settings, first).map_or(1, |first| u32::from(first >> 2)).max(1);
        Numbers { format: format(code).into(), start }
    };
    let formats = u16_at(settings, 54).unwrap_or(0x0080);
    [numbers(2, formats >> 2), numbers(52, formats >> 6)]
}
