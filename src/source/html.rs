//! HTML as browsers and Word save it, by the tokens of the standard: tags that are missing, wrong or
//! nested without end do no harm, for no tree is built. Scripts and styles are no text; menus and
//! footers of the site are kept as debris. Knows tags, not what a page says.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::hypertext::Page;
use crate::manuscript::{Fact, Manuscript};

/// Whether bytes are a web page.
pub(super) fn is_html(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(2048)];
    let letters: Vec<u8> = head.iter().filter(|&&b| b != 0).map(u8::to_ascii_lowercase).collect();
    let has = |tag: &[u8]| memchr::memmem::find(&letters, tag).is_some();
    let starts = letters.iter().position(|&byte| byte == b'<').is_some_and(|at| {
        letters[..at].iter().all(|byte| byte.is_ascii_whitespace() || *byte >= 0x80)
    });
    let tags: [&[u8]; 8] =
        [b"<!doctype html", b"<html", b"<head", b"<body", b"<p>", b"<p ", b"<div", b"<table"];
    starts && !has(b"<akomantoso") && tags.iter().any(|tag| has(tag))
}

/// Reads a page.
///
/// # Errors
/// Where no words are in it.
pub(super) fn read(bytes: &[u8]) -> Result<Manuscript, String> {
    read_text(&decode(bytes))
}

/// Reads a page whose characters are known.
///
/// # Errors
/// Where no words are in it.
pub(super) fn read_text(text: &str) -> Result<Manuscript, String> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut reader = Reader::default();
    for token in Tokenizer::new_with_emitter(text, emitter) {
        match token {
            Ok(Token::StartTag(tag)) => reader.start(&tag),
            Ok(Token::EndTag(tag)) => reader.end(&String::from_utf8_lossy(&tag.name)),
            Ok(Token::String(words)) => reader.words(&String::from_utf8_lossy(&words)),
            _ => {}
        }
    }
    let manuscript = reader.page.finish();
    if manuscript.text.trim().is_empty() {
        return Err("this web page has no text: it may be made by a script".into());
    }
    Ok(manuscript)
}

/// The text by its byte order mark, by what it declares, as UTF-8 if it is that, else Windows-1252.
fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    let declared = head.split_once("charset=").and_then(|(_, rest)| {
        let rest = rest.trim_start_matches(['"', '\'', ' ']);
        let end = rest.find(['"', '\'', ' ', ';', '>', '/'])?;
        Encoding::for_label(&rest.as_bytes()[..end])
    });
    let guessed = || if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 };
    declared.unwrap_or_else(guessed).decode(bytes).0
}

#[derive(Default)]
struct Reader {
    page: Page,
    /// How many elements are open whose words are no text.
    unseen: usize,
    /// How many elements are open that are of the site and not of the page.
    beside: usize,
    /// The divisions that are open, and whether each is of the page's head or foot.
    divisions: Vec<bool>,
    /// How many of them are.
    margins: usize,
    /// The lists that are open: how they count, and how far.
    lists: Vec<(char, u32)>,
    /// Whether the last thing in the paragraph was a line break.
    after_break: bool,
    /// Whether that was behind few words, so that it ends the paragraph unless these go on.
    is_broken: bool,
    /// Whether there is nothing in it but the number of an item.
    after_number: bool,
}

impl Reader {
    fn start(&mut self, tag: &StartTag<()>) {
        let name = String::from_utf8_lossy(&tag.name);
        let value = |key: &[u8]| {
            tag.attributes.get(key).map(|value| String::from_utf8_lossy(value).into_owned())
        };
        for name in [value(b"id"), value(b"name")].into_iter().flatten() {
            self.page.name(name);
        }
        match name.as_ref() {
            "script" | "style" | "template" | "title" | "svg" | "noscript" if !tag.self_closing => {
                self.unseen += 1;
            }
            "nav" | "footer" | "aside" | "menu" | "button" | "select" => {
                self.beside += 1;
                self.begin(None);
            }
            "div" => {
                // As office programs write the heads and feet of printed pages.
                let title = value(b"title").unwrap_or_default();
                let is_margin = title == "header" || title == "footer";
                self.divisions.push(is_margin);
                self.margins += usize::from(is_margin);
                if !self.after_number {
                    self.begin(None);
                }
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.begin(Some(Fact::Heading)),
            "ol" => {
                let style = value(b"type").and_then(|style| style.chars().next()).unwrap_or('1');
                let start = value(b"start").and_then(|start| start.parse().ok()).unwrap_or(1);
                self.lists.push((style, start));
                self.begin(None);
            }
            "ul" => self.lists.push((' ', 0)),
            "li" => self.item(),
            "table" => self.page.begin_table(),
            "tr" => self.page.begin_row(),
            "td" | "th" => self.page.begin_cell(),
            "br" => self.line_break(),
            "i" | "em" | "cite" => self.page.begin_italic(),
            "sup" => {
                self.mend(false);
                self.page.begin_raised();
            }
            "a" => self.page.begin_link(value(b"href").unwrap_or_default()),
            // The words of an item stand behind its number, in a paragraph of their own or not.
            name if is_block(name) && self.after_number => {}
            name if is_block(name) => self.begin(None),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "script" | "style" | "template" | "title" | "svg" | "noscript" => {
                self.unseen = self.unseen.saturating_sub(1);
            }
            "nav" | "footer" | "aside" | "menu" | "button" | "select" => {
                self.page.end();
                self.beside = self.beside.saturating_sub(1);
            }
            "div" => {
                self.page.end();
                let is_margin = self.divisions.pop().unwrap_or_default();
                self.margins -= usize::from(is_margin);
            }
            "ol" | "ul" => {
                self.page.end();
                self.lists.pop();
            }
            "table" => self.page.end_table(),
            "td" | "th" | "tr" => self.page.end_cell(),
            "i" | "em" | "cite" => self.page.end_italic(),
            "sup" => self.page.end_raised(),
            "a" => self.page.end_link(),
            "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.page.end(),
            name if is_block(name) => self.page.end(),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        if self.unseen > 0 {
            return;
        }
        if self.margins > 0 {
            self.page.be(Fact::Debris("page head or foot"));
        } else if self.beside > 0 {
            self.page.be(Fact::Debris("navigation"));
        }
        if !words.trim().is_empty() {
            self.mend(words.trim_start().starts_with(char::is_lowercase));
        }
        self.after_break &= words.trim().is_empty();
        self.after_number &= words.trim().is_empty();
        self.page.words(&shown(words));
    }

    fn begin(&mut self, fact: Option<Fact>) {
        self.after_break = false;
        self.is_broken = false;
        self.after_number = false;
        self.page.begin(fact);
    }

    /// The number that a browser shows in front of an item.
    fn item(&mut self) {
        self.begin(None);
        let Some((style, count)) = self.lists.last_mut() else { return };
        let number = match style {
            '1' => format!("{count}.\t"),
            'a' | 'A' => match u8::try_from(*count).ok().filter(|n| (1..=26).contains(n)) {
                Some(n) => format!("({})\t", char::from(b'a' + n - 1)),
                None => format!("({count})\t"),
            },
            'i' | 'I' => format!("({})\t", super::numbering::spelled(*count, "lowerRoman")),
            _ => return,
        };
        *count = count.saturating_add(1);
        self.page.words(&number);
        self.after_number = true;
    }

    /// Two line breaks end a paragraph; one does behind a short line, such as a date below another,
    /// unless what follows begins in lower case.
    fn line_break(&mut self) {
        const SHORT: usize = 60;
        if self.after_break {
            self.is_broken = false;
            self.page.end();
        } else if self.page.at() < SHORT {
            self.is_broken = true;
        } else {
            self.page.words(" ");
        }
        self.after_break = true;
    }

    /// Ends a paragraph that was broken behind few words, unless it goes on.
    fn mend(&mut self, goes_on: bool) {
        match std::mem::take(&mut self.is_broken) {
            true if goes_on => self.page.words(" "),
            true => self.page.end(),
            false => {}
        }
    }
}

/// Words without the characters that no reader sees. White space is a space, but a tab behind the
/// number of a paragraph stays: there it stood in the file that the page was made from.
fn shown(words: &str) -> String {
    let mut shown = String::with_capacity(words.len());
    let mut rest = words.chars().peekable();
    while let Some(c) = rest.next() {
        let is_within = |next: Option<&char>| next.is_some_and(|next| !next.is_whitespace());
        match c {
            '\t' if shown.ends_with(['.', ')']) && is_within(rest.peek()) => shown.push('\t'),
            '\t' | '\n' | '\r' | ' ' if shown.ends_with(' ') => {}
            '\t' | '\n' | '\r' => shown.push(' '),
            c if c.is_control() => {}
            c => shown.push(c),
        }
    }
    shown
}

fn is_block(name: &str) -> bool {
    [
        "p",
        "section",
        "article",
        "main",
        "header",
        "body",
        "blockquote",
        "center",
        "dd",
        "dt",
        "dl",
        "figure",
        "figcaption",
        "hr",
        "pre",
        "form",
        "address",
        "fieldset",
        "html",
    ]
    .contains(&name)
}
