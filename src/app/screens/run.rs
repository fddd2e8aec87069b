//! Commands that open a screen, ask the library for what is in it, and take the answers.

use std::sync::Arc;

use super::{
    Comparison, ListScreen, Screen, catalogue::Catalogue, cited_by::CitedByList,
    comparison::Compared, content::Content, history::History, hits::Hits, ledger::Ledger,
    library::Ask, library_ledger::LibraryLedger, series::Series, tags::Tags, uses::Uses,
};
use crate::{
    app::{
        App, DocId, Effect, Reader, Shell,
        dialog::Line,
        keys::command::{Command, Library, Program},
        reading::{
            link::{self, Goal},
            search::Pattern,
        },
    },
    document::{Cite, Symbol},
    library::LedgerOrder,
};

impl App {
    /// Does a command on the screen that is seen, if that is none of a document. `None` where it has no meaning
    /// there, or a document is read.
    pub(in crate::app) fn run_on_screen(
        &mut self,
        command: Command,
        count: Option<usize>,
    ) -> Option<Vec<Effect>> {
        match self.screens.current() {
            Screen::Reading(_) => None,
            Screen::List(_) => self.run_in_list(command, count),
            Screen::Pair(_) => self.run_in_pair(command, count),
        }
    }

    /// Does a command of the library, from whichever screen.
    pub(in crate::app) fn run_library(&mut self, command: Library) -> Vec<Effect> {
        match command {
            Library::Catalogue => self.show_catalogue(),
            Library::Search => self.show_search(),
            Library::Uses => self.show_uses(),
            Library::CitedBy => self.show_cited_by(),
            Library::Series => self.show_series(),
            Library::History => self.show_history(),
            Library::Tags => self.show_and_ask(Content::Tags(Tags::default()), Ask::Tags),
            Library::Mandates => self.show_mandates(),
            Library::Compare => self.ask_what_to_compare(false),
            Library::Languages => self.ask_what_to_compare(true),
            Library::Counts => {
                self.shell.hides_use_counts = !self.shell.hides_use_counts;
                let said = if self.shell.hides_use_counts { "hidden" } else { "shown" };
                self.shell.say(format!("how often words were used elsewhere is {said}"));
                Vec::new()
            }
        }
    }

    /// Shows a list upon the screen that is seen.
    pub(in crate::app) fn show_list(&mut self, content: Content) {
        let list = ListScreen::new(content, self.size_of_screens(), self.order());
        self.show_screen(Screen::List(Box::new(list)));
    }

    /// Shows a screen upon the one that is seen.
    fn show_screen(&mut self, screen: Screen) {
        self.shell.jumps.go_another_way();
        self.screens.push(screen);
    }

    /// Shows a list, and asks what is in it.
    fn show_and_ask(&mut self, content: Content, ask: Ask) -> Vec<Effect> {
        let (id, effect) = self.library.ask(ask);
        let mut list = ListScreen::new(content, self.size_of_screens(), self.order());
        list.asked = Some(id);
        self.show_screen(Screen::List(Box::new(list)));
        vec![effect]
    }

    /// Shows which resolutions there are. What was known before is seen at once.
    pub(in crate::app) fn show_catalogue(&mut self) -> Vec<Effect> {
        let known = self.library.known.clone().unwrap_or_default();
        self.show_and_ask(Content::Catalogue(Catalogue::of(known)), Ask::Catalogue)
    }

    /// Begins with the catalogue: there is nothing below it.
    pub(in crate::app) fn begin_with_catalogue(&mut self) -> Vec<Effect> {
        let effects = self.show_catalogue();
        let catalogue = self.screens.current().clone();
        self.screens.begin_with(catalogue);
        effects
    }

    /// Lets a search be typed; where one is seen, that goes on.
    fn show_search(&mut self) -> Vec<Effect> {
        if let Screen::List(list) = self.screens.current_mut()
            && list.content.is_hits()
        {
            list.is_typing = true;
            return Vec::new();
        }
        self.show_list(Content::Hits(Hits::offering(&self.library.searches)));
        if let Screen::List(list) = self.screens.current_mut() {
            list.is_typing = true;
        }
        self.library.ask_once()
    }

    /// Asks for what is searched for in the list that is seen.
    pub(in crate::app) fn ask_for_hits(&mut self) -> Vec<Effect> {
        let Screen::List(list) = self.screens.current_mut() else { return Vec::new() };
        if let Content::LibraryLedger(ledger) = &mut list.content {
            ledger.is_searching = true;
            let ask = Ask::Ledger(list.line.text().trim().to_owned(), ledger.order());
            let (id, effect) = self.library.ask(ask);
            list.asked = Some(id);
            return vec![effect];
        }
        let Content::Hits(hits) = &mut list.content else { return Vec::new() };
        let query = list.line.text().trim().to_owned();
        if query.is_empty() {
            *hits = Hits::offering(&self.library.searches);
            list.asked = None;
            list.renew(|_| None);
            return Vec::new();
        }
        (hits.is_searching, hits.is_of_another) = (true, true);
        let (id, effect) = self.library.ask(Ask::Find(query));
        list.asked = Some(id);
        vec![effect]
    }

    /// Makes a search: in the search that is seen, else in one of its own.
    pub(super) fn search_for(&mut self, query: &str) -> Vec<Effect> {
        if let Screen::List(list) = self.screens.current_mut()
            && let Content::LibraryLedger(_) = &list.content
        {
            (list.line, list.narrowing) = (Line::new(query.trim()), None);
            return self.ask_for_hits();
        }
        if !matches!(self.screens.current(), Screen::List(list) if list.content.is_hits()) {
            self.show_list(Content::Hits(Hits::default()));
        }
        if let Screen::List(list) = self.screens.current_mut() {
            (list.line, list.is_typing, list.narrowing) = (Line::new(query), false, None);
        }
        self.library.searches.remember(query);
        self.ask_for_hits()
    }

    /// Remembers what is searched for in the list that is seen.
    pub(in crate::app) fn remember_library_search(&mut self) {
        let Screen::List(list) = self.screens.current() else { return };
        let query = list.line.text().trim();
        if list.content.is_hits() && !query.is_empty() {
            self.library.searches.remember(query);
        }
    }

    /// Keeps what is searched for, or what is chosen among the searches to make again; or keeps it no longer.
    pub(super) fn keep_search(&mut self) {
        let Some(query) = self.search_meant() else { return self.shell.say("type a search first") };
        let is_kept = self.library.searches.keep_or_not(&query);
        self.offer_searches_anew();
        self.shell.say(match is_kept {
            true => format!("kept: {query} is offered where a search begins"),
            false => format!("no longer kept: {query}"),
        });
    }

    /// Forgets the search that is chosen among those to make again.
    pub(super) fn forget_search(&mut self) {
        let Some(query) = self.search_meant() else { return };
        self.library.searches.forget(&query);
        self.offer_searches_anew();
        self.shell.say(format!("forgotten: {query}"));
    }

    fn search_meant(&self) -> Option<String> {
        let Screen::List(list) = self.screens.current() else { return None };
        let typed = list.line.text().trim();
        let chosen = || list.content.leads_to_search(list.entries.chosen()?);
        if typed.is_empty() { chosen() } else { Some(typed.to_owned()) }
    }

    fn offer_searches_anew(&mut self) {
        let Screen::List(list) = self.screens.current_mut() else { return };
        if let Content::Hits(hits) = &mut list.content
            && list.line.text().trim().is_empty()
        {
            *hits = Hits::offering(&self.library.searches);
            list.renew(Some);
        }
    }

    fn show_series(&mut self) -> Vec<Effect> {
        let Some(symbol) = self.readers.current().cited_here().map(|(symbol, _)| symbol) else {
            self.shell.say("the document has no symbol by which its series could be found");
            return Vec::new();
        };
        self.show_and_ask(Content::Series(Series::of(symbol.clone())), Ask::Series(symbol))
    }

    /// Shows the paragraph with the cursor, of a text or of a comparison, through the sessions.
    fn show_history(&mut self) -> Vec<Effect> {
        let here = match self.screens.current() {
            Screen::Pair(pair) => {
                pair.passage_here().map(|(side, passage)| (pair.texts[side].id, passage))
            }
            _ => self.place().map(|place| (self.reader().id(), place.passage)),
        };
        let Some((id, passage)) = here else {
            self.shell.say("there is no paragraph here");
            return Vec::new();
        };
        let Some(reader) = self.reader_of(id) else { return Vec::new() };
        let Some(symbol) = reader.document.head.symbol.clone() else {
            self.shell.say("the document has no symbol by which its series could be found");
            return Vec::new();
        };
        let cite = reader.document.cite(passage);
        let history = History::of(format!("{cite} of {}", reader.called()));
        self.show_and_ask(Content::History(history), Ask::History { of: id, symbol, passage })
    }

    fn show_uses(&mut self) -> Vec<Effect> {
        let reader = self.readers.current();
        let Some((called, text, cite)) = reader.words_here() else {
            self.shell.say("there is no paragraph here");
            return Vec::new();
        };
        let of = format!("{called} of {}", reader.called());
        let ask = Ask::Uses { text, of: cite.map(|cite| (reader.id(), cite)) };
        self.show_and_ask(Content::Uses(Uses::of(of)), ask)
    }

    fn show_cited_by(&mut self) -> Vec<Effect> {
        let reader = self.readers.current();
        let Some((symbol, cite)) = reader.cited_here() else {
            self.shell.say("the document has no symbol by which it could be cited");
            return Vec::new();
        };
        let of = match &cite {
            Some(cite) => format!("{cite} of {symbol}"),
            None => symbol.to_string(),
        };
        self.show_and_ask(Content::CitedBy(CitedByList::of(of)), Ask::CitedBy { symbol, cite })
    }

    /// Shows who is asked to do what: in the document that is read; from a list, or asked once more, in the library.
    fn show_mandates(&mut self) -> Vec<Effect> {
        if !matches!(self.screens.current(), Screen::Reading(_)) {
            let ask = Ask::Ledger(String::new(), LedgerOrder::default());
            return self.show_and_ask(Content::LibraryLedger(LibraryLedger::asked()), ask);
        }
        let reader = self.readers.current();
        let ledger = Ledger::of(reader.id(), reader.called());
        let ask = Ask::Mandates(reader.id());
        self.show_and_ask(Content::Ledger(ledger), ask)
    }

    /// Shows two open documents side by side.
    pub(in crate::app) fn show_pair(
        &mut self,
        a: DocId,
        b: DocId,
        is_of_languages: bool,
    ) -> Vec<Effect> {
        let (Some(left), Some(right)) = (self.reader_of(a), self.reader_of(b)) else {
            return Vec::new();
        };
        let compared = |reader: &Reader| Compared {
            id: reader.id(),
            called: reader.called(),
            document: Arc::clone(reader.shared_document()),
        };
        let mut pair = Comparison::new([compared(left), compared(right)], is_of_languages);
        pair.begin_at = self.place().map(|place| (self.reader().id(), place.passage));
        let ask = if is_of_languages { Ask::Align(a, b) } else { Ask::Compare(a, b) };
        let (id, effect) = self.library.ask(ask);
        pair.asked = Some(id);
        self.show_screen(Screen::Pair(Box::new(pair)));
        vec![effect]
    }

    /// Asks what nobody waits for of all open documents.
    pub(in crate::app) fn ask_about_all(&mut self) -> Vec<Effect> {
        let ids: Vec<DocId> = self.readers.all().iter().map(Reader::id).collect();
        ids.into_iter().flat_map(|id| self.ask_about(id)).collect()
    }

    /// Asks for the text of the resolution that is chosen in the catalogue on the screen, where there is room for it and
    /// it was not asked for yet.
    pub(in crate::app) fn ask_for_preview(&mut self) -> Option<Effect> {
        let Screen::List(list) = self.screens.current_mut() else { return None };
        let Content::Catalogue(catalogue) = &mut list.content else { return None };
        if list.areas.side.width == 0 {
            return None;
        }
        let edition = catalogue.edition(list.entries.chosen()?)?.clone();
        catalogue.preview.want(&edition).then(|| self.library.ask(Ask::Preview(edition)).1)
    }

    /// Asks again what was written on other files of all open documents.
    pub(in crate::app) fn ask_about_siblings(&mut self) -> Vec<Effect> {
        let ids: Vec<DocId> = self.readers.all().iter().map(Reader::id).collect();
        ids.into_iter().filter_map(|id| self.ask_about_siblings_of(id)).collect()
    }

    /// Asks what was written on other files of a document. `None` where no file can be one.
    fn ask_about_siblings_of(&mut self, id: DocId) -> Option<Effect> {
        let reader = self.reader_of(id)?;
        let has_siblings = reader.file.is_some() && reader.document.head.symbol.is_some();
        has_siblings.then(|| self.library.ask(Ask::Siblings(id)).1)
    }

    /// Asks what was written on other files of a document, and how often its paragraphs were used elsewhere.
    pub(in crate::app) fn ask_about(&mut self, id: DocId) -> Vec<Effect> {
        if self.reader_of(id).is_none_or(Reader::is_placeholder) {
            return Vec::new();
        }
        let siblings = self.ask_about_siblings_of(id);
        siblings.into_iter().chain([self.library.ask(Ask::UseCounts(id)).1]).collect()
    }

    /// Opens the next or previous passage of what was found last in the library.
    pub(in crate::app) fn next_in_library(&mut self, forward: bool) -> Vec<Effect> {
        let Some(list) = self.screens.last_hits() else { return Vec::new() };
        let before = list.entries.chosen();
        list.entries.step(if forward { 1 } else { -1 });
        let chosen = list.entries.chosen();
        if chosen == before {
            self.shell.say(if forward {
                "that was the last passage"
            } else {
                "that was the first passage"
            });
            return Vec::new();
        }
        if let Some(found) = list.found() {
            self.shell.pattern = Pattern::literal(found);
        }
        match chosen.and_then(|entry| list.content.opens(entry)) {
            Some(wanted) => self.open(wanted),
            None => Vec::new(),
        }
    }

    /// Leaves the screen that is seen; the last one with the program.
    pub(in crate::app) fn leave_screen(&mut self) -> Vec<Effect> {
        if self.go_to_screen_below() { Vec::new() } else { self.quit() }
    }

    /// Says that a command has no meaning on the screen that is seen.
    pub(in crate::app) fn say_not_here(shell: &mut Shell, command: Command) {
        let help = shell.key_or_name(Program::Help);
        let place = match command {
            Command::Lists(_) => "lists",
            Command::Pairs(_) => "comparisons",
            _ => "documents",
        };
        shell.say(format!("{} is for {place}; {help} lists all keys", command.entry().name));
    }
}

impl Reader {
    /// The words whose uses are sought: those selected, else the paragraph with the cursor. How they are called,
    /// and the citation where they are a whole paragraph.
    fn words_here(&self) -> Option<(String, String, Option<Cite>)> {
        let place = self.place()?;
        let cite = self.document.cite(place.passage);
        if let Some(selected) = self.selected() {
            let words: Vec<&str> = selected
                .iter()
                .filter_map(|(passage, bytes)| self.document.text(*passage).get(bytes.clone()))
                .collect();
            return Some((format!("words in {cite}"), words.join(" "), None));
        }
        let text = self.document.text(place.passage).to_owned();
        Some((cite.to_string(), text, Some(cite)))
    }

    /// What is asked who cites it: the resolution of a reference under the cursor; else this one, with the
    /// paragraph where that is an operative one or of an annex.
    fn cited_here(&self) -> Option<(Symbol, Option<Cite>)> {
        let place = self.place()?;
        if let Some(link) = link::link_at(&self.document, place)
            && let Goal::Document { symbol, .. } = link.goal
        {
            return Some((symbol, None));
        }
        Some((self.document.head.symbol.clone()?, None))
    }
}
