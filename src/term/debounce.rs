//! When something that happens again and again is dealt with: once it has been quiet for a moment,
//! and at the latest a while after it began. Knows times, not what happens.

use std::time::{Duration, Instant};

/// How long a file must have been left alone before it is read again: editors write in steps.
const QUIET: Duration = Duration::from_millis(60);

/// How long a file that is never left alone is waited for.
const LATEST: Duration = Duration::from_secs(1);

/// Something that happens again and again.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Debounce {
    /// When it happened first and last since it was dealt with.
    stirred: Option<(Instant, Instant)>,
}

impl Debounce {
    /// It happens now.
    pub(super) fn stir(&mut self, now: Instant) {
        let first = self.stirred.map_or(now, |(first, _)| first);
        self.stirred = Some((first, now));
    }

    /// When it is to be dealt with; `None` where it has not happened.
    pub(super) fn due_at(&self) -> Option<Instant> {
        self.stirred.map(|(first, last)| (last + QUIET).min(first + LATEST))
    }

    /// Whether it is to be dealt with now; then it counts as dealt with.
    pub(super) fn take_due(&mut self, now: Instant) -> bool {
        let is_due = self.due_at().is_some_and(|at| at <= now);
        if is_due {
            self.stirred = None;
        }
        is_due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happens_once_is_dealt_with_after_a_quiet_moment() {
        let (start, mut file) = (Instant::now(), Debounce::default());
        assert_eq!(file.due_at(), None);
        assert!(!file.take_due(start));
        file.stir(start);
        assert!(!file.take_due(start + QUIET / 2));
        file.stir(start + QUIET / 2);
        assert!(!file.take_due(start + QUIET), "it was not quiet");
        assert!(file.take_due(start + QUIET / 2 + QUIET));
        assert!(!file.take_due(start + LATEST), "once is enough");
    }

    #[test]
    fn what_never_stops_is_dealt_with_all_the_same() {
        let (start, mut file) = (Instant::now(), Debounce::default());
        let mut dealt_with = Vec::new();
        for step in 0..100 {
            let now = start + step * QUIET / 2;
            file.stir(now);
            if file.take_due(now) {
                dealt_with.push(step);
            }
        }
        assert_eq!(dealt_with.len(), 2, "in three seconds: {dealt_with:?}");
    }
}
