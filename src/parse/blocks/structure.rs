//! What the paragraphs of a document are, before they have names and marks. Knows no rule.

use std::ops::Range;

use super::levels::latin;
use crate::{
    document::{Organ, Part, Shape},
    parse::lines::{
        clean_text::CleanText,
        label::{self, Label},
    },
};

/// The label of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::parse) struct BlockLabel {
    /// `14.`, `(a)`.
    pub(in crate::parse) printed: String,
    /// `14`, `a`, in the letters that are printed.
    pub(in crate::parse) number: String,
    /// Whether Cyrillic letters in it are cited by the Latin ones that they look like.
    is_latin: bool,
}

impl BlockLabel {
    /// The label at the beginning of a line.
    pub(in crate::parse) fn new(label: Label, line: &str) -> Self {
        // `ll` is 11; digits of another script stay as they are printed.
        let is_ascii = !label.is_item && label.number(line).is_ascii();
        let value = label.value(line).filter(|_| is_ascii);
        let number = value.map_or_else(|| label.number(line).to_owned(), |value| value.to_string());
        let printed = label.printed(line).to_owned();
        let number = match label::between(&printed) {
            Some(word) => {
                let digits =
                    number.trim_end_matches(word).trim_end_matches(|c: char| !c.is_alphanumeric());
                format!("{digits} {word}")
            }
            None => number,
        };
        Self { printed, number, is_latin: false }
    }

    /// A label that the format sets apart.
    pub(in crate::parse) fn apart(printed: String, number: String) -> Self {
        Self { printed, number, is_latin: false }
    }

    /// The number as citations have it, in Western digits and without a space: `14bis`.
    pub(in crate::parse) fn cited(&self) -> String {
        let western = |c: char| match c {
            '٠'..='٩' => char::from_digit(u32::from(c) - u32::from('٠'), 10).unwrap_or(c),
            c if self.is_latin => latin(c),
            c => c,
        };
        self.number.chars().filter(|c| *c != ' ').map(western).collect()
    }
}

/// One resolution of a file, or one part of it.
#[derive(Clone, Debug, Default)]
pub(in crate::parse) struct Scope {
    /// Its letter, `A`, where it has one.
    pub(in crate::parse) letter: Option<String>,
    /// The numerals of its sections, `II`, behind the first, which has none.
    pub(in crate::parse) numerals: Vec<String>,
    /// The paragraphs of its own head; of the first, those before the text.
    pub(in crate::parse) head: Range<usize>,
    /// Whether it is the end of a resolution that began before the file.
    pub(in crate::parse) is_tail: bool,
}

/// A block before it has a name.
#[derive(Clone, Debug)]
pub(in crate::parse) struct Draft {
    pub(in crate::parse) part: Part,
    pub(in crate::parse) shape: Shape,
    pub(in crate::parse) depth: u8,
    pub(in crate::parse) label: Option<BlockLabel>,
    /// Its lines.
    pub(in crate::parse) lines: Range<usize>,
    /// Its words, marks still in them.
    pub(in crate::parse) words: CleanText,
    /// Which resolution of the file, or part of it, counted from 0.
    pub(in crate::parse) scope: usize,
    /// Which section of that, counted from 0; a section begins with a Roman numeral.
    pub(in crate::parse) section: usize,
    /// `Annex II`, for all blocks below that heading.
    pub(in crate::parse) annex: Option<String>,
}

/// What the paragraphs of a document are.
#[derive(Clone, Debug, Default)]
pub(in crate::parse) struct Structure {
    /// The paragraphs of the head: those before the first formula.
    pub(in crate::parse) head: Range<usize>,
    /// The blocks, in order.
    pub(in crate::parse) drafts: Vec<Draft>,
    /// The resolutions of the file, or their parts; one at least, once the text has begun.
    pub(in crate::parse) scopes: Vec<Scope>,
    /// Who enacts it, by its formula.
    pub(in crate::parse) organ: Option<Organ>,
    /// How it was voted on.
    pub(in crate::parse) vote: Option<String>,
    /// The meeting it was adopted at.
    pub(in crate::parse) meeting: Option<String>,
    /// The date below the meeting.
    pub(in crate::parse) closing_date: Option<jiff::civil::Date>,
    /// Whether it tells a decision, without a formula, as *At its 46th plenary meeting …*.
    pub(in crate::parse) is_told: bool,
    /// Whether it is the statement of a president.
    pub(in crate::parse) is_stated: bool,
    /// Whether there is an enacting formula.
    pub(in crate::parse) has_formula: bool,
}

impl Structure {
    /// Nothing yet, behind a head of so many paragraphs.
    pub(in crate::parse) fn behind(head: usize, letter: Option<String>) -> Self {
        let scope = Scope { letter, head: 0..head, ..Scope::default() };
        Self { head: 0..head, scopes: vec![scope], ..Self::default() }
    }

    /// Whether the last block is of the formula, or a heading right before it.
    pub(in crate::parse) fn is_in_formula(&self) -> bool {
        self.drafts.last().is_some_and(|last| last.part == Part::Formula)
    }

    /// Whether the last block is an item that ends in a colon: another list may follow.
    pub(in crate::parse) fn opens_a_list(&self) -> bool {
        self.drafts.last().is_some_and(|last| {
            last.shape == Shape::Item && last.words.text.trim_end().ends_with([':', '：'])
        })
    }

    /// Begins the next resolution, or part of one.
    pub(in crate::parse) fn begin_scope(&mut self, letter: Option<String>) {
        let has_begun = self.is_told || self.drafts.iter().any(|draft| draft.part == Part::Formula);
        if let Some(first) = self.scopes.first_mut().filter(|_| !has_begun) {
            first.is_tail = true;
        }
        self.scopes.push(Scope { letter, ..Scope::default() });
    }

    /// Adds a paragraph to the head of the last resolution.
    pub(in crate::parse) fn lengthen_head(&mut self, paragraph: usize) {
        if let Some(scope) = self.scopes.last_mut() {
            let start = if scope.head.end == paragraph { scope.head.start } else { paragraph };
            scope.head = start..paragraph + 1;
        }
    }

    /// The paragraphs of the head of the first resolution that begins in the file.
    pub(in crate::parse) fn first_head(&self) -> Range<usize> {
        let first = self.scopes.iter().find(|scope| !scope.is_tail);
        first.map_or_else(|| self.head.clone(), |scope| scope.head.clone())
    }

    /// Gives the last scope its letter, where it has none.
    pub(in crate::parse) fn give_letter(&mut self, letter: Option<String>) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.letter = scope.letter.take().or(letter);
        }
    }

    /// Begins the next section of the last scope.
    pub(in crate::parse) fn begin_section(&mut self, numeral: String) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.numerals.push(numeral);
        }
    }

    /// A block of the scope and section that are open.
    pub(in crate::parse) fn draft(&self, part: Part, shape: Shape) -> Draft {
        Draft {
            part,
            shape,
            depth: 0,
            label: None,
            lines: 0..0,
            words: CleanText::default(),
            scope: self.scopes.len().saturating_sub(1),
            section: self.scopes.last().map_or(0, |scope| scope.numerals.len()),
            annex: None,
        }
    }
}

/// Extraction from PDF sets the number of a last paragraph behind its words: `Decides to remain
/// seized of the matter.`, `8.`
pub(super) fn number_behind_its_text(drafts: &mut Vec<Draft>) {
    let [.., words, number] = drafts.as_mut_slice() else { return };
    let is_severed = number.words.text.is_empty()
        && number.label.is_some()
        && words.label.is_none()
        && words.part == Part::Operative
        && words.shape == Shape::Paragraph
        && words.lines.end == number.lines.start;
    if is_severed {
        words.label = number.label.take();
        words.lines.end = number.lines.end;
        drafts.pop();
    }
}

/// Items that are lettered with Cyrillic letters which look like Latin ones are cited by the Latin, unless a list has
/// letters that no Latin one is like: the UN's Russian lists are `a) b) c)`.
pub(in crate::parse) fn cite_in_latin_letters(drafts: &mut [Draft]) {
    let is_cyrillic = |c: char| ('а'..='я').contains(&c) && latin(c) == c;
    let items = || drafts.iter().filter(|draft| draft.shape == Shape::Item);
    let mut numbers = items().filter_map(|draft| Some(draft.label.as_ref()?.number.as_str()));
    if numbers.any(|number| number.contains(is_cyrillic)) {
        return;
    }
    for draft in drafts.iter_mut().filter(|draft| draft.shape == Shape::Item) {
        if let Some(label) = &mut draft.label {
            label.is_latin = true;
        }
    }
}
