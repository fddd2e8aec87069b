//! The list of the open documents, the resolutions of the library and the files beside the one that is read: to
//! read one, to compare with one, to put another language beside. Knows how they are called; to read or open what
//! is chosen is for others.

use std::{path::PathBuf, sync::Arc};

use super::{
    answer::{Action, Answer},
    line::{Edit, Line},
    menu::{Choice, Menu, fitting},
};
use crate::{
    app::{
        documents::{Chosen, FileBeside, InAList},
        keys::key::{Code, Key, Named},
        screens::library::Known,
    },
    document::{Language, Symbol},
    library::{Edition, Entry},
};

/// A list of documents.
#[derive(Clone, Debug)]
pub struct DocumentList {
    /// The menu.
    pub menu: Menu<Chosen>,
    purpose: Purpose,
    open: Vec<InAList>,
    current: InAList,
    files: Vec<FileBeside>,
    known: Option<Arc<Known>>,
    /// What is offered of the library: made once, and not for each letter that is typed.
    of_library: Vec<Choice<Chosen>>,
}

/// What a document is chosen for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Purpose {
    /// To be read.
    Read,
    /// To be compared with the one that is read.
    Compare,
    /// To stand beside it in another language.
    Languages,
}

/// Resolutions of the library that are listed before anything is typed.
const FEW: usize = 200;

impl DocumentList {
    /// The open documents; what is beside them is [set](Self::set_files) once it is known. To read one, the one
    /// before the current is chosen, so that two keys go to and fro.
    pub(in crate::app) fn new(open: Vec<InAList>, current: InAList, purpose: Purpose) -> Self {
        let title = match purpose {
            Purpose::Read => "Open".to_owned(),
            Purpose::Compare => format!("Compare {} with", current.called),
            Purpose::Languages => format!("{} in another language", current.called),
        };
        let mut menu = Menu::new(title, ">");
        menu.nothing = "no document of this name; a path opens a file elsewhere".into();
        let (files, known, of_library) = (Vec::new(), None, Vec::new());
        let mut list = Self { menu, purpose, open, current, files, known, of_library };
        list.menu.offer(list.choices());
        if purpose == Purpose::Read {
            let at =
                list.open.iter().position(|document| document.id == list.current.id).unwrap_or(0);
            let others = list.open.len().max(1);
            list.menu.chosen = if others > 1 { (at + others - 1) % others } else { 0 };
        }
        list
    }

    /// Takes the files beside the document.
    pub(in crate::app) fn set_files(&mut self, files: Vec<FileBeside>) {
        self.files = files;
        self.menu.renew(self.choices());
    }

    /// Takes what is known of the library.
    pub(in crate::app) fn set_known(&mut self, known: &Arc<Known>) {
        self.known = Some(Arc::clone(known));
        self.of_library = self.choices_of_library();
        let is_first =
            self.menu.chosen == 0 && self.menu.typed().is_empty() && self.purpose != Purpose::Read;
        self.menu.renew(self.choices());
        if is_first {
            // What is offered first is the best there is, also where it was found a moment later.
            self.menu.chosen = 0;
        }
    }

    fn choices(&self) -> Vec<Choice<Chosen>> {
        let typed = self.menu.typed();
        let open =
            self.open.iter().filter(|document| self.may_be_chosen(document)).map(|document| {
                Choice {
                    keys: "open".into(),
                    ..Choice::new(&document.called, &document.title, Chosen::Open(document.id))
                }
            });
        let (open, beside): (Vec<_>, Vec<_>) = (open.collect(), self.files_beside().collect());
        let most = if typed.is_empty() { FEW } else { usize::MAX };
        let all = open.iter().chain(self.of_library.iter().take(most)).chain(&beside);
        let mut choices = fitting(typed, all);
        if typed.contains(['/', std::path::MAIN_SEPARATOR]) && !is_symbol(typed) {
            choices.push(Choice::new(typed, "this file", Chosen::File(PathBuf::from(typed))));
        }
        choices
    }

    /// Whether an open document may be put beside the one that is read.
    fn may_be_chosen(&self, document: &InAList) -> bool {
        match self.purpose {
            Purpose::Read => true,
            Purpose::Compare => document.id != self.current.id,
            Purpose::Languages => {
                document.id != self.current.id && document.language != self.current.language
            }
        }
    }

    /// The text of this resolution in another language that need not be asked for: there is one such language alone,
    /// among the open documents and in the library as far as it is known. One that is open is meant before its file.
    pub(in crate::app) fn only_language(&self) -> Option<Chosen> {
        let own = self.current.symbol.as_ref().filter(|_| self.purpose == Purpose::Languages)?;
        let is_another = |language: Language| language != self.current.language;
        let open = self.open.iter().filter(|one| one.symbol.as_ref() == Some(own));
        let open = open.map(|one| (one.language, Chosen::Open(one.id)));
        let entries = self.known.iter().flat_map(|known| known.entries.iter());
        let same = entries.filter(|entry| entry.symbol.as_deref() == Some(own.as_str()));
        let files = same.flat_map(|entry| &entry.editions).filter(|edition| edition.part == 0);
        let files = files.map(|one| (one.language, Chosen::File(PathBuf::from(&one.path))));
        let mut others = open.chain(files).filter(|(language, _)| is_another(*language));
        let (language, chosen) = others.next()?;
        others.all(|(other, _)| other == language).then_some(chosen)
    }

    fn files_beside(&self) -> impl Iterator<Item = Choice<Chosen>> {
        let file = |file: &FileBeside| Choice::new(&file.name, "", Chosen::File(file.path.clone()));
        // In which language a file is, its name does not say: only one that is named is meant.
        let are_offered = self.purpose != Purpose::Languages || !self.menu.typed().is_empty();
        self.files.iter().filter(move |_| are_offered).map(file)
    }

    /// The resolutions of the library: to compare, the version before first, then those of the same title; in
    /// another language, those of the same symbol.
    fn choices_of_library(&self) -> Vec<Choice<Chosen>> {
        let Some(known) = &self.known else { return Vec::new() };
        let entries = known.entries.iter();
        match self.purpose {
            Purpose::Read => entries.rev().filter_map(|entry| choice(entry, "")).collect(),
            Purpose::Languages => {
                let own = self.current.symbol.as_ref().map(ToString::to_string);
                let same = entries.filter(|entry| own.is_some() && entry.symbol == own);
                let editions =
                    same.flat_map(|entry| entry.editions.iter().map(move |e| (entry, e)));
                let others =
                    editions.filter(|(_, edition)| edition.language != self.current.language);
                others.map(|(entry, edition)| in_language(entry, edition)).collect()
            }
            Purpose::Compare => {
                let own = TitleWords::of(&self.current.title);
                let mut ranked: Vec<(Kinship, &Entry)> =
                    entries.filter_map(|entry| Some((self.kinship(entry, &own)?, entry))).collect();
                ranked.sort_by(|(a, one), (b, other)| {
                    b.cmp(a).then_with(|| other.date.cmp(&one.date))
                });
                let mut is_first = true;
                let mut said = |kinship: Kinship| match kinship {
                    Kinship { alike: 8.., is_older: true, .. } if std::mem::take(&mut is_first) => {
                        "the version before"
                    }
                    Kinship { alike: 8.., .. } => "same title",
                    Kinship { alike: 5.., .. } => "similar title",
                    _ => "",
                };
                ranked.into_iter().filter_map(|(kin, entry)| choice(entry, said(kin))).collect()
            }
        }
    }

    /// How near a resolution is to the one that is read, whose title has these words; `None` for the resolution itself.
    fn kinship(&self, entry: &Entry, own: &TitleWords) -> Option<Kinship> {
        let symbol = entry.symbol.as_deref().map(Symbol::new);
        if symbol.is_some() && symbol == self.current.symbol {
            return None;
        }
        let title = entry.title.as_deref().map(TitleWords::of);
        let alike = title.map_or(0, |title| tenths_alike(&title, own));
        let date: Option<jiff::civil::Date> =
            entry.date.as_deref().and_then(|date| date.parse().ok());
        let is_older = date.is_some_and(|date| self.current.date.is_none_or(|own| date < own));
        let is_cited = symbol.is_some_and(|symbol| self.current.cited.contains(&symbol));
        // Titles that share less than half of their words say nothing.
        let alike = if alike < 5 { 0 } else { alike };
        Some(Kinship { alike, is_cited: is_cited && alike > 0, is_older: is_older && alike > 0 })
    }

    /// Enter does what the list was opened for. A list that is empty stays open at Enter: what was typed may be the
    /// beginning of a path, which Tab completes.
    pub(super) fn press(&mut self, key: Key) -> Answer {
        match (self.menu.press(key), self.menu.chosen()) {
            (Edit::Submit, Some(chosen)) => {
                Answer::CloseAnd(match (self.purpose, chosen.clone()) {
                    (Purpose::Read, Chosen::Open(id)) => Action::Read(id),
                    (Purpose::Read, Chosen::File(path)) => Action::OpenFile(path),
                    (Purpose::Compare, chosen) => Action::PutBeside(chosen, false),
                    (Purpose::Languages, chosen) => Action::PutBeside(chosen, true),
                })
            }
            (Edit::Submit, None) => Answer::Stay,
            (Edit::Cancel, _) => Answer::Close,
            (Edit::Changed, _) => {
                self.menu.offer(self.choices());
                Answer::Stay
            }
            (Edit::NotMine, _) if key.code == Code::Named(Named::Tab) => {
                self.complete();
                Answer::Stay
            }
            (Edit::Same | Edit::NotMine, _) => Answer::Stay,
        }
    }

    /// Types the rest of the name that is chosen.
    fn complete(&mut self) {
        let chosen = self.menu.choices.get(self.menu.chosen).map(|choice| choice.name.clone());
        if let Some(name) = chosen {
            self.menu.line = Line::new(name);
            self.menu.renew(self.choices());
        }
    }

    pub(super) fn paste(&mut self, text: &str) -> Answer {
        self.menu.line.insert(text);
        self.menu.offer(self.choices());
        Answer::Stay
    }
}

/// A resolution of the library; `None` where it has no file.
fn choice(entry: &Entry, said: &str) -> Option<Choice<Chosen>> {
    let edition = entry.editions.first()?;
    let path = PathBuf::from(&edition.path);
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let name = entry.symbol.clone().unwrap_or(file);
    let title = entry.title.clone().unwrap_or_default();
    let year = entry.date.as_deref().and_then(|date| date.get(..4)).unwrap_or_default();
    let keys =
        if said.is_empty() { year.to_owned() } else { format!("{said} {year}").trim().to_owned() };
    Some(Choice { keys, ..Choice::new(name, title, Chosen::File(path)) })
}

/// An edition of a resolution in its language.
fn in_language(entry: &Entry, edition: &Edition) -> Choice<Chosen> {
    let path = PathBuf::from(&edition.path);
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let name = edition.language.name();
    let doc = format!("{}  {file}", entry.symbol.as_deref().unwrap_or_default());
    Choice {
        keys: edition.language.code().to_owned(),
        ..Choice::new(name, doc, Chosen::File(path))
    }
}

/// How near one resolution is to another, the most telling first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Kinship {
    /// Tenths of their titles' words that are the same.
    alike: u8,
    /// Whether the other cites it.
    is_cited: bool,
    is_older: bool,
}

/// The words of a title, and those of them that stand before its colon, in small letters and without numbers.
struct TitleWords {
    all: Vec<String>,
    of_topic: usize,
}

impl TitleWords {
    fn of(title: &str) -> Self {
        let words = |text: &str| -> Vec<String> {
            let letters = text.chars().filter(|c| c.is_alphabetic() || c.is_whitespace());
            let letters: String = letters.flat_map(char::to_lowercase).collect();
            letters.split_whitespace().map(str::to_owned).collect()
        };
        let of_topic = title.split_once(':').map(|(topic, _)| words(topic).len());
        let all = words(title);
        Self { of_topic: of_topic.unwrap_or(all.len()), all }
    }

    fn topic(&self) -> &[String] {
        self.all.get(..self.of_topic).unwrap_or_default()
    }
}

/// How many tenths of the words of two titles are the same; of titles that go on after a colon, also of what stands
/// before it.
fn tenths_alike(one: &TitleWords, other: &TitleWords) -> u8 {
    let share = |one: &[String], other: &[String]| {
        let shared = one.iter().filter(|word| other.contains(word)).count();
        shared * 10 / one.len().max(other.len()).max(1)
    };
    let of_topics = if one.of_topic > 2 { share(one.topic(), other.topic()) * 9 / 10 } else { 0 };
    u8::try_from(share(&one.all, &other.all).max(of_topics)).unwrap_or(10)
}

/// Whether what is typed is the symbol of a document and no path.
fn is_symbol(typed: &str) -> bool {
    ["A/", "S/", "E/"].iter().any(|body| typed.to_uppercase().starts_with(body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_one_series_are_alike() {
        let alike =
            |one: &str, other: &str| tenths_alike(&TitleWords::of(one), &TitleWords::of(other));
        let (one, other) =
            ("Implementation of the Declaration, 2016", "Implementation of the Declaration");
        assert_eq!(alike(one, other), 10);
        assert!(alike(one, "Oceans and the law of the sea") < 5);
        assert_eq!(alike("", ""), 0);
        let (one, other) =
            ("Rights of the child: family reunification", "Rights of the child: digital world");
        assert_eq!(alike(one, other), 9, "one topic");
    }

    #[test]
    fn a_symbol_is_no_path() {
        assert!(is_symbol("a/res/72/247") && is_symbol("S/RES/1325"));
        assert!(!is_symbol("texts/a.txt") && !is_symbol("/texts/a.txt"));
    }
}
