//! `seized show`: the document, or the paragraphs that are cited, set as in the reader. Styled for a
//! terminal with what every terminal has, italics, bold and underline; plain text into a pipe.

use std::{
    io::{self, IsTerminal as _},
    path::PathBuf,
};

use clap::Args;

use super::{
    Outcome,
    answer::{self, Misses},
    corrected, library, no_body, place,
};
use crate::{
    app::reading::accent::{Accent, printed},
    document::{Document, Mark, Passage},
    error::Error,
    export,
    layout::{self, MEASURE, Measure, Order, PieceKind, Row, Setting},
    text::printable,
};

#[derive(Debug, Args)]
#[command(after_help = "Example: seized show A_RES_72_247.txt OP14 'fn 7'")]
pub(super) struct Arguments {
    /// The document, in any format seized reads, or a symbol of the library; `-` is standard input
    file: PathBuf,
    /// What to show of it, `OP14`, `paras. 1-4`, `annex I`, `fn 7`; all of it without
    citations: Vec<String>,
    /// Cells of a line; the terminal's, but at most 80, without
    #[arg(long, value_parser = clap::value_parser!(u16).range(20..))]
    width: Option<u16>,
    /// With what is no body: fields and lines of the head, page heads, job lines and other debris
    #[arg(long, conflicts_with = "citations")]
    all: bool,
    /// For a screen reader: each paragraph on one line, behind what it is in words; no columns, no
    /// raised figures, no styles
    #[arg(long, conflicts_with = "width")]
    plain: bool,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let mut misses = Misses::default();
    let file = library::named(&arguments.file);
    let (document, _) = corrected::open(&file, &mut misses)?;
    let passages = if arguments.citations.is_empty() {
        document.passages().collect()
    } else {
        cited(&document, arguments)?
    };
    let is_styled = io::stdout().is_terminal() && !arguments.plain;
    let width = arguments.width.unwrap_or_else(|| {
        let terminal = terminal_size::terminal_size().map(|(width, _)| width.0);
        terminal.unwrap_or(MEASURE).clamp(20, MEASURE)
    });
    let mut text = if arguments.plain {
        printable::lines(&export::spoken(&document, &passages)).into_owned()
    } else {
        set(&document, &passages, width, is_styled)
    };
    if arguments.citations.is_empty() {
        text.insert_str(0, &heading(&document, is_styled));
    }
    if arguments.all {
        text.insert_str(0, &no_body::head_fields(&document, is_styled));
        text.push_str(&no_body::debris(&document, is_styled));
    }
    answer::to_programs(&text)?;
    Ok(misses.outcome(Outcome::Done))
}

/// `A/RES/72/247 · General Assembly · 24 December 2017`, and an empty line.
fn heading(document: &Document, is_styled: bool) -> String {
    let head = &document.head;
    let symbol = head.symbol.as_ref().map(|symbol| symbol.as_str().to_owned());
    let organ = head.organ.map(|organ| organ.name().to_owned());
    let adopted = head.adopted.map(|date| date.strftime("%-d %B %Y").to_string());
    let fields: Vec<&str> = head.corrected.iter().map(|field| field.name()).collect();
    let corrected = (!fields.is_empty()).then(|| format!("corrected: {}", fields.join(", ")));
    let parts: Vec<String> =
        symbol.into_iter().chain(organ).chain(adopted).chain(corrected).collect();
    let parts = parts.join(" · ");
    match (printable::line(&parts), is_styled) {
        (parts, _) if parts.is_empty() => String::new(),
        (parts, true) => format!("\u{1b}[2m{parts}\u{1b}[0m\n\n"),
        (parts, false) => format!("{parts}\n\n"),
    }
}

/// The passages of the citations, each with all that is nested in it, and then their footnotes.
fn cited(document: &Document, arguments: &Arguments) -> Result<Vec<Passage>, Error> {
    let mut passages = Vec::new();
    for typed in &arguments.citations {
        for passage in place::find(document, typed, &arguments.file)? {
            let below = nested(document, passage);
            for passage in std::iter::once(passage).chain(below) {
                if !passages.contains(&passage) {
                    passages.push(passage);
                }
            }
        }
    }
    let marks: Vec<&Mark> = passages.iter().flat_map(|p| document.marks(*p)).collect();
    for (i, _) in marks.into_iter().filter_map(|mark| document.footnote_of(mark)) {
        if !passages.contains(&Passage::Footnote(i)) {
            passages.push(Passage::Footnote(i));
        }
    }
    Ok(passages)
}

/// The blocks below a block: the items of a paragraph.
fn nested(document: &Document, passage: Passage) -> Vec<Passage> {
    let Passage::Block(top) = passage else { return Vec::new() };
    let is_below = |mut block: usize| {
        while let Some(parent) = document.blocks.get(block).and_then(|block| block.parent) {
            if parent == top {
                return true;
            }
            block = parent;
        }
        false
    };
    (top + 1..document.blocks.len()).filter(|&i| is_below(i)).map(Passage::Block).collect()
}

/// The passages as lines, an empty line between them, footnotes close together.
fn set(document: &Document, passages: &[Passage], width: u16, is_styled: bool) -> String {
    // A pipe gets the text as it is written, for programs; a terminal as it is seen.
    let order = if is_styled { Order::Visual } else { Order::Logical };
    let measure = Measure { width, labels: true, notes_inside: false, order };
    let mut text = String::new();
    let mut before = None;
    for &passage in passages {
        let is_note = |passage| matches!(passage, Passage::Footnote(_));
        if before.is_some_and(|before| !(is_note(before) && is_note(passage))) {
            text.push('\n');
        }
        let all = 0..document.text(passage).len();
        for row in layout::lay_out(&Setting::of(document, passage, measure), all) {
            let line = line(document, passage, &row, is_styled);
            text.push_str(line.trim_end());
            text.push('\n');
        }
        before = Some(passage);
    }
    text
}

/// One row, with the escapes of its styles if it is styled.
fn line(document: &Document, passage: Passage, row: &Row, is_styled: bool) -> String {
    let text = document.text(passage);
    let mut line = String::new();
    let mut column = 0;
    let put = |line: &mut String, words: &str, sgr: &str| {
        let words = printable::lines(words);
        if is_styled && !sgr.is_empty() {
            line.push_str(&format!("\u{1b}[{sgr}m{words}\u{1b}[0m"));
        } else {
            line.push_str(&words);
        }
    };
    for piece in &row.pieces {
        line.push_str(&" ".repeat(usize::from(piece.column.saturating_sub(column))));
        column = piece.end();
        match &piece.kind {
            PieceKind::Words(bytes) => {
                for (part, sgr) in styled_parts(document, passage, bytes) {
                    put(&mut line, &text[part], &sgr);
                }
            }
            PieceKind::Backward(bytes) => {
                for (part, sgr) in styled_parts(document, passage, bytes).into_iter().rev() {
                    let seen: String = layout::backward(&text[part]).map(|(_, g)| g).collect();
                    put(&mut line, &seen, &sgr);
                }
            }
            PieceKind::StandIn { shown, .. } | PieceKind::Rule(shown) | PieceKind::Sign(shown) => {
                put(&mut line, shown, "2");
            }
            PieceKind::Mark { shown, .. } | PieceKind::Label { shown, quiet: false } => {
                put(&mut line, shown, "");
            }
            PieceKind::Label { shown, quiet: true } | PieceKind::Remark { shown, .. } => {
                put(&mut line, shown, "2");
            }
        }
    }
    line
}

/// The bytes cut where their style changes, each with the numbers of its escape sequence.
fn styled_parts(
    document: &Document,
    passage: Passage,
    bytes: &std::ops::Range<usize>,
) -> Vec<(std::ops::Range<usize>, String)> {
    let accents = printed(document, passage, bytes);
    let mut cuts = vec![bytes.start, bytes.end];
    cuts.extend(accents.iter().flat_map(|(range, _)| [range.start, range.end]));
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .map(|pair| {
            let here = accents.iter().filter(|(range, _)| range.contains(&pair[0]));
            let mut numbers: Vec<&str> = here.map(|(_, accent)| number(*accent)).collect();
            numbers.sort_unstable();
            numbers.dedup();
            (pair[0]..pair[1], numbers.join(";"))
        })
        .collect()
}

/// The number of a style in an escape sequence (ECMA-48, SGR).
const fn number(accent: Accent) -> &'static str {
    match accent {
        // Nobody annotates here.
        Accent::Noted | Accent::Highlight(_) => "",
        Accent::Heading => "1",
        Accent::Italic | Accent::Opener => "3",
        Accent::Reference => "4",
        Accent::Cited | Accent::Hit | Accent::CurrentHit | Accent::Selection => "0",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{parse, source};

    fn sample() -> Document {
        let bytes = include_bytes!("../../assets/A_RES_72_247.txt").to_vec();
        let manuscript = source::read(bytes, "the sample").expect("plain text");
        parse::parse(&manuscript).0
    }

    fn shown(citations: &[&str], is_styled: bool) -> Result<String, Error> {
        let arguments = Arguments {
            file: PathBuf::from("a.txt"),
            citations: citations.iter().map(|&c| c.to_owned()).collect(),
            width: None,
            all: false,
            plain: false,
        };
        let document = sample();
        let passages = cited(&document, &arguments)?;
        Ok(set(&document, &passages, 60, is_styled))
    }

    #[test]
    fn a_cited_paragraph_comes_with_its_footnotes() {
        assert_eq!(
            shown(&["20", "pp2"], false).expect("places of the sample"),
            "20.  Decides to remain seized of the matter.\n\n\
             PP2  Guided also by the Universal Declaration of Human\n     \
             Rights,¹ the International Covenants on Human Rights²\n     \
             and other relevant instruments,\n\n\
             1    Resolution 217 A (III).\n\
             2    Resolution 2200 A (XXI), annex.\n"
        );
    }

    #[test]
    fn a_terminal_gets_italics_and_underlines() {
        let text = shown(&["OP20", "fn 12"], true).expect("places of the sample");
        assert!(text.contains("20.  \u{1b}[3mDecides\u{1b}[0m to remain"), "{text:?}");
        assert!(text.contains("\u{1b}[4mparagraph 14\u{1b}[0m."), "{text:?}");
    }

    #[test]
    fn the_whole_begins_with_what_it_is() {
        let heading = heading(&sample(), false);
        assert_eq!(heading, "A/RES/72/247 · General Assembly · 24 December 2017\n\n");
    }

    #[test]
    fn what_is_no_place_is_said() {
        let error = shown(&["OP99"], false).expect_err("no such place");
        assert_eq!(error.to_string(), "OP99: not a place of a.txt");
    }
}
