//! `seized mandates`: who is asked to do what, for whom, by when, over documents and folders of them.

use std::{collections::HashMap, path::PathBuf};

use clap::{Args, ValueEnum};

use super::{
    Outcome,
    answer::{self, Misses},
    library,
};
use crate::{
    document::Language,
    error::Error,
    export::{FoundMandate, mandates_csv, mandates_ics, mandates_json, mandates_text},
    library::{FileId, Library, Mandates, Unreadable, organ_of},
    mandates::{Asked, TextHead, renew},
    opening::library::mandate,
    text::printable,
};

#[derive(Debug, Args)]
#[command(after_help = "Found by machine: check before use.\n\n\
                  Example: seized mandates resolutions/ --format ics > mandates.ics")]
pub(super) struct Arguments {
    /// Documents, or folders of documents
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Texts in which to look up what asked for the same before: documents, or folders of them
    #[arg(long, value_name = "DIR")]
    library: Vec<PathBuf>,
    /// What to print them as
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// One a line, by when it is due: place, when, who, what
    Text,
    /// A list of objects, as they stand in the documents
    Json,
    /// A table for a spreadsheet
    Csv,
    /// A calendar: an event for each that has a date, a session or a year
    Ics,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let mut misses = Misses::default();
    let is_by_due = matches!(arguments.format, Format::Text);
    let find = |library: &Library| found(library, is_by_due);
    let (library, mut all) = library::asked(&arguments.paths, &mut misses, find)?;
    let mut texts = Texts::of(&library, &all);
    if !arguments.library.is_empty() {
        let find = |library: &Library| found(library, true);
        let (others, of_others) = library::asked(&arguments.library, &mut misses, find)?;
        texts.asked.extend(Texts::of(&others, &of_others).asked);
    }
    texts.renew(&mut all);
    match arguments.format {
        Format::Text => answer::to_people(&mandates_text(&all)),
        Format::Json => answer::to_programs(&printable::json(&mandates_json(&all))),
        Format::Csv => answer::to_programs(&mandates_csv(&all)),
        Format::Ics => answer::to_programs(&mandates_ics(&all)),
    }?;
    // To give all of it back one by one takes longer than to end.
    std::mem::forget((library, all));
    Ok(misses.outcome(Outcome::Done))
}

/// The mandates of a library: by when they are due, else as they stand in the files.
fn found(library: &Library, is_by_due: bool) -> Result<Vec<FoundMandate>, Unreadable> {
    let mandates = library.mandates()?;
    let order: Vec<usize> = match is_by_due {
        true => (0..mandates.len()).collect(),
        false => in_order_of_files(library, &mandates),
    };
    let mut all = Vec::with_capacity(order.len());
    let mut text = (None, String::new());
    for index in order {
        let Some((id, row)) = mandates.get(index) else { continue };
        let Some((file, filed, part)) = library.whereabouts(id) else { continue };
        let Some(mandate) = mandate(&row, 0) else { continue };
        // For people the words of the paragraph are not printed.
        if !is_by_due && text.0 != Some(id) {
            text = (Some(id), library.text(id)?);
        }
        all.push(FoundMandate {
            file: library.path(file),
            symbol: part.symbol.clone(),
            organ: organ_of(&filed.head.organ),
            adopted: part.date.as_ref().and_then(|date| date.parse().ok()),
            text: text.1.clone(),
            mandate,
        });
    }
    Ok(all)
}

/// File by file, in order of their paths, and as they stand in each.
fn in_order_of_files(library: &Library, mandates: &Mandates) -> Vec<usize> {
    let mut files: Vec<FileId> = library.files().map(|(file, _)| file).collect();
    files.sort_by_cached_key(|file| library.path(*file));
    let places: HashMap<FileId, usize> = files.into_iter().zip(0..).collect();
    let mut order = mandates.in_reading_order();
    order.sort_by_cached_key(|index| {
        let (id, _) = mandates.get(*index)?;
        places.get(&library.whereabouts(id)?.0)
    });
    order
}

/// Texts and what each of them asks.
struct Texts {
    asked: Vec<Asked>,
    /// Which of all mandates those of each text are.
    places: Vec<Vec<usize>>,
}

impl Texts {
    /// The texts in which these mandates stand.
    fn of(library: &Library, all: &[FoundMandate]) -> Self {
        let mut heads: HashMap<(String, Option<&str>), (Language, &str)> = HashMap::new();
        for (file, filed) in library.files() {
            for part in &filed.head.parts {
                let title = part.title.as_deref().unwrap_or_default();
                let key = (library.path(file), part.symbol.as_deref());
                heads.insert(key, (filed.head.language(), title));
            }
        }
        let mut texts = Self { asked: Vec::new(), places: Vec::new() };
        let mut known: HashMap<(&str, Option<&str>), usize> = HashMap::new();
        for (place, found) in all.iter().enumerate() {
            let symbol = found.symbol.as_deref();
            let at = *known.entry((&found.file, symbol)).or_insert_with(|| {
                let head = heads.get(&(found.file.clone(), symbol)).copied();
                let (language, title) = head.unwrap_or((Language::English, ""));
                let (organ, adopted) = (found.organ, found.adopted);
                let head = TextHead { organ, language, adopted, symbol, title };
                texts.asked.push(Asked::new(head, Vec::new()));
                texts.places.push(Vec::new());
                texts.places.len() - 1
            });
            texts.asked[at].mandates.push(found.mandate.clone());
            texts.places[at].push(place);
        }
        texts
    }

    /// Says of each mandate which earlier one it renews.
    fn renew(mut self, all: &mut [FoundMandate]) {
        renew(&mut self.asked);
        for (asked, places) in self.asked.into_iter().zip(self.places) {
            for (mandate, place) in asked.mandates.into_iter().zip(places) {
                all[place].mandate.renews = mandate.renews;
            }
        }
    }
}
