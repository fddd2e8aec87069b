//! What the head lacks and the rest of the document says: page heads, the formula, the closing.

use super::{head::symbol_of, kinds::kind, structure::Structure};
use crate::{
    document::{Head, Kind, Organ, Symbol},
    parse::lines::debris::Imprint,
};

/// Completes a head with what is known once the whole text has been read.
pub(in crate::parse) fn complete_head(structure: &Structure, imprint: &Imprint, head: &mut Head) {
    head.organ = head.organ.or(structure.organ);
    head.meeting = head.meeting.take().or_else(|| structure.meeting.clone());
    head.vote = head.vote.take().or_else(|| structure.vote.clone());
    // The date below a letter is no day of adoption: nothing enacts it, and no meeting adopted it.
    let is_enacted = structure.has_formula
        || structure.is_told
        || structure.is_stated
        || structure.vote.is_some()
        || structure.meeting.is_some();
    head.adopted = head.adopted.or(structure.closing_date.filter(|_| is_enacted));
    if structure.is_told && head.kind == Kind::Resolution {
        head.kind = Kind::Decision;
    }
    if structure.is_stated && head.kind == Kind::Resolution {
        head.kind = Kind::Statement;
    }
    head.issued = imprint.issued;
    head.job_number.clone_from(&imprint.job_number);
    if let Some(symbol) = &imprint.symbol {
        head.symbol = Some(Symbol::new(symbol.as_str()));
    } else if head.symbol.is_none()
        && let (Some(number), Some(organ)) = (&head.number, head.organ)
    {
        head.symbol = Some(symbol_of(number, organ, head.kind));
    }
    head.kind = kind(head);
    if head.kind == Kind::Statement {
        head.organ = head.organ.or_else(|| of_statements(head.symbol.as_ref()?.as_str()));
    }
}

/// Whose presidents state what has such a symbol.
fn of_statements(symbol: &str) -> Option<Organ> {
    match symbol.split_once("/PRST/")?.0 {
        "S" => Some(Organ::SecurityCouncil),
        "A/HRC" => Some(Organ::HumanRightsCouncil),
        _ => None,
    }
}
