//! Words that name a place in the same text: `paragraph 14 above`, `paragraphs 2 (a) and 3 of the
//! present resolution`, `the annex to the present resolution` (grammar.md §2). Knows one text, and
//! asks the [`Context`] whether there is such a place.

use std::{ops::Range, sync::OnceLock};

use memchr::memmem;

use super::Context;
use crate::{
    document::{Cite, Language, PlaceKind, Reference, Target, Within},
    parse::words::{Words, first_word},
    text::roman,
};

/// The words that places are named with, ready to be looked for.
pub(super) struct Nouns {
    paragraph: Vec<Noun>,
    subparagraph: Vec<Noun>,
    annex: Vec<Noun>,
    footnote: Vec<Noun>,
    /// Those that may come before a document: *section V of its resolution*.
    before_documents: Vec<Noun>,
}

type Noun = memmem::Finder<'static>;

fn ready(stems: &'static [&'static str]) -> impl Iterator<Item = Noun> {
    stems.iter().map(|&stem| Noun::new(stem))
}

/// The nouns of a language. Made when first asked for.
pub(super) fn nouns(language: Language) -> Option<&'static Nouns> {
    static NOUNS: [OnceLock<Nouns>; 6] = [const { OnceLock::new() }; 6];
    let at = Language::ALL.iter().position(|&l| l == language)?;
    let nouns = NOUNS.get(at)?.get_or_init(|| {
        let words = Words::of(language);
        Nouns {
            paragraph: ready(words.paragraph).collect(),
            subparagraph: ready(words.subparagraph).collect(),
            annex: ready(words.annex).collect(),
            footnote: ready(words.footnote).collect(),
            before_documents: [words.paragraph, words.section]
                .into_iter()
                .flat_map(ready)
                .collect(),
        }
    });
    Some(nouns)
}

/// The references to places of the same text, by place, not overlapping.
pub(super) fn find(
    text: &str,
    context: &Context<'_>,
    words: &Words,
    nouns: &Nouns,
) -> Vec<Reference> {
    let mut found = Vec::new();
    if context.language == Language::Chinese {
        chinese_paragraphs(text, context, words, &mut found);
        return found;
    }
    for mention in mentions(text, &nouns.paragraph) {
        paragraphs(text, mention, context, words, &mut found);
    }
    for mention in mentions(text, &nouns.subparagraph) {
        found.extend(subparagraph(text, mention, context, words));
    }
    for mention in mentions(text, &nouns.annex) {
        found.extend(annex(text, mention, context, words));
    }
    for mention in mentions(text, &nouns.footnote) {
        found.extend(footnote(text, mention, context, words));
    }
    found
}

/// The places in a text that may belong to a document named after them.
pub(super) fn before_documents<'a>(
    text: &'a str,
    nouns: &'a Nouns,
) -> impl Iterator<Item = Range<usize>> + 'a {
    mentions(text, &nouns.before_documents)
}

/// The words of a text that begin with one of the stems.
fn mentions<'a>(text: &'a str, stems: &'a [Noun]) -> impl Iterator<Item = Range<usize>> + 'a {
    stems.iter().flat_map(move |stem| {
        stem.find_iter(text.as_bytes()).filter_map(move |start| {
            let (before, after) = text.split_at_checked(start)?;
            let rest = after.get(stem.needle().len()..)?;
            let is_word = !before.ends_with(|c: char| c.is_alphabetic() || c == '-');
            is_word.then(|| start..text.len() - rest.len() + first_word(rest).len())
        })
    })
}

/// A number with the items below it, `2 (a)`, as text and as a citation has it.
struct Number {
    range: Range<usize>,
    number: String,
    items: Vec<String>,
}

/// `paragraphs 3 and 4 above`. They must be said to be of this text, for most paragraphs that are cited are of another;
/// and what was named right before them owns them.
fn paragraphs(
    text: &str,
    mention: Range<usize>,
    context: &Context<'_>,
    words: &Words,
    found: &mut Vec<Reference>,
) {
    let numbers = numbers(text, mention.end);
    let Some(last) = numbers.last() else { return };
    let end = last.range.end;
    let Some(stated) = stated_end(text, end, words) else {
        return;
    };
    // `Article 21, paragraph 4`, `A/72/1, paragraph 4`: of what was named before it.
    let before = text.get(..mention.start).unwrap_or_default().trim_end();
    if stated == end && before.ends_with(',') {
        return;
    }
    let count = numbers.len();
    for (index, number) in numbers.into_iter().enumerate() {
        let start = if index == 0 { mention.start } else { number.range.start };
        let end = if count == 1 { stated } else { number.range.end };
        let Some(cite) = cite(&number, context) else { continue };
        found.push(here(start..end, cite));
    }
}

/// Where the reference ends, with the words that say that it is one to the same text; nothing if
/// it is one to another, or goes on so that one cannot know.
fn stated_end(text: &str, end: usize, words: &Words) -> Option<usize> {
    let rest = text.get(end..)?;
    let tail = rest.trim_start();
    let gap = rest.len() - tail.len();
    if let Some(phrase) = words.here_after.iter().find(|phrase| starts_with_words(tail, phrase)) {
        return Some(end + gap + phrase.len());
    }
    let after_comma = tail.trim_start_matches([',', ' ']);
    let next = first_word(after_comma);
    let is_elsewhere = words.elsewhere.iter().any(|word| starts_with_words(after_comma, word));
    let is_end = tail.is_empty()
        || tail.starts_with(['.', ';', ':', ')', '،', '؛'])
        || (tail.starts_with(',') && !next.is_empty());
    (is_end && !is_elsewhere).then_some(end)
}

/// Whether a text starts with some words, and goes on with another word or none.
fn starts_with_words(text: &str, words: &str) -> bool {
    text.strip_prefix(words).is_some_and(|rest| {
        words.ends_with(['’', '\'']) || !rest.starts_with(char::is_alphanumeric)
    })
}

/// The numbers of a list at a byte: `14`, `2 (a) and 3`, `5, 11 to 13`.
fn numbers(text: &str, at: usize) -> Vec<Number> {
    let mut numbers: Vec<Number> = Vec::new();
    let mut at = at;
    while let Some(number) = number(text, skip_joint(text, at, !numbers.is_empty())) {
        at = number.range.end;
        numbers.push(number);
        if numbers.len() >= 64 {
            break;
        }
    }
    numbers
}

/// Skips white space, and between two numbers what joins them.
fn skip_joint(text: &str, at: usize, is_between: bool) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let mut tail = rest.trim_start();
    if is_between {
        tail = tail.trim_start_matches([',', '–', '-', '،', ' ']);
        let word = first_word(tail);
        if matches!(
            word,
            "and"
                | "to"
                | "or"
                | "et"
                | "à"
                | "ou"
                | "y"
                | "a"
                | "o"
                | "и"
                | "по"
                | "или"
                | "و"
                | "إلى"
        ) {
            tail = tail[word.len()..].trim_start();
        }
    }
    text.len() - tail.len()
}

/// The number at a byte, and its items in brackets, whole or closing: `14 (a)`, `14 a)`.
fn number(text: &str, at: usize) -> Option<Number> {
    let rest = text.get(at..)?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let after = rest.get(digits..)?;
    let goes_on = after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '%'))
        || after
            .strip_prefix(['.', ','])
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if !(1..=3).contains(&digits) || goes_on {
        return None;
    }
    let mut end = at + digits;
    let mut items = Vec::new();
    while let Some((item, item_end)) = item(text, end) {
        items.push(item.to_owned());
        end = item_end;
    }
    Some(Number { range: at..end, number: rest.get(..digits)?.to_owned(), items })
}

/// The item at a byte: ` (a)`, ` a)`, `(ii)`.
fn item(text: &str, at: usize) -> Option<(&str, usize)> {
    let rest = text.get(at..)?;
    let body = rest.trim_start_matches([' ', '\u{a0}']);
    let inner = body.strip_prefix('(').unwrap_or(body);
    let latin = inner.bytes().take_while(u8::is_ascii_lowercase).count();
    let arabic = inner.chars().next().filter(|c| ('\u{620}'..='\u{64a}').contains(c));
    let length = arabic.map_or(latin, char::len_utf8);
    let close = inner.get(length..)?.strip_prefix(')')?;
    (1..=4).contains(&length).then(|| (&inner[..length], text.len() - close.len()))
}

/// The citation of a paragraph in the same section, if the document has it.
fn cite(number: &Number, context: &Context<'_>) -> Option<Cite> {
    let Number { number, items, .. } = number;
    let here = context.place.beside(PlaceKind::Paragraph, number.as_str());
    let anywhere = Cite::paragraph(number.as_str());
    let with_items = |cite: &Cite| cite.with_items(items.clone());
    [with_items(&here), here, with_items(&anywhere), anywhere]
        .into_iter()
        .find(|cite| (context.exists)(cite))
}

/// `subparagraph (a) above`: an item of the paragraph in which the words stand.
fn subparagraph(
    text: &str,
    mention: Range<usize>,
    context: &Context<'_>,
    words: &Words,
) -> Option<Reference> {
    let (name, end) = item(text, mention.end)?;
    let stated = stated_end(text, end, words).filter(|&stated| stated > end)?;
    let cite = context.place.with_items(vec![name.to_owned()]);
    (context.exists)(&cite).then(|| here(mention.start..stated, cite))
}

/// `annex II to the present resolution`.
fn annex(
    text: &str,
    mention: Range<usize>,
    context: &Context<'_>,
    words: &Words,
) -> Option<Reference> {
    let rest = text.get(mention.end..)?;
    let tail = rest.trim_start();
    let number = first_word(tail);
    let is_number = number.bytes().all(|b| b.is_ascii_uppercase())
        && roman::value(&number.to_ascii_lowercase()).is_some();
    let (number, tail) =
        if is_number { (number, tail[number.len()..].trim_start()) } else { ("", tail) };
    let phrase = words.to_this_text.iter().find(|phrase| starts_with_words(tail, phrase))?;
    let end = text.len() - tail.len() + phrase.len();
    let cite = Cite::whole(None, Some(Within::Annex(number.to_owned())));
    (context.exists)(&cite).then(|| here(mention.start..end, cite))
}

/// `footnote 3 above`.
fn footnote(
    text: &str,
    mention: Range<usize>,
    context: &Context<'_>,
    words: &Words,
) -> Option<Reference> {
    let number = number(text, skip_joint(text, mention.end, false))?;
    let stated =
        stated_end(text, number.range.end, words).filter(|&stated| stated > number.range.end)?;
    let cite = Cite::footnote(number.number);
    (context.exists)(&cite).then(|| here(mention.start..stated, cite))
}

/// `上文第14段`, `本决议第14段`: in Chinese the words for here come first.
fn chinese_paragraphs(
    text: &str,
    context: &Context<'_>,
    words: &Words,
    found: &mut Vec<Reference>,
) {
    for end in memmem::find_iter(text.as_bytes(), "段".as_bytes()) {
        let Some((left, number)) = text.get(..end).and_then(chinese_number) else { continue };
        let phrase = words.here_before.iter().find(|phrase| left.ends_with(**phrase));
        if let (Some(phrase), Some(cite)) = (phrase, cite(&number, context)) {
            found.push(here(left.len() - phrase.len()..end + "段".len(), cite));
        }
    }
}

/// The number with its items at the end of a text, `第2(b)`, and what is before it.
fn chinese_number(text: &str) -> Option<(&str, Number)> {
    let (left, printed) = text.rsplit_once('第')?;
    let printed = printed.trim_start();
    let start = text.len() - printed.len();
    let digits = printed.bytes().take_while(u8::is_ascii_digit).count();
    let (mut items, mut end) = (Vec::new(), start + digits);
    while let Some((item, item_end)) = item(text, end) {
        items.push(item.to_owned());
        end = item_end;
    }
    let is_whole = (1..=3).contains(&digits) && end == text.len();
    let number = printed.get(..digits)?.to_owned();
    is_whole.then_some((left, Number { range: start..end, number, items }))
}

fn here(range: Range<usize>, cite: Cite) -> Reference {
    Reference { range, target: Target::Here(cite) }
}
