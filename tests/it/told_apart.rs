//! What tells one thing from another where little does: texts in; paragraphs with their marks, and references, out.

use seized::{document::Target, manuscript::Manuscript, parse::parse};

use crate::parse::reads;

/// A resolution with a preambular paragraph and so many footnotes: the paragraph with its marks in braces.
#[track_caller]
fn marked(paragraph: &str, notes: usize, expected: &str) {
    let notes = 1..=notes;
    let defined: String = notes.clone().map(|i| format!("{i} Resolution {i}/1.\n")).collect();
    let shown: Vec<String> = notes.map(|i| format!("fn {i}: Resolution {i}/1.")).collect();
    reads(
        &format!(
            "72/999. A title\n\nThe General Assembly,\n\n{paragraph}\n\n1. Decides.\n\n__________\n{defined}"
        ),
        &format!(
            "formula: The General Assembly,\nPP1: {expected}\nOP1: Decides.\n{}",
            shown.join("\n")
        ),
    );
}

/// The references of a text, as `words → target`.
#[track_caller]
fn cites(text: &str, expected: &[&str]) {
    let (document, _) = parse(&Manuscript::plain(text));
    let of_block = |block: &seized::document::Block| {
        let shown = |reference: &seized::document::Reference| match &reference.target {
            Target::Document { symbol, .. } => {
                Some(format!("{} → {symbol}", &block.text[reference.range.clone()]))
            }
            Target::Here(_) => None,
        };
        block.references.iter().filter_map(shown).collect::<Vec<_>>()
    };
    let found: Vec<String> = document.blocks.iter().flat_map(of_block).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn behind_h_an_i_is_a_letter() {
    let items: String = ('a'..='i').map(|c| format!("({c}) To do {c};\n\n")).collect();
    let shown: String = ('a'..='i').map(|c| format!("OP1({c}): To do {c};\n")).collect();
    reads(
        &format!("72/1. A title\n\nThe General Assembly,\n\n1. Decides:\n\n{items}2. Ends.\n"),
        &format!("formula: The General Assembly,\nOP1: Decides:\n{shown}OP2: Ends."),
    );
}

#[test]
fn a_whole_paragraph_above_the_formula_is_text() {
    let text =
        "Recalling the Plan of Action on Ageing, and its implementation in all of the countries,";
    reads(
        &format!(
            "45/106. A title\n\n{text}\n\nThe General Assembly,\n\nRecalling also its resolution \
             37/51,\n\n1. Decides to end.\n"
        ),
        &format!(
            "PP1: {text}\nformula: The General Assembly,\nPP2: Recalling also its resolution 37/51,\n\
             OP1: Decides to end."
        ),
    );
}

#[test]
fn an_arabic_paragraph_has_a_dash_behind_its_number_with_or_without_spaces() {
    reads(
        "إن الجمعية العامة،\n\n1 - تقرر أن تجتمع؛\n\n2-تقرر أن تنهي.\n",
        "formula: إن الجمعية العامة،\nOP1: تقرر أن تجتمع؛\nOP2: تقرر أن تنهي.",
    );
}

#[test]
fn lines_that_end_in_a_number_go_on_in_wrapped_text() {
    let text = "United Nations S/RES/1387(2002)\nSecurity Council Distr.: General\n15 January \
        2002\nResolution 1387 (2002)\nAdopted by the Security Council at its 4448th meeting, on\n15 January \
        2002\nThe Security Council,\nRecalling its resolutions, in particular resolution 1967 (2011), 1962\n\
        (2010) and 1951 (2010) and statements of its President relating to the\nsituation in the subregion \
        and in all of the countries that are\nnear to it,\n1. Authorizes the military observers to continue \
        to monitor the\ndemilitarization of the peninsula;\n2. Decides to remain seized of the matter.\n";
    reads(
        text,
        "formula: The Security Council,
        PP1: Recalling its resolutions, in particular resolution 1967 (2011), 1962 (2010) and 1951 (2010) and statements of its President relating to the situation in the subregion and in all of the countries that are near to it,
        OP1: Authorizes the military observers to continue to monitor the demilitarization of the peninsula;
        OP2: Decides to remain seized of the matter.",
    );
    let (document, _) = parse(&Manuscript::plain(text));
    assert_eq!(document.head.adopted.map(|day| day.to_string()).as_deref(), Some("2002-01-15"));
}

#[test]
fn page_numbers_stand_below_heads_too_once_they_are_counted() {
    reads(
        "United Nations S/RES/1387(2002)\nSecurity Council Distr.: General\n15 January 2002\nResolution 1387 \
         (2002)\nAdopted by the Security Council at its 4448th meeting, on 15 January 2002\nThe Security \
         Council,\nNoting with satisfaction that the overall situation has remained stable and calm, and\n\
         encouraged by the agreement to resume negotiations on the disputed issue of\nPrevlaka,\n2\n\
         S/RES/1387 (2002)\nRecalling the relevant principles that were confirmed by all who have signed \
         them\nin the year before,\n1. Authorizes the military observers to continue to monitor the\n\
         demilitarization of the peninsula, and of all of\nS/RES/1387 (2002)\n3\nits shores, until 15 July \
         2002.\n",
        "formula: The Security Council,
        PP1: Noting with satisfaction that the overall situation has remained stable and calm, and encouraged by the agreement to resume negotiations on the disputed issue of Prevlaka,
        PP2: Recalling the relevant principles that were confirmed by all who have signed them in the year before,
        OP1: Authorizes the military observers to continue to monitor the demilitarization of the peninsula, and of all of its shores, until 15 July 2002.",
    );
}

#[test]
fn a_meeting_may_say_that_it_was_resumed() {
    reads(
        "72/1. A title\n\nThe General Assembly,\n\n1. Decides to meet.\n\n76th plenary meeting (resumed)\n24 \
         December 2017\n",
        "formula: The General Assembly,
        OP1: Decides to meet.
        closing: 76th plenary meeting (resumed)
        closing 2: 24 December 2017",
    );
}

#[test]
fn a_mark_may_be_glued_to_the_letter_of_an_annex() {
    let (document, _) = parse(&Manuscript::plain(
        "72/1. A title\n\nThe General Assembly,\n\n1. Decides to adopt the texts.\n\nAnnex A\n\nRules\n\n1. The \
         first rule.\n\nAnnex B2\n\nOther rules\n\n1. A rule.\n",
    ));
    let names = crate::support::names(&document);
    assert!(names.contains(&"Annex B".to_owned()), "{names:?}");
    assert!(names.contains(&"Annex B.1".to_owned()), "{names:?}");
}

#[test]
fn symbols_are_whole_where_there_are_no_footnotes() {
    let text =
        "Taking note of the letter in document S/9528 and of the reports S/9554 and S/9525/Rev.1,";
    reads(
        &format!(
            "Resolution 275 (1969)\n\nThe Security Council,\n\n{text}\n\n1. Decides to end.\n"
        ),
        &format!("formula: The Security Council,\nPP1: {text}\nOP1: Decides to end."),
    );
}

#[test]
fn a_decision_of_parties_to_a_treaty_may_have_a_mark() {
    marked(
        "Recalling the Convention,1 the Covenants2 and decision IX/53 of the Conference,",
        3,
        "Recalling the Convention,{1} the Covenants{2} and decision IX/5{3} of the Conference,",
    );
}

#[test]
fn between_its_neighbours_a_number_is_a_mark_however_it_is_set() {
    marked(
        "Recalling the Convention1 and the Charter,2 and natural disasters 3 and others,4",
        4,
        "Recalling the Convention{1} and the Charter,{2} and natural disasters{3} and others,{4}",
    );
    let (document, _) = parse(&Manuscript::plain(
        "72/1. A title\n\nThe General Assembly,\n\nRecalling the Convention1 and the Charter,2 and natural \
         disasters 3 and others,4\n\n1. Decides.\n\n__________\n1 One.\n2 Two.\n3 Three.\n4 Four.\n",
    ));
    let sure = |mark: &seized::document::Mark| mark.certainty > seized::document::Certainty::Weak;
    assert!(document.blocks[1].marks.iter().all(sure), "{:?}", document.blocks[1].marks);
}

#[test]
fn marks_may_be_a_range() {
    marked(
        "Recalling the Convention,1 the Charter2 and the Covenants,3–5 and the Declaration,6",
        6,
        "Recalling the Convention,{1} the Charter{2} and the Covenants,{3}–{5} and the Declaration,{6}",
    );
}

#[test]
fn what_is_counted_is_no_mark_where_marks_stand_apart() {
    marked(
        "Recalling the Convention, 1 the Charter 2 and the Covenant, 3 and noting with concern 4 abductions, 4",
        4,
        "Recalling the Convention,{1} the Charter{2} and the Covenant,{3} and noting with concern 4 abductions,{4}",
    );
}

#[test]
fn resolutions_are_known_by_their_bodies_and_years() {
    let text = |paragraph: &str| {
        format!("72/1. A title\n\nThe General Assembly,\n\n{paragraph}\n\n1. Decides.\n")
    };
    cites(
        &text("Recalling United Nations Environment Assembly resolution 4/1 of 15 March 2019,"),
        &["4/1 → UNEP/EA.4/RES.1"],
    );
    cites(
        &text("Recalling also its resolutions 2626 A-C (XXV) of 24 October 1970,"),
        &["2626 A-C (XXV) → A/RES/2626 A-C (XXV)"],
    );
    cites(
        &text(
            "Taking note of Economic and Social Council resolution 1989/50 on the work of the General Assembly,",
        ),
        &["1989/50 → E/RES/1989/50"],
    );
}

#[test]
fn in_chinese_numbers_share_what_stands_around_them() {
    cites(
        "大会，\n\n回顾其2018年12月20日第73/207号决议和第73/208、73/209号决议，\n\n1. 决定结束。\n",
        &["73/207 → A/RES/73/207", "73/208 → A/RES/73/208", "73/209 → A/RES/73/209"],
    );
}

#[test]
fn footnotes_within_the_words_are_taken_out_one_by_one() {
    reads(
        "79/530. Observer status for the Facility\n\nAt its 47th plenary meeting, on 4 December 2024, the General \
         Assembly, on the recommendation of the Committee, (Footnote: A/79/484, para. 7.) decided to defer a \
         decision on the request until the eightieth session (Footnote: Resolution 1/1.) of the Assembly.\n",
        "OPu1: At its 47th plenary meeting, on 4 December 2024, the General Assembly, on the recommendation of the Committee,{1} decided to defer a decision on the request until the eightieth session{2} of the Assembly.
        fn 1: A/79/484, para. 7.
        fn 2: Resolution 1/1.",
    );
}

#[test]
fn days_before_a_month_are_no_marks() {
    let text = |paragraph: &str| {
        format!(
            "Resolution 305 (1971)\n\nThe Security Council,\n\n{paragraph}\n\n1. Decides.\n\n__________\n1 \
             One.\n2 Two.\n3 Three.\n"
        )
    };
    reads(
        &text(
            "Recalling the Charter,1 and its resolutions 186 (1964) of 12 March, 187 (1964) of 13 March, and \
             the Covenants,3",
        ),
        "formula: The Security Council,
        PP1: Recalling the Charter,{1} and its resolutions 186 (1964) of 12 March, 187 (1964) of 13 March, and the Covenants,{3}
        OP1: Decides.
        fn 1: One.
        fn 2: Two.
        fn 3: Three.",
    );
}

#[test]
fn a_small_letter_behind_a_gap_goes_on_where_no_opener_is_one() {
    reads(
        "Resolution 598 (1987)\nThe Security Council,\nReaffirming its resolution 582 (1986),\nDeeply concerned \
         that, despite its calls for a cease-fire,\n\nthe conflict between the parties continues unabated, \
         with\nfurther heavy loss of human life and material destruction,\nDeploring the initiation and \
         continuation of the conflict,\nDeploring also the bombing of purely civilian population\ncentres, and \
         attacks on neutral shipping,\n1. Demands that the parties observe a cease-fire, and\nwithdraw all \
         forces;\n2. Requests the Secretary-General to report.\n",
        "formula: The Security Council,
        PP1: Reaffirming its resolution 582 (1986),
        PP2: Deeply concerned that, despite its calls for a cease-fire, the conflict between the parties continues unabated, with further heavy loss of human life and material destruction,
        PP3: Deploring the initiation and continuation of the conflict,
        PP4: Deploring also the bombing of purely civilian population centres, and attacks on neutral shipping,
        OP1: Demands that the parties observe a cease-fire, and withdraw all forces;
        OP2: Requests the Secretary-General to report.",
    );
}

#[test]
fn a_job_number_may_have_a_star() {
    let (document, _) = parse(&Manuscript::plain(
        "United Nations S/RES/1553 (2004)\nSecurity Council Distr.: General\n2 July 2004\n04-40757* (E) \
         020704\n*0440757*\nResolution 1553 (2004)\nAdopted by the Security Council at its 4998th meeting, on\n2 \
         July 2004\nThe Security Council,\nRecalling all its previous resolutions,\n1. Decides to end.\n",
    ));
    assert_eq!(document.head.job_number.as_deref(), Some("04-40757"));
}

#[test]
fn numbers_a_page_apart_are_those_of_pages() {
    let lines = "countries of the region work with each other for the good of all and\n".repeat(27);
    let page =
        |number: usize| format!("Recalling that the {lines}those who live there,\n{number}\n");
    let pages: String = (2..6).map(page).collect();
    let text =
        format!("Resolution 1925 (2010)\nThe Security Council,\n{pages}1. Decides to end.\n");
    let (document, _) = parse(&Manuscript::plain(&text));
    assert_eq!(crate::support::names(&document), ["formula", "PP1", "PP2", "PP3", "PP4", "OP1"]);
    assert!(document.blocks.iter().all(|block| !block.text.contains(char::is_numeric)));
}

#[test]
fn resolutions_that_no_session_had_are_none() {
    let could = |symbol: &str| seized::document::Symbol::new(symbol).could_exist();
    for symbol in ["E/RES/1503 (XLVIII)", "E/DEC/2005/201", "E/RES/1989/50", "A/HRC/DEC/2/113"] {
        assert!(could(symbol), "{symbol}");
    }
    for symbol in ["E/RES/9999 (XLVIII)", "E/RES/1970/5", "E/RES/1989/500", "A/HRC/DEC/2/300"] {
        assert!(!could(symbol), "{symbol}");
    }
}

#[test]
fn an_annex_without_a_number_has_paragraphs() {
    let (document, _) = parse(&Manuscript::plain(
        "72/1. A title\n\nThe General Assembly,\n\n1. Adopts the rules.\n\nAnnex\n\nRules\n\n1. The first \
         rule.\n\n2. The second rule.\n",
    ));
    for typed in ["annex para. 2", "Annex, para. 2"] {
        let found = document.find(typed, None).unwrap_or_else(|why| panic!("{typed}: {why}"));
        let names: Vec<String> = found.iter().map(|own| document.cite(*own).to_string()).collect();
        assert_eq!(names, ["Annex.2"], "{typed}");
    }
}
