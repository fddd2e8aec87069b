//! Several documents: opened, read in turn, followed from one to another and back. Each keeps its place, its
//! annotations and what can be undone.

use crate::support;
use seized::{
    annotations::TagChange,
    app::{
        App, Effect, FileBeside, Message, OpenedDocument, Screen, Wanted, annotating::Scribe,
        annotating::saved::Saving, dialog::Dialog, keys::key::Key, panes::arrange::Size,
        screens::library::Ask,
    },
    document::{Document, HeadField, Symbol},
};

const FIRST: &str = "
    = 72/1. The first
    ~ The General Assembly,
    PP Recalling its {resolution 53/144=A/RES/53/144},
    OP Decides to read on;
    OP Requests the Secretary-General to report.
";

const SECOND: &str = "
    = 53/144. The second
    ~ The General Assembly,
    PP Guided by the Charter,
    OP Urges everyone to read {resolution 72/1=A/RES/72/1};
    OP Decides to remain seized of the matter.
";

fn document(notation: &str, symbol: &str) -> Document {
    let mut document = support::document(notation);
    document.head.symbol = Some(Symbol::new(symbol));
    document
}

fn opened(notation: &str, symbol: &str) -> OpenedDocument {
    let name = format!("{}.txt", symbol.replace('/', "_"));
    OpenedDocument {
        file: Some(name.clone().into()),
        name,
        document: document(notation, symbol),
        ..OpenedDocument::default()
    }
}

const SIZE: Size = Size { columns: 120, rows: 40 };

/// A reader that begins with these documents.
fn reader(documents: Vec<OpenedDocument>) -> App {
    let mut app = App::new(Document::default(), SIZE)
        .with_scribe(Scribe { author: "A".into(), now: || "2026-11-26T10:00:00Z".into() });
    for document in documents {
        let id = app.take_id();
        app.add(id, document);
    }
    app.begin(Vec::new());
    app
}

fn both() -> App {
    reader(vec![opened(FIRST, "A/RES/72/1"), opened(SECOND, "A/RES/53/144")])
}

fn press(app: &mut App, keys: &str) -> Vec<Effect> {
    let keys = Key::read_all(keys).expect("keys");
    keys.into_iter().flat_map(|key| app.update(Message::Key(key))).collect()
}

#[track_caller]
fn reads(app: &App, called: &str, at: &str) {
    assert_eq!(app.reader().called(), called);
    let expected = support::place(app.document(), at);
    let shown = support::shown(app.document(), app.place());
    assert_eq!(app.place(), Some(expected), "the cursor is at {shown}, not at {at}");
}

fn said(app: &App) -> String {
    app.status().notice.map(|notice| notice.text).unwrap_or_default()
}

#[test]
fn the_first_is_read_and_the_next_is_a_key_away() {
    let mut app = both();
    assert_eq!(app.which_of(), (1, 2), "the empty one that there was before is gone");
    press(&mut app, "2G");
    reads(&app, "A/RES/72/1", "OP2 [|]Requests");
    press(&mut app, "]b");
    reads(&app, "A/RES/53/144", "title [|]The second");
    assert!(said(&app).contains("document 2 of 2"), "{}", said(&app));
    press(&mut app, "[b");
    reads(&app, "A/RES/72/1", "OP2 [|]Requests");
    press(&mut app, "]b]b");
    reads(&app, "A/RES/72/1", "OP2 [|]Requests");
}

#[test]
fn a_reference_leads_to_an_open_document_and_back_leads_back() {
    let mut app = both();
    press(&mut app, "]r");
    let effects = press(&mut app, "<Enter>");
    assert!(effects.is_empty(), "it is open already: {effects:?}");
    reads(&app, "A/RES/53/144", "title [|]The second");
    press(&mut app, "2<Tab>G<C-o>");
    press(&mut app, "<C-o>");
    reads(&app, "A/RES/72/1", "PP1 Recalling its [|]resolution 53/144");
    press(&mut app, "<C-i>");
    assert_eq!(app.reader().called(), "A/RES/53/144");
}

#[test]
fn a_reference_to_what_is_not_open_is_opened() {
    let mut app = reader(vec![opened(FIRST, "A/RES/72/1")]);
    press(&mut app, "]r");
    let effects = press(&mut app, "<Enter>");
    let [Effect::Open(id, Wanted::Symbol { symbol, .. })] = effects.as_slice() else {
        panic!("nothing is opened: {effects:?}")
    };
    assert_eq!(symbol.as_str(), "A/RES/53/144");
    assert!(said(&app).contains("looking for A/RES/53/144"), "{}", said(&app));
    app.update(Message::Opened(*id, Box::new(opened(SECOND, "A/RES/53/144"))));
    reads(&app, "A/RES/53/144", "title [|]The second");
    press(&mut app, "<C-o>");
    reads(&app, "A/RES/72/1", "PP1 Recalling its [|]resolution 53/144");
}

#[test]
fn what_is_not_to_be_had_is_shown_with_its_address() {
    let mut app = reader(vec![opened(FIRST, "A/RES/72/1")]);
    press(&mut app, "]r");
    let effects = press(&mut app, "<Enter>");
    let [Effect::Open(id, _)] = effects.as_slice() else { panic!("nothing is opened") };
    app.update(Message::NotOpened(*id, "it is nowhere".into()));
    let Some(Dialog::Peek(peek)) = app.dialog() else { panic!("no box") };
    assert!(peek.text.contains("https://undocs.org/A/RES/53/144"), "{}", peek.text);
    let links = seized::ui::hyperlinks(&app);
    let addresses: Vec<&str> = links.iter().map(|link| link.address.as_str()).collect();
    assert_eq!(addresses, ["https://undocs.org/A/RES/53/144"]);
    assert_eq!(usize::from(links[0].area.width), addresses[0].len());
    assert_eq!(said(&app), "it is nowhere");
    let copied = press(&mut app, "y");
    assert_eq!(copied, [Effect::Copy("https://undocs.org/A/RES/53/144".into())]);
}

#[test]
fn who_has_gone_on_is_not_thrown_elsewhere() {
    let mut app = reader(vec![opened(FIRST, "A/RES/72/1")]);
    press(&mut app, "]r");
    let effects = press(&mut app, "<Enter>");
    let [Effect::Open(id, _)] = effects.as_slice() else { panic!("nothing is opened") };
    press(&mut app, "aA thought");
    app.update(Message::Opened(*id, Box::new(opened(SECOND, "A/RES/53/144"))));
    assert_eq!(app.reader().called(), "A/RES/72/1", "a note is being written there");
    assert_eq!(app.which_of(), (1, 2), "and it is open all the same");
    press(&mut app, "<Esc>");
    assert_eq!(app.annotations().list().annotations().count(), 1);
}

#[test]
fn each_keeps_its_annotations_and_what_can_be_undone() {
    let mut app = both();
    let tagged = press(&mut app, "tfirst<Enter>");
    press(&mut app, "]b");
    let also = press(&mut app, "tsecond<Enter>");
    let saved = |effects: &[Effect]| match effects {
        [.., Effect::Save(id)] => *id,
        other => panic!("nothing is saved: {other:?}"),
    };
    assert_ne!(saved(&tagged), saved(&also));
    press(&mut app, "U");
    assert!(said(&app).starts_with("undone: tagged"), "{}", said(&app));
    assert!(app.entries().is_empty());
    press(&mut app, "[b");
    assert_eq!(app.annotations().list().tags().into_keys().collect::<Vec<_>>(), ["first"]);
    press(&mut app, "U");
    assert!(app.entries().is_empty());
}

#[test]
fn leaving_asks_for_all_of_them() {
    let mut app = both();
    press(&mut app, "tfirst<Enter>");
    let id = app.reader().id();
    app.update(Message::NotSaved(id, "no space left on device".into()));
    press(&mut app, "]b");
    assert_eq!(*app.saving(), Saving::Done, "this one is");
    assert_eq!(press(&mut app, "q"), [Effect::Save(id)]);
    assert!(matches!(app.dialog(), Some(Dialog::Unsaved(_))));
}

#[test]
fn a_tag_is_renamed_in_every_open_document() {
    let mut app = both();
    press(&mut app, "tduty<Enter>]btduty<Enter>");
    press(&mut app, "tduty<C-r><C-u>object<Enter>");
    assert!(
        said(&app).contains("1 annotation in A/RES/72/1, 1 annotation in A/RES/53/144"),
        "{}",
        said(&app)
    );
    press(&mut app, "<Esc>[b");
    assert_eq!(app.annotations().list().tags().into_keys().collect::<Vec<_>>(), ["object"]);
}

#[test]
fn a_renaming_is_undone_everywhere_with_what_tags_mean() {
    let mut app = both();
    press(&mut app, "tduty<Enter>t<C-d>Who must act<Enter><Esc>]btduty<Enter>");
    press(&mut app, "tduty<C-r><C-u>object<Enter><Esc>");
    let effects = press(&mut app, "U");
    assert!(said(&app).contains("undone: tag duty renamed to object"), "{}", said(&app));
    let saved = effects.iter().filter(|effect| matches!(effect, Effect::Save(_))).count();
    assert_eq!(saved, 2, "{effects:?}");
    let is_taken_back = |effect: &Effect| matches!(effect, Effect::Codebook(_, TagChange::TakeBack { from, .. }) if from == "duty");
    assert!(effects.iter().any(is_taken_back), "{effects:?}");
    for _ in 0..2 {
        assert_eq!(app.annotations().list().tags().into_keys().collect::<Vec<_>>(), ["duty"]);
        press(&mut app, "[b");
    }
    press(&mut app, "<C-r>");
    assert_eq!(app.annotations().list().tags().into_keys().collect::<Vec<_>>(), ["object"]);
}

#[test]
fn the_list_has_the_open_ones_and_the_files_beside() {
    let mut app = both();
    let effects = press(&mut app, "o");
    assert_eq!(effects, [Effect::ListFiles(app.reader().id())]);
    let beside = |name: &str| FileBeside { name: name.into(), path: format!("/un/{name}").into() };
    app.update(Message::Files(vec![beside("A_RES_70_161.pdf"), beside("notes.txt")]));
    let Some(Dialog::Documents(list)) = app.dialog() else { panic!("no list") };
    let names: Vec<&str> = list.menu.choices.iter().map(|choice| choice.name.as_str()).collect();
    assert_eq!(names, ["A/RES/72/1", "A/RES/53/144", "A_RES_70_161.pdf", "notes.txt"]);
    let effects = press(&mut app, "70161<Enter>");
    let [Effect::Open(_, Wanted::File(path))] = effects.as_slice() else {
        panic!("nothing is opened: {effects:?}")
    };
    assert_eq!(path.to_str(), Some("/un/A_RES_70_161.pdf"));
}

#[test]
fn the_list_goes_to_and_fro_and_completes_names() {
    let mut app = both();
    press(&mut app, "o<Enter>");
    assert_eq!(app.reader().called(), "A/RES/53/144", "the one before is chosen");
    press(&mut app, "o<Enter>");
    assert_eq!(app.reader().called(), "A/RES/72/1");
    press(&mut app, "o53<Tab>");
    let Some(Dialog::Documents(list)) = app.dialog() else { panic!("no list") };
    assert_eq!(list.menu.line.text(), "A/RES/53/144");
}

#[test]
fn a_file_is_open_once() {
    let mut app = both();
    let id = app.take_id();
    let effects = app.update(Message::Opened(id, Box::new(opened(SECOND, "A/RES/53/144"))));
    assert_eq!(effects, [Effect::Close(id)]);
    assert_eq!(app.which_of(), (1, 2));
}

#[test]
fn a_document_is_closed_and_the_last_one_is_not() {
    let mut app = both();
    let first = app.reader().id();
    press(&mut app, "]r<Enter>");
    assert_eq!(app.reader().called(), "A/RES/53/144");
    let second = app.reader().id();
    assert_eq!(press(&mut app, "gq"), [Effect::Close(second)]);
    assert_eq!(app.reader().id(), first);
    assert!(press(&mut app, "gq").is_empty());
    assert!(said(&app).contains("it is the only document"), "{}", said(&app));
    press(&mut app, "<C-o>");
    assert_eq!(app.reader().id(), first, "jumps into what is closed are forgotten");
}

#[test]
fn one_that_changes_while_another_is_read_does_not_disturb() {
    let mut app = both();
    let first = app.reader().id();
    press(&mut app, "2G]b");
    press(&mut app, "aA thought");
    let changed = FIRST.replace("OP Decides", "OP Welcomes books;\n    OP Decides");
    app.update(Message::Reload(first, Box::new(document(&changed, "A/RES/72/1").into())));
    assert!(matches!(app.dialog(), Some(Dialog::Draft(_))));
    press(&mut app, "<Esc>[b");
    reads(&app, "A/RES/72/1", "OP3 [|]Requests");
}

#[test]
fn a_folder_is_for_choosing_from_and_leaving_the_list_leaves() {
    let mut app = App::new(Document::default(), SIZE);
    app.begin(Vec::new());
    let effects = app.update(Message::BeginWithCatalogue);
    assert!(matches!(effects.as_slice(), [Effect::Ask(_, Ask::Catalogue)]), "{effects:?}");
    let Screen::List(list) = app.screen() else { panic!("no list") };
    assert_eq!(list.entries.counts(), (0, 0));
    assert_eq!(press(&mut app, "q"), [Effect::Quit]);
}

#[test]
fn each_is_asked_about_what_was_not_saved_when_it_is_read() {
    let mut made = both();
    press(&mut made, "tfirst<Enter>");
    let unsaved = Some((Vec::new(), made.entries().to_vec()));
    let second = OpenedDocument { unsaved, ..opened(SECOND, "A/RES/53/144") };
    let mut app = reader(vec![opened(FIRST, "A/RES/72/1"), second]);
    assert!(app.dialog().is_none());
    press(&mut app, "]b");
    assert!(matches!(app.dialog(), Some(Dialog::Offer(_))));
    let effects = press(&mut app, "y");
    let id = app.reader().id();
    assert_eq!(effects, [Effect::Save(id), Effect::TakenIn(id)]);
}

const LONG: &str = "
    = 79/1. The outcome
    ~ The General Assembly,
    OP Adopts the outcome below.
    ## I. Peace
    OP Decides to keep it.
    OP Urges all to keep it.
    ## II. Books
    OP Decides to read them.
    OP Action 1. We will read.
    OP Action 2. We will write.
    OP Action 3. We will count.
";

#[test]
fn contents_list_headings_and_actions_with_their_paragraphs() {
    let mut app = App::new(support::document(LONG), SIZE);
    press(&mut app, "gO");
    let Some(Dialog::Contents(list)) = app.dialog() else { panic!("no list") };
    let lines: Vec<String> =
        list.menu.choices.iter().map(|choice| format!("{}|{}", choice.name, choice.keys)).collect();
    assert_eq!(
        lines,
        [
            "I. Peace|OP2–OP3",
            "II. Books|OP4",
            "  Action 1. We will read.|OP5",
            "  Action 2. We will write.|OP6",
            "  Action 3. We will count.|OP7",
        ]
    );
    press(&mut app, "books<Enter>");
    assert!(support::shown(app.document(), app.place()).contains("[|]II. Books"));
    press(&mut app, "[[");
    assert!(support::shown(app.document(), app.place()).contains("[|]I. Peace"));
    press(&mut app, "3]]");
    assert!(support::shown(app.document(), app.place()).contains("[|]Action 2"));
    press(&mut app, ":action 3<Enter>");
    assert!(support::shown(app.document(), app.place()).contains("[|]Action 3"));
    press(&mut app, ":II<Enter>");
    assert!(support::shown(app.document(), app.place()).contains("[|]II. Books"));
}

#[test]
fn a_word_of_a_description_runs_no_command() {
    let mut app = App::new(support::document(LONG), SIZE);
    press(&mut app, ":annex ii<Enter>");
    assert!(app.entries().is_empty());
    assert!(said(&app).contains("there is no Annex II"), "{}", said(&app));
}

#[test]
fn the_last_annotation_is_made_again() {
    let mut app = both();
    press(&mut app, "tduty<Enter>}.");
    assert_eq!(app.annotations().list().tags()["duty"], 2);
    press(&mut app, ".");
    assert!(said(&app).contains("has it already"), "{}", said(&app));
    press(&mut app, "]b.");
    assert_eq!(app.annotations().list().tags()["duty"], 1, "in another document too");
    press(&mut app, "[a");
    assert!(said(&app).contains("no annotation before this"), "{}", said(&app));
}

#[test]
fn several_lines_that_are_pasted_are_several_tags() {
    let mut app = both();
    press(&mut app, "t");
    app.update(Message::Paste("duty\nmandate/report\n".into()));
    press(&mut app, "<Esc>");
    let tags: Vec<&str> = app.annotations().list().tags().into_keys().collect();
    assert_eq!(tags, ["duty", "mandate/report"]);
}

#[test]
fn an_old_name_of_a_tag_sets_the_one_it_has_now() {
    let mut app = both();
    press(&mut app, "tduty<Enter>tduty<C-r><C-u>object<Enter><Esc>}");
    press(&mut app, "tduty");
    let Some(Dialog::Tags(menu)) = app.dialog() else { panic!("no menu") };
    let first = &menu.menu.choices[0];
    assert_eq!((first.name.as_str(), first.doc.as_str()), ("object", "was duty"));
    press(&mut app, "<Enter>");
    assert_eq!(app.annotations().list().tags()["object"], 2);
}

#[test]
fn the_filter_is_a_tree_with_counts() {
    let mut app = both();
    press(&mut app, "tmandate/report<Enter>}tmandate/review<Enter>}tduty<Enter>");
    press(&mut app, "T");
    let Some(Dialog::Tags(menu)) = app.dialog() else { panic!("no menu") };
    let lines: Vec<String> =
        menu.menu.choices.iter().map(|choice| format!("{} {}", choice.name, choice.keys)).collect();
    assert_eq!(lines, ["duty 1×", "mandate 2×", "  mandate/report 1×", "  mandate/review 1×"]);
    press(&mut app, "mandate<Enter>");
    assert_eq!(app.reader().only(), ["mandate"]);
}

#[test]
fn what_the_filter_hides_is_not_found_and_that_is_said() {
    let mut app = both();
    press(&mut app, "1Gtduty<Enter>Tduty<Enter>");
    press(&mut app, "/secretary<Enter>");
    assert!(said(&app).contains("is not in what is shown"), "{}", said(&app));
    press(&mut app, "2G");
    assert!(said(&app).contains("OP2 is hidden: only #duty is shown"), "{}", said(&app));
}

#[test]
fn a_pane_key_before_a_number_that_is_not_there_is_a_pane_key() {
    let mut app = both();
    press(&mut app, "12G");
    reads(&app, "A/RES/72/1", "title [|]The first");
    assert!(said(&app).contains("there is no paragraph 12"), "{}", said(&app));
    press(&mut app, "22G");
    reads(&app, "A/RES/72/1", "OP2 [|]Requests");
}

#[test]
fn the_list_of_annotations_is_there_again_after_a_note() {
    let mut app = both();
    press(&mut app, "tduty<Enter>A<C-o>");
    assert!(matches!(app.dialog(), Some(Dialog::Draft(_))));
    press(&mut app, "Ask.<Esc>");
    let Some(Dialog::Listing(list)) = app.dialog() else { panic!("no list") };
    assert!(list.menu.choices[0].doc.contains("Ask."), "{}", list.menu.choices[0].doc);
}

#[test]
fn text_and_citation_are_copied_together() {
    let mut app = both();
    press(&mut app, "2G");
    let copied = press(&mut app, "gy");
    let expected = "Requests the Secretary-General to report. (A/RES/72/1, para. 2)";
    assert_eq!(copied, [Effect::Copy(expected.into())]);
}

#[test]
fn a_bracket_says_how_it_may_go_on() {
    let mut app = both();
    press(&mut app, "]");
    let hints: Vec<String> =
        app.status().hints.into_iter().map(|hint| format!("{} {}", hint.key, hint.does)).collect();
    for on in ["] next-heading", "a next-annotation", "b next-document", "r next-reference"] {
        assert!(hints.contains(&on.to_owned()), "{on}: {hints:?}");
    }
}

#[test]
fn an_address_is_shown_in_the_browser() {
    let mut app = both();
    let shown = press(&mut app, "]rgx");
    assert_eq!(shown, [Effect::Browse("https://undocs.org/A/RES/53/144".into())]);
}

#[test]
fn a_bookmark_that_lost_its_place_is_told() {
    let mut app = both();
    press(&mut app, "2Gma");
    let id = app.reader().id();
    let changed = FIRST.replace("OP Requests the Secretary-General to report.", "");
    app.update(Message::Reload(id, Box::new(document(&changed, "A/RES/72/1").into())));
    assert!(said(&app).contains("1 bookmark lost its place: B lists it"), "{}", said(&app));
}

#[test]
fn a_field_of_the_head_is_corrected() {
    let mut app = both();
    press(&mut app, "gh");
    let Some(Dialog::Head(list)) = app.dialog() else { panic!("no list") };
    let names: Vec<&str> = list.menu.choices.iter().map(|choice| choice.name.as_str()).collect();
    assert_eq!(names, ["symbol", "title", "adopted", "organ", "session"]);
    let id = app.reader().id();
    let refused = press(&mut app, "adopted<Enter>yesterday<Enter>");
    assert!(refused.is_empty() && said(&app).contains("is no date"), "{}", said(&app));
    assert!(matches!(app.dialog(), Some(Dialog::Draft(_))), "what was typed is still there");
    let kept = press(&mut app, "<C-u><C-w>24 December 2017<Enter>");
    assert_eq!(kept, [Effect::Correct(id, HeadField::Adopted, Some("2017-12-24".into()))]);
}

#[test]
fn brackets_of_a_draft_are_gone_through() {
    let mut app = App::new(
        support::document(
            "
            = 80/1. Safety of harbours
            ~ The General Assembly,
            PP [Recalling] its resolution 70/1 of 5 December 2015,
            OP Urges States to keep [their] harbours [safe [and warm]];
            OP Decides to remain seized of the matter.
            ",
        ),
        Size { columns: 80, rows: 24 },
    );
    let at = |app: &App| {
        let place = app.place().expect("a place");
        app.document().text(place.passage)[place.at..].chars().take(6).collect::<String>()
    };
    let mut seen = Vec::new();
    for keys in ["gg](", "](", "](", "](", "](", "[(", "2[("] {
        press(&mut app, keys);
        seen.push(at(&app));
    }
    assert_eq!(seen, ["[Recal", "[their", "[safe ", "[and w", "[and w", "[safe ", "[Recal"]);
    press(&mut app, "[(");
    let said = app.status().notice.map(|notice| notice.text);
    assert_eq!(said.as_deref(), Some("no square bracket before this"));
}

#[test]
fn the_list_of_the_head_shows_what_another_version_says() {
    let mut app = both();
    press(&mut app, "gh");
    let says = |app: &App, words: &str| match app.dialog() {
        Some(Dialog::Head(list)) => format!("{:?}", list.menu.choices).contains(words),
        other => panic!("no list of the head: {other:?}"),
    };
    assert!(!says(&app, "A/RES/72/9"));
    let id = app.reader().id();
    let mut again = document(FIRST, "A/RES/72/9");
    again.head.corrected = vec![HeadField::Symbol];
    app.update(Message::Reload(id, Box::new(again.into())));
    assert!(says(&app, "A/RES/72/9") && says(&app, "corrected"));
}
