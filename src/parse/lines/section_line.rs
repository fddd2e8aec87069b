//! The letters and numerals of parts and sections, alone on their lines. Knows one line, not where
//! it stands.

use crate::text::roman;

/// `A`, or `B1` where a footnote mark stands behind it: the letter of a part.
pub(in crate::parse) fn part_letter(line: &str) -> Option<String> {
    let letter = line.chars().next().filter(char::is_ascii_uppercase)?;
    let rest = &line[1..];
    (rest.len() <= 3 && rest.bytes().all(|b| b.is_ascii_digit() || b == b'*'))
        .then(|| letter.to_string())
}

/// `II`, alone on a line.
pub(in crate::parse) fn section_numeral(line: &str) -> Option<String> {
    let line = line.strip_suffix('.').unwrap_or(line);
    let is_numeral = !line.is_empty()
        && line.len() <= 8
        && line.bytes().all(|b| b.is_ascii_uppercase())
        && roman::value(&line.to_lowercase()).is_some();
    (is_numeral && line != "C" && line != "L").then(|| line.to_owned())
}

/// `II`, `B.`: the number or letter of a section, alone on its line.
pub(in crate::parse) fn is_section(line: &str) -> bool {
    let bare = line.strip_suffix('.').unwrap_or(line);
    let is_letter = bare.len() == 1 && line.len() == 2;
    let is_numeral = bare.len() <= 6 && bare.bytes().all(|b| b"IVX".contains(&b));
    !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_uppercase()) && (is_letter || is_numeral)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_numerals_alone_on_their_lines() {
        for (line, letter) in [("A", "A"), ("B1", "B"), ("C12*", "C"), ("D*", "D")] {
            assert_eq!(part_letter(line).as_deref(), Some(letter), "{line}");
        }
        for line in ["", "a", "AB", "B1234", "B x", "1"] {
            assert_eq!(part_letter(line), None, "{line}");
        }
        for (line, numeral) in [("II", "II"), ("IV.", "IV"), ("XXXVIII", "XXXVIII"), ("I", "I")] {
            assert_eq!(section_numeral(line).as_deref(), Some(numeral), "{line}");
        }
        for line in ["", "C", "L", "ii", "ABC", "II A", "XXXVIIIII", "."] {
            assert_eq!(section_numeral(line), None, "{line}");
        }
        for line in ["II", "B.", "XVIII.", "C."] {
            assert!(is_section(line), "{line}");
        }
        for line in ["", ".", "B", "AB.", "XXXVIII", "b.", "II A"] {
            assert!(!is_section(line), "{line}");
        }
    }
}
