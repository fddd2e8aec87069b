//! What several tests need: documents from a short notation, and the corpus where it is there.
pub(crate) mod approved;
pub(crate) mod formats;
pub(crate) mod librarian;
pub(crate) mod made_pairs;
pub(crate) mod model;
pub(crate) mod mutate;
pub(crate) mod pdf;
#[cfg(unix)]
pub(crate) mod pty;
pub(crate) mod sentences;
pub(crate) mod walk;

use std::{
    env,
    path::{Path, PathBuf},
};

use seized::{
    document::{
        Block, Certainty, Cite, Document, Footnote, Mark, Opener, Part, Passage, Place, Reference,
        Shape, Span, Symbol, Target,
    },
    manuscript::Manuscript,
    parse,
};

/// The folder of real documents, which is not part of the project. Tests that read it are `#[ignore]`d
/// with this as the reason; `.ci/run` runs them where it is there, and says so where it is not.
#[track_caller]
pub(crate) fn corpus() -> PathBuf {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let folder = env::var_os("SEIZED_CORPUS").map_or(beside, PathBuf::from);
    assert!(folder.is_dir(), "no corpus at {}: name one by SEIZED_CORPUS", folder.display());
    folder
}

/// The names of all commands, as `--help` lists them.
pub(crate) fn commands() -> Vec<String> {
    let help = std::process::Command::new(env!("CARGO_BIN_EXE_seized")).arg("--help").output();
    let help = String::from_utf8(help.expect("it starts").stdout).expect("UTF-8");
    let list = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let names =
        list.take_while(|line| !line.is_empty()).filter_map(|line| line.split_whitespace().next());
    let names: Vec<String> = names.filter(|name| *name != "help").map(str::to_owned).collect();
    assert!(names.len() > 10, "{help}");
    names
}

/// All files below a folder, in order.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

/// A document from one line a passage:
///
/// ```text
/// = 9/1. The title
/// ~ The General Assembly,
/// PP Recalling its {resolution 53/144=A/RES/53/144},^1
/// ## A heading among the operative paragraphs
/// OP Decides^2 as in {paragraph 1=OP1};
/// (a) An item of it;
/// | a cell | another
/// fn Resolution 217 A (III).
/// ```
///
/// `^1` is a mark, `^1?` a doubtful one, `{words=target}` a reference. The word before the first
/// space of a paragraph is its opener.
pub(crate) fn document(notation: &str) -> Document {
    let mut document = Document::default();
    document.head.symbol = Some(Symbol::new("A/RES/9/1"));
    let (mut preambular, mut operative) = (0, 0);
    for line in notation.lines().map(str::trim_start).filter(|line| !line.is_empty()) {
        let (kind, rest) = line.split_once(' ').unwrap_or((line, ""));
        let inline = inline(rest);
        match kind {
            "=" => {
                let (number, _) = rest.split_once(". ").expect("a number in the title");
                document.head.number = Some(number.to_owned());
                let title = self::inline(&rest[number.len() + 2..]);
                document.head.title = Some(title.text);
                document.head.title_marks = title.marks;
            }
            "fn" => document.footnotes.push(Footnote {
                mark: (document.footnotes.len() + 1).to_string(),
                text: inline.text,
                references: inline.references,
                antecedent: None,
                italics: Vec::new(),
                span: Span::default(),
            }),
            "|" => add_row(&mut document, rest),
            "~" => add(&mut document, "formula", Part::Formula, Shape::Paragraph, "", inline),
            "##" => {
                let cite = format!("heading {}", document.blocks.len());
                add(&mut document, &cite, Part::Operative, Shape::Heading, "", inline);
            }
            "PP" => {
                preambular += 1;
                let cite = format!("PP{preambular}");
                add(&mut document, &cite, Part::Preamble, Shape::Paragraph, "", inline);
            }
            "OP" => {
                operative += 1;
                let (cite, label) = (format!("OP{operative}"), format!("{operative}."));
                add(&mut document, &cite, Part::Operative, Shape::Paragraph, &label, inline);
            }
            item if item.starts_with('(') => {
                let cite = format!("OP{operative}{item}");
                add(&mut document, &cite, Part::Operative, Shape::Item, item, inline);
            }
            other => panic!("no such line in a document: {other}"),
        }
    }
    document
}

/// A document of plain text.
pub(crate) fn read_text(text: &str) -> Document {
    parse::parse(&Manuscript::plain(text)).0
}

/// How the blocks of a document are called.
pub(crate) fn names(document: &Document) -> Vec<String> {
    document.blocks.iter().map(|block| block.cite.to_string()).collect()
}

/// That a document has these blocks, by name and words, and no others.
#[track_caller]
pub(crate) fn has_blocks(document: &Document, expected: &[(&str, &str)]) {
    let names = names(document);
    let texts = document.blocks.iter().map(|block| block.text.as_str());
    let found: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(texts).collect();
    assert_eq!(found, expected);
}

/// A place by its name.
pub(crate) fn named(name: impl AsRef<str>) -> Cite {
    let name = name.as_ref();
    Cite::read(name).unwrap_or_else(|| panic!("{name:?} names no place"))
}

fn add(document: &mut Document, cite: &str, part: Part, shape: Shape, label: &str, inline: Inline) {
    let is_item = shape == Shape::Item;
    let opener = (shape == Shape::Paragraph && part != Part::Formula)
        .then(|| Opener::unknown(inline.text.find(' ').unwrap_or(inline.text.len())));
    document.blocks.push(Block {
        cite: named(cite),
        part,
        shape,
        depth: u8::from(is_item),
        parent: is_item.then(|| document.blocks.len() - 1),
        number: (!label.is_empty()).then(|| label.trim_matches(['(', ')', '.']).to_owned()),
        label: label.to_owned(),
        text: inline.text,
        opener,
        marks: inline.marks,
        references: inline.references,
        italics: Vec::new(),
        rows: Vec::new(),
        span: Span::default(),
    });
}

fn add_row(document: &mut Document, rest: &str) {
    let cells: Vec<String> = rest.split('|').map(|cell| cell.trim().to_owned()).collect();
    if document.blocks.last().is_none_or(|block| block.shape != Shape::Table) {
        let cite = format!("table {}", document.blocks.len());
        let nothing = inline("");
        add(document, &cite, Part::Operative, Shape::Table, "", nothing);
    }
    let table = document.blocks.last_mut().expect("it was just added");
    table.rows.push(cells);
    table.text = table.rows.concat().join(" ");
}

struct Inline {
    text: String,
    marks: Vec<Mark>,
    references: Vec<Reference>,
}

fn inline(notation: &str) -> Inline {
    let mut inline = Inline { text: String::new(), marks: Vec::new(), references: Vec::new() };
    let mut rest = notation;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '^' => {
                let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
                let weak = rest[end..].starts_with('?');
                let certainty = if weak { Certainty::Weak } else { Certainty::Sure };
                let (label, at) = (rest[..end].to_owned(), inline.text.len());
                inline.marks.push(Mark { label, at, kept: 0, certainty, span: Span::default() });
                rest = &rest[end + usize::from(weak)..];
            }
            '{' => {
                let (reference, after) = rest.split_once('}').expect("a closing brace");
                let (words, target) = reference.split_once('=').expect("a target");
                let start = inline.text.len();
                inline.text.push_str(words);
                let target = if target.contains('/') {
                    Target::Document { symbol: Symbol::new(target), locus: None }
                } else {
                    Target::Here(named(target))
                };
                inline.references.push(Reference { range: start..inline.text.len(), target });
                rest = after;
            }
            c => inline.text.push(c),
        }
    }
    inline
}

/// The place of the cursor `[|]` in `OP3 Decides to [|]devote`: a citation and words of its text.
#[track_caller]
pub(crate) fn place(document: &Document, shown: &str) -> Place {
    let (before, _) = shown.split_once("[|]").expect("a cursor");
    let cite_end = before
        .match_indices(' ')
        .map(|(at, _)| at)
        .find(|&at| before[..at].len() > 2 || !before.starts_with("fn"))
        .unwrap_or(before.len());
    let cite = before.get(..cite_end).expect("a citation");
    let passage = document.passage(&named(cite)).unwrap_or_else(|| panic!("no {cite}"));
    let words = shown[(cite_end + 1).min(shown.len())..].replace("[|]", "");
    let text = document.text(passage);
    let start = text.find(&words).unwrap_or_else(|| panic!("{words:?} is not in {text:?}"));
    Place { passage, at: start + before.len().saturating_sub(cite_end + 1) }
}

/// A place as [`place`] reads it, with a few words on each side.
pub(crate) fn shown(document: &Document, place: Option<Place>) -> String {
    let Some(Place { passage, at }) = place else { return "nowhere".into() };
    let text = document.text(passage);
    let from = text.floor_char_boundary(at.saturating_sub(16));
    let to = text.floor_char_boundary((at + 16).min(text.len()));
    let cite = match passage {
        Passage::Title => "title".to_owned(),
        _ => document.cite(passage).to_string(),
    };
    format!("{cite} {}[|]{}", &text[from..at], &text[at..to])
}
