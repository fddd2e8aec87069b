//! The text of `tags.ron`: what tags mean, which colour they have, what they were called before. Kept
//! like the file of annotations: comments, unknown fields and broken records stay as they are. Knows
//! no disk.
//!
//! ```ron
//! (
//!     version: 1,
//!     tags: [
//!         (name: "mandate/report", colour: Some("yellow"), description: "Who is to report", alias: ["reports"]),
//!     ],
//! )
//! ```

use std::fmt::Write as _;

use super::{
    fault::{Fault, Places},
    record, scan,
    tag::{is_within, renamed_tag},
};

/// The version of the file this program writes.
const VERSION: u64 = 1;

/// What a codebook says of a tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TagNote {
    /// Its name, with all its levels: `mandate/report`.
    pub name: String,
    /// Its colour, by name.
    pub colour: Option<String>,
    /// What it is for; may be empty.
    pub description: String,
    /// What it was called before.
    pub alias: Vec<String>,
    /// Fields that this version does not know: name and RON text, kept.
    pub extra: Vec<(String, String)>,
}

/// A codebook as it was read, and as it is to be written.
#[derive(Clone, Debug)]
pub struct Codebook {
    pub(super) original: Option<String>,
    /// All before the list of tags, and all after it.
    around: [String; 2],
    pub(super) known: Vec<Known>,
    set_aside: Vec<String>,
    /// Comments after the last tag.
    end: String,
    version: u64,
    /// The records that cannot be read.
    pub faults: Vec<Fault>,
}

#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) note: TagNote,
    raw: String,
    remark: String,
}

impl Default for Codebook {
    fn default() -> Self {
        let top = format!("// What tags mean.\n(\n    version: {VERSION},\n    tags: ");
        Self {
            original: None,
            around: [top, ",\n)\n".into()],
            known: Vec::new(),
            set_aside: Vec::new(),
            end: String::new(),
            version: VERSION,
            faults: Vec::new(),
        }
    }
}

impl Codebook {
    /// Reads the text of a codebook.
    ///
    /// # Errors
    /// Where it is none, or its outer form is damaged. It must then not be written.
    pub fn read(text: &str) -> Result<Self, Fault> {
        let mut faults = Vec::new();
        let mut book = Self::read_outer(text, &mut faults)
            .map_err(|(at, why)| Places::new(text).fault(at, why))?;
        let mut places = Places::new(text);
        book.faults = faults.into_iter().map(|(at, why)| places.fault(at, why)).collect();
        book.original = Some(text.to_owned());
        Ok(book)
    }

    fn read_outer(text: &str, faults: &mut Vec<scan::Misread>) -> Result<Self, scan::Misread> {
        let bare = text.trim_start_matches('\u{feff}');
        let open = scan::opening(bare, b'(')? + text.len() - bare.len();
        let fields = scan::fields(text, open)?;
        let field = |name: &str| fields.iter().find(|(own, _)| *own == name);
        let (_, version) = field("version").ok_or((open, "it says no version".to_owned()))?;
        let (_, list) = field("tags").ok_or((open, "it has no list of tags".to_owned()))?;
        let version =
            record::plain(&text[version.clone()]).map_err(|(_, why)| (version.start, why))?;
        let around = [text[..list.start].to_owned(), text[list.end..].to_owned()];
        let shift = |(at, why)| (list.start + at, why);
        let inner = &text[list.clone()];
        let (items, end) =
            scan::items(inner, scan::opening(inner, b'[').map_err(shift)?).map_err(shift)?;
        let mut book = Self { around, end, version, ..Self::default() };
        for scan::Item { range, remark } in items {
            let raw = inner[range.clone()].to_owned();
            match tag_note(&raw) {
                Ok(note) => book.known.push(Known { note, raw, remark }),
                Err((at, why)) => {
                    faults.push((list.start + range.start + at, why));
                    book.set_aside.push(raw);
                }
            }
        }
        Ok(book)
    }

    /// Whether it was made by a newer seized: to be read, and not to be written.
    #[must_use]
    pub const fn is_newer(&self) -> bool {
        self.version > VERSION
    }

    /// What it says of tags, in the order of the file.
    pub fn tags(&self) -> impl Iterator<Item = &TagNote> {
        self.known.iter().map(|known| &known.note)
    }

    /// What it says of one tag.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&TagNote> {
        self.tags().find(|note| note.name == name)
    }

    /// The name that a tag has now: of an old name, or of what was below one, the new one, however
    /// often it was renamed.
    #[must_use]
    pub fn current(&self, tag: &str) -> String {
        let mut name = tag.to_owned();
        let mut followed: Vec<&str> = Vec::new();
        while let Some((old, new)) = self.renamed_once(&name) {
            // Written by hand, aliases may lead back.
            if followed.contains(&old) {
                break;
            }
            followed.push(old);
            name = new;
        }
        name
    }

    /// What a tag that is none any more became: by the alias that says most of its name, and that alias.
    fn renamed_once(&self, tag: &str) -> Option<(&str, String)> {
        if self.get(tag).is_some() {
            return None;
        }
        let aliases = self.tags().flat_map(|note| note.alias.iter().map(move |old| (old, note)));
        let of_tag = aliases.filter(|(old, _)| is_within(tag, old));
        let (old, note) = of_tag.max_by_key(|(old, _)| old.len())?;
        Some((old, renamed_tag(tag, old, &note.name)))
    }

    /// Says this of a tag, in the place of what it said before.
    pub fn put(&mut self, note: TagNote) {
        self.original = None;
        match self.known.iter_mut().find(|known| known.note.name == note.name) {
            Some(known) => {
                // The comments before a record are the person's.
                let lead = known.raw[..scan::blank(&known.raw, 0)].to_owned();
                known.raw = lead + &print(&note);
                known.note = note;
            }
            None => self.known.push(Known { raw: print(&note), note, remark: String::new() }),
        }
    }

    /// The text of the file. Where nothing has changed, it is the text that was read.
    #[must_use]
    pub fn text(&self) -> String {
        if let Some(original) = &self.original {
            return original.clone();
        }
        let [top, bottom] = &self.around;
        let mut out = format!("{top}[\n");
        // Writing to a String cannot fail.
        for Known { raw, remark, .. } in &self.known {
            let gap = if remark.is_empty() { "" } else { " " };
            let _ = writeln!(out, "        {raw},{gap}{remark}");
        }
        for raw in &self.set_aside {
            let _ = writeln!(out, "        {raw},");
        }
        if !self.end.is_empty() {
            let _ = writeln!(out, "        {}", self.end);
        }
        out + "    ]" + bottom
    }
}

impl Known {
    /// Puts the comments of another record above this one; that behind it stays behind where there is room.
    pub(super) fn take_comments_of(&mut self, other: &Self) {
        let lead = &other.raw[..scan::blank(&other.raw, 0)];
        if self.remark.is_empty() {
            self.remark.clone_from(&other.remark);
        } else if !other.remark.is_empty() {
            self.raw = format!("{}\n        {}", other.remark, self.raw);
        }
        self.raw = format!("{lead}{}", self.raw);
    }
}

fn tag_note(text: &str) -> Result<TagNote, scan::Misread> {
    let mut made = TagNote::default();
    for (name, range) in scan::fields(text, scan::opening(text, b'(')?)? {
        let value = &text[range.clone()];
        let shifted = |(at, why): scan::Misread| (range.start + at, why);
        match name {
            "name" => made.name = record::string(value).map_err(shifted)?,
            "colour" => made.colour = record::optional(value).map_err(shifted)?,
            "description" => made.description = record::string(value).map_err(shifted)?,
            "alias" => made.alias = record::list(value, record::string).map_err(shifted)?,
            _ => made.extra.push((name.to_owned(), value.to_owned())),
        }
    }
    if made.name.is_empty() {
        return Err((0, "the record has no name".into()));
    }
    Ok(made)
}

fn print(note: &TagNote) -> String {
    let (name, colour) = (record::quoted(&note.name), record::option(note.colour.as_deref()));
    let alias = record::list_text(&note.alias, |alias| record::quoted(alias));
    let description = record::quoted(&note.description);
    let mut out =
        format!("(name: {name}, colour: {colour}, description: {description}, alias: {alias}");
    for (name, value) in &note.extra {
        let _ = write!(out, ", {name}: {value}");
    }
    out + ")"
}

#[cfg(test)]
mod tests {
    use super::*;

    const BY_HAND: &str = "// Ours.\n(\n    version: 1,\n    tags: [\n        // who does what\n        \
        (name: \"mandate\", description: \"Who must act\", mood: Fine), // ours\n        \
        (name: \"mandate/report\", alias: [\"reports\"]),\n        (broken),\n        // more\n    ],\n    \
        later: 3,\n)\n";

    #[test]
    fn a_codebook_keeps_what_it_does_not_change() {
        let mut book = Codebook::read(BY_HAND).expect("whole");
        assert_eq!(book.text(), BY_HAND);
        assert_eq!((book.faults.len(), book.faults[0].line), (1, 8));
        assert_eq!(book.current("reports/late"), "mandate/report/late");
        book.rename("mandate", "duty");
        let text = book.text();
        for kept in ["// Ours.", "// more", "later: 3", "(broken)", "mood: Fine", "Who must act"] {
            assert!(text.contains(kept), "{kept} is gone:\n{text}");
        }
        let book = Codebook::read(&text).expect("what we write we read");
        assert_eq!(book.current("mandate/x"), "duty/x");
        assert_eq!(book.current("reports"), "duty/report");
        assert_eq!(book.text(), text);
    }

    #[test]
    fn aliases_that_lead_in_a_circle_by_hand_end() {
        let text = "(version: 1, tags: [(name: \"a/b\", alias: [\"c\"]), (name: \"c/b\", alias: [\"a\"])])";
        let book = Codebook::read(text).expect("a codebook");
        assert_eq!(book.current("c"), "a/b");
        let _ = book.current("a/x");
    }

    #[test]
    fn a_damaged_codebook_says_where() {
        let fault = Codebook::read("(version: 1,\n tags: [").expect_err("damaged");
        assert_eq!((fault.line, fault.column), (2, 8));
        assert!(Codebook::read("(version: 9, tags: [])").is_ok_and(|book| book.is_newer()));
        let fault = |text: &str| {
            let book = Codebook::read(text);
            let fault = book.map_or_else(|fault| fault, |book| book.faults[0].clone());
            (fault.line, fault.column)
        };
        assert_eq!(fault("\u{feff}(tags: [])"), (1, 2));
        assert_eq!(fault("(version: 1, tags: 3)"), (1, 20));
        assert_eq!(fault("(version: x, tags: [])"), (1, 11));
        assert_eq!(fault("(version: 1, tags: [\n (name: \"a\"),\n (name: b)])"), (3, 9));
        assert_eq!(fault("(version: 1, tags: [\n (name: \"a\", alias: [\"b\", c])])"), (2, 27));
    }

    #[test]
    fn a_name_that_another_tag_had_before_is_taken_from_it() {
        let text = "(version: 1, tags: [(name: \"a\", alias: [\"x\", \"y\"]), (name: \"b\")])";
        let mut book = Codebook::read(text).expect("whole");
        book.rename("b", "x");
        assert_eq!(book.current("x"), "x");
        assert_eq!((book.current("b"), book.current("y")), ("x".into(), "a".into()));
        let end = Codebook::read("(version: 1, tags: [\n // end\n], later: 1)").expect("whole");
        let mut book = end;
        book.rename("a", "b");
        assert!(book.text().contains("// end\n    ], later: 1)"), "{}", book.text());
    }
}
