//! A long sorted list of pairs (key, number), small on a disk and read in parts: which words stand in which
//! passages. Knows numbers, not what they mean.
//!
//! Blocks of 128 pairs, each pair written as its distance from the one before by a Rice code, whose
//! parameter is the block's own: lists of frequent keys take two bits a pair, those of rare ones what they
//! need. A table of blocks says where each begins, with what, and a check of its bytes.

use super::bytes::{ReadAt, Section, Unreadable, u16_at, u32_at, u64_at};

/// Pairs of a block.
const BLOCK: usize = 128;
/// Bytes of an entry in the table of blocks: first value, where the block begins, check.
const ENTRY: usize = 8 + 4 + 2;
/// Ones from which on a distance is written out in `RAW` bits.
const ESCAPE: u32 = 24;
const RAW: u32 = 48;
/// Zeros behind the last block, so that reading ahead stays within.
const PADDING: usize = 8;

/// A pair as one number that sorts like it: `id` has `bits` bits.
#[must_use]
pub(super) const fn pair(key: u32, id: u32, bits: u32) -> u64 {
    ((key as u64) << bits) | id as u64
}

/// Writes pairs that are sorted and all different: the blocks, and the table of blocks.
#[must_use]
pub(super) fn write(pairs: &[u64]) -> (Vec<u8>, Vec<u8>) {
    let mut blocks = Vec::with_capacity(pairs.len() * 2);
    let mut table = Vec::with_capacity(pairs.len() / BLOCK * ENTRY + ENTRY);
    for block in pairs.chunks(BLOCK) {
        let start = blocks.len();
        write_block(block, &mut blocks);
        table.extend_from_slice(&block[0].to_le_bytes());
        table.extend_from_slice(&u32::try_from(start).unwrap_or(u32::MAX).to_le_bytes());
        table.extend_from_slice(&check(&blocks[start..]).to_le_bytes());
    }
    blocks.extend_from_slice(&[0; PADDING]);
    (blocks, table)
}

fn check(block: &[u8]) -> u16 {
    let whole = crc32fast::hash(block);
    u16::try_from(whole & 0xffff).unwrap_or_default()
}

/// Gaps between numbers that rise, as Rice codes: the parameter fits the gaps of this block, since a word that is
/// everywhere and one that is rare want other ones. A gap far beyond it is escaped, so no code is long.
fn write_block(block: &[u64], out: &mut Vec<u8>) {
    let mut gaps = [0_u64; BLOCK];
    let count = block.len() - 1;
    for (gap, pair) in gaps.iter_mut().zip(block.windows(2)) {
        *gap = pair[1] - pair[0] - 1;
    }
    let gaps = &mut gaps[..count];
    let parameter = parameter(gaps);
    out.push(parameter);
    out.push(u8::try_from(count).unwrap_or_default());
    let mut bits = BitWriter { out, buffer: 0, filled: 0 };
    for (pair, next) in block.iter().zip(block.iter().skip(1)) {
        let gap = next - pair - 1;
        let quotient = gap >> parameter;
        if quotient < u64::from(ESCAPE) {
            let ones = u32::try_from(quotient).unwrap_or_default();
            bits.put((1 << ones) - 1, ones + 1);
            bits.put(gap & ((1 << parameter) - 1), u32::from(parameter));
        } else {
            bits.put((1 << ESCAPE) - 1, ESCAPE);
            bits.put(gap & ((1 << RAW) - 1), RAW);
        }
    }
    bits.end();
}

/// The parameter with which the distances are shortest, near that of their median.
fn parameter(gaps: &mut [u64]) -> u8 {
    if gaps.is_empty() {
        return 0;
    }
    let middle = gaps.len() / 2;
    let median = *gaps.select_nth_unstable(middle).1;
    let near = u8::try_from((median + 1).ilog2()).unwrap_or_default();
    let length = |parameter: u8| -> u64 {
        let one = |gap: &u64| match gap >> parameter {
            quotient if quotient < u64::from(ESCAPE) => quotient + 1 + u64::from(parameter),
            _ => u64::from(ESCAPE + RAW),
        };
        gaps.iter().map(one).sum()
    };
    (near.saturating_sub(1)..=near + 2).min_by_key(|&parameter| length(parameter)).unwrap_or(near)
}

struct BitWriter<'a> {
    out: &'a mut Vec<u8>,
    buffer: u128,
    filled: u32,
}

impl BitWriter<'_> {
    fn put(&mut self, value: u64, count: u32) {
        self.buffer |= u128::from(value) << self.filled;
        self.filled += count;
        while self.filled >= 8 {
            self.out.push(u8::try_from(self.buffer & 0xff).unwrap_or_default());
            self.buffer >>= 8;
            self.filled -= 8;
        }
    }

    fn end(&mut self) {
        if self.filled > 0 {
            self.put(0, 8 - self.filled);
        }
    }
}

/// Reads bits of a block from its second byte on; beyond its end they are zeros.
struct BitReader<'a> {
    bytes: &'a [u8],
    at: usize,
    buffer: u64,
    filled: u32,
}

impl BitReader<'_> {
    fn fill(&mut self) {
        while self.filled <= 56 {
            let byte = self.bytes.get(self.at).copied().unwrap_or_default();
            self.buffer |= u64::from(byte) << self.filled;
            self.at += 1;
            self.filled += 8;
        }
    }

    fn take(&mut self, count: u32) -> u64 {
        if count == 0 {
            return 0;
        }
        self.fill();
        let value = self.buffer & (u64::MAX >> (64 - count));
        self.buffer >>= count;
        self.filled -= count;
        value
    }

    fn gap(&mut self, parameter: u32) -> u64 {
        self.fill();
        let ones = self.buffer.trailing_ones();
        if ones >= ESCAPE {
            self.take(ESCAPE);
            return self.take(RAW);
        }
        self.take(ones + 1);
        (u64::from(ones) << parameter) | self.take(parameter)
    }
}

/// Pairs as they were written.
#[derive(Debug)]
pub(super) struct Pairs {
    blocks: Section,
    table: Vec<u8>,
    bits: u32,
}

impl Pairs {
    /// Those of a section and its table; numbers have `bits` bits.
    pub(super) const fn new(blocks: Section, table: Vec<u8>, bits: u32) -> Self {
        Self { blocks, table, bits }
    }

    fn first(&self, block: usize) -> u64 {
        u64_at(&self.table, block * ENTRY)
    }

    fn start(&self, block: usize) -> usize {
        u32_at(&self.table, block * ENTRY + 8) as usize
    }

    fn len(&self) -> usize {
        self.table.len() / ENTRY
    }

    /// The first block in `0..len` whose first value is larger than `value`.
    fn after(&self, value: u64) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.first(middle) <= value { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// Gives all numbers of a key, rising.
    ///
    /// # Errors
    /// Where the file cannot be read or is damaged.
    pub(super) fn each(
        &self,
        source: &dyn ReadAt,
        key: u32,
        mut give: impl FnMut(u32),
    ) -> Result<(), Unreadable> {
        let (low, high) = (pair(key, 0, self.bits), pair(key + 1, 0, self.bits) - 1);
        let from = self.after(low).saturating_sub(1);
        let to = self.after(high);
        if from >= to {
            return Ok(());
        }
        let begin = self.start(from);
        let end = match to < self.len() {
            true => self.start(to),
            false => self.blocks.length.saturating_sub(PADDING),
        };
        let bytes = self.blocks.part(source, begin, end.saturating_sub(begin))?;
        let mask = (1_u64 << self.bits) - 1;
        for block in from..to {
            let start = self.start(block) - begin;
            let end = if block + 1 < to { self.start(block + 1) - begin } else { bytes.len() };
            let body = bytes.get(start..end).ok_or(Unreadable::Damaged)?;
            if check(body) != u16_at(&self.table, block * ENTRY + 12) {
                return Err(Unreadable::Damaged);
            }
            let mut value = self.first(block);
            let [parameter, gaps, bits @ ..] = body else { return Err(Unreadable::Damaged) };
            let mut bits = BitReader { bytes: bits, at: 0, buffer: 0, filled: 0 };
            let mut give_one = |value: u64| {
                if value >= low && value <= high {
                    give(u32::try_from(value & mask).unwrap_or_default());
                }
            };
            give_one(value);
            for _ in 0..*gaps {
                value = value.saturating_add(bits.gap(u32::from(*parameter)) + 1);
                if value > high {
                    break;
                }
                give_one(value);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers that look like chance and are the same each time.
    fn numbers(count: usize, below: u64) -> Vec<u64> {
        let mut state = 88_172_645_463_325_252_u64;
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state % below
        };
        (0..count).map(|_| next()).collect()
    }

    fn read(pairs: &[u64], key: u32, bits: u32) -> Vec<u32> {
        let (blocks, table) = write(pairs);
        let section = Section { offset: 0, length: blocks.len() };
        let written = Pairs::new(section, table, bits);
        let mut found = Vec::new();
        written.each(&blocks, key, |id| found.push(id)).expect("they are whole");
        found
    }

    #[test]
    fn what_is_written_is_read_whatever_the_distances() {
        for (count, below) in [(1, 9), (128, 300), (129, 1 << 40), (5000, 6000), (5000, 1 << 30)] {
            let bits = 9;
            let mut pairs = numbers(count, below);
            // Key 3 is in every passage, as some words are.
            pairs.extend((0..512).map(|id| pair(3, id, bits)));
            pairs.sort_unstable();
            pairs.dedup();
            let keys: Vec<u32> =
                pairs.iter().map(|p| u32::try_from(p >> bits).unwrap_or(0)).collect();
            for key in keys.iter().copied().chain([3, 4, 1 << 20]).step_by(7) {
                let expected: Vec<u32> = pairs
                    .iter()
                    .filter(|pair| **pair >> bits == u64::from(key))
                    .map(|pair| u32::try_from(pair & 511).expect("nine bits"))
                    .collect();
                assert_eq!(read(&pairs, key, bits), expected, "{count} below {below}: {key}");
            }
        }
        assert_eq!(read(&[], 0, 9), [0; 0]);
    }

    #[test]
    fn a_dense_list_takes_few_bits() {
        let pairs: Vec<u64> = (0..10_000).map(|id| pair(5, id, 20)).collect();
        assert!(write(&pairs).0.len() < 10_000 / 4);
    }

    #[test]
    fn a_changed_byte_is_noticed() {
        let pairs: Vec<u64> = numbers(1000, 1 << 20).into_iter().collect();
        let mut pairs = pairs;
        pairs.sort_unstable();
        pairs.dedup();
        let (mut blocks, table) = write(&pairs);
        blocks[30] ^= 4;
        let section = Section { offset: 0, length: blocks.len() };
        let written = Pairs::new(section, table, 4);
        let read = (0..1 << 16).try_for_each(|key| written.each(&blocks, key, |_| ()));
        assert!(matches!(read, Err(Unreadable::Damaged)));
    }
}
