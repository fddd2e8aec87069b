//! While the folders of a library are read: how far that is is told, and what is asked is answered of what is known
//! so far, and later of all. Knows questions and the library, not how folders are read.

use std::{
    sync::mpsc::RecvTimeoutError,
    thread,
    time::{Duration, Instant},
};

use super::{
    answering::answer_of,
    jobs,
    question::{Desk, Question},
    shelf::Shelf,
};
use crate::{
    app::screens::library::{Answer, Ask},
    opening::library::Progress,
};

/// How long reading goes on in silence.
const TICK: Duration = Duration::from_millis(200);

/// Brings a library up to date for the sake of a question. Returns whether it is another one now.
pub(super) fn read(question: &Question, shelf: &mut Shelf, desk: &mut Desk<'_>) -> bool {
    let mut so_far = SoFar {
        shelf: Shelf::default(),
        kept: 0,
        before: shelf.library.count_files(),
        told: shelf.library.count_files(),
        told_at: Instant::now(),
    };
    shelf.bring_up_to_date(&question.folders, &mut |progress, wait| {
        so_far.look(question, progress, wait, desk);
    })
}

/// What is known of a library while it is read, and told of it.
struct SoFar {
    shelf: Shelf,
    /// In how many pieces it was kept when it was looked at last.
    kept: usize,
    /// Files that were known before.
    before: usize,
    /// Files that were known when answers were given last.
    told: usize,
    /// When it was told last how far reading is.
    told_at: Instant,
}

impl SoFar {
    /// Waits so long for a question, answers it, and tells what there is to be told.
    fn look(
        &mut self,
        question: &Question,
        progress: &Progress,
        wait: Duration,
        desk: &mut Desk<'_>,
    ) {
        match desk.asked.recv_timeout(wait) {
            Ok(new) => self.take_up(new, question, desk),
            Err(RecvTimeoutError::Timeout) => {}
            // The reader is gone; what is read is kept for the next one.
            Err(RecvTimeoutError::Disconnected) => thread::sleep(wait),
        }
        if self.told_at.elapsed() >= TICK {
            self.told_at = Instant::now();
            let left = progress.left().map(|left| left.as_secs());
            let (done, all) = (progress.done(), progress.all());
            for waiting in waiting(question, desk) {
                desk.tell(waiting.id)(Answer::Progress { done, all, left });
            }
        }
        // Each time half as much again is known: to tell it takes its time, and what is read moves.
        let known = self.before + progress.done();
        if progress.kept() > self.kept && known * 2 >= self.told * 3 {
            (self.kept, self.told) = (progress.kept(), known);
            self.shelf = Shelf::so_far(&question.folders);
            for waiting in waiting(question, desk) {
                answer_so_far(waiting, &mut self.shelf, desk);
            }
        }
    }

    /// Answers a question that comes while folders are read for another: at once and for good where it is about
    /// documents alone.
    fn take_up(&mut self, new: Question, question: &Question, desk: &mut Desk<'_>) {
        if matches!(new.ask, Ask::Mandates(_) | Ask::Compare(..) | Ask::Align(..)) {
            let answered = jobs::caught(|| answer_of(&new, &mut self.shelf, desk));
            if let Err(why) | Ok(Err(why)) = answered {
                desk.tell(new.id)(Answer::Failed(why));
            }
            return;
        }
        if is_answered_so_far(&new.ask) && new.folders == question.folders {
            answer_so_far(&new, &mut self.shelf, desk);
        }
        desk.later.push_back(new);
    }
}

/// What waits for the folders: the question for which they are read, and what was asked since of the same ones.
fn waiting<'a>(question: &'a Question, desk: &'a Desk<'_>) -> impl Iterator<Item = &'a Question> {
    let since = desk.later.iter().filter(|later| {
        later.folders == question.folders && is_answered_so_far(&later.ask) && desk.is_newest(later)
    });
    std::iter::once(question).filter(|question| desk.is_newest(question)).chain(since)
}

/// Whether a part of an answer is of use. How often words were used elsewhere would be too few.
const fn is_answered_so_far(ask: &Ask) -> bool {
    matches!(ask, Ask::Preview(_)) || !ask.is_of_what_is_known()
}

/// Answers of what is known so far. What cannot be answered yet will be in the end, or it will be said why not.
fn answer_so_far(question: &Question, so_far: &mut Shelf, desk: &Desk<'_>) {
    if !so_far.is_empty() {
        let _ = jobs::caught(|| answer_of(question, so_far, desk));
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::PathBuf, sync::mpsc::channel};

    use super::*;
    use crate::{
        app::{DocId, screens::library::AskId},
        opening::library::gather,
        term::{event::Event, question::Newest},
    };

    fn question(number: u64, ask: Ask, folder: &str) -> Question {
        let folders = vec![PathBuf::from(folder)];
        let id = AskId(number);
        Question { id, ask, about: None, other: None, folders, is_named: true }
    }

    /// A text that says this, as far as it is read.
    fn so_far(text: &str) -> SoFar {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a.txt");
        let text = format!("The General Assembly,\n\n1. Requests {text};\n");
        fs::write(&file, text).expect("written");
        let library = gather(&[file], &Progress::default(), &|| true).library;
        let shelf = Shelf::of(&["texts".into()], library);
        SoFar { shelf, kept: 0, before: 0, told: 0, told_at: Instant::now() }
    }

    /// What is said of a question that comes while a folder is read for the catalogue: the answer at once, and
    /// whether there will be another.
    fn asked_meanwhile(new: Question) -> (Option<String>, bool) {
        let (events, happened) = channel();
        let (asking, asked) = channel();
        let newest = Newest::default();
        newest.add(&new);
        let mut desk = Desk::new(&asked, &newest, &events);
        let catalogue = question(1, Ask::Catalogue, "texts");
        newest.add(&catalogue);
        asking.send(new).expect("asked");
        let mut so_far = so_far("that fish be counted");
        so_far.look(&catalogue, &Progress::default(), Duration::from_secs(5), &mut desk);
        let said = happened.try_iter().find_map(|event| match event {
            Event::Answered(id, Answer::Hits { all, .. }) => {
                Some(format!("{}: {all} found", id.number()))
            }
            Event::Answered(id, Answer::Catalogue(known)) => {
                Some(format!("{}: {} of more", id.number(), known.entries.len()))
                    .filter(|_| !known.is_whole)
            }
            Event::Answered(id, Answer::Failed(why)) => Some(format!("{}: {why}", id.number())),
            _ => None,
        });
        (said, !desk.later.is_empty())
    }

    #[test]
    fn a_search_is_answered_of_what_is_read_so_far_and_again() {
        let find = |words: &str, folder| question(2, Ask::Find(words.into()), folder);
        assert_eq!(asked_meanwhile(find("fish", "texts")), (Some("2: 1 found".into()), true));
        assert_eq!(asked_meanwhile(find("fowl", "texts")), (Some("2: 0 found".into()), true));
        // What is not known of another folder is not told of this one.
        assert_eq!(asked_meanwhile(find("fish", "others")), (None, true));
    }

    #[test]
    fn the_catalogue_says_that_there_will_be_more() {
        let catalogue = question(2, Ask::Catalogue, "texts");
        assert_eq!(asked_meanwhile(catalogue), (Some("2: 1 of more".into()), true));
    }

    #[test]
    fn two_documents_are_not_kept_waiting() {
        let compare = question(2, Ask::Compare(DocId::FIRST, DocId::FIRST.next()), "texts");
        let closed = Some("2: the document is not open any more".into());
        assert_eq!(asked_meanwhile(compare), (closed, false));
    }

    #[test]
    fn who_asked_again_is_not_told_what_the_older_question_finds() {
        let (events, _) = channel();
        let (_asking, asked) = channel();
        let newest = Newest::default();
        let mut desk = Desk::new(&asked, &newest, &events);
        let catalogue = question(1, Ask::Catalogue, "texts");
        newest.add(&catalogue);
        for (number, words) in [(2, "fi"), (3, "fis")] {
            let find = question(number, Ask::Find(words.into()), "texts");
            newest.add(&find);
            desk.later.push_back(find);
        }
        let told: Vec<u64> = waiting(&catalogue, &desk).map(|asked| asked.id.number()).collect();
        assert_eq!(told, [1, 3]);
    }
}
