//! What a line says by itself: its label, its opener, whether it is a formula, a meeting, the end of a
//! clause. Found once for each line and handed on to every later pass. Knows one line, not where it
//! stands; whether it is what it looks like is for the later passes to say.

use std::cell::OnceCell;

use super::{
    head_line::{self, Field},
    label::{self, Label},
    line::Line,
};
use crate::{
    document::{Certainty, Language, Organ, Part},
    parse::words::{SetPhrases, Words, openers, set_phrases},
    text::clause,
};

/// What one line says by itself. Small, for a text may have a line a byte.
#[derive(Clone, Debug, Default)]
pub(in crate::parse) struct Facts {
    /// `14.`, the number of a paragraph.
    pub(in crate::parse) number: Option<Label>,
    /// `(a)`, the label of an item.
    pub(in crate::parse) item: Option<Label>,
    /// `a.`, `1)`, the label of an item if one is due.
    pub(in crate::parse) due_item: Option<Label>,
    /// The body that enacts, where the whole line is its formula.
    pub(in crate::parse) formula: Option<Organ>,
    /// Whether it may be the heading of an annex, alone on its line.
    pub(in crate::parse) is_annex: bool,
    /// Whether it is a meeting and nothing else: `76th plenary meeting`.
    pub(in crate::parse) is_meeting: bool,
    /// Whether it is a meeting and a comma, behind which its date stands on the next line.
    pub(in crate::parse) is_meeting_on: bool,
    /// Whether the words for a meeting stand anywhere in it, where it is short.
    pub(in crate::parse) names_a_meeting: bool,
    /// Whether it begins as a line on the vote does.
    pub(in crate::parse) is_vote: bool,
    /// Whether it stands above the names of those who voted in one way: `In favour:`.
    pub(in crate::parse) is_voters: bool,
    /// Whether it begins as the title of a president's statement does, and may be no more than that.
    pub(in crate::parse) names_a_statement: bool,
    /// Whether it is of the frame and never goes on with what is before it.
    pub(in crate::parse) is_frame: bool,
    /// Whether it ends where a paragraph may end.
    pub(in crate::parse) ends_a_clause: bool,
    /// Whether its first letter is in lower case.
    pub(in crate::parse) begins_low: bool,
    // Dear, and asked of few lines.
    opener: OnceCell<Option<(Part, Certainty)>>,
    field: OnceCell<Field>,
}

/// The facts of every line of a source.
#[derive(Clone, Debug)]
pub(in crate::parse) struct LineFacts<'a> {
    source: &'a str,
    language: Language,
    facts: Vec<Facts>,
}

impl<'a> LineFacts<'a> {
    /// Looks at each line once.
    pub(in crate::parse) fn new(source: &'a str, lines: &[Line], language: Language) -> Self {
        let facts = lines.iter().map(|line| facts(line.words(source), language)).collect();
        Self { source, language, facts }
    }

    /// The facts of a line.
    pub(in crate::parse) fn of(&self, line: &Line) -> &Facts {
        &self.facts[line.at]
    }

    /// Whether a line opens as a preambular or as an operative paragraph, and how sure that is.
    pub(in crate::parse) fn opener(&self, line: &Line) -> Option<(Part, Certainty)> {
        let find = || openers::part_by_opener(line.words(self.source), self.language);
        *self.of(line).opener.get_or_init(find)
    }

    /// Whether a line opens as one of the parts, as surely as can be.
    pub(in crate::parse) fn opens_surely(&self, line: &Line) -> bool {
        self.opener(line).is_some_and(|(_, certainty)| certainty == Certainty::Sure)
    }

    /// What a line is, if it is of a head.
    pub(in crate::parse) fn field(&self, line: &Line) -> Field {
        let find = || head_line::field(line.words(self.source), self.language);
        *self.of(line).field.get_or_init(find)
    }
}

fn facts(line: &str, language: Language) -> Facts {
    let phrases = &Words::of(language).phrases;
    let comparable = set_phrases::comparable(line);
    let is_vote = set_phrases::begins_with(&comparable, phrases.vote);
    Facts {
        number: label::paragraph(line),
        item: label::item(line),
        due_item: label::due_item(line),
        formula: set_phrases::formula(line, &comparable, phrases),
        is_annex: set_phrases::annex(line, &comparable, phrases).is_some(),
        is_meeting: set_phrases::is_meeting(&comparable, line, phrases),
        is_meeting_on: line.len() < 80
            && line.strip_suffix(',').is_some_and(|words| {
                set_phrases::is_meeting(comparable.trim_end_matches(','), words, phrases)
            }),
        names_a_meeting: line.len() < 80 && set_phrases::has(&comparable, phrases.meeting),
        is_vote,
        is_voters: line.ends_with([':', '：']) && phrases.voters.contains(&comparable.as_str()),
        names_a_statement: line.len() < 200
            && !clause::ends_a_clause(line)
            && phrases.statement.iter().any(|title| comparable.starts_with(title)),
        is_frame: is_frame(line, &comparable, is_vote, phrases),
        ends_a_clause: clause::ends_a_clause(line),
        begins_low: line.starts_with(char::is_lowercase),
        opener: OnceCell::new(),
        field: OnceCell::new(),
    }
}

/// How it was voted on, the number of the resolution; but `adopted by the General Assembly` goes on
/// with a sentence.
fn is_frame(line: &str, comparable: &str, is_vote: bool, phrases: &SetPhrases) -> bool {
    let is_numbered = || {
        // Without a space behind it, as in Chinese, the word says nothing by itself.
        let mut words = phrases.numbered.iter().filter(|word| word.ends_with(' '));
        line.len() < 40
            && words.any(|word| {
                let start = comparable.get(..word.len());
                start.is_some_and(|start| start.eq_ignore_ascii_case(word))
            })
    };
    !line.starts_with(char::is_lowercase) && (is_vote || is_numbered())
}
