//! Changes of what tags mean, as they are told from who makes them to who keeps the codebook: one that cannot
//! be written now can be made later. Knows no file.

use super::codebook::{Codebook, TagNote};

/// What is to be changed in the codebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TagChange {
    /// Call a tag, and all below it, by another name.
    Rename(String, String),
    /// Say what a tag is for.
    Describe(String, String),
    /// Say again what was said before a tag was called by another name.
    TakeBack {
        /// Its name before.
        from: String,
        /// The name it was given.
        to: String,
        /// What was said of the two before.
        before: Vec<TagNote>,
    },
}

impl Codebook {
    /// Makes a change. Made twice, it is as made once.
    pub fn apply(&mut self, change: &TagChange) {
        match change {
            TagChange::Rename(from, to) => self.rename(from, to),
            TagChange::TakeBack { from, to, before } => self.take_back_rename(from, to, before),
            TagChange::Describe(name, description) => {
                let mut note = self.get(name).cloned().unwrap_or_default();
                name.clone_into(&mut note.name);
                description.clone_into(&mut note.description);
                self.put(note);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_that_is_made_twice_is_made_once() {
        let mut book = Codebook::default();
        book.apply(&TagChange::Describe("duty".into(), "Who must act".into()));
        let before = book.notes_of_rename("duty", "mandate");
        let renamed = TagChange::Rename("duty".into(), "mandate".into());
        let back = TagChange::TakeBack { from: "duty".into(), to: "mandate".into(), before };
        for (change, name) in [(&renamed, "mandate"), (&back, "duty")] {
            book.apply(change);
            let once = book.text();
            book.apply(change);
            assert_eq!(book.text(), once, "{change:?}");
            assert_eq!(book.get(name).map(|note| note.description.as_str()), Some("Who must act"));
        }
    }
}
