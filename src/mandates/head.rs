//! How a verb asks and whom, and words that look like somebody and are nobody. Knows words, not tasks.

use crate::document::{Act, Language};

/// *He*, *him*, in the languages that have a word for it.
pub(super) const HE: &[&str] =
    &["he", "she", "him", "her", "его", "ему", "ей", "اليه", "اليها", "ce", "cette"];

/// Words in the names of those who are one person.
pub(super) const PERSONS: [&str; 10] = [
    "Secretary-General",
    "Rapporteur",
    "Chair",
    "President",
    "High Commissioner",
    "Expert",
    "Director",
    "Coordinator",
    "Envoy",
    "Representative",
];

impl Head {
    /// Whether what is encouraged are *efforts to …*, and nobody.
    pub(super) fn is_nobody(&self, language: Language) -> bool {
        let mut words = self.who_text.split_whitespace();
        let first = words.next().unwrap_or_default();
        let second = words.next().unwrap_or_default();
        // *Encourages the continued use of*: whoever is named behind it is not asked.
        #[rustfmt::skip] // as few lines as it takes
        let doings = [
            "continued", "continuing", "use", "active", "establishment", "development", "promotion", "involvement",
            "participation", "sharing", "exchange", "incorporation", "holding", "release", "creation", "adoption",
            "strengthening", "inclusion", "organization", "early", "full", "effective", "ongoing", "timely",
            "widest", "completion", "implementation", "provision",
        ];
        let always = [
            "continued",
            "continuing",
            "active",
            "early",
            "full",
            "effective",
            "ongoing",
            "timely",
            "widest",
        ];
        let is_doing = always.contains(&second) || words.next() == Some("of");
        if language == Language::English && first == "the" && doings.contains(&second) && is_doing {
            return true;
        }
        #[rustfmt::skip] // as few lines as it takes
        let things = [
            "efforts", "further", "continued", "increased", "voluntary", "giving", "closer",
            "measures", "initiatives", "greater", "coordination", "cooperation", "enhanced",
            "increasing", "continuing", "strengthening", "new", "additional", "early", "full", "innovative",
            "support", "strengthened", "practices", "collaboration", "regular", "sustained",
        ];
        language == Language::English && self.who.is_none() && things.contains(&first)
    }
}

/// What all tasks of a verb share.
pub(super) struct Head {
    pub(super) act: Act,
    pub(super) verb: String,
    pub(super) who: Option<String>,
    pub(super) who_text: String,
}
