//! Nothing that others wrote acts on a terminal: hostile names, texts, annotations, codebooks,
//! configurations and arguments go through every command, and the bytes of both outputs are looked
//! at.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::support;
use assert_cmd::Command;

/// What sets titles, moves the cursor, ends a bracketed paste, turns words, hides; in names too.
const HOSTILE: &str = "A\u{1b}]0;title\u{7}B\u{1b}[31mC\u{1b}[201~D\u{9b}2JE\u{85}\u{90}F\u{7f}G\u{8}H\
                       \rI\u{202e}J\u{202a}\u{2066}K\u{2069}L\u{200b}M\u{feff}N \u{200f}.\u{200d}\u{61c}1\
                       \u{2060}\u{ad}\u{e0041}\u{2028}O";

/// The same where line ends may stand as well: the second line pretends to be ours.
const TWO_LINES: &str = "P\u{1b}[2J\nseized: forged\nQ";

/// The same as RON and JSON write it.
fn literal() -> String {
    serde_json::to_string(HOSTILE).expect("a string").replace("\\b", "\\u0008").replace("\\f", "")
}

/// As RON writes it.
fn ron() -> String {
    HOSTILE.chars().map(|c| format!("\\u{{{:x}}}", u32::from(c))).collect()
}

/// A folder in which everything is hostile.
struct Den {
    folder: tempfile::TempDir,
}

impl Den {
    fn new() -> Self {
        let den = Self { folder: tempfile::tempdir().expect("a folder") };
        let text = format!(
            "United Nations\tA/RES/72/247\n\n72/247. The title {HOSTILE}\n\nThe General Assembly,\n\n\
             Recalling its resolution 53/144,1 {HOSTILE} and S/RES/1325 (2000),\n\n1. Decides {HOSTILE};\n\n\
             3. Requests <b>`x`</b>7 {HOSTILE}.\n\n_______\n1 A/79/1 {HOSTILE}.\n"
        );
        fs::write(den.document(), &text).expect("written");
        fs::write(den.folder.path().join(format!("{TWO_LINES}.txt")), &text).expect("written");
        let h = ron();
        let entries = format!(
            "(version: 1, source: (file: \"{h}\", symbol: Some(\"{h}\"), hash: \"blake3:{h}\"),\n\
             annotations: [\n\
             (id: \"01{h}\", at: (paragraph: \"OP1\", quote: \"Decides\"), tags: [\"tag{h}\"], note: \"note{h}\", \
             colour: Some(\"{h}\"), author: \"{h}\", created: \"{h}\", modified: \"{h}\"),\n\
             (id: \"02\", at: (paragraph: \"OP77{h}\", quote: \"gone {h}\"), tags: [\"b\"], note: \"{h}\", \
             conflict: Some(\"01{h}\")),\n\
             (id: \"03\", at: (wrong: \"{h}\")),\n\
             ])\n"
        );
        fs::write(den.annotations(), &entries).expect("written");
        // Annotations whose document is gone, and what is no RON at all.
        fs::write(den.folder.path().join(format!("gone{HOSTILE}.txt.seized.ron")), &entries)
            .expect("written");
        fs::write(den.folder.path().join(format!("{TWO_LINES}.txt.seized.ron")), HOSTILE)
            .expect("written");
        fs::write(den.folder.path().join(format!("no{HOSTILE}.pdf")), "%PDF-1.4 nothing")
            .expect("written");
        let codebook = format!(
            "(version: 1, tags: [(name: \"tag{h}\", description: \"{h}\", alias: [\"{h}\"])])"
        );
        fs::write(den.folder.path().join("tags.ron"), codebook).expect("written");
        let themes = den.config().join("seized/themes");
        fs::create_dir_all(&themes).expect("a folder");
        fs::write(themes.join(format!("{HOSTILE}.ron")), HOSTILE).expect("written");
        fs::write(den.config().join("seized/config.ron"), format!("(theme: \"{h}\", {HOSTILE})"))
            .expect("written");
        fs::write(den.config().join("seized/keys.ron"), format!("({{\"{h}\": \"{h}\"}})"))
            .expect("written");
        den
    }

    fn config(&self) -> PathBuf {
        self.folder.path().join(".config")
    }

    fn document(&self) -> PathBuf {
        self.folder.path().join(format!("{HOSTILE}.txt"))
    }

    fn annotations(&self) -> PathBuf {
        self.folder.path().join(format!("{HOSTILE}.txt.seized.ron"))
    }

    /// Runs a command; what it prints is harmless, whatever it is. Returns both outputs.
    #[track_caller]
    fn run(&self, arguments: &[&str]) -> (String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_seized"));
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env("XDG_CONFIG_HOME", self.config())
            .env("XDG_DATA_HOME", self.folder.path().join(".data"))
            .env("XDG_STATE_HOME", self.folder.path().join(".state"))
            .env("HOME", self.folder.path());
        let output = command.output().expect("the program starts");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("all we print is UTF-8");
        let (out, err) = (text(output.stdout), text(output.stderr));
        // Rows of a CSV end in CR LF.
        is_harmless(&out.replace("\r\n", "\n"), arguments);
        is_harmless(&err, arguments);
        assert!(!err.contains("panicked"), "{arguments:?}: {err}");
        (out, err)
    }
}

#[track_caller]
fn is_harmless(text: &str, arguments: &[&str]) {
    let acts = |c: char| {
        c.is_control() && !matches!(c, '\n' | '\t')
            || matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
            || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
    };
    let found = text.char_indices().find(|(_, c)| acts(*c));
    assert!(found.is_none(), "{arguments:?} prints {found:?}:\n{}", text.escape_debug());
    let forged = text.lines().find(|line| line.starts_with("seized: forged"));
    assert!(forged.is_none(), "{arguments:?} prints a line of another:\n{text}");
}

fn name(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

#[test]
fn documents_are_printed_without_harm() {
    let den = Den::new();
    let document = den.document();
    for format in ["json", "text", "md", "akn", "passages"] {
        let (out, _) = den.run(&["parse", "--format", format, name(&document)]);
        assert!(out.contains("Decides"), "{format}: {out}");
    }
    let (json, _) = den.run(&["parse", name(&document)]);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let words = json["blocks"][2]["text"].as_str().expect("words");
    assert!(words.contains("\u{1b}]0;title\u{7}B") && words.contains("\u{202e}J"), "{words:?}");
    let (text, _) = den.run(&["parse", "--format", "text", name(&document)]);
    assert!(text.contains("A␛]0;title␇B␛[31mC␛[201~D␛[2JE"), "{text}");
    let (out, _) = den.run(&["show", name(&document)]);
    assert!(out.contains("␛]0;title␇"), "{out}");
    den.run(&["show", name(&document), "OP1", "fn 1"]);
    for way in ["--all", "--plain"] {
        let (out, _) = den.run(&["show", way, name(&document)]);
        assert!(out.contains("␛]0;title␇"), "{way}: {out}");
    }
    for format in ["text", "json", "dot"] {
        let (out, _) = den.run(&["refs", "--format", format, "."]);
        assert!(out.contains("A/RES/53/144"), "{format}: {out}");
    }
}

#[test]
fn annotations_are_printed_without_harm() {
    let den = Den::new();
    for format in ["md", "csv", "json", "jsonld", "html"] {
        let (out, err) = den.run(&["export", "--format", format, "."]);
        assert!(out.contains("note"), "{format}: {out}");
        assert!(err.contains("seized.ron"), "the damaged file is told of: {err}");
        den.run(&["export", "--format", format, "--tag", HOSTILE, name(&den.document())]);
    }
    let (out, _) = den.run(&["export", "--format", "jsonld", name(&den.document())]);
    let json: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    let note = json[0]["body"][1]["value"].as_str().expect("a note");
    assert_eq!(note, format!("note{HOSTILE}"), "escaped, and the same");
    let (out, _) = den.run(&["tags", "."]);
    assert!(out.contains("tag"), "{out}");
    let (out, _) = den.run(&["check", "."]);
    for found in
        ["orphan", "conflict", "lost", "damaged", "P␛[2J␊seized: forged␊Q", "broken numbering"]
    {
        assert!(out.contains(found), "{found} in\n{out}");
    }
    den.run(&["check", "--repair", "."]);
    let ron = den.annotations();
    den.run(&["merge", name(&ron), name(&ron), name(&ron)]);
    den.run(&["merge", TWO_LINES, HOSTILE, HOSTILE]);
    let web = den.folder.path().join(format!("{HOSTILE}.jsonld"));
    let hostile = literal();
    fs::write(
        &web,
        format!(
            "{{\"id\": {hostile}, \"target\": {{\"source\": {hostile}, \"selector\": \
             {{\"type\": \"TextQuoteSelector\", \"exact\": {hostile}}}}}, \"body\": []}}"
        ),
    )
    .expect("written");
    den.run(&["import", name(&den.document()), name(&web)]);
    fs::write(&web, format!("[{{{HOSTILE}")).expect("written");
    den.run(&["import", name(&den.document()), name(&web)]);
}

#[test]
fn what_is_written_down_is_told_without_harm() {
    let den = Den::new();
    let document = den.document();
    let (out, _) = den.run(&["tag", name(&document), "OP1", &format!("x{HOSTILE}"), "y"]);
    assert!(out.contains("added"), "{out}");
    den.run(&["tag", name(&document), "OP1", "--", &format!("-x{HOSTILE}")]);
    den.run(&["tag", name(&document), "OP1", "\u{202e}"]);
    den.run(&["tags", "--rename", &format!("tag{HOSTILE}"), &format!("z{HOSTILE}"), "."]);
    den.run(&["tags", "--rename", TWO_LINES, "\u{1b}", "."]);
    let title = format!("title=T{HOSTILE}");
    let (_, err) = den.run(&["set", name(&document), &title, "session=72"]);
    assert!(err.contains("␛]0;title␇") && err.contains("nothing was changed"), "{err}");
    // What somebody else wrote into the file.
    let file = fs::read_to_string(den.annotations()).expect("it is there");
    let head = format!("head: (title: Some(\"{}\")),\nannotations: [", ron());
    fs::write(den.annotations(), file.replacen("annotations: [", &head, 1)).expect("written");
    let (out, _) = den.run(&["set", name(&document)]);
    assert!(out.contains("␛]0;title␇"), "{out}");
}

/// Whatever a command is for: hostile arguments in each of its places, and the hostile folder.
#[test]
fn no_command_does_harm() {
    let den = Den::new();
    let document = den.document();
    let document = name(&document);
    for command in support::commands() {
        let command = command.as_str();
        for hostile in [HOSTILE, TWO_LINES] {
            let option = format!("--{hostile}");
            for arguments in [
                vec![command],
                vec![command, "."],
                vec![command, hostile],
                vec![command, &option],
                vec![command, document],
                vec![command, document, hostile],
                vec![command, document, hostile, hostile],
                vec![command, "--format", hostile, "."],
                vec![command, hostile, document],
            ] {
                den.run(&arguments);
            }
        }
    }
}

#[test]
fn complaints_are_printed_without_harm() {
    let den = Den::new();
    let document = den.document();
    let document = name(&document);
    for hostile in [HOSTILE, TWO_LINES] {
        let option = format!("--{hostile}");
        for arguments in [
            vec![hostile],
            vec![&option],
            vec!["parse", hostile],
            vec!["parse", "--format", hostile, document],
            vec!["parse", document, hostile],
            vec!["show", hostile],
            vec!["show", document, hostile],
            vec!["show", "--width", hostile, document],
            vec!["tag", hostile, "OP1", "x"],
            vec!["tag", document, hostile, "x"],
            vec!["tags", hostile],
            vec!["export", hostile],
            vec!["export", "--format", hostile, "."],
            vec!["refs", hostile],
            vec!["refs", "--format", hostile, "."],
            vec!["check", hostile],
            vec!["import", hostile, hostile],
            vec!["import", document, hostile],
            vec!["merge", hostile, hostile, hostile],
            vec!["completions", hostile],
            vec!["--at", hostile, document],
            vec!["--at", "OP1", hostile],
        ] {
            let (_, err) = den.run(&arguments);
            assert!(err.starts_with("seized: ") && err.lines().count() <= 2, "{arguments:?} {err}");
        }
    }
}

#[test]
fn what_the_configuration_says_is_printed_without_harm() {
    let den = Den::new();
    let (out, _) = den.run(&["themes"]);
    assert!(out.contains("␛]0;title␇B"), "{out}");
    for command in ["keys", "config", "man", "--help", "--version"] {
        den.run(&[command]);
    }
}

/// Base 64, as OSC 52 has what is copied.
#[cfg(unix)]
fn decoded(base64: &str) -> Vec<u8> {
    let value = |byte: u8| match byte {
        b'A'..=b'Z' => Some(u32::from(byte - b'A')),
        b'a'..=b'z' => Some(u32::from(byte - b'a') + 26),
        b'0'..=b'9' => Some(u32::from(byte - b'0') + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let (mut bits, mut count, mut bytes) = (0_u32, 0, Vec::new());
    for value in base64.bytes().filter_map(value) {
        (bits, count) = (bits << 6 | value, count + 6);
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xff).unwrap_or(0));
        }
    }
    bytes
}

#[cfg(unix)]
#[test]
fn the_reader_draws_and_copies_without_harm() {
    use crate::support::pty::{Terminal, seized};
    let den = Den::new();
    let document = den.document();
    let mut command = seized(den.folder.path(), &[name(&document), "--at", "OP1"]);
    command.env("XDG_CONFIG_HOME", den.config());
    let mut terminal = Terminal::start(command, (150, 40));
    terminal.await_text("Decides");
    // What the configuration complains of, the list of annotations, and what is copied.
    terminal.press("y");
    terminal.await_text("copied OP1");
    terminal.press("A");
    terminal.await_text("without a place");
    terminal.signal("TERM");
    let (_, left) = terminal.end();
    let raw = left.raw;
    for harm in [
        "\u{1b}]0;title",
        "\u{1b}[201~",
        "\u{202e}",
        "\u{202a}",
        "\u{2066}",
        "\u{200b}",
        "\u{feff}",
    ] {
        assert!(!raw.contains(harm), "{harm:?} in {}", raw.escape_debug());
    }
    assert!(!raw.contains(|c| matches!(c, '\u{80}'..='\u{9f}')), "{}", raw.escape_debug());
    let (_, copied) = raw.split_once("\u{1b}]52;c;").expect("what is copied");
    let copied = copied.split(['\u{7}', '\u{1b}']).next().unwrap_or_default();
    let copied = String::from_utf8(decoded(copied)).expect("UTF-8");
    assert!(copied.starts_with("Decides A␛]0;title␇B"), "{copied:?}");
    is_harmless(&copied, &["y"]);
}
