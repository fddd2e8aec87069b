//! A document written out for a person to read, with nothing left out: what `models.rs` holds texts to.

use std::fmt::{Display, Write};

use seized::document::{
    Block, Certainty, Document, Footnote, Mark, Opener, Owner, Problem, Reference, Span, Target,
};

/// The whole model of a text: head, blocks, footnotes, debris, problems; places as line and column.
pub(crate) fn written(source: &str, document: &Document, problems: &[Problem]) -> String {
    let writer = Writer { source, out: String::new() };
    writer.all(document, problems)
}

struct Writer<'a> {
    source: &'a str,
    out: String,
}

impl Writer<'_> {
    fn all(mut self, document: &Document, problems: &[Problem]) -> String {
        self.head(document);
        for block in &document.blocks {
            self.block(document, block);
        }
        for note in &document.footnotes {
            self.footnote(note);
        }
        if !document.debris.is_empty() {
            self.out.push_str("\n# not of the text\n");
        }
        for debris in &document.debris {
            let line = format!("{} {}: {:?}", self.place(debris.span), debris.kind, debris.text);
            self.line(&line);
        }
        self.head_of_tiles(document);
        if !problems.is_empty() {
            self.out.push_str("\n# problems\n");
        }
        for problem in problems {
            let words = self.source.get(problem.span.range()).unwrap_or("no place");
            let words = shortened(words);
            let place = self.place(problem.span);
            self.line(&format!("{place} {}: {} {words:?}", problem.kind.name(), problem.message));
        }
        self.out
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    fn field(&mut self, name: &str, value: Option<impl Display>) {
        if let Some(value) = value {
            self.line(&format!("{name}: {value}"));
        }
    }

    fn head(&mut self, document: &Document) {
        let head = &document.head;
        self.field("language", Some(document.language.name()));
        self.field("kind", Some(head.kind.name()));
        self.field("organ", head.organ.map(|organ| organ.name()));
        self.field("symbol", head.symbol.as_ref());
        self.field("number", head.number.as_ref());
        let title = head.title.as_ref().map(|title| {
            format!("{} {}", self.place(head.title_span), marked(title, &head.title_marks))
        });
        self.field("title", title);
        for mark in &head.title_marks {
            self.mark(mark);
        }
        self.field("session", head.session.as_ref());
        for item in &head.agenda_items {
            self.field("agenda item", Some(item));
        }
        self.field("agenda title", head.agenda_title.as_ref());
        for sponsor in &head.sponsors {
            self.field("sponsor", Some(sponsor));
        }
        self.field("proposal", head.proposal.as_ref());
        self.field("adopted", head.adopted);
        self.field("issued", head.issued);
        self.field("job number", head.job_number.as_ref());
        self.field("meeting", head.meeting.as_ref());
        self.field("vote", head.vote.as_ref());
        self.field("voting", head.voting.as_ref().map(|voting| format!("{voting:?}")));
        for keyword in &head.keywords {
            self.field("keyword", Some(format!("{keyword:?}")));
        }
        if document.resolutions.len() != 1 {
            for resolution in &document.resolutions {
                let symbol = resolution.symbol.as_ref().map_or("", |symbol| symbol.as_str());
                let title = resolution.title.as_deref().unwrap_or_default();
                let day = resolution.adopted.map(|day| day.to_string()).unwrap_or_default();
                let of = &document.blocks[resolution.blocks.clone()];
                let ends = [of.first(), of.last()]
                    .map(|block| block.map(|block| block.cite.to_string()).unwrap_or_default());
                self.line(&format!(
                    "resolution: {symbol} | {title} | {day} | {}",
                    ends.join(" to ")
                ));
            }
        }
    }

    fn block(&mut self, document: &Document, block: &Block) {
        let part = format!("{:?} {:?}", block.part, block.shape).to_lowercase();
        let parent = block.parent.and_then(|parent| document.blocks.get(parent));
        let mut title = format!("\n{} {} {part}", block.cite, self.place(block.span));
        if block.depth > 0 || parent.is_some() {
            let parent = parent.map(|parent| parent.cite.to_string()).unwrap_or_default();
            let _ = write!(title, ", depth {} in {parent}", block.depth);
        }
        if !block.label.is_empty() || block.number.is_some() {
            let _ = write!(title, ", {:?}", block.label);
            let number = block.number.as_deref().unwrap_or("no number");
            if block.label.trim_matches(['(', ')', '.', ' ']) != number {
                let _ = write!(title, " = {number}");
            }
        }
        self.line(&title);
        self.line(&format!("    {}", marked(&block.text, &block.marks)));
        if let Some(opener) = &block.opener {
            self.line(&format!("  ! {}", opened(&block.text, opener)));
        }
        for mark in &block.marks {
            self.mark(mark);
        }
        self.inline(&block.text, &block.references, &block.italics);
        for row in &block.rows {
            self.line(&format!("  | {}", row.join(" | ")));
        }
    }

    fn footnote(&mut self, note: &Footnote) {
        let place = self.place(note.span);
        self.line(&format!("\nfn {} {place}\n    {}", note.mark, note.text));
        self.inline(&note.text, &note.references, &note.italics);
        if let Some(antecedent) = &note.antecedent {
            self.line(&format!("  ibid. of {antecedent}"));
        }
    }

    /// A mark whose source is not its label alone.
    fn mark(&mut self, mark: &Mark) {
        let source = self.source.get(mark.span.range()).unwrap_or("no place");
        if source != mark.label {
            self.line(&format!("  ^ {} printed {source:?}", mark.label));
        }
    }

    fn inline(&mut self, text: &str, references: &[Reference], italics: &[std::ops::Range<usize>]) {
        for reference in references {
            let words = text.get(reference.range.clone()).unwrap_or("no place");
            let target = target(&reference.target);
            self.line(&format!("  = {words} = {target}"));
        }
        if !italics.is_empty() {
            let words = italics.iter().map(|range| text.get(range.clone()).unwrap_or("no place"));
            self.line(&format!("  / {}", words.collect::<Vec<_>>().join(" / ")));
        }
    }

    /// Which lines of the source are said to be of the head.
    fn head_of_tiles(&mut self, document: &Document) {
        let of_head = document.tiles.iter().filter(|tile| tile.owner == Owner::Head);
        let places: Vec<String> = of_head.map(|tile| self.place(tile.span)).collect();
        if !places.is_empty() {
            self.line(&format!("\n# head: {}", places.join(" ")));
        }
    }

    /// The first and the last character of a stretch, as line and column from one.
    fn place(&self, span: Span) -> String {
        let at = |byte: usize| {
            let before = self.source.get(..byte).unwrap_or_default();
            let column = before.chars().rev().take_while(|c| *c != '\n').count();
            (before.matches('\n').count() + 1, column)
        };
        let ((line, column), (last, end)) = (at(span.start), at(span.end));
        match line == last {
            true => format!("[{line}.{}-{end}]", column + 1),
            false => format!("[{line}.{}-{last}.{end}]", column + 1),
        }
    }
}

/// The words with their marks in braces, `~` behind a likely one and `?` behind a weak one.
fn marked(text: &str, marks: &[Mark]) -> String {
    let (mut out, mut from) = (String::new(), 0);
    for mark in marks {
        out.push_str(text.get(from..mark.at).unwrap_or("no place"));
        let how = match mark.certainty {
            Certainty::Sure => "",
            Certainty::Likely => "~",
            Certainty::Weak => "?",
        };
        let _ = write!(out, "{{{}{how}}}", mark.label);
        from = mark.at;
    }
    out + text.get(from..).unwrap_or("no place")
}

fn opened(text: &str, opener: &Opener) -> String {
    let words = text.get(..opener.length).unwrap_or("no place");
    let mut said = vec![words];
    said.extend(opener.act.map(|act| act.name()));
    said.extend(opener.base);
    let mut said = said.join(" / ");
    for modifier in &opener.modifiers {
        let _ = write!(said, " +{modifier}");
    }
    if let Some(rank) = opener.rank {
        let _ = write!(said, " {rank}");
    }
    said
}

fn shortened(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    match words.as_slice() {
        [first @ .., _, _, _] if first.len() > 6 => {
            format!("{} … {}", words[..4].join(" "), words[words.len() - 3..].join(" "))
        }
        _ => words.join(" "),
    }
}

/// A block by its words alone: its name, its words with their marks, and its references.
pub(crate) fn inline_only(block: &Block) -> String {
    let mut out = format!("{} {}", block.cite, marked(&block.text, &block.marks));
    for reference in &block.references {
        let words = block.text.get(reference.range.clone()).unwrap_or("no place");
        let _ = write!(out, "\n    {words} = {}", target(&reference.target));
    }
    out
}

fn target(target: &Target) -> String {
    match target {
        Target::Here(cite) => format!("here, {cite}"),
        Target::Document { symbol, locus: None } => symbol.to_string(),
        Target::Document { symbol, locus: Some(locus) } => format!("{symbol}, at {locus:?}"),
    }
}
