//! Which lines are debris, and of what kind, by their own words first and then by what repeats. Knows
//! lines and words, no paragraph.

use super::{
    imprint::Imprint,
    job_lines::{bare_page_numbers, dates_of_job_lines, number_line, page_numbers_with_job},
    masthead::masthead,
    running_heads::running_heads,
};
use crate::{
    document::Language,
    parse::{lines::line::Line, words::Words},
};

/// The kind of debris that each line is, nothing for lines of text.
pub(in crate::parse) struct Classified {
    /// One entry a line.
    pub(in crate::parse) kinds: Vec<Option<&'static str>>,
    /// What they say.
    pub(in crate::parse) imprint: Imprint,
}

/// A rule of underscores: below it stand footnotes, or the text has ended.
pub(in crate::parse) const SEPARATOR: &str = "separator";

/// The page of a form, which a number of the document's own page may follow.
pub(super) const PAGE_OF_A_FORM: &str = "page of a form";

/// Says of each line of a text whether it is debris, and of what kind.
pub(in crate::parse) fn classify(text: &str, lines: &[Line], language: Language) -> Classified {
    let words = |i: usize| lines.get(i).map_or("", |line: &Line| &text[line.span.range()]);
    let mut imprint = Imprint::default();
    let mut kinds: Vec<Option<&'static str>> = Vec::with_capacity(lines.len());
    for i in 0..lines.len() {
        // Nearly every line is long or begins with a letter that no debris begins with.
        let kind = if may_be_debris(words(i)) { by_itself(words(i), &mut imprint) } else { None };
        kinds.push(kind);
    }
    if imprint.job_number.is_some() {
        page_numbers_with_job(&words, &mut kinds, &imprint);
    }
    dates_of_job_lines(&words, &mut kinds);
    bare_page_numbers(&words, lines, &mut kinds);
    masthead(&words, lines, &mut kinds, &mut imprint, language);
    running_heads(text, lines, &mut kinds, &mut imprint);
    imprint.job_number = imprint.first_job.take().or(imprint.job_number);
    Classified { kinds, imprint }
}

fn may_be_debris(line: &str) -> bool {
    line.len() <= 200
}

/// The kind of a line that can be told from its own words.
fn by_itself(line: &str, imprint: &mut Imprint) -> Option<&'static str> {
    if let Some(rest) = line.strip_prefix("[Start")
        && let Some(close) = rest.find(']')
    {
        ods_tags(&rest[close..], imprint);
        return Some(if rest.contains("<<ODS") { "ODS tag" } else { "comment anchor" });
    }
    if line.contains("<<ODS") {
        ods_tags(line, imprint);
        return Some("ODS tag");
    }
    let first = line.chars().next()?;
    match first {
        '_' | '-' | '–' | '—' | '*' | '=' if is_rule(line) => Some(SEPARATOR),
        '*' if is_asterism(line) => Some("asterism"),
        '*' if is_barcode(line) => Some("job line"),
        '\\' if line.chars().all(|c| matches!(c, '\\' | '_' | ' ')) => Some(SEPARATOR),
        '/' if line.trim_end_matches('.') == "/" => Some("page break"),
        'E' if line.starts_with("Error! No document variable") => Some("error"),
        'P' if is_page_word(line) => Some("page number"),
        'P' if is_page_of_several(line) => Some(PAGE_OF_A_FORM),
        '0'..='9' | 'G' => number_line(line, imprint),
        _ if is_recycle(line) => Some("recycle"),
        _ => None,
    }
}

fn ods_tags(line: &str, imprint: &mut Imprint) {
    if let Some(symbol) = between(line, "<<ODS DOC SYMBOL1>>") {
        imprint.symbol.get_or_insert_with(|| symbol.to_owned());
    }
}

fn between<'a>(line: &'a str, tag: &str) -> Option<&'a str> {
    let start = line.find(tag)? + tag.len();
    let end = line[start..].find(tag)?;
    Some(line[start..start + end].trim()).filter(|inside| !inside.is_empty())
}

/// A rule of underscores or dashes.
fn is_rule(line: &str) -> bool {
    let marks = line.chars().filter(|c| !c.is_whitespace());
    let mut count = 0;
    for c in marks {
        let is_of_a_rule = matches!(c, '_' | '-' | '–' | '—' | '=') || (c == '*' && count > 0);
        if !is_of_a_rule {
            return false;
        }
        count += 1;
    }
    count >= 4
}

/// `* * *`, between two parts of a text.
fn is_asterism(line: &str) -> bool {
    line.chars().all(|c| c == '*' || c.is_whitespace()) && line.matches('*').count() == 3
}

/// `*1723331*`
fn is_barcode(line: &str) -> bool {
    let inside = line.trim_matches('*');
    line.len() > inside.len() + 1
        && (5..=12).contains(&inside.len())
        && inside.bytes().all(|b| b.is_ascii_digit())
}

/// `Page 2`
fn is_page_word(line: &str) -> bool {
    let mut words = Words::all().flat_map(|words| words.debris.page);
    let number = words.find_map(|word| line.strip_prefix(word)).map(str::trim);
    number.is_some_and(|n| !n.is_empty() && n.len() <= 3 && n.bytes().all(|b| b.is_ascii_digit()))
}

/// `PAGE 2 of 3`, `Page 2/3`, as the forms of an annex number their pages.
fn is_page_of_several(line: &str) -> bool {
    let mut words = Words::all().flat_map(|words| words.debris.page);
    let number = words.find_map(|word| {
        let (own, rest) = line.split_at_checked(word.len())?;
        (own.to_lowercase() == word.to_lowercase()).then_some(rest)
    });
    let is_number = |n: &str| (1..=2).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit());
    let Some((first, rest)) = number.map(str::trim).and_then(|n| n.split_once([' ', '/'])) else {
        return false;
    };
    let last = rest.rsplit([' ', '/']).next().unwrap_or_default();
    is_number(first) && is_number(last) && rest.len() <= last.len() + " sur ".len()
}

fn is_recycle(line: &str) -> bool {
    Words::all().flat_map(|words| words.debris.recycle).any(|words| line.starts_with(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_line_is_by_itself() {
        for (line, expected) in [
            ("____", Some(SEPARATOR)),
            ("___", None),
            ("_ _ _ _", Some(SEPARATOR)),
            ("-----", Some(SEPARATOR)),
            ("—————", Some(SEPARATOR)),
            ("__*__", Some(SEPARATOR)),
            ("*____", None),
            ("____ text", None),
            ("* * *", Some("asterism")),
            ("* *", None),
            ("* * * *", None),
            ("*1723331*", Some("job line")),
            ("*1234*", None),
            ("*12345*", Some("job line")),
            ("*1234567890123*", None),
            ("*12345", None),
            ("*12a45*", None),
            ("\\_\\_\\_", Some(SEPARATOR)),
            ("/...", Some("page break")),
            ("/", Some("page break")),
            ("/..x", None),
            ("Error! No document variable supplied.", Some("error")),
            ("Error! Nothing", None),
            ("Page 8", Some("page number")),
            ("Page 1234", None),
            ("Page x", None),
            ("Page ", None),
            ("PAGE 2 of 3", Some(PAGE_OF_A_FORM)),
            ("Page 2/3", Some(PAGE_OF_A_FORM)),
            ("PAGE 123 of 3", None),
            ("PAGE 2 of the 3", None),
        ] {
            assert_eq!(by_itself(line, &mut Imprint::default()), expected, "{line:?}");
        }
    }

    #[test]
    fn what_a_line_of_numbers_is_by_itself() {
        for (line, expected) in [
            ("2/4", Some("page number")),
            ("5/4", None),
            ("0/4", None),
            ("4/1000", None),
            ("2/4      17-23331", Some("page number")),
            ("2/4      17-2333", None),
            ("17-23331", Some("job line")),
            ("17-23331 (E)    300118    *1723331*", Some("job line")),
            ("17-23331 *1723331*", Some("job line")),
            ("17-23331 2/4", Some("page number")),
            ("17-23331 /...", Some("job line")),
            ("17-23331 words", None),
            ("GE.25-11220 (E)", Some("job line")),
            ("General Assembly", None),
            ("Please recycle", Some("recycle")),
            ("Merci de recycler", Some("recycle")),
            ("[Start1]", Some("comment anchor")),
            ("[Start1]<<ODS JOB NO>>N1<<ODS JOB NO>>", Some("ODS tag")),
            ("[Start1", None),
            ("<<ODS DOC SYMBOL2>><<ODS DOC SYMBOL2>>", Some("ODS tag")),
            ("", None),
        ] {
            assert_eq!(by_itself(line, &mut Imprint::default()), expected, "{line:?}");
        }
    }

    #[test]
    fn what_debris_says_of_the_document() {
        let mut imprint = Imprint::default();
        by_itself("<<ODS DOC SYMBOL1>> A/RES/1/2 <<ODS DOC SYMBOL1>>", &mut imprint);
        assert_eq!(imprint.symbol.as_deref(), Some("A/RES/1/2"));
        by_itself("<<ODS DOC SYMBOL1>>A/RES/1/3<<ODS DOC SYMBOL1>>", &mut imprint);
        assert_eq!(imprint.symbol.as_deref(), Some("A/RES/1/2"));
        let mut imprint = Imprint::default();
        by_itself("[Start1]<<ODS DOC SYMBOL1>>A/1<<ODS DOC SYMBOL1>>", &mut imprint);
        assert_eq!(imprint.symbol.as_deref(), Some("A/1"));
        by_itself("17-23331", &mut imprint);
        assert_eq!(
            (imprint.job_number.as_deref(), imprint.first_job.as_deref()),
            (Some("17-23331"), None)
        );
        by_itself("18-00001 (E)", &mut imprint);
        assert_eq!(imprint.job_number.as_deref(), Some("17-23331"));
        assert_eq!(imprint.first_job.as_deref(), Some("18-00001"));
    }

    /// The kinds of all lines of a text, those of running text as `.`.
    #[track_caller]
    fn kinds(text: &str, expected: &[&str]) {
        let lines = crate::parse::lines::line::lines(text);
        let found = classify(text, &lines, Language::English).kinds;
        let found: Vec<&str> = found.iter().map(|kind| kind.unwrap_or(".")).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn page_numbers_beside_the_job_number() {
        kinds(
            "17-23331 (E) 1\nText\n17-233316/6\n5/617-23331\n17-233312\n717-23331\n17-23331234\n1723331 and 17-23331 here\n",
            &[
                "job line",
                ".",
                "page number",
                "page number",
                "page number",
                "page number",
                "page number",
                ".",
            ],
        );
    }

    #[test]
    fn dates_torn_from_the_job_line() {
        kinds(
            "300118\n17-23331 (E)\nA/1/1.\n310118\n320118\n301318\n30011\n010118\n",
            &["job line", "job line", ".", "job line", ".", ".", ".", "."],
        );
        kinds("Text\n300118\nText\n", &[".", ".", "."]);
    }

    #[test]
    fn page_numbers_alone_at_the_feet_of_pages() {
        let pages = |numbers: [&str; 4]| {
            let page = |number: &str| format!("Text of it\nand more\n{number}\n");
            numbers.map(page).join("\u{c}")
        };
        let number = "page number";
        kinds(
            &pages(["1", "2", "3", "4"]),
            &[".", ".", ".", ".", ".", number, ".", ".", number, ".", ".", number],
        );
        kinds(&pages(["1", "2", "5", "4"]), &["."; 12]);
        let five = [pages(["x", "2", "3", "4"]), "End\n".to_owned()].join("\u{c}");
        let mut expected =
            vec![".", ".", ".", ".", ".", number, ".", ".", number, ".", ".", number];
        expected.push(".");
        kinds(&five, &expected);
        // Two that are missing are too many.
        let six = [five, "End\n".to_owned()].join("\u{c}");
        kinds(&six, &["."; 14]);
    }

    #[test]
    fn page_numbers_above_and_below_the_heads_of_pages() {
        let text = "S/RES/1387 (2002)\nText\n2\nS/RES/1387 (2002)\nText\nS/RES/1387 (2002)\n3\nText\n3\nText\n";
        let (head, number) = ("running head", "page number");
        kinds(text, &[head, ".", number, head, ".", head, number, ".", ".", "."]);
        // A number that does not go up is text, and so is one behind a gap.
        let text =
            "S/RES/1387 (2002)\nText\n1\nS/RES/1387 (2002)\nText\n2\n\nS/RES/1387 (2002)\nText\n";
        kinds(text, &[head, ".", ".", head, ".", ".", head, "."]);
        kinds(
            "S/RES/1387 (2002)\nText\nS/RES/1387 (2002)\n2\nText\n",
            &[head, ".", head, ".", "."],
        );
    }
}
