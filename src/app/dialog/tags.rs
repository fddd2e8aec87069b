//! The menu of tags: to set and take away, to show alone, to give another name. Knows what there is
//! to choose; what a choice does is for others.

use super::{
    answer::{Action, Answer},
    line::{Edit, Line},
    menu::{Choice, Menu, fitting},
    offered_tags::{OfferedTag, all_tags, indented, put_marks_first, tree, used_tags},
};
use crate::{
    annotations::clean_tag,
    app::{
        Notice,
        annotating::{changes::Repeat, target::Target},
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
    /// Whether the marks of a mandate are offered before all other tags.
    has_marks: bool,
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

    /// To mark what is asked as done, mine or wrong, or to tag it otherwise.
    pub(in crate::app) fn marks(context: &Context<'_>, target: Target) -> Self {
        let title = format!("Mark {}", context.called(&target));
        let mut menu = Self::new(context, title, Purpose::Set(target));
        menu.has_marks = true;
        menu.offer(context);
        menu
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
        let mut tags = Self { menu, purpose, has_marks: false };
        tags.offer(context);
        tags
    }

    fn offer(&mut self, context: &Context<'_>) {
        let choices = self.choices(context);
        self.menu.offer(choices);
    }

    /// The tags that fit what was typed: the most used first; that of which the old name was typed before all
    /// others; and last the one typed if there is no such tag yet. So there is always something that Enter
    /// does.
    fn choices(&self, context: &Context<'_>) -> Vec<Choice<Tag>> {
        let typed = clean_tag(self.menu.typed());
        let now = typed.as_ref().map(|typed| context.codebook.current(typed));
        let is_filter = matches!(self.purpose, Purpose::Only(_));
        let mut all = if is_filter { tree(used_tags(context)) } else { all_tags(context) };
        if self.has_marks {
            put_marks_first(&mut all);
        }
        let set = self.set_tags(context);
        let choice = |tag: &OfferedTag| {
            let name = tag.name.clone();
            Choice {
                check: set.as_ref().map(|set| set.contains(&name)),
                keys: if tag.count == 0 { String::new() } else { format!("{}×", tag.count) },
                ..Choice::new(indented(&name, is_filter), &tag.description, Tag::Known(name))
            }
        };
        let mut fitting = fitting(self.menu.typed(), &all.iter().map(choice).collect::<Vec<_>>());
        let is_meant = |choice: &Choice<Tag>| Some(choice.means.name()) == now.as_deref();
        // Who types all of a name means that one, however often another is used.
        if let Some(at) = fitting.iter().position(is_meant) {
            fitting[..=at].rotate_right(1);
        } else if let (Some(typed), Some(now), false) = (typed, now, is_filter) {
            let known = all.iter().find(|tag| tag.name == now).map(choice);
            fitting.insert(0, self.by_old_or_new_name(&typed, now, known, set.as_deref()));
            let at = fitting.len() - 1;
            // A new name is for who finds no known one.
            if matches!(fitting[0].means, Tag::New(_)) {
                fitting[..=at].rotate_left(1);
            }
        }
        fitting
    }

    /// The choice for a name that no tag fits: the tag that had it once, or a new one.
    fn by_old_or_new_name(
        &self,
        typed: &str,
        now: String,
        known: Option<Choice<Tag>>,
        set: Option<&[String]>,
    ) -> Choice<Tag> {
        let check = set.map(|set| set.contains(&now));
        let was = format!("was {typed}");
        match known {
            Some(choice) => Choice { doc: was, ..choice },
            None if now != typed => {
                Choice { check, ..Choice::new(now.clone(), was, Tag::Known(now)) }
            }
            None => {
                let doc = if matches!(self.purpose, Purpose::Rename(..)) { "" } else { "new tag" };
                Choice { check, ..Choice::new(now.clone(), doc, Tag::New(now)) }
            }
        }
    }

    /// The tags that are set; `None` where that is not the question.
    fn set_tags(&self, context: &Context<'_>) -> Option<Vec<String>> {
        match &self.purpose {
            Purpose::Set(target) => Some(context.current(target).tags),
            Purpose::Only(chosen) => Some(chosen.clone()),
            Purpose::Rename(..) => None,
        }
    }

    /// Enter sets the tag and closes, Tab sets it and goes on, so that several are set without opening the menu again.
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

    /// Types a text; several lines are several tags, which are set at once.
    pub(super) fn paste(&mut self, text: &str, context: &Context<'_>) -> Answer {
        let lines: Vec<String> = text.lines().filter_map(clean_tag).collect();
        if let (Purpose::Set(target), true) = (&mut self.purpose, lines.len() > 1) {
            let action = add_all(target, &lines, context);
            self.renew(context);
            return Answer::Do(action);
        }
        self.menu.line.insert(text);
        self.offer(context);
        Answer::Stay
    }

    /// Takes what is chosen; with `stays` the menu is there for more.
    fn take(&mut self, stays: bool, context: &Context<'_>) -> Answer {
        let Some(tag) = self.menu.chosen().map(|tag| tag.name().to_owned()) else {
            let said = match self.menu.typed() {
                "" => "type the name of a tag",
                _ => "no paragraph here has such a tag",
            };
            return Answer::Do(Action::Say(Notice::warning(said)));
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
            if !target.find_again(context.annotations, context.document) {
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
    let (said, repeat) = if annotation.tags.contains(&tag) {
        annotation.tags.retain(|other| *other != tag);
        (format!("took {tag} from {called}"), None)
    } else {
        annotation.tags.push(tag.clone());
        (format!("tagged {called} {tag}"), Some(Repeat::Tag(tag)))
    };
    *target = Target::of(annotation.clone());
    Action::PutAnnotation(Box::new(annotation), said, repeat)
}

/// Adds several tags to the target.
fn add_all(target: &mut Target, tags: &[String], context: &Context<'_>) -> Action {
    let called = context.called(target);
    let mut annotation = context.current(target);
    for tag in tags {
        if !annotation.tags.contains(tag) {
            annotation.tags.push(tag.clone());
        }
    }
    *target = Target::of(annotation.clone());
    let said = format!("tagged {called} {}", tags.join(", "));
    Action::PutAnnotation(Box::new(annotation), said, tags.last().cloned().map(Repeat::Tag))
}
