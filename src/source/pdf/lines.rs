//! Runs of type → lines, by where they stand. Knows nothing of paragraphs and of tags.

use super::{
    sheet::Run,
    typeset::{self, Words},
};

/// By how much gaps differ that are meant to be the same, as a part of the size of the type.
const PLAY: f64 = 0.25;

/// What stands side by side on one base line, from left to right.
#[derive(Debug)]
pub(super) struct Line<'a> {
    pub(super) runs: Vec<&'a Run>,
    /// Base line and height of most of its type.
    pub(super) y: f64,
    pub(super) size: f64,
}

impl<'a> Line<'a> {
    pub(super) fn x(&self) -> f64 {
        self.written().map(|run| run.x).fold(f64::INFINITY, f64::min)
    }

    pub(super) fn end(&self) -> f64 {
        self.written().map(|run| run.end).fold(f64::NEG_INFINITY, f64::max)
    }

    fn written(&self) -> impl Iterator<Item = &&'a Run> {
        self.runs.iter().filter(|run| !run.text.trim().is_empty())
    }

    /// Its words.
    pub(super) fn words(&self) -> Words {
        typeset::set(&self.runs).tidied()
    }

    /// The line cut where there are gaps wider than two letters, but not where all its words are
    /// that far apart.
    pub(super) fn cut(&self) -> Vec<Line<'a>> {
        let gaps = self.gaps();
        let usual = self.usual_gap(&gaps);
        let is_usual = |gap: f64| usual.is_some_and(|usual| (gap - usual).abs() < PLAY * self.size);
        let mut parts: Vec<Line<'a>> = Vec::new();
        for (run, &gap) in self.written().zip(&gaps) {
            match parts.last_mut() {
                Some(part) if gap < 2.0 * self.size || is_usual(gap) => part.runs.push(run),
                _ => parts.push(Line { runs: vec![run], y: self.y, size: self.size }),
            }
        }
        parts
    }

    /// The room before each run that has words.
    fn gaps(&self) -> Vec<f64> {
        let ends = self.written().scan(f64::NEG_INFINITY, |end, run| {
            let before = *end;
            *end = end.max(run.end);
            Some(run.x - before)
        });
        ends.collect()
    }

    /// The room between all words, where they are spread evenly to both edges of the text; behind
    /// the number of a paragraph it may be another. Cells of a table stand where their columns are.
    fn usual_gap(&self, gaps: &[f64]) -> Option<f64> {
        let between = || gaps.iter().skip(2).copied().filter(|gap| *gap > 0.12 * self.size);
        let (least, most) =
            between().fold((f64::MAX, f64::MIN), |(low, high), gap| (low.min(gap), high.max(gap)));
        (between().count() >= 2 && most - least < PLAY * self.size).then_some(least)
    }

    /// The words of its parts.
    pub(super) fn parts(&self) -> Vec<Words> {
        self.cut().iter().map(Line::words).collect()
    }
}

/// The lines of a page, from top to bottom.
pub(super) fn lines<'a>(runs: &[&'a Run]) -> Vec<Line<'a>> {
    let mut lines: Vec<Line<'a>> = Vec::new();
    let mut sorted: Vec<&Run> = runs.iter().copied().filter(|run| run.is_upright).collect();
    // The largest first, so that a raised mark comes to the line it belongs to.
    sorted.sort_by(|a, b| b.size.total_cmp(&a.size).then(b.y.total_cmp(&a.y)));
    sorted.sort_by(|a, b| b.y.total_cmp(&a.y));
    for run in sorted {
        match lines.iter_mut().rev().take(12).find(|line| shares(line, run)) {
            Some(line) => {
                if run.size > line.size + 0.3 && !run.text.trim().is_empty() {
                    (line.y, line.size) = (run.y, run.size);
                }
                line.runs.push(run);
            }
            None => lines.push(Line { runs: vec![run], y: run.y, size: run.size }),
        }
    }
    lines.retain(|line| line.written().next().is_some());
    for line in &mut lines {
        line.runs.sort_by(|a, b| a.x.total_cmp(&b.x));
        // A symbol may be larger than the words around it.
        let size = typeset::body_size(line.runs.iter().copied());
        let y = line.written().find(|run| (run.size - size).abs() < 0.3).map(|run| run.y);
        (line.y, line.size) = (y.unwrap_or(line.y), size);
    }
    lines.sort_by(|a, b| b.y.total_cmp(&a.y));
    lines
}

/// Whether a run stands on a line: most of the height of the lower one is common to both.
fn shares(line: &Line<'_>, run: &Run) -> bool {
    // The letters without their tails are about this much of the type's height.
    const LETTERS: f64 = 0.7;
    let (low, high) =
        (line.y.max(run.y), (line.y + LETTERS * line.size).min(run.y + LETTERS * run.size));
    high - low > 0.5 * LETTERS * line.size.min(run.size)
}
