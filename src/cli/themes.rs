//! `seized themes`: the names of all themes, and where one's own go.

use std::fmt::Write as _;

use super::{Outcome, answer};
use crate::{config, error::Error, text::printable};

pub(super) fn run() -> Result<Outcome, Error> {
    let folder = config::folder();
    let mut out = String::new();
    // Writing to a String cannot fail.
    for (name, is_built_in) in config::theme_names(folder.as_deref()) {
        let name = printable::line(&name);
        let _ = writeln!(out, "{name:12} {}", if is_built_in { "built in" } else { "your own" });
    }
    if let Some(folder) = folder {
        let _ =
            writeln!(out, "\nYour own themes: {}", answer::name(&folder.join("themes/NAME.ron")));
        let config = answer::name(&folder.join("config.ron"));
        let _ = writeln!(out, "Choose one with `(theme: \"NAME\")` in {config}");
    }
    answer::to_people(&out)?;
    Ok(Outcome::Done)
}
