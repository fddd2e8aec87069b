//! Following marks and references: `f` there and back, Enter, labels, peeking, back and forward.

use super::{
    App, Notice,
    command::Command,
    dialog::{Dialog, Labels, Peek},
    link::{self, Goal, Link},
};
use crate::document::{Passage, Place};

/// What `f` remembers, so that it leads back to where it came from, and then on.
#[derive(Clone, Debug, Default)]
pub(super) struct Trail {
    /// The mark that was followed last: its footnote and its place.
    origin: Option<(usize, Place)>,
    /// The footnote from which the last command went back, and to which of its marks.
    pub(super) returned: Option<(usize, usize)>,
}

impl App {
    pub(super) fn run_follow(&mut self, command: Command, count: Option<usize>) {
        let Some(place) = self.place() else { return };
        match command {
            Command::Footnote => self.footnote(place),
            Command::Follow => self.follow(place),
            Command::NextLink => self.next_link(place, true, count.unwrap_or(1)),
            Command::PreviousLink => self.next_link(place, false, count.unwrap_or(1)),
            Command::Peek => self.peek(place),
            Command::Labels => self.label_links(),
            Command::Back | Command::Forward => self.back_or_forward(command, place),
            _ => {}
        }
    }

    /// Puts letters over everything on the screen that can be followed.
    fn label_links(&mut self) {
        let labels = Labels::of(&self.document, &self.view);
        if labels.labels.is_empty() {
            self.notice = Some(Notice::info("nothing on the screen can be followed"));
        } else {
            self.dialog = Some(Dialog::Labels(labels));
        }
    }

    fn back_or_forward(&mut self, command: Command, from: Place) {
        let (to, end) = if command == Command::Back {
            (self.jumps.back(from), "this is where you began")
        } else {
            (self.jumps.forward(from), "this is the last place you jumped to")
        };
        match to {
            Some(to) => self.view.go(&self.document, to),
            None => self.notice = Some(Notice::info(end)),
        }
    }

    /// From the text to a footnote, from a footnote back to the text; again, to the next place.
    fn footnote(&mut self, place: Place) {
        if let Passage::Footnote(i) = place.passage {
            return self.back_to_text(i);
        }
        if let Some((note, index)) = self.trail.returned.take() {
            let places = link::citing(&self.document, note);
            if places.len() > 1 && places.get(index) == Some(&place) {
                return self.cite_place(note, &places, (index + 1) % places.len());
            }
        }
        match self.next_mark(place) {
            Some(link) => self.follow_link(&link),
            None => {
                self.notice = Some(Notice::info("no footnote mark after the cursor in this pane"));
            }
        }
    }

    fn back_to_text(&mut self, note: usize) {
        let places = link::citing(&self.document, note);
        let came_from = self.trail.origin.as_ref().filter(|(from, _)| *from == note);
        let index = came_from.and_then(|(_, origin)| places.iter().position(|p| p == origin));
        self.cite_place(note, &places, index.unwrap_or(0));
    }

    fn cite_place(&mut self, note: usize, places: &[Place], index: usize) {
        let label = self.document.footnotes.get(note).map_or("", |note| &note.mark);
        let Some(&place) = places.get(index) else {
            self.notice = Some(Notice::warning(format!("no mark leads to footnote {label}")));
            return;
        };
        if places.len() > 1 {
            let nth = format!("footnote {label} is cited {} times: {}", places.len(), index + 1);
            self.notice = Some(Notice::info(nth));
        }
        self.jump(place);
        self.trail.returned = Some((note, index));
    }

    /// The first mark at or after a place, in this passage or the next ones of the pane.
    fn next_mark(&self, place: Place) -> Option<Link> {
        let document = &self.document;
        let galley = &self.view.pane(self.view.focus()).galley;
        let mark = document.marks(place.passage).iter().find(|mark| mark.at >= place.at);
        if let Some(mark) = mark {
            return Some(link::of_mark(document, place.passage, mark));
        }
        galley.passages_from(place.passage, true).skip(1).find_map(|passage| {
            let mark = document.marks(passage).first()?;
            Some(link::of_mark(document, passage, mark))
        })
    }

    fn follow(&mut self, place: Place) {
        match link::link_at(&self.document, place) {
            Some(link) => self.follow_link(&link),
            None => {
                let key = |command| self.keymap.key_of(command).unwrap_or_default();
                let hint = format!(
                    "no reference under the cursor: {} goes to the next, {} labels all",
                    key(Command::NextLink),
                    key(Command::Labels)
                );
                self.notice = Some(Notice::info(hint));
            }
        }
    }

    /// Goes where a link leads, or says that there is nothing.
    pub(super) fn follow_link(&mut self, link: &Link) {
        let (target, missing) = match &link.goal {
            Goal::Footnote { label, note } => {
                self.trail.origin = note.map(|note| (note, link.place()));
                (
                    note.map(Passage::Footnote),
                    format!("footnote {label} is missing in this document"),
                )
            }
            Goal::Here(cite) => (
                self.document.meant(cite, Some(link.passage)),
                format!("this document has no {cite}"),
            ),
            Goal::Document { .. } => return self.peek_at(link),
        };
        match target {
            Some(passage) => self.jump(Place::start_of(passage)),
            None => self.notice = Some(Notice::warning(missing)),
        }
    }

    fn next_link(&mut self, from: Place, forward: bool, times: usize) {
        let mut place = from;
        for _ in 0..times {
            match self.link_beyond(place, forward) {
                Some(next) => place = next,
                None => {
                    self.notice = Some(Notice::info("no more references in this pane"));
                    break;
                }
            }
        }
        self.view.go(&self.document, place);
    }

    fn link_beyond(&self, place: Place, forward: bool) -> Option<Place> {
        let document = &self.document;
        let galley = &self.view.pane(self.view.focus()).galley;
        galley.passages_from(place.passage, forward).find_map(|passage| {
            let links = link::links(document, passage);
            let mut places = links.iter().map(Link::place);
            let here = passage == place.passage;
            if forward {
                places.find(|link| !here || link.at > place.at)
            } else {
                places.rfind(|link| !here || link.at < place.at)
            }
        })
    }

    /// Shows what the reference here leads to; for a footnote without one, where it is cited.
    fn peek(&mut self, place: Place) {
        let document = &self.document;
        let link = link::link_from(document, place).or_else(|| {
            let Passage::Footnote(note) = place.passage else { return None };
            let citing = link::citing(document, note).first()?.passage;
            let goal = Goal::Here(document.cite(citing));
            Some(Link { passage: place.passage, bytes: place.at..place.at, goal })
        });
        match link {
            Some(link) => self.peek_at(&link),
            None => self.notice = Some(Notice::info("no reference from here on in this paragraph")),
        }
    }

    fn peek_at(&mut self, link: &Link) {
        let size = self.view.arrangement().size;
        let cell = self.view.screen_cell(&self.document, link.place());
        let cell = cell.unwrap_or((size.columns / 2, size.rows / 3));
        self.dialog = Some(Dialog::Peek(Peek::at(
            &self.document,
            link.goal.clone(),
            cell,
            size,
            self.view.order(),
        )));
    }
}
