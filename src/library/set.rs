//! A set of passages of a segment: a bit for each. Knows numbers.

/// Some of the numbers below a bound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Set {
    bits: Vec<u64>,
    bound: u32,
}

impl Set {
    /// None of the numbers below a bound.
    pub(super) fn none(bound: u32) -> Self {
        Self { bits: vec![0; (bound as usize).div_ceil(64)], bound }
    }

    /// All numbers below a bound.
    pub(super) fn all(bound: u32) -> Self {
        let mut set = Self::none(bound);
        set.add_range(0, bound);
        set
    }

    pub(super) fn add(&mut self, number: u32) {
        if let Some(word) = self.bits.get_mut(number as usize / 64) {
            *word |= 1 << (number % 64);
        }
    }

    /// Adds the numbers from `start` to before `end`.
    pub(super) fn add_range(&mut self, start: u32, end: u32) {
        for number in start..end.min(self.bound) {
            self.add(number);
        }
    }

    pub(super) fn remove(&mut self, number: u32) {
        if let Some(word) = self.bits.get_mut(number as usize / 64) {
            *word &= !(1 << (number % 64));
        }
    }

    pub(super) fn has(&self, number: u32) -> bool {
        self.bits.get(number as usize / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    pub(super) fn keep_in(&mut self, other: &Self) {
        self.bits.iter_mut().zip(&other.bits).for_each(|(word, other)| *word &= other);
    }

    pub(super) fn keep_out(&mut self, other: &Self) {
        self.bits.iter_mut().zip(&other.bits).for_each(|(word, other)| *word &= !other);
    }

    /// How many numbers are in it.
    pub(super) fn count(&self) -> usize {
        self.bits.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The numbers, rising.
    pub(super) fn iter(&self) -> impl Iterator<Item = u32> {
        self.bits.iter().enumerate().flat_map(|(index, word)| {
            let base = u32::try_from(index * 64).unwrap_or(u32::MAX);
            let mut left = *word;
            std::iter::from_fn(move || {
                let bit = (left != 0).then(|| left.trailing_zeros())?;
                left &= left - 1;
                Some(base + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_are_cut_joined_and_read_in_order() {
        let mut a = Set::none(200);
        [3, 64, 199].into_iter().for_each(|n| a.add(n));
        let mut b = Set::none(200);
        b.add_range(60, 100);
        let mut both = a.clone();
        both.keep_in(&b);
        assert_eq!(both.iter().collect::<Vec<_>>(), [64]);
        let mut rest = a.clone();
        rest.keep_out(&b);
        assert_eq!(rest.iter().collect::<Vec<_>>(), [3, 199]);
        a.add_range(60, 100);
        a.remove(64);
        assert_eq!((a.count(), a.iter().count()), (41, 41));
        assert!(a.has(60) && !a.has(64));
        assert_eq!(Set::all(65).iter().count(), 65);
    }
}
