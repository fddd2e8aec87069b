//! Fills `corpus/` from folders of real documents: `cargo run --bin seeds -- FOLDER ...`

use std::{
    env,
    error::Error,
    fs,
    io::{Cursor, Read as _},
    path::{Path, PathBuf},
};

use seized_fuzz::{BETWEEN, OPEN_DOCUMENT, WORD};
use zip::ZipArchive;

/// Larger files are left out: a fuzzer that tries a few a second finds nothing.
const LARGEST: u64 = 200_000;

fn main() -> Result<(), Box<dyn Error>> {
    let mut folders: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    folders.push(here.join("../assets"));
    folders.push(here.join("../tests/it/fixtures"));
    let mut kept = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.metadata()?.len() <= LARGEST {
                kept += usize::from(keep(&here.join("corpus"), &path)?);
            }
        }
    }
    println!("{kept} seeds");
    Ok(())
}

/// Puts a file where the fuzzer of its format looks; says whether there is one.
fn keep(corpus: &Path, path: &Path) -> Result<bool, Box<dyn Error>> {
    let bytes = fs::read(path)?;
    let name = path.extension().map(|end| end.to_string_lossy().to_lowercase());
    let (target, seed) = if bytes.starts_with(b"PK") {
        match (parts(&bytes, WORD), parts(&bytes, OPEN_DOCUMENT)) {
            (Some(seed), _) => ("docx", seed),
            (_, Some(seed)) => ("odt", seed),
            _ => return Ok(false),
        }
    } else {
        let target = match name.as_deref().unwrap_or_default() {
            "doc" => "doc",
            "rtf" => "rtf",
            "pdf" => "pdf",
            "xml" => "akn",
            "html" | "htm" => "html",
            "md" => "markdown",
            "ron" => "sidecar",
            "txt" => "plain",
            _ => return Ok(false),
        };
        (target, bytes)
    };
    // Folders of one name in several places must not overwrite each other's files.
    let whole = path.components().map(|part| part.as_os_str().to_string_lossy());
    let name: Vec<_> = whole.filter(|part| part != "/").collect();
    for target in [target, "any"] {
        let folder = corpus.join(target);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(name.join("_")), &seed)?;
    }
    Ok(true)
}

/// The parts of a zip file one behind the other; nothing where the first is not in it.
fn parts(bytes: &[u8], names: &[&str]) -> Option<Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut packed = Vec::new();
    for (at, name) in names.iter().enumerate() {
        if at > 0 {
            packed.push(BETWEEN);
        }
        match zip.by_name(name) {
            Ok(mut part) => {
                part.read_to_end(&mut packed).ok()?;
            }
            Err(_) if at > 0 => {}
            Err(_) => return None,
        }
    }
    Some(packed)
}
