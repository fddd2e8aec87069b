//! A search being typed, and what was there before it. Finds nothing itself.

use super::{
    answer::{Action, Answer, Began},
    line::{Edit, Line},
};
use crate::{
    app::{
        context::Context,
        keys::key::{Code, Key, Named},
    },
    document::Place,
};

/// A search being typed.
#[derive(Clone, Debug)]
pub struct SearchPrompt {
    /// What was typed.
    pub line: Line,
    /// What was there when it began.
    began: Began,
    /// How many searches back Up has gone.
    back: usize,
}

impl SearchPrompt {
    pub(in crate::app) fn new(began: Began) -> Self {
        Self { line: Line::default(), began, back: 0 }
    }

    pub(super) fn press(&mut self, key: Key, context: &Context<'_>) -> Answer {
        match (self.line.press(key), key.code) {
            (Edit::Submit, _) => Answer::CloseAnd(Action::Search(
                self.line.text().to_owned(),
                Box::new(self.began.clone()),
            )),
            (Edit::Cancel, _) => {
                Answer::CloseAnd(Action::CancelSearch(Box::new(self.began.clone())))
            }
            (Edit::Changed, _) => self.try_out(),
            (Edit::NotMine, Code::Named(Named::Up)) => self.recall(true, context.searches),
            (Edit::NotMine, Code::Named(Named::Down)) => self.recall(false, context.searches),
            (Edit::Same | Edit::NotMine, _) => Answer::Stay,
        }
    }

    /// Brings back what was searched for before.
    fn recall(&mut self, further_back: bool, searches: &[String]) -> Answer {
        let back = if further_back { self.back + 1 } else { self.back.saturating_sub(1) };
        self.back = back.min(searches.len());
        let searched = searches.len().checked_sub(self.back).and_then(|i| searches.get(i));
        self.line = Line::new(searched.cloned().unwrap_or_default());
        self.try_out()
    }

    pub(super) fn paste(&mut self, text: &str) -> Answer {
        self.line.insert(text);
        self.try_out()
    }

    fn try_out(&self) -> Answer {
        Answer::Do(Action::SearchAsTyped(self.line.text().to_owned(), Box::new(self.began.clone())))
    }

    /// Goes on in another version of the document.
    pub(super) fn go_on(
        &mut self,
        context: &Context<'_>,
        to: &dyn Fn(Place) -> Option<Place>,
    ) -> Answer {
        let origin = self.began.origin;
        self.began.origin = to(origin).or(context.place()).unwrap_or(origin);
        self.began.position.follow(to);
        self.try_out()
    }
}
