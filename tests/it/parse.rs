//! Text in, model out: whole documents as the recogniser understands them.

use crate::support;
use seized::{
    document::{Act, Document, Part, Problem, Shape},
    manuscript::Manuscript,
    parse::parse,
};

fn read(text: &str) -> (Document, Vec<Problem>) {
    parse(&Manuscript::plain(text))
}

/// The blocks of a text, a line each: citation, label, words with `{marks}`.
fn outline(text: &str) -> String {
    let (document, _) = read(text);
    let line = |block: &seized::document::Block| {
        let mut words = String::new();
        let mut last = 0;
        for mark in &block.marks {
            words += &block.text[last..mark.at];
            words += &format!("{{{}}}", mark.label);
            last = mark.at;
        }
        words += &block.text[last..];
        format!("{}: {words}", block.cite)
    };
    let blocks = document.blocks.iter().map(line);
    let notes = document.footnotes.iter().map(|note| format!("fn {}: {}", note.mark, note.text));
    blocks.chain(notes).collect::<Vec<_>>().join("\n")
}

#[track_caller]
pub(crate) fn reads(text: &str, expected: &str) {
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    assert_eq!(outline(text), expected.join("\n"));
}

fn sample() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/A_RES_72_247.txt"))
        .expect("the sample is part of the project")
}

#[test]
fn the_sample_has_its_paragraphs_and_footnotes() {
    let (document, problems) = read(&sample());
    let names = support::names(&document);
    let expected: Vec<String> = std::iter::once("formula".to_owned())
        .chain((1..=18).map(|n| format!("PP{n}")))
        .chain((1..=20).map(|n| format!("OP{n}")))
        .chain(["closing".to_owned(), "closing 2".to_owned()])
        .collect();
    assert_eq!(names, expected);
    assert_eq!(document.footnotes.len(), 12);
    assert!(problems.is_empty(), "{problems:?}");
}

#[test]
fn the_sample_cites_its_footnotes_where_it_does() {
    let (document, _) = read(&sample());
    let marks: Vec<String> = document
        .blocks
        .iter()
        .filter(|block| !block.marks.is_empty())
        .map(|block| {
            let labels: Vec<&str> = block.marks.iter().map(|mark| mark.label.as_str()).collect();
            format!("{} {}", block.cite, labels.join(" "))
        })
        .collect();
    assert_eq!(
        marks,
        ["PP2 1 2", "PP4 3 4 5", "PP7 6", "PP11 7", "OP3 8 9", "OP6 10", "OP13 11", "OP17 12"]
    );
    let fourth = &document.blocks[4];
    assert!(fourth.text.contains("31/32 of 24 March 2016 and 34/5 of 23 March 2017,"));
}

#[test]
fn the_sample_says_what_a_catalogue_records() {
    let (document, _) = read(&sample());
    let head = &document.head;
    assert_eq!(head.symbol.as_ref().map(|s| s.as_str()), Some("A/RES/72/247"));
    assert_eq!(head.number.as_deref(), Some("72/247"));
    assert_eq!(head.session.as_deref(), Some("Seventy-second session"));
    assert_eq!(head.agenda_items, ["72 (b)"]);
    assert_eq!(head.proposal.as_deref(), Some("A/72/439/Add.2"));
    assert_eq!(head.job_number.as_deref(), Some("17-23331"));
    assert_eq!(head.adopted.map(|d| d.to_string()).as_deref(), Some("2017-12-24"));
    assert_eq!(head.issued.map(|d| d.to_string()).as_deref(), Some("2018-01-25"));
    assert_eq!(head.meeting.as_deref(), Some("76th plenary meeting"));
}

#[test]
fn text_pasted_from_a_browser() {
    reads(
        "Eightieth session\n\nResolution adopted by the General Assembly on 3 May 2026\n\n\
         80/900. Rivers and lakes\n\nThe General Assembly,\n\nRecalling its resolution 79/1,1\n\n\
         Convinced of the need to act,\n\n1. Urges States to act;2\n\n2. Decides to remain seized \
         of the matter.\n\n1 See A/79/1.\n2 Ibid., annex.\n",
        "formula: The General Assembly,
         PP1: Recalling its resolution 79/1,{1}
         PP2: Convinced of the need to act,
         OP1: Urges States to act;{2}
         OP2: Decides to remain seized of the matter.
         fn 1: See A/79/1.
         fn 2: Ibid., annex.",
    );
}

#[test]
fn items_nest_and_letters_go_on_after_numerals() {
    reads(
        "\tThe General Assembly,\n\t1.\tRequests the Secretary-General:\n\t(a)\tTo report on:\n\
         \t(i)\tRivers;\n\t(ii)\tLakes;\n\t(b)\tTo continue;\n\t2.\tDecides to remain seized.\n",
        "formula: The General Assembly,
         OP1: Requests the Secretary-General:
         OP1(a): To report on:
         OP1(a)(i): Rivers;
         OP1(a)(ii): Lakes;
         OP1(b): To continue;
         OP2: Decides to remain seized.",
    );
}

#[test]
fn sections_whose_numbers_begin_anew_are_cited() {
    reads(
        "\tThe General Assembly,\n\tRecalling its resolution 1/1,\n\t\tI\n\t1.\tNotes it;\n\
         \t2.\tEndorses it;\n\t\tII\n\t1.\tDecides so.\n",
        "formula: The General Assembly,
         PP1: Recalling its resolution 1/1,
         I.H1: I
         I.OP1: Notes it;
         I.OP2: Endorses it;
         II.H1: II
         II.OP1: Decides so.",
    );
}

#[test]
fn sections_that_only_group_are_not() {
    reads(
        "\tThe General Assembly,\n\tRecalling it,\n\t\tI\n\t1.\tNotes it;\n\t\tII\n\
         \t2.\tDecides so.\n",
        "formula: The General Assembly,
         PP1: Recalling it,
         H1: I
         OP1: Notes it;
         H2: II
         OP2: Decides so.",
    );
}

#[test]
fn parts_have_a_formula_each() {
    reads(
        "72/900.\tA matter\n\nA\n\n\tThe General Assembly,\n\tNoting it,\n\t1.\tAgrees.\n\n\
         3rd plenary meeting\n4 May 2018\n\nB1\n\n\tThe General Assembly,\n\tNoting more,\n\
         \t1.\tDisagrees.\n\n4th plenary meeting\n5 May 2018\n\n\t1 \tA/72/1.\n",
        "A.formula: The General Assembly,
         A.PP1: Noting it,
         A.OP1: Agrees.
         A.closing: 3rd plenary meeting
         A.closing 2: 4 May 2018
         B.H1: B{1}
         B.formula: The General Assembly,
         B.PP1: Noting more,
         B.OP1: Disagrees.
         B.closing: 4th plenary meeting
         B.closing 2: 5 May 2018
         fn 1: A/72/1.",
    );
}

#[test]
fn pages_whose_lines_are_indented_a_little_less_than_others() {
    let page = |indent: usize, numbers: std::ops::Range<u32>, gap: &str| -> String {
        let body = " ".repeat(indent);
        let paragraph = |n| {
            format!("{gap}{body}     {n}. Requests the States\n{body}to report\n{body}on it;\n")
        };
        numbers.map(paragraph).collect()
    };
    let text =
        format!("The General Assembly,\n{}\u{c}{}", page(15, 1..6, "\n"), page(11, 6..9, ""));
    let (document, _) = read(&text);
    let cites = support::names(&document);
    assert_eq!(cites, ["formula", "OP1", "OP2", "OP3", "OP4", "OP5", "OP6", "OP7", "OP8"]);
}

#[test]
fn resolutions_one_behind_the_other_have_footnotes_of_their_own() {
    let text = "72/1.\tA matter\n\n\tThe General Assembly,\n\tRecalling its resolution 61/1,1\n\
                \t1.\tDecides to act;2\n\n\t1\tSee A/61/1.\n\t2\tIbid., annex.\n\n\
                72/2.\tAnother matter\n\n\tThe General Assembly,\n\tRecalling its resolution 62/2,1\n\
                \t1.\tDecides to rest.\n\n\t1\tSee A/62/2.\n";
    reads(
        text,
        "formula: The General Assembly,
         PP1: Recalling its resolution 61/1,{1}
         OP1: Decides to act;{2}
         2.H1: 72/2. Another matter
         2.formula: The General Assembly,
         2.PP1: Recalling its resolution 62/2,{1}
         2.OP1: Decides to rest.
         fn 1: See A/61/1.
         fn 2: Ibid., annex.
         fn 1: See A/62/2.",
    );
    let (document, _) = read(text);
    let citing = |note: usize| {
        let places = document.marks_of_notes().swap_remove(note);
        places
            .into_iter()
            .map(|(passage, _)| document.cite(passage).to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!([citing(0), citing(1), citing(2)], [["PP1"], ["OP1"], ["2.PP1"]]);
}

#[test]
fn items_nest_no_deeper_than_lists_do() {
    let (document, _) =
        read(&format!("The General Assembly,\n1. Decides:\n{}", "(a) to act;\n".repeat(400)));
    assert_eq!(document.blocks.iter().map(|block| block.depth).max(), Some(12));
}

#[test]
fn annexes_number_their_own_paragraphs() {
    reads(
        "\tThe General Assembly,\n\tNoting it,\n\t1.\tAdopts the rules annexed hereto.\n\n\
         107th plenary meeting\n23 July 2018\n\nAnnex\n\n\tRules\n\n\t1.\tIn accordance with \
         the Charter.1\n\n\t1 \tResolution 70/1.\n",
        "formula: The General Assembly,
         PP1: Noting it,
         OP1: Adopts the rules annexed hereto.
         closing: 107th plenary meeting
         closing 2: 23 July 2018
         Annex: Annex
         Annex.H1: Rules
         Annex.1: In accordance with the Charter.{1}
         fn 1: Resolution 70/1.",
    );
}

#[test]
fn one_operative_paragraph_has_no_number() {
    reads(
        "\tThe General Assembly,\n\tHaving considered the report,1\n\tApproves the report.1\n\n\
         1st plenary meeting\n2 May 2018\n\n\t1 \tA/72/601.\n",
        "formula: The General Assembly,
         PP1: Having considered the report,{1}
         OPu1: Approves the report.{1}
         closing: 1st plenary meeting
         closing 2: 2 May 2018
         fn 1: A/72/601.",
    );
}

#[test]
fn wrapped_pages_without_blank_lines() {
    reads(
        "United Nations S/RES/9001 (2030)\nSecurity Council Distr.: General\n2 May 2030\n\
         30-12345 (E)\n*3012345*\nResolution 9001 (2030)\n\
         Adopted by the Security Council at its 9999th meeting, on\n2 May 2030\n\
         The Security Council,\nRecalling its resolution 1325 (2000) and all that was said\n\
         in it about the rivers and the lakes,\nDetermining that the matter remains a threat to\n\
         international peace,\n1. Decides that States shall act, and that the Secretary-\n\
         S/RES/9001 (2030)\n30-123452\nGeneral shall report on it every year;\n\
         2. Decides to remain actively seized of the matter.\n",
        "formula: The Security Council,
         PP1: Recalling its resolution 1325 (2000) and all that was said in it about the rivers and the lakes,
         PP2: Determining that the matter remains a threat to international peace,
         OP1: Decides that States shall act, and that the Secretary-General shall report on it every year;
         OP2: Decides to remain actively seized of the matter.",
    );
}

#[test]
fn tables_keep_their_rows() {
    let (document, _) = read(
        "\tThe General Assembly\n\tResolves that, for 2030:\n\t1.\tAppropriations are \
         approved as follows:\nSection\nSum\n1.\nPolicy\n117 372\n2.\nLaw\n9 100\n\t2.\tThe rest \
         follows.\n",
    );
    let table = document.blocks.iter().find(|block| block.shape == Shape::Table).expect("a table");
    assert_eq!(
        table.rows.last().map(Vec::as_slice),
        Some(["2.", "Law", "9 100"].map(String::from).as_slice())
    );
    let numbers: Vec<_> =
        document.part(Part::Operative).filter_map(|(_, b)| b.number.clone()).collect();
    assert_eq!(numbers, ["1", "2"]);
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let text = "\tThe General Assembly,\n\tNoting it,\n\t1.\tAgrees;\n\t3.\tDecides.\n\n\
                1st plenary meeting\n2 May 2018\n\n\t1 \tA/72/1.\n";
    let (_, problems) = read(text);
    let said: Vec<String> = problems
        .iter()
        .map(|p| format!("{}: {} at {:?}", p.kind.name(), p.message, &text[p.span.range()]))
        .collect();
    assert_eq!(
        said,
        [
            "broken numbering: paragraph 3 stands where 2 is due at \"3.\\tDecides.\"",
            "note without mark: no mark in the text leads to footnote 1 at \"1 \\tA/72/1.\"",
        ]
    );
}

#[test]
fn any_text_is_a_document() {
    let (document, problems) = read("Dear Sir,\nthank you for your letter.\n");
    assert!(!document.blocks.is_empty());
    assert!(problems.iter().any(|p| p.kind.name() == "not a resolution"), "{problems:?}");
    assert_eq!(read("").0.blocks.len(), 0);
}

#[test]
fn the_other_official_languages() {
    reads(
        "\tL’Assemblée générale,\n\tRappelant sa résolution 79/1,\n\t1.\tPrie les États d’agir1 ;\n\
         \ta)\tEn mer ;\n\t2.\tDécide de rester saisie de la question.\n\n3e séance plénière\n\
         4 mai 2026\n\n\t1 \tVoir A/79/1.\n",
        "formula: L’Assemblée générale,
         PP1: Rappelant sa résolution 79/1,
         OP1: Prie les États d’agir{1} ;
         OP1(a): En mer ;
         OP2: Décide de rester saisie de la question.
         closing: 3e séance plénière
         closing 2: 4 mai 2026
         fn 1: Voir A/79/1.",
    );
    reads(
        "\tГенеральная Ассамблея,\n\tссылаясь на свою резолюцию 79/1,\n\t1.\tпросит государства \
         действовать;\n\t2.\tпостановляет продолжать заниматься этим вопросом.\n",
        "formula: Генеральная Ассамблея,
         PP1: ссылаясь на свою резолюцию 79/1,
         OP1: просит государства действовать;
         OP2: постановляет продолжать заниматься этим вопросом.",
    );
    reads(
        "\t大会，\n\t回顾其第79/1号决议，\n\t1.\t请各国采取行动；\n\t2.\t决定继续处理此案。\n",
        "formula: 大会，
         PP1: 回顾其第79/1号决议，
         OP1: 请各国采取行动；
         OP2: 决定继续处理此案。",
    );
    reads(
        "\tإن الجمعية العامة،\n\tإذ تشير إلى قرارها 79/1(1)،\n\t1 - تطلب إلى الدول أن تعمل؛\n\
         \t2 - تقرر أن تبقي المسألة قيد النظر.\n\n\t(1)\tانظر A/79/1.\n",
        "formula: إن الجمعية العامة،
         PP1: إذ تشير إلى قرارها 79/1{1}،
         OP1: تطلب إلى الدول أن تعمل؛
         OP2: تقرر أن تبقي المسألة قيد النظر.
         fn 1: انظر A/79/1.",
    );
}

#[test]
fn a_paragraph_that_ends_in_a_mark_in_brackets_is_no_heading() {
    reads(
        "大会，\n回顾《宪章》，[1]\n1. 决定如此。\n\n\t[1]\t见A/79/1。\n",
        "formula: 大会，\nPP1: 回顾《宪章》，{1}\nOP1: 决定如此。\nfn 1: 见A/79/1。",
    );
}

#[test]
fn numbers_in_square_brackets_are_those_of_footnotes() {
    reads(
        "The General Assembly,\nRecalling it,[1] and others,[2]\n1. Decides so.\n\n\
         107th plenary meeting\n23 July 2018\n\n[1] See A/79/1.\n[2] Ibid.\n",
        "formula: The General Assembly,
         PP1: Recalling it,{1} and others,{2}
         OP1: Decides so.
         closing: 107th plenary meeting
         closing 2: 23 July 2018
         fn 1: See A/79/1.
         fn 2: Ibid.",
    );
}

#[test]
fn a_chapeau_without_a_known_opener_is_operative() {
    reads(
        "\tL’Assemblée générale\n\tAdopte la déclaration suivante :\n\t\tDéclaration sur les ponts\n\
         \t1.\tNous réaffirmons la résolution 79/1.\n\t2.\tNous bâtirons des ponts.\n",
        "formula: L’Assemblée générale
         OPu1: Adopte la déclaration suivante :
         H1: Déclaration sur les ponts
         OP1: Nous réaffirmons la résolution 79/1.
         OP2: Nous bâtirons des ponts.",
    );
    reads(
        "\t大会，\n\t通过以下政治宣言：\n\t1.\t我们重申第79/1号决议。\n\t2.\t我们将建造桥梁。\n",
        "formula: 大会，
         OPu1: 通过以下政治宣言：
         OP1: 我们重申第79/1号决议。
         OP2: 我们将建造桥梁。",
    );
}

#[test]
fn a_title_that_begins_with_a_year() {
    let (document, _) = read(
        "Résolution adoptée par l’Assemblée générale le 4 mai 2026\n\n\t79/400.\t2027, Année \
         internationale des ponts\n\n\tL’Assemblée générale,\n\tRappelant sa résolution 79/1,\n\
         \t1.\tPrie les États d’agir ;\n\t2.\tDécide de rester saisie de la question.\n",
    );
    assert_eq!(document.head.number.as_deref(), Some("79/400"));
    let title = document.head.title;
    assert_eq!(title.as_deref(), Some("2027, Année internationale des ponts"));
}

#[test]
fn a_numbered_paragraph_that_ends_in_meetings_is_no_end() {
    reads(
        "The General Assembly,\n\n\
         Recalling its resolution 42/207 C,\n\n\
         1. Requests the Secretary-General to see to the calendar of 2020 meetings\n\n\
         2. Invites Member States to act;\n\n\
         61st plenary meeting\n\n\
         27 December 2019\n",
        "formula: The General Assembly,
         PP1: Recalling its resolution 42/207 C,
         OP1: Requests the Secretary-General to see to the calendar of 2020 meetings
         OP2: Invites Member States to act;
         closing: 61st plenary meeting
         closing 2: 27 December 2019",
    );
}

#[test]
fn a_title_whose_last_line_is_the_name_of_the_organization() {
    let (document, _) = read(
        "United Nations   A/RES/74/95\n\n\
         74/95.  Implementation of the Declaration by the specialized\n\
         institutions associated with the\n\
         United Nations\n\n\
         The General Assembly,\n\n\
         Recalling its resolution 1514 (XV) of 14 December 1960 and\n\
         the other resolutions on the subject that it has adopted at\n\
         its previous sessions,\n\n\
         1. Reaffirms them.\n\n\x0c\
         Implementation of the Declaration by the specialized institutions\n\
         associated with the United Nations\n\
         A/RES/74/95\n\n\
         2. Requests them to act.\n",
    );
    let title = "Implementation of the Declaration by the specialized institutions associated with \
                 the United Nations";
    assert_eq!(document.head.title.as_deref(), Some(title));
    let last = document.blocks.last().map(|block| block.text.as_str());
    assert_eq!(last, Some("Requests them to act."));
}

#[test]
fn text_extracted_without_its_layout() {
    reads(
        "A/RES/78/137\n\nUnited Nations\n\n78/137.\n\nExternal debt sustainability\n\
         The General Assembly,\n\
         Reaffirming further the Paris Agreement, 1 and encouraging all its parties to fully\n\
         implement the Agreement, and parties to the United Nations Framework Convention\n\
         on Climate Change 2 that have not yet done so to deposit their instruments,\n\
         1.\n\nTakes note of the report of the Secretary-General;\n\
         2.\nInvites the conference to meet, and the parties to consider all that they have agreed,\n\
         __________________\n\nSee FCCC/CP/2015/10/Add.1, decision 1/CP.21, annex.\n\
         United Nations, Treaty Series, vol. 1771, No. 30822.\n3\nResolution 63/303, annex.\n1\n2\n\n\
         23-25928 (E)\n\n291223\n\n*2325928*\n\n\x0c\
         A/RES/78/137\n\nExternal debt sustainability\n\n\
         in the spirit of global partnership; 3\nFollow-up\n3.\n\
         Decides to remain seized of the matter.\n69th (resumed) plenary meeting\n19 December 2023\n",
        "formula: The General Assembly,
         PP1: Reaffirming further the Paris Agreement,{1} and encouraging all its parties to fully \
         implement the Agreement, and parties to the United Nations Framework Convention on \
         Climate Change{2} that have not yet done so to deposit their instruments,
         OP1: Takes note of the report of the Secretary-General;
         OP2: Invites the conference to meet, and the parties to consider all that they have agreed, \
         in the spirit of global partnership;{3}
         H1: Follow-up
         OP3: Decides to remain seized of the matter.
         closing: 69th (resumed) plenary meeting
         closing 2: 19 December 2023
         fn 1: See FCCC/CP/2015/10/Add.1, decision 1/CP.21, annex.
         fn 2: United Nations, Treaty Series, vol. 1771, No. 30822.
         fn 3: Resolution 63/303, annex.",
    );
}

#[test]
fn text_extracted_from_pages_of_geneva() {
    let page = "The Human Rights Council,\n\
        Reaffirming the United Nations Framework Convention on Climate Change and the\n\
        Paris Agreement adopted under the Convention,1 and the objective thereof, and\n\
        recalling that the Agreement2 acknowledges that climate change is a concern,\n\
        1\n2\n\nSee FCCC/CP/2015/10/Add.1, decision 1/CP.21, annex.\nAdopted under the\n\
        Convention.\n\nGE.25-11220 (E)\n\n\x0c";
    let rest: String = (2..5)
        .map(|n| {
            format!(
                "{}.\nCalls upon States to cooperate with the body that looks after the matter and\n\
                 with those who know it;{}\n{}\n\nA/HRC/59/5{n}.\n{n}\n\n\x0c",
                n - 1,
                n + 1,
                n + 1
            )
        })
        .collect();
    let (document, problems) = read(&format!("{page}{rest}"));
    let notes: Vec<&str> = document.footnotes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(
        notes,
        [
            "See FCCC/CP/2015/10/Add.1, decision 1/CP.21, annex.",
            "Adopted under the Convention.",
            "A/HRC/59/52.",
            "A/HRC/59/53.",
            "A/HRC/59/54."
        ]
    );
    assert!(problems.is_empty(), "{problems:?}");
}

#[test]
fn pages_to_the_left_and_right_have_other_margins() {
    let lines = |margin: usize, first: u16| {
        let margin = " ".repeat(margin);
        (first..first + 4)
            .map(|n| {
                format!(
                    "{margin}   {n}. Requests the Secretary-General to see to the calendar of\n\
                     {margin}all of its meetings;\n"
                )
            })
            .collect::<String>()
    };
    let text = format!("The General Assembly,\n\n{}\x0c{}", lines(16, 1), lines(19, 5));
    let numbers: Vec<String> = read(&text).0.blocks.iter().map(|b| b.cite.to_string()).collect();
    assert_eq!(numbers, ["formula", "OP1", "OP2", "OP3", "OP4", "OP5", "OP6", "OP7", "OP8"]);
}

#[test]
fn the_head_of_a_draft_whose_lines_stand_close() {
    let text = "A/80/L.77\n\nUnited Nations\n\nGeneral Assembly\n\nDistr.: Limited\n9 September 2025\n\
        Original: English\n\nEightieth session\nItem 35 of the provisional agenda*\n\
        Question of tides\nFiji, Ireland and Tonga:** draft resolution\n\n\
        A year of the tides and of all the people who live beside\nthe sea\n\
        The General Assembly,\n\
        Recalling its resolution 70/1 of 25 September 2015, in which it adopted the\n\
        goals, and all its other resolutions about the sea,\n\
        1. Decides to hear about the tides every year, from those who live\n\
        beside them, until they have been heard;\n\
        2. Requests the Secretary-General to measure the tides in all ports of the\n\
        world, and to report about them.\n";
    let (document, _) = read(text);
    let head = &document.head;
    assert_eq!(head.symbol.as_ref().map(|s| s.as_str()), Some("A/80/L.77"));
    assert_eq!(head.session.as_deref(), Some("Eightieth session"));
    assert_eq!(head.agenda_items, ["35"]);
    let title = "A year of the tides and of all the people who live beside the sea";
    assert_eq!(head.title.as_deref(), Some(title));
}

#[test]
fn amendments_have_a_head_and_no_formula() {
    let text = "A/C.3/80/L.99\n\nUnited Nations\n\nGeneral Assembly\n\nDistr.: Limited\n\
        14 November 2025\nOriginal: English\n\nEightieth session\n\nThird Committee\n\
        Agenda item 67\nRights of the sea\nFiji and Tonga: amendment to draft resolution\n\
        A/C.3/80/L.20/Rev.1\n\nRights of the tides\n\
        1. In the fourteenth preambular paragraph, replace \u{201c}which notes that the young\n\
        tides are holders of all rights enshrined\u{201d} with \u{201c}and taking note of the\n\
        statement on the tides\u{201d}.\n2. Delete the fifteenth preambular paragraph.\n";
    let (document, _) = read(text);
    let head = &document.head;
    assert_eq!(head.symbol.as_ref().map(|s| s.as_str()), Some("A/C.3/80/L.99"));
    assert_eq!(head.agenda_items, ["67"]);
    assert_eq!(head.title.as_deref(), Some("Rights of the tides"));
    let cites = support::names(&document);
    assert_eq!(cites, ["OP1", "OP2"]);
}

#[test]
fn the_job_number_is_that_of_the_first_page() {
    let text = "The General Assembly,\n\tRecalling it,\n\t1.\tDecides.\n\n\
        2/4\t17-30057\n17-30057\n17-17057 (E)    121017\n*1717057*\n";
    let (document, _) = read(text);
    assert_eq!(document.head.job_number.as_deref(), Some("17-17057"));
    assert_eq!(document.blocks.len(), 3);
}

#[test]
fn the_title_of_a_resolution_in_parts_stands_above_the_first() {
    let text = "Agenda item 136\nBudget of the tides for 2026\nA\nWhat is spent\n\
        The General Assembly\nResolves that it be spent.\n\
        B\nWhat is earned\nThe General Assembly\nResolves that it be earned.\n";
    let (document, _) = read(text);
    assert_eq!(document.head.title.as_deref(), Some("Budget of the tides for 2026"));
}

#[test]
fn a_number_stands_apart_from_the_words_whatever_sets_it_apart() {
    for between in [" ", "\t", "  ", "\u{a0}"] {
        let text = format!(
            "The General Assembly,\n\nRecalling it,\n\n1.{between}Decides:\n\n(a){between}To meet;\n\n\
             (b){between}To report.\n"
        );
        let (document, problems) = read(&text);
        let blocks: Vec<(Option<&str>, &str)> =
            document.blocks[2..].iter().map(|b| (b.number.as_deref(), b.text.as_str())).collect();
        let expected =
            [(Some("1"), "Decides:"), (Some("a"), "To meet;"), (Some("b"), "To report.")];
        assert_eq!(blocks, expected, "{between:?}");
        let json: serde_json::Value =
            serde_json::from_str(&seized::export::json(&document, &problems)).expect("JSON");
        assert_eq!(json["blocks"][3]["number"], "a", "{between:?}");
        assert_eq!(json["blocks"][3]["text"], "To meet;", "{between:?}");
    }
}

#[test]
fn a_file_has_a_part_for_each_resolution() {
    let (document, problems) = read(
        "72/1. The first\n\nThe General Assembly,\n\nRecalling it,\n\n1. Decides to meet.\n\n\
         The General Assembly,\n\nNoting it,\n\n1. Decides to end.\n",
    );
    let json: serde_json::Value =
        serde_json::from_str(&seized::export::json(&document, &problems)).expect("JSON");
    let parts = json["parts"].as_array().expect("a list");
    assert_eq!(parts.len(), 2);
    assert_eq!((&parts[0]["title"], &parts[1]["title"]), (&"The first".into(), &().into()));
    assert_eq!((&parts[0]["blocks"], &parts[1]["blocks"]), (&[0, 3].into(), &[3, 6].into()));
    assert_eq!(json["sponsors"], serde_json::json!([]));
    let (document, _) = read(&sample());
    assert_eq!(document.resolutions.len(), 1);
    assert_eq!(document.resolutions[0].blocks, 0..document.blocks.len());
}

#[test]
fn parts_with_letters_are_one_resolution() {
    let (document, _) = read(
        "72/1. Both\n\nA\n\nThe General Assembly,\n\n1. Decides to meet.\n\nB\n\n\
         The General Assembly,\n\n1. Decides to end.\n",
    );
    assert_eq!(document.resolutions.len(), 1, "{:?}", document.resolutions);
}

#[test]
fn an_opener_says_what_the_paragraph_does() {
    let (document, _) = read(&sample());
    let opener = |cite: &str| {
        let block = document.blocks.iter().find(|block| block.cite == support::named(cite));
        block.and_then(|block| block.opener.clone()).expect("it opens")
    };
    let pp2 = opener("PP2");
    assert_eq!((pp2.base, &pp2.modifiers[..], pp2.rank), (Some("guided"), &["also"][..], None));
    let op15 = opener("OP15");
    assert_eq!((op15.act, op15.base), (Some(Act::Encourage), Some("encourage")));
    assert!(op15.rank < opener("OP14").rank, "to decide is more than to encourage");
}

/// How the blocks of a text begin, up to a colon and some words.
fn beginnings(text: &str) -> Vec<String> {
    let (document, _) = read(text);
    let first = |text: &str| text.split(' ').take(3).collect::<Vec<_>>().join(" ");
    document.blocks.iter().map(|block| format!("{}: {}", block.cite, first(&block.text))).collect()
}

#[test]
fn a_last_paragraph_without_number_begins_by_its_words_in_wrapped_text() {
    let full = "the countries of the region that work with each other for the good of all and\n";
    let text = format!(
        "The Security Council,\nRecalling its resolution 1 (1946),\n1. Requests the Secretary-General to report \
         on the matter and on\n{}their people;\n2. Calls upon all States to act with all the means that they \
         have for it,\nand to do so soon, within the year if that is within their power to do.\nDecides to \
         remain seized of the matter and of all that concerns it and the\npeople of the region.\n",
        full.repeat(8)
    );
    assert_eq!(
        beginnings(&text)[2..],
        ["OP1: Requests the Secretary-General", "OP2: Calls upon all", "OPu1: Decides to remain"]
    );
}

#[test]
fn a_word_and_its_number_begin_a_paragraph_in_wrapped_text() {
    let text = "The General Assembly,\nRecalling its resolution 1/1,\n1. Adopts the Pact, which follows.\n\n\
                76th plenary meeting\n24 December 2017\n\nAnnex\n\nWe are at a time of change and\nof great \
                hope for all.\nAction 9. We will act on the climate and\nspare no effort in it.\nAction 10. We \
                will protect the seas\nand those who live by them.\n";
    let found = beginnings(text);
    let headings: Vec<&String> = found.iter().filter(|line| line.contains(": Action ")).collect();
    assert_eq!(headings.len(), 2, "{found:?}");
}

#[test]
fn a_line_that_ends_early_ends_its_paragraph_in_wrapped_text() {
    let full = "countries of the region work with each other for the good of all and\n";
    let text = format!(
        "The General Assembly,\nRecalling its resolution 1/1,\n1. Adopts the text, which follows.\n\n76th \
         plenary meeting\n24 December 2017\n\nAnnex\n\nThe {}are at peace.\nOther {}end so.\n",
        full.repeat(12),
        full.repeat(12)
    );
    let found = beginnings(&text);
    assert!(found.iter().any(|line| line.ends_with(": Other countries of")), "{found:?}");
}
