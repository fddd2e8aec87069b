//! Lets a person edit a text in their own editor, `$VISUAL` or `$EDITOR`. Knows a file and a child
//! process; the terminal has been handed over before.

use std::{
    env, fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus},
    sync::mpsc::Sender,
};

use super::{event::Event, jobs};

/// Starts the editor on a text, and returns its file; [`Event::Edited`] says what comes of it.
///
/// # Errors
/// Where it cannot be started: in a few words for the status line.
pub(super) fn start(text: &str, events: Sender<Event>) -> Result<PathBuf, String> {
    let path = write_down(text).map_err(|cause| format!("no file for the editor: {cause}"))?;
    let editor = editor();
    let child = command(&editor).arg(&path).spawn();
    let child = child.map_err(|cause| format!("{editor} cannot be started: {cause}"))?;
    let file = path.clone();
    let wait = move |events: &Sender<Event>| {
        let edited = jobs::caught(|| finish(child, &editor, &file)).unwrap_or_else(Err);
        // Where the reader has ended, nobody is there to be told.
        let _ = events.send(Event::Edited(edited));
    };
    let started = jobs::start("waiting for the editor", 64 << 10, events, wait);
    started.map(|()| path).map_err(|error| error.to_string())
}

/// What the editor has saved in its file by now, if it is text.
pub(super) fn saved(file: &Path) -> Option<String> {
    fs::read(file).and_then(utf8).ok()
}

/// A file of the person's own with the text, that stays until it is taken away.
fn write_down(text: &str) -> io::Result<PathBuf> {
    let mut file = tempfile::Builder::new().prefix("seized-note-").suffix(".md").tempfile()?;
    file.write_all(text.as_bytes())?;
    Ok(file.keep()?.1)
}

/// Waits for the editor, and takes what it left. Where that is not to be used, the file stays.
fn finish(mut child: Child, editor: &str, path: &Path) -> Result<String, String> {
    let kept = |why: String| Err(format!("{why}; the file is kept in {}", path.display()));
    match child.wait() {
        Ok(status) if status.success() => {}
        Ok(status) => return kept(failed(editor, status)),
        Err(cause) => return kept(format!("{editor} is lost: {cause}")),
    }
    // Some editors replace the file, so it is read by its name.
    match fs::read(path).and_then(utf8) {
        Ok(text) => {
            // One too many in the folder for such files does no harm.
            let _ = fs::remove_file(path);
            Ok(text)
        }
        Err(cause) => kept(format!("what {editor} left cannot be read ({cause})")),
    }
}

fn failed(editor: &str, status: ExitStatus) -> String {
    match status.code() {
        // What a shell says of a program that it does not find.
        Some(127) => format!("{editor} cannot be started; set $EDITOR"),
        _ => format!("{editor} ended with {status}, so nothing was changed"),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(with: &str, text: &str) -> (Result<String, String>, PathBuf) {
        let path = write_down(text).expect("written");
        let child = command(with).arg(&path).spawn().expect("a shell");
        (finish(child, with, &path), path)
    }

    #[test]
    fn what_the_editor_leaves_is_taken_and_its_file_goes() {
        let (edited, path) = edit("printf new >", "old");
        assert_eq!(edited.as_deref(), Ok("new"));
        assert!(!path.exists());
    }

    #[test]
    fn the_file_of_an_editor_that_fails_is_kept_where_the_message_says() {
        let leaves_bytes = "printf '\\377' >";
        for (with, says, left) in [
            ("false", "false ended with exit status: 1", &b"draft"[..]),
            ("nosuchprogram 2>&-", "cannot be started; set $EDITOR", b"draft"),
            ("f() { printf more >> \"$1\"; return 1; }; f", "so nothing was changed", b"draftmore"),
            (leaves_bytes, "it is not UTF-8", b"\xff"),
        ] {
            let (edited, path) = edit(with, "draft");
            let why = edited.expect_err(with);
            assert!(why.contains(says), "{why}");
            assert!(why.ends_with(&format!("the file is kept in {}", path.display())), "{why}");
            assert_eq!(fs::read(&path).expect("kept"), left, "{with}");
            fs::remove_file(path).expect("removed");
        }
    }
}
