//! What was carried onto a document and refused, so that it never returns: `refused` in a file of annotations.
//! Knows the text of the file, no document.

use super::{Entry, Inherited, Sidecar, record};

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
    /// what is back is refused no longer. `refused` is what was refused without ever being in the file, `taken_back`
    /// what was refused so before and is not any more.
    pub fn note_refusals(
        &mut self,
        before: &[Entry],
        after: &[Entry],
        refused: &[(String, String)],
        taken_back: &[(String, String)],
    ) {
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
        all.retain(|key| !taken_back.contains(key));
        all.extend(unreviewed(before));
        all.extend_from_slice(refused);
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
    use crate::annotations::{Anchor, Annotation};

    fn carried() -> Entry {
        Entry::from(Annotation {
            id: "01B".into(),
            at: Anchor { paragraph: "OP1".into(), ..Default::default() },
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
        file.note_refusals(&[carried()], &[], &[], &[]);
        let key = ("A/RES/70/161".to_owned(), "01A".to_owned());
        assert_eq!(Sidecar::read(&file.text()).expect("a file").refused(), [key]);
        file.note_refusals(&[], &[carried()], &[], &[]);
        assert_eq!(file.refused(), []);
        // What never was in the file is refused as well, and what is there is not.
        let other = ("A/RES/70/161".to_owned(), "01Z".to_owned());
        file.note_refusals(
            &[],
            &[carried()],
            &[other.clone(), ("A/RES/70/161".into(), "01A".into())],
            &[],
        );
        assert_eq!(file.refused(), std::slice::from_ref(&other));
        // What is taken back is refused no longer.
        file.note_refusals(&[], &[], &[], &[other]);
        assert_eq!(file.refused(), []);
    }
}
