//! The ledger of a library: of all its mandates those that a person asks for, the first of them with their words, how
//! many there are of what, and which were asked for before in the same words. Knows mandates that are kept, not how
//! they were found.

use std::{
    cmp::Reverse,
    collections::BTreeMap,
    hash::{DefaultHasher, Hash as _, Hasher as _},
};

use jiff::civil::Date;

use super::{
    Library, MandateRow, Mandates, PassageId, Unreadable,
    marked::{Marks, Repeats, Twins, due},
};
use crate::text;

/// Which mandates are asked for: each term holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MandateFilter(Vec<Term>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Term {
    /// The name of who is asked, whole.
    Who(String),
    /// The year in which it is due, or `never` where nothing says when.
    Due(String),
    /// What is to come of it.
    What(String),
    /// How it asks.
    Act(String),
    /// How a person marked its paragraph: `done`, `mine`, `wrong`, or `none`.
    Mark(String),
    /// What another resolution asks in the same words, due in the same year.
    Twice,
    /// Letters anywhere: who, what, about what, the task.
    Letters(String),
}

/// In which order mandates are given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LedgerOrder {
    /// What is due last first, what is due at no known time at the end.
    #[default]
    Latest,
    /// What was due first first.
    Earliest,
    /// By the name of who is asked.
    Who,
    /// By how it asks.
    Act,
}

/// A mandate with its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LedgerRow {
    /// The file it stands in.
    pub file: String,
    /// The symbol of the resolution.
    pub symbol: Option<String>,
    /// The citation of the paragraph.
    pub cite: String,
    /// How it asks.
    pub act: String,
    /// Who is asked: a canonical name, else as printed.
    pub who: String,
    /// What is to come of it; empty for what has no name.
    pub what: String,
    /// The session by which it is due.
    pub session: Option<u16>,
    /// The year in which it is due.
    pub year: Option<i16>,
    /// The day by which it is due.
    pub date: Option<Date>,
    /// How often it is due: `year`, `90 days`.
    pub every: Option<String>,
    /// The words that say it.
    pub words: String,
    /// In how many resolutions the same is asked in the same words, and the year of the first of them; where that is
    /// more than one.
    pub repeats: Option<(usize, Option<u16>)>,
    /// Another resolution that asks the same in the same words, due in the same year.
    pub twin: Option<String>,
    /// How a person marked its paragraph: `#done`, `#mine`, `#wrong`.
    pub marks: Vec<String>,
    /// Which of the [`Mandates`] it is.
    pub index: usize,
}

/// The mandates that were asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LedgerPage {
    /// The first of them.
    pub rows: Vec<LedgerRow>,
    /// How many there are in all.
    pub all: usize,
    /// How many of all are due in which year.
    pub years: BTreeMap<i16, usize>,
    /// Who is asked, the most often asked first, no more than a dozen.
    pub who: Vec<(String, usize)>,
    /// What is to come of them.
    pub what: BTreeMap<String, usize>,
    /// How a person marked their paragraphs.
    pub marks: BTreeMap<String, usize>,
}

/// Names of those who are asked that are counted apart.
const MOST_NAMES: usize = 12;

impl MandateFilter {
    /// Reads what was typed: letters, `who:Secretary-General`, `due:2018`, `what:report`, `act:request`; quotation
    /// marks hold words together.
    #[must_use]
    pub fn read(typed: &str) -> Self {
        let term = |token: String| match token.split_once(':') {
            Some(("who", value)) => Term::Who(value.to_owned()),
            Some(("due", value)) => Term::Due(value.to_owned()),
            Some(("what", value)) => Term::What(value.to_owned()),
            Some(("act", value)) => Term::Act(value.to_owned()),
            Some(("mark", value)) => Term::Mark(value.trim_start_matches('#').to_owned()),
            Some(("is", "twice")) => Term::Twice,
            _ => Term::Letters(token),
        };
        Self(tokens(&typed.to_lowercase()).into_iter().map(term).collect())
    }

    /// Whether a row has every term; letters are sought in all that is shown of it, as whoever types them sees it.
    fn holds(&self, row: &MandateRow<'_>) -> bool {
        let has = |text: &str, letters: &str| text.to_lowercase().contains(letters);
        self.0.iter().all(|term| match term {
            Term::Who(who) => name(row).to_lowercase() == *who,
            Term::Due(year) => match row.year {
                Some(due) => due.to_string() == *year,
                None => year == "never",
            },
            Term::What(what) => row.what == what,
            Term::Act(act) => row.act == act,
            // They need the library.
            Term::Mark(_) | Term::Twice => true,
            Term::Letters(letters) => {
                let places = [name(row), row.who_text, row.what, row.about, row.task];
                places.iter().any(|place| has(place, letters))
            }
        })
    }
}

/// What was typed in pieces, quotation marks taken off.
fn tokens(typed: &str) -> Vec<String> {
    let mut tokens = vec![String::new()];
    let mut is_quoted = false;
    for c in typed.chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            c if c.is_whitespace() && !is_quoted => tokens.push(String::new()),
            c => tokens.last_mut().into_iter().for_each(|token| token.push(c)),
        }
    }
    tokens.retain(|token| !token.is_empty());
    tokens
}

/// Who is asked: a canonical name, else as printed.
pub(super) fn name<'a>(row: &MandateRow<'a>) -> &'a str {
    row.who.unwrap_or(row.who_text)
}

/// What is the same in requests that repeat each other: who is asked for what, in which words; numbers change from
/// session to session.
pub(super) fn said(row: &MandateRow<'_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    (name(row), row.what, row.task).hash(&mut hasher);
    for word in text::words(row.about).iter().filter(|word| !word.contains(char::is_numeric)) {
        word.hash(&mut hasher);
    }
    hasher.finish()
}

impl Library {
    /// Of its mandates those that are asked for, the first `most` of them with their words. How often each of these is
    /// asked takes as long as all else: [`Self::add_repeats`] adds it.
    ///
    /// # Errors
    /// Where a segment cannot be read or is damaged.
    pub fn ledger(
        &self,
        mandates: &Mandates,
        filter: &MandateFilter,
        order: LedgerOrder,
        most: usize,
    ) -> Result<LedgerPage, Unreadable> {
        let marks = Marks::of(self);
        // Their numbers alone: there may be half a million, and few are shown.
        let mut asked = self.asked_for(mandates, filter, &marks);
        let mut page = LedgerPage { all: asked.len(), ..mandates.tally(&asked) };
        page.who.truncate(MOST_NAMES);
        if !marks.is_empty() {
            for (id, row) in asked.iter().filter_map(|index| mandates.get(*index)) {
                for mark in marks.on(self, id, row.cite) {
                    *page.marks.entry(mark.trim_start_matches('#').to_owned()).or_default() += 1;
                }
            }
        }
        put_in_order(&mut asked, mandates, order);
        asked.truncate(most);
        let row = |index: usize| {
            let (id, row) = mandates.get(index)?;
            let found = self.ledger_row(id, &row).map(|found| LedgerRow {
                marks: marks.on(self, id, row.cite).to_vec(),
                index,
                ..found
            });
            Some(found)
        };
        page.rows = asked.into_iter().filter_map(row).collect::<Result<_, _>>()?;
        Ok(page)
    }

    /// Which mandates are asked for, in the order in which they fall due.
    fn asked_for(
        &self,
        mandates: &Mandates,
        filter: &MandateFilter,
        marks: &Marks<'_>,
    ) -> Vec<usize> {
        if filter.0.is_empty() {
            return (0..mandates.len()).collect();
        }
        let twins =
            if filter.0.contains(&Term::Twice) { self.twins(mandates) } else { Twins::new() };
        let is_asked = |index: &usize| {
            let Some((id, row)) = mandates.get(*index).filter(|(_, row)| filter.holds(row)) else {
                return false;
            };
            let marked = marks.on(self, id, row.cite);
            filter.0.iter().all(|term| match term {
                Term::Mark(mark) if mark == "none" => marked.is_empty(),
                Term::Mark(mark) => marked.iter().any(|own| own.trim_start_matches('#') == mark),
                Term::Twice => twins.get(&due(&row)).is_some_and(|texts| texts.len() > 1),
                _ => true,
            })
        };
        (0..mandates.len()).filter(is_asked).collect()
    }

    /// Adds to a page how often each of its rows is asked in the same words, and which other resolution asks it for the
    /// same year. The mandates are those of which the page was made.
    pub fn add_repeats(&self, mandates: &Mandates, page: &mut LedgerPage) {
        let asked: Vec<_> = page.rows.iter().filter_map(|row| mandates.get(row.index)).collect();
        let Repeats { times, twins } = self.repeats(mandates, &asked);
        for found in &mut page.rows {
            let Some((_, row)) = mandates.get(found.index) else { continue };
            found.repeats = times.get(&said(&row)).copied().filter(|(times, _)| *times > 1);
            let texts = twins.get(&due(&row)).into_iter().flatten();
            found.twin = texts.filter(|text| found.symbol.as_ref() != Some(*text)).min().cloned();
        }
    }

    /// A row to be shown. The words are read now, since of 400,000 rows a screen shows thirty.
    fn ledger_row(&self, id: PassageId, row: &MandateRow<'_>) -> Result<LedgerRow, Unreadable> {
        let found = self.passage(id)?;
        let words = found.text.get(row.range.clone()).unwrap_or(&found.text).to_owned();
        Ok(LedgerRow {
            file: found.file,
            symbol: found.symbol,
            cite: row.cite.to_owned(),
            act: row.act.to_owned(),
            who: name(row).to_owned(),
            what: if row.what == "other" { String::new() } else { row.what.to_owned() },
            session: row.session,
            year: row.year,
            date: row.date,
            every: row.every.map(str::to_owned),
            words,
            ..LedgerRow::default()
        })
    }
}

/// Puts numbers of mandates in an order.
fn put_in_order(asked: &mut Vec<usize>, mandates: &Mandates, order: LedgerOrder) {
    let row = |index: &usize| mandates.get(*index).map(|(_, row)| row);
    match order {
        // They come by when they are due, what is due at no known time last.
        LedgerOrder::Earliest => {}
        LedgerOrder::Latest => {
            // Few years, many of each: they keep their order within one.
            let mut by_year: BTreeMap<_, Vec<usize>> = BTreeMap::new();
            for at in asked.drain(..) {
                by_year.entry(Reverse(mandates.year(at))).or_default().push(at);
            }
            asked.extend(by_year.into_values().flatten());
        }
        LedgerOrder::Who => asked.sort_by_cached_key(|at| row(at).map(|row| name(&row))),
        LedgerOrder::Act => asked.sort_by_cached_key(|at| row(at).map(|row| row.act)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> MandateRow<'static> {
        MandateRow {
            passage: 0,
            cite: "OP3",
            range: 0..0,
            act: "request",
            verb: "Requests",
            who: Some("Secretary-General"),
            who_text: "the Secretary-General",
            task: "to submit",
            what: "report",
            about: "a report on the safety of harbours",
            to: None,
            session: Some(73),
            year: Some(2018),
            date: None,
            every: None,
            renews: None,
        }
    }

    #[test]
    fn what_is_asked_for_is_found_by_its_fields_and_by_letters() {
        let holds = |typed: &str| MandateFilter::read(typed).holds(&row());
        for typed in [
            "",
            "secretary",
            "due:2018 what:report",
            "act:request HARBOURS",
            "\"safety of harbours\"",
            "who:\"Secretary-General\"",
        ] {
            assert!(holds(typed), "{typed}");
        }
        for typed in
            ["due:2019", "due:never", "what:rep", "act:urge", "\"of safety\"", "who:secretary"]
        {
            assert!(!holds(typed), "{typed}");
        }
        let open = MandateRow { year: None, ..row() };
        assert!(MandateFilter::read("due:never").holds(&open));
    }

    #[test]
    fn the_same_is_said_whatever_the_numbers() {
        let other = |about| MandateRow { about, ..row() };
        let numbered = other("a report on the safety of 12 harbours");
        assert_eq!(said(&numbered), said(&other("a report on the safety of 30 harbours")));
        assert_ne!(said(&row()), said(&other("a report on the safety of ships")));
        assert_ne!(said(&row()), said(&MandateRow { who: Some("States"), ..row() }));
    }
}
