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

/// A table of rows of cells; `row` says what was done to each row, `cell` makes what stands in the paragraph of a cell.
pub(super) fn table(
    rows: &[Vec<String>],
    row: &str,
    cell: &mut dyn FnMut(&str) -> String,
) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(1);
    let grid = "<w:gridCol w:w=\"2000\"/>".repeat(columns);
    let mut out = format!("<w:tbl>{BORDERS}<w:tblGrid>{grid}</w:tblGrid>");
    for cells in rows {
        out.push_str("<w:tr>");
        if !row.is_empty() {
            out.push_str(&format!("<w:trPr>{row}</w:trPr>"));
        }
        for words in cells {
            out.push_str(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr><w:p>{}</w:p></w:tc>",
                cell(words)
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
    while i < end {
        let Some(placed) = tokens.get(i) else { break };
        match placed.token {
            Token::Open("p") => {
                if let Some(paragraph) = Paragraph::read(xml, tokens, i) {
                    out.push_str(&paragraph.alone(revision));
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
        let has_properties =
            matches!(tokens.get(i + 1).map(|t| &t.token), Some(Token::Open("trPr" | "tblPrEx")));
        if placed.token == Token::Open("tr") && !has_properties {
            out.push_str(&format!("<w:trPr>{}</w:trPr>", revision.own_mark()));
        }
        i += 1;
    }
    out
}
