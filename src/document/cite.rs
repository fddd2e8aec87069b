//! Citations: how a person names a place in a resolution, `PP3`, `OP14(a)(ii)`, `B.OP2`,
//! `Annex II.3`, `fn 7` (grammar.md §1.1). Knows the notation, not the document it is looked up in.

use std::fmt;

/// Names one block or footnote of a document, in canonical notation. Unique within a document.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Cite(String);

impl Cite {
    /// Takes what is already canonical: the recogniser's own names.
    #[must_use]
    pub fn new(canonical: impl Into<String>) -> Self {
        Self(canonical.into())
    }

    /// A footnote: `fn 7`.
    #[must_use]
    pub fn footnote(mark: &str) -> Self {
        Self(format!("fn {mark}"))
    }

    /// The canonical notation.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The mark, if this names a footnote.
    #[must_use]
    pub fn footnote_mark(&self) -> Option<&str> {
        self.0.strip_prefix("fn ")
    }

    /// Reads what a person types, whatever the case and spacing: `op14`, `14`, `para. 14 (a)`,
    /// `pp 3`, `fn7`, `b.op2`, `annex ii.3`. A bare number is an operative paragraph.
    ///
    /// Nothing is returned where the words name no place at all.
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        let squeezed: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        let (section, place) = split_section(&squeezed);
        let lower = place.to_lowercase();
        if let Some(mark) = strip_any(&lower, &["footnote", "fn.", "fn", "note"]) {
            return (!mark.is_empty()).then(|| Self::footnote(mark));
        }
        let place = if let Some(n) = strip_any(&lower, &["pp"]) {
            format!("PP{}", numbered(n)?)
        } else if let Some(n) = strip_any(&lower, &["opu"]) {
            format!("OPu{}", numbered(n)?)
        } else if section.starts_with("Annex") {
            numbered(strip_any(&lower, &["para.", "para", "op"]).unwrap_or(&lower))?
        } else if let Some(n) = strip_any(&lower, &["paragraph", "para.", "para", "op"]) {
            format!("OP{}", numbered(n)?)
        } else if lower.starts_with(|c: char| c.is_ascii_digit()) {
            format!("OP{}", numbered(&lower)?)
        } else if section.is_empty() && matches!(lower.as_str(), "formula" | "title") {
            lower
        } else {
            return None;
        };
        Some(Self(if section.is_empty() { place } else { format!("{section}.{place}") }))
    }
}

/// `14(a)(ii)`: digits, then anything in brackets.
fn numbered(n: &str) -> Option<String> {
    let digits = n.find(|c: char| !c.is_ascii_digit()).unwrap_or(n.len());
    let items = &n[digits..];
    let closed = items.is_empty() || (items.starts_with('(') && items.ends_with(')'));
    (digits > 0 && closed).then(|| n.to_owned())
}

/// Splits `b.op2` into section `B` and place `op2`, in canonical case.
fn split_section(squeezed: &str) -> (String, &str) {
    let Some((section, place)) = squeezed.rsplit_once('.') else {
        return (String::new(), squeezed);
    };
    let lower = section.to_lowercase();
    if let Some(number) = lower.strip_prefix("annex") {
        let number = number.to_uppercase();
        return (if number.is_empty() { "Annex".into() } else { format!("Annex {number}") }, place);
    }
    let is_section = !section.is_empty()
        && section.split('.').all(|s| !s.is_empty() && s.chars().all(|c| c.is_ascii_alphabetic()))
        && !matches!(lower.as_str(), "para" | "fn" | "op" | "pp");
    if is_section { (section.to_uppercase(), place) } else { (String::new(), squeezed) }
}

fn strip_any<'a>(text: &'a str, prefixes: &[&str]) -> Option<&'a str> {
    prefixes.iter().find_map(|prefix| text.strip_prefix(prefix))
}

impl fmt::Display for Cite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(typed: &str, canonical: Option<&str>) {
        assert_eq!(Cite::read(typed).as_ref().map(Cite::as_str), canonical, "{typed:?}");
    }

    #[test]
    fn what_people_type() {
        reads("OP14", Some("OP14"));
        reads("14", Some("OP14"));
        reads("op 14 (a)(ii)", Some("OP14(a)(ii)"));
        reads("para. 14", Some("OP14"));
        reads("pp3", Some("PP3"));
        reads("FN 7", Some("fn 7"));
        reads("fn*", Some("fn *"));
        reads("opu1", Some("OPu1"));
        reads("ii.op4", Some("II.OP4"));
        reads("b.ii.4", Some("B.II.OP4"));
        reads("Annex.3", Some("Annex.3"));
        reads("annex ii.3(a)", Some("Annex II.3(a)"));
    }

    #[test]
    fn what_names_no_place() {
        for typed in ["", "op", "fn", "hello", "14(a", "pp x", "."] {
            reads(typed, None);
        }
    }
}
