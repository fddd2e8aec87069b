//! A durable write: a sibling file, synced, renamed over the old one, the folder synced. Whoever
//! pulls the plug finds the old text or the new one. Knows nothing of what is written.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
};

/// Writes a whole file. A symbolic link stays one; what it points to is written. The file keeps its
/// permissions.
///
/// # Errors
/// Where the folder is not there or cannot be written to. The old file is then as it was.
pub fn write_durably(path: &Path, text: &str) -> io::Result<()> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let sibling = sibling(&path)?;
    let written = write_and_rename(&sibling, &path, text);
    if written.is_err() {
        // It is of no use to anyone; where it cannot be removed either, the first error says more.
        let _ = fs::remove_file(&sibling);
    }
    written
}

fn write_and_rename(sibling: &Path, path: &Path, text: &str) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(sibling)?;
    file.write_all(text.as_bytes())?;
    if let Ok(old) = fs::metadata(path) {
        file.set_permissions(old.permissions())?;
    }
    file.sync_all()?;
    drop(file);
    fs::rename(sibling, path)?;
    // The rename itself lives in the folder. Some file systems cannot sync one.
    if let Some(folder) = path.parent()
        && let Ok(folder) = File::open(folder)
    {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// A name beside the file that nobody else uses: hidden, with our process in it.
fn sibling(path: &Path) -> io::Result<PathBuf> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let mut hidden = std::ffi::OsString::from(".");
    hidden.push(name);
    hidden.push(format!(".{}-{count}.tmp", process::id()));
    Ok(path.with_file_name(hidden))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("state.ron");
        write_durably(&path, "old").expect("written");
        write_durably(&path, "new").expect("written again");
        assert_eq!(fs::read_to_string(&path).expect("read"), "new");
        assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 1);
    }

    #[test]
    fn where_nothing_can_be_written_nothing_changes() {
        let folder = tempfile::tempdir().expect("a folder");
        let missing = folder.path().join("missing/state.ron");
        assert!(write_durably(&missing, "new").is_err());
        assert!(!missing.exists());
    }
}
