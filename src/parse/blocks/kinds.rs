//! Resolution, decision, statement, draft, or something else: what the symbol, the head and the text say
//! together. An adopted text and a draft are never told to be another paper: what speaks for them
//! decides. Knows what was found, not how.

use super::structure::Structure;
use crate::{
    document::{Head, Kind, Part, Symbol},
    parse::words::SetPhrases,
};

/// What sort of text it is. `head` has everything that is known of it but this.
pub(super) fn kind(structure: &Structure, head: &Head) -> Kind {
    let has = |part| head.symbol.as_ref().is_some_and(|symbol| symbol.as_str().contains(part));
    if has("/L.") || head.kind == Kind::Draft {
        Kind::Draft
    } else if has("/PRST/") {
        Kind::Statement
    } else if head.kind == Kind::Decision || is_adopted(structure, head) {
        head.kind
    } else {
        Kind::Other
    }
}

/// Whether anything says that it was adopted: its symbol or number; where a masthead has the symbol of
/// another paper, nothing else does, for papers print resolutions too. Without one, the formula, the
/// meeting or paragraphs that open as those of a resolution.
fn is_adopted(structure: &Structure, head: &Head) -> bool {
    let is_named = |symbol: &Symbol| {
        symbol.adopted_text().is_some()
            || ["/RES/", "/RES.", "/DEC/", "/DEC."]
                .iter()
                .any(|part| symbol.as_str().contains(part))
    };
    if head.number.is_some() || head.adopted.is_some() {
        return true;
    }
    match &head.symbol {
        Some(symbol) => is_named(symbol),
        None => {
            structure.has_formula
                || structure.meeting.is_some()
                || opens(structure)
                || is_short(structure)
        }
    }
}

/// Whether its paragraphs open as those of a resolution: one in five at least.
fn opens(structure: &Structure) -> bool {
    let opening = structure.drafts.iter().filter(|draft| draft.opens).count();
    opening > 0 && opening * 5 >= structure.drafts.len()
}

/// Of a few paragraphs nobody can tell.
fn is_short(structure: &Structure) -> bool {
    structure.drafts.iter().filter(|draft| draft.part != Part::Closing).count() < 4
}

/// Whether a line is the title of a paper: `Letter dated …`, `Report of …`.
pub(super) fn names_a_paper(comparable: &str, phrases: &SetPhrases) -> bool {
    phrases.papers.iter().any(|name| comparable.starts_with(name))
}
