//! One mandate: what is known of it. Knows nothing of how it is found.

use std::ops::Range;

use jiff::civil::Date;

use crate::document::{Act, Cite};

/// Something that somebody is asked to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mandate {
    /// The paragraph that asks.
    pub cite: Cite,
    /// Which block of the document that is.
    pub block: usize,
    /// How it asks.
    pub act: Act,
    /// The verb, as printed: `Requests`, `also requests`.
    pub verb: String,
    /// Who is asked, by a canonical English name. `None` for those who are in no table.
    pub who: Option<String>,
    /// Who is asked, as printed. Empty where a body decides to do something itself.
    pub who_text: String,
    /// The verb of what is to be done, as printed: `to submit`.
    pub task: String,
    /// What is to come of it.
    pub what: What,
    /// The subject, in the paragraph's words. Empty where none is named.
    pub about: String,
    /// Who it is for, by a canonical English name.
    pub to: Option<String>,
    /// The session by which it is due, by its number.
    pub session: Option<u16>,
    /// The year in which it is due: that of the session, of the date, or one that is named.
    pub year: Option<i16>,
    /// The day by which it is due.
    pub date: Option<Date>,
    /// How often it is due.
    pub every: Option<Every>,
    /// What asked for the same before, where the words say it or it was looked up: `A/RES/70/161, para. 9`.
    pub renews: Option<String>,
    /// The words of the paragraph that say it: bytes of the block's text.
    pub range: Range<usize>,
}

/// What is to come of a task.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// A report, or information that is to be submitted.
    Report,
    /// A review.
    Review,
    /// A meeting, a conference, a session.
    Meeting,
    /// A briefing.
    Briefing,
    /// An update; keeping somebody informed.
    Update,
    /// A study.
    Study,
    /// A plan, a strategy.
    Plan,
    /// Money, a fund.
    Fund,
    /// Anything else.
    #[default]
    Other,
}

impl What {
    /// In lower-case English, as the contract's JSON has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Review => "review",
            Self::Meeting => "meeting",
            Self::Briefing => "briefing",
            Self::Update => "update",
            Self::Study => "study",
            Self::Plan => "plan",
            Self::Fund => "fund",
            Self::Other => "other",
        }
    }
}

/// How often something is due: every so many days, months or years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Every {
    /// How many of them.
    pub count: u16,
    /// Of what.
    pub unit: Unit,
}

/// What time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Days; weeks are seven of them.
    Day,
    /// Months.
    Month,
    /// Years.
    Year,
}

impl Unit {
    const ALL: [Self; 3] = [Self::Day, Self::Month, Self::Year];

    const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }
}

impl Every {
    /// In English, as the contract's JSON has it: `year`, `2 years`, `90 days`.
    #[must_use]
    pub fn name(self) -> String {
        match self.count {
            1 => self.unit.name().to_owned(),
            count => format!("{count} {}s", self.unit.name()),
        }
    }

    /// What [`Every::name`] makes of one.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let (count, unit) = name.split_once(' ').unwrap_or(("1", name));
        let unit = unit.strip_suffix('s').unwrap_or(unit);
        let unit = Unit::ALL.into_iter().find(|known| known.name() == unit)?;
        Some(Self { count: count.parse().ok()?, unit })
    }
}
