//! Tables of a Word file: made of rows of cells, and marked as a whole as gone or new. Knows no cell's
//! meaning.

use super::{
    paragraph::Paragraph,
    revision::Revision,
    scan::{Placed, Token, end_of_element},
};

const BORDERS: &str = "<w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblBorders>\
     <w:top w:val=\"single\" w:sz=\"4\"/><w:left w:val=\"single\" w:sz=\"4\"/><w:bottom w:val=\"single\" w:sz=\"4\"/>\
     <w:right w:val=\"single\" w:sz=\"4\"/><w:insideH w:val=\"single\" w:sz=\"4\"/><w:insideV w:val=\"single\" w:sz=\"4\"/>\
     </w:tblBorders></w:tblPr>";

/// What is asked for of a table while it is made.
#[derive(Clone, Copy, Debug)]
pub(super) enum Asked<'a> {
    /// What was done to a row.
    Row,
    /// What stands in a row without words.
    Empty,
    /// What stands in the paragraph of a cell of these words.
    Cell(&'a str),
}

/// A table of rows of cells, of what it asks for.
pub(super) fn table(rows: &[Vec<String>], answer: &mut dyn FnMut(Asked<'_>) -> String) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(1);
    let grid = "<w:gridCol w:w=\"2000\"/>".repeat(columns);
    let mut out = format!("<w:tbl>{BORDERS}<w:tblGrid>{grid}</w:tblGrid>");
    for cells in rows {
        out.push_str("<w:tr>");
        let row = answer(Asked::Row);
        if !row.is_empty() {
            out.push_str(&format!("<w:trPr>{row}</w:trPr>"));
        }
        let mut is_empty = cells.iter().all(|words| words.trim().is_empty());
        for words in cells {
            let cell = answer(Asked::Cell(words));
            let nothing =
                if std::mem::take(&mut is_empty) { answer(Asked::Empty) } else { String::new() };
            out.push_str(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr><w:p>{cell}{nothing}</w:p></w:tc>"
            ));
        }
        out.push_str("</w:tr>");
    }
    out + "</w:tbl>"
}

/// A table that only the file's own text has; `at` is its first token.
pub(super) fn table_alone(
    xml: &str,
    tokens: &[Placed<'_>],
    at: usize,
    revision: &mut Revision<'_>,
) -> String {
    let end = end_of_element(tokens, at);
    let mut out = String::new();
    let mut i = at;
    // Whether the row that is being read has no words, and nothing was said of it yet.
    let mut is_empty = false;
    while i < end {
        let Some(placed) = tokens.get(i) else { break };
        match placed.token {
            Token::Open("p") => {
                if let Some(paragraph) = Paragraph::read(xml, tokens, i) {
                    let gone = paragraph.alone(revision);
                    match std::mem::take(&mut is_empty).then(|| gone.strip_suffix("</w:p>")) {
                        Some(Some(open)) => {
                            out.push_str(&format!("{open}{}</w:p>", revision.nothing()));
                        }
                        _ => out.push_str(&gone),
                    }
                }
                i = end_of_element(tokens, i);
                continue;
            }
            Token::Open("trPr") => {
                let next = end_of_element(tokens, i);
                let close = tokens.get(next - 1).map_or(placed.range.end, |t| t.range.start);
                out.push_str(xml.get(placed.range.start..close).unwrap_or_default());
                out.push_str(&format!("{}</w:trPr>", revision.own_mark()));
                i = next;
                continue;
            }
            _ => out.push_str(xml.get(placed.range.clone()).unwrap_or_default()),
        }
        if placed.token == Token::Open("tr") {
            let row = i..end_of_element(tokens, i);
            is_empty =
                !tokens.get(row).unwrap_or_default().iter().any(|placed| is_words(xml, placed));
        }
        let has_properties =
            matches!(tokens.get(i + 1).map(|t| &t.token), Some(Token::Open("trPr" | "tblPrEx")));
        if placed.token == Token::Open("tr") && !has_properties {
            out.push_str(&format!("<w:trPr>{}</w:trPr>", revision.own_mark()));
        }
        i += 1;
    }
    out
}

/// Whether a token is text that is seen, or a picture.
fn is_words(xml: &str, placed: &Placed<'_>) -> bool {
    match placed.token {
        Token::Text => !xml.get(placed.range.clone()).unwrap_or_default().trim().is_empty(),
        Token::Open(name) => ["drawing", "pict", "object"].contains(&name),
        _ => false,
    }
}
