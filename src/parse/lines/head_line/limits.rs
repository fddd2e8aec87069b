//! Lines of heads and what is nearly one, a line each. Knows no document.

use super::*;

#[test]
fn numbers_of_titles() {
    let number = |text: &'static str| number_length(text).map(|length| &text[..length]);
    for (line, expected) in [
        ("72/247. Twentieth anniversary", "72/247. "),
        ("72/247.", "72/247."),
        ("S-30/1. Our joint commitment", "S-30/1. "),
        ("ES-10/15. Advisory opinion", "ES-10/15. "),
        ("2018/5. Strategies", "2018/5. "),
        ("72/253 A. Finances", "72/253 A. "),
        ("72/253 A and B. Finances", "72/253 A and B. "),
        ("72/253 A, B and C. Finances", "72/253 A, B and C. "),
        ("72/253 A-C. Finances", "72/253 A-C. "),
        ("72/253 . Finances", "72/253 . "),
        ("72/247 “Bridges”, a year", ""),
        ("72/247. 《桥梁》年", "72/247. "),
        ("72/247桥梁年", "72/247"),
        ("72/247 - السنة", "72/247 "),
        ("19/16 Title of two words", "19/16 "),
        ("19/16 Title", ""),
        ("19/16 title of it", ""),
        ("19/16 A title. And a sentence", ""),
        ("19/16 A title of it:", ""),
        ("1514 (XV). Declaration on the granting", "1514 (XV). "),
        ("1514 (XV)", "1514 (XV)"),
        ("1514 (XV). declaration", ""),
        ("1514 (XV) Declaration", ""),
        ("15145 (XV). Declaration", ""),
        ("1514 (2016). Declaration", ""),
        ("24/12 it was", ""),
        ("72/247.5", ""),
        ("72/247. 5 apples", ""),
        ("72/247.2021, a year", ""),
        ("72345/1. Title of it", ""),
        ("72/12345. Title of it", ""),
        ("/1. Title of it", ""),
        ("72/. Title of it", ""),
        ("7 2/1. Title of it", ""),
    ] {
        assert_eq!(number(line).unwrap_or_default(), expected, "{line}");
    }
}

#[test]
fn numbers_of_the_security_council() {
    for line in [
        "Resolution 2334 (2016)",
        "RESOLUTION 1244 (1999)",
        "Resolution 2334 (2016)*",
        "36 (1947). Resolution of 1 November 1947",
        "Resolution 242 (1967) of 22 November 1967",
        "Resolution 242 (1967) Adopted by the Security Council",
        "Resolution 242 (1967) 22 November 1967",
        "Resolution 1(1946)",
    ] {
        assert_eq!(council_number(line), Some(line.len()), "{line}");
    }
    let long = format!("Resolution 242 (1967) of {}", "x".repeat(140));
    for line in [
        "2334 (2016)",
        "Resolution 2334 (16)",
        "Resolution 2334 (20160)",
        "Resolution 2334 (abcd)",
        "Resolution 23345 (2016)",
        "Resolution (2016)",
        "Resolution 2334 (2016), which was",
        "36 (1947). Letter of 1 November 1947",
        long.as_str(),
    ] {
        assert_eq!(council_number(line), None, "{line}");
    }
}

#[test]
fn what_a_line_of_the_head_is() {
    for (line, expected) in [
        ("Seventy-second session", Field::Session),
        ("2018 session*", Field::Session),
        ("Seventy-second session,", Field::Other),
        ("Agenda item 72 (b)", Field::AgendaItem),
        ("Agenda items to be considered", Field::Other),
        ("Item 5", Field::AgendaItem),
        ("Resolution adopted by the General Assembly on 24 December 2017", Field::Adoption),
        ("Resolution adopted by the General Assembly", Field::Adoption),
        ("[on the report of the Third Committee (A/72/439/Add.2)]", Field::Proposal),
        ("[without reference to a Main Committee]", Field::Proposal),
        ("[adopted by consensus (A/72/L.1)]", Field::Proposal),
        ("[draft of E/2018/L.2]", Field::Proposal),
        ("[draft of it]", Field::Other),
        ("A/RES/72/247", Field::Symbol),
        ("A/RES/72/247 and others", Field::Other),
        ("Report on the fifty-eighth session", Field::Other),
        ("Belarus:* draft resolution", Field::Sponsors),
        ("Draft resolution submitted by the President", Field::Sponsors),
        (": draft resolution", Field::Other),
        ("Belarus: draft resolution on the rivers of the whole world", Field::Other),
        ("Human rights questions", Field::Other),
    ] {
        assert_eq!(field(line, Language::English), expected, "{line}");
    }
    for (line, language) in [
        ("Soixante-douzième session", Language::French),
        ("Septuagésimo segundo período de sesiones", Language::Spanish),
        ("Семьдесят вторая сессия", Language::Russian),
        ("第七十二届会议", Language::Chinese),
        ("الدورة الثانية والسبعون", Language::Arabic),
    ] {
        assert_eq!(field(line, language), Field::Session, "{line}");
    }
    // What is too long is running text.
    let long = format!("{}session", "a b ".repeat(16));
    assert_eq!(field(&long, Language::English), Field::Other);
    let item = format!("Agenda item 72, {}", "a b ".repeat(30));
    assert_eq!(field(&item, Language::English), Field::Other);
    let text = format!("which was adopted by the Assembly {}", "a b ".repeat(20));
    assert_eq!(field(&text, Language::English), Field::Other);
}

#[test]
fn what_is_of_a_head_wherever_it_stands() {
    let long = |count: usize| "x".repeat(count);
    assert!(is_of_a_head(Field::Number, &long(399)) && !is_of_a_head(Field::Number, &long(400)));
    assert!(is_of_a_head(Field::Adoption, &long(399)));
    assert!(is_of_a_head(Field::Session, &long(59)) && !is_of_a_head(Field::Session, &long(60)));
    assert!(is_of_a_head(Field::Sponsors, &long(900)));
    for field in [Field::AgendaItem, Field::Proposal, Field::Symbol, Field::Other] {
        assert!(!is_of_a_head(field, "short"));
    }
    assert!(stands_alone(Field::Other, "A") && !stands_alone(Field::Other, "B"));
    assert!(stands_alone(Field::Symbol, "A/1") && stands_alone(Field::AgendaItem, "Item 1"));
    assert!(stands_alone(Field::Session, "Fifth session"));
    assert!(!stands_alone(Field::Session, "fifth session"));
    assert!(!stands_alone(Field::Session, "5th session"));
    assert!(!stands_alone(Field::Session, &format!("F{}", long(39))));
    assert!(!stands_alone(Field::Adoption, "Adopted by the Assembly"));
}

#[test]
fn who_submits_a_draft_ends_where_it_is_said_how() {
    use Language::{English, French, Russian, Spanish};
    for (line, language, who) in [
        (
            "Draft resolution submitted by the Chair of the Committee following informal consultations",
            English,
            "Chair of the Committee",
        ),
        (
            "Draft resolution submitted by the Chair on the recommendation of the Council",
            English,
            "Chair",
        ),
        ("Draft resolution submitted by the President*", English, "President"),
        (
            "Projet de résolution présenté par la Présidente à l’issue de consultations",
            French,
            "la Présidente",
        ),
        (
            "Proyecto de resolución presentado por la Presidencia sobre la base de consultas",
            Spanish,
            "la Presidencia",
        ),
        (
            "Проект резолюции, представленный Председателем на основе консультаций",
            Russian,
            "Председателем",
        ),
    ] {
        assert_eq!(submitters(line, language), Some(who), "{line}");
    }
}
