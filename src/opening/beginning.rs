//! What a long text begins with, understood before the rest: its first screen, to be looked at while the whole is
//! read. What is understood of a beginning is for that alone: the whole document takes its place, and only that is
//! annotated. Knows nothing of annotations, and no screen.

use std::{
    fs::{self, File},
    io::Read as _,
};

use super::{Origin, left};
use crate::{
    document::{Document, Place},
    parse, source,
    store::{self, state::State},
};

/// How much is read of it, in bytes: more than the panes of any screen show.
const BEGINNING: usize = 64 << 10;

/// A text of this many bytes takes longer to be understood than anybody notices.
const LONG: u64 = 2 << 20;

/// The beginning of a long text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beginning {
    /// How the text is called.
    pub name: String,
    /// The document it makes.
    pub document: Document,
    /// Where it was left the last time.
    pub place: Option<Place>,
}

/// What a long text begins with; `None` where it is short, is no text, or was left further on. Also where it cannot
/// be read: what is wrong with it is said where the whole is.
#[must_use]
pub fn beginning(origin: &Origin, state: &State) -> Option<Beginning> {
    let path = origin.file().filter(|path| store::in_archive(path).is_none())?;
    fs::metadata(path).ok().filter(|file| file.is_file() && file.len() >= LONG)?;
    let mut bytes = Vec::with_capacity(BEGINNING);
    File::open(path).ok()?.take(BEGINNING as u64).read_to_end(&mut bytes).ok()?;
    if !source::is_text_of_bytes(&bytes) {
        return None;
    }
    // The last line goes on behind what was read.
    bytes.truncate(bytes.iter().rposition(|byte| *byte == b'\n')? + 1);
    let manuscript = source::read(bytes, &origin.name()).ok()?;
    let document = parse::parse(&manuscript).0;
    let place = left(state, origin, &document);
    let is_left_there = place.is_some() || state.place_of(&origin.remembered_as()).is_none();
    let has_text = document.passages().next().is_some();
    (has_text && is_left_there).then_some(Beginning { name: origin.name(), document, place })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::state::Left;

    /// A resolution with as many operative paragraphs as asked for.
    fn resolution(paragraphs: usize) -> String {
        use std::fmt::Write as _;
        let mut text = "The General Assembly,\n\nRecalling its resolution 71/4,\n\n".to_owned();
        let questions = "on each of these questions, and ".repeat(8);
        for number in 1..=paragraphs {
            let _ = write!(text, "{number}.\tRequests {questions}to report on them in time;\n\n");
        }
        text
    }

    /// The beginning of a file that was left at a paragraph, if it was.
    fn beginning_of(bytes: &[u8], left_at: Option<&str>) -> Option<Beginning> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.txt");
        fs::write(&path, bytes).expect("written");
        let origin = Origin::File(path);
        let mut state = State::default();
        if let Some(cite) = left_at {
            state.leave(Left { document: origin.remembered_as(), cite: cite.into(), at: 0 });
        }
        beginning(&origin, &state)
    }

    #[test]
    fn a_long_text_begins_as_the_whole_does() {
        let text = resolution(9_000);
        let beginning = beginning_of(text.as_bytes(), None).expect("it is long").document;
        let whole = parse::parse(&source::read(text.into_bytes(), "a.txt").expect("text")).0;
        let count = beginning.passages().count();
        assert!((50..whole.passages().count()).contains(&count), "{count}");
        for (known, passage) in beginning.passages().zip(whole.passages()) {
            assert_eq!(beginning.cite(known), whole.cite(passage));
            assert_eq!(beginning.text(known), whole.text(passage), "each line is whole");
        }
    }

    #[test]
    fn where_it_was_left_is_shown_or_waited_for() {
        let text = resolution(9_000);
        let left_at = |cite| beginning_of(text.as_bytes(), Some(cite));
        let Beginning { document, place, .. } = left_at("OP14").expect("it is there");
        assert_eq!(
            place.map(|place| document.cite(place.passage).to_string()),
            Some("OP14".into())
        );
        assert_eq!(left_at("OP8900"), None);
    }

    #[test]
    fn a_short_text_is_read_at_once() {
        assert_eq!(beginning_of(resolution(40).as_bytes(), None), None);
    }

    #[test]
    fn what_is_no_text_has_no_beginning_by_itself() {
        let padded =
            |start: &str| [start.as_bytes(), &b"1. Requests that;\n".repeat(130_000)].concat();
        assert_eq!(beginning_of(&padded("%PDF-1.4\n"), None), None);
        assert_eq!(beginning_of(&padded("PK\u{3}\u{4}\n"), None), None);
        assert_eq!(beginning_of(&padded("<html><body>\n"), None), None);
        let wide: Vec<u8> = resolution(9_000).encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(
            beginning_of(&[b"\xff\xfe", wide.as_slice()].concat(), None),
            None,
            "cut in a character"
        );
    }
}
