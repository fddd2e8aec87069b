//! What a catalogue records of a resolution. Knows nothing of where it was found.

use jiff::civil::Date;

use super::{Mark, Number, Organ, Span, Symbol};

/// Symbol, title, dates and whatever else the masthead says. Absent things are `None` or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// `A/RES/72/247`.
    pub symbol: Option<Symbol>,
    /// `72/247`, as printed before the title.
    pub number: Option<String>,
    /// Resolution, decision, statement, draft, or something else.
    pub kind: Kind,
    /// Whose it is.
    pub organ: Option<Organ>,
    /// The title, without its number and marks; in Arabic the UN sets a dash before it. Security
    /// Council resolutions have none.
    pub title: Option<String>,
    /// Footnote marks in the title.
    pub title_marks: Vec<Mark>,
    /// The title's bytes in the source.
    pub title_span: Span,
    /// `Seventy-second session`, as printed.
    pub session: Option<String>,
    /// `72 (b)`, as printed, without the words before it.
    pub agenda_items: Vec<String>,
    /// The name of the agenda item, where it is printed.
    pub agenda_title: Option<String>,
    /// The day of adoption.
    pub adopted: Option<Date>,
    /// The day on which the document was issued.
    pub issued: Option<Date>,
    /// Who submits it, as printed: States, and who is not one. Empty for most but drafts.
    pub sponsors: Vec<String>,
    /// The symbol of the report or draft it was adopted on: `A/72/439/Add.2`.
    pub proposal: Option<String>,
    /// The UN's job number: `17-23331`.
    pub job_number: Option<String>,
    /// `76th plenary meeting`, as printed.
    pub meeting: Option<String>,
    /// How it was voted on, as printed.
    pub vote: Option<String>,
    /// How it was voted on, as a catalogue records it.
    pub voting: Option<Voting>,
    /// The subjects it is filed under.
    pub keywords: Vec<Keyword>,
    /// The fields that are as a person corrected them, and not as the text has them.
    pub corrected: Vec<HeadField>,
}

impl Head {
    /// The number as it stands before the title: `72/247.`; without its stop where the title has a
    /// dash before it, as in Arabic, `74/220`, or where there is no title.
    #[must_use]
    pub fn printed_number(&self) -> Option<String> {
        let number = self.number.as_ref()?;
        let is_stopped = self.title.as_ref().is_some_and(|title| !title.starts_with(['-', '–']));
        Some(format!("{number}{}", if is_stopped { "." } else { "" }))
    }

    /// The title without the dash that sets it apart from the number before it, as in Arabic: what is shown
    /// where the number is not.
    #[must_use]
    pub fn title_in_words(&self) -> Option<&str> {
        let title = self.title.as_deref()?;
        Some(title.strip_prefix(['-', '–']).unwrap_or(title).trim_start())
    }
}

/// A field of the head that a person can correct.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HeadField {
    /// [`Head::symbol`]
    Symbol,
    /// [`Head::title`]
    Title,
    /// [`Head::adopted`]
    Adopted,
    /// [`Head::organ`]
    Organ,
    /// [`Head::session`]
    Session,
}

impl HeadField {
    /// All, in the order in which they are shown.
    pub const ALL: [Self; 5] =
        [Self::Symbol, Self::Title, Self::Adopted, Self::Organ, Self::Session];

    /// Its name in files and commands.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Symbol => "symbol",
            Self::Title => "title",
            Self::Adopted => "adopted",
            Self::Organ => "organ",
            Self::Session => "session",
        }
    }

    /// The field of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }
}

impl Head {
    /// What it says in a field, as people read it; a date as `2017-12-24`.
    #[must_use]
    pub fn value(&self, field: HeadField) -> Option<String> {
        match field {
            HeadField::Symbol => self.symbol.as_ref().map(|symbol| symbol.as_str().to_owned()),
            HeadField::Title => self.title.clone(),
            HeadField::Adopted => self.adopted.map(|date| date.to_string()),
            HeadField::Organ => self.organ.map(|organ| organ.name().to_owned()),
            HeadField::Session => self.session.clone(),
        }
    }

    /// The fields that a document of its kind has and this one does not say: nothing of what is neither
    /// adopted nor a draft; a draft has no day of adoption, and the Security Council neither titles
    /// nor sessions. A symbol that tells the session, `A/RES/72/247`, says it.
    #[must_use]
    pub fn missing(&self) -> Vec<HeadField> {
        let number = self.symbol.as_ref().and_then(Symbol::adopted_text).map(|act| act.number);
        let tells_session =
            matches!(number, Some(Number::InSession { .. } | Number::OfSession { .. }));
        let is_councils = self.organ == Some(Organ::SecurityCouncil);
        let is_due = |field: HeadField| match field {
            _ if self.kind == Kind::Other => false,
            HeadField::Title => !is_councils && self.kind != Kind::Statement,
            HeadField::Session => self.organ == Some(Organ::GeneralAssembly) && !tells_session,
            HeadField::Adopted => self.kind != Kind::Draft,
            HeadField::Symbol | HeadField::Organ => true,
        };
        let is_missing = |field: &HeadField| is_due(*field) && self.value(*field).is_none();
        HeadField::ALL.into_iter().filter(is_missing).collect()
    }
}

/// What sort of text it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Adopted, with a preamble and operative paragraphs.
    #[default]
    Resolution,
    /// Adopted, told in the past tense.
    Decision,
    /// A presidential statement.
    Statement,
    /// Not adopted yet.
    Draft,
    /// Neither adopted nor to be: a report, a letter.
    Other,
}

impl Kind {
    /// In one lower-case English word, as the contract's JSON has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Resolution => "resolution",
            Self::Decision => "decision",
            Self::Statement => "statement",
            Self::Draft => "draft",
            Self::Other => "other",
        }
    }
}

/// A subject under which a catalogue files a document: what a reader may want as a tag.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Keyword {
    /// Whose word it is: `SDGO`, `UNBIS Thesaurus`, `EuroVoc`.
    pub vocabulary: String,
    /// The word or number itself: `marine_resources`, `14`.
    pub value: String,
    /// How it is shown: `sdg_14`.
    pub shown: String,
    /// Its address in the vocabulary.
    pub link: String,
}

impl Keyword {
    /// As a tag to suggest: `sdg/14`, `unbis/marine-resources`. Nothing for vocabularies that are
    /// not the United Nations' own.
    #[must_use]
    pub fn tag(&self) -> Option<String> {
        let branch = match self.vocabulary.split(' ').next()? {
            "SDGO" => "sdg",
            "UNBIS" => "unbis",
            _ => return None,
        };
        let word: String = self
            .value
            .chars()
            .map(|c| if c == '_' || c.is_whitespace() { '-' } else { c })
            .collect();
        (!word.is_empty()).then(|| format!("{branch}/{word}"))
    }
}

/// How a document was voted on, as a catalogue records it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voting {
    /// Whether votes were counted.
    pub is_recorded: bool,
    /// Who voted how, in the order of the catalogue.
    pub counts: Vec<Count>,
}

/// Those who voted one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// Which way: `inFavour`, `against`, `abstaining`.
    pub side: String,
    /// How many.
    pub votes: String,
    /// The States, as the catalogue names them; empty where it names none.
    pub states: Vec<String>,
}

impl Voting {
    /// In words: `Adopted by a recorded vote of 92 to 13, with 2 abstentions`.
    #[must_use]
    pub fn in_words(&self) -> String {
        if !self.is_recorded {
            return "Adopted without a vote".into();
        }
        let votes = |side: &str| {
            let count = self.counts.iter().find(|count| count.side == side);
            count.map_or("none", |count| count.votes.as_str())
        };
        let abstentions = match votes("abstaining") {
            "none" | "0" => "no abstentions".to_owned(),
            "1" => "1 abstention".to_owned(),
            n => format!("{n} abstentions"),
        };
        let (for_it, against) = (votes("inFavour"), votes("against"));
        format!("Adopted by a recorded vote of {for_it} to {against}, with {abstentions}")
    }
}
