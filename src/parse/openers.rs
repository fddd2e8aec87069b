//! The words a paragraph opens with, *Recalling also*, *Requests*, and what they say of its part
//! (grammar.md §3). The words are data, `assets/openers.tsv`; knows no paragraph but the one text.

use std::{str::Chars, sync::OnceLock};

use crate::document::{Certainty, Language, Part};

/// One row of a language: `lang part opener n en base act mods`.
struct Row {
    /// Its words, as they are compared.
    words: Box<[char]>,
    /// How often it was seen; 0 for rows added by hand.
    seen: u32,
}

/// The openers of a language, each part sorted by its words.
struct Openers {
    preamble: Vec<Row>,
    operative: Vec<Row>,
}

/// How many bytes at the start of a paragraph's clean text are its opener: the words the UN prints
/// in italics. Nothing where the text does not open as a paragraph of `part` does.
///
/// The longest opener known wins; where none is, the form of the first words decides.
#[must_use]
pub fn opener(text: &str, language: Language, part: Part) -> Option<usize> {
    let is_preamble = match part {
        Part::Preamble => true,
        Part::Operative => false,
        Part::Formula | Part::Closing | Part::Annex => return None,
    };
    let known = longest(text, language, is_preamble).map(|(length, _)| length);
    known.or_else(|| by_form(text, language, is_preamble))
}

/// Whether a paragraph opens as a preambular or as an operative one, [`Part::Preamble`] or
/// [`Part::Operative`], and how sure that is. Nothing for words that open neither, and for those
/// that open both about as often (in Chinese most do).
#[must_use]
pub fn part_by_opener(text: &str, language: Language) -> Option<(Part, Certainty)> {
    let preamble = longest(text, language, true);
    let operative = longest(text, language, false);
    let (part, certainty) = match (preamble, operative) {
        (Some(_), None) => (Part::Preamble, Certainty::Sure),
        (None, Some(_)) => (Part::Operative, Certainty::Sure),
        (Some((p, p_seen)), Some((o, o_seen))) => {
            if p > o || (p == o && p_seen > 20 * o_seen) {
                (Part::Preamble, Certainty::Likely)
            } else if o > p || (p == o && o_seen > 20 * p_seen) {
                (Part::Operative, Certainty::Likely)
            } else {
                return None;
            }
        }
        (None, None) => {
            if by_form(text, language, true).is_some() {
                (Part::Preamble, Certainty::Weak)
            } else if by_form(text, language, false).is_some() {
                (Part::Operative, Certainty::Weak)
            } else {
                return None;
            }
        }
    };
    Some((part, certainty))
}

/// The longest known opener of one part at the start of the text: its bytes, and how often it was
/// seen.
fn longest(text: &str, language: Language, is_preamble: bool) -> Option<(usize, u32)> {
    let openers = openers(language)?;
    let rows = if is_preamble { &openers.preamble } else { &openers.operative };
    let start = Start::new(text);
    // Of all the rows up to the text in order, the last is a prefix of it, or shows how much of
    // the text any longer one could share.
    let mut shared = start.chars();
    loop {
        let index = rows.partition_point(|row| *row.words <= *shared).checked_sub(1)?;
        let row = rows.get(index)?;
        let common = row.words.iter().zip(shared).take_while(|(a, b)| a == b).count();
        if common == row.words.len() {
            if let Some(end) = start.word_end(common, language) {
                return Some((end, row.seen));
            }
            shared = shared.get(..common.checked_sub(1)?)?;
        } else {
            shared = shared.get(..common)?;
        }
    }
}

/// The openers of a language. Read when first asked for.
fn openers(language: Language) -> Option<&'static Openers> {
    static OPENERS: [OnceLock<Openers>; 6] = [const { OnceLock::new() }; 6];
    let at = Language::ALL.iter().position(|&l| l == language)?;
    Some(OPENERS.get(at)?.get_or_init(|| read_openers(language)))
}

fn read_openers(language: Language) -> Openers {
    let mut openers = Openers { preamble: Vec::new(), operative: Vec::new() };
    let rows = include_str!("../../assets/openers.tsv")
        .lines()
        .filter_map(|line| line.strip_prefix(language.code())?.strip_prefix('\t'));
    for row in rows {
        let mut fields = row.split('\t');
        let part = fields.next();
        let words = Start::new(fields.next().unwrap_or_default()).chars().into();
        let seen = fields.next().and_then(|n| n.parse().ok()).unwrap_or(0);
        let list = if part == Some("P") { &mut openers.preamble } else { &mut openers.operative };
        list.push(Row { words, seen });
    }
    openers.preamble.sort_unstable_by(|a, b| a.words.cmp(&b.words));
    openers.operative.sort_unstable_by(|a, b| a.words.cmp(&b.words));
    openers
}

/// No opener has more characters.
const LONGEST: usize = 64;

/// The start of a text, no shorter than any opener, as it is compared.
struct Start<'a> {
    text: &'a str,
    chars: [char; LONGEST],
    /// Per character, the byte at which it ends.
    ends: [usize; LONGEST],
    count: usize,
}

impl<'a> Start<'a> {
    fn new(text: &'a str) -> Self {
        let mut start = Self { text, chars: ['\0'; LONGEST], ends: [0; LONGEST], count: 0 };
        let mut compared = Compared(text.chars());
        while start.count < LONGEST
            && let Some(c) = compared.next()
        {
            // A first letter may be a capital or not.
            let c = if start.count == 0 { c.to_lowercase().next().unwrap_or(c) } else { c };
            if let (Some(char), Some(end)) =
                (start.chars.get_mut(start.count), start.ends.get_mut(start.count))
            {
                *char = c;
                *end = text.len() - compared.0.as_str().len();
            }
            start.count += 1;
        }
        start
    }

    fn chars(&self) -> &[char] {
        self.chars.get(..self.count).unwrap_or_default()
    }

    /// How many bytes the first characters are, vowel signs included, if a word ends there.
    fn word_end(&self, count: usize, language: Language) -> Option<usize> {
        let end = *self.ends.get(count.checked_sub(1)?)?;
        let rest = self.text.get(end..)?.trim_start_matches(is_dropped);
        let is_whole = language == Language::Chinese || !rest.starts_with(char::is_alphanumeric);
        is_whole.then(|| self.text.len() - rest.len())
    }
}

/// The characters of a text as they are compared: white space is one kind, so are quotation marks
/// and hyphens; invisible characters and Arabic vowel signs are dropped (grammar.md, head).
struct Compared<'a>(Chars<'a>);

impl Iterator for Compared<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        loop {
            return Some(match self.0.next()? {
                c if c.is_ascii_alphabetic() => c,
                c if is_dropped(c) => continue,
                '\u{2018}' | '\u{2019}' | '\u{02bc}' => '\'',
                '\u{201c}' | '\u{201d}' => '"',
                '\u{2010}' | '\u{2011}' | '\u{2013}' => '-',
                c if c.is_whitespace() => ' ',
                c => c,
            });
        }
    }
}

fn is_dropped(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{0640}' | '\u{064b}'..='\u{0652}')
}

/// What the words of a language look like that open a paragraph: endings of the first word, or of
/// the word after an adverb.
struct Form {
    preamble: &'static [&'static str],
    operative: &'static [&'static str],
    /// Endings of the adverbs that may come first.
    adverb: &'static [&'static str],
    /// Whether the first letter is a capital.
    is_capital: bool,
    /// Words of such a form that open no paragraph.
    never: &'static [&'static str],
}

/// An opener that is in no list, told by its form: *Cherishing*, *Deeply cherishing*.
fn by_form(text: &str, language: Language, is_preamble: bool) -> Option<usize> {
    let form = form(language)?;
    let mut words = text.split(|c: char| c.is_whitespace()).take(2);
    let first = words.next()?;
    if form.is_capital != first.starts_with(char::is_uppercase) || form.never.contains(&first) {
        return None;
    }
    let endings = if is_preamble { form.preamble } else { form.operative };
    if has_form(first, endings) {
        return Some(first.len());
    }
    let second = words.next().filter(|_| has_form(first, form.adverb))?;
    has_form(second, endings)
        .then(|| first.len() + 1 + second.len())
        .filter(|&n| text.is_char_boundary(n))
}

/// A word of at least five letters, nothing but letters, with one of the endings.
fn has_form(word: &str, endings: &[&str]) -> bool {
    word.chars().count() >= 5
        && word.chars().all(|c| c.is_alphabetic() || c == '-')
        && endings.iter().any(|ending| word.ends_with(ending))
}

fn form(language: Language) -> Option<Form> {
    Some(match language {
        Language::English => Form {
            preamble: &["ing"],
            operative: &["es", "ts", "ns", "ds", "ks", "rs", "ls", "ms", "ps"],
            adverb: &["ly", "Also", "Further"],
            is_capital: true,
            never: &[
                "States",
                "Members",
                "Nations",
                "Governments",
                "Parties",
                "During",
                "Rights",
                "Funding",
                "Training",
                "Women",
                "Measures",
                "Resources",
                "Activities",
                "Countries",
                "Efforts",
                "Issues",
                "Matters",
            ],
        },
        Language::French => Form {
            preamble: &["ant", "ante", "ées", "ée"],
            operative: &["ite", "nde", "age", "ise", "ire", "me"],
            adverb: &["ment"],
            is_capital: true,
            never: &["Pendant", "Durant", "Comme", "Homme", "Femme", "Avant", "Année", "Années"],
        },
        Language::Spanish => Form {
            preamble: &["ando", "endo", "ada", "ida"],
            operative: &[],
            adverb: &["mente"],
            is_capital: true,
            never: &["Cuando"],
        },
        Language::Russian => Form {
            preamble: &["вая", "ая", "яя", "ая,", "ясь", "вшись", "ив", "ав"],
            operative: &["ает", "яет", "ует", "ает,", "ется", "ит"],
            adverb: &["но", "ко"],
            is_capital: false,
            never: &[],
        },
        // In Chinese and Arabic the form of a word tells nothing that the list does not.
        Language::Chinese | Language::Arabic => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Arabic, Chinese, English, French, Russian, Spanish};

    #[track_caller]
    fn opens(text: &str, language: Language, part: Part, expected: Option<&str>) {
        assert_eq!(opener(text, language, part).map(|n| &text[..n]), expected, "{text:?}");
    }

    #[test]
    fn the_longest_opener_wins() {
        opens(
            "Recalling also its resolution 53/144",
            English,
            Part::Preamble,
            Some("Recalling also"),
        );
        opens("Recalling its resolution 53/144", English, Part::Preamble, Some("Recalling"));
        opens(
            "Strongly reaffirms the urgent need",
            English,
            Part::Operative,
            Some("Strongly reaffirms"),
        );
        opens("Decides to remain seized of the matter.", English, Part::Operative, Some("Decides"));
        opens("Prie le Secrétaire général", French, Part::Operative, Some("Prie"));
        opens(
            "Acogiendo con beneplácito",
            Spanish,
            Part::Preamble,
            Some("Acogiendo con beneplácito"),
        );
        opens("ссылаясь также на", Russian, Part::Preamble, Some("ссылаясь также"));
        opens("又回顾大会", Chinese, Part::Preamble, Some("又回顾"));
        opens("وإذ تشير أيضا إلى", Arabic, Part::Preamble, Some("وإذ تشير أيضا"));
    }

    #[test]
    fn spaces_quotes_and_vowel_signs_do_not_matter() {
        opens("Recalling\u{a0}also its", English, Part::Preamble, Some("Recalling\u{a0}also"));
        opens("وإذ تُشيرُ أيضاً إلى", Arabic, Part::Preamble, Some("وإذ تُشيرُ أيضاً"));
    }

    #[test]
    fn unknown_openers_are_told_by_their_form() {
        opens("Cherishing the memory", English, Part::Preamble, Some("Cherishing"));
        opens("Deeply cherishing the memory", English, Part::Preamble, Some("Deeply cherishing"));
        opens("Forbids any use", English, Part::Operative, Some("Forbids"));
    }

    #[test]
    fn what_opens_nothing() {
        opens("The General Assembly,", English, Part::Formula, None);
        opens("The situation in the Middle East", English, Part::Operative, None);
        opens("Recallingly yours", English, Part::Preamble, None);
        opens("States that have not done so", English, Part::Operative, None);
        opens("", English, Part::Operative, None);
        opens("’", Arabic, Part::Operative, None);
    }

    #[test]
    fn openers_tell_the_part() {
        #[track_caller]
        fn tells(text: &str, language: Language, part: Option<Part>) {
            assert_eq!(part_by_opener(text, language).map(|(part, _)| part), part, "{text:?}");
        }
        tells("Recalling its resolution", English, Some(Part::Preamble));
        tells("Requests the Secretary-General", English, Some(Part::Operative));
        tells("подчеркивая важность", Russian, Some(Part::Preamble));
        tells("鼓励会员国", Chinese, Some(Part::Operative));
        tells("重申大会", Chinese, None);
        tells("International cooperation", English, None);
    }
}
