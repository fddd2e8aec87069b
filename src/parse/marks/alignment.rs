//! Which candidates are marks: the best way through the text in which the footnotes come in order
//! (grammar.md §4 C). Knows candidates and numbers, not words.
//!
//! A state is a number of footnotes taken so far. The states worth keeping lie close together, so
//! the work is linear in the candidates however many footnotes there are.

use std::collections::HashSet;

use super::{candidates::Candidate, host::Host, note_numbers::Numbering};

/// How far a way may fall behind the best one before it is given up.
const BEAM: f32 = 40.0;
/// The score from which on what a repeat stands behind is remembered as well.
const CLEAR: f32 = 3.0;
const MOST_STATES: usize = 48;
/// No resolution has a hundredth of this many marks; it bounds the memory hostile text can take.
const MOST_STEPS: usize = 1_000_000;

/// A candidate that was taken, and as what.
#[derive(Clone, Copy, Debug)]
pub(super) struct Taken {
    pub(super) candidate: Candidate,
    pub(super) stretch: usize,
    pub(super) is_virtual: bool,
    pub(super) is_repeat: bool,
    /// Whether it stands behind the words that the same mark stood behind before.
    pub(super) is_at_home: bool,
}

struct Step {
    taken: Taken,
    before: Option<usize>,
}

#[derive(Clone, Copy)]
struct State {
    /// How many footnotes are taken or passed over.
    count: usize,
    score: f32,
    /// The last step of the way here.
    last: Option<usize>,
}

/// The ways through a text that are still open.
pub(super) struct Alignment<'a> {
    numbering: &'a Numbering,
    states: Vec<State>,
    next: Vec<State>,
    steps: Vec<Step>,
    /// What each number that was read as a mark stood behind, on whatever way.
    hosts: HashSet<(u16, Host)>,
}

impl<'a> Alignment<'a> {
    pub(super) fn new(numbering: &'a Numbering) -> Self {
        let start = State { count: 0, score: 0.0, last: None };
        Self {
            numbering,
            states: vec![start],
            next: Vec::new(),
            steps: Vec::new(),
            hosts: HashSet::new(),
        }
    }

    /// Goes on past a run of digits, of whose readings at most one is a mark.
    pub(super) fn pass(&mut self, stretch: usize, readings: &[Candidate]) {
        if readings.is_empty() || self.steps.len() >= MOST_STEPS {
            return;
        }
        self.next.clear();
        self.next.extend_from_slice(&self.states);
        for &reading in readings {
            for at in 0..self.states.len() {
                if let Some(&state) = self.states.get(at) {
                    self.read(state, reading, stretch);
                }
            }
        }
        self.remember_hosts(readings);
        let best = self.next.iter().map(|state| state.score).fold(f32::MIN, f32::max);
        self.next.retain(|state| state.score > best - BEAM);
        if self.next.len() > MOST_STATES {
            self.next.sort_by(|a, b| b.score.total_cmp(&a.score));
            self.next.truncate(MOST_STATES);
            self.next.sort_by_key(|state| state.count);
        }
        std::mem::swap(&mut self.states, &mut self.next);
    }

    /// Keeps what first marks stand behind, and clear repeats. Only once every way has judged the readings: a way that
    /// lags behind must not make a repeat stand behind its own words.
    fn remember_hosts(&mut self, readings: &[Candidate]) {
        for reading in readings.iter().filter(|reading| reading.score >= 2.0) {
            let number = reading.number;
            let is_next = |state: &State| self.numbering.next(number, state.count).is_some();
            let is_taken = |state: &State| self.numbering.last(number, state.count).is_some();
            let is_clear = reading.score >= CLEAR;
            if self.states.iter().any(|state| is_next(state) || is_clear && is_taken(state)) {
                self.hosts.insert((reading.number, reading.host));
            }
        }
    }

    /// Takes one reading as the next footnote, as one further on, or as a repeat.
    fn read(&mut self, state: State, reading: Candidate, stretch: usize) {
        let is_at_home = self.is_at_home(reading);
        let taken = |is_virtual, is_repeat| {
            let is_at_home = is_at_home && is_repeat;
            Taken { candidate: reading, stretch, is_virtual, is_repeat, is_at_home }
        };
        if let Some(index) = self.numbering.next(reading.number, state.count)
            && let Some(due) = self.numbering.due(index)
        {
            let gained = if index == state.count {
                Some(due.bonus)
            } else {
                self.passing_over(state.count, index, reading).map(|cost| cost + due.bonus.min(0.0))
            };
            if let Some(gained) = gained {
                let to = State {
                    count: index + 1,
                    score: state.score + reading.score + gained,
                    last: state.last,
                };
                self.offer(to, taken(due.is_virtual, false));
            }
        }
        if let Some(index) = self.numbering.last(reading.number, state.count) {
            let gained = reading.score - self.doubt_of_a_repeat(reading);
            if gained > 0.0 {
                let is_virtual = self.numbering.due(index).is_some_and(|due| due.is_virtual);
                self.offer(State { score: state.score + gained, ..state }, taken(is_virtual, true));
            }
        }
    }

    fn is_at_home(&self, reading: Candidate) -> bool {
        self.hosts.contains(&(reading.number, reading.host))
    }

    /// What it costs to take a mark once more. Behind the words of the first it is no surprise.
    fn doubt_of_a_repeat(&self, reading: Candidate) -> f32 {
        match (self.is_at_home(reading), reading.score >= 2.5) {
            (true, true) => 1.0,
            // `COP26`, with a footnote 26 somewhere above.
            (false, _) if reading.is_behind_capitals => 6.0,
            (true, false) if reading.is_spaced => 0.0,
            // Between Chinese characters little else tells a mark.
            (true, false) if reading.is_amid_cjk => -1.5,
            (false, true) => 2.0,
            (_, false) => 6.0,
        }
    }

    /// What it costs to take a footnote out of turn: 1, and 7 for each one passed over that the
    /// text defines. A long jump is for text with a hole in it, and needs a good candidate.
    fn passing_over(&self, from: usize, to: usize, reading: Candidate) -> Option<f32> {
        let real = self.numbering.real_between(from, to);
        let is_far = to - from > 3;
        if is_far && reading.score < 3.0 {
            return None;
        }
        Some(-1.0 - (7.0 * f32::from(real)).min(28.0))
    }

    /// Keeps a way if it is the best to its count.
    fn offer(&mut self, state: State, taken: Taken) {
        let at = self.next.partition_point(|other| other.count < state.count);
        let known = self.next.get(at).filter(|other| other.count == state.count);
        if known.is_some_and(|other| other.score >= state.score) {
            return;
        }
        let is_known = known.is_some();
        self.steps.push(Step { taken, before: state.last });
        let state = State { last: Some(self.steps.len() - 1), ..state };
        if is_known {
            if let Some(other) = self.next.get_mut(at) {
                *other = state;
            }
        } else {
            self.next.insert(at, state);
        }
    }

    /// The candidates taken on the best way, in the order of the text.
    pub(super) fn finish(self) -> Vec<Taken> {
        let total =
            |state: &State| state.score - 7.0 * f32::from(self.numbering.real_from(state.count));
        let best = self.states.iter().max_by(|a, b| total(a).total_cmp(&total(b)));
        let mut marks = Vec::new();
        let mut last = best.and_then(|state| state.last);
        while let Some(step) = last.and_then(|at| self.steps.get(at)) {
            marks.push(step.taken);
            last = step.before;
        }
        marks.reverse();
        marks
    }
}
