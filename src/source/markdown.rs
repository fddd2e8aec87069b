//! Markdown: CommonMark with footnotes and tables, as this program writes it and as people do. Knows
//! its notation, not what a text says.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::hypertext::Page;
use crate::manuscript::{Fact, Manuscript};

/// Whether a text is Markdown: it defines a footnote as only Markdown does, or it has a heading and
/// paragraphs that open in italics. Without that, text is text.
///
/// Nothing is that has more delimiters than any document has words: to pair them takes a hundred times
/// their memory.
pub(super) fn is_markdown(text: &str) -> bool {
    const MOST_DELIMITERS: usize = 1_000_000;
    if memchr::memchr3_iter(b'*', b'_', b'[', text.as_bytes()).nth(MOST_DELIMITERS).is_some() {
        return false;
    }
    const LOOKED_AT: usize = 5_000;
    let (mut headings, mut openers) = (0, 0);
    for line in text.lines().take(LOOKED_AT) {
        if line.starts_with("[^") && line.contains("]: ") {
            return true;
        }
        headings += usize::from(line.starts_with("# ") || line.starts_with("## "));
        let words = line.trim_start_matches(|c: char| {
            c.is_ascii_digit() || matches!(c, '.' | '\\' | ' ' | '(' | ')')
        });
        let inside = words.strip_prefix('*').or_else(|| words.strip_prefix('_'));
        openers += usize::from(inside.is_some_and(|inside| {
            inside.starts_with(char::is_alphabetic) && inside.contains(['*', '_'])
        }));
    }
    headings > 0 && openers >= 2
}

/// Reads a text.
pub(super) fn read(text: &str) -> Manuscript {
    let options = Options::ENABLE_FOOTNOTES | Options::ENABLE_TABLES;
    let mut page = Page::default();
    let mut lists: Vec<Option<u64>> = Vec::new();
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(tag) => start(tag, &mut page, &mut lists),
            Event::End(tag) => end(tag, &mut page, &mut lists),
            Event::Text(words) | Event::Code(words) => page.words(&words),
            Event::FootnoteReference(label) => page.mark(&printed(&label)),
            Event::InlineHtml(tag) if &*tag == "<sup>" => page.begin_raised(),
            Event::InlineHtml(tag) if &*tag == "</sup>" => page.end_raised(),
            Event::SoftBreak => page.words(" "),
            Event::HardBreak | Event::Rule => page.end(),
            _ => {}
        }
    }
    page.finish()
}

fn start(tag: Tag<'_>, page: &mut Page, lists: &mut Vec<Option<u64>>) {
    match tag {
        Tag::Paragraph if !lists.is_empty() && page.at() > 0 => {}
        Tag::Paragraph | Tag::BlockQuote(_) | Tag::CodeBlock(_) => page.begin(None),
        Tag::Heading { .. } => page.begin(Some(Fact::Heading)),
        Tag::List(first) => {
            page.begin(None);
            lists.push(first);
        }
        Tag::Item => {
            page.begin(None);
            if let Some(Some(number)) = lists.last_mut() {
                page.words(&format!("{number}.\t"));
                *number = number.saturating_add(1);
            }
        }
        Tag::FootnoteDefinition(label) => page.begin_note(&printed(&label)),
        Tag::Table(_) => page.begin_table(),
        Tag::TableHead | Tag::TableRow => page.begin_row(),
        Tag::TableCell => page.begin_cell(),
        Tag::Emphasis => page.begin_italic(),
        Tag::Link { dest_url, .. } => page.begin_link(dest_url.into_string()),
        _ => {}
    }
}

fn end(tag: TagEnd, page: &mut Page, lists: &mut Vec<Option<u64>>) {
    match tag {
        TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock => page.end(),
        TagEnd::List(_) => {
            page.end();
            lists.pop();
        }
        TagEnd::FootnoteDefinition => page.end_note(),
        TagEnd::Table => page.end_table(),
        TagEnd::TableCell | TagEnd::TableRow | TagEnd::TableHead => page.end_cell(),
        TagEnd::Emphasis => page.end_italic(),
        TagEnd::Link => page.end_link(),
        _ => {}
    }
}

/// A star has a meaning of its own in Markdown, so `export` writes it as a word.
fn printed(label: &str) -> String {
    label.replace("star", "*")
}
