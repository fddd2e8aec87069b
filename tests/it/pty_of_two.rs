//! Two texts side by side, and one paragraph through the sessions, in a real terminal with the real program.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::support::pty::{Terminal, home, seized};

fn resolution(number: &str, year: u16, recalls: &str, verb: &str) -> String {
    format!(
        "Resolution adopted by the General Assembly on 19 December {year}\n\n{number}. Safety of harbours\n\n\
         The General Assembly,\n\nRecalling its resolution {recalls},\n\n\
         1. {verb} States to keep their harbours safe for all ships that come to them in bad weather;\n\n\
         2. Requests the Secretary-General to submit a report on lighthouses;\n\n\
         3. Decides to remain seized of the matter.\n"
    )
}

fn written(home: &Path, name: &str, text: &str) -> PathBuf {
    let path = home.join(name);
    fs::write(&path, text).expect("written");
    path
}

/// Three sessions of one matter; the newest last.
fn sessions(home: &Path) -> Vec<PathBuf> {
    let all = [
        ("68/1", 2013, "66/9", "Invites"),
        ("70/1", 2015, "68/1", "Urges"),
        ("72/1", 2017, "70/1", "Encourages"),
    ];
    let write = |(number, year, recalls, verb): (&str, u16, &str, &str)| {
        let name = format!("A_RES_{}.txt", number.replace('/', "_"));
        written(home, &name, &resolution(number, year, recalls, verb))
    };
    all.into_iter().map(write).collect()
}

fn name(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

#[test]
fn two_versions_are_compared_filtered_annotated_and_written() {
    let home = home();
    let files = sessions(home.path());
    let arguments = [name(&files[1]), name(&files[2])];
    let mut terminal = Terminal::start(seized(home.path(), &arguments), (120, 30));
    terminal.await_text("A/RES/70/1");
    terminal.press("]bc\r");
    terminal.await_text("A/RES/70/1 (2015) → A/RES/72/1 (2017)");
    terminal.await_text("1 verb");
    // One kind alone, and all again.
    terminal.press("gktechnical\r");
    terminal.await_text("shown: technical");
    terminal.await_screen("the verb is folded", |screen| {
        let seen = screen.contents();
        seen.contains("its resolution") && !seen.contains("Encourages States")
    });
    terminal.press("gkweighty\r");
    terminal.await_text("Encourages States");
    // A note on one text is seen beside the other.
    terminal.press("]caAsk the port.\x1b");
    terminal.await_text("Ask the port. · A/RES/72/1");
    terminal.press("gw");
    terminal.await_text("write to:");
    terminal.press("\x15changes.md\r");
    terminal.await_text("written to changes.md");
    let text = fs::read_to_string(home.path().join("changes.md")).expect("it is there");
    assert!(text.contains("Encourages") && text.contains("Urges"), "{text}");
    terminal.press("gw");
    terminal.await_text("write to:");
    terminal.press("\x15changes.md\r");
    terminal.await_text("there is such a file already");
    let again = fs::read_to_string(home.path().join("changes.md")).expect("it is there");
    assert_eq!(again, text);
    terminal.quit();
    let kept = fs::read_to_string(format!("{}.seized.ron", name(&files[2]))).expect("saved");
    assert!(kept.contains("Ask the port."), "{kept}");
}

#[test]
fn a_paragraph_is_followed_through_the_sessions_from_the_text_and_from_a_comparison() {
    let home = home();
    let files = sessions(home.path());
    let arguments = [name(&files[1]), name(&files[2])];
    let mut terminal = Terminal::start(seized(home.path(), &arguments), (120, 30));
    terminal.await_text("A/RES/70/1");
    terminal.press("]b1Ggp");
    terminal.await_text("OP1 of A/RES/72/1 through the sessions");
    terminal.await_text("[-Invites-]{+Urges+} States");
    terminal.await_text("When each phrase came and went");
    terminal.await_text("2013–2015");
    terminal.press("q");
    terminal.await_text("OP1 ·");
    terminal.press("c\r");
    terminal.await_text("1 verb");
    terminal.press("gggp");
    terminal.await_text("through the sessions");
    terminal.await_text("in 3 of 3 texts");
    terminal.press("gg\r");
    terminal.await_screen("the oldest is read", |screen| {
        screen.contents().trim_start().starts_with("A/RES/68/1 ")
    });
    terminal.quit();
}

const FRENCH: &str = "Résolution adoptée par l’Assemblée générale le 19 décembre 2017\n\n\
     72/1. Sécurité des ports\n\nL’Assemblée générale,\n\nRappelant sa résolution 70/1,\n\n\
     1. Encourage les États à assurer la sécurité de leurs ports par tous les temps;\n\n\
     2. Prie le Secrétaire général de présenter un rapport sur les phares;\n\n\
     3. Décide de rester saisie de la question.\n";

#[test]
fn two_languages_stand_side_by_side_and_share_what_was_written() {
    let home = home();
    let files = sessions(home.path());
    let french = written(home.path(), "A_RES_72_1-fr.txt", FRENCH);
    let arguments = [name(&files[2]), name(&french)];
    let mut terminal = Terminal::start(seized(home.path(), &arguments), (120, 30));
    terminal.await_text("A/RES/72/1");
    terminal.press("L");
    terminal.await_text("A/RES/72/1 English · A/RES/72/1 French");
    terminal.await_text("aligned ");
    terminal.press("G");
    terminal.press("twork\r");
    terminal.press("\x1b");
    terminal.await_text("#work · ");
    terminal.press("q");
    terminal.quit();
    // On a narrow screen they stand one below the other.
    let mut terminal = Terminal::start(seized(home.path(), &arguments), (80, 24));
    terminal.await_text("A/RES/72/1");
    terminal.press("L");
    terminal.await_text("Encourages States");
    terminal.await_text("Encourage les");
    terminal.quit();
}

#[test]
fn what_is_written_on_another_language_meanwhile_appears_and_a_refusal_is_undone() {
    let home = home();
    let files = sessions(home.path());
    let french = written(home.path(), "A_RES_72_1-fr.txt", FRENCH);
    let english = name(&files[2]);
    let sidecar = format!("{english}.seized.ron");
    let mut terminal = Terminal::start(seized(home.path(), &[english]), (100, 30));
    terminal.await_text("A/RES/72/1");
    // Of any other text nothing is to be seen.
    let tag = |file: &str, tag: &str| {
        let command = seized(home.path(), &["tag", file, "OP2", tag]);
        assert_eq!(Terminal::start(command, (100, 30)).end().0, 0);
    };
    tag(name(&files[1]), "elsewhere");
    tag(name(&french), "phares");
    let seen = terminal.await_text("↳ #phares · in A_RES_72_1-fr.txt");
    assert!(!seen.contains("#elsewhere"), "{seen}");
    terminal.press("2Gx");
    terminal.await_text("refused; it stays in A_RES_72_1-fr.txt");
    terminal.await_screen("it is gone", |screen| !screen.contents().contains("#phares"));
    terminal.press("ggU");
    terminal.await_text("undone: refused");
    let seen = terminal.await_text("↳ #phares");
    assert!(seen.contains("OP2 ·"), "the cursor is there: {seen}");
    terminal.quit();
    let kept = fs::read_to_string(&sidecar).unwrap_or_default();
    assert!(!kept.contains("A_RES_72_1-fr.txt"), "{kept}");
    // Neither is it refused when the text is opened again; refused and left, it is.
    let mut terminal = Terminal::start(seized(home.path(), &[english]), (100, 30));
    terminal.await_text("↳ #phares");
    terminal.press("2GxU");
    terminal.await_text("undone: refused");
    terminal.press("x");
    terminal.await_text("refused; it stays");
    terminal.quit();
    let kept = fs::read_to_string(&sidecar).expect("saved");
    assert!(kept.contains("refused: ["), "{kept}");
}

#[test]
fn what_was_written_on_another_language_is_seen_dim_and_taken() {
    let home = home();
    let files = sessions(home.path());
    let french = written(home.path(), "A_RES_72_1-fr.txt", FRENCH);
    let mut terminal = Terminal::start(seized(home.path(), &[name(&french)]), (100, 30));
    terminal.await_text("A/RES/72/1");
    terminal.press("2Gtphares\r");
    terminal.await_text("#phares");
    terminal.quit();
    let english = name(&files[2]);
    let sidecar = PathBuf::from(format!("{english}.seized.ron"));
    let mut terminal = Terminal::start(seized(home.path(), &[english]), (100, 30));
    terminal.await_text("↳ #phares · in A_RES_72_1-fr.txt");
    assert!(!sidecar.exists(), "nothing is the person's own yet");
    terminal.press("2G=");
    terminal.await_text("taken over from A_RES_72_1-fr.txt");
    terminal.quit();
    let kept = fs::read_to_string(&sidecar).expect("saved");
    assert!(!kept.contains("reviewed: false"), "{kept}");
    assert!(kept.contains("phares") && kept.contains("A_RES_72_1-fr.txt"), "{kept}");
    // Neither shown again here, nor offered to the text it comes from.
    let terminal = Terminal::start(seized(home.path(), &[name(&french)]), (100, 30));
    terminal.await_text("#phares");
    let seen = terminal.await_text("A/RES/72/1");
    assert!(!seen.contains("↳"), "{seen}");
    terminal.quit();
}
