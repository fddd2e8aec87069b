//! A line being typed and what may be chosen below it: for the palette, tags, and lists of
//! annotations and bookmarks. Knows what was typed and chosen, not what it means.

use std::cmp::Reverse;

use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{CaseMatching, Normalization, Pattern},
};

use super::{
    answer::Answer,
    line::{Edit, Line},
};
use crate::app::keys::key::{Code, Key, Named};

/// A line being typed, and what may be chosen.
#[derive(Clone, Debug)]
pub struct Menu<T> {
    /// What it is, for its frame.
    pub title: String,
    /// What stands in front of the line: `:`.
    pub sign: &'static str,
    /// What is being typed.
    pub line: Line,
    /// What may be chosen, best first.
    pub choices: Vec<Choice<T>>,
    /// Which of them Enter takes.
    pub chosen: usize,
    /// What is said where there is nothing to choose.
    pub nothing: String,
}

/// Something that may be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<T> {
    /// Whether it is set, where it can be.
    pub check: Option<bool>,
    /// Its name: `next-paragraph`, `OP14`, `mandate/report`.
    pub name: String,
    /// What it does, or how the place begins.
    pub doc: String,
    /// What stands at the right: its keys, how often it is used.
    pub keys: String,
    /// The characters of the name that were typed, as indices of characters.
    pub matched: Vec<u32>,
    /// What it means.
    pub means: T,
}

impl<T> Menu<T> {
    /// With nothing typed yet.
    #[must_use]
    pub fn new(title: impl Into<String>, sign: &'static str) -> Self {
        Self {
            title: title.into(),
            sign,
            line: Line::default(),
            choices: Vec::new(),
            chosen: 0,
            nothing: "nothing of this name".into(),
        }
    }

    /// What was typed, without the spaces around it.
    #[must_use]
    pub fn typed(&self) -> &str {
        self.line.text().trim()
    }

    /// `2 of 12: mandate/report, set, used 3 times`: what is chosen, for whoever does not see it.
    pub(super) fn chosen_in_words(&self) -> Option<String> {
        let choice = self.choices.get(self.chosen)?;
        let set = match choice.check {
            Some(true) => "set",
            Some(false) => "not set",
            None => "",
        };
        let parts = [choice.name.trim(), set, choice.doc.trim(), choice.keys.trim()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Some(format!("{} of {}: {}", self.chosen + 1, self.choices.len(), parts.join(", ")))
    }

    /// Offers something else; the first of it is chosen.
    pub fn offer(&mut self, choices: Vec<Choice<T>>) {
        self.choices = choices;
        self.chosen = 0;
    }

    /// Offers what there is now; what was chosen still is, if it is still there.
    pub fn renew(&mut self, choices: Vec<Choice<T>>)
    where
        T: PartialEq,
    {
        let chosen = self.choices.get(self.chosen).map(|choice| &choice.means);
        let same = choices.iter().position(|choice| Some(&choice.means) == chosen);
        self.chosen = same.unwrap_or(self.chosen).min(choices.len().saturating_sub(1));
        self.choices = choices;
    }

    /// Takes a key: of the line, or one that chooses.
    pub fn press(&mut self, key: Key) -> Edit {
        let edit = self.line.press(key);
        match (edit, key.code, key.ctrl) {
            (Edit::NotMine, Code::Named(Named::Down), _)
            | (Edit::NotMine, Code::Char('n'), true) => self.choose(true),
            (Edit::NotMine, Code::Named(Named::Up), _) | (Edit::NotMine, Code::Char('p'), true) => {
                self.choose(false);
            }
            _ => return edit,
        }
        Edit::Same
    }

    /// Chooses the next or the previous, going round.
    pub fn choose(&mut self, forward: bool) {
        let count = self.choices.len().max(1);
        let step = if forward { 1 } else { count - 1 };
        self.chosen = (self.chosen + step) % count;
    }

    /// What Enter takes.
    #[must_use]
    pub fn chosen(&self) -> Option<&T> {
        self.choices.get(self.chosen).map(|choice| &choice.means)
    }
}

impl<T: Clone> Menu<T> {
    /// Types what was pasted, and offers what fits it.
    pub(super) fn paste(
        &mut self,
        text: &str,
        choices: impl FnOnce(&Self) -> Vec<Choice<T>>,
    ) -> Answer {
        self.line.insert(text);
        self.offer(choices(self));
        Answer::Stay
    }

    /// What a list answers to a key: of the line and of choosing; Tab chooses as well. What is typed changes
    /// what is offered, which `choices` tells.
    pub(super) fn answer(
        &mut self,
        key: Key,
        choices: impl FnOnce(&Self) -> Vec<Choice<T>>,
        submit: impl FnOnce(T) -> Answer,
    ) -> Answer {
        match self.press(key) {
            Edit::Submit => self.chosen().cloned().map_or(Answer::Stay, submit),
            Edit::Cancel => Answer::Close,
            Edit::Changed => {
                self.offer(choices(self));
                Answer::Stay
            }
            Edit::NotMine if key.code == Code::Named(Named::Tab) => {
                self.choose(!key.shift);
                Answer::Stay
            }
            Edit::Same | Edit::NotMine => Answer::Stay,
        }
    }
}

impl<T> Choice<T> {
    /// Something with a name and a few words about it.
    pub fn new(name: impl Into<String>, doc: impl Into<String>, means: T) -> Self {
        let (name, doc, keys) = (name.into(), doc.into(), String::new());
        Self { check: None, name, doc, keys, matched: Vec::new(), means }
    }
}

/// Those whose name, description or state has the letters typed, in this order, best first; all of them, as
/// they were, where nothing is typed. Where two are as good, they stay in their order. Of tens of thousands only
/// those that fit are copied, and only of the best is looked which letters these are.
#[must_use]
pub fn fitting<'a, T: Clone + 'a>(
    typed: &str,
    choices: impl IntoIterator<Item = &'a Choice<T>>,
) -> Vec<Choice<T>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return choices.into_iter().cloned().collect();
    }
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(typed, CaseMatching::Smart, Normalization::Smart);
    let mut buffer = Vec::new();
    let mut score = |words: &str| pattern.score(Utf32Str::new(words, &mut buffer), &mut matcher);
    let mut scored: Vec<(u32, Choice<T>)> = Vec::new();
    for choice in choices {
        // A name counts twice what a description does; what stands at the right says how it is with it: `edited`.
        let of_name = score(&choice.name).map(|score| score * 2);
        let best = of_name.or_else(|| score(&choice.doc)).or_else(|| score(&choice.keys));
        if let Some(best) = best {
            scored.push((best, Choice { matched: Vec::new(), ..choice.clone() }));
        }
    }
    scored.sort_by_key(|(score, _)| Reverse(*score));
    for (_, choice) in scored.iter_mut().take(MOST_LIT) {
        let name = Utf32Str::new(&choice.name, &mut buffer);
        if pattern.indices(name, &mut matcher, &mut choice.matched).is_none() {
            choice.matched.clear();
        }
        choice.matched.sort_unstable();
        choice.matched.dedup();
    }
    scored.into_iter().map(|(_, choice)| choice).collect()
}

/// Of so many choices the letters that were typed are lit: more than anybody goes through.
const MOST_LIT: usize = 500;

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn finds(typed: &str, expected: &[&str]) {
        let tags = [("mandate/report", ""), ("follow-up", "to ask in March"), ("march", "")];
        let choices = tags.map(|(name, doc)| Choice::new(name, doc, ())).to_vec();
        let found: Vec<String> = fitting(typed, &choices).into_iter().map(|c| c.name).collect();
        assert_eq!(found, expected, "{typed}");
    }

    #[test]
    fn a_few_letters_find_a_name() {
        finds("", &["mandate/report", "follow-up", "march"]);
        finds("m/r", &["mandate/report"]);
        finds("march", &["march", "follow-up"]);
        finds("x", &[]);
    }
}
