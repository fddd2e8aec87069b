//! What is in a file but no part of the resolution: page heads and feet, job lines, separators
//! (grammar.md §5). Tells it line by line, and gathers what it says about the document.

mod job_lines;
mod masthead;
mod running_heads;

use self::{
    job_lines::{bare_page_numbers, dates_of_job_lines, number_line, page_numbers_with_job},
    masthead::masthead,
    running_heads::running_heads,
};
use super::lines::Line;
use crate::document::Language;

pub(super) use running_heads::repeated_titles;

/// What the debris says about the document.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    /// The surest symbol: what stands between the tags of the UN's document system.
    pub(super) symbol: Option<String>,
    /// `17-23331`.
    pub(super) job_number: Option<String>,
    /// That of the first page, `17-23331 (E)`, which is right where later pages have another.
    pub(super) first_job: Option<String>,
    /// The line that has the date of issue, from the masthead.
    pub(super) issued: Option<jiff::civil::Date>,
}

/// The kind of debris that each line is, nothing for lines of text.
pub(super) struct Sorted {
    /// One entry a line.
    pub(super) kinds: Vec<Option<&'static str>>,
    /// What they say.
    pub(super) facts: Facts,
}

/// A rule of underscores: below it stand footnotes, or the text has ended.
pub(super) const SEPARATOR: &str = "separator";

/// Sorts the lines of a text.
pub(super) fn sort(text: &str, lines: &[Line], language: Language) -> Sorted {
    let words = |i: usize| lines.get(i).map_or("", |line: &Line| &text[line.span.range()]);
    let mut facts = Facts::default();
    let mut kinds: Vec<Option<&'static str>> = Vec::with_capacity(lines.len());
    for i in 0..lines.len() {
        // Nearly every line is long or begins with a letter that no debris begins with.
        let kind = if may_be_debris(words(i)) { by_itself(words(i), &mut facts) } else { None };
        kinds.push(kind);
    }
    if facts.job_number.is_some() {
        page_numbers_with_job(&words, &mut kinds, &facts);
    }
    dates_of_job_lines(&words, &mut kinds);
    bare_page_numbers(&words, lines, &mut kinds);
    masthead(&words, lines, &mut kinds, &mut facts, language);
    running_heads(text, lines, &mut kinds, &mut facts);
    facts.job_number = facts.first_job.take().or(facts.job_number);
    Sorted { kinds, facts }
}

fn may_be_debris(line: &str) -> bool {
    line.len() <= 200
}

/// The kind of a line that can be told from its own words.
fn by_itself(line: &str, facts: &mut Facts) -> Option<&'static str> {
    if let Some(rest) = line.strip_prefix("[Start")
        && let Some(close) = rest.find(']')
    {
        ods_tags(&rest[close..], facts);
        return Some(if rest.contains("<<ODS") { "ODS tag" } else { "comment anchor" });
    }
    if line.contains("<<ODS") {
        ods_tags(line, facts);
        return Some("ODS tag");
    }
    let first = line.chars().next()?;
    match first {
        '_' | '-' | '–' | '—' | '*' | '=' if is_rule(line) => Some(SEPARATOR),
        '*' if is_barcode(line) => Some("job line"),
        '\\' if line.chars().all(|c| matches!(c, '\\' | '_' | ' ')) => Some(SEPARATOR),
        '/' if line.trim_end_matches('.') == "/" => Some("page break"),
        'E' if line.starts_with("Error! No document variable") => Some("error"),
        'P' if is_page_word(line) => Some("page number"),
        '0'..='9' | 'G' => number_line(line, facts),
        _ if is_recycle(line) => Some("recycle"),
        _ => None,
    }
}

fn ods_tags(line: &str, facts: &mut Facts) {
    if let Some(symbol) = between(line, "<<ODS DOC SYMBOL1>>") {
        facts.symbol.get_or_insert_with(|| symbol.to_owned());
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

/// `*1723331*`
fn is_barcode(line: &str) -> bool {
    let inside = line.trim_matches('*');
    line.len() > inside.len() + 1
        && (5..=12).contains(&inside.len())
        && inside.bytes().all(|b| b.is_ascii_digit())
}

/// `Page 2`
fn is_page_word(line: &str) -> bool {
    let number = line.strip_prefix("Page ").map(str::trim);
    number.is_some_and(|n| !n.is_empty() && n.len() <= 3 && n.bytes().all(|b| b.is_ascii_digit()))
}

fn is_recycle(line: &str) -> bool {
    [
        "Please recycle",
        "Merci de recycler",
        "Se ruega reciclar",
        "Просьба отправить на вторичную",
        "请回收",
        "يرجى إعادة الاستعمال",
    ]
    .iter()
    .any(|words| line.starts_with(words))
}
