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
