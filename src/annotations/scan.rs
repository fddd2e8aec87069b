//! Cuts RON text into the fields of a struct and the items of a list without understanding them, so
//! that what this version does not know can be kept as it stands, comments and all.

use std::ops::Range;

use memchr::{memchr, memchr2};

/// What cannot be read, and at which byte.
pub(super) type Misread = (usize, String);

/// A field of a struct: its name, and the bytes of its value without the comments around it.
pub(super) type Field<'a> = (&'a str, Range<usize>);

/// An item of a list, with what is said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// Its bytes, the comments before it included.
    pub(super) range: Range<usize>,
    /// The comments after it in its last line.
    pub(super) remark: String,
}

/// What stands within a bracket.
struct Parts {
    /// What stands between the commas.
    parts: Vec<Part>,
    /// The bytes after the last comma: white space and comments.
    rest: Range<usize>,
}

/// What stands between two commas.
struct Part {
    range: Range<usize>,
    /// Whether there are comments in it, other than within its own brackets.
    has_comments: bool,
}

/// The byte of the first bracket `open` after white space and comments.
pub(super) fn opening(text: &str, open: u8) -> Result<usize, Misread> {
    let at = blank(text, 0);
    if text.as_bytes().get(at) == Some(&open) {
        return Ok(at);
    }
    Err((at, format!("expected `{}`", char::from(open))))
}

/// What stands within the bracket at `open`.
fn parts(text: &str, open: usize) -> Result<Parts, Misread> {
    let bytes = text.as_bytes();
    let (mut parts, mut start, mut at) = (Vec::new(), open + 1, open);
    let mut has_comments = false;
    // The brackets that are open, and what closes them.
    let mut closers: Vec<(usize, u8)> = Vec::new();
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'(' => closers.push((at, b')')),
            b'[' => closers.push((at, b']')),
            b'{' => closers.push((at, b'}')),
            b')' | b']' | b'}' => {
                if closers.pop().is_none_or(|(_, closer)| closer != byte) {
                    return Err((at, format!("`{}` closes nothing", char::from(byte))));
                }
                if closers.is_empty() {
                    let is_empty = blank(&text[start..at], 0) == at - start;
                    let rest = if is_empty { start..at } else { at..at };
                    if !is_empty {
                        parts.push(Part { range: start..at, has_comments });
                    }
                    return Ok(Parts { parts, rest });
                }
            }
            b',' if closers.len() == 1 => {
                parts.push(Part { range: start..at, has_comments });
                (start, has_comments) = (at + 1, false);
            }
            b'"' | b'\'' | b'/' | b'r' => {
                has_comments |= byte == b'/' && closers.len() == 1;
                at = lexeme(text, at);
                continue;
            }
            // Most bytes are none of these, parts of a longer character too.
            _ => {}
        }
        at += 1;
    }
    let last = closers.last().map_or(open, |(at, _)| *at);
    Err((last, "this bracket is never closed".into()))
}

/// The fields of the struct whose bracket opens at `open`. One that is given twice cannot be read:
/// which one is meant nobody knows.
pub(super) fn fields(text: &str, open: usize) -> Result<Vec<Field<'_>>, Misread> {
    let mut fields: Vec<Field<'_>> = Vec::new();
    for part in parts(text, open)?.parts {
        let (name, value) = field(text, part)?;
        if fields.iter().any(|(other, _)| *other == name) {
            return Err((value.start, format!("`{name}` is given twice")));
        }
        fields.push((name, value));
    }
    Ok(fields)
}

/// The name and the value of `name: value`.
fn field(text: &str, part: Part) -> Result<Field<'_>, Misread> {
    let Part { range, has_comments } = part;
    let start = range.start + blank(&text[range.clone()], 0);
    let colon = memchr(b':', &text.as_bytes()[start..range.end]).map(|colon| start + colon);
    let Some(colon) = colon else { return Err((start, "expected `name: value`".into())) };
    let name = text[start..colon].trim();
    if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') {
        return Err((start, "expected the name of a field".into()));
    }
    let value = solid(text, colon + 1..range.end, has_comments);
    if value.is_empty() {
        return Err((colon, "expected a value".into()));
    }
    Ok((name, value))
}

/// The items of the list whose bracket opens at `open`, and the comments after the last of them.
pub(super) fn items(text: &str, open: usize) -> Result<(Vec<Item>, String), Misread> {
    let Parts { parts, rest } = parts(text, open)?;
    let mut items: Vec<Item> = Vec::new();
    for Part { range, has_comments } in parts {
        let start = of_this_line(text, range.clone(), items.last_mut());
        let end = solid(text, start..range.end, has_comments).end;
        let start = start + lead(&text[start..end]);
        let remark = text[end..range.end].trim().to_owned();
        items.push(Item { range: start..end, remark });
    }
    let start = of_this_line(text, rest.clone(), items.last_mut());
    Ok((items, text[start..rest.end].trim().to_owned()))
}

/// A comment that begins in the line of an item's comma is about that item: it is put there, and
/// the byte after it returned.
fn of_this_line(text: &str, part: Range<usize>, item: Option<&mut Item>) -> usize {
    let here = &text[part.clone()];
    let comment = here.trim_start_matches([' ', '\t']);
    let (Some(item), true) = (item, comment.starts_with("//")) else { return part.start };
    let end = memchr(b'\n', comment.as_bytes()).unwrap_or(comment.len());
    let gap = if item.remark.is_empty() { "" } else { "\n        " };
    item.remark = format!("{}{gap}{}", item.remark, comment[..end].trim_end());
    part.start + (here.len() - comment.len()) + end
}

/// A range without the white space and the comments at its ends; without comments in it, as most
/// are, there is nothing to be looked through.
fn solid(text: &str, range: Range<usize>, has_comments: bool) -> Range<usize> {
    let here = &text[range.clone()];
    let start = blank(here, 0);
    let trimmed = here.trim_end().len();
    if start >= trimmed {
        return range.start + start..range.start + start;
    }
    if !has_comments {
        return range.start + start..range.start + trimmed;
    }
    let (mut at, mut end) = (start, start);
    while at < here.len() {
        end = lexeme(here, at);
        at = blank(here, end);
    }
    range.start + start..range.start + end
}

/// The first byte at or after `at` that is no white space and no comment.
pub(super) fn blank(text: &str, mut at: usize) -> usize {
    loop {
        at += lead(&text[at..]);
        if text[at..].starts_with("//") || text[at..].starts_with("/*") {
            at = lexeme(text, at);
        } else {
            return at;
        }
    }
}

fn lead(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// The byte after the string, character, comment or single character at `at`.
fn lexeme(text: &str, at: usize) -> usize {
    let rest = &text.as_bytes()[at..];
    let length = match rest {
        [b'/', b'/', ..] => memchr(b'\n', rest).unwrap_or(rest.len()),
        [b'/', b'*', ..] => comment(rest),
        [b'"', ..] => quoted(rest),
        [b'\'', ..] => character(&text[at..]),
        [b'r', b'"' | b'#', ..] => raw(&text[at..]).unwrap_or(1),
        [byte, ..] if byte.is_ascii() => 1,
        _ => text[at..].chars().next().map_or(1, char::len_utf8),
    };
    at + length
}

/// The length of a comment that may have others in it.
fn comment(rest: &[u8]) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < rest.len() {
        match &rest[at..] {
            [b'/', b'*', ..] => (depth, at) = (depth + 1, at + 2),
            [b'*', b'/', ..] if depth == 1 => return at + 2,
            [b'*', b'/', ..] => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
    }
    rest.len()
}

fn quoted(rest: &[u8]) -> usize {
    let mut at = 1;
    while let Some(next) = rest.get(at..).and_then(|tail| memchr2(b'"', b'\\', tail)) {
        at += next;
        if rest[at] == b'"' {
            return at + 1;
        }
        at += 2;
    }
    rest.len()
}

/// The length of `'a'`, `'\''`, `'\u{2019}'`; an apostrophe that closes nowhere is just itself.
fn character(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1).take(12).peekable();
    let is_escaped = chars.next_if(|(_, c)| *c == '\\').is_some();
    let first = chars.next();
    let close = if is_escaped {
        chars.find(|(_, c)| *c == '\'')
    } else {
        chars.next().filter(|(_, c)| *c == '\'')
    };
    close.filter(|_| first.is_some()).map_or(1, |(at, _)| at + 1)
}

/// The length of a raw string: `r#"…"#`.
fn raw(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('r')?;
    let fence = after.bytes().take_while(|&b| b == b'#').count();
    let body = after[fence..].strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(fence));
    let end = body.find(&close).map_or(body.len(), |end| end + close.len());
    Some(1 + fence + 1 + end)
}
