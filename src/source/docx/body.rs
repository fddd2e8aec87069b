//! The text of a part of a Word file: paragraphs of words with what is known of them, in the order of
//! reading. Knows WordprocessingML; where the lines go is for others.

use super::{Links, Package, styles::is_on};
use crate::source::{
    fields::Fields,
    numbering::Counter,
    office_text::{self, Kind, Line, NoteRef, Notes},
    xml::{self, Part, Tag},
};

/// What a part tells.
#[derive(Debug, Default)]
pub(super) struct Story {
    /// Its paragraphs.
    pub(super) lines: Vec<Line>,
    /// The paragraphs of each note or comment, by its id; `lines` has none of them.
    pub(super) notes: Notes,
    /// What somebody deleted while changes were tracked.
    pub(super) deleted: Vec<Line>,
    /// What is not printed.
    pub(super) hidden: Vec<Line>,
    /// A paragraph whose end was deleted.
    unfinished: Option<Line>,
}

/// The looks of a run of words.
#[derive(Clone, Debug, Default)]
struct Run {
    italic: Option<bool>,
    hidden: Option<bool>,
    raised: Option<bool>,
    style: Option<String>,
}

/// A paragraph being read. Text boxes have paragraphs within a paragraph.
#[derive(Debug, Default)]
struct Paragraph {
    line: Line,
    deleted: Line,
    hidden: Line,
    style: Option<String>,
    number: Option<String>,
    level: Option<usize>,
    run: Run,
    /// A mark whose own words are still to come.
    custom: Option<NoteRef>,
    /// Whether its end was deleted, so that the next one goes on with it.
    goes_on: bool,
}

/// Reads the text of a part.
pub(super) struct Body<'a> {
    package: &'a Package,
    links: &'a Links,
    story: Story,
    counter: Counter,
    open: Vec<Paragraph>,
    /// The note that is read.
    note: Option<String>,
    fields: Fields,
    /// Elements entered since one that is not to be read.
    skipped: usize,
    /// Open elements whose words were deleted.
    deleting: usize,
    /// Inside properties of a paragraph, of a run.
    in_properties: [bool; 2],
    in_text: bool,
    link: Option<String>,
    /// The open tables, each with its row and cell; the innermost last.
    tables: Vec<[usize; 3]>,
    counted: [usize; 3],
}

impl<'a> Body<'a> {
    /// Reads a part.
    ///
    /// # Errors
    /// Where it is no XML: why, in a phrase.
    pub(super) fn read(
        text: &str,
        package: &'a Package,
        links: &'a Links,
    ) -> Result<Story, String> {
        let mut body = Self {
            package,
            links,
            story: Story::default(),
            counter: Counter::default(),
            open: Vec::new(),
            note: None,
            fields: Fields::default(),
            skipped: 0,
            deleting: 0,
            in_properties: [false; 2],
            in_text: false,
            link: None,
            tables: Vec::new(),
            counted: [0; 3],
        };
        xml::walk(text, |part| match part {
            Part::Open(tag) => body.open(tag),
            Part::Close(name) => body.close(name),
            Part::Text(words) => body.text(words),
        })?;
        Ok(body.story)
    }

    fn open(&mut self, tag: &Tag<'_>) {
        let name = tag.name();
        // Text boxes are said twice, for old and new programs; the sound of a character is beside it.
        if self.skipped > 0 || matches!(name, "Fallback" | "rt" | "sectPr") {
            self.skipped += 1;
            return;
        }
        let value = || tag.attribute("val");
        let [in_paragraph, in_run] = self.in_properties;
        match name {
            "p" => self.open.push(Paragraph::default()),
            "pPr" => self.in_properties[0] = true,
            "rPr" => self.in_properties[1] = true,
            "footnote" | "endnote" | "comment" => self.begin_note(tag),
            "tbl" => {
                self.counted[0] += 1;
                self.tables.push([self.counted[0], 0, 0]);
            }
            "tr" | "tc" => {
                let at = if name == "tr" { 1 } else { 2 };
                self.counted[at] += 1;
                if let Some(table) = self.tables.last_mut() {
                    table[at] = self.counted[at];
                }
            }
            "del" | "moveFrom" if in_paragraph && in_run => self.here(|p| p.goes_on = true),
            "del" | "moveFrom" => self.deleting += 1,
            "pStyle" => self.here(|p| p.style = value()),
            "numId" => self.here(|p| p.number = value()),
            "ilvl" => self.here(|p| p.level = value().and_then(|level| level.parse().ok())),
            "outlineLvl" => self.here(|p| p.line.is_heading |= value().as_deref() != Some("9")),
            "i" if in_run && !in_paragraph => {
                self.here(|p| p.run.italic = Some(value().as_deref().is_none_or(is_on)));
            }
            "vanish" if in_run && !in_paragraph => {
                self.here(|p| p.run.hidden = Some(value().as_deref().is_none_or(is_on)));
            }
            "vertAlign" if in_run && !in_paragraph => {
                self.here(|p| p.run.raised = Some(value().as_deref() == Some("superscript")));
            }
            "rStyle" if !in_paragraph => self.here(|p| p.run.style = value()),
            "r" => self.here(|p| p.run = Run::default()),
            "t" | "delText" | "instrText" => self.in_text = true,
            "hyperlink" => {
                let id = tag.attribute("id");
                self.link = id.and_then(|id| self.links.get(&id).cloned());
            }
            "fldSimple" => {
                let code = tag.attribute("instr").unwrap_or_default();
                self.fields.begin_with(&code);
            }
            "fldChar" => self.field(tag.attribute("fldCharType").as_deref()),
            _ => self.character(tag, in_paragraph),
        }
    }

    /// Elements that stand for characters.
    fn character(&mut self, tag: &Tag<'_>, in_paragraph_properties: bool) {
        match tag.name() {
            // In properties a tab is a place on the ruler.
            "tab" | "ptab" if !in_paragraph_properties => self.put("\t", Kind::Words),
            "br" | "cr" => self.put("\u{2028}", Kind::Words),
            "noBreakHyphen" => self.write("\u{2011}"),
            "sym" => {
                let code = tag.attribute("char").unwrap_or_default();
                let code = u32::from_str_radix(&code, 16).unwrap_or(0xfffd);
                // Fonts of signs have theirs in the private area, above the codes of old.
                let code = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
                let c = char::from_u32(code).filter(|c| !c.is_control()).unwrap_or('\u{fffd}');
                self.write(c.encode_utf8(&mut [0; 4]));
            }
            "footnoteReference" => self.cite(0, tag),
            "endnoteReference" => self.cite(1, tag),
            "footnoteRef" | "endnoteRef" => self.put("", Kind::OwnMark),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match name {
            "p" => self.end_paragraph(),
            "pPr" => self.in_properties[0] = false,
            "rPr" => self.in_properties[1] = false,
            "footnote" | "endnote" | "comment" => self.note = None,
            "tbl" => self.end_table(),
            "del" | "moveFrom" if self.in_properties == [true, true] => {}
            "del" | "moveFrom" => self.deleting = self.deleting.saturating_sub(1),
            "t" | "delText" | "instrText" => self.in_text = false,
            "hyperlink" => self.link = None,
            "fldSimple" => self.fields.end(),
            "r" => self.here(|p| p.run = Run::default()),
            _ => {}
        }
    }

    fn text(&mut self, words: &str) {
        if self.skipped == 0 && self.in_text {
            self.write(words);
        }
    }

    /// Adds words to what is shown, or to what a field is told.
    fn write(&mut self, words: &str) {
        if self.fields.tell(words) {
            return;
        }
        let kind = match self.link.as_deref() {
            Some(address) => self.fields.kind(words, Kind::leads(address)),
            None => self.fields.kind(words, Kind::Words),
        };
        self.put(words, kind);
    }

    fn field(&mut self, kind: Option<&str>) {
        match kind {
            Some("begin") => self.fields.begin(),
            Some("separate") => self.fields.show(),
            Some("end") => self.fields.end(),
            _ => {}
        }
    }

    fn cite(&mut self, kind: usize, tag: &Tag<'_>) {
        let id = tag.attribute("id").unwrap_or_default();
        let note = NoteRef { kind, id, custom: None };
        if tag.attribute("customMarkFollows").as_deref().is_some_and(is_on) {
            self.here(|p| p.custom = Some(note));
        } else {
            self.put("", Kind::Cites(note));
        }
    }

    /// Adds words to the paragraph, or to what was deleted or hidden of it.
    fn put(&mut self, words: &str, kind: Kind) {
        let is_deleted = self.deleting > 0;
        let styles = &self.package.styles;
        let Some(paragraph) = self.open.last_mut() else { return };
        let style = paragraph.style.as_deref();
        let run = &paragraph.run;
        let by_run = run.style.as_deref();
        // A character style turns the italics of its paragraph round (ECMA-376, 17.7.3).
        let by_styles = styles.italic(style) != by_run.is_some_and(|run| styles.italic(Some(run)));
        let is_italic = run.italic.unwrap_or(by_styles);
        let is_hidden = run.hidden.unwrap_or_else(|| {
            by_run.is_some_and(|run| styles.hidden(Some(run))) || styles.hidden(style)
        });
        let is_raised =
            run.raised.unwrap_or_else(|| by_run.is_some_and(|run| styles.raised(Some(run))));
        let kind = match paragraph.custom.take() {
            Some(note) if !words.trim().is_empty() && kind == Kind::Words => {
                Kind::Cites(NoteRef { custom: Some(words.trim().to_owned()), ..note })
            }
            custom => {
                paragraph.custom = custom;
                if is_raised && kind == Kind::Words { Kind::Raised } else { kind }
            }
        };
        let line = match (is_deleted, is_hidden) {
            (true, _) => &mut paragraph.deleted,
            (false, true) => &mut paragraph.hidden,
            (false, false) => &mut paragraph.line,
        };
        line.put(words, is_italic, kind);
    }

    fn here(&mut self, change: impl FnOnce(&mut Paragraph)) {
        if let Some(paragraph) = self.open.last_mut() {
            change(paragraph);
        }
    }

    fn begin_note(&mut self, tag: &Tag<'_>) {
        // Rules between text and notes are kept as notes of a type of their own.
        let is_rule = matches!(
            tag.attribute("type").as_deref(),
            Some("separator" | "continuationSeparator" | "continuationNotice")
        );
        if is_rule {
            self.skipped = 1;
            return;
        }
        let id = tag.attribute("id").unwrap_or_default();
        self.story.notes.entry(id.clone()).or_default();
        self.note = Some(id);
    }

    fn end_paragraph(&mut self) {
        let Some(mut paragraph) = self.open.pop() else { return };
        let styles = &self.package.styles;
        let style = paragraph.style.as_deref();
        paragraph.line.is_heading |= styles.is_heading(style);
        paragraph.line.cell = self.tables.first().copied();
        if !paragraph.line.is_blank()
            && let Some(number) = self.number(&paragraph)
        {
            paragraph.line.number(&number);
        }
        self.story.deleted.extend(Some(paragraph.deleted).filter(|line| !line.is_blank()));
        self.story.hidden.extend(Some(paragraph.hidden).filter(|line| !line.is_blank()));
        if paragraph.goes_on {
            self.story.unfinished = Some(self.joined(paragraph.line));
            return;
        }
        let line = self.joined(paragraph.line);
        let lines = match &self.note {
            Some(id) => self.story.notes.entry(id.clone()).or_default(),
            None => &mut self.story.lines,
        };
        office_text::push(lines, line);
    }

    /// The words of paragraphs whose ends were deleted, and then these.
    fn joined(&mut self, mut line: Line) -> Line {
        if let Some(mut before) = self.story.unfinished.take() {
            before.pieces.append(&mut line.pieces);
            return before;
        }
        line
    }

    /// The automatic number of a paragraph, by itself or by its style.
    fn number(&mut self, paragraph: &Paragraph) -> Option<String> {
        let style = paragraph.style.as_deref();
        let by_style = self.package.styles.numbering(style);
        let number = paragraph.number.as_deref().or(by_style.map(|(number, _)| number))?;
        if number == "0" {
            return None;
        }
        let numbering = &self.package.numbering;
        let level = paragraph
            .level
            .or_else(|| by_style.and_then(|(_, level)| level))
            .or_else(|| numbering.level_of_style(number, style))
            .unwrap_or(0);
        self.counter.next(numbering, number, level)
    }

    fn end_table(&mut self) {
        if let Some([table, ..]) = self.tables.pop()
            && self.tables.is_empty()
        {
            office_text::end_table(&mut self.story.lines, table);
        }
    }
}
