//! How paragraphs open: *Also* and *Further* follow the verb they repeat, and a verb that follows itself has
//! them. Knows openers as the recogniser reads them.

use super::{Finding, Subject};
use crate::document::{Block, Document, Part, Shape};

/// What is compared of a paragraph's opener.
struct Opening<'a> {
    base: &'static str,
    words: &'a str,
    is_repeated: bool,
}

/// What says that a verb comes once more.
const AGAIN: [&str; 2] = ["also", "further"];

pub(super) fn check(draft: &Document, found: &mut Vec<Finding>) {
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
        let Some(opening) = opening(block) else {
            unknowns += usize::from(once_more(block).is_none());
            found.extend(unknown(index, block, before));
            last = last.filter(|_| once_more(block).is_some());
            continue;
        };
        // *Decides to remain seized of the matter* closes a text behind any other decision.
        if !is_closing(&block.text) {
            found.extend(out_of_order(index, block, &opening, before));
        }
        last = Some((block.part, opening));
    }
    // A list of items under a formula is no text of paragraphs that open with verbs.
    if unknowns * 2 > count {
        found.truncate(first);
    }
}

fn opening(block: &Block) -> Option<Opening<'_>> {
    let opener = block.opener.as_ref()?;
    // Of *noting with appreciation also* the modifier has several words.
    let says_again = |modifier: &&str| modifier.split(' ').any(|word| AGAIN.contains(&word));
    Some(Opening {
        base: opener.base?,
        words: block.opener_words()?,
        is_repeated: opener.modifiers.iter().any(says_again),
    })
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
fn unknown(index: usize, block: &Block, before: Option<&Opening<'_>>) -> Option<Finding> {
    if let Some(verb) = once_more(block) {
        let verb_before = before?.words.split_whitespace().next()?;
        let words: Vec<&str> = block.text.split_whitespace().take(2).collect();
        return (!verb_before.eq_ignore_ascii_case(verb))
            .then(|| not_repeated(index, block, words.join(" ").trim_end_matches(',')));
    }
    let words: Vec<&str> = block.text.split_whitespace().take(4).collect();
    // A paragraph that begins with its number or a quotation opens in no way of its own, and what opens in brackets,
    // `[Urges][Calls upon]`, is not agreed.
    let is_formula = words.len() < 4 && block.text.ends_with(',')
        || block.text.starts_with("The General Assembly,");
    let is_text = block.text.starts_with(char::is_alphabetic) && !is_formula;
    let words = words.get(..3).unwrap_or(&words).join(" ");
    is_text.then(|| Finding {
        at: Some(index),
        place: block.cite.to_string(),
        subject: Subject::Opener,
        what: format!("opens with “{words}”"),
        why: "no paragraph of the resolutions that were counted opens so".to_owned(),
        advice:
            "open it with a verb of the usual ones, or see whether it belongs to the one before"
                .to_owned(),
    })
}

fn out_of_order(
    index: usize,
    block: &Block,
    opening: &Opening<'_>,
    before: Option<&Opening<'_>>,
) -> Option<Finding> {
    let is_same = before.is_some_and(|before| before.base == opening.base);
    let (what, why, advice) = match (opening.is_repeated, is_same) {
        (true, false) => return Some(not_repeated(index, block, opening.words)),
        (false, true) if before.is_some_and(|before| before.words == opening.words) => (
            format!("opens with “{}” like the one before", opening.words),
            "the second of two says “also”, the third “further”".to_owned(),
            "write also or further",
        ),
        _ => return None,
    };
    Some(Finding {
        at: Some(index),
        place: block.cite.to_string(),
        subject: Subject::Opener,
        what,
        why,
        advice: advice.to_owned(),
    })
}

/// A paragraph that opens with *also* or *further* behind one that opens with another verb.
fn not_repeated(index: usize, block: &Block, words: &str) -> Finding {
    Finding {
        at: Some(index),
        place: block.cite.to_string(),
        subject: Subject::Opener,
        what: format!("opens with “{words}”"),
        why: "the paragraph before does not open with that verb".to_owned(),
        advice: "take the adverb out, or bring the two together".to_owned(),
    }
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
    Some(Finding {
        at: Some(index),
        place: block.cite.to_string(),
        subject: Subject::Opener,
        what: format!("“{}” stands out of order", words.join(" ").trim_end_matches([',', '.'])),
        why: what.to_owned(),
        advice: advice.to_owned(),
    })
}
