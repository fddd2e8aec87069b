//! The forty cases of the grammar of resolutions, and others of their kind: text in, model out.

use seized::{
    document::{Cite, Document, Footnote, Language, Organ, Part, Reference, Target},
    manuscript::Manuscript,
    parse::{
        ibid,
        marks::place_marks,
        parse,
        references::{self, Context},
    },
};

use crate::support::named;

use Language::{Arabic, Chinese, English, French, Russian, Spanish};

/// A text with its marks in braces; `due` are the footnotes that are defined.
fn marked(text: &str, due: &[&str], language: Language) -> String {
    let (mut shown, mut at) = (String::new(), 0);
    for mark in place_marks(&[text], due, language) {
        shown += &format!("{}{{{}}}", &text[at..mark.range.start], mark.label);
        at = mark.range.end;
    }
    shown + &text[at..]
}

#[track_caller]
fn marks(case: u8, language: Language, text: &str, due: &[&str], expected: &str) {
    assert_eq!(marked(text, due, language), expected, "case {case}");
}

/// The references of a text as `words → target`, in a document of `organ` that has paragraphs 1 to
/// 20, an annex and footnotes.
fn cited_in(text: &str, language: Language, organ: Organ, place: &str) -> Vec<String> {
    let exists = |cite: &Cite| {
        let name = cite.to_string();
        let number = name.trim_start_matches("II.").trim_start_matches("OP");
        number.parse().is_ok_and(|n: u8| (1..=20).contains(&n))
            || matches!(name.as_str(), "OP2(a)" | "OP9(a)" | "Annex" | "Annex II" | "fn 3")
    };
    let place = named(place);
    let context = Context { language, organ: Some(organ), place: &place, exists: &exists };
    references::find(text, &context).iter().map(|found| shown(text, found)).collect()
}

fn shown(text: &str, reference: &Reference) -> String {
    let words = &text[reference.range.clone()];
    match &reference.target {
        Target::Here(cite) => format!("{words} → {cite}"),
        Target::Document { symbol, locus: None } => format!("{words} → {symbol}"),
        Target::Document { symbol, locus: Some(locus) } => format!("{words} → {symbol}, {locus}"),
    }
}

#[track_caller]
fn cites(language: Language, text: &str, expected: &[&str]) {
    assert_eq!(cited_in(text, language, Organ::GeneralAssembly, "OP15"), expected, "{text:?}");
}

#[track_caller]
fn council_cites(text: &str, expected: &[&str]) {
    assert_eq!(cited_in(text, English, Organ::HumanRightsCouncil, "OP15"), expected, "{text:?}");
}

#[test]
fn marks_glued_to_words_years_and_numbers() {
    let text = "Rights,1 the International Covenants on Human Rights2 and";
    marks(
        1,
        English,
        text,
        &["1", "2"],
        "Rights,{1} the International Covenants on Human Rights{2} and",
    );
    let text = "22/6 of 21 March 2013,3 31/32 of 24 March 20164 and 34/5 of 23 March 2017,5";
    let expected =
        "22/6 of 21 March 2013,{3} 31/32 of 24 March 2016{4} and 34/5 of 23 March 2017,{5}";
    marks(2, English, text, &["3", "4", "5"], expected);
    let text = "resolution 59/3009 and the report,10";
    marks(16, English, text, &["9", "10"], "resolution 59/300{9} and the report,{10}");
    marks(
        17,
        English,
        "pursuant to resolution 71/60,1",
        &["1"],
        "pursuant to resolution 71/60,{1}",
    );
    marks(21, English, "Agenda 212 and", &["2"], "Agenda 21{2} and");
    marks(24, English, "biennium 2018–20192 and", &["2"], "biennium 2018–2019{2} and");
}

#[test]
fn marks_that_are_none() {
    for (case, text) in [
        (18, "decision 52/492 of 8 September"),
        (19, "A/71/644/Corr.1, E/2018/15/Add.1"),
        (29, "crime;2.\tUnderlines"),
        (30, "more than 1,500 people and 2.5 per cent"),
    ] {
        marks(case, English, text, &["1", "2"], text);
    }
    let text = "66/164, 68/181 and 70/161, recognizing";
    marks(4, English, text, &[], text);
    let text = "no 27531, 1er janvier, 76e séance";
    marks(26, French, text, &["1"], text);
    marks(27, Arabic, "MEPC.207(62)", &["62"], "MEPC.207(62)");
    marks(28, Chinese, "第53/144号，2016年8月26日", &["8"], "第53/144号，2016年8月26日");
}

#[test]
fn marks_in_the_languages() {
    marks(22, Russian, "COVID‑1910 и", &["10"], "COVID‑19{10} и");
    marks(25, French, "horizon 20302, ", &["2"], "horizon 2030{2}, ");
    marks(25, French, "résolution 21/117 et", &["7"], "résolution 21/11{7} et");
    marks(27, Arabic, "عام 2022(1)، وإذ", &["1"], "عام 2022{1}، وإذ");
    marks(27, Arabic, "حقوق الإنسان)1(، وإذ", &["1"], "حقوق الإنسان{1}، وإذ");
    marks(28, Chinese, "秘书长的报告2 所载", &["2"], "秘书长的报告{2}所载");
    marks(0, Spanish, "la Agenda 20302, y", &["2"], "la Agenda 2030{2}, y");
}

#[test]
fn marks_repeated_stacked_and_lost() {
    let text = "Human Rights Council,1,2 as well as Council,1 including the addendum thereto,2 and";
    let expected = "Human Rights Council,{1},{2} as well as Council,{1} including the addendum thereto,{2} and";
    marks(14, English, text, &["1", "2"], expected);
    let text = "one,1 two,2 three,3 Board of Auditors;1–3";
    marks(
        15,
        English,
        text,
        &["1", "2", "3"],
        "one,{1} two,{2} three,{3} Board of Auditors;{1}–{3}",
    );
    let text = "of 2/CP.19,28 of 2/CP.19,28 2/CP.2032 and 3/CP.2233 adopted";
    let expected = "of 2/CP.19,{28} of 2/CP.19,{28} 2/CP.20{32} and 3/CP.22{33} adopted";
    marks(20, English, text, &["28", "32", "33"], expected);
    let text = "2017,437/27 of 23 March 2018,540/16 of 22 March";
    marks(23, English, text, &["4", "5"], "2017,{4}37/27 of 23 March 2018,{5}40/16 of 22 March");
    let text = "four;4 five;5 six;6 seven.7";
    marks(31, English, text, &["4", "6", "7"], "four;{4} five;{5} six;{6} seven.{7}");
    let text = "eight;8 nine; ten;10 eleven.11";
    marks(32, English, text, &["8", "9", "10", "11"], "eight;{8} nine; ten;{10} eleven.{11}");
    marks(33, English, "Rights, 1/ and", &["1"], "Rights,{1} and");
}

#[test]
fn lists_share_a_noun_and_its_owner() {
    let text = "its resolutions 66/164 of 19 December 2011, 68/181 of 18 December 2013 and 70/161 of 17 December \
                2015, and Human Rights Council resolutions 22/6 of 21 March 2013, 31/32 of 24 March 2016 and 34/5 of \
                23 March 2017";
    cites(
        English,
        text,
        &[
            "66/164 → A/RES/66/164",
            "68/181 → A/RES/68/181",
            "70/161 → A/RES/70/161",
            "22/6 → A/HRC/RES/22/6",
            "31/32 → A/HRC/RES/31/32",
            "34/5 → A/HRC/RES/34/5",
        ],
    );
    let text = "as called for by the General Assembly in its resolutions 66/164, 68/181 and 70/161, recognizing";
    cites(
        English,
        text,
        &["66/164 → A/RES/66/164", "68/181 → A/RES/68/181", "70/161 → A/RES/70/161"],
    );
    let text = "General Assembly and Security Council resolutions 70/262 and 2282 (2016)";
    cites(English, text, &["70/262 → A/RES/70/262", "2282 (2016) → S/RES/2282 (2016)"]);
    let text = "resolutions 73/268 A of 22 December 2018 and 73/268 B of 3 July 2019";
    cites(English, text, &["73/268 A → A/RES/73/268 A", "73/268 B → A/RES/73/268 B"]);
}

#[test]
fn whose_a_number_is() {
    cites(English, "decision 52/492 of 8 September 1998", &["52/492 → A/DEC/52/492"]);
    let text = "Security Council resolution 1325 (2000) of 31 October 2000";
    cites(English, text, &["1325 (2000) → S/RES/1325 (2000)"]);
    cites(
        English,
        "requested by the Human Rights Council in its resolution 21/11",
        &["21/11 → A/HRC/RES/21/11"],
    );
    cites(English, "resolution 34/5 of 23 March 2017", &["34/5 → A/HRC/RES/34/5"]);
    cites(English, "resolution 34/5 of 2 November 1979", &["34/5 → A/RES/34/5"]);
    cites(
        English,
        "resolution 16/21 of the Council, of 25 March 2011",
        &["16/21 → A/HRC/RES/16/21"],
    );
    cites(
        English,
        "its emergency special session, resolution ES-10/15",
        &["ES-10/15 → A/RES/ES-10/15"],
    );
    cites(English, "Economic and Social Council resolution 2015/30", &["2015/30 → E/RES/2015/30"]);
    cites(English, "Economic and Social Council decision 2015/242", &["2015/242 → E/DEC/2015/242"]);
    cites(
        English,
        "Commission on Human Rights resolution 1998/72",
        &["1998/72 → E/CN.4/RES/1998/72"],
    );
    cites(English, "Commission on Narcotic Drugs resolution 58/5", &[]);
    let text = "the Sub-Commission on the Promotion of Human Rights adopted resolution 2000/22 of 18 \
                August 2000";
    cites(English, text, &[]);
    let text = "la Sous-Commission a adopté, à sa session, la résolution 2000/22 du 18 août 2000";
    cites(French, text, &[]);
    let text = "la resolución 2000/22 del Consejo Económico y Social, de 28 de julio de 2000";
    cites(Spanish, text, &["2000/22 → E/RES/2000/22"]);
    let text = "resolution S-29/1, adopted by the Human Rights Council";
    cites(English, text, &["S-29/1 → A/HRC/RES/S-29/1"]);
    cites(English, "resolution 4/10 of 30 March 2007", &["4/10 → A/HRC/RES/4/10"]);
    let text = "the Conference of the Parties met; resolution 4/10 of 30 March 2007";
    cites(English, text, &[]);
    cites(Arabic, "وإذ تشير إلى قرارهــا 72/154", &["72/154 → A/RES/72/154"]);
    council_cites(
        "Council resolution S-21/1 and its resolution 16/18",
        &["S-21/1 → A/HRC/RES/S-21/1", "16/18 → A/HRC/RES/16/18"],
    );
    council_cites("General Assembly resolution 60/251", &["60/251 → A/RES/60/251"]);
    cites(
        English,
        "Supplement No. 53A (A/74/53/Add.1), chap. III, resolution 42/12.",
        &["A/74/53/Add.1 → A/74/53/Add.1, chap. III, resolution 42/12", "42/12 → A/HRC/RES/42/12"],
    );
}

#[test]
fn old_numbers_and_their_links() {
    cites(English, "Resolution 217 A (III).", &["217 A (III) → A/RES/217 A (III)"]);
    cites(
        English,
        "See resolution 2200 A (XXI), annex.",
        &["2200 A (XXI) → A/RES/2200 A (XXI), annex"],
    );
    let links: Vec<String> = ["A/RES/217 A (III)", "A/RES/2200 A (XXI)"]
        .map(|symbol| seized::document::Symbol::new(symbol).link())
        .into();
    assert_eq!(links, ["https://undocs.org/A/RES/217(III)", "https://undocs.org/A/RES/2200(XXI)"]);
}

#[test]
fn symbols_with_their_session_or_part() {
    let text = "See A/RES/217 A (III), S/RES/1325 (2000) and A/RES/72/262 B.";
    let expected = [
        "A/RES/217 A (III) → A/RES/217 A (III)",
        "S/RES/1325 (2000) → S/RES/1325 (2000)",
        "A/RES/72/262 B → A/RES/72/262 B",
    ];
    cites(English, text, &expected);
}

#[test]
fn the_body_may_be_named_between_the_noun_and_the_number() {
    let text = "the resolution of the Human Rights Council 34/5";
    cites(English, text, &["34/5 → A/HRC/RES/34/5"]);
}

#[test]
fn a_year_that_is_no_date_of_a_resolution_says_nothing_of_it() {
    cites(Chinese, "大会2017年通过的第34/5号决议", &["34/5 → A/RES/34/5"]);
}

#[test]
fn special_sessions_are_told_by_their_year() {
    council_cites("resolution S-10/2 of 30 June 1978", &["S-10/2 → A/RES/S-10/2"]);
    council_cites("resolution S-10/1 of 23 February 2009", &["S-10/1 → A/HRC/RES/S-10/1"]);
}

#[test]
fn cyrillic_capitals_stand_for_the_latin_ones_they_look_like() {
    cites(
        Russian,
        "в резолюциях 1970 (ХVIII) и 2106 А (ХХ)",
        &["1970 (ХVIII) → A/RES/1970 (XVIII)", "2106 А (ХХ) → A/RES/2106 A (XX)"],
    );
    cites(Russian, "см. А/С.3/74/L.5.", &["А/С.3/74/L.5 → A/C.3/74/L.5"]);
    // *О* is a word, and no letter of a part.
    cites(Russian, "резолюция 74/91 О положении", &["74/91 → A/RES/74/91"]);
}

#[test]
fn a_body_named_behind_a_date_and_something_else_owns_no_number_before_it() {
    let text = "Human Rights Council resolutions 27/22 of 26 September 2014 and 44/16 of 17 July 2020 and all \
                conclusions of the Commission on the Status of Women";
    cites(English, text, &["27/22 → A/HRC/RES/27/22", "44/16 → A/HRC/RES/44/16"]);
    let text = "resolution 44/16 of 17 July 2020 of the Human Rights Council";
    cites(English, text, &["44/16 → A/HRC/RES/44/16"]);
}

#[test]
fn who_recommends_a_resolution_does_not_adopt_it() {
    let text = "经济及社会理事会根据预防犯罪和刑事司法委员会建议通过的题为“合作”的第2019/19号决议";
    cites(Chinese, text, &["2019/19 → E/RES/2019/19"]);
    let text = "经济及社会理事会注意到预防犯罪和刑事司法委员会第2019/19号决议";
    cites(Chinese, text, &[]);
}

#[test]
fn symbols_that_lost_what_stood_between_them() {
    let text = "E/2005/23/Corr.1E/2005/23/Corr.2";
    let expected = ["E/2005/23/Corr.1 → E/2005/23/Corr.1", "E/2005/23/Corr.2 → E/2005/23/Corr.2"];
    cites(English, text, &expected);
}

#[test]
fn arabic_words_may_stand_right_beside_a_number() {
    cites(Arabic, "القرار 53/144المؤرخ 9", &["53/144 → A/RES/53/144"]);
    cites(Arabic, "القرار53/144 المؤرخ 9", &["53/144 → A/RES/53/144"]);
}

#[test]
fn places_of_the_same_text() {
    cites(English, "referred to in paragraph 14 above;", &["paragraph 14 above → OP14"]);
    cites(English, "meeting referred to in paragraph 14.", &["paragraph 14 → OP14"]);
    cites(
        English,
        "paragraphs 2 (a) and 3 of the present resolution,",
        &["paragraphs 2 (a) → OP2(a)", "3 → OP3"],
    );
    cites(
        English,
        "the annex to the present resolution;",
        &["annex to the present resolution → Annex"],
    );
    cites(
        English,
        "annex II to the present resolution;",
        &["annex II to the present resolution → Annex II"],
    );
    cites(English, "see footnote 3 above", &["footnote 3 above → fn 3"]);
    cites(English, "paragraph 4 of the global compact", &[]);
    cites(English, "Article 101, paragraph 3, of the Charter", &[]);
    cites(English, "paragraph 30 above", &[]);
    cites(French, "au paragraphe 14 ci-dessus ;", &["paragraphe 14 ci-dessus → OP14"]);
    cites(
        Spanish,
        "en el párrafo 14 de la presente resolución;",
        &["párrafo 14 de la presente resolución → OP14"],
    );
    cites(Russian, "в пункте 14 выше;", &["пункте 14 выше → OP14"]);
    cites(Chinese, "上文第14段提到的", &["上文第14段 → OP14"]);
    cites(Arabic, "في الفقرة 14 أعلاه؛", &["الفقرة 14 أعلاه → OP14"]);
}

#[test]
fn places_in_other_documents() {
    let text = "paragraph 4 of section V of its resolution 68/247 B";
    cites(English, text, &["68/247 B → A/RES/68/247 B, paragraph 4 of section V"]);
    let text = "Supplement No. 53 (A/68/53), chap. IV, sect. A.";
    cites(English, text, &["A/68/53 → A/68/53, chap. IV, sect. A"]);
    cites(
        English,
        "See A/56/61, annex, and A/74/113, para. 3.",
        &["A/56/61 → A/56/61, annex", "A/74/113 → A/74/113, para. 3"],
    );
}

#[test]
fn numbers_in_the_languages() {
    cites(French, "la résolution 53/144 du 9 décembre 1998", &["53/144 → A/RES/53/144"]);
    cites(
        French,
        "les résolutions 5/1 et 5/2 du Conseil des droits de l’homme",
        &["5/1 → A/HRC/RES/5/1", "5/2 → A/HRC/RES/5/2"],
    );
    cites(Spanish, "su resolución 53/144, de 9 de diciembre de 1998,", &["53/144 → A/RES/53/144"]);
    cites(
        Spanish,
        "la resolución 1980/67 del Consejo Económico y Social",
        &["1980/67 → E/RES/1980/67"],
    );
    cites(Russian, "на свою резолюцию 53/144 от 9 декабря 1998 года", &["53/144 → A/RES/53/144"]);
    cites(Russian, "к резолюции 16/21 Совета от 25 марта 2011 года", &["16/21 → A/HRC/RES/16/21"]);
    cites(Chinese, "大会1998年12月9日第53/144号决议", &["53/144 → A/RES/53/144"]);
    cites(
        Chinese,
        "人权理事会2017年6月22日第35/17号、2017年9月28日第36/5号决议",
        &["35/17 → A/HRC/RES/35/17", "36/5 → A/HRC/RES/36/5"],
    );
    cites(Chinese, "第217A(III)号决议", &["217A(III) → A/RES/217 A (III)"]);
    cites(Arabic, "القرار 53/144 المؤرخ 9 كانون الأول/ديسمبر 1998", &["53/144 → A/RES/53/144"]);
    cites(
        Arabic,
        "قرار مجلس حقوق الإنسان 5/1 المؤرخ 18 حزيران/يونيه 2007",
        &["5/1 → A/HRC/RES/5/1"],
    );
    cites(Arabic, "القرار 217 ألف (د-3)", &["217 ألف (د-3) → A/RES/217 A (III)"]);
}

/// Footnotes with their references and antecedents, as `antecedent: references`.
fn resolved(texts: &[&str], language: Language) -> Vec<String> {
    let place = Cite::footnote("1");
    let context = Context {
        language,
        organ: Some(Organ::GeneralAssembly),
        place: &place,
        exists: &|_| false,
    };
    let mut footnotes: Vec<Footnote> = texts
        .iter()
        .enumerate()
        .map(|(index, text)| Footnote {
            mark: (index + 1).to_string(),
            text: (*text).to_owned(),
            references: references::find(text, &context),
            antecedent: None,
            italics: Vec::new(),
            span: Default::default(),
        })
        .collect();
    ibid::resolve(&mut footnotes, language);
    footnotes
        .iter()
        .map(|note| {
            let antecedent = note.antecedent.as_ref().map_or("-".to_owned(), Cite::to_string);
            let cited: Vec<String> = note.references.iter().map(|r| shown(&note.text, r)).collect();
            format!("{antecedent}: {}", cited.join("; "))
        })
        .collect()
}

#[test]
fn ibid_repeats_the_footnote_before() {
    let notes = [
        "See Official Records of the General Assembly, Sixty-eighth Session, Supplement No. 53 (A/68/53), chap. IV, sect. A.",
        "Ibid., Seventy-first Session (A/71/53), chap. IV, sect. A.",
        "Ibid., chap. V.",
        "Ibid.",
        "United Nations, Treaty Series, vol. 999, No. 14668.",
        "Ibid., vol. 1125, Nos. 17512 and 17513.",
    ];
    assert_eq!(
        resolved(&notes, English),
        [
            "-: A/68/53 → A/68/53, chap. IV, sect. A",
            "fn 1: A/71/53 → A/71/53, chap. IV, sect. A",
            "fn 1: Ibid. → A/71/53, chap. V",
            "fn 1: Ibid. → A/71/53, chap. V",
            "-: ",
            "fn 5: ",
        ]
    );
    assert_eq!(
        resolved(&["Резолюция 70/1.", "Там же."], Russian),
        ["-: 70/1 → A/RES/70/1", "fn 1: Там же. → A/RES/70/1"]
    );
    assert_eq!(
        resolved(&["第70/1号决议。", "同上。"], Chinese),
        ["-: 70/1 → A/RES/70/1", "fn 1: 同上 → A/RES/70/1"]
    );
}

/// A document in the layout of the UN's Word files saved as text.
fn document(text: &str) -> Document {
    parse(&Manuscript::plain(text)).0
}

fn sample() -> Document {
    document(include_str!("../../assets/A_RES_72_247.txt"))
}

/// The references of a block or footnote of a document.
#[track_caller]
fn references_of(document: &Document, cite: &str) -> Vec<String> {
    let passage = document.passage(&named(cite)).unwrap_or_else(|| panic!("no {cite}"));
    let text = document.text(passage);
    document.references(passage).iter().map(|reference| shown(text, reference)).collect()
}

/// The marks of a document's blocks as `PP2: 1 2`.
fn marks_of(document: &Document) -> Vec<String> {
    let marked = document.blocks.iter().filter(|block| !block.marks.is_empty());
    marked
        .map(|block| {
            let labels: Vec<&str> = block.marks.iter().map(|mark| mark.label.as_str()).collect();
            format!("{}: {}", block.cite, labels.join(" "))
        })
        .collect()
}

#[test]
fn the_sample() {
    let sample = sample();
    let count = |part| sample.part(part).count();
    assert_eq!(
        (count(Part::Preamble), count(Part::Operative), sample.footnotes.len()),
        (18, 20, 12)
    );
    assert_eq!(
        marks_of(&sample),
        [
            "PP2: 1 2",
            "PP4: 3 4 5",
            "PP7: 6",
            "PP11: 7",
            "OP3: 8 9",
            "OP6: 10",
            "OP13: 11",
            "OP17: 12"
        ],
    );
    assert_eq!(references_of(&sample, "OP15"), ["paragraph 14 above → OP14"]);
    assert_eq!(references_of(&sample, "fn 12"), ["paragraph 14 → OP14"]);
    assert_eq!(references_of(&sample, "fn 5"), ["A/72/53 → A/72/53, chap. IV, sect. A"]);
    let antecedents: Vec<Option<Cite>> =
        sample.footnotes.iter().map(|note| note.antecedent.clone()).collect();
    let third = Some(Cite::footnote("3"));
    assert_eq!(antecedents[..6], [None, None, None, third.clone(), third, None]);
    let debris: Vec<(&str, &str)> =
        sample.debris.iter().map(|debris| (debris.kind, debris.text.trim())).collect();
    assert!(debris.iter().any(|(_, text)| *text == "17-233316/6"), "{debris:?}");
    assert!(debris.iter().any(|(_, text)| *text == "5/617-23331"), "{debris:?}");
    assert_eq!(sample.head.job_number.as_deref(), Some("17-23331"));
}

/// A resolution around some body lines and notes.
fn resolution(body: &str, notes: &str) -> Document {
    document(&format!(
        "Seventy-second session\nAgenda item 72 (b)\n\nResolution adopted by the General Assembly on 24 December \
         2017\n\n[on the report of the Third Committee (A/72/439/Add.2)]\n\n\t72/900.\tA title of some \
         kind\n\n{body}\n\n76th plenary meeting \n24 December 2017\n\n{notes}\n"
    ))
}

fn cites_of(document: &Document, part: Part) -> Vec<String> {
    document.part(part).map(|(_, block)| block.cite.to_string()).collect()
}

#[test]
fn without_a_number_ahead_a_clause_with_a_comma_is_operative_by_its_opener() {
    let body = "\tThe General Assembly,\n\tRecalling its resolution 71/1,\n\tDecides to act at once,\n\t\
                Requests the Secretary-General to report.";
    let document = resolution(body, "");
    assert_eq!(cites_of(&document, Part::Preamble), ["PP1"]);
    assert_eq!(cites_of(&document, Part::Operative), ["OPu1", "OPu2"]);
}

#[test]
fn what_a_document_cites_with_the_opener_above() {
    let body = "\tThe General Assembly,\n\tRecalling its resolution 71/1,1\n\t1.\tRequests the \
                Secretary-General:\n\t(a)\tTo act on resolution 70/1, annex;\n\t2.\tDecides to act.";
    let document = resolution(body, "\t1 \tSee A/72/439, para. 3.");
    let cited: Vec<String> = document
        .outbound()
        .map(|cited| {
            let (opener, locus) = (cited.opener.unwrap_or("-"), cited.locus.unwrap_or("-"));
            format!("{} {opener}: {} {} {locus}", cited.at, cited.words, cited.symbol)
        })
        .collect();
    assert_eq!(
        cited,
        [
            "PP1 Recalling: 71/1 A/RES/71/1 -",
            "OP1(a) Requests: 70/1 A/RES/70/1 annex",
            "fn 1 -: A/72/439 A/72/439 para. 3",
        ]
    );
}

#[test]
fn a_formula_without_a_preamble() {
    let document = resolution("\tThe General Assembly\n\t1.\tTakes note of the report.", "");
    assert_eq!(cites_of(&document, Part::Formula), ["formula"]);
    assert_eq!(cites_of(&document, Part::Preamble), [""; 0]);
    assert_eq!(cites_of(&document, Part::Operative), ["OP1"]);
}

#[test]
fn a_single_unnumbered_operative_paragraph() {
    let document = resolution(
        "\tThe General Assembly,\n\tHaving considered the report of the Credentials Committee1 and the \
         recommendation contained therein,\n\tApproves the report of the Credentials Committee.1",
        "\t1 \tA/72/601.",
    );
    assert_eq!(cites_of(&document, Part::Operative), ["OPu1"]);
    assert_eq!(marks_of(&document), ["PP1: 1", "OPu1: 1"]);
}

#[test]
fn annexes_come_after_the_meeting_and_before_the_notes() {
    let document = document(
        "Seventy-second session\n\nResolution adopted by the General Assembly on 23 July 2018\n\n[without reference \
         to a Main Committee (A/72/L.67)]\n\n\t72/901.\tA title\n\n\tThe General Assembly,\n\tRecalling its \
         resolution 70/1 of 25 September 2015,1\n\t1.\tDecides to adopt the text annexed to the present \
         resolution.\n\n107th plenary meeting \n23 July 2018\n\nAnnex\n\n\t1.\tIn accordance with the \
         above, the review shall be held.\n\n\t1 \tResolution 70/1.\n",
    );
    assert_eq!(document.footnotes.len(), 1);
    assert_eq!(marks_of(&document), ["PP1: 1"]);
    assert!(document.block(&named("Annex.1")).is_some(), "{:?}", cites_of(&document, Part::Annex));
}

#[test]
fn sections_number_their_paragraphs_anew() {
    let document = resolution(
        "\tThe General Assembly,\n\nI\n\nFirst matter\n\n\tRecalling paragraph 4 of section V of its resolution \
         68/247 B,\n\t1.\tTakes note of the report;\n\t2.\tDecides to return to it as set out in paragraph 1 \
         above;\n\nII\n\nSecond matter\n\n\t1.\tRequests the Secretary-General to report;\n\t2.\tEndorses the \
         conclusions.",
        "",
    );
    assert_eq!(references_of(&document, "I.OP2"), ["paragraph 1 above → I.OP1"]);
    assert!(
        document.block(&named("II.OP1")).is_some(),
        "{:?}",
        cites_of(&document, Part::Operative)
    );
}

proptest::proptest! {
    /// Whatever a text says, marks and references are words of it, in order, none in another.
    #[test]
    fn any_text_is_read(
        text in "([0-9]{1,5}|[ ,;./()\\-–*—]|[a-zA-Zé]{1,4}|²|³|第|号|年|决议|段|д|№|قرار|د-|ألف|A/|A/RES/|resolution |\
                 paragraph |above|\\(III\\)|\\(2000\\)|annex|Ibid\\.|of the Council|ES-|S-|’|《|\u{a0}|\u{200f}){0,40}",
        language in 0_usize..6,
    ) {
        let language = Language::ALL[language];
        let place = named("OP1");
        let context = Context { language, organ: None, place: &place, exists: &|_| true };
        let ranges = references::find(&text, &context).into_iter().map(|found| found.range);
        let marks = place_marks(&[&text], &["1", "2", "3", "*"], language);
        for ranges in [ranges.collect::<Vec<_>>(), marks.into_iter().map(|mark| mark.range).collect()] {
            let mut end = 0;
            for range in ranges {
                proptest::prop_assert!(end <= range.start && range.start < range.end, "{range:?} in {text:?}");
                proptest::prop_assert!(text.get(range.clone()).is_some(), "{range:?} in {text:?}");
                end = range.end;
            }
        }
    }
}
