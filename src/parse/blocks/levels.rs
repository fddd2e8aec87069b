//! How deep an item stands, by its letter or number and those before it. Knows labels, no words.

use crate::{parse::words::Words, text::roman};

/// The ways to count that items have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Letters,
    Roman,
    Digits,
    Other,
}

/// The items that are open at a place: one entry a level, outermost first.
#[derive(Clone, Debug, Default)]
pub(in crate::parse) struct Levels {
    open: Vec<(Style, u16)>,
    is_interrupted: bool,
}

impl Levels {
    /// Closes all levels: a new paragraph begins.
    pub(in crate::parse) fn clear(&mut self) {
        self.open.clear();
    }

    /// A heading stands between the items: what goes on counting goes on, what begins to count
    /// begins at the outermost level.
    pub(in crate::parse) const fn interrupt(&mut self) {
        self.is_interrupted = true;
    }

    /// The level of the last item, if one is open.
    pub(in crate::parse) fn deepest(&self) -> Option<u8> {
        self.open.len().checked_sub(1).map(depth)
    }

    /// The level of the next item, 1 for the outermost.
    ///
    /// `(i)` is the ninth letter after `(h)` and the first numeral elsewhere: a reading that goes
    /// on counting wins, at the deepest level that does; then one that begins to count.
    pub(in crate::parse) fn enter(&mut self, number: &str) -> u8 {
        let readings = readings(number);
        let is_interrupted = std::mem::take(&mut self.is_interrupted);
        let goes_on = |(style, last): &(Style, u16)| {
            readings.iter().any(|&(s, value)| s == *style && value == last + 1)
        };
        if let Some(level) = self.open.iter().rposition(goes_on) {
            self.open.truncate(level + 1);
            self.open[level].1 += 1;
            return depth(level);
        }
        let begins = readings.iter().find(|(_, value)| *value == 1);
        if is_interrupted && begins.is_some() {
            self.open.clear();
        }
        if self.open.len() >= DEEPEST {
            self.open.truncate(DEEPEST - 1);
        }
        if let Some(&(style, value)) = begins {
            self.open.push((style, value));
            return depth(self.open.len() - 1);
        }
        let known = |(style, _): &(Style, u16)| readings.iter().any(|(s, _)| s == style);
        let level = self.open.iter().rposition(known);
        let reading = readings.first().copied().unwrap_or((Style::Other, 1));
        match level {
            Some(level) => {
                self.open.truncate(level + 1);
                let style = self.open[level].0;
                let value = readings.iter().find(|(s, _)| *s == style).unwrap_or(&reading).1;
                self.open[level].1 = value;
                depth(level)
            }
            None => {
                self.open.push(reading);
                depth(self.open.len() - 1)
            }
        }
    }
}

/// Items nest four deep in the longest resolutions; what goes on beyond this is no list.
const DEEPEST: usize = 12;

fn depth(level: usize) -> u8 {
    u8::try_from(level + 1).unwrap_or(u8::MAX)
}

fn readings(number: &str) -> Vec<(Style, u16)> {
    let lower = number.to_lowercase();
    let mut readings = Vec::with_capacity(2);
    if let Ok(value) = lower.parse() {
        readings.push((Style::Digits, value));
    }
    if let Some(value) = letters(&lower) {
        readings.push((Style::Letters, value));
    }
    if let Some(value) = roman::value(&lower) {
        readings.push((Style::Roman, value));
    }
    readings
}

/// `a` 1 … `z` 26, `aa` 27; the letters of other scripts by their place in the lists the UN uses.
fn letters(lower: &str) -> Option<u16> {
    let mut chars = lower.chars();
    let (first, second) = (chars.next()?, chars.next());
    if let Some(at) = Words::all().find_map(|words| words.alphabet.chars().position(|c| c == first))
    {
        return u16::try_from(at + 1).ok();
    }
    if ('㈠'..='㈩').contains(&first) {
        return u16::try_from(u32::from(first) - u32::from('㈠') + 1).ok();
    }
    let value = |c: char| c.is_ascii_lowercase().then(|| u16::from(c as u8 - b'a') + 1);
    match second {
        None => value(first),
        Some(second) if second == first && chars.next().is_none() => Some(26 + value(first)?),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn levels(numbers: &str, expected: &[u8]) {
        let mut levels = Levels::default();
        let mut found = Vec::new();
        for number in numbers.split(' ') {
            match number {
                "–" => levels.interrupt(),
                number => found.push(levels.enter(number)),
            }
        }
        assert_eq!(found, expected, "{numbers}");
    }

    #[test]
    fn items_find_their_level() {
        levels("a b c", &[1, 1, 1]);
        levels("a i ii b", &[1, 2, 2, 1]);
        levels("f g h i j", &[1, 1, 1, 1, 1]);
        levels("i ii iii iv", &[1, 1, 1, 1]);
        levels("a i ii a b iii b", &[1, 2, 2, 3, 3, 2, 1]);
        levels("a c d", &[1, 1, 1]);
        // `–` is a heading.
        levels("3 – b 4", &[1, 2, 1]);
        levels("a i – a i", &[1, 2, 1, 2]);
        levels("a i – b", &[1, 2, 1]);
    }

    #[test]
    fn letters_of_every_script_have_their_place() {
        for (letter, value) in [
            ("a", 1),
            ("z", 26),
            ("aa", 27),
            ("zz", 52),
            ("㈠", 1),
            ("㈢", 3),
            ("㈩", 10),
            ("أ", 1),
            ("ب", 2),
        ] {
            assert_eq!(letters(letter), Some(value), "{letter}");
        }
        for none in ["ab", "aaa", "1", "", "É"] {
            assert_eq!(letters(none), None, "{none}");
        }
        levels("㈠ ㈡ ㈢", &[1, 1, 1]);
        levels("a ㈠ ㈡ b ㈠", &[1, 2, 2, 1, 2]);
        levels("أ 1 2 ب", &[1, 2, 2, 1]);
        levels("1 2 3 a b 4", &[1, 1, 1, 2, 2, 1]);
        levels("y z aa bb", &[1, 1, 1, 1]);
        levels("b d a", &[1, 1, 2]);
    }
}
