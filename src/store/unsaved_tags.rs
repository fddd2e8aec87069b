//! Where changes of what tags mean go that could not be saved when the reader had to end: a file of the
//! source's own beside its unsaved annotations, from which they are made at the next start. Knows files, not
//! what becomes of the changes.

use std::{fs, path::PathBuf};

use serde::{Deserialize, Serialize};

use super::{durable, lock::lock, read_text, unsaved::Refuge};
use crate::{
    annotations::{TagChange, TagNote},
    error::Error,
};

/// A change as it is written down: the form of one, by which serde writes and reads it.
#[derive(Serialize, Deserialize)]
#[serde(remote = "TagChange")]
enum Form {
    Rename(String, String),
    Describe(String, String),
    TakeBack {
        from: String,
        to: String,
        #[serde(with = "notes")]
        before: Vec<TagNote>,
    },
}

/// A change in that form.
#[derive(Serialize, Deserialize)]
struct Written(#[serde(with = "Form")] TagChange);

/// What is said of tags, in a list.
mod notes {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::annotations::TagNote;

    #[derive(Serialize, Deserialize)]
    #[serde(remote = "TagNote")]
    struct Form {
        name: String,
        colour: Option<String>,
        description: String,
        alias: Vec<String>,
        extra: Vec<(String, String)>,
    }

    #[derive(Serialize, Deserialize)]
    struct Written(#[serde(with = "Form")] TagNote);

    pub(super) fn serialize<S: Serializer>(notes: &[TagNote], out: S) -> Result<S::Ok, S::Error> {
        out.collect_seq(notes.iter().cloned().map(Written))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Vec<TagNote>, D::Error> {
        let written = Vec::<Written>::deserialize(from)?;
        Ok(written.into_iter().map(|Written(note)| note).collect())
    }
}

impl Refuge {
    /// Keeps changes, behind those that are here already. Returns the file.
    ///
    /// # Errors
    /// Where the state directory cannot be written to.
    pub fn keep_tag_changes(&self, changes: &[TagChange]) -> Result<PathBuf, Error> {
        let path = self.tag_changes_file();
        let error = |cause| Error::File { path: path.clone(), cause };
        let folder = durable::folder_of(&path);
        fs::create_dir_all(&folder).map_err(error)?;
        let _lock = lock(&folder).map_err(error)?;
        let mut all = match self.tag_changes() {
            Ok(earlier) => earlier,
            // Whatever it is, it is not ours to overwrite.
            Err(_) => {
                fs::rename(&path, durable::free_name(&path)).map_err(error)?;
                Vec::new()
            }
        };
        // They were taken in, and could not be saved again.
        if changes.starts_with(&all) {
            all.clear();
        }
        all.extend_from_slice(changes);
        let written: Vec<Written> = all.into_iter().map(Written).collect();
        let text = ron::ser::to_string_pretty(&written, ron::ser::PrettyConfig::default());
        let text = text.map_err(|cause| error(std::io::Error::other(cause)))?;
        durable::replace(&path, text.as_bytes()).map_err(error)?;
        Ok(path)
    }

    /// The changes that are kept here, in the order in which they were made.
    ///
    /// # Errors
    /// Where they cannot be read; they stay as they are then.
    pub fn tag_changes(&self) -> Result<Vec<TagChange>, Error> {
        let path = self.tag_changes_file();
        let Some(text) = read_text(&path)? else { return Ok(Vec::new()) };
        let written: Vec<Written> = ron::from_str(&text).map_err(|cause| Error::Format {
            name: path.display().to_string(),
            why: cause.to_string(),
            help: "The file is left as it is. Mend it there, or move it away.".into(),
        })?;
        Ok(written.into_iter().map(|Written(change)| change).collect())
    }

    /// Forgets the changes, as they are saved where they belong.
    ///
    /// # Errors
    /// Where the file cannot be removed; they are made again then.
    pub fn forget_tag_changes(&self) -> Result<(), Error> {
        let path = self.tag_changes_file();
        durable::remove(&path).map_err(|cause| Error::File { path, cause })
    }

    fn tag_changes_file(&self) -> PathBuf {
        self.annotations_file().with_extension("tags.ron")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotations::SourceLine;

    #[test]
    fn changes_of_tags_are_kept_in_order_until_they_are_forgotten() {
        let folder = tempfile::tempdir().expect("a folder");
        let line = SourceLine { file: "a.txt".into(), symbol: None, hash: "blake3:1".into() };
        let refuge = Refuge::within(&folder.path().join("state"), &folder.path().join("a"), line);
        assert_eq!(refuge.tag_changes().expect("read"), []);
        let note =
            TagNote { name: "a".into(), description: "\"x\"\n".into(), ..TagNote::default() };
        let changes = [
            TagChange::Describe("a".into(), "What (it) is for".into()),
            TagChange::Rename("a".into(), "b/c".into()),
            TagChange::TakeBack { from: "a".into(), to: "b/c".into(), before: vec![note] },
        ];
        let path = refuge.keep_tag_changes(&changes[..1]).expect("kept");
        refuge.keep_tag_changes(&changes[1..]).expect("kept");
        assert_eq!(refuge.tag_changes().expect("read"), changes);
        // Taken in, and not saved again.
        refuge.keep_tag_changes(&changes).expect("kept");
        assert_eq!(refuge.tag_changes().expect("read"), changes);
        assert_eq!(refuge.read().expect("read"), None, "they are no annotations");
        // What cannot be read is not overwritten.
        fs::write(&path, "[Rename(").expect("damaged");
        assert!(refuge.tag_changes().is_err());
        refuge.keep_tag_changes(&changes[..1]).expect("kept beside it");
        let kept = fs::read_dir(folder.path().join("state")).expect("listed").count();
        assert_eq!((refuge.tag_changes().expect("read").len(), kept), (1, 2));
        refuge.forget_tag_changes().expect("forgotten");
        assert_eq!(refuge.tag_changes().expect("read"), []);
    }
}
