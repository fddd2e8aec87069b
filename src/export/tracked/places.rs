//! Where the passages of a document stand in the parts of its Word file, word for word. A passage that is
//! not found stays as it is.

use std::{collections::HashMap, ops::Range};

use super::{
    paragraph::Paragraph,
    scan::{Placed, Token, end_of_element, tokens},
};
use crate::{
    document::{Document, Passage},
    text::{ComparableText, comparable},
};

/// A part of the file, taken apart.
pub(super) struct Part<'a> {
    pub(super) xml: &'a str,
    pub(super) tokens: Vec<Placed<'a>>,
    pub(super) paragraphs: Vec<Paragraph>,
    /// For each paragraph, the outermost table it stands in.
    pub(super) table_of: Vec<Option<usize>>,
    /// The outermost tables: the first token, and the bytes.
    pub(super) tables: Vec<(usize, Range<usize>)>,
}

impl<'a> Part<'a> {
    pub(super) fn read(xml: &'a str) -> Self {
        let tokens = tokens(xml);
        let (mut paragraphs, mut table_of, mut tables) = (Vec::new(), Vec::new(), Vec::new());
        let mut i = 0;
        let mut table_end = 0;
        while i < tokens.len() {
            match tokens[i].token {
                Token::Open("tbl") if i >= table_end => {
                    table_end = end_of_element(&tokens, i);
                    let end = tokens[table_end - 1].range.end;
                    tables.push((i, tokens[i].range.start..end));
                    i += 1;
                }
                Token::Open("p") => {
                    if let Some(paragraph) = Paragraph::read(xml, &tokens, i) {
                        paragraphs.push(paragraph);
                        table_of.push((i < table_end).then(|| tables.len() - 1));
                    }
                    i = end_of_element(&tokens, i);
                }
                _ => i += 1,
            }
        }
        Self { xml, tokens, paragraphs, table_of, tables }
    }

    /// The byte behind a paragraph, or behind the table it stands in.
    pub(super) fn behind(&self, paragraph: usize) -> usize {
        match self.table_of[paragraph] {
            Some(table) => self.tables[table].1.end,
            None => self.paragraphs[paragraph].range.end,
        }
    }
}

/// Where a passage stands.
#[derive(Clone, Debug)]
pub(super) enum At {
    /// In a paragraph: for each byte of the passage, and its end, the byte of the paragraph's words.
    Words { paragraph: usize, bytes: Vec<usize> },
    /// It is a table.
    Table(usize),
}

/// So many signs may stand before a passage in its paragraph: its number.
const LONGEST_LABEL: usize = 24;

/// Where the title and the blocks of a document stand, or its footnotes.
pub(super) fn places(document: &Document, part: &Part<'_>, is_notes: bool) -> HashMap<Passage, At> {
    let texts: Vec<ComparableText> =
        part.paragraphs.iter().map(|paragraph| ComparableText::new(&paragraph.text)).collect();
    let mut found = HashMap::new();
    // How much of each paragraph is claimed already.
    let mut taken = vec![0; texts.len()];
    let mut from = 0;
    let mut next_table = 0;
    for passage in document.passages() {
        if matches!(passage, Passage::Footnote(_)) != is_notes {
            continue;
        }
        let sought = comparable(document.text(passage));
        if sought.is_empty() {
            continue;
        }
        if let Passage::Block(i) = passage
            && !document.blocks[i].rows.is_empty()
        {
            if let Some(table) =
                (next_table..part.tables.len()).find(|table| is_table(part, *table, &sought))
            {
                next_table = table + 1;
                found.insert(passage, At::Table(table));
                from = (0..texts.len())
                    .rev()
                    .find(|p| part.table_of[*p] == Some(table))
                    .map_or(from, |p| p + 1);
            }
            continue;
        }
        let start = if is_notes { 0 } else { from };
        let place = (start..texts.len()).find_map(|paragraph| {
            let text = &texts[paragraph].text;
            let at = taken[paragraph] + text.get(taken[paragraph]..)?.find(&sought)?;
            (at - taken[paragraph] <= LONGEST_LABEL).then_some((paragraph, at))
        });
        let Some((paragraph, at)) = place else { continue };
        let start =
            texts[paragraph].origin(&(at..at + sought.len())).map_or(0, |range| range.start);
        if let Some(bytes) =
            aligned(document.text(passage), &part.paragraphs[paragraph].text, start)
        {
            taken[paragraph] = at + sought.len();
            from = paragraph;
            found.insert(passage, At::Words { paragraph, bytes });
        }
    }
    found
}

fn is_table(part: &Part<'_>, table: usize, sought: &str) -> bool {
    let own = part.paragraphs.iter().zip(&part.table_of).filter(|(_, of)| **of == Some(table));
    let text: String = own.map(|(paragraph, _)| comparable(&paragraph.text)).collect();
    text == sought
}

/// For each byte of a passage the byte of the paragraph, whose words are the same from `start` on but for
/// spaces and what is not seen.
fn aligned(passage: &str, paragraph: &str, start: usize) -> Option<Vec<usize>> {
    let mut bytes = vec![0; passage.len() + 1];
    let mut at = start;
    let char_at = |at: usize| paragraph.get(at..).and_then(|rest| rest.chars().next());
    let is_nothing = |c: char| comparable(c.encode_utf8(&mut [0; 4])).is_empty();
    for (from, c) in passage.char_indices() {
        let is_gap = is_nothing(c);
        if !is_gap {
            while let Some(other) = char_at(at).filter(|other| is_nothing(*other)) {
                at += other.len_utf8();
            }
        }
        bytes[from..from + c.len_utf8()].fill(at);
        match char_at(at) {
            Some(other) if is_gap && is_nothing(other) => {
                while let Some(other) = char_at(at).filter(|other| is_nothing(*other)) {
                    at += other.len_utf8();
                }
            }
            _ if is_gap => {}
            Some(other) => at += other.len_utf8(),
            None => return None,
        }
    }
    bytes[passage.len()] = at;
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_behind_numbers_and_between_spaces() {
        let bytes = aligned("a b", "1.\ta\u{a0} b;", 3).expect("the same words");
        assert_eq!(bytes, [3, 4, 7, 8]);
    }
}
