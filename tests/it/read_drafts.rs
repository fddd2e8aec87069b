//! What drafts have and adopted texts have not, what extraction tears apart, and statements of presidents.
//! Text in, model out.

use seized::{
    document::{Cite, Kind, Passage},
    export,
};

use crate::support::{has_blocks, named, names, read_text as read};

#[test]
fn paragraphs_between_two_numbers() {
    let document = read(
        "The General Assembly,\n\n14. Requests a report;\n\n14 bis. Urges all States:\n\n(a) To act;\n\n\
         (a) bis To act at once;\n\n(b) To go on;\n\n14. ter Decides to remain seized;\n\n15. Calls for peace.\n",
    );
    has_blocks(
        &document,
        &[
            ("formula", "The General Assembly,"),
            ("OP14", "Requests a report;"),
            ("OP14bis", "Urges all States:"),
            ("OP14bis(a)", "To act;"),
            ("OP14bis(abis)", "To act at once;"),
            ("OP14bis(b)", "To go on;"),
            ("OP14ter", "Decides to remain seized;"),
            ("OP15", "Calls for peace."),
        ],
    );
    let numbers: Vec<&str> =
        document.blocks.iter().filter_map(|block| block.number.as_deref()).collect();
    assert_eq!(numbers, ["14", "14 bis", "a", "a bis", "b", "14 ter", "15"]);
    let between = named("OP14bis");
    for typed in ["14 bis", "op14bis", "para. 14 bis"] {
        assert_eq!(Cite::read(typed).as_ref(), Some(&between), "{typed}");
    }
    for block in 0..document.blocks.len() {
        let words = document.place_in_words(Passage::Block(block));
        if !words.is_empty() {
            let found = document.find(&words, None).expect("what is written is read again");
            assert_eq!(found, [Passage::Block(block)], "{words}");
        }
    }
}

#[test]
fn brackets_of_a_draft_each_with_its_place() {
    let document = read(
        "The General Assembly,\n\n[1. Requests [the Secretary-General [G77]] to report;]\n\n\
         2. Decides [EU: to remain seized of the matter.\n",
    );
    has_blocks(
        &document,
        &[
            ("formula", "The General Assembly,"),
            ("OP1", "Requests [the Secretary-General [G77]] to report;]"),
            ("OP2", "Decides [EU: to remain seized of the matter."),
        ],
    );
    let found: Vec<_> = document
        .brackets()
        .map(|(block, found)| {
            let text = &document.blocks[block].text;
            let proposer = found.proposer.map(|range| &text[range]);
            (block, &text[found.range], found.depth, found.is_closed, proposer)
        })
        .collect();
    assert_eq!(
        found,
        [
            (1, "Requests [the Secretary-General [G77]] to report;]", 0, true, None),
            (1, "[the Secretary-General [G77]]", 1, true, None),
            (1, "[G77]", 2, true, Some("G77")),
            (2, "[EU: to remain seized of the matter.", 0, false, Some("EU")),
        ]
    );
    let json: serde_json::Value =
        serde_json::from_str(&export::json(&document, &[])).expect("valid JSON");
    let brackets = &json["blocks"][2]["brackets"];
    assert_eq!(brackets[0]["at"], serde_json::json!([8, 44]));
    assert_eq!(brackets[0]["proposer"], "EU");
    assert_eq!(brackets[0]["closed"], false);
    assert_eq!(json["blocks"][0]["brackets"], serde_json::json!([]));
}

#[test]
fn a_section_with_a_preamble_of_its_own_in_wrapped_text() {
    let document = read(
        "The General Assembly,\nI\nEnterprise resource planning project, Umoja\nRecalling section II of its \
         resolution 60/283 of 7 July 2006, and section II of its\nresolution 63/262 of 24 December 2008,\nHaving \
         considered the report of the Secretary-General on the progress of the\nsystem and of all that belongs \
         to it,\n1. Takes note of the report of the Secretary-General;\n2. Endorses the conclusions and \
         recommendations contained in the report of\nthe Advisory Committee;\nII\nContingency fund\nNotes that \
         the balance of the contingency fund is what the Committee said in\nits report, and no more than that.\n",
    );
    let names = names(&document);
    assert_eq!(names, ["formula", "H1", "H2", "PP1", "PP2", "OP1", "OP2", "H3", "H4", "OPu1"]);
    assert_eq!(document.blocks[2].text, "Enterprise resource planning project, Umoja");
    assert!(document.blocks[4].text.starts_with("Having considered"));
}

#[test]
fn a_letter_that_extraction_tore_from_its_heading() {
    let document = read(
        "The Security Council,\n1. Decides to renew the mandate of the panel for a period of one year from\ntoday, \
         and not longer;\nA.\n\nTargeted sanctions\n2. Requests all States that are concerned to co-operate with the \
         panel, and to\nreport to the committee;\n3. Decides to remain actively seized of the matter until all of \
         this has been\ndone.\n",
    );
    let heading = document.blocks.iter().find(|block| block.cite.to_string() == "H1");
    assert_eq!(heading.map(|block| block.text.as_str()), Some("A. Targeted sanctions"));
}

#[test]
fn articles_of_a_treaty_in_wrapped_text() {
    let document = read(
        "The General Assembly,\n1. Adopts the Convention on lakes contained in the annex to the present\n\
         resolution and opens it for signature;\n2. Urges all States to sign it as soon as they are able to.\n\
         Annex\nConvention on lakes\nHave agreed as follows:\nArticle 1\nUse of terms\n1.\n\nFor the purposes of \
         this Convention, a lake is any water that does not flow\nanywhere at all;\n2. A river is one that \
         does.\nArticle 2\nOffences\n1. Each State Party shall adopt such measures as may be necessary to \
         establish\nas criminal offences the poisoning of lakes.\nArticle 3\nEach State Party shall make the \
         commission of such an offence liable to\nsanctions that take into account how grave it is.\n",
    );
    let annex = document.blocks.iter().skip_while(|block| block.text != "Article 1");
    let found: Vec<(Option<&str>, &str)> = annex
        .map(|block| {
            (block.number.as_deref(), block.text.split_inclusive(' ').next().unwrap_or(""))
        })
        .collect();
    assert_eq!(
        found,
        [
            (None, "Article "),
            (None, "Use "),
            (Some("1"), "For "),
            (Some("2"), "A "),
            (None, "Article "),
            (None, "Offences"),
            (Some("1"), "Each "),
            (None, "Article "),
            (None, "Each "),
        ]
    );
}

#[test]
fn a_short_decision_goes_on_behind_its_formula() {
    let document = read(
        "Draft decision\n\nIncrease in the membership of the Committee on the Peaceful Uses\nof Outer Space\nThe \
         General Assembly, taking note of the application of Malta for membership\nin the Committee, decides to \
         appoint Malta as a member of the Committee on the\nPeaceful Uses of Outer Space.\n",
    );
    let last = document.blocks.last().expect("there is one");
    assert!(last.text.starts_with("The General Assembly, taking note"), "{}", last.text);
}

#[test]
fn the_statement_of_a_president() {
    let document = read(
        "Statement by the President of the Security Council\n\nAt the 7568th meeting of the Security Council, held \
         on 25 November 2015, in connection with the Council’s consideration of the item entitled “Protection of \
         civilians”, the President of the Security Council made the following statement on behalf of the Council:\
         \n\n“The Security Council reaffirms its commitment regarding the protection of civilians.\n\n“The Security \
         Council expresses its outrage.”\n",
    );
    let head = &document.head;
    assert_eq!(head.kind, Kind::Statement);
    assert_eq!(head.title.as_deref(), Some("Statement by the President of the Security Council"));
    assert_eq!(head.meeting.as_deref(), Some("7568th meeting"));
    assert_eq!(head.adopted.map(|date| date.to_string()).as_deref(), Some("2015-11-25"));
    assert_eq!(document.blocks.len(), 3);
}

#[test]
fn numbers_that_count_are_no_marks_however_due_their_footnotes() {
    let marks = |text: &str| {
        let text = format!(
            "The General Assembly,\n\n1. {text}\n\n1 Resolution 217 A (III).\n\n3 A/72/1.\n"
        );
        let document = read(&text);
        let marks = document.blocks[1].marks.iter().filter(|mark| mark.kept == 0);
        marks.map(|mark| mark.label.clone()).collect::<Vec<_>>()
    };
    assert_eq!(marks("Recalls the Covenant1 and emissions reduced by 43 per cent;3"), ["1", "3"]);
    assert_eq!(marks("Notes paragraphs 11 to 21 of the Covenant;1"), ["1"]);
    assert_eq!(
        marks(
            "Stresses the Covenant, 1 and the statements made by a number of States 3 that they;"
        ),
        ["1", "3"]
    );
    assert_eq!(marks("Approves the Covenant, 1 and posts (2 P-5, 3 P-4, 1 GS (OL));"), ["1"]);
}

#[test]
fn an_agenda_with_a_number_and_one_without() {
    let document = read(
        "The General Assembly,\n\n1. Recalls the Covenant 1 and Agenda 21 and the New Urban Agenda 2 and others;\n\n\
         1 Resolution 217 A (III).\n\n2 Resolution 71/256, annex.\n",
    );
    let block = &document.blocks[1];
    assert_eq!(
        block.text,
        "Recalls the Covenant and Agenda 21 and the New Urban Agenda and others;"
    );
}

#[test]
fn a_rule_of_stars_is_no_paragraph_and_no_footnote() {
    let document = read(
        "The General Assembly,\n\nRecalling the lakes,\n\n* * *\n\nNoting the rivers,\n\n1. Decides to act.\n",
    );
    let names = names(&document);
    assert_eq!(names, ["formula", "PP1", "PP2", "OP1"]);
    assert_eq!(document.debris[0].text, "* * *");
}

#[test]
fn a_mark_cited_again_in_chinese_behind_the_same_words() {
    let document = read(
        "大会，\n\n回顾《公民及政治权利国际公约》，1\n\n1. 重申各国根据两项国际人权公约1承担的义务；\n\n\
         1 第2200A(XXI)号决议，附件。\n",
    );
    let block = document.blocks.last().expect("there is one");
    assert_eq!(block.text, "重申各国根据两项国际人权公约承担的义务；");
    assert_eq!(block.marks.len(), 1);
}

#[test]
fn paragraphs_as_they_are_called_while_they_are_negotiated() {
    let document = read(
        "The General Assembly,\n\nPP1. Guided by the Charter,\n\nPP2 Recalling its resolutions,\n\nPP2 bis. [EU: \
         Recalling also the Covenant,]\n\n[PP3 Noting the report,]\n\nOP1. Decides:\n\n(a) To meet;\n\n(a) alt. To \
         write;\n\nOP1 bis Requests a report;\n\nOP2 alt 2. Urges all;\n\nOP2 bis alt Calls for peace.\n",
    );
    has_blocks(
        &document,
        &[
            ("formula", "The General Assembly,"),
            ("PP1", "Guided by the Charter,"),
            ("PP2", "Recalling its resolutions,"),
            ("PP2bis", "[EU: Recalling also the Covenant,]"),
            ("PP3", "Noting the report,]"),
            ("OP1", "Decides:"),
            ("OP1(a)", "To meet;"),
            ("OP1(aalt)", "To write;"),
            ("OP1bis", "Requests a report;"),
            ("OP2alt2", "Urges all;"),
            ("OP2bisalt", "Calls for peace."),
        ],
    );
    for name in names(&document) {
        assert_eq!(Cite::read(&name).map(|cite| cite.to_string()), Some(name));
    }
}
