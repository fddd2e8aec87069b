//! Citations as the United Nations writes them, from passages and back: what is copied, and every name
//! that is shown, leads to the place it came from.

use proptest::{prelude::*, sample::Index, test_runner::FileFailurePersistence};
use seized::{
    document::{Cite, Document, Passage, Unfound},
    manuscript::Manuscript,
    parse, source,
};

use crate::support;

/// A resolution in two lettered parts.
const PARTS: &str = "\
General Assembly
Seventy-fourth session
Agenda item 134

Resolution adopted by the General Assembly on 27 December 2019

74/264. Programme budget for 2020

A
Budget appropriations for 2020

The General Assembly,

Recalling its resolution 72/266 A of 24 December 2017,

Resolves that, for the year 2020:

1. Appropriations totalling 3,073,830,500 United States dollars are hereby approved;

2. The Secretary-General shall be authorized to transfer credits;

3. An amount of 75,000 dollars is appropriated.

52nd plenary meeting
27 December 2019

B
Income estimates for 2020

The General Assembly,

Noting the estimates,

1. Resolves that estimates of income are approved;

2. Decides that the income shall be credited:

(a) To the Tax Equalization Fund;

(b) To other funds;

3. Requests a report.

52nd plenary meeting
27 December 2019
";

/// One whose sections number anew, with two annexes.
const SECTIONS: &str = "\
United Nations A/RES/72/73
General Assembly
Seventy-second session

Resolution adopted by the General Assembly on 5 December 2017

72/73. Oceans and the law of the sea

The General Assembly,

Recalling its annual resolutions,

Emphasizing the universal character of the Convention,

I
Implementation of the Convention

1. Reaffirms its annual resolutions;

2. Recognizes the vital role of the Division;

II
Capacity-building

1. Emphasizes that capacity-building is essential:

(a) By training;

(b) By transfer;

(c) By assistance:

(i) To States;

(ii) To others;

2. Encourages States to help;

3. Calls upon donors to give.

64th plenary meeting
5 December 2017

Annex I
Guidelines for the use of it

The following is agreed upon by all of the States Members.

1. These guidelines apply to all.

2. They are voluntary:

(a) For States;

(b) For others.

3. They enter into force at once.

Annex II
Terms of reference

1. The group meets each year.

2. It reports to the Assembly.
";

/// One whose only operative paragraph has no number.
const UNNUMBERED: &str = "\
General Assembly
Seventy-second session
Agenda item 3

Resolution adopted by the General Assembly on 6 December 2017

72/10. Credentials of representatives

The General Assembly,

Having considered the report of the Credentials Committee,

Approves the report of the Credentials Committee.1

60th plenary meeting
6 December 2017

1 A/72/601.
";

/// Two resolutions in one file, each with its footnote 1.
const SEVERAL: &str = "\
46/122. Extreme poverty

The General Assembly,

Recalling its resolution 44/148,

1. Affirms that extreme poverty is a violation;

2. Requests a report.1

75th plenary meeting
17 December 1991

1 A/46/1.

46/123. Right to development

The General Assembly,

Recalling its resolution 45/97,

1. Takes note of the report;1

2. Decides to go on.

75th plenary meeting
17 December 1991

1 A/46/2.
";

/// One that says nothing of its number.
const NO_SYMBOL: &str = "\
Human rights of everyone

The General Assembly,

Recalling all,

1. Requests a report;

2. Decides to go on.
";

fn read(text: &str) -> Document {
    let manuscript = Manuscript { text: text.into(), ..Manuscript::default() };
    parse::parse(&manuscript).0
}

fn sample() -> Document {
    let bytes = include_bytes!("../../assets/A_RES_72_247.txt").to_vec();
    parse::parse(&source::read(bytes, "the sample").expect("plain text")).0
}

fn passage(document: &Document, name: &str) -> Passage {
    document.passage(&support::named(name)).unwrap_or_else(|| panic!("no {name}"))
}

/// What is copied where all from `first` to `last` is selected.
fn copied(document: &Document, first: &str, last: &str) -> String {
    let all: Vec<Passage> = document.passages().collect();
    let at = |name| all.iter().position(|own| *own == passage(document, name)).expect("is there");
    document.citation_of(&all[at(first)..=at(last)])
}

/// `OP1..OP4` is cited so; `OP14` alone likewise.
#[track_caller]
fn cites(document: &Document, golden: &[(&str, &str)]) {
    for (names, citation) in golden {
        let (first, last) = names.split_once("..").unwrap_or((names, names));
        assert_eq!(copied(document, first, last), *citation, "{names}");
        let found = document.find(citation, None).unwrap_or_else(|why| panic!("{citation}: {why}"));
        let start = passage(document, first);
        assert!(found.contains(&start) || names.contains(".."), "{citation} leads to {found:?}");
    }
}

#[test]
fn paragraphs_as_the_un_cites_them() {
    cites(
        &sample(),
        &[
            ("title", "A/RES/72/247"),
            ("OP14", "A/RES/72/247, para. 14"),
            ("OP1..OP4", "A/RES/72/247, paras. 1–4"),
            ("OP1..OP2", "A/RES/72/247, paras. 1 and 2"),
            ("PP3", "A/RES/72/247, preambular para. 3"),
            ("PP3..PP5", "A/RES/72/247, preambular paras. 3–5"),
            ("PP17..PP18", "A/RES/72/247, preambular paras. 17 and 18"),
            ("PP17..OP3", "A/RES/72/247, preambular paras. 17 and 18, and paras. 1–3"),
            ("PP18..OP1", "A/RES/72/247, preambular para. 18, and para. 1"),
            ("title..PP1", "A/RES/72/247, preambular para. 1"),
            ("OP20..closing 2", "A/RES/72/247, para. 20"),
            ("fn 7", "A/RES/72/247, footnote 7"),
            ("fn 7..fn 8", "A/RES/72/247, footnotes 7 and 8"),
            ("fn 1..fn 12", "A/RES/72/247, footnotes 1–12"),
            ("OP20..fn 1", "A/RES/72/247, para. 20, and footnote 1"),
            ("formula", "A/RES/72/247, opening formula"),
            ("closing", "A/RES/72/247, closing"),
            ("closing 2", "A/RES/72/247, closing 2"),
        ],
    );
}

#[test]
fn a_part_is_cited_by_its_letter() {
    cites(
        &read(PARTS),
        &[
            ("A.OP1", "A/RES/74/264 A, para. 1"),
            ("A.OPu1", "A/RES/74/264 A, first unnumbered operative para. (“Resolves”)"),
            ("A.PP1", "A/RES/74/264 A, preambular para. 1"),
            ("A.OP1..A.OP3", "A/RES/74/264 A, paras. 1–3"),
            ("B.OP2(a)", "A/RES/74/264 B, para. 2 (a)"),
            ("B.OP2..B.OP2(b)", "A/RES/74/264 B, para. 2"),
            ("B.OP2(a)..B.OP3", "A/RES/74/264 B, paras. 2 (a) and (b) and 3"),
            ("B.H1", "A/RES/74/264 B"),
            ("B.H2", "A/RES/74/264 B, heading “Income estimates for 2020”"),
            ("B.PP1..B.OP1", "A/RES/74/264 B, preambular para. 1, and para. 1"),
            (
                "A.OP2..B.OP1",
                "A/RES/74/264 A, paras. 2 and 3; A/RES/74/264 B, preambular para. 1, and para. 1",
            ),
            ("title", "A/RES/74/264"),
        ],
    );
}

#[test]
fn sections_that_number_anew_are_named() {
    cites(
        &read(SECTIONS),
        &[
            ("II.OP2", "A/RES/72/73, sect. II, para. 2"),
            ("II.OP2..II.OP3", "A/RES/72/73, sect. II, paras. 2 and 3"),
            ("II.OP1(a)..II.OP1(c)", "A/RES/72/73, sect. II, para. 1 (a)–(c)"),
            ("II.OP1(b)..II.OP3", "A/RES/72/73, sect. II, paras. 1 (b) and (c), 2 and 3"),
            ("II.OP1(c)(i)", "A/RES/72/73, sect. II, para. 1 (c) (i)"),
            ("II.OP1(c)(i)..II.OP1(c)(ii)", "A/RES/72/73, sect. II, para. 1 (c) (i) and (ii)"),
            ("I.OP2..II.OP1", "A/RES/72/73, sect. I, para. 2, and sect. II, para. 1"),
            ("PP2..I.OP2", "A/RES/72/73, preambular para. 2, and sect. I, paras. 1 and 2"),
            ("I.H1", "A/RES/72/73, sect. I"),
            ("II.H1", "A/RES/72/73, sect. II"),
            ("II.H2", "A/RES/72/73, sect. II, heading “Capacity-building”"),
            ("PP1..PP2", "A/RES/72/73, preambular paras. 1 and 2"),
        ],
    );
}

#[test]
fn annexes_are_cited_by_their_numbers() {
    cites(
        &read(SECTIONS),
        &[
            ("Annex I", "A/RES/72/73, annex I"),
            ("Annex II.1", "A/RES/72/73, annex II, para. 1"),
            ("Annex I.1..Annex I.3", "A/RES/72/73, annex I, paras. 1–3"),
            ("Annex I.2(b)", "A/RES/72/73, annex I, para. 2 (b)"),
            ("Annex I.2(a)..Annex I.2(b)", "A/RES/72/73, annex I, para. 2 (a) and (b)"),
            ("Annex I.u1", "A/RES/72/73, annex I, first unnumbered para."),
            ("Annex I.u1..Annex I.1", "A/RES/72/73, annex I, first unnumbered para., and para. 1"),
            ("Annex I.H1", "A/RES/72/73, annex I, heading “Guidelines for the use of it”"),
            ("Annex I.3..Annex II.1", "A/RES/72/73, annex I, para. 3, and annex II, para. 1"),
            (
                "II.OP3..Annex I.1",
                "A/RES/72/73, sect. II, para. 3, and annex I, first unnumbered \
                para., and para. 1",
            ),
        ],
    );
    let one = SECTIONS.split("Annex II").next().expect("a text").replace("Annex I\n", "Annex\n");
    cites(
        &read(&one),
        &[
            ("Annex", "A/RES/72/73, annex"),
            ("Annex.3", "A/RES/72/73, annex, para. 3"),
            ("Annex.2(a)", "A/RES/72/73, annex, para. 2 (a)"),
        ],
    );
}

#[test]
fn a_paragraph_without_a_number_is_named_by_its_place_and_opener() {
    let one = read(UNNUMBERED);
    cites(&one, &[("OPu1", "A/RES/72/10, sole operative para. (“Approves”)")]);
    cites(
        &one,
        &[(
            "PP1..OPu1",
            "A/RES/72/10, preambular para. 1, and sole operative para. \
        (“Approves”)",
        )],
    );
    let two = UNNUMBERED.replace("Committee.1", "Committee;1\n\nDecides to go on.");
    cites(
        &read(&two),
        &[
            ("OPu2", "A/RES/72/10, second unnumbered operative para. (“Decides”)"),
            ("OPu1..OPu2", "A/RES/72/10, first to second unnumbered operative paras."),
        ],
    );
}

#[test]
fn each_resolution_of_a_file_is_cited_by_its_own_symbol() {
    let document = read(SEVERAL);
    cites(
        &document,
        &[
            ("OP2", "A/RES/46/122, para. 2"),
            ("2.OP2", "A/RES/46/123, para. 2"),
            ("2.PP1..2.OP2", "A/RES/46/123, preambular para. 1, and paras. 1 and 2"),
            ("OP2..2.PP1", "A/RES/46/122, para. 2; A/RES/46/123, preambular para. 1"),
            ("fn 1", "A/RES/46/122, footnote 1"),
            ("fn 1#2", "A/RES/46/123, footnote 1"),
        ],
    );
}

#[test]
fn other_documents_are_cited_by_what_they_are_called() {
    let of = |symbol: &str| {
        let mut document = sample();
        document.head.symbol = Some(seized::document::Symbol::new(symbol));
        document
    };
    for symbol in [
        "S/RES/1325 (2000)",
        "A/HRC/RES/34/5",
        "E/RES/2018/7",
        "A/DEC/72/404",
        "A/C.3/72/L.49/Rev.1",
        "A/RES/ES-10/15",
        "S/PRST/2013/15",
        "A/RES/217 A (III)",
    ] {
        cites(&of(symbol), &[("OP14", &format!("{symbol}, para. 14"))]);
    }
    let untitled = read(NO_SYMBOL);
    cites(&untitled, &[("OP2", "Human rights of everyone, para. 2")]);
    let mut nameless = untitled;
    nameless.head.title = None;
    nameless.resolutions[0].title = None;
    cites(&nameless, &[("OP1..OP2", "paras. 1 and 2"), ("PP1", "preambular para. 1")]);
    let mut draft = read(PARTS);
    draft.head.symbol = Some(seized::document::Symbol::new("A/C.5/74/L.10"));
    draft.resolutions[0].symbol.clone_from(&draft.head.symbol);
    cites(&draft, &[("B.OP1", "A/C.5/74/L.10, part B, para. 1")]);
}

#[test]
fn what_is_numbered_twice_is_told_apart() {
    let twins = SECTIONS.replace("Annex II", "Annex I");
    cites(
        &read(&twins),
        &[("Annex I.1#2", "A/RES/72/73, annex I, para. 1 (second of that number)")],
    );
    let headings =
        SECTIONS.replace("Guidelines for the use of it", "Goal 3 – Health and/or welfare");
    let name = "A/RES/72/73, annex I, heading “Goal 3 – Health and/or welfare”";
    cites(&read(&headings), &[("Annex I.H1", name)]);
    let twice = NO_SYMBOL.replace("2. Decides", "1. Decides");
    cites(&read(&twice), &[("OP1#2", "Human rights of everyone, para. 1 (second of that number)")]);
}

#[test]
fn text_and_citation_go_together() {
    let document = sample();
    let last = passage(&document, "OP20");
    let words = document.text(last).len();
    assert_eq!(
        document.text_and_citation(&[(last, 0..words)]),
        "Decides to remain seized of the matter.\n\n(A/RES/72/247, para. 20)"
    );
    assert_eq!(
        document.text_and_citation(&[(last, 11..17), (passage(&document, "fn 1"), 0..10)]),
        "remain\n\nResolution\n\n(A/RES/72/247, para. 20, and footnote 1)"
    );
}

/// What a person types at `near` leads to these places.
#[track_caller]
fn leads(document: &Document, typed: &str, near: &str, expected: &[&str]) {
    let near = document.passage(&support::named(near));
    let found = document.find(typed, near).unwrap_or_else(|why| panic!("{typed}: {why}"));
    let names: Vec<String> = found.iter().map(|own| document.cite(*own).to_string()).collect();
    assert_eq!(names, expected, "{typed}");
}

#[test]
fn what_people_type_is_understood() {
    let sections = read(SECTIONS);
    leads(&sections, "sect. ii para 2", "PP1", &["II.OP2"]);
    leads(&sections, "2", "II.OP1", &["II.OP2"]);
    leads(&sections, "2", "PP1", &["I.OP2"]);
    leads(&sections, "II", "PP1", &["II.H1"]);
    leads(&sections, "section II", "PP1", &["II.H1"]);
    leads(&sections, "capacity", "PP1", &["II.H2"]);
    leads(&sections, "Capacity-building", "PP1", &["II.H2"]);
    leads(&sections, "h1", "II.OP1", &["II.H1"]);
    leads(&sections, "Annex I", "PP1", &["Annex I"]);
    leads(&sections, "annex ii, para. 2", "PP1", &["Annex II.2"]);
    leads(&sections, "para. 1 (a)-(b)", "II.OP2", &["II.OP1(a)", "II.OP1(b)"]);
    leads(&sections, "a/res/72/73 , PARA. 1 (C)", "II.OP1", &["II.OP1(c)"]);
    let sample = sample();
    leads(&sample, "OP1-4", "title", &["OP1", "OP2", "OP3", "OP4"]);
    leads(&sample, "paras. 1 and 3", "title", &["OP1", "OP3"]);
    leads(&sample, "A/RES/72/247", "OP3", &["title"]);
    leads(&sample, "third preambular paragraph", "OP3", &["PP3"]);
    let parts = read(PARTS);
    leads(&parts, "sect. A, para. 1", "B.OP1", &["A.OP1"]);
    leads(&parts, "part B", "A.OP1", &["B.H1"]);
    leads(&parts, "para. 1", "B.OP3", &["B.OP1"]);
    leads(&read(UNNUMBERED), "1", "PP1", &["OPu1"]);
    leads(&read(SEVERAL), "A/RES/46/123, footnote 1", "OP1", &["fn 1#2"]);
}

#[test]
fn what_is_not_found_says_why() {
    let sample = sample();
    let unfound = |typed: &str| sample.find(typed, None).expect_err(typed);
    assert_eq!(unfound("hello"), Unfound::NoCitation);
    assert_eq!(unfound(""), Unfound::NoCitation);
    assert_eq!(unfound("OP99"), Unfound::NoSuchPlace);
    assert_eq!(unfound("paras. 19–21"), Unfound::NoSuchPlace);
    let other = unfound("A/RES/68/181, para. 3");
    assert_eq!(other.to_string(), "is in another document, A/RES/68/181");
}

/// Every name that is shown, every citation that is copied, leads to the passage it came from.
#[track_caller]
fn there_and_back(document: &Document, name: &str) {
    for passage in document.passages() {
        let cite = document.cite(passage);
        let shown = cite.to_string();
        assert_eq!(Cite::read(&shown), Some(cite), "{name}: {shown}");
        assert_eq!(document.find(&shown, None), Ok(vec![passage]), "{name}: {shown}");
        let copied = document.citation(passage);
        if copied.is_empty() {
            continue;
        }
        assert_eq!(document.find(&copied, None), Ok(vec![passage]), "{name}: {shown}: {copied}");
    }
}

#[test]
fn names_and_citations_lead_back() {
    there_and_back(&sample(), "the sample");
    for text in [PARTS, SECTIONS, UNNUMBERED, SEVERAL, NO_SYMBOL] {
        there_and_back(&read(text), text.lines().next().unwrap_or_default());
    }
}

#[test]
#[ignore = "reads the corpus"]
fn names_and_citations_of_real_documents_lead_back() {
    let (mut all, mut lost) = (0, Vec::new());
    for path in support::files(&support::corpus()) {
        let Ok(bytes) = std::fs::read(&path) else { continue };
        let Ok(manuscript) = source::read(bytes, "a document") else { continue };
        let (document, _) = parse::parse(&manuscript);
        // A note that was read without its mark has nothing to be called by.
        let is_named = |passage: &Passage| match passage {
            Passage::Footnote(index) => !document.footnotes[*index].mark.is_empty(),
            Passage::Title | Passage::Block(_) => true,
        };
        for passage in document.passages().filter(is_named) {
            let (cite, copied) = (document.cite(passage), document.citation(passage));
            let shown = cite.to_string();
            if Cite::read(&shown).as_ref() != Some(&cite) {
                lost.push(format!("{}: {shown} is read as another name", path.display()));
            }
            for words in [shown, copied].into_iter().filter(|words| !words.is_empty()) {
                all += 1;
                if document.find(&words, None) != Ok(vec![passage]) {
                    let found = document.find(&words, None);
                    lost.push(format!("{}: {passage:?} {words}: {found:?}", path.display()));
                }
            }
        }
    }
    assert!(lost.is_empty(), "{} of {all} lead elsewhere:\n{}", lost.len(), lost.join("\n"));
}

/// What is there or is not.
fn of(pattern: &'static str) -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), pattern]
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::Off)),
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_run_leads_back_to_where_it_begins(from: Index, length in 0..12_usize, which in 0..5_usize) {
        let text = [PARTS, SECTIONS, UNNUMBERED, SEVERAL, NO_SYMBOL][which];
        let document = read(text);
        let all: Vec<Passage> = document.passages().collect();
        let from = from.index(all.len());
        let run = &all[from..(from + length).min(all.len())];
        let citation = document.citation_of(run);
        if !citation.is_empty() {
            let found = document.find(&citation, None);
            prop_assert!(found.is_ok(), "{} of {:?}", citation, run);
            let found = found.unwrap_or_default();
            prop_assert!(found.iter().any(|passage| run.contains(passage)), "{}", citation);
            let again = document.citation_of(&found);
            prop_assert_eq!(again, citation);
        }
    }

    #[test]
    fn what_is_written_is_read_as_the_same(
        part in of("[A-Z]|[1-9]"),
        within in of("Annex|Annex [A-Z]|Annex (II|IV|XII)|II|IV|XII|I"),
        place in "title|formula( 2)?|closing( 2)?|PP[1-9]|OP[1-9][0-9]?(bis)?|[1-9](ter)?|OPu[1-9]|u[1-9]|H[1-9]|T[1-9]|",
        items in "(\\((a|ii|㈢|abis)\\)){0,2}",
        twin in "(#[2-9])?",
    ) {
        let name = [part, within, place.clone()].into_iter().filter(|part| !part.is_empty());
        let name = format!("{}{items}{twin}", name.collect::<Vec<_>>().join("."));
        let read = Cite::read(&name);
        prop_assert!(read.is_some() || place.is_empty(), "{} is not read", name);
        if let Some(read) = read {
            prop_assert_eq!(Cite::read(&read.to_string()), Some(read.clone()), "{} of {}", read, name);
        }
    }

    #[test]
    fn nothing_that_is_typed_is_too_much(typed in "([A-Z0-9a-z/(). ,;#–“”]|para|annex|sect|PP|OP|fn){0,12}") {
        let document = read(SECTIONS);
        let _ = document.find(&typed, None);
        let _ = Cite::read(&typed);
    }
}
