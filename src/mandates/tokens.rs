//! A paragraph cut into words and the signs between them, in the spelling in which they are compared.
//! Knows letters of six languages, and no word.

/// A word or a sign of a text.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// Its first byte.
    pub(super) start: usize,
    /// The byte behind it.
    pub(super) end: usize,
    /// Its spellings: as it stands, in small letters, and in Arabic without the particles that are
    /// written as one with a word, the fewest letters last. A sign is the comma, semicolon … of ASCII.
    pub(super) forms: Vec<String>,
    /// Whether it begins with a capital.
    pub(super) is_capital: bool,
    /// Whether a hyphen ties it to the word before: *easy-to-read*.
    pub(super) is_tied: bool,
}

impl Token {
    /// As it is compared where particles matter.
    pub(super) fn word(&self) -> &str {
        self.forms.first().map_or("", String::as_str)
    }

    /// Whether it is a sign and no word.
    pub(super) fn is_sign(&self) -> bool {
        !self.word().starts_with(char::is_alphanumeric)
    }

    /// Whether it is a word of one of these.
    pub(super) fn is_one_of(&self, words: &[&str]) -> bool {
        words.contains(&self.word())
    }
}

/// The words and signs of a text. Han characters are words by themselves.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut word: Option<(usize, String)> = None;
    let close = |word: &mut Option<(usize, String)>, end: usize, found: &mut Vec<Token>| {
        if let Some((start, letters)) = word.take() {
            let is_capital = text[start..].starts_with(char::is_uppercase);
            let is_tied = text[..start].ends_with(['-', '‑']);
            found.push(Token { start, end, forms: forms(letters), is_capital, is_tied });
        }
    };
    for (at, c) in text.char_indices() {
        let is_alone = is_han(c);
        if c.is_alphanumeric() && !is_alone {
            let (_, letters) = word.get_or_insert_with(|| (at, String::new()));
            push(letters, c);
            continue;
        }
        if is_mark_within_word(c) && word.is_some() {
            continue;
        }
        close(&mut word, at, &mut found);
        if is_alone || sign(c).is_some() {
            let letters = sign(c).unwrap_or(c).to_string();
            let end = at + c.len_utf8();
            let forms = vec![letters];
            found.push(Token { start: at, end, forms, is_capital: false, is_tied: false });
        }
    }
    close(&mut word, text.len(), &mut found);
    found
}

/// The sign that is compared for a sign.
const fn sign(c: char) -> Option<char> {
    Some(match c {
        ',' | '，' | '،' => ',',
        '、' => '、',
        ';' | '；' | '؛' => ';',
        ':' | '：' => ':',
        '.' | '。' => '.',
        '“' | '”' | '"' | '«' | '»' | '„' | '《' | '》' => '"',
        '(' | '（' => '(',
        ')' | '）' => ')',
        '—' => '—',
        _ => return None,
    })
}

/// What is written within a word and left out where words are compared: Arabic vowel signs, the
/// stretching stroke, the soft hyphen.
const fn is_mark_within_word(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}' | '\u{ad}' | '\u{300}'..='\u{36f}')
}

fn push(letters: &mut String, c: char) {
    match c {
        _ if c.is_ascii() => letters.push(c.to_ascii_lowercase()),
        _ if is_mark_within_word(c) => {}
        'أ' | 'إ' | 'آ' => letters.push('ا'),
        'ى' => letters.push('ي'),
        'ة' => letters.push('ه'),
        'ё' | 'Ё' => letters.push('е'),
        _ => letters.extend(c.to_lowercase()),
    }
}

/// The spellings of a word: in Arabic also without *and*, *by*, *for*, *the* before it.
fn forms(letters: String) -> Vec<String> {
    let is_arabic = letters.starts_with(|c| matches!(c, '\u{600}'..='\u{6ff}'));
    let mut all = vec![letters];
    if !is_arabic {
        return all;
    }
    let mut at = 0;
    while let Some(form) = all.get(at).cloned() {
        at += 1;
        let shorter = ["لل", "ال", "و", "ف", "ب", "ل", "ك"];
        for particle in shorter {
            let Some(rest) = form.strip_prefix(particle) else { continue };
            if rest.chars().count() >= 2 && !all.iter().any(|known| known == rest) {
                all.push(rest.to_owned());
            }
        }
    }
    all
}

const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '〇')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        tokens(text).iter().map(|token| token.word().to_owned()).collect()
    }

    #[test]
    fn words_and_signs() {
        assert_eq!(
            words("Requests, at its seventy-third"),
            ["requests", ",", "at", "its", "seventy", "third"]
        );
        assert_eq!(words("d’État ; «Non»"), ["d", "état", ";", "\"", "non", "\""]);
        assert_eq!(words("请秘书长，第75届"), ["请", "秘", "书", "长", ",", "第", "75", "届"]);
        assert_eq!(words("её"), ["ее"]);
    }

    #[test]
    fn arabic_words_are_known_with_and_without_particles() {
        let found = tokens("وللأمين العامّ");
        assert!(found[0].forms.contains(&"امين".to_owned()), "{:?}", found[0].forms);
        assert_eq!(found[1].forms, ["العام", "عام"]);
    }
}
