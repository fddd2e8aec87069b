//! One paragraph through the sessions, oldest first: its words in each with what was changed, and when each of its
//! phrases came and went. Knows what was found; reads nothing.

use super::{columns::Column, entry::Entry};
use crate::{
    app::Wanted,
    compare::{History as Found, Kind, Stage},
    text::counted,
};

/// A paragraph through the sessions.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// Which it is: `OP18 of A/RES/72/247`.
    of: String,
    versions: Vec<Version>,
    found: Found,
    /// Whether an answer is still to come.
    pub is_searching: bool,
    /// Why it cannot be answered.
    pub failed: Option<String>,
}

/// A text of the series.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// How it is called: its symbol, else its file.
    pub called: String,
    /// The year; empty where none is known.
    pub year: String,
    /// How the paragraph is cited there; empty where it has none.
    pub cite: String,
    /// What opens it there.
    pub wanted: Wanted,
    /// Whether the person asked from here.
    pub is_own: bool,
}

impl History {
    pub(super) const COLUMNS: &'static [Column] = &[
        Column { most: 9, from: 0, is_name: false },
        Column { most: 20, from: 0, is_name: true },
        Column { most: 10, from: 56, is_name: false },
        Column { most: 10, from: 90, is_name: false },
    ];

    /// Of a paragraph, not known yet.
    #[must_use]
    pub fn of(called: String) -> Self {
        Self { of: called, is_searching: true, ..Self::default() }
    }

    /// Takes an answer: the versions, oldest first, and what the paragraph was in each.
    pub fn take(&mut self, versions: Vec<Version>, found: Found) {
        (self.versions, self.found, self.is_searching) = (versions, found, false);
    }

    pub(super) fn title(&self) -> String {
        format!("{} through the sessions", self.of)
    }

    pub(super) fn about(&self, _shown: usize) -> String {
        if self.is_searching {
            return "searching …".into();
        }
        let there = self.found.stages.iter().flatten().count();
        let texts = counted(self.versions.len(), "text");
        format!("in {there} of {texts} · [-gone-] {{+new+}}")
    }

    pub(super) fn nothing(&self) -> String {
        match (&self.failed, self.is_searching) {
            (Some(why), _) => why.clone(),
            (None, true) => String::new(),
            (None, false) => "The library has no other text of this series.".into(),
        }
    }

    /// The paragraph in each version; below, its phrases.
    pub(super) fn entries(&self) -> Vec<Entry> {
        let mut before: Option<&Stage> = None;
        let mut entries = Vec::new();
        for (version, stage) in self.versions.iter().zip(&self.found.stages) {
            entries.push(entry(version, before, stage.as_ref()));
            before = stage.as_ref().or(before);
        }
        if self.found.stages.iter().flatten().count() > 1 {
            let heading = |text: &str| Entry {
                text: text.into(),
                is_heading: true,
                most_rows: 1,
                ..Entry::default()
            };
            entries.push(heading("When each phrase came and went"));
            let year = |version: usize| self.versions.get(version).map(|one| one.year.clone());
            entries.extend(self.found.phrases.iter().map(|phrase| {
                let went = phrase.went.and_then(year).unwrap_or_default();
                let came = year(phrase.came).unwrap_or_default();
                let (came_in, went_from) = (self.called(phrase.came), phrase.went);
                let went_in = went_from.map_or_else(String::new, |at| self.called(at));
                let to = if went_in.is_empty() { "there still" } else { went_in.as_str() };
                Entry {
                    lead: vec![format!("{came}–{went}"), came_in],
                    text: phrase.text.clone(),
                    tail: to.to_owned(),
                    most_rows: 3,
                    ..Entry::default()
                }
            }));
        }
        entries
    }

    fn called(&self, version: usize) -> String {
        self.versions.get(version).map(|one| one.called.clone()).unwrap_or_default()
    }

    pub(super) fn opens(&self, entry: usize) -> Option<Wanted> {
        let phrase = || {
            let at = entry.checked_sub(self.versions.len() + 1)?;
            Some(self.found.phrases.get(at)?.came)
        };
        let version = if entry < self.versions.len() { Some(entry) } else { phrase() };
        self.versions.get(version?).map(|version| version.wanted.clone())
    }
}

/// A version: the words of the paragraph there, what was taken out and put in since the one before among them.
fn entry(version: &Version, before: Option<&Stage>, stage: Option<&Stage>) -> Entry {
    let how = match stage.map(|stage| stage.kind) {
        None => "",
        Some(Kind::New) => "first",
        Some(kind) => kind.name(),
    };
    let at_right = match stage {
        None if before.is_some() => "not there",
        None => "not yet",
        Some(_) if version.is_own => "this",
        Some(_) => "",
    };
    let mut entry = Entry {
        lead: vec![version.year.clone(), version.called.clone(), version.cite.clone(), how.into()],
        tail: at_right.into(),
        most_rows: 12,
        ..Entry::default()
    };
    match (before, stage) {
        (_, None) => {}
        (Some(before), Some(stage)) => {
            if stage.edits.is_empty() {
                entry.most_rows = 1;
            }
            with_edits(&before.text, stage, &mut entry);
        }
        (None, Some(stage)) => entry.text.clone_from(&stage.text),
    }
    entry
}

/// `[-gone-]{+new+}`, each marked.
fn with_edits(before: &str, stage: &Stage, entry: &mut Entry) {
    let mut at = 0;
    for edit in &stage.edits {
        entry.text.push_str(stage.text.get(at..edit.right.start).unwrap_or_default());
        let gone = before.get(edit.left.clone()).unwrap_or_default();
        let new = stage.text.get(edit.right.clone()).unwrap_or_default();
        let from = entry.text.len();
        if !gone.is_empty() {
            entry.text.push_str(&format!("[-{gone}-]"));
        }
        if !new.is_empty() {
            entry.text.push_str(&format!("{{+{new}+}}"));
        }
        entry.marked.push(from..entry.text.len());
        at = edit.right.end;
    }
    entry.text.push_str(stage.text.get(at..).unwrap_or_default());
}
