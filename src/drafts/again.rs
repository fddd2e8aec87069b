//! Verbs that come again: the second of two says *also*, the third *further*, the fourth opens plainly again. With verbs
//! that direct, *Requests*, they say so only where the same are addressed. Knows openers and who is asked.
//!
//! Counted over the 973 texts of the library, of paragraphs that open like the one before: in the General Assembly from
//! session 60, the Human Rights Council and the Economic and Social Council the second says *also* in 97 to 100 of 100 (verbs
//! that direct the same: 93), the third never repeats *also*, and *further* never stands second. Where a verb that directs addresses
//! others, the second opens plainly in 9 of 10. *Also* behind another verb stands in 40 of 3,814 paragraphs of those bodies that have
//! it. In the Security Council the second opens plainly in 8 of 10, and of 164 *also* and *further* 44 stand behind another verb:
//! of it nothing is said.

use super::{Finding, Subject};
use crate::{
    document::{Act, Block, Document, Language, Organ, Part},
    mandates::Mandate,
};

/// What says that a verb comes once more.
pub(super) const AGAIN: [&str; 2] = ["also", "further"];

/// What is compared of a paragraph's opener.
pub(super) struct Opening<'a> {
    base: &'static str,
    /// As printed.
    pub(super) words: &'a str,
    /// Without *also* and *further*.
    verb: String,
    turn: Turn,
    /// Who is addressed; nothing for verbs that address nobody.
    whom: Option<Addressee>,
}

/// Which of several with one verb a paragraph says it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Plain,
    Also,
    Further,
}

impl Turn {
    /// What the next one says.
    const fn next(self) -> Self {
        match self {
            Self::Plain => Self::Also,
            Self::Also => Self::Further,
            Self::Further => Self::Plain,
        }
    }
}

/// Who is addressed by a verb that directs.
#[derive(PartialEq, Eq)]
enum Addressee {
    Named(String),
    Unknown,
}

impl<'a> Opening<'a> {
    /// How a paragraph opens, with all that the draft asks.
    pub(super) fn of(draft: &'a Document, index: usize, asked: &[Mandate]) -> Option<Self> {
        let block = draft.blocks.get(index)?;
        let opener = block.opener.as_ref()?;
        // Of *noting with appreciation also* the modifier has several words.
        let mut modifiers = opener.modifiers.iter().flat_map(|modifier| modifier.split(' '));
        let turn = match modifiers.find(|word| AGAIN.contains(word)) {
            Some("also") => Turn::Also,
            Some(_) => Turn::Further,
            None => Turn::Plain,
        };
        let words = block.opener_words()?;
        let is_verb = |word: &&str| !AGAIN.iter().any(|again| again.eq_ignore_ascii_case(word));
        let verb = words.split_whitespace().filter(is_verb).collect::<Vec<_>>().join(" ");
        let whom = opener.act.is_some_and(directs).then(|| addressee(block, index, asked));
        Some(Self { base: opener.base?, words, verb: verb.to_lowercase(), turn, whom })
    }
}

const fn directs(act: Act) -> bool {
    matches!(
        act,
        Act::Call
            | Act::Demand
            | Act::Encourage
            | Act::Invite
            | Act::Recommend
            | Act::Request
            | Act::Urge
    )
}

fn addressee(block: &Block, index: usize, asked: &[Mandate]) -> Addressee {
    let own = asked.iter().find(|mandate| mandate.block == index);
    let printed = own.map(|mandate| mandate.who_text.as_str()).or_else(|| {
        // *Calls upon States:* has what it asks in items.
        let behind = block.text.get(block.opener_length()?..)?.strip_suffix(':')?;
        (!behind.contains(" to ")).then_some(behind)
    });
    let name = printed.unwrap_or_default().trim_matches([' ', ',']).to_lowercase();
    if name.is_empty() { Addressee::Unknown } else { Addressee::Named(name) }
}

/// What is to be said of a paragraph behind one that opens with the same verb, or with another one.
pub(super) fn out_of_order(
    draft: &Document,
    index: usize,
    opening: &Opening<'_>,
    before: Option<&Opening<'_>>,
) -> Option<Finding> {
    let block = draft.blocks.get(index)?;
    if draft.head.organ == Some(Organ::SecurityCouncil) {
        return None;
    }
    let Some(before) = before.filter(|before| before.base == opening.base) else {
        // *Urges further efforts* asks for efforts: operative paragraphs have the adverb before the verb.
        let is_again = opening.turn != Turn::Plain
            && before.is_none_or(|before| first_word(&before.verb) != first_word(&opening.verb))
            && !(block.part == Part::Operative && opening.words.ends_with(" further"));
        return is_again.then(|| not_repeated(index, block, opening.words));
    };
    let is_counted = draft.language == Language::English
        && before.verb == opening.verb
        && before.whom == opening.whom
        && opening.whom != Some(Addressee::Unknown);
    if !is_counted || opening.turn == before.turn.next() {
        return None;
    }
    let (what, advice) = match before.turn.next() {
        _ if before.words == opening.words && opening.turn == Turn::Plain => {
            (format!("opens with “{}” like the one before", opening.words), "write also")
        }
        Turn::Also => (behind(opening, before), "write also"),
        Turn::Further => (behind(opening, before), "write further"),
        Turn::Plain => (behind(opening, before), "take the adverb out"),
    };
    let why = "the second of several says “also”, the third “further”, the fourth neither";
    Some(Finding::new(Some((index, block)), Subject::Opener, what, why, advice))
}

fn first_word(text: &str) -> Option<&str> {
    text.split(' ').next()
}

fn behind(opening: &Opening<'_>, before: &Opening<'_>) -> String {
    format!("opens with “{}” behind “{}”", opening.words, before.words)
}

/// A paragraph that opens with *also* or *further* behind one that opens with another verb.
pub(super) fn not_repeated(index: usize, block: &Block, words: &str) -> Finding {
    Finding::new(
        Some((index, block)),
        Subject::Opener,
        format!("opens with “{words}”"),
        "the paragraph before does not open with that verb",
        "take the adverb out, or bring the two together",
    )
}
