//! What keys do: a place in a text, keys, another place. `OP3 Decides to [|]devote` is the cursor
//! in paragraph 3.

use crate::support;
use seized::{
    app::{App, Effect, Message, keys::key::Key, panes::arrange::Size},
    document::Document,
};

const TEXT: &str = "
    = 9/1. The right to read^1
    ~ The General Assembly,
    PP Guided by the Charter of the United Nations,
    PP Recalling its {resolution 53/144=A/RES/53/144},^2 by which it adopted the Declaration,^3^4
    OP Stresses that everyone has the right to read;
    OP Decides to devote a plenary meeting^3 to it; see {paragraph 1=OP1} and {paragraph 9=OP9};
    (a) In its hall;
    (b) With its books;
    OP Requests the Secretary-General to report.^5 Also requests him to hurry.
    fn Resolution 217 A (III).
    fn Resolution 2200 A (XXI), annex.
    fn See {paragraph 2=OP2}.
    fn Resolution 70/1.
    fn A/72/170.
";

fn document() -> Document {
    support::document(TEXT)
}

/// A reader with the cursor at a place of [`TEXT`], on a screen of 120x40.
#[track_caller]
fn reader(at: &str) -> App {
    let document = document();
    let place = support::place(&document, at);
    App::new(document, Size { columns: 120, rows: 40 }).at(place)
}

fn press(app: &mut App, keys: &str) -> Vec<Effect> {
    let keys = Key::read_all(keys).expect("keys");
    keys.into_iter().flat_map(|key| app.update(Message::Key(key))).collect()
}

/// From a place, keys lead to a place.
#[track_caller]
fn leads(from: &str, keys: &str, to: &str) {
    let mut app = reader(from);
    press(&mut app, keys);
    lands(&app, to);
}

#[track_caller]
fn lands(app: &App, to: &str) {
    let expected = support::place(app.document(), to);
    let shown = support::shown(app.document(), app.place());
    assert_eq!(app.place(), Some(expected), "the cursor is at {shown}, not at {to}");
}

/// What is said in the status line after keys.
#[track_caller]
fn says(from: &str, keys: &str, words: &str) {
    let mut app = reader(from);
    press(&mut app, keys);
    let notice = app.status().notice.map(|notice| notice.text).unwrap_or_default();
    assert!(notice.contains(words), "{notice:?} does not say {words:?}");
}

/// What is copied by keys.
#[track_caller]
fn copies(from: &str, keys: &str, text: &str) {
    let mut app = reader(from);
    assert_eq!(press(&mut app, keys), [Effect::Copy(text.into())]);
    assert!(app.status().notice.is_some_and(|notice| notice.text.starts_with("copied")));
}

#[test]
fn lines() {
    leads("PP1 [|]Guided", "j", "PP2 [|]Recalling");
    leads("PP1 Guided [|]by", "jk", "PP1 Guided [|]by");
    leads("OP2 De[|]cides", "k", "OP1 St[|]resses");
    leads("OP2(a) [|]In", "2j", "OP3 Reque[|]sts");
}

#[test]
fn paragraphs() {
    leads("OP1 Stresses [|]that", "}", "OP2 [|]Decides");
    leads("OP1 [|]Stresses", "3}", "OP2(b) [|]With");
    leads("OP2 Decides [|]to", "{", "OP2 [|]Decides");
    leads("OP2 [|]Decides", "{", "OP1 [|]Stresses");
    leads("OP3 [|]Requests", "}", "OP3 [|]Requests");
}

#[test]
fn words_and_sentences() {
    leads("OP1 [|]Stresses", "w", "OP1 Stresses [|]that");
    leads("OP1 Stresses [|]that", "W", "OP1 [|]Stresses");
    leads("OP1 right to [|]read;", "w", "OP2 [|]Decides");
    leads("OP2 [|]Decides", "W", "OP1 to [|]read;");
    leads("OP3 [|]Requests", "<Right><Right>", "OP3 Re[|]quests");
    leads("OP1 Stresses [|]that", "$", "OP1 read[|];");
    leads("OP1 Stresses [|]that", "0", "OP1 [|]Stresses");
}

#[test]
fn ends_and_numbers() {
    leads("OP2 [|]Decides", "gg", "OP1 [|]Stresses");
    leads("OP1 [|]Stresses", "G", "OP3 Also [|]requests");
    leads("PP1 [|]Guided", "2G", "OP2 [|]Decides");
    leads("PP1 [|]Guided", ":OP3<Enter>", "OP3 [|]Requests");
    leads("PP1 [|]Guided", ":2<Enter>", "OP2 [|]Decides");
    leads("PP1 [|]Guided", ":fn 4<Enter>", "fn 4 [|]Resolution 70/1");
    leads("OP1 [|]Stresses", ":pp2<Enter>", "PP2 [|]Recalling");
    leads("OP1 [|]Stresses", ":op2(b)<Enter>", "OP2(b) [|]With");
    leads("fn 1 [|]Resolution 217", "4G", "fn 4 [|]Resolution 70/1");
    says("OP1 [|]Stresses", "77G", "no paragraph 77");
}

#[test]
fn panes() {
    leads("PP1 [|]Guided", "2", "OP1 [|]Stresses");
    leads("OP1 [|]Stresses", "1", "title [|]The right");
    leads("PP1 [|]Guided", "<Tab>", "OP1 [|]Stresses");
    leads("OP1 [|]Stresses", "<S-Tab>", "title [|]The right");
    leads("OP2 Decides [|]to", "Z", "OP2 Decides [|]to");
    leads("OP2 Decides [|]to", "ZjkZ", "OP2 Decides [|]to");
    leads("OP2 Decides [|]to", "z", "OP2 Decides [|]to");
}

#[test]
fn a_pane_key_is_a_count_if_more_follows_soon() {
    leads("OP1 [|]Stresses", "3}", "OP2(b) [|]With");
    leads("OP1 [|]Stresses", "Z3}", "OP2(b) [|]With");
    leads("PP1 [|]Guided", "2f", "fn 3 [|]See");
    let mut app = reader("OP1 [|]Stresses");
    press(&mut app, "1");
    assert!(app.deadline().is_some());
    app.update(Message::Timeout);
    press(&mut app, "}");
    lands(&app, "formula [|]The General");
}

#[test]
fn footnotes_there_and_back() {
    leads("PP2 [|]Recalling", "f", "fn 2 [|]Resolution 2200");
    leads("PP2 [|]Recalling", "ff", "PP2 53/144[|],");
    leads("OP1 [|]Stresses", "f", "fn 3 [|]See");
    leads("OP1 [|]Stresses", "ff", "OP2 plenary meetin[|]g");
    // From a footnote that is cited twice: its places one after the other.
    leads("fn 3 [|]See", "f", "PP2 Declaration[|],");
    leads("fn 3 [|]See", "ff", "OP2 meetin[|]g");
    leads("fn 3 [|]See", "fff", "PP2 Declaration[|],");
    leads("fn 1 [|]Resolution 217", "f", "title rea[|]d");
    says("OP3 to [|]hurry", "f", "no footnote mark");
}

#[test]
fn references_are_followed() {
    leads("OP2 [|]paragraph 1", "<Enter>", "OP1 [|]Stresses");
    leads("fn 3 See [|]paragraph 2", "<Enter>", "OP2 [|]Decides");
    leads("OP2 meetin[|]g", "<Enter>", "fn 3 [|]See");
    says("OP2 [|]paragraph 9", "<Enter>", "no OP9");
    says("OP1 [|]Stresses", "<Enter>", "no reference under the cursor");
    leads("OP2 [|]Decides", "]r", "OP2 meetin[|]g");
    leads("OP2 [|]Decides", "2]r", "OP2 see [|]paragraph 1");
    leads("OP3 [|]Requests", "[r", "OP2 and [|]paragraph 9");
}

#[test]
fn jumps_are_undone() {
    leads("PP1 Guided [|]by", "2G<C-o>", "PP1 Guided [|]by");
    leads("PP1 Guided [|]by", "2G3G<C-o><C-o><C-i>", "OP2 [|]Decides");
    leads("PP1 Guided [|]by", "2GG<C-o>", "OP2 [|]Decides");
    leads("PP2 [|]Recalling", "f<C-o>", "PP2 [|]Recalling");
    says("PP1 [|]Guided", "<C-o>", "where you began");
}

#[test]
fn labels_follow_what_they_stand_on() {
    let mut app = reader("PP1 [|]Guided");
    press(&mut app, "F");
    let Some(seized::app::dialog::Dialog::Labels(labels)) = app.dialog() else {
        panic!("no labels")
    };
    let wanted = labels.labels.iter().find(|label| {
        label.link.place() == support::place(app.document(), "OP2 see [|]paragraph 1")
    });
    let keys = wanted.expect("a label on the reference").keys.clone();
    press(&mut app, &keys);
    lands(&app, "OP1 [|]Stresses");
}

#[test]
fn peeking_stays_here() {
    let mut app = reader("PP2 [|]Recalling");
    press(&mut app, "K");
    let Some(seized::app::dialog::Dialog::Peek(peek)) = app.dialog() else { panic!("no box") };
    assert_eq!(peek.title, "A/RES/53/144");
    assert!(peek.text.contains("https://undocs.org/A/RES/53/144"));
    press(&mut app, "<Esc>");
    assert!(app.dialog().is_none());
    lands(&app, "PP2 [|]Recalling");
}

#[test]
fn peeking_from_a_footnote_shows_where_it_is_cited() {
    let mut app = reader("fn 4 [|]Resolution 70/1");
    press(&mut app, "K");
    let Some(seized::app::dialog::Dialog::Peek(peek)) = app.dialog() else { panic!("no box") };
    assert_eq!(peek.title, "PP2");
    press(&mut app, "<Enter>");
    lands(&app, "PP2 [|]Recalling");
}

#[test]
fn searching() {
    leads("PP1 [|]Guided", "/decides<Enter>", "OP2 [|]Decides");
    leads("PP1 [|]Guided", "/resolution<Enter>n", "fn 1 [|]Resolution 217");
    leads("PP1 [|]Guided", "/Resolution<Enter>", "fn 1 [|]Resolution 217");
    leads("PP1 [|]Guided", "/resolution<Enter>nN", "PP2 its [|]resolution");
    leads("PP1 [|]Guided", "/right<Enter>n", "title The [|]right");
    leads("PP1 [|]Guided", "/decides<Esc>", "PP1 [|]Guided");
    leads("PP1 [|]Guided", "/217 A (<Enter>", "fn 1 Resolution [|]217 A (III)");
    leads("OP1 to [|]read;", "*", "title to [|]read");
    leads("PP1 [|]Guided", "/decides<Enter>gg/stresses<Enter>/<Up><Up><Enter>", "OP2 [|]Decides");
    says("PP1 [|]Guided", "/right<Enter>", "hit 2 of 2");
    says("PP1 [|]Guided", "/right<Enter>n", "went on from the beginning");
    says("PP1 [|]Guided", "/zebra<Enter>", "\"zebra\" is not in this document");
}

#[test]
fn a_word_is_searched_where_words_have_no_spaces() {
    let document = support::document("OP 大会决定继续处理\nOP 又决定处理此案");
    let place = support::place(&document, "OP1 大会[|]决定");
    let mut app = App::new(document, Size { columns: 80, rows: 24 }).at(place);
    press(&mut app, "*");
    lands(&app, "OP2 又[|]决定");
}

#[test]
fn copying() {
    copies("OP1 Stresses [|]that", "y", "Stresses that everyone has the right to read;");
    copies("OP1 Stresses [|]that", "Y", "A/RES/9/1, para. 1");
    copies("OP2(b) [|]With", "Y", "A/RES/9/1, para. 2 (b)");
    copies("PP2 [|]Recalling", "Y", "A/RES/9/1, preambular para. 2");
    copies("fn 2 [|]Resolution 2200", "Y", "A/RES/9/1, footnote 2");
}

#[test]
fn selecting() {
    copies("OP1 Stre[|]sses that", "vy", "Stresses");
    copies("OP1 Stre[|]sses that", "vwwy", "Stresses that everyone");
    copies("OP1 [|]that", "vWy", "Stresses that");
    // 3 is also the key of another pane.
    copies("OP1 [|]that", "v3wy", "that everyone has the");
    copies("OP3 Also [|]requests", "vvy", "Also requests him to hurry.");
    copies("OP1 Stre[|]sses that", "vvv<Right>y", "ss");
    copies("OP1 to [|]read;", "vwy", "read;\n\nDecides");
    leads("OP1 Stre[|]sses that", "v<Esc>", "OP1 Stre[|]sses");
    let mut app = reader("OP1 [|]Stresses");
    press(&mut app, "vw");
    assert_eq!(app.reader().selected().map(|ranges| ranges.len()), Some(1));
    press(&mut app, "<Esc>");
    assert!(app.reader().selected().is_none());
}

#[test]
fn keys_that_mean_nothing_say_so() {
    says("OP1 [|]Stresses", "<A-x>", "is no command");
    says("OP1 [|]Stresses", "gz", "gz is no command");
    let mut app = reader("OP1 [|]Stresses");
    press(&mut app, "g<Esc>");
    assert_eq!(app.status().notice, None);
    copies("OP1 [|]Stresses that", "v5<Esc>y", "Stresses");
}

#[test]
fn the_palette_finds_commands_by_a_few_letters() {
    let mut app = reader("OP1 [|]Stresses");
    assert_eq!(press(&mut app, ":quit<Enter>"), [Effect::Quit]);
    leads("OP1 [|]Stresses", ":nxpar<Enter>", "OP2 [|]Decides");
    let mut app = reader("OP1 [|]Stresses");
    press(&mut app, ":help<Enter>");
    assert!(matches!(app.dialog(), Some(seized::app::dialog::Dialog::Help(_))));
    says("OP1 [|]Stresses", ":xyzzy<Enter>", "no command");
    says("OP1 [|]Stresses", ":5<Enter>", "there is no OP5");
    says("OP1 [|]Stresses", ":fn 77<Enter>", "there is no fn 77");
}

#[test]
fn quitting_and_suspending() {
    for (keys, effect) in [
        ("q", Effect::Quit),
        ("<C-c>", Effect::Quit),
        ("<C-z>", Effect::Suspend),
        ("M", Effect::CaptureMouse(false)),
        ("<C-l>", Effect::Redraw),
    ] {
        assert_eq!(press(&mut reader("OP1 [|]Stresses"), keys), [effect], "{keys}");
    }
}

#[test]
fn the_place_is_in_the_status_line() {
    let app = reader("OP2 [|]Decides");
    assert!(app.status().place.starts_with("OP2 · "), "{}", app.status().place);
    assert_eq!(reader("OP3 [|]hurry").status().place, "OP3 · 100 %");
    assert!(app.status().hints.iter().any(|hint| hint.key == "f"));
}

#[test]
fn what_is_typed_is_cut_at_the_cursor() {
    leads("PP1 [|]Guided", "/stresses zebra<C-Left><C-k><Enter>", "OP1 [|]Stresses");
}

#[test]
fn a_footnote_that_is_cited_once_is_left_for_the_next() {
    leads("fn 2 [|]Resolution 2200", "ff", "fn 2 [|]Resolution 2200");
    leads("fn 4 [|]Resolution 70/1", "ff", "fn 3 [|]See");
    says("fn 3 [|]See", "f", "footnote 3 is cited 2 times: 1");
    says("fn 3 [|]See", "ff", "footnote 3 is cited 2 times: 2");
    let mut app = reader("fn 4 [|]Resolution 70/1");
    press(&mut app, "f");
    let notice = app.status().notice.map(|notice| notice.text);
    assert!(!notice.is_some_and(|said| said.contains("cited")), "once is not counted");
}

#[test]
fn keys_scroll_the_help() {
    let mut app = reader("PP1 [|]Guided");
    press(&mut app, "?");
    let top = |app: &App| match app.dialog() {
        Some(seized::app::dialog::Dialog::Help(help)) => help.top,
        other => panic!("no help: {other:?}"),
    };
    press(&mut app, "<C-d>");
    assert_eq!(top(&app), 20, "half of the forty rows");
    press(&mut app, "<C-u>j");
    assert_eq!(top(&app), 1);
}
