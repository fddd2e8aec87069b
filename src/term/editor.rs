//! Lets a person edit a text in their own editor, `$VISUAL` or `$EDITOR`. Knows a file and a child
//! process; the terminal has been handed over before.

use std::{
    env, fs,
    io::{self, Write as _},
    process::Command,
};

/// Edits a text; what it is afterwards.
///
/// # Errors
/// Where the editor cannot be started or says that it failed, or what it left cannot be read: in a
/// few words for the status line. What was written is then still in the file they name.
pub(super) fn edit(text: &str) -> Result<String, String> {
    let mut file = tempfile::Builder::new()
        .prefix("seized-note-")
        .suffix(".md")
        .tempfile()
        .map_err(|cause| format!("no file for the editor: {cause}"))?;
    file.write_all(text.as_bytes())
        .and_then(|()| file.flush())
        .map_err(|cause| format!("no file for the editor: {cause}"))?;
    let editor = editor();
    let path = file.path().to_owned();
    match command(&editor).arg(&path).status() {
        Ok(status) if status.success() => {}
        Ok(status) => return Err(format!("{editor} ended with {status}; nothing was changed")),
        Err(cause) => return Err(format!("{editor} cannot be started: {cause}; set $EDITOR")),
    }
    // Some editors replace the file, so it is read by its name.
    fs::read(&path).and_then(utf8).map_err(|cause| {
        let kept = file.keep().map(|(_, path)| path.display().to_string()).unwrap_or_default();
        format!("what {editor} left cannot be read ({cause}); it is in {kept}")
    })
}

fn utf8(bytes: Vec<u8>) -> io::Result<String> {
    String::from_utf8(bytes).map_err(|_| io::Error::other("it is not UTF-8"))
}

fn editor() -> String {
    let set = |name| env::var(name).ok().filter(|value| !value.trim().is_empty());
    let default = if cfg!(windows) { "notepad" } else { "vi" };
    set("VISUAL").or_else(|| set("EDITOR")).unwrap_or_else(|| default.into())
}

/// The editor as the shell understands it, for `$EDITOR` may have arguments and quotes.
fn command(editor: &str) -> Command {
    if cfg!(windows) {
        return Command::new(editor);
    }
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(format!("{editor} \"$@\"")).arg("sh");
    shell
}
