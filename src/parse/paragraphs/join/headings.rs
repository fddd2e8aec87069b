//! Which lines are headings, and where one ends and the next begins: their shape says it, and what stands around them.
//! Knows lines one after another, not what they are headings of.

use super::{
    super::{
        line_ends::{is_counted, is_lettered},
        sections::{Section, is_label},
    },
    Joiner, LONGEST_JOINT,
};
use crate::{parse::lines::line::Line, text::clause::end_of_clause};

/// Headings are no longer than this many lines.
const LONGEST_HEADING: usize = 3;
/// A heading of one line amid text takes no more of the width than so many percent.
const SHORT: usize = 60;

impl Joiner<'_> {
    /// Whether lines stand as a heading between the end of a clause and the next numbered paragraph:
    /// a paragraph would end in a stop before that.
    pub(super) fn is_heading(&self, before: &Line, lines: &[Line]) -> bool {
        if self.section.is_torn() {
            return false;
        }
        let here = lines.first().map_or("", |line| self.words(line));
        let clause = end_of_clause(self.words(before));
        let begins = here.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
        // A preamble of its own ends in a comma before the first heading.
        let is_end = clause.ends_with(['.', ';', '。', '；', '؛'])
            || clause.ends_with(',')
                && lines.first().is_some_and(|line| self.is_broken_early(before, line));
        let goes_on = lines.get(1).is_some_and(|next| self.facts(next).begins_low);
        if begins && !goes_on && is_label(here) && clause.ends_with([',', ';', '.']) {
            return true;
        }
        if begins && self.follows_a_heading(before, lines) {
            return true;
        }
        if !begins || !is_end {
            return false;
        }
        if clause.ends_with(['.', '。']) && self.is_short_between(before, lines) {
            return true;
        }
        let is_numbered = |line: &Line| self.facts(line).number.is_some();
        let length = lines.iter().take(LONGEST_HEADING + 1).position(is_numbered);
        length.is_some_and(|length| {
            length > 0 && lines[..length].iter().all(|line| !self.facts(line).ends_a_clause)
        })
    }

    /// Whether a heading that counts stands below another: `Core principle II` below `C. Rehabilitation in the
    /// community`, `I. Our commitment` below the title of an annex, or its `I.` alone, torn from it;
    /// or whether what stands below one that is no more than its count begins.
    fn follows_a_heading(&self, before: &Line, lines: &[Line]) -> bool {
        let (Some(line), next) = (lines.first(), lines.get(1)) else { return false };
        if !self.in_heading && self.section != Section::Heading
            || ends_in_a_joint(self.words(before))
        {
            return false;
        }
        let here = self.words(line);
        let is_torn = || here.ends_with('.') && next.is_some_and(|next| next.after_gap);
        is_counted(here)
            || is_counted(self.words(before))
            || is_lettered(here)
            || is_label(here) && is_torn()
    }

    /// Whether one short line stands between the end of a sentence and a line that begins anew: running text would
    /// have filled it.
    fn is_short_between(&self, before: &Line, lines: &[Line]) -> bool {
        let [line, next, ..] = lines else { return false };
        let here = self.words(line);
        let begins_anew = self.facts(next).number.is_some()
            || self.words(next).starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
        let is_apart = self.in_head || self.closes || self.facts(line).ends_a_clause;
        let is_one_page = before.page == line.page && line.page == next.page;
        !is_apart
            && is_one_page
            && begins_anew
            && !ends_in_a_joint(here)
            && self.widths.had_room(line, next, SHORT)
    }
}

/// Whether words go on on the next line: they end in a comma or in `of`, `the`, `and`.
fn ends_in_a_joint(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or_default();
    words.ends_with([',', '-', '(', '–'])
        || last.chars().count() <= LONGEST_JOINT && last.chars().all(char::is_lowercase)
}
