//! The tags: chosen from a menu, made by typing a new one, taken away, renamed. And the filter that
//! shows only what has certain tags. Knows the menu and the book, and draws nothing.

use super::{
    App, Effect, Notice,
    key::{Code, Key, Named},
    line::Edit,
    menu::{Choice, Menu, fitting},
    popup::Popup,
    target::Target,
};
use crate::annotations::{Change, Entry, clean_tag, rename_tag};

/// A menu of tags, and what it is for.
#[derive(Clone, Debug)]
pub struct Tagging {
    /// The menu.
    pub menu: Menu<Tag>,
    purpose: Purpose,
}

/// What a choice of the menu stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tag {
    /// A tag there is.
    Known(String),
    /// One to be made.
    New(String),
}

/// What is to be changed in the codebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TagChange {
    /// Call a tag, and all below it, by another name.
    Rename(String, String),
    /// Say what a tag is for.
    Describe(String, String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Purpose {
    /// Tag this.
    Set(Target),
    /// Show only what has these.
    Only(Vec<String>),
    /// Give this tag another name.
    Rename(String, Target),
}

impl Tag {
    fn name(&self) -> &str {
        match self {
            Self::Known(name) | Self::New(name) => name,
        }
    }
}

impl App {
    /// The menu of tags for what is meant here.
    pub(super) fn open_tags(&mut self) {
        if let Some(target) = self.target() {
            self.open_tags_of(target);
        }
    }

    /// The menu of tags for an annotation.
    pub(super) fn open_tags_of(&mut self, target: Target) {
        let title = format!("Tags of {}", self.called(&target));
        self.open_tagging(Menu::new(title, "#"), Purpose::Set(target));
    }

    /// The menu of tags to show alone; where some are shown alone, everything again.
    pub(super) fn open_filter(&mut self) {
        if !self.only.is_empty() {
            self.show_only(Vec::new());
            self.notice = Some(Notice::info("everything is shown again"));
        } else if self.marginalia.book().tags().is_empty() {
            self.notice = Some(Notice::info("nothing in this document has a tag yet"));
        } else {
            self.open_tagging(Menu::new("Show only", "#"), Purpose::Only(Vec::new()));
        }
    }

    fn open_tagging(&mut self, mut menu: Menu<Tag>, purpose: Purpose) {
        "no tag yet; type one".clone_into(&mut menu.nothing);
        let mut tagging = Tagging { menu, purpose };
        self.offer_tags(&mut tagging);
        self.popup = Some(Popup::Tags(tagging));
    }

    /// Offers the tags that fit what was typed: the most used first, and last the one typed if there
    /// is no such tag yet.
    pub(super) fn offer_tags(&self, tagging: &mut Tagging) {
        let typed = clean_tag(tagging.menu.typed()).map(|typed| self.codebook.current(&typed));
        let all = self.all_tags();
        let is_new = typed.as_ref().is_some_and(|typed| !all.iter().any(|tag| tag.0 == *typed));
        let choices = all.into_iter().map(|(name, count, description)| Choice {
            check: tagging.check(self, &name),
            keys: if count == 0 { String::new() } else { format!("{count}×") },
            ..Choice::new(name.clone(), description, Tag::Known(name))
        });
        let mut fitting = fitting(tagging.menu.typed(), choices.collect());
        // Who types all of a name means that one, however often another is used.
        if let Some(at) = fitting.iter().position(|choice| Some(&choice.name) == typed.as_ref()) {
            fitting[..=at].rotate_right(1);
        }
        if let (true, Some(name), false) = (is_new, typed, tagging.is_filter()) {
            let doc = if matches!(tagging.purpose, Purpose::Rename(..)) { "" } else { "new tag" };
            let check = tagging.check(self, &name);
            fitting.push(Choice { check, ..Choice::new(name.clone(), doc, Tag::New(name)) });
        }
        tagging.menu.offer(fitting);
    }

    /// All tags with how often each is used here and what it is for, the most used first; last those
    /// that the document itself suggests.
    fn all_tags(&self) -> Vec<(String, usize, String)> {
        let described = |name: &str| {
            self.codebook.get(name).map_or_else(String::new, |note| note.description.clone())
        };
        let used = self.marginalia.book().tags();
        let mut all: Vec<(String, usize, String)> = used
            .iter()
            .map(|(name, count)| ((*name).to_owned(), *count, described(name)))
            .collect();
        all.sort_by_key(|(_, count, _)| std::cmp::Reverse(*count));
        let is_known =
            |all: &[(String, usize, String)], name: &str| all.iter().any(|t| t.0 == name);
        for note in self.codebook.tags().filter(|note| !used.contains_key(note.name.as_str())) {
            all.push((note.name.clone(), 0, note.description.clone()));
        }
        for keyword in &self.document.head.keywords {
            let suggested = keyword.tag().and_then(|tag| clean_tag(&tag));
            if let Some(name) = suggested.filter(|name| !is_known(&all, name)) {
                all.push((name, 0, "a keyword of the document".into()));
            }
        }
        all
    }

    pub(super) fn press_in_tags(&mut self, mut tagging: Tagging, key: Key) -> Vec<Effect> {
        let is_rename = key.ctrl && key.code == Code::Char('r');
        let is_describe = key.ctrl && key.code == Code::Char('d');
        let is_tab = key.code == Code::Named(Named::Tab);
        match tagging.menu.press(key) {
            Edit::Submit => return self.take_tag(tagging, false),
            Edit::NotMine if is_tab => return self.take_tag(tagging, true),
            Edit::NotMine if is_rename => return self.rename_chosen(tagging),
            Edit::NotMine if is_describe => return self.describe_chosen(tagging),
            Edit::Cancel => return Vec::new(),
            Edit::Changed => self.offer_tags(&mut tagging),
            Edit::Same | Edit::NotMine => {}
        }
        self.popup = Some(Popup::Tags(tagging));
        Vec::new()
    }

    /// Takes what is chosen; the menu stays open for more.
    fn take_tag(&mut self, mut tagging: Tagging, stays: bool) -> Vec<Effect> {
        let Some(tag) = tagging.menu.chosen().map(|tag| tag.name().to_owned()) else {
            return Vec::new();
        };
        let effects = match &mut tagging.purpose {
            Purpose::Set(target) => self.toggle_tag(target, &tag),
            Purpose::Only(chosen) => {
                match chosen.iter().position(|other| *other == tag) {
                    Some(at) if stays => drop(chosen.remove(at)),
                    Some(_) => {}
                    None => chosen.push(tag),
                }
                if !stays {
                    let only = std::mem::take(chosen);
                    self.show_only(only);
                }
                Vec::new()
            }
            Purpose::Rename(from, target) => {
                let (from, target) = (from.clone(), target.clone());
                let effects = self.rename_tag(&from, &tag);
                self.open_tags_of(target);
                return effects;
            }
        };
        if stays {
            let at = tagging.menu.chosen;
            tagging.menu.line = super::line::Line::default();
            self.offer_tags(&mut tagging);
            tagging.menu.chosen = at.min(tagging.menu.choices.len().saturating_sub(1));
            self.popup = Some(Popup::Tags(tagging));
        }
        effects
    }

    /// Adds a tag, or takes it away; what was to be made is known then.
    fn toggle_tag(&mut self, target: &mut Target, tag: &str) -> Vec<Effect> {
        let Some(annotation) = self.annotation_of(target) else { return Vec::new() };
        let called = self.called(target);
        let is_set = annotation.tags.iter().any(|other| other == tag);
        let said = if is_set {
            format!("took {tag} from {called}")
        } else {
            format!("tagged {called} {tag}")
        };
        let before: Vec<String> = self.entries().iter().map(|e| e.id().to_owned()).collect();
        let effects = self.rewrite(target, said, |annotation| {
            if is_set {
                annotation.tags.retain(|other| other != tag);
            } else {
                annotation.tags.push(tag.to_owned());
            }
        });
        if let Target::New(_) = target {
            let made =
                self.entries().iter().map(Entry::id).find(|id| !before.iter().any(|b| b == id));
            if let Some(id) = made {
                *target = Target::Known(id.to_owned());
            }
        }
        effects
    }

    fn rename_chosen(&mut self, mut tagging: Tagging) -> Vec<Effect> {
        let chosen = tagging.menu.chosen().cloned();
        if let (Some(Tag::Known(name)), Purpose::Set(target)) = (chosen, &tagging.purpose) {
            let mut menu = Menu::new(format!("Rename {name} to (an existing tag merges)"), "#");
            menu.line = super::line::Line::new(name.clone());
            tagging = Tagging { menu, purpose: Purpose::Rename(name, target.clone()) };
            self.offer_tags(&mut tagging);
        }
        self.popup = Some(Popup::Tags(tagging));
        Vec::new()
    }

    /// Gives a tag, and those below it, another name wherever they are used here.
    fn rename_tag(&mut self, from: &str, to: &str) -> Vec<Effect> {
        let now = (self.scribe.now)();
        let mut entries = self.marginalia.book().entries().to_vec();
        let count = rename_tag(&mut entries, from, to, &now);
        let before = self.marginalia.book().entries().iter();
        let changed = entries.iter().zip(before).filter(|(after, before)| after != before);
        let changes = changed.map(|(entry, _)| Change::Put(entry.clone())).collect();
        self.codebook.rename(from, to);
        let mut effects =
            self.make(changes, format!("renamed {from} to {to} in {count} annotations"));
        effects.push(Effect::Codebook(TagChange::Rename(from.to_owned(), to.to_owned())));
        effects
    }

    /// What the chosen tag is for, to be written.
    fn describe_chosen(&mut self, tagging: Tagging) -> Vec<Effect> {
        match tagging.menu.chosen() {
            Some(tag) => self.open_description_of(tag.name()),
            None => self.popup = Some(Popup::Tags(tagging)),
        }
        Vec::new()
    }

    /// Shows only what has one of these tags, or everything.
    pub(super) fn show_only(&mut self, tags: Vec<String>) {
        self.only = tags;
        self.refill();
    }
}

impl Tagging {
    fn is_filter(&self) -> bool {
        matches!(self.purpose, Purpose::Only(_))
    }

    /// Whether a tag is set; nothing where that is not the question.
    fn check(&self, app: &App, tag: &str) -> Option<bool> {
        match &self.purpose {
            Purpose::Set(target) => {
                let annotation = app.annotation_of(target)?;
                Some(annotation.tags.iter().any(|other| other == tag))
            }
            Purpose::Only(chosen) => Some(chosen.iter().any(|other| other == tag)),
            Purpose::Rename(..) => None,
        }
    }
}
