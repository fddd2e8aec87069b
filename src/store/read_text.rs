//! Reads a file that a person or another program may have put there: only what is a regular file, of
//! a bounded size, in UTF-8. Anything else is one clear error, and no wait. Knows no contents.

use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::Path,
};

use crate::error::Error;

/// The most bytes that are read. Ten thousand annotations take about five million.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// The text of a file; `None` where there is none, or where its name is longer than any file's can be.
///
/// # Errors
/// Where it cannot be read, is no regular file (a folder, a pipe, a device, also behind a link), is
/// larger than 64 MB, or is not UTF-8.
pub fn read_text(path: &Path) -> Result<Option<String>, Error> {
    match read_bytes(path) {
        Ok(bytes) => into_text(path, bytes).map(Some),
        Err(cause) if is_absent(&cause) => Ok(None),
        Err(cause) => Err(Error::File { path: path.to_owned(), cause }),
    }
}

/// The bytes of a regular file of 64 MB at most.
pub(super) fn read_bytes(path: &Path) -> io::Result<Vec<u8>> {
    let refused = |why: &str| Err(io::Error::other(why));
    // Asked before it is opened, as opening a pipe waits for a writer; and again of what was opened.
    let is_regular = fs::metadata(path)?.is_file();
    if !is_regular {
        return refused("no regular file, so it is not read");
    }
    let file = File::open(path)?;
    if !file.metadata()?.is_file() {
        return refused("no regular file, so it is not read");
    }
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MOST_BYTES) {
        return refused("larger than 64 MB, so it is not read");
    }
    Ok(bytes)
}

/// Whether an error says that there is no such file: there is none, or its name is too long.
pub(super) fn is_absent(cause: &io::Error) -> bool {
    matches!(cause.kind(), io::ErrorKind::NotFound | io::ErrorKind::InvalidFilename)
}

fn into_text(path: &Path, bytes: Vec<u8>) -> Result<String, Error> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let bytes = error.as_bytes();
        let encoding = match bytes {
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "UTF-16",
            _ => "WINDOWS-1252",
        };
        let before = bytes.get(..at).unwrap_or_default();
        let line = memchr::memchr_iter(b'\n', before).count() + 1;
        let shown = path.display();
        Error::Format {
            name: format!("{shown}:{line}"),
            why: format!("not UTF-8, but most likely {encoding}"),
            help: format!(
                "The file is left as it is. Convert it: iconv -f {encoding} -t UTF-8 '{shown}' > \
                 new, look at it, then put it in its place."
            ),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(path: &Path) -> String {
        read_text(path).expect_err("it is refused").to_string()
    }

    #[test]
    fn text_is_read_and_what_is_not_there_is_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.ron");
        assert_eq!(read_text(&path).expect("no error"), None);
        assert_eq!(read_text(&folder.path().join("a".repeat(300))).expect("no error"), None);
        fs::write(&path, "(é)").expect("written");
        assert_eq!(read_text(&path).expect("read").as_deref(), Some("(é)"));
    }

    #[test]
    fn sixty_four_megabytes_are_read_and_one_byte_more_is_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.ron");
        let file = File::create(&path).expect("made");
        file.set_len(MOST_BYTES).expect("grown");
        assert_eq!(read_bytes(&path).expect("read").len(), 64 * 1024 * 1024);
        file.set_len(MOST_BYTES + 1).expect("grown");
        assert!(said(&path).contains("a.ron: larger than 64 MB"), "{}", said(&path));
    }

    #[test]
    fn a_folder_is_no_file() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(said(folder.path()).contains("no regular file"), "{}", said(folder.path()));
    }

    #[cfg(unix)]
    #[test]
    fn neither_a_pipe_nor_an_endless_device_is_waited_for() {
        let folder = tempfile::tempdir().expect("a folder");
        let (pipe, zero) = (folder.path().join("pipe"), folder.path().join("zero"));
        let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo");
        assert!(made.success());
        std::os::unix::fs::symlink("/dev/zero", &zero).expect("linked");
        for path in [&pipe, &zero] {
            assert!(said(path).contains("no regular file"), "{}", said(path));
        }
    }

    #[test]
    fn another_encoding_is_told_with_what_to_do() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.ron");
        fs::write(&path, b"(\nnote: \"caf\xe9\")").expect("written");
        let error = read_text(&path).expect_err("no UTF-8");
        assert!(error.to_string().contains("a.ron:2: not UTF-8, but most likely WINDOWS-1252"));
        assert!(error.help().expect("help").contains("iconv -f WINDOWS-1252 -t UTF-8"));
        fs::write(&path, b"\xff\xfe(\0").expect("written");
        assert!(said(&path).contains("UTF-16"), "{}", said(&path));
    }
}
