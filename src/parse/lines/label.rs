//! The number in front of a paragraph, `14.`, `(a)`, `1 -`, `㈠`. Knows the first characters of one
//! line, and nothing of what came before.

use crate::text::roman;

/// A label at the start of a line, as bytes of it: the line is handed in again where its letters are
/// asked for, so that there is one of these for every line without a copy of any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::parse) struct Label {
    /// The white space after it not included.
    length: u8,
    number_start: u8,
    number_end: u8,
    /// Whether it numbers an item, `(a)`, and not a paragraph, `14.`
    pub(in crate::parse) is_item: bool,
}

impl Label {
    /// `None` where it would be longer than any label is.
    fn new(length: usize, number: std::ops::Range<usize>, is_item: bool) -> Option<Self> {
        Some(Self {
            length: u8::try_from(length).ok()?,
            number_start: u8::try_from(number.start).ok()?,
            number_end: u8::try_from(number.end).ok()?,
            is_item,
        })
    }

    /// Its bytes, the white space after it not included.
    pub(in crate::parse) fn length(self) -> usize {
        usize::from(self.length)
    }

    /// As it is printed on its line: `14.`, `(a)`.
    pub(in crate::parse) fn printed(self, line: &str) -> &str {
        line.get(..self.length()).unwrap_or_default()
    }

    /// As a citation has it: `14`, `a`.
    pub(in crate::parse) fn number(self, line: &str) -> &str {
        line.get(usize::from(self.number_start)..usize::from(self.number_end)).unwrap_or_default()
    }

    /// The number, and its stop where that is all that ends it: `a.` beside `(a)`.
    pub(in crate::parse) fn counted(self, line: &str) -> &str {
        let end = usize::from(self.number_end) + 1;
        let stopped = line.get(..end).filter(|s| self.number_start == 0 && s.ends_with('.'));
        stopped.unwrap_or_else(|| self.number(line))
    }

    /// Whether it says itself that it is that of a preambular paragraph: `PP2`.
    pub(in crate::parse) fn is_preambular(self, line: &str) -> bool {
        self.printed(line).trim_start_matches('[').starts_with("PP")
    }

    /// The number, where it is one in digits, or in letters read for digits: `ll`.
    pub(in crate::parse) fn value(self, line: &str) -> Option<u16> {
        let number = self.number(line);
        number.parse().ok().or_else(|| if self.is_item { None } else { in_digits(number) })
    }
}

/// The label of a paragraph: digits and a full stop (`14.`), in Arabic digits and a dash (`1 -`).
///
/// In drafts `14 bis.` stands behind it, a bracket may open before it, `[14. Requests …]`, and what it numbers may be
/// said: `PP2`, `OP14`.
pub(in crate::parse) fn paragraph(text: &str) -> Option<Label> {
    let label = |text: &str| in_negotiation(text).or_else(|| paragraph_at_start(text));
    if text.starts_with('[') {
        return in_brackets(text, label);
    }
    label(text)
}

/// `PP2`, `OP14 bis.`, as paragraphs are called while they are negotiated. Words follow, or nothing.
fn in_negotiation(text: &str) -> Option<Label> {
    let rest = text.strip_prefix("PP").or_else(|| text.strip_prefix("OP"))?;
    let start = text.len() - rest.trim_start_matches(' ').len();
    let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=3).contains(&digits) {
        return None;
    }
    let mut end = start + digits;
    end += between_numbers(&text[end..]).unwrap_or(0);
    let rest = &text[end..];
    let words = rest.trim_start_matches(['.', ':']);
    let is_set_apart = words.is_empty() || words.starts_with(char::is_whitespace);
    let first = words.trim_start().chars().next();
    let begins = first.is_none_or(|c| c.is_uppercase() || matches!(c, '[' | '“' | '"'));
    (is_set_apart && begins)
        .then(|| Label::new(text.len() - words.len(), start..end, false))
        .flatten()
}

/// The label that brackets open before, two at most.
fn in_brackets(text: &str, label: impl Fn(&str) -> Option<Label>) -> Option<Label> {
    let words = text.trim_start_matches('[');
    let opened = u8::try_from(text.len() - words.len()).ok().filter(|&opened| opened <= 2)?;
    let label = label(words)?;
    Some(Label {
        length: label.length + opened,
        number_start: label.number_start + opened,
        number_end: label.number_end + opened,
        ..label
    })
}

/// What counts on between two numbers, and another reading of a paragraph.
const BETWEEN_NUMBERS: &[&str] = &["bis", "ter", "quater", "quinquies", "alt"];

/// The bytes of `bis` or its like, and of the space before it, at the start of a text.
fn between_numbers(text: &str) -> Option<usize> {
    let mut rest = text;
    while let Some(behind) = behind_between(rest) {
        rest = behind;
    }
    (rest.len() < text.len()).then(|| text.len() - rest.len())
}

/// What stands behind `bis`, or behind `alt 2`, another of the other readings.
fn behind_between(text: &str) -> Option<&str> {
    let word = text.trim_start_matches([' ', '\u{a0}']);
    let length = word.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (own, rest) = word.split_at(length);
    let is_written = |own: &str| BETWEEN_NUMBERS.contains(&own);
    let is_loud = own.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_one = is_written(own) || is_loud && is_written(&own.to_ascii_lowercase());
    if !is_one {
        return None;
    }
    let which = rest.trim_start_matches(' ').strip_prefix(|c: char| c.is_ascii_digit());
    let is_which = |behind: &&str| {
        let words = behind.trim_start();
        behind.starts_with('.')
            || words.len() < behind.len() && words.starts_with(char::is_uppercase)
    };
    if let Some(behind) = which.filter(|_| own.eq_ignore_ascii_case("alt")).filter(is_which) {
        return Some(behind);
    }
    (!rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

/// `14 bis.`, `14. bis`, `14bis.`: the label whose digits are behind.
fn between_paragraphs(text: &str, digits: usize) -> Option<Label> {
    let rest = text.get(digits..)?;
    if let Some(length) = between_numbers(rest) {
        let number = digits + length;
        let stop = text.get(number..)?.strip_prefix('.')?;
        return (!stop.starts_with(|c: char| c.is_alphanumeric()))
            .then(|| Label::new(number + 1, 0..number, false))
            .flatten();
    }
    let stopped = rest.strip_prefix('.')?;
    let number = digits + 1 + between_numbers(stopped)?;
    let rest = text.get(number..)?;
    let length = if rest.starts_with('.') { number + 1 } else { number };
    Label::new(length, 0..number, false)
}

/// A number of up to three digits and what ends it. No resolution has a thousand paragraphs, while years and sums
/// begin lines often; a figure behind the stop makes it a decimal.
fn paragraph_at_start(text: &str) -> Option<Label> {
    let rest = text.trim_start_matches(is_digit);
    let digits = text.len() - rest.len();
    if digits == 0 || text[..digits].chars().count() > 3 || text.starts_with('0') {
        return None;
    }
    if let Some(label) = between_paragraphs(text, digits) {
        return Some(label);
    }
    let after = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let length = if rest.starts_with(['.', '．', '、']) {
        let stop = rest.chars().next().map_or(1, char::len_utf8);
        // `2.5 per cent` is no label; `2.Underlines` has lost its tab. `19、A/C.6/56/SR.22` goes on
        // with a list.
        let is_in_a_list =
            rest.starts_with('、') && rest[stop..].starts_with(|c: char| c.is_ascii());
        if rest[stop..].starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == ',')
            || is_in_a_list && !rest[stop..].starts_with(char::is_whitespace)
        {
            return None;
        }
        digits + stop
    } else if after.len() < rest.len()
        && after.strip_prefix(". ").is_some_and(|words| words.starts_with(char::is_uppercase))
    {
        // `15 . Encourage`, as French files are spaced.
        digits + (rest.len() - after.len()) + 1
    } else if let Some(dash) = after.chars().next().filter(|c| matches!(c, '-' | '–' | '−'))
        && after[dash.len_utf8()..].starts_with(|c: char| c.is_whitespace() || is_arabic(c))
        && after[dash.len_utf8()..].contains(is_arabic)
    {
        digits + (rest.len() - after.len()) + dash.len_utf8()
    } else {
        return None;
    };
    Label::new(length, 0..digits, false)
}

/// The number that was read as letters, `ll`, `lO`, or is written in Arabic digits.
fn in_digits(letters: &str) -> Option<u16> {
    let digit = |c: char| match c {
        'l' | 'I' => Some(1),
        'O' => Some(0),
        '٠'..='٩' => Some(u32::from(c) - u32::from('٠')),
        c => c.to_digit(10),
    };
    let mut digits = letters.chars().map(digit);
    let value = digits.try_fold(0, |value, digit| Some(value * 10 + digit?))?;
    u16::try_from(value).ok()
}

/// A label whose stop was read as a comma, `10, Reaffirms`, or whose digits as letters, `ll. Decides`:
/// only where this number is due.
pub(in crate::parse) fn misread(text: &str, due: u16) -> Option<Label> {
    if let Some((letters, words)) = text.split_once(". ")
        && (2..=3).contains(&letters.len())
        && in_digits(letters) == Some(due)
        && words.starts_with(char::is_uppercase)
    {
        return Label::new(letters.len() + 1, 0..letters.len(), false);
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text[digits..].strip_prefix(", ")?;
    let is_due = text[..digits].parse() == Ok(due) && !text.starts_with('0');
    let is_label = is_due && rest.starts_with(char::is_uppercase);
    is_label.then(|| Label::new(digits + 1, 0..digits, false)).flatten()
}

/// A digit as we write them, or as Arabic texts do: `١`.
fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '٠'..='٩')
}

fn is_arabic(c: char) -> bool {
    ('\u{600}'..='\u{6ff}').contains(&c)
}

/// The label of an item: `(a)`, `(iv)`, `a)`, `(أ)`, `㈠`.
pub(in crate::parse) fn item(text: &str) -> Option<Label> {
    if text.starts_with('[') {
        return in_brackets(text, item_at_start);
    }
    item_at_start(text)
}

/// `a. To act`, `iv. To act`, `1) To act`: the label of an item where such a one is due, and else perhaps none.
pub(in crate::parse) fn due_item(text: &str) -> Option<Label> {
    let inside = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (number, rest) = text.split_at(inside);
    let is_digits = (1..=2).contains(&inside) && number.bytes().all(|b| b.is_ascii_digit());
    let is_letters = number.bytes().all(|b| b.is_ascii_lowercase())
        && (inside == 1 || roman::value(number).is_some());
    let words = match is_digits {
        true => rest.strip_prefix(')')?,
        false => rest.strip_prefix('.').filter(|_| is_letters)?,
    };
    let goes_on = words.trim_start().starts_with(char::is_alphabetic);
    let is_apart = words.starts_with(char::is_whitespace);
    (goes_on && is_apart).then(|| Label::new(inside + 1, 0..inside, true)).flatten()
}

/// A letter, a numeral or two digits in brackets; the opening one may be missing, `a)`. Longer words in brackets are
/// words: of letters only two are taken, `(aa)`, unless they are a numeral.
fn item_at_start(text: &str) -> Option<Label> {
    let first = text.chars().next()?;
    if ('㈠'..='㈩').contains(&first) {
        let length = first.len_utf8();
        return Label::new(length, 0..length, true);
    }
    if let Some(label) = in_quotation_marks(text) {
        return Some(label);
    }
    let opens = matches!(first, '(' | '（');
    let start = if opens { first.len_utf8() } else { 0 };
    let inside: usize =
        text[start..].chars().take(6).take_while(|c| c.is_alphanumeric()).map(char::len_utf8).sum();
    let close = text[start + inside..].chars().next().filter(|c| matches!(c, ')' | '）'))?;
    let number = &text[start..start + inside];
    let letters = number.chars().count();
    let is_number = letters > 0
        && letters <= 5
        && (number.chars().all(|c| c.is_ascii_digit()) && letters <= 2
            || number.chars().all(char::is_alphabetic)
                && (letters <= 2 || roman::value(&number.to_lowercase()).is_some()));
    let length = start + inside + close.len_utf8();
    let length = match between_numbers(&text[length..]) {
        // `(a) alt. To act`
        Some(between) => length + between + usize::from(text[length + between..].starts_with('.')),
        None => length,
    };
    // Extraction from PDF may set its words on the next line.
    let goes_on = text[length..].starts_with(|c: char| c.is_whitespace() || c.is_alphabetic())
        || length == text.len() && number.starts_with(char::is_lowercase)
        || opens && length == text.len() && number.starts_with(char::is_alphabetic);
    // `1)` without a bracket before it is rare, and `2017)` the end of a date.
    let digits_need_bracket = opens || !number.starts_with(|c: char| c.is_ascii_digit());
    (is_number && goes_on && digits_need_bracket)
        .then(|| Label::new(length, start..start + inside, true))
        .flatten()
}

/// `’1‘`, as Arabic texts number the items of items.
fn in_quotation_marks(text: &str) -> Option<Label> {
    let inside = text.strip_prefix(['’', '‘'])?;
    let start = text.len() - inside.len();
    let digits = inside.len() - inside.trim_start_matches(is_digit).len();
    let is_number = digits > 0 && inside[..digits].chars().count() <= 2;
    let behind = inside[digits..].strip_prefix(['’', '‘'])?;
    let is_apart = behind.starts_with(char::is_whitespace);
    let end = start + digits;
    (is_number && is_apart)
        .then(|| Label::new(text.len() - behind.len(), start..end, true))
        .flatten()
}

/// `bis` of `(a) bis`, `14 bis.`: what its printed label has behind the number.
pub(in crate::parse) fn between(printed: &str) -> Option<&'static str> {
    let word = printed.trim_end_matches('.');
    BETWEEN_NUMBERS.iter().copied().find(|own| {
        word.strip_suffix(own).is_some_and(|rest| {
            rest.ends_with([' ', '\u{a0}', '.']) || rest.ends_with(|c: char| c.is_ascii_digit())
        })
    })
}

#[cfg(test)]
mod limits;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_that_are_told_by_being_due() {
        let label = |text| due_item(text).map(|l| (l.number(text), l.length()));
        assert_eq!(label("a. To act"), Some(("a", 2)));
        assert_eq!(label("iv. To act"), Some(("iv", 3)));
        assert_eq!(label("1) To act"), Some(("1", 2)));
        assert_eq!(label("12)\tÀ agir"), Some(("12", 3)));
        for none in [
            "a.To act",
            "A. To act",
            "ab. To act",
            "1. To act",
            "a) To act",
            "123) To",
            "a. 5",
            ". To",
            "",
        ] {
            assert_eq!(label(none), None, "{none}");
        }
    }

    #[test]
    fn labels_and_what_only_looks_like_one() {
        let label = |text| paragraph(text).map(|l| (l.number(text).to_owned(), l.length()));
        assert_eq!(label("2 -تدعو جميع"), Some(("2".into(), 3)));
        assert_eq!(label("١ - تؤكد"), Some(("١".into(), 4)));
        assert_eq!(paragraph("١٢ - تؤكد").and_then(|l| l.value("١٢ - تؤكد")), Some(12));
        assert_eq!(misread("ll. Decides", 11).and_then(|l| l.value("ll. Decides")), Some(11));
        assert_eq!(misread("ll. Decides", 12), None);
        assert_eq!(label("14.\tDecides"), Some(("14".into(), 3)));
        assert_eq!(label("2.Underlines"), Some(("2".into(), 2)));
        assert_eq!(label("1 - تشدد"), Some(("1".into(), 3)));
        assert_eq!(label("15 . Encourage"), Some(("15".into(), 4)));
        assert_eq!(label("15 . et"), None);
        assert_eq!(label("14 bis. Decides"), Some(("14 bis".into(), 7)));
        assert_eq!(label("14. bis Decides"), Some(("14. bis".into(), 7)));
        assert_eq!(label("[14. Decides]"), Some(("14".into(), 4)));
        assert_eq!(label("[14] Resolution 63/1"), None);
        assert_eq!(label("14 biscuits."), None);
        assert_eq!(label("14 bis alt. Decides"), Some(("14 bis alt".into(), 11)));
        assert_eq!(label("PP2 bis. Recalling"), Some(("2 bis".into(), 8)));
        assert_eq!(label("[OP14 ALT 2 Decides]"), Some(("14 ALT 2".into(), 11)));
        assert_eq!(label("OP 3: Decides"), Some(("3".into(), 5)));
        assert_eq!(label("PP2 and the following"), None);
        assert_eq!(label("OP14a Decides"), None);
        assert_eq!(label("2.5 per cent"), None);
        assert_eq!(label("2017. The"), None);
        let label = |text| item(text).map(|l| (l.number(text).to_owned(), l.length()));
        assert_eq!(label("(a) To"), Some(("a".into(), 3)));
        assert_eq!(label("(a) bis To"), Some(("a".into(), 7)));
        assert_eq!(label("(a) alt. To"), Some(("a".into(), 8)));
        assert_eq!(label("[(a) To]"), Some(("a".into(), 4)));
        assert_eq!(label("xiv) Les"), Some(("xiv".into(), 4)));
        assert_eq!(label("(أ) أن"), Some(("أ".into(), 4)));
        assert_eq!(label("(a)"), Some(("a".into(), 3)));
        assert_eq!(label("’1‘ الكبيرة"), Some(("1".into(), 7)));
        assert_eq!(label("‘12’\tWords"), Some(("12".into(), 8)));
        assert_eq!(label("‘123’ Words"), None);
        assert_eq!(label("‘1’Words"), None);
        assert_eq!(label("‘1 Words"), None);
        assert_eq!(label("a)"), Some(("a".into(), 2)));
        assert_eq!(label("A)"), None);
        assert_eq!(label("(the Paris Principles)"), None);
        assert_eq!(label("2017) the"), None);
    }
}
