//! Square brackets of a draft: words that are not agreed yet, where they stand, how they nest, and who
//! proposes them, `[EU: …]`, `[G77]`. Knows texts and their labels, not what is to be done about them.

use std::ops::Range;

use super::{Block, Document};

/// Words in brackets: bytes of a text, the brackets included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bracketed {
    /// From the opening bracket to behind the closing one, or to the end where it is missing. A bracket
    /// that opened before the label of a paragraph, `[14. Requests …]`, counts from the first word.
    pub range: Range<usize>,
    /// How many others it stands in: 0 for the outermost.
    pub depth: usize,
    /// Whether it has both its brackets.
    pub is_closed: bool,
    /// Who proposes the words, as printed: `EU` of `[EU: …]`, `G77` of `[G77]`.
    pub proposer: Option<Range<usize>>,
}

/// All brackets of a text, in the order in which they open. What ends in a bracket that was not opened
/// counts from the bracket.
#[must_use]
pub fn brackets(text: &str) -> Vec<Bracketed> {
    brackets_behind(text, 0)
}

/// The same of a text before which some brackets have been opened already.
fn brackets_behind(text: &str, opened: usize) -> Vec<Bracketed> {
    let mut found: Vec<Bracketed> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let begin = |start: usize, depth: usize| Bracketed {
        range: start..text.len(),
        depth,
        is_closed: false,
        proposer: None,
    };
    for depth in 0..opened {
        open.push(found.len());
        found.push(begin(0, depth));
    }
    for (at, c) in text.char_indices() {
        match c {
            '[' | '［' => {
                open.push(found.len());
                found.push(begin(at, open.len() - 1));
            }
            ']' | '］' => {
                let end = at + c.len_utf8();
                match open.pop().and_then(|index| found.get_mut(index)) {
                    Some(bracketed) => {
                        (bracketed.range.end, bracketed.is_closed) = (end, true);
                    }
                    None => found.push(Bracketed { range: at..end, ..begin(at, 0) }),
                }
            }
            _ => {}
        }
    }
    for bracketed in &mut found {
        bracketed.proposer = proposer(text, &bracketed.range);
    }
    found
}

/// Who proposes the words in brackets: names before a colon, or names alone.
fn proposer(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    /// Names are no longer than this: `Liechtenstein, Switzerland, on behalf of JUSCANZ`.
    const LONGEST: usize = 80;
    let whole = text.get(range.clone())?;
    let inside = whole.strip_prefix(['[', '［'])?;
    let start = range.start + (whole.len() - inside.len());
    // No more is looked at than names may take, so that brackets in brackets take no longer than their text.
    let end = (0..=inside.len().min(LONGEST + 8)).rfind(|&at| inside.is_char_boundary(at))?;
    let inside = inside.get(..end)?.trim_end_matches([']', '］']);
    let (names, is_before_words) = match inside.split_once([':', '：']) {
        Some((names, _)) => (names, true),
        None => (inside, false),
    };
    let is_named = !names.is_empty()
        && names.len() <= LONGEST
        && names.split([',', '/', ';', '+', '&']).all(|name| is_name(name.trim(), is_before_words));
    let lead = names.len() - names.trim_start().len();
    is_named.then(|| start + lead..start + names.trim_end().len())
}

/// Whether words name a delegation or a group. Alone in brackets they may as well be proposed words, so
/// that only what is no word of a text is taken: `G77`, `EU`, `JUSCANZ`.
fn is_name(name: &str, is_before_words: bool) -> bool {
    let is_abbreviation = name.chars().count() >= 2
        && name.starts_with(char::is_uppercase)
        && name.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '-' || c == ' ');
    let is_proper = |word: &str| {
        word.starts_with(char::is_uppercase)
            || matches!(word, "and" | "of" | "the" | "on" | "behalf")
    };
    is_abbreviation
        || is_before_words
            && name.starts_with(char::is_uppercase)
            && name.split(' ').all(is_proper)
            && name.split(' ').count() <= 6
}

impl Block {
    /// The brackets in its words, in the order in which they open.
    #[must_use]
    pub fn brackets(&self) -> Vec<Bracketed> {
        let opened = self.label.chars().take_while(|c| matches!(c, '[' | '［')).count();
        brackets_behind(&self.text, opened)
    }
}

impl Document {
    /// The brackets of all blocks, each with the index of its block. What an editor leaves out of the
    /// closing lines, `[Adopted without a vote.]`, counts as well: it is for the caller to leave it out.
    pub fn brackets(&self) -> impl Iterator<Item = (usize, Bracketed)> {
        let of_block = |(index, block): (usize, &Block)| {
            block.brackets().into_iter().map(move |bracketed| (index, bracketed))
        };
        self.blocks.iter().enumerate().flat_map(of_block)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str, opened: usize) -> Vec<(&str, usize, bool, Option<&str>)> {
        let of = |b: Bracketed| {
            (&text[b.range], b.depth, b.is_closed, b.proposer.map(|range| &text[range]))
        };
        brackets_behind(text, opened).into_iter().map(of).collect()
    }

    #[test]
    fn brackets_nest_and_may_lack_their_fellow() {
        assert_eq!(
            seen("a [b [c] d] e [f", 0),
            [("[b [c] d]", 0, true, None), ("[c]", 1, true, None), ("[f", 0, false, None)]
        );
        assert_eq!(seen("a] b", 0), [("]", 0, false, None)]);
    }

    #[test]
    fn a_bracket_before_the_label_closes_behind_the_words() {
        assert_eq!(
            seen("Urges [all] States;]", 1),
            [("Urges [all] States;]", 0, true, None), ("[all]", 1, true, None)]
        );
    }

    #[test]
    fn a_hundred_thousand_brackets_take_no_longer_than_their_text() {
        assert_eq!(brackets(&"[".repeat(100_000)).len(), 100_000);
        assert_eq!(brackets(&"[A: ".repeat(20_000)).len(), 20_000);
    }

    #[test]
    fn who_proposes_words_stands_before_a_colon_or_alone() {
        assert_eq!(seen("[EU: in a timely manner]", 0)[0].3, Some("EU"));
        assert_eq!(seen("[Costa Rica, Mexico: all]", 0)[0].3, Some("Costa Rica, Mexico"));
        assert_eq!(seen("to act [G77] now", 0)[0].3, Some("G77"));
        assert_eq!(seen("decides: [to act: now]", 0)[0].3, None);
        assert_eq!(seen("[Decides]", 0)[0].3, None);
    }
}
