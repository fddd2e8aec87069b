//! Paragraphs, sections and annexes of the draft itself that it names and has not: *paragraph 9 above*, *annex III to the
//! present resolution*. Knows how places are named in English, and which a document has.
//!
//! Of the 838 paragraphs that the library's texts name so, 837 are there. Of an annex without a number nothing is said: a text of
//! several declarations is not always read with its annexes.

use super::{Finding, Subject};
use crate::document::{Document, Language};

/// What says that a place is one of this text.
const OF_THIS: [&str; 5] = [
    " above",
    " below",
    " of the present resolution",
    " of this resolution",
    " of the present decision",
];
/// The same of what is attached.
const TO_THIS: [&str; 4] = [
    " to the present resolution",
    " of the present resolution",
    " to this resolution",
    " of this resolution",
];

pub(super) fn check(draft: &Document, found: &mut Vec<Finding>) {
    if draft.language != Language::English {
        return;
    }
    let numbers: Vec<&str> =
        draft.blocks.iter().filter_map(|block| block.number.as_deref()).collect();
    let last = numbers.iter().filter_map(|number| number.parse::<u16>().ok()).max();
    for (index, block) in draft.blocks.iter().enumerate() {
        let mut say = |what: String, why: String, advice: &str| {
            found.push(Finding::new(Some((index, block)), Subject::Numbering, what, why, advice));
        };
        // Without numbers nothing can be said of them.
        for (number, named) in last.map(|_| paragraphs(&block.text)).unwrap_or_default() {
            if !numbers.contains(&number) {
                let last = last.unwrap_or_default();
                say(
                    format!("names {named}"),
                    format!("there is no paragraph {number}; the last is {last}"),
                    "name a paragraph that is there",
                );
            }
        }
        for (numeral, named) in numbered(&block.text, "annex", &TO_THIS) {
            if !has_annex(draft, numeral) {
                let why = format!("there is no annex {numeral}");
                say(format!("names {named}"), why, "name an annex that is there, or attach it");
            }
        }
        for (numeral, named) in numbered(&block.text, "section", &OF_THIS) {
            if !has_section(draft, numeral) {
                let why = format!("there is no section {numeral}");
                say(format!("names {named}"), why, "name a section that is there");
            }
        }
    }
}

/// The numbers of paragraphs of this text that a text names, each with the words that name it: *paragraphs 3 and 12 above*
/// names two.
fn paragraphs(text: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    for (start, noun) in nouns(text, "paragraph") {
        let mut numbers = Vec::new();
        let mut at = start + noun;
        while let Some((number, end)) = number(text, at) {
            numbers.push(number);
            at = end;
        }
        let Some(end) = end_of(text, at, &OF_THIS) else { continue };
        found.extend(numbers.into_iter().map(|number| (number, &text[start..end])));
    }
    found
}

/// The Roman numerals of annexes or sections of this text that a text names, each with the words that name it.
fn numbered<'a>(text: &'a str, noun: &'a str, of_this: &[&str]) -> Vec<(&'a str, &'a str)> {
    let named = nouns(text, noun).into_iter().filter_map(|(start, length)| {
        let rest = text.get(start + length..)?.strip_prefix(' ')?;
        let digits = rest.bytes().take_while(|byte| matches!(byte, b'I' | b'V' | b'X')).count();
        let at = start + length + 1 + digits;
        let end = end_of(text, at, of_this).filter(|_| digits > 0)?;
        Some((rest.get(..digits)?, text.get(start..end)?))
    });
    named.collect()
}

/// Where a noun stands in a text, and how long it is there: *paragraph*, *paragraphs*, *Annex*.
fn nouns(text: &str, noun: &str) -> Vec<(usize, usize)> {
    let folded = text.to_ascii_lowercase();
    let at_word = |at: usize| {
        !text
            .get(..at)
            .is_some_and(|before| before.ends_with(|c: char| c.is_alphanumeric() || c == '-'))
    };
    let places = folded.match_indices(noun).filter(|(at, _)| at_word(*at));
    places
        .map(|(at, noun)| {
            let is_plural = folded.get(at + noun.len()..).is_some_and(|rest| rest.starts_with('s'));
            (at, noun.len() + usize::from(is_plural))
        })
        .collect()
}

/// The number behind a byte, with what joins it to one before and its items, *14 (a)*, left out, and where that ends.
fn number(text: &str, at: usize) -> Option<(&str, usize)> {
    let mut rest = text.get(at..)?;
    for joint in [",", " and", " or", " to", "–", " "] {
        rest = rest.strip_prefix(joint).unwrap_or(rest);
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let number = rest.get(..digits).filter(|number| (1..=3).contains(&number.len()))?;
    let mut behind = rest.get(digits..)?;
    let items = [" (", " and (", ", ("];
    while let Some(item) = items.iter().find_map(|open| behind.strip_prefix(open)) {
        let Some((letters, after)) = item.split_once(')').filter(|(item, _)| item.len() <= 4)
        else {
            break;
        };
        if !letters.bytes().all(|byte| byte.is_ascii_lowercase()) {
            break;
        }
        behind = after;
    }
    let goes_on = behind.starts_with(|c: char| c.is_alphanumeric() || c == '/');
    (!goes_on).then(|| (number, text.len() - behind.len()))
}

/// Where the words end that say that a place is of this text, if they stand at a byte.
fn end_of(text: &str, at: usize, of_this: &[&str]) -> Option<usize> {
    let rest = text.get(at..)?;
    let words = of_this.iter().find(|words| {
        rest.strip_prefix(**words).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })?;
    Some(at + words.len())
}

fn has_annex(draft: &Document, numeral: &str) -> bool {
    let name = format!("Annex {numeral}");
    draft.blocks.iter().any(|block| {
        let cite = block.cite.to_string();
        let is_of_it =
            cite.strip_prefix(&name).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        is_of_it || block.text == name
    })
}

fn has_section(draft: &Document, numeral: &str) -> bool {
    draft.blocks.iter().any(|block| {
        let is_heading = block.text.strip_prefix(numeral);
        block.cite.section() == Some(numeral)
            || block.number.as_deref() == Some(numeral)
            || is_heading.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', ' ']))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_of_this_text_are_told_from_those_of_others() {
        let numbers = |text: &str| {
            paragraphs(text).iter().map(|(number, _)| *number).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(numbers("as set out in paragraphs 3 (a) and (b), 5 and 12 above"), "3 5 12");
        assert_eq!(
            numbers("as set out in paragraphs 3 (a), 5 and 12 above, and in paragraph 9 below"),
            "3 5 12 9"
        );
        assert_eq!(numbers("Paragraph 4 (b) (ii) of the present resolution"), "4");
        assert_eq!(
            numbers(
                "paragraph 4 of resolution 67/19, paragraph 5 of the report above, subparagraph 3 above"
            ),
            ""
        );
        assert_eq!(numbers("paragraph 4/5 above, paragraph 1234 below, paragraphs above"), "");
    }

    #[test]
    fn annexes_have_roman_numerals() {
        let named = |text: &str| {
            numbered(text, "annex", &TO_THIS)
                .iter()
                .map(|(_, named)| (*named).to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            named("set out in annex III to the present resolution"),
            ["annex III to the present resolution"]
        );
        assert!(
            named("set out in annex III to resolution 60/147, the annex to the present resolution")
                .is_empty()
        );
    }
}
