//! `seized set`: corrects what a document's head says, for this file, in its file of annotations.

use std::path::{Path, PathBuf};

use clap::Args;

use super::{Outcome, answer, tag};
use crate::{
    annotations::{Corrections, Index, corrected, valid_value},
    document::{Document, HeadField},
    error::Error,
    opening::files,
    parse,
    store::{self, Store},
    text::printable,
};

#[derive(Debug, Args)]
#[command(
    after_help = "Fields: symbol, title, adopted (a date), organ (ga, sc, ecosoc, hrc, or its name), session.\n\
                  `FIELD=` takes the correction back: the field is again as the text has it.\n\n\
                  Example: seized set A_RES_72_247.txt symbol=A/RES/72/247 adopted=2017-12-24\n         \
                  seized set A_RES_72_247.txt title="
)]
pub(super) struct Arguments {
    /// The document
    file: PathBuf,
    /// What a field of its head is to say; without any, what the fields say now
    #[arg(value_name = "FIELD=VALUE")]
    changes: Vec<String>,
}

type Change = (HeadField, Option<String>);

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let changes: Vec<Change> =
        arguments.changes.iter().map(|typed| change(typed)).collect::<Result<_, _>>()?;
    if arguments.file == Path::new("-") {
        return Err(Error::Usage {
            what: "standard input".into(),
            why: "has no file beside which corrections are kept".into(),
            help: "save it as a file first".into(),
        });
    }
    let bytes = files::bytes(&arguments.file)?;
    let (document, _) = parse::parse(&files::manuscript_of(bytes.clone(), &arguments.file)?);
    let before = store::look(&arguments.file)?.corrections();
    let after = changed(&before, &changes);
    let is_told_only = changes.is_empty();
    let document = corrected(document, &after);
    let said = head(&document);
    if is_told_only {
        answer::to_people(&said)?;
    } else {
        let place = save(&arguments.file, &bytes, &document, changes)?;
        let what = if after == before { "nothing to change" } else { "corrected" };
        let name = answer::name(&arguments.file);
        answer::of_what_is_done(&format!("{name}: {what}{place}\n{said}"))?;
    }
    Ok(Outcome::Done)
}

/// Where they are kept is said where it is not beside the document.
fn save(
    file: &Path,
    bytes: &[u8],
    document: &Document,
    changes: Vec<Change>,
) -> Result<String, Error> {
    let symbol = document.head.symbol.as_ref().map(|symbol| symbol.as_str());
    let mut store = Store::open(file, bytes, symbol)?;
    let entries = store.file().entries();
    store.correct(changes);
    let index = Index::new(document);
    let (_, place) = store.save(&entries, &|entries| index.sort(entries))?;
    Ok(tag::where_kept(&place))
}

/// `symbol=A/RES/72/247`, `title=`.
fn change(typed: &str) -> Result<Change, Error> {
    let refusal = |why: String, help: &str| Error::Usage {
        what: typed.to_owned(),
        why,
        help: help.to_owned(),
    };
    let fields = "fields are symbol, title, adopted, organ and session";
    let (name, value) = typed.split_once('=').ok_or_else(|| {
        refusal(
            "says no FIELD=VALUE".into(),
            "write symbol=A/RES/72/247, or symbol= to take it back",
        )
    })?;
    let name = name.trim().to_lowercase();
    // The contract's and people's word for the day of adoption.
    let name = if name == "date" { "adopted" } else { &name };
    let field = HeadField::named(name)
        .ok_or_else(|| refusal(format!("there is no field {name}"), fields))?;
    if value.trim().is_empty() {
        return Ok((field, None));
    }
    let value = valid_value(field, value)
        .map_err(|why| refusal(format!("{:?} {why}", value.trim()), "nothing was changed"))?;
    Ok((field, Some(value)))
}

fn changed(before: &Corrections, changes: &[Change]) -> Corrections {
    let mut after = before.clone();
    for (field, value) in changes {
        after.set(*field, value.clone());
    }
    after
}

/// What the head says, a field a line, and whether by correction.
fn head(document: &Document) -> String {
    let head = &document.head;
    let missing = head.missing();
    let line = |field: HeadField| {
        let value = head.value(field);
        let said = match &value {
            Some(value) => printable::line(value).into_owned(),
            None if missing.contains(&field) => "missing".into(),
            None => "none".into(),
        };
        let by = if head.corrected.contains(&field) { " (corrected)" } else { "" };
        format!("{:<8} {said}{by}\n", field.name())
    };
    HeadField::ALL.into_iter().map(line).collect()
}
