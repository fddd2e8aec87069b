//! What a person marks of what is asked: as done, mine or wrong, by tags of their own; what the machine found stays as it
//! is. Knows the lists of mandates, the annotations of open documents, and the menu of tags.

use std::{ops::Range, path::Path};

use super::{Screen, content::Content};
use crate::{
    annotations::{Annotation, MANDATE_MARKS},
    app::{
        App, DocId, Effect, Reader, Shell,
        annotating::{placed::PlacedAnnotations, target::Target},
        dialog::{Dialog, TagMenu},
        documents::Then,
    },
    document::{Cite, Passage},
};

/// How a mark is shown and typed: `mandate/done` is `#done`.
fn shown(tag: &str) -> Option<String> {
    let is_mark = MANDATE_MARKS.iter().any(|(mark, _)| *mark == tag);
    tag.strip_prefix("mandate/").filter(|_| is_mark).map(|mark| format!("#{mark}"))
}

/// The marks that annotations set, each once, in order.
fn marks_among<'a>(annotations: impl Iterator<Item = &'a Annotation>) -> Vec<String> {
    let tags = annotations.flat_map(|annotation| &annotation.tags);
    let mut marks: Vec<String> = tags.filter_map(|tag| shown(tag)).collect();
    marks.sort();
    marks.dedup();
    marks
}

/// The marks of words of a passage: those of annotations on all of them.
fn marks_of(
    annotations: &PlacedAnnotations,
    passage: Passage,
    words: &Range<usize>,
) -> Vec<String> {
    let covers = |range: &Range<usize>| range.start <= words.start && words.end <= range.end;
    let on = annotations.on(passage).filter(|(annotation, range)| {
        covers(range) || crate::app::annotating::placed::is_whole(annotation)
    });
    marks_among(on.map(|(annotation, _)| annotation))
}

/// The marks of a paragraph, on whatever words of it.
fn marks_on(reader: &Reader, cite: &str) -> Vec<String> {
    let cite = Cite::read(cite);
    let Some(passage) = cite.and_then(|cite| reader.document().passage(&cite)) else {
        return Vec::new();
    };
    let on = reader.annotations.on(passage);
    marks_among(on.map(|(annotation, _)| annotation))
}

impl App {
    /// Offers marks for what is chosen in a list of mandates. Of the library the document is opened first, and the
    /// list stays.
    pub(super) fn mark_chosen(&mut self) -> Vec<Effect> {
        let Screen::List(list) = self.screens.current() else { return Vec::new() };
        let Some(chosen) = list.entries.chosen() else { return Vec::new() };
        match &list.content {
            Content::Ledger(ledger) => {
                let Some((id, block, words)) = ledger.words_of(chosen) else { return Vec::new() };
                self.offer_marks(id, Passage::Block(block), words);
                Vec::new()
            }
            Content::LibraryLedger(ledger) => {
                let wanted = ledger.opens(chosen);
                let Some(words) = ledger.words_of(chosen).map(str::to_owned) else {
                    return Vec::new();
                };
                let effects = wanted.map(|wanted| self.open(wanted)).unwrap_or_default();
                if let Some(awaited) = &mut self.shell.awaited {
                    awaited.then = Then::Mark;
                }
                self.shell.to_mark = Some(words);
                effects
            }
            _ => Vec::new(),
        }
    }

    /// Offers marks for words of a passage of an open document, or for the words that the library has of it.
    pub(in crate::app) fn offer_marks(&mut self, id: DocId, passage: Passage, words: Range<usize>) {
        let Self { shell, readers, .. } = self;
        if readers.switch_to(id) {
            readers.current().open_marks(shell, passage, words);
        }
    }

    /// Shows in the list of mandates that is seen what is marked in open documents.
    pub(in crate::app) fn renew_marks(&mut self) {
        let Self { readers, screens, .. } = self;
        let Screen::List(list) = screens.current_mut() else { return };
        let is_changed = match &mut list.content {
            Content::Ledger(ledger) => {
                let id = ledger.document();
                let reader = readers.all().iter().find(|reader| reader.id() == id);
                reader.is_some_and(|reader| {
                    ledger.mark(|block, words| {
                        marks_of(&reader.annotations, Passage::Block(block), words)
                    })
                })
            }
            Content::LibraryLedger(ledger) => ledger.mark(|file, cite| {
                let id = readers.of_file(Path::new(file))?;
                let reader = readers.all().iter().find(|reader| reader.id() == id)?;
                Some(marks_on(reader, cite))
            }),
            _ => false,
        };
        if is_changed {
            list.renew(Some);
        }
    }
}

impl Reader {
    /// The menu of marks for words of a passage; for all of it where they are all of its words.
    fn open_marks(&self, shell: &mut Shell, passage: Passage, words: Range<usize>) {
        if let Some(why) = &self.read_only {
            shell.warn(why.clone());
            return;
        }
        let is_whole = words == (0..self.document().text(passage).len());
        let known = match is_whole {
            true => self.annotations.whole(passage),
            false => self.annotations.exactly(&[(passage, words.clone())]),
        };
        let target = known.map(|known| Target::of(known.clone())).or_else(|| {
            let at = match is_whole {
                true => self.index().whole(passage),
                false => self.index().words(passage, words)?,
            };
            Some(self.new_target(shell, at, Vec::new()))
        });
        if let Some(target) = target {
            shell.dialog = Some(Dialog::Tags(TagMenu::marks(&self.context(shell), target)));
        }
    }
}
