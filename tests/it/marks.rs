//! Footnote marks: a text and its footnotes in, the text with its marks in braces out.

use std::ops::Range;

use seized::{
    document::{
        Certainty,
        Language::{self, Arabic, Chinese, English, French, Russian},
    },
    parse::marks::{Placed, place_marks},
};

/// Reads a text whose footnotes `due` are defined, and shows it with its marks in braces.
fn read(text: &str, due: Range<u16>, language: Language) -> String {
    let labels: Vec<String> = due.map(|n| n.to_string()).collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    shown(&[text], &place_marks(&[text], &labels, language))
}

fn shown(stretches: &[&str], placed: &[Placed]) -> String {
    let mut lines = Vec::new();
    for (index, text) in stretches.iter().enumerate() {
        let (mut line, mut at) = (String::new(), 0);
        for mark in placed.iter().filter(|mark| mark.stretch == index) {
            line += &text[at..mark.range.start];
            line += &format!("{{{}}}", mark.label);
            at = mark.range.end;
        }
        lines.push(line + &text[at..]);
    }
    lines.join("\n")
}

#[track_caller]
fn english(text: &str, due: Range<u16>, expected: &str) {
    assert_eq!(read(text, due, English), expected);
}

#[track_caller]
fn reads(text: &str, due: Range<u16>, language: Language, expected: &str) {
    assert_eq!(read(text, due, language), expected);
}

#[test]
fn glued_to_words_and_punctuation() {
    english(
        "Rights,1 the Covenants on Human Rights2 and",
        1..3,
        "Rights,{1} the Covenants on Human Rights{2} and",
    );
    english("“the Principles”1 and", 1..2, "“the Principles”{1} and");
    english("the Credentials Committee.1", 1..2, "the Credentials Committee.{1}");
}

#[test]
fn glued_to_years_and_numbers() {
    english(
        "22/6 of 21 March 2013,3 31/32 of 24 March 20164 and 34/5 of 23 March 2017,5",
        3..6,
        "22/6 of 21 March 2013,{3} 31/32 of 24 March 2016{4} and 34/5 of 23 March 2017,{5}",
    );
    english(
        "resolution 59/3009 and the report;10",
        9..11,
        "resolution 59/300{9} and the report;{10}",
    );
    english("pursuant to resolution 71/60,1", 1..2, "pursuant to resolution 71/60,{1}");
    english("Agenda 212 and", 2..3, "Agenda 21{2} and");
    english("biennium 2018–20192 and", 2..3, "biennium 2018–2019{2} and");
    reads("пандемии COVID‑1910 и", 10..11, Russian, "пандемии COVID‑19{10} и");
    reads("à l’horizon 20302, ", 2..3, French, "à l’horizon 2030{2}, ");
    reads("la résolution 21/117 et", 7..8, French, "la résolution 21/11{7} et");
}

#[test]
fn numbers_that_are_no_marks() {
    for text in [
        "decision 52/492 of 8 September",
        "contained in A/71/644/Corr.1 and E/2018/15/Add.1 of",
        "more than 1,500 people and 2.5 per cent",
        "crime;2. Underlines",
        "on 1 January 2018 and in paragraph 1 of article 2",
    ] {
        english(text, 1..3, text);
    }
    let text = "Treaty Series no 27531 du 1er janvier à la 2e séance";
    reads(text, 1..3, French, text);
    reads("MEPC.207(62) من القرار", 62..63, Arabic, "MEPC.207(62) من القرار");
}

#[test]
fn names_that_end_in_a_number_are_no_marks() {
    let marked = "The Sixth,1 fifth,2 fourth,3 third,4 second5 and first6 ";
    let expected = "The Sixth,{1} fifth,{2} fourth,{3} third,{4} second{5} and first{6} ";
    for name in [
        "of UF6 sold",
        "of CO2 sent",
        "until COP5 and",
        "over 5 m3 of water",
        "the 5Es of policy",
        "by the G6 and",
        "the UN80 Initiative",
        "the 14 Mile Area",
    ] {
        english(&format!("{marked}{name}"), 1..7, &format!("{expected}{name}"));
    }
}

#[test]
fn a_decimal_is_a_number_in_every_language() {
    for language in [English, French, Russian, Arabic, Chinese] {
        for text in ["rose by 0,7 since", "نسبة 0,7 في المائة", "by 0.7 since"] {
            reads(text, 7..8, language, text);
        }
    }
}

#[test]
fn no_session_has_so_many_resolutions() {
    english("its resolution 74/912 and", 2..3, "its resolution 74/91{2} and");
    english("its resolution 74/415 and", 5..6, "its resolution 74/41{5} and");
    let (text, expected) = ("opinion OC-16/99 and a report9", "opinion OC-16/99 and a report{9}");
    english(text, 9..10, expected);
    let (text, expected) = ("resolution 74/298 and a report8", "resolution 74/298 and a report{8}");
    english(text, 8..9, expected);
    reads("su resolución 74/912 y", 2..3, Language::Spanish, "su resolución 74/91{2} y");
}

#[test]
fn what_has_no_footnote_or_stands_as_no_other_is_weak() {
    let weak = |text: &str, labels: &[&str]| -> Vec<String> {
        let placed = place_marks(&[text], labels, English);
        let weak = placed.into_iter().filter(|mark| mark.certainty == Certainty::Weak);
        weak.map(|mark| mark.label).collect()
    };
    assert_eq!(weak("First,1 second,2 third,3 fourth,4", &["1", "2", "4"]), ["3"]);
    assert_eq!(weak("First,1 second2", &[]), ["1", "2"]);
    assert_eq!(weak("emissions of CO2 by the G20", &["1", "2"]), ["2"]);
    assert_eq!(weak("First,1 second,2 third,3 and so on; 2", &["1", "2", "3"]), ["2"]);
}

#[test]
fn several_in_one_place() {
    english("Council,1,2 and the addendum", 1..3, "Council,{1},{2} and the addendum");
    english(
        "Board;1 of;2 all;3 Board of Auditors;1–3",
        1..4,
        "Board;{1} of;{2} all;{3} Board of Auditors;{1}–{3}",
    );
}

#[test]
fn repeats() {
    english(
        "Council,1,2 as amended; Council,1 including the addendum thereto,2 which",
        1..3,
        "Council,{1},{2} as amended; Council,{1} including the addendum thereto,{2} which",
    );
    english(
        "decisions 2/CP.19,28 to 2/CP.19,28 2/CP.2029 and 3/CP.2230 adopted",
        28..31,
        "decisions 2/CP.19,{28} to 2/CP.19,{28} 2/CP.20{29} and 3/CP.22{30} adopted",
    );
}

#[test]
fn apart_from_their_words_as_on_pages() {
    english(
        "the Assembly, 1 the Sustainable Development Goals 2 and, in Goal 14, 3 article 7, \
         4 the Protocol, decision 1/CP.19, 5 to act; the Committee 1 and goals 4 and 5",
        1..6,
        "the Assembly,{1} the Sustainable Development Goals{2} and, in Goal 14,{3} article 7,{4} \
         the Protocol, decision 1/CP.19,{5} to act; the Committee{1} and goals 4 and 5",
    );
}

#[test]
fn numbers_apart_that_are_no_marks() {
    for (text, due) in [
        ("the Agenda, 1 the Goals 2 and for programmes 1, 2, 3, 4 and 7 of the", 1..3),
        ("the Agenda, 1 the Goals 2 and programme 2 (Legal affairs) of the", 1..3),
    ] {
        let expected = text.replacen(", 1 ", ",{1} ", 1).replacen(" 2 ", "{2} ", 1);
        english(text, due, &expected);
    }
}

#[test]
fn the_number_of_agenda_21_is_no_mark() {
    let cited: String = (1..22).map(|n| format!("the Committee, {n} ")).collect();
    let marked: String = (1..22).map(|n| format!("the Committee,{{{n}}} ")).collect();
    english(
        &format!("{cited}and Agenda 21, the Programme and the 2030 Agenda 21 are"),
        1..22,
        &format!("{marked}and Agenda 21, the Programme and the 2030 Agenda{{21}} are"),
    );
}

#[test]
fn a_repeat_stands_behind_the_words_of_the_first() {
    english(
        "the Rights of the Child, 1 the Rights of Persons with Disabilities 2 and the Rights of \
         Persons with Disabilities 2 requires",
        1..3,
        "the Rights of the Child,{1} the Rights of Persons with Disabilities{2} and the Rights of \
         Persons with Disabilities{2} requires",
    );
    reads(
        "《和平文化宣言》1和《人权公约》2承担的义务，根据两项人权公约2承担",
        1..3,
        Chinese,
        "《和平文化宣言》{1}和《人权公约》{2}承担的义务，根据两项人权公约{2}承担",
    );
    let text = "核准《报告》1所载方案预算方案1(法律事务)";
    reads(text, 1..2, Chinese, "核准《报告》{1}所载方案预算方案1(法律事务)");
}

#[test]
fn the_first_definitions_may_be_lost() {
    english("Rights,1 Covenants2 and Goals3", 2..4, "Rights,{1} Covenants{2} and Goals{3}");
}

#[test]
fn lost_spaces() {
    english(
        "2017,437/27 of 23 March 2018,540/16 of",
        4..6,
        "2017,{4}37/27 of 23 March 2018,{5}40/16 of",
    );
    english(
        "of 23 March 2012, 327/5 of 1 May 2013, 4 31/2 of",
        3..5,
        "of 23 March 2012,{3}27/5 of 1 May 2013,{4} 31/2 of",
    );
}

#[test]
fn other_styles() {
    english("Rights, 1/ and the Covenants 2/", 1..3, "Rights,{1} and the Covenants{2}");
    english("Rights,¹ and the Covenants²", 1..3, "Rights,{1} and the Covenants{2}");
    english("the Conference[1] to establish", 1..2, "the Conference{1} to establish");
    reads("عام 2022(1)، وإذ", 1..2, Arabic, "عام 2022{1}، وإذ");
    reads("حقوق الإنسان)1( وإذ", 1..2, Arabic, "حقوق الإنسان{1} وإذ");
    reads("秘书长的报告2 所载", 2..3, Chinese, "秘书长的报告{2}所载");
    let text = "2016年8月26日第53/144号决议";
    reads(text, 8..9, Chinese, text);
    english("the Holy See* and others", 1..1, "the Holy See* and others");
    let starred = ["The Committee,* having met1"];
    assert_eq!(
        shown(&starred, &place_marks(&starred, &["*", "1"], English)),
        "The Committee,{*} having met{1}"
    );
}

#[test]
fn pages_set_a_space_before_each() {
    english(
        "the Declaration, 1 the Covenants 2 and the 3 reports of 4 experts; 3",
        1..4,
        "the Declaration,{1} the Covenants{2} and the 3 reports of 4 experts;{3}",
    );
}

#[test]
fn definitions_and_marks_that_are_missing() {
    let stretches = ["First,1 second,2 third,3 fourth,4 fifth.5"];
    let placed = place_marks(&stretches, &["1", "2", "4", "5"], English);
    assert_eq!(shown(&stretches, &placed), "First,{1} second,{2} third,{3} fourth,{4} fifth.{5}");
    assert_eq!(
        placed.iter().filter(|m| m.is_virtual).map(|m| m.label.as_str()).collect::<Vec<_>>(),
        ["3"]
    );
    english("First,1 second,2 fourth,4 fifth.5", 1..6, "First,{1} second,{2} fourth,{4} fifth.{5}");
}

#[test]
fn hostile_text_takes_linear_time() {
    let many = "1".repeat(1_000_000);
    assert_eq!(place_marks(&[&many], &["1"], English), []);
    for unit in ["1/", ",1", "(1)", "1,2 ", ";1–2", "word1 ", " 1"] {
        let text = unit.repeat(200_000);
        let _ = place_marks(&[&text], &["1", "2", "3"], English);
    }
}

#[test]
fn numbers_in_a_list_of_counts_are_no_marks() {
    let marked = "the Declaration, 1 the Covenants 2 and the Goals; 3 ";
    let expected = "the Declaration,{1} the Covenants{2} and the Goals;{3} ";
    let counts = "192 injuries, 6 abductions, 86 arrests and 327 cases of harassment, 4 and ";
    let counted = "192 injuries, 6 abductions, 86 arrests and 327 cases of harassment,{4} and ";
    english(&format!("{marked}{counts}"), 1..9, &format!("{expected}{counted}"));
}

#[test]
fn the_number_of_a_goal_whose_name_stands_between_is_no_mark() {
    let marked = "la Declaración 1, los Pactos 2, los Objetivos de Desarrollo Sostenible 3 y ";
    let expected = "la Declaración{1}, los Pactos{2}, los Objetivos de Desarrollo Sostenible{3} y ";
    let goal = "el Objetivo de Desarrollo Sostenible 3, la cobertura";
    let text = format!("{marked}{goal}");
    reads(&text, 1..4, Language::Spanish, &format!("{expected}{goal}"));
}

#[test]
fn the_space_behind_a_mark_may_be_lost() {
    let text =
        "от 22 июня 2017 года 1, 36/5 от 28 сентября 2017 года 2и 41/7 от 11 июля 2019 года 3,";
    let expected =
        "от 22 июня 2017 года{1}, 36/5 от 28 сентября 2017 года{2}и 41/7 от 11 июля 2019 года{3},";
    reads(text, 1..4, Russian, expected);
}

#[test]
fn ranges_and_sessions_are_no_marks_in_chinese() {
    for text in ["许多中、低收入国家15至19岁少女", "通过Assembly/AU/Decl. 8(XXXII)号决定"]
    {
        reads(text, 8..16, Chinese, text);
    }
}

#[test]
fn an_agenda_that_has_a_number_already_may_have_a_mark() {
    english("Development,1 Agenda 21,2 the", 1..3, "Development,{1} Agenda 21,{2} the");
}

#[test]
fn what_is_counted_is_no_mark_even_where_its_footnote_is_due() {
    let text = "the Declaration, 1 the Covenants 2 and thereby reached 3 million people";
    english(text, 1..4, &text.replacen(", 1", ",{1}", 1).replacen(" 2", "{2}", 1));
}

#[test]
fn the_number_of_a_resolution_that_the_session_had_stays_whole() {
    let marked =
        "The Sixth,1 fifth,2 fourth,3 third,4 second,5 first,6 others7 and resolution 74/298";
    let labels: Vec<String> = (1..9).map(|n| n.to_string()).collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let placed = place_marks(&[marked], &labels, English);
    let last = placed.last().expect("it has marks");
    assert!(last.label == "7" || last.certainty == Certainty::Weak, "{last:?}");
}
