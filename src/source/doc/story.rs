//! The text of an old Word file as paragraphs: its characters in order, with those that stand for
//! something else ([MS-DOC] 2.4, 2.8.25): ends of paragraphs and cells, fields, notes, hyphens.

use super::{
    Cited, Word,
    looks::{Form, Look},
};
use crate::source::{
    fields::Fields,
    numbering::Counter,
    office_text::{self, Grid, Kind, Line, NoteRef},
};

/// Characters of a mark of a note's own.
const LONGEST_MARK: usize = 10;

/// Reads parts of the text.
pub(super) struct Reader<'a> {
    word: &'a Word<'a>,
    counter: Counter,
    /// What was deleted, and what is not printed.
    left_out: [Vec<Line>; 2],
    lines: Vec<Line>,
    /// The paragraph being read, and what is deleted and hidden of it.
    open: [Line; 3],
    /// Characters that look alike and are not yet in the paragraph.
    pending: Vec<u16>,
    fields: Fields,
    grid: Grid,
}

/// How characters are shown.
#[derive(Clone, Copy, Debug, Default)]
struct Shown {
    is_italic: bool,
    is_raised: bool,
    /// The paragraph, what is deleted of it, what is hidden of it.
    stratum: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(word: &'a Word<'a>) -> Self {
        Self {
            word,
            counter: Counter::default(),
            left_out: [Vec::new(), Vec::new()],
            lines: Vec::new(),
            open: <[Line; 3]>::default(),
            pending: Vec::new(),
            fields: Fields::default(),
            grid: Grid::default(),
        }
    }

    /// What was deleted and what is not printed of everything read.
    pub(super) fn left_out(self) -> [Vec<Line>; 2] {
        self.left_out
    }

    /// Reads the characters of a part.
    pub(super) fn read(&mut self, [start, end]: [usize; 2]) -> Vec<Line> {
        let end = end.min(self.word.text.units.len());
        let mut at = start;
        let mut style = None;
        while at < end {
            let (form, paragraph_end) = self.form(at, end);
            // The look of a run depends on the style of the paragraph it stands in.
            let style = *style.insert(form.style);
            while at < paragraph_end {
                let (look, run_end) = self.look(at, paragraph_end);
                at = self.run(at, run_end, &look, style);
            }
            let is_end = at.checked_sub(1).and_then(|last| self.word.text.units.get(last));
            if is_end.is_some_and(|unit| ends_a_paragraph(*unit)) {
                self.end_paragraph(at - 1, &form);
            }
        }
        self.end_paragraph(end, &Form::default());
        self.fields = Fields::default();
        self.grid.leave(&mut self.lines);
        std::mem::take(&mut self.lines)
    }

    /// The form of the paragraph at a character, and where it ends: behind its last character.
    fn form(&self, at: usize, end: usize) -> (Form, usize) {
        let units = self.word.text.units.get(at..end).unwrap_or_default();
        let length = units.iter().position(|unit| ends_a_paragraph(*unit));
        let last = length.map_or(end - 1, |length| at + length);
        let place = self.word.text.place(last);
        let run = place.and_then(|place| self.word.paragraphs.at(place.at));
        let mut form = self.word.styles.form(run.map_or(0, |run| run.style));
        form.apply(run.map_or(&[], |run| run.properties));
        form.apply(place.map_or(&[], |place| place.changes));
        (form, last + 1)
    }

    /// The look of the character at a place, and the character behind the last that has it.
    fn look(&self, at: usize, end: usize) -> (Look, usize) {
        let mut look = Look::default();
        let Some(place) = self.word.text.place(at) else { return (look, end) };
        let mut until = place.end.min(end);
        if let Some(run) = self.word.characters.at(place.at) {
            look.apply(run.properties);
            let length = (run.end - place.at).div_ceil(place.width);
            until = until.min(at + length);
        }
        look.apply(place.changes);
        (look, until.max(at + 1))
    }

    /// Reads characters of one look; says where it stopped.
    fn run(&mut self, start: usize, end: usize, look: &Look, style: u16) -> usize {
        let [is_italic, is_hidden, is_raised] = look.shown(&self.word.styles, style);
        let stratum = if look.is_deleted { 1 } else { usize::from(is_hidden) * 2 };
        let shown = Shown { is_italic, is_raised, stratum };
        let mut at = start;
        while at < end {
            let Some(&unit) = self.word.text.units.get(at) else { break };
            let cited = self.word.cited.get(&at).copied();
            if unit >= 0x20 && cited.is_none() && !look.is_special {
                self.pending.push(unit);
                at += 1;
                continue;
            }
            self.flush(shown);
            at += match cited {
                Some(cited) => self.cite(at, cited, look, shown),
                None => {
                    self.character(unit, look, shown);
                    1
                }
            };
        }
        self.flush(shown);
        at
    }

    /// A character that stands for something else.
    fn character(&mut self, unit: u16, look: &Look, shown: Shown) {
        match unit {
            0x02 if look.is_special => self.put("", shown, Kind::OwnMark),
            0x09 => self.words("\t", shown),
            0x0b => self.words("\u{2028}", shown),
            0x0e => self.words(" ", shown),
            0x1e => self.words("\u{2011}", shown),
            0x13 => self.fields.begin(),
            0x14 => self.fields.show(),
            0x15 => self.fields.end(),
            0x28 if look.is_special => {
                let mut buffer = [0; 4];
                let symbol = look.symbol.unwrap_or('\u{fffd}');
                self.words(symbol.encode_utf8(&mut buffer), shown);
            }
            // Pictures, separators of notes, ends of paragraphs, hyphens that are not seen.
            0..0x20 => {}
            _ => {
                self.pending.push(unit);
                self.flush(shown);
            }
        }
    }

    /// A mark that refers to a note; says how many characters it has.
    fn cite(&mut self, at: usize, cited: Cited, look: &Look, shown: Shown) -> usize {
        let units = &self.word.text.units;
        let own = units.get(cited.span[0]..cited.span[1]).unwrap_or_default();
        let here = units.get(at..).unwrap_or_default();
        // A special 0x28 is a sign of another font; any other is a bracket.
        let is_of_mark =
            |unit: u16| unit > 0x20 && unit != 0xa0 && !(unit == 0x28 && look.is_special);
        let pairs = here.iter().zip(own).take(LONGEST_MARK);
        let length = pairs.take_while(|(a, b)| a == b && is_of_mark(**a)).count();
        let is_automatic = here.first() == Some(&0x02);
        let custom = (!is_automatic).then(|| {
            let mark = here.get(..length.max(1)).unwrap_or_default();
            String::from_utf16_lossy(mark).trim().to_owned()
        });
        let custom = custom.filter(|mark| !mark.is_empty());
        let id = cited.index.to_string();
        self.put("", shown, Kind::Cites(NoteRef { kind: cited.kind, id, custom }));
        length.max(1)
    }

    fn flush(&mut self, shown: Shown) {
        if !self.pending.is_empty() {
            let words = String::from_utf16_lossy(&self.pending);
            self.pending.clear();
            self.words(&words, shown);
        }
    }

    /// Words, of the text or of a field.
    fn words(&mut self, words: &str, shown: Shown) {
        if self.fields.tell(words) {
            return;
        }
        let plain = if shown.is_raised { Kind::Raised } else { Kind::Words };
        let kind = self.fields.kind(words, plain);
        self.put(words, shown, kind);
    }

    fn put(&mut self, words: &str, shown: Shown, kind: Kind) {
        if let Some(line) = self.open.get_mut(shown.stratum) {
            line.put(words, shown.is_italic, kind);
        }
    }

    /// Ends the paragraph whose last character is at a place.
    fn end_paragraph(&mut self, at: usize, form: &Form) {
        if self.look(at, at + 1).0.is_deleted {
            return; // Its end was deleted: the next paragraph goes on with it.
        }
        let [mut line, deleted, hidden] = std::mem::take(&mut self.open);
        for (left_out, line) in self.left_out.iter_mut().zip([deleted, hidden]) {
            left_out.extend(Some(line).filter(|line| !line.is_blank()));
        }
        if !form.is_in_table {
            self.grid.leave(&mut self.lines);
        }
        let is_cell_end = self.word.text.units.get(at) == Some(&0x07);
        if !(form.is_row_end && line.is_blank()) {
            line.is_heading = form.is_heading;
            line.cell = form.is_in_table.then(|| self.grid.enter());
            if !line.is_blank()
                && let Some(list) = form.list
                && let Some(number) =
                    self.counter.next(&self.word.numbering, &list.to_string(), form.level)
            {
                line.number(&number);
            }
            office_text::push(&mut self.lines, line);
        }
        if form.is_row_end {
            self.grid.end_row();
        } else if is_cell_end {
            self.grid.end_cell();
        }
    }
}

/// Whether a character ends a paragraph: as such, as a cell of a table, as a page or section.
fn ends_a_paragraph(unit: u16) -> bool {
    matches!(unit, 0x07 | 0x0c | 0x0d)
}
