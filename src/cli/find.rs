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
    library::{Library, Line, Matcher, PassageId, PassagePlace, Query, Unreadable, in_order},
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
    // To break lines and to look for hits takes longest, and is done by all cores.
    let write = |matcher: &mut Matcher<'_>, piece: usize| {
        let mut written = Written::default();
        library.each_passage(pieces[piece], |line| {
            let hits = if results::shows_hits(line.text, styles) {
                matcher.hits(line.text, line.head.language())
            } else {
                Vec::new()
            };
            let words = results::passage(line.cite, line.text, &hits, width, styles);
            written.add(&line, &words, styles);
            Ok::<_, Failed>(())
        })?;
        Ok::<_, Failed>(written)
    };
    let mut all = Written::default();
    let take = |piece: Written| {
        all.join(piece);
        answer::to_programs(&std::mem::take(&mut all.out)).map_err(Failed::Output)
    };
    in_order(pieces.len(), || Matcher::new(query), write, take)?;
    if all.resolutions > 1 {
        let line = format!("{} passages of {} resolutions", found.len(), all.resolutions);
        answer::to_programs(&format!("\n{}\n", styles.put(&line, "2")))?;
    }
    Ok(())
}

/// Passages as they are printed, by resolution, and what those that follow need of the first and the last.
#[derive(Default)]
struct Written {
    /// The first: what stands above it where it is the first of its resolution, and its words.
    first: Option<(Named, String, String)>,
    /// All behind the first.
    out: String,
    /// The last.
    last: Option<Named>,
    /// How many resolutions begin behind the first.
    resolutions: usize,
}

/// What tells whether two passages are of one resolution, and the same.
#[derive(Clone)]
struct Named {
    symbol: Option<String>,
    file: String,
    text: String,
}

impl Named {
    fn is_of(&self, symbol: Option<&str>, file: &str) -> bool {
        self.symbol.as_deref() == symbol && (symbol.is_some() || self.file == file)
    }
}

impl Written {
    /// Adds a passage behind the others.
    fn add(&mut self, line: &Line<'_>, words: &str, styles: Styles) {
        let symbol = line.part.symbol.as_deref();
        match &mut self.last {
            Some(last) if last.is_of(symbol, line.file) => {
                // The same passage may stand in another file of the resolution.
                if last.text != line.text {
                    self.out.push_str(words);
                }
                line.file.clone_into(&mut last.file);
                line.text.clone_into(&mut last.text);
            }
            Some(last) => {
                self.resolutions += 1;
                for piece in ["\n", &results::heading(&line.to_found(), styles), words] {
                    self.out.push_str(piece);
                }
                last.symbol = symbol.map(str::to_owned);
                line.file.clone_into(&mut last.file);
                line.text.clone_into(&mut last.text);
            }
            None => {
                let (file, text) = (line.file.to_owned(), line.text.to_owned());
                let named = Named { symbol: symbol.map(str::to_owned), file, text };
                let heading = results::heading(&line.to_found(), styles);
                self.first = Some((named.clone(), heading, words.to_owned()));
                self.last = Some(named);
            }
        }
    }

    /// Adds others behind these, which are printed then.
    fn join(&mut self, others: Self) {
        let Some((first, heading, words)) = others.first else { return };
        match &self.last {
            Some(last) if last.is_of(first.symbol.as_deref(), &first.file) => {
                if last.text != first.text {
                    self.out.push_str(&words);
                }
            }
            last => {
                self.resolutions += 1;
                let gap = if last.is_some() { "\n" } else { "" };
                [gap, &heading, &words].into_iter().for_each(|piece| self.out.push_str(piece));
            }
        }
        self.out.push_str(&others.out);
        self.resolutions += others.resolutions;
        self.last = others.last;
    }
}
