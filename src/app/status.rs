//! The words of the status line: where the cursor is, what was done, which keys matter here.
//! Knows no colours and no widths; `ui` leaves out from the end what does not fit.

use super::{
    App, Notice, Reader, Screen, Shell,
    annotating::saved::Saving,
    dialog::{Dialog, Hint},
    keys::command::{
        Annotating, Command, Copying, Following, Library, Lists, Motion, Pairs, PaneCommand,
        Program, Searching,
    },
    reading::{link, units::Unit},
    screens::{Comparison, ListScreen, content::Content},
};
use crate::annotations::Annotation;
use crate::document::Passage;

/// What the status line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// `OP14 · 62 %`.
    pub place: String,
    /// What must not be overlooked: that something is not saved, that not everything is shown.
    pub alarm: Option<String>,
    /// What was done last, until the next key.
    pub notice: Option<Notice>,
    /// Keys typed that are not a command yet: `14`, `g`.
    pub pending: String,
    /// A line being typed instead: `/`, its text, and the cursor in it as a byte.
    pub prompt: Option<PromptLine>,
    /// The keys that matter here, the most important first.
    pub hints: Vec<Hint>,
}

/// A line being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromptLine {
    /// What it is for: `/`.
    pub sign: &'static str,
    /// What was typed.
    pub text: String,
    /// The cursor: a byte of `text`.
    pub cursor: usize,
}

impl App {
    /// What the status line says.
    #[must_use]
    pub fn status(&self) -> Status {
        let prompt = match &self.shell.dialog {
            Some(Dialog::Search(prompt)) => Some(PromptLine {
                sign: "/",
                text: prompt.line.text().to_owned(),
                cursor: prompt.line.cursor(),
            }),
            Some(Dialog::FileName(name)) => Some(PromptLine {
                sign: "write to: ",
                text: name.line.text().to_owned(),
                cursor: name.line.cursor(),
            }),
            _ => None,
        };
        Status {
            place: self.place_on_screen(),
            alarm: self.alarm(),
            notice: self.shell.notice.clone(),
            pending: self.shell.input.shown(),
            prompt,
            hints: match &self.shell.dialog {
                Some(dialog) => dialog.hints(),
                // What is read aloud should be news.
                None if self.is_plain() && matches!(self.screen(), Screen::Reading(_)) => {
                    Vec::new()
                }
                None => self.hints_on_screen(),
            },
        }
    }

    /// Where one is on the screen that is seen; in plain, also what others see there.
    fn place_on_screen(&self) -> String {
        let chosen = self.shell.dialog.as_ref().and_then(Dialog::chosen_in_words);
        match self.screen() {
            _ if self.is_plain() && chosen.is_some() => chosen.unwrap_or_default(),
            Screen::Reading(_) if self.is_plain() => {
                self.reader().place_plainly(self.shell.shows_ladder)
            }
            Screen::Reading(_) => self.reader().place_in_words(),
            Screen::List(list) => match list.entries.counts() {
                (0, _) => String::new(),
                (shown, _) => format!("{} of {shown}", list.entries.place()),
            },
            Screen::Pair(pair) => pair.place_in_words(),
        }
    }

    fn hints_on_screen(&self) -> Vec<Hint> {
        let is_begun = !self.shell.input.begun().is_empty();
        match self.screen() {
            Screen::List(list) if list.is_typing => {
                let hints =
                    [("Enter", "to the list"), ("Esc", "leave the line"), ("↑ ↓", "choose")];
                hints.iter().map(|&(key, does)| Hint { key: key.to_owned(), does }).collect()
            }
            Screen::List(list) if !is_begun => self.hints_of(list.commands()),
            Screen::Pair(pair) if !is_begun => self.hints_of(pair.commands()),
            _ => self.hints_here(),
        }
    }

    fn hints_of(&self, commands: Vec<(Command, &'static str)>) -> Vec<Hint> {
        let hint = |(command, does)| Some(Hint { key: self.shell.keymap.key_of(command)?, does });
        commands.into_iter().filter_map(hint).collect()
    }

    fn alarm(&self) -> Option<String> {
        if let Saving::Failed(_) = self.saving_of_all() {
            let says_so = |notice: &Notice| notice.text.starts_with("not saved");
            let is_said = self.shell.notice.as_ref().is_some_and(says_so);
            return (!is_said).then(|| "not saved".into());
        }
        let only = self.reader().only();
        (!only.is_empty()).then(|| format!("only #{}", only.join(" #")))
    }

    /// The keys that matter in the text, the most important first; after the beginning of one, how it may go
    /// on.
    fn hints_here(&self) -> Vec<Hint> {
        let begun = self.shell.input.begun();
        if !begun.is_empty() {
            let on = self.shell.keymap.continuations(begun).into_iter();
            return on.map(|(key, command)| Hint { key, does: command.entry().name }).collect();
        }
        self.hints_of(self.reader().commands_here(&self.shell))
    }
}

impl ListScreen {
    /// The commands that matter in it, the most important first.
    fn commands(&self) -> Vec<(Command, &'static str)> {
        if self.narrowing.is_some() {
            return vec![
                (Following::Follow.into(), "narrow by this"),
                (PaneCommand::NextPane.into(), "back to the list"),
                (Motion::LineDown.into(), "next"),
            ];
        }
        let line = if self.content.asks() { "change the search" } else { "filter" };
        let mut commands: Vec<(Command, &'static str)> = vec![
            (Following::Follow.into(), "open"),
            (Program::Leave.into(), "back"),
            (Searching::Search.into(), line),
        ];
        if matches!(
            self.content,
            Content::Catalogue(_) | Content::Ledger(_) | Content::LibraryLedger(_)
        ) {
            commands.push((Lists::Sort.into(), "sort"));
        }
        if matches!(self.content, Content::Ledger(_) | Content::LibraryLedger(_)) {
            commands.push((Annotating::Tag.into(), "mark"));
        }
        if self.side.iter().any(|line| line.narrows.is_some()) {
            commands.push((PaneCommand::NextPane.into(), "narrow"));
        }
        if self.content.is_hits() {
            commands.push((Annotating::SetBookmark.into(), "keep this search"));
        }
        if let Content::Ledger(_) = &self.content {
            commands.push((Library::Mandates.into(), "of the whole library"));
        }
        if let Content::Series(_) = &self.content {
            commands.push((Library::Compare.into(), "compare with what is read"));
        }
        if let Content::Catalogue(catalogue) = &self.content {
            commands.push((Library::Search.into(), "search all texts"));
            commands.push((Library::Tags.into(), "tags"));
            commands.push((Library::Mandates.into(), "mandates"));
            if !catalogue.unread().is_empty() {
                commands.push((Lists::Unread.into(), "what could not be read"));
            }
        }
        commands.push((Program::Help.into(), "help"));
        commands
    }
}

impl Comparison {
    /// The pair with the cursor, by the citations of both.
    fn place_in_words(&self) -> String {
        let set = self.set(self.cursor().item);
        let labels = set.into_iter().flat_map(|set| set.texts.iter().flatten());
        let labels: Vec<&str> = labels.map(|text| text.label.as_str()).collect();
        match labels.as_slice() {
            [] => "folded".to_owned(),
            [one] => (*one).to_owned(),
            [one, other] if one == other => (*one).to_owned(),
            several => several.join(" → "),
        }
    }

    /// The commands that matter in it, the most important first.
    fn commands(&self) -> Vec<(Command, &'static str)> {
        let mut commands: Vec<(Command, &'static str)> = Vec::new();
        if !self.is_of_languages {
            commands.push((Pairs::NextChange.into(), "next change"));
        }
        commands.push((Program::Leave.into(), "back"));
        commands.push((PaneCommand::NextPane.into(), "other side"));
        commands.push((Following::Follow.into(), "read there"));
        if !self.is_of_languages {
            commands.push((Pairs::Kinds.into(), "which changes"));
            commands.push((Pairs::Write.into(), "write a file"));
            commands.push((Pairs::Carry.into(), "bring annotations over"));
            commands.push((Library::History.into(), "through the sessions"));
        }
        commands.push((Copying::CopyText.into(), "copy"));
        commands.push((Program::Help.into(), "help"));
        commands
    }
}

impl Reader {
    /// `OP14 · 62 %`; with a selection, what it goes by.
    fn place_in_words(&self) -> String {
        let Some(place) = self.view.place() else { return "no text".into() };
        let cite = match place.passage {
            Passage::Title => "Title".to_owned(),
            passage => self.document.cite(passage).to_string(),
        };
        let selecting = match self.selection.map(|selection| selection.unit) {
            Some(Unit::Character) => " · selecting characters",
            Some(Unit::Word) => " · selecting words",
            Some(Unit::Sentence) => " · selecting sentences",
            None => "",
        };
        format!("{cite} · {} %{selecting}", self.percent())
    }

    /// The same without what changes at every line, and with what stands beside the paragraph as signs.
    fn place_plainly(&self, shows_ladder: bool) -> String {
        let place = self.place_in_words();
        let place = place.split(" · ").filter(|part| !part.ends_with('%')).map(str::to_owned);
        let beside =
            self.view.place().map(|place| self.beside_in_words(place.passage, shows_ladder));
        place.chain(beside.into_iter().flatten()).collect::<Vec<_>>().join(" · ")
    }

    /// How much of the pane stands above the cursor; 100 in its last row.
    fn percent(&self) -> u8 {
        let pane = self.view.pane(self.view.focus());
        let (_, _, bytes) = pane.extent();
        let Some(row_at) = pane.cursor_row() else { return 0 };
        let Some(row) = pane.flow.row(row_at) else { return 0 };
        if pane.flow.bytes_before(row_at.item, row.bytes.end) >= bytes {
            return 100;
        }
        let before = pane.flow.bytes_before(row_at.item, row.bytes.start);
        u8::try_from(before * 100 / bytes.max(1)).unwrap_or(100)
    }

    /// The commands that matter here, the most important first; among the first two is the way out.
    fn commands_here(&self, shell: &Shell) -> Vec<(Command, &'static str)> {
        if self.selection.is_some() {
            return vec![
                (Annotating::Highlight.into(), "highlight"),
                (Program::Cancel.into(), "leave"),
                (Annotating::Tag.into(), "tag"),
                (Annotating::Note.into(), "note"),
                (Copying::CopyText.into(), "copy"),
                (Copying::CopyCitation.into(), "copy citation"),
                (Copying::Select.into(), "words, sentences …"),
            ];
        }
        let mut commands = Vec::new();
        let place = self.view.place();
        let annotation = place.and_then(|place| self.annotations.at(place));
        if annotation.is_some_and(Annotation::is_unreviewed) {
            commands.push((Annotating::Accept.into(), "take"));
            commands.push((Annotating::Delete.into(), "refuse"));
        } else if place.is_some_and(|place| self.sibling_at(place).is_some()) {
            commands.push((Annotating::Accept.into(), "take over"));
            if annotation.is_none() {
                commands.push((Annotating::Delete.into(), "refuse"));
            }
        }
        let on_link = place.and_then(|place| link::link_at(&self.document, place));
        if on_link.is_some() {
            commands.push((Following::Follow.into(), "follow"));
            commands.push((Following::Peek.into(), "peek"));
        }
        match place.map(|place| place.passage) {
            Some(Passage::Footnote(_)) => {
                commands.push((Following::Footnote.into(), "where it is cited"));
            }
            Some(passage) if !self.document.marks(passage).is_empty() => {
                commands.push((Following::Footnote.into(), "footnote"));
            }
            _ => {}
        }
        if shell.pattern.is_some() {
            commands.push((Searching::NextHit.into(), "next hit"));
            commands.push((Searching::PreviousHit.into(), "previous"));
        }
        commands.push((Program::Help.into(), "help"));
        commands.push((Searching::Search.into(), "search"));
        commands.push((PaneCommand::NextPane.into(), "next pane"));
        commands.push((Program::Palette.into(), "commands"));
        commands.push((Program::Leave.into(), "quit"));
        commands
    }
}
