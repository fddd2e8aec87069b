//! What keys write in the margin: a place in a text, keys, and what is then beside it, as
//! `OP2 "plenary meeting" ●yellow #follow-up ✎Ask.`.

use crate::support;
use seized::{
    annotations::{Entry, TagChange, Verdict},
    app::{
        App, DocId, Effect, Message, Notice,
        annotating::Scribe,
        annotating::saved::{Saved, Saving},
        dialog::Dialog,
        keys::key::Key,
        panes::arrange::Size,
        status::Status,
    },
    document::Document,
    layout::RemarkKind,
};

const TEXT: &str = "
    = 9/1. The right to read^1
    ~ The General Assembly,
    PP Guided by the Charter of the United Nations,
    PP Recalling its {resolution 53/144=A/RES/53/144},^2 by which it adopted the Declaration,
    OP Stresses that everyone has the right to read;
    OP Decides to devote a plenary meeting^2 to it;
    (a) In its hall;
    OP Requests the Secretary-General to report. Also requests him to hurry.
    fn Resolution 217 A (III).
    fn Resolution 2200 A (XXI), annex.
";

fn document() -> Document {
    support::document(TEXT)
}

#[track_caller]
fn reader(at: &str) -> App {
    let document = document();
    let place = support::place(&document, at);
    let scribe = Scribe { author: "A. Delegate".into(), now: || "2026-11-24T09:00:00Z".into() };
    let app = App::new(document, Size { columns: 120, rows: 40 });
    app.with_annotations(Vec::new(), scribe).at(place)
}

fn press(app: &mut App, keys: &str) -> Vec<Effect> {
    let keys = Key::read_all(keys).expect("keys");
    keys.into_iter().flat_map(|key| app.update(Message::Key(key))).collect()
}

/// Everything in the margin, an entry a line, in the order in which it was made.
fn margin(app: &App) -> Vec<String> {
    let entries = app.annotations().list().entries().iter();
    entries
        .map(|entry| match entry {
            Entry::Bookmark(bookmark) => {
                let (key, label) = (bookmark.key.unwrap_or(' '), &bookmark.label);
                format!("{} ⚑{key} {label}", bookmark.at.paragraph).trim_end().to_owned()
            }
            Entry::Annotation(annotation) => {
                let mut line = String::new();
                for at in std::iter::once(&annotation.at).chain(&annotation.also) {
                    line.push_str(&at.paragraph);
                    line.push(' ');
                    if let Some(quote) = &at.quote {
                        line.push_str(&format!("\"{quote}\" "));
                    }
                }
                line.extend(annotation.colour.iter().map(|colour| format!("●{colour} ")));
                line.extend(annotation.tags.iter().map(|tag| format!("#{tag} ")));
                if !annotation.note.is_empty() {
                    line.push_str(&format!("✎{}", annotation.note));
                }
                line.trim_end().to_owned()
            }
        })
        .collect()
}

/// From a place, keys write this in the margin.
#[track_caller]
fn writes(at: &str, keys: &str, expected: &[&str]) {
    let mut app = reader(at);
    press(&mut app, keys);
    assert_eq!(margin(&app), expected, "{keys}");
}

#[track_caller]
fn says(app: &App, words: &str) {
    let Status { notice, .. } = app.status();
    let said = notice.map(|notice| notice.text).unwrap_or_default();
    assert!(said.contains(words), "it says {said:?}, not {words:?}");
}

#[test]
fn a_document_is_indexed_when_an_annotation_is_likely_and_not_before() {
    for begins in ["v", "t", "a"] {
        let mut app = reader("OP1 [|]Stresses");
        press(&mut app, "j");
        assert!(app.preparation().is_none(), "who only reads needs none");
        press(&mut app, begins);
        assert!(app.preparation().is_some(), "{begins} begins an annotation");
    }
}

#[test]
fn a_paragraph_gets_tags() {
    writes("OP2 Decides [|]to", "tfollow-up<Enter>", &["OP2 #follow-up"]);
    writes("OP2 Decides [|]to", "t#mandate / report<Enter>", &["OP2 #mandate/report"]);
    writes("OP2(a) [|]In", "tone<Tab>two<Enter>", &["OP2(a) #one #two"]);
    writes("fn 1 [|]Resolution 217", "tcheck<Enter>", &["fn 1 #check"]);
    writes("PP1 [|]Guided", "tone<Enter>}tone<Enter>", &["PP1 #one", "PP2 #one"]);
    writes("OP2 [|]Decides", "t<Enter>", &[]);
}

#[test]
fn a_tag_that_is_set_is_taken_away() {
    writes("OP2 [|]Decides", "tone<Enter>ttwo<Enter>tone<Enter>", &["OP2 #two"]);
    writes("OP2 [|]Decides", "tone<Enter>tone<Enter>", &[]);
}

#[test]
fn the_menu_offers_the_most_used_tag_first() {
    let mut app = reader("PP1 [|]Guided");
    press(&mut app, "trare<Enter>}toften<Enter>2toften<Enter>");
    press(&mut app, "}t<Enter>");
    assert_eq!(margin(&app).last().map(String::as_str), Some("OP2 #often"));
}

#[test]
fn a_tag_is_renamed_and_merged_everywhere() {
    let made = "tduty<Enter>}tmandate/report<Enter>2tmandate<Up><Enter>";
    let keys = format!("{made}tmandate<C-r><C-u>duty<Enter><Esc>");
    writes("PP1 [|]Guided", &keys, &["PP1 #duty", "PP2 #duty/report", "OP1 #duty"]);
    let undone = format!("{keys}U");
    writes("PP1 [|]Guided", &undone, &["PP1 #duty", "PP2 #mandate/report", "OP1 #mandate"]);
}

#[test]
fn a_tag_is_described_and_found_by_what_it_is_for() {
    let mut app = reader("PP1 [|]Guided");
    press(&mut app, "tduty<Enter>");
    let effects = press(&mut app, "t<C-d>Who must act<Enter>");
    let said = TagChange::Describe("duty".into(), "Who must act".into());
    let asked = Effect::ListTags(DocId::FIRST);
    assert_eq!(effects, [asked, Effect::Codebook(DocId::FIRST, said)]);
    press(&mut app, "}tmust<Enter>");
    assert_eq!(margin(&app), ["PP1 #duty", "PP2 #duty"]);
}

#[test]
fn words_are_highlighted() {
    writes("OP2 a [|]plenary", "vwh", &["OP2 \"plenary meeting\" ●yellow"]);
    writes(
        "OP2 a [|]plenary",
        "vwhvh",
        &["OP2 \"plenary meeting\" ●yellow", "OP2 \"meeting\" ●yellow"],
    );
    writes("OP2 a [|]plenary", "vhvh", &["OP2 \"plenary\" ●green"]);
    writes("OP2 a [|]plenary", "vhHH", &["OP2 \"plenary\" ●blue"]);
    writes("OP3 Also [|]requests", "vvh", &["OP3 \"Also requests him to hurry.\" ●yellow"]);
    writes("OP2 to [|]it", "v}h", &["OP2 \"it;\" OP2(a) \"In\" ●yellow"]);
    writes("OP2 a [|]plenary", "vtfollow-up<Enter>", &["OP2 \"plenary\" #follow-up"]);
}

#[test]
fn without_a_selection_h_highlights_the_paragraph() {
    let mut app = reader("OP2 a p[|]lenary");
    press(&mut app, "h");
    assert_eq!(app.place(), Some(support::place(app.document(), "OP2 a p[|]lenary")));
    assert_eq!(margin(&app), ["OP2 ●yellow"]);
    press(&mut app, "h");
    assert_eq!(margin(&app), ["OP2 ●green"], "again: the next colour");
}

#[test]
fn a_note_is_written_in_place() {
    writes("OP3 [|]Requests", "aAsk when.<Esc>", &["OP3 ✎Ask when."]);
    writes("OP3 [|]Requests", "aOne<Enter>Two<C-s>", &["OP3 ✎One\nTwo"]);
    writes("OP3 [|]Requests", "aAsk.<Esc>a Now.<Esc>", &["OP3 ✎Ask. Now."]);
    writes("OP2 a [|]plenary", "vhaWhich?<Esc>", &["OP2 \"plenary\" ●yellow ✎Which?"]);
    writes("OP3 [|]Requests", "a<Esc>", &[]);
}

#[test]
fn what_was_written_is_not_dropped_by_one_key() {
    let mut app = reader("OP3 [|]Requests");
    press(&mut app, "aAsk.<C-c>");
    says(&app, "again");
    press(&mut app, "<Esc>");
    assert_eq!(margin(&app), ["OP3 ✎Ask."]);
    writes("OP3 [|]Requests", "aAsk.<C-c><C-c>", &[]);
}

#[test]
fn a_note_is_written_in_an_editor() {
    let mut app = reader("OP3 [|]Requests");
    assert_eq!(press(&mut app, "aAsk<C-e>"), [Effect::Edit("Ask".into())]);
    let effects = app.update(Message::Edited(Some("Ask when.\n".into())));
    assert_eq!(effects, [Effect::Save(DocId::FIRST)]);
    assert_eq!(margin(&app), ["OP3 ✎Ask when."]);
    assert_eq!(press(&mut app, "e"), [Effect::Edit("Ask when.".into())]);
    app.update(Message::Edited(None));
    assert_eq!(margin(&app), ["OP3 ✎Ask when."]);
}

#[test]
fn pasted_text_acts_on_nothing() {
    let mut app = reader("OP3 [|]Requests");
    press(&mut app, "a");
    app.update(Message::Paste("one\r\ntwo\u{1b}[2J".into()));
    press(&mut app, "<Esc>");
    assert_eq!(margin(&app), ["OP3 ✎one\ntwo[2J"]);
}

#[test]
fn what_is_shortest_is_deleted_first() {
    let made = "tone<Enter>vwhvh";
    writes(
        "OP2 a [|]plenary",
        &format!("{made}x"),
        &["OP2 #one", "OP2 \"plenary meeting\" ●yellow"],
    );
    writes("OP2 a [|]plenary", &format!("{made}xx"), &["OP2 #one"]);
    writes("OP2 a [|]plenary", &format!("{made}xxx"), &[]);
    let mut app = reader("OP2 [|]Decides");
    press(&mut app, "x");
    says(&app, "no annotation here");
}

#[test]
fn everything_is_undone_and_done_again() {
    let mut app = reader("OP2 a [|]plenary");
    let steps = ["tone<Enter>", "vwh", "H", "aWhy?<Esc>", "ma", "x"];
    let mut seen = vec![margin(&app)];
    for keys in steps {
        press(&mut app, keys);
        seen.push(margin(&app));
    }
    for before in seen.iter().rev().skip(1) {
        press(&mut app, "U");
        assert_eq!(&margin(&app), before);
    }
    press(&mut app, "U");
    says(&app, "nothing to undo");
    for after in &seen[1..] {
        press(&mut app, "<C-r>");
        assert_eq!(&margin(&app), after);
    }
}

#[test]
fn undo_goes_where_it_was_done() {
    let mut app = reader("OP3 [|]Requests");
    press(&mut app, "tone<Enter>1ggxU");
    press(&mut app, "U<C-r>");
    let passage = app.place().map(|place| place.passage);
    assert_eq!(passage, Some(support::place(app.document(), "OP3 [|]Requests").passage));
}

#[test]
fn bookmarks_are_set_and_gone_to() {
    writes("OP2 a [|]plenary", "ma", &["OP2 ⚑a"]);
    writes("OP2 a [|]plenary", "ma}ma", &["OP2(a) ⚑a"]);
    let mut app = reader("OP2 a [|]plenary");
    press(&mut app, "ma1'a");
    assert_eq!(app.place(), Some(support::place(app.document(), "OP2 [|]Decides")));
    press(&mut app, "'z");
    says(&app, "no bookmark z");
    press(&mut app, "B<C-o>the meeting<Enter>");
    assert_eq!(margin(&app), ["OP2 ⚑a the meeting"]);
}

#[test]
fn the_list_finds_goes_and_deletes() {
    let mut app = reader("PP1 [|]Guided");
    press(&mut app, "tone<Enter>}ttwo<Enter>2aAsk.<Esc>1gg");
    press(&mut app, "Aask<Enter>");
    assert_eq!(app.place(), Some(support::place(app.document(), "OP1 [|]Stresses")));
    press(&mut app, "Atwo<C-x><Esc>");
    assert_eq!(margin(&app), ["PP1 #one", "OP1 ✎Ask."]);
}

#[test]
fn only_what_has_a_tag_is_shown() {
    let mut app = reader("PP1 [|]Guided");
    press(&mut app, "tone/a<Enter>2}ttwo<Enter>Tone<Enter>");
    let shown = |app: &App, at| app.view().has(support::place(app.document(), at).passage);
    assert!(shown(&app, "PP1 [|]Guided") && !shown(&app, "OP1 [|]Stresses"));
    assert_eq!(app.status().alarm.as_deref(), Some("only #one"));
    press(&mut app, "T");
    assert!(shown(&app, "OP1 [|]Stresses"));
}

#[test]
fn what_is_written_stands_below_the_paragraph() {
    let mut app = reader("OP2 a [|]plenary");
    press(&mut app, "tone<Enter>ttwo<Enter>vwhaWhich?<Esc>");
    let here = support::place(app.document(), "OP2 [|]Decides").passage;
    let remarks = app.annotations().remarks(here);
    let shown: Vec<_> = remarks.iter().map(|r| (r.kind, r.sign, r.text.as_str())).collect();
    assert_eq!(shown, [(RemarkKind::Tags, "", "#one  #two"), (RemarkKind::Note, "●", "Which?")]);
    assert_eq!(app.annotations().signs(here), ["#", "●"]);
}

#[test]
fn the_cursor_passes_what_is_written() {
    let mut app = reader("OP1 [|]Stresses");
    press(&mut app, "aOne<Enter>Two<Esc>jk");
    assert_eq!(app.place(), Some(support::place(app.document(), "OP1 [|]Stresses")));
    press(&mut app, "j");
    assert_eq!(app.place(), Some(support::place(app.document(), "OP2 [|]Decides")));
}

#[test]
fn annotations_go_with_their_words_when_the_document_changes() {
    let mut app = reader("OP2 a [|]plenary");
    press(&mut app, "vwh2Gtone<Enter>");
    let changed = TEXT.replace("OP Stresses", "OP Notes a thing;\n    OP Stresses");
    app.update(Message::Reload(DocId::FIRST, Box::new(support::document(&changed).into())));
    let ids: Vec<String> = app.entries().iter().map(|entry| entry.id().to_owned()).collect();
    for id in &ids {
        assert_eq!(app.annotations().verdict(id), Verdict::Moved);
    }
    press(&mut app, "2=");
    let found = support::place(app.document(), "OP3 [|]Decides").passage;
    assert!(ids.iter().all(|id| app.annotations().start(id).is_some_and(|at| at.passage == found)));
    press(&mut app, ":OP3<Enter>=");
    assert!(margin(&app).contains(&"OP3 #one".to_owned()), "{:?}", margin(&app));
}

#[test]
fn an_orphan_is_attached_by_hand() {
    let mut app = reader("OP1 [|]Stresses");
    press(&mut app, "aKeep me.<Esc>");
    let changed = TEXT.replace("OP Stresses that everyone has the right to read;", "OP Ends;");
    app.update(Message::Reload(DocId::FIRST, Box::new(support::document(&changed).into())));
    let id = app.entries()[0].id().to_owned();
    assert_eq!(app.annotations().verdict(&id), Verdict::Orphan);
    press(&mut app, ":PP2<Enter>A<C-y><Esc>");
    assert_eq!(margin(&app), ["PP2 ✎Keep me."]);
    assert_eq!(app.annotations().verdict(&id), Verdict::Exact);
}

fn kept(app: &App, more: Vec<Entry>) -> Message {
    let sent = app.entries().to_vec();
    let entries = sent.iter().cloned().chain(more).collect();
    Message::Saved(DocId::FIRST, Box::new(Saved { sent, entries, elsewhere: None }))
}

#[test]
fn what_others_write_appears_and_nothing_of_ours_goes() {
    let mut other = reader("PP2 [|]Recalling");
    press(&mut other, "ttheirs<Enter>");
    let theirs = other.entries().to_vec();
    let mut app = reader("OP1 [|]Stresses");
    press(&mut app, "tours<Enter>");
    let answer = kept(&app, theirs);
    // Written after the save began, before it ended.
    press(&mut app, "}tlater<Enter>");
    app.update(answer);
    let mut all = margin(&app);
    all.sort();
    assert_eq!(all, ["OP1 #ours", "OP2 #later", "PP2 #theirs"]);
    assert_eq!(app.saving(), &Saving::Due);
    let answer = kept(&app, Vec::new());
    app.update(answer);
    assert_eq!(app.saving(), &Saving::Done);
}

#[test]
fn leaving_asks_where_something_is_not_saved() {
    let mut app = reader("OP1 [|]Stresses");
    press(&mut app, "tours<Enter>");
    app.update(Message::NotSaved(DocId::FIRST, "no space left on device".into()));
    says(&app, "not saved: no space left");
    assert_eq!(app.status().alarm, None, "it is not said twice");
    press(&mut app, "j");
    assert_eq!(app.status().alarm.as_deref(), Some("not saved"));
    assert_eq!(press(&mut app, "q"), [Effect::Save(DocId::FIRST)], "it is tried once more");
    assert_eq!(press(&mut app, "<Esc>"), []);
    assert_eq!(press(&mut app, "qy"), [Effect::Save(DocId::FIRST), Effect::QuitUnsaved]);
}

#[test]
fn who_was_asked_leaves_as_soon_as_it_is_saved() {
    let mut app = reader("OP1 [|]Stresses");
    press(&mut app, "tours<Enter>");
    let answer = kept(&app, Vec::new());
    assert_eq!(press(&mut app, "q"), [Effect::Quit], "who carries that out waits for the save");
    assert_eq!(app.update(Message::Unsaved("the disk does not answer".into())), []);
    assert!(matches!(app.dialog(), Some(Dialog::Unsaved(_))));
    assert_eq!(app.update(answer), [Effect::Quit]);
}

#[test]
fn who_writes_on_is_not_asked_over_it() {
    let mut app = reader("OP1 [|]Stresses");
    press(&mut app, "tours<Enter>q");
    press(&mut app, "aAsk");
    app.update(Message::Unsaved("the disk does not answer".into()));
    says(&app, "not saved: the disk does not answer");
    press(&mut app, " when.<Esc>");
    assert_eq!(margin(&app), ["OP1 #ours ✎Ask when."]);
    let answer = kept(&app, Vec::new());
    assert_eq!(app.update(answer), [], "who writes on does not leave");
}

#[test]
fn what_was_not_saved_is_offered_and_merged_as_if_it_were_saved_now() {
    let mut other = reader("OP1 [|]Stresses");
    press(&mut other, "told<Enter>");
    let base = other.entries().to_vec();
    press(&mut other, "aNot saved.<Esc>");
    let unsaved = other.entries().to_vec();
    // What was on the disk then, changed by somebody else since.
    let open = || {
        let app = reader("OP1 [|]Stresses");
        let mut app = app.with_annotations(base.clone(), Scribe::default());
        press(&mut app, "tnew<Enter>");
        app
    };
    let mut app = open();
    assert!(app.offer(DocId::FIRST, base.clone(), unsaved.clone()));
    assert_eq!(press(&mut app, "jx"), [], "keys typed by chance decide nothing");
    assert_eq!(press(&mut app, "y"), [Effect::Save(DocId::FIRST), Effect::TakenIn(DocId::FIRST)]);
    assert_eq!(margin(&app), ["OP1 #old #new ✎Not saved."]);
    for (key, asked) in [("n", vec![Effect::PutAway(DocId::FIRST)]), ("<Esc>", Vec::new())] {
        let mut app = open();
        assert!(app.offer(DocId::FIRST, base.clone(), unsaved.clone()));
        assert_eq!(press(&mut app, key), asked);
        assert_eq!(margin(&app), ["OP1 #old #new"], "{key}");
        assert!(app.dialog().is_none());
    }
    assert!(!open().offer(DocId::FIRST, base.clone(), base), "nothing new is not offered");
}

#[test]
fn what_may_not_be_written_is_not() {
    let mut app = reader("OP1 [|]Stresses").read_only("made by a newer seized");
    for keys in ["tone<Enter>", "aNo<Esc>", "vh", "x", "ma", "U"] {
        press(&mut app, &format!("{keys}<Esc>"));
        assert!(margin(&app).is_empty(), "{keys}");
    }
    press(&mut app, "t");
    says(&app, "newer seized");
}

#[test]
fn a_notice_of_ours_is_not_hidden() {
    let mut app = reader("OP1 [|]Stresses");
    press(&mut app, "tours<Enter>");
    says(&app, "tagged OP1 ours");
    app.update(Message::Notice(Notice::info("else")));
    says(&app, "else");
}

#[test]
fn what_is_too_much_for_one_annotation_is_said() {
    let paragraphs: String = (0..600).map(|n| format!("    OP Requests {n};\n")).collect();
    let document = support::document(&format!("    PP Recalling that,\n{paragraphs}"));
    let scribe = Scribe { author: "A. Delegate".into(), now: || "2026-11-24T09:00:00Z".into() };
    let at = support::place(&document, "OP1 [|]Requests");
    let app = App::new(document, Size { columns: 120, rows: 40 });
    let mut app = app.with_annotations(Vec::new(), scribe).at(at);
    press(&mut app, "vGt");
    let said = app.status().notice.map(|notice| notice.text).unwrap_or_default();
    assert_eq!(said, "600 paragraphs are selected; one annotation is for 500 at most");
    assert_eq!(margin(&app), [""; 0]);
    press(&mut app, "500Gtone<Enter>");
    assert_eq!(app.entries().len(), 1);
}
