//! The zones of a page: running heads above, page numbers and job lines below, the notes at its
//! foot, and the text between them. Told by where lines stand, by their size, by rules, and by what
//! other pages repeat; knows no grammar of resolutions.

use std::collections::{HashMap, HashSet};

use super::{
    lines::{self, Line},
    sheet::Sheet,
    typeset, writing,
};

/// A page, sorted.
#[derive(Debug, Default)]
pub(super) struct Zones<'a> {
    /// Heads and feet, from top to bottom.
    pub(super) furniture: Vec<Line<'a>>,
    pub(super) text: Vec<Line<'a>>,
    pub(super) notes: Vec<Line<'a>>,
}

/// How many lines of heads, and of feet, a page has at most.
const MOST_FURNITURE: usize = 6;
/// Which part of its height heads take at most, and feet.
const HEAD: f64 = 0.14;
const FOOT: f64 = 0.13;

/// Sorts the lines of all pages. `size` is that of the text.
pub(super) fn zones<'a>(sheets: &'a [Sheet], size: f64) -> Vec<Zones<'a>> {
    let pages: Vec<Vec<Line<'a>>> =
        sheets.iter().map(|sheet| lines::lines(&sheet.runs.iter().collect::<Vec<_>>())).collect();
    let repeated = Repeated::new(sheets, &pages);
    sheets
        .iter()
        .zip(pages)
        .enumerate()
        .map(|(number, (sheet, lines))| {
            Page { sheet, size, number, repeated: &repeated }.sort(lines)
        })
        .collect()
}

/// What stands at the top or at the foot of several pages, numbers apart.
struct Repeated {
    /// The heights at which it stands, by page.
    heights: HashMap<String, Vec<(usize, f64)>>,
    /// What stands at the top of the first page, which later pages may repeat once only.
    first: HashSet<String>,
}

impl Repeated {
    fn new(sheets: &[Sheet], pages: &[Vec<Line<'_>>]) -> Self {
        let mut heights: HashMap<String, Vec<(usize, f64)>> = HashMap::new();
        for (page, (sheet, lines)) in sheets.iter().zip(pages).enumerate() {
            let is_at_edge = |line: &&Line<'_>| {
                line.y > sheet.height * (1.0 - HEAD) || line.y < sheet.height * FOOT
            };
            for line in lines.iter().filter(is_at_edge) {
                for key in keys(line).filter(|key| !key.is_empty()) {
                    heights.entry(key).or_default().push((page, line.y));
                }
            }
        }
        let first = pages.first().into_iter().flatten().take(4).flat_map(keys).collect();
        Self { heights, first }
    }

    /// Whether another page has the same in the same place.
    fn has(&self, line: &Line<'_>, page: usize) -> bool {
        /// Points by which a head may move.
        const PLAY: f64 = 2.0;
        let is_same = |(other, y): &(usize, f64)| *other != page && (y - line.y).abs() < PLAY;
        keys(line).any(|key| {
            // The pages beside this one suffice: a head stands on all, or on every second.
            self.heights.get(&key).is_some_and(|heights| {
                let at = heights.partition_point(|(other, _)| *other < page);
                let near = heights.get(at.saturating_sub(8)..).unwrap_or_default();
                near.iter().take(24).any(is_same)
            })
        })
    }

    /// Whether the first page begins with the same.
    fn is_on_first(&self, line: &Line<'_>) -> bool {
        keys(line).any(|key| !key.is_empty() && self.first.contains(&key))
    }
}

/// The parts of a line without its numbers and spaces.
fn keys(line: &Line<'_>) -> impl Iterator<Item = String> + use<> {
    let parts = line.parts();
    parts.into_iter().map(|words| {
        let letters = words.text.chars().filter(|c| !c.is_whitespace());
        letters.map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
    })
}

struct Page<'a, 'r> {
    sheet: &'a Sheet,
    size: f64,
    /// From 0.
    number: usize,
    repeated: &'r Repeated,
}

impl<'a> Page<'a, '_> {
    fn sort(&self, mut lines: Vec<Line<'a>>) -> Zones<'a> {
        let top = self.sheet.height * (1.0 - HEAD);
        let heads = if self.number == 0 {
            self.masthead(&lines)
        } else {
            let is_head = |line: &&Line<'a>| line.y > top && self.is_head(line);
            lines.iter().take(MOST_FURNITURE).take_while(is_head).count()
        };
        let mut text = lines.split_off(heads);
        let mut furniture = lines;
        let feet = self.feet(&text);
        let mut feet = text.split_off(text.len() - feet);
        let notes = self.notes(&text);
        let notes = text.split_off(notes);
        let (rules, notes) = notes.into_iter().partition(|line| is_rule(&line.words().text));
        furniture.extend::<Vec<_>>(rules);
        furniture.append(&mut feet);
        Zones { furniture, text, notes }
    }

    /// How many of the first lines of a document are its masthead: those above the lower of the
    /// rules across the page that the United Nations print at its top.
    fn masthead(&self, lines: &[Line<'_>]) -> usize {
        const MOST_LINES: usize = 10;
        let mut widths: Vec<(f64, f64)> = Vec::new();
        for rule in self.sheet.rules.iter().filter(|rule| rule.y > 0.6 * self.sheet.height) {
            match widths.iter_mut().find(|(y, _)| (y - rule.y).abs() < 2.0) {
                Some((_, width)) => *width += rule.end - rule.x,
                None => widths.push((rule.y, rule.end - rule.x)),
            }
        }
        let across = widths.iter().filter(|(_, width)| *width > 0.6 * self.sheet.width);
        let lowest = across.map(|(y, _)| *y).fold(f64::INFINITY, f64::min);
        let above = lines.iter().take_while(|line| line.y > lowest).count();
        let is_masthead =
            above <= MOST_LINES && lines.iter().take(above).any(|line| line.cut().len() > 1);
        if is_masthead { above } else { 0 }
    }

    fn is_small(&self, line: &Line<'_>) -> bool {
        line.size < 0.95 * self.size
    }

    fn is_head(&self, line: &Line<'_>) -> bool {
        let text = line.words().text;
        // Numbered paragraphs begin alike, and may well begin two pages.
        let may_repeat = writing::label(&text).is_none();
        self.is_small(line)
            || is_count(&text)
            || may_repeat
                && (self.repeated.has(line, self.number) || self.repeated.is_on_first(line))
    }

    /// How many of the last lines are feet.
    fn feet(&self, lines: &[Line<'_>]) -> usize {
        let bottom = self.sheet.height * FOOT;
        let is_told =
            |line: &Line<'_>| is_count(&line.words().text) || self.repeated.has(line, self.number);
        let is_note = |line: &Line<'_>| {
            let is_sentence = line.words().text.ends_with(['.', '。']);
            starts_note(line) || is_numbered(line) && (is_sentence || !is_told(line))
        };
        let is_foot = |at: usize| {
            let Some(line) = lines.get(at) else { return false };
            let above = at.checked_sub(1).and_then(|before| lines.get(before));
            let is_above = |above: &Line<'_>, lines: f64| above.y - line.y > lines * line.size;
            let is_apart = above.is_none_or(|above| is_above(above, 1.4));
            let is_far = above.is_none_or(|above| is_above(above, 2.0));
            is_apart && is_told(line) || is_far && self.is_small(line)
        };
        let mut count = 0;
        for at in (0..lines.len()).rev().take(MOST_FURNITURE) {
            if !lines.get(at).is_some_and(|line| line.y < bottom && !is_note(line)) {
                break;
            }
            // A line of the feet may stand above one that is only told by what is below it.
            if is_foot(at) {
                count = lines.len() - at;
            }
        }
        count
    }

    /// Where the notes begin: below a short rule, or with the first of the small lines at the end.
    fn notes(&self, lines: &[Line<'_>]) -> usize {
        let small = lines.iter().rev().take_while(|line| self.is_small(line)).count();
        let first_small = lines.len() - small;
        let typed = lines.iter().rposition(|line| is_rule(&line.words().text));
        if let Some(typed) = typed
            && lines.iter().skip(typed + 1).all(|line| line.size < 1.02 * self.size)
            && lines.get(typed + 1).is_some()
        {
            return typed;
        }
        let (left, width) = (self.sheet.width * 0.4, self.sheet.width * 0.5);
        let ruled = self
            .sheet
            .rules
            .iter()
            // On pages read from right to left some draw it at the left edge all the same.
            .filter(|rule| rule.x < left || self.sheet.is_mirrored)
            .filter(|rule| rule.end - rule.x < width)
            .map(|rule| lines.iter().take_while(|line| line.y > rule.y).count())
            .filter(|below| {
                let mut below = lines.iter().skip(*below);
                below.clone().all(|line| self.is_small(line))
                    && below.any(|line| starts_note(line) || is_numbered(line))
            })
            .min();
        if let Some(ruled) = ruled {
            return ruled;
        }
        let labelled = lines.iter().skip(first_small).position(starts_note);
        labelled.map_or(lines.len(), |labelled| first_small + labelled)
    }
}

/// Whether a line begins with a raised number.
pub(super) fn starts_note(line: &Line<'_>) -> bool {
    let words = typeset::set(&line.runs);
    let start = words.text.len() - words.text.trim_start().len();
    let has_bracket = words.text[start..].starts_with('(');
    words.marks.first().is_some_and(|mark| mark.start == start + usize::from(has_bracket))
}

/// Whether a line begins with a number or asterisks and a space, as notes do whose marks are not
/// raised.
fn is_numbered(line: &Line<'_>) -> bool {
    let text = line.words().text;
    typeset::own_mark(&text).is_some_and(|(mark, end)| {
        let is_apart = |c: char| c.is_whitespace() || mark.len() == 3 && c.is_uppercase();
        mark.len() <= 3 && (end > mark.len() || text[end..].starts_with(is_apart))
    })
}

/// A row of underscores, as Word types above its notes.
fn is_rule(text: &str) -> bool {
    text.len() >= 5 && text.chars().all(|c| matches!(c, '_' | '—' | '―'))
}

/// Page numbers, job numbers and bar codes: figures, and no more than a letter at a time.
fn is_count(text: &str) -> bool {
    let words = || text.split(|c: char| !c.is_alphabetic());
    text.len() <= 60
        && text.chars().any(|c| c.is_ascii_digit())
        && words().all(|word| word.chars().count() <= 2 || word == "Page")
}
