//! A comparison in numbers, and in one sentence. Knows pairings, no documents.

use super::{Kind, Pairing};

/// How often what was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    counts: [usize; Kind::ALL.len()],
    /// Pairs that stand elsewhere now.
    pub moved: usize,
    /// Verbs that went up the ladder.
    pub stronger: usize,
    /// Verbs that went down the ladder.
    pub weaker: usize,
}

impl Summary {
    /// Of a whole comparison.
    #[must_use]
    pub fn of(pairings: &[Pairing]) -> Self {
        Self::of_all(pairings)
    }

    /// Of some pairings.
    #[must_use]
    pub fn of_all<'a>(pairings: impl IntoIterator<Item = &'a Pairing>) -> Self {
        let mut summary = Self::default();
        for pairing in pairings {
            let at = Kind::ALL.iter().position(|kind| *kind == pairing.kind());
            if let Some(count) = at.and_then(|at| summary.counts.get_mut(at)) {
                *count += 1;
            }
            summary.moved += usize::from(pairing.is_moved());
            let step =
                pairing.pair().and_then(|pair| pair.verb.as_ref()).map_or(0, |verb| verb.step);
            summary.stronger += usize::from(step > 0);
            summary.weaker += usize::from(step < 0);
        }
        summary
    }

    /// How many pairings are of a kind.
    #[must_use]
    pub fn count(&self, kind: Kind) -> usize {
        let at = Kind::ALL.iter().position(|known| *known == kind);
        at.and_then(|at| self.counts.get(at)).copied().unwrap_or_default()
    }

    /// Pairs of one passage each whose words were changed.
    #[must_use]
    pub fn edited(&self) -> usize {
        [Kind::Technical, Kind::Connective, Kind::Reference, Kind::Wording, Kind::Verb]
            .into_iter()
            .map(|kind| self.count(kind))
            .sum()
    }

    /// Whether the two say the same in the same order.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.moved == 0 && Kind::ALL.iter().skip(1).all(|kind| self.count(*kind) == 0)
    }

    /// In words: `3 new, 1 dropped, 12 edited, 7 of them technical and 2 connective; 2 verbs weaker`.
    #[must_use]
    pub fn in_words(&self) -> String {
        if self.is_same() {
            return "no difference".into();
        }
        let mut parts = Vec::new();
        for kind in [Kind::New, Kind::Dropped] {
            parts.extend(some(self.count(kind), kind.name()));
        }
        parts.extend(some(self.edited(), "edited"));
        let light = match (self.count(Kind::Technical), self.count(Kind::Connective)) {
            (0, 0) => None,
            (0, connective) => Some(format!("{connective} of them connective")),
            (technical, 0) => Some(format!("{technical} of them technical")),
            (technical, connective) => {
                Some(format!("{technical} of them technical and {connective} connective"))
            }
        };
        parts.extend(light);
        parts.extend(some(self.count(Kind::Split), Kind::Split.name()));
        parts.extend(some(self.count(Kind::Merged), Kind::Merged.name()));
        parts.extend(some(self.moved, "moved"));
        let verbs: Vec<String> = [(self.stronger, "stronger"), (self.weaker, "weaker")]
            .into_iter()
            .filter_map(|(count, how)| {
                let verbs = if count == 1 { "verb" } else { "verbs" };
                some(count, &format!("{verbs} {how}"))
            })
            .collect();
        let verbs =
            if verbs.is_empty() { String::new() } else { format!("; {}", verbs.join(", ")) };
        format!("{}{verbs}", parts.join(", "))
    }
}

fn some(count: usize, what: &str) -> Option<String> {
    (count > 0).then(|| format!("{count} {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Passage;

    #[test]
    fn a_sentence_says_only_what_there_is() {
        let summary = Summary::of(&[
            Pairing::Right(Passage::Block(1)),
            Pairing::Right(Passage::Block(2)),
            Pairing::Left(Passage::Block(1)),
        ]);
        assert_eq!(summary.in_words(), "2 new, 1 dropped");
        assert_eq!(Summary::default().in_words(), "no difference");
    }
}
