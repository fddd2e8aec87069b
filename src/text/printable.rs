//! Text as it may be shown to a person: nothing in it acts on a terminal, hides, or turns the words
//! around it. Documents, names of files, tags, notes and arguments are written by others; all that is
//! printed of them comes through here. Knows characters, not where they go.

use std::{borrow::Cow, fmt::Write as _};

/// What stands for a character that would act on a terminal instead of being printed, or that nobody
/// can see: the control pictures of Unicode for C0 and DEL; for C1, which have none, those of the two
/// characters that mean the same (ECMA-48, 5.3: U+009B is ESC `[`); U+FFFD for what turns the
/// direction of words; nothing for marks of direction, joiners and all else that is invisible. `None`
/// for what is printed as it stands.
#[must_use]
pub fn stand_in(c: char) -> Option<&'static str> {
    const C0: [&str; 32] = [
        "␀", "␁", "␂", "␃", "␄", "␅", "␆", "␇", "␈", "␉", "␊", "␋", "␌", "␍", "␎", "␏", "␐", "␑",
        "␒", "␓", "␔", "␕", "␖", "␗", "␘", "␙", "␚", "␛", "␜", "␝", "␞", "␟",
    ];
    const C1: [&str; 32] = [
        "␛@", "␛A", "␛B", "␛C", "␛D", "␛E", "␛F", "␛G", "␛H", "␛I", "␛J", "␛K", "␛L", "␛M", "␛N",
        "␛O", "␛P", "␛Q", "␛R", "␛S", "␛T", "␛U", "␛V", "␛W", "␛X", "␛Y", "␛Z", "␛[", "␛\\", "␛]",
        "␛^", "␛_",
    ];
    match c {
        // Nearly all that is asked about, so it is told first.
        ' '..='~' => None,
        '\0'..='\x1f' => C0.get(c as usize).copied(),
        '\x7f' => Some("␡"),
        '\u{80}'..='\u{9f}' => C1.get(c as usize - 0x80).copied(),
        '\u{2028}' | '\u{2029}' => Some(" "),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some("\u{fffd}"),
        '\u{ad}' // soft hyphen: shown by some terminals, not by others
        | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e007f}' => Some(""),
        _ => None,
    }
}

/// Marks of direction and joiners, which some scripts are not written rightly without.
const fn is_written_between_letters(c: char) -> bool {
    matches!(c, '\u{200c}'..='\u{200f}' | '\u{61c}')
}

/// Something that is one line, as a name or a message: line ends and tabs in it are shown too.
#[must_use]
pub fn line(text: &str) -> Cow<'_, str> {
    shown(text, |_| false)
}

/// Several lines: their ends and their tabs stay.
#[must_use]
pub fn lines(text: &str) -> Cow<'_, str> {
    shown(text, |c| matches!(c, '\n' | '\t'))
}

fn shown(text: &str, is_kept: impl Fn(char) -> bool) -> Cow<'_, str> {
    let acts = |c: char| !is_kept(c) && stand_in(c).is_some();
    if !is_somewhere(text, acts) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut before = None;
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
        let is_between_letters = || is_letter(before) && is_letter(rest.clone().next());
        match stand_in(c) {
            Some(_) if is_written_between_letters(c) && is_between_letters() => out.push(c),
            Some(shown) if !is_kept(c) => out.push_str(shown),
            _ => out.push(c),
        }
        before = Some(c);
    }
    Cow::Owned(out)
}

/// Whether a character that acts is in a text. Printable ASCII, most of all texts, does not act.
fn is_somewhere(text: &str, acts: impl Fn(char) -> bool) -> bool {
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| !(b' '..=b'~').contains(&byte)) {
        let mut behind = rest.get(at..).unwrap_or_default().chars();
        if behind.next().is_some_and(&acts) {
            return true;
        }
        rest = behind.as_str();
    }
    false
}

/// For formats that can name a character instead of showing it: `name` writes how.
fn named(text: &str, name: impl Fn(&mut String, u32)) -> Cow<'_, str> {
    let acts = |c: char| !matches!(c, '\n' | '\t') && stand_in(c).is_some();
    if !is_somewhere(text, acts) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 64);
    for c in text.chars() {
        if acts(c) { name(&mut out, u32::from(c)) } else { out.push(c) }
    }
    Cow::Owned(out)
}

/// JSON that is written, with what could act in it as `\u009b`. Such characters stand in its strings
/// alone, so this is the same JSON.
#[must_use]
pub fn json(written: &str) -> Cow<'_, str> {
    named(written, |out, code| {
        // Writing to a String cannot fail, here and below.
        let mut units = [0; 2];
        let c = char::from_u32(code).unwrap_or('\u{fffd}');
        for unit in c.encode_utf16(&mut units) {
            let _ = write!(out, "\\u{unit:04x}");
        }
    })
}

/// Words or an attribute of XML that are escaped otherwise, with what could act in it as `&#x9b;`.
#[must_use]
pub fn xml(escaped: &str) -> Cow<'_, str> {
    named(escaped, |out, code| {
        let _ = write!(out, "&#x{code:x};");
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_on_a_terminal_is_shown_and_not_done() {
        assert_eq!(line("a\x1b]0;x\x07\x7f"), "a␛]0;x␇␡");
        assert_eq!(line("\u{9b}31m\u{85}"), "␛[31m␛E");
        assert_eq!(line("\u{202e}txt\u{2066}.exe\u{2069}"), "\u{fffd}txt\u{fffd}.exe\u{fffd}");
        assert_eq!(line("a\nseized: b\tc\r"), "a␊seized: b␉c␍");
        assert_eq!(lines("a\nb\tc\r\n"), "a\nb\tc␍\n");
        assert_eq!(lines("a\u{2028}b"), "a b");
    }

    #[test]
    fn what_is_invisible_stays_only_where_letters_need_it() {
        for mark in ["\u{200c}", "\u{200d}", "\u{200e}", "\u{200f}", "\u{61c}"] {
            assert_eq!(line(&format!("می{mark}خواهم")), format!("می{mark}خواهم"));
            for (given, expected) in
                [("a{} b", "a b"), ("a {}b", "a b"), ("{}", ""), ("1{}a", "1a")]
            {
                assert_eq!(line(&given.replace("{}", mark)), expected, "{mark:?} in {given}");
            }
        }
        for hidden in ["\u{200b}", "\u{2060}", "\u{feff}", "\u{ad}", "\u{e0041}", "\u{2063}"] {
            assert_eq!(line(&format!("a{hidden}b")), "ab", "{hidden:?}");
        }
    }

    #[test]
    fn what_is_harmless_is_not_touched() {
        for text in ["", "déjà vu", "决议\n", "e\u{301}", "\u{1f469}"] {
            assert!(matches!(lines(text), Cow::Borrowed(same) if same == text), "{text:?}");
        }
    }

    #[test]
    fn no_control_character_and_no_override_comes_through() {
        let all: String = ('\0'..=char::MAX).collect();
        let shown = line(&all);
        assert!(!shown.contains(|c: char| c.is_control()));
        assert!(
            !shown.contains(|c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        );
        assert!(!shown.contains(|c| matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}')));
    }

    #[test]
    fn formats_with_escapes_say_the_same_characters() {
        let all: String = ('\0'..=char::MAX).collect();
        let written = serde_json::to_string(&all).expect("a string can be written");
        let escaped = json(&written);
        assert_eq!(serde_json::from_str::<String>(&escaped).ok(), Some(all));
        assert!(!escaped.contains(|c: char| c.is_control() || c == '\u{202e}'));
        assert_eq!(json("\"\u{9b}\u{202e}\u{e0041}\""), "\"\\u009b\\u202e\\udb40\\udc41\"");
        assert_eq!(xml("a\u{85}&amp;\u{2067}\r\n"), "a&#x85;&amp;&#x2067;&#xd;\n");
    }
}
