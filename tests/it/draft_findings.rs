//! What is said of a draft, and what is not said of its neighbour that is right: text in, findings out.

use seized::{
    drafts::{self, Known},
    manuscript::Manuscript,
    parse,
};

/// What is said of a draft beside a library: a line each, `OP2 opener: opens with …`.
fn findings(draft: &str, library: &[String]) -> Vec<String> {
    let known = |text: &String| Known::new(parse::parse(&Manuscript::plain(text)).0);
    let library: Vec<Known> = library.iter().map(known).collect();
    let (document, problems) = parse::parse(&Manuscript::plain(draft));
    let found = drafts::check(&document, &problems, &library);
    let line = |one: &drafts::Finding| {
        format!("{} {}: {} ({})", one.place, one.subject.name(), one.what, one.why)
    };
    found.iter().map(line).collect()
}

/// A draft of the eightieth session.
fn draft(paragraphs: &[&str]) -> String {
    format!(
        "United Nations\tA/C.2/80/L.91\n\nGeneral Assembly\tDistr.: Limited\n14 October 2025\nOriginal: English\n\n\
         Eightieth session\nSecond Committee\n\nDraft resolution\n\nThe care of old bridges\n\nThe General Assembly,\n\n{}\n",
        paragraphs.join("\n\n")
    )
}

/// A resolution of the library.
fn adopted(symbol: &str, day: &str, title: &str, paragraphs: &str) -> String {
    format!(
        "A/RES/{symbol}\n\nResolution adopted by the General Assembly on {day}\n\n{symbol}. {title}\n\nThe General \
         Assembly,\n\nRecalling its decisions,\n\n{paragraphs}\n\n80th plenary meeting\n{day}\n"
    )
}

/// That of these paragraphs in order something is said at the places whose line begins so, and no more of that kind.
#[track_caller]
fn says(kind: &str, paragraphs: &[&str], expected: &[&str]) {
    let all = findings(&draft(paragraphs), &[]);
    let of_kind = |line: &&String| line.split(' ').nth(1) == Some(&format!("{kind}:"));
    let found: Vec<&String> = all.iter().filter(of_kind).collect();
    let is_as_expected = found.len() == expected.len()
        && found.iter().zip(expected).all(|(found, expected)| found.starts_with(expected));
    assert!(is_as_expected, "{expected:?}: {all:#?}");
}

#[test]
fn verbs_that_direct_say_also_where_the_same_are_addressed() {
    says(
        "opener",
        &[
            "1. Requests the Secretary-General to count the bridges;",
            "2. Requests the Secretary-General to paint them;",
            "3. Requests the regional commissions to count the ferries;",
            "4. Also requests the regional commissions to paint them;",
            "5. Further requests the regional commissions to name them;",
            "6. Requests the regional commissions to sell them.",
        ],
        &["OP2 opener: opens with “Requests” like the one before"],
    );
    says(
        "opener",
        &[
            "1. Invites Member States to build bridges;",
            "2. Invites Member States and all others to mend them;",
            "3. Encourages the private sector to lend ladders;",
            "4. Encourages States that have not yet done so to lend rope;",
            "5. Calls upon all States to cross them;",
            "6. Calls upon States to stay on them.",
        ],
        &[],
    );
}

#[test]
fn other_verbs_say_also_then_further_then_neither() {
    says(
        "opener",
        &[
            "Recalling its first resolution on bridges,",
            "Recalling also its second,",
            "Recalling further its third,",
            "Recalling its fourth,",
            "Noting the water,",
            "Noting also the ice,",
            "1. Decides to meet.",
        ],
        &[],
    );
    says(
        "opener",
        &[
            "Recalling its first resolution on bridges,",
            "Recalling further its second,",
            "Stressing the need for planks,",
            "Stressing also the need for nails,",
            "Stressing the need for hammers,",
            "1. Decides to meet.",
        ],
        &[
            "PP2 opener: opens with “Recalling further” behind “Recalling”",
            "PP5 opener: opens with “Stressing” behind “Stressing also”",
        ],
    );
}

#[test]
fn the_security_council_repeats_its_verbs() {
    let text = "United Nations\tS/2025/901\n\nSecurity Council\n\nDraft resolution\n\nThe Security \
                Council,\n\nRecalling its resolutions,\n\nRecalling the agreement,\n\nFurther recalling the \
                bridge,\n\n1. Decides to cross;\n\n2. Decides to stay.\n";
    let found = findings(text, &[]);
    assert!(!found.iter().any(|line| line.contains("opener")), "{found:#?}");
}

#[test]
fn an_opener_is_known_by_its_verb_whatever_follows() {
    says(
        "opener",
        &[
            "Expressing its profound gratitude to the builders,",
            "Unequivocally condemning the theft of planks,",
            "Cherishing old bridges,",
            "1. Expresses its boundless joy at the new ones;",
            "2. Recognises that all bridges age.",
        ],
        &[],
    );
    says(
        "opener",
        &[
            "Guided by the Charter,",
            "Recalls the flood of last spring,",
            "Requests the Secretary-General to count the floods,",
            "1. Notes the ice;",
            "2. Urging States to melt it;",
            "3. Request the Secretary-General to wait;",
            "4. Raises awareness of the cold;",
            "5. Requesting the regional commissions to skate;",
            "6. Invites all to come;",
            "7. Takes note of the thaw.",
        ],
        &[
            "PP2 opener: opens with “Recalls the flood” (so paragraphs open that stand outside the preamble)",
            "PP3 opener: opens with “Requests the Secretary-General” (so paragraphs open that stand outside the preamble)",
            "OP2 opener: opens with “Urging States to” (so paragraphs open that stand outside the operative part)",
            "OP3 opener: opens with “Request the Secretary-General” (an operative paragraph opens with a verb in the third person)",
            "OP4 opener: opens with “Raises awareness of” (no paragraph",
            "OP5 opener: opens with “Requesting the regional” (so paragraphs open that stand outside the operative part)",
        ],
    );
}

#[test]
fn what_the_library_opens_with_is_not_said_to_open_nothing() {
    let text = draft(&["1. Raises awareness of the cold."]);
    let library = adopted("72/9", "1 December 2017", "The cold", "1. Raises a flag.");
    assert!(!findings(&text, &[library]).iter().any(|line| line.contains("opener")));
}

#[test]
fn the_version_before_is_not_one_that_a_later_one_is_recalled_of() {
    let title = "The care of old bridges: planks";
    let library = [adopted("72/9", "1 December 2017", title, "1. Decides to meet.")];
    let long = "1. Decides to meet on every bridge of the world and on each of its ferries, in all weathers, and to stay;";
    let with = |recalled: &str| findings(&draft(&[recalled, long]), &library);
    let kinds = |found: &[String]| {
        let has = |kind: &str| found.iter().any(|line| line.contains(kind));
        (has("document length"), has("document title"))
    };
    assert_eq!(kinds(&with("Recalling its resolution 72/9 of 1 December 2017,")), (true, true));
    assert_eq!(kinds(&with("Recalling its resolution 78/9 of 1 December 2023,")), (false, false));
    // Another one of earlier is none of later.
    assert_eq!(kinds(&with("Recalling its resolution 70/1 of 25 September 2015,")), (true, true));
}

#[test]
fn footnotes_cite_as_paragraphs_do() {
    let library = [adopted("72/9", "1 December 2017", "Old ferries", "1. Decides to meet.")];
    let text = draft(&[
        "Recalling the Declaration1 and the Plan of Action,2 and the report,3 and the rest,4",
        "1. Decides to meet.",
        "__________________\n1 Resolution 72/9 of 1 December 2016.\n2 Resolution 55/999, annex.\n\
         3 Resolution 72/9, para. 44.\n4 World Health Assembly resolution 58/999.",
    ]);
    let found = findings(&text, &library);
    for line in [
        "fn 1 citation: cites A/RES/72/9 as of 2016-12-01",
        "fn 2 citation: cites 55/999",
        "fn 3 citation: cites para. 44 of A/RES/72/9",
    ] {
        assert!(found.iter().any(|found| found.starts_with(line)), "{line}: {found:#?}");
    }
    assert!(!found.iter().any(|line| line.starts_with("fn 4")), "{found:#?}");
}

#[test]
fn a_title_may_be_that_of_a_part() {
    let library = [adopted(
        "72/9",
        "1 December 2017",
        "International Day of Old Bridges",
        "1. Adopts the Charter of Ferries.",
    )];
    let cites = |title: &str| {
        let cited =
            format!("Recalling its resolution 72/9 of 1 December 2017, entitled “{title}”,");
        let found = findings(&draft(&[&cited, "1. Decides to meet."]), &library);
        found.iter().any(|line| line.contains("its title is"))
    };
    assert!(!cites("International Day of Old Bridges"));
    assert!(!cites("Charter of Ferries"));
    assert!(cites("International Day of New Bridges"));
    assert!(cites("Charter of Trams"));
}

#[test]
fn what_is_not_in_the_library_is_counted_once() {
    let library = [adopted("72/9", "1 December 2017", "Old ferries", "1. Decides to meet.")];
    let list = |cited: &str| {
        let found = findings(&draft(&[cited, "1. Decides to meet."]), &library);
        found.iter().find(|line| line.contains("not in the library")).cloned().unwrap_or_default()
    };
    let twice = "Recalling its resolution 73/5, in particular paragraph 2 of resolution 73/5,";
    assert!(
        list(twice).contains("of 1 text that it cites this is not in the library: A/RES/73/5 (")
    );
    let both = "Recalling its resolutions 72/9, 73/5 and 74/6,";
    assert!(list(both).contains("of 3 texts that it cites these are not in the library"));
    let many: Vec<String> = (1..=20).map(|number| format!("73/{number}")).collect();
    let text = draft(&[
        &format!("Recalling its resolutions {} and 74/6,", many.join(", ")),
        "1. Decides to meet.",
    ]);
    let (document, problems) = parse::parse(&Manuscript::plain(&text));
    let known = Known::new(parse::parse(&Manuscript::plain(&library[0])).0);
    let found = drafts::check(&document, &problems, &[known]);
    let list = found.iter().find(|one| one.what.contains("not in the library")).expect("a list");
    assert!(list.what.ends_with("and 9 more"), "{}", list.what);
    assert!(list.in_full().ends_with("A/RES/73/20, A/RES/74/6"), "{}", list.in_full());
}

#[test]
fn places_of_the_draft_itself_are_there() {
    says(
        "numbering",
        &[
            "1. Decides to act as set out in paragraphs 2 and 9 above;",
            "2. Urges States to read paragraph 12 of the present resolution and annex III to the present resolution;",
            "3. Notes paragraph 7 of resolution 70/1 and section V below.",
        ],
        &[
            "OP1 numbering: names paragraphs 2 and 9 above (there is no paragraph 9; the last is 3)",
            "OP2 numbering: names paragraph 12 of the present resolution",
            "OP2 numbering: names annex III to the present resolution",
            "OP3 numbering: names section V below",
        ],
    );
    says(
        "numbering",
        &[
            "1. Decides to act as set out in paragraphs 2 (a) and 3 below;",
            "2. Urges States, as agreed in paragraph 14 of its resolution 70/1:",
            "(a) To mend;",
            "(b) To build;",
            "3. Notes the report and its annex III, and paragraph 80 of the report above.",
        ],
        &[],
    );
}

#[test]
fn letters_go_on_and_the_last_paragraph_ends() {
    says(
        "numbering",
        &["1. Urges States:", "(a) To mend;", "(c) To build;", "2. Decides to meet"],
        &["OP1(c) numbering: (c) stands behind (a) ((b) is due)", "OP2 numbering: ends with"],
    );
    says("numbering", &["1. Urges States:", "(a) To mend;", "(b) To build “bridges.”"], &[]);
}

#[test]
fn days_exist_and_lie_ahead() {
    says(
        "day",
        &[
            "Recalling the agreement of 31 February 2020,",
            "1. Decides to renew the mandate until 31 December 2024;",
            "2. Requests the Secretary-General to report before the end of 2023.",
        ],
        &[
            "PP1 day: names 31 February 2020",
            "OP1 day: says by when: 31 December 2024",
            "OP2 day: says by when: 2023",
        ],
    );
    says(
        "day",
        &[
            "Recalling the agreement of 29 February 2024, which was to end by 31 March 2024,",
            "1. Decides to renew the mandate until 31 October 2025 and to build by 2030;",
            "2. Recalls that all was to be mended by 2015;",
            "3. Requests the Secretary-General to report on what was done in 2024 by 2025.",
        ],
        &[],
    );
}

#[test]
fn years_to_come_have_no_resolutions() {
    let text = "United Nations\tS/2025/901\n\nSecurity Council\n\nDraft resolution\n\nThe Security \
                Council,\n\nRecalling its resolutions 2242 (2015) and 2900 (2027),\n\n1. Decides to cross.\n";
    let found = findings(text, &[]);
    assert!(found.iter().any(|line| line.contains("2027 is still to come")), "{found:#?}");
    assert!(!found.iter().any(|line| line.contains("2242")), "{found:#?}");
}

#[test]
fn a_number_without_a_space_behind_it_is_read_and_told() {
    says(
        "citation",
        &[
            "Recalling its resolutions 59/111of 6 December 2004 and 60/133 of 16 December 2005,",
            "1. Decides to meet.",
        ],
        &["PP1 citation: “59/111of” has no space in it"],
    );
}

#[test]
fn a_report_comes_once_and_when_its_matter_does() {
    let report = |session: &str, about: &str| {
        format!(
            "Requests the Secretary-General to submit to the General Assembly at its {session} session a report on {about}"
        )
    };
    let takes_up = |session: &str| {
        format!(
            "4. Decides to include in the provisional agenda of its {session} session the item entitled “Bridges”."
        )
    };
    let of_text = "the implementation of the present resolution";
    let check = |one: (&str, &str), other: (&str, &str), session: &str| {
        let (first, second) = (report(one.0, one.1), report(other.0, other.1));
        let text = draft(&[
            &format!("1. {first};"),
            "2. Notes the water;",
            &format!("3. {second};"),
            &takes_up(session),
        ]);
        findings(&text, &[]).join("\n")
    };
    let bridges = "the bridges of small islands";
    let twice = check(("eighty-first", of_text), ("eighty-third", of_text), "eighty-first");
    assert!(
        twice.contains("OP3 report: asks the Secretary-General for the same report as OP1"),
        "{twice}"
    );
    let apart = check(("eighty-second", of_text), ("eighty-second", bridges), "eighty-first");
    assert!(apart.contains("at session 82 (OP4 takes the matter up at session 81)"), "{apart}");
    let right = check(("eighty-second", of_text), ("eighty-third", bridges), "eighty-second");
    assert!(!right.contains("same report") && !right.contains("takes the matter up"), "{right}");
    let vague = check(
        ("eighty-second", "progress in this regard"),
        ("eighty-second", "progress in this regard"),
        "eighty-second",
    );
    assert!(!vague.contains("for a report again"), "{vague}");
}

#[test]
fn what_recurs_has_an_end_and_what_is_asked_a_review() {
    says(
        "review",
        &["1. Requests the Secretary-General to convene the builders periodically."],
        &["document review: OP1 asks again and again"],
    );
    says(
        "review",
        &[
            "1. Requests the Secretary-General to submit a report;",
            "2. Decides to follow up on the present resolution at its eighty-second session.",
        ],
        &[],
    );
    says(
        "review",
        &[
            "1. Decides to renew the mandate until 31 March 2026 and to remain seized of the matter;",
            "2. Requests the Secretary-General to report every 90 days.",
        ],
        &[],
    );
}
