//! Moving the cursor and showing panes: each command is a line here and a function in `motion`, `pane` or
//! `view`.

use super::{Reader, motion, selection::Selection, units::Unit};
use crate::{
    app::{
        Effect, Shell,
        keys::command::{Copying, Motion, PaneCommand},
        panes::{
            arrange::{Mode, PaneId},
            flow::Flow,
        },
    },
    document::{Block, Document, Passage, Place},
};

impl Reader {
    /// Moves the cursor.
    pub(in crate::app) fn run_move(
        &mut self,
        shell: &mut Shell,
        command: Motion,
        count: Option<usize>,
    ) {
        let times = count.unwrap_or(1);
        let rows = isize::try_from(times).unwrap_or(isize::MAX);
        let height = self.view.pane(self.view.focus()).height();
        let page = isize::try_from(height.saturating_sub(2).max(1)).unwrap_or(1);
        let half = isize::try_from((height / 2).max(1)).unwrap_or(1);
        match command {
            Motion::LineDown => self.move_rows(rows),
            Motion::LineUp => self.move_rows(-rows),
            Motion::PageDown => self.scroll_with_cursor(page.saturating_mul(rows)),
            Motion::PageUp => self.scroll_with_cursor(-page.saturating_mul(rows)),
            Motion::HalfPageDown => self.scroll_with_cursor(half.saturating_mul(rows)),
            Motion::HalfPageUp => self.scroll_with_cursor(-half.saturating_mul(rows)),
            Motion::ScrollDown => self.scroll(rows),
            Motion::ScrollUp => self.scroll(-rows),
            Motion::RowStart => self.go_in_row(false),
            Motion::RowEnd => self.go_in_row(true),
            Motion::Start => self.go_to_end(shell, 0, count),
            Motion::End => self.go_to_end(shell, 100, count),
            Motion::Percent => self.go_to_percent(shell, count),
            Motion::NextParagraph => {
                self.step(times, |_, flow, at| motion::paragraph(flow, at, true));
            }
            Motion::PreviousParagraph => {
                self.step(times, |_, flow, at| motion::paragraph(flow, at, false));
            }
            Motion::NextHeading => self.next_heading(shell, true, times),
            Motion::PreviousHeading => self.next_heading(shell, false, times),
            Motion::NextBracket => self.next_bracket(shell, true, times),
            Motion::PreviousBracket => self.next_bracket(shell, false, times),
            Motion::NextSentence => self.step_by(times, Unit::Sentence, true),
            Motion::PreviousSentence => self.step_by(times, Unit::Sentence, false),
            Motion::NextWord => self.step_by(times, Unit::Word, true),
            Motion::PreviousWord => self.step_by(times, Unit::Word, false),
            Motion::Right => self.step_by(times, Unit::Character, true),
            Motion::Left => self.step_by(times, Unit::Character, false),
        }
    }

    fn move_rows(&mut self, rows: isize) {
        let focus = self.view.focus();
        self.view.pane_mut(focus).move_rows(&self.document, rows);
    }

    fn scroll_with_cursor(&mut self, rows: isize) {
        let focus = self.view.focus();
        self.view.pane_mut(focus).scroll_with_cursor(&self.document, rows);
    }

    fn scroll(&mut self, rows: isize) {
        let focus = self.view.focus();
        let pane = self.view.pane_mut(focus);
        pane.scroll(&self.document, rows);
        pane.keep_cursor_in_sight(&self.document);
    }

    fn go_in_row(&mut self, last: bool) {
        let focus = self.view.focus();
        self.view.pane_mut(focus).go_in_row(&self.document, last);
    }

    /// `gg`, `G` and `14G`: an end of the pane, or the paragraph of a number.
    fn go_to_end(&mut self, shell: &mut Shell, percent: usize, number: Option<usize>) {
        match number {
            Some(number) => self.go_to_number(shell, number),
            None => self.go_to_share(shell, percent),
        }
    }

    /// Goes to the paragraph or footnote of a number; where the count began with the key of a pane and
    /// there is none of the whole number, to that of the rest in that pane.
    fn go_to_number(&mut self, shell: &mut Shell, number: usize) {
        let here = self.place().map(|place| place.passage);
        match motion::numbered(&self.document, number, here) {
            Some(passage) => self.go_to_passage(shell, passage),
            None => match self.number_in_pane(number) {
                Some((pane, passage)) => {
                    self.enter_pane(shell, pane);
                    self.go_to_passage(shell, passage);
                }
                None => {
                    let is_note = matches!(here, Some(Passage::Footnote(_)));
                    let what = if is_note { "footnote" } else { "paragraph" };
                    shell.warn(format!("there is no {what} {number}"));
                }
            },
        }
    }

    /// What `2` and then `14G` mean: paragraph 14 in the second pane, where there is no paragraph 214.
    fn number_in_pane(&self, number: usize) -> Option<(PaneId, Passage)> {
        let digits = number.to_string();
        let (first, rest) = digits.split_at_checked(1)?;
        let pane = *PaneId::THREE.get(first.parse::<usize>().ok()?.checked_sub(1)?)?;
        let there = self.view.pane(pane).flow.items().first()?.passage;
        let passage = motion::numbered(&self.document, rest.parse().ok()?, Some(there))?;
        (self.view.part_of(passage) == pane).then_some((pane, passage))
    }

    /// Goes to a passage, or says why it is not to be seen.
    pub(in crate::app) fn go_to_passage(&mut self, shell: &mut Shell, passage: Passage) {
        if self.view.has(passage) {
            return self.jump(shell, Place::start_of(passage));
        }
        let (cite, tags) = (self.document.cite(passage), self.only.join(" #"));
        shell.warn(format!("{cite} is hidden: only #{tags} is shown, Esc shows everything"));
    }

    /// `50%`.
    pub(in crate::app) fn go_to_percent(&mut self, shell: &mut Shell, percent: Option<usize>) {
        match percent {
            Some(percent) => self.go_to_share(shell, percent),
            None => shell.say("type a number first: 50% is the middle"),
        }
    }

    /// Goes so many hundredths into the pane: far enough to want to come back.
    fn go_to_share(&mut self, shell: &mut Shell, percent: usize) {
        let flow = &self.view.pane(self.view.focus()).flow;
        if let Some(target) = motion::percent(flow, percent) {
            self.jump(shell, target);
            self.go_in_row(false);
        }
    }

    /// Goes to the next or previous entry of the table of contents.
    fn next_heading(&mut self, shell: &mut Shell, forward: bool, times: usize) {
        let Some(mut passage) = self.place().map(|place| place.passage) else { return };
        let from = passage;
        for _ in 0..times {
            match self.document.section_beyond(passage, forward) {
                Some(next) => passage = next,
                None => break,
            }
        }
        if passage == from {
            let where_to = if forward { "after" } else { "before" };
            return shell.say(format!("no heading {where_to} this"));
        }
        self.go_to_passage(shell, passage);
    }

    /// Goes to the next or previous words in square brackets: what a draft has not agreed on.
    fn next_bracket(&mut self, shell: &mut Shell, forward: bool, times: usize) {
        let Some(here) = self.place() else { return };
        let of_block = |(index, block): (usize, &Block)| {
            let passage = Passage::Block(index);
            let starts = block.brackets().into_iter().map(|bracketed| bracketed.range.start);
            starts.map(move |at| Place { passage, at }).collect::<Vec<_>>()
        };
        let places = self.document.blocks.iter().enumerate().flat_map(of_block);
        let mut places: Vec<Place> = places
            .filter(|place| if forward { *place > here } else { *place < here })
            .filter(|place| self.view.has(place.passage))
            .collect();
        if !forward {
            places.reverse();
        }
        match places.get(times.max(1) - 1).or(places.last()) {
            Some(&place) => self.view.go(&self.document, place),
            None if forward => shell.say("no square bracket after this"),
            None => shell.say("no square bracket before this"),
        }
    }

    fn step_by(&mut self, times: usize, unit: Unit, forward: bool) {
        self.step(times, |document, flow, at| motion::unit(document, flow, at, unit, forward));
    }

    /// Goes so many steps, or as many as there are.
    fn step(&mut self, times: usize, next: impl Fn(&Document, &Flow, Place) -> Option<Place>) {
        let Some(mut place) = self.place() else { return };
        let flow = &self.view.pane(self.view.focus()).flow;
        for _ in 0..times {
            match next(&self.document, flow, place) {
                Some(next) => place = next,
                None => break,
            }
        }
        self.view.go(&self.document, place);
    }

    /// Shows panes, and puts the cursor into one.
    pub(in crate::app) fn run_panes(&mut self, shell: &mut Shell, command: PaneCommand) {
        match command {
            PaneCommand::NextPane => self.cycle_pane(shell, true),
            PaneCommand::PreviousPane => self.cycle_pane(shell, false),
            PaneCommand::Preamble => self.enter_pane(shell, PaneId::Preamble),
            PaneCommand::Operative => self.enter_pane(shell, PaneId::Operative),
            PaneCommand::Footnotes => self.enter_pane(shell, PaneId::Footnotes),
            PaneCommand::Alone => self.toggle_mode(shell, Mode::Alone),
            PaneCommand::Whole => self.toggle_mode(shell, Mode::Whole),
            PaneCommand::Ladder => {
                shell.shows_ladder = !shell.shows_ladder;
                let said = if shell.shows_ladder { "shown" } else { "hidden" };
                shell.say(format!("how binding each paragraph is, by its verb, is {said}"));
            }
        }
    }

    fn toggle_mode(&mut self, shell: &mut Shell, mode: Mode) {
        if self.view.mode() == Mode::Plain {
            return shell.say("it is all in one column here, as --plain asks");
        }
        let mode = if self.view.mode() == mode { Mode::Panes } else { mode };
        self.view.set_mode(&self.document, mode);
    }

    /// The next pane that has anything in it.
    fn cycle_pane(&mut self, shell: &mut Shell, forward: bool) {
        let present = |id: &PaneId| !self.view.pane(*id).flow.is_empty();
        let panes: Vec<PaneId> = PaneId::THREE.into_iter().filter(present).collect();
        let here = self.place().map(|place| self.view.part_of(place.passage));
        if let Some(at) = panes.iter().position(|id| Some(*id) == here) {
            let step = if forward { 1 } else { panes.len() - 1 };
            self.enter_pane(shell, panes[(at + step) % panes.len()]);
        }
    }

    /// Puts the cursor into a pane; in the one column, at the beginning of its part.
    fn enter_pane(&mut self, shell: &mut Shell, id: PaneId) {
        let pane = self.view.pane(id);
        if pane.flow.is_empty() {
            shell.say(format!("this document has no {}", id.title().to_lowercase()));
        } else if self.view.mode().is_one_column() {
            let first = pane.flow.items().first().map(|item| item.passage);
            if let Some(passage) = first {
                self.jump(shell, Place::start_of(passage));
            }
        } else {
            self.view.set_focus(&self.document, id);
        }
    }

    /// Leaves what Esc leaves, the nearest first.
    pub(in crate::app) fn cancel(&mut self, shell: &mut Shell) {
        if self.selection.take().is_some() {
            return;
        }
        if shell.pattern.is_none() && !self.only.is_empty() {
            return self.show_only(shell, Vec::new());
        }
        shell.pattern = None;
        self.count_hits(None);
    }

    /// Selects, or copies what is selected or here.
    pub(in crate::app) fn run_copy(&mut self, shell: &mut Shell, command: Copying) -> Vec<Effect> {
        let Some(place) = self.place() else { return Vec::new() };
        match command {
            Copying::Select => {
                self.selection = Some(match self.selection {
                    Some(selection) => selection.coarser(),
                    None => Selection { anchor: place, unit: Unit::Word },
                });
                Vec::new()
            }
            Copying::CopyText => self.copy_text(shell, place),
            Copying::CopyCitation => self.copy_citation(shell, place),
            Copying::CopyBoth => self.copy_both(shell, place),
        }
    }

    /// Digits that were done as the keys of panes turned out to begin a count.
    pub(in crate::app) fn undo_digits(&mut self) {
        if let Some((position, selection)) = &self.before_digits {
            self.view.restore(&self.document, position);
            self.selection = *selection;
        }
    }

    /// Remembers where the person is, and what is selected there, before a digit is taken as the key of a pane.
    pub(in crate::app) fn remember_position(&mut self) {
        self.before_digits = Some((self.view.position(), self.selection));
    }
}
