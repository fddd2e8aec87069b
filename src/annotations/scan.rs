//! Cuts RON text into the fields of a struct and the items of a list without understanding them, so
//! that what this version does not know can be kept as it stands.

use std::ops::Range;

/// What cannot be read, and at which byte.
pub(super) type Misread = (usize, String);

/// A field of a struct: its name, and the bytes of its value.
pub(super) type Field<'a> = (&'a str, Range<usize>);

/// The byte of the first bracket `open` after white space and comments.
pub(super) fn opening(text: &str, open: u8) -> Result<usize, Misread> {
    let at = blank(text, 0);
    if text.as_bytes().get(at) == Some(&open) {
        return Ok(at);
    }
    Err((at, format!("expected `{}`", char::from(open))))
}

/// The parts between commas within the bracket at `open`, each with its leading comments, and the
/// byte of the bracket that closes it.
pub(super) fn parts(text: &str, open: usize) -> Result<(Vec<Range<usize>>, usize), Misread> {
    let bytes = text.as_bytes();
    let (mut found, mut start, mut depth, mut at) = (Vec::new(), open + 1, 0_usize, open);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let ends = depth == 0;
        if ends || (depth == 1 && byte == b',') {
            let part = start..at;
            if !(ends && blank(&text[part.clone()], 0) == part.len()) {
                found.push(part);
            }
            start = at + 1;
        }
        if ends {
            return Ok((found, at));
        }
        at = lexeme(text, at);
    }
    Err((open, "this bracket is never closed".into()))
}

/// The fields of the struct whose bracket opens at `open`.
pub(super) fn fields(text: &str, open: usize) -> Result<Vec<Field<'_>>, Misread> {
    let (parts, _) = parts(text, open)?;
    parts
        .into_iter()
        .map(|part| {
            let start = part.start + blank(&text[part.clone()], 0);
            let colon = text[start..part.end].find(':').map(|colon| start + colon);
            let Some(colon) = colon else { return Err((start, "expected `name: value`".into())) };
            let name = text[start..colon].trim();
            if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') {
                return Err((start, "expected the name of a field".into()));
            }
            let value = colon + 1..part.end;
            let lead = text[value.clone()].len() - text[value.clone()].trim_start().len();
            let length = text[value.clone()].trim().len();
            Ok((name, value.start + lead..value.start + lead + length))
        })
        .collect()
}

/// The first byte at or after `at` that is no white space and no comment.
pub(super) fn blank(text: &str, mut at: usize) -> usize {
    loop {
        let rest = &text[at..];
        at += rest.len() - rest.trim_start().len();
        if text[at..].starts_with("//") || text[at..].starts_with("/*") {
            at = lexeme(text, at);
        } else {
            return at;
        }
    }
}

/// The byte after the string, character, comment or single character at `at`.
fn lexeme(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let length = if rest.starts_with("//") {
        rest.find('\n').unwrap_or(rest.len())
    } else if rest.starts_with("/*") {
        rest.find("*/").map_or(rest.len(), |end| end + 2)
    } else if rest.starts_with('"') {
        quoted(rest, b'"')
    } else if rest.starts_with('\'') {
        quoted(rest, b'\'')
    } else if let Some(fence) = raw_fence(rest) {
        let close = format!("\"{}", "#".repeat(fence));
        rest[fence + 2..].find(&close).map_or(rest.len(), |end| fence + 2 + end + close.len())
    } else {
        rest.chars().next().map_or(1, char::len_utf8)
    };
    at + length
}

/// How many `#` a raw string begins with: `r#"`.
fn raw_fence(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('r')?;
    let fence = after.bytes().take_while(|&b| b == b'#').count();
    (after.as_bytes().get(fence) == Some(&b'"')).then_some(fence)
}

fn quoted(rest: &str, quote: u8) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 1;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 2,
            b if b == quote => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}
