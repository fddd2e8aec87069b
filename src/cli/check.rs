//! `seized check`: what is wrong with documents, one problem a line as compilers print them.

use std::{fmt::Write as _, path::PathBuf};

use clap::Args;

use super::{Outcome, answer, input, paths};
use crate::{error::Error, store};

#[derive(Debug, Args)]
#[command(after_help = "Example: seized check resolutions/")]
pub(super) struct Arguments {
    /// Documents, or folders of documents
    #[arg(required = true)]
    paths: Vec<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let mut out = String::new();
    for path in paths::files(&arguments.paths, paths::is_annotations)? {
        if paths::is_annotations(&path) {
            let file = store::read(&path, "")?;
            for fault in &file.faults {
                let _ = writeln!(out, "{}:{fault} (kept as it stands)", path.display());
            }
        }
    }
    for path in paths::documents(&arguments.paths)? {
        if paths::is_annotations(&path) {
            continue;
        }
        let manuscript = input::manuscript(&path)?;
        let (_, problems) = crate::parse::parse(&manuscript);
        for problem in problems {
            let (line, column) = position(&manuscript.text, problem.span.start);
            let (path, kind) = (path.display(), problem.kind.name());
            // Writing to a String cannot fail.
            let _ = writeln!(out, "{path}:{line}:{column}: {kind}: {}", problem.message);
        }
    }
    answer(&out)?;
    Ok(if out.is_empty() { Outcome::Done } else { Outcome::No })
}

/// Line and column of a byte, both counted from 1, the column in characters.
fn position(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |feed| feed + 1);
    let line = memchr::memchr_iter(b'\n', before.as_bytes()).count() + 1;
    (line, before[line_start..].chars().count() + 1)
}
