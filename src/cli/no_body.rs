//! What `show --all` shows beside the body: the fields of the head as they are printed, and the debris.
//! Each on lines of its own behind a word that says what it is. Knows the model alone.

use crate::{document::Document, text::printable};

/// Cells of the word in front.
const COLUMN: usize = 16;

/// The fields of the head that show lines as they are printed, and an empty line.
pub(super) fn head_fields(document: &Document, is_styled: bool) -> String {
    let head = &document.head;
    let mut text = String::new();
    let number = head.number.as_deref();
    let symbol = head.symbol.as_ref().map(|symbol| symbol.as_str());
    let single = [
        ("symbol", symbol),
        ("number", number),
        ("session", head.session.as_deref()),
        ("agenda title", head.agenda_title.as_deref()),
        ("proposal", head.proposal.as_deref()),
        ("meeting", head.meeting.as_deref()),
        ("vote", head.vote.as_deref()),
    ];
    for (name, words) in single {
        words.into_iter().for_each(|words| put(&mut text, name, words, is_styled));
    }
    for field in &head.corrected {
        put(&mut text, "corrected", field.name(), is_styled);
    }
    head.agenda_items.iter().for_each(|item| put(&mut text, "agenda item", item, is_styled));
    head.sponsors.iter().for_each(|sponsor| put(&mut text, "sponsor", sponsor, is_styled));
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// An empty line, and the debris in the order of the source.
pub(super) fn debris(document: &Document, is_styled: bool) -> String {
    let mut text = String::new();
    if !document.debris.is_empty() {
        text.push('\n');
    }
    for debris in &document.debris {
        put(&mut text, debris.kind, debris.text.trim(), is_styled);
    }
    text
}

/// Words behind what they are; their further lines below them.
fn put(text: &mut String, name: &str, words: &str, is_styled: bool) {
    for (i, line) in printable::lines(words).lines().enumerate() {
        let name = if i == 0 { name } else { "" };
        let name = format!("{name:COLUMN$}");
        let name = if is_styled { format!("\u{1b}[2m{name}\u{1b}[0m") } else { name };
        text.push_str(&format!("{name}{}\n", line.trim()));
    }
}
