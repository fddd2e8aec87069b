//! How lines begin and end that go on with one another, or do not: abbreviations, words before a number, counted
//! headings, footnotes. Knows the words of one line, not what stands around it.

use crate::parse::{lines::section_line::is_section, words::Words};

/// `Action 9. We will …`, `Article 4`: a word and a number that count headings, and a stop or nothing
/// behind them, where running text would go on.
pub(super) fn is_numbered_heading(line: &str) -> bool {
    let Some((word, rest)) = line.split_once(' ') else { return false };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let is_word = word.starts_with(char::is_uppercase)
        && word.chars().count() >= 4
        && word.chars().skip(1).all(char::is_lowercase);
    let behind = rest.get(digits..).unwrap_or_default();
    is_word && (1..=3).contains(&digits) && (behind.is_empty() || behind.starts_with(". "))
}

/// `Core principle II`, `Part 3`, alone on its line: a heading that is no more than its count.
pub(super) fn is_counted(line: &str) -> bool {
    let words: Vec<&str> = line.split(' ').collect();
    let [first, .., count] = words[..] else { return false };
    let is_number = || count.len() <= 2 && count.bytes().all(|b| b.is_ascii_digit());
    let is_numeral = || count.bytes().all(|b| b"IVX".contains(&b));
    words.len() <= LONGEST_COUNTED
        && first.chars().count() >= 4
        && first.starts_with(char::is_uppercase)
        && first.chars().skip(1).all(char::is_lowercase)
        && !count.is_empty()
        && (is_number() || is_numeral())
}

/// `I. Our shared commitment`, `B. Finance`: a heading behind its letter or numeral.
pub(super) fn is_lettered(line: &str) -> bool {
    let Some((label, words)) = line.split_once(". ") else { return false };
    is_section(&[label, "."].concat()) && words.trim_start().starts_with(char::is_uppercase)
}

/// Words of a heading that is no more than its count.
const LONGEST_COUNTED: usize = 4;

/// `paragraph`, `article`: a number that follows is theirs.
pub(super) fn is_before_number(above: &str) -> bool {
    let last = above.rsplit(' ').next().unwrap_or_default().to_lowercase();
    Words::all().any(|words| words.before_number.contains(&last.as_str()))
}

/// Whether a line ends in an abbreviation: `Mr.`
pub(super) fn is_abbreviated(above: &str) -> bool {
    Words::all().flat_map(|words| words.abbreviations).any(|word| above.ends_with(word))
}

/// ` and`: the last item of a list follows.
pub(super) fn is_before_last_item(above: &str) -> bool {
    let mut ends = Words::all().flat_map(|words| words.before_last_item);
    ends.any(|end| above.ends_with(end))
}

/// `52 One member (China)`, `1/ Text`, `[1] Text`: how a footnote begins.
pub(super) fn is_note_start(here: &str) -> bool {
    let bracketed = here.strip_prefix('[').and_then(|inside| inside.split_once(']'));
    if let Some((number, words)) = bracketed {
        return (1..=3).contains(&number.len())
            && number.bytes().all(|b| b.is_ascii_digit())
            && words.starts_with([' ', '\t']);
    }
    let digits = here.bytes().take_while(u8::is_ascii_digit).count();
    let rest = here[digits..].trim_start_matches('/');
    (1..=3).contains(&digits)
        && rest.starts_with([' ', '\t'])
        && rest.trim_start().starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '«'))
}

/// The letter of the last item that goes on with a list within a line: `by (a) providing support; (b) investing in
/// skills`. What stands at its beginning is none, nor is `paragraph 8 (e)`, nor the `(a)` behind a number.
pub(super) fn last_item_within(line: &str) -> Option<u8> {
    line.rmatch_indices(" (").find_map(|(at, _)| match line.as_bytes().get(at + 2..at + 5)? {
        [letter, b')', b' '] if letter.is_ascii_lowercase() && goes_on(&line[..at]) => {
            Some(*letter)
        }
        _ => None,
    })
}

/// `…; and`: the next of a list follows.
fn goes_on(before: &str) -> bool {
    before.strip_suffix(" and").unwrap_or(before).ends_with(';')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_lines_begin_and_end_that_go_on() {
        for line in ["Article 4", "Action 9. We will", "Rule 123"] {
            assert!(is_numbered_heading(line), "{line}");
        }
        for line in [
            "article 4",
            "Art 4",
            "ARTICLE 4",
            "Article 1234",
            "Article x",
            "Article 4 of",
            "Article 4.5",
        ] {
            assert!(!is_numbered_heading(line), "{line}");
        }
        assert!(
            is_before_number("as in paragraph")
                && is_before_number("Articles")
                && !is_before_number("as it")
        );
        assert!(is_abbreviated("by Mr.") && !is_abbreviated("by all."));
        assert!(
            is_before_last_item("do so; and")
                && is_before_last_item("or or")
                && !is_before_last_item("band")
        );
        for line in ["52 One member", "1/ Text", "7\t“Text”"] {
            assert!(is_note_start(line), "{line}");
        }
        assert!(is_note_start("[1] Text") && is_note_start("[12]\tits"));
        assert!(
            !is_note_start("[1]Text") && !is_note_start("[a] Text") && !is_note_start("[1234] T")
        );
        for line in ["52 members", "1234 Text", "Text", "52Text", "52. Text"] {
            assert!(!is_note_start(line), "{line}");
        }
        assert_eq!(last_item_within("do (a) one; (b) two; (c) three"), Some(b'c'));
        assert_eq!(last_item_within("do (a) one; and (b) two"), Some(b'b'));
        assert_eq!(last_item_within("paragraph 8 (e) of it"), None);
        assert_eq!(last_item_within("do one; (B) two; (1) three; (ab) four; (c)five"), None);
    }

    #[test]
    fn headings_that_count() {
        for line in ["Core principle II", "Part I", "Theme 12", "Model strategy No. 7"] {
            assert!(is_counted(line), "{line}");
        }
        for line in [
            "Part",
            "Part A",
            "Agenda 2030",
            "part II",
            "MS II",
            "Of the part II",
            "Part ",
            "One of all the II",
        ] {
            assert!(!is_counted(line), "{line}");
        }
        for line in ["I. Our shared commitment", "B.  Finance", "XVI. Staff"] {
            assert!(is_lettered(line), "{line}");
        }
        for line in ["I. our", "1. Our", "Mr. Our", "I.Our", "I Our", "World. War"] {
            assert!(!is_lettered(line), "{line}");
        }
    }
}
