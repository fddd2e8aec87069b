//! The lists of who is asked to do what, in a real terminal: of a document and of its library, and what a person marks
//! in them.

use std::{fs, path::Path};

use crate::support::pty::{Terminal, seized};

/// A resolution that asks for two things.
fn resolution(folder: &Path, number: &str, second: &str) -> String {
    let text = format!(
        "Resolution adopted by the General Assembly on 19 December 2017\n\n{number}. The safety of harbours\n\n\
         The General Assembly,\n\nRecalling its decisions,\n\n\
         1. Requests the Secretary-General to submit to the General Assembly at its seventy-third session a report \
         on the safety of all harbours and their lights;\n\n2. {second}.\n"
    );
    let path = folder.join(format!("A_RES_{}.txt", number.replace('/', "_")));
    fs::write(&path, text).expect("written");
    path.to_str().expect("UTF-8").to_owned()
}

fn library(home: &Path) -> (String, String) {
    (
        resolution(
            home,
            "72/1",
            "Invites Member States to paint their boats green by 1 March 2019",
        ),
        resolution(home, "72/2", "Urges all States to keep their ropes dry"),
    )
}

#[track_caller]
fn await_mark(file: &str, tag: &str) {
    for _ in 0..400 {
        let text = fs::read_to_string(format!("{file}.seized.ron")).unwrap_or_default();
        if text.contains(tag) {
            return;
        }
        std::thread::yield_now();
        std::thread::sleep(std::time::Duration::from_millis(25));
    }
    panic!("{tag} was not saved beside {file}");
}

#[test]
fn what_a_document_asks_is_listed_marked_and_filtered() {
    let home = tempfile::tempdir().expect("a home");
    let (file, _) = library(home.path());
    let mut terminal = Terminal::start(seized(home.path(), &[&file]), (120, 30));
    terminal.await_text("A/RES/72/1 ");
    terminal.press("D");
    let screen = terminal.await_text("2018 (73)");
    assert!(screen.contains("found by machine") && screen.contains("Member States"), "{screen}");
    terminal.press("t");
    let screen = terminal.await_text("the machine read it wrongly");
    assert!(screen.contains("mandate/done") && screen.contains("mandate/mine"), "{screen}");
    terminal.press("\r");
    terminal.await_text("#done");
    await_mark(&file, "mandate/done");
    // The mark is a person's, by which the list is filtered; what was found stays as it was.
    terminal.press("/#done");
    terminal.await_screen("only what is marked", |screen| {
        let seen = screen.contents();
        seen.contains("2018 (73)") && !seen.contains("Member States")
    });
    terminal.press("\x1b");
    terminal.await_text("Member States");
    terminal.press("U");
    terminal.await_screen("no mark", |screen| !screen.contents().contains("#done"));
    terminal.press("\r");
    terminal.await_text("OP1 ·");
    terminal.quit();
}

#[test]
fn what_the_library_asks_is_marked_and_what_two_texts_ask_is_told() {
    let home = tempfile::tempdir().expect("a home");
    let (file, other) = library(home.path());
    let folder = home.path().to_str().expect("UTF-8").to_owned();
    let mut terminal = Terminal::start(seized(home.path(), &[&folder]), (140, 30));
    terminal.await_text("A/RES/72/2");
    terminal.press("D");
    terminal.await_text("Mandates of the library");
    // The same report, due at the same session, is asked for by both.
    let screen = terminal.await_text("as A/RES/72/2");
    assert!(screen.contains("2× since 2017"), "{screen}");
    terminal.press("/ropes\r");
    terminal.await_screen("one of them", |screen| screen.contents().contains("1 mandate "));
    terminal.press("t");
    terminal.await_text("the machine read it wrongly");
    terminal.press("wrong\r");
    let screen = terminal.await_text("#wrong");
    assert!(screen.contains("Mandates of the library"), "the list stays:\n{screen}");
    await_mark(&other, "mandate/wrong");
    assert!(!Path::new(&format!("{file}.seized.ron")).exists());
    terminal.quit();
    // The library knows it the next time, and narrows by it.
    let mut terminal = Terminal::start(seized(home.path(), &[&folder]), (140, 30));
    terminal.await_text("A/RES/72/2");
    terminal.press("D");
    terminal.await_text("your marks");
    terminal.press("/mark:wrong\r");
    let screen = terminal.await_text("1 mandate ");
    assert!(screen.contains("#wrong") && screen.contains("ropes"), "{screen}");
    terminal.press("/\x15is:twice\r");
    let screen = terminal.await_text("2 mandates ");
    assert!(!screen.contains("ropes"), "{screen}");
    terminal.quit();
}

#[test]
fn a_bar_says_how_binding_a_paragraph_is() {
    let home = tempfile::tempdir().expect("a home");
    let (file, _) = library(home.path());
    let mut terminal = Terminal::start(seized(home.path(), &[&file]), (120, 30));
    let screen = terminal.await_text("A/RES/72/1 ");
    assert!(!screen.contains('▆'), "{screen}");
    terminal.press("gl");
    // *Requests* binds more than *Invites*.
    terminal.await_screen("bars", |screen| {
        let seen = screen.contents();
        seen.contains('▆') && seen.contains('▃')
    });
    terminal.quit();
}
