//! Words on the command line → places of a document, and what is said where they name none.

use std::path::Path;

use crate::{
    document::{Document, Passage, Unfound},
    error::Error,
};

/// The passages that a citation names, in reading order; one at least.
///
/// # Errors
/// Where it names none.
pub(super) fn find(document: &Document, typed: &str, file: &Path) -> Result<Vec<Passage>, Error> {
    document.find(typed, None).map_err(|why| Error::Usage {
        what: typed.to_owned(),
        why: match why {
            Unfound::OtherDocument(symbol) => {
                format!("not a place of {}, but of {symbol}", file.display())
            }
            Unfound::NoCitation | Unfound::NoSuchPlace => {
                format!("not a place of {}", file.display())
            }
        },
        help: HELP.into(),
    })
}

const HELP: &str = "places are written OP14, \"OP14(a)\", PP3, \"para. 14\", \"annex I, para. 3\", \
                    II.OP4, H1, \"fn 7\"; `seized parse FILE --format passages` lists them";
