//! The menu of tags: to set and take away, to show alone, to give another name. Knows what there is
//! to choose; what a choice does is for others.

use super::{
    answer::{Action, Answer},
    line::{Edit, Line},
    menu::{Choice, Menu, fitting},
};
use crate::{
    annotations::clean_tag,
    app::{
        Notice,
        annotating::target::Target,
        context::Context,
        keys::key::{Code, Key, Named},
    },
};

/// A menu of tags, and what it is for.
#[derive(Clone, Debug)]
pub struct TagMenu {
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

#[derive(Clone, Debug, PartialEq, Eq)]
enum Purpose {
    /// Tag this.
    Set(Target),
    /// Show only what has these.
    Only(Vec<String>),
    /// Give this tag another name, and go on with the tags of the target.
    Rename(String, Target),
}

impl Tag {
    fn name(&self) -> &str {
        match self {
            Self::Known(name) | Self::New(name) => name,
        }
    }
}

impl TagMenu {
    /// To set tags and take them away.
    pub(in crate::app) fn of(context: &Context<'_>, target: Target) -> Self {
        Self::new(context, format!("Tags of {}", context.called(&target)), Purpose::Set(target))
    }

    /// To choose the tags to show alone.
    pub(in crate::app) fn filter(context: &Context<'_>) -> Self {
        Self::new(context, "Show only".into(), Purpose::Only(Vec::new()))
    }

    /// To choose or type another name for a tag.
    pub(in crate::app) fn new_name(context: &Context<'_>, tag: String, target: Target) -> Self {
        let title = format!("Rename {tag} to (an existing tag merges)");
        let mut menu = Self::new(context, title, Purpose::Rename(tag.clone(), target));
        menu.menu.line = Line::new(tag);
        menu.offer(context);
        menu
    }

    fn new(context: &Context<'_>, title: String, purpose: Purpose) -> Self {
        let mut menu = Menu::new(title, "#");
        "no tag yet; type one".clone_into(&mut menu.nothing);
        let mut tags = Self { menu, purpose };
        tags.offer(context);
        tags
    }

    fn offer(&mut self, context: &Context<'_>) {
        let choices = self.choices(context);
        self.menu.offer(choices);
    }

    /// The tags that fit what was typed: the most used first, and last the one typed if there is no
    /// such tag yet.
    fn choices(&self, context: &Context<'_>) -> Vec<Choice<Tag>> {
        let typed = clean_tag(self.menu.typed()).map(|typed| context.codebook.current(&typed));
        let all = all_tags(context);
        let is_new = typed.as_ref().is_some_and(|typed| !all.iter().any(|tag| tag.0 == *typed));
        let set = self.set_tags(context);
        let check = |name: &String| set.as_ref().map(|set| set.contains(name));
        let choices = all.into_iter().map(|(name, count, description)| Choice {
            check: check(&name),
            keys: if count == 0 { String::new() } else { format!("{count}×") },
            ..Choice::new(name.clone(), description, Tag::Known(name))
        });
        let mut fitting = fitting(self.menu.typed(), choices.collect());
        // Who types all of a name means that one, however often another is used.
        if let Some(at) = fitting.iter().position(|choice| Some(&choice.name) == typed.as_ref()) {
            fitting[..=at].rotate_right(1);
        }
        let is_filter = matches!(self.purpose, Purpose::Only(_));
        if let (true, Some(name), false) = (is_new, typed, is_filter) {
            let doc = if matches!(self.purpose, Purpose::Rename(..)) { "" } else { "new tag" };
            let check = check(&name);
            fitting.push(Choice { check, ..Choice::new(name.clone(), doc, Tag::New(name)) });
        }
        fitting
    }

    /// The tags that are set; `None` where that is not the question.
    fn set_tags(&self, context: &Context<'_>) -> Option<Vec<String>> {
        match &self.purpose {
            Purpose::Set(target) => Some(context.current(target).tags),
            Purpose::Only(chosen) => Some(chosen.clone()),
            Purpose::Rename(..) => None,
        }
    }

    pub(super) fn press(&mut self, key: Key, context: &Context<'_>) -> Answer {
        let edit = self.menu.press(key);
        match (edit, key.code, key.ctrl) {
            (Edit::Submit, ..) => self.take(false, context),
            (Edit::NotMine, Code::Named(Named::Tab), _) => self.take(true, context),
            (Edit::NotMine, Code::Char('r'), true) => self.ask_new_name(),
            (Edit::NotMine, Code::Char('d'), true) => match self.menu.chosen() {
                Some(tag) => Answer::Do(Action::DescribeTag(tag.name().to_owned())),
                None => Answer::Stay,
            },
            (Edit::Cancel, ..) => Answer::Close,
            (Edit::Changed, ..) => {
                self.offer(context);
                Answer::Stay
            }
            (Edit::Same | Edit::NotMine, ..) => Answer::Stay,
        }
    }

    pub(super) fn paste(&mut self, text: &str, context: &Context<'_>) -> Answer {
        self.menu.line.insert(text);
        self.offer(context);
        Answer::Stay
    }

    /// Takes what is chosen; with `stays` the menu is there for more.
    fn take(&mut self, stays: bool, context: &Context<'_>) -> Answer {
        let Some(tag) = self.menu.chosen().map(|tag| tag.name().to_owned()) else {
            return if stays { Answer::Stay } else { Answer::Close };
        };
        let action = match &mut self.purpose {
            Purpose::Set(target) => Some(toggle(target, tag, context)),
            Purpose::Only(chosen) => {
                match chosen.iter().position(|other| *other == tag) {
                    Some(at) if stays => drop(chosen.remove(at)),
                    Some(_) => {}
                    None => chosen.push(tag),
                }
                (!stays).then(|| Action::ShowOnly(chosen.clone()))
            }
            Purpose::Rename(from, target) => {
                return Answer::Do(Action::RenameTag(from.clone(), tag, target.clone()));
            }
        };
        if stays {
            self.menu.line = Line::default();
            let choices = self.choices(context);
            self.menu.renew(choices);
        }
        match (stays, action) {
            (true, Some(action)) => Answer::Do(action),
            (true, None) => Answer::Stay,
            (false, Some(action)) => Answer::CloseAnd(action),
            (false, None) => Answer::Close,
        }
    }

    /// The keys that matter.
    pub(super) fn hints(&self) -> &'static [(&'static str, &'static str)] {
        match self.purpose {
            Purpose::Set(_) => &[
                ("Enter", "set or take away"),
                ("Esc", "close"),
                ("Tab", "and stay"),
                ("Ctrl-r", "rename"),
                ("Ctrl-d", "describe"),
            ],
            Purpose::Only(_) => {
                &[("Enter", "show only this"), ("Esc", "close"), ("Tab", "and more")]
            }
            Purpose::Rename(..) => &[("Enter", "rename"), ("Esc", "close")],
        }
    }

    fn ask_new_name(&self) -> Answer {
        match (self.menu.chosen(), &self.purpose) {
            (Some(Tag::Known(name)), Purpose::Set(target)) => {
                Answer::Do(Action::AskNewName(name.clone(), target.clone()))
            }
            _ => Answer::Stay,
        }
    }

    /// Offers what there is now; what is typed and chosen stays.
    pub(super) fn renew(&mut self, context: &Context<'_>) {
        let choices = self.choices(context);
        self.menu.renew(choices);
    }

    /// Finds what is tagged in another version of the document, and says so where it is gone.
    pub(super) fn find_again(&mut self, context: &Context<'_>) -> Answer {
        let mut answer = Answer::Stay;
        if let Purpose::Set(target) | Purpose::Rename(_, target) = &mut self.purpose {
            let called = context.called(target);
            if !target.find_again(context) {
                let said = format!("{called} is gone from the text; a tag is kept without a place");
                answer = Answer::Do(Action::Say(Notice::warning(said)));
            }
        }
        if let (Purpose::Set(target), Answer::Stay) = (&self.purpose, &answer) {
            self.menu.title = format!("Tags of {}", context.called(target));
        }
        self.renew(context);
        answer
    }
}

/// Adds a tag to the target, or takes it away.
fn toggle(target: &mut Target, tag: String, context: &Context<'_>) -> Action {
    let called = context.called(target);
    let mut annotation = context.current(target);
    let said = if annotation.tags.contains(&tag) {
        annotation.tags.retain(|other| *other != tag);
        format!("took {tag} from {called}")
    } else {
        let said = format!("tagged {called} {tag}");
        annotation.tags.push(tag);
        said
    };
    *target = Target::of(annotation.clone());
    Action::PutAnnotation(Box::new(annotation), said)
}

/// All tags with how often each is used here and what it is for, the most used first; last those that
/// the document itself suggests.
fn all_tags(context: &Context<'_>) -> Vec<(String, usize, String)> {
    let described = |name: &str| {
        context.codebook.get(name).map_or_else(String::new, |note| note.description.clone())
    };
    let used = context.annotations.book().tags();
    let mut all: Vec<(String, usize, String)> =
        used.iter().map(|(name, count)| ((*name).to_owned(), *count, described(name))).collect();
    all.sort_by_key(|(_, count, _)| std::cmp::Reverse(*count));
    for note in context.codebook.tags().filter(|note| !used.contains_key(note.name.as_str())) {
        all.push((note.name.clone(), 0, note.description.clone()));
    }
    for keyword in &context.document.head.keywords {
        let suggested = keyword.tag().and_then(|tag| clean_tag(&tag));
        if let Some(name) = suggested.filter(|name| !all.iter().any(|tag| tag.0 == *name)) {
            all.push((name, 0, "a keyword of the document".into()));
        }
    }
    all
}
