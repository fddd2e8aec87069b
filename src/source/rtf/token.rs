//! Rich Text Format as a sequence of groups, control words and bytes (RTF 1.9.1, "RTF Syntax"). Knows
//! no control word's meaning but that of `\bin`, behind which anything stands.

/// A part of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\word` or `\word12`
    Word(&'a str, Option<i32>),
    /// `\~` and the like.
    Sign(u8),
    /// `\'e9`
    Byte(u8),
    /// Bytes as they are, no line ends among them.
    Plain(&'a [u8]),
}

/// Reads a file; total, whatever the bytes.
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    /// The bytes from here that are of a kind.
    fn take(&mut self, is_of_kind: impl Fn(u8) -> bool) -> &'a [u8] {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|byte| !is_of_kind(*byte)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }

    fn control(&mut self) -> Option<Token<'a>> {
        let first = self.peek(0)?;
        if first == b'\'' {
            let digit = |c: u8| char::from(c).to_digit(16).and_then(|d| u8::try_from(d).ok());
            let high = self.peek(1).and_then(digit);
            let low = self.peek(2).and_then(digit);
            self.at += 1 + usize::from(high.is_some()) + usize::from(high.and(low).is_some());
            return Some(Token::Byte(high.zip(low).map_or(b'?', |(high, low)| high * 16 + low)));
        }
        if !first.is_ascii_alphabetic() {
            self.at += 1;
            // A line end behind a backslash is the end of a paragraph.
            let is_line_end = matches!(first, b'\r' | b'\n');
            return Some(if is_line_end { Token::Word("par", None) } else { Token::Sign(first) });
        }
        let word = self.take(|byte| byte.is_ascii_alphabetic());
        let is_negative =
            self.peek(0) == Some(b'-') && self.peek(1).is_some_and(|byte| byte.is_ascii_digit());
        self.at += usize::from(is_negative);
        let digits = self.take(|byte| byte.is_ascii_digit());
        let number = std::str::from_utf8(digits).ok().and_then(|digits| digits.parse().ok());
        let number = number.map(|number: i32| if is_negative { -number } else { number });
        self.at += usize::from(self.peek(0) == Some(b' '));
        let word = std::str::from_utf8(word).unwrap_or_default();
        if word == "bin" {
            self.at = self.at.saturating_add(usize::try_from(number.unwrap_or(0)).unwrap_or(0));
        }
        Some(Token::Word(word, number))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        self.take(|byte| matches!(byte, b'\r' | b'\n' | 0));
        let first = self.peek(0)?;
        if !matches!(first, b'{' | b'}' | b'\\') {
            let is_plain = |byte| !matches!(byte, b'{' | b'}' | b'\\' | b'\r' | b'\n' | 0);
            return Some(Token::Plain(self.take(is_plain)));
        }
        self.at += 1;
        match first {
            b'{' => Some(Token::Open),
            b'}' => Some(Token::Close),
            _ => self.control(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &[u8], expected: &[Token<'_>]) {
        assert_eq!(Tokens::new(text).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn words_signs_and_bytes() {
        use Token::{Byte, Close, Open, Plain, Sign, Word};
        check(
            b"{\\b0 x\\~\\'e9\r\ny}",
            &[Open, Word("b", Some(0)), Plain(b"x"), Sign(b'~'), Byte(0xe9), Plain(b"y"), Close],
        );
        check(
            b"\\u-10179?\\bin3 }}}z\\",
            &[Word("u", Some(-10179)), Plain(b"?"), Word("bin", Some(3)), Plain(b"z")],
        );
        check(b"\\'zz\\\n", &[Byte(b'?'), Plain(b"zz"), Word("par", None)]);
    }
}
