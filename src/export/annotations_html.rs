//! A page of the whole document with highlights and notes, for a browser and for paper. One file:
//! it loads nothing.

use std::{fmt::Write as _, ops::Range};

use crate::{
    annotations::{Annotation, Found},
    document::{Document, Passage},
};

const STYLE: &str = "body{font:17px/1.5 Georgia,serif;max-width:64em;margin:2em auto;padding:0 1em;color:#222;background:#fff}\
h1{font-size:1.4em}section{display:grid;grid-template-columns:5em minmax(0,1fr) 15em;gap:0 1em;margin:.6em 0}\
.n{color:#777;text-align:right}mark{background:#fff1a8;color:inherit}aside{font:14px/1.4 sans-serif;border-left:3px solid #c9a400;padding-left:.6em;align-self:start}\
.t{color:#7a5c00}.whole{background:#fffbe6}@media(max-width:50em){section{grid-template-columns:3em 1fr}aside{grid-column:2}}\
@media print{body{font-size:10.5pt;margin:0}section{break-inside:avoid}mark,.whole{print-color-adjust:exact;-webkit-print-color-adjust:exact}}";

/// The page.
#[must_use]
pub fn annotations_html(document: &Document, all: &[(&Annotation, Found)]) -> String {
    let symbol = document.head.symbol.as_ref().map_or("", |symbol| symbol.as_str());
    let title = escaped(document.head.title.as_deref().unwrap_or(symbol));
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{}\"><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title>\
         <style>{STYLE}</style>\n<p>{}</p>\n",
        document.language.code(),
        escaped(symbol)
    );
    for passage in document.passages() {
        let here: Vec<(&Annotation, Range<usize>)> = all
            .iter()
            .filter_map(|(annotation, found)| match &found.place {
                Some((place, range)) if *place == passage => Some((*annotation, range.clone())),
                _ => None,
            })
            .collect();
        section(&mut out, document, passage, &here);
    }
    let orphans: Vec<&Annotation> =
        all.iter().filter(|(_, found)| found.place.is_none()).map(|(a, _)| *a).collect();
    if !orphans.is_empty() {
        out.push_str("<h2>Without a place</h2>\n");
    }
    for orphan in orphans {
        let quote = escaped(orphan.at.shown());
        let _ = writeln!(out, "<blockquote dir=\"auto\">{quote}</blockquote>{}", aside(orphan));
    }
    out + "</html>\n"
}

fn section(
    out: &mut String,
    document: &Document,
    passage: Passage,
    here: &[(&Annotation, Range<usize>)],
) {
    let (cite, text) = (document.cite(passage).to_string(), document.text(passage));
    let parts: Vec<Range<usize>> = here
        .iter()
        .filter(|(annotation, _)| annotation.at.quote.is_some())
        .map(|(_, range)| range.clone())
        .collect();
    let whole = if here.len() > parts.len() { " class=\"whole\"" } else { "" };
    let tag = if passage == Passage::Title { "h1" } else { "div" };
    let notes: Vec<String> = here.iter().map(|(annotation, _)| aside(annotation)).collect();
    let _ = writeln!(
        out,
        "<section id=\"{}\"><div class=\"n\">{}</div><{tag}{whole} dir=\"auto\">{}</{tag}><div>{}</div></section>",
        escaped(&cite),
        escaped(&cite),
        highlighted(document, passage, text, &parts),
        notes.concat()
    );
}

/// The text with its footnote marks raised, and a highlight wherever at least one part covers it.
fn highlighted(
    document: &Document,
    passage: Passage,
    text: &str,
    parts: &[Range<usize>],
) -> String {
    let marks = document.marks(passage);
    let mut cuts: Vec<usize> = parts.iter().flat_map(|range| [range.start, range.end]).collect();
    cuts.extend(marks.iter().map(|mark| mark.at));
    cuts.extend([0, text.len()]);
    cuts.sort_unstable();
    cuts.dedup();
    let raised = |at: usize| {
        let here = marks.iter().filter(move |mark| mark.at == at);
        here.map(|mark| format!("<sup>{}</sup>", escaped(&mark.label))).collect::<String>()
    };
    let mut out = raised(0);
    for pair in cuts.windows(2) {
        let words = escaped(text.get(pair[0]..pair[1]).unwrap_or_default());
        let is_marked = parts.iter().any(|range| range.start <= pair[0] && pair[1] <= range.end);
        if is_marked {
            let _ = write!(out, "<mark>{words}</mark>");
        } else {
            out.push_str(&words);
        }
        out.push_str(&raised(pair[1]));
    }
    out
}

fn aside(annotation: &Annotation) -> String {
    let tags = escaped(&annotation.tags.join(", "));
    let note = escaped(&annotation.note).replace('\n', "<br>");
    format!("<aside dir=\"auto\"><div class=\"t\">{tags}</div>{note}</aside>")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
