//! Labels and what is nearly one, a line each. Knows no document.

use super::*;

#[test]
fn labels_of_paragraphs_at_the_limits() {
    let label = |text| paragraph(text).map(|l| (l.number(text).to_owned(), l.length()));
    let of = |number: &str, length| Some((number.to_owned(), length));
    for (text, expected) in [
        ("999. It", of("999", 4)),
        ("1000. It", None),
        ("0. It", None),
        ("1", None),
        ("1.", of("1", 2)),
        ("1) It", None),
        ("1..", None),
        ("1.,", None),
        ("1．大会", of("1", 4)),
        ("1、大会", of("1", 4)),
        ("19、A/C.6", None),
        ("19、 A/C.6", of("19", 5)),
        ("15 . Encourage", of("15", 4)),
        ("15\u{a0}. Encourage", of("15", 5)),
        ("15 .Encourage", None),
        ("1 - 大会", None),
        ("1 – تشدد", of("1", 5)),
        ("1 -5 تشدد", None),
        ("[[2. It", of("2", 4)),
        ("[[[2. It", None),
        ("[PP2 bis. It]", of("2 bis", 9)),
        ("PP1234 It", None),
        ("PP It", None),
        ("PP2it", None),
        ("PP2 it", None),
        ("PP2 “It", of("2", 3)),
        ("PP2", of("2", 3)),
        ("PP2.", of("2", 4)),
        ("OP 12 [It", of("12", 5)),
        ("14 ter. It", of("14 ter", 7)),
        ("14bis. It", of("14bis", 6)),
        ("14 bis It", None),
        ("14 bis.x", None),
        ("14. alt It", of("14. alt", 7)),
        ("14. alt. It", of("14. alt", 8)),
        ("14. alt 2 It", of("14. alt 2", 9)),
        ("14. Alternatives", of("14", 3)),
    ] {
        assert_eq!(label(text), expected, "{text}");
    }
}

#[test]
fn labels_of_items_at_the_limits() {
    let of = |number: &str, length| Some((number.to_owned(), length));
    let label = |text| item(text).map(|l| (l.number(text).to_owned(), l.length()));
    for (text, expected) in [
        ("(aa) To", of("aa", 4)),
        ("(abc) To", None),
        ("(xviii) To", of("xviii", 7)),
        ("(12) To", of("12", 4)),
        ("(123) To", None),
        ("12) To", None),
        ("（a）大会", of("a", 7)),
        ("a) To", of("a", 2)),
        ("a)To", of("a", 2)),
        ("(a)", of("a", 3)),
        ("(1)", None),
        ("(a), To", None),
        ("() To", None),
        ("a To", None),
        ("㈠大灯塔", of("㈠", 3)),
        ("[[(b) To", of("b", 5)),
        ("(b) ter To", of("b", 7)),
    ] {
        assert_eq!(label(text), expected, "{text}");
    }
}

#[test]
fn numbers_that_were_misread() {
    let label = |text, due| misread(text, due).map(|l| (l.number(text).to_owned(), l.length()));
    assert_eq!(label("10, Reaffirms", 10), Some(("10".into(), 3)));
    assert_eq!(label("10, Reaffirms", 11), None);
    assert_eq!(label("10, reaffirms", 10), None);
    assert_eq!(label("10 Reaffirms", 10), None);
    assert_eq!(label("lO. Reaffirms", 10), Some(("lO".into(), 3)));
    assert_eq!(label("l. Reaffirms", 1), None);
    assert_eq!(label("llll. Reaffirms", 1111), None);
    assert_eq!(label("ll. reaffirms", 11), None);
    assert_eq!(label("010, Reaffirms", 10), None);
    assert_eq!(in_digits("lO2"), Some(102));
    assert_eq!(in_digits("١٢"), Some(12));
    assert_eq!(in_digits("lx"), None);
}
