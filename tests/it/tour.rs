//! The tour shows what the program shows: its commands are run, its keys pressed in a terminal, and what comes of them
//! stands in the page. `SEIZED_RENEW=1 cargo test --test it tour` takes it anew.
//!
//! What is to be done stands in the page, where nobody who reads it sees it:
//!
//! ```text
//! <!-- open 100x30: seized harbours until A/RES/40/21 --> a program in a terminal of that size
//! <!-- press /pilots<Enter> until 1 of 2 -->             keys, and what is on the screen then
//! <!-- type <Esc> until ? help -->                       the same without the screen
//! <!-- leave -->                                         the program is left
//! ```
//!
//! Behind each `press` follows the screen; a block of `console` has commands behind `$` and what they print.

use std::{env, fs, path::Path, process::Command};

use tempfile::TempDir;

use crate::support::pty::{Terminal, seized};

#[test]
fn the_tour_shows_what_the_program_shows() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/tour.md");
    let page = fs::read_to_string(&path).expect("the tour");
    let home = home();
    let taken = taken(&page, &home);
    if env::var_os("SEIZED_RENEW").is_some() {
        return fs::write(&path, &taken).expect("docs/ can be written");
    }
    let differs = taken.lines().zip(page.lines()).find(|(now, then)| now != then);
    assert!(taken == page, "docs/tour.md is old (SEIZED_RENEW=1 takes it anew): {differs:#?}");
}

/// A home with the sample and the texts of the tour.
pub(crate) fn home() -> TempDir {
    let home = tempfile::tempdir().expect("a home");
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sample = "A_RES_72_247.txt";
    fs::copy(project.join("assets").join(sample), home.path().join(sample)).expect("the sample");
    let harbours = home.path().join("harbours");
    fs::create_dir(&harbours).expect("a folder");
    for entry in fs::read_dir(project.join("docs/tour")).expect("the texts of the tour") {
        let entry = entry.expect("a text");
        fs::copy(entry.path(), harbours.join(entry.file_name())).expect("a text");
    }
    home
}

/// The page with everything in it taken anew.
fn taken(page: &str, home: &TempDir) -> String {
    let mut out = String::new();
    let mut terminal: Option<Terminal> = None;
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        out.push_str(line);
        out.push('\n');
        if let Some(open) = directive(line, "open ") {
            let (open, until) = open.split_once(" until ").expect("open … until WORDS");
            let (size, command) = open.split_once(": ").expect("open SIZE: COMMAND");
            let (columns, rows) = size.split_once('x').expect("COLUMNSxROWS");
            let size = (columns.parse().expect("columns"), rows.parse().expect("rows"));
            let arguments: Vec<&str> = command.split_whitespace().skip(1).collect();
            let opened = Terminal::start(seized(home.path(), &arguments), size);
            opened.await_text(until);
            terminal = Some(opened);
        } else if let Some(typed) = directive(line, "type ") {
            pressed(terminal.as_mut().expect("something is open"), typed);
        } else if line == "<!-- leave -->" {
            leave(terminal.take().expect("something is open"));
        } else if let Some(press) = directive(line, "press ") {
            let screen = pressed(terminal.as_mut().expect("something is open"), press);
            lines.by_ref().skip_while(|line| *line != "```text").take(1).for_each(drop);
            lines.by_ref().take_while(|line| *line != "```").for_each(drop);
            out.push_str(&format!("```text\n{}\n```\n", screen.trim_end()));
        } else if line == "```console" {
            let block = lines.by_ref().take_while(|line| *line != "```");
            let commands: Vec<&str> = block.filter_map(|line| line.strip_prefix("$ ")).collect();
            for command in commands {
                out.push_str(&format!("$ {command}\n{}", answer(command, home)));
            }
            out.push_str("```\n");
        }
    }
    out
}

fn directive<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    line.strip_prefix("<!-- ")?.strip_prefix(name)?.strip_suffix(" -->")
}

fn leave(mut terminal: Terminal) {
    terminal.press("\u{3}");
    assert_eq!(terminal.end().0, 0, "it is left in good order");
}

/// Presses keys and waits for what comes of it. Of a terminal Esc and a key at once are another key: Esc is the last.
fn pressed(terminal: &mut Terminal, press: &str) -> String {
    let (keys, until) = press.split_once("until ").expect("press KEYS until WORDS");
    let bytes =
        keys.trim_end().replace("<Enter>", "\r").replace("<Esc>", "\u{1b}").replace("<Tab>", "\t");
    terminal.press(&bytes);
    let screen = terminal.await_text(until);
    screen.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// What a command prints, on both streams.
fn answer(command: &str, home: &TempDir) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_seized"));
    let own = program.parent().expect("it is in a folder").display().to_string();
    let others = env::var("PATH").unwrap_or_default();
    let output = Command::new("sh")
        .args(["-c", &format!("{command} 2>&1")])
        .current_dir(home.path())
        .env_clear()
        .envs([("HOME", home.path().display().to_string()), ("PATH", format!("{own}:{others}"))])
        .output()
        .expect("a shell");
    String::from_utf8(output.stdout).expect("UTF-8")
}
