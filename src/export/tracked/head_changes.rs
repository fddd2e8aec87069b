//! What becomes of the lines of a Word file that are no passages, of its head above all: changed, gone or new as the
//! other text has them. Knows lines and paragraphs of the file, not how changes are written.

use super::{
    head_lines::{HeadLine, changed_words, has_lines_of_its_own, head_lines},
    new_paragraphs::{without_section, words},
    paragraph::{Change, Inserted, Paragraph},
    paragraph_end::with_mark,
    places::At,
    weave::Weaving,
};
use crate::{document::Passage, text::comparable};

/// A line that only the other text has.
pub(super) struct NewLine {
    line: HeadLine,
    /// The paragraph of the file that it stands behind, where a line of the same kind does.
    after: Option<usize>,
}

impl NewLine {
    /// The passage of the other text behind which it stands.
    pub(super) const fn behind(&self) -> Option<Passage> {
        self.line.behind
    }
}

impl Weaving<'_> {
    /// Changes the lines of the file's own text; returns those that only the other one has.
    pub(super) fn take_head_lines(&mut self, own_source: &str) -> Vec<NewLine> {
        let own = self.found_lines(head_lines(self.own, own_source));
        let other = head_lines(self.other, self.other_source);
        let is_told = has_lines_of_its_own(self.own) && has_lines_of_its_own(self.other);
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for (i, (line, _)) in own.iter().enumerate() {
            let from = pairs.last().map_or(0, |(_, last)| last + 1);
            let mut rest = other.iter().enumerate().skip(from);
            let partner =
                rest.find(|(_, other)| self.is_same_gap(line, other) && line.is_like(other));
            pairs.extend(partner.map(|(partner, _)| (i, partner)));
        }
        for (i, (line, paragraph)) in own.iter().enumerate() {
            match pairs.iter().find(|(own, _)| *own == i) {
                Some((_, partner)) => self.change_line(line, &other[*partner], *paragraph),
                None if is_told => self.changes[0].entry(*paragraph).or_default().is_alone = true,
                None => {}
            }
        }
        if !is_told {
            return Vec::new();
        }
        let is_paired = |at: usize| pairs.iter().any(|(_, partner)| *partner == at);
        let new = |(at, line): (usize, &HeadLine)| {
            let before = pairs.iter().rfind(|(_, partner)| *partner < at);
            let before = before.filter(|(_, partner)| other[*partner].behind == line.behind);
            NewLine { line: line.clone(), after: before.map(|(i, _)| own[*i].1) }
        };
        other.iter().enumerate().filter(|(at, _)| !is_paired(*at)).map(new).collect()
    }

    /// The lines that stand in a paragraph of the file by themselves, with it.
    fn found_lines(&self, lines: Vec<HeadLine>) -> Vec<(HeadLine, usize)> {
        let is_passage = |paragraph: usize| {
            self.at.iter().any(|(passage, at)| {
                !matches!(passage, Passage::Footnote(_))
                    && matches!(at, At::Words { paragraph: of, .. } if *of == paragraph)
            })
        };
        let mut from = 0;
        let mut found = Vec::new();
        for line in lines {
            let sought = comparable(&line.text);
            let place = (from..self.text.paragraphs.len()).find(|at| {
                comparable(&self.text.paragraphs[*at].text) == sought
                    && self.text.table_of[*at].is_none()
                    && !is_passage(*at)
            });
            if let Some(place) = place {
                from = place + 1;
                found.push((line, place));
            }
        }
        found
    }

    /// Whether two lines stand behind the same: both before the title, or behind passages that are a pair.
    fn is_same_gap(&self, own: &HeadLine, other: &HeadLine) -> bool {
        match (own.behind, other.behind) {
            (None, None) => true,
            (Some(own), Some(other)) => self.partners.get(&other) == Some(&own),
            _ => false,
        }
    }

    fn change_line(&mut self, own: &HeadLine, other: &HeadLine, paragraph: usize) {
        let text = &self.text.paragraphs[paragraph].text;
        let start = text.len() - text.trim_start().len();
        let Some((range, words)) = changed_words(text.trim(), &other.text) else { return };
        if comparable(&own.text) == comparable(&other.text) {
            return;
        }
        let other = vec![Inserted::Words(words)];
        let own = start + range.start..start + range.end;
        let change = Change { own, other, leads: true };
        self.changes[0].entry(paragraph).or_default().changes.push(change);
    }

    /// Puts in a line that only the other text has, made like the line it stands behind, else like the title.
    pub(super) fn insert_line(&mut self, new: &NewLine) {
        let passages = self.other.passages();
        let place = match (new.after, new.line.behind) {
            (Some(paragraph), _) => self.text.behind(paragraph),
            (None, None) => self.place_behind(std::iter::empty()),
            (None, Some(last)) => {
                self.place_behind(passages.take_while(|passage| *passage <= last))
            }
        };
        let of_title = match self.at.get(&Passage::Title) {
            Some(At::Words { paragraph, bytes }) => Some((*paragraph, bytes[0])),
            _ => None,
        };
        let model = new.after.map(|paragraph| (paragraph, usize::MAX)).or(of_title);
        let (mut properties, mut tabs, mut looks) = (String::new(), String::new(), String::new());
        if let Some((paragraph, words_at)) = model {
            let paragraph: &Paragraph = &self.text.paragraphs[paragraph];
            let text = &paragraph.text;
            let before =
                text.get(..words_at).unwrap_or(&text[..text.len() - text.trim_start().len()]);
            properties = without_section(&paragraph.properties);
            tabs = before.chars().filter(|c| *c == '\t').collect();
            looks = paragraph.looks_at(before.len()).to_owned();
        }
        let mut inserted = words(&format!("{tabs}{}", new.line.text));
        if let Some(note) = new.line.note {
            inserted.extend(self.new_notes.reference(
                self.other,
                (note, false),
                &mut self.revision,
            ));
        }
        let properties = with_mark(&properties, &self.revision.other_mark());
        let runs = self.revision.other_runs(&inserted, &looks);
        self.inserted.push((place, format!("<w:p>{properties}{runs}</w:p>")));
    }
}
