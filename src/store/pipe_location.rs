//! Where annotations are kept of what has no file of its own: the built-in sample, and what came
//! through a pipe. Knows folders, nothing of annotations.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use directories::ProjectDirs;

/// A path in the data directory that stands for a document without a file, to be annotated beside;
/// its folder is made. Where the document is known by its content alone, `bytes` are that.
///
/// # Errors
/// Where there is no home, or the folder cannot be made.
pub fn pipe_location(name: &str, bytes: Option<&[u8]>) -> io::Result<PathBuf> {
    let folders = ProjectDirs::from("", "", "seized")
        .ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "there is no home directory"))?;
    let folder = folders.data_dir().join("annotations");
    fs::create_dir_all(&folder)?;
    let hash = bytes.map(|bytes| blake3::hash(bytes).to_hex());
    let name = match hash.as_ref().and_then(|hash| hash.get(..16)) {
        Some(hash) => format!("{name}-{hash}"),
        None => name.to_owned(),
    };
    Ok(folder.join(Path::new(&name)))
}
