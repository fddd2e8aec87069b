//! Writes XML: tags, attributes and words, indented where that changes no word. Knows no vocabulary.

use std::borrow::Cow;

use quick_xml::escape::{escape, partial_escape};

use crate::text::printable;

/// An XML document that is being written.
#[derive(Debug)]
pub(super) struct Xml {
    out: String,
    open: Vec<&'static str>,
}

impl Xml {
    pub(super) fn new() -> Self {
        Self { out: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>".into(), open: Vec::new() }
    }

    /// Begins an element on a line of its own.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.indent();
        self.tag(name, attributes);
        self.open.push(name);
    }

    /// Ends the element that [`Xml::open`] began last.
    pub(super) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.indent();
            self.end(name);
        }
    }

    /// An element without content, on a line of its own.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.indent();
        self.tag(name, attributes);
        self.out.pop();
        self.out.push_str("/>");
    }

    /// An element on a line of its own that holds words and other inline elements.
    pub(super) fn line(
        &mut self,
        name: &'static str,
        attributes: &[(&str, &str)],
        content: impl FnOnce(&mut Self),
    ) {
        self.indent();
        self.tag(name, attributes);
        content(self);
        self.end(name);
    }

    /// The beginning of an element within a line.
    pub(super) fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            let value = escape(writable(value)).replace(['\n', '\t'], " ");
            let value = printable::xml(&value);
            self.out.extend([" ", key, "=\"", &value, "\""]);
        }
        self.out.push('>');
    }

    /// The end of an element within a line.
    pub(super) fn end(&mut self, name: &str) {
        self.out.extend(["</", name, ">"]);
    }

    /// Words within a line.
    pub(super) fn words(&mut self, words: &str) {
        self.out.push_str(&printable::xml(&partial_escape(writable(words))));
    }

    pub(super) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.out.push('\n');
        self.out
    }

    fn indent(&mut self) {
        self.out.push('\n');
        self.out.extend(std::iter::repeat_n("  ", self.open.len()));
    }
}

/// What XML cannot say, most control characters, stands as U+FFFD.
fn writable(words: &str) -> Cow<'_, str> {
    let is_unsayable = |c: char| {
        c < ' ' && !matches!(c, '\t' | '\n' | '\r') || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    if words.contains(is_unsayable) {
        words.replace(is_unsayable, "\u{fffd}").into()
    } else {
        words.into()
    }
}
