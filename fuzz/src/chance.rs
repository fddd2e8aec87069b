//! Chance that is the same on every run, and texts changed by it as editors change them.

/// Chance that is the same on every run (xorshift).
pub struct Chance(u64);

impl Chance {
    /// From a seed; of none the first.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed.max(1))
    }

    /// A number below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 1).unwrap_or_default() % limit.max(1)
    }

    /// One of several.
    ///
    /// # Panics
    /// Where there is none.
    pub fn one_of<'a, T: ?Sized>(&mut self, several: &[&'a T]) -> &'a T {
        several[self.below(several.len())]
    }
}

/// A part of a text, and the same changed.
pub fn versions(texts: &[String], chance: &mut Chance) -> [String; 2] {
    let all: Vec<&str> = texts[chance.below(texts.len())].lines().collect();
    let start = chance.below(all.len());
    let length = 1 + chance.below(40);
    let old: Vec<String> =
        all.iter().skip(start).take(length).map(|line| (*line).to_owned()).collect();
    let mut new = old.clone();
    for _ in 0..chance.below(12) {
        change(&mut new, texts, chance);
    }
    [old.join("\n"), new.join("\n")]
}

/// Bytes changed, taken out, doubled, or with others between.
pub fn spoil(bytes: &mut Vec<u8>, others: &[u8], chance: &mut Chance) {
    for _ in 0..=chance.below(6) {
        let at = chance.below(bytes.len());
        let end = (at + 1 + chance.below(30)).min(bytes.len());
        match chance.below(5) {
            _ if bytes.is_empty() => bytes.extend_from_slice(others),
            0 => bytes[at] ^= 1 << chance.below(8),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
            3 => {
                let from = chance.below(others.len());
                let to = (from + 1 + chance.below(30)).min(others.len());
                bytes.splice(at..at, others[from..to].iter().copied());
            }
            _ => bytes.truncate(at),
        }
    }
}

/// One change: of lines, of words, or of single characters.
pub fn change(lines: &mut Vec<String>, texts: &[String], chance: &mut Chance) {
    if lines.is_empty() {
        return;
    }
    let (at, other) = (chance.below(lines.len()), chance.below(lines.len()));
    match chance.below(8) {
        0 => drop(lines.remove(at)),
        1 => lines.swap(at, other),
        2 => lines.insert(at, lines[other].clone()),
        3 => {
            let text: Vec<&str> = texts[chance.below(texts.len())].lines().collect();
            lines.insert(at, text[chance.below(text.len())].to_owned());
        }
        4 => {
            let (first, second) =
                lines[at].split_at(lines[at].floor_char_boundary(chance.below(80)));
            let both = [first.to_owned(), second.to_owned()];
            lines.splice(at..=at, both);
        }
        5 => {
            let strange = [
                '\u{301}',
                '\u{200f}',
                '\u{a0}',
                '-',
                '\u{2019}',
                'İ',
                'ß',
                '大',
                '\t',
                '\u{10ffff}',
            ];
            let place = lines[at].floor_char_boundary(chance.below(lines[at].len() + 1));
            lines[at].insert(place, strange[chance.below(strange.len())]);
        }
        _ => {
            let mut words: Vec<&str> = lines[at].split(' ').collect();
            let from = lines[other].clone();
            let others: Vec<&str> = from.split(' ').collect();
            let word = chance.below(words.len());
            match chance.below(3) {
                0 => drop(words.remove(word)),
                1 => words.insert(word, others[chance.below(others.len())]),
                _ => words[word] = others[chance.below(others.len())],
            }
            lines[at] = words.join(" ");
        }
    }
}
