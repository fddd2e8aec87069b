//! Who is asked to do what, by when, in the many words that ask: a paragraph in, a line for each thing to be done out.

use seized::{document::Document, mandates::mandates};

use crate::mandates::{asks, document, resolution, shown};

#[track_caller]
fn finds(document: &Document, expected: &[&str]) {
    let found: Vec<String> = mandates(document).iter().map(shown).collect();
    assert_eq!(found, expected);
}

#[track_caller]
fn french(paragraph: &str, expected: &[&str]) {
    finds(
        &document(&format!(
            "L’Assemblée générale,\n\nRappelant sa résolution 70/161 du 17 décembre 2015,\n\nPrenant note du rapport de l’Office de secours et de travaux des Nations Unies pour les réfugiés de Palestine dans le Proche-Orient,\n\n1. {paragraph}\n"
        )),
        expected,
    );
}

#[track_caller]
fn spanish(paragraph: &str, expected: &[&str]) {
    finds(
        &document(&format!(
            "La Asamblea General,\n\nRecordando su resolución 70/161, de 17 de diciembre de 2015,\n\nReconociendo los esfuerzos de los Estados y de las organizaciones para el desarrollo de los pueblos,\n\n1. {paragraph}\n"
        )),
        expected,
    );
}

#[track_caller]
fn chinese(paragraph: &str, expected: &[&str]) {
    finds(
        &document(&format!("大会，\n\n回顾其2015年12月17日第70/161号决议，\n\n1. {paragraph}\n")),
        expected,
    );
}

#[track_caller]
fn arabic(paragraph: &str, expected: &[&str]) {
    finds(
        &document(&format!(
            "إن الجمعية العامة،\n\nإذ تشير إلى قرارها 70/161 المؤرخ 17 كانون الأول/ديسمبر 2015،\n\n1 - {paragraph}\n"
        )),
        expected,
    );
}

#[test]
fn what_is_inserted_stands_between_who_and_what() {
    asks(
        "1. Requests the Secretary-General, within existing resources, in consultation with States, to submit, in \
         accordance with its rules, a report and to hurry;\n\n2. Decides that, in accordance with its rules, the \
         Committee shall, as soon as possible, transmit a report to the Council;\n\n3. Encourages all States and, \
         as appropriate, civil society, to submit a plan, submit a report and present it;\n\n4. Strongly urges, in \
         particular, the Committee, once again and also, to report, and further strongly urges it to meet;\n\n5. \
         Invites the Committee to fully report on it.",
        &[
            "OP1 request Secretary-General: report",
            "OP1 request Secretary-General: other",
            "OP2 decide Committee: report",
            "OP3 encourage States: plan",
            "OP3 encourage States: report",
            "OP4 urge Committee: report",
            "OP4 urge Committee: meeting",
            "OP5 invite Committee: report",
        ],
    );
}

#[test]
fn a_report_and_the_dialogue_on_it_have_one_time() {
    asks(
        "1. Requests the High Commissioner to submit a report to the Human Rights Council at its fortieth \
         session, and to hold an interactive dialogue on it;\n\n2. Requests the High Commissioner to submit a \
         report annually, and to engage in an interactive dialogue with the Council in 2019;\n\n3. Requests the \
         Committee to present an update and to hold an interactive dialogue;\n\n4. Requests the Committee to \
         convene a meeting in 2019 and to hold a dialogue on it.",
        &[
            "OP1 request High Commissioner: report, session 40, 2019",
            "OP1 request High Commissioner: meeting, session 40, 2019",
            "OP2 request High Commissioner: report, every year",
            "OP2 request High Commissioner: meeting, 2019",
            "OP3 request Committee: update",
            "OP3 request Committee: meeting",
            "OP4 request Committee: meeting, 2019",
            "OP4 request Committee: meeting",
        ],
    );
}

#[test]
fn to_do_so_is_nothing_of_its_own() {
    asks(
        "1. Requests the Secretary-General to prepare a report to be submitted to the Assembly at its seventy-third \
         session, and to do so in 2019, and to do it, to help the States.",
        &[
            "OP1 request Secretary-General: report, session 73, 2018",
            "OP1 request Secretary-General: other",
        ],
    );
}

#[test]
fn numbers_of_sessions_are_read_in_words() {
    asks(
        "1. Requests the Committee to report at its hundred and twenty-first session, and at its 75th \
         session;\n\n2. Requests the Secretary-General to report to the Assembly at its seventyfourth session.",
        &[
            "OP1 request Committee: report, session 121",
            "OP1 request Committee: report, session 75",
            "OP2 request Secretary-General: report, session 74, 2019",
        ],
    );
    french(
        "Prie l’Office de présenter un rapport à sa quatre-vingt-unième session et à sa soixante et onzième session.",
        &[
            "OP1 request United Nations Relief and Works Agency for Palestine Refugees in the Near East: report, session 81, 2026",
            "OP1 request United Nations Relief and Works Agency for Palestine Refugees in the Near East: report, session 71, 2016",
        ],
    );
    chinese(
        "决定在第八十届会议上审议此事，并请委员会向大会第九十届会议报告。",
        &[
            "OP1 decide General Assembly: other, session 80, 2025",
            "OP1 request Committee: report, session 90, 2035",
        ],
    );
    chinese(
        "请委员会向其第一百零一届会议提交一份报告。",
        &["OP1 request Committee: report, session 101"],
    );
}

#[test]
fn a_commission_is_the_one_that_was_named() {
    asks(
        "1. Requests the Commission on the Status of Women to report;\n\n2. Requests the Commission to meet.",
        &[
            "OP1 request Commission on the Status of Women: report",
            "OP2 request Commission on the Status of Women: meeting",
        ],
    );
}

#[test]
fn items_say_who_or_what() {
    asks(
        "1. Decides to request the Committee to ask the Secretary-General to report;\n\n2. Requests:\n\n(a) The \
         Secretary-General to submit a report;\n\n(b) The Committee to meet;\n\n3. Requests the Committee to take \
         the following steps:\n\n(a) Reporting to the Assembly;\n\n(b) The report;\n\n(c) To meet in \
         2019;\n\n4. Decides that the Committee shall:\n\n(a) Meet in 2019;\n\n(b) Its members shall report;",
        &[
            "OP1 request Committee: other",
            "OP2(a) request Secretary-General: report",
            "OP2(b) request Committee: meeting",
            "OP3 request Committee: other",
            "OP3(a) request Committee: report",
            "OP3(c) request Committee: meeting, 2019",
            "OP4(a) decide Committee: meeting, 2019",
        ],
    );
}

#[test]
fn what_was_done_at_a_session_is_told_from_what_is_to_be_done() {
    asks(
        "1. Requests the Secretary-General to prepare a study of the discussion held at its seventy-third session, \
         to be submitted at its seventy-fourth session, and looks forward to the report at its seventy-fifth \
         session;\n\n2. Requests the Committee to consider the report submitted and the paper to be submitted at \
         its seventy-fourth session.",
        &[
            "OP1 request Secretary-General: study, session 74, 2019",
            "OP2 request Committee: other, session 74",
        ],
    );
}

#[test]
fn days_are_due_where_no_day_of_adoption_is_known_and_none_behind_it() {
    finds(
        &document(
            "The Security Council,\n\nRecalling its resolution 1325 (2000),\n\n1. Requests the Secretary-General to \
             report by 12 September, and no later than 15 March 2019, and before 3 May 2020, and of 28 March 2003.\n",
        ),
        &[
            "OP1 request Secretary-General: report, 2019, 2019-03-15",
            "OP1 request Secretary-General: report, 2020, 2020-05-03",
        ],
    );
    finds(
        &document(
            "S/RES/1999 (2018)\n\nResolution 1999 (2018)\n\nAdopted by the Security Council at its 6583rd meeting, \
             on 13 July 2018\n\nThe Security Council,\n\nRecalling the Committee established pursuant to resolution \
             1267 (1999),\n\n1. Requests the Committee to report by 12 September, and 1 January.\n",
        ),
        &["OP1 request Committee: report, 2018, 2018-09-12"],
    );
}

#[test]
fn what_a_report_is_about_is_told() {
    let document = resolution(
        "1. Requests the Committee to submit to the Council a report on the state of the harbours, and on the \
         ships;\n\n2. Requests the Committee to submit a report.",
    );
    let found = mandates(&document);
    let about: Vec<&str> = found.iter().map(|mandate| mandate.about.as_str()).collect();
    assert_eq!(about, ["the state of the harbours", "a report"]);
}

#[test]
fn french_asks_in_many_ways() {
    french(
        "Lance un appel aux États pour qu’ils versent des contributions.",
        &["OP1 call States: fund"],
    );
    french(
        "Prie le Secrétaire général de la présenter et de lui faire rapport pour le 1er mai 2019.",
        &[
            "OP1 request Secretary-General: report",
            "OP1 request Secretary-General: report, 2019, 2019-05-01",
        ],
    );
}

#[test]
fn spanish_asks_in_many_ways() {
    spanish(
        "Hace un llamamiento a los Estados para que contribuyan al fondo.",
        &["OP1 call States: fund"],
    );
    spanish(
        "Insta a los Estados a que también le presenten un informe, y se esfuercen por lograrlo, y apoyen al Comité \
         y las examinen.",
        &["OP1 urge States: report", "OP1 urge States: other", "OP1 urge States: other"],
    );
    spanish("Invita a los Estados a presentarlo.", &["OP1 invite States: other"]);
    spanish(
        "Insta a los Estados a que apoyen al Comité y adopten medidas encaminadas a reducir los daños.",
        &["OP1 urge States: other", "OP1 urge States: other"],
    );
}

#[test]
fn arabic_asks_in_many_ways() {
    arabic(
        "تطلب إلى الأمين العام ألا يقدم تقريرا وأن يقوم بتقديم خطة؛",
        &["OP1 request Secretary-General: report", "OP1 request Secretary-General: plan"],
    );
    arabic(
        "تطلب إلى اللجنة أن تقوم بتقديم تقرير وأن لا تقدم شيئا؛",
        &["OP1 request Committee: report", "OP1 request Committee: other"],
    );
    arabic(
        "تدعو الدول إلى تقديم تقرير إلى الجمعية العامة في دورتها الخامسة والسبعين؛",
        &["OP1 invite States: report, session 75, 2020"],
    );
    arabic(
        "تحث الدول على تقديم تقرير وعلى اتخاذ تدابير؛",
        &["OP1 urge States: report", "OP1 urge States: other"],
    );
}

#[test]
fn chinese_asks_in_many_ways() {
    chinese(
        "请秘书长向大会第七十五届会议提交一份报告，并继续执行任务，和召开会议，加强合作，并协助各国。",
        &[
            "OP1 request Secretary-General: report, session 75, 2020",
            "OP1 request Secretary-General: other",
            "OP1 request Secretary-General: meeting",
            "OP1 request Secretary-General: other",
            "OP1 request Secretary-General: other",
        ],
    );
    chinese(
        "请秘书长采取措施，提供资料，解决问题，考虑并报告。",
        &[
            "OP1 request Secretary-General: other",
            "OP1 request Secretary-General: other",
            "OP1 request Secretary-General: report",
        ],
    );
    chinese("促请包括管理国在内的所有国家采取措施。", &["OP1 call States: other"]);
    chinese(
        "鼓励会员国、私营部门和其他利益攸关方加强合作。",
        &["OP1 encourage Member States: other"],
    );
    chinese(
        "请特别报告员每年向大会提交报告。",
        &["OP1 request Special Rapporteur: report, every year"],
    );
    chinese(
        "请秘书长的有关特别代表提交报告。",
        &["OP1 request Special Representative of the Secretary-General: report"],
    );
}

#[test]
fn a_number_with_a_comma_is_one_word_and_the_united_states_are_nobody() {
    let found = mandates(&resolution(
        "1. Requests the Secretary-General to deploy up to 12,000 troops and 1,500 police officers.",
    ));
    let words: Vec<&str> = found.iter().map(|mandate| mandate.about.as_str()).collect();
    assert_eq!(words, ["up to 12,000 troops and 1,500 police officers"]);
    asks("1. Resolves that the amount of 195,720 United States dollars shall be reduced.", &[]);
}

#[test]
fn what_is_kept_informed_or_under_review() {
    asks(
        "1. Requests the Secretary-General to keep Member States regularly informed of developments.\n\n\
         2. Requests the Committee to keep the matter under constant review.\n\n\
         3. Invites States to consider contributing to the Central Emergency Response Fund.",
        &[
            "OP1 request Secretary-General: update",
            "OP2 request Committee: review",
            "OP3 invite States: fund",
        ],
    );
}
