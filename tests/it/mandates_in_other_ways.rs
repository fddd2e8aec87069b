//! What the five other languages say in ways of their own: what is kept under review, given in a report, asked once
//! more; and who is only named beside whoever is asked.

use seized::mandates::mandates;

use crate::mandates_in_six_languages::{each, in_language};

#[test]
fn kept_informed_or_under_review() {
    each(
        "fr",
        &[
            (
                "Prie le Secrétaire général de tenir les États Membres régulièrement informés des faits nouveaux ;",
                &["OP1 request Secretary-General: update"],
            ),
            (
                "Prie le Secrétaire général de garder la question à l’étude ;",
                &["OP1 request Secretary-General: review"],
            ),
        ],
    );
    each(
        "es",
        &[
            (
                "Solicita al Secretario General que mantenga a los Estados Miembros informados periódicamente;",
                &["OP1 request Secretary-General: update"],
            ),
            (
                "Solicita al Comité que siga examinando la cuestión y la mantenga en examen permanente;",
                &["OP1 request Committee: other", "OP1 request Committee: review"],
            ),
        ],
    );
    each(
        "ru",
        &[
            (
                "просит Генерального секретаря держать Совет полностью в курсе событий;",
                &["OP1 request Secretary-General: update"],
            ),
            (
                "просит Комитет постоянно держать этот вопрос в поле зрения;",
                &["OP1 request Committee: review"],
            ),
        ],
    );
    each(
        "ar",
        &[
            (
                "تطلب إلى الأمين العام أن يبقي الدول الأعضاء على علم بانتظام؛",
                &["OP1 request Secretary-General: update"],
            ),
            (
                "تطلب إلى اللجنة أن تبقي المسألة قيد الاستعراض المستمر؛",
                &["OP1 request Committee: review"],
            ),
        ],
    );
}

#[test]
fn what_is_given_again_or_said_elsewhere() {
    each(
        "es",
        &[(
            "Solicita al Secretario General que prepare un informe sobre la cuestión y se lo presente en su septuagésimo sexto período de sesiones;",
            &[
                "OP1 request Secretary-General: report",
                "OP1 request Secretary-General: report, session 76, 2021",
            ],
        )],
    );
    each(
        "zh",
        &[
            (
                "请秘书长编写一份关于该问题的报告，并提交大会第七十六届会议；",
                &[
                    "OP1 request Secretary-General: report",
                    "OP1 request Secretary-General: report, session 76, 2021",
                ],
            ),
            ("请秘书长在报告中提出建议；", &["OP1 request Secretary-General: report"]),
            ("请秘书长将该报告作为正式文件分发；", &["OP1 request Secretary-General: report"]),
            (
                "决定在其第七十六届会议临时议程题为“审查执行情况”的项目下列入一个分项；",
                &["OP1 decide General Assembly: other, session 76, 2021"],
            ),
            (
                "邀请委员会在其第七十六届会议上审议这一问题；",
                &["OP1 invite Committee: other, session 76"],
            ),
        ],
    );
    each(
        "ru",
        &[
            (
                "просит Совет по правам человека, чтобы он, консультируясь с государствами, рассмотрел этот вопрос;",
                &["OP1 request Human Rights Council: other"],
            ),
            (
                "просит Генерального секретаря проводить для государств-членов брифинги;",
                &["OP1 request Secretary-General: briefing"],
            ),
            (
                "постановляет включить в предварительную повестку дня своей семьдесят шестой сессии пункт, озаглавленный «Обзор хода осуществления»;",
                &["OP1 decide General Assembly: other, session 76, 2021"],
            ),
        ],
    );
    each(
        "ar",
        &[
            (
                "تدعو رئيس الجمعية العامة إلى أن ينظم، بدعم من الأمين العام، خلال الدورة السادسة والسبعين للجمعية، حوارا رفيع المستوى؛",
                &["OP1 invite President of the General Assembly: meeting, session 76, 2021"],
            ),
            (
                "تطلب إلى الأمين العام أن يعد تقريرا عن المسألة وأن يقدمه إلى الجمعية العامة في دورتها السادسة والسبعين؛",
                &[
                    "OP1 request Secretary-General: report",
                    "OP1 request Secretary-General: report, session 76, 2021",
                ],
            ),
        ],
    );
}

#[test]
fn requests_that_are_repeated() {
    each(
        "fr",
        &[
            (
                "Réitère la demande qu’elle a faite au Secrétaire général de lui présenter un rapport ;",
                &["OP1 request Secretary-General: report"],
            ),
            (
                "Renouvelle la demande adressée au Secrétaire général tendant à ce qu’il lui présente un rapport ;",
                &["OP1 request Secretary-General: report"],
            ),
            (
                "Réitère son appel aux États afin qu’ils ratifient la Convention ;",
                &["OP1 call States: other"],
            ),
        ],
    );
    each(
        "es",
        &[
            (
                "Reitera su solicitud al Secretario General de que le presente un informe;",
                &["OP1 request Secretary-General: report"],
            ),
            (
                "Reitera su solicitud de que el Secretario General presente un informe;",
                &["OP1 request Secretary-General: report"],
            ),
            (
                "Pide a todos los Estados que respeten el derecho internacional y se abstengan de recurrir a la fuerza;",
                &["OP1 request States: other", "OP1 request States: other"],
            ),
        ],
    );
}

#[test]
fn who_is_asked_and_who_is_only_named() {
    each(
        "ru",
        &[
            (
                "призывает государства, которые в состоянии сделать это, оказать помощь;",
                &["OP1 call States: other"],
            ),
            (
                "призывает глобальное партнерство сотрудничать;",
                &["OP1 call “глобальное партнерство”: other"],
            ),
        ],
    );
    each(
        "zh",
        &[
            ("促请各国政府与特别报告员充分合作；", &["OP1 call Governments: other"]),
            ("请研究所向秘书长提交报告；", &["OP1 request “研究所”: report"]),
            ("感谢捐助方提供捐款，并邀请它们继续努力；", &["OP1 invite Donors: other"]),
            ("敦促布隆迪政府停止暴力行为；", &["OP1 urge “布隆迪政府”: other"]),
            ("敦促有关主管部门提供教育；", &["OP1 urge “有关主管部门”: other"]),
            ("促请尚未批准《公约》的国家批准该公约；", &["OP1 call States: other"]),
            (
                "鼓励拉丁美洲和加勒比禁止核武器组织成员国继续开展活动；",
                &["OP1 encourage Member States: other"],
            ),
            ("责成秘书长任命一名特使；", &["OP1 demand Secretary-General: other"]),
        ],
    );
    each(
        "ar",
        &[(
            "تحث الحكومات على تعزيز نظمها الصحية، وتحسين الخدمات الأساسية، والنهوض بالمساواة؛",
            &[
                "OP1 urge Governments: other",
                "OP1 urge Governments: other",
                "OP1 urge Governments: other",
            ],
        )],
    );
}

#[test]
fn through_whom_is_not_about_what() {
    let found = mandates(&in_language(
        "ar",
        "تطلب إلى الأمين العام أن يقدم إلى الجمعية العامة، عن طريق المجلس، تقريرا عن التنفيذ؛",
    ));
    assert_eq!(found[0].about, "التنفيذ");
}
