//! `seized find`: full-text search in folders of documents.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::{
    Outcome,
    answer::{self, Misses},
    library::{self, Styles, in_characters},
    results,
};
use crate::{
    error::Error,
    library::{Found, Library, Matcher, PassageId, PassagePlace, Query, Unreadable, in_order},
    text::printable,
};

#[derive(Debug, Args)]
#[command(after_help = "\
A query is made of
  words            all of them in one passage, in any form: report finds reports, reporting
  \"exact words\"    as they stand; capitals matter where there are some
  begin*           words that begin so
  a NEAR b         within ten words of each other
  -without         what follows must not be there: a b -c d is a and b, and not both c and d
  verb: organ: session: year: lang: tag: symbol: in: note: author: has:
                   verb:requests organ:ga year:2010..2017 lang:fr tag:mandate/report
                   symbol:A/RES/72 in:footnotes note:ask has:highlight
A query that begins with - follows --.

Example: seized find 'report* NEAR \"Human Rights Council\" year:2010..' resolutions/
         seized find --format json '\"leaving no one behind\"' resolutions/ | jq '.[].symbol'")]
pub(super) struct Arguments {
    /// What is sought: words, "exact words", begin*, -without, a NEAR b, verb:requests year:2010..2017
    query: String,
    /// Documents, or folders of documents
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Where in the documents
    #[arg(long = "in", value_enum)]
    within: Option<Within>,
    /// What to print the passages as
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Within {
    /// The paragraphs before the operative ones
    Preamble,
    /// The operative paragraphs
    Operative,
    /// The footnotes
    Footnotes,
    /// The annexes
    Annex,
    /// The titles
    Title,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// For people: by resolution, what was found highlighted
    Text,
    /// A list of objects, one a passage
    Json,
}

/// A passage as JSON.
#[derive(Serialize)]
struct Passage<'a> {
    file: &'a str,
    symbol: Option<&'a str>,
    citation: &'a str,
    part: &'static str,
    date: Option<&'a str>,
    text: &'a str,
    hits: Vec<[usize; 2]>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let query = Query::read(&arguments.query).map_err(|error| Error::Usage {
        what: error.what,
        why: error.why,
        help: "`seized find --help` says what a query is made of".into(),
    })?;
    let query = match arguments.within {
        None => query,
        Some(Within::Preamble) => query.within(PassagePlace::Preamble),
        Some(Within::Operative) => query.within(PassagePlace::Operative),
        Some(Within::Footnotes) => query.within(PassagePlace::Footnotes),
        Some(Within::Annex) => query.within(PassagePlace::Annex),
        Some(Within::Title) => query.within(PassagePlace::Title),
    };
    let mut misses = Misses::default();
    let search = |library: &Library| library::search(library, &query);
    let (library, found) = library::asked(&arguments.paths, &mut misses, search)?;
    let printed = match arguments.format {
        Format::Json => print_json(&library, &query, &found),
        Format::Text => print_text(&library, &query, &found),
    };
    printed.map_err(|failed| match failed {
        Failed::Index(why) => library::damaged(&arguments.paths, &why),
        Failed::Output(error) => error,
    })?;
    // To give back the heads of all documents one by one takes longer than to end.
    std::mem::forget(library);
    Ok(misses.outcome(if found.is_empty() { Outcome::No } else { Outcome::Done }))
}

enum Failed {
    Index(Unreadable),
    Output(Error),
}

impl From<Unreadable> for Failed {
    fn from(why: Unreadable) -> Self {
        Self::Index(why)
    }
}

impl From<Error> for Failed {
    fn from(error: Error) -> Self {
        Self::Output(error)
    }
}

/// Passages that one thread writes at a time.
const TOGETHER: usize = 512;

fn print_json(library: &Library, query: &Query, found: &[PassageId]) -> Result<(), Failed> {
    let pieces: Vec<&[PassageId]> = found.chunks(TOGETHER).collect();
    let write = |matcher: &mut Matcher<'_>, piece: usize| {
        let mut out = Vec::with_capacity(TOGETHER << 10);
        library.each_passage(pieces[piece], |line| {
            out.extend_from_slice(if out.is_empty() && piece == 0 { b"\n" } else { b",\n" });
            let hits = matcher.hits(line.text, line.head.language());
            let passage = Passage {
                file: line.file,
                symbol: line.part.symbol.as_deref(),
                citation: line.cite,
                part: line.place.name(),
                date: line.part.date.as_deref(),
                text: line.text,
                hits: hits.iter().map(|hit| in_characters(line.text, hit)).collect(),
            };
            let written = serde_json::to_writer(&mut out, &passage);
            written.map_err(|error| Failed::Output(Error::Output(error.into())))
        })?;
        String::from_utf8(out).map_err(|_| Failed::Index(Unreadable::Damaged))
    };
    answer::to_programs("[")?;
    in_order(
        pieces.len(),
        || Matcher::new(query),
        write,
        |piece| Ok(answer::to_programs(&printable::json(&piece))?),
    )?;
    Ok(answer::to_programs(if found.is_empty() { "]\n" } else { "\n]\n" })?)
}

fn print_text(library: &Library, query: &Query, found: &[PassageId]) -> Result<(), Failed> {
    let styles = Styles::of_output();
    let width = results::width();
    let pieces: Vec<&[PassageId]> = found.chunks(TOGETHER).collect();
    // To break lines and to look for hits takes longest, and is done by all cores; what stands above a passage depends on the one before.
    let write = |matcher: &mut Matcher<'_>, piece: usize| {
        let mut written = Vec::with_capacity(TOGETHER);
        library.each_passage(pieces[piece], |line| {
            let hits = matcher.hits(line.text, line.head.language());
            let words = results::passage(line.cite, line.text, &hits, width, styles);
            written.push((line.to_found(), words));
            Ok::<_, Failed>(())
        })?;
        Ok::<_, Failed>(written)
    };
    let mut before: Option<Found> = None;
    let mut resolutions = 0;
    let take = |written: Vec<(Found, String)>| {
        let mut out = String::new();
        for (found, words) in written {
            let is_same = |other: &Found| {
                other.symbol == found.symbol && (found.symbol.is_some() || other.file == found.file)
            };
            let is_new = !before.as_ref().is_some_and(is_same);
            if is_new {
                resolutions += 1;
                out.push_str(if before.is_some() { "\n" } else { "" });
                out.push_str(&results::heading(&found, styles));
            }
            // The same passage may stand in another file of the resolution.
            let is_repeated = before.as_ref().is_some_and(|other| other.text == found.text);
            if is_new || !is_repeated {
                out.push_str(&words);
            }
            before = Some(found);
        }
        answer::to_programs(&out).map_err(Failed::Output)
    };
    in_order(pieces.len(), || Matcher::new(query), write, take)?;
    if resolutions > 1 {
        let line = format!("{} passages of {resolutions} resolutions", found.len());
        answer::to_programs(&format!("\n{}\n", styles.put(&line, "2")))?;
    }
    Ok(())
}
