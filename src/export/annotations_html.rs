//! A page of whole documents with highlights, and notes in the margin, for a browser and for paper.
//! One file: it loads nothing and runs nothing. Everything that a person or a document says is
//! escaped.

use std::{fmt::Write as _, ops::Range};

use crate::{
    annotations::{Annotation, Index, Verdict},
    document::{Document, Passage, Shape},
    text::printable,
};

const STYLE: &str = include_str!("annotations.css");

/// The colours that the page has; others are shown as the first.
const COLOURS: [&str; 4] = ["yellow", "green", "blue", "pink"];

/// A document and what is annotated in it.
#[derive(Clone, Copy, Debug)]
pub struct Annotated<'a> {
    /// The name of its file.
    pub name: &'a str,
    /// The document; an empty one where the file is gone.
    pub document: &'a Document,
    /// Its annotations, in the order in which they are to stand in the margin.
    pub annotations: &'a [Annotation],
}

/// Words that an annotation is on.
struct Spot<'a> {
    annotation: &'a Annotation,
    passage: Passage,
    words: Range<usize>,
    verdict: Verdict,
    /// Whether it is on the whole passage.
    is_whole: bool,
    /// Whether the annotation began in a passage before.
    is_continued: bool,
}

/// The page.
#[must_use]
pub fn annotations_html(all: &[Annotated<'_>]) -> String {
    let first = all.first();
    let title = first.map_or("seized", |first| title(first));
    let language = first.map_or("en", |first| first.document.language.code());
    let mut out = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n",
        escaped(title)
    );
    for (i, annotated) in all.iter().enumerate() {
        // Names of places are those of citations; in a page of several documents they need more.
        let prefix = if all.len() > 1 { format!("d{}-", i + 1) } else { String::new() };
        let citations = annotated.document.marks_of_notes();
        Article { annotated: *annotated, prefix, citations }.write(&mut out);
    }
    out + "</body>\n</html>\n"
}

fn title<'a>(annotated: &Annotated<'a>) -> &'a str {
    let head = &annotated.document.head;
    let symbol = head.symbol.as_ref().map(|symbol| symbol.as_str());
    head.title_in_words().or(symbol).unwrap_or(annotated.name)
}

struct Article<'a> {
    annotated: Annotated<'a>,
    prefix: String,
    /// For each footnote, where it is cited.
    citations: Vec<Vec<(Passage, usize)>>,
}

impl Article<'_> {
    fn write(&self, out: &mut String) {
        let document = self.annotated.document;
        let direction = if document.language.is_right_to_left() { "rtl" } else { "ltr" };
        // Writing to a String cannot fail, here and below.
        let _ =
            writeln!(out, "<article lang=\"{}\" dir=\"{direction}\">", document.language.code());
        let symbol = document.head.symbol.as_ref().map_or(self.annotated.name, |s| s.as_str());
        let _ = writeln!(out, "<p class=\"symbol\" dir=\"auto\">{}</p>", escaped(symbol));
        let (spots, orphans) = spots(&self.annotated);
        let mut in_footnotes = false;
        for passage in document.passages() {
            if matches!(passage, Passage::Footnote(_))
                && !std::mem::replace(&mut in_footnotes, true)
            {
                out.push_str("<div class=\"footnotes\">\n");
            }
            let here: Vec<&Spot> = spots.iter().filter(|spot| spot.passage == passage).collect();
            self.row(out, passage, &here);
        }
        if in_footnotes {
            out.push_str("</div>\n");
        }
        if !orphans.is_empty() {
            out.push_str("<h2 dir=\"auto\">No longer in the document</h2>\n");
        }
        for orphan in orphans {
            let quote = escaped(orphan.at.shown());
            let cite = escaped(&orphan.at.paragraph);
            let aside = aside(orphan, Verdict::Orphan);
            let _ = writeln!(
                out,
                "<div class=\"row\"><div class=\"cite\">{cite}</div>\
                 <blockquote class=\"text\" dir=\"auto\">{quote}</blockquote><div class=\"margin\">{aside}</div></div>"
            );
        }
        out.push_str("</article>\n");
    }

    fn row(&self, out: &mut String, passage: Passage, here: &[&Spot<'_>]) {
        let document = self.annotated.document;
        let cite = document.cite(passage).to_string();
        let (name, shown) = (self.name(&cite), escaped(&cite));
        let block = match passage {
            Passage::Block(i) => document.blocks.get(i),
            _ => None,
        };
        let mut class = String::from("text");
        if let Some(spot) = here.iter().find(|spot| spot.is_whole) {
            let _ = write!(class, " whole {}", colour(spot.annotation));
        }
        if let Some(block) = block {
            if block.shape == Shape::Heading {
                class.push_str(" heading");
            }
            if block.depth > 0 {
                let _ = write!(class, " depth{}", block.depth.min(3));
            }
        }
        let tag = if passage == Passage::Title { "h1" } else { "div" };
        let words = match block {
            Some(block) if !block.rows.is_empty() => self.table(passage, &block.rows, here),
            _ => self.words(passage, 0..document.text(passage).len(), here),
        };
        let label = block.map_or("", |block| &block.label);
        let label = if label.is_empty() { String::new() } else { format!("{} ", escaped(label)) };
        let back = self.back(passage);
        let notes: Vec<String> = here
            .iter()
            .filter(|spot| !spot.is_continued)
            .map(|spot| aside(spot.annotation, spot.verdict))
            .collect();
        let _ = writeln!(
            out,
            "<div class=\"row\" id=\"{name}\"><div class=\"cite\"><a href=\"#{name}\">{shown}</a></div>\
             <{tag} class=\"{class}\">{label}{words}{back}</{tag}><div class=\"margin\">{}</div></div>",
            notes.concat()
        );
    }

    /// The name of a place in the page.
    fn name(&self, cite: &str) -> String {
        escaped(&format!("{}{}", self.prefix, cite.replace(' ', "-")))
    }

    /// From a footnote back to where it is cited.
    fn back(&self, passage: Passage) -> String {
        let document = self.annotated.document;
        let Passage::Footnote(i) = passage else { return String::new() };
        let cited = self.citations.get(i).into_iter().flatten();
        let link = |cite: &str| format!(" <a href=\"#{}\">↩</a>", self.name(cite));
        cited.map(|(passage, _)| link(&document.cite(*passage).to_string())).collect()
    }

    /// The cells of a table, whose texts stand in the passage's one after the other.
    fn table(&self, passage: Passage, rows: &[Vec<String>], here: &[&Spot<'_>]) -> String {
        let text = self.annotated.document.text(passage);
        let (mut out, mut at) = (String::from("<table>"), 0);
        for row in rows {
            out.push_str("<tr>");
            for cell in row {
                let start =
                    text.get(at..).and_then(|rest| rest.find(cell.as_str())).unwrap_or(0) + at;
                at = (start + cell.len()).min(text.len());
                let _ = write!(out, "<td>{}</td>", self.words(passage, start..at, here));
            }
            out.push_str("</tr>");
        }
        out + "</table>"
    }

    /// Words with their footnote marks raised, openers in italics, and highlights.
    fn words(&self, passage: Passage, range: Range<usize>, here: &[&Spot<'_>]) -> String {
        let document = self.annotated.document;
        let (text, marks) = (document.text(passage), document.marks(passage));
        let italics = italics(document, passage);
        let lit: Vec<&&Spot> = here.iter().filter(|spot| !spot.is_whole).collect();
        let mut cuts: Vec<usize> =
            lit.iter().flat_map(|spot| [spot.words.start, spot.words.end]).collect();
        cuts.extend(marks.iter().map(|mark| mark.at));
        cuts.extend(italics.iter().flat_map(|range| [range.start, range.end]));
        cuts.retain(|cut| range.contains(cut));
        cuts.extend([range.start, range.end]);
        cuts.sort_unstable();
        cuts.dedup();
        let raised = |at: usize| -> String {
            let here = marks.iter().filter(|mark| mark.at == at && mark.kept == 0);
            here.map(|mark| {
                let name = self.name(&format!("fn {}", mark.label));
                format!("<sup><a href=\"#{name}\">{}</a></sup>", escaped(&mark.label))
            })
            .collect()
        };
        let mut out = if range.start == 0 { raised(0) } else { String::new() };
        for pair in cuts.windows(2) {
            let &[start, end] = pair else { continue };
            let covers = |range: &Range<usize>| range.start <= start && end <= range.end;
            let mut words = escaped(text.get(start..end).unwrap_or_default());
            if italics.iter().any(covers) {
                words = format!("<em>{words}</em>");
            }
            let over: Vec<_> = lit.iter().filter(|spot| covers(&spot.words)).collect();
            if let Some(first) = over.first() {
                let several = if over.len() > 1 { " several" } else { "" };
                words =
                    format!("<mark class=\"{}{several}\">{words}</mark>", colour(first.annotation));
            }
            out.push_str(&words);
            out.push_str(&raised(end));
        }
        out
    }
}

/// Where the annotations are, and those that are nowhere.
fn spots<'a>(annotated: &Annotated<'a>) -> (Vec<Spot<'a>>, Vec<&'a Annotation>) {
    let index = Index::new(annotated.document);
    let (mut spots, mut orphans) = (Vec::new(), Vec::new());
    for annotation in annotated.annotations {
        let before = spots.len();
        for at in std::iter::once(&annotation.at).chain(&annotation.also) {
            let found = index.find(at);
            if let Some((passage, words)) = found.place {
                let (verdict, is_whole) = (found.verdict, at.quote.is_none());
                let is_continued = spots.len() > before;
                spots.push(Spot { annotation, passage, words, verdict, is_whole, is_continued });
            }
        }
        if spots.len() == before {
            orphans.push(annotation);
        }
    }
    (spots, orphans)
}

fn italics(document: &Document, passage: Passage) -> Vec<Range<usize>> {
    let mut italics = document.italics(passage).to_vec();
    if let Passage::Block(i) = passage {
        italics.extend(
            document.blocks.get(i).and_then(|block| block.opener_length()).map(|end| 0..end),
        );
    }
    italics
}

fn colour(annotation: &Annotation) -> &'static str {
    let name = annotation.colour.as_deref().unwrap_or_default();
    COLOURS.into_iter().find(|colour| *colour == name).unwrap_or(COLOURS[0])
}

fn aside(annotation: &Annotation, verdict: Verdict) -> String {
    let mut out = format!("<aside class=\"{}\" dir=\"auto\">", colour(annotation));
    for tag in &annotation.tags {
        let _ = write!(out, "<span class=\"tag\">{}</span>", escaped(tag));
    }
    for paragraph in annotation.note.split("\n\n").filter(|text| !text.trim().is_empty()) {
        let _ = write!(out, "<p>{}</p>", escaped(paragraph.trim()).replace('\n', "<br>"));
    }
    if matches!(verdict, Verdict::Edited) {
        let quote = escaped(annotation.at.shown());
        let _ = write!(
            out,
            "<p class=\"look\">The words have changed.</p><p class=\"quote\">{quote}</p>"
        );
    }
    if annotation.conflict.is_some() {
        out.push_str("<p class=\"look\">Another version of this note exists.</p>");
    }
    let date = annotation.created.split('T').next().unwrap_or_default();
    let by: Vec<String> = [annotation.author.as_str(), date]
        .into_iter()
        .filter(|s| !s.is_empty())
        .map(escaped)
        .collect();
    if !by.is_empty() {
        let _ = write!(out, "<p class=\"by\">{}</p>", by.join(", "));
    }
    out + "</aside>"
}

pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in printable::lines(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
