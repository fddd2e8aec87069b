//! The events of an Akoma Ntoso file, one after another, into a manuscript. The elements that are
//! open stand on a list and not on the stack of calls, so that no nesting is too deep.

mod notes;
mod tables;

use jiff::civil::Date;

use notes::{Note, are_distinct, printed_label};

use super::{
    element::{Element, Field},
    meta,
};
use crate::{
    document::{Language, Part, Shape, Symbol},
    manuscript::{Fact, Manuscript},
    source::{
        composer::{Composer, Paragraph},
        xml::Tag,
    },
};

/// An element whose end has not come.
#[derive(Debug)]
struct Open {
    element: Element,
    /// Where its words begin in the paragraph they are set in.
    at: usize,
    /// Whether it says which part it holds.
    has_part: bool,
    /// The address of a link, the date of a date, the name of an element below `meta`.
    value: String,
}

/// What has been read so far.
#[derive(Debug, Default)]
pub(super) struct Reader {
    composer: Composer,
    open: Vec<Open>,
    /// The parts that are open, innermost last.
    parts: Vec<Part>,
    /// Words since the last tag.
    words: String,
    /// The paragraph that is being set.
    paragraph: Paragraph,
    /// The number that waits for its paragraph.
    number: String,
    /// Whether that number is of an item.
    is_item: bool,
    /// The footnotes that are open, innermost last, and those that are read.
    open_notes: Vec<Note>,
    notes: Vec<Note>,
    /// The rows of the table that is open, and its depth among tables.
    rows: Vec<Vec<Paragraph>>,
    tables: usize,
    /// Elements open below and with `meta`.
    meta: usize,
    /// How many prefaces have begun.
    prefaces: usize,
    /// Whether a paragraph has been set that is not of the head.
    has_blocks: bool,
    /// Whether the line is of the masthead.
    is_masthead: bool,
}

impl Reader {
    /// The manuscript, footnotes behind the text.
    pub(super) fn finish(mut self) -> Manuscript {
        self.flush(Shape::Paragraph);
        let mut notes = std::mem::take(&mut self.notes);
        if are_distinct(&notes) {
            // A mark may stand before another with a smaller number, in a table or a heading.
            notes.sort_by_key(|note| note.label.parse::<u32>().unwrap_or(0));
        }
        for note in notes {
            let mut line = Paragraph::default();
            line.push(&note.label);
            line.push("\t");
            let printed = printed_label(note.words.from(0), &note.label);
            line.append(note.words, printed);
            self.composer.line(line, Some(Fact::Footnote(note.label)));
        }
        self.composer.finish()
    }

    /// Takes words.
    pub(super) fn words(&mut self, words: &str) {
        self.words.push_str(words);
    }

    /// Takes the beginning of an element.
    pub(super) fn start(&mut self, start: &Tag<'_>) {
        self.take_words();
        let element = Element::of(start);
        if self.meta > 0 || element == Element::Meta {
            self.meta += 1;
            let manuscript = self.composer.manuscript();
            meta::start(start, &mut manuscript.head, &mut manuscript.language);
            let value = start.name().to_owned();
            return self.push(Element::Meta, false, value);
        }
        if element == Element::Statement {
            let kind = meta::kind(&start.attribute("name").unwrap_or_default());
            self.composer.manuscript().head.kind = kind;
        }
        let part = self.part_of(element, start);
        self.parts.extend(part);
        self.begin(element);
        let value = match element {
            Element::Link => start.attribute("href"),
            Element::Superscript => start.attribute("class"),
            Element::Field(Field::Adopted | Field::Issued) => start.attribute("date"),
            _ => None,
        };
        if element == Element::Note {
            self.begin_note(start);
        }
        self.push(element, part.is_some(), value.unwrap_or_default());
    }

    fn push(&mut self, element: Element, has_part: bool, value: String) {
        let at = self.target().end();
        self.open.push(Open { element, at, has_part, value });
    }

    /// The part that an element and all in it belongs to, where it says so.
    fn part_of(&self, element: Element, start: &Tag<'_>) -> Option<Part> {
        let outer = self.parts.last().copied();
        if outer == Some(Part::Annex) {
            return None;
        }
        match element {
            Element::Attachments => Some(Part::Annex),
            Element::Conclusions => Some(Part::Closing),
            Element::Formula => Some(Part::Formula),
            Element::Preamble => Some(Part::Preamble),
            Element::Body => Some(Part::Operative),
            Element::Text | Element::Heading | Element::Number | Element::Numbered => {
                let refers_to = start.attribute("refersTo")?;
                (refers_to == "#preamble").then_some(Part::Preamble)
            }
            _ => None,
        }
    }

    /// What the beginning of an element ends.
    fn begin(&mut self, element: Element) {
        match element {
            Element::Preface => {
                self.flush(Shape::Paragraph);
                self.prefaces += 1;
            }
            Element::Numbered | Element::Item | Element::Division => {
                self.flush(Shape::Paragraph);
                self.number_alone();
                self.is_item = element == Element::Item;
            }
            Element::Table => {
                if self.tables == 0 && self.open_notes.is_empty() {
                    self.flush(Shape::Paragraph);
                }
                self.tables += 1;
            }
            Element::Row if self.tables > 0 => self.rows.push(Vec::new()),
            Element::CoverPage
            | Element::Preamble
            | Element::Body
            | Element::Conclusions
            | Element::Attachments
            | Element::Formula
            | Element::Number
            | Element::Text
            | Element::Heading => self.flush(Shape::Paragraph),
            _ => {}
        }
    }

    /// Takes the end of the element that began last.
    pub(super) fn end(&mut self) {
        self.take_words();
        let Some(open) = self.open.pop() else { return };
        match open.element {
            Element::Meta => self.meta -= 1,
            Element::Heading => {
                self.number_alone();
                self.flush(Shape::Heading);
            }
            Element::Number => self.end_number(),
            Element::Numbered | Element::Item => {
                self.flush(Shape::Paragraph);
                self.number_alone();
                self.is_item = false;
            }
            Element::Table => self.end_table(),
            Element::Row | Element::Cell => self.end_cell(open.element),
            Element::Note => self.end_note(),
            Element::Superscript => self.end_superscript(open.at, &open.value),
            Element::Italic => self.target().state(open.at, Fact::Italic),
            Element::Bold if self.is_chinese() => self.target().state(open.at, Fact::Italic),
            Element::Link if open.value.contains("://") => {
                self.target().state(open.at, Fact::Link(open.value));
            }
            Element::Break if self.parts.last() == Some(&Part::Closing) => {
                self.flush(Shape::Paragraph);
            }
            Element::Break => self.target().push(" "),
            Element::Field(field) => self.end_field(field, open.at, &open.value),
            Element::Text
            | Element::CoverPage
            | Element::Preface
            | Element::Preamble
            | Element::Body
            | Element::Conclusions
            | Element::Attachments
            | Element::Formula
            | Element::Division
            | Element::Statement => self.flush(Shape::Paragraph),
            Element::Bold | Element::Link | Element::Other => {}
        }
        if open.has_part {
            self.parts.pop();
        }
    }

    /// Gives the words since the last tag to whom they belong.
    fn take_words(&mut self) {
        if self.words.is_empty() {
            return;
        }
        let words = std::mem::take(&mut self.words);
        if self.meta > 0 {
            let element = self.open.last().map_or("", |open| open.value.as_str());
            meta::words(element, &words, &mut self.composer.manuscript().head);
        } else {
            self.target().push(&without_layout(&words));
        }
    }

    /// Where words are set now: in a footnote, or in the text.
    fn target(&mut self) -> &mut Paragraph {
        self.open_notes.last_mut().map_or(&mut self.paragraph, |note| &mut note.words)
    }

    fn is_chinese(&mut self) -> bool {
        self.composer.manuscript().language == Some(Language::Chinese)
    }

    /// Sets the paragraph that is open on its line.
    fn flush(&mut self, shape: Shape) {
        if let Some(note) = self.open_notes.last_mut() {
            // The paragraphs of a footnote are one text.
            return note.words.push(" ");
        }
        if self.tables > 0 {
            return self.paragraph.push(" ");
        }
        if self.paragraph.is_blank() {
            return;
        }
        let mut words = std::mem::take(&mut self.paragraph);
        words.bracket_marks();
        let is_masthead = std::mem::take(&mut self.is_masthead);
        let Some(part) = self.parts.last().copied() else {
            let fact = is_masthead.then_some(Fact::Debris("masthead"));
            return self.composer.line(words, fact);
        };
        let number = std::mem::take(&mut self.number);
        let is_item = std::mem::take(&mut self.is_item) && !number.is_empty();
        let mut line = Paragraph::default();
        if shape == Shape::Paragraph && !number.is_empty() {
            line.push(&number);
            line.state(0, Fact::Number);
            line.push("\t");
        }
        line.append(words, 0);
        self.has_blocks = true;
        let shape = if is_item && shape == Shape::Paragraph { Shape::Item } else { shape };
        self.composer.line(line, Some(Fact::Block(part, shape)));
    }

    /// A number belongs to the paragraph behind it; that of a section is a heading.
    fn end_number(&mut self) {
        let parent = self.open.last().map(|open| open.element);
        if matches!(parent, Some(Element::Numbered | Element::Item)) && self.tables == 0 {
            let words = std::mem::take(&mut self.paragraph);
            let folded: Vec<&str> = words.from(0).split_whitespace().collect();
            self.number = folded.join(" ");
        } else {
            self.flush(Shape::Heading);
        }
    }

    /// A number without words of its own is a heading: `II`, above the title of a section.
    fn number_alone(&mut self) {
        if !self.number.is_empty() && self.tables == 0 && self.open_notes.is_empty() {
            let number = std::mem::take(&mut self.number);
            let behind = std::mem::take(&mut self.paragraph);
            self.paragraph.push(&number);
            self.flush(Shape::Heading);
            self.paragraph = behind;
        }
    }

    fn end_field(&mut self, field: Field, at: usize, date: &str) {
        let words: Vec<&str> = self.paragraph.from(at).split_whitespace().collect();
        let words = words.join(" ");
        let part = self.parts.last().copied();
        let is_of_a_part = self.is_of_a_part();
        let head = &mut self.composer.manuscript().head;
        match field {
            Field::Symbol => {
                head.symbol = Some(Symbol::new(words.as_str())).filter(|_| !words.is_empty());
                self.is_masthead = true;
            }
            Field::Issued => {
                head.issued = date.parse::<Date>().ok();
                self.is_masthead = true;
            }
            Field::Masthead => self.is_masthead = true,
            Field::Session => head.session = Some(words),
            Field::AgendaItem => head.agenda_items.push(words),
            Field::AgendaTitle => head.agenda_title = Some(words),
            Field::Proposal => head.proposal = Some(words),
            Field::Meeting => head.meeting = head.meeting.take().or(Some(words)),
            Field::Adopted => head.adopted = head.adopted.or_else(|| date.parse::<Date>().ok()),
            Field::Number | Field::Title if is_of_a_part => self.part_heading(),
            // The letter of the first part stands alone on its line.
            Field::Number if self.prefaces > 0 && head.number.is_some() => {
                self.flush(Shape::Heading);
            }
            Field::Number if self.prefaces > 0 => {
                head.number = Some(words.trim_end_matches('.').to_owned());
                self.paragraph.push("\t");
            }
            Field::Number => self.paragraph.push("\t"),
            Field::Title if part == Some(Part::Annex) => self.flush(Shape::Heading),
            Field::Title if self.prefaces == 1 => self.paragraph.state(at, Fact::Title),
            Field::AnnexHeading if part == Some(Part::Annex) => self.flush(Shape::Heading),
            Field::Title | Field::AnnexHeading => {}
        }
    }

    /// Whether the head of a second or later part is being read.
    fn is_of_a_part(&self) -> bool {
        self.parts.is_empty() && self.has_blocks
    }

    /// The letter or the title of a part is a heading above its formula.
    fn part_heading(&mut self) {
        self.parts.push(Part::Formula);
        self.flush(Shape::Heading);
        self.parts.pop();
    }
}

/// Line ends and the indents behind them are there for those who read the mark-up.
fn without_layout(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut lines = words.split('\n').peekable();
    let mut is_first = true;
    while let Some(line) = lines.next() {
        let line = if is_first { line } else { line.trim_start() };
        let line = if lines.peek().is_some() { line.trim_end() } else { line };
        if !line.is_empty() {
            // Between two words of one stretch a line end is a space.
            if !is_first && !out.is_empty() {
                out.push(' ');
            }
            out.push_str(line);
        }
        is_first = false;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layout_is_not_text() {
        assert_eq!(without_layout("\n      the\t"), "the\t");
        assert_eq!(without_layout(" of its \n   session \n"), " of its session");
        assert_eq!(without_layout("\n \n"), "");
        assert_eq!(without_layout(" and "), " and ");
    }
}
