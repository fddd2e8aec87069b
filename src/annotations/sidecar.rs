//! The text of `X.seized.ron`: read, and written again so that what nobody changed keeps every byte.
//! Records that cannot be read, fields that are not known and comments are kept as they stand.
//! Knows no disk.

use std::{
    collections::{HashMap, HashSet},
    fmt::Write as _,
    ops::Range,
    sync::Arc,
};

use super::{
    Entry,
    corrections_text::{self, HEAD},
    fault::{Fault, Places},
    id, record, scan,
    source_line::SourceLine,
    stretch::Stretch,
};

/// The version of the file this program writes.
pub const VERSION: u64 = 1;

/// What a new file begins with, before and after the name of its source.
const HEADER: &str = "// Annotations and bookmarks of";
const HEADER_END: &str = "made with seized.";

/// A file as it was read, and as it is to be written.
#[derive(Clone, Debug, Default)]
pub struct Sidecar {
    /// The whole text, while nothing in it has changed.
    pub(super) original: Option<Arc<str>>,
    has_crlf: bool,
    has_bom: bool,
    pub(super) fields: Vec<OuterField>,
    /// What stands after the last field.
    pub(super) tail: String,
    pub(super) known: Vec<Record>,
    pub(super) set_aside: Vec<SetAside>,
    /// Comments after the last annotation, and after the last bookmark.
    pub(super) list_ends: [String; 2],
    /// The version it says it has.
    pub version: u64,
    /// The records that cannot be read, with their place in the text that was read.
    pub faults: Vec<Fault>,
}

/// A field of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OuterField {
    /// All that stands before its value: white space, comments, its name.
    pub(super) lead: String,
    pub(super) name: String,
    /// Its value; of the lists, what was read.
    pub(super) value: String,
}

/// An entry, and the text it has in the file.
#[derive(Clone, Debug)]
pub(super) struct Record {
    pub(super) entry: Entry,
    pub(super) raw: Stretch,
    remark: String,
}

/// A record that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SetAside {
    is_bookmark: bool,
    raw: String,
    remark: String,
}

impl Sidecar {
    /// A file that is not there yet, for a source of that name.
    #[must_use]
    pub fn empty(source_name: &str) -> Self {
        let name: String = source_name.chars().filter(|c| !c.is_control()).collect();
        let source = SourceLine { file: source_name.to_owned(), ..SourceLine::default() }.print();
        let text = format!(
            "{HEADER} {name}, {HEADER_END}\n(\n    version: {VERSION},\n    \
             source: {source},\n    annotations: [],\n    bookmarks: [],\n)\n"
        );
        Self { original: None, ..Self::read(&text).unwrap_or_default() }
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    /// Where it is no such file at all: its outer form is damaged. It must then not be written.
    pub fn read(original: &str) -> Result<Self, Fault> {
        let has_crlf = original.contains("\r\n");
        let bare = original.strip_prefix('\u{feff}').unwrap_or(original);
        let unix = if has_crlf { bare.replace("\r\n", "\n") } else { String::new() };
        let shared: Arc<str> = if has_crlf { unix.into() } else { bare.into() };
        let text = &*shared;
        let mut faults = Vec::new();
        let mut file = Self::read_outer(&shared, &mut faults).map_err(|(at, message)| {
            let message = if text.contains("\n<<<<<<< ") {
                format!("{message}; git has left its conflict markers")
            } else {
                message
            };
            Places::new(text).fault(at, message)
        })?;
        let mut places = Places::new(text);
        faults.sort_by_key(|(at, _)| *at);
        file.faults = faults.into_iter().map(|(at, why)| places.fault(at, why)).collect();
        file.has_crlf = has_crlf;
        file.has_bom = original.starts_with('\u{feff}');
        let is_as_it_was = !file.has_crlf && !file.has_bom;
        file.original = Some(if is_as_it_was { shared } else { original.into() });
        Ok(file)
    }

    fn read_outer(text: &Arc<str>, faults: &mut Vec<scan::Misread>) -> Result<Self, scan::Misread> {
        let open = scan::opening(text, b'(')?;
        let fields = scan::fields(text, open)?;
        let mut file = Self::default();
        let (mut done, mut ids) = (0, HashSet::new());
        for (name, range) in fields {
            let value = &text[range.clone()];
            match name {
                "version" => {
                    file.version = record::plain(value).map_err(|(_, why)| (range.start, why))?;
                }
                "annotations" | "bookmarks" => {
                    let list =
                        List { text, range: range.clone(), is_bookmark: name == "bookmarks" };
                    file.read_list(&list, &mut ids, faults)?;
                }
                HEAD => {
                    let mut misread = Vec::new();
                    corrections_text::read(value, &mut misread);
                    faults.extend(misread.into_iter().map(|(at, why)| (range.start + at, why)));
                }
                _ => {}
            }
            let lead = text[done..range.start].to_owned();
            done = range.end;
            let is_list = matches!(name, "annotations" | "bookmarks");
            let value = if is_list { String::new() } else { value.to_owned() };
            file.fields.push(OuterField { lead, name: name.to_owned(), value });
        }
        if file.version == 0 {
            return Err((open, "it says no version".into()));
        }
        let close = done + scan::blank(&text[done..], 0);
        let close =
            if text[close..].starts_with(',') { scan::blank(text, close + 1) } else { close };
        let end = scan::blank(text, close + 1);
        if end != text.len() {
            return Err((end, "text after the end".into()));
        }
        text[done..].clone_into(&mut file.tail);
        Ok(file)
    }

    fn read_list(
        &mut self,
        list: &List<'_>,
        ids: &mut HashSet<String>,
        faults: &mut Vec<scan::Misread>,
    ) -> Result<(), scan::Misread> {
        let (is_bookmark, start) = (list.is_bookmark, list.range.start);
        let text = &list.text[list.range.clone()];
        let shift = |(at, why)| (at + start, why);
        let open = scan::opening(text, b'[').map_err(shift)?;
        let (items, end) = scan::items(text, open).map_err(shift)?;
        self.list_ends[usize::from(is_bookmark)] = end;
        for scan::Item { range, remark } in items {
            let raw = &text[range.clone()];
            let mut entry = match record::read(raw, is_bookmark) {
                Ok(entry) => entry,
                Err((at, why)) => {
                    let raw = raw.to_owned();
                    self.set_aside.push(SetAside { is_bookmark, raw, remark });
                    faults.push((start + range.start + at, why));
                    continue;
                }
            };
            let shared = start + range.start..start + range.end;
            let mut own = Stretch::of(list.text, shared);
            if ids.contains(entry.id()) {
                let why = format!("the id {} is given twice; both are kept", entry.id());
                faults.push((start + range.start + scan::blank(&own, 0), why));
                let twin = entry.clone();
                entry.set_id(id::derived(&own));
                // Word for word the same for the third time: there is nothing to tell them apart by.
                while ids.contains(entry.id()) {
                    entry.set_id(id::derived(entry.id()));
                }
                own = record::revise(&own, &twin, &entry).into();
            }
            ids.insert(entry.id().to_owned());
            self.known.push(Record { entry, raw: own, remark });
        }
        Ok(())
    }

    /// Whether it was made by a newer seized: to be read, and not to be written.
    #[must_use]
    pub const fn is_newer(&self) -> bool {
        self.version > VERSION
    }

    /// What it says of its source.
    #[must_use]
    pub fn source(&self) -> Option<SourceLine> {
        let text = &self.fields.iter().find(|field| field.name == "source")?.value;
        let mut line = SourceLine::default();
        for (name, range) in scan::fields(text, scan::opening(text, b'(').ok()?).ok()? {
            match name {
                "file" => line.file = record::string(&text[range]).ok()?,
                "symbol" => line.symbol = record::optional(&text[range]).ok()?,
                "hash" => line.hash = record::string(&text[range]).ok()?,
                _ => {}
            }
        }
        Some(line)
    }

    /// Says whose annotations these are, where the file does not say so yet.
    pub fn set_source(&mut self, line: &SourceLine) {
        let old = self.source();
        if old.as_ref() == Some(line) {
            return;
        }
        // The comment that a new file begins with names the source; one that a person wrote stays.
        let header = |name: &str| format!("{HEADER} {name}, {HEADER_END}");
        if let (Some(old), Some(first)) = (old, self.fields.first_mut()) {
            first.lead = first.lead.replacen(&header(&old.file), &header(&line.file), 1);
        }
        self.set_field("source", line.print());
    }

    /// Gives a field this value, in its place, or after all others.
    pub(super) fn set_field(&mut self, name: &str, value: String) {
        self.original = None;
        if let Some(field) = self.fields.iter_mut().find(|field| field.name == name) {
            field.value = value;
            return;
        }
        let lead = format!(",\n    {name}: ");
        self.fields.push(OuterField { lead, name: name.to_owned(), value });
    }

    /// The records that could be read, in the order of the file.
    #[must_use]
    pub fn entries(&self) -> Vec<Entry> {
        self.known.iter().map(|record| record.entry.clone()).collect()
    }

    /// Whether there is an entry of that id.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.known.iter().any(|record| record.entry.id() == id)
    }

    /// Whether these are its entries, annotations and bookmarks each in this order.
    #[must_use]
    pub fn says(&self, entries: &[Entry]) -> bool {
        let of_kind = |is_bookmark| {
            let ours = self.known.iter().map(|record| &record.entry);
            ours.filter(move |entry| entry.is_bookmark() == is_bookmark)
                .eq(entries.iter().filter(move |entry| entry.is_bookmark() == is_bookmark))
        };
        self.known.len() == entries.len() && of_kind(false) && of_kind(true)
    }

    /// Whether a record that cannot be read seems to be the one of that id.
    #[must_use]
    pub fn is_set_aside(&self, id: &str) -> bool {
        if self.set_aside.is_empty() {
            return false;
        }
        let name = record::quoted(id);
        self.set_aside.iter().any(|record| record.raw.contains(&name))
    }

    /// Puts these entries in the place of those it has. What stays as it was keeps its text; in what
    /// changed, the values that changed are written again.
    pub fn set_entries(&mut self, entries: &[Entry]) {
        if self.says(entries) {
            return;
        }
        self.original = None;
        let old = std::mem::take(&mut self.known);
        let mut old: HashMap<String, Record> =
            old.into_iter().map(|record| (record.entry.id().to_owned(), record)).collect();
        let renewed = |entry: &Entry| match old.remove(entry.id()) {
            Some(record) if record.entry == *entry => record,
            Some(Record { entry: before, raw, remark })
                if before.is_bookmark() == entry.is_bookmark() =>
            {
                let raw = record::revise(&raw, &before, entry).into();
                Record { entry: entry.clone(), raw, remark }
            }
            _ => Record {
                entry: entry.clone(),
                raw: record::print(entry).into(),
                remark: String::new(),
            },
        };
        self.known = entries.iter().map(renewed).collect();
    }

    /// The text of the file. Where nothing has changed, it is the text that was read.
    #[must_use]
    pub fn text(&self) -> String {
        if let Some(original) = &self.original {
            return original.as_ref().to_owned();
        }
        let mut out = String::new();
        let mut lists = [("annotations", false), ("bookmarks", true)].map(Some);
        for field in &self.fields {
            out.push_str(&field.lead);
            let list = lists.iter_mut().find(|list| list.is_some_and(|(n, _)| n == field.name));
            match list.and_then(Option::take) {
                Some((_, is_bookmark)) => self.print_list(&mut out, is_bookmark),
                None => out.push_str(&field.value),
            }
        }
        for (name, is_bookmark) in lists.into_iter().flatten() {
            if self.has_list(is_bookmark) {
                let _ = write!(out, ",\n    {name}: ");
                self.print_list(&mut out, is_bookmark);
            }
        }
        out.push_str(&self.tail);
        let out = if self.has_crlf { out.replace('\n', "\r\n") } else { out };
        if self.has_bom { format!("\u{feff}{out}") } else { out }
    }

    /// The text with these entries in the place of those it was read with.
    #[must_use]
    pub fn write(&self, entries: &[Entry]) -> String {
        let mut file = self.clone();
        file.set_entries(entries);
        file.text()
    }

    /// The text, which from now on is the one that was read.
    pub fn seal(&mut self) -> &str {
        if self.original.is_none() {
            self.original = Some(self.text().into());
        }
        self.original.as_deref().unwrap_or_default()
    }

    /// Whether this is the very text it was read from or sealed with.
    #[must_use]
    pub fn is_text(&self, text: &str) -> bool {
        self.original.as_deref() == Some(text)
    }

    fn has_list(&self, is_bookmark: bool) -> bool {
        self.known.iter().any(|record| record.entry.is_bookmark() == is_bookmark)
            || self.set_aside.iter().any(|record| record.is_bookmark == is_bookmark)
    }

    fn print_list(&self, out: &mut String, is_bookmark: bool) {
        let end = &self.list_ends[usize::from(is_bookmark)];
        if !self.has_list(is_bookmark) && end.is_empty() {
            out.push_str("[]");
            return;
        }
        out.push_str("[\n");
        let known = self.known.iter().filter(|record| record.entry.is_bookmark() == is_bookmark);
        let known = known.map(|record| (&*record.raw, &record.remark));
        let aside = self.set_aside.iter().filter(|record| record.is_bookmark == is_bookmark);
        for (raw, remark) in known.chain(aside.map(|record| (record.raw.as_str(), &record.remark)))
        {
            let gap = if remark.is_empty() { "" } else { " " };
            // Writing to a String cannot fail.
            let _ = writeln!(out, "        {raw},{gap}{remark}");
        }
        if !end.is_empty() {
            let _ = writeln!(out, "        {end}");
        }
        out.push_str("    ]");
    }
}

struct List<'a> {
    text: &'a Arc<str>,
    range: Range<usize>,
    is_bookmark: bool,
}
