//! The document as Markdown: openers in italics, footnotes as `[^7]`, references as links.
//! Knows CommonMark and the footnote extension that most renderers have.

use std::fmt::Write as _;

use crate::document::{Block, Document, Mark, Part, Reference, Shape, Target};

/// The whole document. Debris is left out: this is the resolution, not the file.
#[must_use]
pub fn markdown(document: &Document) -> String {
    let mut out = String::new();
    front(document, &mut out);
    for block in &document.blocks {
        out.push_str(&paragraph(block));
        out.push_str("\n\n");
    }
    for note in &document.footnotes {
        let words = inline(&note.text, None, &[], &note.references);
        // Writing to a String cannot fail.
        let _ = writeln!(out, "[^{}]: {words}\n", anchor(&note.mark));
    }
    while out.ends_with("\n\n") {
        out.pop();
    }
    out
}

fn front(document: &Document, out: &mut String) {
    let head = &document.head;
    let symbol = head.symbol.as_ref().map(ToString::to_string);
    if let Some(title) = &head.title {
        let number = head.printed_number().map(|n| format!("{n} ")).unwrap_or_default();
        let title = inline(title, None, &head.title_marks, &[]);
        let _ = writeln!(out, "# {}{title}\n", escaped(&number));
    } else if let Some(symbol) = &symbol {
        let _ = writeln!(out, "# {}\n", escaped(symbol));
    }
    let facts = [
        symbol,
        head.session.clone(),
        head.adopted.map(|date| format!("adopted {date}")),
        head.proposal.clone(),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().map(|fact| escaped(&fact)).collect();
    if !facts.is_empty() {
        let _ = writeln!(out, "{}\n", facts.join(" · "));
    }
}

fn paragraph(block: &Block) -> String {
    let words = inline(&block.text, block.opener_length(), &block.marks, &block.references);
    match block.shape {
        Shape::Heading => format!("## {words}"),
        Shape::Table => table(&block.rows),
        Shape::Paragraph | Shape::Item => {
            // A list marker would renumber and re-indent; the UN's own numbers stay text.
            let indent = "&emsp;".repeat(usize::from(block.depth));
            let label = escape_number(&block.label);
            let space = if label.is_empty() { "" } else { " " };
            let line_end = if block.part == Part::Closing { "  " } else { "" };
            format!("{indent}{label}{space}{words}{line_end}")
        }
    }
}

fn table(rows: &[Vec<String>]) -> String {
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let line = |cells: &[String]| {
        let cells = (0..width).map(|i| cells.get(i).map_or(String::new(), |cell| escaped(cell)));
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let mut lines: Vec<String> = rows.iter().map(|row| line(row)).collect();
    if !lines.is_empty() {
        lines.insert(1, format!("|{}", " --- |".repeat(width)));
    }
    lines.join("\n")
}

/// Words with their opener in italics, marks as footnote references and references as links.
fn inline(text: &str, opener: Option<usize>, marks: &[Mark], references: &[Reference]) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut cuts: Vec<(usize, u8, String)> = Vec::new();
    // The digits of a doubtful mark are among the words already.
    for mark in marks.iter().filter(|mark| mark.kept == 0) {
        cuts.push((mark.at, 1, format!("[^{}]", anchor(&mark.label))));
    }
    if let Some(len) = opener {
        cuts.push((0, 2, "*".into()));
        cuts.push((len, 0, "*".into()));
    }
    for reference in references {
        if let Target::Document { symbol, .. } = &reference.target {
            cuts.push((reference.range.start, 2, "[".into()));
            cuts.push((reference.range.end, 0, format!("]({})", symbol.link())));
        }
    }
    // At one place what closes comes first, then marks, then what opens.
    cuts.sort_by_key(|(at, order, _)| (*at, *order));
    let mut last = 0;
    for (at, _, insert) in cuts {
        out.push_str(&escaped(text.get(last..at).unwrap_or_default()));
        out.push_str(&insert);
        last = at;
    }
    out.push_str(&escaped(text.get(last..).unwrap_or_default()));
    out
}

/// A footnote's name: `*` has a meaning of its own in Markdown.
fn anchor(mark: &str) -> String {
    mark.replace('*', "star")
}

/// `14.` at the start of a line would begin a list.
fn escape_number(label: &str) -> String {
    escaped(label).replacen('.', "\\.", 1)
}

/// Text in which nothing is taken for mark-up, HTML included.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '|' | '~') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
