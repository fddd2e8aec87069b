//! Whose a bare number is: the four rules of grammar.md §2, in order. Knows clues and numbers.

use super::{
    bodies::{body_of_organ, is_of_human_rights_council, is_plausible, symbol_of},
    clue::{Clue, Found},
    date::date_after,
    key::Key,
};
use crate::{
    document::{Language, Number, Organ, Reference, Session, Symbol, Target},
    parse::words::Body,
};

/// A text with its clues, in which numbers are to be told apart.
pub(super) struct Surroundings<'a> {
    text: &'a str,
    clues: &'a [Found],
    language: Language,
    /// The body whose resolution the text is of.
    enacting: Option<Organ>,
    /// The symbols in the text, by place.
    documents: &'a [Reference],
    /// Per clue, the last of a kind up to it, so that no text takes longer than its length.
    last: Vec<Last>,
}

/// Indices of clues.
#[derive(Clone, Copy, Default)]
struct Last {
    noun: Option<usize>,
    body: Option<usize>,
    council: Option<usize>,
    /// An assembly by its whole name.
    assembly: Option<usize>,
    /// A body, or *its*.
    owner: Option<usize>,
}

/// What a number is a number of, shared by all of a list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    is_decision: bool,
    is_its: bool,
    /// The body named with the noun.
    named: Option<Body>,
    /// The last body named before the noun.
    subject: Option<Body>,
    start: usize,
    end: usize,
}

/// As far as this a number may stand from the noun, or from the number before it.
const CHAIN: usize = 400;
/// What stands in Chinese behind a body that recommends.
const RECOMMENDS: [&str; 2] = ["建议", "的建议"];
/// As far as this from a number a body may be named whose act it is.
const CLAUSE: usize = 160;

impl<'a> Surroundings<'a> {
    /// Notes, behind each clue, which noun, body and owner were named last. So whose *resolution 24/1* is can be told
    /// from any place at once, without going back through the text each time.
    pub(super) fn new(
        text: &'a str,
        clues: &'a [Found],
        language: Language,
        enacting: Option<Organ>,
        documents: &'a [Reference],
    ) -> Self {
        let mut running = Last::default();
        let last = clues.iter().enumerate().map(|(index, &Found { clue, end, .. })| {
            let index = Some(index);
            // `根据预防犯罪和刑事司法委员会建议`: who recommends it does not adopt it.
            let rest = text.get(end..).unwrap_or_default();
            let recommends = RECOMMENDS.iter().any(|words| rest.starts_with(words));
            let body = body_of(clue).filter(|_| !recommends);
            if is_noun(clue, language) {
                running.noun = index;
            }
            if body.is_some() {
                running.body = index;
            }
            if body.is_some() || clue == Clue::Its {
                running.owner = index;
            }
            if body.is_some_and(is_council) {
                running.council = index;
            }
            if matches!(body, Some(Body::GeneralAssembly | Body::EnvironmentAssembly)) {
                running.assembly = index;
            }
            running
        });
        let last = last.collect();
        Self { text, clues, language, enacting, documents, last }
    }

    /// The last clues that end before a place.
    fn last_before(&self, place: usize) -> Last {
        let end = self.clues.partition_point(|clue| clue.end <= place);
        end.checked_sub(1).and_then(|index| self.last.get(index)).copied().unwrap_or_default()
    }

    fn clue(&self, index: Option<usize>) -> Option<&Found> {
        self.clues.get(index?)
    }

    /// The noun a number belongs to, `before` being where the number before it ended, if any.
    pub(super) fn head(&self, key: &Key, before: Option<usize>) -> Option<Head> {
        if self.language == Language::Chinese {
            return self.chinese_head(key, before);
        }
        let index = self.last_before(key.start).noun?;
        let noun = self.clues.get(index)?;
        let chained = before.map_or(noun.end, |end| end.max(noun.end));
        if key.start.saturating_sub(chained) > CHAIN {
            return None;
        }
        let is_decision = match noun.clue {
            Clue::Decision => true,
            // Arabic has *its decision* in one word.
            Clue::Its => {
                self.text.get(noun.start..noun.end).is_some_and(|word| word.contains("مقرر"))
            }
            _ => false,
        };
        let possessive = index
            .checked_sub(1)
            .and_then(|i| self.clues.get(i))
            .filter(|clue| self.is_close(clue, noun));
        let is_its =
            noun.clue == Clue::Its || possessive.is_some_and(|clue| clue.clue == Clue::Its);
        let after = self
            .clues
            .get(index + 1)
            .filter(|clue| clue.start >= noun.end && clue.end <= key.start);
        let before = index.checked_sub(1).and_then(|i| self.clues.get(i));
        let foreign = before.filter(|clue| self.is_foreign(clue, noun));
        let after = after.filter(|clue| clue.start - noun.end <= 40);
        let named = possessive.or(foreign).and_then(body).or_else(|| after.and_then(body));
        let subject = self.clue(self.last_before(noun.start).body).and_then(body);
        Some(Head { is_decision, is_its, named, subject, start: noun.start, end: noun.end })
    }

    /// In Chinese the noun comes last, `大会2018年12月20日第73/207号决议`.
    fn chinese_head(&self, key: &Key, before: Option<usize>) -> Option<Head> {
        let left = self.text.get(..key.start)?;
        let right = self.text.get(key.end..)?;
        let is_numbered = matches!(
            key.number,
            Number::InSession { session: Session::Special(_) | Session::Emergency(_), .. }
        ) || left.trim_end().ends_with('第')
            || right.trim_start().starts_with('号');
        let is_chained = before.is_some_and(|end| key.start.saturating_sub(end) <= 12);
        if !is_numbered && !is_chained {
            return None;
        }
        let next = self.clues.partition_point(|clue| clue.start < key.end);
        let mut following = self.clues.get(next..)?.iter().take(8);
        let noun = following.find(|clue| is_noun(clue.clue, self.language));
        let is_decision = noun.is_some_and(|noun| noun.clue == Clue::Decision);
        let owner = self.clue(self.last_before(key.start).owner);
        let owner = owner.filter(|clue| key.start - clue.end <= CHAIN);
        Some(Head {
            is_decision,
            is_its: owner.is_some_and(|clue| clue.clue == Clue::Its),
            named: owner.and_then(body),
            subject: owner.and_then(body),
            start: key.start,
            end: key.start,
        })
    }

    /// Whether nothing but an adjective or two stands between two clues.
    fn is_close(&self, clue: &Found, noun: &Found) -> bool {
        let between = self.text.get(clue.end..noun.start).unwrap_or(",");
        between.len() <= 24
            && !between.contains([',', ';', '('])
            && between.split_whitespace().count() <= 2
            && !between.split_whitespace().any(|word| {
                matches!(word, "and" | "in" | "of" | "to" | "the" | "under" | "on" | "for" | "by")
            })
    }

    /// Whether a clue names a body of another kind, by a name that goes on up to the noun:
    /// *Commission on Population and Development resolution 2006/2*.
    fn is_foreign(&self, clue: &Found, noun: &Found) -> bool {
        let between = self.text.get(clue.end..noun.start).unwrap_or(",");
        body(clue).is_some_and(has_own_numbers)
            && between.len() <= 80
            && !between.contains([',', ';', '('])
            && !between.contains(" in ")
    }

    /// The body named as the owner right after a number, `34/5 of the Human Rights Council`.
    pub(super) fn owner_after(&self, key: &Key) -> Option<Body> {
        let next = self.clues.get(self.clues.partition_point(|clue| clue.start < key.end))?;
        let Clue::OfBody(body) = next.clue else { return None };
        let between = self.text.get(key.end..next.start)?;
        let date_end = date_after(between).map_or(0, |(_, end)| end);
        let words = between.get(date_end..)?;
        let is_apart = words.trim_matches(|c: char| c == ',' || c.is_whitespace()).is_empty();
        let is_close =
            between.len() <= 60 && between.trim_end_matches([',', ' ']).matches(',').count() == 0;
        (is_apart && (date_end == 0 || is_close)).then(|| self.known(body, key.start)).flatten()
    }

    /// Which body *the Council* is: the council that was named last, or whose text it is.
    fn known(&self, body: Body, place: usize) -> Option<Body> {
        match body {
            Body::TheAssembly => {
                let named = self.clue(self.last_before(place).assembly);
                named.and_then(self::body).or(Some(Body::GeneralAssembly))
            }
            Body::TheCouncil => {
                let named = self.clue(self.last_before(place).council);
                named.and_then(self::body).or_else(|| self.enacting.map(body_of_organ))
            }
            body => Some(body),
        }
    }

    /// The symbol of a number under a noun, `of` being its owner named after it.
    pub(super) fn symbol(&self, key: &Key, head: Head, of: Option<Body>) -> Option<Symbol> {
        let year = self.year(key);
        let enacting = self.enacting.map_or(Body::GeneralAssembly, body_of_organ);
        let named = head.named.and_then(|body| self.known(body, head.start));
        let subject = head.subject.and_then(|body| self.known(body, head.start));
        // Its own body's, if the text says *its* and no one else is the subject.
        let by_rule = [of, named, if head.is_its { subject } else { None }];
        let is_foreign = by_rule.into_iter().flatten().next().is_some_and(|body| {
            has_own_numbers(body) && !is_plausible(body, key, year, head.is_decision)
        });
        if is_foreign && !(head.is_its && is_plausible(enacting, key, year, head.is_decision)) {
            return None;
        }
        if self.is_of_other(key, head, &by_rule, year) {
            return None;
        }
        // *The report to the Human Rights Council under resolution 34/24*: undated and low, it is
        // rather of the council just named than of the Assembly of decades ago.
        let is_low = matches!(
            key.number,
            Number::InSession { session: Session::Regular(..60), number: ..60 }
        );
        let recent = subject.filter(|&body| {
            body == Body::HumanRightsCouncil && is_low && year.is_none() && !head.is_its
        });
        // `Supplement No. 53 (A/74/53/Add.1), chap. III, resolution 42/12`: it is in that report.
        let reported = self.report_before(head.start);
        if reported.is_some_and(|report| !is_of_human_rights_council(report)) && named.is_none() {
            return None;
        }
        let recent = if reported.is_some() { Some(Body::HumanRightsCouncil) } else { recent };
        // `4/10` may be of many bodies: it is the Human Rights Council's where the text speaks of a
        // council, or where the date says so and the text speaks of no one else.
        let speaks_of = |is: fn(Body) -> bool| self.clues.iter().filter_map(body).any(is);
        let is_of_council = (year.is_some() && !speaks_of(has_own_numbers))
            || speaks_of(|body| matches!(body, Body::HumanRightsCouncil | Body::TheCouncil));
        let by_default = [
            Some(enacting),
            subject,
            Some(Body::GeneralAssembly),
            is_of_council.then_some(Body::HumanRightsCouncil),
            Some(Body::EconomicAndSocialCouncil),
            Some(Body::SecurityCouncil),
        ];
        let body = by_rule
            .into_iter()
            .chain([recent])
            .chain(by_default)
            .flatten()
            .find(|&body| is_plausible(body, key, year, head.is_decision))?;
        symbol_of(body, key, head.is_decision)
    }

    /// Whether a number that no one is said to own is that of a body of another kind: *the adoption
    /// by the Commission of resolution 72/7*, *resolution 2000/22 …, by the Sub-Commission*.
    fn is_of_other(
        &self,
        key: &Key,
        head: Head,
        by_rule: &[Option<Body>],
        year: Option<u16>,
    ) -> bool {
        if head.is_its || by_rule.iter().any(Option::is_some) {
            return false;
        }
        let is_other = |clue: Option<&Found>, range: std::ops::Range<usize>| {
            clue.and_then(body).is_some_and(has_own_numbers)
                && self.text.get(range).is_some_and(|between| {
                    between.len() <= CLAUSE && !between.contains([';', '；', '؛'])
                })
        };
        let last = self.clue(self.last_before(head.start).body);
        let next = self.clues.get(self.clues.partition_point(|clue| clue.start < key.end));
        let before = last.map_or(0..0, |clue| clue.end..head.start);
        let after = next.map_or(0..0, |clue| key.end..clue.start);
        let is_of_year = matches!(key.number, Number::InYear { .. });
        // The Economic and Social Council's own are numbered by years as well.
        let may_be_own = self.enacting == Some(Organ::EconomicAndSocialCouncil);
        ((year.is_none() || is_of_year && !may_be_own) && is_other(last, before))
            || (is_of_year && is_other(next, after))
    }

    /// The report that a number is in, if nothing but chapters of it stand between them.
    fn report_before(&self, noun: usize) -> Option<&Symbol> {
        let index =
            self.documents.partition_point(|document| document.range.end <= noun).checked_sub(1)?;
        let document = self.documents.get(index)?;
        let between = self.text.get(document.range.end..noun)?;
        let is_locus = between.starts_with([')', ',', '，', '،'])
            && between.len() <= 60
            && !between.contains([';', '；', '؛'])
            && !between.contains(" and ");
        match &document.target {
            Target::Document { symbol, .. } if is_locus => Some(symbol),
            _ => None,
        }
    }

    /// The year of the date that goes with a number.
    fn year(&self, key: &Key) -> Option<u16> {
        if self.language == Language::Chinese {
            let before = self.text.get(..key.start)?.trim_end_matches(['第', ' ']);
            let year_end = before
                .rfind('年')
                .filter(|&at| before.len() - at <= 20 && before.ends_with('日'))?;
            return before.get(year_end.checked_sub(4)?..year_end)?.parse().ok();
        }
        date_after(self.text.get(key.end..)?).map(|(year, _)| year)
    }

    /// Where a list goes on: whether nothing new is named between two numbers.
    pub(super) fn is_same_list(&self, head: Head, other: Head) -> bool {
        head.end == other.end && self.language != Language::Chinese
    }
}

fn is_noun(clue: Clue, language: Language) -> bool {
    // Arabic has *its resolution* in one word.
    let is_its_noun = language == Language::Arabic && clue == Clue::Its;
    matches!(clue, Clue::Resolution | Clue::Decision) || is_its_noun
}

/// Whether no bare number may be taken for a body's: what is called its own is its own or has no symbol.
fn has_own_numbers(body: Body) -> bool {
    matches!(
        body,
        Body::Other
            | Body::EnvironmentAssembly
            | Body::BiodiversityConference
            | Body::CommissionOnHumanRights
    )
}

fn is_council(body: Body) -> bool {
    matches!(
        body,
        Body::SecurityCouncil | Body::EconomicAndSocialCouncil | Body::HumanRightsCouncil
    )
}

fn body(found: &Found) -> Option<Body> {
    body_of(found.clue)
}

fn body_of(clue: Clue) -> Option<Body> {
    match clue {
        Clue::Body(body) | Clue::OfBody(body) => Some(body),
        _ => None,
    }
}
