//! Who is asked: by the words between the verb and what is to be done, or whom a pronoun means. Knows the names that a
//! text has, not what is asked.

use std::ops::Range;

use super::{
    asking,
    head::{HE, LATTER, OFFICERS, ONE, PERSONS, names_several},
    paragraphs::{Finder, words as words_of_block},
    signs::is_those_who,
    tasks::Tasks,
    tokens::Token,
    words::Words,
};
use crate::document::{Block, Language};

impl Finder<'_> {
    /// Who is asked: by the canonical name, and as printed.
    pub(super) fn who(
        &mut self,
        index: usize,
        block: &Block,
        text: &[Token],
        tasks: &Tasks,
        verb: usize,
    ) -> (Option<String>, String) {
        if tasks.is_own {
            let organ = self.document.head.organ.map(|organ| organ.name().to_owned());
            return (organ, String::new());
        }
        let printed = words_of_block(block, text, tasks.who.clone());
        let words = Words::of(self.document.language);
        let pronoun = words.pronouns.at(text, tasks.who.start);
        // *وتطلب إليه أيضا في هذا الصدد*.
        let is_alone = |length: usize| {
            let behind = asking::skip_modifiers(words, text, tasks.who.start + length);
            length == tasks.who.len()
                || self.document.language != Language::English
                    && length < tasks.who.len()
                    && behind >= tasks.who.end
        };
        let is_pronoun = pronoun.is_some_and(|(length, ())| is_alone(length))
            || is_those_who(text, tasks.who.start);
        // Or it is said before the verb: *et l’invite à*.
        // *Les engage, avec le concours de l’Organisation, à se doter*.
        let is_aside = text.get(tasks.who.start).is_some_and(|token| token.is_one_of(&[","]));
        let is_before = (tasks.who.is_empty() || is_aside)
            && text.get(verb).is_some_and(|token| {
                token.is_one_of(asking::PRONOUNS_BEFORE) || asking::is_with_pronoun(token)
            });
        if is_pronoun || is_before {
            let at = if is_pronoun { tasks.who.start } else { verb };
            let length = pronoun.map_or(1, |(length, ())| length).clamp(1, 2);
            let end = at + if is_pronoun { length } else { 1 };
            return (self.meant(index, text, at..end), printed);
        }
        // *توصي بأن تواصل لجنة القانون الدولي*: who is to do it stands behind the verb.
        let behind =
            tasks.tasks.first().map_or(0..0, |task| task.verb + 1..text.len().min(task.verb + 7));
        let is_behind = self.document.language == Language::Arabic
            && tasks.who.is_empty()
            && text.get(behind.start).is_some_and(|token| !token.is_sign());
        if is_behind && let Some((name, words)) = self.people.find(index, text, behind.clone()) {
            let is_all = text[behind.start].is_one_of(&["جميع", "كل", "كافه", "سائر"]);
            let is_next = words.start <= behind.start + usize::from(is_all);
            if is_next {
                return (Some(name.to_owned()), words_of_block(block, text, words));
            }
        }
        let found = self.officer(index, text, tasks.who.clone());
        let found = found.or_else(|| self.people.find(index, text, tasks.who.clone()));
        let who = found.map(|(name, _)| name.to_owned());
        self.asked_last = Some((index, who.clone()));
        (who, printed)
    }

    /// Who is asked in Chinese, where that is an officer of the body that stands before: *裁军谈判会议现任主席*.
    fn officer(
        &self,
        index: usize,
        text: &[Token],
        who: Range<usize>,
    ) -> Option<(&'static str, Range<usize>)> {
        let is_chinese = self.document.language == Language::Chinese;
        let ends = |at: usize| at >= who.end || text[at].is_one_of(&["和", "、", "与", "及"]);
        let mut at = who.start;
        while is_chinese && at < who.end {
            let Some((name, length)) = self.people.at(index, text, at) else {
                at += 1;
                continue;
            };
            at += length;
            if OFFICERS.iter().any(|officer| name.contains(officer)) && ends(at) {
                return Some((name, at - length..at));
            }
        }
        None
    }

    /// Whom a pronoun means: *he* the person that the paragraph named last, *ce dernier* whoever was; else those who were
    /// asked before in the paragraph, else the first whom it names, else those who were asked above.
    fn meant(&self, index: usize, text: &[Token], pronoun: Range<usize>) -> Option<String> {
        if let Some(who) = self.person_before(index, text, pronoun.clone()) {
            return Some(who.to_owned());
        }
        let start = pronoun.start;
        let is_many = text.get(start + 1).is_some_and(|token| token.is_one_of(&["们"]));
        let is_one = text.get(start).is_some_and(|token| token.is_one_of(ONE)) && !is_many;
        let may_be = |name: &str| !(is_one && names_several(name));
        let last = self.asked_last.as_ref();
        let asked = |is_here: bool| {
            let (_, who) = last.filter(|(block, who)| {
                (*block == index) == is_here && who.as_deref().is_none_or(may_be)
            })?;
            Some(who.clone())
        };
        let named = (0..start).filter_map(|at| self.people.at(index, text, at));
        let first = || named.map(|(name, _)| name).find(|name| may_be(name));
        asked(true)
            .or_else(|| first().map(|name| Some(name.to_owned())))
            .or_else(|| asked(false))?
    }

    /// Whom *he* and *she* mean: the person that the paragraph named last, *the report of the Secretary-General*.
    fn person_before(
        &self,
        index: usize,
        text: &[Token],
        who: Range<usize>,
    ) -> Option<&'static str> {
        let is_person = text.get(who.start)?.is_one_of(HE);
        let is_last = text[who.clone()].iter().any(|token| token.is_one_of(LATTER));
        let named = |at: usize| self.people.at(index, text, at);
        let mut before = (0..who.start).rev().filter(|_| is_person || is_last).filter_map(|at| {
            let (name, length) = named(at)?;
            // *Le Président du Groupe de travail* is named by its first word.
            (at + length <= who.start).then_some(name)
        });
        before.find(|name| is_last || PERSONS.iter().any(|person| name.contains(person)))
    }
}
