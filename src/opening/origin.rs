//! Where a document comes from: a file, a pipe, the sample that is built in.

use std::path::{Path, PathBuf};

use super::files;
use crate::{
    annotations::corrected, document::Document, error::Error, manuscript::Manuscript, parse,
    source, store,
};

/// The resolution that is opened where none is named.
const SAMPLE: &[u8] = include_bytes!("../../assets/A_RES_72_247.txt");
const SAMPLE_FILE: &str = "A_RES_72_247.txt";
const SAMPLE_NAME: &str = "the built-in sample";

/// Where a document comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Pipe,
    /// The resolution that is built in.
    Sample,
}

impl Origin {
    /// What is meant by a name on the command line: `-` is standard input.
    #[must_use]
    pub fn named(path: &Path) -> Self {
        if path == Path::new("-") { Self::Pipe } else { Self::File(path.to_owned()) }
    }

    /// The file, if it is one.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Pipe | Self::Sample => None,
        }
    }

    /// How it is called in messages and lists.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => {
                path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
            }
            Self::Pipe => "standard input".into(),
            Self::Sample => SAMPLE_NAME.into(),
        }
    }

    /// Under which name it is remembered where the document was left; no two files have the same.
    #[must_use]
    pub fn remembered_as(&self) -> String {
        match self {
            Self::File(path) => full_path(path).display().to_string(),
            Self::Pipe => "-".into(),
            Self::Sample => SAMPLE_NAME.into(),
        }
    }

    /// Whether it is there at all: asked before the terminal is asked for anything.
    ///
    /// # Errors
    /// Where the file is not there.
    pub fn look(&self) -> Result<(), Error> {
        match self {
            Self::File(path) => files::is_there(path),
            Self::Pipe | Self::Sample => Ok(()),
        }
    }

    /// Its bytes.
    ///
    /// # Errors
    /// Where they cannot be read.
    pub fn bytes(&self) -> Result<Vec<u8>, Error> {
        match self {
            Self::File(path) => files::bytes(path),
            Self::Pipe => files::bytes(Path::new("-")),
            Self::Sample => Ok(SAMPLE.to_vec()),
        }
    }

    /// What its bytes say.
    ///
    /// # Errors
    /// Where they are of a format that holds no text.
    pub fn manuscript(&self, bytes: Vec<u8>) -> Result<Manuscript, Error> {
        match self {
            Self::File(path) => files::manuscript_of(bytes, path),
            Self::Pipe | Self::Sample => source::read(bytes, &self.name()),
        }
    }

    /// Reads and understands it, its head as a person corrected it, and nothing else.
    ///
    /// # Errors
    /// Where it cannot be read, or is of a format that holds no text.
    pub fn document(&self) -> Result<Document, Error> {
        let document = parse::parse(&self.manuscript(self.bytes()?)?).0;
        // What is wrong with the annotations is told where they are read.
        let file = self.file().filter(|path| store::is_annotated(path)).map(store::look);
        let corrections = file.and_then(Result::ok).map(|file| file.corrections());
        Ok(corrected(document, &corrections.unwrap_or_default()))
    }

    /// The file name of the sample.
    #[must_use]
    pub const fn sample_file() -> &'static str {
        SAMPLE_FILE
    }
}

/// The one path of a file that nothing else has, or the one given where it is not there.
#[must_use]
pub fn full_path(path: &Path) -> PathBuf {
    store::full_path(path).unwrap_or_else(|_| path.to_owned())
}
