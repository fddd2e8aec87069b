//! Lists of names in wrapped text, one a line without a gap between. Knows the shape of lines, no words.

use crate::parse::lines::line::Line;

/// Of each line whether it is one of a list of names with their countries, `Mr. Antonio Cassese (Italy)`: three at
/// least, one below the other. Wrapped text does not end three lines in a bracket by chance.
pub(super) fn names_with_countries(source: &str, lines: &[Line]) -> Vec<bool> {
    const LONGEST: usize = 100;
    const FEWEST: usize = 3;
    let is_name = |line: &Line| {
        let words = line.words(source);
        let country = words.strip_suffix(')').and_then(|words| words.rsplit_once(" ("));
        words.len() <= LONGEST
            && words.starts_with(char::is_uppercase)
            && country.is_some_and(|(name, country)| {
                let has_digit = |text: &str| text.contains(|c: char| c.is_ascii_digit());
                country.starts_with(char::is_uppercase) && !has_digit(country) && !has_digit(name)
            })
    };
    let mut found = vec![false; lines.len()];
    let mut start = 0;
    for run in lines.chunk_by(|a, b| is_name(a) == is_name(b)) {
        if run.len() >= FEWEST && run.first().is_some_and(is_name) {
            found[start..start + run.len()].fill(true);
        }
        start += run.len();
    }
    found
}
