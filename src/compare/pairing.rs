//! What became of a passage: the values that a comparison is made of. Knows no way to find them.

use std::{borrow::Cow, ops::Range};

use crate::document::{Document, Passage};

/// Passages of two documents that belong together, or one that is in one of them only.
#[derive(Clone, Debug, PartialEq)]
pub enum Pairing {
    /// In both.
    Both(Box<Pair>),
    /// In the first only: dropped.
    Left(Passage),
    /// In the second only: new.
    Right(Passage),
}

/// Passages that are in both documents, and what was done to them.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// In the first document: one passage, or those that were merged.
    pub left: Vec<Passage>,
    /// In the second document: one passage, or those into which it was split.
    pub right: Vec<Passage>,
    /// The heaviest of its edits, or that it was split or merged.
    pub kind: Kind,
    /// Whether it stands elsewhere than its neighbours would have it.
    pub is_moved: bool,
    /// The Dice coefficient of the runs of four words.
    pub likeness: f64,
    /// What became of its verb, where both are on the ladder and one is another.
    pub verb: Option<VerbChange>,
    /// What was changed, in the order of both texts.
    pub edits: Vec<Edit>,
}

/// What was done to a passage, from the lightest to the heaviest; and what has no edits to weigh.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Nothing.
    Same,
    /// Dates, sessions, numbers of resolutions and footnotes, signs, capitals.
    Technical,
    /// *Also urges* → *Urges*.
    Connective,
    /// Another place or document is referred to.
    Reference,
    /// Any other words.
    Wording,
    /// The verb that the paragraph opens with.
    Verb,
    /// One became several.
    Split,
    /// Several became one.
    Merged,
    /// It is in the first only.
    Dropped,
    /// It is in the second only.
    New,
}

impl Kind {
    /// All of them, from the lightest to the heaviest edits, then the others.
    pub const ALL: [Self; 10] = [
        Self::Same,
        Self::Technical,
        Self::Connective,
        Self::Reference,
        Self::Wording,
        Self::Verb,
        Self::Split,
        Self::Merged,
        Self::Dropped,
        Self::New,
    ];

    /// In one lower-case English word, as the contract's JSON has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Technical => "technical",
            Self::Connective => "connective",
            Self::Reference => "reference",
            Self::Wording => "wording",
            Self::Verb => "verb",
            Self::Split => "split",
            Self::Merged => "merged",
            Self::Dropped => "dropped",
            Self::New => "new",
        }
    }
}

/// Words of one text that stand for words of the other; one of both may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// In bytes of the [`joined_text`] of the first document's passages.
    pub left: Range<usize>,
    /// In bytes of the [`joined_text`] of the second document's passages.
    pub right: Range<usize>,
    /// How much it weighs.
    pub kind: Kind,
}

/// A verb that is another one now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerbChange {
    /// As printed in the first document, in small letters.
    pub from: String,
    /// As printed in the second document, in small letters.
    pub to: String,
    /// How many rungs it went up the ladder of verbs that ask for something; below 0 where it went
    /// down. A reading aid, no law.
    pub step: i8,
}

impl Pairing {
    /// Passages that say the same in two languages; either side may be empty.
    #[must_use]
    pub fn translation(left: Vec<Passage>, right: Vec<Passage>) -> Self {
        Self::Both(Box::new(Pair {
            left,
            right,
            kind: Kind::Same,
            is_moved: false,
            likeness: 1.0,
            verb: None,
            edits: Vec::new(),
        }))
    }

    /// The passages of the first document.
    #[must_use]
    pub fn left(&self) -> &[Passage] {
        match self {
            Self::Both(pair) => &pair.left,
            Self::Left(only) => std::slice::from_ref(only),
            Self::Right(_) => &[],
        }
    }

    /// The passages of the second document.
    #[must_use]
    pub fn right(&self) -> &[Passage] {
        match self {
            Self::Both(pair) => &pair.right,
            Self::Right(only) => std::slice::from_ref(only),
            Self::Left(_) => &[],
        }
    }

    /// What became of them.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Both(pair) => pair.kind,
            Self::Left(_) => Kind::Dropped,
            Self::Right(_) => Kind::New,
        }
    }

    /// What was changed in them; nothing where they are in one document only.
    #[must_use]
    pub fn edits(&self) -> &[Edit] {
        match self {
            Self::Both(pair) => &pair.edits,
            Self::Left(_) | Self::Right(_) => &[],
        }
    }

    /// The pair, where they are in both documents.
    #[must_use]
    pub fn pair(&self) -> Option<&Pair> {
        match self {
            Self::Both(pair) => Some(pair),
            Self::Left(_) | Self::Right(_) => None,
        }
    }

    /// Whether they stand elsewhere now.
    #[must_use]
    pub fn is_moved(&self) -> bool {
        self.pair().is_some_and(|pair| pair.is_moved)
    }

    /// Whether anything was changed: words, or the place.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.kind() != Kind::Same || self.is_moved()
    }
}

/// The words of passages as one text, a space between each two: what the places of edits count in.
#[must_use]
pub fn joined_text<'a>(document: &'a Document, passages: &[Passage]) -> Cow<'a, str> {
    match passages {
        [] => Cow::Borrowed(""),
        [only] => Cow::Borrowed(document.text(*only)),
        several => {
            let texts: Vec<&str> = several.iter().map(|passage| document.text(*passage)).collect();
            Cow::Owned(texts.join(" "))
        }
    }
}
