//! A tagged PDF, read by its tags: the paragraphs of the structure tree in their order, each note
//! taken from the place of its mark. What no tag claims is the furniture of the pages.

use std::collections::HashMap;

mod found;
mod notes;
mod page_turns;

use super::{
    lines,
    sheet::{ContentId, Place, Run, Sheet},
    tags::{Element, Kind, Node},
    typeset::{self, Words},
    writing::{Block, Note, Pages},
};
use found::{Cell, Found};
use notes::notes;
use page_turns::join_across_pages;

/// Reads the pages by the tree. Nothing where the tree leaves out much of what the pages say.
pub(super) fn read(sheets: &[Sheet], tree: &Element) -> Option<Pages> {
    let mut walk = Walk::new(sheets);
    walk.children(tree);
    walk.flush();
    let unclaimed = walk.unclaimed(sheets);
    let length = |runs: &mut dyn Iterator<Item = &Run>| -> usize {
        runs.map(|run| run.text.chars().filter(|c| !c.is_whitespace()).count()).sum()
    };
    let claimed = length(&mut walk.claimed.iter().copied());
    let missing = length(
        &mut unclaimed.iter().filter(|(_, run)| run.place != Place::Artifact).map(|(_, run)| *run),
    );
    if claimed == 0 || missing * 10 > claimed {
        return None;
    }
    let debris = furniture(&unclaimed);
    Some(Pages { blocks: walk.blocks(), notes: walk.notes, debris })
}

/// A piece of the text that is being gathered.
struct Piece<'a> {
    sheet: usize,
    /// Its number on the page.
    number: usize,
    run: &'a Run,
}

struct Walk<'a> {
    content: HashMap<ContentId, Vec<Piece<'a>>>,
    /// Whether the pages have been mirrored: then runs are in order there, and only there.
    are_mirrored: bool,
    claimed: Vec<&'a Run>,
    /// What has been gathered of the block at hand.
    pieces: Vec<Piece<'a>>,
    /// What the author says is written there instead.
    actual: Option<String>,
    kind: Kind,
    /// Whether only a label has been gathered, whose text is still to come.
    after_label: bool,
    found: Vec<Found>,
    notes: Vec<Note>,
    /// The cell at hand, and the last one there was.
    cell: Option<Cell>,
    last_cell: Cell,
}

impl<'a> Walk<'a> {
    fn new(sheets: &'a [Sheet]) -> Self {
        let mut content: HashMap<ContentId, Vec<Piece<'a>>> = HashMap::new();
        for (sheet, page) in sheets.iter().enumerate() {
            for (number, run) in page.runs.iter().enumerate() {
                if let Place::Tagged(id) = run.place {
                    content.entry(id).or_default().push(Piece { sheet, number, run });
                }
            }
        }
        Self {
            content,
            are_mirrored: sheets.iter().any(|sheet| sheet.is_mirrored),
            claimed: Vec::new(),
            pieces: Vec::new(),
            actual: None,
            kind: Kind::Group,
            after_label: false,
            found: Vec::new(),
            notes: Vec::new(),
            cell: None,
            last_cell: Cell::default(),
        }
    }

    fn children(&mut self, element: &Element) {
        for child in &element.children {
            match child {
                Node::Content(id) => self.claim(*id),
                Node::Element(element) => self.element(element),
            }
        }
    }

    fn claim(&mut self, id: ContentId) {
        let Some(pieces) = self.content.remove(&id) else { return };
        self.claimed.extend(pieces.iter().map(|piece| piece.run));
        self.after_label &= pieces.iter().all(|piece| piece.run.text.trim().is_empty());
        self.pieces.extend(pieces);
    }

    fn element(&mut self, element: &Element) {
        if let Some(actual) = &element.actual
            && element.kind != Kind::Artifact
        {
            self.replaced(element, actual);
            return;
        }
        match element.kind {
            Kind::Note => self.note(element),
            Kind::Paragraph | Kind::Heading => {
                let outer = self.kind;
                self.begin(element.kind);
                self.children(element);
                if !self.after_label {
                    self.flush();
                }
                self.kind = outer;
            }
            Kind::Table => {
                self.flush();
                self.last_cell.table += 1;
                self.children(element);
                self.flush();
            }
            Kind::Row => {
                self.flush();
                self.last_cell.row += 1;
                self.children(element);
                self.flush();
            }
            Kind::Cell => {
                self.flush();
                self.last_cell.cell += 1;
                let outer = self.cell.replace(self.last_cell);
                self.children(element);
                self.flush();
                self.cell = outer;
            }
            Kind::Label => {
                self.flush();
                self.children(element);
                self.after_label = !self.pieces.is_empty();
            }
            Kind::Artifact => {}
            Kind::Link | Kind::Group => self.children(element),
        }
    }

    fn begin(&mut self, kind: Kind) {
        if !self.after_label {
            self.flush();
        }
        self.kind = kind;
    }

    /// An element whose text stands in the tree itself.
    fn replaced(&mut self, element: &Element, actual: &str) {
        let start = self.pieces.len();
        self.children(element);
        // The pieces say where it is and how it is set; the words are those of the tree, which we
        // take only where the pieces have none.
        let has_words = self
            .pieces
            .get(start..)
            .is_some_and(|pieces| pieces.iter().any(|piece| !piece.run.text.trim().is_empty()));
        if !has_words {
            self.actual.get_or_insert_default().push_str(actual);
        }
    }

    /// A note, and the text around it goes on as if it were not there.
    fn note(&mut self, element: &Element) {
        let outer = (
            std::mem::take(&mut self.pieces),
            std::mem::take(&mut self.found),
            self.kind,
            self.cell.take(),
            self.after_label,
        );
        let before = typeset::set(&outer.0.iter().map(|piece| piece.run).collect::<Vec<_>>());
        let mark = before.marks.last().and_then(|mark| before.text.get(mark.clone()));
        self.kind = Kind::Paragraph;
        self.after_label = false;
        self.children(element);
        self.flush();
        let paragraphs = std::mem::take(&mut self.found);
        let due = self.notes.last().and_then(|note| note.mark.parse::<u32>().ok());
        let due = due.map_or(1, |last| last.saturating_add(1)).to_string();
        self.notes.extend(notes(paragraphs, mark.unwrap_or_default(), &due));
        (self.pieces, self.found, self.kind, self.cell, self.after_label) = outer;
    }

    /// Ends the block at hand.
    fn flush(&mut self) {
        let mut pieces = std::mem::take(&mut self.pieces);
        if self.are_mirrored {
            pieces.sort_by_key(|piece| (piece.sheet, piece.number));
        }
        self.after_label = false;
        let runs: Vec<&Run> = pieces.iter().map(|piece| piece.run).collect();
        let mut words = typeset::set(&runs).tidied();
        if let Some(actual) = self.actual.take() {
            words.append(&Words { text: actual, ..Words::default() });
        }
        if words.is_blank() {
            return;
        }
        let written = || pieces.iter().filter(|piece| !piece.run.text.trim().is_empty());
        self.found.push(Found {
            kind: self.kind,
            words,
            first: written().next().map_or(0, |piece| piece.sheet),
            last: written().next_back().map_or(0, |piece| piece.sheet),
            x: written().next().map_or(0.0, |piece| piece.run.x),
            y: written().next().map_or(0.0, |piece| piece.run.y),
            indent: indent(&written().map(|piece| piece.run).collect::<Vec<_>>()),
            cell: self.cell,
        });
    }

    /// What no tag claims, with its page.
    fn unclaimed(&self, sheets: &'a [Sheet]) -> Vec<(usize, &'a Run)> {
        let pages = sheets.iter().enumerate();
        pages
            .flat_map(|(sheet, page)| page.runs.iter().map(move |run| (sheet, run)))
            .filter(|(_, run)| match run.place {
                Place::Tagged(id) => self.content.contains_key(&id),
                Place::Artifact | Place::Unsaid => true,
            })
            .collect()
    }

    /// The paragraphs put together: halves across pages, cells in rows.
    fn blocks(&mut self) -> Vec<Block> {
        let mut found = std::mem::take(&mut self.found);
        found.retain_mut(|found| !self.is_note(found));
        free_columns(&mut found);
        self.find_columns(&mut found);
        let mut blocks: Vec<Block> = Vec::new();
        let mut last: Option<Cell> = None;
        for found in join_across_pages(found) {
            match (found.cell, last, blocks.last_mut()) {
                (Some(here), Some(last), Some(Block::Row(cells))) if here.row == last.row => {
                    match cells.last_mut() {
                        Some(words) if here.cell == last.cell => words.append(&found.words),
                        _ => cells.push(found.words),
                    }
                }
                (Some(_), _, _) => blocks.push(Block::Row(vec![found.words])),
                (None, _, _) => blocks.push(match found.kind {
                    Kind::Heading => Block::Heading(found.words),
                    _ => Block::Paragraph(found.words),
                }),
            }
            last = found.cell;
        }
        blocks
    }

    /// Paragraphs that stand side by side are cells of a row, though nobody has tagged them so.
    fn find_columns(&mut self, found: &mut [Found]) {
        for i in 1..found.len() {
            let (before, rest) = found.split_at_mut(i);
            let (Some(last), Some(here)) = (before.last_mut(), rest.first_mut()) else { return };
            let are_level =
                last.first == here.first && (last.y - here.y).abs() < 2.0 && here.x > last.x + 10.0;
            if !are_level || here.cell.is_some() {
                continue;
            }
            if last.cell.is_none() {
                self.last_cell.row += 1;
                self.last_cell.cell += 1;
                last.cell = Some(self.last_cell);
            }
            self.last_cell.cell += 1;
            here.cell = last.cell.map(|cell| Cell { cell: self.last_cell.cell, ..cell });
        }
    }

    /// Takes a note that is tagged as a paragraph at the place where it is printed: `* Reissued …`.
    fn is_note(&mut self, found: &mut Found) -> bool {
        let mark: String = found.words.text.chars().take_while(|c| *c == '*').collect();
        let is_note =
            !mark.is_empty() && found.words.text[mark.len()..].starts_with(char::is_whitespace);
        if is_note {
            let words = found.words.split_off(mark.len());
            self.notes.push(Note { mark, paragraphs: vec![words] });
        }
        is_note
    }
}

/// A table whose rows have one cell each is none: somebody has set text in a frame.
fn free_columns(found: &mut [Found]) {
    let mut tables: HashMap<usize, bool> = HashMap::new();
    for pair in found.windows(2) {
        if let [Found { cell: Some(a), .. }, Found { cell: Some(b), .. }] = pair {
            let has_columns = a.row == b.row && a.cell != b.cell;
            *tables.entry(a.table).or_default() |= has_columns;
        }
    }
    for found in found {
        found.cell = found.cell.filter(|cell| tables.get(&cell.table).copied().unwrap_or(false));
    }
}

/// How much deeper the first line is set than the second.
fn indent(runs: &[&Run]) -> Option<f64> {
    let first = runs.first()?;
    let second = runs
        .iter()
        .find(|run| first.y - run.y > 0.9 * first.size || run.x + first.size < first.x)?;
    Some(first.x - second.x)
}

/// Heads and feet of pages, line by line.
fn furniture(unclaimed: &[(usize, &Run)]) -> Vec<Words> {
    let mut lines = Vec::new();
    for page in unclaimed.chunk_by(|(a, _), (b, _)| a == b) {
        let runs: Vec<&Run> = page.iter().map(|(_, run)| *run).collect();
        for line in lines::lines(&runs) {
            lines.extend(line.parts().into_iter().filter(|words| !words.is_blank()));
        }
    }
    lines
}
