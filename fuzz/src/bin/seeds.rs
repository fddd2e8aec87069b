//! Fills `corpus/` from folders of real documents: `cargo run --bin seeds -- FOLDER ...`

use std::{
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
};

use seized_fuzz::{BETWEEN, OPEN_DOCUMENT, WORD, index, own_files, parts};

/// Larger files are left out: a fuzzer that tries a few a second finds nothing.
const LARGEST: u64 = 200_000;

fn main() -> Result<(), Box<dyn Error>> {
    let mut folders: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    folders.push(here.join("../assets"));
    folders.push(here.join("../tests/it/fixtures"));
    let mut kept = 0;
    for target in ["theme", "keys", "config", "sidecar", "codebook"] {
        fs::create_dir_all(here.join("corpus").join(target))?;
        for (number, file) in own_files(target).iter().enumerate() {
            fs::write(here.join("corpus").join(target).join(format!("own{number}")), file)?;
            kept += 1;
        }
    }
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
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
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
            "ron" if file == "keys.ron" => "keys",
            "ron" if file == "config.ron" => "config",
            "ron" if file == "tags.ron" => "codebook",
            "ron" if file.ends_with(".seized.ron") => "sidecar",
            "ron" => "theme",
            "txt" => "plain",
            _ => return Ok(false),
        };
        (target, bytes)
    };
    // Folders of one name in several places must not overwrite each other's files.
    let whole = path.components().map(|part| part.as_os_str().to_string_lossy());
    let name: Vec<_> = whole.filter(|part| part != "/").collect();
    let mut seeds = vec![(target, seed.clone()), ("any", seed.clone())];
    if target == "plain" {
        seeds.extend(of_texts(&seed));
    }
    for (target, seed) in seeds {
        let folder = corpus.join(target);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(name.join("_")), &seed)?;
    }
    Ok(true)
}

/// What is made of a text for the targets that take two, a query with one, or an index.
fn of_texts(text: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let words = String::from_utf8_lossy(text).into_owned();
    let start: String = words.chars().take(4_000).collect();
    let changed = start.replace("the ", "all ").replacen(",\n", ",\nAlso ", 3);
    let two = [start.as_bytes(), &[BETWEEN], changed.as_bytes()].concat();
    let query =
        [b"\"the General\" verb:requests year:2010.. -x*", &[BETWEEN][..], start.as_bytes()];
    let places: Vec<u8> = (0..100).map(|place| place * 2).collect();
    vec![
        ("compare", two.clone()),
        ("mandates", two.clone()),
        ("find", [&two, &[BETWEEN][..], &places].concat()),
        ("query", query.concat()),
        ("index", index(&[start])),
    ]
}
