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
    original: Option<String>,
    /// All before the list of tags, and all after it.
    around: [String; 2],
    known: Vec<Known>,
    set_aside: Vec<String>,
    /// Comments after the last tag.
    end: String,
    version: u64,
    /// The records that cannot be read.
    pub faults: Vec<Fault>,
}

#[derive(Clone, Debug)]
struct Known {
    note: TagNote,
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

    /// Follows the renaming of a tag and all below it: the old name becomes an alias of the new one, and
    /// so do the names it had before. No name is an alias of two tags, nor of one beside a tag of that
    /// name.
    pub fn rename(&mut self, from: &str, to: &str) {
        if from == to {
            return;
        }
        let old: Vec<TagNote> =
            self.tags().filter(|note| is_within(&note.name, from)).cloned().collect();
        let mut target = self.get(to).cloned();
        for note in old {
            let name = renamed_tag(&note.name, from, to);
            let mut merged = self
                .get(&name)
                .cloned()
                .unwrap_or_else(|| TagNote { name: name.clone(), ..TagNote::default() });
            if merged.description.is_empty() {
                merged.description = note.description;
            }
            merged.colour = merged.colour.or(note.colour);
            merged.alias.extend(note.alias);
            merged.extra.extend(note.extra.into_iter().filter(|_| self.get(&name).is_none()));
            self.known.retain(|known| known.note.name != note.name);
            if name == to {
                target = Some(merged);
            } else {
                self.put(merged);
            }
        }
        let mut target =
            target.unwrap_or_else(|| TagNote { name: to.to_owned(), ..TagNote::default() });
        target.alias.retain(|alias| alias != from);
        target.alias.push(from.to_owned());
        self.put(target);
        self.settle_aliases(to);
    }

    /// Takes a renaming back: what is said of the two tags, and of those below them, is again what was said
    /// before.
    pub fn take_back_rename(&mut self, from: &str, to: &str, before: &[TagNote]) {
        let is_one = |note: &TagNote| is_within(&note.name, from) || is_within(&note.name, to);
        self.original = None;
        let is_gone = |note: &TagNote| {
            is_one(note) && !before.iter().any(|earlier| earlier.name == note.name)
        };
        self.known.retain(|known| !is_gone(&known.note));
        before.iter().for_each(|note| self.put(note.clone()));
    }

    /// What is said of two tags and of those below them, and of those whose old names they take: what a
    /// renaming changes.
    #[must_use]
    pub fn notes_of_rename(&self, from: &str, to: &str) -> Vec<TagNote> {
        let concerns = |note: &&TagNote| {
            let is_one = |name: &str| is_within(name, from) || is_within(name, to);
            is_one(&note.name) || note.alias.iter().any(|alias| is_one(alias))
        };
        self.tags().filter(concerns).cloned().collect()
    }

    /// Takes away what contradicts after a tag was given the name `to`: aliases that are names of tags,
    /// and those of other tags that `to` has too, since it is the last that was called so.
    fn settle_aliases(&mut self, to: &str) {
        let names: Vec<String> = self.tags().map(|note| note.name.clone()).collect();
        let own = self.get(to).map(|note| note.alias.clone()).unwrap_or_default();
        let notes: Vec<TagNote> = self.tags().cloned().collect();
        for mut note in notes {
            let before = note.alias.clone();
            let mut seen: Vec<String> = Vec::new();
            note.alias.retain(|alias| {
                let is_new = !seen.contains(alias);
                seen.push(alias.clone());
                is_new && !names.contains(alias) && (note.name == to || !own.contains(alias))
            });
            if note.alias != before {
                self.put(note);
            }
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
    fn a_tag_renamed_back_is_no_alias_of_itself() {
        let mut book = Codebook::default();
        book.rename("a", "b");
        book.rename("b", "a");
        assert_eq!((book.current("a"), book.current("b")), ("a".into(), "a".into()));
        assert!(Codebook::read(&book.text()).is_ok());
    }

    #[test]
    fn aliases_are_closed_under_renaming() {
        let mut book = Codebook::default();
        for (from, to) in [("a", "b"), ("b", "c")] {
            book.rename(from, to);
        }
        assert_eq!((book.current("a"), book.current("b")), ("c".into(), "c".into()));
        book.rename("c", "a");
        assert_eq!((book.current("b"), book.current("c")), ("a".into(), "a".into()));
        assert_eq!(book.current("a"), "a");
        // A name that is used anew is no alias any more, and then of the tag that had it last.
        book.rename("x", "b");
        assert_eq!(book.current("b"), "b");
        book.rename("b", "y");
        assert_eq!((book.current("b"), book.current("x")), ("y".into(), "y".into()));
    }

    #[test]
    fn what_was_renamed_below_a_tag_stays_so_when_the_tag_is() {
        let mut book = Codebook::default();
        book.rename("a/x", "m");
        book.rename("a", "b");
        assert_eq!((book.current("a/x"), book.current("a/y")), ("m".into(), "b/y".into()));
        book.rename("b/y", "n");
        assert_eq!(book.current("a/y"), "n");
    }

    #[test]
    fn aliases_that_lead_in_a_circle_by_hand_end() {
        let text = "(version: 1, tags: [(name: \"a/b\", alias: [\"c\"]), (name: \"c/b\", alias: [\"a\"])])";
        let book = Codebook::read(text).expect("a codebook");
        assert_eq!(book.current("c"), "a/b");
        let _ = book.current("a/x");
    }

    proptest::proptest! {
        #[test]
        fn no_alias_contradicts(renames in proptest::collection::vec(("(a|b|c|d)(/x)?", "(a|b|c|d)(/x)?"), 0..10)) {
            let mut book = Codebook::default();
            // Where what was called so last is now.
            let mut now: Vec<(String, String)> = Vec::new();
            for (from, to) in renames {
                // Nobody renames a tag to one below itself, or one above.
                if is_within(&to, &from) || is_within(&from, &to) {
                    continue;
                }
                let below: Vec<String> = book.tags().map(|note| note.name.clone()).collect();
                for name in below.into_iter().filter(|name| is_within(name, &from)) {
                    now.retain(|(old, _)| *old != name);
                    now.push((name.clone(), name));
                }
                book.rename(&from, &to);
                now.retain(|(old, _)| *old != from);
                now.iter_mut().for_each(|(_, name)| *name = renamed_tag(name, &from, &to));
                now.push((from, to));
            }
            let names: Vec<&str> = book.tags().map(|note| note.name.as_str()).collect();
            let mut aliases: Vec<&String> = book.tags().flat_map(|note| &note.alias).collect();
            for alias in &aliases {
                proptest::prop_assert!(!names.contains(&alias.as_str()), "{} is a name", alias);
            }
            let all = aliases.len();
            aliases.sort_unstable();
            aliases.dedup();
            proptest::prop_assert_eq!(aliases.len(), all);
            // What is below a tag that is called so anew may be meant anew.
            let is_anew = |old: &str| names.iter().any(|name| is_within(old, name));
            for (old, name) in now.iter().filter(|(old, _)| !is_anew(old)) {
                proptest::prop_assert_eq!(&book.current(old), name, "{}", old);
            }
            proptest::prop_assert!(Codebook::read(&book.text()).is_ok());
        }
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
