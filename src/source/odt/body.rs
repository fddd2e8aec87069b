//! The text of an OpenDocument text: paragraphs of words with what is known of them, in the order of
//! reading. Knows the vocabulary of OpenDocument; where the lines go is for others.

use std::collections::HashMap;

use super::styles::Styles;
use crate::source::{
    fields::Fields,
    numbering::{Counter, Numbering},
    office_text::{self, Grid, Kind, Line, NoteRef, Notes},
    xml::{self, Part, Tag},
};

/// What a field of Word is told that cites a note once more.
const NOTE_REF: &str = "NOTEREF";

/// What a part tells.
#[derive(Debug, Default)]
pub(super) struct Story {
    pub(super) lines: Vec<Line>,
    /// Footnotes and endnotes, by their ids.
    pub(super) notes: [Notes; 2],
    pub(super) comments: Vec<Line>,
    pub(super) deleted: Vec<Line>,
    pub(super) hidden: Vec<Line>,
}

/// A text within the text: a note, a comment, what was deleted. The first is the text itself.
#[derive(Debug, Default)]
struct Inner {
    lines: Vec<Line>,
    /// The paragraphs being read: text boxes have paragraphs within a paragraph.
    open: Vec<Paragraph>,
}

#[derive(Debug, Default)]
struct Paragraph {
    line: Line,
    hidden: Line,
    style: String,
    /// The list and level it is the first paragraph of an item of.
    item: Option<(String, usize)>,
    /// What the spans around the words say of them, the innermost last.
    spans: Vec<String>,
}

/// A list being read.
#[derive(Debug)]
struct List {
    number: String,
    style: String,
    /// Whether the next paragraph is the first of an item.
    begins_item: bool,
}

/// A note being read.
#[derive(Debug, Default)]
struct Note {
    kind: usize,
    id: String,
    mark: String,
}

/// Reads the text of a part.
pub(super) struct Body<'a> {
    styles: &'a Styles,
    story: Story,
    inner: Vec<Inner>,
    notes: Vec<Note>,
    in_mark: bool,
    /// Elements entered since one that is not to be read.
    skipped: usize,
    lists: Vec<List>,
    numbering: Numbering,
    counter: Counter,
    /// The last list of each style, for those that go on with it.
    last: HashMap<String, String>,
    grid: Grid,
    tables: usize,
    link: Option<String>,
    fields: Fields,
}

impl<'a> Body<'a> {
    /// Reads a part.
    ///
    /// # Errors
    /// Where it is no XML: why, in a phrase.
    pub(super) fn read(text: &str, styles: &'a Styles) -> Result<Story, String> {
        let mut body = Self {
            styles,
            story: Story::default(),
            inner: vec![Inner::default()],
            notes: Vec::new(),
            in_mark: false,
            skipped: 0,
            lists: Vec::new(),
            numbering: styles.numbering(),
            counter: Counter::default(),
            last: HashMap::new(),
            grid: Grid::default(),
            tables: 0,
            link: None,
            fields: Fields::default(),
        };
        xml::walk(text, |part| match part {
            Part::Open(tag) => body.open(tag),
            Part::Close(name) => body.close(name),
            Part::Text(words) => body.text(words),
        })?;
        body.story.lines = body.inner.pop().map(|inner| inner.lines).unwrap_or_default();
        Ok(body.story)
    }

    fn open(&mut self, tag: &Tag<'_>) {
        let name = tag.name();
        let is_unseen =
            matches!(name, "ruby-text" | "object" | "desc" | "title" | "font-face-decls");
        if self.skipped > 0 || is_unseen {
            self.skipped += 1;
            return;
        }
        match name {
            "p" | "h" => self.begin_paragraph(tag),
            "span" | "a" => {
                if name == "a" {
                    self.link = tag.attribute("href");
                }
                let style = tag.attribute("style-name").unwrap_or_default();
                self.here(|paragraph| paragraph.spans.push(style));
            }
            "tab" => self.put("\t", Kind::Words),
            "line-break" => self.put("\u{2028}", Kind::Words),
            "s" => {
                /// More spaces than this nobody types.
                const MOST: usize = 200;
                let count = tag.attribute("c").and_then(|count| count.parse().ok()).unwrap_or(1);
                self.put(&" ".repeat(MOST.min(count)), Kind::Words);
            }
            "note" => {
                let kind = usize::from(tag.attribute("note-class").as_deref() == Some("endnote"));
                let count = self.story.notes.iter().map(Notes::len).sum::<usize>();
                let id = tag.attribute("id").unwrap_or_else(|| format!("note {count}"));
                self.notes.push(Note { kind, id, mark: String::new() });
            }
            "note-citation" => self.in_mark = true,
            "note-ref" => self.fields.begin_with(NOTE_REF),
            "fieldmark-start" => self.fields.begin(),
            "param" => {
                self.fields.tell(&tag.attribute("value").unwrap_or_default());
            }
            "note-body" | "annotation" | "deletion" => self.inner.push(Inner::default()),
            "list" => self.begin_list(tag),
            "list-item" => self.begin_item(tag),
            "table" => self.tables += 1,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match name {
            "p" | "h" => self.end_paragraph(),
            "span" | "a" => {
                if name == "a" {
                    self.link = None;
                }
                self.here(|paragraph| drop(paragraph.spans.pop()));
            }
            "note-citation" => self.in_mark = false,
            "note-ref" | "fieldmark-end" => self.fields.end(),
            "note-body" => {
                let lines = self.end_inner();
                if let Some(note) = self.notes.last()
                    && let Some(notes) = self.story.notes.get_mut(note.kind)
                {
                    notes.insert(note.id.clone(), lines);
                }
            }
            "note" => {
                if let Some(Note { kind, id, mark }) = self.notes.pop() {
                    let custom = Some(mark.trim().to_owned()).filter(|mark| !mark.is_empty());
                    self.put("", Kind::Cites(NoteRef { kind, id, custom }));
                }
            }
            "annotation" => {
                let lines = self.end_inner();
                self.story.comments.extend(lines);
            }
            "deletion" => {
                let lines = self.end_inner();
                self.story.deleted.extend(lines);
            }
            "list" => {
                self.lists.pop();
            }
            "table" => {
                self.tables = self.tables.saturating_sub(1);
                if self.tables == 0
                    && let Some(inner) = self.inner.last_mut()
                {
                    self.grid.leave(&mut inner.lines);
                }
            }
            "table-row" if self.tables == 1 => self.grid.end_row(),
            "table-cell" if self.tables == 1 => self.grid.end_cell(),
            _ => {}
        }
    }

    /// The lines of a text within the text, which ends. The text itself stays.
    fn end_inner(&mut self) -> Vec<Line> {
        let ended = if self.inner.len() > 1 { self.inner.pop() } else { None };
        ended.map(|inner| inner.lines).unwrap_or_default()
    }

    fn here(&mut self, change: impl FnOnce(&mut Paragraph)) {
        if let Some(paragraph) = self.inner.last_mut().and_then(|inner| inner.open.last_mut()) {
            change(paragraph);
        }
    }

    fn begin_paragraph(&mut self, tag: &Tag<'_>) {
        let style = tag.attribute("style-name").unwrap_or_default();
        let level = self.lists.len().saturating_sub(1);
        let item = self.lists.last_mut().filter(|list| list.begins_item).map(|list| {
            list.begins_item = false;
            (list.number.clone(), level)
        });
        let paragraph = Paragraph { style, item, ..Paragraph::default() };
        if let Some(inner) = self.inner.last_mut() {
            inner.open.push(paragraph);
        }
    }

    fn end_paragraph(&mut self) {
        let Some(inner) = self.inner.last_mut() else { return };
        let Some(Paragraph { mut line, hidden, item, .. }) = inner.open.pop() else { return };
        if !hidden.is_blank() {
            self.story.hidden.push(hidden);
        }
        if let Some((number, level)) = item.filter(|_| !line.is_blank())
            && let Some(number) = self.counter.next(&self.numbering, &number, level)
        {
            line.number(&number);
        }
        // Paragraphs of notes are in no table, whatever cites them.
        if self.tables > 0 && self.inner.len() == 1 {
            line.cell = Some(self.grid.enter());
        }
        if let Some(inner) = self.inner.last_mut() {
            office_text::push(&mut inner.lines, line);
        }
    }

    fn begin_list(&mut self, tag: &Tag<'_>) {
        let outer = self.lists.last().map(|list| (list.number.clone(), list.style.clone()));
        let own = tag.attribute("style-name");
        let style = own.clone().or_else(|| outer.as_ref().map(|outer| outer.1.clone()));
        let style = style.unwrap_or_default();
        let number = match outer {
            Some((number, outer)) if own.is_none_or(|own| own == outer) => number,
            _ => self.number_of_list(tag, &style),
        };
        self.lists.push(List { number, style, begins_item: false });
    }

    /// The list in use that a list is, or goes on with.
    fn number_of_list(&mut self, tag: &Tag<'_>, style: &str) -> String {
        let before = tag.attribute("continue-list").or_else(|| {
            let goes_on = tag.attribute("continue-numbering").as_deref() == Some("true");
            self.last.get(style).filter(|_| goes_on).cloned()
        });
        let own = tag.attribute("id").unwrap_or_else(|| format!("{}", self.numbering.in_use.len()));
        let number = match before.and_then(|id| self.last.get(&id).cloned().or(Some(id))) {
            Some(before) if self.numbering.in_use.contains_key(&before) => before,
            _ => {
                let levels = self.numbering.lists.get(style).map_or(&[][..], Vec::as_slice);
                let starts = levels.iter().map(|level| level.start).enumerate().collect();
                self.numbering.in_use.insert(own.clone(), (style.to_owned(), starts));
                own.clone()
            }
        };
        self.last.insert(style.to_owned(), number.clone());
        // A list that goes on with another may be gone on with by its own name.
        self.last.insert(own, number.clone());
        number
    }

    fn begin_item(&mut self, tag: &Tag<'_>) {
        let level = self.lists.len().saturating_sub(1);
        let Some(list) = self.lists.last_mut() else { return };
        list.begins_item = true;
        let start = tag.attribute("start-value").and_then(|start| start.parse::<u32>().ok());
        if let Some(start) = start {
            // The same list from here on, beginning anew at this level.
            list.number =
                format!("{} from {start} at {}", list.number, self.numbering.in_use.len());
            let starts = HashMap::from([(level, start)]);
            let in_use = (list.style.clone(), starts);
            self.numbering.in_use.insert(list.number.clone(), in_use);
        }
    }

    fn text(&mut self, words: &str) {
        if self.skipped > 0 {
            return;
        }
        if self.in_mark {
            if let Some(note) = self.notes.last_mut() {
                note.mark.push_str(words);
            }
            return;
        }
        // White space counts once, however much of it there is (OpenDocument 1.3, 6.1.2).
        let mut squeezed = String::with_capacity(words.len());
        for c in words.chars() {
            let is_space = matches!(c, ' ' | '\t' | '\n' | '\r');
            if !is_space {
                squeezed.push(c);
            } else if !squeezed.ends_with(' ') {
                squeezed.push(' ');
            }
        }
        self.fields.show();
        let plain = self.link.as_deref().map_or(Kind::Words, Kind::leads);
        self.put(&squeezed, self.fields.kind(words, plain));
    }

    fn put(&mut self, words: &str, kind: Kind) {
        let styles = self.styles;
        self.here(|paragraph| {
            let by_span = |said: &dyn Fn(&str) -> Option<bool>| {
                paragraph.spans.iter().rev().find_map(|span| said(span))
            };
            let italic = by_span(&|span| styles.italic("text", span));
            let hidden = by_span(&|span| styles.hidden("text", span));
            let is_raised = by_span(&|span| styles.raised("text", span)).unwrap_or_default();
            let kind = if is_raised && kind == Kind::Words { Kind::Raised } else { kind };
            let style = &paragraph.style;
            let is_italic =
                italic.or_else(|| styles.italic("paragraph", style)).unwrap_or_default();
            let is_hidden =
                hidden.or_else(|| styles.hidden("paragraph", style)).unwrap_or_default();
            let line = if is_hidden { &mut paragraph.hidden } else { &mut paragraph.line };
            line.put(words, is_italic, kind);
        });
    }
}
