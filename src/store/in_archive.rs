//! Documents in an archive, which are called `a.zip!/b.docx`: nothing can be written beside them. Knows names, and
//! whether files are there; not what is in an archive.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// What stands between the name of an archive and that of a document in it.
const BETWEEN: &str = "!/";

/// The archive and the name within it, where a path is that of a document in an archive that is there.
#[must_use]
pub fn in_archive(path: &Path) -> Option<(PathBuf, String)> {
    let text = path.to_str()?;
    let mut places = text.match_indices(BETWEEN);
    let (archive, member) = places.find_map(|(at, _)| {
        let (archive, member) = (text.get(..at)?, text.get(at + BETWEEN.len()..)?);
        Path::new(archive).is_file().then_some((archive, member))
    })?;
    // A folder may be called so, too.
    (!member.is_empty() && !path.exists()).then(|| (archive.into(), member.to_owned()))
}

/// The one path of a file, or of a document in an archive, that nothing else has.
///
/// # Errors
/// Where it is not there.
pub fn full_path(path: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(path).or_else(|cause| {
        let (archive, member) = in_archive(path).ok_or(cause)?;
        let mut full = fs::canonicalize(archive)?.into_os_string();
        full.push(BETWEEN);
        full.push(member);
        Ok(full.into())
    })
}

/// The folder a document is in; of one in an archive that of the archive.
#[must_use]
pub fn folder_of_source(source: &Path) -> PathBuf {
    super::durable::folder_of(in_archive(source).as_ref().map_or(source, |(archive, _)| archive))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_in_an_archive_is_told_by_its_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let zip = folder.path().join("a.zip");
        fs::write(&zip, b"PK").expect("written");
        let of = |name: &str| folder.path().join(name);
        assert_eq!(in_archive(&of("a.zip!/x/b.txt")), Some((zip, "x/b.txt".into())));
        assert_eq!(in_archive(&of("b.zip!/b.txt")), None);
        assert_eq!(in_archive(&of("a.zip!/")), None);
        assert_eq!(in_archive(&of("a.zip")), None);
        assert_eq!(folder_of_source(&of("a.zip!/x/b.txt")), folder.path());
        let full = full_path(&of("./a.zip!/b.txt")).expect("it is there");
        assert!(full.ends_with("a.zip!/b.txt") && full.is_absolute());
        fs::create_dir(of("a.zip!")).expect("made");
        fs::write(of("a.zip!/b.txt"), "").expect("written");
        assert_eq!(in_archive(&of("a.zip!/b.txt")), None, "the file itself comes first");
    }
}
