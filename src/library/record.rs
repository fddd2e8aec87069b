//! What the library keeps of a file: its head, the clean texts of its passages, what they open with and
//! cite. Made of a document once, and searched ever after. Knows the model, not how it is kept.

use std::ops::Range;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::mandates::MandateRecord;
use crate::{
    document::{
        Document, Kind, Language, Number, Organ, Part, Passage, Symbol, without_doubtful_marks,
    },
    text::printable,
};

/// What is kept of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// What a catalogue shows of it.
    pub head: FileHead,
    /// Its passages, in reading order.
    pub passages: Vec<PassageRecord>,
    /// What it cites, in reading order.
    pub citations: Vec<CitationRecord>,
    /// What it asks of whom, in reading order: the caller's to add.
    pub mandates: Vec<MandateRecord>,
}

/// The head of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileHead {
    /// Where it is below the folder of the library, with `/` between; `a.zip!/b.docx` in an archive.
    pub path: String,
    /// The hash of its bytes.
    pub hash: [u8; 16],
    /// The code of its language, `en`.
    pub language: String,
    /// Resolution, decision, statement, draft or other.
    pub kind: String,
    /// Whose it is: `ga sc ecosoc hrc`; empty where that is unknown.
    pub organ: String,
    /// Its resolutions, one at least: a file of several has several.
    pub parts: Vec<PartHead>,
    /// What its reader has annotated.
    pub annotated: Vec<Annotated>,
}

/// One resolution of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartHead {
    /// Its symbol.
    pub symbol: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// The day of adoption, `2017-12-24`; of a draft that of its issue.
    pub date: Option<String>,
    /// The session, `72`, `S-30`; the year of what counts by years.
    pub session: Option<String>,
    /// Its passages within the file.
    pub passages: Range<u32>,
}

/// What a reader has put to a passage.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotated {
    /// The citation of the passage, `OP14`.
    pub cite: String,
    /// The tags.
    pub tags: Vec<String>,
    /// The note; empty where there is none.
    pub note: String,
    /// Who wrote it.
    pub author: String,
    /// Whether words are highlighted.
    pub is_highlight: bool,
    /// Whether it is a bookmark.
    pub is_bookmark: bool,
}

/// A passage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PassageRecord {
    /// Its citation.
    pub cite: String,
    /// Its clean text.
    pub text: String,
    /// Where it stands.
    pub place: PassagePlace,
    /// How many bytes of the text are its opener.
    pub opener: usize,
    /// The verb it opens with, in English, as a dictionary has it.
    pub verb: Option<&'static str>,
}

/// The part of a document a passage stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PassagePlace {
    /// The title.
    Title,
    /// The name of the organ that enacts.
    Formula,
    /// The preamble.
    Preamble,
    /// The operative part.
    #[default]
    Operative,
    /// Meeting, date and vote.
    Closing,
    /// An annex.
    Annex,
    /// A footnote.
    Footnotes,
}

impl PassagePlace {
    /// All, in reading order.
    pub const ALL: [Self; 7] = [
        Self::Title,
        Self::Formula,
        Self::Preamble,
        Self::Operative,
        Self::Closing,
        Self::Annex,
        Self::Footnotes,
    ];

    /// Its name in queries and in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Formula => "formula",
            Self::Preamble => "preamble",
            Self::Operative => "operative",
            Self::Closing => "closing",
            Self::Annex => "annex",
            Self::Footnotes => "footnotes",
        }
    }

    /// The place of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.name() == name)
    }
}

/// A reference to another document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CitationRecord {
    /// The passage it stands in: an index.
    pub passage: u32,
    /// Where its words are in the passage, in bytes.
    pub range: Range<u32>,
    /// What is cited.
    pub symbol: String,
    /// The place in it, as printed.
    pub locus: Option<String>,
    /// What the paragraph opens with, *Recalling*; an item has that of its paragraph.
    pub opener: Option<String>,
    /// The verb of that in English, as a dictionary has it.
    pub verb: Option<&'static str>,
}

/// The short name of an organ, as queries have it.
#[must_use]
pub const fn organ_code(organ: Organ) -> &'static str {
    match organ {
        Organ::GeneralAssembly => "ga",
        Organ::SecurityCouncil => "sc",
        Organ::EconomicAndSocialCouncil => "ecosoc",
        Organ::HumanRightsCouncil => "hrc",
    }
}

/// The organ of a short name.
#[must_use]
pub fn organ_of(code: &str) -> Option<Organ> {
    const ALL: [Organ; 4] = [
        Organ::GeneralAssembly,
        Organ::SecurityCouncil,
        Organ::EconomicAndSocialCouncil,
        Organ::HumanRightsCouncil,
    ];
    ALL.into_iter().find(|organ| organ_code(*organ) == code)
}

/// The English name of an organ's short name; empty for none.
#[must_use]
pub fn organ_name(code: &str) -> &'static str {
    organ_of(code).map_or("", Organ::name)
}

impl FileHead {
    /// Its language.
    #[must_use]
    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }

    /// Whether it is a resolution, a decision, a statement or a draft of one.
    #[must_use]
    pub fn is_resolution(&self) -> bool {
        self.kind != Kind::Other.name()
    }

    /// The resolution that a passage of the file is of: an index of [`FileHead::parts`].
    #[must_use]
    pub fn part_of(&self, passage: u32) -> usize {
        self.parts.iter().position(|part| part.passages.contains(&passage)).unwrap_or_default()
    }
}

impl Record {
    /// What is to be kept of a document. `path`, hash, annotations and mandates are
    /// the caller's to add.
    #[must_use]
    pub fn of(document: &Document) -> Self {
        let passages: Vec<PassageRecord> =
            document.passages().map(|passage| passage_record(document, passage)).collect();
        let head = &document.head;
        let organ = head.organ.or_else(|| {
            head.symbol.as_ref().and_then(Symbol::adopted_text).and_then(|text| text.body.organ())
        });
        let head = FileHead {
            language: document.language.code().to_owned(),
            kind: head.kind.name().to_owned(),
            organ: organ.map(organ_code).unwrap_or_default().to_owned(),
            parts: parts(document, passages.len()),
            ..FileHead::default()
        };
        Self { head, citations: citations(document, &passages), passages, mandates: Vec::new() }
    }
}

/// A line of `parse --format passages`, as it is printed, cut at its tab.
fn passage_record(document: &Document, passage: Passage) -> PassageRecord {
    let whole = document.text(passage);
    let words = without_doubtful_marks(whole, document.marks(passage));
    let (place, opener) = match passage {
        Passage::Title => (PassagePlace::Title, None),
        Passage::Footnote(_) => (PassagePlace::Footnotes, None),
        Passage::Block(index) => {
            let block = document.blocks.get(index);
            let place = block.map_or(PassagePlace::Operative, |block| match block.part {
                Part::Formula => PassagePlace::Formula,
                Part::Preamble => PassagePlace::Preamble,
                Part::Operative => PassagePlace::Operative,
                Part::Closing => PassagePlace::Closing,
                Part::Annex => PassagePlace::Annex,
            });
            (place, block.and_then(|block| block.opener.as_ref()))
        }
    };
    let cite = document.cite(passage).to_string();
    let line = format!("{cite}\t{words}");
    let line = printable::lines(&line);
    let (cite, text) = line.split_once('\t').unwrap_or(("", &line));
    let length = opener.map_or(0, |opener| opener.length);
    PassageRecord {
        cite: cite.to_owned(),
        // What is printed may be shorter than the text by what cannot be seen.
        opener: text.floor_char_boundary(length.min(text.len())),
        text: text.to_owned(),
        place,
        verb: opener.and_then(|opener| opener.base),
    }
}

/// The resolutions of a file, each with its passages; what is none's is the first's.
fn parts(document: &Document, passages: usize) -> Vec<PartHead> {
    let head = &document.head;
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let date = |date: Option<Date>| date.map(|date| date.to_string());
    let session = |symbol: Option<&Symbol>| session(symbol?);
    let whole = PartHead {
        symbol: head.symbol.as_ref().map(ToString::to_string),
        title: head.title_in_words().map(str::to_owned),
        date: date(head.adopted.or(head.issued)),
        session: session(head.symbol.as_ref()).or_else(|| head.session.clone()),
        passages: 0..count(passages),
    };
    if document.resolutions.len() < 2 {
        return vec![whole];
    }
    let before = usize::from(head.title.is_some());
    let of_part = |part: &crate::document::Resolution| PartHead {
        symbol: part.symbol.as_ref().map(ToString::to_string).or_else(|| whole.symbol.clone()),
        title: part.title.clone().or_else(|| whole.title.clone()),
        date: date(part.adopted).or_else(|| whole.date.clone()),
        session: session(part.symbol.as_ref()).or_else(|| whole.session.clone()),
        passages: count(part.blocks.start + before)..count(part.blocks.end + before),
    };
    document.resolutions.iter().map(of_part).collect()
}

/// The session of a symbol, or its year.
fn session(symbol: &Symbol) -> Option<String> {
    Some(match symbol.adopted_text()?.number {
        Number::InSession { session, .. } | Number::OfSession { session, .. } => {
            session.to_string()
        }
        Number::InYear { year, .. } | Number::OfYear { year, .. } => year.to_string(),
    })
}

/// The verb of a block, or of the nearest block around it that has an opener.
fn verb_over(document: &Document, passage: Passage) -> Option<&'static str> {
    let Passage::Block(index) = passage else { return None };
    let mut block = document.blocks.get(index)?;
    loop {
        if let Some(opener) = &block.opener {
            return opener.base;
        }
        // A parent stands before its children, so this ends.
        block = document.blocks.get(block.parent?)?;
    }
}

/// What a document cites, with its place in the words as the library keeps them: those are without doubtful marks, so
/// the words that cite are sought anew, and may be gone.
fn citations(document: &Document, passages: &[PassageRecord]) -> Vec<CitationRecord> {
    let index = |passage: Passage| {
        let title = usize::from(document.head.title.is_some());
        match passage {
            Passage::Title => 0,
            Passage::Block(block) => title + block,
            Passage::Footnote(note) => title + document.blocks.len() + note,
        }
    };
    let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let found = document.outbound().filter_map(|cited| {
        let passage = index(cited.passage);
        let text = &passages.get(passage)?.text;
        // Where marks were left out of the words, they are not to be found.
        let at = text.find(cited.words);
        let range = at.map_or(0..0, |at| at..at + cited.words.len());
        Some(CitationRecord {
            passage: narrow(passage),
            range: narrow(range.start)..narrow(range.end),
            symbol: cited.symbol.to_string(),
            locus: cited.locus.map(str::to_owned),
            opener: cited.opener.map(str::to_owned),
            verb: verb_over(document, cited.passage),
        })
    });
    found.collect()
}
