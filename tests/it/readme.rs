//! What the README promises: its commands run as they stand there, its keys do what it says.

use std::{fs, path::Path};

use seized::app::{
    keys::command::Command,
    keys::key::Key,
    keys::keymap::{Keymap, Lookup},
};

const README: &str = include_str!("../../README.md");

/// The lines of the README's shell blocks.
fn shell_lines() -> Vec<&'static str> {
    let blocks = README.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
    blocks.flat_map(str::lines).collect()
}

/// The lines that run the program, and nothing else.
fn commands() -> Vec<&'static str> {
    shell_lines().into_iter().filter(|line| line.starts_with("seized ")).collect()
}

#[cfg(unix)]
mod shell {
    use std::process::{Command, Output};

    use super::*;

    /// The folders that the README makes.
    fn make_folders(folder: &tempfile::TempDir) {
        for line in shell_lines().into_iter().filter(|line| line.starts_with("mkdir ")) {
            assert!(run(folder, line).status.success(), "{line}");
        }
    }

    /// A folder with what the commands name.
    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/A_RES_72_247.txt");
        let below = folder.path().join("resolutions");
        fs::create_dir(&below).expect("a folder below");
        for target in [folder.path(), &below] {
            fs::copy(&sample, target.join("A_RES_72_247.txt")).expect("the sample");
        }
        // Other texts are named as well; what they say is no matter here.
        for name in ["A_RES_70_161.txt", "A_RES_72_247_fr.txt"] {
            fs::copy(&sample, folder.path().join(name)).expect("the sample");
        }
        make_folders(&folder);
        let tagged = run(&folder, "seized tag resolutions/A_RES_72_247.txt OP3 mandate");
        assert!(tagged.status.success(), "{tagged:?}");
        let exported = run(&folder, "seized export resolutions --format jsonld > notes.jsonld");
        assert!(exported.status.success(), "{exported:?}");
        folder
    }

    /// Runs a line in a shell that finds the program, in a folder, with a home of its own.
    fn run(folder: &tempfile::TempDir, line: &str) -> Output {
        let program = Path::new(env!("CARGO_BIN_EXE_seized"));
        let own = program.parent().expect("it is in a folder").display().to_string();
        let others = std::env::var("PATH").unwrap_or_default();
        let mut command = Command::new("sh");
        command.args(["-c", line]).current_dir(folder.path()).env("HOME", folder.path());
        for name in ["XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"] {
            command.env_remove(name);
        }
        command.env("PATH", format!("{own}:{others}")).output().expect("a shell")
    }

    #[test]
    fn every_command_runs_as_it_is_written() {
        let folder = folder();
        let lines = commands();
        assert!(lines.len() > 10, "{lines:?}");
        for line in lines {
            let output = run(&folder, line);
            let errors = String::from_utf8_lossy(&output.stderr);
            if line.starts_with("seized A_RES") {
                // The reader: its arguments are understood, only the terminal is not there.
                assert!(errors.contains("is no terminal"), "{line}\n{errors}");
                continue;
            }
            // Their status says whether there was something to be found.
            let is_asking = ["check", "find", "agreed", "refs resolutions/ --to"]
                .iter()
                .any(|name| line.starts_with(&format!("seized {name}")));
            let allowed: &[i32] = if is_asking { &[0, 1] } else { &[0] };
            let status = output.status.code().unwrap_or(-1);
            assert!(allowed.contains(&status), "{line}\n{status}: {errors}");
            assert!(!output.stdout.is_empty() || status == 0 || is_asking, "{line} says nothing");
        }
    }

    #[test]
    fn every_option_that_is_mentioned_is_one_of_the_command() {
        let folder = folder();
        for line in commands() {
            let name = line.split_whitespace().nth(1).unwrap_or_default();
            let name = if name.contains('.') { "" } else { name.trim_end_matches(';') };
            let help = run(&folder, &format!("seized {name} --help"));
            let help = String::from_utf8_lossy(&help.stdout).into_owned();
            let words = line.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
            for option in words.filter(|word| word.len() > 2 && word.starts_with("--")) {
                assert!(help.contains(option), "{option} of `{line}` is not in\n{help}");
            }
        }
    }

    #[test]
    fn the_merge_driver_merges() {
        let folder = folder();
        let line = shell_lines().into_iter().find(|line| line.contains("merge.seized.driver"));
        let driver = line.and_then(|line| line.split('\'').nth(1)).expect("the driver's command");
        for (name, tag) in [("base", "a"), ("ours", "b"), ("theirs", "c")] {
            let made = run(
                &folder,
                &format!(
                    "seized tag A_RES_72_247.txt OP1 {tag} && cp A_RES_72_247.txt.seized.ron {name}"
                ),
            );
            assert!(made.status.success(), "{made:?}");
        }
        let driver = driver.replace("%O", "base").replace("%A", "ours").replace("%B", "theirs");
        let output = run(&folder, &driver);
        assert!(output.status.success(), "{output:?}");
        let merged = fs::read_to_string(folder.path().join("ours")).expect("the result");
        assert!(merged.contains("\"c\""), "{merged}");
    }
}

/// The rows of the tables of keys: the keys in their notation, and what is said of them.
fn rows_of_keys() -> Vec<(Vec<String>, &'static str)> {
    let tables = README.split("| keys | do |\n|---|---|\n").skip(1);
    let lines = tables.flat_map(|rest| rest.lines().take_while(|line| line.starts_with('|')));
    lines
        .filter_map(|line| {
            let (keys, said) = line.trim_matches('|').split_once(" | ")?;
            Some((keys.split('`').skip(1).step_by(2).map(notation).collect(), said))
        })
        .collect()
}

/// `Ctrl-d` → `<C-d>`, `14G` → `G`, `:OP14` → `:`, `m a` → `m`: the keys of a command without what
/// is typed before and after them.
fn notation(shown: &str) -> String {
    if let Some(letter) = shown.strip_prefix("Ctrl-") {
        return format!("<C-{letter}>");
    }
    if ["Space", "Tab", "Enter", "Esc"].contains(&shown) {
        return format!("<{shown}>");
    }
    let after_count = shown.trim_start_matches(|c: char| c.is_ascii_digit());
    let keys = if after_count.is_empty() { shown } else { after_count };
    let first = keys.split(' ').next().unwrap_or(keys);
    if first.starts_with(':') { ":".to_owned() } else { first.to_owned() }
}

#[test]
fn notations_are_those_of_the_keymap() {
    for (shown, expected) in [
        ("Ctrl-d", "<C-d>"),
        ("Tab", "<Tab>"),
        ("14G", "G"),
        ("1", "1"),
        (":fn 7", ":"),
        ("m a", "m"),
        ("gg", "gg"),
    ] {
        assert_eq!(notation(shown), expected);
    }
}

/// Whether a text has one of the words of what the keymap says of a command, in any of its forms.
fn speaks_of(said: &str, command: Command) -> bool {
    let entry = command.entry();
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() >= 3);
        words.map(|word| word.to_lowercase().chars().take(4).collect()).collect()
    };
    let said = words(said);
    let dull = ["the", "and", "here", "agai", "next", "one", "all", "with"];
    let own = words(&format!("{} {}", entry.doc, entry.name));
    own.iter().any(|word| !dull.contains(&word.as_str()) && said.contains(word))
}

#[test]
fn every_key_does_what_is_said_of_it() {
    let (keymap, rows) = (Keymap::default(), rows_of_keys());
    assert!(rows.len() > 15, "{rows:?}");
    let mut wrong = Vec::new();
    for (keys, said) in rows {
        assert!(!keys.is_empty(), "no keys before `{said}`");
        for key in keys {
            let read = Key::read_all(&key).unwrap_or_else(|_| panic!("`{key}` is no key"));
            match keymap.lookup(&read) {
                Lookup::Matched(command) if speaks_of(said, command) => {}
                found => wrong.push(format!("`{key}`: {found:?}, said is: {said}")),
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
