//! A PDF without tags, read by where its letters stand: lines in reading order, paragraphs by
//! indents, gaps and line ends, notes from the feet of the pages.

use super::{
    columns, joints,
    lines::Line,
    sheet::{Run, Sheet},
    typeset::{self, Words},
    writing::{self, Block, Note, Pages},
    zones::{self, Zones},
};

/// Reads the pages.
pub(super) fn read(sheets: &[Sheet]) -> Pages {
    let size = typeset::body_size(sheets.iter().flat_map(|sheet| &sheet.runs));
    let mut text = Vec::new();
    let mut notes = Vec::new();
    let mut pages = Pages::default();
    for (page, zones) in zones::zones(sheets, size).into_iter().enumerate() {
        let Zones { furniture, text: lines, notes: foot } = zones;
        text.extend(columns::in_reading_order(lines).into_iter().map(|line| Placed { page, line }));
        notes.extend(columns::in_reading_order(foot));
        let furniture = furniture.iter().flat_map(Line::parts);
        pages.debris.extend(furniture.filter(|words| !words.is_blank()));
    }
    for sheet in sheets {
        let askew: Vec<&Run> = sheet.runs.iter().filter(|run| !run.is_upright).collect();
        let words = typeset::set(&askew).tidied();
        pages.debris.extend((!words.is_blank()).then_some(words));
    }
    let frame = Frame::of(&text, size);
    pages.blocks = blocks(&text, &frame);
    let (found, strays) = read_notes(&notes);
    pages.notes = found;
    pages.blocks.extend(strays.into_iter().map(Block::Paragraph));
    pages
}

/// How much further than usual a line stands below another that it does not go on with.
const GAP: f64 = 1.3;

/// A line of the text and its page.
struct Placed<'a> {
    page: usize,
    line: Line<'a>,
}

/// The measure of the text: where its lines begin and end, and how far they are apart.
#[derive(Debug)]
struct Frame {
    size: f64,
    left: f64,
    right: f64,
    /// Whether lines end anywhere before that.
    is_ragged: bool,
    /// Whether there is room between paragraphs.
    has_gaps: bool,
    leading: f64,
}

impl Frame {
    fn of(lines: &[Placed<'_>], size: f64) -> Self {
        let body = || lines.iter().filter(|placed| (placed.line.size - size).abs() < 0.6);
        let drops: Vec<f64> = lines
            .windows(2)
            .filter_map(|pair| match pair {
                [a, b] if a.page == b.page && a.line.y > b.line.y => Some(a.line.y - b.line.y),
                _ => None,
            })
            .collect();
        let leading = most_common(drops.iter().copied()).unwrap_or(1.2 * size).min(2.0 * size);
        // Paragraphs of resolutions have five lines or so.
        let gaps = drops.iter().filter(|drop| **drop > GAP * leading.max(size)).count();
        let (right, is_ragged) = right_edge(body().map(|placed| placed.line.end()).collect());
        Self {
            size,
            left: most_common(body().map(|placed| placed.line.x())).unwrap_or(0.0),
            right,
            is_ragged,
            has_gaps: gaps * 8 > drops.len(),
            leading,
        }
    }
}

/// Where lines end: where most do, or, where they end anywhere, the furthest; and whether they do.
fn right_edge(ends: Vec<f64>) -> (f64, bool) {
    let Some(usual) = most_common(ends.iter().copied()) else { return (f64::MAX, false) };
    let there = ends.iter().filter(|end| (*end - usual).abs() < 1.0).count();
    if there * 4 >= ends.len() {
        return (usual, false);
    }
    (ends.into_iter().fold(usual, f64::max), true)
}

/// The value met most often, to half a point.
fn most_common(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut counts = std::collections::BTreeMap::new();
    for value in values {
        *counts.entry((value * 2.0).round() as i64).or_insert(0_usize) += 1;
    }
    let (value, _) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    Some(value as f64 / 2.0)
}

/// Lines → paragraphs, headings and rows of tables.
fn blocks(lines: &[Placed<'_>], frame: &Frame) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let row = |at: usize| lines.get(at).filter(|placed| is_parted(&placed.line));
        let rows = (at..lines.len()).take_while(|&at| row(at).is_some()).count();
        if rows > 0 {
            for placed in lines.iter().skip(at).take(rows) {
                let parts = placed.line.parts();
                // One or two lines with gaps are no table, unless they are set as one.
                if rows >= 3 || placed.line.size < 0.95 * frame.size {
                    blocks.push(Block::Row(parts));
                } else {
                    blocks.extend(parts.into_iter().map(Block::Paragraph));
                }
            }
            at += rows;
            continue;
        }
        let mut end = at + 1;
        while let (Some(before), Some(line)) = (lines.get(end - 1), lines.get(end)) {
            if is_parted(&line.line) || starts(before, line, end - at == 1, frame) {
                break;
            }
            end += 1;
        }
        let paragraph = lines.get(at..end).unwrap_or_default();
        let runs: Vec<&Run> =
            paragraph.iter().flat_map(|placed| placed.line.runs.iter().copied()).collect();
        let words = typeset::set(&runs).tidied();
        let is_heading = is_bold(&runs) && words.text.chars().count() < 500;
        blocks.push(if is_heading { Block::Heading(words) } else { Block::Paragraph(words) });
        at = end;
    }
    blocks
}

/// Whether a line has gaps other than the one behind its number.
fn is_parted(line: &Line<'_>) -> bool {
    let parts = line.cut();
    match &parts[..] {
        [] | [_] => false,
        [first, _] => !is_label(first),
        _ => true,
    }
}

fn is_label(part: &Line<'_>) -> bool {
    let text = part.words().text;
    writing::label(&format!("{text} x")) == Some(text.as_str())
}

fn is_bold(runs: &[&Run]) -> bool {
    runs.iter().filter(|run| !run.text.trim().is_empty()).all(|run| run.bold)
}

/// Whether a paragraph begins with `here`. `is_second` is whether `before` is the first line of its
/// own.
fn starts(before: &Placed<'_>, here: &Placed<'_>, is_second: bool, frame: &Frame) -> bool {
    const SHIFT: f64 = 4.0;
    let (above, line) = (&before.line, &here.line);
    let (above_words, words) = (above.words(), line.words());
    if (above.size - line.size).abs() > 0.6 || is_bold(&above.runs) != is_bold(&line.runs) {
        return true;
    }
    let is_page_turn = before.page != here.page || line.y > above.y;
    let is_indented = line.x() > frame.left + SHIFT;
    let label = writing::label(&words.text).is_some();
    if is_page_turn {
        let ended = joints::ends_a_clause(&above_words.text);
        let began = is_indented && line.x() > above.x() + SHIFT;
        return (label && (ended || is_indented))
            || (ended && began)
            || (ended && !joints::begins_low(&words.text) && !is_full(above, line, frame))
            || (ended && is_indented && (above.x() - line.x()).abs() > SHIFT)
            || is_far_right(above, frame);
    }
    let gap = above.y - line.y;
    if gap > GAP * frame.leading.max(above.size) || is_far_right(above, frame) {
        return true;
    }
    if label && (is_indented || joints::ends_a_clause(&above_words.text)) {
        return true;
    }
    if joints::are_inseparable(&above_words.text, &words.text) {
        return false;
    }
    // A hanging paragraph goes on deeper than it began.
    let hangs = is_second && writing::label(&above_words.text).is_some();
    if line.x() > above.x() + SHIFT && !hangs {
        return true;
    }
    // Where lines end anywhere, one that has some room left need not be the last of its paragraph.
    let is_short = above.end() < frame.left + 0.6 * (frame.right - frame.left);
    let may_begin = !frame.has_gaps
        && joints::ends_a_clause(&above_words.text)
        && !joints::begins_low(&words.text);
    !is_full(above, line, frame) && (is_short || may_begin || !frame.is_ragged)
}

/// Whether the first word of `line` would not have fitted behind `above`: then the line was broken,
/// and not ended.
fn is_full(above: &Line<'_>, line: &Line<'_>, frame: &Frame) -> bool {
    let is_body = (above.size - frame.size).abs() < 0.6 && !is_bold(&above.runs);
    let right = if is_body { frame.right } else { 0.0 }.max(above.end()).max(line.end());
    let text = line.words().text;
    let letters = text.chars().count().max(1);
    let first = text.split(' ').next().unwrap_or_default().chars().count() + 1;
    let width = (line.end() - line.x()) * first as f64 / letters as f64;
    above.end() + 0.9 * width > right
}

/// Dates and meetings at the end are set against the right edge, each a line of its own.
fn is_far_right(line: &Line<'_>, frame: &Frame) -> bool {
    line.x() > frame.left + 0.5 * (frame.right - frame.left)
}

/// The notes of all pages, and what stands among them before the first.
fn read_notes(lines: &[Line<'_>]) -> (Vec<Note>, Vec<Words>) {
    let mut notes: Vec<(String, Vec<&Run>)> = Vec::new();
    let mut strays = Vec::new();
    let are_raised = lines.iter().any(zones::starts_note);
    for line in lines {
        let words = line.words();
        let due =
            notes.last().and_then(|(mark, _)| mark.parse::<u16>().ok()).map_or(1, |last| last + 1);
        let mark = mark(&words, (!are_raised).then_some(due));
        match (mark, notes.last_mut()) {
            (Some(mark), _) => notes.push((mark, line.runs.clone())),
            (None, Some((_, runs))) => runs.extend(&line.runs),
            (None, None) => strays.push(words),
        }
    }
    let notes = notes.into_iter().map(|(mark, runs)| {
        let mut words = typeset::set(&runs).tidied();
        let end = typeset::own_mark(&words.text).map_or(mark.len(), |(_, end)| end);
        let rest = words.split_mark(&mark, end);
        Note { mark, paragraphs: vec![rest] }
    });
    (notes.collect(), strays)
}

/// The mark at the beginning of a note: raised, or an asterisk, or the number that is due.
fn mark(words: &Words, due: Option<u16>) -> Option<String> {
    let (mark, end) = typeset::own_mark(&words.text)?;
    let is_raised =
        words.marks.first().is_some_and(|mark| mark.start <= 1 && end.abs_diff(mark.end) <= 1);
    // A number of three digits may fill the room before the words.
    let is_apart = end > mark.len()
        || words.text[end..].starts_with(|c: char| c.is_whitespace() || c.is_uppercase());
    let is_due = due.is_some() && mark.parse().ok() == due && is_apart;
    (is_raised || mark.starts_with('*') || is_due).then(|| mark.to_owned())
}
