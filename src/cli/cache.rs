//! `seized cache`: where the library's index is kept, how large it is, and for which folders.

use std::fmt::Write as _;

use clap::Args;

use super::{Outcome, answer};
use crate::{error::Error, store::cache};

#[derive(Debug, Args)]
#[command(after_help = "Example: seized cache --clear")]
pub(super) struct Arguments {
    /// Remove it; it is made again when it is needed
    #[arg(long)]
    clear: bool,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let (home, kept) = cache::caches().map_err(Error::NoHome)?;
    let all: u64 = kept.iter().map(|kept| kept.bytes).sum();
    if arguments.clear {
        cache::clear_caches().map_err(|cause| Error::File { path: home, cause })?;
        let folders = match kept.len() {
            0 => "there was no index".to_owned(),
            1 => format!("the index of one folder is removed, {}", size(all)),
            many => format!("the indexes of {many} folders are removed, {}", size(all)),
        };
        answer::of_what_is_done(&format!("{folders}\n"))?;
        return Ok(Outcome::Done);
    }
    let mut out = format!("{}\n", home.display());
    for kept in &kept {
        let root = kept.root.as_deref().unwrap_or("a folder that cannot be told");
        // Writing to a String cannot fail.
        let _ = writeln!(out, "  {:>8}  {root}", size(kept.bytes));
    }
    if kept.len() != 1 {
        let _ = writeln!(out, "  {:>8}  altogether", size(all));
    }
    answer::to_people(&out)?;
    Ok(Outcome::Done)
}

fn size(bytes: u64) -> String {
    match bytes {
        0..1000 => format!("{bytes} B"),
        1000..1_000_000 => format!("{} kB", bytes / 1000),
        _ => format!("{} MB", bytes / 1_000_000),
    }
}
