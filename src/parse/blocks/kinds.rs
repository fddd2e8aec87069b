//! Resolution, decision, statement, draft, or something else: what the symbol, the head and the text say
//! together. An adopted text and a draft are never told to be another paper: what speaks for them
//! decides. Knows what was found, not how.

use crate::{
    document::{Head, Kind, Symbol},
    parse::words::SetPhrases,
};

/// What sort of text it is. `head` has everything that is known of it but this.
pub(super) fn kind(head: &Head) -> Kind {
    let has = |part| head.symbol.as_ref().is_some_and(|symbol| symbol.as_str().contains(part));
    if has("/L.") || head.kind == Kind::Draft {
        Kind::Draft
    } else if has("/PRST/") || head.kind == Kind::Statement {
        Kind::Statement
    } else if head.kind == Kind::Decision || is_adopted(head) {
        head.kind
    } else {
        Kind::Other
    }
}

/// Whether it may be an adopted text. A symbol of another paper says that it is none, unless a number or
/// a day of adoption stands in its head; a formula says nothing, for papers print resolutions too.
/// Without a symbol nobody can tell a paper from the text of a body that is not known here.
fn is_adopted(head: &Head) -> bool {
    let is_named = |symbol: &Symbol| {
        let has = |part: &&str| symbol.as_str().contains(*part);
        symbol.adopted_text().is_some() || ["/RES/", "/RES.", "/DEC/", "/DEC."].iter().any(has)
    };
    head.number.is_some() || head.adopted.is_some() || head.symbol.as_ref().is_none_or(is_named)
}

/// Whether a line is the title of a paper: `Letter dated …`, `Report of …`, in Chinese `…给秘书长的信`.
pub(super) fn names_a_paper(comparable: &str, phrases: &SetPhrases) -> bool {
    let is_named = |name: &&str| {
        comparable.starts_with(*name) || name.starts_with('的') && comparable.ends_with(*name)
    };
    phrases.papers.iter().any(is_named)
}
