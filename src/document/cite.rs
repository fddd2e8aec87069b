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
        reads("Annex I", Some("Annex I"));
        reads("annex, para. 3", Some("Annex.3"));
        reads("annex, subpara. (b)", Some("Annex(b)"));
        reads("H1", Some("H1"));
        reads("viii.t1", Some("VIII.T1"));
        reads("sect. A, para. 1", Some("A.OP1"));
        reads("part B, preambular para. 2", Some("B.PP2"));
        reads("paragraph 14a", Some("OP14(a)"));
        reads("third preambular paragraph", Some("PP3"));
        reads("second unnumbered operative para. (“Decides”)", Some("OPu2"));
        reads("para. 5 (second of that number)", Some("OP5#2"));
        reads("2.closing 2", Some("2.closing 2"));
        reads("OP3(а)(b)(с)", Some("OP3(а)(b)(с)"));
    }

    #[test]
    fn what_names_no_place() {
        for typed in ["", "op", "fn", "hello", "14(a", "pp x", ".", "v", "II", "14 of", "(“x”)"]
        {
            reads(typed, None);
        }
    }
}
