//! What `compare` and `align` say of two texts that differ in a few words: `[-gone-]{+new+}`.

use std::{fs, process::Command};

/// What a command says of two texts.
fn told(command: &str, texts: [&str; 2]) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in ["a.txt", "b.txt"].into_iter().zip(texts) {
        fs::write(folder.path().join(name), text).expect("written");
    }
    let output = Command::new(env!("CARGO_BIN_EXE_seized"))
        .args([command, "a.txt", "b.txt"])
        .current_dir(folder.path())
        .env("HOME", folder.path().join("home"))
        .output()
        .expect("it runs");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// A resolution with these operative paragraphs.
fn resolution(paragraphs: &[&str]) -> String {
    let numbered = (1..).zip(paragraphs).map(|(number, words)| format!("{number}. {words}\n\n"));
    format!(
        "72/999. A title\n\nThe General Assembly,\n\nRecalling its resolution 70/161 of 17 December 2015,\n\n{}",
        numbered.collect::<String>()
    )
}

#[track_caller]
fn says(said: &str, lines: &[&str]) {
    for line in lines {
        assert!(said.lines().any(|own| own.trim() == *line), "{line:?} is not said:\n{said}");
    }
}

#[test]
fn places_and_symbols_are_told_from_words() {
    let said = told(
        "compare",
        [
            &resolution(&[
                "Recalls resolution 70/1, paragraphs 4 and 5, and section II of the annex thereto, and the Charter;",
                "Reaffirms resolutions 70/1 and 70/2 and the report in document A/70/35 of the Committee;",
                "Recalls paragraphs 4 to 6 of its resolution 60/1 and article 5;",
            ]),
            &resolution(&[
                "Recalls resolution 72/1, paragraphs 4 and 6, and section III of the annexes thereto, and the Charter;",
                "Reaffirms resolution 70/1 and the reports in document A/72/35 of the Committee;",
                "Recalls paragraph 4 of its resolution 60/1 and articles 5 and 6;",
            ]),
        ],
    );
    says(
        &said,
        &[
            "Recalls resolution [-70/1-]{+72/1+}, paragraphs 4 and [-5-]{+6+}, and section [-II-]{+III+} of the [-annex-]{+annexes+} thereto, and the Charter;",
            "Reaffirms [-resolutions-]{+resolution+} 70/1 [-and 70/2 -]and the [-report-]{+reports+} in document [-A/70/35-]{+A/72/35+} of the Committee;",
            "~ OP3  reference",
            "Recalls [-paragraphs-]{+paragraph+} 4 [-to 6 -]of its resolution 60/1 and [-article-]{+articles+} 5{+ and 6+};",
        ],
    );
}

#[test]
fn what_is_written_anew_is_one_change_and_what_stays_parts_them() {
    let said = told(
        "compare",
        [
            &resolution(&[
                "Urges all States to keep their harbours safe for the ships that come to them in bad weather and to report on it;",
                "Encourages the Committee to continue its good and useful work on the matter in the coming years, and to report;",
            ]),
            &resolution(&[
                "Urges the Member States to hold their ports open for those vessels that sail to them in bad weather and to report on it;",
                "Encourages the Council to begin its new and difficult task on the question in the next years, and also to report;",
            ]),
        ],
    );
    says(
        &said,
        &[
            "Urges [-all-]{+the Member+} States to [-keep their harbours safe for the ships that come-]{+hold their ports open for those vessels that sail+} to them in bad weather and to report on it;",
            "Encourages the [-Committee to continue its good and useful work-]{+Council to begin its new and difficult task+} on the [-matter-]{+question+} in the [-coming-]{+next+} years, and {+also +}to report;",
        ],
    );
}

#[test]
fn an_item_that_goes_elsewhere_has_moved() {
    let items = |first: [&str; 3], second: [&str; 3]| {
        let list = |items: [&str; 3]| {
            let items = ["(a)", "(b)", "(c)"].into_iter().zip(items);
            items.map(|(label, words)| format!("{label} {words};\n\n")).collect::<String>()
        };
        let (first, second) = (list(first), list(second));
        format!(
            "72/999. A title\n\nThe General Assembly,\n\n1. Urges States:\n\n{first}2. Calls upon \
             States:\n\n{second}"
        )
    };
    let [a, b, c] = [
        "To keep their harbours safe for ships",
        "To build lighthouses along their coasts",
        "To report on what they have done",
    ];
    let [d, e, f] = [
        "To open their borders to those who flee",
        "To give shelter and food to all of them",
        "To inform the Committee of it",
    ];
    let said = told("compare", [&items([a, b, c], [d, e, f]), &items([b, a, d], [e, c, f])]);
    says(&said, &["> OP1(b) → OP1(a)  moved", "> OP1(c) → OP2(b)  moved"]);
}

#[test]
fn an_arabic_date_is_one_change_and_technical() {
    let text = |date: &str| {
        format!(
            "إن الجمعية العامة،\n\nإذ تشير إلى قرارها 70/161،\n\n1 - تطلب إلى الأمين العام أن يقدم تقريرا بحلول {date} إلى الدول؛\n"
        )
    };
    let said = told("compare", [&text("١٧ كانون الأول/ديسمبر ٢٠١٥"), &text("١٨ شباط/فبراير ٢٠١٧")]);
    says(&said, &["~ OP1  technical"]);
    assert!(said.contains("[-١٧ كانون الأول/ديسمبر ٢٠١٥-]{+١٨ شباط/فبراير ٢٠١٧+}"), "{said}");
}

#[test]
fn languages_are_aligned_by_their_numbers_and_items() {
    let english = "72/1. A title\n\nThe General Assembly,\n\nRecalling its resolution 70/161,\n\n1. Urges all \
        States to keep their harbours safe;\n\n2. Requests the Secretary-General to report:\n\n(a) On \
        ships;\n\n(b) On coasts;\n\n(i) Of the north;\n\n(ii) Of the south;\n\n3. Decides to end.\n";
    let arabic = "72/1. عنوان\n\nإن الجمعية العامة،\n\nإذ تشير إلى قرارها 70/161،\n\n١ - تحث جميع الدول على ضمان سلامة \
        موانئها؛\n\n٢ - تطلب إلى الأمين العام أن يقدم تقريرا؛\n\n(أ) بشأن السفن؛\n\n(ب) بشأن السواحل؛\n\n٣ - تقرر أن تنهي.\n";
    let said = told("align", [english, arabic]);
    let rows: Vec<String> = said
        .lines()
        .map(|line| line.split_whitespace().take(2).collect::<Vec<_>>().join(" "))
        .collect();
    for row in ["OP1 OP1", "OP2 OP2", "OP2(a) OP2(أ)", "OP2(b) OP2(ب)", "OP2(b)(i) —", "OP3 OP3"]
    {
        assert!(rows.iter().any(|own| own == row), "{row}:\n{said}");
    }
    assert!(said.contains("aligned 8 of 10"), "{said}");
}
