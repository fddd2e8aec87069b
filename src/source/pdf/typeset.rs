//! Runs of type → words: what is a space and what only a gap, which digits are raised, where a line
//! ends in the middle of a word. Knows no pages and no tags.

use std::{ops::Range, rc::Rc};

use super::sheet::Run;

/// Words with what their type says of them. Ranges are bytes of `text`, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) text: String,
    /// Raised digits and asterisks: marks of footnotes.
    pub(super) marks: Vec<Range<usize>>,
    pub(super) italics: Vec<Range<usize>>,
    /// What leads to an address.
    pub(super) links: Vec<(Range<usize>, Rc<str>)>,
    /// Hyphens at the ends of lines: the words' own, or made by breaking them.
    pub(super) hyphens: Vec<usize>,
}

impl Words {
    /// Adds the words of the next line, or page.
    pub(super) fn append(&mut self, other: &Self) {
        self.break_line(&other.text);
        let at = self.text.len();
        let moved = |range: &Range<usize>| range.start + at..range.end + at;
        self.text.push_str(&other.text);
        self.marks.extend(other.marks.iter().map(moved));
        self.italics.extend(other.italics.iter().map(moved));
        self.links.extend(other.links.iter().map(|(range, to)| (moved(range), Rc::clone(to))));
        self.hyphens.extend(other.hyphens.iter().map(|hyphen| hyphen + at));
    }

    /// Takes away bytes, and moves what is known of the others.
    pub(super) fn cut(&mut self, gone: Range<usize>) {
        self.text.replace_range(gone.clone(), "");
        let moved = |at: usize| {
            if at <= gone.start { at } else { at.saturating_sub(gone.len()).max(gone.start) }
        };
        for ranges in [&mut self.marks, &mut self.italics] {
            for range in ranges.iter_mut() {
                *range = moved(range.start)..moved(range.end);
            }
            ranges.retain(|range| !range.is_empty());
        }
        for (range, _) in &mut self.links {
            *range = moved(range.start)..moved(range.end);
        }
        self.links.retain(|(range, _)| !range.is_empty());
        self.hyphens.retain(|hyphen| !gone.contains(hyphen));
        for hyphen in &mut self.hyphens {
            *hyphen = moved(*hyphen);
        }
    }

    /// Ends a line, and says by a space that there was one, unless `next` goes on with a word.
    fn break_line(&mut self, next: &str) {
        if self.text.ends_with('\u{ad}') {
            self.text.pop();
            return;
        }
        let mut back = self.text.chars().rev();
        let (last, before) = (back.next(), back.next());
        let is_bound = before.is_some_and(char::is_alphanumeric)
            && next.starts_with(char::is_alphanumeric)
            && last.is_some_and(|c| matches!(c, '-' | '\u{2010}' | '\u{2011}' | '–' | '—' | '/'));
        if is_bound {
            if let Some(hyphen) = last.filter(|c| matches!(c, '-' | '\u{2010}')) {
                self.hyphens.push(self.text.len() - hyphen.len_utf8());
            }
        } else if needs_space(&self.text, next)
            && !self.text.ends_with(['(', '['])
            && !goes_on_with_address(&self.text, next)
        {
            self.text.push(' ');
        }
    }

    /// Without white space at both ends, and with single spaces within.
    pub(super) fn tidied(mut self) -> Self {
        let end = self.text.trim_end().len();
        self.cut(end..self.text.len());
        let start = self.text.len() - self.text.trim_start().len();
        self.cut(0..start);
        let doubles: Vec<usize> = self.text.match_indices("  ").map(|(at, _)| at).collect();
        for at in doubles.into_iter().rev() {
            self.cut(at..at + 1);
        }
        self
    }

    /// Without the words before `at`, and the white space there.
    pub(super) fn split_off(&mut self, at: usize) -> Self {
        let mut rest = self.clone();
        rest.cut(0..at);
        self.cut(at..self.text.len());
        rest.tidied()
    }

    /// The words of a note behind its mark, which takes `end` bytes; some files print it once more.
    pub(super) fn split_mark(&mut self, mark: &str, end: usize) -> Self {
        let mut rest = self.split_off(end);
        let again = rest.marks.first().filter(|own| own.start == 0).cloned();
        if again.is_some_and(|own| rest.text.get(own) == Some(mark)) {
            rest = rest.split_off(mark.len());
        }
        rest
    }

    /// Says that the words from `start` on lead to an address: with those before that do.
    fn lead(&mut self, start: usize, address: &Rc<str>) {
        let end = self.text.len();
        match self.links.last_mut() {
            Some((range, to))
                if to == address && self.text.get(range.end..start).is_some_and(is_space) =>
            {
                range.end = end;
            }
            _ => self.links.push((start..end, Rc::clone(address))),
        }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// Sets runs, in the order in which they are read.
pub(super) fn set(runs: &[&Run]) -> Words {
    let size = body_size(runs.iter().copied());
    let mut words = Words::default();
    let mut last: Option<&Run> = None;
    for (i, run) in runs.iter().enumerate() {
        if last.is_some_and(|last| is_shadow(last, run)) {
            continue;
        }
        let is_raised = is_raised(runs, i, size);
        if let Some(last) = last {
            space(&mut words, last, run, is_raised, size);
        }
        let start = words.text.len();
        words.text.push_str(&run.text);
        if is_raised {
            marks(&mut words, start);
        } else if run.italic && !run.text.trim().is_empty() {
            match words.italics.last_mut() {
                Some(italic) if words.text.get(italic.end..start).is_some_and(is_space) => {
                    italic.end = words.text.len();
                }
                _ => words.italics.push(start..words.text.len()),
            }
        }
        if let Some(link) = &run.link {
            words.lead(start, link);
        }
        last = Some(run);
    }
    words
}

fn is_space(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

/// The size of most of the type.
pub(super) fn body_size<'a>(runs: impl Iterator<Item = &'a Run>) -> f64 {
    let mut sizes: Vec<(f64, usize)> = Vec::new();
    for run in runs {
        let length = run.text.trim().chars().count();
        match sizes.iter_mut().find(|(size, _)| (size - run.size).abs() < 0.3) {
            Some((_, count)) => *count += length,
            None => sizes.push((run.size, length)),
        }
    }
    sizes.into_iter().max_by_key(|(_, count)| *count).map_or(0.0, |(size, _)| size)
}

/// The same letters printed twice in one place, to look bold.
fn is_shadow(last: &Run, run: &Run) -> bool {
    last.text == run.text
        && (last.x - run.x).abs() < 0.15 * run.size
        && (last.y - run.y).abs() < 0.15 * run.size
        && !run.text.trim().is_empty()
}

/// Whether a run of digits or asterisks is small and stands above the line.
fn is_raised(runs: &[&Run], at: usize, size: f64) -> bool {
    let Some(run) = runs.get(at) else { return false };
    let text = run.text.trim();
    let is_mark = !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '*' | ',' | '–' | '-' | ' ' | '(' | ')'))
        && text.chars().any(|c| c.is_ascii_digit() || c == '*');
    if !is_mark || run.size > 0.85 * size {
        return false;
    }
    let is_of_the_line = |other: &&&Run| {
        other.size > 1.1 * run.size
            && !other.text.trim().is_empty()
            && (other.y - run.y).abs() < 0.8 * other.size
            && (other.x - run.end).abs().min((run.x - other.end).abs()) < 6.0 * other.size
    };
    let before = runs.iter().take(at).rev().take(8).find(is_of_the_line);
    let after = runs.iter().skip(at + 1).take(8).find(is_of_the_line);
    before.or(after).is_some_and(|other| run.y - other.y > 0.12 * other.size)
}

/// The numbers and asterisks in what was just added, each a mark.
fn marks(words: &mut Words, start: usize) {
    let text = words.text.get(start..).unwrap_or_default();
    let is_mark = |c: char| c.is_ascii_digit() || c == '*';
    let mut from = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (from, is_mark(c)) {
            (None, true) => from = Some(at),
            (Some(begin), false) => {
                words.marks.push(start + begin..start + at);
                from = None;
            }
            _ => {}
        }
    }
}

/// The mark that a note begins with, `12`, `*`, `(1)` in Arabic, and the bytes that it takes.
pub(super) fn own_mark(text: &str) -> Option<(&str, usize)> {
    let inside = text.strip_prefix('(').unwrap_or(text);
    let length = inside.find(|c: char| !c.is_ascii_digit() && c != '*').unwrap_or(inside.len());
    let (mark, rest) = inside.split_at_checked(length).filter(|(mark, _)| !mark.is_empty())?;
    if inside.len() == text.len() {
        return Some((mark, length));
    }
    rest.starts_with(')').then_some((mark, length + 2))
}

/// Puts a space between two runs where there is one on the page.
fn space(words: &mut Words, last: &Run, run: &Run, is_raised: bool, size: f64) {
    let drop = last.y - run.y;
    let is_new_line = drop.abs() > 0.9 * size || run.x + 0.5 * size < last.x;
    if is_new_line {
        words.break_line(run.text.trim_start());
        return;
    }
    // What is raised stands close to what it belongs to; a gap before it is no space.
    let is_stop = run.text.starts_with([',', ';', '.', ':', ')', ']', '”', '’']);
    let is_open = words.text.ends_with(['(', '[', '“', '«']);
    let widest = if is_raised || is_stop || is_open { 1.0 } else { 0.22 };
    let gap = (run.x - last.end) / size.max(0.1);
    // Chinese has no spaces, but it has tabs.
    let is_tab = gap > 0.8 && has_no_space(&words.text, &run.text);
    if is_tab || gap > widest && needs_space(&words.text, &run.text) {
        words.text.push(' ');
    }
}

/// Whether an address of the web was broken between two lines.
fn goes_on_with_address(before: &str, after: &str) -> bool {
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    (last.contains("://") || last.starts_with("www."))
        && after.starts_with(['%', '/', '?', '=', '&', '_', '#'])
}

/// Whether a space must stand between two texts that follow each other on two lines.
pub(super) fn needs_space(before: &str, after: &str) -> bool {
    let (Some(last), Some(first)) = (before.chars().last(), after.chars().next()) else {
        return false;
    };
    has_no_space(before, after) && !is_wide(last) && !is_wide(first)
}

/// Whether two texts that both say something have no space between them.
fn has_no_space(before: &str, after: &str) -> bool {
    before.ends_with(|c: char| !c.is_whitespace())
        && after.starts_with(|c: char| !c.is_whitespace())
}

/// Chinese and Japanese, and their stops, which are set without spaces.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}
