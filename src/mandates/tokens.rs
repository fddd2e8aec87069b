//! A paragraph cut into words and the signs between them, in the spelling in which they are compared.
//! Knows letters of six languages, and no word.

/// A word or a sign of a text.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// Its first byte.
    pub(super) start: usize,
    /// The byte behind it.
    pub(super) end: usize,
    /// As it stands, in small letters. A sign is the comma, semicolon … of ASCII.
    word: Form,
    /// Its other spellings: in Arabic without the particles that are written as one with a word, the fewest letters
    /// last.
    shorter: Vec<Form>,
    /// Whether it begins with a capital.
    pub(super) is_capital: bool,
    /// Whether a hyphen ties it to the word before: *easy-to-read*.
    pub(super) is_tied: bool,
}

/// One spelling of a word, and the numbers by which phrases are looked up that may begin with it.
#[derive(Clone, Debug)]
pub(super) struct Form {
    pub(super) letters: String,
    /// Of the whole word.
    pub(super) whole: u32,
    /// Of its first letters, as many as [`beginning`] takes.
    pub(super) beginning: u32,
}

impl Form {
    fn new(letters: String) -> Self {
        let (whole, beginning) = (number_of(&letters), number_of(beginning(&letters)));
        Self { letters, whole, beginning }
    }
}

/// The first three letters of a word, or all of a shorter one.
pub(super) fn beginning(word: &str) -> &str {
    word.char_indices().nth(3).map_or(word, |(end, _)| &word[..end])
}

/// A number for some letters: the same for the same ones, mostly another for others.
pub(super) fn number_of(letters: &str) -> u32 {
    let mix = |number: u32, byte: u8| (number ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    let number = letters.bytes().fold(0x811c_9dc5, mix);
    number ^ number >> 15
}

impl Token {
    /// As it is compared where particles matter.
    pub(super) fn word(&self) -> &str {
        &self.word.letters
    }

    /// All its spellings, as it stands first.
    pub(super) fn forms(&self) -> impl Iterator<Item = &Form> {
        std::iter::once(&self.word).chain(&self.shorter)
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
    let mut found: Vec<Token> = Vec::with_capacity(text.len() / 6);
    let mut word: Option<(usize, String)> = None;
    let close = |word: &mut Option<(usize, String)>, end: usize, found: &mut Vec<Token>| {
        if let Some((start, letters)) = word.take() {
            let is_capital = text[start..].starts_with(char::is_uppercase);
            let is_tied = text[..start].ends_with(['-', '‑']);
            let shorter = shorter(&letters);
            found.push(Token {
                start,
                end,
                word: Form::new(letters),
                shorter,
                is_capital,
                is_tied,
            });
        }
    };
    for (at, c) in text.char_indices() {
        let is_alone = is_han(c);
        if c.is_alphanumeric() && !is_alone {
            let (_, letters) = word.get_or_insert_with(|| (at, String::with_capacity(16)));
            push(letters, c);
            continue;
        }
        if is_mark_within_word(c) && word.is_some() {
            continue;
        }
        if let Some((_, letters)) = &mut word
            && is_within_number(c, letters, &text[at + c.len_utf8()..])
        {
            letters.push(c);
            continue;
        }
        close(&mut word, at, &mut found);
        if is_alone || sign(c).is_some() {
            let word = Form::new(sign(c).unwrap_or(c).to_string());
            let (start, end) = (at, at + c.len_utf8());
            let (is_capital, is_tied) = (false, false);
            found.push(Token { start, end, word, shorter: Vec::new(), is_capital, is_tied });
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

/// Whether a sign stands within a number: *12,000*, *1.5*; not between two, *75,76*.
fn is_within_number(c: char, before: &str, behind: &str) -> bool {
    let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
    let is_number = before.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
    let of_three = before.bytes().rev().take_while(u8::is_ascii_digit).count() <= 3;
    match c {
        ',' => is_number && of_three && digits == 3,
        '.' => is_number && digits > 0,
        _ => false,
    }
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

/// The other spellings of a word: in Arabic without *and*, *by*, *for*, *the* before it.
fn shorter(word: &str) -> Vec<Form> {
    if !word.starts_with(|c| matches!(c, '\u{600}'..='\u{6ff}')) {
        return Vec::new();
    }
    let particles = ["لل", "ال", "و", "ف", "ب", "ل", "ك"];
    let mut all: Vec<&str> = vec![word];
    let mut at = 0;
    while let Some(form) = all.get(at).copied() {
        at += 1;
        for particle in particles {
            let Some(rest) = form.strip_prefix(particle) else { continue };
            if rest.chars().nth(1).is_some() && !all.contains(&rest) {
                all.push(rest);
            }
        }
    }
    all.drain(1..).map(|form| Form::new(form.to_owned())).collect()
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
        assert_eq!(words("12,000 and 1,500,000"), ["12,000", "and", "1,500,000"]);
        assert_eq!(words("1.5 million. 2019,"), ["1.5", "million", ".", "2019", ","]);
        assert_eq!(words("2019,100 and 75,76"), ["2019", ",", "100", "and", "75", ",", "76"]);
    }

    #[test]
    fn arabic_words_are_known_with_and_without_particles() {
        let found = tokens("وللأمين العامّ");
        let forms = |at: usize| -> Vec<&str> {
            found[at].forms().map(|form| form.letters.as_str()).collect()
        };
        assert!(forms(0).contains(&"امين"), "{:?}", forms(0));
        assert_eq!(forms(1), ["العام", "عام"]);
    }
}
