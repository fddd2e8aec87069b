//! How a verb asks and whom, and words that look like somebody and are nobody. Knows words, not tasks.

use crate::document::{Act, Language};

/// *He*, *him*, in the languages that have a word for it.
pub(super) const HE: &[&str] =
    &["he", "she", "him", "her", "его", "ему", "ей", "اليه", "اليها", "ce", "cette"];

/// *It*, *him*, in the languages that tell one from several; in English *it* may be several.
pub(super) const ONE: &[&str] =
    &["him", "her", "l", "lui", "lo", "le", "la", "его", "ему", "ее", "ей", "它", "他", "她"];

/// Of those the ones that in Chinese stand behind whose they are: *裁军谈判会议现任主席*.
pub(super) const OFFICERS: [&str; 6] =
    ["Chair", "Rapporteur", "Expert", "Coordinator", "Envoy", "Special Representative"];

/// *The latter*: whoever was named last.
pub(super) const LATTER: &[&str] =
    &["dernier", "dernière", "derniers", "dernières", "celui", "celle", "ceux", "celles"];

/// Whether a canonical name is that of several: *Member States*, *Parties to armed conflict*.
pub(super) fn names_several(name: &str) -> bool {
    let head = [" of ", " for ", " to ", " on "].iter().find_map(|joint| name.split_once(joint));
    head.map_or(name, |(head, _)| head).ends_with('s')
}

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
        let is_english = language == Language::English;
        is_english && (self.who.is_none() && things.contains(&first) || is_doing_of(&self.who_text))
    }
}

/// Whether the first noun is one of doing, and what stands behind it says whose or of what: *initiatives by the media
/// to*, *support for developing countries to*.
fn is_doing_of(words: &str) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let doings = [
        "support", "efforts", "effort", "initiatives", "initiative", "collaboration", "cooperation", "coordination",
        "dialogue", "dialogues", "discussions", "negotiations", "progress", "participation", "involvement", "engagement",
        "contributions", "partnerships", "consultations", "exchange", "exchanges", "sharing", "use", "building",
        "strengthening", "promotion", "development", "establishment", "steps", "measures", "work", "research",
        "investment", "investments", "action", "actions", "activities", "assistance", "interaction", "visit", "visits",
    ];
    #[rustfmt::skip] // as few lines as it takes
    let of = [
        "for", "by", "between", "among", "with", "to", "of", "in", "on", "towards", "from", "aimed", "and", "at", "within",
    ];
    #[rustfmt::skip] // as few lines as it takes
    let ends = [
        "for", "by", "between", "among", "with", "to", "of", "in", "on", "towards", "from", "through", "under", "or", "together",
        "individually", "as", "which", "that", "who",
    ];
    let all: Vec<&str> = words.split_whitespace().take(8).collect();
    for (at, word) in all.iter().enumerate() {
        if doings.contains(&word.trim_end_matches(',')) {
            // *Development and trading partners* are somebody.
            let is_pair = all.get(at + 1) == Some(&"and");
            let is_somebody = is_pair && ["development", "research", "work", "use"].contains(word);
            return !is_somebody && all.get(at + 1).is_some_and(|next| of.contains(next));
        }
        if ends.contains(word) || word.ends_with(',') || word.starts_with(char::is_uppercase) {
            return false;
        }
    }
    false
}

/// What all tasks of a verb share.
pub(super) struct Head {
    pub(super) act: Act,
    pub(super) verb: String,
    pub(super) who: Option<String>,
    pub(super) who_text: String,
}
