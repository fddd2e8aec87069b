//! Web pages and Markdown as a manuscript: paragraphs, headings, lists, tables, and the footnotes
//! that their links lead to. Knows what a page is made of, not how it is written down.

use std::collections::{HashMap, HashSet};

use super::composer::{Composer, Paragraph};
use crate::manuscript::{Fact, Manuscript};

/// A page that is being read.
#[derive(Debug, Default)]
pub(super) struct Page {
    lines: Vec<Line>,
    paragraph: Paragraph,
    /// What the paragraph that is open is.
    fact: Option<Fact>,
    /// Where italics and links began in it, innermost last; a link with its address.
    italics: Vec<usize>,
    links: Vec<(usize, String)>,
    /// Where in the page a name stands: the line, once it is set.
    names: HashMap<String, usize>,
    /// Short links within the page, which may be marks of footnotes.
    jumps: Vec<Jump>,
    /// Where raised words began, innermost last; and short ones, which may repeat a mark.
    raising: Vec<usize>,
    raised: Vec<Raised>,
    rows: Vec<Vec<Paragraph>>,
    tables: usize,
    /// Footnotes that the format knows as such: the mark of the one that is open, and all lines.
    note: Option<String>,
    notes: Vec<(String, Paragraph)>,
}

/// A paragraph or a table.
#[derive(Debug)]
enum Line {
    Words(Paragraph, Option<Fact>),
    Table(Vec<Vec<Paragraph>>, Option<Fact>),
}

#[derive(Debug)]
struct Raised {
    line: usize,
    at: usize,
    end: usize,
    label: String,
}

#[derive(Debug)]
struct Jump {
    line: usize,
    at: usize,
    end: usize,
    label: String,
    target: String,
}

impl Page {
    /// Adds words, white space folded by whoever reads them.
    pub(super) fn words(&mut self, words: &str) {
        if self.paragraph.is_blank() && words.trim().is_empty() {
            return;
        }
        let is_spaced = self.paragraph.from(0).ends_with(' ');
        self.paragraph.push(if is_spaced { words.trim_start_matches(' ') } else { words });
    }

    /// Where the next words stand in their paragraph, in bytes.
    pub(super) fn at(&self) -> usize {
        self.paragraph.end()
    }

    /// Begins a paragraph, and says what it is.
    pub(super) fn begin(&mut self, fact: Option<Fact>) {
        self.end();
        self.fact = fact;
    }

    /// Says what the paragraph that is open is.
    pub(super) fn be(&mut self, fact: Fact) {
        self.fact = Some(fact);
    }

    /// Ends the paragraph that is open.
    pub(super) fn end(&mut self) {
        if self.tables > 0 {
            return self.words(" ");
        }
        let words = self.take();
        let fact = self.fact.take();
        if words.is_blank() {
            return;
        }
        match &self.note {
            Some(mark) => match self.notes.last_mut() {
                Some((last, note)) if last == mark => {
                    note.push(" ");
                    note.append(words, 0);
                }
                _ => self.notes.push((mark.clone(), words)),
            },
            None => self.lines.push(Line::Words(words, fact)),
        }
    }

    /// The paragraph that is open; italics and links that are open go on in the next one.
    fn take(&mut self) -> Paragraph {
        for at in &mut self.italics {
            self.paragraph.state(*at, Fact::Italic);
            *at = 0;
        }
        for (at, _) in &mut self.links {
            *at = 0;
        }
        self.raising.clear();
        std::mem::take(&mut self.paragraph)
    }

    pub(super) fn begin_italic(&mut self) {
        self.italics.push(self.at());
    }

    pub(super) fn end_italic(&mut self) {
        if let Some(at) = self.italics.pop() {
            self.paragraph.state(at, Fact::Italic);
        }
    }

    pub(super) fn begin_raised(&mut self) {
        self.raising.push(self.at());
    }

    pub(super) fn end_raised(&mut self) {
        let Some(at) = self.raising.pop() else { return };
        let label = bare_label(self.paragraph.from(at));
        if is_label(label) && self.tables == 0 {
            let label = label.to_owned();
            self.raised.push(Raised { line: self.lines.len(), at, end: self.at(), label });
        }
    }

    pub(super) fn begin_link(&mut self, address: String) {
        self.links.push((self.at(), address));
    }

    pub(super) fn end_link(&mut self) {
        let Some((at, address)) = self.links.pop() else { return };
        let words = self.paragraph.from(at);
        let label = bare_label(words).to_owned();
        match address.split_once('#') {
            // The way back from a footnote to its mark.
            Some(_)
                if !words.trim().is_empty() && words.trim_matches(is_arrow).trim().is_empty() =>
            {
                self.paragraph.truncate(at);
            }
            Some((_, target)) if is_label(&label) && self.tables == 0 => {
                let (line, end) = (self.lines.len(), self.at());
                let target = target.to_owned();
                self.jumps.push(Jump { line, at, end, label, target });
            }
            _ if address.contains("://") => self.paragraph.state(at, Fact::Link(address)),
            _ => {}
        }
    }

    /// A name to which links within the page may lead.
    pub(super) fn name(&mut self, name: String) {
        self.names.entry(name).or_insert(self.lines.len());
    }

    /// A mark of a footnote, in a format that knows them.
    pub(super) fn mark(&mut self, label: &str) {
        self.paragraph.mark(label);
    }

    pub(super) fn begin_note(&mut self, label: &str) {
        self.end();
        self.note = Some(label.to_owned());
    }

    pub(super) fn end_note(&mut self) {
        self.end();
        self.note = None;
    }

    pub(super) fn begin_table(&mut self) {
        self.end();
        self.tables += 1;
    }

    pub(super) fn begin_row(&mut self) {
        self.end_cell();
        self.rows.push(Vec::new());
    }

    pub(super) fn begin_cell(&mut self) {
        self.end_cell();
        if let Some(row) = self.rows.last_mut().filter(|_| self.tables == 1) {
            row.push(Paragraph::default());
        }
    }

    /// Gives the words of a cell to it.
    pub(super) fn end_cell(&mut self) {
        if self.tables != 1 || self.paragraph.is_blank() {
            return;
        }
        let words = self.take();
        match self.rows.last_mut().and_then(|row| row.last_mut()) {
            Some(cell) => cell.append(words, 0),
            None => self.rows.push(vec![words]),
        }
    }

    /// Ends a table. One of a single column sets text in a frame: its cells are paragraphs.
    pub(super) fn end_table(&mut self) {
        self.end_cell();
        self.tables = self.tables.saturating_sub(1);
        if self.tables > 0 {
            return;
        }
        // A heading in one cell says nothing of the others.
        let fact = self.fact.take().filter(|fact| matches!(fact, Fact::Debris(_)));
        let mut rows = std::mem::take(&mut self.rows);
        rows.retain(|row| row.iter().any(|cell| !cell.is_blank()));
        if rows.iter().all(|row| row.iter().filter(|cell| !cell.is_blank()).count() <= 1) {
            let cells = rows.into_iter().flatten().filter(|cell| !cell.is_blank());
            self.lines.extend(cells.map(|cell| Line::Words(cell, fact.clone())));
        } else {
            self.lines.push(Line::Table(rows, fact));
        }
    }

    /// The manuscript: the text, and the footnotes behind it.
    pub(super) fn finish(mut self) -> Manuscript {
        while self.tables > 0 {
            self.end_table();
        }
        self.end();
        let notes = self.notes_at_links();
        self.marks_repeated(&notes);
        let last_note = notes.keys().max().copied().unwrap_or(0);
        let mut composer = Composer::default();
        let mut open_note: Option<(String, Paragraph)> = None;
        for (index, line) in std::mem::take(&mut self.lines).into_iter().enumerate() {
            match (notes.get(&index), line, &mut open_note) {
                (Some(label), Line::Words(words, _), _) => {
                    self.notes.extend(open_note.take());
                    let lead = lead(words.from(0), label);
                    let mut note = Paragraph::default();
                    note.append(words, lead);
                    open_note = Some((label.clone(), note));
                }
                // What stands between two footnotes is of the first of them.
                (_, Line::Words(words, None), Some((_, note))) if index < last_note => {
                    note.push(" ");
                    note.append(words, 0);
                }
                (_, Line::Words(words, fact), _) => composer.line(words, fact),
                (_, Line::Table(rows, fact), _) => composer.table(rows, fact),
            }
        }
        self.notes.extend(open_note);
        // Some say the number of a footnote where a page has one already.
        let say_again = |(label, words): &(String, Paragraph)| own_label(words.from(0), label) > 0;
        // `1 July 2030` may be all that the only footnote says.
        let are_numbered = self.notes.len() > 1 && self.notes.iter().all(say_again);
        for (label, words) in self.notes {
            let own = if are_numbered { own_label(words.from(0), &label) } else { 0 };
            let mut note = Paragraph::default();
            note.append(words, own);
            composer.note(label, note);
        }
        composer.finish()
    }

    /// The lines that are footnotes: a short link leads to each, from above, and it begins with the
    /// same mark. Says so of the links, too.
    fn notes_at_links(&mut self) -> HashMap<usize, String> {
        let mut notes = HashMap::new();
        for jump in &self.jumps {
            let Some(&line) = self.names.get(&jump.target).filter(|line| **line > jump.line) else {
                continue;
            };
            let Some(Line::Words(note, _)) = self.lines.get(line) else { continue };
            let is_note = lead(note.from(0), &jump.label) > 0;
            if let Some(Line::Words(words, _)) = self.lines.get_mut(jump.line)
                && is_note
            {
                words.state_range(jump.at, jump.end, Fact::Mark);
                notes.insert(line, jump.label.clone());
            }
        }
        notes
    }

    /// The mark of a footnote that another link leads to already, set again without one.
    fn marks_repeated(&mut self, notes: &HashMap<usize, String>) {
        let known = self.notes.iter().map(|(label, _)| label);
        let labels: HashSet<&String> = notes.values().chain(known).collect();
        // Links end in the order of the page.
        let is_linked = |raised: &Raised| {
            let after = |jump: &Jump| (jump.line, jump.end) <= (raised.line, raised.at);
            let next = self.jumps.get(self.jumps.partition_point(after));
            next.is_some_and(|jump| jump.line == raised.line && jump.at < raised.end)
        };
        for raised in &self.raised {
            let Raised { line, at, end, label } = raised;
            let is_repeated =
                labels.contains(label) && !notes.contains_key(line) && !is_linked(raised);
            if let Some(Line::Words(words, _)) = self.lines.get_mut(*line)
                && is_repeated
            {
                words.state_range(*at, *end, Fact::Mark);
            }
        }
    }
}

/// `[1]`, `(1)`, `1`: the mark itself.
fn bare_label(words: &str) -> &str {
    words.trim().trim_matches(['[', ']', '(', ')']).trim()
}

fn is_label(label: &str) -> bool {
    let is_number = label.bytes().all(|byte| byte.is_ascii_digit());
    let is_stars = label.bytes().all(|byte| byte == b'*');
    !label.is_empty() && label.len() <= 4 && (is_number || is_stars)
}

/// The bytes that a footnote's own mark takes at its beginning, 0 where it has none.
fn lead(words: &str, label: &str) -> usize {
    let text = words.trim_start().trim_start_matches(['[', '(']);
    let Some(rest) = text.trim_start().strip_prefix(label) else { return 0 };
    let rest = rest.trim_start_matches([']', ')', '.']).trim_start();
    words.len() - rest.len()
}

/// The bytes of a footnote's own mark and the white space behind it, 0 where it has none.
fn own_label(words: &str, label: &str) -> usize {
    let text = words.trim_start().trim_start_matches(['[', '(']);
    let rest = text.strip_prefix(label).map(|rest| rest.trim_start_matches([']', ')', '.']));
    let rest = rest.filter(|rest| rest.starts_with(char::is_whitespace));
    rest.map_or(0, |rest| words.len() - rest.trim_start().len())
}

/// The arrows by which pages lead from a footnote back to its mark, and what stands between them.
fn is_arrow(c: char) -> bool {
    matches!(c, '^' | '↑' | '↩' | '↵' | '⏎' | '\u{fe0e}' | '\u{fe0f}') || c.is_whitespace()
}
