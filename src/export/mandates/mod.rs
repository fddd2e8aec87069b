//! Mandates as lists for people and programs: text, JSON, CSV, and a calendar. Found by machine, and marked as
//! such where a person reads it.

mod calendar;
mod lists;
mod table;

pub use calendar::mandates_ics;
pub use lists::{mandates_json, mandates_text};
pub use table::mandates_csv;

use jiff::civil::Date;

use crate::{document::Organ, mandates::Mandate};

/// A mandate, and where it was found.
#[derive(Clone, Debug)]
pub struct FoundMandate {
    /// The file.
    pub file: String,
    /// The symbol of its document.
    pub symbol: Option<String>,
    /// The body whose document it is.
    pub organ: Option<Organ>,
    /// The day on which it was adopted.
    pub adopted: Option<Date>,
    /// The paragraph's words.
    pub text: String,
    /// What is asked.
    pub mandate: Mandate,
}

impl FoundMandate {
    /// Who is asked: the canonical name, else as printed.
    #[must_use]
    pub fn who(&self) -> &str {
        self.mandate.who.as_deref().unwrap_or(&self.mandate.who_text)
    }

    /// What is asked for in a few words: *to submit: report, on …*.
    fn in_words(&self) -> String {
        let mandate = &self.mandate;
        match (mandate.what.name(), mandate.about.as_str()) {
            ("other", "") => mandate.task.clone(),
            ("other", about) => format!("{} {about}", mandate.task),
            (what, "") => what.to_owned(),
            (what, about) => format!("{what}: {about}"),
        }
    }

    /// By when, for a person: `2018 (73rd)`, `every year`.
    fn due(&self) -> String {
        let mandate = &self.mandate;
        let session = mandate.session.map(|session| format!("session {session}"));
        let once = match (mandate.date, mandate.year, session) {
            (Some(date), _, _) => Some(date.to_string()),
            (None, Some(year), Some(session)) => Some(format!("{year} ({session})")),
            (None, Some(year), None) => Some(year.to_string()),
            (None, None, session) => session,
        };
        let every = mandate.every.map(|every| format!("every {}", every.name()));
        let both: Vec<String> = once.into_iter().chain(every).collect();
        if both.is_empty() { "–".to_owned() } else { both.join(", ") }
    }
}
