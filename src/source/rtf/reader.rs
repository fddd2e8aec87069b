//! The text of a Rich Text file as paragraphs: groups within groups, texts within the text, bytes in
//! the encoding of their font.

use super::{
    fonts::Fonts,
    group::{self, Begun, Goes, Group, Inner},
    open_text::{Text, take_own_mark},
};
use crate::source::{
    fields::Fields,
    office_text::{Grid, Kind, Line, NoteRef, Notes, Numbers, OfficeText},
};

/// Reads a file, token by token.
#[derive(Debug)]
pub(super) struct Reader {
    /// Paragraphs so far, all texts together.
    pub(super) paragraphs: usize,
    here: Group,
    /// What held outside of the groups that are open.
    outer: Vec<Group>,
    fonts: Fonts,
    /// The texts that are open: the text itself, and those within it.
    texts: Vec<Text>,
    /// Bytes and characters of one look that are not yet in the paragraph.
    bytes: Vec<u8>,
    units: Vec<u16>,
    /// Characters still to be left out behind `\u`.
    beside: usize,
    fields: Fields,
    /// The number of the paragraph, as it is written beside it.
    number: String,
    /// The styles of headings, and the style that is defined.
    headings: Vec<i32>,
    style: i32,
    told: OfficeText,
    comments: Vec<Line>,
    margins: Vec<Line>,
    left_out: [Vec<Line>; 2],
}

impl Default for Reader {
    fn default() -> Self {
        let numbers = [Numbers::default(), Numbers { format: "lowerRoman".into(), start: 1 }];
        Self {
            paragraphs: 0,
            here: Group::default(),
            outer: Vec::new(),
            fonts: Fonts::default(),
            texts: vec![Text::default()],
            bytes: Vec::new(),
            units: Vec::new(),
            beside: 0,
            fields: Fields::default(),
            number: String::new(),
            headings: Vec::new(),
            style: 0,
            told: OfficeText { numbers, ..OfficeText::default() },
            comments: Vec::new(),
            margins: Vec::new(),
            left_out: [Vec::new(), Vec::new()],
        }
    }
}

impl Reader {
    /// How many groups are open.
    pub(super) fn depth(&self) -> usize {
        self.outer.len()
    }

    pub(super) fn open(&mut self) {
        self.flush();
        let inside = Group { begun: Begun::Nothing, is_optional: false, ..self.here.clone() };
        self.outer.push(std::mem::replace(&mut self.here, inside));
    }

    pub(super) fn close(&mut self) {
        self.flush();
        self.beside = 0;
        let Some(outer) = self.outer.pop() else { return };
        let ended = std::mem::replace(&mut self.here, outer);
        match ended.begun {
            Begun::Nothing => {}
            Begun::Field => self.fields.end(),
            Begun::Inner(inner) => self.end_inner(inner),
            Begun::Number => {
                let number = std::mem::take(&mut self.number).trim().to_owned();
                if let Some(text) = self.texts.last_mut().filter(|_| !number.is_empty()) {
                    text.number = Some(number);
                }
            }
        }
    }

    pub(super) fn word(&mut self, word: &str, number: Option<i32>) {
        self.flush_bytes();
        if word != "u" {
            self.flush();
            self.beside = 0;
        }
        let is_optional = std::mem::take(&mut self.here.is_optional);
        if self.here.goes == Goes::Nowhere && !self.comes_back(word) {
            return;
        }
        match word {
            "u" => self.unicode(number.unwrap_or(0)),
            "ansicpg" => self.fonts.set_page(number.unwrap_or(1252)),
            "mac" => self.fonts.set_page(10000),
            "fcharset" => self.fonts.set_font(self.here.font, number.unwrap_or(0)),
            "s" if self.here.goes == Goes::Styles => self.style = number.unwrap_or(0),
            "s" => {
                self.here.is_heading = number.is_some_and(|style| self.headings.contains(&style));
            }
            "outlinelevel" if self.here.goes == Goes::Styles => {
                self.headings.extend(number.filter(|level| *level < 9).map(|_| self.style));
            }
            "field" => {
                self.here.begun = Begun::Field;
                if self.here.goes == Goes::Text {
                    self.fields.show();
                }
                self.fields.begin();
            }
            "ftnalt" => self.make_endnote(),
            "par" | "sect" | "page" | "nestcell" | "nestrow" => self.end_paragraph(),
            "cell" => {
                self.here.is_in_table = true;
                self.end_paragraph();
                self.grid(Grid::end_cell);
            }
            "row" => self.grid(Grid::end_row),
            "chftn" => self.put("", Kind::OwnMark),
            _ if self.here.apply(word, number) || self.numbers(word, number) => {}
            _ => self.begin_or_write(word, is_optional),
        }
    }

    /// Whether a word leads back to the text from where words go nowhere: to the text of a box among
    /// its properties, to the Unicode that says the same as what is left out.
    fn comes_back(&self, word: &str) -> bool {
        match word {
            "shptxt" => true,
            "ud" => self.outer.iter().rev().nth(1).is_some_and(|group| group.goes == Goes::Text),
            _ => false,
        }
    }

    /// A word that begins a destination, or stands for a character.
    fn begin_or_write(&mut self, word: &str, is_optional: bool) {
        if let Some(inner) = group::inner(word) {
            self.here.begun = Begun::Inner(inner);
            self.here.goes = Goes::Text;
            self.texts.push(Text::default());
        } else if let Some(goes) = group::destination(word) {
            if goes == Goes::Number {
                self.here.begun = Begun::Number;
            }
            // What a field shows in what another is told to show is nobody's to read.
            let is_told = self.outer.iter().any(|group| group.goes == Goes::Field);
            self.here.goes = if is_told { Goes::Nowhere } else { goes };
        } else if is_optional {
            self.here.goes = Goes::Nowhere;
        } else if let Some(character) = group::character(word) {
            self.write(character);
        }
    }

    /// How notes are numbered.
    fn numbers(&mut self, word: &str, number: Option<i32>) -> bool {
        let (kind, rest) = match (word.strip_prefix("aftn"), word.strip_prefix("ftn")) {
            (Some(rest), _) => (1, rest),
            (None, Some(rest)) => (0, rest),
            (None, None) => return false,
        };
        let Some(numbers) = self.told.numbers.get_mut(kind) else { return false };
        let format = match rest {
            "start" => {
                numbers.start = number.and_then(|start| u32::try_from(start).ok()).unwrap_or(1);
                return true;
            }
            "nar" => "decimal",
            "nalc" => "lowerLetter",
            "nauc" => "upperLetter",
            "nrlc" => "lowerRoman",
            "nruc" => "upperRoman",
            _ => return false,
        };
        numbers.format = format.into();
        true
    }

    pub(super) fn sign(&mut self, sign: u8) {
        if self.beside > 0 {
            self.beside -= 1;
            return;
        }
        self.flush();
        match sign {
            b'*' => self.here.is_optional = true,
            b'~' => self.write("\u{a0}"),
            b'_' => self.write("\u{2011}"),
            b'\\' => self.write("\\"),
            b'{' => self.write("{"),
            b'}' => self.write("}"),
            // A hyphen that is not seen, and signs of indexes.
            _ => {}
        }
    }

    /// Bytes in the encoding of the font.
    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.here.is_optional = false;
        let left_out = self.beside.min(bytes.len());
        self.beside -= left_out;
        let bytes = bytes.get(left_out..).unwrap_or_default();
        if !bytes.is_empty() && self.here.goes != Goes::Nowhere {
            self.flush_units();
            self.bytes.extend_from_slice(bytes);
        }
    }

    fn unicode(&mut self, code: i32) {
        // Codes beyond 32,767 are written as negative numbers.
        let unit = u16::try_from(code.rem_euclid(0x1_0000)).unwrap_or(0xfffd);
        // Fonts of signs have theirs in the private area, above the codes of old.
        let unit = if (0xf020..=0xf07e).contains(&unit) { unit - 0xf000 } else { unit };
        self.units.push(unit);
        self.beside = self.here.beside_unicode.unwrap_or(1);
    }

    fn flush(&mut self) {
        self.flush_bytes();
        self.flush_units();
    }

    fn flush_bytes(&mut self) {
        if !self.bytes.is_empty() {
            let bytes = std::mem::take(&mut self.bytes);
            let (words, _) = self.fonts.of(self.here.font).decode_without_bom_handling(&bytes);
            self.write(&words);
        }
    }

    fn flush_units(&mut self) {
        if !self.units.is_empty() {
            let words = String::from_utf16_lossy(&std::mem::take(&mut self.units));
            self.write(&words);
        }
    }

    /// Words, to wherever they go here.
    fn write(&mut self, words: &str) {
        match self.here.goes {
            Goes::Nowhere | Goes::Fonts | Goes::Styles => {}
            Goes::Number => self.number.push_str(words),
            Goes::Field => drop(self.fields.tell(words)),
            Goes::Text => {
                self.fields.show();
                let kind = self.fields.kind(words, Kind::Words);
                self.put(words, kind);
            }
        }
    }

    fn put(&mut self, words: &str, kind: Kind) {
        if self.here.goes != Goes::Text {
            return;
        }
        let stratum = if self.here.is_deleted { 1 } else { usize::from(self.here.is_hidden) * 2 };
        let is_italic = self.here.is_italic;
        let is_raised = self.here.is_raised && kind == Kind::Words;
        let kind = if is_raised { Kind::Raised } else { kind };
        let line = self.texts.last_mut().and_then(|text| text.open.get_mut(stratum));
        if let Some(line) = line {
            line.put(words, is_italic, kind);
        }
    }

    fn grid(&mut self, change: impl FnOnce(&mut Grid)) {
        if let Some(text) = self.texts.last_mut().filter(|_| self.here.goes == Goes::Text) {
            change(&mut text.grid);
        }
    }

    fn end_paragraph(&mut self) {
        self.paragraphs += 1;
        if self.here.goes != Goes::Text || self.here.is_deleted {
            return;
        }
        let Some(text) = self.texts.last_mut() else { return };
        let left_out = text.end_paragraph(self.here.is_heading, self.here.is_in_table);
        for (all, line) in self.left_out.iter_mut().zip(left_out) {
            all.extend(Some(line).filter(|line| !line.is_blank()));
        }
    }

    fn end_inner(&mut self, inner: Inner) {
        let goes = std::mem::replace(&mut self.here.goes, Goes::Text);
        if self.texts.last().is_some_and(|text| !text.open[0].is_blank()) {
            self.end_paragraph();
        }
        self.here.goes = goes;
        if self.texts.len() < 2 {
            return;
        }
        let Some(mut text) = self.texts.pop() else { return };
        text.grid.leave(&mut text.lines);
        match inner {
            Inner::Note(kind) => self.end_note(kind, text.lines),
            Inner::Comment => self.comments.extend(text.lines),
            Inner::Margin => self.margins.extend(text.lines),
            Inner::Box => {
                if let Some(outer) = self.texts.last_mut() {
                    outer.lines.extend(text.lines);
                }
            }
        }
    }

    /// Says of the note being read that it is an endnote.
    fn make_endnote(&mut self) {
        let groups = self.outer.iter_mut().chain(Some(&mut self.here)).rev();
        let mut begun = groups.map(|group| &mut group.begun);
        if let Some(begun) = begun.find(|begun| matches!(begun, Begun::Inner(Inner::Note(_)))) {
            *begun = Begun::Inner(Inner::Note(1));
        }
    }

    /// A note has ended, behind its mark: an automatic one, or words that the note begins with too.
    fn end_note(&mut self, kind: usize, lines: Vec<Line>) {
        let Some(notes) = self.told.notes.get_mut(kind) else { return };
        let id = Notes::len(notes).to_string();
        let Some(open) = self.texts.last_mut().map(|text| &mut text.open[0]) else { return };
        let is_automatic = open.pieces.last().is_some_and(|piece| piece.kind == Kind::OwnMark);
        let custom = if is_automatic {
            open.pieces.pop();
            None
        } else {
            take_own_mark(open, &lines)
        };
        notes.insert(id.clone(), lines);
        open.put("", false, Kind::Cites(NoteRef { kind, id, custom }));
    }

    /// Everything that was read.
    pub(super) fn finish(mut self) -> OfficeText {
        while !self.outer.is_empty() {
            self.close();
        }
        self.flush();
        self.here = Group::default();
        self.end_paragraph();
        let text = self.texts.pop().unwrap_or_default();
        let [deleted, hidden] = self.left_out;
        OfficeText {
            lines: text.lines,
            beside: vec![
                ("comment", self.comments),
                ("deleted text", deleted),
                ("hidden text", hidden),
                ("page head or foot", self.margins),
            ],
            ..self.told
        }
    }
}
