//! The tags of a library as a tree with counts; each leads to the search for its passages. Knows tags that were
//! counted.

use super::{columns::Column, entry::Entry};
use crate::library::TagCount;
use crate::text::counted;

/// The tags of a library.
#[derive(Clone, Debug)]
pub struct Tags {
    tags: Vec<TagCount>,
    /// Whether an answer is still to come.
    pub is_searching: bool,
    /// Why it cannot be answered.
    pub failed: Option<String>,
}

impl Default for Tags {
    fn default() -> Self {
        Self { tags: Vec::new(), is_searching: true, failed: None }
    }
}

impl Tags {
    pub(super) const COLUMNS: &'static [Column] = &[Column { most: 6, from: 0, is_name: false }];

    /// Takes an answer, in order of names.
    pub fn take(&mut self, tags: Vec<TagCount>) {
        (self.tags, self.is_searching) = (tags, false);
    }

    pub(super) fn title(&self) -> String {
        "Tags of the library".into()
    }

    pub(super) fn about(&self, shown: usize) -> String {
        if self.is_searching { "reading …".into() } else { counted(shown, "tag") }
    }

    pub(super) fn nothing(&self) -> String {
        match (&self.failed, self.is_searching) {
            (Some(why), _) => why.clone(),
            (None, true) => String::new(),
            (None, false) => "No paragraph of the library has a tag yet.".into(),
        }
    }

    pub(super) fn entries(&self) -> Vec<Entry> {
        let entry = |one: &TagCount| Entry {
            lead: vec![format!("{:>4}", one.passages)],
            text: format!("{}{}", "  ".repeat(one.tag.matches('/').count()), one.tag),
            tail: format!("in {}", counted(one.files, "text")),
            most_rows: 1,
            ..Entry::default()
        };
        self.tags.iter().map(entry).collect()
    }

    /// The search for the passages of a tag.
    pub(super) fn search(&self, entry: usize) -> Option<String> {
        let tag = &self.tags.get(entry)?.tag;
        let is_one_word = !tag.contains(|c: char| c.is_whitespace() || c == '"');
        let quoted = || format!("\"{}\"", tag.replace('\\', "\\\\").replace('"', "\\\""));
        Some(format!("tag:{}", if is_one_word { tag.clone() } else { quoted() }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_leads_to_the_search_for_its_passages() {
        let count = |tag: &str| TagCount { tag: tag.into(), passages: 3, files: 1 };
        let mut tags = Tags::default();
        tags.take(vec![count("mandate"), count("mandate/report"), count("follow up")]);
        let shown: Vec<String> = tags.entries().into_iter().map(|entry| entry.text).collect();
        assert_eq!(shown, ["mandate", "  mandate/report", "follow up"]);
        assert_eq!(tags.search(1).as_deref(), Some("tag:mandate/report"));
        assert_eq!(tags.search(2).as_deref(), Some("tag:\"follow up\""));
        assert_eq!(tags.search(3), None);
    }
}
