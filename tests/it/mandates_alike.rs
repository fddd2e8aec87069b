//! The same paragraph in six languages asks the same of the same. Each group of `fixtures/asked_alike.txt` is one paragraph as
//! the UN writes it in each of them, its items behind strokes.

use seized::mandates::mandates;

use crate::{mandates::document, mandates_in_six_languages::in_language};

/// Who is asked for what, for which session, in which item; in whatever order.
type Asked = Vec<(String, Option<String>, &'static str, Option<u16>)>;

fn asked(language: &str, paragraph: &str) -> Asked {
    let items = paragraph.replace(" | ", "\n\n");
    let document = match language {
        "en" => document(&format!("The General Assembly,\n\n1. {items}\n")),
        _ => in_language(language, &items),
    };
    let found = mandates(&document);
    let place = |cite: String| cite.replace('أ', "a").replace('ب', "b");
    let mut found: Asked = found
        .into_iter()
        .map(|one| (place(one.cite.to_string()), one.who, one.what.name(), one.session))
        .collect();
    found.sort();
    found
}

#[test]
fn six_languages_ask_the_same() {
    let groups = include_str!("fixtures/asked_alike.txt").trim().split("\n\n");
    for group in groups {
        let mut lines = group.lines().filter_map(|line| line.split_once(' '));
        let (_, english) = lines.next().expect("a group begins with English");
        let expected = asked("en", english);
        assert!(!expected.is_empty(), "{english}");
        for (language, paragraph) in lines {
            assert_eq!(asked(language, paragraph), expected, "{paragraph}");
        }
    }
}
