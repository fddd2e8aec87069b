//! Ordinal numbers in English, as citations count what has no number. Knows no citation.

const WORDS: [&str; 10] =
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/// `third`, `11th`, `22nd`.
pub(super) fn ordinal(number: usize) -> String {
    if let Some(word) = number.checked_sub(1).and_then(|index| WORDS.get(index)) {
        return (*word).to_owned();
    }
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// The number that a word, or digits with their ending, stands for.
pub(super) fn number_of(word: &str) -> Option<usize> {
    let word = word.to_ascii_lowercase();
    if let Some(index) = WORDS.iter().position(|own| *own == word) {
        return Some(index + 1);
    }
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending))?;
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for number in 1..200 {
            assert_eq!(number_of(&ordinal(number)), Some(number));
        }
        let few = [1, 10, 11, 12, 21, 102, 113].map(ordinal);
        assert_eq!(few, ["first", "tenth", "11th", "12th", "21st", "102nd", "113th"]);
        assert_eq!(number_of("last"), None);
    }
}
