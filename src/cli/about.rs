//! `seized completions`, `seized man` and `seized --version`: what the command line says of itself.

use std::io::{self, Write as _};

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;
use clap_mangen::Man;

use super::{Cli, Outcome, answer};
use crate::error::Error;

/// What `--version` says: the version, what it was built from and for, and the mark of the recogniser, by which what
/// is kept of a library is known to be of this version.
pub(super) const VERSION: &str = concat!(
    env!("CARGO_PKG_VERSION"),
    "\nbuilt from ",
    env!("SEIZED_BUILT_FROM"),
    ", for ",
    env!("SEIZED_TARGET"),
    "\nrecogniser ",
    env!("SEIZED_RECOGNISER")
);

#[derive(Debug, Args)]
#[command(
    after_help = "Example: seized completions bash > ~/.local/share/bash-completion/completions/seized"
)]
pub(super) struct CompletionArguments {
    /// For which shell
    shell: Shell,
}

pub(super) fn completions(arguments: &CompletionArguments) -> Result<Outcome, Error> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Cli::command(), "seized", &mut script);
    printed(&script)
}

/// The manual page: all commands on one page, for `man seized` is what people type.
pub(super) fn man() -> Result<Outcome, Error> {
    let mut page = Vec::new();
    write_man(&mut page).map_err(Error::Output)?;
    printed(&page)
}

fn write_man(page: &mut Vec<u8>) -> io::Result<()> {
    let mut top = Cli::command();
    top.build();
    let man = Man::new(top.clone());
    man.render_title(page)?;
    man.render_name_section(page)?;
    man.render_synopsis_section(page)?;
    man.render_description_section(page)?;
    man.render_options_section(page)?;
    for command in top.get_subcommands().filter(|command| command.get_name() != "help") {
        write_command(command, page)?;
    }
    page.write_all(REST_OF_THE_PAGE.as_bytes())
}

/// One command as a section, its own sections one level down.
fn write_command(command: &clap::Command, page: &mut Vec<u8>) -> io::Result<()> {
    let man = Man::new(command.clone());
    let mut section = Vec::new();
    man.render_synopsis_section(&mut section)?;
    man.render_description_section(&mut section)?;
    if command.get_positionals().next().is_some() || command.get_opts().next().is_some() {
        man.render_options_section(&mut section)?;
    }
    man.render_extra_section(&mut section)?;
    let name = command.get_bin_name().unwrap_or(command.get_name()).to_uppercase();
    writeln!(page, ".SH \"{name}\"")?;
    page.write_all(String::from_utf8_lossy(&section).replace(".SH ", ".SS ").as_bytes())
}

/// What is true of all commands and no definition says.
const REST_OF_THE_PAGE: &str = r#".SH "EXIT STATUS"
.TP
0
Done.
.TP
1
Done, and the answer is no, or problems were found.
.TP
2
The command could not be carried out, a file could not be read (the others were), or the answer could
not be written.
.SH FILES
.TP
\fIX\fR.seized.ron
The annotations and bookmarks of the document \fIX\fR, beside it.
.TP
config.ron, keys.ron, themes/*.ron
In the configuration folder, by default \fI~/.config/seized\fR. \fBseized config\fR and \fBseized config keys\fR
print the first two as they are now, each line with what it means.
.SH ENVIRONMENT
.TP
NO_COLOR
Set to anything but nothing: no colours.
.TP
COLORTERM
\fBtruecolor\fR or \fB24bit\fR: the terminal shows 24-bit colours.
.SH "SEE ALSO"
\fBseized keys\fR lists the keys of the reader.
"#;

fn printed(bytes: &[u8]) -> Result<Outcome, Error> {
    answer::to_programs(&String::from_utf8_lossy(bytes))?;
    Ok(Outcome::Done)
}
