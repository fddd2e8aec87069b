//! What asks somebody in English and what only looks like it; who a pronoun means; what is due beside a session.

use crate::mandates::asks;

#[test]
fn items_begin_with_a_verb_where_to_is_said_above() {
    asks(
        "1. Encourages States:\n\n(a) Women and children;\n\n(b) Also to protect civilians;\n\n(c) In this regard, to \
         review their laws;\n\n2. Urges States, inter alia, to:\n\n(a) Protect civilians;\n\n3. Recommends that the \
         Committee:\n\n(a) Promote peace;\n\n4. Decides:\n\n(a) That the Committee shall submit a report;\n\n5. \
         Requests the Secretary-General to apply the following guidelines when he prepares the next documents of the \
         next years for the consideration of the Committee and of all other bodies that are concerned with them:\n\n(a) \
         Presenting a plan.",
        &[
            "OP1(b) encourage States: other",
            "OP1(c) encourage States: review",
            "OP2(a) urge States: other",
            "OP3(a) recommend Committee: other",
            "OP4(a) decide Committee: report",
            "OP5 request Secretary-General: other",
            "OP5(a) request Secretary-General: plan",
        ],
    );
}

#[test]
fn adverbs_stand_before_a_verb_and_some_verbs_look_like_them() {
    asks(
        "1. Requests the Committee to fully and urgently report to it;\n\n2. Urges States to apply the rules, and to \
         comply with them;\n\n3. Requests, furthermore, the Committee to meet.",
        &[
            "OP1 request Committee: report",
            "OP2 urge States: other",
            "OP2 urge States: other",
            "OP3 request Committee: meeting",
        ],
    );
}

#[test]
fn what_is_encouraged_may_be_nobody() {
    asks(
        "1. Encourages initiatives by the media to promote peace;\n\n2. Encourages support for developing countries to \
         grow;\n\n3. Encourages Member States, in cooperation with the Committee, to grow;\n\n4. Encourages \
         development and trading partners to grow;\n\n5. Encourages further collaboration between States to grow;\n\n6. \
         Encourages cooperation partners to grow.",
        &[
            "OP3 encourage Member States: other",
            "OP4 encourage Development partners: other",
            "OP6 encourage Development partners: other",
        ],
    );
}

#[test]
fn what_efforts_are_for_is_no_task() {
    asks(
        "1. Urges States to support the efforts of others to fight hunger and to halt disease, and to submit a \
         report;\n\n2. Urges States to make efforts to grow and to report to it;\n\n3. Urges States to fight hunger and \
         to halt disease.",
        &[
            "OP1 urge States: other",
            "OP1 urge States: report",
            "OP2 urge States: other",
            "OP2 urge States: report",
            "OP3 urge States: other",
            "OP3 urge States: other",
        ],
    );
}

#[test]
fn pronouns_mean_who_was_asked_or_named() {
    asks(
        "1. Welcomes the work of the Committee on Information for all States, and requests it to report;\n\n2. \
         Commends the Mediterranean countries for the work of the Committee, and encourages them to go on;\n\n3. \
         Invites States to come, and requests them to report;\n\n4. Requests them to meet;\n\n5. Calls upon the members \
         of the Committee on Conferences to meet;\n\n6. Calls upon members to review it.",
        &[
            "OP1 request Committee on Information: report",
            "OP2 encourage Countries: other",
            "OP3 invite States: other",
            "OP3 request States: report",
            "OP4 request States: meeting",
            "OP5 call Committee on Conferences: meeting",
            "OP6 call Member States: review",
        ],
    );
}

#[test]
fn years_behind_a_session_are_due_as_well() {
    asks(
        "1. Requests the Mechanism to present an update to the Human Rights Council at its forty-fifth session, and before the end of 2023 and 2024;\n\n2. \
         Requests the Mechanism to report before the end of 2020 and 2021;\n\n3. Requests the Mechanism to report before \
         the end of 2021 and 20 States to listen.",
        &[
            "OP1 request “the Mechanism”: update, session 45, 2020",
            "OP1 request “the Mechanism”: update, 2023",
            "OP1 request “the Mechanism”: update, 2024",
            "OP2 request “the Mechanism”: report, 2020",
            "OP2 request “the Mechanism”: report, 2021",
            "OP3 request “the Mechanism”: report, 2021",
        ],
    );
}

#[test]
fn something_may_be_due_at_the_session_of_another_body() {
    asks(
        "1. Urges States to adopt a goal at the twenty-ninth session of the Conference of the Parties;\n\n2. Urges \
         States to support preparations for the tenth session of the Conference of the Parties;\n\n3. Decides to make \
         changes, as reflected in the conclusions of the Special Committee at its ninetieth session;\n\n4. Urges \
         States to grow prior to the tenth session of the Conference of the Parties.",
        &[
            "OP1 urge States: other, session 29",
            "OP2 urge States: other",
            "OP3 decide General Assembly: other",
            "OP4 urge States: other, session 10",
        ],
    );
}

#[test]
fn who_is_provided_with_a_report_may_stand_before_it() {
    asks(
        "1. Invites States to provide the United Nations Office on Drugs and Crime with information on it;\n\n2. Invites \
         States to provide the Committee with staff.",
        &["OP1 invite States: report", "OP2 invite States: other"],
    );
}

/// What `check --draft` says of a draft beside a library of one text.
fn checked(draft: &str, before: &str) -> Vec<String> {
    checked_with(draft, &[before])
}

fn checked_with(draft: &str, library: &[&str]) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("draft.txt"), draft).expect("written");
    std::fs::create_dir(folder.path().join("library")).expect("a folder");
    for (number, text) in library.iter().enumerate() {
        let name = format!("library/{number}.txt");
        std::fs::write(folder.path().join(name), text).expect("written");
    }
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_seized"))
        .args(["check", "--draft", "draft.txt", "--library", "library", "--format", "json"])
        .current_dir(folder.path())
        .env("HOME", folder.path())
        .stdin(std::process::Stdio::null())
        .output()
        .expect("the program starts");
    let rows: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).expect("JSON");
    let shown =
        |row: &serde_json::Value| format!("{} {}", row["place"], row["kind"]).replace('"', "");
    rows.iter().map(shown).collect()
}

fn draft(title: &str, paragraphs: &str) -> String {
    format!(
        "United Nations A/C.3/72/L.50\n\nDraft resolution\n\n{title}\n\nThe General Assembly,\n\nRecalling its \
         decisions,\n\n{paragraphs}\n"
    )
}

fn adopted(title: &str) -> String {
    format!(
        "A/RES/70/161\n\nResolution adopted by the General Assembly on 17 December 2015\n\n70/161. {title}\n\nThe General \
         Assembly,\n\nRecalling its decisions,\n\n1. Requests the Secretary-General to submit a report.\n\n80th plenary \
         meeting\n17 December 2015\n"
    )
}

#[test]
fn drafts_are_not_told_what_is_right() {
    let title = "A title of a series of texts";
    let found = checked(
        &draft(
            title,
            "1. Decides to meet;\n\n2. Requests the Secretary-General to keep the Council informed through his reports to \
             the Council;\n\n3. Decides to grow;\n\n4. Decides to remain actively seized of the matter.",
        ),
        &adopted(title),
    );
    assert!(!found.iter().any(|row| row.contains("opener") || row.contains("report")), "{found:?}");
    let found = checked(
        &draft(
            title,
            "1. Decides to meet;\n\n2. Decides to grow;\n\n3. Requests the Secretary-General to keep the Council informed.",
        ),
        &adopted(title),
    );
    for row in ["OP2 opener", "OP3 report"] {
        assert!(found.contains(&row.to_owned()), "{row}: {found:?}");
    }
}

#[test]
fn a_declaration_on_a_plan_is_no_later_text_of_the_plan() {
    let plan = "Global plan of action to combat the trade in words and in letters of the alphabet of many tongues";
    let kinds = |title: &str| checked(&draft(title, "1. Decides to meet."), &adopted(plan));
    let of_plan = kinds(&format!("Political declaration on the implementation of the {plan}"));
    assert!(!of_plan.contains(&"document title".to_owned()), "{of_plan:?}");
    let renamed = kinds(&format!("{plan}: in houses"));
    assert!(renamed.contains(&"document title".to_owned()), "{renamed:?}");
}

#[test]
fn openers_are_read_in_the_preamble_too_and_requests_are_made_once() {
    let title = "A title of a series of texts";
    let text = draft(
        title,
        "1. Requests the Secretary-General to submit to the General Assembly at its seventy-fourth session a report on the \
         status of the Convention;\n\n2. Also requests the Secretary-General to submit to the General Assembly at its \
         seventy-fourth session a report on the status of the Convention;\n\n3. Further requests the Secretary-General to \
         submit to the General Assembly at its seventy-fifth session a report on the status of the Convention.",
    );
    let with = |preamble: &str| {
        let formula = "The General Assembly,\n\n";
        assert!(text.contains(formula));
        checked(&text.replace(formula, &format!("{formula}{preamble}\n\n")), &adopted(title))
    };
    let count = |found: &[String], row: &str| found.iter().filter(|found| *found == row).count();
    let found = with(
        "Noting the work,\n\nFurther noting the need,\n\nNoting with appreciation also the rest,",
    );
    assert_eq!(count(&found, "PP2 opener"), 0, "{found:?}");
    assert_eq!(count(&found, "PP3 opener"), 0, "{found:?}");
    let reports: Vec<usize> =
        ["OP1 report", "OP2 report", "OP3 report"].map(|row| count(&found, row)).into();
    // Each is due, and was asked for in the version before; the second is the first once more, the third for another time.
    assert_eq!(reports, [2, 3, 3], "{found:?}");
    let found =
        with("Recalling the work,\n\nFurther noting the need,\n\nRaises awareness of the rest,");
    assert_eq!(count(&found, "PP2 opener"), 1, "{found:?}");
    assert_eq!(count(&found, "PP3 opener"), 1, "{found:?}");
}

#[test]
fn a_number_that_no_session_had_is_no_footnote_mark() {
    let title = "A title of a series of texts";
    let text = draft(title, "1. Recalls its resolutions 74/999 and 73/12;\n\n2. Decides to meet.");
    let found = checked(&text, &adopted(title));
    assert!(found.contains(&"OP1 citation".to_owned()), "{found:?}");
    assert!(!found.contains(&"document footnotes".to_owned()), "{found:?}");
}

#[test]
fn the_version_before_is_the_one_with_the_nearest_title() {
    let women = "Convention on the Elimination of All Forms of Discrimination against Women";
    let races = "International Convention on the Elimination of All Forms of Racial Discrimination";
    let later = adopted(races).replace("A/RES/70/161", "A/RES/71/180").replace("2015", "2016");
    let found = checked_with(&draft(women, "1. Decides to meet."), &[&adopted(women), &later]);
    assert!(!found.contains(&"document title".to_owned()), "{found:?}");
}

#[test]
fn citations_that_cannot_be_are_told_whatever_is_wrong_with_them() {
    let title = "A title of a series of texts";
    let wrong = [
        // Of another year than its session.
        "Recalling its resolution 70/144 of 18 December 2018,",
        "Recalling Security Council resolution 9999 (2017),",
        "Recalling its decision 70/1999,",
        "Recalling Human Rights Council resolution 28/999,",
        // The session at which the draft is tabled is the seventy-second.
        "Recalling its resolution 85/1,",
    ];
    for paragraph in wrong {
        let text = draft(title, &format!("{paragraph}\n\n1. Decides to meet."));
        let found = checked(&text, &adopted(title));
        assert_eq!(
            found.iter().filter(|row| *row == "PP2 citation").count(),
            1,
            "{paragraph}: {found:?}"
        );
    }
    let right = [
        "Recalling Commission on Narcotic Drugs resolution 64/5 of 17 April 2021,",
        "Recalling article 74/5, and document A/72/912, and care around the clock, 24/7,",
        "Recalling the decision taken at the meeting of 4/5 June,",
    ];
    for paragraph in right {
        let text = draft(title, &format!("{paragraph}\n\n1. Decides to meet."));
        let found = checked(&text, &adopted(title));
        assert_eq!(
            found.iter().filter(|row| *row == "PP2 citation").count(),
            0,
            "{paragraph}: {found:?}"
        );
    }
}

#[test]
fn a_report_that_is_due_at_a_session_that_is_over_is_told_so() {
    let asks = |session: &str| {
        let text = draft(
            "A title",
            &format!(
                "1. Requests the Secretary-General to report to the General Assembly at its {session} session."
            ),
        );
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("draft.txt"), text).expect("written");
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_seized"))
            .args(["check", "--draft", "draft.txt"])
            .current_dir(folder.path())
            .env("HOME", folder.path())
            .output()
            .expect("the program starts");
        String::from_utf8_lossy(&output.stdout).contains("lies behind")
    };
    assert!(asks("seventieth"));
    assert!(!asks("seventy-third"));
}
