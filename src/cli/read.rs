//! `seized FILE…`: from files to the reader at its terminal, and what is remembered afterwards.

use std::{
    env,
    io::{self, IsTerminal as _},
    path::{Path, PathBuf},
};

use clap::Args;
use jiff::Timestamp;

use super::{Outcome, advice, answer, library};
use crate::{
    app::{App, annotating::Scribe, screens::searches::Searches},
    config::{self, Config},
    document::{Document, Place},
    error::Error,
    layout::Order,
    opening::{self, Beginning, Opened, Origin, Surroundings, full_path},
    store::state::{self, Left, State},
    term::{self, Ended, Ground, SessionConfig, Terminal},
    ui::{colour, theme::Theme},
};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The documents to read, or folders of them; the last library where they are left out
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Read the built-in sample, A/RES/72/247
    #[arg(long, conflicts_with = "files")]
    sample: bool,
    /// Where to open it: OP14, PP3, "para. 9 (a)", "annex I", "fn 7"
    #[arg(long, value_name = "CITATION", requires = "files")]
    at: Option<String>,
    /// One column without boxes and signs, and words for them, for a screen reader
    #[arg(long)]
    plain: bool,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let state = state::path().as_deref().map(state::load).unwrap_or_default();
    let (origins, folders) = origins(arguments, &state.library)?;
    if let [only] = origins.as_slice() {
        only.look()?;
    }
    if !io::stdout().is_terminal() {
        // What is wrong with the file is the better answer.
        origins.first().map(Origin::document).transpose()?;
        return Err(no_terminal());
    }
    let mut complaints = Vec::new();
    let configuration = config::folder();
    let config = configuration.as_ref().map(|folder| config::config(folder, &mut complaints));
    let config = config.unwrap_or_default();
    let surroundings = Surroundings { configuration, state };
    let ask_theme = || theme(&config, surroundings.configuration.as_deref());
    let (terminal, documents, (theme, theme_complaints)) =
        match beginning(arguments, &origins, &surroundings.state) {
            Some(beginning) => {
                let theme = ask_theme();
                let reader = reader(arguments, &config, &surroundings, &mut Vec::new())?;
                let terminal = show(beginning, reader, &config, &theme.0)?;
                (Some(terminal), open_all(&origins, &surroundings, &|_| {}), theme)
            }
            None => {
                let (documents, theme) = open(&origins, &surroundings, ask_theme)?;
                (None, documents, theme)
            }
        };
    complaints.extend(theme_complaints);
    let Documents { mut opened, errors } = documents;
    if opened.is_empty() && folders.is_empty() {
        return Err(errors.into_iter().next().unwrap_or_else(nothing_to_read));
    }
    complaints.extend(errors.iter().map(ToString::to_string));
    if let (Some(words), Some(first)) = (&arguments.at, opened.first_mut()) {
        first.place = Some(place_named(&first.document, words)?);
    }
    let app = reader(arguments, &config, &surroundings, &mut complaints)?;
    // A line of the screen may be too short for them: who leaves reads them whole.
    let to_be_read_whole = complaints.clone();
    let library = library_of(&config, &origins, &surroundings.state.library);
    let shown = folders.clone();
    let session = SessionConfig { theme, surroundings, folders, library };
    let taken = || Terminal::take(config.mouse).map_err(Error::Output);
    let terminal = terminal.map_or_else(taken, Ok)?;
    let ended = term::run(terminal, app, opened, session, complaints).map_err(Error::Output)?;
    remember(&ended, &shown);
    for complaint in &to_be_read_whole {
        answer::complain_in_words(complaint, None);
    }
    for why in ended.unsaved {
        answer::complain(&Error::Format { name: "not saved".into(), why, help: String::new() });
    }
    Ok(ended.signal.map_or(Outcome::Done, Outcome::Signalled))
}

fn no_terminal() -> Error {
    Error::Usage {
        what: "standard output".into(),
        why: "is no terminal to read in".into(),
        help: "`seized show FILE` prints a document, `seized parse FILE` its model".into(),
    }
}

/// What a long text begins with, to be looked at while the whole of it is read.
fn beginning(arguments: &Arguments, origins: &[Origin], state: &State) -> Option<Beginning> {
    match origins {
        [only] if arguments.at.is_none() => opening::beginning(only, state),
        _ => None,
    }
}

/// Takes the terminal and shows a beginning, in a reader that does nothing else.
fn show(
    beginning: Beginning,
    reader: App,
    config: &Config,
    theme: &Theme,
) -> Result<Terminal, Error> {
    let mut terminal = Terminal::take(config.mouse).map_err(Error::Output)?;
    terminal.show_beginning(reader, beginning, theme).map_err(Error::Output)?;
    Ok(terminal)
}

/// What is to be opened; a folder is for choosing from.
fn origins(arguments: &Arguments, last: &[PathBuf]) -> Result<(Vec<Origin>, Vec<PathBuf>), Error> {
    let (folders, files): (Vec<&PathBuf>, Vec<&PathBuf>) =
        arguments.files.iter().partition(|path| path.is_dir());
    if arguments.at.is_some() && arguments.files.len() > 1 {
        return Err(Error::Usage {
            what: "--at".into(),
            why: "says where to open one document, and several are named".into(),
            help: "Name one, or leave --at out.".into(),
        });
    }
    // With something behind it, what is neither a command nor a file was to be one of them.
    let has_more = arguments.files.len() > 1 || arguments.plain;
    if let Some(first) = arguments.files.first().filter(|_| has_more)
        && let Some(help) = advice::on_command(&first.to_string_lossy())
    {
        let what = first.display().to_string();
        return Err(Error::Usage { what, why: "is no command, and no file".into(), help });
    }
    if arguments.files.is_empty() {
        let last: Vec<PathBuf> = last.iter().filter(|folder| folder.is_dir()).cloned().collect();
        return Ok(if arguments.sample || last.is_empty() {
            (vec![Origin::Sample], Vec::new())
        } else {
            (Vec::new(), last)
        });
    }
    let origins = files.into_iter().map(|path| Origin::named(&library::named(path))).collect();
    Ok((origins, folders.into_iter().cloned().collect()))
}

/// The folders of the library where none are named: those configured, or those of the library that was opened last
/// where the documents are in it.
fn library_of(config: &Config, origins: &[Origin], last: &[PathBuf]) -> Vec<PathBuf> {
    if !config.library.is_empty() {
        return config.library.clone();
    }
    let full = origins.iter().filter_map(Origin::file).map(full_path);
    let is_in = |path: PathBuf| last.iter().any(|folder| path.starts_with(folder));
    let is_in_last =
        origins.iter().any(|origin| origin.file().is_some()) && full.into_iter().all(is_in);
    if is_in_last { last.to_vec() } else { Vec::new() }
}

fn nothing_to_read() -> Error {
    Error::Usage {
        what: "nothing".into(),
        why: "is there to read".into(),
        help: "`seized FILE` opens a document".into(),
    }
}

/// What was opened, and why the rest could not be.
struct Documents {
    opened: Vec<Opened>,
    errors: Vec<Error>,
}

/// Opens the documents, while the terminal is asked for its colours: it takes its time to answer. What
/// cannot be opened is returned beside what can.
fn open<T: Send>(
    origins: &[Origin],
    surroundings: &Surroundings,
    ask_terminal: impl FnOnce() -> T + Send,
) -> Result<(Documents, T), Error> {
    // Who types or pastes a document into the terminal sees what they type, and nothing over it.
    if origins.contains(&Origin::Pipe) && io::stdin().is_terminal() {
        let opened = open_all(origins, surroundings, &|_| {});
        return Ok((opened, ask_terminal()));
    }
    let called = origins.first().map_or_else(String::new, Origin::name);
    let work =
        |stages: &term::Stages| open_all(origins, surroundings, &|stage| stages.begin(stage));
    term::patiently(&format!("Opening {called}"), ask_terminal, work).map_err(Error::Output)
}

fn open_all(
    origins: &[Origin],
    surroundings: &Surroundings,
    stage: &dyn Fn(&'static str),
) -> Documents {
    let (mut opened, mut errors) = (Vec::new(), Vec::new());
    for origin in origins {
        match opening::open(origin.clone(), surroundings, stage) {
            Ok(document) => opened.push(document),
            Err(error) => errors.push(error),
        }
    }
    Documents { opened, errors }
}

/// A reader with the person's own keys, searches and name, and no document yet.
fn reader(
    arguments: &Arguments,
    config: &Config,
    surroundings: &Surroundings,
    complaints: &mut Vec<String>,
) -> Result<App, Error> {
    let size = term::size().map_err(Error::Output)?;
    let mut app = App::new(Document::default(), size)
        .with_searches(surroundings.state.searches.clone())
        .with_library_searches(Searches {
            kept: surroundings.state.kept_searches.clone(),
            last: surroundings.state.library_searches.clone(),
        })
        .with_ladder(config.ladder)
        .with_scribe(scribe(config));
    let folder = surroundings.configuration.as_deref();
    if let Some(keymap) = folder.and_then(|folder| config::keymap(folder, complaints)) {
        app = app.with_keymap(keymap);
    }
    let app = if arguments.plain || config.plain { app.plain() } else { app };
    Ok(if config.terminal_orders { app.with_order(Order::Logical) } else { app })
}

fn scribe(config: &Config) -> Scribe {
    let author = config.author.clone().or_else(|| env::var("USER").ok());
    Scribe { author: author.unwrap_or_default(), now }
}

fn now() -> String {
    Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
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

/// The place that the command line asks for.
fn place_named(document: &Document, words: &str) -> Result<Place, Error> {
    let refusal = |why: &str| Error::Usage {
        what: format!("--at {words}"),
        why: why.into(),
        help: "citations are like PP3, OP14, \"OP9(a)\" and \"fn 7\"".into(),
    };
    let passages = document.find(words, None).map_err(|why| refusal(&why.to_string()))?;
    let first = passages.first().copied().ok_or_else(|| refusal("names nothing"))?;
    Ok(Place::start_of(first))
}

/// Remembers where the documents are left. State is a convenience: where it cannot be written, the
/// person has still read what they came to read.
fn remember(ended: &Ended, folders: &[PathBuf]) {
    let Some(path) = state::path() else { return };
    let mut state = state::load(&path);
    for (id, document) in &ended.remembered_as {
        let Some(reader) = ended.app.reader_of(*id) else { continue };
        let Some(place) = reader.place() else { continue };
        let cite = reader.document().cite(place.passage).to_string();
        state.leave(Left { document: document.clone(), cite, at: place.at });
    }
    if !folders.is_empty() {
        state.library = folders.iter().map(|folder| full_path(folder)).collect();
    }
    state.keep_searches(ended.app.searches());
    let searches = ended.app.library_searches();
    state.library_searches.clone_from(&searches.last);
    state.kept_searches.clone_from(&searches.kept);
    let _ = state::save(&path, &state);
}
