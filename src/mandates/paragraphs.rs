//! From the paragraphs of a document to its mandates: each with its sub-paragraphs, who inherit who is asked
//! from the words above them. Knows the model.

use std::ops::Range;

use super::{
    addressee::People,
    asking::{self, Asking},
    dialogue::share_times,
    head::Head,
    mandate::{Mandate, What},
    signs::{
        about, asks_bare_verbs, asks_what_follows, begins_with_means, begins_with_verb,
        behind_pronouns, ends_in_means, ends_open, gives, gives_it, item_task, names_somebody,
        only_opens, renews,
    },
    tasks::{Task, Tasks, tasks},
    tokens::{Token, tokens},
    what, when,
    when::{Now, Setting, When},
    words::Words,
};
use crate::document::{Act, Block, Document, Language, Part, Shape};

/// What a paragraph says for the sub-paragraphs below it.
#[derive(Clone, Debug)]
struct Chapeau {
    act: Act,
    verb: String,
    who: Option<String>,
    who_text: String,
    /// Whether it ends in *to:*, so that items begin with a bare verb.
    is_open: bool,
    /// Whether somebody is named at all; else items name them.
    has_who: bool,
    /// Whether items say no more than how it is to be done: *including by:*.
    is_means: bool,
    /// Whether items are what is to be done: *to take the following actions:*.
    is_followed: bool,
}

/// All mandates of a document.
pub(super) fn all(document: &Document) -> Vec<Mandate> {
    let may_ask = |block: &Block| {
        let is_text = matches!(block.shape, Shape::Paragraph | Shape::Item);
        // Declarations that are annexed ask as well: *we request the Secretary-General to …*.
        matches!(block.part, Part::Operative | Part::Annex) && is_text
    };
    let words_of = |block: &Block| if may_ask(block) { tokens(&block.text) } else { Vec::new() };
    let texts: Vec<Vec<Token>> = document.blocks.iter().map(words_of).collect();
    let mut finder = Finder {
        document,
        texts: &texts,
        people: People::new(document, &texts),
        now: Now::of(document),
        chapeaux: vec![None; document.blocks.len()],
        found: Vec::new(),
        asked_last: None,
    };
    for (index, block) in document.blocks.iter().enumerate() {
        if may_ask(block) {
            finder.block(index, block, &texts[index]);
        }
    }
    finder.found
}

pub(super) struct Finder<'a> {
    pub(super) document: &'a Document,
    /// The words of the blocks that may ask.
    texts: &'a [Vec<Token>],
    pub(super) people: People<'a>,
    now: Now,
    /// For each block, what those below it inherit.
    chapeaux: Vec<Option<Chapeau>>,
    found: Vec<Mandate>,
    /// Who was asked last, and in which block, for *him* and *them*.
    pub(super) asked_last: Option<(usize, Option<String>)>,
}

impl Finder<'_> {
    fn block(&mut self, index: usize, block: &Block, text: &[Token]) {
        let language = self.document.language;
        let inherited = block.parent.and_then(|parent| self.chapeaux.get(parent)?.clone());
        let mut askings = asking::all(language, text);
        // Chinese has one form for *encourages* and *to encourage*.
        let is_item = inherited.as_ref().is_some_and(|chapeau| chapeau.has_who);
        if language == Language::Chinese && is_item {
            askings.retain(|asking| asking.verb.start > 0);
        }
        if let Some(chapeau) = inherited {
            let first = askings.first().map_or(text.len(), |asking| asking.verb.start);
            if first > 0 {
                self.item(index, block, text, 0..first, &chapeau);
            }
            self.chapeaux[index] = Some(chapeau);
        }
        for asking in &askings {
            self.asking(index, block, text, asking);
        }
    }

    /// A verb that asks, with all it asks.
    fn asking(&mut self, index: usize, block: &Block, text: &[Token], asking: &Asking) {
        let mut tasks = tasks(self.document.language, index, &self.people, text, asking);
        if asking.end == text.len() && only_opens(self.document.language, text, &tasks) {
            tasks.tasks.clear();
        }
        if let Some(asking) =
            tasks.tasks.first().and_then(|task| self.asks(index, text, asking, task))
        {
            return self.asking(index, block, text, &asking);
        }
        let verb = words(block, text, asking.verb.clone());
        let (who, who_text) = self.who(index, block, text, &tasks, asking.verb.start);
        let created = self.created(index, block, text, &tasks);
        let is_open = asking.end == text.len()
            && (ends_open(text)
                || tasks.tasks.is_empty() && self.is_followed_by_tasks(index, asking));
        if is_open {
            let is_named = text[tasks.who.clone()].iter().any(|token| !token.is_sign());
            let has_who = is_named || tasks.is_own;
            self.chapeaux[index] = Some(Chapeau {
                act: asking.act,
                verb: verb.clone(),
                who: created.as_ref().map_or_else(|| who.clone(), |(who, _)| Some(who.clone())),
                who_text: created.map_or_else(|| who_text.clone(), |(_, printed)| printed),
                is_open: tasks.tasks.is_empty() && asks_bare_verbs(self.document.language, text),
                has_who,
                is_means: ends_in_means(self.document.language, text),
                is_followed: asks_what_follows(self.document.language, text),
            });
        }
        let head = Head { act: asking.act, verb, who, who_text };
        let first = self.found.len();
        let language = self.document.language;
        for (n, task) in tasks.tasks.iter().enumerate() {
            // *À adopter et à appliquer des stratégies*: the object stands behind both verbs.
            let shared = tasks.tasks.get(n + 1).filter(|_| task.end <= task.verb + 1);
            let what = shared.map(|next| what::what(language, text, task.verb, next.end));
            let task = Task { what: task.what.or(what), ..task.clone() };
            self.task(index, block, text, &head, &task, asking.from);
        }
        let all = self.found.get_mut(first..).unwrap_or_default();
        share_times(self.document.language, &block.text, all);
    }

    /// Whether a paragraph that ends behind who is asked, *Requests the Secretary-General*, has items that say *to*, or it
    /// ends in *to* itself.
    fn is_followed_by_tasks(&self, index: usize, asking: &Asking) -> bool {
        let is_item = self.document.blocks.get(index + 1).is_some_and(|b| b.parent == Some(index));
        let (Some(own), Some(item)) = (self.texts.get(index), self.texts.get(index + 1)) else {
            return false;
        };
        let ends = own.last().is_some_and(|token| token.is_one_of(&[".", ";"]));
        let language = self.document.language;
        let says_to = own.last().is_some_and(|token| token.is_one_of(&["to", "shall", "should"]));
        // *Requests* alone, and *(a) The Committee to meet*; *Recommends that the Committee*, and *(a) Meet*.
        let is_verb = asking.after == own.len() && names_somebody(language, item, true);
        let is_that = language == Language::English
            && own.get(asking.after).is_some_and(|token| token.is_one_of(&["that"]));
        let is_open = says_to || is_verb || is_that;
        is_item && !ends && (is_open || item_task(language, item).is_some())
    }

    /// What a body decides to ask of others: *to request the Secretary-General to report*.
    fn asks(&self, index: usize, text: &[Token], asking: &Asking, task: &Task) -> Option<Asking> {
        let words = Words::of(self.document.language);
        let (length, act) = words.to_ask.at(text, task.verb)?;
        let verb = task.verb..task.verb + length;
        let is_decided = asking.act == Act::Decide && verb.end < asking.end;
        let near = verb.end..text.len().min(verb.end + 8);
        let (_, who) = self.people.find(index, text, near).filter(|_| is_decided)?;
        let is_near = who.start <= verb.end + 2;
        let (from, after, end) = (verb.start, verb.end, asking.end);
        is_near.then_some(Asking { act, verb, from, after, end })
    }

    /// Whom a body decides to establish, to do what follows: *a Committee, to undertake the tasks:*.
    fn created(
        &self,
        index: usize,
        block: &Block,
        text: &[Token],
        tasks: &Tasks,
    ) -> Option<(String, String)> {
        let task = tasks.tasks.first().filter(|_| tasks.is_own)?;
        let is_new = Words::of(self.document.language).creates.at(text, task.verb).is_some();
        let within = task.verb + 1..text.len().min(task.verb + 24);
        let found = self.people.find(index, text, within).filter(|_| is_new)?;
        Some((found.0.to_owned(), words(block, text, found.1)))
    }

    /// A sub-paragraph that says what the words above it leave open.
    fn item(
        &mut self,
        index: usize,
        block: &Block,
        text: &[Token],
        within: Range<usize>,
        chapeau: &Chapeau,
    ) {
        let language = self.document.language;
        let mut head = Head {
            act: chapeau.act,
            verb: chapeau.verb.clone(),
            who: chapeau.who.clone(),
            who_text: chapeau.who_text.clone(),
        };
        if chapeau.is_means || !chapeau.is_followed && begins_with_means(language, text) {
            return;
        }
        let first = item_task(language, text).filter(|verb| *verb < within.end);
        let decided = Asking { act: chapeau.act, verb: 0..0, from: 0, after: 0, end: within.end };
        let (start, end) = (within.start, within.end);
        let task = |verb| Task { start, marker: start, verb, end, what: None };
        if let Some(asking) = self.asks(index, text, &decided, &task(first.unwrap_or(start))) {
            return self.asking(index, block, text, &asking);
        }
        let names = || {
            let is_clause = language == Language::English
                && text.first().is_some_and(|token| token.is_one_of(&["that"]));
            let begins = || self.people.at(index, text, 0).is_some();
            is_clause || names_somebody(language, text, begins())
        };
        if first.is_none() && (!chapeau.has_who || names()) {
            // *Requests:* and then *(a) The Secretary-General to submit*.
            let (act, after, end) = (chapeau.act, within.start, within.end);
            let asking = Asking { act, verb: 0..0, from: after, after, end };
            let tasks = tasks(language, index, &self.people, text, &asking);
            (head.who, head.who_text) = self.who(index, block, text, &tasks, start);
            for task in &tasks.tasks {
                self.task(index, block, text, &head, task, within.start);
            }
            return;
        }
        let is_bare = chapeau.is_open || first.is_some() || language != Language::English;
        let is_gerund = language == Language::English
            && text.first().is_some_and(|token| token.word().ends_with("ing"));
        let verb = first.unwrap_or_else(|| behind_pronouns(language, text, within.start));
        let is_noun = is_gerund && !chapeau.is_followed || !begins_with_verb(language, text);
        if first.is_none() && (!(is_bare || chapeau.is_followed) || is_noun) {
            return;
        }
        let mut all = vec![task(verb)];
        super::further::further(language, Words::of(language), text, within.end, &mut all);
        for task in &all {
            self.task(index, block, text, &head, task, within.start);
        }
    }

    /// *At that session*: the one that the paragraph named last.
    fn at_that_session(&self, index: usize, when: &mut When) {
        let named = |one: &&Mandate| one.block == index && one.session.is_some();
        let before = self.found.iter().rev().take_while(|one| one.block == index).find(named);
        if let Some(before) = before.filter(|_| when.session.is_none() && when.date.is_none()) {
            (when.session, when.year) = (before.session, before.year);
            when.is_own = true;
        }
    }

    /// One task: an entry for each time it is due.
    fn task(
        &mut self,
        index: usize,
        block: &Block,
        text: &[Token],
        head: &Head,
        task: &Task,
        from: usize,
    ) {
        let language = self.document.language;
        if task.verb >= text.len() || task.end <= task.verb {
            return;
        }
        let what = task.what.unwrap_or_else(|| what::what(language, text, task.verb, task.end));
        // *To prepare a report and to submit it*.
        let what = match self.found.last().filter(|last| last.block == index) {
            Some(last) if what == What::Other && gives_it(language, text, task) => last.what,
            _ => what,
        };
        if head.is_nobody(language) && what == What::Other {
            return;
        }
        let times = self.times(index, text, head, task, what);
        let every = when::every(language, text, task.start..task.end);
        let is_regular = what != What::Other
            || task.verb == task.marker
            || gives(language, text, task)
            || when::is_done_regularly(language, text, task.verb..task.end);
        let start = if task.start == task.marker { task.start } else { from };
        let range = bytes(text, start..task.end);
        let entry = |when: When| Mandate {
            cite: block.cite.clone(),
            block: index,
            act: head.act,
            verb: head.verb.clone(),
            who: head.who.clone(),
            who_text: head.who_text.clone(),
            task: done(language, block, text, task),
            what: when.what.unwrap_or(what),
            about: about(language, block, text, task),
            to: when.to.map(str::to_owned),
            session: when.session,
            year: when.year,
            date: when.date,
            every: every.filter(|_| is_regular),
            renews: renews(language, block, text, task.start..task.end),
            range: range.clone(),
        };
        self.found.extend(times.into_iter().map(entry));
    }

    /// When a task is due, from which something is to come.
    fn times(
        &self,
        block: usize,
        text: &[Token],
        head: &Head,
        task: &Task,
        what: What,
    ) -> Vec<When> {
        let language = self.document.language;
        let words = Words::of(language);
        let within = task.start..task.end;
        let asked = head.who.as_deref();
        let (people, now) = (&self.people, &self.now);
        let is_telling = what != What::Other;
        let setting = Setting { language, block, people, now, text, asked, is_telling };
        let mut times = when::all(&setting, within.clone(), task.verb);
        if let [only] = times.as_mut_slice()
            && words.that_session.find(text, within).is_some()
        {
            self.at_that_session(block, only);
        }
        let is_laid = gives(language, text, task) && words.makes.at(text, task.verb).is_none();
        if what == What::Other && !is_laid {
            return times.into_iter().map(When::without_others).collect();
        }
        times
    }
}

/// The words that say what is to be done: the marker and the verb; in Chinese a word of two characters or more, without
/// the space that notes leave within it.
fn done(language: Language, block: &Block, text: &[Token], task: &Task) -> String {
    if language != Language::Chinese {
        return words(block, text, task.marker..task.verb + 1);
    }
    let known = Words::of(language).verbs.at(text, task.verb).map_or(0, |(length, _)| length);
    let end = task.end.min(task.verb + known.max(2));
    let end = (task.verb + 1..end).find(|at| text[*at].is_sign()).unwrap_or(end);
    words(block, text, task.marker..end).split_whitespace().collect()
}

/// The words of a stretch, as they stand in a block.
pub(super) fn words(block: &Block, text: &[Token], within: Range<usize>) -> String {
    let range = bytes(text, within);
    let trimmed = block.text.get(range).unwrap_or_default().trim();
    trimmed.trim_end_matches([',', ';', ':', '，', '،']).trim_end().to_owned()
}

pub(super) fn bytes(text: &[Token], within: Range<usize>) -> Range<usize> {
    let start = text.get(within.start).map_or(0, |token| token.start);
    let last = within.end.checked_sub(1).and_then(|last| text.get(last));
    start..last.map_or(start, |token| token.end).max(start)
}
