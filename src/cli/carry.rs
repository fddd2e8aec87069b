//! `seized carry`: the annotations of an older text onto a newer one, inherited and to be reviewed.

use std::path::PathBuf;

use clap::Args;

use super::{
    Outcome,
    answer::{self, Misses},
    corrected, tag,
};
use crate::{
    annotations::{Entry, Index, corrected as with_corrections},
    carry::{self, Bearer},
    error::Error,
    opening::files,
    parse,
    store::{self, Store},
};

#[derive(Debug, Args)]
#[command(after_help = "Example: seized carry A_RES_70_161.txt A_RES_72_247.txt")]
pub(super) struct Arguments {
    /// The older text, whose annotations these are
    #[arg(value_name = "FROM")]
    from: PathBuf,
    /// The newer text, which inherits them
    #[arg(value_name = "ONTO")]
    onto: PathBuf,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let mut misses = Misses::default();
    let (old, _) = corrected::open(&arguments.from, &mut misses)?;
    let entries = store::look(&arguments.from)?.entries();
    let bytes = files::bytes(&arguments.onto)?;
    let (new, _) = parse::parse(&files::manuscript_of(bytes.clone(), &arguments.onto)?);
    let symbol = new.head.symbol.as_ref().map(|symbol| symbol.as_str());
    let mut store = Store::open(&arguments.onto, &bytes, symbol)?;
    let new = with_corrections(new, &store.file().corrections());
    let mut all = store.file().entries();
    let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let (from, onto) = (name(&arguments.from), name(&arguments.onto));
    let carried = carry::carry(
        Bearer { document: &old, file: &from, entries: &entries },
        Bearer { document: &new, file: &onto, entries: &all },
        &store.file().refused(),
        &tag::now(),
    );
    let mut said = format!("{} carried onto {onto}", carried.annotations.len());
    for (count, what) in [
        (carried.orphans.len(), "without a successor"),
        (carried.known, "there already, or refused before"),
    ] {
        if count > 0 {
            said.push_str(&format!("; {count} {what}"));
        }
    }
    let mut place = String::new();
    if !carried.annotations.is_empty() {
        all.extend(carried.annotations.into_iter().map(Entry::from));
        let index = Index::new(&new);
        let (_, kept) = store.save(&all, &|entries| index.sort(entries))?;
        place = tag::where_kept(&kept);
    }
    answer::of_what_is_done(&format!("{said}{place}\n"))?;
    Ok(misses.outcome(Outcome::Done))
}
