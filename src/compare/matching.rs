//! The best way to pair rows with columns, where each pair is worth something and each row and column has
//! one partner at most: the pairs whose worths make the largest sum. By shortest augmenting paths
//! (Jonker and Volgenant) over the pairs that are worth anything, so that it costs little where few are.
//! Knows numbers only.

use std::{cmp::Reverse, collections::BinaryHeap};

use super::quick_map::QuickMap;

/// Who is whose partner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Matched {
    pub(super) of_a: Vec<Option<usize>>,
    pub(super) of_b: Vec<Option<usize>>,
}

impl Matched {
    /// A square table of costs for the best matching. Every row gets a column of its own in which it stays alone at no
    /// gain, so that no pair is forced upon passages that have nothing in common.
    pub(super) fn new(a: usize, b: usize) -> Self {
        Self { of_a: vec![None; a], of_b: vec![None; b] }
    }

    pub(super) fn join(&mut self, a: usize, b: usize) {
        self.of_a[a] = Some(b);
        self.of_b[b] = Some(a);
    }

    pub(super) fn part(&mut self, a: usize) {
        if let Some(b) = self.of_a[a].take() {
            self.of_b[b] = None;
        }
    }

    /// The pairs, by their first.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        self.of_a.iter().enumerate().filter_map(|(a, b)| Some((a, (*b)?)))
    }
}

/// A pair that may be, and what it is worth, above 0.
#[derive(Clone, Copy, Debug)]
pub(super) struct Worth {
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) worth: f32,
}

/// What is worth nothing costs so much; whole numbers, so that sums are exact.
const NOTHING: i64 = 1 << 22;
/// So many steps are taken until what is left is paired by what is best for each row.
const MOST_STEPS: usize = 4_000_000;

/// The pairs of the largest sum.
pub(super) fn best_pairs(worths: &[Worth]) -> Vec<(usize, usize)> {
    let mut solver = Solver::new(worths);
    for row in 0..solver.edges.len() {
        if solver.steps < MOST_STEPS {
            solver.augment(row);
        } else {
            solver.take_best(row);
        }
    }
    solver.pairs()
}

struct Solver {
    rows: Vec<usize>,
    columns: Vec<usize>,
    /// For each row, columns and costs.
    edges: Vec<Vec<(usize, i64)>>,
    row_of: Vec<Option<usize>>,
    column_of: Vec<Option<usize>>,
    /// What columns have become dearer by.
    price: Vec<i64>,
    steps: usize,
}

#[derive(Clone, Copy)]
struct Reached {
    cost: i64,
    from: usize,
    is_done: bool,
}

impl Solver {
    fn new(worths: &[Worth]) -> Self {
        let (mut rows, mut columns) = (Vec::new(), Vec::new());
        let (mut row_at, mut column_at) = (QuickMap::default(), QuickMap::default());
        let mut edges: Vec<Vec<(usize, i64)>> = Vec::new();
        for worth in worths {
            let row = *row_at.entry(worth.a).or_insert_with(|| {
                rows.push(worth.a);
                edges.push(Vec::new());
                rows.len() - 1
            });
            let column = *column_at.entry(worth.b).or_insert_with(|| {
                columns.push(worth.b);
                columns.len() - 1
            });
            #[expect(clippy::cast_possible_truncation, reason = "worths are about 1")]
            let cost = NOTHING - (worth.worth.clamp(0.0, 3.0) * 1_000_000.0) as i64;
            edges[row].push((column, cost));
        }
        // A column of its own for each row, to be alone at no gain.
        let alone = columns.len();
        for (row, edges) in edges.iter_mut().enumerate() {
            edges.push((alone + row, NOTHING));
        }
        let all = alone + rows.len();
        Self {
            column_of: vec![None; rows.len()],
            rows,
            columns,
            edges,
            row_of: vec![None; all],
            price: vec![0; all],
            steps: 0,
        }
    }

    /// Finds a place for a row by the path that costs least; others may go elsewhere for it.
    fn augment(&mut self, start: usize) {
        let mut reached: QuickMap<usize, Reached> = QuickMap::default();
        let mut heap = BinaryHeap::new();
        let (mut row, mut so_far) = (start, 0);
        let (end, shortest) = loop {
            // What the row pays now: the costs of the others are beyond that.
            let own = self.column_of[row].and_then(|column| self.cost(row, column));
            let base = so_far - own.unwrap_or(0);
            for &(column, cost) in &self.edges[row] {
                self.steps += 1;
                let cost = base + cost - self.price[column];
                let entry = reached.entry(column);
                let best = entry.or_insert(Reached { cost: i64::MAX, from: row, is_done: false });
                if !best.is_done && cost < best.cost {
                    *best = Reached { cost, from: row, is_done: false };
                    heap.push((Reverse(cost), Reverse(column)));
                }
            }
            let next = loop {
                let Some((Reverse(cost), Reverse(column))) = heap.pop() else { return };
                if let Some(best) = reached.get_mut(&column)
                    && !best.is_done
                    && best.cost == cost
                {
                    best.is_done = true;
                    break (column, cost);
                }
            };
            match self.row_of[next.0] {
                None => break next,
                Some(holder) => (row, so_far) = (holder, next.1),
            }
        };
        for (column, best) in reached.iter().filter(|(_, best)| best.is_done) {
            self.price[*column] += best.cost - shortest;
        }
        let mut column = end;
        loop {
            let from = reached[&column].from;
            let before = self.column_of[from].replace(column);
            self.row_of[column] = Some(from);
            match before {
                Some(before) if from != start => column = before,
                _ => break,
            }
        }
    }

    fn cost(&self, row: usize, column: usize) -> Option<i64> {
        let edge = self.edges[row].iter().find(|(other, _)| *other == column)?;
        Some(edge.1 - self.price[column])
    }

    /// The best column that is free: where there is no time for the best of all.
    fn take_best(&mut self, row: usize) {
        let free = self.edges[row].iter().filter(|(column, _)| self.row_of[*column].is_none());
        if let Some(&(column, _)) = free.min_by_key(|(_, cost)| *cost) {
            self.column_of[row] = Some(column);
            self.row_of[column] = Some(row);
        }
    }

    fn pairs(&self) -> Vec<(usize, usize)> {
        let pair = |(row, column): (usize, &Option<usize>)| {
            Some((self.rows[row], *self.columns.get((*column)?)?))
        };
        self.column_of.iter().enumerate().filter_map(pair).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(worths: &[Worth], pairs: &[(usize, usize)]) -> f32 {
        let worth = |pair: &(usize, usize)| worths.iter().find(|w| (w.a, w.b) == *pair);
        pairs.iter().filter_map(worth).map(|w| w.worth).sum()
    }

    /// The largest sum by trying everything.
    fn by_trial(worths: &[Worth], row: usize, taken: &mut Vec<usize>) -> f32 {
        if row > 6 {
            return 0.0;
        }
        let mut best = by_trial(worths, row + 1, taken);
        for worth in worths.iter().filter(|worth| worth.a == row) {
            if !taken.contains(&worth.b) {
                taken.push(worth.b);
                best = best.max(worth.worth + by_trial(worths, row + 1, taken));
                taken.pop();
            }
        }
        best
    }

    #[test]
    fn the_sum_is_the_largest_there_is() {
        let mut seed = 7_u64;
        let mut random = move |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) % below
        };
        for _ in 0..300 {
            let mut worths: Vec<Worth> = Vec::new();
            for _ in 0..random(18) {
                let (a, b) = (random(7) as usize, random(7) as usize);
                if !worths.iter().any(|w| (w.a, w.b) == (a, b)) {
                    worths.push(Worth { a, b, worth: random(1000) as f32 / 1000.0 + 0.001 });
                }
            }
            let pairs = best_pairs(&worths);
            let (found, best) = (sum(&worths, &pairs), by_trial(&worths, 0, &mut Vec::new()));
            assert!((found - best).abs() < 1e-3, "{found} {best} {worths:?}");
            let mut columns: Vec<usize> = pairs.iter().map(|pair| pair.1).collect();
            columns.sort_unstable();
            columns.dedup();
            assert_eq!(columns.len(), pairs.len());
        }
    }
}
