//! What is written down of a language: the shape of its table. Knows no language.

use crate::document::{Months, Organ};

/// A body that adopts resolutions, as running text names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::parse) enum Body {
    GeneralAssembly,
    SecurityCouncil,
    EconomicAndSocialCouncil,
    HumanRightsCouncil,
    CommissionOnHumanRights,
    EnvironmentAssembly,
    /// The conference of the parties to the Convention on Biological Diversity.
    BiodiversityConference,
    /// *The Council*: the one that was named last.
    TheCouncil,
    /// *The Assembly*.
    TheAssembly,
    /// One whose resolutions have no symbol that can be told from their number.
    Other,
}

/// The words of one language.
pub(in crate::parse) struct Words {
    /// The months, in order; more than one name for each where the UN uses more.
    pub(in crate::parse) months: Months,
    /// Words and abbreviations that are followed by a number: `paragraph`, `No`, `Goal`.
    pub(in crate::parse) numbered: &'static [&'static str],
    /// Words that follow a number: `per`, `million`, `years`.
    pub(in crate::parse) counted: &'static [&'static str],
    /// Words that begin like a counted one and are none, in a script without spaces.
    pub(in crate::parse) never_counted: &'static [&'static str],
    /// Words that go on after a mark; where another follows, a number is likely to count it.
    pub(in crate::parse) after_mark: &'static [&'static str],
    /// Words that may have a number as well as a mark.
    pub(in crate::parse) weak_hosts: &'static [&'static str],
    /// Names that end in their number: `Agenda 21`.
    pub(in crate::parse) names_with_number: &'static [&'static str],
    /// Words between two days of a month: `10 and 11 May`.
    pub(in crate::parse) between_days: &'static [&'static str],
    /// Words between a day and its month.
    pub(in crate::parse) before_month: &'static [&'static str],
    /// Words before a year: `in`, `by`.
    pub(in crate::parse) before_year: &'static [&'static str],
    /// Endings that make an ordinal of a number: `th`, `er`.
    pub(in crate::parse) ordinal_endings: &'static [&'static str],
    /// Words for a decision.
    pub(in crate::parse) decision: &'static [&'static str],
    /// Whether marks stand before the punctuation.
    pub(in crate::parse) mark_before_punctuation: bool,
    /// How the words for a resolution begin.
    pub(in crate::parse) resolution: &'static [&'static str],
    /// How the words for a decision begin.
    pub(in crate::parse) decisions: &'static [&'static str],
    /// Words before a resolution that say *its*; in Arabic the whole word, *its resolution*.
    pub(in crate::parse) its: &'static [&'static str],
    /// The names of the bodies that adopt resolutions.
    pub(in crate::parse) bodies: &'static [(Body, &'static [&'static str])],
    /// The same as the owner after a number: `34/5 of the Human Rights Council`.
    pub(in crate::parse) of_bodies: &'static [(Body, &'static [&'static str])],
    /// How the words for a paragraph begin.
    pub(in crate::parse) paragraph: &'static [&'static str],
    /// How the words for a sub-paragraph begin.
    pub(in crate::parse) subparagraph: &'static [&'static str],
    /// How the words for larger parts begin: section, annex.
    pub(in crate::parse) section: &'static [&'static str],
    /// Before a paragraph's number: it is one of the same text.
    pub(in crate::parse) here_before: &'static [&'static str],
    /// After a paragraph's number: it is one of the same text.
    pub(in crate::parse) here_after: &'static [&'static str],
    /// After a paragraph's number: it is one of another text.
    pub(in crate::parse) elsewhere: &'static [&'static str],
    /// How the words for an annex begin.
    pub(in crate::parse) annex: &'static [&'static str],
    /// After an annex: it is one of the same text.
    pub(in crate::parse) to_this_text: &'static [&'static str],
    /// How the words for a footnote begin.
    pub(in crate::parse) footnote: &'static [&'static str],
    /// Between a paragraph and the resolution it is of.
    pub(in crate::parse) owned_by: &'static [&'static str],
    /// Words for a place in a document, after its symbol: `annex`, `chap.`.
    pub(in crate::parse) locus: &'static [&'static str],
    /// Words for *ibidem*.
    pub(in crate::parse) ibid: &'static [&'static str],
    /// The set phrases of the frame.
    pub(in crate::parse) phrases: SetPhrases,
    /// What words look like that open a paragraph, in languages where their form tells it.
    pub(in crate::parse) opener_form: Option<OpenerForm>,
    /// The commonest words, of languages that share their letters with others.
    pub(in crate::parse) commonest: &'static [&'static str],
    /// The letters in the order in which lists count by them, of languages not in Latin letters.
    pub(in crate::parse) alphabet: &'static str,
    /// Words behind a suspended hyphen, as in `burden- and responsibility-sharing`.
    pub(in crate::parse) after_suspended_hyphen: &'static [&'static str],
    /// The last words of a line whose number stands on the next, in lower case.
    pub(in crate::parse) before_number: &'static [&'static str],
    /// How a line ends before the last item of a list.
    pub(in crate::parse) before_last_item: &'static [&'static str],
    /// Abbreviations whose stop ends no sentence.
    pub(in crate::parse) abbreviations: &'static [&'static str],
    /// How footnotes begin.
    pub(in crate::parse) note_beginnings: &'static [&'static str],
    /// Words of what is no part of the resolution.
    pub(in crate::parse) debris: DebrisWords,
}

/// The phrases of one language.
pub(in crate::parse) struct SetPhrases {
    /// The bodies as the enacting formula names them, without its comma.
    pub(in crate::parse) formulas: &'static [(&'static str, Organ)],
    /// Words that a session line has beside a number or ordinal.
    pub(in crate::parse) session: &'static [&'static str],
    /// What an agenda item line begins with.
    pub(in crate::parse) agenda: &'static [&'static str],
    /// Words that an adoption line begins with or has.
    pub(in crate::parse) adopted: &'static [&'static str],
    /// Words that a proposal line begins with, its bracket aside.
    pub(in crate::parse) proposal: &'static [&'static str],
    /// Words that a meeting line has beside a number.
    pub(in crate::parse) meeting: &'static [&'static str],
    /// The same as running text has it, declined: `at its 46th plenary meeting`.
    pub(in crate::parse) meets: &'static [&'static str],
    /// What the heading of an annex begins with.
    pub(in crate::parse) annex: &'static [&'static str],
    /// What a line on how it was adopted begins with.
    pub(in crate::parse) vote: &'static [&'static str],
    /// What stands above the names of those who voted in one way, colon and all.
    pub(in crate::parse) voters: &'static [&'static str],
    /// What a head line that has the number of a resolution begins with, as printed.
    pub(in crate::parse) numbered: &'static [&'static str],
    /// How a head line goes on behind the number of a resolution that stands for its title, as
    /// printed.
    pub(in crate::parse) behind_number: &'static [&'static str],
    /// What may stand behind such a number and end its line, as printed.
    pub(in crate::parse) ends_number: &'static [&'static str],
    /// Words of which one stands in a line on the vote that is in no brackets.
    pub(in crate::parse) vote_words: &'static [&'static str],
    /// How the sentence begins that tells a decision: `At its 46th plenary meeting …`.
    pub(in crate::parse) told: &'static [&'static str],
    /// What the head line of a decision begins with.
    pub(in crate::parse) decision: &'static [&'static str],
    /// What the line of a draft's sponsors ends with, behind a colon.
    pub(in crate::parse) draft: &'static [&'static str],
    /// Words behind which a draft names the one who submits it.
    pub(in crate::parse) submitted: &'static [&'static str],
    /// Words behind who submits it that say how it came about: ` on the basis of `.
    pub(in crate::parse) behind_submitter: &'static [&'static str],
    /// The word between the last two sponsors, the spaces around it included.
    pub(in crate::parse) and: &'static str,
    /// The first words of names that have that word within.
    pub(in crate::parse) two_names: &'static [&'static str],
    /// How the titles of presidents' statements begin.
    pub(in crate::parse) statement: &'static [&'static str],
    /// Words with which a paragraph introduces such a statement.
    pub(in crate::parse) stated: &'static [&'static str],
    /// How the titles of papers begin that are neither adopted nor drafts.
    pub(in crate::parse) papers: &'static [&'static str],
}

/// What the words of a language look like that open a paragraph: endings of the first word, or of
/// the word after an adverb.
pub(in crate::parse) struct OpenerForm {
    /// Of the preamble.
    pub(in crate::parse) preamble: &'static [&'static str],
    /// Of the operative part.
    pub(in crate::parse) operative: &'static [&'static str],
    /// Endings of the adverbs that may come first.
    pub(in crate::parse) adverb: &'static [&'static str],
    /// Whether the first letter is a capital.
    pub(in crate::parse) is_capital: bool,
    /// First words behind which any verb opens one of the preamble.
    pub(in crate::parse) before_verb: &'static [&'static str],
    /// Words of such a form that open no paragraph.
    pub(in crate::parse) never: &'static [&'static str],
}

/// The words of page heads and feet.
pub(in crate::parse) struct DebrisWords {
    /// The name of the organization, and what extraction makes of it.
    pub(in crate::parse) organization: &'static [&'static str],
    /// Whole lines of the masthead.
    pub(in crate::parse) masthead: &'static [&'static str],
    /// How other lines of the masthead begin.
    pub(in crate::parse) masthead_beginnings: &'static [&'static str],
    /// Words before the number of a page.
    pub(in crate::parse) page: &'static [&'static str],
    /// How the line begins that asks to recycle.
    pub(in crate::parse) recycle: &'static [&'static str],
}
