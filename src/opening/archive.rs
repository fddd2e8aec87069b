//! Archives of documents: what is in one, and the bytes of each, within bounds. No archive in an archive. Knows
//! the archive, not what its documents say.

use std::{
    fs::File,
    io::{BufReader, Read as _},
    path::Path,
};

use zip::ZipArchive;

/// More files than these are not looked at.
const MOST_MEMBERS: usize = 20_000;
/// A document that unpacks to more than this is not read, nor one of an archive that does so altogether.
const LARGEST: u64 = 200 << 20;
const LARGEST_OF_ALL: u64 = 4 << 30;

type Archive = ZipArchive<BufReader<File>>;

fn open(path: &Path) -> Result<Archive, String> {
    let file = File::open(path).map_err(|cause| cause.to_string())?;
    ZipArchive::new(BufReader::new(file))
        .map_err(|error| format!("the archive is damaged: {error}"))
}

/// The names of the files in an archive, sorted; what is hidden is left out, and what strays out of it.
pub(super) fn members(path: &Path) -> Result<Vec<String>, String> {
    let mut archive = open(path)?;
    if archive.len() > MOST_MEMBERS {
        return Err(format!("it has more than {MOST_MEMBERS} files"));
    }
    let (mut names, mut all) = (Vec::new(), 0_u64);
    for index in 0..archive.len() {
        let Ok(member) = archive.by_index_raw(index) else { continue };
        all = all.saturating_add(member.size());
        let is_inside = member.enclosed_name().is_some();
        let Ok(name) = member.name() else { continue };
        let is_hidden = name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
        if member.is_file() && is_inside && !is_hidden {
            names.push(name.into_owned());
        }
    }
    if all > LARGEST_OF_ALL {
        return Err(format!("it unpacks to more than {} GB", LARGEST_OF_ALL >> 30));
    }
    names.sort_unstable();
    Ok(names)
}

/// The bytes of a file of an archive.
pub(super) fn bytes(path: &Path, member: &str) -> Result<Vec<u8>, String> {
    let mut archive = open(path)?;
    let damaged = |error: &dyn std::fmt::Display| format!("it cannot be unpacked: {error}");
    let file = archive.by_name(member).map_err(|error| damaged(&error))?;
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| damaged(&error))?;
    if bytes.len() as u64 > LARGEST {
        return Err(format!("it unpacks to more than {} MB, as no document does", LARGEST >> 20));
    }
    Ok(bytes)
}
