//! How a line is compared with the set phrases of the frame: who adopts, annexes (grammar.md §3.3).
//! The phrases stand with the other words of their language, in lower case and with plain apostrophes.

use super::{Words, table::SetPhrases};
use crate::{
    document::{Language, Organ},
    text::roman,
};

/// No formula is longer than some sixty characters, marks and comma included; so many bytes.
pub(in crate::parse) const LONGEST_FORMULA: usize = 160;

/// The heading of an annex is short; so many bytes.
const LONGEST_ANNEX: usize = 120;

/// A line as it is compared with the phrases: lower case, plain apostrophes and spaces, at most
/// 120 characters of it, since no phrase is longer.
pub(in crate::parse) fn comparable(text: &str) -> String {
    if text.is_ascii() {
        let mut plain = text[..text.len().min(120)].to_ascii_lowercase();
        if plain.contains('\t') {
            plain = plain.replace('\t', " ");
        }
        return plain;
    }
    text.chars()
        .take(120)
        .filter(|c| !matches!(c, '\u{64b}'..='\u{652}' | '\u{640}'))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            '’' | '‘' => '\'',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect()
}

/// Whether a text begins with one of the phrases, and not in the middle of a word.
pub(in crate::parse) fn begins_with(comparable: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| {
        comparable.strip_prefix(phrase).is_some_and(|rest| {
            !rest
                .starts_with(|c: char| c.is_alphabetic() && !('\u{4e00}'..='\u{9fff}').contains(&c))
                || phrase.ends_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c))
                || phrase.ends_with("item")
        })
    })
}

/// Whether a text has one of the phrases somewhere.
pub(in crate::parse) fn has(comparable: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| comparable.contains(phrase))
}

/// The body that a line enacts as, where the whole line is its formula.
///
/// `comparable` is the line as it is compared.
pub(in crate::parse) fn formula(
    line: &str,
    comparable: &str,
    phrases: &SetPhrases,
) -> Option<Organ> {
    // `… by its decision with that of ⏎ the General Assembly,` is running text.
    if line.len() > LONGEST_FORMULA || line.starts_with(char::is_lowercase) {
        return None;
    }
    let words = comparable.trim_end_matches(|c: char| {
        c.is_ascii_punctuation() || c.is_ascii_digit() || matches!(c, '，' | '،' | '：' | ' ')
    });
    phrases.formulas.iter().find(|(name, _)| *name == words).map(|(_, organ)| *organ)
}

/// The number of an annex whose heading stands alone on a line, `Annex II`, as a citation has it; empty
/// where the heading has none.
///
/// `comparable` is the line as it is compared.
pub(in crate::parse) fn annex(
    line: &str,
    comparable: &str,
    phrases: &SetPhrases,
) -> Option<String> {
    if line.len() > LONGEST_ANNEX || line.starts_with(char::is_lowercase) {
        return None;
    }
    let phrase = phrases.annex.iter().find(|phrase| comparable.starts_with(**phrase))?;
    let number = before_title(comparable[phrase.len()..].trim()).trim_end_matches(['*', ' ']);
    let without_mark = number.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = if without_mark.is_empty() { number } else { without_mark };
    let is_letter = number.chars().count() == 1 && number.chars().all(char::is_alphanumeric);
    let is_chinese = number.chars().all(|c| matches!(c, '一'..='十' | '㈠'..='㈩'));
    if number.is_empty() {
        Some(String::new())
    } else if is_letter || is_chinese || roman::value(number).is_some() {
        Some(number.to_uppercase())
    } else {
        None
    }
}

/// The number of an annex without the title that may stand behind a dash: `A – Items subject to review`.
fn before_title(number: &str) -> &str {
    let title = |(number, title): &(&str, &str)| !number.contains(' ') && !title.is_empty();
    let mut parts = [" – ", " — ", " - "].iter().filter_map(|dash| number.split_once(dash));
    parts.find(title).map_or(number, |(number, _)| number)
}

/// Who decides, where a line begins to tell a decision: `At its 46th plenary meeting, on 7 December
/// 2022, the General Assembly …`, `The General Assembly, at its 44th plenary meeting, …`.
///
/// `comparable` is the line as it is compared.
pub(in crate::parse) fn tells_a_decision(comparable: &str, phrases: &SetPhrases) -> Option<Organ> {
    let mut formulas = phrases.formulas.iter();
    if !has(comparable, phrases.meets) {
        return None;
    }
    if begins_with(comparable, phrases.told) {
        let named = formulas.find(|(name, _)| comparable.contains(without_article(name)));
        return named.map(|(_, organ)| *organ);
    }
    // In Chinese the day may come first, and nothing stands between the words: `2022年12月14日，大会第53次全体会议`.
    let of_a_day = |c: char| c.is_ascii_digit() || "年月日".contains(c);
    let behind_day = comparable.trim_start_matches(of_a_day).strip_prefix('，');
    let (is_dated, behind_day) = (behind_day.is_some(), behind_day.unwrap_or(comparable));
    let first = |name: &str| {
        let Some(rest) = behind_day.strip_prefix(name) else { return false };
        let rest = rest.strip_prefix(", ").or(rest.strip_prefix('在').map(|_| rest));
        is_dated || rest.is_some_and(|rest| begins_with(rest, phrases.told))
    };
    formulas.find(|(name, _)| first(name)).map(|(_, organ)| *organ)
}

/// The name of a body without the article it has as a formula, which running text may change: `du Conseil`.
pub(in crate::parse) fn without_article(name: &str) -> &str {
    let articles = ["the ", "le ", "la ", "el ", "l'", "إن "];
    articles.iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name)
}

/// `76th plenary meeting (resumed)`: a meeting and nothing else. `comparable` is the line as it is
/// compared.
pub(in crate::parse) fn is_meeting(comparable: &str, line: &str, phrases: &SetPhrases) -> bool {
    if line.len() > 240
        || line.chars().count() > 60
        || !line.contains(|c: char| c.is_ascii_digit())
        || line.ends_with([',', ';', ':', '.'])
    {
        return false;
    }
    // `50th (resumed) plenary meeting`, `76th plenary meeting (resumed)`.
    let words = match (comparable.find(" ("), comparable.find(')')) {
        (Some(open), Some(close)) if open < close => {
            [&comparable[..open], &comparable[close + 1..]].concat()
        }
        _ => comparable.to_owned(),
    };
    let words = words.trim_end();
    phrases.meeting.iter().any(|phrase| words.ends_with(phrase) || words.starts_with(phrase))
        || begins_with_a_meeting(words)
}

/// `41 e séance 8 juillet 2022`: a number torn from its ending by extraction, and a meeting.
/// `comparable` is the line as it is compared.
pub(in crate::parse) fn begins_with_a_meeting(comparable: &str) -> bool {
    let behind = comparable.trim_start_matches(|c: char| c.is_ascii_digit());
    let Some(words) = behind.trim_start().strip_prefix("e ") else { return false };
    let meetings = Words::of(Language::French).phrases.meeting;
    behind.len() < comparable.len() && begins_with(words, meetings)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn english() -> &'static SetPhrases {
        &Words::of(Language::English).phrases
    }

    #[test]
    fn headings_of_annexes() {
        let annex = |line: &str| annex(line, &comparable(line), english());
        for (line, number) in [
            ("Annex", ""),
            ("ANNEX", ""),
            ("Annex II", "II"),
            ("Annex iv", "IV"),
            ("Annex A", "A"),
            ("Annex 3", "3"),
            ("Annex1", "1"),
            ("Annex II1", "II"),
            ("Annex*", ""),
            ("Annex II*", "II"),
            ("Appendix", ""),
            ("Annex A – Items subject to review", "A"),
        ] {
            assert_eq!(annex(line).as_deref(), Some(number), "{line}");
        }
        let long = format!("Annex {}", "I".repeat(300));
        for line in
            ["annex", "Annex to it", "Annex of A", "Annex 12a", "Annex A B – Items", long.as_str()]
        {
            assert_eq!(annex(line), None, "{line}");
        }
    }

    #[test]
    fn meetings_alone_on_a_line() {
        let is = |line: &str| is_meeting(&comparable(line), line, english());
        for line in [
            "76th plenary meeting",
            "76th plenary meeting (resumed)",
            "50th (resumed) plenary meeting",
            "57th meeting",
            "41 e séance 8 juillet 2022",
        ] {
            assert!(is(line), "{line}");
        }
        let long = format!("{} 7th meeting", "a b ".repeat(15));
        for line in [
            "plenary meeting",
            "76th plenary meeting,",
            "76th plenary meeting.",
            "the 76th plenary meeting was held",
            "76 e and others",
            long.as_str(),
        ] {
            assert!(!is(line), "{line}");
        }
        assert!(!begins_with_a_meeting("e séance"));
        assert!(!begins_with_a_meeting("41 séance"));
    }
}
