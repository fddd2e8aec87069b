//! Job lines and page numbers (grammar.md §5): `17-23331 (E) 040118`, `2/8`, the dates torn from them.
//! Knows figures and where they stand on a page, no words.

use super::imprint::Imprint;
use crate::parse::{
    lines::line::{Line, is_bare_number},
    symbols::is_job_number,
};

/// Lines that begin with a number: job lines and page numbers.
pub(in crate::parse) fn number_line(line: &str, imprint: &mut Imprint) -> Option<&'static str> {
    let line = line.strip_prefix("GE.").unwrap_or(line);
    if let Some(job) = line.get(..8).filter(|job| is_job_number(job)) {
        let rest = line[8..].trim();
        let is_job_line = rest.is_empty()
            || rest.starts_with('(')
            || rest.starts_with('*')
            || rest.starts_with("/...")
            || is_page_of(rest);
        if is_job_line {
            imprint.job_number.get_or_insert_with(|| job.to_owned());
            if rest.starts_with('(') {
                imprint.first_job.get_or_insert_with(|| job.to_owned());
            }
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
pub(in crate::parse) fn page_numbers_with_job<'a>(
    words: &impl Fn(usize) -> &'a str,
    kinds: &mut [Option<&'static str>],
    imprint: &Imprint,
) {
    let Some(job) = &imprint.job_number else { return };
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

/// `291223`, the date of a job line, torn from it by no more than the lines of a footnote, or right
/// above the bar code.
pub(in crate::parse) fn dates_of_job_lines<'a>(
    words: &impl Fn(usize) -> &'a str,
    kinds: &mut [Option<&'static str>],
) {
    const FARTHEST: usize = 4;
    let job_lines: Vec<usize> =
        (0..kinds.len()).filter(|&i| kinds[i] == Some("job line")).collect();
    for at in job_lines {
        let above = at.saturating_sub(1)..at;
        for i in above.chain(at + 1..kinds.len().min(at + 1 + FARTHEST)) {
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
pub(in crate::parse) fn bare_page_numbers<'a>(
    words: &impl Fn(usize) -> &'a str,
    lines: &[Line],
    kinds: &mut [Option<&'static str>],
) {
    const LOWEST: usize = 12;
    // A document numbers its pages in one way.
    if kinds.contains(&Some("page number")) {
        return;
    }
    if lines.iter().all(|line| line.page == 0) {
        return numbers_a_page_apart(words, lines, kinds);
    }
    numbers_beside_job_lines(words, lines, kinds);
    let (mut found, mut missing, mut start, mut are_last) = (Vec::new(), 0, 0, true);
    for page in lines.chunk_by(|a, b| a.page == b.page) {
        let end = start + page.len();
        let number = (page[0].page + 1).to_string();
        let mut lowest = (start.max(end.saturating_sub(LOWEST))..end).rev();
        match lowest.find(|&i| words(i) == number).filter(|_| start > 0) {
            Some(i) => {
                are_last &= i + 1 == end;
                found.push(i);
            }
            None => missing += u32::from(start > 0),
        }
        start = end;
    }
    // A last page may have none; of two pages both have theirs, with nothing below.
    let is_short = found.len() == 2 && missing == 0 && are_last;
    if found.len() >= 3 && missing <= 1 || is_short {
        for i in found {
            kinds[i] = Some("page number");
        }
    }
}

/// The page's own number right above or below the job number at its foot, `GE.25-11220`, as Geneva sets them.
fn numbers_beside_job_lines<'a>(
    words: &impl Fn(usize) -> &'a str,
    lines: &[Line],
    kinds: &mut [Option<&'static str>],
) {
    let is_foot = |i: usize| words(i).starts_with("GE.");
    for i in 1..lines.len() {
        let (above, below) = (i - 1, i + 1);
        let page = lines[i].page;
        let is_on_page = |k: usize| lines.get(k).is_some_and(|line| line.page == page);
        let is_last = |k: usize| !is_on_page(k + 1);
        let is_beside = is_on_page(above) && is_foot(above) && is_last(i)
            || is_on_page(below) && is_foot(below) && is_last(below);
        if kinds[i].is_none() && page > 0 && is_beside && words(i) == (page + 1).to_string() {
            kinds[i] = Some("page number");
        }
    }
}

/// Page numbers in a text without page breaks and without page heads: `2`, `3`, `4`, each alone in the middle of
/// the text, about as many lines apart as a page has.
fn numbers_a_page_apart<'a>(
    words: &impl Fn(usize) -> &'a str,
    lines: &[Line],
    kinds: &mut [Option<&'static str>],
) {
    const LEAST: usize = 25;
    const MOST: usize = 70;
    let (mut found, mut due, mut last) = (Vec::new(), 2_usize, 0);
    for i in 0..lines.len() {
        let is_number = kinds[i].is_none() && !lines[i].after_gap && is_bare_number(words(i));
        if !is_number || words(i).parse() != Ok(due) {
            continue;
        }
        // The first page has a masthead, and may be shorter or longer than others.
        if found.is_empty() || (LEAST..=MOST).contains(&(i - last)) {
            found.push(i);
            (due, last) = (due + 1, i);
        }
    }
    if found.len() >= 3 {
        for i in found {
            kinds[i] = Some("page number");
        }
    }
}
