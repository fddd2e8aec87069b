//! Stretches of a text that many share: what the records of a file say, without a copy of each beside the text of
//! the file. Knows nothing of what is in it.

use std::{
    ops::{Deref, Range},
    sync::Arc,
};

/// Some bytes of a text, as text.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    text: Arc<str>,
    bytes: Range<usize>,
}

impl Stretch {
    /// These bytes of the text, which begin and end at characters; nothing, where they do not.
    pub(super) fn of(text: &Arc<str>, bytes: Range<usize>) -> Self {
        Self { text: Arc::clone(text), bytes }
    }
}

impl From<String> for Stretch {
    fn from(text: String) -> Self {
        Self { bytes: 0..text.len(), text: text.into() }
    }
}

impl Deref for Stretch {
    type Target = str;

    fn deref(&self) -> &str {
        self.text.get(self.bytes.clone()).unwrap_or_default()
    }
}

impl PartialEq for Stretch {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_is_what_it_says_wherever_it_stands() {
        let text: Arc<str> = "the résumé".into();
        let word = Stretch::of(&text, 4..12);
        assert_eq!(&*word, "résumé");
        assert_eq!(word, Stretch::from("résumé".to_owned()));
        assert_ne!(word, Stretch::of(&text, 0..3));
        assert_eq!(&*Stretch::of(&text, 5..6), "", "within a character");
    }
}
