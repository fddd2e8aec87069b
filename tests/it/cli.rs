//! The commands as a shell sees them: what goes to standard output and to standard error, and the
//! exit status.

use std::{fs, path::Path};

use assert_cmd::Command;

fn seized(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_seized"));
    command.args(arguments).env("NO_COLOR", "1");
    command
}

fn sample() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/A_RES_72_247.txt").display().to_string()
}

/// Runs a command; returns its exit status, its output and its errors.
fn run(arguments: &[&str], input: &str) -> (i32, String, String) {
    let output = seized(arguments).write_stdin(input).output().expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("all we print is UTF-8");
    (output.status.code().unwrap_or(-1), text(output.stdout), text(output.stderr))
}

#[track_caller]
fn fails(arguments: &[&str], errors: &str) {
    let (status, out, err) = run(arguments, "");
    assert_eq!((status, out.as_str(), err.as_str()), (2, "", errors));
}

#[test]
fn errors_say_what_why_and_what_to_do() {
    let here = std::env::current_dir().expect("a folder").display().to_string();
    fails(
        &["parse", "no-such-file.txt"],
        &format!(
            "seized: no-such-file.txt: no such file or directory\n\
             help: paths count from the folder you are in, {here}\n"
        ),
    );
    fails(
        &["parse", "--fomat", "md", "x"],
        "seized: arguments: unexpected argument '--fomat' found\n\
         help: a similar argument exists: '--format'\n",
    );
    fails(
        &["show", &sample(), "OP99"],
        &format!(
            "seized: OP99: not a place of {}\n\
             help: {PLACES}\n",
            sample()
        ),
    );
    fails(
        &["show", &sample(), "A/RES/68/181, para. 3"],
        &format!(
            "seized: A/RES/68/181, para. 3: not a place of {}, but of A/RES/68/181\n\
             help: {PLACES}\n",
            sample()
        ),
    );
    fails(
        &["parse"],
        "seized: arguments: the following required arguments were not provided: <FILE>\n\
         help: `seized parse --help` lists its arguments\n",
    );
}

const PLACES: &str = "places are written OP14, \"OP14(a)\", PP3, \"para. 14\", \"annex I, para. 3\", \
                      II.OP4, H1, \"fn 7\"; `seized parse FILE --format passages` lists them";

/// The second line of what is said on standard error, in a folder with `resolution.txt` and `texts/`.
#[track_caller]
fn advises(arguments: &[&str], what: &str, help: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::copy(sample(), folder.path().join("resolution.txt")).expect("the sample");
    fs::create_dir(folder.path().join("texts")).expect("a folder below");
    fs::write(folder.path().join("empty.txt"), "").expect("an empty file");
    let output = seized(arguments).current_dir(folder.path()).output().expect("it starts");
    let errors = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {errors}");
    assert_eq!(errors, format!("seized: {what}\nhelp: {help}\n"), "{arguments:?}");
}

#[test]
fn a_slip_is_answered_with_what_was_meant() {
    let missing = "no such file or directory";
    advises(
        &["show", "resolutoin.txt"],
        &format!("resolutoin.txt: {missing}"),
        "did you mean resolution.txt?",
    );
    advises(
        &["show", "nowhere/a.txt"],
        &format!("nowhere/a.txt: {missing}"),
        "there is no folder nowhere",
    );
    advises(
        &["show", "texts"],
        "texts: is a directory",
        "name a document in it; `seized check texts`, `export`, `tags` and `refs` take whole folders",
    );
    let commands = "did you mean `seized show`? `seized --help` lists the commands";
    advises(&["shwo", "resolution.txt"], "shwo: is no command, and no file", commands);
    advises(&["shwo", "--plain"], "shwo: is no command, and no file", commands);
    advises(
        &["completions", "tcsh"],
        "arguments: invalid value 'tcsh' for '<SHELL>'",
        "it is one of bash, elvish, fish, powershell, zsh",
    );
    advises(
        &["parse", "empty.txt"],
        "empty.txt: it is empty",
        "Is it the right file, and was it written to its end?",
    );
    advises(
        &["set", "resolution.txt", "symbol"],
        "symbol: says no FIELD=VALUE",
        "write symbol=A/RES/72/247, or symbol= to take it back",
    );
    advises(
        &["set", "resolution.txt", "number=3"],
        "number=3: there is no field number",
        "fields are symbol, title, adopted, organ and session",
    );
    advises(
        &["set", "resolution.txt", "adopted=24.12.2017"],
        "adopted=24.12.2017: \"24.12.2017\" is no date from 1945 on, as 2017-12-24 is",
        "nothing was changed",
    );
    advises(
        &["export", "resolution.txt", "--long"],
        "--long: is about rows of a table",
        "add `--format csv`",
    );
}

#[test]
fn what_is_copied_is_what_a_shell_takes() {
    let lines = |citations: &[&str]| {
        let sample = sample();
        let arguments: Vec<&str> =
            ["show", &sample].into_iter().chain(citations.iter().copied()).collect();
        run(&arguments, "").1
    };
    assert_eq!(lines(&["A/RES/72/247, para. 20"]), lines(&["OP20"]));
    assert_eq!(lines(&["paras. 1–3"]), lines(&["OP1", "OP2", "OP3"]));
    assert_eq!(lines(&["A/RES/72/247, footnote 7"]), lines(&["fn 7"]));
}

#[test]
fn a_screen_reader_gets_one_paragraph_a_line_behind_its_name() {
    let (status, text, _) = run(&["show", &sample(), "--plain", "PP2", "OP20"], "");
    assert_eq!(
        (status, text.as_str()),
        (
            0,
            "Preambular paragraph 2. Guided also by the Universal Declaration of Human Rights, \
             [footnote 1] the International Covenants on Human Rights [footnote 2] and other relevant \
             instruments,\n\
             Paragraph 20. Decides to remain seized of the matter.\n\
             Footnote 1. Resolution 217 A (III).\n\
             Footnote 2. Resolution 2200 A (XXI), annex.\n"
        )
    );
}

#[test]
fn passages_are_lines_for_programs() {
    let (status, text, _) = run(&["parse", &sample(), "--format", "passages"], "");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(status, 0);
    assert!(lines[0].starts_with("title\tTwentieth anniversary"), "{}", lines[0]);
    assert!(lines.contains(&"OP20\tDecides to remain seized of the matter."), "{text}");
    assert!(lines.last().is_some_and(|line| line.starts_with("fn 12\t")), "{text}");
    assert_eq!(lines.len(), lines.iter().filter(|line| line.contains('\t')).count());
}

#[test]
fn keys_and_configuration_are_those_of_the_person() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("seized");
    fs::create_dir(&folder).expect("the configuration folder");
    let ask = |arguments: &[&str]| {
        let output =
            seized(arguments).env("XDG_CONFIG_HOME", home.path()).output().expect("starts");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        (output.status.code(), text(output.stdout), text(output.stderr))
    };
    fs::write(folder.join("keys.ron"), "{ \"quit\": [\"<C-q>\"] }").expect("written");
    fs::write(folder.join("config.ron"), "(theme: \"dusk\", author: \"N. N.\")").expect("written");
    let (status, keys, _) = ask(&["keys"]);
    let quit = keys.lines().find(|line| line.contains(" quit ")).expect("a line");
    assert!(status == Some(0) && quit.trim_start().starts_with("<C-q>"), "{quit}");
    let (_, config, _) = ask(&["config"]);
    assert!(config.contains("theme: \"dusk\"") && config.contains("author: \"N. N.\""), "{config}");
    // What is printed is what is read: put in its place, it is printed again.
    fs::write(folder.join("config.ron"), &config).expect("written");
    assert_eq!(ask(&["config"]), (Some(0), config, String::new()));
    let (_, printed, _) = ask(&["config", "keys"]);
    fs::write(folder.join("keys.ron"), &printed).expect("written");
    assert_eq!(ask(&["config", "keys"]), (Some(0), printed, String::new()));
    assert_eq!(ask(&["keys"]).1, keys);
    // A mistake is told whole, and what is built in is printed.
    fs::write(folder.join("config.ron"), "(\n    theme: \"dusk\",\n    mouth: false,\n)")
        .expect("written");
    let (status, config, errors) = ask(&["config"]);
    assert_eq!(status, Some(2));
    assert!(config.contains("theme: \"auto\""), "{config}");
    assert!(errors.contains("config.ron:3:") && errors.contains("mouth"), "{errors}");
}

#[test]
fn a_file_too_large_for_a_document_is_not_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("zeros");
    let file = fs::File::create(&path).expect("a file");
    file.set_len(1 << 30).expect("1 GB that takes no room");
    let name = path.display();
    fails(
        &["parse", &name.to_string()],
        &format!(
            "seized: {name}: it is larger than 200 MB, as no document is\n\
             help: If it is a collection, cut it into its resolutions.\n"
        ),
    );
}

#[test]
fn what_holds_more_than_a_document_or_no_text_is_refused_in_a_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let refused = |bytes: &[u8], why: &str, help: &str| {
        let path = folder.path().join("file");
        fs::write(&path, bytes).expect("it can be written");
        let name = path.display().to_string();
        fails(&["parse", &name], &format!("seized: {name}: {why}\nhelp: {help}\n"));
    };
    let cut = "If it is a collection, cut it into its resolutions.";
    refused(&vec![b'a'; (32 << 20) + 1], "it is a text of more than 32 MB, as no document is", cut);
    refused(
        &vec![b'a'; (16 << 20) + 1],
        "it holds more than 16 MB of text, as no document does",
        cut,
    );
    refused(&b"a\n".repeat(250_001), "it has more lines than any document", cut);
    refused(
        &b"some\0data".repeat(1000),
        "it is no text: it is full of zero bytes, as data is",
        "Open it with the program that made it, and save it as text.",
    );
}

#[test]
fn a_stray_zero_is_no_reason_to_refuse_a_text() {
    let text = format!("The General Assembly,\n1. Decides to act.\0\n{}", "x ".repeat(400));
    let (status, out, _) = run(&["parse", "-"], &text);
    assert_eq!(status, 0);
    assert!(out.contains("Decides to act.\\u0000"), "{out}");
}

#[test]
fn check_counts_lines_and_characters_from_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("file.txt");
    fs::write(&path, "The General Assembly,\n\tÀ,\n1. Decides;\n3. Urges;\n9 Note.\n")
        .expect("written");
    let (status, out, _) = run(&["check", &path.display().to_string()], "");
    assert_eq!(status, 1);
    let places: Vec<&str> = out.lines().filter_map(|l| l.split("file.txt:").nth(1)).collect();
    assert!(places.iter().any(|p| p.starts_with("4:1: ")), "{out}");
    assert!(places.is_sorted_by_key(|p| p.split(':').next().map(str::len)), "{out}");
}

#[test]
fn parse_prints_the_contract() {
    let (status, out, _) = run(&["parse", &sample()], "");
    assert_eq!(status, 0);
    let json: serde_json::Value = serde_json::from_str(&out).expect("this is JSON");
    assert_eq!(json["symbol"], "A/RES/72/247");
    assert_eq!(json["agenda_items"], serde_json::json!(["72 (b)"]));
    assert_eq!(json["vote"], serde_json::Value::Null);
    let block = &json["blocks"][2];
    assert_eq!(block["id"], "PP2");
    assert_eq!(block["opener"], "Guided also");
    assert_eq!(block["marks"][0], serde_json::json!({"mark": "1", "at": 57, "certainty": "sure"}));
    assert_eq!(block["marks"][1]["at"], 101);
    let fifteenth = json["blocks"].as_array().expect("a list").iter().find(|b| b["id"] == "OP15");
    let reference = &fifteenth.expect("there is one")["refs"][0];
    assert_eq!(reference["text"], "paragraph 14 above");
    assert_eq!(reference["target"], "OP14");
    assert_eq!(json["footnotes"][11]["refs"][0]["target"], "OP14");
    assert_eq!(json["footnotes"][3]["cited_by"], serde_json::json!(["PP4"]));
}

#[test]
fn items_say_their_letter_apart_from_their_words() {
    let text = "\tThe General Assembly,\n\t1.\tDecides:\n\t(a)\tTo act;\n\t(b) To rest.\n";
    let (_, out, _) = run(&["parse", "-"], text);
    let json: serde_json::Value = serde_json::from_str(&out).expect("this is JSON");
    let item = |n: usize| {
        let block = &json["blocks"][n];
        [&block["id"], &block["number"], &block["text"]]
            .map(|v| v.as_str().unwrap_or("-").to_owned())
    };
    assert_eq!(item(2), ["OP1(a)", "a", "To act;"]);
    assert_eq!(item(3), ["OP1(b)", "b", "To rest."]);
}

#[test]
fn parse_has_other_formats_too() {
    let text = "The General Assembly,\n\n1. Recalls its resolution 53/144;1\n\n1 See A/1.\n";
    let (_, markdown, _) = run(&["parse", "-", "--format", "md"], text);
    assert!(
        markdown.contains(
            "1\\. *Recalls* its resolution [53/144](https://undocs.org/A/RES/53/144);[^1]"
        ),
        "{markdown}"
    );
    assert!(markdown.contains("[^1]: See [A/1]"), "{markdown}");
    let (_, plain, _) = run(&["parse", "-", "--format", "text"], text);
    assert!(plain.contains("1. Recalls its resolution 53/144;[1]\n"), "{plain}");
}

#[test]
fn refs_name_place_words_and_symbol() {
    let (status, out, _) = run(&["refs", &sample()], "");
    assert_eq!(status, 0);
    for citation in [
        "PP4: 22/6 → A/HRC/RES/22/6",
        "PP4: 31/32 → A/HRC/RES/31/32",
        "PP4: 34/5 → A/HRC/RES/34/5",
        "PP3: 53/144 → A/RES/53/144",
        "fn 4: A/71/53 → A/71/53, chap. IV, sect. A",
    ] {
        assert!(out.contains(&format!(":{citation}")), "{citation} is not in\n{out}");
    }
    let (_, dot, _) = run(&["refs", &sample(), "--format", "dot"], "");
    assert!(dot.contains("\"A/RES/72/247\" -> \"A/RES/53/144\";"), "{dot}");
}

#[test]
fn check_is_quiet_about_what_is_right_and_exact_about_what_is_not() {
    assert_eq!(run(&["check", &sample()], ""), (0, String::new(), String::new()));
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("broken.txt");
    fs::write(&path, "\tThe General Assembly,\n\t1.\tAgrees;\n\t3.\tDecides.\n")
        .expect("the folder can be written");
    let (status, out, err) = run(&["check", &folder.path().display().to_string()], "");
    let expected = format!(
        "{0}:1:1: head: no symbol, no title, no day of adoption, no session \
         (`seized set` says it: symbol=… title=… adopted=… session=…)\n\
         {0}:3:2: broken numbering: paragraph 3 stands where 2 is due\n",
        path.display()
    );
    assert_eq!((status, out, err), (1, expected, String::new()));
}

#[test]
fn every_command_has_help_with_an_example() {
    for command in ["parse", "show", "refs", "find", "agreed", "cache", "check", "completions"] {
        let (status, out, _) = run(&[command, "--help"], "");
        assert_eq!(status, 0, "{command}");
        assert!(out.contains("Example: seized"), "{command}:\n{out}");
    }
}

#[test]
fn completions_and_the_manual_name_every_command() {
    let (_, help, _) = run(&["--help"], "");
    let (_, manual, _) = run(&["man"], "");
    let (_, bash, _) = run(&["completions", "bash"], "");
    for command in ["parse", "show", "refs", "check", "keys", "themes", "completions", "man"] {
        assert!(help.contains(&format!("\n  {command} ")), "{command} in help");
        assert!(manual.contains(&format!("SEIZED {}", command.to_uppercase())), "{command} in man");
        assert!(bash.contains(command), "{command} in completions");
    }
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_seized"))
        .args(["parse", &sample()])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn the_reader_wants_a_terminal() {
    let (status, _, err) = run(&[&sample()], "");
    assert_eq!(status, 2);
    assert!(err.contains("help: `seized show FILE` prints a document"), "{err}");
}
