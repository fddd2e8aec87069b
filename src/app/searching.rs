//! Searching while it is typed: the view follows, Enter stays there, Esc goes back. Also the next
//! hit, the previous one, and the word under the cursor.

use super::{
    App, Notice,
    dialog::{Dialog, SearchPrompt},
    search::{Pattern, Tally},
    units::{Unit, unit_at},
};
use crate::document::Place;

impl App {
    /// Opens the line in which a search is typed.
    pub(super) fn open_search(&mut self) {
        let Some(origin) = self.place() else { return };
        let prompt = SearchPrompt::new(origin, self.view.position(), self.pattern.clone());
        self.dialog = Some(Dialog::Search(Box::new(prompt)));
    }

    /// What was searched for, the newest last: for the history.
    #[must_use]
    pub fn searches(&self) -> &[String] {
        &self.searches
    }

    fn remember_search(&mut self, typed: &str) {
        /// More than anybody goes back to.
        const MOST: usize = 100;
        self.searches.retain(|search| search != typed);
        self.searches.push(typed.to_owned());
        let surplus = self.searches.len().saturating_sub(MOST);
        self.searches.drain(..surplus);
    }

    /// Shows the first hit of what was typed so far, without going there for good.
    pub(super) fn search_as_typed(&mut self, prompt: &SearchPrompt) {
        self.pattern = Pattern::literal(prompt.line.text());
        self.tally = Tally::default();
        let hit = self.pattern.as_ref().and_then(|p| p.next(&self.document, prompt.origin, true));
        match hit {
            Some((place, _)) => self.view.go(&self.document, place),
            None => self.view.restore(&self.document, &prompt.position),
        }
        if hit.is_none() && self.pattern.is_some() {
            self.notice = Some(Notice::warning("not found"));
        }
    }

    pub(super) fn submit_search(&mut self, prompt: SearchPrompt) {
        if prompt.line.text().is_empty() {
            self.pattern = prompt.before;
            self.count_hits();
            return self.next_hit(true, 1);
        }
        self.remember_search(prompt.line.text());
        self.count_hits();
        let found = self.place().filter(|_| self.tally.hits > 0);
        self.view.restore(&self.document, &prompt.position);
        match found {
            Some(place) => {
                self.jump(place);
                self.say_which_hit(place, false, true);
            }
            None => self.say_not_found(),
        }
    }

    pub(super) fn cancel_search(&mut self, prompt: SearchPrompt) {
        self.pattern = prompt.before;
        self.count_hits();
        self.view.restore(&self.document, &prompt.position);
    }

    pub(super) fn count_hits(&mut self) {
        let galleys = self.view.galleys();
        self.tally = match &self.pattern {
            Some(pattern) => Tally::count(pattern, &self.document, galleys),
            None => Tally::default(),
        };
    }

    pub(super) fn next_hit(&mut self, forward: bool, times: usize) {
        let Some(mut place) = self.place() else { return };
        let Some(pattern) = &self.pattern else {
            self.notice = Some(Notice::info("nothing was searched for yet"));
            return;
        };
        let mut round = false;
        for _ in 0..times.min(self.tally.hits.max(1)) {
            let hit = if forward {
                pattern.next(&self.document, place, false)
            } else {
                pattern.previous(&self.document, place)
            };
            let Some((next, went_round)) = hit else { return self.say_not_found() };
            place = next;
            round |= went_round;
        }
        self.jump(place);
        self.say_which_hit(place, round, forward);
    }

    pub(super) fn search_word(&mut self) {
        let Some(place) = self.place() else { return };
        let text = self.document.text(place.passage);
        let bytes = unit_at(text, place.at, Unit::Word);
        let word = &text[bytes.clone()];
        if !word.chars().any(char::is_alphanumeric) {
            self.notice = Some(Notice::info("no word under the cursor"));
            return;
        }
        let folded = word.to_lowercase();
        // Where words have no spaces between them, a word is found within others.
        let whole = Pattern::word(&folded).filter(|p| p.hits(text, &bytes).any(|hit| hit == bytes));
        self.pattern = whole.or_else(|| Pattern::literal(&folded));
        self.count_hits();
        self.next_hit(true, 1);
    }

    fn say_which_hit(&mut self, place: Place, round: bool, forward: bool) {
        let Some(pattern) = &self.pattern else { return };
        let number = self.tally.number(pattern, &self.document, place);
        let which = number.map(|n| format!("hit {n} of {}", self.tally.hits)).unwrap_or_default();
        let from = match (round, forward) {
            (false, _) => "",
            (true, true) => " · went on from the beginning",
            (true, false) => " · went on from the end",
        };
        self.notice = Some(Notice::info(format!("{which}{from}")));
    }

    fn say_not_found(&mut self) {
        let typed = self.pattern.as_ref().map_or("", Pattern::typed);
        self.notice = Some(Notice::warning(format!("\"{typed}\" is not in this document")));
    }
}
