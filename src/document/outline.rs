//! What a document consists of, as a table of contents has it: its resolutions where a file has several, parts,
//! sections, headings, annexes, actions. Says which paragraphs are in each; knows no screen.

use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};

use super::{Block, Document, Part, Passage, Resolution, Shape};

/// An entry of the table of contents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Where it begins.
    pub passage: Passage,
    /// How deep it stands: 0 for what stands below nothing.
    pub depth: u8,
    /// What it is called: `II  Operational activities`, `Annex I`, `Action 12. …`.
    pub title: String,
    /// Its first and last paragraph, up to the next entry; `None` where there is none.
    pub paragraphs: Option<(Passage, Passage)>,
}

impl Section {
    /// Its title in small letters.
    pub(super) fn in_small_letters(&self) -> String {
        self.title.to_lowercase()
    }
}

/// What an entry of the table of contents is about.
#[derive(Clone, Copy)]
enum About<'a> {
    Resolution(&'a Resolution),
    Heading,
    Action,
}

impl Document {
    /// The table of contents, in reading order.
    #[must_use]
    pub fn contents(&self) -> Cow<'_, [Section]> {
        self.known_contents().map_or_else(|| self.find_contents().into(), Cow::Borrowed)
    }

    /// The same found anew.
    pub(super) fn find_contents(&self) -> Vec<Section> {
        let mut entries = self.entries().into_iter().peekable();
        let mut sections: Vec<Section> = Vec::new();
        for (i, block) in self.blocks.iter().enumerate() {
            while let Some((_, depth, about)) = entries.next_if(|entry| entry.0 == i) {
                let title = match about {
                    About::Resolution(resolution) => resolution_words(resolution),
                    About::Heading => heading_words(block),
                    About::Action => block.text.clone(),
                };
                sections.push(section(i, depth, title));
            }
            if has_number(block)
                && let Some(last) = sections.last_mut()
            {
                let first = last.paragraphs.map_or(Passage::Block(i), |(first, _)| first);
                last.paragraphs = Some((first, Passage::Block(i)));
            }
        }
        sections
    }

    /// The nearest entry of the table of contents before or after a passage.
    #[must_use]
    pub fn section_beyond(&self, passage: Passage, forward: bool) -> Option<Passage> {
        if let Some(sections) = self.known_contents() {
            let before = |is: fn(&Passage, &Passage) -> bool| {
                sections.partition_point(|section| is(&section.passage, &passage))
            };
            let beyond = match forward {
                true => sections.get(before(Passage::le)),
                false => sections[..before(Passage::lt)].last(),
            };
            return beyond.map(|section| section.passage);
        }
        let mut starts = self.entries().into_iter().map(|(block, ..)| Passage::Block(block));
        if forward {
            starts.find(|start| *start > passage)
        } else {
            starts.rfind(|start| *start < passage)
        }
    }

    /// The entries without their words, in reading order: the block of each, how deep it stands, what it is about.
    fn entries(&self) -> Vec<(usize, u8, About<'_>)> {
        let actions: HashSet<usize> = numbered_words(&self.blocks).into_iter().collect();
        let several = self.resolutions.len() > 1;
        // Of several at one block the first counts.
        let starts = self.resolutions.iter().rev().filter(|_| several);
        let starts: HashMap<usize, &Resolution> =
            starts.map(|resolution| (resolution.blocks.start, resolution)).collect();
        let mut entries = Vec::new();
        let mut depth_of_heading = 0;
        for (i, block) in self.blocks.iter().enumerate() {
            if let Some(resolution) = starts.get(&i) {
                entries.push((i, 0, About::Resolution(resolution)));
            }
            if block.shape == Shape::Heading {
                depth_of_heading = u8::from(several) + depth(block);
                entries.push((i, depth_of_heading, About::Heading));
            } else if actions.contains(&i) {
                entries.push((i, depth_of_heading + 1, About::Action));
            }
        }
        entries
    }
}

/// `A/RES/72/247  Twentieth anniversary …`.
fn resolution_words(resolution: &Resolution) -> String {
    let names = resolution.symbol.iter().map(ToString::to_string);
    names.chain(resolution.title.clone()).collect::<Vec<_>>().join("  ")
}

/// Whether a block is a paragraph that a range of paragraphs may begin or end with: it is printed with a number,
/// or is preambular.
fn has_number(block: &Block) -> bool {
    let is_paragraph = block.shape == Shape::Paragraph;
    is_paragraph && (block.number.is_some() || block.part == Part::Preamble)
}

fn section(block: usize, depth: u8, title: String) -> Section {
    Section { passage: Passage::Block(block), depth, title, paragraphs: None }
}

/// `II  Operational activities`: the number a space away from the words, as the two are printed.
fn heading_words(block: &Block) -> String {
    match block.label.as_str() {
        "" => block.text.clone(),
        label => format!("{label}  {}", block.text).trim_end().to_owned(),
    }
}

/// Sections that are numbered and annexes stand at the margin, headings in words below them.
fn depth(block: &Block) -> u8 {
    let is_first_of_annex = block.part == Part::Annex && block.cite.is_annex();
    let first = block.text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_numbered = !block.label.is_empty()
        || crate::text::roman::value(&first.to_lowercase()).is_some()
        || matches!(first.as_bytes(), [letter] if letter.is_ascii_uppercase());
    u8::from(!is_first_of_annex && (!is_numbered || block.part == Part::Annex))
}

/// Paragraphs that open with one word and a number that counts from 1 through the document: `Action 1.`,
/// `Objective 2.`. At least three, or it may be chance.
fn numbered_words(blocks: &[Block]) -> Vec<usize> {
    let mut found: Vec<(String, Vec<usize>)> = Vec::new();
    for (i, block) in blocks.iter().enumerate() {
        let Some((word, number)) = word_and_number(&block.text) else { continue };
        match found.iter_mut().find(|(known, _)| *known == word) {
            Some((_, places)) if number == places.len() + 1 => places.push(i),
            Some(_) => {}
            None if number == 1 => found.push((word.to_owned(), vec![i])),
            None => {}
        }
    }
    found.retain(|(_, places)| places.len() >= 3);
    found.into_iter().flat_map(|(_, places)| places).collect()
}

/// `Action 12. We will …` → `Action`, 12.
fn word_and_number(text: &str) -> Option<(&str, usize)> {
    let (word, rest) = text.split_once(' ')?;
    let digits = rest.find(|c: char| !c.is_ascii_digit())?;
    let (number, after) = rest.split_at(digits);
    let is_word = word.chars().next()?.is_uppercase() && word.chars().all(char::is_alphabetic);
    (is_word && after.starts_with(['.', ':'])).then_some(())?;
    Some((word, number.parse().ok()?))
}
