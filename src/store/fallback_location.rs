//! Where annotations go while the folder of their source cannot be written: a file in the data
//! directory, with a copy of what stood beside the source when the two were last brought together.
//! From these a later save tells what is new on either side. Knows places, nothing of annotations.

use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
    time::UNIX_EPOCH,
};

use super::{durable, full_path};

/// How many bytes of a source's name stand in that of its fallback; its hash tells the rest.
const MOST_NAME: usize = 210;

/// The fallback of one source.
#[derive(Clone, Debug)]
pub(super) struct FallbackLocation {
    /// The annotations.
    pub(super) file: PathBuf,
    /// What was beside the source when `file` was last written.
    pub(super) base: PathBuf,
}

impl FallbackLocation {
    /// The fallback of a source, told by its full path. Nothing where the person has no home.
    pub(super) fn of(source: &Path) -> Option<Self> {
        let full = full_path(source).ok()?;
        full.file_name()?;
        Some(Self::within(&home()?, &full))
    }

    /// The files of a source with this full path in a folder.
    pub(super) fn within(folder: &Path, full: &Path) -> Self {
        let hash = blake3::hash(full.as_os_str().as_encoded_bytes()).to_hex();
        let name = full.file_name().unwrap_or_default().to_string_lossy();
        // A name as long as a file's can be leaves no room for what comes behind it.
        let start = &name[..name.floor_char_boundary(MOST_NAME)];
        let name = format!("{start}.{}", hash.get(..16).unwrap_or_default());
        Self {
            file: folder.join(format!("{name}.seized.ron")),
            base: folder.join(format!("{name}.base")),
        }
    }

    /// Whether there is anything in it.
    pub(super) fn is_used(&self) -> bool {
        self.file.exists()
    }

    /// Keeps annotations, and what is beside the source now. A death between the two does no harm:
    /// what is the same on both sides is no change.
    pub(super) fn keep(&self, text: &str, beside: Option<&str>) -> io::Result<()> {
        durable::replace(&self.file, text.as_bytes())?;
        match beside {
            Some(beside) => durable::replace(&self.base, beside.as_bytes()),
            None => durable::remove(&self.base),
        }
    }

    /// Empties it, once all is beside the source again.
    pub(super) fn clear(&self) -> io::Result<()> {
        durable::remove(&self.file)?;
        durable::remove(&self.base)
    }
}

/// The folder of all of them.
fn home() -> Option<PathBuf> {
    let folders = directories::ProjectDirs::from("", "", "seized")?;
    Some(folders.data_dir().join("annotations"))
}

/// The annotations of all sources that are kept in the data directory: looked at once, for many sources.
#[derive(Debug, Default)]
pub struct KeptElsewhere {
    folder: PathBuf,
    /// Length and time of each file, by its name.
    files: HashMap<String, (u64, u64)>,
    /// What the names of their sources begin with.
    names: std::collections::HashSet<String>,
}

impl KeptElsewhere {
    /// Those that are there.
    #[must_use]
    pub fn all() -> Self {
        home().map(Self::below).unwrap_or_default()
    }

    fn below(folder: PathBuf) -> Self {
        let mut kept = Self { folder, ..Self::default() };
        for entry in fs::read_dir(&kept.folder).into_iter().flatten().flatten() {
            let Ok(name) = entry.file_name().into_string() else { continue };
            let of_source = name.strip_suffix(".seized.ron").and_then(|name| name.rsplit_once('.'));
            let (Some((of_source, _)), Ok(metadata)) = (of_source, entry.metadata()) else {
                continue;
            };
            let changed =
                metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
            let changed = changed.and_then(|since| u64::try_from(since.as_nanos()).ok());
            kept.names.insert(of_source.to_owned());
            kept.files.insert(name, (metadata.len(), changed.unwrap_or_default()));
        }
        kept
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// How long the annotations of a source are, in bytes, and when they were changed last, in nanoseconds since
    /// 1970. The source is told by the one path that nothing else has.
    #[must_use]
    pub fn of(&self, full: &Path) -> Option<(u64, u64)> {
        let name = full.file_name()?.to_string_lossy();
        // To tell all sources by their hashes would take its time.
        if !self.names.contains(name.get(..name.floor_char_boundary(MOST_NAME))?) {
            return None;
        }
        let file = FallbackLocation::within(&self.folder, full).file;
        self.files.get(file.file_name()?.to_str()?).copied()
    }
}

/// Whether a name is so long that a new file should not have it: a name has 255 bytes at most, and
/// what others write beside the file (`….orig` of a merge, a copy in conflict) needs some of them.
pub(super) fn is_too_long(path: &Path) -> bool {
    const LONGEST_NAME: usize = 246;
    path.file_name().is_some_and(|name| name.len() > LONGEST_NAME)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_elsewhere_is_known_by_its_source() {
        let folder = tempfile::tempdir().expect("a folder");
        let source = Path::new("/texts/a.zip!/b.txt");
        FallbackLocation::within(folder.path(), source).keep("(version: 1)", None).expect("kept");
        let kept = KeptElsewhere::below(folder.path().to_owned());
        assert_eq!(kept.of(source).map(|(length, _)| length), Some(12));
        assert_eq!(kept.of(Path::new("/other/b.txt")), None);
        assert_eq!(kept.of(Path::new("/texts/c.txt")), None);
        assert!(KeptElsewhere::below(folder.path().join("none")).is_empty());
    }
}
