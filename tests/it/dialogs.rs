//! What is typed while something else happens: another version of the document, annotations of
//! another program, the end of the program. Nothing of it is lost, and none of it is a command.

use std::sync::Arc;

use crate::support;
use seized::{
    annotations::{Annotation, Entry, Verdict},
    app::{
        App, DocId, Effect, Message, annotating::Scribe, annotating::saved::Saved, dialog::Dialog,
        keys::key::Key, panes::arrange::Size,
    },
    document::Document,
};

const TEXT: &str = "
    = 9/1. The right to read^1
    ~ The General Assembly,
    PP Guided by the Charter of the United Nations,
    PP Recalling its {resolution 53/144=A/RES/53/144},^2 by which it adopted the Declaration,
    OP Stresses that everyone has the right to read;
    OP Decides to devote a plenary meeting^2 to it;
    OP Requests the Secretary-General to report. Also requests him to hurry.
    fn Resolution 217 A (III).
    fn Resolution 2200 A (XXI), annex.
";

/// The same with paragraphs before the others.
fn longer() -> Document {
    let more = TEXT.replace("PP Guided", "PP Noting a thing,\n    PP Guided");
    support::document(&more.replace("OP Stresses", "OP Notes a thing;\n    OP Stresses"))
}

#[track_caller]
fn reader(at: &str) -> App {
    let document = support::document(TEXT);
    let place = support::place(&document, at);
    let scribe = Scribe { author: "A. Delegate".into(), now: || "2026-11-24T09:00:00Z".into() };
    let app = App::new(document, Size { columns: 120, rows: 40 });
    app.with_annotations(Vec::new(), scribe).at(place)
}

fn press(app: &mut App, keys: &str) -> Vec<Effect> {
    let keys = Key::read_all(keys).expect("keys");
    keys.into_iter().flat_map(|key| app.update(Message::Key(key))).collect()
}

fn reload(app: &mut App, document: Document) {
    app.update(Message::Reload(DocId::FIRST, Box::new(document.into())));
}

/// Everything in the margin: where, and what.
fn margin(app: &App) -> Vec<String> {
    let entries = app.annotations().list().entries().iter();
    let said = entries.map(|entry| match entry {
        Entry::Bookmark(bookmark) => {
            format!("{} ⚑{} {}", bookmark.at.paragraph, bookmark.key.unwrap_or(' '), bookmark.label)
        }
        Entry::Annotation(annotation) => {
            let Annotation { at, tags, note, colour, .. } = annotation.as_ref();
            format!("{} {:?} {tags:?} {note:?} {colour:?}", at.paragraph, at.quote)
        }
    });
    said.collect()
}

fn notice(app: &App) -> String {
    app.status().notice.map(|notice| notice.text).unwrap_or_default()
}

fn draft(app: &App) -> Option<String> {
    match app.dialog() {
        Some(Dialog::Draft(draft)) => Some(draft.text.lines().join("\n")),
        _ => None,
    }
}

/// The keys come to the same as without another version of the document after each of them.
#[track_caller]
fn is_undisturbed(at: &str, keys: &str) {
    let (mut calm, mut disturbed) = (reader(at), reader(at));
    let mut expected = Vec::new();
    let mut effects = Vec::new();
    for key in Key::read_all(keys).expect("keys") {
        expected.extend(calm.update(Message::Key(key)));
        effects.extend(disturbed.update(Message::Key(key)));
        reload(&mut disturbed, longer());
        reload(&mut disturbed, support::document(TEXT));
    }
    assert_eq!(effects, expected, "{keys}");
    assert_eq!(margin(&disturbed), margin(&calm), "{keys}");
    assert_eq!(disturbed.place(), calm.place(), "{keys}");
    assert_eq!(disturbed.reader().only(), calm.reader().only(), "{keys}");
    assert_eq!(disturbed.searches(), calm.searches(), "{keys}");
    assert_eq!(disturbed.dialog().is_some(), calm.dialog().is_some(), "{keys}");
}

#[test]
fn another_version_after_each_key_changes_nothing_of_what_is_typed() {
    let at = "OP2 a [|]plenary";
    is_undisturbed(at, "aquit, xx and U<Left><Left>Y<Enter>more<Esc>");
    is_undisturbed(at, "vwaWhich?<C-s>");
    is_undisturbed(at, "vwh");
    is_undisturbed(at, "aFirst.<Esc>a Second.<Esc>");
    is_undisturbed(at, "aNot this<C-c><C-c>");
    is_undisturbed(at, "aNot this<C-e>");
    is_undisturbed(at, "tduty/report<Enter>");
    is_undisturbed(at, "tone<Tab>two<Tab>one<Tab><Esc>");
    is_undisturbed(at, "tone<Enter>}tone<Enter>{ttwo<Enter>t<Down><Enter>");
    is_undisturbed(at, "tone<Enter>t<C-r><C-u>other<Enter><Esc>");
    is_undisturbed(at, "tone<Enter>t<C-d>What it is for<Enter>");
    is_undisturbed(at, "tone<Enter>Tone<Enter>");
    is_undisturbed(at, ":OP3<Enter>");
    is_undisturbed(at, ":next-par<Enter>");
    is_undisturbed(at, "/requests<Enter>n");
    is_undisturbed(at, "/requests<Esc>/<Up>");
    is_undisturbed(at, "ma}mb'a");
    is_undisturbed(at, "maB<C-o>the meeting<Enter>");
    is_undisturbed(at, "aOne.<Esc>}aTwo.<Esc>1ggAtwo<C-o> More.<Esc>");
    is_undisturbed(at, "aOne.<Esc>}aTwo.<Esc>A<C-x><Down><Esc>");
    is_undisturbed(at, "?jj<Esc>");
    is_undisturbed(at, "gOreq<Enter>");
    is_undisturbed(at, "gOreq<Down><Esc>");
    is_undisturbed(at, "o/some<Esc>");
}

#[test]
fn new_letters_stand_over_what_can_be_followed_now() {
    let mut app = reader("PP2 [|]Recalling");
    press(&mut app, "F");
    reload(&mut app, longer());
    let Some(Dialog::Labels(labels)) = app.dialog() else { panic!("no letters") };
    let over: Vec<_> = labels.labels.iter().map(|label| label.link.passage).collect();
    let expected = seized::app::dialog::Labels::of(app.document(), app.view());
    assert_eq!(over, expected.labels.iter().map(|l| l.link.passage).collect::<Vec<_>>());
    press(&mut app, "x");
    assert!(app.dialog().is_none() && margin(&app).is_empty());
}

#[test]
fn a_box_that_points_at_the_old_text_closes() {
    let mut app = reader("PP2 [|]Recalling");
    press(&mut app, "K");
    assert!(matches!(app.dialog(), Some(Dialog::Peek(_))));
    reload(&mut app, longer());
    assert!(app.dialog().is_none());
}

#[test]
fn a_note_whose_paragraph_goes_stays_open_and_is_kept() {
    let mut app = reader("OP2 a [|]plenary");
    press(&mut app, "aAsk fo");
    let gone = TEXT.replace("OP Decides to devote a plenary meeting^2 to it;", "OP Ends;");
    reload(&mut app, support::document(&gone));
    assert_eq!(draft(&app).as_deref(), Some("Ask fo"));
    assert!(notice(&app).contains("OP2 is gone from the text"), "{}", notice(&app));
    press(&mut app, "r it.<Esc>");
    assert_eq!(margin(&app), [r#"OP2 None [] "Ask for it." None"#]);
    let id = app.entries()[0].id().to_owned();
    assert_eq!(app.annotations().verdict(&id), Verdict::Orphan);
    // The paragraph is there again, and so is the note.
    reload(&mut app, support::document(TEXT));
    assert_eq!(app.annotations().verdict(&id), Verdict::Exact);
}

#[test]
fn a_note_goes_with_its_paragraph() {
    let mut app = reader("OP2 a [|]plenary");
    press(&mut app, "aAsk");
    reload(&mut app, longer());
    let Some(Dialog::Draft(draft)) = app.dialog() else { panic!("no note") };
    assert_eq!(draft.title, "Note on OP3");
    press(&mut app, "<Esc>");
    assert_eq!(margin(&app), [r#"OP3 None [] "Ask" None"#]);
    assert_eq!(app.annotations().verdict(app.entries()[0].id()), Verdict::Exact);
}

#[test]
fn a_note_on_words_that_change_is_edited_and_not_lost() {
    let mut app = reader("OP3 [|]Requests");
    press(&mut app, "aAsk");
    reload(&mut app, support::document(&TEXT.replace("him to hurry", "him to hurry up")));
    press(&mut app, "<Esc>");
    assert_eq!(app.annotations().verdict(app.entries()[0].id()), Verdict::Edited);
}

/// What another program made of what was saved.
fn rewritten(app: &mut App, entries: Vec<Entry>) {
    let sent = app.entries().to_vec();
    app.update(Message::Saved(DocId::FIRST, Box::new(Saved { sent, entries, elsewhere: None })));
}

#[test]
fn a_note_is_kept_though_its_annotation_is_deleted_by_another_program() {
    let mut app = reader("OP2 a [|]plenary");
    press(&mut app, "aAsk.<Esc>a More.");
    rewritten(&mut app, Vec::new());
    assert_eq!(draft(&app).as_deref(), Some("Ask. More."));
    press(&mut app, "<Esc>");
    assert_eq!(margin(&app), [r#"OP2 None [] "Ask. More." None"#]);
}

#[test]
fn two_notes_written_at_once_are_both_kept() {
    let mut app = reader("OP2 a [|]plenary");
    press(&mut app, "tone<Enter>aAsk.<Esc>a Ours.");
    let mut theirs = app.entries().to_vec();
    if let Entry::Annotation(annotation) = &mut theirs[0] {
        Arc::make_mut(annotation).note = "Ask. Theirs.".into();
    }
    let id = theirs[0].id().to_owned();
    rewritten(&mut app, theirs);
    press(&mut app, "<Esc>");
    let expected = [r#"OP2 None ["one"] "Ask. Theirs." None"#, r#"OP2 None [] "Ask. Ours." None"#];
    assert_eq!(margin(&app), expected);
    assert_eq!(app.entries()[1].conflict(), Some(id.as_str()));
    assert!(notice(&app).contains("both are kept"), "{}", notice(&app));
}

#[test]
fn a_tag_menu_shows_what_another_program_wrote() {
    let mut app = reader("OP2 a [|]plenary");
    press(&mut app, "tone<Enter>}ttwo<Enter>{t<Down>");
    let mut theirs = app.entries().to_vec();
    if let Entry::Annotation(annotation) = &mut theirs[1] {
        Arc::make_mut(annotation).tags.insert(0, "another".into());
    }
    rewritten(&mut app, theirs);
    let Some(Dialog::Tags(tags)) = app.dialog() else { panic!("no menu") };
    let names: Vec<&str> = tags.menu.choices.iter().map(|choice| choice.name.as_str()).collect();
    assert_eq!(names, ["another", "one", "two"]);
    assert_eq!(tags.menu.choices[tags.menu.chosen].name, "two");
}

#[test]
fn leaving_at_once_keeps_the_note_being_written() {
    let mut app = reader("OP2 a [|]plenary");
    press(&mut app, "aAsk for it");
    assert_eq!(app.update(Message::LeaveNow), [Effect::Save(DocId::FIRST)]);
    assert_eq!(margin(&app), [r#"OP2 None [] "Ask for it" None"#]);
    let [Entry::Annotation(own)] = app.entries() else { panic!("{:?}", app.entries()) };
    assert_eq!(own.author, "A. Delegate");
    // What a person's editor has is kept as it was handed over.
    press(&mut app, "}aMore<C-e>");
    assert_eq!(app.update(Message::LeaveNow), [Effect::Save(DocId::FIRST)]);
    assert_eq!(margin(&app)[1], r#"OP3 None [] "More" None"#);
    press(&mut app, "}tone");
    assert_eq!(app.update(Message::LeaveNow), [Effect::Save(DocId::FIRST)]);
    assert_eq!(margin(&app).len(), 2);
}

#[test]
fn a_note_is_open_again_where_the_editor_fails() {
    let mut app = reader("OP2 a [|]plenary");
    press(&mut app, "aAsk fo<C-e>");
    app.update(Message::Edited(None));
    assert_eq!(draft(&app).as_deref(), Some("Ask fo"));
    press(&mut app, "r it.<Esc>");
    assert_eq!(margin(&app), [r#"OP2 None [] "Ask for it." None"#]);
}

#[test]
fn a_list_is_still_there_after_what_is_done_in_it() {
    let mut app = reader("OP2 a [|]plenary");
    press(&mut app, "tone<Enter>}ttwo<Enter>A<C-x>");
    let Some(Dialog::Listing(listing)) = app.dialog() else { panic!("no list") };
    assert_eq!(listing.menu.choices.len(), 1);
    assert_eq!(listing.menu.title, "1 annotation");
    let mut app = app.read_only("made by a newer seized");
    press(&mut app, "<C-o>");
    assert!(matches!(app.dialog(), Some(Dialog::Listing(_))));
    assert!(notice(&app).contains("newer seized"));
}

/// A reader of a text on which an earlier version has notes on OP1, OP2 and OP3.
fn opened(text: &str) -> App {
    let mut app = reader("OP1 [|]Stresses");
    press(&mut app, "aOne.<Esc>}aTwo.<Esc>}aThree.<Esc>");
    let entries = app.entries().to_vec();
    let document = support::document(text);
    App::new(document, Size { columns: 120, rows: 40 }).with_annotations(entries, Scribe::default())
}

#[test]
fn annotations_that_lost_their_places_are_said() {
    let lost = TEXT.replace("OP Decides to devote a plenary meeting^2 to it;", "OP Ends;");
    let both = lost.replace("him to hurry", "him to hurry up").replace("right to read;", "right;");
    let lost_two = lost.replace("OP Stresses that everyone has the right to read;", "OP Is;");
    let says = |text: &str| {
        let app = opened(text);
        app.reader().doubts_in_words(app.shell())
    };
    assert_eq!(says(TEXT), None);
    assert_eq!(says(&lost).as_deref(), Some("1 annotation lost its place: A lists it"));
    let said = "1 annotation lost its place, 2 were edited: A lists them";
    assert_eq!(says(&both).as_deref(), Some(said));
    let said = "2 annotations lost their places: A lists them";
    assert_eq!(says(&lost_two).as_deref(), Some(said));
    let said = "the words of 1 annotation were edited: A lists it";
    assert_eq!(says(&TEXT.replace("him to hurry", "him to hurry up")).as_deref(), Some(said));

    let mut app = opened(TEXT);
    reload(&mut app, support::document(&lost));
    let said = "the file has changed; 1 annotation lost its place: A lists it";
    assert_eq!(notice(&app), said);
    // It was said once; another version in which nothing more is lost does not say it again.
    reload(&mut app, support::document(&lost.replace("OP Ends", "OP Really ends")));
    assert_eq!(notice(&app), "the file has changed and was read again");
    reload(&mut app, support::document(&lost_two));
    assert!(notice(&app).contains("2 annotations lost their places"), "{}", notice(&app));
}

#[test]
fn a_file_cut_to_nothing_takes_nothing_away() {
    let mut app = reader("OP2 a [|]plenary");
    press(&mut app, "aAsk.<Esc>");
    reload(&mut app, Document::default());
    assert!(notice(&app).contains("has no text any more"), "{}", notice(&app));
    assert_eq!(app.document(), &support::document(TEXT));
    assert_eq!(app.annotations().verdict(app.entries()[0].id()), Verdict::Exact);
    reload(&mut app, longer());
    assert_eq!(app.document(), &longer());
}

#[test]
fn what_is_typed_fast_is_what_is_typed_slowly() {
    let mut app = reader("OP2 a [|]plenary");
    assert_eq!(app.writes(Key::char('a')), None);
    press(&mut app, "aone<Left>");
    let enter = Key::read_all("<Enter>").expect("keys")[0];
    let escape = Key::read_all("<Esc>").expect("keys")[0];
    assert_eq!(app.writes(Key::char('x')), Some('x'));
    assert_eq!(app.writes(enter), Some('\n'));
    assert_eq!(app.writes(escape), None);
    app.update(Message::Typed("x\ny".into()));
    assert_eq!(draft(&app).as_deref(), Some("onx\nye"));
    press(&mut app, "<Esc>maB<C-o>");
    assert_eq!(app.writes(enter), None);
    app.update(Message::Typed("name".into()));
    press(&mut app, "<Enter>");
    assert!(margin(&app).contains(&"OP2 ⚑a name".to_owned()), "{:?}", margin(&app));
}

#[test]
fn the_cursor_stays_on_its_word_though_its_paragraph_changes() {
    let stays = |at: &str, old: &str, new: &str, expected: &str| {
        let mut app = reader(at);
        reload(&mut app, support::document(&TEXT.replace(old, new)));
        let shown = support::shown(app.document(), app.place());
        let expected_at = support::place(app.document(), expected);
        assert_eq!(app.place(), Some(expected_at), "it is at {shown}, not at {expected}");
    };
    // What changed is before it, behind it, around it.
    stays(
        "OP2 a plenary [|]meeting",
        "to devote a",
        "once more to give a",
        "OP2 plenary [|]meeting",
    );
    stays("OP2 Decides [|]to", "plenary meeting", "meeting", "OP2 Decides [|]to");
    stays("OP2 to devo[|]te", "to devote a", "to give a", "OP2 to [|]give");
}

#[test]
fn a_draft_that_says_nothing_new_is_not_open_again_where_the_editor_fails() {
    let mut app = reader("OP2 a [|]plenary");
    press(&mut app, "aAsk for it.<Esc>a<C-e>");
    app.update(Message::Edited(None));
    assert_eq!(draft(&app), None);
    assert_eq!(margin(&app), [r#"OP2 None [] "Ask for it." None"#]);
}

#[test]
fn what_is_deleted_is_called_by_what_it_was() {
    for (keys, called) in [
        ("h", "highlight"),
        ("tone<Enter><Esc>", "tag"),
        ("tone<Enter><Esc>ttwo<Enter><Esc>", "tags"),
        ("aAsk.<Esc>", "note"),
        ("haAsk.<Esc>", "annotation"),
    ] {
        let mut app = reader("OP2 a [|]plenary");
        press(&mut app, keys);
        press(&mut app, "x");
        let said = format!("deleted the {called} of");
        assert!(notice(&app).starts_with(&said), "{keys}: {}", notice(&app));
    }
}
