//! A comparison as a page for a browser and for paper. One file: it loads nothing and runs nothing. What
//! went is struck out, what came is underlined, so that it prints without colours. Everything that a
//! document says is escaped.

use std::fmt::Write as _;

use super::{
    Compared, Shown, folded, heading,
    pieces::{Piece, pieces},
    place, unchanged, what,
};
use crate::{compare::Pairing, document::Document, export::annotations_html::escaped};

const STYLE: &str = include_str!("comparison.css");

/// The page.
#[must_use]
pub fn comparison_html(a: &Compared<'_>, b: &Compared<'_>, pairings: &[Pairing]) -> String {
    let (title, summary) = heading(a, b, pairings);
    let title = escaped(&title);
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <h1>{title}</h1>\n<p class=\"summary\">{}</p>\n",
        escaped(&summary)
    );
    for shown in folded(pairings) {
        // Writing to a String cannot fail, here and below.
        match shown {
            Shown::Unchanged(run) => {
                let _ =
                    writeln!(out, "<details><summary>{}</summary>", escaped(&unchanged(b, run)));
                for pairing in run {
                    let _ = writeln!(out, "{}", paragraph(a, b, pairing));
                }
                out.push_str("</details>\n");
            }
            Shown::Changed(pairing) => {
                let _ = writeln!(
                    out,
                    "<div class=\"pair {}\">\n<p class=\"place\"><b>{}</b>{}</p>\n{}\n</div>",
                    pairing.kind().name(),
                    escaped(&place(a, b, pairing)),
                    escaped(&what(pairing)),
                    paragraph(a, b, pairing)
                );
            }
        }
    }
    out + "</body>\n</html>\n"
}

fn paragraph(a: &Compared<'_>, b: &Compared<'_>, pairing: &Pairing) -> String {
    let document: &Document = if pairing.right().is_empty() { a.document } else { b.document };
    let direction = if document.language.is_right_to_left() { "rtl" } else { "ltr" };
    let words: String = pieces(a.document, b.document, pairing)
        .into_iter()
        .map(|piece| match piece {
            Piece::Same(words) => escaped(&words),
            Piece::Deleted(words) => format!("<del>{}</del>", escaped(&words)),
            Piece::Inserted(words) => format!("<ins>{}</ins>", escaped(&words)),
        })
        .collect();
    format!("<p lang=\"{}\" dir=\"{direction}\">{words}</p>", document.language.code())
}
