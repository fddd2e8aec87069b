//! The number in front of a paragraph, `14.`, `(a)`, `1 -`, `㈠`, and the level it stands on.
//! Knows one paragraph's first characters, and the labels that came before.

/// A label at the start of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// Its length in bytes, the white space after it not included.
    pub(super) length: usize,
    /// As it stands in the source: `14.`, `(a)`.
    pub(super) printed: String,
    /// As a citation has it: `14`, `a`.
    pub(super) number: String,
    /// Whether it numbers a paragraph or an item below one.
    pub(super) is_item: bool,
}

/// The label of a paragraph: digits and a full stop (`14.`), in Arabic digits and a dash (`1 -`).
pub(super) fn paragraph(text: &str) -> Option<Label> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 3 || text.starts_with('0') {
        return None;
    }
    let rest = &text[digits..];
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
    } else if let Some(dash) = after.chars().next().filter(|c| matches!(c, '-' | '–' | '−'))
        && after[dash.len_utf8()..].starts_with(|c: char| c.is_whitespace())
        && after[dash.len_utf8()..].contains(is_arabic)
    {
        digits + (rest.len() - after.len()) + dash.len_utf8()
    } else {
        return None;
    };
    Some(label(text, length, &text[..digits], false))
}

fn label(text: &str, length: usize, number: &str, is_item: bool) -> Label {
    Label { length, printed: text[..length].to_owned(), number: number.to_owned(), is_item }
}

/// A label whose stop was read as a comma, `10, Reaffirms`: only where this number is due.
pub(super) fn misread(text: &str, due: u16) -> Option<Label> {
    let rest = text.strip_prefix(&due.to_string())?.strip_prefix(", ")?;
    let length = text.len() - rest.len() - 1;
    rest.starts_with(char::is_uppercase).then(|| label(text, length, &due.to_string(), false))
}

fn is_arabic(c: char) -> bool {
    ('\u{600}'..='\u{6ff}').contains(&c)
}

/// The label of an item: `(a)`, `(iv)`, `a)`, `(أ)`, `㈠`.
pub(super) fn item(text: &str) -> Option<Label> {
    let first = text.chars().next()?;
    if ('㈠'..='㈩').contains(&first) {
        let length = first.len_utf8();
        return Some(label(text, length, &text[..length], true));
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
                && (letters <= 2 || roman(&number.to_lowercase()).is_some()));
    let length = start + inside + close.len_utf8();
    let goes_on = text[length..].starts_with(|c: char| c.is_whitespace() || c.is_alphabetic());
    // `1)` without a bracket before it is rare, and `2017)` the end of a date.
    let digits_need_bracket = opens || !number.starts_with(|c: char| c.is_ascii_digit());
    (is_number && goes_on && digits_need_bracket).then(|| label(text, length, number, true))
}

/// The value of a roman numeral in lower case, where it is one.
pub(super) fn roman(text: &str) -> Option<u16> {
    let value = |c| match c {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        'c' => Some(100),
        _ => None,
    };
    let values = text.chars().map(value).collect::<Option<Vec<u16>>>()?;
    if values.is_empty() || values.len() > 8 {
        return None;
    }
    let total: i32 = values
        .iter()
        .enumerate()
        .map(|(i, &v)| {
            let is_taken_off = values.get(i + 1).is_some_and(|&next| next > v);
            if is_taken_off { -i32::from(v) } else { i32::from(v) }
        })
        .sum();
    let total = u16::try_from(total).ok()?;
    (to_roman(total) == text).then_some(total)
}

/// A number as a roman numeral in lower case.
pub(super) fn to_roman(mut n: u16) -> String {
    const DIGITS: [(u16, &str); 9] = [
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut out = String::new();
    for (value, digit) in DIGITS {
        while n >= value && out.len() < 16 {
            out.push_str(digit);
            n -= value;
        }
    }
    out
}

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
pub(super) struct Levels {
    open: Vec<(Style, u16)>,
    is_interrupted: bool,
}

impl Levels {
    /// Closes all levels: a new paragraph begins.
    pub(super) fn clear(&mut self) {
        self.open.clear();
    }

    /// A heading stands between the items: what goes on counting goes on, what begins to count
    /// begins at the outermost level.
    pub(super) const fn interrupt(&mut self) {
        self.is_interrupted = true;
    }

    /// The level of the next item, 1 for the outermost.
    ///
    /// `(i)` is the ninth letter after `(h)` and the first numeral elsewhere: a reading that goes
    /// on counting wins, at the deepest level that does; then one that begins to count.
    pub(super) fn enter(&mut self, number: &str) -> u8 {
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
    if let Some(value) = roman(&lower) {
        readings.push((Style::Roman, value));
    }
    readings
}

/// `a` 1 … `z` 26, `aa` 27; the letters of other scripts by their place in the lists the UN uses.
fn letters(lower: &str) -> Option<u16> {
    const ARABIC: &str = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
    let mut chars = lower.chars();
    let (first, second) = (chars.next()?, chars.next());
    if let Some(at) = ARABIC.chars().position(|c| c == first) {
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
    fn labels_and_what_only_looks_like_one() {
        let label = |text| paragraph(text).map(|l| (l.number, l.length));
        assert_eq!(label("14.\tDecides"), Some(("14".into(), 3)));
        assert_eq!(label("2.Underlines"), Some(("2".into(), 2)));
        assert_eq!(label("1 - تشدد"), Some(("1".into(), 3)));
        assert_eq!(label("2.5 per cent"), None);
        assert_eq!(label("2017. The"), None);
        let label = |text| item(text).map(|l| (l.number, l.length));
        assert_eq!(label("(a) To"), Some(("a".into(), 3)));
        assert_eq!(label("xiv) Les"), Some(("xiv".into(), 4)));
        assert_eq!(label("(أ) أن"), Some(("أ".into(), 4)));
        assert_eq!(label("(the Paris Principles)"), None);
        assert_eq!(label("2017) the"), None);
    }
}
