//! Screens of many documents: the catalogue, a search, uses, citations, mandates, two texts side by side. What is asked
//! is answered by hand; keys go in, what is asked and what is seen come out.

use std::{collections::HashMap, sync::Arc};

use crate::support;
use ratatui::{buffer::Buffer, layout::Rect};
use seized::{
    annotations::Entry as AnnotationEntry,
    app::{
        App, DocId, Effect, Message, OpenedDocument, Screen, Wanted,
        annotating::Scribe,
        keys::{command::ELSEWHERE, key::Key, keymap::Keymap},
        panes::arrange::Size,
        screens::library::{Answer, Ask, AskId, Known, UseCount},
    },
    compare,
    document::{Document, Language, Passage, Symbol},
    library::{
        Agreed, Beginning, CitedBy, Citing, Counts, Edition, Entry, FileId, Found, LedgerOrder,
        LedgerPage, LedgerRow, PassageId, PassagePlace, TagCount,
    },
    mandates,
    ui::{self, theme::Theme},
};

const OLD: &str = "
    = 70/1. Safety of harbours
    ~ The General Assembly,
    PP Recalling its resolution 68/1 of 5 December 2013,
    OP Urges States to keep their harbours safe for all ships that come to them in bad weather;
    OP Requests the Secretary-General to submit a report to the General Assembly at its seventy-first session;
    OP Decides to remain seized of the matter.
";

const NEW: &str = "
    = 72/1. Safety of harbours
    ~ The General Assembly,
    PP Recalling its resolution 70/1 of 5 December 2015,
    OP Encourages States to keep their harbours safe for all ships that come to them in bad weather;
    OP Welcomes the lighthouses;
    OP Requests the Secretary-General to submit a report to the General Assembly at its seventy-third session;
    OP Decides to remain seized of the matter.
";

pub(crate) fn document(notation: &str, symbol: &str, date: &str) -> Document {
    let mut document = support::document(notation);
    document.head.symbol = Some(Symbol::new(symbol));
    document.head.adopted = date.parse().ok();
    document
}

pub(crate) fn old() -> Document {
    document(OLD, "A/RES/70/1", "2015-12-05")
}

pub(crate) fn new() -> Document {
    document(NEW, "A/RES/72/1", "2017-12-24")
}

pub(crate) fn reader(documents: Vec<Document>, size: Size) -> App {
    let mut app = App::new(Document::default(), size)
        .with_scribe(Scribe { author: "A".into(), now: || "2026-11-26T10:00:00Z".into() });
    for document in documents {
        let id = app.take_id();
        app.add(id, opened(document));
    }
    app.begin(Vec::new());
    app
}

pub(crate) fn opened(document: Document) -> OpenedDocument {
    let symbol = document.head.symbol.as_ref().map(ToString::to_string).unwrap_or_default();
    let name = format!("{}.txt", symbol.replace('/', "_"));
    let file = Some(format!("/library/{name}").into());
    OpenedDocument { file, name, document, ..OpenedDocument::default() }
}

pub(crate) const WIDE: Size = Size { columns: 120, rows: 20 };
pub(crate) const NARROW: Size = Size { columns: 40, rows: 15 };

pub(crate) fn press(app: &mut App, keys: &str) -> Vec<Effect> {
    let keys = Key::read_all(keys).expect("keys");
    keys.into_iter().flat_map(|key| app.update(Message::Key(key))).collect()
}

/// What is asked last among effects.
#[track_caller]
pub(crate) fn asked(effects: &[Effect]) -> (AskId, Ask) {
    let ask = effects.iter().rev().find_map(|effect| match effect {
        Effect::Ask(id, ask) => Some((*id, ask.clone())),
        _ => None,
    });
    ask.unwrap_or_else(|| panic!("nothing is asked: {effects:?}"))
}

pub(crate) fn answer(app: &mut App, id: AskId, answer: Answer) {
    app.update(Message::Answered(id, Box::new(answer)));
}

/// The words on the screen.
pub(crate) fn seen(app: &App) -> String {
    let Size { columns, rows } = app.size();
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    let theme = Theme::built_in("mono").expect("a theme");
    ui::draw(app, &theme, &mut buffer);
    let row = |y: u16| {
        let cells =
            (0..columns).filter_map(|x| buffer.cell((x, y)).map(ratatui::buffer::Cell::symbol));
        cells.collect::<String>().trim_end().to_owned()
    };
    (0..rows).map(row).collect::<Vec<_>>().join("\n")
}

#[track_caller]
pub(crate) fn shows(app: &App, words: &[&str]) {
    let seen = seen(app);
    for words in words {
        assert!(seen.contains(words), "{words:?} is not on the screen:\n{seen}");
    }
}

pub(crate) fn entry(symbol: &str, date: &str, title: &str, languages: &[Language]) -> Entry {
    let file = FileId { segment: 0, file: 0 };
    let edition = |language: &Language| {
        let path = format!("/library/{}-{}.txt", symbol.replace('/', "_"), language.code());
        Edition { file, path, language: *language, annotations: 0, part: 0 }
    };
    Entry {
        symbol: Some(symbol.into()),
        title: Some(title.into()),
        organ: "ga".into(),
        date: Some(date.into()),
        languages: languages.to_vec(),
        editions: languages.iter().map(edition).collect(),
        ..Entry::default()
    }
}

fn known() -> Known {
    use Language::{English, French};
    Known {
        name: "resolutions".into(),
        entries: Arc::new(vec![
            entry(
                "A/RES/53/144",
                "1998-12-09",
                "Declaration on the Right of Individuals",
                &[English],
            ),
            entry("A/RES/70/1", "2015-12-05", "Safety of harbours", &[English]),
            entry("A/RES/72/1", "2017-12-24", "Safety of harbours", &[English, French]),
        ]),
        cited_by: Arc::new(HashMap::from([("A/RES/53/144".to_owned(), 31)])),
        unread: vec![("/library/scan.pdf".into(), "it has no text".into())],
        is_whole: true,
    }
}

pub(crate) fn found(symbol: &str, cite: &str, text: &str, date: &str) -> Found {
    Found {
        id: PassageId { segment: 0, passage: 0 },
        file: format!("/library/{}.txt", symbol.replace('/', "_")),
        symbol: Some(symbol.into()),
        title: Some("Safety of harbours".into()),
        organ: "ga".into(),
        date: Some(date.into()),
        language: Language::English,
        cite: cite.into(),
        place: PassagePlace::Operative,
        text: text.into(),
    }
}

#[test]
fn the_catalogue_is_filtered_sorted_and_opened() {
    let mut app = App::new(Document::default(), WIDE);
    app.begin(Vec::new());
    let (id, ask) = asked(&app.update(Message::BeginWithCatalogue));
    assert_eq!(ask, Ask::Catalogue);
    answer(&mut app, id, Answer::Progress { done: 1, all: 3, left: Some(7) });
    shows(&app, &["reading 1 of 3, 7 s left", "The folder is being read"]);
    answer(&mut app, id, Answer::Catalogue(Arc::new(known())));
    insta::assert_snapshot!("catalogue", seen(&app));
    press(&mut app, "/declar");
    shows(&app, &["> declar", "1 of them", "cited    by 31 texts here"]);
    press(&mut app, "<Enter>j");
    let effects = press(&mut app, "<Enter>");
    let [Effect::Open(_, Wanted::Passage { file, cite: None, .. })] = effects.as_slice() else {
        panic!("nothing is opened: {effects:?}");
    };
    assert!(file.ends_with("A_RES_53_144-en.txt"), "{file:?}");
    press(&mut app, "/<Esc>S");
    shows(&app, &["oldest first", "sorted oldest first"]);
    press(&mut app, "gr");
    shows(&app, &["What could not be read", "/library/scan.pdf", "it has no text"]);
    assert_eq!(press(&mut app, "q"), []);
    shows(&app, &["resolutions · 3 texts · 1998–2017"]);
    assert_eq!(press(&mut app, "q"), [Effect::Quit]);
}

#[test]
fn a_list_is_read_on_the_smallest_screen() {
    let mut app = App::new(Document::default(), NARROW);
    app.begin(Vec::new());
    let (id, _) = asked(&app.update(Message::BeginWithCatalogue));
    answer(&mut app, id, Answer::Catalogue(Arc::new(known())));
    insta::assert_snapshot!("catalogue_narrow", seen(&app));
}

#[test]
fn where_there_is_no_column_for_symbols_they_stand_before_the_titles() {
    let mut app = App::new(Document::default(), NARROW);
    app.begin(Vec::new());
    let (id, _) = asked(&app.update(Message::BeginWithCatalogue));
    let mut untitled = entry("S/RES/2777 (2025)", "2025-03-17", "", &[Language::English]);
    untitled.title = None;
    let long = entry("A/HRC/RES/S-35/1-DECISION", "2022-11-24", "Children", &[Language::English]);
    let known = Known { entries: Arc::new(vec![long, untitled]), ..known() };
    answer(&mut app, id, Answer::Catalogue(Arc::new(known)));
    shows(&app, &["S/RES/2777 (2025)", "A/HRC/RES/S-35/1-DECISION  Children"]);
}

/// How many passages there are of what.
fn counts() -> Counts {
    Counts {
        organs: [("ga".to_owned(), 2)].into(),
        decades: [(2010, 2)].into(),
        places: [(PassagePlace::Operative, 2)].into(),
    }
}

/// A search in which two passages are found.
fn searched(app: &mut App) {
    let effects = press(app, "sharbours<Space>verb:urges");
    let (id, ask) = asked(&effects);
    assert_eq!(ask, Ask::Find("harbours verb:urges".into()));
    let texts = [
        ("A/RES/70/1", "OP1", "Urges States to keep their harbours safe", "2015-12-05"),
        ("A/RES/72/1", "OP3", "Requests a report on harbours", "2017-12-24"),
    ];
    let hits = texts.map(|(symbol, cite, text, date)| {
        let at = text.find("harbours").expect("there");
        (found(symbol, cite, text, date), std::iter::once(at..at + 8).collect())
    });
    answer(app, id, Answer::Hits { hits: hits.to_vec(), all: 2, counts: counts() });
}

#[test]
fn what_is_found_in_the_library_is_opened_in_place_and_gone_on_from() {
    let mut app = reader(vec![new()], WIDE);
    searched(&mut app);
    insta::assert_snapshot!("hits", seen(&app));
    let effects = press(&mut app, "<Enter><Enter>");
    let [Effect::Open(id, Wanted::Passage { cite, .. })] = effects.as_slice() else {
        panic!("nothing is opened: {effects:?}");
    };
    assert_eq!(*cite, Some(support::named("OP1")));
    app.update(Message::Opened(*id, Box::new(opened(old()))));
    let here = app.place().map(|place| app.document().cite(place.passage).to_string());
    assert_eq!((app.reader().called().as_str(), here.as_deref()), ("A/RES/70/1", Some("OP1")));
    // The next hit is in another document.
    let effects = press(&mut app, "n");
    let [Effect::Open(id, Wanted::Passage { cite, .. })] = effects.as_slice() else {
        panic!("nothing is opened: {effects:?}");
    };
    assert_eq!(*cite, Some(support::named("OP3")));
    app.update(Message::Opened(*id, Box::new(opened(new()))));
    assert_eq!(app.reader().called(), "A/RES/72/1");
    press(&mut app, "n");
    shows(&app, &["that was the last passage"]);
    // Leaving leads back to the list, and then to where the search began.
    press(&mut app, "q");
    let Screen::List(list) = app.screen() else { panic!("no list") };
    assert_eq!(list.entries.place(), 2);
    press(&mut app, "q");
    assert!(matches!(app.screen(), Screen::Reading(_)));
    assert_eq!(press(&mut app, "q"), [Effect::Quit]);
}

#[test]
fn an_answer_to_what_was_typed_before_is_dropped() {
    let mut app = reader(vec![new()], WIDE);
    let (first, _) = asked(&press(&mut app, "sh"));
    let (second, ask) = asked(&press(&mut app, "a"));
    assert_eq!(ask, Ask::Find("ha".into()));
    let hit = |cite| (found("A/RES/70/1", cite, "of harbours", "2015-12-05"), Vec::new());
    answer(
        &mut app,
        second,
        Answer::Hits { hits: vec![hit("OP2")], all: 1, counts: Counts::default() },
    );
    answer(
        &mut app,
        first,
        Answer::Hits { hits: vec![hit("OP1"), hit("OP9")], all: 2, counts: Counts::default() },
    );
    shows(&app, &["OP2", "1 passage in 1 text"]);
    let (id, _) = asked(&press(&mut app, "\""));
    answer(&mut app, id, Answer::Failed("the quotation mark is not closed".into()));
    shows(&app, &["the quotation mark is not closed"]);
    press(&mut app, "<C-u>");
    shows(&app, &["Type words"]);
}

#[test]
fn a_passage_that_was_chosen_stays_chosen_when_more_are_found() {
    let mut app = reader(vec![new()], WIDE);
    let (id, _) = asked(&press(&mut app, "sha<Enter>"));
    let hit = |symbol, cite| (found(symbol, cite, "of harbours", "2015-12-05"), Vec::new());
    let hits = |hits: &[_]| Answer::Hits {
        hits: hits.to_vec(),
        all: hits.len(),
        counts: Counts::default(),
    };
    let old = [hit("A/RES/70/1", "OP2"), hit("A/RES/70/1", "OP4")];
    answer(&mut app, id, hits(&old));
    press(&mut app, "j");
    let chosen = |app: &App| {
        let Screen::List(list) = app.screen() else { panic!("no list") };
        list.entries.place()
    };
    let before = chosen(&app);
    // What is read later may be older.
    let all = [hit("A/RES/3/1", "OP1"), old[0].clone(), old[1].clone()];
    answer(&mut app, id, hits(&all));
    assert_eq!((before, chosen(&app)), (2, 3));
    // What is found no more cannot be chosen: the first one is.
    answer(&mut app, id, hits(&all[..2]));
    assert_eq!(chosen(&app), 1);
}

#[test]
fn uses_of_a_paragraph_are_listed_with_what_differs() {
    let mut app = reader(vec![new()], WIDE);
    let (id, ask) = asked(&press(&mut app, "1Gu"));
    let Ask::Uses { text, of: Some((_, cite)) } = ask else { panic!("another question") };
    assert!(
        text.starts_with("Encourages States") && cite == support::named("OP1"),
        "{text} {cite}"
    );
    shows(&app, &["Uses of OP1 of A/RES/72/1", "searching …"]);
    let uses = vec![Agreed {
        found: found("A/RES/70/1", "OP1", "Urges States to keep their harbours safe", "2015-12-05"),
        likeness: 0.93,
        within: None,
        edits: Vec::new(),
    }];
    answer(&mut app, id, Answer::Uses(uses));
    shows(&app, &["1 use since 2015", "2015  A/RES/70/1  OP1", "first"]);
    let effects = press(&mut app, "<Enter>");
    assert!(matches!(effects.as_slice(), [Effect::Open(_, Wanted::Passage { .. })]));
}

#[test]
fn who_cites_a_resolution_is_listed_by_verb() {
    let mut app = reader(vec![new()], WIDE);
    let (id, ask) = asked(&press(&mut app, "R"));
    assert_eq!(ask, Ask::CitedBy { symbol: Symbol::new("A/RES/72/1"), cite: None });
    let citing = |symbol: &str, verb: &str, sentence: &str| Citing {
        id: PassageId { segment: 0, passage: 0 },
        file: format!("/library/{symbol}.txt"),
        symbol: Some(symbol.into()),
        date: Some("2019-12-18".into()),
        cite: "PP3".into(),
        words: "72/1".into(),
        target: "A/RES/72/1".into(),
        locus: None,
        opener: String::new(),
        verb: verb.into(),
        sentence: sentence.into(),
    };
    let first = citing("A/RES/74/1", "recall", "Recalling its resolution 72/1 of 24 December 2017");
    let cited = vec![
        CitedBy { first, others: vec![citing("A/RES/74/2", "recall", "Recalling 72/1")] },
        CitedBy {
            first: citing("A/RES/74/3", "request", "Requests all of 72/1"),
            others: Vec::new(),
        },
    ];
    answer(&mut app, id, Answer::CitedBy(cited));
    shows(&app, &["Who cites A/RES/72/1", "3 texts here", "recall  1", "and 1 more", "request  1"]);
    let Screen::List(list) = app.screen() else { panic!("no list") };
    let marked = list.entries.entry(1).map(|entry| entry.text[entry.marked[0].clone()].to_owned());
    assert_eq!(marked.as_deref(), Some("72/1"));
}

#[test]
fn mandates_are_listed_and_lead_to_their_paragraphs() {
    let mut app = reader(vec![new()], WIDE);
    let (id, ask) = asked(&press(&mut app, "D"));
    let Ask::Mandates(document) = ask else { panic!("another question") };
    assert_eq!(document, app.reader().id());
    answer(&mut app, id, Answer::Mandates(mandates::mandates(&new())));
    shows(
        &app,
        &["found by machine, check before use", "2018 (73)", "Secretary-General", "report"],
    );
    press(&mut app, "gg<Enter>");
    let here = app.place().map(|place| app.document().cite(place.passage).to_string());
    assert_eq!(here.as_deref(), Some("OP3"));
    press(&mut app, "q");
    shows(&app, &["found by machine"]);
}

/// The comparison of the older with the newer text.
pub(crate) fn compared(size: Size) -> App {
    let mut app = reader(vec![new(), old()], size);
    press(&mut app, "c");
    shows(&app, &["Compare A/RES/72/1 with", "A/RES/70/1"]);
    let (id, ask) = asked(&press(&mut app, "<Enter>"));
    let ids: Vec<DocId> = app.readers().iter().map(|reader| reader.id()).collect();
    assert_eq!(ask, Ask::Compare(ids[1], ids[0]), "the older first");
    shows(&app, &["comparing …"]);
    answer(&mut app, id, Answer::Compared(compare::compare(&old(), &new())));
    app
}

#[test]
fn a_comparison_shows_what_became_of_each_paragraph() {
    let mut app = compared(WIDE);
    insta::assert_snapshot!("comparison", seen(&app));
    press(&mut app, "gg]c]c");
    let effects = press(&mut app, "y");
    assert_eq!(effects, [Effect::Copy("{+Welcomes the lighthouses;+}".into())]);
    press(&mut app, "gk<Enter>");
    shows(&app, &["all changes are shown", "seventy-first", "seventy-third"]);
    press(&mut app, "gk<Enter>");
    shows(&app, &["everything is shown", "Decides to remain seized"]);
    press(&mut app, "gg<Tab>}}<Enter>");
    assert_eq!(app.reader().called(), "A/RES/70/1", "the other side is read");
    press(&mut app, "q");
    assert!(matches!(app.screen(), Screen::Pair(_)));
    press(&mut app, "q");
    assert!(matches!(app.screen(), Screen::Reading(_)));
}

#[test]
fn on_a_narrow_screen_both_texts_are_one() {
    let mut app = compared(Size { columns: 60, rows: 20 });
    shows(&app, &["Urges Encourages States"]);
    app.update(Message::Resize(NARROW));
    insta::assert_snapshot!("comparison_narrow", seen(&app));
}

#[test]
fn what_is_folded_is_unfolded_where_one_stands() {
    let mut app = compared(WIDE);
    press(&mut app, "G");
    shows(&app, &["⋯ "]);
    press(&mut app, "<Enter>");
    shows(&app, &["Decides to remain seized"]);
}

#[test]
fn a_changed_file_is_compared_anew() {
    let mut app = compared(WIDE);
    let id = app.readers()[0].id();
    let changed = document(&NEW.replace("lighthouses", "lights"), "A/RES/72/1", "2017-12-24");
    let effects = app.update(Message::Reload(id, Box::new(changed.clone().into())));
    let (asked_again, ask) = asked(&effects);
    assert!(matches!(ask, Ask::Compare(..) | Ask::UseCounts(_)), "{ask:?}");
    let compare_again = effects.iter().find_map(|effect| match effect {
        Effect::Ask(id, Ask::Compare(..)) => Some(*id),
        _ => None,
    });
    assert!(asked_again >= compare_again.expect("compared again"));
    answer(
        &mut app,
        compare_again.expect("compared again"),
        Answer::Compared(compare::compare(&old(), &changed)),
    );
    shows(&app, &["Welcomes the lights;"]);
}

#[test]
fn two_languages_stand_side_by_side() {
    const FRENCH: &str = "
    = 72/1. Sécurité des ports
    ~ L’Assemblée générale,
    PP Rappelant sa résolution 70/1 du 5 décembre 2015,
    OP Encourage les États à assurer la sécurité de leurs ports;
    OP Se félicite de la construction des phares;
    OP Prie le Secrétaire général de lui présenter un rapport à sa soixante-treizième session;
    OP Décide de rester saisie de la question.
    ";
    let mut french = document(FRENCH, "A/RES/72/1", "2017-12-24");
    french.language = Language::French;
    let mut app = reader(vec![new(), french.clone()], WIDE);
    // There is one only, so nothing is asked.
    let (id, ask) = asked(&press(&mut app, "L"));
    assert!(matches!(ask, Ask::Align(..)));
    answer(&mut app, id, Answer::Aligned(compare::align(&new(), &french)));
    shows(&app, &["A/RES/72/1 English · A/RES/72/1 French", "aligned ", "Sécurité des ports"]);
    let row = seen(&app).lines().find(|row| row.contains("Encourages")).map(str::to_owned);
    assert!(row.is_some_and(|row| row.contains("Encourage les")), "they stand in one row");
    // Of several the person chooses.
    let mut spanish = french.clone();
    spanish.language = Language::Spanish;
    let mut app = reader(vec![new(), french.clone(), spanish], WIDE);
    press(&mut app, "L");
    shows(&app, &["A/RES/72/1 in another language"]);
    // Another text in another language is none of this one, but may be named.
    french.head.symbol = Some(Symbol::new("A/RES/72/9"));
    let mut app = reader(vec![new(), french], WIDE);
    press(&mut app, "L");
    shows(&app, &["A/RES/72/1 in another language"]);
}

#[test]
fn the_text_of_what_is_chosen_stands_beside_the_catalogue() {
    let mut app = App::new(Document::default(), Size { columns: 120, rows: 30 });
    app.begin(Vec::new());
    let (id, _) = asked(&app.update(Message::BeginWithCatalogue));
    let effects = app.update(Message::Answered(id, Box::new(Answer::Catalogue(Arc::new(known())))));
    let (id, ask) = asked(&effects);
    let Ask::Preview(newest) = ask else { panic!("no text is asked for: {ask:?}") };
    assert!(newest.path.ends_with("A_RES_72_1-en.txt"), "{}", newest.path);
    let text = |preamble: &str, operative: &str| Beginning {
        passages: vec![
            found("A/RES/72/1", "PP1", preamble, "2017-12-24"),
            found("A/RES/72/1", "OP1", operative, "2017-12-24"),
        ],
        preamble: 1,
        left_out: 9,
    };
    let of_newest = text("Recalling its resolution", "Urges States to build lighthouses");
    answer(&mut app, id, Answer::Preview(newest.clone(), of_newest.clone()));
    insta::assert_snapshot!("catalogue_with_text", seen(&app));
    // Another one is asked for once; what comes too late is not shown.
    let (id, ask) = asked(&press(&mut app, "j"));
    let Ask::Preview(next) = ask else { panic!("no text is asked for: {ask:?}") };
    assert!(!seen(&app).contains("lighthouses"), "that is another text");
    answer(&mut app, id, Answer::Preview(newest, of_newest));
    assert!(!seen(&app).contains("lighthouses"), "that is another text");
    // Of a long preamble there is less, so that there is room for what is decided.
    let preamble = format!("{} rocks", "Noting the storms ".repeat(9));
    answer(&mut app, id, Answer::Preview(next, text(&preamble, "Invites pilots")));
    shows(&app, &["PP1  Noting the storms", "…", "OP1  Invites pilots"]);
    assert!(!seen(&app).contains("rocks"), "{}", seen(&app));
    assert_eq!(press(&mut app, "z"), [], "it is there");
    // Where there is no room nothing is asked.
    app.update(Message::Resize(Size { columns: 110, rows: 30 }));
    assert_eq!(press(&mut app, "j"), []);
}

#[test]
fn before_many_files_are_read_that_nobody_named_the_person_is_asked() {
    let mut app = reader(vec![new()], WIDE);
    let (id, _) = asked(&press(&mut app, "R"));
    answer(&mut app, id, Answer::Large(1204));
    shows(&app, &["1204 files in this folder and below it were never read. Enter reads them"]);
    assert_eq!(asked(&press(&mut app, "<Enter>")).1, Ask::ReadFolder);
    answer(&mut app, id, Answer::Progress { done: 1, all: 1204, left: None });
    shows(&app, &["reading 1 of 1204"]);
    answer(&mut app, id, Answer::CitedBy(Vec::new()));
    assert!(!seen(&app).contains("never read"), "it was");
    // In the list of documents there is no place for it: it is said.
    let mut app = reader(vec![new()], WIDE);
    let (id, _) = asked(&press(&mut app, "c"));
    answer(&mut app, id, Answer::Large(1204));
    shows(&app, &["Compare A/RES/72/1 with · 1204 files here not read, <C-p>"]);
}

#[test]
fn the_version_before_is_offered_first_and_opened_to_be_compared() {
    let mut app = reader(vec![new()], WIDE);
    let (id, ask) = asked(&press(&mut app, "c"));
    assert_eq!(ask, Ask::Catalogue);
    answer(&mut app, id, Answer::Catalogue(Arc::new(known())));
    shows(&app, &["A/RES/70/1", "the version before 2015"]);
    let effects = press(&mut app, "<Enter>");
    let [Effect::Open(id, Wanted::File(path))] = effects.as_slice() else {
        panic!("nothing is opened: {effects:?}");
    };
    assert!(path.ends_with("A_RES_70_1-en.txt"), "{path:?}");
    let effects = app.update(Message::Opened(*id, Box::new(opened(old()))));
    let is_compared = |effect: &Effect| matches!(effect, Effect::Ask(_, Ask::Compare(..)));
    assert!(effects.iter().any(is_compared), "{effects:?}");
    assert!(matches!(app.screen(), Screen::Pair(_)));
}

#[test]
fn the_margin_says_how_often_words_were_used() {
    let mut app = reader(vec![new()], WIDE);
    let effects = app.update(Message::Started);
    let (ask, document) = match effects.as_slice() {
        [Effect::Ask(_, Ask::Siblings(_)), Effect::Ask(id, Ask::UseCounts(document))] => {
            (*id, *document)
        }
        other => panic!("{other:?}"),
    };
    let op1 = support::place(app.document(), "OP1 [|]Encourages").passage;
    let counts = HashMap::from([(op1, UseCount { count: 14, since: 1998 })]);
    answer(&mut app, ask, Answer::UseCounts(document, counts));
    shows(&app, &["14× since 1998"]);
    press(&mut app, "gu");
    assert!(!seen(&app).contains("14×"));
    assert!(matches!(op1, Passage::Block(_)));
}

#[test]
fn commands_of_a_text_say_that_they_are_none_of_a_list() {
    let mut app = reader(vec![new()], WIDE);
    searched(&mut app);
    press(&mut app, "<Enter>h");
    shows(&app, &["highlight is for documents"]);
    press(&mut app, "q]c");
    shows(&app, &["next-change is for lists and comparisons"]);
}

#[test]
fn what_the_help_says_of_lists_and_comparisons_is_done_there() {
    for own in ELSEWHERE {
        let mut app = if own.group == "In lists" {
            let mut app = reader(vec![new()], WIDE);
            searched(&mut app);
            press(&mut app, "<Enter>");
            app
        } else {
            compared(WIDE)
        };
        let key = Keymap::default().key_of(own.command).expect("a key");
        press(&mut app, &key);
        assert!(!seen(&app).contains(" is for "), "{key}: {}", own.doc);
    }
}

#[test]
fn going_back_leads_out_of_a_document_to_the_list_and_forward_into_it_again() {
    let mut app = reader(vec![new()], WIDE);
    press(&mut app, "2G");
    let began_at = app.place();
    searched(&mut app);
    let effects = press(&mut app, "<Enter><Enter>");
    let [Effect::Open(id, _)] = effects.as_slice() else { panic!("nothing is opened") };
    app.update(Message::Opened(*id, Box::new(opened(old()))));
    // A jump within the document is gone back first, then the list is seen, then where the search began.
    let opened_at = app.place();
    press(&mut app, "G<C-o>");
    assert_eq!(app.place(), opened_at);
    press(&mut app, "<C-o>");
    shows(&app, &["2 passages in 2 texts"]);
    press(&mut app, "<C-o>");
    assert!(matches!(app.screen(), Screen::Reading(_)));
    assert_eq!((app.reader().called().as_str(), app.place()), ("A/RES/72/1", began_at));
    // And the same way forward.
    press(&mut app, "<C-i>");
    shows(&app, &["2 passages in 2 texts"]);
    press(&mut app, "<C-i>");
    assert_eq!((app.reader().called().as_str(), app.place()), ("A/RES/70/1", opened_at));
    press(&mut app, "<C-o><C-o><C-o><C-o>");
    shows(&app, &["this is where you began"]);
    assert_eq!(app.reader().called(), "A/RES/72/1");
}

#[test]
fn what_is_left_with_q_is_reached_again_by_going_forward_until_another_way_is_gone() {
    let mut app = reader(vec![new()], WIDE);
    searched(&mut app);
    press(&mut app, "<Enter>q");
    assert!(matches!(app.screen(), Screen::Reading(_)));
    press(&mut app, "<C-i>");
    shows(&app, &["2 passages in 2 texts"]);
    press(&mut app, "q");
    press(&mut app, "R");
    press(&mut app, "q<C-i>");
    shows(&app, &["Who cites A/RES/72/1"]);
    press(&mut app, "q<C-i>q<C-i><C-i>");
    shows(&app, &["this is the last place you jumped to"]);
}

#[test]
fn a_search_is_narrowed_by_what_stands_beside_it() {
    let mut app = reader(vec![new()], WIDE);
    searched(&mut app);
    press(&mut app, "<Enter><Tab>");
    insta::assert_snapshot!("narrowing", seen(&app));
    let (_, ask) = asked(&press(&mut app, "j<Enter>"));
    assert_eq!(ask, Ask::Find("harbours verb:urges year:2010..2019".into()));
    // Where there is no room beside the list, what narrows it takes its place.
    let mut app = reader(vec![new()], NARROW);
    searched(&mut app);
    press(&mut app, "<Enter><Tab>");
    shows(&app, &["organ", "2010s", "operative"]);
    press(&mut app, "<Tab>");
    shows(&app, &["Urges States to keep their"]);
    let (_, ask) = asked(&press(&mut app, "<Tab>jj<Enter>"));
    assert_eq!(ask, Ask::Find("harbours verb:urges in:operative".into()));
}

#[test]
fn searches_are_offered_again_and_kept() {
    let mut app = reader(vec![new()], WIDE);
    searched(&mut app);
    press(&mut app, "<Enter>m");
    shows(&app, &["kept: harbours verb:urges"]);
    press(&mut app, "qslighthouses<Enter>qs");
    shows(&app, &["Kept", "harbours verb:urges", "Last searches", "lighthouses"]);
    let (_, ask) = asked(&press(&mut app, "<Down><Enter>"));
    assert_eq!(ask, Ask::Find("lighthouses".into()));
    press(&mut app, "qs<Esc>x");
    shows(&app, &["forgotten: harbours verb:urges"]);
    assert_eq!(app.library_searches().kept, Vec::<String>::new());
    assert_eq!(app.library_searches().last, ["lighthouses"]);
}

#[test]
fn tags_of_the_library_lead_to_their_paragraphs() {
    let mut app = App::new(Document::default(), WIDE);
    app.begin(Vec::new());
    asked(&app.update(Message::BeginWithCatalogue));
    let (id, ask) = asked(&press(&mut app, "T"));
    assert_eq!(ask, Ask::Tags);
    let count = |tag: &str, passages| TagCount { tag: tag.into(), passages, files: 2 };
    answer(&mut app, id, Answer::Tags(vec![count("mandate", 9), count("mandate/report", 4)]));
    shows(&app, &["Tags of the library", "9  mandate", "4    mandate/report", "in 2 texts"]);
    let (_, ask) = asked(&press(&mut app, "j<Enter>"));
    assert_eq!(ask, Ask::Find("tag:mandate/report".into()));
    shows(&app, &["> tag:mandate/report"]);
    press(&mut app, "q");
    shows(&app, &["Tags of the library"]);
}

#[test]
fn a_series_is_listed_and_compared_with_what_is_read() {
    let mut app = reader(vec![old(), new()], WIDE);
    press(&mut app, "]b");
    let (id, ask) = asked(&press(&mut app, "gs"));
    assert_eq!(ask, Ask::Series(Symbol::new("A/RES/72/1")));
    let entries = known().entries.iter().skip(1).cloned().collect();
    answer(&mut app, id, Answer::Series(entries));
    shows(&app, &["Series of A/RES/72/1", "2 texts since 2015", "2017  A/RES/72/1", "this"]);
    let effects = press(&mut app, "c");
    let [Effect::Open(_, Wanted::File(file))] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(file.ends_with("A_RES_70_1-en.txt"), "{file:?}");
}

/// The older text with an annotation on its first operative paragraph.
fn annotated(entries: Vec<AnnotationEntry>) -> OpenedDocument {
    OpenedDocument { entries, ..opened(old()) }
}

fn entries_of(app: &App, called: &str) -> Vec<AnnotationEntry> {
    let reader = app.readers().iter().find(|reader| reader.called() == called).expect("open");
    reader.entries().to_vec()
}

/// Both texts side by side, the older one with a tag and a note.
pub(crate) fn compared_with_annotations(size: Size) -> App {
    let mut app = reader(vec![old(), new()], size);
    press(&mut app, "1Gtmandate/harbours<Enter><Esc>aAsk the port.<Esc>");
    press(&mut app, "]bc<Enter>");
    let ids = app.readers().iter().map(|reader| reader.id()).collect::<Vec<_>>();
    assert!(matches!(app.screen(), Screen::Pair(_)), "{ids:?}");
    app
}

#[test]
fn annotations_of_the_older_text_are_brought_over_set_apart_taken_and_refused() {
    let mut app = compared_with_annotations(WIDE);
    let effects = press(&mut app, "gc");
    assert!(matches!(effects.as_slice(), [Effect::Save(_)]), "{effects:?}");
    shows(&app, &["1 annotation brought onto A/RES/72/1, to be reviewed there"]);
    press(&mut app, "gc");
    shows(&app, &["nothing new to bring over; 1 there already, or refused before"]);
    press(&mut app, "q1G");
    assert_eq!(app.reader().called(), "A/RES/72/1");
    shows(&app, &["↳ #mandate/harbours  Ask the port. · from", "= take", "x refuse"]);
    // Not yet the person's own: T knows no tag of it.
    press(&mut app, "T");
    shows(&app, &["nothing in this document has a tag yet"]);
    press(&mut app, "A");
    shows(&app, &["review"]);
    press(&mut app, "<Esc>=");
    shows(&app, &["taken as your own", "#mandate/harbours"]);
    let taken = entries_of(&app, "A/RES/72/1");
    let [AnnotationEntry::Annotation(own)] = taken.as_slice() else { panic!("{taken:?}") };
    assert!(!own.is_unreviewed() && own.inherited.is_some());
}

#[test]
fn what_was_refused_is_not_brought_over_again() {
    let mut app = compared_with_annotations(WIDE);
    press(&mut app, "gcqgX");
    shows(&app, &["1 annotation refused"]);
    assert_eq!(entries_of(&app, "A/RES/72/1"), []);
    press(&mut app, "<C-i>gc");
    shows(&app, &["nothing new to bring over; 1 there already, or refused before"]);
    let mut app = compared_with_annotations(WIDE);
    press(&mut app, "gcqg=");
    shows(&app, &["1 annotation taken as your own"]);
    press(&mut app, "g=");
    shows(&app, &["no annotation is to be reviewed"]);
}

#[test]
fn what_the_file_says_was_refused_is_not_brought_over() {
    let mut app = reader(vec![], WIDE);
    for document in [opened(old()), opened(new())] {
        let id = app.take_id();
        let refused = vec![("A/RES/70/1".to_owned(), "another".to_owned())];
        app.add(id, OpenedDocument { refused, ..document });
    }
    app.begin(Vec::new());
    press(&mut app, "1Gtduty<Enter><Esc>");
    let AnnotationEntry::Annotation(own) = entries_of(&app, "A/RES/70/1").remove(0) else {
        panic!("a bookmark")
    };
    let mut app = reader(vec![], WIDE);
    let refused = vec![("A/RES/70/1".to_owned(), own.id.clone())];
    let id = app.take_id();
    app.add(id, annotated(vec![AnnotationEntry::Annotation(own)]));
    let id = app.take_id();
    app.add(id, OpenedDocument { refused, ..opened(new()) });
    app.begin(Vec::new());
    press(&mut app, "c<Enter>gc");
    shows(&app, &["nothing new to bring over; 1 there already, or refused before"]);
}

#[test]
fn a_comparison_is_written_to_the_file_that_is_named() {
    let mut app = compared_with_annotations(WIDE);
    press(&mut app, "gw");
    shows(&app, &["write to: /library/A_RES_70_1-to-A_RES_72_1.docx"]);
    let effects = press(&mut app, "<C-u>/elsewhere/changes.html<Enter>");
    let [Effect::WriteComparison(a, b, path)] = effects.as_slice() else { panic!("{effects:?}") };
    let called = |id| app.reader_of(id).map(|reader| reader.called());
    assert_eq!(called(*a).as_deref(), Some("A/RES/70/1"));
    assert_eq!(called(*b).as_deref(), Some("A/RES/72/1"));
    assert_eq!(path.to_str(), Some("/elsewhere/changes.html"));
    assert_eq!(press(&mut app, "gw<Esc>"), []);
    assert!(app.dialog().is_none());
}

/// Two mandates of a library.
fn ledger() -> LedgerPage {
    let row = |symbol: &str, year, who: &str, words: &str| LedgerRow {
        file: format!("/library/{}.txt", symbol.replace('/', "_")),
        symbol: Some(symbol.into()),
        cite: "OP2".into(),
        act: "request".into(),
        who: who.into(),
        what: "report".into(),
        year,
        words: words.into(),
        repeats: year.map(|_| (5, Some(2009))),
        twin: year.map(|_| "A/RES/72/9".to_owned()),
        marks: year.map(|_| "#mine".to_owned()).into_iter().collect(),
        ..LedgerRow::default()
    };
    LedgerPage {
        rows: vec![
            row("A/RES/72/1", Some(2018), "Secretary-General", "to submit a report on harbours"),
            row("A/RES/70/1", None, "Member States", "to report on their harbours"),
        ],
        all: 2,
        years: [(2018, 1)].into(),
        who: vec![("Member States".into(), 1), ("Secretary-General".into(), 1)],
        what: [("report".to_owned(), 2)].into(),
        marks: [("mine".to_owned(), 1)].into(),
    }
}

#[test]
fn the_ledger_of_the_library_is_narrowed_sorted_and_opened() {
    let mut app = reader(vec![new()], WIDE);
    press(&mut app, "D");
    shows(&app, &["Mandates of A/RES/72/1", "D of the whole library"]);
    let (id, ask) = asked(&press(&mut app, "D"));
    assert_eq!(ask, Ask::Ledger(String::new(), LedgerOrder::Latest));
    answer(&mut app, id, Answer::Ledger(ledger()));
    insta::assert_snapshot!("library_ledger", seen(&app));
    let (_, ask) = asked(&press(&mut app, "<Tab><Enter>"));
    assert_eq!(ask, Ask::Ledger("who:\"Member States\"".into(), LedgerOrder::Latest));
    let (_, ask) = asked(&press(&mut app, "S"));
    assert_eq!(ask, Ask::Ledger("who:\"Member States\"".into(), LedgerOrder::Earliest));
    shows(&app, &["sorted earliest due first"]);
    let effects = press(&mut app, "<Enter>");
    let [Effect::Open(_, Wanted::Passage { cite, .. })] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    assert_eq!(*cite, Some(support::named("OP2")));
}

#[test]
fn what_is_marked_in_the_library_is_opened_and_the_list_stays() {
    let mut app = reader(vec![new()], WIDE);
    press(&mut app, "D");
    let (id, _) = asked(&press(&mut app, "D"));
    answer(&mut app, id, Answer::Ledger(ledger()));
    let effects = press(&mut app, "jt");
    let [Effect::Open(id, Wanted::Passage { .. })] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    app.update(Message::Opened(*id, Box::new(opened(old()))));
    shows(&app, &["Mandates of the library", "mandate/done", "mandate/mine", "mandate/wrong"]);
    let effects = press(&mut app, "<Enter>");
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Save(_))), "{effects:?}");
    shows(&app, &["Mandates of the library", "mandate/done"]);
    let tags: Vec<_> = app.reader().annotations().list().own_tags().into_iter().collect();
    assert_eq!(tags, [("mandate/done", 1)]);
}

#[test]
fn what_changes_in_the_folders_is_asked_for_once_the_library_is_known() {
    let mut app = App::new(Document::default(), WIDE);
    app.begin(Vec::new());
    assert_eq!(app.update(Message::LibraryChanged), [], "nobody has asked for it yet");
    let (id, _) = asked(&app.update(Message::BeginWithCatalogue));
    let mut fewer = known();
    Arc::make_mut(&mut fewer.entries).pop();
    answer(&mut app, id, Answer::Catalogue(Arc::new(fewer)));
    shows(&app, &["2 texts"]);
    press(&mut app, "j");
    let (id, ask) = asked(&app.update(Message::LibraryChanged));
    assert_eq!(ask, Ask::Refresh);
    answer(&mut app, id, Answer::Catalogue(Arc::new(known())));
    shows(&app, &["3 texts", "A/RES/72/1", "3 of 3"]);
    // Where the resolutions are those of before, what else became known is taken in, and the cursor stays.
    let (id, _) = asked(&app.update(Message::LibraryChanged));
    let read = Known { unread: Vec::new(), ..known() };
    let shared = Known { entries: Arc::clone(&read.entries), ..read.clone() };
    answer(&mut app, id, Answer::Catalogue(Arc::new(read)));
    let (id, _) = asked(&app.update(Message::LibraryChanged));
    let gone = ("/library/scan.pdf".to_owned(), "it is gone".to_owned());
    answer(&mut app, id, Answer::Catalogue(Arc::new(Known { unread: vec![gone], ..shared })));
    shows(&app, &["3 texts", "3 of 3", "what could not be read"]);
}

#[test]
fn jumps_before_a_list_was_opened_are_gone_back_after_it() {
    let mut app = reader(vec![new(), old()], WIDE);
    searched(&mut app);
    // A document out of a list, a jump in it, and another document out of a list upon it.
    for (jump, opens, of) in [("3G", "<Enter><Enter>", old()), ("4G", "", new())] {
        let effects = match opens {
            "" => {
                searched(&mut app);
                press(&mut app, "<Enter>j<Enter>")
            }
            opens => press(&mut app, opens),
        };
        let [Effect::Open(id, _)] = effects.as_slice() else { panic!("nothing is opened") };
        app.update(Message::Opened(*id, Box::new(opened(of))));
        press(&mut app, jump);
    }
    assert_eq!(app.reader().called(), "A/RES/72/1");
    let here = |app: &App| app.place().map(|p| app.document().cite(p.passage).to_string());
    press(&mut app, "<C-o><C-o>");
    shows(&app, &["2 passages in 2 texts"]);
    let place = |app: &App| (app.reader().called(), here(app).unwrap_or_default());
    press(&mut app, "<C-o>");
    assert_eq!(place(&app), ("A/RES/70/1".to_owned(), "OP3".to_owned()));
    press(&mut app, "<C-o>");
    assert_eq!(place(&app), ("A/RES/70/1".to_owned(), "OP1".to_owned()));
    press(&mut app, "<C-i><C-i><C-i>");
    assert_eq!(app.reader().called(), "A/RES/72/1", "and forward again");
}

#[test]
fn other_versions_say_how_near_they_are() {
    let mut known = known();
    let older = entry("A/RES/68/1", "2013-12-05", "Safety of harbours", &[Language::English]);
    Arc::make_mut(&mut known.entries).insert(1, older);
    let mut app = reader(vec![new()], WIDE);
    let (id, _) = asked(&press(&mut app, "c"));
    answer(&mut app, id, Answer::Catalogue(Arc::new(known)));
    shows(&app, &["the version before 2015", "same title 2013"]);
}

#[test]
fn a_file_may_be_named_where_a_document_is_chosen_and_a_symbol_is_none() {
    let mut app = reader(vec![new()], WIDE);
    press(&mut app, "odrafts/new.txt");
    shows(&app, &["this file"]);
    press(&mut app, "<Esc>oA/RES/72/1");
    assert!(!seen(&app).contains("this file"), "{}", seen(&app));
}
