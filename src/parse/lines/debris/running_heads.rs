//! What the heads of pages repeat: the symbol, and the title (grammar.md §5).

use super::{classify::PAGE_OF_A_FORM, imprint::Imprint};
use crate::parse::{
    lines::{
        clean_text,
        facts::LineFacts,
        line::{Line, is_bare_number},
    },
    symbols::symbol_prefix,
};

/// Lines that are the symbol alone: the head of each page but the first.
pub(in crate::parse) fn running_heads(
    text: &str,
    lines: &[Line],
    kinds: &mut [Option<&'static str>],
    imprint: &mut Imprint,
) {
    let alone = |line: &Line| {
        let words = &text[line.span.range()];
        (words.len() <= 40 && symbol_prefix(words) == Some(words.len())).then_some(words)
    };
    if imprint.symbol.is_none() {
        let mut seen = std::collections::HashMap::new();
        for words in lines.iter().filter_map(alone) {
            *seen.entry(words).or_insert(0) += 1;
        }
        let most = seen.into_iter().filter(|(_, n)| *n > 1).max_by_key(|(words, n)| (*n, *words));
        imprint.symbol = most.map(|(words, _)| words.to_owned());
    }
    // A reissued document has a star behind its symbol on the first page.
    // Of `S/RES/1542(2004)` in the masthead the heads make `S/RES/1542 (2004)`.
    let plain = |symbol: &str| symbol.trim_end_matches('*').replace(' ', "");
    let Some(symbol) = imprint.symbol.as_deref().map(plain) else { return };
    for (line, kind) in lines.iter().zip(kinds.iter_mut()).filter(|(_, kind)| kind.is_none()) {
        if alone(line).is_some_and(|words| plain(words) == symbol) {
            *kind = Some("running head");
        }
    }
    page_numbers_beside(text, lines, kinds);
}

/// Numbers that stand right above the heads of pages, where nothing else says that a page ends: `2`, and
/// `S/RES/1387 (2002)` on the next line; right below them, where the one before is known; and below the
/// last line of a form. They go up, and the first page has no head.
fn page_numbers_beside(text: &str, lines: &[Line], kinds: &mut [Option<&'static str>]) {
    let number = |i: usize| {
        let words = lines.get(i).map(|line| &text[line.span.range()])?;
        words.parse::<u16>().ok().filter(|_| is_bare_number(words))
    };
    let mut last = 1;
    for i in 1..lines.len() {
        let is_head = kinds[i] == Some("running head");
        let above = number(i - 1).filter(|n| is_head && !lines[i].after_gap && *n > last);
        if let Some(number) = above.filter(|_| kinds[i - 1].is_none()) {
            kinds[i - 1] = Some("page number");
            last = number;
            continue;
        }
        let is_form = kinds[i] == Some(PAGE_OF_A_FORM);
        let below = number(i + 1).filter(|n| {
            is_form && *n > last || is_head && *n == last + 1 && last > 1 && !lines[i + 1].after_gap
        });
        if let Some(number) = below.filter(|_| kinds[i + 1].is_none()) {
            kinds[i + 1] = Some("page number");
            last = number;
        }
    }
}

/// Marks as running heads the lines that repeat the title, with or without the symbol: at the top
/// of a page, or behind the text (grammar.md §5). Equal once the symbol is gone; never by length.
pub(in crate::parse) fn repeated_titles(
    text: &str,
    lines: &[Line],
    kinds: &mut [Option<&'static str>],
    title: &str,
    title_end: usize,
    symbol: Option<&str>,
    facts: &LineFacts<'_>,
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
        // Below `Annex` it is the title of what is annexed.
        let is_of_an_annex = i > 0 && facts.of(&lines[i - 1]).is_annex && kinds[i - 1].is_none();
        let is_page_head = lines[i].page > 0 || words(i).len() < title.len() * 2 + 40;
        if gathered == title && kinds[i].is_none() && is_page_head && !is_of_an_annex {
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
    text.chars().filter(|c| !clean_text::is_blank(*c)).collect()
}
