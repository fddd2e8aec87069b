//! Whether paragraphs are wrapped over lines, and how far their lines are indented. Knows the shape
//! of lines, hardly their words.

use crate::parse::lines::{
    facts::{Facts, LineFacts},
    label,
    line::Line,
};

/// Whether paragraphs are broken over lines: a fifth of the lines end in the middle of a sentence
/// that the next line goes on with in lower case, or a third of those without a gap before them; or,
/// where names begin many lines, all lines are short, none begins with a tab, and a third end in the
/// middle.
pub(in crate::parse) fn is_wrapped(source: &str, lines: &[Line], facts: &LineFacts<'_>) -> bool {
    let (mut low, mut any, mut long, mut together, mut open, mut labels) = (0, 0, 0, 0, 0, 0);
    for pair in lines.windows(2) {
        let (before, after) = (pair[0].words(source), pair[1].words(source));
        let is_long = before.len() >= 45;
        long += usize::from(is_long);
        together += usize::from(!pair[1].after_gap);
        let is_label = is_label_alone(facts.of(&pair[0]), before);
        labels += usize::from(is_label && !pair[1].after_gap);
        if pair[1].after_gap || facts.of(&pair[0]).ends_a_clause || is_label {
            continue;
        }
        open += 1;
        let goes_on = after.starts_with(|c: char| c.is_alphabetic() && !c.is_uppercase());
        low += usize::from(goes_on && facts.of(&pair[1]).item.is_none());
        any += usize::from(is_long);
    }
    let is_short = |line: &Line| {
        line.span.len() < LONGEST_LINE || line.words(source).chars().count() < LONGEST_LINE
    };
    let all_short = || lines.iter().all(|line| line.tabs == 0 && is_short(line));
    // Lists with a gap between any two lines have few that are wrapped, and a text of a few lines has few
    // of any kind.
    let is_told = low * 5 >= lines.len()
        || low >= ENOUGH && low * 3 >= together
        || lines.len() < FEW_LINES && low * 3 >= open && all_short();
    // Numbers on lines of their own were set apart by extraction, which breaks lines as the page has them.
    low > 0 && is_told
        || labels >= ENOUGH_LABELS && all_short()
        || any > 1 && any * 3 >= long && all_short()
}

/// So many wrapped lines are no chance; in a text of a few lines one is none.
const ENOUGH: usize = 8;
const FEW_LINES: usize = 40;
const ENOUGH_LABELS: usize = 3;
/// Lines of a page are shorter than so many characters.
const LONGEST_LINE: usize = 160;

/// `2.`, `(a)`, `“2.` on a line of its own: its words follow.
pub(super) fn is_label_alone(facts: &Facts, line: &str) -> bool {
    let words = line.trim_start_matches(['“', '«']);
    let quoted = || label::paragraph(words).filter(|_| words.len() < line.len());
    let label = facts.number.or(facts.item).or_else(quoted);
    label.is_some_and(|label| label.length() == words.len())
}

/// The lines, indented from the left edge of the text on their page: pages to the left and to the
/// right have different margins.
pub(in crate::parse) fn from_the_left_edge(lines: &[Line]) -> Vec<Line> {
    let mut found = Vec::with_capacity(lines.len());
    for page in lines.chunk_by(|a, b| a.page == b.page) {
        let edge = left_edge(page);
        found.extend(page.iter().map(|l| Line { indent: l.indent.saturating_sub(edge), ..*l }));
    }
    found
}

/// The least indent that a fifth of the lines of a page have; of the last lines of a text there may
/// be too few to tell, and they may all be first lines.
fn left_edge(page: &[Line]) -> u16 {
    let mut counts = [0_usize; 64];
    for line in page {
        if let Some(count) = counts.get_mut(usize::from(line.indent)) {
            *count += 1;
        }
    }
    let least = (page.len() / 5).max(2);
    (0..64_u16).find(|&indent| counts[usize::from(indent)] >= least).unwrap_or(0)
}

/// The indent from which on a line is the first of a paragraph: pages set those deeper than the
/// lines that follow. Lines behind gaps tell it, or, where a page has hardly any, those behind ends of
/// clauses.
pub(in crate::parse) fn first_lines_indent(lines: &[Line], facts: &LineFacts<'_>) -> Option<u16> {
    let mut counts = [0_usize; 64];
    for line in lines {
        if let Some(count) = counts.get_mut(usize::from(line.indent)) {
            *count += 1;
        }
    }
    let usual = (0..64_u16).max_by_key(|&indent| counts[usize::from(indent)])?;
    let deeper = usual + 2..usual + 20;
    let count = |firsts_and_all: (usize, usize), line: &Line| {
        let (firsts, all) = firsts_and_all;
        (firsts + usize::from(deeper.contains(&line.indent)), all + 1)
    };
    let (firsts, all) = lines.iter().filter(|line| line.after_gap).fold((0, 0), count);
    let behind = lines.windows(2).filter(|pair| facts.of(&pair[0]).ends_a_clause);
    let (behind_firsts, behind_all) = behind.map(|pair| &pair[1]).fold((0, 0), count);
    let is_told = firsts >= 3 && firsts * 3 >= all
        || behind_firsts >= 8 && behind_firsts * 5 >= behind_all * 3;
    is_told.then_some(deeper.start)
}

/// How many cells a line reaches to the right.
pub(super) fn end_of(line: &Line, source: &str) -> usize {
    usize::from(line.indent) + line.words(source).chars().count()
}

/// How wide lines are: those of the whole text, and those of each page that has enough of them to tell.
pub(super) struct Widths<'a> {
    source: &'a str,
    full: Option<usize>,
    pages: Vec<(u32, PageWidth)>,
}

#[derive(Clone, Copy)]
struct PageWidth {
    full: usize,
    middle: usize,
}

impl<'a> Widths<'a> {
    /// Measures the lines.
    pub(super) fn of(source: &'a str, lines: &[Line]) -> Self {
        /// So many lines of a page tell how wide its lines are, and so many how wide those of a text are.
        const ENOUGH: usize = 20;
        const OF_A_SHORT_TEXT: usize = 10;
        let measure = |lines: &[Line], enough: usize| {
            let mut ends: Vec<usize> = lines.iter().map(|line| end_of(line, source)).collect();
            let (full, middle) = (ends.len() * 9 / 10, ends.len() / 2);
            (ends.len() >= enough).then(|| PageWidth {
                full: *ends.select_nth_unstable(full).1,
                middle: *ends.select_nth_unstable(middle).1,
            })
        };
        let pages = lines.chunk_by(|a, b| a.page == b.page);
        let pages = pages.filter_map(|page| Some((page.first()?.page, measure(page, ENOUGH)?)));
        Self {
            source,
            full: measure(lines, OF_A_SHORT_TEXT).map(|width| width.full),
            pages: pages.collect(),
        }
    }

    fn of_page(&self, page: u32) -> Option<PageWidth> {
        let at = self.pages.binary_search_by_key(&page, |(page, _)| *page).ok()?;
        self.pages.get(at).map(|(_, width)| *width)
    }

    /// How many cells full lines reach to the right on a page: nine of ten reach no farther.
    pub(super) fn full(&self, page: u32) -> Option<usize> {
        self.of_page(page).map(|width| width.full).or(self.full)
    }

    /// The cells that a line would need with the first word of the next, in Chinese its first character.
    pub(super) fn used(&self, before: &Line, line: &Line) -> usize {
        let next = line.words(self.source).split_whitespace().next().unwrap_or_default();
        let is_chinese = next.starts_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c));
        let next = if is_chinese { 1 } else { next.chars().count() };
        end_of(before, self.source) + 1 + next
    }

    /// Whether so many percent of a line would have been enough for it and the first word of the next: it was broken
    /// on purpose.
    pub(super) fn had_room(&self, before: &Line, line: &Line, percent: usize) -> bool {
        let used = self.used(before, line);
        self.full(before.page).is_some_and(|width| used * 100 <= width * percent)
    }

    /// How many cells half of the lines of a page reach to the right.
    pub(super) fn middle(&self, page: u32) -> Option<usize> {
        self.of_page(page).map(|width| width.middle)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::Language, parse::lines::line::lines};

    fn wrapped(text: &str) -> bool {
        let all = lines(text);
        let facts = LineFacts::new(text, &all, Language::English);
        is_wrapped(text, &all, &facts)
    }

    #[test]
    fn whether_paragraphs_are_broken_over_lines() {
        assert!(!wrapped(
            "The General Assembly,\nRecalling all,\n1. Decides so;\n2. Thanks all.\n"
        ));
        let broken = "Recalling the lamps\nof all harbours,\n";
        // Lines with a tab are paragraphs, but for a fifth of them.
        let tabbed = |count: usize| format!("{broken}{}", "\t1.\tDecides so;\n".repeat(count));
        assert!(wrapped(&tabbed(3)) && !wrapped(&tabbed(4)));
        // Where all lines are short and none has a tab one is enough, among few.
        let short = |count: usize| format!("{broken}{}", "1. Decides so;\n".repeat(count));
        assert!(wrapped(&short(37)) && !wrapped(&short(38)));
        // A line that begins with an item goes on with nothing.
        assert!(!wrapped("\tDecides to\na) light it;\n"));
        // Names begin many lines.
        let long = "In the harbours of the North and of the South of the\nArrano Sea\n\n";
        assert!(!wrapped(long) && wrapped(&long.repeat(2)));
        let whole = "1. Decides that the lamps of harbours are to be lit by night;\n\n";
        assert!(wrapped(&[&long.repeat(2)[..], &whole.repeat(5)].concat()));
        assert!(!wrapped(&[&long.repeat(2)[..], &whole.repeat(6)].concat()));
    }

    #[test]
    fn where_the_text_of_a_page_begins() {
        let page = |indents: &[u16]| -> Vec<Line> {
            let line = lines("Words\n")[0];
            indents.iter().map(|indent| Line { indent: *indent, ..line }).collect()
        };
        assert_eq!(left_edge(&page(&[0, 4, 4, 4, 4, 4])), 4);
        assert_eq!(left_edge(&page(&[0, 0, 4, 4, 4, 4])), 0);
        let many = [[0; 3].as_slice(), &[4; 13]].concat();
        assert_eq!(left_edge(&page(&many)), 0);
        let more = [[0; 3].as_slice(), &[4; 17]].concat();
        assert_eq!(left_edge(&page(&more)), 4);
        assert_eq!(left_edge(&page(&[70, 70])), 0);
        let moved = from_the_left_edge(&page(&[0, 4, 4, 6]));
        assert_eq!(moved.iter().map(|line| line.indent).collect::<Vec<_>>(), [0, 0, 0, 2]);
    }

    #[test]
    fn how_far_first_lines_are_set_in() {
        let indent = |firsts: usize, gaps: usize| {
            let text = format!(
                "{}{}{}",
                "\n      First line of it\n".repeat(firsts),
                "\nline behind a gap\n".repeat(gaps),
                "line of the text\n".repeat(40),
            );
            let all = lines(&text);
            first_lines_indent(&all, &LineFacts::new(&text, &all, Language::English))
        };
        assert_eq!(indent(3, 0), Some(2));
        assert_eq!(indent(2, 0), None);
        assert_eq!(indent(3, 6), Some(2));
        assert_eq!(indent(3, 8), None);
    }
}
