//! The real program in a real terminal: what a person sees, and what they get back afterwards.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::support::pty::{self, Terminal, config_folder, home, seized, seized_in_shell};

/// The sample in a file of one's own.
fn sample(home: &Path) -> String {
    let path = home.join("resolution.txt");
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/A_RES_72_247.txt"), &path)
        .expect("the sample");
    path.display().to_string()
}

#[track_caller]
fn quits_cleanly(mut terminal: Terminal) {
    terminal.press("q");
    let (status, left) = terminal.end();
    assert_eq!(status, 0);
    assert!(left.is_clean, "{}", left.raw.escape_debug());
}

#[test]
fn the_sample_opens_and_is_left_cleanly() {
    let home = home();
    let terminal = Terminal::start(seized(home.path(), &[]), (120, 40));
    let screen = terminal.await_text("quit");
    for words in ["A/RES/72/247", "General Assembly", "Preamble", "Operative", "Footnotes", "PP1"] {
        assert!(screen.contains(words), "no {words} in\n{screen}");
    }
    quits_cleanly(terminal);
}

#[test]
fn the_ground_is_painted_to_the_edges() {
    let home = home();
    let terminal = Terminal::start(seized(home.path(), &[]), (120, 40));
    terminal.await_text("Title ·");
    terminal.await_screen("one ground from edge to edge", |screen| {
        let ground = |row, column| screen.cell(row, column).map(vt100::Cell::bgcolor);
        let is_painted = |row| ground(row, 0) != Some(vt100::Color::Default);
        (0..40).all(|row| is_painted(row) && (1..120).all(|x| ground(row, x) == ground(row, 0)))
    });
    quits_cleanly(terminal);
}

/// A resolution of 9,000 paragraphs in a file, with a note behind them.
fn long_text(home: &Path) -> String {
    let path = home.join("long.txt");
    let paragraph = "the Secretary-General to report on each of these questions, and ".repeat(4);
    let one = |n| format!("{n}.\tRequests {paragraph}to do so in time;\n\n");
    let paragraphs: String = (1..=9_000).map(one).collect();
    let head = "The General Assembly,\n\nRecalling its resolution 71/4,1\n\n";
    let note = "9001.\tDecides to remain seized of the matter.\n\n\n1 See A/71/4, annex.\n";
    fs::write(&path, [head, &paragraphs, note].concat()).expect("written");
    path.display().to_string()
}

#[test]
fn a_long_text_is_shown_before_the_whole_of_it_is_read() {
    let home = home();
    let file = long_text(home.path());
    let mut terminal = Terminal::start(seized(home.path(), &[&file]), (100, 30));
    terminal.await_text("Recalling");
    // What is pressed at once is not lost, though there is more to read.
    terminal.press("\tG");
    terminal.await_text("remain seized");
    terminal.press("q");
    let (status, left) = terminal.end();
    assert_eq!(status, 0);
    let frames: Vec<&str> = left.raw.split("\x1b[?2026h").skip(1).collect();
    let is_first_with = |words: &str| frames.iter().position(|frame| frame.contains(words));
    assert_eq!(is_first_with("Recalling"), Some(0), "what it begins with");
    assert_eq!(is_first_with("A/71/4"), Some(1), "and then what stands at its end");
    assert!(left.is_clean, "{}", left.raw.escape_debug());
}

#[test]
fn a_signal_while_a_long_text_is_read_leaves_the_terminal_clean() {
    let home = home();
    let file = long_text(home.path());
    let terminal = Terminal::start(seized(home.path(), &[&file]), (100, 30));
    terminal.await_text("Recalling");
    terminal.signal("TERM");
    let (status, left) = terminal.end();
    assert_eq!(status, 128 + 15);
    assert!(left.is_clean, "{}", left.raw.escape_debug());
}

#[test]
fn keys_move_and_the_place_is_remembered() {
    let home = home();
    let file = sample(home.path());
    let mut terminal = Terminal::start(seized(home.path(), &[&file]), (100, 30));
    terminal.await_text("Title ·");
    terminal.press("\t14G");
    terminal.await_text("OP14 ·");
    quits_cleanly(terminal);
    let terminal = Terminal::start(seized(home.path(), &[&file]), (100, 30));
    terminal.await_text("OP14 ·");
    quits_cleanly(terminal);
    let terminal = Terminal::start(seized(home.path(), &[&file, "--at", "fn 7"]), (100, 30));
    terminal.await_text("fn 7 ·");
    quits_cleanly(terminal);
}

#[test]
fn searching_finds_and_remembers() {
    let home = home();
    let mut terminal = Terminal::start(seized(home.path(), &[]), (120, 40));
    terminal.await_text("Title ·");
    terminal.press("/plenary");
    terminal.await_text("/plenary");
    terminal.press("\r");
    terminal.await_text("OP14 ·");
    quits_cleanly(terminal);
}

#[test]
fn a_screen_of_another_size_is_drawn_anew() {
    let home = home();
    let mut terminal = Terminal::start(seized(home.path(), &[]), (120, 40));
    terminal.await_text("Title ·");
    terminal.resize((30, 10));
    terminal.await_text("too small");
    terminal.resize((60, 20));
    terminal.await_text("Title ·");
    quits_cleanly(terminal);
}

#[test]
fn signals_leave_the_terminal_clean() {
    for (signal, number) in [("TERM", 15), ("HUP", 1), ("INT", 2), ("QUIT", 3)] {
        let home = home();
        let terminal = Terminal::start(seized(home.path(), &[]), (80, 24));
        terminal.await_text("Title ·");
        terminal.signal(signal);
        let (status, left) = terminal.end();
        assert_eq!(status, 128 + number, "SIG{signal}");
        assert!(left.is_clean, "SIG{signal}: {}", left.raw.escape_debug());
    }
}

/// Of signals that come close upon each other some are collected with those before. That none was left then was taken
/// for the end of all signals, and the reader could not be ended any more.
#[test]
fn a_storm_of_signals_leaves_the_reader_with_ears() {
    let home = home();
    let terminal = Terminal::start(seized(home.path(), &[]), (80, 24));
    terminal.await_text("Title ·");
    terminal.signals("CONT", 3_000);
    terminal.signal("TERM");
    let (status, left) = terminal.end();
    assert_eq!(status, 143);
    assert!(left.is_clean, "{}", left.raw.escape_debug());
}

#[test]
fn ctrl_z_hands_the_terminal_back_and_fg_takes_it_again() {
    let home = home();
    let script = "set -m; $SEIZED; echo status $?; fg; echo status $?";
    let mut terminal = Terminal::start(seized_in_shell(home.path(), script), (80, 24));
    terminal.await_text("Title ·");
    terminal.press("\x1a");
    // The shell lets it go on at once.
    terminal.await_raw("status 1");
    terminal.await_text("Title ·");
    terminal.press("q");
    let (status, left) = terminal.end();
    assert_eq!(status, 0);
    assert!(left.is_clean && left.raw.contains("status 0"), "{}", left.raw.escape_debug());
}

#[test]
fn ctrl_z_does_not_stop_where_nobody_could_undo_it() {
    let home = home();
    // As in a window of its own: no shell has started it.
    let mut terminal = Terminal::start(seized(home.path(), &[]), (120, 24));
    terminal.await_text("Title ·");
    terminal.press("\x1a");
    terminal.await_text("no shell waits here");
    terminal.signal("TSTP");
    terminal.press("G");
    terminal.await_text("PP18 ·");
    quits_cleanly(terminal);
}

#[test]
fn a_document_that_changes_is_read_again() {
    let home = home();
    let file = sample(home.path());
    let terminal = Terminal::start(seized(home.path(), &[&file, "--at", "OP2"]), (120, 40));
    terminal.await_text("Calls upon all States");
    let text = fs::read_to_string(&file).expect("the file");
    // Replaced, as editors do it.
    let changed = text.replace("all States to take all measures", "every State to take measures");
    assert_ne!(changed, text);
    fs::write(home.path().join("new.txt"), changed).expect("written");
    fs::rename(home.path().join("new.txt"), &file).expect("replaced");
    terminal.await_text("Calls upon every State");
    terminal.await_text("OP2 ·");
    quits_cleanly(terminal);
}

#[test]
fn annotations_that_lost_their_places_are_said_on_opening() {
    let home = home();
    let file = sample(home.path());
    let mut terminal = Terminal::start(seized(home.path(), &[&file, "--at", "OP2"]), (120, 40));
    terminal.await_text("OP2 ·");
    terminal.press("aGone.\x1b");
    await_file(&margin_of(&file), |text| text.contains("Gone."));
    quits_cleanly(terminal);
    let text = fs::read_to_string(&file).expect("the file");
    let is_gone = |line: &str| line.contains("Calls upon all States to take all measures");
    let left: Vec<&str> = text.lines().filter(|line| !is_gone(line)).collect();
    assert_eq!(left.len() + 1, text.lines().count());
    fs::write(&file, left.join("\n")).expect("written");
    let terminal = Terminal::start(seized(home.path(), &[&file]), (120, 40));
    terminal.await_text("1 annotation lost its place: A lists it");
    quits_cleanly(terminal);
}

#[test]
fn a_file_cut_to_nothing_is_said_and_what_was_read_stays() {
    let home = home();
    let file = sample(home.path());
    let mut terminal = writing_a_note(home.path(), &file, "Ask");
    fs::write(&file, "").expect("cut");
    terminal.await_text("what was read before is shown");
    terminal.press(" when.\x1b");
    let text = await_file(&margin_of(&file), |text| text.contains("Ask when."));
    assert!(text.contains("paragraph: \"OP3\""), "{text}");
    quits_cleanly(terminal);
}

/// A pipe with a name, from which nothing comes until somebody writes.
fn named_pipe(home: &Path) -> PathBuf {
    let path = home.join("slow.txt");
    let made = std::process::Command::new("mkfifo").arg(&path).status();
    assert!(made.expect("mkfifo").success());
    path
}

#[test]
fn what_takes_its_time_is_said_and_opens() {
    let home = home();
    let pipe = named_pipe(home.path());
    let file = pipe.display().to_string();
    let terminal = Terminal::start(seized(home.path(), &[&file]), (120, 40));
    let screen = terminal.await_text("Opening slow.txt: reading the file …");
    assert!(screen.contains("Ctrl-c stops"), "{screen}");
    fs::copy(sample(home.path()), &pipe).expect("written to the pipe");
    let screen = terminal.await_text("Title ·");
    assert!(!screen.contains("Opening"), "{screen}");
    quits_cleanly(terminal);
}

#[test]
fn ctrl_c_stops_what_takes_its_time() {
    let home = home();
    let file = named_pipe(home.path()).display().to_string();
    let mut terminal = Terminal::start(seized(home.path(), &[&file]), (80, 24));
    terminal.await_text("Opening slow.txt");
    terminal.press("\x03");
    let (_, left) = terminal.end();
    assert!(left.is_clean, "{}", left.raw.escape_debug());
}

#[test]
fn bad_configuration_is_said_and_the_reader_starts() {
    let home = home();
    let folder = config_folder(home.path());
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("config.ron"), "(\n  thene: \"dawn\",\n)").expect("written");
    let terminal = Terminal::start(seized(home.path(), &[]), (200, 50));
    terminal.await_text("config.ron:2:");
    terminal.await_text("Preamble");
    quits_cleanly(terminal);
}

#[test]
fn a_file_that_is_not_there_is_one_line() {
    let home = home();
    let (status, left) = Terminal::start(seized(home.path(), &["nothing.txt"]), (80, 24)).end();
    assert_eq!(status, 2);
    assert!(left.raw.starts_with("seized: nothing.txt: no such file"), "{}", left.raw);
    assert!(left.is_clean);
}

#[test]
fn a_citation_that_is_not_there_is_said() {
    let home = home();
    let file = sample(home.path());
    let (status, left) =
        Terminal::start(seized(home.path(), &[&file, "--at", "OP99"]), (80, 24)).end();
    assert_eq!(status, 2);
    assert!(left.raw.contains("--at OP99: the document has no such paragraph"), "{}", left.raw);
}

/// Waits until a file says this, as another program would see it.
#[track_caller]
fn await_file(path: &Path, what: impl Fn(&str) -> bool) -> String {
    let until = std::time::Instant::now() + pty::PATIENCE;
    loop {
        let text = fs::read_to_string(path).unwrap_or_default();
        if what(&text) {
            return text;
        }
        assert!(std::time::Instant::now() < until, "{} says:\n{text}", path.display());
        std::thread::yield_now();
    }
}

#[test]
fn what_was_written_survives_a_kill() {
    let home = home();
    let file = sample(home.path());
    let margin = Path::new(&file).with_extension("txt.seized.ron");
    let mut terminal = Terminal::start(seized(home.path(), &[&file]), (120, 40));
    terminal.await_text("Title ·");
    for (place, tag) in [("OP1", "one"), ("OP2", "two"), ("OP14", "three")] {
        terminal.press(&format!(":{place}\rt{tag}\r"));
        terminal.await_text(&format!("tagged {place} {tag}"));
    }
    terminal.press("wwwvwh");
    terminal.await_text("highlighted");
    terminal.press(":OP3\raAsk when.\u{1b}");
    terminal.await_text("noted on OP3");
    await_file(&margin, |text| text.contains("Ask when."));
    terminal.kill();
    let text = await_file(&margin, |text| text.contains("Ask when."));
    for words in ["\"one\"", "\"two\"", "\"three\"", "Some(\"yellow\")", "Ask when."] {
        assert!(text.contains(words), "no {words} in\n{text}");
    }
    let mut terminal = Terminal::start(seized(home.path(), &[&file]), (120, 40));
    terminal.await_text("OP");
    terminal.press("A");
    let screen = terminal.await_text("5 annotations");
    for words in ["#one", "#two", "#three", "Ask when."] {
        assert!(screen.contains(words), "no {words} in\n{screen}");
    }
    terminal.press("\u{1b}");
    terminal.await_text("quit");
    quits_cleanly(terminal);
}

#[test]
fn two_readers_of_one_file_see_each_other() {
    let home = home();
    let file = sample(home.path());
    let mut one = Terminal::start(seized(home.path(), &[&file, "--at", "OP1"]), (120, 40));
    let mut two = Terminal::start(seized(home.path(), &[&file, "--at", "OP2"]), (120, 40));
    one.await_text("OP1 ·");
    two.await_text("OP2 ·");
    one.press("tfrom-one\r");
    two.await_text("#from-one");
    two.press("tfrom-two\r");
    one.await_text("#from-two");
    one.press("x");
    one.await_text("deleted");
    two.await_screen("the tag of the other is gone", |screen| {
        !screen.contents().contains("#from-one")
    });
    quits_cleanly(one);
    quits_cleanly(two);
}

#[test]
fn a_note_is_written_in_the_editor_of_the_person() {
    let home = home();
    let file = sample(home.path());
    let mut command = seized(home.path(), &[&file, "--at", "OP1"]);
    command.env("EDITOR", "printf 'from the editor' >");
    let mut terminal = Terminal::start(command, (120, 40));
    terminal.await_text("OP1 ·");
    terminal.press("e");
    terminal.await_text("noted on OP1");
    terminal.await_text("from the editor");
    quits_cleanly(terminal);
}

/// Ctrl-c in an editor goes to the reader as well. It was taken for an end that nobody hears: twenty times a second, for
/// the rest of the session, what the terminal had not shown yet was thrown away.
#[cfg(target_os = "linux")]
#[test]
fn ctrl_c_in_the_editor_leaves_nobody_waiting_for_an_end() {
    let home = home();
    let file = sample(home.path());
    let mut command = seized(home.path(), &[&file, "--at", "OP1"]);
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command
        .env("EDITOR", "trap '' INT; echo editing; until test -e done; do :; done; printf kept >");
    let mut terminal = Terminal::start(command, (120, 40));
    terminal.await_text("OP1 ·");
    terminal.press("e");
    terminal.await_raw("editing");
    terminal.signal("INT");
    // It was heard once somebody sees to it that it is.
    let is_watched = || terminal.threads().iter().any(|name| name == "ending");
    await_so("somebody sees to the end", &is_watched);
    fs::write(home.path().join("done"), "").expect("written");
    terminal.await_text("noted on OP1");
    await_so("nobody does any more", &|| !is_watched());
    // An end is one all the same.
    terminal.signal("INT");
    let (status, left) = terminal.end();
    assert_eq!(status, 130);
    assert!(left.is_clean, "{}", left.raw.escape_debug());
}

/// Waits until something is so.
#[cfg(target_os = "linux")]
#[track_caller]
fn await_so(what: &str, is: &dyn Fn() -> bool) {
    let until = std::time::Instant::now() + pty::PATIENCE;
    while !is() {
        assert!(std::time::Instant::now() < until, "waited for: {what}");
        std::thread::yield_now();
    }
}

/// The file of the annotations of a file.
fn margin_of(file: &str) -> PathBuf {
    Path::new(file).with_extension("txt.seized.ron")
}

/// Starts the reader at OP3 and writes a note there that is not kept yet.
fn writing_a_note(home: &Path, file: &str, note: &str) -> Terminal {
    let mut terminal = Terminal::start(seized(home, &[file, "--at", "OP3"]), (120, 40));
    terminal.await_text("OP3 ·");
    terminal.press("a");
    terminal.await_text("Note on OP3");
    terminal.press(note);
    terminal.await_text(note);
    terminal
}

#[test]
fn a_note_is_written_on_while_the_file_changes() {
    let home = home();
    let file = sample(home.path());
    let text = fs::read_to_string(&file).expect("the file");
    let mut terminal = writing_a_note(home.path(), &file, "Ask");
    for (version, word) in ["one", "two", "three"].into_iter().enumerate() {
        // Above the paragraph of the note, and to be seen.
        fs::write(&file, text.replace("Calls upon all", &format!("Calls {word} upon all")))
            .expect("written");
        terminal.await_text(&format!("Calls {word} upon all"));
        terminal.press(&format!(" q{version}"));
        terminal.await_text(&format!("q{version}"));
    }
    terminal.press("\x1b");
    await_file(&margin_of(&file), |text| text.contains("Ask q0 q1 q2"));
    quits_cleanly(terminal);
}

/// As it is pasted where the terminal does not say that it is, and typed by programs. Were each character
/// set anew with all before it, the longest would take minutes.
#[test]
fn what_comes_all_at_once_is_read_to_its_end() {
    for length in [2000, 3000, 98_000] {
        let home = home();
        let file = sample(home.path());
        let mut terminal = Terminal::start(seized(home.path(), &[&file, "--at", "OP3"]), (120, 40));
        terminal.await_text("OP3 ·");
        let words = "w".repeat(length);
        terminal.press(&format!("a{words}\x1b"));
        await_file(&margin_of(&file), |text| text.contains(&words));
        quits_cleanly(terminal);
    }
}

#[test]
fn a_note_being_written_survives_signals() {
    for (signal, number) in [("TERM", 15), ("HUP", 1), ("INT", 2), ("QUIT", 3)] {
        let home = home();
        let file = sample(home.path());
        let terminal = writing_a_note(home.path(), &file, "Ask when.");
        terminal.signal(signal);
        let (status, left) = terminal.end();
        assert_eq!(status, 128 + number, "SIG{signal}");
        assert!(left.is_clean, "SIG{signal}: {}", left.raw.escape_debug());
        let text = fs::read_to_string(margin_of(&file)).expect("saved");
        assert!(text.contains("Ask when."), "SIG{signal}:\n{text}");
    }
}

#[test]
fn a_note_being_written_survives_the_end_of_the_terminal() {
    let home = home();
    let file = sample(home.path());
    let mut terminal = writing_a_note(home.path(), &file, "Ask when.");
    terminal.press("\r");
    assert_eq!(terminal.hang_up(), 128 + 1);
    let text = fs::read_to_string(margin_of(&file)).expect("saved");
    assert!(text.contains("Ask when."), "{text}");
}

#[test]
fn a_terminal_that_goes_without_a_signal_is_noticed() {
    let home = home();
    let file = sample(home.path());
    // The leader of the session is told, does not care, and tells nobody.
    let script = format!("trap '' HUP; $SEIZED {file} --at OP3; exit $?");
    let mut terminal = Terminal::start(seized_in_shell(home.path(), &script), (120, 40));
    terminal.await_text("OP3 ·");
    terminal.press("a");
    terminal.await_text("Note on OP3");
    terminal.press("Ask when.\r");
    terminal.await_text("Ask when.");
    assert_eq!(terminal.hang_up(), 128 + 1);
    let text = fs::read_to_string(margin_of(&file)).expect("saved");
    assert!(text.contains("Ask when."), "{text}");
}

#[test]
fn an_editor_that_fails_loses_nothing() {
    for (editor, says) in [("false", "false ended with"), ("nosuchprogram", "cannot be started")] {
        let home = home();
        let file = sample(home.path());
        let mut command = seized(home.path(), &[&file, "--at", "OP3"]);
        command.env("EDITOR", editor);
        command.env("TMPDIR", home.path());
        let mut terminal = Terminal::start(command, (200, 40));
        terminal.await_text("OP3 ·");
        terminal.press("aAsk when.");
        terminal.await_text("Ask when.");
        terminal.press("\x05");
        let screen = terminal.await_text(says);
        for words in ["Note on OP3", "Ask when.", "the file is kept in"] {
            assert!(screen.contains(words), "{editor}: no {words} in\n{screen}");
        }
        let is_draft = |path: &Path| path.extension().is_some_and(|ending| ending == "md");
        let mut files = fs::read_dir(home.path()).expect("listed").flatten().map(|e| e.path());
        let kept = files.find(|path| is_draft(path)).expect("the editor's file");
        assert_eq!(fs::read_to_string(&kept).expect("read"), "Ask when.");
        terminal.press(" Soon.\x1b");
        terminal.await_text("noted on OP3");
        quits_cleanly(terminal);
        let text = fs::read_to_string(margin_of(&file)).expect("saved");
        assert!(text.contains("Ask when. Soon."), "{text}");
    }
}

#[test]
fn the_editor_has_the_keys_to_itself() {
    let home = home();
    let file = sample(home.path());
    let mut command = seized(home.path(), &[&file, "--at", "OP3"]);
    command.env("EDITOR", "f() { echo edits; read line; echo \"$line\" > \"$1\"; }; f");
    let mut terminal = Terminal::start(command, (120, 40));
    terminal.await_text("OP3 ·");
    // Something is saved before, and something happens meanwhile.
    terminal.press("tone\r");
    await_file(&margin_of(&file), |text| text.contains("\"one\""));
    terminal.press("e");
    terminal.await_text("edits");
    fs::write(&file, fs::read_to_string(&file).expect("read") + " ").expect("written");
    terminal.press("quit j k\r");
    terminal.await_text("noted on OP3");
    await_file(&margin_of(&file), |text| text.contains("quit j k"));
    quits_cleanly(terminal);
}

#[test]
fn what_is_in_the_editor_survives_a_signal() {
    let home = home();
    let file = sample(home.path());
    let mut command = seized(home.path(), &[&file, "--at", "OP3"]);
    // It saves, and goes on.
    command.env("EDITOR", "f() { printf saved > \"$1\"; echo edits; read line; }; f");
    let mut terminal = Terminal::start(command, (120, 40));
    terminal.await_text("OP3 ·");
    terminal.press("aAsk when.");
    terminal.await_text("Ask when.");
    terminal.press("\x05");
    terminal.await_text("edits");
    // A key of the terminal that sends a signal is the editor's, and here ends it.
    terminal.signal("INT");
    terminal.signal("TERM");
    let (status, left) = terminal.end_of_program();
    assert_eq!(status, 128 + 15);
    assert!(left.is_clean, "{}", left.raw.escape_debug());
    let text = fs::read_to_string(margin_of(&file)).expect("saved");
    assert!(text.contains("saved"), "{text}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_that_takes_no_more_loses_nothing() {
    let home = home();
    let file = sample(home.path());
    let terminal = writing_a_note(home.path(), &file, "Ask when.");
    terminal.stop_looking();
    terminal.signal("TERM");
    let (status, _) = terminal.end_of_program();
    assert_eq!(status, 128 + 15);
    let text = fs::read_to_string(margin_of(&file)).expect("saved");
    assert!(text.contains("Ask when."), "{text}");
}

/// Keeps whoever saves in a folder waiting, as a disk that does not answer does.
fn hold(folder: &Path) -> fs::File {
    let lock = fs::File::open(folder).expect("opened");
    lock.lock().expect("locked");
    lock
}

#[test]
fn leaving_asks_where_the_disk_does_not_answer() {
    let home = home();
    let file = sample(home.path());
    let mut terminal = Terminal::start(seized(home.path(), &[&file, "--at", "OP1"]), (120, 40));
    terminal.await_text("OP1 ·");
    let lock = hold(home.path());
    terminal.press("tone\r");
    terminal.await_text("tagged OP1 one");
    terminal.press("q");
    terminal.await_text("What you wrote is not on disk");
    // Keys are answered meanwhile.
    terminal.press("\x1b");
    terminal.await_screen("the question is gone", |screen| {
        !screen.contents().contains("What you wrote is not on disk")
    });
    terminal.press(":OP2\r");
    terminal.await_text("OP2 ·");
    drop(lock);
    terminal.press("q");
    let (status, left) = terminal.end();
    assert_eq!(status, 0);
    assert!(left.is_clean, "{}", left.raw.escape_debug());
    let text = fs::read_to_string(margin_of(&file)).expect("saved");
    assert!(text.contains("\"one\""), "{text}");
}

/// Ends a reader in which a note is being written while nothing can be saved.
fn end_unsaved(home: &Path, file: &str) {
    let lock = hold(home);
    let terminal = writing_a_note(home, file, "Ask when.");
    terminal.signal("TERM");
    let (status, left) = terminal.end();
    assert_eq!(status, 128 + 15);
    assert!(left.raw.contains("offered at the next start"), "{}", left.raw.escape_debug());
    assert!(!margin_of(file).exists());
    drop(lock);
}

#[test]
fn what_could_not_be_saved_is_offered_at_the_next_start() {
    let home = home();
    let file = sample(home.path());
    end_unsaved(home.path(), &file);
    // Not now; then it is offered again.
    for answer in ["\x1b", "y"] {
        let mut terminal = Terminal::start(seized(home.path(), &[&file]), (120, 40));
        terminal.await_text("One annotation could not be saved");
        terminal.press(answer);
        terminal.await_screen("the question is gone", |screen| {
            !screen.contents().contains("could not be saved")
        });
        quits_cleanly(terminal);
    }
    let text = fs::read_to_string(margin_of(&file)).expect("saved");
    assert!(text.contains("Ask when."), "{text}");
    let terminal = Terminal::start(seized(home.path(), &[&file]), (120, 40));
    let screen = terminal.await_text("quit");
    assert!(!screen.contains("could not be saved"), "{screen}");
    quits_cleanly(terminal);
}

#[test]
fn what_tags_mean_is_kept_where_it_cannot_be_saved_and_taken_in_at_the_next_start() {
    let home = home();
    let file = sample(home.path());
    let mut terminal = Terminal::start(seized(home.path(), &[&file, "--at", "OP1"]), (120, 40));
    terminal.await_text("OP1 ·");
    terminal.press("tduty\r");
    await_file(&margin_of(&file), |text| text.contains("\"duty\""));
    let lock = hold(home.path());
    terminal.press("t\x04");
    terminal.await_text("What #duty is for");
    terminal.press("Who must act\r");
    terminal.await_screen("the question is gone", |screen| {
        !screen.contents().contains("What #duty is for")
    });
    terminal.signal("TERM");
    let (status, left) = terminal.end();
    assert_eq!(status, 128 + 15);
    assert!(left.raw.contains("taken in at the next start"), "{}", left.raw.escape_debug());
    let codebook = home.path().join("tags.ron");
    assert!(!codebook.exists());
    drop(lock);
    let terminal = Terminal::start(seized(home.path(), &[&file]), (120, 40));
    terminal.await_text("what tags mean could not be saved the last time, and is taken in now");
    await_file(&codebook, |text| text.contains("\"Who must act\""));
    quits_cleanly(terminal);
    let terminal = Terminal::start(seized(home.path(), &[&file]), (120, 40));
    let screen = terminal.await_text("quit");
    assert!(!screen.contains("what tags mean"), "{screen}");
    quits_cleanly(terminal);
}

#[test]
fn what_is_refused_by_mistake_can_be_imported() {
    let home = home();
    let file = sample(home.path());
    end_unsaved(home.path(), &file);
    let mut terminal = Terminal::start(seized(home.path(), &[&file]), (250, 40));
    terminal.await_text("One annotation could not be saved");
    terminal.press("n");
    let screen = terminal.await_text("put away in ");
    quits_cleanly(terminal);
    let said = screen.split("put away in ").nth(1).expect("the file");
    let path = said.split(';').next().expect("its name");
    let terminal = Terminal::start(seized(home.path(), &["import", &file, path]), (250, 40));
    let (status, left) = terminal.end();
    assert_eq!(status, 0, "{}", left.raw);
    let text = fs::read_to_string(margin_of(&file)).expect("saved");
    assert!(text.contains("Ask when."), "{text}");
}

/// A resolution of the Assembly that recalls another.
fn resolution(number: &str, recalls: &str) -> String {
    format!(
        "Resolution adopted by the General Assembly on 19 December 2017\n\n{number}. On reading\n\n\
         The General Assembly,\n\nRecalling its resolution {recalls},\n\n\
         1. Decides to read on;\n\n2. Decides to remain seized of the matter.\n"
    )
}

/// Resolutions in a folder, each recalling the next.
fn chain(home: &Path) -> Vec<String> {
    let numbers = ["72/1", "71/2", "70/3", "69/4"];
    let write = |(i, number): (usize, &&str)| {
        let next = numbers.get(i + 1).copied().unwrap_or("53/144");
        let path = home.join(format!("A_RES_{}.txt", number.replace('/', "_")));
        fs::write(&path, resolution(number, next)).expect("written");
        path.to_str().expect("UTF-8").to_owned()
    };
    numbers.iter().enumerate().map(write).collect()
}

#[test]
fn citations_are_followed_through_files_and_back() {
    let home = home();
    let files = chain(home.path());
    let mut terminal = Terminal::start(seized(home.path(), &[&files[0]]), (100, 30));
    terminal.await_text("A/RES/72/1 ");
    for next in ["A/RES/71/2", "A/RES/70/3", "A/RES/69/4"] {
        terminal.press("]r\r");
        terminal.await_screen(next, |screen| {
            screen.contents().trim_start().starts_with(&format!("{next} "))
        });
    }
    // The last one recalls what lies nowhere.
    terminal.press("]r\r");
    terminal.await_text("https://undocs.org/A/RES/53/144");
    terminal.press("\x1b");
    terminal.await_screen("the box is gone", |screen| !screen.contents().contains("undocs.org"));
    for back in ["A/RES/70/3", "A/RES/71/2", "A/RES/72/1"] {
        terminal.press("\x0f");
        terminal.await_screen(back, |screen| {
            screen.contents().trim_start().starts_with(&format!("{back} "))
        });
    }
    quits_cleanly(terminal);
}

#[test]
fn work_on_four_documents_survives_a_kill() {
    let home = home();
    let files = chain(home.path());
    let names: Vec<&str> = files.iter().map(String::as_str).collect();
    let mut terminal = Terminal::start(seized(home.path(), &names), (100, 30));
    terminal.await_text("1/4");
    for (i, file) in files.iter().enumerate() {
        terminal.press(&format!("twork/{i}\r"));
        terminal.await_text(&format!("#work/{i}"));
        let tag = format!("work/{i}");
        await_file(&margin_of(file), |text| text.contains(&tag));
        terminal.press("]b");
        terminal.await_text(&format!("{}/4", (i + 1) % 4 + 1));
    }
    terminal.kill();
    let mut terminal = Terminal::start(seized(home.path(), &names), (100, 30));
    for i in 0..4 {
        terminal.await_text(&format!("#work/{i}"));
        terminal.press("]b");
    }
    quits_cleanly(terminal);
}

#[test]
fn reading_a_document_makes_no_library_of_its_folder() {
    let home = home();
    chain(home.path());
    let file = home.path().join("A_RES_70_3.txt");
    let name = file.to_str().expect("UTF-8");
    let mut terminal = Terminal::start(seized(home.path(), &[name]), (100, 30));
    terminal.await_text("A/RES/70/3");
    terminal.press("j");
    quits_cleanly(terminal);
    let below = walkdir::WalkDir::new(home.path()).into_iter().flatten();
    let caches: Vec<_> = below.filter(|entry| entry.file_name() == "library").collect();
    assert!(caches.is_empty(), "{caches:?}");
}

#[test]
fn a_folder_is_chosen_from() {
    let home = home();
    chain(home.path());
    let folder = home.path().to_str().expect("UTF-8");
    let mut terminal = Terminal::start(seized(home.path(), &[folder]), (100, 30));
    terminal.await_text("A/RES/70/3");
    terminal.press("/70\r\r");
    terminal.await_screen("the document", |screen| {
        screen.contents().trim_start().starts_with("A/RES/70/3 ")
    });
    terminal.press("q");
    terminal.await_text("1 of them");
    quits_cleanly(terminal);
}
