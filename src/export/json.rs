//! The document as JSON for other programs. Its field names and values are a
//! promise; the model's own types are not.

use serde::Serialize;

use crate::{
    document::{
        Block, Bracketed, Certainty, Document, Footnote, Mark, Part, Passage, Problem, Reference,
        Resolution, Shape, Span, Target,
    },
    text::printable,
};

/// The document and its problems as one JSON object, pretty-printed, a line feed at its end.
#[must_use]
pub fn json(document: &Document, problems: &[Problem]) -> String {
    let written = serde_json::to_string_pretty(&JsonDocument::of(document, problems))
        .expect("maps have string keys and every value is a string, a number or a list");
    format!("{}\n", printable::json(&written))
}

#[derive(Serialize)]
struct JsonDocument<'a> {
    symbol: Option<&'a str>,
    number: Option<&'a str>,
    kind: &'static str,
    organ: Option<&'static str>,
    language: &'static str,
    title: Option<&'a str>,
    session: Option<&'a str>,
    agenda_items: &'a [String],
    sponsors: &'a [String],
    adopted: Option<String>,
    issued: Option<String>,
    proposal: Option<&'a str>,
    job_number: Option<&'a str>,
    meeting: Option<&'a str>,
    vote: Option<&'a str>,
    corrected: Vec<&'static str>,
    parts: Vec<JsonPart<'a>>,
    blocks: Vec<JsonBlock<'a>>,
    footnotes: Vec<JsonFootnote<'a>>,
    debris: Vec<JsonDebris<'a>>,
    problems: Vec<JsonProblem<'a>>,
}

/// One resolution of the file; its blocks from the first to one past the last.
#[derive(Serialize)]
struct JsonPart<'a> {
    symbol: Option<&'a str>,
    title: Option<&'a str>,
    adopted: Option<String>,
    blocks: [usize; 2],
}

#[derive(Serialize)]
struct JsonBlock<'a> {
    id: String,
    part: &'static str,
    kind: &'static str,
    number: Option<&'a str>,
    opener: Option<&'a str>,
    text: &'a str,
    marks: Vec<JsonMark<'a>>,
    refs: Vec<JsonReference<'a>>,
    brackets: Vec<JsonBracket<'a>>,
    span: [usize; 2],
}

/// Words in square brackets, of drafts alone.
#[derive(Serialize)]
struct JsonBracket<'a> {
    at: [usize; 2],
    depth: usize,
    closed: bool,
    proposer: Option<&'a str>,
}

#[derive(Serialize)]
struct JsonMark<'a> {
    mark: &'a str,
    at: usize,
    certainty: &'static str,
}

#[derive(Serialize)]
struct JsonReference<'a> {
    text: &'a str,
    at: usize,
    target: String,
}

#[derive(Serialize)]
struct JsonFootnote<'a> {
    mark: &'a str,
    text: &'a str,
    cited_by: Vec<String>,
    refs: Vec<JsonReference<'a>>,
    span: [usize; 2],
}

#[derive(Serialize)]
struct JsonDebris<'a> {
    kind: &'static str,
    text: &'a str,
    span: [usize; 2],
}

#[derive(Serialize)]
struct JsonProblem<'a> {
    kind: &'static str,
    message: &'a str,
    span: [usize; 2],
}

impl<'a> JsonDocument<'a> {
    fn of(document: &'a Document, problems: &'a [Problem]) -> Self {
        let head = &document.head;
        Self {
            symbol: head.symbol.as_ref().map(|symbol| symbol.as_str()),
            number: head.number.as_deref(),
            kind: head.kind.name(),
            organ: head.organ.map(|organ| organ.name()),
            language: document.language.code(),
            title: head.title.as_deref(),
            session: head.session.as_deref(),
            agenda_items: &head.agenda_items,
            sponsors: &head.sponsors,
            adopted: head.adopted.map(|date| date.to_string()),
            issued: head.issued.map(|date| date.to_string()),
            proposal: head.proposal.as_deref(),
            job_number: head.job_number.as_deref(),
            meeting: head.meeting.as_deref(),
            vote: head.vote.as_deref(),
            corrected: head.corrected.iter().map(|field| field.name()).collect(),
            parts: document.resolutions.iter().map(resolution).collect(),
            blocks: document.blocks.iter().map(block).collect(),
            footnotes: (document.footnotes.iter().zip(document.marks_of_notes()))
                .map(|(note, cited_by)| footnote(document, note, &cited_by))
                .collect(),
            debris: document
                .debris
                .iter()
                .map(|d| JsonDebris { kind: d.kind, text: &d.text, span: pair(d.span) })
                .collect(),
            problems: problems
                .iter()
                .map(|p| JsonProblem {
                    kind: p.kind.name(),
                    message: &p.message,
                    span: pair(p.span),
                })
                .collect(),
        }
    }
}

fn resolution(resolution: &Resolution) -> JsonPart<'_> {
    JsonPart {
        symbol: resolution.symbol.as_ref().map(|symbol| symbol.as_str()),
        title: resolution.title.as_deref(),
        adopted: resolution.adopted.map(|date| date.to_string()),
        blocks: [resolution.blocks.start, resolution.blocks.end],
    }
}

fn block(block: &Block) -> JsonBlock<'_> {
    JsonBlock {
        id: block.cite.to_string(),
        part: part(block.part),
        kind: shape(block.shape),
        number: block.number.as_deref(),
        opener: block.opener_words(),
        text: &block.text,
        marks: marks(&block.text, &block.marks),
        refs: references(&block.text, &block.references),
        brackets: if block.part == Part::Closing { Vec::new() } else { brackets(block) },
        span: pair(block.span),
    }
}

fn brackets(block: &Block) -> Vec<JsonBracket<'_>> {
    let found = block.brackets().into_iter();
    let starts: Vec<usize> = match found.len() {
        0 => Vec::new(),
        _ => block.text.char_indices().map(|(at, _)| at).collect(),
    };
    let chars = |at: usize| starts.partition_point(|&start| start < at);
    let bracket = |bracketed: Bracketed| JsonBracket {
        at: [chars(bracketed.range.start), chars(bracketed.range.end)],
        depth: bracketed.depth,
        closed: bracketed.is_closed,
        proposer: bracketed.proposer.and_then(|range| block.text.get(range)),
    };
    found.map(bracket).collect()
}

fn footnote<'a>(
    document: &'a Document,
    note: &'a Footnote,
    cited_by: &[(Passage, usize)],
) -> JsonFootnote<'a> {
    let blocks = cited_by.iter().filter_map(|(passage, _)| match passage {
        Passage::Block(index) => Some(document.blocks[*index].cite.to_string()),
        Passage::Title | Passage::Footnote(_) => None,
    });
    JsonFootnote {
        mark: &note.mark,
        text: &note.text,
        cited_by: blocks.collect(),
        refs: references(&note.text, &note.references),
        span: pair(note.span),
    }
}

fn marks<'a>(text: &str, marks: &'a [Mark]) -> Vec<JsonMark<'a>> {
    let mut chars = CharCounter::new(text);
    marks
        .iter()
        .map(|mark| JsonMark {
            mark: &mark.label,
            at: chars.before(mark.at),
            certainty: certainty(mark.certainty),
        })
        .collect()
}

fn references<'a>(text: &'a str, references: &'a [Reference]) -> Vec<JsonReference<'a>> {
    let mut chars = CharCounter::new(text);
    references
        .iter()
        .map(|reference| JsonReference {
            text: text.get(reference.range.clone()).unwrap_or_default(),
            at: chars.before(reference.range.start),
            target: match &reference.target {
                Target::Here(cite) => cite.to_string(),
                Target::Document { symbol, .. } => symbol.to_string(),
            },
        })
        .collect()
}

/// Turns ascending byte offsets into counts of Unicode scalar values in one pass over the text.
struct CharCounter<'a> {
    text: &'a str,
    bytes: usize,
    chars: usize,
}

impl<'a> CharCounter<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, bytes: 0, chars: 0 }
    }

    /// How many scalar values stand before byte `at`; offsets come in ascending order.
    fn before(&mut self, at: usize) -> usize {
        self.chars += self.text.get(self.bytes..at).map_or(0, |between| between.chars().count());
        self.bytes = at;
        self.chars
    }
}

fn pair(span: Span) -> [usize; 2] {
    [span.start, span.end]
}

fn part(part: Part) -> &'static str {
    match part {
        Part::Formula => "formula",
        Part::Preamble => "preamble",
        Part::Operative => "operative",
        Part::Closing => "closing",
        Part::Annex => "annex",
    }
}

fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Paragraph => "paragraph",
        Shape::Item => "item",
        Shape::Heading => "heading",
        Shape::Table => "table",
    }
}

fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Weak => "weak",
        Certainty::Likely => "likely",
        Certainty::Sure => "sure",
    }
}
