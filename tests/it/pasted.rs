//! Text as people paste it: extracted from PDF, copied from yearbooks, decisions. Text in, model out.

use seized::document::PlaceKind;

use crate::support::{has_blocks, names, read_text as read};

#[test]
fn a_participle_that_no_list_has_opens_a_paragraph() {
    let document = read(
        "Resolution 9001 (2030)\n\nThe Security Council,\nExpressing extreme concern that the rivers and the \
         lakes are poisoned and that\nnobody has been able to say by whom it was done or what for,\nCherishing \
         extremely all those who live at their shores and the food, the water,\nStockpiling and other things \
         that they need for the life that they have there,\n1. Decides to go on with what it has begun and to \
         see what may come of it in the\nend;\n",
    );
    has_blocks(
        &document,
        &[
            ("formula", "The Security Council,"),
            (
                "PP1",
                "Expressing extreme concern that the rivers and the lakes are poisoned and that nobody has \
                 been able to say by whom it was done or what for,",
            ),
            (
                "PP2",
                "Cherishing extremely all those who live at their shores and the food, the water, Stockpiling \
                 and other things that they need for the life that they have there,",
            ),
            (
                "OP1",
                "Decides to go on with what it has begun and to see what may come of it in the end;",
            ),
        ],
    );
}

#[test]
fn the_vote_of_a_short_text_whose_lines_are_torn() {
    let document = read(
        "121 (1956). Resolution of 12 December 1956\n[S/3758]\n\nThe Security Council,\nHaving examined the \
         application of Japan,\n\nRecommends to the General Assembly that Japan be\nadmitted to membership in \
         the United Nations.\n\nAdopted unanimously at the\n756th meet-\ning.\n",
    );
    assert_eq!(document.head.meeting.as_deref(), Some("756th meeting"));
    assert_eq!(document.head.vote.as_deref(), Some("Adopted unanimously at the 756th meeting."));
    assert_eq!(document.blocks.len(), 4);
}

#[test]
fn a_vote_stands_behind_an_annex() {
    let document = read(
        "Resolution 263 (1969)\nof 24 January 1969\n\nThe Security Council,\n\n1. Decides to amend its rules as \
         the annex has it.\n\nANNEX\n\nRule 41\n\nAdopted texts are languages of the Council.\n\nAdopted at the \
         1463rd meeting.\n",
    );
    assert_eq!(document.head.meeting.as_deref(), Some("1463rd meeting"));
    assert_eq!(names(&document).last().map(String::as_str), Some("closing"));
}

#[test]
fn a_line_that_names_the_assembly_is_no_second_formula() {
    let document = read(
        "Resolution 9001 (2030)\n\nThe Security Council,\n\nBearing in mind what was said by both of them, \
         by\nthe General Assembly,\nand what was done about it,\n\n1. Decides to go on with it, whatever may \
         come\nof it.\n",
    );
    let formulas = document.blocks.iter().filter(|block| block.cite.kind() == PlaceKind::Formula);
    assert_eq!(formulas.count(), 1);
}

#[test]
fn a_decision_in_parts_with_footnotes_in_brackets() {
    let document = read(
        "76/506 A and B. Adoption of the agenda\n\nA\n\n\tAt its 2nd plenary meeting, on 17 September 2021, the \
         General Assembly adopted the agenda for RIVERS* and LAKES.**\n\n____________\n*\tUntil 2022.\n**\tUntil \
         2023.\n\nB\n\n\tAt its 55th plenary meeting, on 20 January 2022, the General Assembly decided to \
         consider a draft decision (Footnote: A/76/L.32) as it stood.\n",
    );
    has_blocks(
        &document,
        &[
            (
                "A.OPu1",
                "At its 2nd plenary meeting, on 17 September 2021, the General Assembly adopted the agenda for \
                 RIVERS and LAKES.",
            ),
            ("B.H1", "B"),
            (
                "B.OPu1",
                "At its 55th plenary meeting, on 20 January 2022, the General Assembly decided to consider a \
                 draft decision as it stood.",
            ),
        ],
    );
    let notes: Vec<(&str, &str)> =
        document.footnotes.iter().map(|note| (note.mark.as_str(), note.text.as_str())).collect();
    assert_eq!(notes, [("*", "Until 2022."), ("**", "Until 2023."), ("1", "A/76/L.32")]);
    assert_eq!(document.head.adopted.map(|date| date.to_string()).as_deref(), Some("2022-01-20"));
}

#[test]
fn nominations_are_a_list() {
    let recalled =
        "Recalling all that it has said about the judges of the Tribunal, whose terms of\n\
                    office come to an end,\n"
            .repeat(8);
    let document = read(&format!(
        "RESOLUTION 1104 (1997)\nAdopted by the Security Council at its 3763rd meeting,\non 8 April 1997\nThe \
         Security Council,\n{recalled}Having decided to consider the nominations for Judges that were received \
         in the\ntime set,\nForwards the following nominations to the General Assembly in accordance with \
         its\nStatute:\n\nMr. Masoud Al-Amri (Qatar)\n\nMr. Antonio Cassese (Italy)\n\nMs. Elizabeth Odio \
         (Costa Rica)\n\nMr. Claude Jorda (France)\n"
    ));
    let last = names(&document).split_off(9);
    assert_eq!(last, ["PP9", "OPu1", "OPu1(1)", "OPu1(2)", "OPu1(3)", "OPu1(4)"]);
    assert_eq!(document.head.meeting.as_deref(), Some("3763rd meeting"));
}

#[test]
fn the_date_below_a_letter_is_no_day_of_adoption() {
    let document = read(
        "S/2025/494\n\nLetter dated 30 July 2025 from the Permanent Representative addressed to the President\n\n\
         I have the honour to transmit herewith a statement, which I ask you to have circulated as a \
         document.\n\nIslamabad\n\n30 July 2025\n",
    );
    assert_eq!(document.head.adopted, None);
}

#[test]
fn eleven_read_as_letters() {
    let mut text = String::from("Resolution 9001 (2030)\n\nThe Security Council,\n\n");
    for number in 1..=10 {
        text.push_str(&format!("{number}. Decides to act on it;\n\n"));
    }
    text.push_str("ll. Decides to remain seized of the matter.\n");
    let last = names(&read(&text)).pop();
    assert_eq!(last.as_deref(), Some("OP11"));
}

#[test]
fn page_numbers_above_the_heads_of_pages() {
    let document = read(
        "United Nations S/RES/1387(2002)\nSecurity Council Distr.: General\n15 January 2002\nResolution 1387 (2002)\nAdopted by \
         the Security Council at its 4448th meeting, on 15 January 2002\nThe Security Council,\nNoting with \
         satisfaction that the overall situation has remained stable and calm, and\nencouraged by the agreement to \
         resume negotiations on the disputed issue of\nPrevlaka,\n2\nS/RES/1387 (2002)\nRecalling the relevant \
         principles that were confirmed by all who have signed them\nin the year before,\n1. Authorizes the \
         military observers to continue to monitor the\ndemilitarization of the peninsula, and of all of\n3\n\
         S/RES/1387 (2002)\nits shores, until 15 July 2002.\n",
    );
    has_blocks(
        &document,
        &[
            ("formula", "The Security Council,"),
            (
                "PP1",
                "Noting with satisfaction that the overall situation has remained stable and calm, and encouraged \
                 by the agreement to resume negotiations on the disputed issue of Prevlaka,",
            ),
            (
                "PP2",
                "Recalling the relevant principles that were confirmed by all who have signed them in the year \
                 before,",
            ),
            (
                "OP1",
                "Authorizes the military observers to continue to monitor the demilitarization of the peninsula, \
                 and of all of its shores, until 15 July 2002.",
            ),
        ],
    );
}

#[test]
fn a_budget_is_a_table_whichever_way_it_was_extracted() {
    let before = "The General Assembly,\n\nResolves that appropriations totalling 446,092,700 dollars are approved for \
                  the following purposes:\n\n";
    let behind = "\n\n2. Resolves also that the Secretary-General shall be authorized to transfer credits.\n";
    let raw = format!(
        "{before}Section\n\nPart I. Overall policymaking\n1\n\nPolicy and direction\n\n92 738 500\n\n2\n\nConference \
         management\n\n353 354 200\n\nSubtotal, part I\n\n446 092 700{behind}"
    );
    let layout = format!(
        "{before}    Section                                 Amount\n\n    Part I. Overall policymaking\n    1    Policy and \
         direction        92 738 500\n    2    Conference management       353 354 200\n\n         Subtotal, part I        \
         446 092 700{behind}"
    );
    for text in [&raw, &layout] {
        let document = read(text);
        assert_eq!(names(&document), ["formula", "OPu1", "T1", "OP2"], "{text}");
    }
    let document = read(&layout);
    let rows = &document.blocks[2].rows;
    assert_eq!(rows[2], ["1", "Policy and direction", "92 738 500"]);
    // Three figures in running text are no table.
    let text = format!(
        "{before}1. Decides on 92 738 500 dollars;\n\n2. Decides on 353 354 200;\n\n3. Decides on 1 000;\n"
    );
    assert_eq!(names(&read(&text)), ["formula", "OPu1", "OP1", "OP2", "OP3"]);
}

#[test]
fn an_annex_with_its_title_behind_a_dash_counts_anew() {
    let document = read(
        "Resolution 9001 (2030)\n\nThe Security Council,\n\n1. Decides to renew the measures;\n\n2. Decides to remain \
         seized of the matter.\n\nAnnex A – Items subject to review\n\n1. Mortars and their ammunition;\n\n2. Mines.\n\n\
         Annex B – Components\n\n1. Nitric acid.\n",
    );
    assert_eq!(
        names(&document),
        ["formula", "OP1", "OP2", "Annex A", "Annex A.1", "Annex A.2", "Annex B", "Annex B.1"],
    );
}

#[test]
fn the_pages_of_a_form_are_no_text() {
    let document = read(
        "S/RES/9001 (2030)\n\nResolution 9001 (2030)\n\nThe Security Council,\n\n1. Decides to use the form in the annex.\n\n\
         Annex\n\nNotification of goods to be shipped\n\nPAGE 1 of 2\n15\nS/RES/9001 (2030)\n\nRelevant documents\n\nPAGE 2 \
         of 2\n\n16\n",
    );
    let words: Vec<&str> =
        document.blocks.iter().skip(3).map(|block| block.text.as_str()).collect();
    assert_eq!(words, ["Notification of goods to be shipped", "Relevant documents"]);
    let debris = document.debris.iter().map(|debris| (debris.kind, debris.text.trim()));
    let pages: Vec<(&str, &str)> = debris.filter(|(kind, _)| kind.starts_with("page")).collect();
    assert_eq!(
        pages,
        [
            ("page of a form", "PAGE 1 of 2"),
            ("page number", "15"),
            ("page of a form", "PAGE 2 of 2"),
            ("page number", "16"),
        ],
    );
}

#[test]
fn nominations_without_gaps_are_a_list_of_names() {
    let document = read(
        "Resolution 9001 (1997)\n\nThe Security Council,\n\nHaving decided to consider the nominations that were \
         received by the Secretary-General,\n\nForwards the following nominations to the General Assembly in accordance \
         with\narticle 13 (d) of the Statute of the International Tribunal:\nMr. Anton Cassel (Italy)\nMs. Flor Ndepele \
         Mumba (Zambia)\nDr. Rafael Navia (Colombia)\n",
    );
    assert_eq!(names(&document), ["formula", "PP1", "OPu1", "OPu1(1)", "OPu1(2)", "OPu1(3)"]);
    assert_eq!(document.blocks[4].text, "Ms. Flor Ndepele Mumba (Zambia)");
}

#[test]
fn an_item_amid_the_words_is_followed_by_the_next_at_the_beginning_of_a_line() {
    let text = "The General Assembly,\n\n7. Encourages Governments to commit to building quality education by (a) \
                providing\nsupport to teachers; (b) investing in skills and in full employment;\n(c) eradicating \
                poverty;\n\n8. Decides to go on:\n\n(a) To act (b) as it said;\n\n(b) To write.\n";
    assert_eq!(names(&read(text)), ["formula", "OP7", "OP8", "OP8(a)", "OP8(b)"]);
    // What is cited is no item, nor is the first one behind the number.
    let text = "The Security Council,\n\n5. (a) Decides that all States shall prevent the sale of arms to those listed \
                in\nparagraph 8 (a) above;\n(b) Decides that they shall prevent training as set out in paragraph 9 \
                (b)\nand (c) above;\n(c) Decides that this goes on.\n";
    assert_eq!(names(&read(text)), ["formula", "OP5", "OP5(b)", "OP5(c)"]);
}
