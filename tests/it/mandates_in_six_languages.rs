//! What each of the six languages has of its own where it asks somebody: lists, pronouns, numbers, words that look like
//! others. A paragraph in, a line for each thing to be done out.

use seized::{
    document::{Document, Organ},
    mandates::{mandates, year_of_session},
};

use crate::mandates::{document, shown};

/// The lines of a paragraph in a language.
fn lines(language: &str, paragraph: &str) -> Vec<String> {
    mandates(&in_language(language, paragraph)).iter().map(shown).collect()
}

/// A resolution with one operative paragraph.
pub(crate) fn in_language(language: &str, paragraph: &str) -> Document {
    let text = match language {
        "fr" => format!(
            "L’Assemblée générale,\n\nRappelant sa résolution 70/161 du 17 décembre 2015,\n\nPrenant note du rapport de l’Office de secours et de travaux des Nations Unies pour les réfugiés de Palestine dans le Proche-Orient,\n\n1. {paragraph}\n"
        ),
        "es" => format!(
            "La Asamblea General,\n\nRecordando su resolución 70/161, de 17 de diciembre de 2015,\n\nReconociendo los esfuerzos de los Estados y de las organizaciones para el desarrollo de los pueblos,\n\n1. {paragraph}\n"
        ),
        "ru" => format!(
            "Генеральная Ассамблея,\n\nссылаясь на свою резолюцию 70/161 от 17 декабря 2015 года,\n\n1. {paragraph}\n"
        ),
        "zh" => format!("大会，\n\n回顾其2015年12月17日第70/161号决议，\n\n1. {paragraph}\n"),
        _ => format!(
            "إن الجمعية العامة،\n\nإذ تشير إلى قرارها 70/161 المؤرخ 17 كانون الأول/ديسمبر 2015،\n\n1 - {paragraph}\n"
        ),
    };
    document(&text)
}

/// Each paragraph of a language, and the lines of what it asks.
#[track_caller]
pub(crate) fn each(language: &str, cases: &[(&str, &[&str])]) {
    for (paragraph, expected) in cases {
        assert_eq!(lines(language, paragraph), *expected, "{paragraph}");
    }
}

/// Ordinals as Arabic writes them behind *session*: of units, tens, and more than a hundred.
fn arabic_ordinal(number: u16) -> String {
    let units = [
        "",
        "الأولى",
        "الثانية",
        "الثالثة",
        "الرابعة",
        "الخامسة",
        "السادسة",
        "السابعة",
        "الثامنة",
        "التاسعة",
        "العاشرة",
    ];
    let tens = [
        "",
        "",
        "العشرين",
        "الثلاثين",
        "الأربعين",
        "الخمسين",
        "الستين",
        "السبعين",
        "الثمانين",
        "التسعين",
    ];
    let (hundred, rest) = (number / 100, usize::from(number % 100));
    let below = match (rest / 10, rest % 10) {
        (0, unit) | (1, unit @ 0) => units[if rest == 10 { 10 } else { unit }].to_owned(),
        (1, 1) => "الحادية عشرة".to_owned(),
        (1, unit) => format!("{} عشرة", units[unit]),
        (ten, 0) => tens[ten].to_owned(),
        (ten, 1) => format!("الحادية و{}", tens[ten]),
        (ten, unit) => format!("{} و{}", units[unit], tens[ten]),
    };
    match (hundred, rest) {
        (0, _) => below,
        (_, 0) => "المائة".to_owned(),
        _ => format!("{below} بعد المائة"),
    }
}

#[test]
fn arabic_sessions_are_known_from_the_first_to_the_hundred_and_twentieth() {
    for number in 1..=120 {
        let ordinal = arabic_ordinal(number);
        let found = mandates(&in_language(
            "ar",
            &format!(
                "تطلب إلى الأمين العام أن يقدم إلى الجمعية العامة في دورتها {ordinal} تقريرا عن المسألة؛"
            ),
        ));
        let sessions: Vec<_> = found.iter().map(|mandate| mandate.session).collect();
        let year = year_of_session(Organ::GeneralAssembly, number);
        // What would be due in more than a lifetime is a slip.
        if year.is_some_and(|year| year < 2100) {
            assert_eq!(sessions, [Some(number)], "{ordinal}");
        }
    }
}

#[test]
fn arabic_ordinals_agree_in_gender_and_join() {
    let of = |words: &str| {
        let text = format!("تطلب إلى الأمين العام أن يقدم إلى الجمعية العامة في {words} تقريرا؛");
        let found = mandates(&in_language("ar", &text));
        found.iter().filter_map(|mandate| mandate.session).collect::<Vec<_>>()
    };
    assert_eq!(of("دورتيها الخامسة والسبعين والسادسة والسبعين"), [75, 76]);
    assert_eq!(of("دوراتها الثمانين والحادية والثمانين والثانية والثمانين"), [80, 81, 82]);
    assert_eq!(of("الدورة الخامسة والسبعون"), [75]);
    assert_eq!(of("الدورة العادية السادسة والسبعين"), [76]);
    assert_eq!(of("دورة سابع وسبعين"), [77]);
    assert_eq!(of("دورتها المئة والخامسة"), [105]);
    assert_eq!(of("الدورة 77"), [77]);
    assert_eq!(of("دورتها الاستثنائية الثلاثين"), Vec::<u16>::new());
}

#[test]
fn arabic_goes_on_with_nouns_of_doing() {
    each(
        "ar",
        &[
            (
                "تحث الدول على إزالة الحواجز التي أشير إليها في القرار السابق، واتخاذ التدابير، وتعزيز وحماية الحقوق؛",
                &["OP1 urge States: other"],
            ),
            (
                "تهيب بالدول تعزيز التعاون الدولي معها وتنفيذ القرارات الصادرة والاستجابة لطلباته؛",
                &["OP1 call States: other", "OP1 call States: other", "OP1 call States: other"],
            ),
            (
                "تهيب بالدول تعزيز القدرات في تنفيذ القرارات وتقديم المساعدة؛",
                &["OP1 call States: other"],
            ),
            (
                "تهيب بالدول أن تقوم، بدعم من المنظمات، وعند الاقتضاء، بوضع خطط؛",
                &["OP1 call States: plan"],
            ),
            ("تحث الدول على استحداث برامج وطنية؛", &["OP1 urge States: other"]),
            (
                "تشجع الدول على تعزيز البرامج الاجتماعية في مجال الحماية الاجتماعية؛",
                &["OP1 encourage States: other"],
            ),
            (
                "توصي بأن تواصل لجنة القانون الدولي أعمالها؛",
                &["OP1 recommend International Law Commission: other"],
            ),
            (
                "تهيب بالدول والأطراف الأخرى أن تحترم القانون، وتحثها على التعاون؛",
                &["OP1 call States: other", "OP1 urge States: other"],
            ),
            (
                "تطلب إلى الأمين العام أن يقدم إلى الجمعية العامة، عن طريق المجلس، تقريرا؛",
                &["OP1 request Secretary-General: report"],
            ),
        ],
    );
}

#[test]
fn chinese_clauses_and_officers() {
    each(
        "zh",
        &[
            (
                "邀请会员国并鼓励各区域组织应要求提供合作；",
                &["OP1 encourage Regional organizations: other"],
            ),
            ("酌情敦促各国考虑批准该议定书；", &["OP1 urge States: other"]),
            (
                "请秘书长提出建议，并向大会第七十六届和第七十七届会议提交报告；",
                &[
                    "OP1 request Secretary-General: other",
                    "OP1 request Secretary-General: report, session 76, 2021",
                    "OP1 request Secretary-General: report, session 77, 2022",
                ],
            ),
            (
                "请人权理事会暴力侵害妇女行为及其因果问题特别报告员提交报告；",
                &["OP1 request Special Rapporteur: report"],
            ),
            ("请裁军谈判会议现任主席和下任主席进行协商；", &["OP1 request Chair: meeting"]),
            ("请秘书长确保特别报告员获得资源；", &["OP1 request Secretary-General: other"]),
            (
                "请秘书长在其提交大会第七十五届会议的报告中列入一节；",
                &["OP1 request Secretary-General: report, session 75, 2020"],
            ),
            ("请特别委员会继续审查关岛问题；", &["OP1 request Special Committee: other"]),
            ("请委员会审查其工作方法；", &["OP1 request Committee: review"]),
            (
                "敦促各国释放被拘留者，维护其权利，以便支持和解；",
                &["OP1 urge States: other", "OP1 urge States: other"],
            ),
            ("敦促各国建立各种机制，以便支持发展，维护和平；", &["OP1 urge States: other"]),
            ("鼓励尚未签署《公约》的非洲国家加入；", &["OP1 encourage States: other"]),
        ],
    );
    let found = mandates(&in_language("zh", "请秘书长提 交报告，并支持各国；"));
    let tasks: Vec<&str> = found.iter().map(|mandate| mandate.task.as_str()).collect();
    assert_eq!(tasks, ["提交", "并支"]);
}

#[test]
fn spanish_lists_insertions_and_pronouns() {
    each(
        "es",
        &[
            (
                "Exhorta a los Estados a que promuevan la igualdad de género, documenten los esfuerzos realizados, y, cuando \
                 proceda, intensifiquen su apoyo.",
                &["OP1 call States: other", "OP1 call States: other", "OP1 call States: other"],
            ),
            (
                "Exhorta a los Estados a que den educación a quienes no la hayan recibido, hayan abandonado la \
                 escuela o deseen volver.",
                &["OP1 call States: other"],
            ),
            (
                "Insta a la comunidad internacional a que continúe financiando los programas de ayuda y asegure una parte.",
                &[
                    "OP1 urge International community: other",
                    "OP1 urge International community: other",
                ],
            ),
            (
                "Alienta a los Estados a seguir participando activamente y contribuyendo en los debates.",
                &["OP1 encourage States: other", "OP1 encourage States: other"],
            ),
            (
                "Solicita al Secretario General que, en 2019, bajo el tema titulado “Paz, seguridad y más”, le presente \
                 un informe.",
                &["OP1 request Secretary-General: report"],
            ),
            (
                "Solicita a la Relatoría Especial que en sus períodos de sesiones septuagésimo sexto y septuagésimo \
                 séptimo presente un informe a la Asamblea General.",
                &[
                    "OP1 request Special Rapporteur: report, session 76, 2021",
                    "OP1 request Special Rapporteur: report, session 77, 2022",
                ],
            ),
            (
                "Reconoce la labor de los Estados y de la Comisión de Derecho Internacional y le solicita que prosiga \
                 sus esfuerzos.",
                &["OP1 request International Law Commission: other"],
            ),
            (
                "Exhorta a los Estados a que hagan todo lo posible por difundir información, proporcionando asistencia.",
                &["OP1 call States: other"],
            ),
            (
                "Alienta a las organizaciones humanitarias de las Naciones Unidas a que apoyen la paz.",
                &["OP1 encourage United Nations system: other"],
            ),
        ],
    );
}

#[test]
fn spanish_years_may_stand_before_what_is_due() {
    let text = document(
        "Resolución aprobada por la Asamblea General el 20 de diciembre de 2018\n\n73/999. Un título\n\nLa Asamblea \
         General,\n\nRecordando su resolución 70/161, de 17 de diciembre de 2015,\n\nReconociendo los esfuerzos de los \
         Estados y de las organizaciones para el desarrollo de los pueblos,\n\n1. Solicita a la Comisión que, en 2019, \
         examine la cuestión.\n",
    );
    let found: Vec<String> = mandates(&text).iter().map(shown).collect();
    assert_eq!(found, ["OP1 request Commission: other, 2019"]);
}

#[test]
fn french_relatives_and_pronouns() {
    each(
        "fr",
        &[
            (
                "Exige d’Israël, Puissance occupante, qu’il s’acquitte de ses obligations.",
                &["OP1 demand Israel: other"],
            ),
            (
                "Encourage les États qui sont en mesure de le faire à organiser des réunions.",
                &["OP1 encourage States: meeting"],
            ),
            (
                "Prie les États qui demandent à bénéficier d’une aide de fournir des renseignements.",
                &["OP1 request States: report"],
            ),
            (
                "Prend acte du rapport du Secrétaire général, et prie ce dernier de présenter un plan.",
                &["OP1 request Secretary-General: plan"],
            ),
            (
                "Note que des États ont adhéré à la Convention et encourage ceux qui ne l’ont pas encore fait à y adhérer.",
                &["OP1 encourage States: other"],
            ),
            (
                "Invite les États à faire en sorte que le Programme d’action soit appliqué, puis à faire un plan.",
                &["OP1 invite States: other", "OP1 invite States: plan"],
            ),
            (
                "Décide d’inscrire au calendrier des conférences la question.",
                &["OP1 decide General Assembly: other"],
            ),
        ],
    );
}

#[test]
fn russian_nouns_of_doing() {
    each(
        "ru",
        &[
            (
                "настоятельно призывает все государства к соблюдению Конвенции.",
                &["OP1 urge States: other"],
            ),
            (
                "призывает государства — члены Организации принять меры.",
                &["OP1 call Member States: other"],
            ),
            (
                "просит государства — участники Конвенции представить доклад.",
                &["OP1 request States parties: report"],
            ),
        ],
    );
}

#[test]
fn items_that_say_how_are_no_tasks() {
    let french = document(
        "L’Assemblée générale,\n\nRappelant sa résolution 70/161 du 17 décembre 2015,\n\nPrenant note du rapport de l’Office de secours et de travaux des Nations Unies pour les réfugiés de Palestine dans le Proche-Orient,\n\n1. Demande aux États de combattre la faim, notamment :\n\na) En redoublant d’efforts ;\n\nb) De prendre des mesures.\n",
    );
    let found: Vec<String> = mandates(&french).iter().map(shown).collect();
    assert_eq!(found, ["OP1 request States: other", "OP1(b) request States: other"]);
}
