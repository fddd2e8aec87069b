//! The order of a library: by date, then by symbol, then by path; what has no date last. Knows heads of files.

use std::cmp::Ordering;

use super::{Held, Library, PassageId};

/// A resolution of a library: segment, file, which of the file.
type Part = (usize, usize, usize);

/// For each segment, file and resolution its place in the order.
#[derive(Default)]
pub(super) struct Ranks(Vec<Vec<Vec<u32>>>);

impl Ranks {
    /// Those of all resolutions.
    fn of_all(held: &[Held]) -> Self {
        let mut all = Vec::new();
        let mut ranks = Self::default();
        for (segment, held) in held.iter().enumerate() {
            let mut of_files = Vec::with_capacity(held.segment.len());
            for (file, filed) in held.segment.files().enumerate() {
                of_files.push(vec![u32::MAX; filed.head.parts.len()]);
                if held.alive.get(file).copied().unwrap_or_default() {
                    all.extend((0..filed.head.parts.len()).map(|part| (segment, file, part)));
                }
            }
            ranks.0.push(of_files);
        }
        for (rank, (segment, file, part)) in (0..).zip(in_order(held, all)) {
            ranks.0[segment][file][part] = rank;
        }
        ranks
    }

    fn get(&self, (segment, file, part): Part) -> u32 {
        let of_file = self.0.get(segment).and_then(|ranks| ranks.get(file));
        of_file.and_then(|ranks| ranks.get(part)).copied().unwrap_or(u32::MAX)
    }
}

/// Resolutions in order.
fn in_order(held: &[Held], parts: Vec<Part>) -> impl Iterator<Item = Part> {
    let mut keyed: Vec<_> = parts
        .into_iter()
        .filter_map(|(segment, file, part)| {
            let filed = held.get(segment)?.segment.file(file)?;
            let head = filed.head.parts.get(part)?;
            let date = day(head.date.as_deref());
            Some((date, head.symbol.as_deref(), filed.head.path.as_str(), (segment, file, part)))
        })
        .collect();
    keyed.sort_unstable_by(|(a_day, a, a_path, a_part), (b_day, b, b_path, b_part)| {
        a_day
            .cmp(b_day)
            .then_with(|| by_symbol(*a, *b))
            .then_with(|| a_path.cmp(b_path))
            .then_with(|| a_part.cmp(b_part))
    });
    keyed.into_iter().map(|(.., part)| part)
}

/// Where few passages are put in order, the heads of their files alone are read: of so many files one.
const FEW: usize = 8;

impl Library {
    /// Puts passages in order: of date, then of symbol, then of place; what has no date last.
    pub fn sort(&self, passages: &mut [PassageId]) {
        passages.sort_unstable();
        let files: usize = self.held.iter().map(|held| held.segment.len()).sum();
        let is_known = self.ranks.get().is_some();
        if is_known || passages.len() > files / FEW {
            passages.sort_by_cached_key(|id| self.order(*id));
            return;
        }
        let mut parts: Vec<Part> = passages.iter().filter_map(|id| self.part_of(*id)).collect();
        parts.dedup();
        let ranks: std::collections::HashMap<Part, u32> =
            in_order(&self.held, parts).zip(0..).collect();
        let rank = |id: &PassageId| ranks.get(&self.part_of(*id)?).copied();
        passages.sort_by_cached_key(|id| (rank(id).unwrap_or(u32::MAX), *id));
    }

    /// What sorts passages.
    #[must_use]
    pub fn order(&self, id: PassageId) -> (u32, PassageId) {
        let ranks = self.ranks.get_or_init(|| Ranks::of_all(&self.held));
        (self.part_of(id).map_or(u32::MAX, |part| ranks.get(part)), id)
    }

    /// The resolution of a passage.
    fn part_of(&self, id: PassageId) -> Option<Part> {
        let segment = id.segment as usize;
        let held = self.held.get(segment)?;
        let file = held.segment.file_of(id.passage);
        let filed = held.segment.file(file)?;
        Some((segment, file, filed.head.part_of(id.passage.saturating_sub(filed.first))))
    }
}

/// A date as a number that sorts like it, `20171224`; none as the largest.
fn day(date: Option<&str>) -> u32 {
    let digits = date.map(|date| date.bytes().filter(u8::is_ascii_digit));
    digits.map_or(u32::MAX, |digits| {
        digits.take(8).fold(0, |day, digit| day * 10 + u32::from(digit - b'0'))
    })
}

/// Dates in order, none last.
pub(super) fn by_date(one: Option<&str>, other: Option<&str>) -> Ordering {
    one.is_none().cmp(&other.is_none()).then_with(|| one.cmp(&other))
}

/// Symbols in order, numbers in them as numbers: `A/RES/72/9` before `A/RES/72/10`; none last.
pub(super) fn by_symbol(one: Option<&str>, other: Option<&str>) -> Ordering {
    match (one, other) {
        (Some(one), Some(other)) if one == other => Ordering::Equal,
        (Some(one), Some(other)) => by_numbers(one.as_bytes(), other.as_bytes()),
        _ => one.is_none().cmp(&other.is_none()),
    }
}

/// Runs of digits count as numbers, so that A/RES/72/9 comes before A/RES/72/10; without parsing them, for they may be
/// of any length.
fn by_numbers(mut one: &[u8], mut other: &[u8]) -> Ordering {
    let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    loop {
        let (ours, theirs) = (digits(one), digits(other));
        let (Some((a, rest)), Some((b, others))) = (one.split_first(), other.split_first()) else {
            return one.len().cmp(&other.len());
        };
        if ours > 0 && theirs > 0 {
            let (number, rest) = one.split_at(ours);
            let (their_number, others) = other.split_at(theirs);
            let order = ours.cmp(&theirs).then_with(|| number.cmp(their_number));
            if order.is_ne() {
                return order;
            }
            (one, other) = (rest, others);
        } else {
            if a != b {
                return a.cmp(b);
            }
            (one, other) = (rest, others);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_stand_in_order_of_their_numbers() {
        let in_order = ["A/RES/9/1", "A/RES/72/9", "A/RES/72/9 A", "A/RES/72/10", "S/RES/1 (1946)"];
        let mut symbols = in_order.to_vec();
        symbols.reverse();
        symbols.sort_by(|a, b| by_symbol(Some(a), Some(b)));
        assert_eq!(symbols, in_order);
        assert_eq!(by_symbol(None, Some("A")), Ordering::Greater);
        assert!(day(None) > day(Some("2017-12-24")) && day(Some("2017-12-24")) == 20_171_224);
        assert_eq!(by_date(None, Some("2017")), Ordering::Greater);
        assert_eq!(by_date(Some("1998-12-09"), Some("2017-01-01")), Ordering::Less);
    }
}
