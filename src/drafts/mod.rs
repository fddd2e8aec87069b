//! Drafts on the desk: what a draft lacks before it is tabled. Brackets that are left, numbers, citations that
//! say something else than what they cite, openers, clauses of review and sunset, requests for reports that
//! were made before. Knows documents and mandates; neither files nor screens.

mod again;
mod before;
mod brackets;
mod citations;
mod citing;
mod clauses;
mod days;
mod finding;
mod lists;
mod no_such_text;
mod openers;
mod own_places;
mod requests;
mod titles;

pub use brackets::share_in_brackets;
pub use finding::{Finding, Subject};

use std::sync::OnceLock;

use crate::{
    document::{Document, Problem, ProblemKind},
    mandates::{Mandate, mandates},
};

/// A text that drafts are compared with, and what it asks, found when first asked for.
#[derive(Debug)]
pub struct Known {
    /// The text.
    pub document: Document,
    mandates: OnceLock<Vec<Mandate>>,
}

impl Known {
    /// A text to compare with.
    #[must_use]
    pub const fn new(document: Document) -> Self {
        Self { document, mandates: OnceLock::new() }
    }

    fn mandates(&self) -> &[Mandate] {
        self.mandates.get_or_init(|| mandates(&self.document))
    }
}

/// All that is to be said of a draft, in the order of its text; what is about the whole stands first.
/// `library` are documents it is compared with; where there are none, what needs one is left out.
#[must_use]
pub fn check(draft: &Document, problems: &[Problem], library: &[Known]) -> Vec<Finding> {
    let mut found = Vec::new();
    let before = before::version_before(draft, library);
    brackets::check(draft, &mut found);
    before::check(draft, before, library, &mut found);
    let asked = mandates(draft);
    clauses::check(draft, &asked, &mut found);
    let digits = citations::digits_read_as_marks(draft);
    let is_digits = |problem: &&Problem| {
        problem.kind == ProblemKind::MarkWithoutNote
            && digits.iter().any(|label| problem.message == format!("mark {label} has no footnote"))
    };
    found.extend(problems.iter().filter(|one| !is_digits(one)).filter_map(of_problem));
    citations::check(draft, library, &mut found);
    no_such_text::check(draft, &mut found);
    own_places::check(draft, &mut found);
    lists::check(draft, &mut found);
    days::check(draft, &mut found);
    openers::check(draft, &asked, library, &mut found);
    requests::check(draft, &asked, before, library, &mut found);
    // Stable, so that what is of one place stays in the order of the checks.
    found.sort_by_key(|finding| finding.at);
    found
}

/// What the recogniser saw that a drafter must mend.
fn of_problem(problem: &Problem) -> Option<Finding> {
    let (subject, advice) = match problem.kind {
        ProblemKind::BrokenNumbering => (Subject::Numbering, "number the paragraphs through"),
        // A line at the foot of a page that has no number is the rest of a footnote.
        ProblemKind::NoteWithoutMark if problem.message.ends_with("footnote ") => return None,
        ProblemKind::NoteWithoutMark => {
            (Subject::Footnotes, "set its mark in the text, or take the footnote out")
        }
        ProblemKind::MarkWithoutNote => {
            (Subject::Footnotes, "write the footnote, or take the mark out")
        }
        ProblemKind::DanglingReference => (Subject::Numbering, "name a paragraph that is there"),
        _ => return None,
    };
    Some(Finding::new(None, subject, problem.message.clone(), problem.kind.name(), advice))
}
