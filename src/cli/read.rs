//! `seized FILE`: from a file to the reader at its terminal, and what is remembered afterwards.

use std::{
    io::{self, IsTerminal as _},
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::SystemTime,
};

use clap::Args;

use super::{Outcome, input, margin};
use crate::{
    annotations::corrected,
    app::{App, Message, Notice},
    config::{self, Config},
    document::{Cite, Document, Place},
    error::Error,
    layout::Order,
    manuscript::Manuscript,
    parse, source,
    store::{
        self,
        state::{self, Left},
    },
    term::{self, Ground},
    ui::{colour, theme::Theme},
};

/// The resolution that is opened where none is named.
const SAMPLE: &[u8] = include_bytes!("../../assets/A_RES_72_247.txt");
const SAMPLE_FILE: &str = "A_RES_72_247.txt";
const SAMPLE_NAME: &str = "the built-in sample";

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The document to read; the built-in sample where it is left out
    file: Option<PathBuf>,
    /// Where to open it: OP14, PP3, "para. 9 (a)", "annex I", "fn 7"
    #[arg(long, value_name = "CITATION", requires = "file")]
    at: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let file = arguments.file.as_deref();
    if !io::stdout().is_terminal() {
        // What is wrong with the file is the better answer.
        open(file)?;
        return Err(Error::Usage {
            what: "standard output".into(),
            why: "is no terminal to read in".into(),
            help: "`seized show FILE` prints a document, `seized parse FILE` its model".into(),
        });
    }
    let mut complaints = Vec::new();
    let folder = config::folder();
    let config = folder.as_ref().map(|folder| config::config(folder, &mut complaints));
    let config = config.unwrap_or_default();
    let changed_at = file.and_then(term::changed_at);
    let opening = opening(file);
    let (bytes, manuscript) = taken_in(file, &opening)?;
    // The terminal takes its time to answer; the document is understood meanwhile.
    let (document, theme) = thread::scope(|scope| {
        let asking = thread::Builder::new().name("theme".into());
        let theme = asking.spawn_scoped(scope, || theme(&config, folder.as_deref()));
        let document = term::patiently(&opening, |stages| {
            stages.begin("telling paragraphs and footnotes apart");
            parse::parse(&manuscript).0
        });
        let theme = theme.map(|theme| theme.join().unwrap_or_default());
        (document, theme)
    });
    let document = document.map_err(Error::Output)?;
    let (theme, theme_complaints) = theme.map_err(Error::Output)?;
    complaints.extend(theme_complaints);
    let size = term::size().map_err(Error::Output)?;
    let state_path = state::path();
    let state = state_path.as_deref().map(state::load).unwrap_or_default();
    let name = name(file);
    let symbol = document.head.symbol.as_ref().map(ToString::to_string);
    let mut margin = margin::read(&margin_source(file), &bytes, symbol.as_deref());
    let document = corrected(document, &margin.corrections);
    let app = App::new(document, size).with_searches(state.searches.clone());
    let mut app = placed(app, arguments, state.place_of(&name))?;
    if let Some(folder) = &folder {
        app = app.with_keymap(config::keymap(folder, &mut complaints));
    }
    // A line of the screen may be too short for them: who leaves reads them whole.
    let of_configuration = complaints.clone();
    app = margin.show_in(app, &config, &mut complaints);
    if config.terminal_orders {
        app = app.with_order(Order::Logical);
    }
    if !complaints.is_empty() {
        app.update(Message::Notice(Notice::warning(complaints.join("; "))));
    }
    let source = file.and_then(|file| source_of(file, changed_at));
    let setup = term::Setup { theme, mouse: config.mouse, source, margin: margin.store };
    let ended = term::run(app, setup).map_err(Error::Output)?;
    remember(&ended.app, state_path.as_deref(), name.clone());
    for complaint in &of_configuration {
        super::answer::complain_in_words(complaint, None);
    }
    if let Some(why) = ended.unsaved {
        super::answer::complain(&Error::Format { name, why, help: String::new() });
    }
    Ok(ended.signal.map_or(Outcome::Done, Outcome::Signalled))
}

/// What is said where opening takes longer than a moment.
fn opening(file: Option<&Path>) -> String {
    let name = match file {
        Some(path) if path == Path::new("-") => "standard input".into(),
        Some(path) => path.file_name().unwrap_or(path.as_os_str()).to_string_lossy(),
        None => SAMPLE_NAME.into(),
    };
    format!("Opening {name}")
}

/// The bytes of a document, and what they say.
fn taken_in(file: Option<&Path>, opening: &str) -> Result<(Vec<u8>, Manuscript), Error> {
    let is_pipe = file == Some(Path::new("-"));
    // Who types or pastes a document into the terminal sees what they type, and nothing over it.
    let typed = (is_pipe && io::stdin().is_terminal()).then(|| bytes(file)).transpose()?;
    let work = |stages: &term::Stages| {
        stages.begin("reading the file");
        let bytes = typed.map_or_else(|| bytes(file), Ok)?;
        stages.begin("taking out its text");
        let manuscript = manuscript(bytes.clone(), file)?;
        Ok((bytes, manuscript))
    };
    term::patiently(opening, work).map_err(Error::Output)?
}

/// How to read a file again when it changes; standard input cannot be.
fn source_of(file: &Path, changed_at: Option<SystemTime>) -> Option<term::Source> {
    if file == Path::new("-") {
        return None;
    }
    let path = file.to_owned();
    let read = move || {
        let document = open(Some(&path)).map_err(|error| error.to_string())?;
        // What is wrong with the annotations is told where they are read.
        let corrections = store::look(&path).map(|file| file.corrections());
        Ok(corrected(document, &corrections.unwrap_or_default()))
    };
    Some(term::Source { path: file.to_owned(), changed_at, read: Arc::new(read) })
}

fn open(file: Option<&Path>) -> Result<Document, Error> {
    Ok(parse::parse(&manuscript(bytes(file)?, file)?).0)
}

fn bytes(file: Option<&Path>) -> Result<Vec<u8>, Error> {
    file.map_or_else(|| Ok(SAMPLE.to_vec()), input::bytes)
}

fn manuscript(bytes: Vec<u8>, file: Option<&Path>) -> Result<Manuscript, Error> {
    match file {
        Some(path) => input::manuscript_of(bytes, path),
        None => source::read(bytes, SAMPLE_NAME),
    }
}

fn margin_source(file: Option<&Path>) -> margin::Source<'_> {
    match file {
        Some(path) if path == Path::new("-") => margin::Source::Pipe,
        Some(path) => margin::Source::File(path),
        None => margin::Source::Sample(SAMPLE_FILE),
    }
}

/// Under which name it is remembered where a document was left.
fn name(file: Option<&Path>) -> String {
    let Some(path) = file else { return SAMPLE_NAME.into() };
    path.canonicalize().unwrap_or_else(|_| path.to_owned()).display().to_string()
}

/// The theme that is asked for, or the one that fits the terminal; and what is wrong with it.
fn theme(config: &Config, folder: Option<&Path>) -> (Theme, Vec<String>) {
    let mut complaints = Vec::new();
    let depth = config.colours.unwrap_or_else(term::depth);
    let wanted = (config.theme != config::AUTO)
        .then(|| config::theme(folder, &config.theme, &mut complaints))
        .flatten();
    let theme = wanted.or_else(|| {
        let name = match depth {
            colour::Depth::Mono => "mono",
            _ => match term::ground() {
                Ground::Dark => "dusk",
                Ground::Light => "dawn",
            },
        };
        config::theme(folder, name, &mut complaints).or_else(|| Theme::built_in(name))
    });
    (colour::reduce(theme.unwrap_or_default(), depth), complaints)
}

/// The reader where it is asked to open, or where the document was left.
fn placed(app: App, arguments: &Arguments, left: Option<&Left>) -> Result<App, Error> {
    let Some(words) = &arguments.at else {
        let place = left.and_then(|left| place_of(app.document(), left));
        return Ok(match place {
            Some(place) => app.at(place),
            None => app,
        });
    };
    let refusal = |why: &str| Error::Usage {
        what: format!("--at {words}"),
        why: why.into(),
        help: "citations are like PP3, OP14, \"OP9(a)\" and \"fn 7\"".into(),
    };
    let passages = app.document().find(words, None).map_err(|why| refusal(&why.to_string()))?;
    let first = passages.first().copied().ok_or_else(|| refusal("names nothing"))?;
    Ok(app.at(Place::start_of(first)))
}

/// The place that was left, in a document that may have changed meanwhile.
fn place_of(document: &Document, left: &Left) -> Option<Place> {
    let passage = document.passage(&Cite::new(left.cite.as_str()))?;
    let at = document.text(passage).floor_char_boundary(left.at);
    Some(Place { passage, at })
}

/// Remembers where the document is left. State is a convenience: where it cannot be written, the
/// person has still read what they came to read.
fn remember(app: &App, path: Option<&Path>, document: String) {
    let (Some(path), Some(place)) = (path, app.place()) else { return };
    let mut state = state::load(path);
    let cite = app.document().cite(place.passage).to_string();
    state.leave(Left { document, cite, at: place.at });
    state.keep_searches(app.searches());
    let _ = state::save(path, &state);
}
