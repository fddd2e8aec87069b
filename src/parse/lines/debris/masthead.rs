//! The masthead of the first page: who issues the document, its symbol, when it is distributed.
//! Knows the order of its lines.

use jiff::civil::Date;

use super::imprint::Imprint;
use crate::{
    document::Language,
    parse::{
        lines::line::Line,
        symbols::{self, symbol_prefix},
        words::{Words, dates},
    },
};

/// The masthead, in front or glued together at the end.
pub(in crate::parse) fn masthead<'a>(
    words: &impl Fn(usize) -> &'a str,
    lines: &[Line],
    kinds: &mut [Option<&'static str>],
    imprint: &mut Imprint,
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
        if imprint.symbol.is_none()
            && let Some(symbol) = symbols::anywhere(line)
        {
            imprint.symbol = Some(symbol.to_owned());
        }
        if imprint.issued.is_none() && line.len() < 160 && line.contains("Distr") {
            imprint.issued = dates::first(line, language);
        }
        // The lines that belong to it: the date of issue, `GENERAL`, the language of the original.
        let (mut next, mut last) = (i, i);
        while next < kinds.len().saturating_sub(1).min(last + 3) {
            next += 1;
            let line = words(next);
            let ends_a_sentence =
                !lines[next].after_gap && is_open(words(next - 1), kinds[next - 1]);
            if kinds[next].is_some() || ends_a_sentence || !belongs_to_masthead(line, language) {
                continue;
            }
            kinds[next] = Some("masthead");
            last = next;
            if imprint.issued.is_none() {
                imprint.issued = date(line, language);
            }
            if imprint.symbol.is_none() && symbol_prefix(line).is_some_and(|l| l == line.len()) {
                imprint.symbol = Some(line.to_owned());
            }
        }
    }
}

fn is_masthead_line(line: &str) -> bool {
    if line.len() > 200 {
        return false;
    }
    let is_nations = organization().any(|name| {
        line.strip_prefix(name).is_some_and(|rest| {
            rest.is_empty()
                || symbol_prefix(rest.trim_start()).is_some()
                || rest.chars().all(|c| c.is_uppercase())
        })
    });
    let is_distr = line.contains("Distr.") && line.len() < 120;
    is_nations || is_distr
}

/// `Adopted by the Security Council at its 3936th meeting, on`: a line of text that the date below ends.
fn is_open(line: &str, kind: Option<&'static str>) -> bool {
    let last = line.rsplit(' ').next().unwrap_or_default();
    kind.is_none() && last.len() < line.len() && last.chars().all(char::is_lowercase)
}

/// The name of the organization and nothing else.
fn is_nations(line: &str) -> bool {
    organization().any(|name| name == line)
}

/// The names of the organization in all languages.
fn organization() -> impl Iterator<Item = &'static str> {
    Words::all().flat_map(|words| words.debris.organization).copied()
}

/// The date that is all of a line. Chinese and Arabic papers have it in English, `25 January 2018`.
fn date(line: &str, language: Language) -> Option<Date> {
    let mut languages = [language, Language::English].into_iter();
    let language = languages.find(|&language| dates::is_only_a_date(line, language))?;
    dates::first(line, language)
}

fn belongs_to_masthead(line: &str, language: Language) -> bool {
    let is_known = |words: &Words| {
        words.debris.masthead.contains(&line)
            || words.debris.masthead_beginnings.iter().any(|start| line.starts_with(start))
    };
    Words::all().any(is_known)
        || date(line, language).is_some()
        || symbol_prefix(line).is_some_and(|length| length == line.len())
}
