//! Following marks and references: `f` there and back, Enter, labels, peeking.

use super::{
    Reader,
    link::{self, Goal, Link},
};
use crate::{
    app::{
        Effect, Shell,
        dialog::{ContentsList, Dialog, Labels, Peek},
        documents::Wanted,
        keys::command::Following,
    },
    document::{Passage, Place},
};

impl Reader {
    /// Follows marks and references.
    pub(in crate::app) fn run_follow(
        &mut self,
        shell: &mut Shell,
        command: Following,
        count: Option<usize>,
    ) -> Vec<Effect> {
        let Some(place) = self.place() else { return Vec::new() };
        match command {
            Following::Footnote => self.footnote(shell, place),
            Following::Follow => self.follow(shell, place),
            Following::NextLink => self.next_link(shell, place, true, count.unwrap_or(1)),
            Following::PreviousLink => self.next_link(shell, place, false, count.unwrap_or(1)),
            Following::Peek => self.peek(shell, place),
            Following::Labels => self.label_links(shell),
            Following::Contents => self.open_contents(shell),
            Following::Browse => return self.browse(shell, place),
        }
        Vec::new()
    }

    /// Lists the parts, sections, headings and annexes.
    fn open_contents(&self, shell: &mut Shell) {
        let contents = ContentsList::new(&self.context(shell));
        if contents.is_empty() {
            shell.say("this document has no headings, sections or annexes");
        } else {
            shell.dialog = Some(Dialog::Contents(contents));
        }
    }

    /// Shows what the reference here leads to in the person's browser; without one, this document.
    fn browse(&self, shell: &mut Shell, place: Place) -> Vec<Effect> {
        let link = link::link_from(&self.document, place);
        let symbol = match link.map(|link| link.goal) {
            Some(Goal::Document { symbol, .. }) => Some(symbol),
            _ => self.document.head.symbol.clone(),
        };
        let Some(symbol) = symbol else {
            shell.warn("neither a reference here nor this document has a symbol");
            return Vec::new();
        };
        let address = symbol.link();
        shell.say(format!("opening {address}"));
        vec![Effect::Browse(address)]
    }

    /// Any other command was done: `f` in a footnote begins anew.
    pub(in crate::app) fn forget_trail(&mut self) {
        self.trail.returned = None;
    }

    /// Puts letters over everything on the screen that can be followed.
    fn label_links(&mut self, shell: &mut Shell) {
        let labels = Labels::of(&self.document, &self.view);
        if labels.labels.is_empty() {
            shell.say("nothing on the screen can be followed");
        } else {
            shell.dialog = Some(Dialog::Labels(labels));
        }
    }

    /// From the text to a footnote, from a footnote back to the text; again, to the next place.
    fn footnote(&mut self, shell: &mut Shell, place: Place) {
        if let Passage::Footnote(i) = place.passage {
            return self.back_to_text(shell, i);
        }
        if let Some((note, index)) = self.trail.returned.take() {
            let places = link::citing(&self.document, note);
            if places.len() > 1 && places.get(index) == Some(&place) {
                return self.cite_place(shell, note, &places, (index + 1) % places.len());
            }
        }
        match self.next_mark(place) {
            Some(link) => self.follow_link(shell, &link),
            None => {
                shell.say("no footnote mark after the cursor in this pane");
            }
        }
    }

    fn back_to_text(&mut self, shell: &mut Shell, note: usize) {
        let places = link::citing(&self.document, note);
        let came_from = self.trail.origin.as_ref().filter(|(from, _)| *from == note);
        let index = came_from.and_then(|(_, origin)| places.iter().position(|p| p == origin));
        self.cite_place(shell, note, &places, index.unwrap_or(0));
    }

    fn cite_place(&mut self, shell: &mut Shell, note: usize, places: &[Place], index: usize) {
        let label = self.document.footnotes.get(note).map_or("", |note| &note.mark);
        let Some(&place) = places.get(index) else {
            shell.warn(format!("no mark leads to footnote {label}"));
            return;
        };
        if places.len() > 1 {
            let nth = format!("footnote {label} is cited {} times: {}", places.len(), index + 1);
            shell.say(nth);
        }
        self.jump(shell, place);
        self.trail.returned = Some((note, index));
    }

    /// The first mark at or after a place, in this passage or the next ones of the pane.
    fn next_mark(&self, place: Place) -> Option<Link> {
        let document = &self.document;
        let flow = &self.view.pane(self.view.focus()).flow;
        let mark = document.marks(place.passage).iter().find(|mark| mark.at >= place.at);
        if let Some(mark) = mark {
            return Some(link::of_mark(document, place.passage, mark));
        }
        flow.passages_from(place.passage, true).skip(1).find_map(|passage| {
            let mark = document.marks(passage).first()?;
            Some(link::of_mark(document, passage, mark))
        })
    }

    fn follow(&mut self, shell: &mut Shell, place: Place) {
        match link::link_at(&self.document, place) {
            Some(link) => self.follow_link(shell, &link),
            None => {
                let hint = format!(
                    "no reference under the cursor: {} goes to the next, {} labels all",
                    shell.key_or_name(Following::NextLink),
                    shell.key_or_name(Following::Labels)
                );
                shell.say(hint);
            }
        }
    }

    /// Goes where a link leads, or says that there is nothing.
    pub(in crate::app) fn follow_link(&mut self, shell: &mut Shell, link: &Link) {
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
            Goal::Document { symbol, locus } => {
                let (symbol, locus) = (symbol.clone(), locus.clone());
                shell.wanted = Some(Wanted::Symbol { beside: self.id, symbol, locus });
                return;
            }
        };
        match target {
            Some(passage) => self.jump(shell, Place::start_of(passage)),
            None => shell.warn(missing),
        }
    }

    /// Goes where a reference leads that was peeked at.
    pub(in crate::app) fn follow_goal(&mut self, shell: &mut Shell, goal: Goal) {
        if let Some(Place { passage, at }) = self.place() {
            self.follow_link(shell, &Link { passage, bytes: at..at, goal });
        }
    }

    fn next_link(&mut self, shell: &mut Shell, from: Place, forward: bool, times: usize) {
        let mut place = from;
        for _ in 0..times {
            match self.link_beyond(place, forward) {
                Some(next) => place = next,
                None => {
                    shell.say("no more references in this pane");
                    break;
                }
            }
        }
        self.view.go(&self.document, place);
    }

    fn link_beyond(&self, place: Place, forward: bool) -> Option<Place> {
        let document = &self.document;
        let flow = &self.view.pane(self.view.focus()).flow;
        flow.passages_from(place.passage, forward).find_map(|passage| {
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
    fn peek(&mut self, shell: &mut Shell, place: Place) {
        let document = &self.document;
        let link = link::link_from(document, place).or_else(|| {
            let Passage::Footnote(note) = place.passage else { return None };
            let citing = link::citing(document, note).first()?.passage;
            let goal = Goal::Here(document.cite(citing));
            Some(Link { passage: place.passage, bytes: place.at..place.at, goal })
        });
        match link {
            Some(link) => self.peek_at(shell, &link),
            None => shell.say("no reference from here on in this paragraph"),
        }
    }

    /// Shows what something leads to that is not followed now.
    pub(in crate::app) fn peek_at_goal(&self, shell: &mut Shell, goal: Goal) {
        if let Some(Place { passage, at }) = self.place() {
            self.peek_at(shell, &Link { passage, bytes: at..at, goal });
        }
    }

    fn peek_at(&self, shell: &mut Shell, link: &Link) {
        let size = self.view.arrangement().size;
        let cell = self.view.screen_cell(&self.document, link.place());
        let cell = cell.unwrap_or((size.columns / 2, size.rows / 3));
        shell.dialog = Some(Dialog::Peek(Peek::at(
            &self.document,
            link.goal.clone(),
            cell,
            size,
            self.view.order(),
        )));
    }
}
