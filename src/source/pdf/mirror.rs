//! Pages that are read from right to left, mirrored: glyphs as they are seen become text as it is
//! read, and what stood at the right edge stands at the left. Then what reads pages need not know
//! which way they are read. Knows letters, numbers and brackets (UAX #9), no paragraphs.

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};
use unicode_normalization::UnicodeNormalization as _;

use super::{
    fonts::Text,
    lines::{self, Line},
    sheet::{Rule, Run, Sheet},
};

/// Mirrors all pages of a file most of whose letters are read from right to left.
pub(super) fn mirror(sheets: &mut [Sheet]) {
    if !are_read_backwards(sheets) {
        return;
    }
    let whole: Vec<Vec<Run>> = sheets.iter().map(|sheet| with_signs(&sheet.runs)).collect();
    let pages: Vec<Vec<Row<'_>>> = whole.iter().map(|runs| rows(runs)).collect();
    let are_turned = are_turned(pages.iter().flatten());
    let runs: Vec<Vec<Run>> = sheets
        .iter()
        .zip(pages)
        .map(|(sheet, rows)| {
            let set = rows.iter().flat_map(|row| row.set(sheet.width, are_turned));
            let askew = sheet.runs.iter().filter(|run| !run.is_upright);
            set.chain(askew.map(|run| run.mirrored(sheet.width))).collect()
        })
        .collect();
    for (sheet, runs) in sheets.iter_mut().zip(runs) {
        sheet.runs = runs;
        for Rule { x, end, .. } in &mut sheet.rules {
            (*x, *end) = (sheet.width - *end, sheet.width - *x);
        }
        sheet.is_mirrored = true;
    }
}

/// A text that has letters read from right to left, its characters in the order in which they are
/// seen.
fn seen(text: &str) -> String {
    let info = BidiInfo::new(text, Some(Level::rtl()));
    let lines = info.paragraphs.iter();
    lines.map(|line| info.reorder_line(line, line.range.clone())).collect()
}

/// Whether a character is read from right to left.
fn is_backward(c: char) -> bool {
    Way::of(c) == Way::Back
}

/// Whether a text may go on with a run: letters read from right to left are put in order later, each
/// by itself.
pub(super) fn may_follow(run: &Run, text: &Text) -> bool {
    let (last, next) = (run.text.chars().next_back(), text.first());
    !last.is_some_and(is_backward) && !next.is_some_and(is_backward)
}

/// Whether a character is set above or below another: a vowel, or the sign of none.
fn is_sign(c: char) -> bool {
    bidi_class(c) == BidiClass::NSM
}

fn are_read_backwards(sheets: &[Sheet]) -> bool {
    let letters = sheets.iter().flat_map(|sheet| &sheet.runs).flat_map(|run| run.text.chars());
    let (back, on) = letters.map(Way::of).fold((0_usize, 0_usize), |(back, on), way| match way {
        Way::Back => (back + 1, on),
        Way::On => (back, on + 1),
        Way::Number | Way::Neither => (back, on),
    });
    back > on
}

/// Which way a character is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// From right to left.
    Back,
    /// From left to right.
    On,
    /// A digit: from left to right too, but it tells nothing of what is beside it.
    Number,
    /// As what is beside it.
    Neither,
}

impl Way {
    fn of(c: char) -> Self {
        match bidi_class(c) {
            BidiClass::R | BidiClass::AL | BidiClass::NSM => Self::Back,
            BidiClass::L => Self::On,
            BidiClass::EN | BidiClass::AN => Self::Number,
            _ => Self::Neither,
        }
    }
}

/// A character and where it is seen, in points.
#[derive(Clone, Copy)]
struct Glyph<'a> {
    c: char,
    way: Way,
    x: f64,
    end: f64,
    run: &'a Run,
}

/// Characters that are read the same way, in the order in which they are read.
struct Stretch<'a> {
    glyphs: Vec<Glyph<'a>>,
    is_on: bool,
}

/// A line, in the order in which it is read.
struct Row<'a>(Vec<Stretch<'a>>);

/// The lines of a page, from top to bottom.
fn rows(runs: &[Run]) -> Vec<Row<'_>> {
    let runs: Vec<&Run> = runs.iter().collect();
    lines::lines(&runs).iter().map(Row::of).collect()
}

/// The runs of a page, each sign with the letter that it is set above or below, and before it: so it
/// is shown where letters are shown from left to right, whatever its own place says; otherwise the
/// letter is shown first.
fn with_signs(runs: &[Run]) -> Vec<Run> {
    let is_signs = |run: &&Run| run.text.chars().all(is_sign);
    let mut whole: Vec<Run> = Vec::with_capacity(runs.len());
    let mut rest = runs;
    while let Some(first) = rest.first() {
        let count = rest.iter().take_while(is_signs).count();
        let (signs, others) = rest.split_at(count);
        let next = others.first();
        let last = whole.last_mut().filter(|last| last.is_near(first));
        let is_before = next.is_some_and(|next| {
            next.is_near(first) && last.as_ref().is_none_or(|last| next.x > last.x)
        });
        let signs: String = signs.iter().map(|run| run.text.as_str()).collect();
        let mut before = String::new();
        match last {
            Some(last) if !is_before => last.text.insert_str(0, &signs),
            _ => before = signs,
        }
        let letter = next.map(|next| Run { text: before.clone() + &next.text, ..next.clone() });
        match (letter, whole.last_mut()) {
            (Some(letter), _) => whole.push(letter),
            (None, Some(last)) => last.text.insert_str(0, &before),
            (None, None) => {}
        }
        rest = others.get(1..).unwrap_or_default();
    }
    whole
}

/// The characters of a run, from left to right, as if all were of one width: signs before their
/// letters. Where a run has a letter that is read from right to left, it is one glyph, and its text is
/// as it is read.
fn glyphs(run: &Run) -> Vec<Glyph<'_>> {
    let is_seen = !run.text.chars().any(is_backward);
    let words = run.text.trim_start_matches(is_sign);
    let first = &run.text[..run.text.len() - words.len()];
    // Forms that a letter has by its place in the word are that letter; ligatures are several.
    let letters: String = words
        .chars()
        .flat_map(|c| {
            let is_form = matches!(c, '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
            if is_form { c.nfkc().collect() } else { vec![c] }
        })
        .collect();
    let letters = if is_seen { letters } else { seen(&letters) };
    let count = letters.chars().filter(|c| !is_sign(*c)).count();
    let width = (run.end - run.x) / count.max(1) as f64;
    let mut x = run.x;
    let mut glyphs = Vec::with_capacity(run.text.len());
    for c in first.chars().chain(letters.chars()) {
        let end = if is_sign(c) { x } else { x + width };
        glyphs.push(Glyph { c, way: Way::of(c), x, end, run });
        x = end;
    }
    glyphs
}

impl<'a> Row<'a> {
    /// Puts the characters of a line in order.
    fn of(line: &Line<'a>) -> Self {
        let mut glyphs: Vec<Glyph<'a>> = line.runs.iter().copied().flat_map(glyphs).collect();
        let mut stretches: Vec<Stretch<'a>> = Vec::new();
        while !glyphs.is_empty() {
            if let Some(start) = start_of_on(&glyphs) {
                stretches.push(Stretch { glyphs: glyphs.split_off(start), is_on: true });
                continue;
            }
            let glyph = glyphs.pop();
            match stretches.last_mut() {
                Some(stretch) if !stretch.is_on => stretch.glyphs.extend(glyph),
                _ => stretches.push(Stretch { glyphs: Vec::from_iter(glyph), is_on: false }),
            }
        }
        Self(stretches)
    }

    /// Its runs on the mirrored page.
    fn set(&self, width: f64, are_turned: bool) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for Stretch { glyphs, is_on } in &self.0 {
            let left = glyphs.iter().map(|glyph| glyph.x).fold(f64::INFINITY, f64::min);
            let right = glyphs.iter().map(|glyph| glyph.end).fold(f64::NEG_INFINITY, f64::max);
            for glyph in glyphs {
                let (x, end) = if *is_on {
                    (width - right + glyph.x - left, width - right + glyph.end - left)
                } else {
                    (width - glyph.end, width - glyph.x)
                };
                let c = if are_turned && !is_on { turned(glyph.c) } else { glyph.c };
                match runs.last_mut().filter(|run| run.goes_on(glyph.run, x)) {
                    Some(run) => {
                        run.text.push(c);
                        run.end = end;
                    }
                    None => runs.push(Run { text: c.into(), x, end, ..glyph.run.clone() }),
                }
            }
        }
        runs
    }
}

/// Characters of a line, more than any page is wide.
const LONGEST_LINE: usize = 256;

/// Where the words at the right of a line begin that are read from left to right, if there are any:
/// no letter among them is read backwards, only their own signs stand in numbers, and brackets have
/// their other half.
fn start_of_on(glyphs: &[Glyph<'_>]) -> Option<usize> {
    let mut start = None;
    let (mut open, mut has_letter, mut is_number) = (0_usize, false, true);
    for (at, Glyph { c, way, .. }) in glyphs.iter().enumerate().rev().take(LONGEST_LINE) {
        let way = *way;
        let mut is_edge = matches!(way, Way::On | Way::Number);
        has_letter |= way == Way::On;
        is_number = is_number && is_of_number(*c, way);
        match c {
            ')' | ']' => open += 1,
            '(' | '[' => {
                let Some(less) = open.checked_sub(1) else { break };
                open = less;
                is_edge = true;
            }
            _ if way == Way::Back => break,
            _ if way == Way::Neither && start.is_none() && open == 0 => break,
            _ => {}
        }
        if is_edge && open == 0 && (has_letter || is_number) {
            start = Some(at);
        }
    }
    start
}

/// A digit, or what stands between two (UAX #9, W4).
fn is_of_number(c: char, way: Way) -> bool {
    way == Way::Number || bidi_class(c) == BidiClass::CS && !c.is_whitespace()
}

/// Whether brackets are written as they are seen, `)` where one opens: files differ.
fn are_turned<'a>(rows: impl Iterator<Item = &'a Row<'a>>) -> bool {
    let (mut as_read, mut as_seen) = (0_usize, 0_usize);
    for row in rows {
        let glyphs: Vec<(char, bool)> = row
            .0
            .iter()
            .flat_map(|stretch| stretch.glyphs.iter().map(|glyph| (glyph.c, stretch.is_on)))
            .collect();
        for (i, (c, is_on)) in glyphs.iter().enumerate() {
            let is_blank = |at: Option<usize>| {
                at.and_then(|at| glyphs.get(at)).is_none_or(|(c, _)| c.is_whitespace())
            };
            let (before, after) = (is_blank(i.checked_sub(1)), is_blank(Some(i + 1)));
            if *is_on || turned(*c) == *c || before == after {
                continue;
            }
            let opens = matches!(c, '(' | '[' | '{' | '«' | '‹');
            if opens == before {
                as_read += 1;
            } else {
                as_seen += 1;
            }
        }
    }
    as_seen > as_read
}

/// The other half of a pair of brackets.
fn turned(c: char) -> char {
    const PAIRS: [(char, char); 5] = [('(', ')'), ('[', ']'), ('{', '}'), ('«', '»'), ('‹', '›')];
    let other = PAIRS.iter().find_map(|(open, close)| match c {
        c if c == *open => Some(*close),
        c if c == *close => Some(*open),
        _ => None,
    });
    other.unwrap_or(c)
}
