//! How paragraphs open: with a verb of their part, and in an order. Knows openers as the recogniser reads them, and with
//! which verbs it knows paragraphs to open; of verbs that come again `again` tells.

use super::{
    Finding, Known, Subject,
    again::{AGAIN, Opening, not_repeated, out_of_order},
};
use crate::{
    document::{Block, Document, Language, Organ, Part, Shape},
    mandates::Mandate,
    parse::{Verb, verb_of_opening},
};

pub(super) fn check(
    draft: &Document,
    asked: &[Mandate],
    library: &[Known],
    found: &mut Vec<Finding>,
) {
    // A draft decision has no formula, and its paragraphs open as they like.
    if draft.part(Part::Formula).next().is_none() {
        return;
    }
    let first = found.len();
    let (mut count, mut unknowns) = (0, 0);
    let mut last: Option<(Part, Opening<'_>)> = None;
    for (index, block) in draft.blocks.iter().enumerate() {
        if block.shape == Shape::Heading {
            last = None;
        }
        let is_top = block.shape == Shape::Paragraph && block.parent.is_none();
        if !is_top || !matches!(block.part, Part::Preamble | Part::Operative) {
            continue;
        }
        count += 1;
        found.extend(out_of_place(draft, index, block));
        let before = last.as_ref().filter(|(part, _)| *part == block.part).map(|(_, own)| own);
        let Some(opening) = Opening::of(draft, index, asked) else {
            let verb = verb_of_opening(&block.text, draft.language, block.part);
            unknowns += usize::from(once_more(block).is_none() && verb == Verb::Unheard);
            found.extend(unknown(draft, index, before, library));
            last = last.filter(|_| once_more(block).is_some());
            continue;
        };
        // *Decides to remain seized of the matter* closes a text behind any other decision.
        if !is_closing(&block.text) {
            found.extend(out_of_order(draft, index, &opening, before));
        }
        last = Some((block.part, opening));
    }
    // A list of items under a formula is no text of paragraphs that open with verbs.
    if unknowns * 2 > count {
        found.truncate(first);
    }
}

/// Whether a paragraph says that the body remains seized of the matter.
fn is_closing(text: &str) -> bool {
    text.split_whitespace().take(8).any(|word| word.starts_with("seized"))
}

/// The verb of a paragraph that opens with *also* or *further* before it: *Further noting*, which is as good as *Noting
/// further*.
fn once_more(block: &Block) -> Option<&str> {
    let mut words = block.text.split_whitespace();
    let first = words.next()?;
    let verb = words.next()?.trim_end_matches(',');
    let is_again = AGAIN.iter().any(|word| word.eq_ignore_ascii_case(first));
    (is_again && verb.starts_with(char::is_lowercase)).then_some(verb)
}

/// A paragraph that opens with no words that the UN opens paragraphs with.
fn unknown(
    draft: &Document,
    index: usize,
    before: Option<&Opening<'_>>,
    library: &[Known],
) -> Option<Finding> {
    let block = draft.blocks.get(index)?;
    if let Some(verb) = once_more(block) {
        if draft.head.organ == Some(Organ::SecurityCouncil) {
            return None;
        }
        let verb_before = before?.words.split_whitespace().next()?;
        let words: Vec<&str> = block.text.split_whitespace().take(2).collect();
        return (!verb_before.eq_ignore_ascii_case(verb))
            .then(|| not_repeated(index, block, words.join(" ").trim_end_matches(',')));
    }
    let words: Vec<&str> = block.text.split_whitespace().take(4).collect();
    // A paragraph that begins with its number or a quotation opens in no way of its own, and what opens in brackets,
    // `[Urges][Calls upon]`, is not agreed. What has no number among the numbered belongs to the one before, or to a
    // section that has a preamble of its own.
    let is_formula = words.len() < 4 && block.text.ends_with(',')
        || block.text.starts_with("The General Assembly,");
    let is_numbered = block.part == Part::Preamble || block.number.is_some();
    if !block.text.starts_with(char::is_uppercase) || is_formula || !is_numbered {
        return None;
    }
    let (why, advice) = what_is_wrong(draft, block, &words, library)?;
    let words = words.get(..3).unwrap_or(&words).join(" ");
    let what = format!("opens with “{words}”");
    Some(Finding::new(Some((index, block)), Subject::Opener, what, why, advice))
}

/// Why a paragraph should open in another way, and in which; nothing where its verb opens others of its part.
fn what_is_wrong(
    draft: &Document,
    block: &Block,
    words: &[&str],
    library: &[Known],
) -> Option<(String, String)> {
    let first = words.first().copied().unwrap_or_default();
    let part = if block.part == Part::Preamble { "preamble" } else { "operative part" };
    let outside = format!("so paragraphs open that stand outside the {part}");
    Some(match verb_of_opening(&block.text, draft.language, block.part) {
        Verb::OfOtherPart(Some(own)) if is_same_verb(own, first) => {
            (outside, format!("write “{}”", capital(own)))
        }
        // *Requests* in a preamble.
        Verb::OfOtherPart(_) if block.part == Part::Preamble && block.opener.is_none() => {
            (outside, "open it with a participle".to_owned())
        }
        Verb::Usual | Verb::OfOtherPart(_) => return None,
        // Any participle may open a preamble.
        Verb::Unheard if block.part == Part::Preamble && block.opener.is_some() => return None,
        // The lists of other languages lack more.
        Verb::Unheard if draft.language != Language::English || opens_in(library, block) => {
            return None;
        }
        Verb::Unheard if third_person(draft, block, first).is_some() => {
            let own = third_person(draft, block, first).unwrap_or_default();
            (outside, format!("write “{own}”"))
        }
        Verb::Unheard if block.part == Part::Operative && block.opener.is_none() => {
            // Of what is no verb, *The Institute shall*, one says nothing; *Request the* wants its ending.
            let with_ending = format!("{first}s");
            let is_verb = words.get(1).is_some_and(|next| OBJECT.contains(next));
            let known = verb_of_opening(&with_ending, draft.language, block.part);
            if !is_verb || known != Verb::Usual {
                return None;
            }
            let why = "an operative paragraph opens with a verb in the third person".to_owned();
            (why, format!("write “{with_ending}”"))
        }
        Verb::Unheard => (
            "no paragraph of the resolutions that were counted opens so".to_owned(),
            "open it with a verb of the usual ones, or see whether it belongs to the one before"
                .to_owned(),
        ),
    })
}

/// Whether a paragraph of the library opens with the same word, in the same part.
fn opens_in(library: &[Known], block: &Block) -> bool {
    let first = |block: &Block| block.text.split_whitespace().next().map(str::to_lowercase);
    let own = first(block);
    library.iter().any(|known| {
        let of_part = known.document.part(block.part).map(|(_, other)| other);
        of_part
            .filter(|other| other.shape == Shape::Paragraph && other.parent.is_none())
            .any(|other| first(other) == own)
    })
}

/// How an operative paragraph opens with the verb of a participle: *Requests* for *Requesting*.
fn third_person(draft: &Document, block: &Block, first: &str) -> Option<String> {
    let stem = first.strip_suffix("ing").filter(|_| block.part == Part::Operative)?;
    let mut forms = ["s", "es"].into_iter().map(|ending| format!("{stem}{ending}"));
    forms.find(|form| verb_of_opening(form, draft.language, block.part) == Verb::Usual)
}

/// What a verb that lacks its ending has behind it.
const OBJECT: [&str; 8] = ["the", "all", "its", "that", "upon", "note", "States", "Member"];

/// Whether two forms are of one verb: *Recalls*, *recalling*.
fn is_same_verb(one: &str, other: &str) -> bool {
    let start = |word: &str| word.chars().take(3).collect::<String>().to_lowercase();
    start(one) == start(other)
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A paragraph that stands where resolutions have other ones: what guides a text stands first in its preamble, what it
/// acts under last, and that it remains seized at its very end.
fn out_of_place(draft: &Document, index: usize, block: &Block) -> Option<Finding> {
    let text = block.text.to_lowercase();
    let begins = |words: &str| text.starts_with(words);
    let is_seized = is_closing(&text);
    let is_fellow = |other: &Block| {
        other.part == block.part && other.shape == Shape::Paragraph && other.parent.is_none()
    };
    let fellows = |within: &[Block], but: &str| {
        let others = within.iter().filter(|other| is_fellow(other));
        others.filter(|other| but.is_empty() || !other.text.to_lowercase().starts_with(but)).count()
    };
    let before = draft.blocks.get(..index).unwrap_or_default();
    let behind = draft.blocks.get(index + 1..).unwrap_or_default();
    let is_headed = behind.iter().any(|other| other.shape == Shape::Heading);
    let (what, advice) = match block.part {
        Part::Preamble if begins("guided") && fellows(before, "guided") > 0 => {
            ("what guides a text opens its preamble", "put it first")
        }
        Part::Preamble if begins("acting under") && fellows(behind, "acting") > 0 => {
            ("what a text acts under closes its preamble", "put it last of the preamble")
        }
        Part::Operative if is_seized && fellows(behind, "") > 0 && !is_headed => {
            ("that a body remains seized of a matter is said last", "put it last")
        }
        _ => return None,
    };
    let words: Vec<&str> = block.text.split_whitespace().take(3).collect();
    let shown = format!("“{}” stands out of order", words.join(" ").trim_end_matches([',', '.']));
    Some(Finding::new(Some((index, block)), Subject::Opener, shown, what, advice))
}
