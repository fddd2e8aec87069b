//! Folders that nobody named, and the text beside a catalogue, in a real terminal with the real program.

use std::{fs, path::Path};

use crate::support::pty::{Terminal, home, seized};

const TEXT: &str = "Resolution adopted by the General Assembly on 19 December 2017\n\n72/1. Safety of harbours\n\n\
     The General Assembly,\n\nRecalling its resolution 70/1,\n\nNoting the storms,\n\nNoting the rocks,\n\n\
     1. Urges States to keep their harbours safe for all ships;\n\n\
     2. Decides to remain seized of the matter.\n";
const CITING: &str = "Resolution adopted by the General Assembly on 19 December 2019\n\n74/9. Lighthouses\n\n\
     The General Assembly,\n\nRecalling its resolution 72/1 of 19 December 2017,\n\n\
     1. Invites pilots to look out.\n";

/// A folder with two resolutions and so many files beside them.
fn folder(home: &Path, others: usize) -> String {
    let folder = home.join("texts");
    fs::create_dir(&folder).expect("made");
    fs::write(folder.join("A_RES_72_1.txt"), TEXT).expect("written");
    fs::write(folder.join("A_RES_74_9.txt"), CITING).expect("written");
    for other in 0..others {
        fs::write(folder.join(format!("{other}.txt")), "A list of things.\n").expect("written");
    }
    folder.to_str().expect("UTF-8").to_owned()
}

#[test]
fn a_large_folder_that_was_not_named_is_read_once_the_person_agrees() {
    let home = home();
    let file = format!("{}/A_RES_72_1.txt", folder(home.path(), 300));
    let mut terminal = Terminal::start(seized(home.path(), &[&file]), (100, 30));
    terminal.await_text("A/RES/72/1");
    terminal.press("R");
    terminal.await_text("302 files in this folder and below it were never read.");
    terminal.press("q");
    terminal.await_text("Urges States");
    terminal.press("R");
    terminal.await_text("302 files");
    terminal.press("\r");
    terminal.await_text("A/RES/74/9");
    terminal.quit();
    // Now it is known, and nothing is asked any more.
    let mut terminal = Terminal::start(seized(home.path(), &[&file]), (100, 30));
    terminal.await_text("A/RES/72/1");
    terminal.press("R");
    terminal.await_text("A/RES/74/9");
    terminal.quit();
}

#[test]
fn a_folder_that_is_named_or_small_is_read_at_once_with_a_text_beside_it() {
    let home = home();
    let named = folder(home.path(), 300);
    let terminal = Terminal::start(seized(home.path(), &[&named]), (120, 30));
    terminal.await_text("PP1  Recalling its resolution 72/1");
    terminal.await_text("OP1  Invites pilots to look out.");
    terminal.quit();
    let small = home.path().join("small");
    fs::create_dir(&small).expect("made");
    let file = folder(&small, 298);
    let mut terminal =
        Terminal::start(seized(home.path(), &[&format!("{file}/A_RES_72_1.txt")]), (100, 30));
    terminal.await_text("A/RES/72/1");
    terminal.press("R");
    terminal.await_text("A/RES/74/9");
    terminal.quit();
}

#[test]
fn the_text_beside_a_catalogue_tells_what_is_left_out_of_the_preamble() {
    let home = home();
    let named = folder(home.path(), 0);
    let mut terminal = Terminal::start(seized(home.path(), &[&named]), (120, 30));
    terminal.await_text("PP1  Recalling its resolution 72/1");
    terminal.press("j");
    let seen = terminal.await_text("OP1  Urges States");
    assert!(seen.contains("PP2  Noting the storms,"), "{seen}");
    assert!(seen.contains("⋯    1 more"), "{seen}");
    assert!(!seen.contains("rocks"), "{seen}");
    terminal.quit();
}
