//! The files of a library that could not be read, each with its reason.

use std::{path::PathBuf, sync::Arc};

use super::{columns::Column, entry::Entry, library::Known};
use crate::app::Wanted;
use crate::text::counted;

/// What could not be read.
#[derive(Clone, Debug)]
pub struct Unread(pub Arc<Known>);

impl Unread {
    pub(super) const COLUMNS: &'static [Column] = &[Column { most: 48, from: 0, is_name: true }];

    pub(super) fn title(&self) -> String {
        format!("What could not be read of {}", self.0.name)
    }

    pub(super) fn about(&self, shown: usize) -> String {
        counted(shown, "file")
    }

    pub(super) fn nothing(&self) -> String {
        "Everything could be read.".into()
    }

    pub(super) fn entries(&self) -> Vec<Entry> {
        let entry = |(path, why): &(String, String)| Entry {
            lead: vec![path.clone()],
            text: why.clone(),
            most_rows: 2,
            ..Entry::default()
        };
        self.0.unread.iter().map(entry).collect()
    }

    pub(super) fn opens(&self, entry: usize) -> Option<Wanted> {
        let (path, _) = self.0.unread.get(entry)?;
        Some(Wanted::File(PathBuf::from(path)))
    }
}
