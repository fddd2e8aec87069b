//! Replaces a file whole or not at all: a sibling is written and synced, takes the file's place, and
//! the folder is synced. Knows bytes and paths, not what is in them.

use std::{
    fs::{self, File, Metadata},
    io::{self, Write as _},
    path::{Path, PathBuf},
    time::Duration,
};

use tempfile::NamedTempFile;

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

/// Makes a file that is not there, whole or not at all; what is there, were it made a moment ago, is
/// never written over.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] where there is such a file, or a link of that name; those of the file
/// system.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let sibling = write_sibling(path, bytes, &mut |_| Ok(()))?;
    sibling.persist_noclobber(path).map_err(|refused| refused.error)?;
    sync_folder(&folder_of(path))
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
    // Where a step fails, the sibling is removed as it is dropped.
    let sibling = write_sibling(&target, bytes, before)?;
    before(Step::Rename)?;
    sibling.persist(&target).map_err(|refused| refused.error)?;
    before(Step::SyncFolder)?;
    sync_folder(&folder_of(&target))
}

/// A name beside a file that nothing has: `a.1.ron` for `a.ron`.
pub(super) fn free_name(path: &Path) -> PathBuf {
    let mut names = (1_u32..).map(|number| path.with_extension(format!("{number}.ron")));
    // There are more numbers than files in any folder.
    names.find(|name| !name.exists()).unwrap_or_else(|| path.to_owned())
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
    let start = sibling_prefix(&target);
    let Ok(listed) = fs::read_dir(folder_of(&target)) else { return };
    for entry in listed.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_sibling =
            name.strip_prefix(&start).is_some_and(|rest| rest.ends_with(SIBLING_SUFFIX));
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
    bytes: &[u8],
    before: &mut dyn FnMut(Step) -> io::Result<()>,
) -> io::Result<NamedTempFile> {
    before(Step::Create)?;
    let old = fs::metadata(target).ok();
    let mut sibling = create_sibling(target, old.is_some())?;
    before(Step::Write)?;
    sibling.write_all(bytes)?;
    before(Step::Permit)?;
    if let Some(old) = old {
        keep_owner(sibling.as_file(), &old);
        sibling.as_file().set_permissions(old.permissions())?;
    }
    before(Step::Sync)?;
    sibling.as_file().sync_all()?;
    Ok(sibling)
}

/// Creates a hidden file beside another. Its name cannot be guessed, and it is made anew or not at
/// all: what somebody has planted there is never opened. A private one is read by nobody else before
/// it has its permissions.
fn create_sibling(target: &Path, is_private: bool) -> io::Result<NamedTempFile> {
    let prefix = sibling_prefix(target);
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix).suffix(SIBLING_SUFFIX).rand_bytes(16);
    #[cfg(unix)]
    if !is_private {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666)); // less what the person's umask takes
    }
    #[cfg(not(unix))]
    let _ = is_private;
    builder.tempfile_in(folder_of(target))
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

/// What the siblings of a file begin with. Of a long name only the start, as a sibling's is longer.
fn sibling_prefix(target: &Path) -> String {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let start = name.get(..name.floor_char_boundary(MOST_NAME)).unwrap_or_default();
    format!(".{start}.")
}

/// What they end with.
const SIBLING_SUFFIX: &str = ".tmp";

/// How many bytes of a file's name stand in that of its sibling.
const MOST_NAME: usize = 200;

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

    #[cfg(unix)]
    #[test]
    fn a_new_file_is_for_whom_the_umask_lets_it_be_and_an_old_one_stays_private() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().expect("a folder");
        let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
        let (ours, theirs) = (folder.path().join("ours"), folder.path().join("theirs"));
        replace(&ours, b"text").expect("written");
        fs::write(&theirs, b"text").expect("written");
        assert_eq!(mode(&ours), mode(&theirs));
        fs::set_permissions(&ours, fs::Permissions::from_mode(0o600)).expect("set");
        replace_watched(&ours, b"new", &mut |step| {
            let is_private = |entry: fs::DirEntry| {
                entry.path() == theirs || mode(&entry.path()) == 0o600 // the sibling too
            };
            assert!(fs::read_dir(folder.path())?.flatten().all(is_private), "{step:?}");
            Ok(())
        })
        .expect("written");
        assert_eq!(mode(&ours), 0o600);
    }

    #[test]
    fn siblings_are_made_anew_beside_the_longest_name_and_swept() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("é".repeat(127) + "a");
        let mut names = std::collections::BTreeSet::new();
        for _ in 0..3 {
            let sibling = create_sibling(&path, true).expect("made");
            names.insert(sibling.path().to_owned());
            assert!(sibling.as_file().metadata().expect("there").is_file());
        }
        assert_eq!(names.len(), 3, "no name is used twice");
        let left =
            create_sibling(&path, true).expect("made").into_temp_path().keep().expect("left");
        sweep(&path);
        assert!(left.exists(), "it may still be written");
        let old = std::time::SystemTime::now() - LEFT_OVER - Duration::from_secs(1);
        File::options().write(true).open(&left).and_then(|f| f.set_modified(old)).expect("aged");
        sweep(&folder.path().join("another"));
        assert!(left.exists(), "it is another file's");
        sweep(&path);
        assert!(!left.exists());
    }

    #[test]
    fn where_nothing_can_be_written_nothing_changes() {
        let folder = tempfile::tempdir().expect("a folder");
        let missing = folder.path().join("missing/state.ron");
        assert!(replace(&missing, b"new").is_err());
        assert!(!missing.exists());
    }
}
