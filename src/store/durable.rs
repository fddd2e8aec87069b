//! Replaces a file whole or not at all: a sibling is written and synced, takes the file's place, and
//! the folder is synced. Knows bytes and paths, not what is in them.

use std::{
    fs::{self, File, Metadata, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
    time::Duration,
};

/// A step of a durable write, named so that a test can fail or die just before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The sibling is created.
    Create,
    /// The bytes are written to it.
    Write,
    /// It gets the permissions of the file it replaces.
    Permit,
    /// Its bytes are brought to the disk.
    Sync,
    /// It takes the file's place.
    Rename,
    /// The folder's entry is brought to the disk.
    SyncFolder,
}

/// Every step, in order.
pub const STEPS: [Step; 6] =
    [Step::Create, Step::Write, Step::Permit, Step::Sync, Step::Rename, Step::SyncFolder];

/// Replaces the file at `path`, or makes it. A symbolic link stays one: what it points to is
/// replaced. Permissions stay as they are.
///
/// # Errors
/// Those of the file system. The old file is then still there, whole, unless only the folder could
/// not be synced: then the new one is.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_watched(path, bytes, &mut |_| Ok(()))
}

/// [`replace`], asking before each step: a fault that `before` returns is met as if the system
/// had refused that step.
///
/// # Errors
/// As [`replace`], and what `before` returns.
pub fn replace_watched(
    path: &Path,
    bytes: &[u8],
    before: &mut dyn FnMut(Step) -> io::Result<()>,
) -> io::Result<()> {
    let target = target_of(path);
    let folder = folder_of(&target);
    let sibling = sibling_of(&target);
    let written = write_sibling(&target, &sibling, bytes, before).and_then(|()| {
        before(Step::Rename)?;
        fs::rename(&sibling, &target)
    });
    if let Err(cause) = written {
        // The first error is the one to tell; a sibling left over does no harm.
        let _ = fs::remove_file(&sibling);
        return Err(cause);
    }
    before(Step::SyncFolder)?;
    sync_folder(&folder)
}

/// Removes a file for good; one that is not there is no error.
///
/// # Errors
/// Those of the file system.
pub fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(cause) => Err(cause),
        Ok(()) => sync_folder(&folder_of(path)),
    }
}

/// The file that a path leads to, through symbolic links, be it there or not.
#[must_use]
pub fn target_of(path: &Path) -> PathBuf {
    let link = || fs::read_link(path).ok().map(|to| folder_of(path).join(to));
    fs::canonicalize(path).ok().or_else(link).unwrap_or_else(|| path.to_owned())
}

/// Whether a file is not meant to be written: it, or the folder it stands in, has been made
/// read-only. Permissions that only some have, the system will tell.
#[must_use]
pub fn is_read_only(path: &Path) -> bool {
    let target = target_of(path);
    let is_locked = |path: &Path| fs::metadata(path).is_ok_and(|m| m.permissions().readonly());
    is_locked(&target) || (cfg!(unix) && is_locked(&folder_of(&target)))
}

/// Removes siblings of a file that a killed process has left: those that are older than any write
/// takes. What cannot be removed does no harm.
pub fn sweep(path: &Path) {
    let target = target_of(path);
    let start = format!(".{}.", target.file_name().unwrap_or_default().to_string_lossy());
    let Ok(listed) = fs::read_dir(folder_of(&target)) else { return };
    for entry in listed.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_sibling = name.strip_prefix(&start).is_some_and(|rest| rest.ends_with(".tmp"));
        let age = || entry.metadata().ok()?.modified().ok()?.elapsed().ok();
        if is_sibling && age().is_some_and(|age| age > LEFT_OVER) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Age at which nobody is still writing a sibling.
const LEFT_OVER: Duration = Duration::from_mins(10);

/// The folder a file stands in; `.` for a bare name.
#[must_use]
pub fn folder_of(path: &Path) -> PathBuf {
    path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned()
}

fn write_sibling(
    target: &Path,
    sibling: &Path,
    bytes: &[u8],
    before: &mut dyn FnMut(Step) -> io::Result<()>,
) -> io::Result<()> {
    before(Step::Create)?;
    let old = fs::metadata(target).ok();
    let mut file = create(sibling, old.is_some())?;
    before(Step::Write)?;
    file.write_all(bytes)?;
    before(Step::Permit)?;
    if let Some(old) = old {
        keep_owner(&file, &old);
        file.set_permissions(old.permissions())?;
    }
    before(Step::Sync)?;
    file.sync_all()
}

/// Creates a file; a private one is read by nobody else before it has its permissions.
fn create(path: &Path, is_private: bool) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    if is_private {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    #[cfg(not(unix))]
    let _ = is_private;
    options.open(path)
}

/// Leaves a file to its owner, where root writes it. Others may not give files away, nor need to.
fn keep_owner(file: &File, old: &Metadata) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt as _, fchown};
        let _ = fchown(file, Some(old.uid()), Some(old.gid()));
    }
    #[cfg(not(unix))]
    let _ = (file, old);
}

/// A hidden name beside the file, another one for each process and thread.
fn sibling_of(target: &Path) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let thread = format!("{:?}", std::thread::current().id());
    let thread: String = thread.chars().filter(char::is_ascii_digit).collect();
    target.with_file_name(format!(".{name}.{}-{thread}.tmp", std::process::id()))
}

fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder) {
        Ok(folder) if cfg!(unix) => folder.sync_all(),
        // Only Unix syncs folders.
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("state.ron");
        replace(&path, b"old").expect("written");
        replace(&path, b"new").expect("written again");
        assert_eq!(fs::read_to_string(&path).expect("read"), "new");
        assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 1);
    }

    #[test]
    fn where_nothing_can_be_written_nothing_changes() {
        let folder = tempfile::tempdir().expect("a folder");
        let missing = folder.path().join("missing/state.ron");
        assert!(replace(&missing, b"new").is_err());
        assert!(!missing.exists());
    }
}
