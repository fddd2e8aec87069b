//! What commands and the mouse do in a list.

use super::{ListScreen, Screen, content::Content, library::Ask, unread::Unread};
use crate::app::{
    App, Effect, Mouse, MouseAction,
    documents::Chosen,
    keys::command::{
        Annotating, Command, Following, Library, Lists, Motion, PaneCommand, Program, Searching,
    },
    panes::steps::Step,
    reading::search::Pattern,
};

/// Rows that one step of the wheel moves.
const WHEEL: isize = 3;

impl ListScreen {
    /// Moves in the list: as in a text, with entries for rows and groups for paragraphs.
    pub(in crate::app) fn run_move(&mut self, command: Motion, count: Option<usize>) {
        let entries = &mut self.entries;
        match Step::of(command, count, self.areas.entries.height) {
            Some(Step::Rows(rows) | Step::Scroll(rows)) => entries.step(rows),
            Some(Step::Pages(rows)) => entries.page(rows),
            Some(Step::Percent(percent)) => entries.go_to_percent(percent),
            Some(Step::Items(times)) => entries.step_groups(times),
            None => {}
        }
    }
}

impl App {
    /// Does a command in the list that is seen. `None` where it is none of a list.
    pub(super) fn run_in_list(
        &mut self,
        command: Command,
        count: Option<usize>,
    ) -> Option<Vec<Effect>> {
        let Screen::List(list) = self.screens.current_mut() else { return None };
        if list.narrowing.is_some()
            && let Some(effects) = self.run_beside(command, count)
        {
            return Some(effects);
        }
        let Screen::List(list) = self.screens.current_mut() else { return None };
        match command {
            Command::Panes(PaneCommand::NextPane | PaneCommand::PreviousPane) => {
                if !list.narrow_or_not() {
                    self.shell.say("there is nothing beside this list to narrow it by");
                }
            }
            Command::Annotate(Annotating::SetBookmark) if list.content.is_hits() => {
                self.keep_search();
            }
            Command::Annotate(Annotating::Delete) if list.content.is_hits() => self.forget_search(),
            Command::Annotate(Annotating::Tag) if list.content.is_mandates() => {
                return Some(self.mark_chosen());
            }
            Command::Annotate(Annotating::Undo | Annotating::Redo)
                if list.content.is_mandates() =>
            {
                return Some(self.undo(command == Annotating::Redo.into()));
            }
            Command::Move(motion) => list.run_move(motion, count),
            Command::Follow(Following::Follow) => return Some(self.open_chosen()),
            Command::Search(Searching::Search) => list.is_typing = true,
            Command::Search(Searching::NextHit) => list.entries.step(1),
            Command::Search(Searching::PreviousHit) => list.entries.step(-1),
            Command::Lists(Lists::Sort) => match list.content.sort() {
                Some(said) if list.content.asks() => {
                    self.shell.say(format!("sorted {said}"));
                    return Some(self.ask_for_hits());
                }
                Some(said) => {
                    list.renew(|_| None);
                    self.shell.say(format!("sorted {said}"));
                }
                None => self.shell.say("it has one order only"),
            },
            Command::Lists(Lists::Unread) => {
                let Content::Catalogue(catalogue) = &list.content else { return None };
                let unread = Content::Unread(Unread(catalogue.known().clone()));
                self.show_list(unread);
            }
            Command::Annotate(Annotating::OnlyTags) => {
                return Some(self.run_library(Library::Tags));
            }
            _ => return None,
        }
        Some(Vec::new())
    }

    /// Does a command where the keys go to what stands beside the list. `None` where it has no meaning there.
    fn run_beside(&mut self, command: Command, count: Option<usize>) -> Option<Vec<Effect>> {
        let Screen::List(list) = self.screens.current_mut() else { return None };
        let times = isize::try_from(count.unwrap_or(1)).unwrap_or(isize::MAX);
        match command {
            Command::Move(Motion::LineDown) => list.step_beside(times),
            Command::Move(Motion::LineUp) => list.step_beside(-times),
            Command::Follow(Following::Follow) => {
                let query = list.narrowed()?;
                return Some(self.search_for(&query));
            }
            Command::Program(Program::Cancel) => list.narrowing = None,
            _ => return None,
        }
        Some(Vec::new())
    }

    /// Compares the chosen resolution of a series with the document that is read. `None` in other lists.
    pub(in crate::app) fn compare_chosen(&mut self) -> Option<Vec<Effect>> {
        let Screen::List(list) = self.screens.current() else { return None };
        let Content::Series(series) = &list.content else { return None };
        let file = series.file(list.entries.chosen()?)?;
        let chosen = match self.readers.of_file(&file) {
            Some(id) if id == self.reader().id() => {
                self.shell.say("this is the text that is read; choose another one of the series");
                return Some(Vec::new());
            }
            Some(id) => Chosen::Open(id),
            None => Chosen::File(file),
        };
        Some(self.put_beside(chosen, false))
    }

    /// Opens what is chosen in the list that is seen.
    pub(in crate::app) fn open_chosen(&mut self) -> Vec<Effect> {
        let Screen::List(list) = self.screens.current_mut() else { return Vec::new() };
        if list.large.take().is_some() {
            return vec![self.library.ask(Ask::ReadFolder).1];
        }
        let chosen = list.entries.chosen();
        if let Some(query) = chosen.and_then(|entry| list.content.leads_to_search(entry)) {
            return self.search_for(&query);
        }
        let wanted = list.entries.chosen().and_then(|entry| list.content.opens(entry));
        self.shell.goes_on_in_library = list.content.is_hits();
        if let Some(found) = list.found() {
            self.shell.pattern = Pattern::literal(found);
        }
        match wanted {
            Some(wanted) => self.open(wanted),
            None => Vec::new(),
        }
    }

    /// The mouse in the list that is seen: a click chooses, another one opens.
    pub(in crate::app) fn mouse_in_list(&mut self, mouse: Mouse) -> Vec<Effect> {
        let Screen::List(list) = self.screens.current_mut() else { return Vec::new() };
        match mouse.action {
            MouseAction::WheelUp => list.entries.step(-WHEEL),
            MouseAction::WheelDown => list.entries.step(WHEEL),
            MouseAction::Press if list.areas.side.contains(mouse.column, mouse.row) => {
                let row = usize::from(mouse.row - list.areas.side.y);
                if list.side.get(row).is_some_and(|line| line.narrows.is_some()) {
                    list.narrowing = Some(row);
                    return list.narrowed().map_or_else(Vec::new, |query| self.search_for(&query));
                }
            }
            MouseAction::Press if list.areas.entries.contains(mouse.column, mouse.row) => {
                let row = usize::from(mouse.row - list.areas.entries.y);
                if list.entries.click(row) == Some(true) {
                    return self.open_chosen();
                }
            }
            MouseAction::Press | MouseAction::Drag | MouseAction::Release => {}
        }
        Vec::new()
    }
}
