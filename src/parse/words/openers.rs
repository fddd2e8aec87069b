//! The words a paragraph opens with, *Recalling also*, *Requests*, and what they say of its part
//! and of the act (grammar.md §3). The words are data, `assets/openers.tsv`; knows no paragraph but the
//! one text. The table is made when the program is built.

mod verb;

pub use verb::{Verb, verb};

use super::{
    ladder,
    table::{OpenerForm, Words},
};
use crate::document::{Act, Certainty, Language, Opener, Part};

/// One row of a language: `lang part opener n en base act mods`, with tabs between. What is said of its words is
/// read when it is the one that is sought: of a list no more than a few rows ever are.
#[derive(Clone, Copy, Debug)]
struct Row {
    /// Its words, as they are compared.
    words: &'static str,
    /// `n en base act mods`.
    rest: &'static str,
}

impl Row {
    fn field(self, index: usize) -> &'static str {
        self.rest.split('\t').nth(index).unwrap_or_default()
    }

    /// How often it was seen; 0 for rows added by hand.
    fn seen(self) -> u32 {
        self.field(0).parse().unwrap_or(0)
    }

    /// Its verb, in English.
    fn base(self) -> &'static str {
        self.field(2)
    }

    /// What it does.
    fn act(self) -> Option<Act> {
        let group = self.field(3);
        Act::ALL.into_iter().find(|act| act.name().eq_ignore_ascii_case(group))
    }

    /// The opener of so many bytes.
    fn opener(self, length: usize) -> Opener {
        // What is said beside the verb, in English, a plus between each two.
        let modifiers = self.field(4).split('+').map(str::trim);
        Opener {
            length,
            act: self.act(),
            base: Some(self.base()),
            modifiers: modifiers.filter(|word| !word.is_empty()).collect(),
            rank: ladder::rank(self.base()),
        }
    }
}

/// The openers of each language, in the order of [`Language::ALL`]: those of the preamble, then the operative ones. Each
/// in the order of its words as they are compared: so the file has them.
static OPENERS: [[&[Row]; 2]; 6] = include!(concat!(env!("OUT_DIR"), "/openers.rs"));

/// The opener at the start of a paragraph's clean text: the words the UN prints in italics. `None`
/// where the text does not open as a paragraph of `part` does.
///
/// The longest opener known wins; where none is, the form of the first words decides.
pub(in crate::parse) fn opener(text: &str, language: Language, part: Part) -> Option<Opener> {
    let is_preamble = match part {
        Part::Preamble => true,
        Part::Operative => false,
        Part::Formula | Part::Closing | Part::Annex => return None,
    };
    match longest(&Start::new(text), language, is_preamble) {
        Some((length, row)) => Some(row.opener(length)),
        None => by_form(text, language, is_preamble).map(Opener::unknown),
    }
}

/// Whether a paragraph opens as a preambular or as an operative one, [`Part::Preamble`] or
/// [`Part::Operative`], and how sure that is. Nothing for words that open neither, and for those
/// that open both about as often (in Chinese most do).
pub(in crate::parse) fn part_by_opener(
    text: &str,
    language: Language,
) -> Option<(Part, Certainty)> {
    let seen = |(length, row): (usize, Row)| (length, row.seen());
    let start = Start::new(text);
    let preamble = longest(&start, language, true).map(seen);
    let operative = longest(&start, language, false).map(seen);
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
                let form = Words::of(language).opener_form.as_ref();
                let is_told = form.is_some_and(|form| !form.before_verb.is_empty());
                (Part::Preamble, if is_told { Certainty::Likely } else { Certainty::Weak })
            } else if by_form(text, language, false).is_some() {
                (Part::Operative, Certainty::Weak)
            } else {
                return None;
            }
        }
    };
    Some((part, certainty))
}

/// The longest known opener of one part at the start of the text: its bytes, and its row.
fn longest(start: &Start<'_>, language: Language, is_preamble: bool) -> Option<(usize, Row)> {
    let [preamble, operative] = openers(language)?;
    let rows = if is_preamble { preamble } else { operative };
    // Of all the rows up to the text in order, the last is a prefix of it, or shows how much of
    // the text any longer one could share.
    let mut shared = start.bytes();
    loop {
        let row = *rows
            .get(rows.partition_point(|row| row.words.as_bytes() <= shared).checked_sub(1)?)?;
        let words = row.words.as_bytes();
        let common = words.iter().zip(shared).take_while(|(a, b)| a == b).count();
        if common == words.len() {
            if let Some(end) = start.word_end(common, language) {
                return Some((end, row));
            }
            shared = shared.get(..common.checked_sub(1)?)?;
        } else {
            shared = shared.get(..common)?;
        }
    }
}

/// The openers of a language.
fn openers(language: Language) -> Option<&'static [&'static [Row]; 2]> {
    OPENERS.get(Language::ALL.iter().position(|&l| l == language)?)
}

/// No opener has more bytes as it is compared.
const LONGEST: usize = 96;

/// The start of a text, no shorter than any opener, as it is compared: a first letter may be a capital or not,
/// white space is one kind, so are quotation marks and hyphens; invisible characters and Arabic vowel signs are
/// dropped (grammar.md, head).
struct Start<'a> {
    text: &'a str,
    compared: [u8; LONGEST],
    /// Per byte, the byte of the text at which its character ends.
    ends: [u32; LONGEST],
    count: usize,
}

impl<'a> Start<'a> {
    fn new(text: &'a str) -> Self {
        let mut start = Self { text, compared: [0; LONGEST], ends: [0; LONGEST], count: 0 };
        let mut at = 0;
        while let Some(&byte) = text.as_bytes().get(at) {
            let c = if byte.is_ascii() {
                char::from(byte)
            } else {
                text[at..].chars().next().unwrap_or_default()
            };
            at += c.len_utf8();
            if !is_dropped(c)
                && start.push(start.as_compared(c), u32::try_from(at).unwrap_or(u32::MAX))
            {
                break;
            }
        }
        start
    }

    fn as_compared(&self, c: char) -> char {
        match c {
            'A'..='Z' if self.count == 0 => c.to_ascii_lowercase(),
            '!'..='~' => c,
            '\u{2018}' | '\u{2019}' | '\u{02bc}' => '\'',
            '\u{201c}' | '\u{201d}' => '"',
            '\u{2010}' | '\u{2011}' | '\u{2013}' => '-',
            c if c.is_whitespace() => ' ',
            c if self.count == 0 => c.to_lowercase().next().unwrap_or(c),
            c => c,
        }
    }

    /// Adds a character that ends at this byte of the text. Whether there was no room for it.
    fn push(&mut self, c: char, end: u32) -> bool {
        if c.is_ascii() && self.count < LONGEST {
            (self.compared[self.count], self.ends[self.count]) = (c as u8, end);
            self.count += 1;
            return false;
        }
        let mut bytes = [0; 4];
        for &byte in c.encode_utf8(&mut bytes).as_bytes() {
            let at = self.count;
            let (Some(compared), Some(ends)) = (self.compared.get_mut(at), self.ends.get_mut(at))
            else {
                return true;
            };
            (*compared, *ends) = (byte, end);
            self.count += 1;
        }
        false
    }

    fn bytes(&self) -> &[u8] {
        self.compared.get(..self.count).unwrap_or_default()
    }

    /// How many bytes of the text the first bytes that are compared stand for, vowel signs included, if a word
    /// ends there.
    fn word_end(&self, count: usize, language: Language) -> Option<usize> {
        let end = usize::try_from(*self.ends.get(count.checked_sub(1)?)?).ok()?;
        let rest = self.text.get(end..)?.trim_start_matches(is_dropped);
        let is_whole = language == Language::Chinese || !rest.starts_with(char::is_alphanumeric);
        is_whole.then(|| self.text.len() - rest.len())
    }
}

fn is_dropped(c: char) -> bool {
    !c.is_ascii()
        && matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{0640}' | '\u{064b}'..='\u{0652}')
}

/// An opener that is in no list, told by its form: *Cherishing*, *Deeply cherishing*.
fn by_form(text: &str, language: Language, is_preamble: bool) -> Option<usize> {
    let form: &OpenerForm = Words::of(language).opener_form.as_ref()?;
    let mut words = text.split(|c: char| c.is_whitespace()).take(2);
    let first = words.next()?;
    if form.is_capital != first.starts_with(char::is_uppercase) || form.never.contains(&first) {
        return None;
    }
    if is_preamble && form.before_verb.contains(&first) {
        return words.next().map(|verb| first.len() + 1 + verb.len());
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

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Arabic, Chinese, English, French, Russian, Spanish};

    #[track_caller]
    fn opens(text: &str, language: Language, part: Part, expected: Option<&str>) {
        assert_eq!(opener(text, language, part).map(|o| &text[..o.length]), expected, "{text:?}");
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
    fn an_opener_has_an_act_a_verb_and_a_rank_in_every_language() {
        #[track_caller]
        fn reads(
            text: &str,
            language: Language,
            act: Act,
            base: &str,
            modifiers: &[&str],
            rank: u8,
        ) {
            let opener = opener(text, language, Part::Operative).expect("it opens");
            assert_eq!((opener.act, opener.base), (Some(act), Some(base)), "{text}");
            assert_eq!((&opener.modifiers[..], opener.rank), (modifiers, Some(rank)), "{text}");
        }
        reads("Also requests the Council", English, Act::Request, "request", &["also"], 7);
        reads("Prie le Secrétaire général", French, Act::Request, "request", &[], 7);
        reads("Exhorta a los Estados", Spanish, Act::Call, "call upon", &[], 5);
        reads("постановляет провести", Russian, Act::Decide, "decide", &[], 9);
        reads("鼓励会员国", Chinese, Act::Encourage, "encourage", &[], 3);
        let recalls = opener("Recalling also it", English, Part::Preamble).expect("it opens");
        assert_eq!((recalls.base, recalls.rank), (Some("recall"), None));
        let unknown = opener("Forbids any use", English, Part::Operative).expect("it opens");
        assert_eq!(unknown, Opener::unknown(7));
    }

    #[test]
    fn every_row_of_the_list_has_an_act_and_a_verb() {
        for language in Language::ALL {
            let openers = openers(language).expect("a list");
            for row in openers.iter().copied().flatten() {
                assert!(row.act().is_some() && !row.base().is_empty(), "{row:?}");
            }
        }
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

    #[test]
    fn the_list_is_in_the_order_in_which_it_is_searched() {
        for language in Language::ALL {
            let openers = openers(language).expect("a list");
            for rows in openers {
                assert!(rows.len() > 100);
                for pair in rows.windows(2) {
                    assert!(pair[0].words < pair[1].words, "{:?} stands behind it", pair[0]);
                }
                for row in *rows {
                    let start = Start::new(row.words);
                    assert_eq!(start.bytes(), row.words.as_bytes(), "as it is compared");
                    assert!(row.words.len() < LONGEST);
                }
            }
        }
    }
}
