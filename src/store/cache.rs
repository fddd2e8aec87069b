//! Where the library's index of a folder is kept: segments that are written once, and a manifest that is
//! replaced as a whole and says which of them count. In the cache directory, for its owner alone; all of it can
//! be made again, so nothing waits for a disk to be sure. Knows files and what a manifest says of documents,
//! nothing of what is in a segment.

use std::{
    fs::{self, File, TryLockError},
    io::{self, Write as _},
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use directories::ProjectDirs;
use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use crate::library::ReadAt;

/// What a manifest begins with. Another form is another number, and what is older is made again.
const MAGIC: &[u8; 8] = b"seized\x00m";
/// The form of the manifest, of the records and of how they are recognised: where any of these changes, what was
/// kept is made again. It has the version of the program and what its recognising sources are told apart by, as
/// every change of them may recognise better.
const FORM: &str = concat!("4/", env!("CARGO_PKG_VERSION"), "/", env!("SEIZED_RECOGNISER"));
const MANIFEST: &str = "manifest";
const SEGMENT: &str = "segment-";

/// What is known of a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    form: String,
    /// The folder.
    pub root: String,
    /// The segments.
    pub segments: Vec<SegmentEntry>,
    /// The files that could not be read, and why.
    pub unread: Vec<UnreadEntry>,
}

/// A segment of a manifest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SegmentEntry {
    /// The name of its file.
    pub name: String,
    /// For each of its documents how its file was when it was read; nothing where it is there no more.
    pub stamps: Vec<Option<Stamp>>,
    /// The paths of their files below the folder.
    pub paths: Vec<String>,
}

/// A file that could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadEntry {
    /// Its path below the folder.
    pub path: String,
    /// How it was.
    pub stamp: Stamp,
    /// Why, in a sentence.
    pub reason: String,
}

/// How a file was: what differs when it changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// Its length in bytes.
    pub length: u64,
    /// When it was changed last, in nanoseconds.
    pub changed: u64,
    /// The same of its annotations; zeros where there are none.
    pub annotations: (u64, u64),
    /// Whether it had been changed just before it was read: it may have been again, in the same moment.
    pub is_in_doubt: bool,
}

impl Stamp {
    /// Whether a file is as it was, as far as can be told without its bytes.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        Self { is_in_doubt: false, ..*self } == Self { is_in_doubt: false, ..*other }
    }
}

/// The cache of one folder.
#[derive(Clone, Debug)]
pub struct Cache {
    folder: PathBuf,
    root: PathBuf,
}

/// A cache that is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Where it is.
    pub folder: PathBuf,
    /// The folder it is for; nothing where that cannot be told.
    pub root: Option<String>,
    /// How large it is, in bytes.
    pub bytes: u64,
}

/// The folder of all caches.
fn home() -> io::Result<PathBuf> {
    let folders = ProjectDirs::from("", "", "seized")
        .ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "there is no home directory"))?;
    Ok(folders.cache_dir().join("library"))
}

/// Where the cache of a folder is.
fn place_of(root: &Path) -> io::Result<PathBuf> {
    let hash = blake3::hash(root.as_os_str().as_encoded_bytes()).to_hex();
    Ok(home()?.join(hash.get(..24).unwrap_or_default()))
}

fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

impl Cache {
    /// The cache of a folder, which is given by the one path that nothing else has. Its place is made.
    ///
    /// # Errors
    /// Where there is no place for it.
    pub fn of(root: &Path) -> io::Result<Self> {
        let folder = place_of(root)?;
        make_private_folder(&folder)?;
        Ok(Self { folder, root: root.to_owned() })
    }

    /// The cache of a folder, where there is one already; none is made.
    #[must_use]
    pub fn known(root: &Path) -> Option<Self> {
        let folder = place_of(root).ok().filter(|folder| folder.is_dir())?;
        Some(Self { folder, root: root.to_owned() })
    }

    /// What is known; an empty manifest where nothing is, or it is damaged or of another version.
    #[must_use]
    pub fn manifest(&self) -> Manifest {
        let root = self.root.display().to_string();
        let read = fs::read(self.folder.join(MANIFEST)).ok();
        let known = read.as_deref().and_then(read_manifest);
        let known = known.filter(|known| known.root == root && known.form == FORM);
        known.unwrap_or_else(|| Manifest { form: FORM.into(), root, ..Manifest::default() })
    }

    /// Replaces the manifest.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn write_manifest(&self, manifest: &Manifest) -> io::Result<()> {
        let body = postcard::to_stdvec(manifest).map_err(io::Error::other)?;
        let check = crc32fast::hash(&body).to_le_bytes();
        self.write(&[MAGIC.as_slice(), &check, &body].concat(), MANIFEST)
    }

    /// Writes a segment and gives its name.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn write_segment(&self, bytes: &[u8]) -> io::Result<String> {
        let name = format!("{SEGMENT}{}", ulid::Ulid::generate());
        self.write(bytes, &name)?;
        Ok(name)
    }

    /// A file for its owner alone, there as a whole or not at all.
    fn write(&self, bytes: &[u8], name: &str) -> io::Result<()> {
        let mut file = NamedTempFile::new_in(&self.folder)?;
        file.write_all(bytes)?;
        file.persist(self.folder.join(name)).map_err(|refused| refused.error)?;
        Ok(())
    }

    /// A segment, to be read.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn segment(&self, name: &str) -> io::Result<Box<dyn ReadAt>> {
        let file = File::open(self.folder.join(name))?;
        let size = file.metadata()?.len();
        Ok(Box::new(SegmentFile { file: Positioned::new(file), size }))
    }

    /// Removes what no manifest names: segments that were replaced, and what a killed program left. Whoever has
    /// them open goes on reading them. Only to be done by who has the lock.
    pub fn sweep(&self, manifest: &Manifest) {
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let is_named = manifest.segments.iter().any(|segment| segment.name == name);
            if name != MANIFEST && !is_named {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    /// Forgets what is known, so that it is made again.
    pub fn forget(&self) {
        let _ = fs::remove_file(self.folder.join(MANIFEST));
    }

    /// Lets one program write at a time: waits for its turn while `goes_on` says so. `None` where it was told
    /// not to wait any more, or the file system knows no locks; then nothing is to be written.
    #[must_use]
    pub fn lock(&self, goes_on: &dyn Fn() -> bool) -> Option<File> {
        let folder = File::open(&self.folder).ok()?;
        loop {
            match folder.try_lock() {
                Ok(()) => return Some(folder),
                Err(TryLockError::WouldBlock) if goes_on() => thread::sleep(TURN),
                Err(_) => return None,
            }
        }
    }
}

/// How often it is asked whether it is one's turn.
const TURN: Duration = Duration::from_millis(20);

fn read_manifest(bytes: &[u8]) -> Option<Manifest> {
    let (check, body) = bytes.strip_prefix(MAGIC.as_slice())?.split_first_chunk::<4>()?;
    (crc32fast::hash(body) == u32::from_le_bytes(*check)).then_some(())?;
    postcard::from_bytes(body).ok()
}

/// The caches that are there, of whatever folders.
///
/// # Errors
/// Where there is no home directory.
pub fn caches() -> io::Result<(PathBuf, Vec<Kept>)> {
    let home = home()?;
    let mut kept = Vec::new();
    for entry in fs::read_dir(&home).into_iter().flatten().flatten() {
        let folder = entry.path();
        let files = fs::read_dir(&folder).into_iter().flatten().flatten();
        let bytes = files.filter_map(|file| file.metadata().ok()).map(|file| file.len()).sum();
        let manifest = fs::read(folder.join(MANIFEST)).ok();
        let manifest = manifest.as_deref().and_then(read_manifest);
        kept.push(Kept { folder, root: manifest.map(|manifest| manifest.root), bytes });
    }
    kept.sort_by(|a, b| a.root.cmp(&b.root));
    Ok((home, kept))
}

/// Removes all caches.
///
/// # Errors
/// Those of the file system.
pub fn clear_caches() -> io::Result<()> {
    match fs::remove_dir_all(home()?) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

/// A segment in a file.
struct SegmentFile {
    file: Positioned,
    size: u64,
}

impl ReadAt for SegmentFile {
    fn read_at(&self, offset: u64, into: &mut [u8]) -> io::Result<()> {
        self.file.read_exact_at(into, offset)
    }

    fn size(&self) -> u64 {
        self.size
    }
}

/// A file that is read at places, by several threads.
#[cfg(unix)]
struct Positioned(File);

#[cfg(unix)]
impl Positioned {
    const fn new(file: File) -> Self {
        Self(file)
    }

    fn read_exact_at(&self, into: &mut [u8], offset: u64) -> io::Result<()> {
        std::os::unix::fs::FileExt::read_exact_at(&self.0, into, offset)
    }
}

/// Where reading at a place moves the place of the file, one thread at a time does.
#[cfg(not(unix))]
struct Positioned(std::sync::Mutex<File>);

#[cfg(not(unix))]
impl Positioned {
    fn new(file: File) -> Self {
        Self(std::sync::Mutex::new(file))
    }

    fn read_exact_at(&self, into: &mut [u8], offset: u64) -> io::Result<()> {
        use std::io::{Read as _, Seek as _, SeekFrom};
        let mut file = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        file.seek(SeekFrom::Start(offset))?;
        file.read_exact(into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cache() -> (tempfile::TempDir, Cache) {
        let folder = tempfile::tempdir().expect("a folder");
        let cache = Cache { folder: folder.path().to_owned(), root: "/texts".into() };
        (folder, cache)
    }

    fn manifest(cache: &Cache, segment: String) -> Manifest {
        let stamp = Stamp { length: 3, changed: 5, ..Stamp::default() };
        let paths = vec!["a.txt".to_owned(), "b.txt".to_owned()];
        let stamps = vec![Some(stamp), None];
        let segments = vec![SegmentEntry { name: segment, stamps, paths }];
        Manifest { segments, ..cache.manifest() }
    }

    #[test]
    fn what_is_written_is_read() {
        let (_folder, cache) = cache();
        assert!(cache.manifest().segments.is_empty());
        let name = cache.write_segment(b"abc").expect("written");
        let written = manifest(&cache, name.clone());
        cache.write_manifest(&written).expect("written");
        assert_eq!(cache.manifest(), written);
        let mut bytes = [0; 2];
        let segment = cache.segment(&name).expect("it is there");
        segment.read_at(1, &mut bytes).expect("within it");
        assert_eq!((&bytes, segment.size()), (b"bc", 3));
        assert!(segment.read_at(2, &mut bytes).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn it_is_for_its_owner_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let (folder, cache) = cache();
        let name = cache.write_segment(b"abc").expect("written");
        cache.write_manifest(&cache.manifest()).expect("written");
        for file in [name.as_str(), MANIFEST] {
            let mode = fs::metadata(folder.path().join(file)).expect("it is there").permissions();
            assert_eq!(mode.mode() & 0o777, 0o600, "{file}");
        }
    }

    #[test]
    fn a_damaged_manifest_and_one_of_another_folder_say_nothing() {
        let (folder, cache) = cache();
        let written = manifest(&cache, "segment-x".into());
        cache.write_manifest(&written).expect("written");
        let elsewhere = Cache { root: "/others".into(), ..cache.clone() };
        assert!(elsewhere.manifest().segments.is_empty());
        let path = folder.path().join(MANIFEST);
        let mut bytes = fs::read(&path).expect("it is there");
        let last = bytes.len() - 1;
        bytes[last] ^= 1;
        fs::write(&path, &bytes).expect("written");
        assert!(cache.manifest().segments.is_empty());
        fs::write(&path, &bytes[..5]).expect("written");
        assert!(cache.manifest().segments.is_empty());
    }

    #[test]
    fn what_no_manifest_names_is_swept() {
        let (folder, cache) = cache();
        let (kept, other) =
            (cache.write_segment(b"a").expect("written"), cache.write_segment(b"b"));
        let other = other.expect("written");
        cache.sweep(&manifest(&cache, kept.clone()));
        assert!(folder.path().join(kept).exists() && !folder.path().join(other).exists());
    }

    #[test]
    fn one_program_writes_at_a_time() {
        let (_folder, cache) = cache();
        let held = cache.lock(&|| true);
        assert!(held.is_some());
        assert!(cache.lock(&|| false).is_none());
        drop(held);
        assert!(cache.lock(&|| false).is_some());
    }
}
