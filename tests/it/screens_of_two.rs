//! Two texts side by side: which kinds of changes are shown, what was written on either, one paragraph through the
//! sessions, what other files of a resolution bring along. Keys go in; what is asked and what is seen come out.

use seized::{
    annotations::{Annotation, Entry, Inherited},
    app::{
        App, Effect, Message, Mouse, MouseAction, Wanted,
        panes::arrange::Size,
        screens::history::Version,
        screens::library::{Answer, Ask},
    },
    carry::{Bearer, carry},
    compare,
    document::{Cite, Document, Language, Passage},
    library::Agreed,
};

use crate::screens_of_many::{
    NARROW, WIDE, answer, asked, compared, compared_with_annotations, document, entry, found, new,
    old, opened, press, reader, seen, shows,
};

#[test]
fn kinds_of_changes_are_shown_one_by_one() {
    let mut app = compared(WIDE);
    press(&mut app, "gk");
    shows(&app, &["Show", "verb", "technical", "new", "dates, sessions, numbers"]);
    assert!(!seen(&app).contains("split"), "there is none");
    press(&mut app, "new<Enter>");
    shows(&app, &["shown: new", "only new ·", "Welcomes the lighthouses", "1 verb"]);
    assert!(!seen(&app).contains("Encourages"), "the verb is folded:\n{}", seen(&app));
    press(&mut app, "gktech<Tab>");
    shows(&app, &["shown: technical, new"]);
    press(&mut app, "<Esc>");
    shows(&app, &["seventy-first", "Welcomes the lighthouses"]);
    press(&mut app, "gkevery<Enter>");
    shows(&app, &["everything is shown", "Decides to remain seized"]);
}

/// The line that says where the cursor is.
fn place(app: &mut App) -> String {
    let seen = seen(app);
    let last = seen.lines().last().unwrap_or_default();
    last.split("  ").find(|words| !words.is_empty()).unwrap_or_default().trim().to_owned()
}

#[test]
fn a_number_goes_to_the_paragraph_of_the_side_with_the_cursor_also_where_it_is_folded() {
    let mut app = compared(WIDE);
    press(&mut app, "2G");
    assert_eq!(place(&mut app), "OP2");
    // Folded on both sides: shown, and the other folded one stays folded.
    press(&mut app, "3G");
    assert_eq!(place(&mut app), "OP2 → OP3");
    shows(&app, &["seventy-third", "1 paragraph"]);
    // In the older text paragraph 2 is the report.
    press(&mut app, "gg<Tab>2G");
    shows(&app, &["seventy-first"]);
    assert_eq!(place(&mut app), "OP2 → OP3");
    press(&mut app, "9G");
    shows(&app, &["there is no paragraph 9 in A/RES/70/1"]);
    press(&mut app, "G");
    assert!(seen(&app).contains("1 paragraph"), "without a number the end:\n{}", seen(&app));
}

#[test]
fn a_place_that_is_typed_is_gone_to_in_the_comparison_and_not_below_it() {
    let mut app = compared(WIDE);
    press(&mut app, ":OP4<Enter>");
    assert_eq!(place(&mut app), "OP3 → OP4");
    shows(&app, &["Decides to remain seized"]);
    press(&mut app, ":0%<Enter>");
    assert_ne!(place(&mut app), "OP3 → OP4");
    assert!(matches!(app.screen(), seized::app::Screen::Pair(_)));
}

#[test]
fn what_kinds_are_stands_in_one_column_on_the_smallest_screen() {
    let mut app = compared(WIDE);
    app.update(Message::Resize(NARROW));
    press(&mut app, "gk");
    let seen = seen(&app);
    let column = |words: &str| {
        let row = seen.lines().find(|row| row.contains(words));
        row.and_then(|row| row.split(words).next()).map(|before| before.chars().count())
    };
    assert!(column("all changes").is_some(), "{seen}");
    assert_eq!(column("all paragraphs"), column("all changes"), "{seen}");
    assert_eq!(column("more than dates"), column("all changes"), "{seen}");
}

#[test]
fn what_was_written_on_a_text_is_seen_beside_the_other() {
    let mut app = compared_with_annotations(WIDE);
    let ask = Ask::Compare(app.readers()[0].id(), app.readers()[1].id());
    assert!(matches!(ask, Ask::Compare(..)));
    // The pairs are there once they are answered; until then nothing is said of them.
    let id = match app.screen() {
        seized::app::Screen::Pair(_) => last_asked(&mut app),
        other => panic!("{other:?}"),
    };
    answer(&mut app, id, Answer::Compared(compare::compare(&old(), &new())));
    shows(
        &app,
        &[
            "#mandate/harbours",
            "#mandate/harbours · A/RES/70/1",
            "Ask the port.",
            "Ask the port. · A/RES/70/1",
        ],
    );
    // Once brought over it is the other text's, and not said twice.
    press(&mut app, "gc");
    shows(&app, &["↳ #mandate/harbours"]);
    assert!(!seen(&app).contains("Ask the port. · A/RES/70/1\n"), "{}", seen(&app));
    let effects = press(&mut app, "]caAlso here.<Esc>");
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Save(_))), "{effects:?}");
    shows(&app, &["Also here."]);
    assert!(!seen(&app).contains("Also here. ·"), "what is new has no counterpart");
    press(&mut app, "q");
    assert_eq!(app.reader().called(), "A/RES/72/1", "what was read is read again");
}

/// The comparison asked for last.
fn last_asked(app: &mut App) -> seized::app::screens::library::AskId {
    press(app, "q");
    let (id, _) = asked(&press(app, "c<Enter>"));
    id
}

fn french() -> Document {
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
    french
}

#[test]
fn what_was_written_on_a_language_is_seen_beside_the_other_with_its_name() {
    let mut app = reader(vec![new(), french()], WIDE);
    let (id, _) = asked(&press(&mut app, "1Gtmandate/harbours<Enter><Esc>L"));
    answer(&mut app, id, Answer::Aligned(compare::align(&new(), &french())));
    shows(&app, &["#mandate/harbours · English"]);
    app.update(Message::Resize(Size { columns: 60, rows: 24 }));
    shows(&app, &["Encourages States", "Encourage les", "#mandate/harbours · English"]);
}

fn arabic() -> Document {
    const ARABIC: &str = "
    = 72/1. أمن الموانئ
    ~ إن الجمعية العامة،
    PP إذ تشير إلى قرارها 70/1 المؤرخ 5 كانون الأول/ديسمبر 2015،
    OP تشجع الدول على كفالة أمن موانئها؛
    OP ترحب ببناء المنارات؛
    OP تطلب إلى الأمين العام أن يقدم إليها تقريرا في دورتها الثالثة والسبعين؛
    OP تقرر أن تبقي المسألة قيد نظرها.
    ";
    let mut arabic = document(ARABIC, "A/RES/72/1", "2017-12-24");
    arabic.language = Language::Arabic;
    arabic
}

#[test]
fn what_arabic_paragraphs_are_called_stands_at_their_right() {
    let is_arabic = |c: char| ('\u{600}'..'\u{700}').contains(&c);
    let mut app = reader(vec![new(), arabic()], WIDE);
    let (id, _) = asked(&press(&mut app, "1GL"));
    answer(&mut app, id, Answer::Aligned(compare::align(&new(), &arabic())));
    let row_of = |seen: &str, label: &str| {
        let is_meant = |row: &&str| row.contains(label) && row.contains(is_arabic);
        seen.lines().find(is_meant).map(str::to_owned).unwrap_or_else(|| panic!("{label}:\n{seen}"))
    };
    for label in ["PP1", "OP2", "OP4"] {
        let row = row_of(&seen(&app), label);
        let (before, behind) = row.rsplit_once(label).expect("it is there");
        assert!(
            row.trim_start_matches([' ', '▎']).starts_with(label),
            "English from the left: {row}"
        );
        assert!(before.contains(is_arabic) && !behind.contains(is_arabic), "{row}");
        assert!(before.ends_with(' '), "words and label are apart: {row}");
    }
    app.update(Message::Resize(Size { columns: 60, rows: 24 }));
    let row = row_of(&seen(&app), "OP2");
    assert!(row.trim_end_matches(|c: char| !c.is_ascii()).trim_end().ends_with("OP2"), "{row}");
}

fn versions() -> Vec<Version> {
    let version = |called: &str, year: &str, is_own: bool| Version {
        called: called.into(),
        year: year.into(),
        cite: "OP1".into(),
        wanted: Wanted::Passage {
            file: format!("/library/{}.txt", called.replace('/', "_")).into(),
            symbol: None,
            cite: Cite::read("OP1"),
        },
        is_own,
    };
    vec![version("A/RES/70/1", "2015", false), version("A/RES/72/1", "2017", true)]
}

#[test]
fn a_paragraph_is_listed_through_the_sessions_with_its_phrases() {
    let mut app = reader(vec![new()], WIDE);
    let (id, ask) = asked(&press(&mut app, "1Ggp"));
    let Ask::History { symbol, passage, .. } = ask else { panic!("{ask:?}") };
    assert_eq!(symbol.as_str(), "A/RES/72/1");
    shows(&app, &["OP1 of A/RES/72/1 through the sessions", "searching …"]);
    let found = compare::history(&[&old(), &new()], 1, passage);
    answer(&mut app, id, Answer::History(versions(), found));
    shows(
        &app,
        &[
            "in 2 of 2 texts",
            "2015",
            "first",
            "[-Urges-]{+Encourages+} States to keep",
            "verb",
            "this",
            "When each phrase came and went",
            "2015–2017",
            "Urges",
            "there still",
            "1 of 5",
        ],
    );
    // The heading is none of the five.
    press(&mut app, "ggjj");
    shows(&app, &["3 of 5"]);
    let effects = press(&mut app, "gg<Enter>");
    let [Effect::Open(_, Wanted::Passage { file, .. })] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    assert!(file.ends_with("A_RES_70_1.txt"), "{file:?}");
}

#[test]
fn a_paragraph_of_a_comparison_is_followed_on_the_side_with_the_cursor() {
    let mut app = compared(WIDE);
    let (_, ask) = asked(&press(&mut app, "gg<Tab>]cgp"));
    let Ask::History { symbol, .. } = ask else { panic!("{ask:?}") };
    assert_eq!(symbol.as_str(), "A/RES/70/1");
    press(&mut app, "q");
    assert!(matches!(app.screen(), seized::app::Screen::Pair(_)));
}

/// What was written on the French text, where it stands in the English one.
fn brought() -> Vec<Annotation> {
    let mut there = reader(vec![french()], WIDE);
    press(&mut there, "2Gtphares<Enter><Esc>aÀ suivre.<Esc>");
    let entries: Vec<Entry> = there.entries().to_vec();
    let (french, english) = (french(), new());
    let from = Bearer { document: &french, file: "A_RES_72_1-fr.txt", entries: &entries };
    let onto = Bearer { document: &english, file: "A_RES_72_1.txt", entries: &[] };
    carry(from, onto, &[], "").annotations
}

/// The English text with what was written on the French one.
fn with_sibling(brought: Vec<Annotation>) -> App {
    let mut app = reader(vec![], WIDE);
    let id = app.take_id();
    app.add(id, opened(new()));
    app.begin(Vec::new());
    let effects = app.update(Message::Started);
    let asked = effects.iter().find_map(|effect| match effect {
        Effect::Ask(ask, Ask::Siblings(of)) => Some((*ask, *of)),
        _ => None,
    });
    let (ask, of) = asked.expect("other files are asked for");
    answer(&mut app, ask, Answer::Siblings { of, annotations: brought, folders: Vec::new() });
    app
}

#[test]
fn annotations_of_another_file_are_shown_dim_and_are_nobodys_until_taken() {
    let mut app = with_sibling(brought());
    shows(&app, &["↳ #phares  À suivre. · in A_RES_72_1-fr.txt"]);
    assert_eq!(app.entries(), [], "nothing is the person's own");
    press(&mut app, "T");
    shows(&app, &["nothing in this document has a tag yet"]);
    let effects = press(&mut app, "2G=");
    assert!(matches!(effects.as_slice(), [Effect::Save(_)]), "{effects:?}");
    shows(&app, &["taken over from A_RES_72_1-fr.txt", "#phares"]);
    let [Entry::Annotation(own)] = app.entries() else { panic!("{:?}", app.entries()) };
    assert!(own.inherited.as_ref().is_some_and(|from| from.is_reviewed), "{own:?}");
    assert!(own.at.quote.is_none(), "words have no place in another language");
    assert!(!seen(&app).contains("· in A_RES_72_1-fr.txt"), "it is not shown twice");
    press(&mut app, "U");
    shows(&app, &["↳ #phares  À suivre. · in A_RES_72_1-fr.txt"]);
    assert_eq!(app.entries(), []);
}

#[test]
fn an_annotation_of_another_file_that_is_refused_is_not_shown_again() {
    let brought = brought();
    let mut app = with_sibling(brought.clone());
    let effects = press(&mut app, "2Gx");
    assert!(matches!(effects.as_slice(), [Effect::Save(_)]), "{effects:?}");
    shows(&app, &["refused; it stays in A_RES_72_1-fr.txt"]);
    assert!(!seen(&app).contains("À suivre."));
    let refused: Vec<(String, String)> =
        brought.iter().filter_map(|own| own.inherited.as_ref().map(Inherited::key)).collect();
    assert_eq!(app.reader().refused(), refused);
    let mut app = with_sibling(brought);
    press(&mut app, "g=");
    shows(&app, &["1 annotation taken as your own"]);
    assert_eq!(app.entries().len(), 1);
}

#[test]
fn a_paragraph_stands_for_its_translation() {
    let places: Vec<Passage> = compare::align(&new(), &french())
        .pairs
        .into_iter()
        .filter_map(|(left, right)| (left.len() == 1).then(|| right.first().copied()).flatten())
        .collect();
    assert_eq!(places.len(), french().passages().count(), "all have a counterpart");
}

#[test]
fn the_wheel_scrolls_two_texts_there_and_back() {
    let mut app = compared(Size { columns: 120, rows: 15 });
    press(&mut app, "gkevery<Enter>gg");
    let before = seen(&app);
    let wheel = |app: &mut App, action| {
        app.update(Message::Mouse(Mouse { action, column: 10, row: 5 }));
        seen(app)
    };
    assert_ne!(wheel(&mut app, MouseAction::WheelDown), before);
    wheel(&mut app, MouseAction::WheelUp);
    assert_eq!(wheel(&mut app, MouseAction::WheelUp), before);
}

#[test]
fn a_paragraph_that_only_the_other_text_has_is_followed_there() {
    let mut app = compared(WIDE);
    let (_, ask) = asked(&press(&mut app, "gg<Tab>]c]c]cgp"));
    let Ask::History { symbol, passage, .. } = ask else { panic!("{ask:?}") };
    assert_eq!(symbol.as_str(), "A/RES/72/1", "the older text has no lighthouses");
    assert!(new().text(passage).contains("lighthouses"), "{}", new().text(passage));
}

#[test]
fn of_a_use_of_a_part_the_part_is_shown() {
    let mut app = reader(vec![new()], WIDE);
    let (id, _) = asked(&press(&mut app, "1Gu"));
    let far = "Recalls much that was said before, and what many have said of it since; ".repeat(12);
    let long = format!("{far}keep their harbours safe for all ships that come to them");
    let within = Some(far.len()..long.len());
    let agreed = |symbol: &str, text: &str, likeness: f64, within| Agreed {
        found: found(symbol, "OP1", text, "2015-12-05"),
        likeness,
        within,
        edits: Vec::new(),
    };
    let like = "Encourages States to keep their harbours safe";
    let uses = vec![
        agreed("A/RES/68/1", like, 0.9, None),
        agreed("A/RES/69/1", &long, 0.2, within.clone()),
        agreed("A/RES/70/1", like, 1.0, None),
        agreed("A/RES/71/1", like, 0.8, within),
    ];
    answer(&mut app, id, Answer::Uses(uses));
    shows(&app, &["OP1  first", "OP1  part", "OP1  same", "OP1  .80", like]);
    shows(&app, &["safe for all ships that come to them"]);
}

#[test]
fn a_resolution_of_a_file_of_several_is_opened_at_its_place() {
    let mut app = reader(vec![old(), new()], WIDE);
    let (id, _) = asked(&press(&mut app, "]bgs"));
    let own = |symbol: &str, part: usize| {
        let mut own = entry(symbol, "2015-12-05", "Safety of harbours", &[Language::English]);
        own.editions[0].part = part;
        own
    };
    answer(&mut app, id, Answer::Series(vec![own("A/RES/70/1", 0), own("A/RES/70/2", 1)]));
    let opens = |app: &mut App, keys: &str| match press(app, keys).as_slice() {
        [Effect::Open(_, Wanted::Passage { symbol, cite: None, .. })] => symbol.clone(),
        other => panic!("{other:?}"),
    };
    let mut first = opens(&mut app, "gg<Enter>");
    assert_eq!(first.take(), None, "a file of one is opened at its beginning");
    let (id, _) = asked(&press(&mut app, "gs"));
    answer(&mut app, id, Answer::Series(vec![own("A/RES/70/1", 0), own("A/RES/70/2", 1)]));
    let second = opens(&mut app, "G<Enter>");
    assert_eq!(second.map(|symbol| symbol.to_string()).as_deref(), Some("A/RES/70/2"));
}

#[test]
fn a_list_turns_pages_there_and_back() {
    let mut app = reader(vec![new()], WIDE);
    let (id, _) = asked(&press(&mut app, "1Gu"));
    let uses = (1..=30).map(|n| Agreed {
        found: found(&format!("A/RES/{n}/1"), "OP1", "Encourages States to keep", "2015-12-05"),
        likeness: 0.9,
        within: None,
        edits: Vec::new(),
    });
    answer(&mut app, id, Answer::Uses(uses.collect()));
    let opens = |app: &mut App| match press(app, "<Enter>").as_slice() {
        [Effect::Open(_, Wanted::Passage { file, .. })] => file.display().to_string(),
        other => panic!("{other:?}"),
    };
    press(&mut app, "G<PgUp><PgUp><PgUp><PgUp>");
    assert_eq!(opens(&mut app), "/library/A_RES_1_1.txt");
}
