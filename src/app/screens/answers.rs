//! Answers of the library, taken into the screens that wait for them. Asks again only where a document changed.

use std::sync::Arc;

use super::{
    Comparison, ListScreen, Screen,
    cited_by::CitedByList,
    content::Content,
    history::History,
    hits::Hits,
    ledger::Ledger,
    library::{Answer, Ask, AskId, Known},
    library_ledger::LibraryLedger,
    series::Series,
    tags::Tags,
    uses::Uses,
};
use crate::{
    app::{App, DocId, Effect, dialog::Dialog, documents::Readers, keys::command::Library},
    document::Passage,
    text::counted,
};

impl App {
    /// Takes an answer. One that no screen waits for any more is dropped.
    pub(in crate::app) fn answered(&mut self, id: AskId, answer: Answer) {
        match answer {
            Answer::Catalogue(known) => self.take_known(id, known),
            Answer::UseCounts(document, counts) => {
                if let Some(reader) = self.readers.get_mut(document) {
                    reader.use_counts = counts;
                }
            }
            Answer::Siblings { of, annotations, .. } => self.take_siblings(of, annotations),
            Answer::Preview(of, text) => {
                for screen in self.screens.all_mut() {
                    if let Screen::List(list) = screen
                        && let Content::Catalogue(catalogue) = &mut list.content
                    {
                        catalogue.preview.take(of.clone(), text.clone());
                    }
                }
            }
            answer => {
                for screen in self.screens.all_mut() {
                    match screen {
                        Screen::List(list) if list.asked == Some(id) => {
                            list.take(&self.readers, answer);
                        }
                        Screen::Pair(pair) if pair.asked == Some(id) => pair.take_answer(answer),
                        _ => continue,
                    }
                    return;
                }
                if let Answer::Large(files) = answer {
                    let key = self.shell.key_or_name(Library::Catalogue);
                    let files = counted(files, "file");
                    if let Some(Dialog::Documents(documents)) = &mut self.shell.dialog {
                        documents.menu.title += &format!(" · {files} here not read, {key}");
                    } else {
                        self.shell.say(format!("{files} here were never read; {key} reads them"));
                    }
                }
            }
        }
    }

    /// Takes what is known of the library now.
    fn take_known(&mut self, id: AskId, known: Arc<Known>) {
        self.library.known = Some(Arc::clone(&known));
        for screen in self.screens.all_mut() {
            let Screen::List(list) = screen else { continue };
            if list.asked == Some(id) {
                list.progress = list.progress.filter(|_| !known.is_whole);
                list.large = None;
            }
            if let Content::Catalogue(catalogue) = &mut list.content {
                let moved = catalogue.renew(Arc::clone(&known));
                list.renew(|before| moved.get(before).copied().flatten());
            }
        }
        if let Some(Dialog::Documents(documents)) = &mut self.shell.dialog {
            documents.set_known(&known);
        }
    }

    /// Takes a document that changed into the screens that show it.
    pub(in crate::app) fn document_changed_on_screens(&mut self, id: DocId) -> Vec<Effect> {
        let Some(reader) = self.readers.all().iter().find(|reader| reader.id() == id) else {
            return Vec::new();
        };
        let document = Arc::clone(reader.shared_document());
        let mut effects = Vec::new();
        for screen in self.screens.all_mut() {
            match screen {
                Screen::Pair(pair) if pair.is_of(id) => {
                    for text in pair.texts.iter_mut().filter(|text| text.id == id) {
                        text.document = Arc::clone(&document);
                    }
                    let [a, b] = [pair.texts[0].id, pair.texts[1].id];
                    let ask =
                        if pair.is_of_languages { Ask::Align(a, b) } else { Ask::Compare(a, b) };
                    let (asked, effect) = self.library.ask(ask);
                    pair.wait_for(asked);
                    effects.push(effect);
                }
                Screen::List(list) if list.content.is_mandates_of(id) => {
                    let (asked, effect) = self.library.ask(Ask::Mandates(id));
                    list.asked = Some(asked);
                    effects.push(effect);
                }
                _ => {}
            }
        }
        effects
    }
}

impl ListScreen {
    /// Takes an answer to what it asked.
    fn take(&mut self, readers: &Readers, answer: Answer) {
        if let Answer::Progress { done, all, left } = answer {
            self.progress = Some((done, all, left));
            return;
        }
        self.progress = None;
        self.large = match answer {
            Answer::Large(files) => Some(files),
            _ => None,
        };
        match (&mut self.content, answer) {
            (Content::Hits(hits), Answer::Hits { hits: found, all, counts }) => {
                let chosen = self.entries.chosen();
                let moved = hits.take(found, all, counts, chosen);
                self.renew(|_| moved);
                return;
            }
            (Content::Series(series), Answer::Series(found)) => series.take(found),
            (Content::History(history), Answer::History(versions, found)) => {
                history.take(versions, found);
            }
            (Content::LibraryLedger(ledger), Answer::Ledger(page)) => ledger.take(page),
            (Content::Tags(tags), Answer::Tags(found)) => tags.take(found),
            (Content::Uses(uses), Answer::Uses(found)) => uses.take(found),
            (Content::CitedBy(list), Answer::CitedBy(found)) => list.take(found),
            (Content::Ledger(ledger), Answer::Mandates(mandates)) => {
                let document = readers.all().iter().find(|r| r.id() == ledger.document());
                ledger.take(mandates, |mandate| {
                    let text =
                        document.map_or("", |r| r.document().text(Passage::Block(mandate.block)));
                    text.get(mandate.range.clone()).unwrap_or_default().to_owned()
                });
            }
            (Content::Hits(hits), Answer::Failed(why)) => {
                *hits = Hits::failed(why);
            }
            (Content::Uses(Uses { failed, is_searching, .. }), Answer::Failed(why))
            | (Content::CitedBy(CitedByList { failed, is_searching, .. }), Answer::Failed(why))
            | (Content::Series(Series { failed, is_searching, .. }), Answer::Failed(why))
            | (Content::History(History { failed, is_searching, .. }), Answer::Failed(why))
            | (
                Content::LibraryLedger(LibraryLedger { failed, is_searching, .. }),
                Answer::Failed(why),
            )
            | (Content::Tags(Tags { failed, is_searching, .. }), Answer::Failed(why))
            | (Content::Ledger(Ledger { failed, is_searching, .. }), Answer::Failed(why)) => {
                (*failed, *is_searching) = (Some(why), false);
            }
            _ => return,
        }
        self.renew(Some);
    }
}

impl Comparison {
    fn take_answer(&mut self, answer: Answer) {
        match answer {
            Answer::Compared(pairs) => self.take(pairs),
            Answer::Aligned(alignment) => self.take_alignment(&alignment),
            Answer::Failed(why) => self.failed = Some(why),
            _ => {}
        }
    }
}
