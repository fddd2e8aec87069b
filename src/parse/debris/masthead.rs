//! The masthead of the first page: who issues the document, its symbol, when it is distributed.
//! Knows the names on it in six languages.

use super::Facts;
use crate::{
    document::Language,
    parse::{
        dates,
        lines::Line,
        symbols::{self, symbol_prefix},
    },
};

/// The masthead, in front or glued together at the end.
pub(super) fn masthead<'a>(
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
