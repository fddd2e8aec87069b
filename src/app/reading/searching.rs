//! Searching while it is typed: the view follows, Enter stays there, Esc goes back. Also the next
//! hit, the previous one, and the word under the cursor.

use super::{
    Reader,
    search::{Pattern, Tally},
    units::{Unit, unit_at},
};
use crate::{
    app::{
        Shell,
        dialog::{Began, Dialog, SearchPrompt},
        keys::command::Searching,
    },
    document::Place,
};

/// What is said of a hit as long as not all are counted.
pub(super) const COUNTING: &str = "hits are being counted …";

impl Reader {
    /// Searches.
    pub(in crate::app) fn run_search(
        &mut self,
        shell: &mut Shell,
        command: Searching,
        count: Option<usize>,
    ) {
        match command {
            Searching::Search => self.open_search(shell),
            Searching::NextHit => self.next_hit(shell, true, count.unwrap_or(1)),
            Searching::PreviousHit => self.next_hit(shell, false, count.unwrap_or(1)),
            Searching::SearchWord => self.search_word(shell),
        }
    }

    /// Opens the line in which a search is typed.
    pub(in crate::app) fn open_search(&mut self, shell: &mut Shell) {
        let Some(origin) = self.place() else { return };
        let (position, before) = (self.view.position(), shell.pattern.clone());
        let prompt = SearchPrompt::new(Began { origin, position, before });
        shell.dialog = Some(Dialog::Search(Box::new(prompt)));
    }

    /// Shows the first hit of what was typed so far, without going there for good.
    pub(in crate::app) fn search_as_typed(
        &mut self,
        shell: &mut Shell,
        typed: &str,
        began: &Began,
    ) {
        shell.pattern = Pattern::literal(typed);
        self.hits = Tally::default();
        let hit = shell.pattern.as_ref().and_then(|pattern| {
            let is_shown = |passage| self.view.has(passage);
            pattern.next_among(&self.document, began.origin, true, &is_shown)
        });
        match hit {
            Some((place, _)) => self.view.go(&self.document, place),
            None => self.view.restore(&self.document, &began.position),
        }
        if hit.is_none() && shell.pattern.is_some() {
            shell.warn("not found");
        }
    }

    pub(in crate::app) fn submit_search(&mut self, shell: &mut Shell, typed: &str, began: Began) {
        if typed.is_empty() {
            shell.pattern = began.before;
            self.count_hits(shell.pattern.as_ref());
            return self.next_hit(shell, true, 1);
        }
        shell.remember_search(typed);
        self.count_hits(shell.pattern.as_ref());
        let is_shown = |passage| self.view.has(passage);
        let is_there = |pattern: &Pattern| {
            pattern.next_among(&self.document, began.origin, true, &is_shown).is_some()
        };
        let is_found = self.hits.count > 0
            || !self.hits.is_whole() && shell.pattern.as_ref().is_some_and(is_there);
        let found = self.place().filter(|_| is_found);
        self.view.restore(&self.document, &began.position);
        match found {
            Some(place) => {
                self.jump(shell, place);
                self.say_which_hit(shell, place, false, true);
            }
            None => self.say_not_found(shell),
        }
    }

    pub(in crate::app) fn cancel_search(&mut self, shell: &mut Shell, began: Began) {
        shell.pattern = began.before;
        self.count_hits(shell.pattern.as_ref());
        self.view.restore(&self.document, &began.position);
    }

    pub(in crate::app) fn next_hit(&mut self, shell: &mut Shell, forward: bool, times: usize) {
        let Some(mut place) = self.place() else { return };
        let Some(pattern) = &shell.pattern else {
            shell.say("nothing was searched for yet");
            return;
        };
        let is_shown = |passage| self.view.has(passage);
        let mut round = false;
        for _ in 0..times.min(self.hits.count.max(1)) {
            let hit = if forward {
                pattern.next_among(&self.document, place, false, &is_shown)
            } else {
                pattern.previous_among(&self.document, place, &is_shown)
            };
            let Some((next, went_round)) = hit else { return self.say_not_found(shell) };
            place = next;
            round |= went_round;
        }
        self.jump(shell, place);
        self.say_which_hit(shell, place, round, forward);
    }

    pub(in crate::app) fn search_word(&mut self, shell: &mut Shell) {
        let Some(place) = self.place() else { return };
        let text = self.document.text(place.passage);
        let bytes = unit_at(text, place.at, Unit::Word);
        let word = &text[bytes.clone()];
        if !word.chars().any(char::is_alphanumeric) {
            shell.say("no word under the cursor");
            return;
        }
        let folded = word.to_lowercase();
        // Where words have no spaces between them, a word is found within others.
        let whole = Pattern::word(&folded).filter(|p| p.hits(text, &bytes).any(|hit| hit == bytes));
        shell.pattern = whole.or_else(|| Pattern::literal(&folded));
        self.count_hits(shell.pattern.as_ref());
        self.next_hit(shell, true, 1);
    }

    pub(super) fn say_which_hit(
        &mut self,
        shell: &mut Shell,
        place: Place,
        round: bool,
        forward: bool,
    ) {
        let Some(pattern) = &shell.pattern else { return };
        if !self.hits.is_whole() {
            return shell.say(COUNTING);
        }
        let number = self.hits.number(pattern, &self.document, place);
        let which = number.map(|n| format!("hit {n} of {}", self.hits.count)).unwrap_or_default();
        let from = match (round, forward) {
            (false, _) => "",
            (true, true) => " · went on from the beginning",
            (true, false) => " · went on from the end",
        };
        shell.say(format!("{which}{from}"));
    }

    fn say_not_found(&mut self, shell: &mut Shell) {
        let typed = shell.pattern.as_ref().map_or("", Pattern::typed);
        let where_sought = if self.only.is_empty() { "this document" } else { "what is shown" };
        shell.warn(format!("\"{typed}\" is not in {where_sought}"));
    }
}
