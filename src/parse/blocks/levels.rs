//! How deep an item stands, by its letter or number and those before it. Knows labels, no words.

use crate::{parse::words::Words, text::roman};

/// The ways to count that items have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Letters,
    Roman,
    /// `a.`, beside `(a)`.
    StoppedLetters,
    StoppedRoman,
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

    /// Whether an item begins to count or goes on counting here.
    pub(in crate::parse) fn is_due(&self, number: &str) -> bool {
        let goes_on =
            |style: Style, value: u16| self.open.contains(&(style, value.wrapping_sub(1)));
        readings(number).into_iter().any(|(style, value)| value == 1 || goes_on(style, value))
    }

    /// The level of the last item, if one is open.
    pub(in crate::parse) fn deepest(&self) -> Option<u8> {
        self.open.len().checked_sub(1).map(depth)
    }

    /// The level of the next item, 1 for the outermost. Its `number` has its stop where that is all that ends it.
    ///
    /// `(i)` is the ninth letter after `(h)` and the first numeral elsewhere: a reading that goes
    /// on counting wins, at the deepest level that does; then one that begins to count. Where the item before `opens` a
    /// list, with a colon, what can begin one does.
    pub(in crate::parse) fn enter(&mut self, number: &str, opens: bool) -> u8 {
        let readings = readings(number);
        let is_interrupted = std::mem::take(&mut self.is_interrupted);
        let begins = readings.iter().find(|(_, value)| *value == 1).copied();
        if let Some(begun) = begins.filter(|_| opens && !self.open.is_empty() && !is_interrupted) {
            self.open.truncate(DEEPEST - 1);
            self.open.push(begun);
            return depth(self.open.len() - 1);
        }
        let goes_on = |(style, last): &(Style, u16)| {
            readings.iter().any(|&(s, value)| s == *style && value == last + 1)
        };
        if let Some(level) = self.open.iter().rposition(goes_on) {
            self.open.truncate(level + 1);
            self.open[level].1 += 1;
            return depth(level);
        }
        if is_interrupted && begins.is_some() {
            self.open.clear();
        }
        if self.open.len() >= DEEPEST {
            self.open.truncate(DEEPEST - 1);
        }
        if let Some((style, value)) = begins {
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

/// Whether a label begins to count.
pub(super) fn is_first(number: &str) -> bool {
    readings(number).iter().any(|(_, value)| *value == 1)
}

/// Whether a label may be the next behind another.
pub(super) fn follows(number: &str, next: &str) -> bool {
    let next = readings(next);
    readings(number).iter().any(|(style, value)| next.contains(&(*style, value + 1)))
}

/// Items nest four deep in the longest resolutions; what goes on beyond this is no list.
const DEEPEST: usize = 12;

fn depth(level: usize) -> u8 {
    u8::try_from(level + 1).unwrap_or(u8::MAX)
}

fn readings(number: &str) -> Vec<(Style, u16)> {
    let lower = number.to_lowercase();
    let (lower, [letter, numeral]) = match lower.strip_suffix('.') {
        Some(stopped) => (stopped, [Style::StoppedLetters, Style::StoppedRoman]),
        None => (lower.as_str(), [Style::Letters, Style::Roman]),
    };
    let mut readings = Vec::with_capacity(2);
    if let Ok(value) = lower.parse() {
        readings.push((Style::Digits, value));
    }
    // Russian files write letters that look alike in either alphabet, `а) b) с)`.
    let latin: String = lower.chars().map(latin).collect();
    if let Some(value) = letters(&latin) {
        readings.push((letter, value));
    }
    if let Some(value) = letters(lower).filter(|_| latin != lower) {
        readings.push((letter, value));
    }
    if let Some(value) = roman::value(lower) {
        readings.push((numeral, value));
    }
    readings
}

/// The Latin letter that looks like a Cyrillic one.
pub(in crate::parse) const fn latin(c: char) -> char {
    match c {
        'а' => 'a',
        'с' => 'c',
        'е' => 'e',
        'о' => 'o',
        'р' => 'p',
        'х' => 'x',
        'у' => 'y',
        'і' => 'i',
        c => c,
    }
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
        let (mut found, mut opens) = (Vec::new(), false);
        for number in numbers.split(' ') {
            match number {
                "–" => levels.interrupt(),
                number => {
                    let opens = std::mem::replace(&mut opens, number.ends_with(':'));
                    found.push(levels.enter(number.trim_end_matches(':'), opens));
                }
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
        // An item that ends in a colon.
        levels("g h: i ii i j", &[1, 1, 2, 2, 1, 1]);
        levels("g h: i: a b ii i", &[1, 1, 2, 3, 3, 2, 1]);
        levels("a: c", &[1, 1]);
        levels("a: – a", &[1, 1]);
        // Those with a stop count beside those in brackets.
        levels("a b a. b. c d", &[1, 1, 2, 2, 1, 1]);
        levels("a. i. ii. b.", &[1, 2, 2, 1]);
    }

    #[test]
    fn letters_of_two_alphabets_that_look_alike() {
        levels("а b с d е f", &[1; 6]);
        levels("a b с d е f g", &[1; 7]);
        levels("а б в г д е ж", &[1; 7]);
        levels("a i ii b", &[1, 2, 2, 1]);
        levels("а i ii б", &[1, 2, 2, 1]);
    }

    #[test]
    fn what_is_due() {
        let mut levels = Levels::default();
        assert!(levels.is_due("a") && levels.is_due("i") && levels.is_due("1"));
        assert!(!levels.is_due("b") && !levels.is_due("2") && !levels.is_due("x"));
        levels.enter("a", false);
        assert!(levels.is_due("b") && levels.is_due("i") && !levels.is_due("c"));
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
