//! What is in a file but no part of the resolution: page heads and feet, job lines, separators
//! (grammar.md §5). Tells it line by line, and gathers what it says about the document.

use super::{
    dates,
    lines::Line,
    symbols::{self, is_job_number, symbol_prefix},
};
use crate::document::Language;

/// What the debris says about the document.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    /// The surest symbol: what stands between the tags of the UN's document system.
    pub(super) symbol: Option<String>,
    /// `17-23331`.
    pub(super) job_number: Option<String>,
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

/// Lines that begin with a number: job lines and page numbers.
fn number_line(line: &str, facts: &mut Facts) -> Option<&'static str> {
    let line = line.strip_prefix("GE.").unwrap_or(line);
    if let Some(job) = line.get(..8).filter(|job| is_job_number(job)) {
        let rest = line[8..].trim();
        let is_job_line = rest.is_empty()
            || rest.starts_with('(')
            || rest.starts_with('*')
            || rest.starts_with("/...")
            || is_page_of(rest);
        if is_job_line {
            facts.job_number.get_or_insert_with(|| job.to_owned());
            return Some(if is_page_of(rest) { "page number" } else { "job line" });
        }
    }
    if is_page_of(line) {
        return Some("page number");
    }
    // `2/4      17-23331`
    let (page, job) = line.split_once(char::is_whitespace)?;
    (is_page_of(page) && is_job_number(job.trim())).then_some("page number")
}

/// `2/4`
fn is_page_of(text: &str) -> bool {
    let Some((page, pages)) = text.split_once('/') else { return false };
    match (page.trim().parse::<u16>(), pages.trim().parse::<u16>()) {
        (Ok(page), Ok(pages)) => page > 0 && page <= pages && pages < 1000,
        _ => false,
    }
}

/// Page numbers glued to the job number: `17-233316/6`, `5/617-23331`, `08-343792`, `710-70608`.
fn page_numbers_with_job<'a>(
    words: &impl Fn(usize) -> &'a str,
    kinds: &mut [Option<&'static str>],
    facts: &Facts,
) {
    let Some(job) = &facts.job_number else { return };
    for (i, kind) in kinds.iter_mut().enumerate().filter(|(_, kind)| kind.is_none()) {
        let line = words(i);
        if line.len() > 40 {
            continue;
        }
        let Some(at) = line.find(job.as_str()) else { continue };
        let rest: String = [&line[..at], &line[at + job.len()..]].concat();
        let rest = rest.trim();
        let is_page = is_page_of(rest)
            || rest.is_empty()
            || (rest.len() <= 3 && rest.bytes().all(|b| b.is_ascii_digit()));
        if is_page {
            *kind = Some("page number");
        }
    }
}

/// `291223`, the date of a job line, torn from it by no more than the lines of a footnote.
fn dates_of_job_lines<'a>(words: &impl Fn(usize) -> &'a str, kinds: &mut [Option<&'static str>]) {
    const FARTHEST: usize = 4;
    let job_lines: Vec<usize> =
        (0..kinds.len()).filter(|&i| kinds[i] == Some("job line")).collect();
    for at in job_lines {
        for i in at + 1..kinds.len().min(at + 1 + FARTHEST) {
            if kinds[i].is_none() && is_short_date(words(i)) {
                kinds[i] = Some("job line");
            }
        }
    }
}

/// Day, month and year in two digits each.
fn is_short_date(line: &str) -> bool {
    let part = |at: usize| line.get(at..at + 2).and_then(|digits| digits.parse::<u8>().ok());
    line.len() == 6
        && line.bytes().all(|b| b.is_ascii_digit())
        && part(0).is_some_and(|day| (1..=31).contains(&day))
        && part(2).is_some_and(|month| (1..=12).contains(&month))
}

/// Page numbers that stand alone, as Geneva prints them: on every page but the first, the last line
/// among its lowest that is the page's own number.
fn bare_page_numbers<'a>(
    words: &impl Fn(usize) -> &'a str,
    lines: &[Line],
    kinds: &mut [Option<&'static str>],
) {
    const LOWEST: usize = 12;
    // A document numbers its pages in one way.
    if kinds.contains(&Some("page number")) {
        return;
    }
    let (mut found, mut missing, mut start) = (Vec::new(), 0, 0);
    for page in lines.chunk_by(|a, b| a.page == b.page) {
        let end = start + page.len();
        let number = (page[0].page + 1).to_string();
        let mut lowest = (start.max(end.saturating_sub(LOWEST))..end).rev();
        match lowest.find(|&i| words(i) == number).filter(|_| start > 0) {
            Some(i) => found.push(i),
            None => missing += u32::from(start > 0),
        }
        start = end;
    }
    // A last page may have none.
    if found.len() >= 3 && missing <= 1 {
        for i in found {
            kinds[i] = Some("page number");
        }
    }
}

/// The masthead, in front or glued together at the end.
fn masthead<'a>(
    words: &impl Fn(usize) -> &'a str,
    lines: &[Line],
    kinds: &mut [Option<&'static str>],
    facts: &mut Facts,
    language: Language,
) {
    for i in 0..kinds.len() {
        let line = words(i);
        // `United Nations` right below other words is their end, if no masthead goes on from it.
        let goes_on = i > 0
            && kinds[i - 1].is_none()
            && !lines[i].after_gap
            && is_nations(line)
            && !belongs_to_masthead(words(i + 1), language);
        let is_masthead = kinds[i].is_none() && !goes_on && is_masthead_line(line);
        if !is_masthead {
            continue;
        }
        kinds[i] = Some("masthead");
        if facts.symbol.is_none()
            && let Some(symbol) = symbols::anywhere(line)
        {
            facts.symbol = Some(symbol.to_owned());
        }
        if facts.issued.is_none() && line.len() < 160 && line.contains("Distr") {
            facts.issued = dates::first(line, language);
        }
        // The lines that belong to it: the date of issue, `GENERAL`, the language of the original.
        let (mut next, mut last) = (i, i);
        while next < kinds.len().saturating_sub(1).min(last + 3) {
            next += 1;
            let line = words(next);
            if kinds[next].is_some() || !belongs_to_masthead(line, language) {
                continue;
            }
            kinds[next] = Some("masthead");
            last = next;
            if facts.issued.is_none() {
                facts.issued = dates::first(line, language);
            }
            if facts.symbol.is_none() && symbol_prefix(line).is_some_and(|l| l == line.len()) {
                facts.symbol = Some(line.to_owned());
            }
        }
    }
}

fn is_masthead_line(line: &str) -> bool {
    if line.len() > 200 {
        return false;
    }
    let is_nations = NATIONS.iter().any(|name| {
        line.strip_prefix(name).is_some_and(|rest| {
            rest.is_empty()
                || symbol_prefix(rest.trim_start()).is_some()
                || rest.chars().all(|c| c.is_uppercase())
        })
    });
    let is_distr = line.contains("Distr.") && line.len() < 120;
    is_nations || is_distr
}

/// The name of the organization and nothing else.
fn is_nations(line: &str) -> bool {
    NATIONS.contains(&line)
}

const NATIONS: &[&str] = &[
    "United Nations",
    "Nations Unies",
    "Naciones Unidas",
    "Организация Объединенных Наций",
    "联合国",
    "الأمم المتحدة",
    "UNITED",
    "SNATIONS",
];

fn belongs_to_masthead(line: &str, language: Language) -> bool {
    line == "GENERAL"
        || line == "LIMITED"
        || line.starts_with("Original:")
        || line.starts_with("ORIGINAL:")
        || line.starts_with("Distr")
        || [
            "Security Council",
            "General Assembly",
            "Economic and Social Council",
            "Human Rights Council",
        ]
        .contains(&line)
        || line == "SNATIONSNATIONS"
        || dates::is_only_a_date(line, language)
        || symbol_prefix(line).is_some_and(|length| length == line.len())
}

/// Lines that are the symbol alone: the head of each page but the first.
fn running_heads(
    text: &str,
    lines: &[Line],
    kinds: &mut [Option<&'static str>],
    facts: &mut Facts,
) {
    let alone = |line: &Line| {
        let words = &text[line.span.range()];
        (words.len() <= 40 && symbol_prefix(words) == Some(words.len())).then_some(words)
    };
    if facts.symbol.is_none() {
        let mut seen = std::collections::HashMap::new();
        for words in lines.iter().filter_map(alone) {
            *seen.entry(words).or_insert(0) += 1;
        }
        let most = seen.into_iter().filter(|(_, n)| *n > 1).max_by_key(|(words, n)| (*n, *words));
        facts.symbol = most.map(|(words, _)| words.to_owned());
    }
    let Some(symbol) = &facts.symbol else { return };
    for (line, kind) in lines.iter().zip(kinds).filter(|(_, kind)| kind.is_none()) {
        if alone(line).is_some_and(|words| words == symbol) {
            *kind = Some("running head");
        }
    }
}

/// Marks as running heads the lines that repeat the title, with or without the symbol: at the top
/// of a page, or behind the text (grammar.md §5). Equal once the symbol is gone; never by length.
pub(super) fn repeated_titles(
    text: &str,
    lines: &[Line],
    kinds: &mut [Option<&'static str>],
    title: &str,
    title_end: usize,
    symbol: Option<&str>,
) {
    let title = squeezed(title.trim_start_matches(['-', '–']));
    if title.is_empty() {
        return;
    }
    let of_symbol = symbol.and_then(|symbol| symbol.chars().next());
    let firsts = [title.chars().next(), of_symbol, Some('-'), Some('–')];
    let mut i = lines.partition_point(|line| line.span.start < title_end);
    while i < lines.len() {
        // Nearly every line begins with another letter than the title and the symbol.
        if !firsts.contains(&text[lines[i].span.range()].chars().next()) {
            i += 1;
            continue;
        }
        let words = |k: usize| &text[lines[k].span.range()];
        let without_symbol = |line: &str| {
            squeezed(&symbol.map_or_else(|| line.to_owned(), |symbol| line.replacen(symbol, "", 1)))
        };
        let mut gathered = String::new();
        let mut end = i;
        // Half of a title may look like the masthead: `United Nations`.
        let is_open = |kind: Option<&str>| kind.is_none_or(|kind| kind == "masthead");
        while end < lines.len() && is_open(kinds[end]) && end < i + LONGEST_TITLE {
            let piece = without_symbol(words(end));
            // Arabic has a dash between number and title, which its running heads keep.
            let dash: &[char] = if gathered.is_empty() { &['-', '–'] } else { &[] };
            gathered.push_str(piece.trim_start_matches(dash));
            end += 1;
            if !title.starts_with(&gathered) || gathered == title {
                break;
            }
        }
        let is_page_head = lines[i].page > 0 || words(i).len() < title.len() * 2 + 40;
        if gathered == title && kinds[i].is_none() && is_page_head {
            kinds[i..end].fill(Some("running head"));
            i = end;
        } else {
            i += 1;
        }
    }
}

/// Lines of a title, set narrow beside a symbol.
const LONGEST_TITLE: usize = 20;

/// A text without its white space, to compare what was broken differently.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !super::fold::is_blank(*c)).collect()
}
