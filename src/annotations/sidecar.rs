//! The text of `X.seized.ron`: read, and written again so that what nobody changed keeps every byte.
//! Records that cannot be read, and fields that are not known, are kept as they stand. Knows no disk.

use std::{
    collections::{HashMap, HashSet},
    fmt::Write as _,
    ops::Range,
};

use super::{Anchor, Annotation, Bookmark, Entry, scan};

/// The version of the file this program writes.
pub const VERSION: u64 = 1;

/// What cannot be read, and where: line and column count from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
    /// What is wrong.
    pub message: String,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.message)
    }
}

/// Whose annotations a file has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceLine {
    /// The name of the source.
    pub file: String,
    /// The symbol of the document.
    pub symbol: Option<String>,
    /// `blake3:` and the hash of the source's bytes.
    pub hash: String,
}

/// A file as it was read.
#[derive(Clone, Debug, Default)]
pub struct Sidecar {
    original: String,
    has_crlf: bool,
    has_bom: bool,
    header: String,
    known: Vec<(Entry, String)>,
    ids: HashSet<String>,
    set_aside: Vec<(bool, String)>,
    source: Option<String>,
    extra: Vec<(String, String)>,
    /// The version it says it has.
    pub version: u64,
    /// The records that cannot be read.
    pub faults: Vec<Fault>,
}

impl Sidecar {
    /// A file that is not there yet, for a source of that name.
    #[must_use]
    pub fn empty(source_name: &str) -> Self {
        let name: String = source_name.chars().filter(|c| !c.is_control()).collect();
        Self {
            header: format!("// Annotations and bookmarks of {name}, made with seized.\n"),
            version: VERSION,
            ..Self::default()
        }
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    /// Where it is no such file at all: its outer form is damaged. It must then not be written.
    pub fn read(original: &str) -> Result<Self, Fault> {
        let text = original.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        let whole = |(at, message): scan::Misread| fault(&text, at, message);
        let open = scan::opening(&text, b'(').map_err(whole)?;
        let (_, close) = scan::parts(&text, open).map_err(whole)?;
        if scan::blank(&text, close + 1) != text.len() {
            return Err(fault(&text, close + 1, "text after the end".into()));
        }
        let mut file = Self {
            original: original.to_owned(),
            has_crlf: original.contains("\r\n"),
            has_bom: original.starts_with('\u{feff}'),
            header: text[..open].to_owned(),
            ..Self::default()
        };
        for (name, range) in scan::fields(&text, open).map_err(whole)? {
            let value = &text[range.clone()];
            match name {
                "version" => file.version = plain(value, range.start).map_err(whole)?,
                "source" => file.source = Some(value.to_owned()),
                "annotations" => file.records(&text, range, false).map_err(whole)?,
                "bookmarks" => file.records(&text, range, true).map_err(whole)?,
                _ => file.extra.push((name.to_owned(), value.to_owned())),
            }
        }
        if file.version == 0 {
            return Err(fault(&text, open, "it says no version".into()));
        }
        Ok(file)
    }

    /// Whether it was made by a newer seized: to be read, and not to be written.
    #[must_use]
    pub const fn is_newer(&self) -> bool {
        self.version > VERSION
    }

    /// What it says of its source.
    #[must_use]
    pub fn source(&self) -> Option<SourceLine> {
        let text = self.source.as_deref()?;
        let mut line = SourceLine::default();
        for (name, range) in scan::fields(text, scan::opening(text, b'(').ok()?).ok()? {
            match name {
                "file" => line.file = plain(&text[range], 0).ok()?,
                "symbol" => line.symbol = plain(&text[range], 0).ok()?,
                "hash" => line.hash = plain(&text[range], 0).ok()?,
                _ => {}
            }
        }
        Some(line)
    }

    /// Says whose annotations these are, where the file does not say so yet.
    pub fn set_source(&mut self, line: &SourceLine) {
        if self.source().is_some_and(|old| old == *line) {
            return;
        }
        let SourceLine { file, symbol, hash } = line;
        let (file, hash) = (quoted(file), quoted(hash));
        self.source = Some(format!("(file: {file}, symbol: {}, hash: {hash})", option(symbol)));
        self.original.clear();
    }

    /// The records that could be read, in the order of the file.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry> {
        self.known.iter().map(|(entry, _)| entry.clone()).collect()
    }

    /// Whether a record that cannot be read seems to be the one of that id.
    #[must_use]
    pub fn is_set_aside(&self, id: &str) -> bool {
        self.set_aside.iter().any(|(_, raw)| raw.contains(id))
    }

    /// The text with these entries in the place of those it was read with. Where they are the same,
    /// it is the text that was read.
    #[must_use]
    pub fn write(&self, entries: &[Entry]) -> String {
        let raw: HashMap<&str, &(Entry, String)> =
            self.known.iter().map(|known| (known.0.id(), known)).collect();
        let kept = |entry: &Entry| raw.get(entry.id()).filter(|(old, _)| old == entry);
        let is_same = entries.len() == self.known.len()
            && raw.len() == entries.len()
            && entries.iter().all(|entry| kept(entry).is_some());
        if is_same && !self.original.is_empty() {
            return self.original.clone();
        }
        let mut lists = [String::new(), String::new()];
        for entry in entries {
            let record = kept(entry).map_or_else(|| record(entry), |(_, raw)| raw.clone());
            let is_bookmark = matches!(entry, Entry::Bookmark(_));
            let _ = writeln!(lists[usize::from(is_bookmark)], "        {record},");
        }
        for (is_bookmark, raw) in &self.set_aside {
            let _ = writeln!(lists[usize::from(*is_bookmark)], "        {raw},");
        }
        let mut out = format!("{}(\n    version: {},\n", self.header, self.version);
        if let Some(source) = &self.source {
            let _ = writeln!(out, "    source: {source},");
        }
        let [annotations, bookmarks] = lists;
        let _ = writeln!(out, "    annotations: [\n{annotations}    ],");
        let _ = writeln!(out, "    bookmarks: [\n{bookmarks}    ],");
        for (name, value) in &self.extra {
            let _ = writeln!(out, "    {name}: {value},");
        }
        out.push_str(")\n");
        let out = if self.has_crlf { out.replace('\n', "\r\n") } else { out };
        if self.has_bom { format!("\u{feff}{out}") } else { out }
    }

    /// The text of a merge with another file: the same whichever of the two is which, but for the
    /// comments at the top.
    #[must_use]
    pub fn write_merged(&self, other: &Self, merged: &[Entry]) -> String {
        let mut both = self.clone();
        let is_ours = self.known.len() == merged.len()
            && self.known.iter().all(|(entry, _)| merged.contains(entry));
        for field in &other.extra {
            if !both.extra.iter().any(|(name, _)| *name == field.0) {
                both.extra.push(field.clone());
                both.original.clear();
            }
        }
        if both.source.is_none() {
            both.source.clone_from(&other.source);
        }
        if !is_ours {
            for (entry, raw) in &other.known {
                if merged.contains(entry) && !both.known.iter().any(|(old, _)| old == entry) {
                    both.known.retain(|(old, _)| old.id() != entry.id());
                    both.known.push((entry.clone(), raw.clone()));
                }
            }
            both.original.clear();
        }
        let mut sorted = merged.to_vec();
        if !is_ours {
            sorted.sort_by_cached_key(place_by_name);
        }
        both.write(&sorted)
    }

    fn records(
        &mut self,
        text: &str,
        range: Range<usize>,
        is_bookmark: bool,
    ) -> Result<(), scan::Misread> {
        let list = &text[range.clone()];
        let shift = |(at, message)| (at + range.start, message);
        let open = scan::opening(list, b'[').map_err(shift)?;
        for part in scan::parts(list, open).map_err(shift)?.0 {
            let raw = list[part.clone()].trim().to_owned();
            let result = if is_bookmark {
                bookmark(&list[part.clone()]).map(Entry::Bookmark)
            } else {
                annotation(&list[part.clone()]).map(Entry::Annotation)
            };
            match result {
                Ok(entry) if !self.ids.insert(entry.id().to_owned()) => {
                    self.set_aside.push((is_bookmark, raw));
                    let message = format!("the id {} is given twice", entry.id());
                    self.faults.push(fault(text, range.start + part.start, message));
                }
                Ok(entry) => self.known.push((entry, raw)),
                Err((at, message)) => {
                    self.set_aside.push((is_bookmark, raw));
                    self.faults.push(fault(text, range.start + part.start + at, message));
                }
            }
        }
        Ok(())
    }
}

/// The order of reading as far as citations tell it, for files whose source is not at hand:
/// preamble, operative paragraphs by number, the rest.
fn place_by_name(entry: &Entry) -> (bool, Vec<u64>, String, usize, String) {
    let at = match entry {
        Entry::Annotation(annotation) => &annotation.at,
        Entry::Bookmark(bookmark) => &bookmark.at,
    };
    let digits = at.paragraph.split(|c: char| !c.is_ascii_digit());
    let numbers = digits.filter_map(|number| number.parse().ok()).collect();
    let is_late = !at.paragraph.starts_with("PP");
    let start = at.range.map_or(0, |range| range.0);
    (is_late, numbers, at.paragraph.clone(), start, entry.id().to_owned())
}

fn fault(text: &str, at: usize, message: String) -> Fault {
    let before = text.get(..at).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |feed| feed + 1);
    let line = before.matches('\n').count() + 1;
    Fault { line, column: before[line_start..].chars().count() + 1, message }
}

/// Reads a plain value: a string, a list of strings, a number.
fn plain<T: serde::de::DeserializeOwned>(value: &str, at: usize) -> Result<T, scan::Misread> {
    ron::from_str(value).map_err(|error| (at, error.code.to_string()))
}

fn annotation(text: &str) -> Result<Annotation, scan::Misread> {
    let mut made = Annotation::default();
    for (name, range) in scan::fields(text, scan::opening(text, b'(')?)? {
        let (value, at) = (&text[range.clone()], range.start);
        match name {
            "id" => made.id = plain(value, at)?,
            "at" => made.at = anchor(value).map_err(|(inner, why)| (at + inner, why))?,
            "also" => made.also = anchors(value).map_err(|(inner, why)| (at + inner, why))?,
            "tags" => made.tags = plain(value, at)?,
            "note" => made.note = plain(value, at)?,
            "colour" => made.colour = plain(value, at)?,
            "author" => made.author = plain(value, at)?,
            "created" => made.created = plain(value, at)?,
            "modified" => made.modified = plain(value, at)?,
            "conflict" => made.conflict = plain(value, at)?,
            _ => made.extra.push((name.to_owned(), value.to_owned())),
        }
    }
    named(&made.id, &made.at).map(|()| made)
}

fn bookmark(text: &str) -> Result<Bookmark, scan::Misread> {
    let mut made = Bookmark::default();
    for (name, range) in scan::fields(text, scan::opening(text, b'(')?)? {
        let (value, at) = (&text[range.clone()], range.start);
        match name {
            "id" => made.id = plain(value, at)?,
            "key" => made.key = plain(value, at)?,
            "at" => made.at = anchor(value).map_err(|(inner, why)| (at + inner, why))?,
            "label" => made.label = plain(value, at)?,
            "created" => made.created = plain(value, at)?,
            _ => made.extra.push((name.to_owned(), value.to_owned())),
        }
    }
    named(&made.id, &made.at).map(|()| made)
}

fn named(id: &str, at: &Anchor) -> Result<(), scan::Misread> {
    match (id.is_empty(), at.paragraph.is_empty()) {
        (true, _) => Err((0, "the record has no id".into())),
        (_, true) => Err((0, "the record says no paragraph".into())),
        _ => Ok(()),
    }
}

fn anchor(text: &str) -> Result<Anchor, scan::Misread> {
    let mut made = Anchor::default();
    for (name, range) in scan::fields(text, scan::opening(text, b'(')?)? {
        let (value, at) = (&text[range.clone()], range.start);
        match name {
            "paragraph" => made.paragraph = plain(value, at)?,
            "quote" => made.quote = Some(plain(value, at)?),
            "prefix" => made.prefix = plain(value, at)?,
            "suffix" => made.suffix = plain(value, at)?,
            "range" => made.range = Some(plain(value, at)?),
            "text" => made.text = Some(plain(value, at)?),
            _ => made.extra.push((name.to_owned(), value.to_owned())),
        }
    }
    Ok(made)
}

fn anchors(text: &str) -> Result<Vec<Anchor>, scan::Misread> {
    let parts = scan::parts(text, scan::opening(text, b'[')?)?.0;
    let read = |part: Range<usize>| {
        anchor(&text[part.clone()]).map_err(|(inner, why)| (part.start + inner, why))
    };
    parts.into_iter().map(read).collect()
}

fn record(entry: &Entry) -> String {
    match entry {
        Entry::Annotation(a) => {
            let tags: Vec<String> = a.tags.iter().map(|tag| quoted(tag)).collect();
            let mut out = format!("(\n            id: {},\n", quoted(&a.id));
            let _ = writeln!(out, "            at: {},", anchor_text(&a.at));
            if !a.also.is_empty() {
                let also: Vec<String> = a.also.iter().map(anchor_text).collect();
                let _ = writeln!(out, "            also: [{}],", also.join(", "));
            }
            let _ = writeln!(out, "            tags: [{}],", tags.join(", "));
            let _ = writeln!(out, "            note: {},", quoted(&a.note));
            let _ = writeln!(out, "            colour: {},", option(&a.colour));
            if a.conflict.is_some() {
                let _ = writeln!(out, "            conflict: {},", option(&a.conflict));
            }
            let (author, created) = (quoted(&a.author), quoted(&a.created));
            let modified = quoted(&a.modified);
            let _ = writeln!(
                out,
                "            author: {author}, created: {created}, modified: {modified},"
            );
            for (name, value) in &a.extra {
                let _ = writeln!(out, "            {name}: {value},");
            }
            out + "        )"
        }
        Entry::Bookmark(b) => {
            let key = b.key.map_or_else(|| "None".into(), |key| format!("Some({key:?})"));
            let (id, at, label) = (quoted(&b.id), anchor_text(&b.at), quoted(&b.label));
            let created = quoted(&b.created);
            let extra = fields_text(&b.extra);
            format!("(id: {id}, key: {key}, at: {at}, label: {label}, created: {created}{extra})")
        }
    }
}

fn anchor_text(at: &Anchor) -> String {
    let mut out = format!("(paragraph: {}", quoted(&at.paragraph));
    if let Some(quote) = &at.quote {
        let (prefix, suffix) = (quoted(&at.prefix), quoted(&at.suffix));
        let _ = write!(out, ", quote: {}, prefix: {prefix}, suffix: {suffix}", quoted(quote));
    }
    if let Some((start, end)) = at.range {
        let _ = write!(out, ", range: ({start}, {end})");
    }
    if let Some(text) = &at.text {
        let _ = write!(out, ", text: {}", quoted(text));
    }
    out + &fields_text(&at.extra) + ")"
}

fn fields_text(fields: &[(String, String)]) -> String {
    fields.iter().map(|(name, value)| format!(", {name}: {value}")).collect()
}

fn option(value: &Option<String>) -> String {
    value.as_ref().map_or_else(|| "None".into(), |value| format!("Some({})", quoted(value)))
}

/// A string as RON has it, on one line; accents and Arabic stay readable, controls do not.
fn quoted(value: &str) -> String {
    let mut out = String::from("\"");
    for c in value.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control()
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') =>
            {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out + "\""
}
