//! Two columns on a page: which lines are two that only stand side by side. Knows no paragraphs.

use super::lines::Line;

/// The lines in the order in which they are read: in columns, the left one first.
pub(super) fn in_reading_order<'a>(lines: Vec<Line<'a>>) -> Vec<Line<'a>> {
    let Some(gutter) = gutter(&lines) else { return lines };
    let mut read = Vec::with_capacity(lines.len());
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for line in lines {
        if line.x() < gutter && line.end() > gutter && part_at(&line, gutter).is_none() {
            read.append(&mut left);
            read.append(&mut right);
            read.push(line);
            continue;
        }
        let Line { runs, y, size } = line;
        let (before, after): (Vec<_>, Vec<_>) = runs.into_iter().partition(|run| run.x < gutter);
        for (runs, column) in [(before, &mut left), (after, &mut right)] {
            if runs.iter().any(|run| !run.text.trim().is_empty()) {
                column.push(Line { runs, y, size });
            }
        }
    }
    read.append(&mut left);
    read.append(&mut right);
    read
}

/// Where the page is parted, if most of its lines are: by a gap at one place, with words of running
/// text on both sides. A table has short cells.
fn gutter(lines: &[Line<'_>]) -> Option<f64> {
    const FEWEST: usize = 8;
    let gaps: Vec<(f64, f64)> = lines.iter().filter_map(gap).collect();
    if gaps.len() < FEWEST {
        return None;
    }
    let mut middles: Vec<f64> = gaps.iter().map(|(from, to)| (from + to) / 2.0).collect();
    middles.sort_by(f64::total_cmp);
    let middle = *middles.get(middles.len() / 2)?;
    // The narrowest of the gaps about there is the gutter.
    let at = |(from, to): &&(f64, f64)| *from < middle && middle < *to;
    let (from, to) = gaps
        .iter()
        .filter(at)
        .fold((f64::MIN, f64::MAX), |gutter, gap| (gutter.0.max(gap.0), gutter.1.min(gap.1)));
    let gutter = if from < to { (from + to) / 2.0 } else { middle };
    let parted = lines.iter().filter(|line| part_at(line, gutter).is_some()).count();
    let crossing = lines
        .iter()
        .filter(|line| line.x() < gutter && line.end() > gutter && part_at(line, gutter).is_none())
        .count();
    (parted >= FEWEST && parted > 2 * crossing).then_some(gutter)
}

/// The gap of a line of two parts that are both running text.
fn gap(line: &Line<'_>) -> Option<(f64, f64)> {
    const SHORTEST: usize = 15;
    let parts = line.cut();
    let [left, right] = &parts[..] else { return None };
    let is_text = |part: &Line<'_>| part.words().text.chars().count() >= SHORTEST;
    (is_text(left) && is_text(right)).then(|| (left.end(), right.x()))
}

/// The gap of a line that lies about `gutter`.
fn part_at(line: &Line<'_>, gutter: f64) -> Option<(f64, f64)> {
    let parts = line.cut();
    let gaps = parts.windows(2).map(|pair| match pair {
        [left, right] => (left.end(), right.x()),
        _ => (0.0, 0.0),
    });
    gaps.into_iter().find(|(from, to)| *from < gutter && gutter < *to)
}
