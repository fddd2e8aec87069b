//! The mandates of a document: who is asked to do what, by when. Found by machine, and marked as such. Knows
//! mandates that were found.

use std::ops::Range;

use super::{columns::Column, entry::Entry};
use crate::{
    app::{DocId, Wanted},
    mandates::{Mandate, What},
};

/// What is asked of whom.
#[derive(Clone, Debug)]
pub struct Ledger {
    document: DocId,
    /// How the document is called.
    of: String,
    mandates: Vec<Mandate>,
    /// The words of each.
    words: Vec<String>,
    /// The marks of each, by a person.
    marks: Vec<Vec<String>>,
    sort: Sort,
    order: Vec<usize>,
    /// Whether an answer is still to come.
    pub is_searching: bool,
    /// Why it cannot be answered.
    pub failed: Option<String>,
}

/// How it is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Sort {
    #[default]
    When,
    Who,
    Act,
    Place,
}

impl Ledger {
    pub(super) const COLUMNS: &'static [Column] = &[
        Column { most: 14, from: 0, is_name: false },
        Column { most: 32, from: 0, is_name: true },
        Column { most: 10, from: 64, is_name: false },
        Column { most: 9, from: 80, is_name: false },
    ];

    /// Of a document, not known yet.
    #[must_use]
    pub fn of(document: DocId, called: String) -> Self {
        Self {
            document,
            of: called,
            mandates: Vec::new(),
            words: Vec::new(),
            marks: Vec::new(),
            sort: Sort::When,
            order: Vec::new(),
            is_searching: true,
            failed: None,
        }
    }

    /// Takes an answer; `words` gives those of a mandate.
    pub fn take(&mut self, mandates: Vec<Mandate>, words: impl Fn(&Mandate) -> String) {
        self.words = mandates.iter().map(words).collect();
        (self.mandates, self.is_searching) = (mandates, false);
        self.put_in_order();
    }

    /// Takes the marks of each, which a function gives for a block and words of it. Whether they are others now.
    pub(super) fn mark(&mut self, marks: impl Fn(usize, &Range<usize>) -> Vec<String>) -> bool {
        let of = |mandate: &Mandate| marks(mandate.block, &mandate.range);
        let before = std::mem::replace(&mut self.marks, self.mandates.iter().map(of).collect());
        before != self.marks
    }

    /// The words of an entry: the document, the block, its bytes.
    pub(super) fn words_of(&self, entry: usize) -> Option<(DocId, usize, Range<usize>)> {
        let one = self.mandates.get(*self.order.get(entry)?)?;
        Some((self.document, one.block, one.range.clone()))
    }

    pub(super) const fn document(&self) -> DocId {
        self.document
    }

    fn put_in_order(&mut self) {
        let mut order: Vec<usize> = (0..self.mandates.len()).collect();
        let of = |&i: &usize| &self.mandates[i];
        match self.sort {
            Sort::When => order.sort_by_key(|i| {
                let one = of(i);
                (one.year.is_none() && one.every.is_none(), one.year, one.date)
            }),
            Sort::Who => order.sort_by_key(|i| (of(i).who.is_none(), of(i).who.clone())),
            Sort::Act => order.sort_by_key(|i| of(i).act.name()),
            Sort::Place => {}
        }
        self.order = order;
    }

    pub(super) fn sort(&mut self) -> &'static str {
        self.sort = match self.sort {
            Sort::When => Sort::Who,
            Sort::Who => Sort::Act,
            Sort::Act => Sort::Place,
            Sort::Place => Sort::When,
        };
        self.put_in_order();
        self.sort_in_words()
    }

    const fn sort_in_words(&self) -> &'static str {
        match self.sort {
            Sort::When => "by when it is due",
            Sort::Who => "by who is asked",
            Sort::Act => "by act",
            Sort::Place => "by place",
        }
    }

    pub(super) fn title(&self) -> String {
        format!("Mandates of {} · found by machine, check before use", self.of)
    }

    pub(super) fn about(&self, shown: usize) -> String {
        if self.is_searching {
            return "reading …".into();
        }
        format!("{shown} · {}", self.sort_in_words())
    }

    pub(super) fn nothing(&self) -> String {
        match (&self.failed, self.is_searching) {
            (Some(why), _) => why.clone(),
            (None, true) => String::new(),
            (None, false) => "Nobody is asked to do anything here.".into(),
        }
    }

    pub(super) fn entries(&self) -> Vec<Entry> {
        let entry = |&i: &usize| {
            let one = &self.mandates[i];
            let who = one.who.clone().unwrap_or_else(|| one.who_text.clone());
            let what =
                if one.what == What::Other { String::new() } else { one.what.name().to_owned() };
            Entry {
                lead: vec![when(one), who, one.cite.to_string(), what],
                text: self.words[i].clone(),
                tail: self.marks.get(i).map(|marks| marks.join(" ")).unwrap_or_default(),
                most_rows: 2,
                ..Entry::default()
            }
        };
        self.order.iter().map(entry).collect()
    }

    pub(super) fn opens(&self, entry: usize) -> Option<Wanted> {
        let one = self.mandates.get(*self.order.get(entry)?)?;
        Some(Wanted::Place { document: self.document, cite: one.cite.clone() })
    }
}

/// By when something is due: `2018 (73rd)` is `2018, 73`, `every year`, a date.
fn when(mandate: &Mandate) -> String {
    match (mandate.every, mandate.date, mandate.year, mandate.session) {
        (Some(every), ..) => format!("every {}", every.name()),
        (None, Some(date), ..) => date.strftime("%-d %b %Y").to_string(),
        (None, None, Some(year), Some(session)) => format!("{year} ({session})"),
        (None, None, Some(year), None) => year.to_string(),
        (None, None, None, Some(session)) => format!("session {session}"),
        (None, None, None, None) => "–".to_owned(),
    }
}
