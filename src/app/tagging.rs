//! The tags: chosen from a menu, made by typing a new one, taken away, renamed. And the filter that
//! shows only what has certain tags. Knows the menu and the book, and draws nothing.

use std::collections::BTreeMap;

use super::{
    App, Effect, Notice,
    key::{Code, Key, Named},
    line::Edit,
    menu::{Choice, Menu, fitting},
    popup::Popup,
    target::Target,
};
use crate::annotations::{Annotation, Change, Entry};

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

/// A tag somebody described, or that the document suggests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownTag {
    /// Its name.
    pub name: String,
    /// What it is for; may be empty.
    pub description: String,
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

/// A tag as it is kept: without `#`, control characters, commas and needless spaces; `None` where
/// nothing is left.
#[must_use]
pub fn clean(typed: &str) -> Option<String> {
    let plain = |c: char| if c.is_control() || c == ',' { ' ' } else { c };
    let parts = typed.trim().trim_start_matches('#').split('/').map(|part| {
        let plain: String = part.chars().map(plain).collect();
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join("/"))
}

/// Whether a tag is the one asked for or below it: `mandate/report` is below `mandate`.
#[must_use]
pub fn is_within(tag: &str, asked: &str) -> bool {
    tag.strip_prefix(asked).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
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
        let typed = clean(tagging.menu.typed());
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

    /// All tags with how often each is used here and what it is for, the most used first.
    fn all_tags(&self) -> Vec<(String, usize, String)> {
        let mut all: BTreeMap<&str, (usize, &str)> = self
            .known_tags
            .iter()
            .map(|t| (t.name.as_str(), (0, t.description.as_str())))
            .collect();
        for (tag, count) in self.marginalia.book().tags() {
            all.entry(tag).or_default().0 = count;
        }
        let mut all: Vec<(String, usize, String)> = all
            .into_iter()
            .map(|(name, (count, doc))| (name.to_owned(), count, doc.to_owned()))
            .collect();
        all.sort_by_key(|(_, count, _)| std::cmp::Reverse(*count));
        all
    }

    pub(super) fn press_in_tags(&mut self, mut tagging: Tagging, key: Key) -> Vec<Effect> {
        let is_rename = key.ctrl && key.code == Code::Char('r');
        let is_tab = key.code == Code::Named(Named::Tab);
        match tagging.menu.press(key) {
            Edit::Submit => return self.take_tag(tagging, false),
            Edit::NotMine if is_tab => return self.take_tag(tagging, true),
            Edit::NotMine if is_rename => return self.rename_chosen(tagging),
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
        let mut changes = Vec::new();
        for annotation in self.marginalia.book().annotations() {
            let tags = renamed(&annotation.tags, from, to);
            if tags != annotation.tags {
                let changed = Annotation { tags, modified: now.clone(), ..annotation.clone() };
                changes.push(Change::Put(Entry::Annotation(changed)));
            }
        }
        let count = changes.len();
        self.make(changes, format!("renamed {from} to {to} in {count} annotations"))
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

/// The tags with `from`, and what is below it, under another name; each once.
fn renamed(tags: &[String], from: &str, to: &str) -> Vec<String> {
    let mut result: Vec<String> = Vec::new();
    for tag in tags {
        let name =
            if is_within(tag, from) { format!("{to}{}", &tag[from.len()..]) } else { tag.clone() };
        if !result.contains(&name) {
            result.push(name);
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_clean() {
        assert_eq!(clean(" #mandate / report, ").as_deref(), Some("mandate/report"));
        assert_eq!(clean("follow\tup").as_deref(), Some("follow up"));
        assert_eq!(clean(" / "), None);
    }

    #[test]
    fn what_is_below_a_tag_goes_with_it() {
        let tags = ["mandate/report", "mandates", "duty"].map(String::from);
        assert_eq!(renamed(&tags, "mandate", "duty"), ["duty/report", "mandates", "duty"]);
        assert!(is_within("mandate", "mandate") && !is_within("mandates", "mandate"));
    }
}
