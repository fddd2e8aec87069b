//! Places → words as the United Nations prints them: `paras. 1–4`, `annex II, para. 9 (a)`. Knows names
//! of places, and no document.

use super::{
    super::cite::{Cite, PlaceKind, Within},
    ordinal::ordinal,
};

/// A place, and the opener by which one without a number is told.
pub(super) struct Cited<'a> {
    pub(super) place: Cite,
    pub(super) opener: Option<&'a str>,
    /// Whether no other paragraph stands in that part of the text.
    pub(super) is_sole: bool,
}

/// The places of one document in reading order, as one phrase; empty for the document itself.
pub(super) fn in_words(cited: &[Cited<'_>]) -> String {
    let mut phrases: Vec<String> = Vec::new();
    let mut before: Option<&Cite> = None;
    for group in cited.chunk_by(|a, b| is_one_group(&a.place, &b.place)) {
        let Some(first) = group.first() else { continue };
        let is_new_place = before.is_none_or(|before| {
            before.part != first.place.part || before.within != first.place.within
        });
        let place = Some(where_it_is(&first.place)).filter(|_| is_new_place);
        let own = of_group(group);
        let words: Vec<String> =
            place.into_iter().chain([own]).filter(|words| !words.is_empty()).collect();
        let twin = Some(&first.place).filter(|place| is_place_alone(place)).map(twin);
        phrases.push(words.join(", ") + &twin.unwrap_or_default());
        before = Some(&first.place);
    }
    phrases.retain(|phrase| !phrase.is_empty());
    phrases.join(", and ")
}

/// Whether two neighbours share their words: `paras. 3 and 4`.
fn is_one_group(a: &Cite, b: &Cite) -> bool {
    a.part == b.part && a.within == b.within && a.kind == b.kind
}

/// Whether no more is named than a part, section or annex.
fn is_place_alone(place: &Cite) -> bool {
    place.kind == PlaceKind::Whole && place.items.is_empty()
}

/// `part 2, sect. II`, `annex II`.
fn where_it_is(place: &Cite) -> String {
    let part = place.part.as_ref().map(|part| format!("part {part}"));
    let within = place.within.as_ref().map(|within| match within {
        Within::Annex(number) if number.is_empty() => "annex".to_owned(),
        Within::Annex(number) => format!("annex {number}"),
        Within::Section(name) => format!("sect. {name}"),
    });
    part.into_iter().chain(within).collect::<Vec<_>>().join(", ")
}

fn of_group(group: &[Cited<'_>]) -> String {
    let Some(first) = group.first() else { return String::new() };
    let name = match first.place.kind {
        PlaceKind::Paragraph => "para.",
        PlaceKind::Preambular => "preambular para.",
        PlaceKind::Footnote => "footnote",
        PlaceKind::Table => "table",
        _ => return separately(group),
    };
    let is_one = group.iter().all(|cited| cited.place.number == first.place.number);
    let name = match (is_one, name.strip_suffix('.')) {
        (true, _) => name.to_owned(),
        (false, Some(stem)) => format!("{stem}s."),
        (false, None) => format!("{name}s"),
    };
    let places: Vec<&Cite> = group.iter().map(|cited| &cited.place).collect();
    format!("{name} {}", numbers(&places))
}

/// What is named one by one, but for paragraphs without a number, of which a stretch can be.
fn separately(group: &[Cited<'_>]) -> String {
    let unnumbered = |cited: &Cited<'_>| cited.place.kind == PlaceKind::Unnumbered;
    if let [first, .., last] = group
        && group.iter().all(|cited| unnumbered(cited) && cited.place.items.is_empty())
    {
        let kind = kind_of_unnumbered(&first.place);
        return format!("{} to {} {kind}s.", counted(&first.place), counted(&last.place));
    }
    let each: Vec<String> = group.iter().map(of_one).collect();
    listed(&each, " and ")
}

fn of_one(cited: &Cited<'_>) -> String {
    let place = &cited.place;
    let number = if place.number.is_empty() { String::new() } else { format!(" {}", place.number) };
    let own = match place.kind {
        PlaceKind::Whole if is_place_alone(place) => return String::new(),
        PlaceKind::Whole => "subpara.".into(),
        PlaceKind::Title => "title".into(),
        PlaceKind::Formula => format!("opening formula{number}"),
        PlaceKind::Closing => format!("closing{number}"),
        PlaceKind::Heading => format!("heading{number}"),
        PlaceKind::HeadingInWords => format!("heading “{}”", place.number),
        PlaceKind::Unnumbered if cited.is_sole => "sole operative para.".into(),
        _ => format!("{} {}.", counted(place), kind_of_unnumbered(place)),
    };
    let opener = cited.opener.filter(|_| place.items.is_empty());
    let opener = opener.map(|opener| format!(" (“{opener}”)")).unwrap_or_default();
    format!("{own}{}{}{opener}", items(&place.items), twin(place))
}

fn kind_of_unnumbered(place: &Cite) -> &'static str {
    if place.is_in_annex() { "unnumbered para" } else { "unnumbered operative para" }
}

fn counted(place: &Cite) -> String {
    place.number.parse().map_or_else(|_| place.number.clone(), ordinal)
}

/// `1–4, 9 (a)–(c) and 12`: what follows one another is drawn together from three on.
fn numbers(places: &[&Cite]) -> String {
    let mut phrases: Vec<String> = Vec::new();
    for run in places.chunk_by(|a, b| follows(a, b)) {
        match run {
            [first, _, .., last] => phrases.push(format!("{}–{}", number(first), end_of(last))),
            // `9 (a) and (b)` is one paragraph, `9 and 10` are two.
            [first, last] if is_sibling(first, last) => {
                phrases.push(format!("{} and {}", number(first), end_of(last)));
            }
            few => phrases.extend(few.iter().map(|place| number(place))),
        }
    }
    listed(&phrases, " and ")
}

/// The last item of a place, or its number where it is a whole paragraph.
fn end_of(place: &Cite) -> String {
    place.items.last().map_or_else(|| place.number.clone(), |item| format!("({item})"))
}

/// Whether the second is the next after the first: the next number, or the next item of the same
/// paragraph, which is the next that was selected.
fn follows(a: &Cite, b: &Cite) -> bool {
    if a.occurrence > 1 || b.occurrence > 1 {
        return false;
    }
    if is_sibling(a, b) {
        return true;
    }
    let value = |place: &Cite| place.number.parse::<u32>().ok();
    let is_next = value(a).zip(value(b)).is_some_and(|(a, b)| b == a + 1);
    is_next && a.items.is_empty() && b.items.is_empty()
}

/// Whether two are items of the same paragraph or item.
fn is_sibling(a: &Cite, b: &Cite) -> bool {
    let above = |place: &Cite| place.items.split_last().map(|(_, above)| above.to_vec());
    a.number == b.number
        && a.occurrence == b.occurrence
        && above(a).is_some()
        && above(a) == above(b)
}

fn number(place: &Cite) -> String {
    format!("{}{}{}", place.number, items(&place.items), twin(place))
}

fn items(items: &[String]) -> String {
    items.iter().map(|item| format!(" ({item})")).collect()
}

/// What tells the second of a number that was given twice.
fn twin(place: &Cite) -> String {
    match place.occurrence {
        0 | 1 => String::new(),
        n => format!(" ({} of that number)", ordinal(n)),
    }
}

/// `a`, `a and b`, `a, b and c`.
fn listed(phrases: &[String], last_joint: &str) -> String {
    match phrases {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{}{last_joint}{last}", before.join(", ")),
    }
}
