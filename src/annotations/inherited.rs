//! Annotations that were brought over from an older text: where they come from, whether a person has
//! taken them, and which were refused so that they never return. Knows records and the text of a file, and
//! no document.

use super::{Annotation, Entry, Sidecar, record, scan};

/// Where an annotation was carried from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Inherited {
    /// The symbol of the older document.
    pub symbol: Option<String>,
    /// The name of its file.
    pub file: String,
    /// The annotation there.
    pub id: String,
    /// Whether a person has taken it as their own.
    pub is_reviewed: bool,
}

impl Inherited {
    /// By what it is refused: the symbol of the older document, or its file, and the annotation.
    #[must_use]
    pub fn key(&self) -> (String, String) {
        (self.symbol.clone().unwrap_or_else(|| self.file.clone()), self.id.clone())
    }

    /// As the file has it.
    pub(super) fn print(&self) -> String {
        let symbol = record::option(self.symbol.as_deref());
        let (file, id) = (record::quoted(&self.file), record::quoted(&self.id));
        format!("(symbol: {symbol}, file: {file}, id: {id})")
    }

    /// Reads what a file has, where it is such a thing.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut made = Self { is_reviewed: true, ..Self::default() };
        for (name, range) in scan::fields(text, scan::opening(text, b'(').ok()?).ok()? {
            let value = text.get(range)?;
            match name {
                "symbol" => made.symbol = record::optional(value).ok()?,
                "file" => made.file = record::string(value).ok()?,
                "id" => made.id = record::string(value).ok()?,
                // Of a newer version: it is kept as it stands.
                _ => return None,
            }
        }
        (!made.id.is_empty()).then_some(made)
    }
}

impl Annotation {
    /// Whether it was carried from elsewhere and nobody has taken it yet.
    #[must_use]
    pub fn is_unreviewed(&self) -> bool {
        self.inherited.as_ref().is_some_and(|inherited| !inherited.is_reviewed)
    }
}

/// The name of the field.
const REFUSED: &str = "refused";

impl Sidecar {
    /// What was carried here and refused: symbol or file, and the annotation there.
    #[must_use]
    pub fn refused(&self) -> Vec<(String, String)> {
        self.outer(REFUSED).and_then(|text| record::plain(text).ok()).unwrap_or_default()
    }

    /// Takes over what another version of the file has refused.
    pub(super) fn refuse_also(&mut self, other: &Self) {
        let mut all = self.refused();
        all.extend(other.refused());
        self.set_refused(all);
    }

    /// Notes what was refused between two versions of the entries, an unreviewed annotation that is gone;
    /// what is back is refused no longer.
    pub fn note_refusals(&mut self, before: &[Entry], after: &[Entry]) {
        let unreviewed = |entries: &[Entry]| -> Vec<(String, String)> {
            let of_entry = |entry: &Entry| match entry {
                Entry::Annotation(own) if own.is_unreviewed() => {
                    own.inherited.as_ref().map(Inherited::key)
                }
                _ => None,
            };
            entries.iter().filter_map(of_entry).collect()
        };
        let is_there = |key: &(String, String)| {
            after.iter().any(|entry| match entry {
                Entry::Annotation(own) => {
                    own.inherited.as_ref().is_some_and(|own| own.key() == *key)
                }
                Entry::Bookmark(_) => false,
            })
        };
        let mut all = self.refused();
        all.extend(unreviewed(before));
        all.retain(|key| !is_there(key));
        self.set_refused(all);
    }

    fn set_refused(&mut self, mut all: Vec<(String, String)>) {
        all.sort();
        all.dedup();
        if all == self.refused() {
            return;
        }
        let pair = |(of, id): &(String, String)| {
            format!("({}, {})", record::quoted(of), record::quoted(id))
        };
        self.set_field(REFUSED, record::list_text(&all, pair));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn carried() -> Entry {
        Entry::Annotation(Annotation {
            id: "01B".into(),
            at: super::super::Anchor { paragraph: "OP1".into(), ..Default::default() },
            inherited: Some(Inherited {
                symbol: Some("A/RES/70/161".into()),
                file: "old.txt".into(),
                id: "01A".into(),
                is_reviewed: false,
            }),
            ..Annotation::default()
        })
    }

    #[test]
    fn where_an_annotation_comes_from_is_kept_in_the_file() {
        let mut file = Sidecar::empty("new.txt");
        file.set_entries(&[carried()]);
        let text = file.text();
        assert!(
            text.contains(r#"from: (symbol: Some("A/RES/70/161"), file: "old.txt", id: "01A")"#),
            "{text}"
        );
        assert!(text.contains("reviewed: false"), "{text}");
        assert_eq!(Sidecar::read(&text).expect("a file").entries(), [carried()]);
    }

    #[test]
    fn what_is_taken_away_unreviewed_is_refused_until_it_is_back() {
        let mut file = Sidecar::empty("new.txt");
        file.note_refusals(&[carried()], &[]);
        let key = ("A/RES/70/161".to_owned(), "01A".to_owned());
        assert_eq!(Sidecar::read(&file.text()).expect("a file").refused(), [key]);
        file.note_refusals(&[], &[carried()]);
        assert_eq!(file.refused(), []);
    }
}
