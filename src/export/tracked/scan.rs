//! The elements of a part of a Word file by where they stand in its bytes, so that whatever is not changed
//! is kept as it is. Knows tags, not what they mean. What is no well-formed XML ends early.

use std::ops::Range;

/// A tag, or the text between two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `<w:p …>`: its name without the prefix.
    Open(&'a str),
    /// `</w:p>`
    Close(&'a str),
    /// `<w:tab/>`
    Empty(&'a str),
    /// Text, or a comment or an instruction that stands between.
    Text,
}

/// A token, and its bytes.
#[derive(Clone, Debug)]
pub(super) struct Placed<'a> {
    pub(super) token: Token<'a>,
    pub(super) range: Range<usize>,
}

/// All tokens of a text.
pub(super) fn tokens(xml: &str) -> Vec<Placed<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < xml.len() {
        let rest = xml.get(at..).unwrap_or_default();
        let (token, length) = if let Some(inner) = rest.strip_prefix('<') {
            let until = |end: &str| rest.find(end).map_or(rest.len(), |found| found + end.len());
            if inner.starts_with("!--") {
                (Token::Text, until("-->"))
            } else if inner.starts_with("![CDATA[") {
                (Token::Text, until("]]>"))
            } else if inner.starts_with(['?', '!']) {
                (Token::Text, until(">"))
            } else {
                let length = tag_end(rest);
                (tag(rest.get(..length).unwrap_or_default()), length)
            }
        } else {
            (Token::Text, rest.find('<').unwrap_or(rest.len()))
        };
        found.push(Placed { token, range: at..at + length });
        at += length.max(1);
    }
    found
}

/// Where a tag ends; `>` may stand in an attribute.
fn tag_end(rest: &str) -> usize {
    let mut quote = None;
    for (at, c) in rest.char_indices() {
        match (quote, c) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    rest.len()
}

fn tag(text: &str) -> Token<'_> {
    let inner = text.trim_start_matches('<').trim_end_matches('>');
    let name = |inner: &'_ str| -> usize {
        inner.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(inner.len())
    };
    if let Some(inner) = inner.strip_prefix('/') {
        return Token::Close(without_prefix(inner.get(..name(inner)).unwrap_or_default()));
    }
    let named = without_prefix(inner.get(..name(inner)).unwrap_or_default());
    if inner.ends_with('/') { Token::Empty(named) } else { Token::Open(named) }
}

fn without_prefix(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// The token behind the end of the element that begins with token `at`.
pub(super) fn end_of_element(tokens: &[Placed<'_>], at: usize) -> usize {
    let Some(Placed { token: Token::Open(name), .. }) = tokens.get(at) else { return at + 1 };
    let mut depth = 0;
    for (i, placed) in tokens.iter().enumerate().skip(at) {
        match placed.token {
            Token::Open(other) if other == *name => depth += 1,
            Token::Close(other) if other == *name => {
                depth -= 1;
                if depth == 0 {
                    return i + 1;
                }
            }
            _ => {}
        }
    }
    tokens.len()
}

/// Words of XML as they are read.
pub(super) fn unescaped(xml: &str) -> String {
    let mut out = String::with_capacity(xml.len());
    let mut rest = xml;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let Some((name, behind)) = after.split_once(';') else {
            out.push('&');
            rest = after;
            continue;
        };
        let number =
            |digits: &str, base| u32::from_str_radix(digits, base).ok().and_then(char::from_u32);
        let c = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => match (name.strip_prefix("#x"), name.strip_prefix('#')) {
                (Some(digits), _) => number(digits, 16),
                (_, Some(digits)) => number(digits, 10),
                _ => None,
            },
        };
        out.push(c.unwrap_or('\u{fffd}'));
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// Words as they stand in XML; what XML cannot say is left out.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c < ' ' && !matches!(c, '\t' | '\n') => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_where_they_stand() {
        let xml = "<w:p a=\">\"><w:tab/>x &amp; y<!-- <w:p> --></w:p>";
        let found = tokens(xml);
        let kinds: Vec<&Token<'_>> = found.iter().map(|placed| &placed.token).collect();
        assert_eq!(
            kinds,
            [
                &Token::Open("p"),
                &Token::Empty("tab"),
                &Token::Text,
                &Token::Text,
                &Token::Close("p")
            ]
        );
        assert_eq!(&xml[found[2].range.clone()], "x &amp; y");
        assert_eq!(end_of_element(&found, 0), 5);
        assert_eq!(unescaped("a &lt;&#x2019;&#65;"), "a <’A");
        assert_eq!(escaped("a<b>\u{1}&"), "a&lt;b&gt;&amp;");
    }
}
