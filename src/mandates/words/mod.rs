//! The words of mandates, one file a language: whoever adds a language writes one file like `english.rs`,
//! names it here, and adds its column to `assets/addressees.tsv` and its way to say *to do* to
//! `frame.rs`. No other code of this room knows a word.

mod arabic;
mod chinese;
mod english;
mod french;
mod russian;
mod spanish;

use std::sync::OnceLock;

use super::{
    mandate::{Every, Unit, What},
    phrases::Phrases,
};
use crate::document::{Act, Language};

/// What is written down of a language. Phrases are written as [`Phrases`] reads them.
pub(super) struct Table {
    /// Verbs that ask somebody.
    asks: &'static [(&'static str, Act)],
    /// Verbs by which it decides to ask somebody: *decides to request*.
    to_ask: &'static [(&'static str, Act)],
    /// Verbs by which a body decides to do something itself.
    decides: &'static str,
    /// What looks like one of them and asks nobody.
    asks_nobody: &'static str,
    /// Verbs of the body that ask nobody and end what was asked before: *and notes*.
    tells: &'static str,
    /// What is said of a session that is not due: *the outcome of* its twentieth session, *on* its twentieth.
    told_of: &'static str,
    /// *At that session*.
    that_session: &'static str,
    /// What may stand before a verb that asks, and between it and who is asked: *also*, *in this regard*.
    modifiers: &'static str,
    /// What stands before a verb that asks within a paragraph, modifiers left out.
    before: &'static str,
    /// Bodies that speak of themselves in the third person, *the Council requests*.
    bodies: &'static str,
    /// *That*, behind a verb that asks.
    that: &'static str,
    /// *Shall*, *should* behind it.
    shall: &'static str,
    /// *And*, *as well as* between two things to be done.
    and: &'static str,
    /// *Him*, *them*: who was asked before.
    pronouns: &'static str,
    /// *To continue*: the verb behind it is the one that matters.
    continues: &'static str,
    /// Verbs that say by themselves what is to come.
    verbs: &'static [(&'static str, What)],
    /// *To keep* something or somebody so that what stands behind tells: *keep Member States informed*.
    keeps: &'static str,
    /// What then tells: *informed*, *under review*.
    kept: &'static [(&'static str, What)],
    /// Verbs that leave it to their object: *to submit*, *to provide*.
    gives: &'static str,
    /// Those of them that have objects of any kind: *to make*, *to establish*.
    makes: &'static str,
    /// The report, where much stands between it and its verb.
    reports: &'static str,
    /// *By*, *through*: what follows says how.
    means: &'static str,
    /// *To establish* somebody who is to do something.
    creates: &'static str,
    /// What is submitted, provided, convened.
    nouns: &'static [(&'static str, What)],
    /// Where the object ends and the subject begins: *on*, *regarding*.
    about: &'static str,
    /// Ordinal and cardinal numbers in words, whose values are added: *seventy* 70, *third* 3.
    numbers: &'static [(&'static str, u16)],
    /// The word for a session.
    session: &'static str,
    /// How often: so many years.
    every: &'static [(&'static str, u16)],
    /// How often: so many months; 0 for a week.
    often: &'static [(&'static str, u16)],
    /// Days, weeks, months: how many days or months one is.
    units: &'static [(&'static str, (u16, Unit))],
    /// Cardinal numbers below twenty.
    counts: &'static [(&'static str, u16)],
    /// *Every*, before a number.
    each: &'static str,
    /// *Within*, *in*, before a number of days.
    within: &'static str,
    /// *Of*, *after*, behind a number of days that are counted from something.
    since: &'static str,
    /// The adoption of the resolution, from which they may be counted.
    adoption: &'static str,
    /// The months.
    months: [&'static str; 12],
    /// What stands before a day or year by which something is due: *by*, *no later than*.
    by: &'static str,
    /// What stands before a resolution that asked for the same: *pursuant to*, *as requested in*.
    renews: &'static str,
}

/// The words of a language, ready to be sought.
pub(super) struct Words {
    /// Verbs that ask; those by which a body decides have no act of their own here but
    /// [`Act::Decide`].
    pub(super) asks: Phrases<Option<Act>>,
    /// See [`Table`].
    pub(super) to_ask: Phrases<Act>,
    pub(super) tells: Phrases<()>,
    pub(super) told_of: Phrases<()>,
    pub(super) that_session: Phrases<()>,
    pub(super) modifiers: Phrases<()>,
    pub(super) before: Phrases<()>,
    pub(super) bodies: Phrases<()>,
    pub(super) that: Phrases<()>,
    pub(super) shall: Phrases<()>,
    pub(super) and: Phrases<()>,
    pub(super) pronouns: Phrases<()>,
    pub(super) continues: Phrases<()>,
    /// `None` for verbs that leave it to their object.
    pub(super) verbs: Phrases<Option<What>>,
    pub(super) keeps: Phrases<()>,
    pub(super) kept: Phrases<What>,
    pub(super) makes: Phrases<()>,
    pub(super) creates: Phrases<()>,
    pub(super) means: Phrases<()>,
    pub(super) reports: Phrases<()>,
    pub(super) nouns: Phrases<What>,
    pub(super) about: Phrases<()>,
    pub(super) numbers: Phrases<u16>,
    pub(super) session: Phrases<()>,
    pub(super) every: Phrases<Every>,
    pub(super) units: Phrases<(u16, Unit)>,
    pub(super) counts: Phrases<u16>,
    pub(super) each: Phrases<()>,
    pub(super) within: Phrases<()>,
    pub(super) since: Phrases<()>,
    pub(super) adoption: Phrases<()>,
    pub(super) months: Phrases<i8>,
    pub(super) by: Phrases<()>,
    pub(super) renews: Phrases<()>,
}

impl Words {
    /// The words of a language. Made when first asked for.
    pub(super) fn of(language: Language) -> &'static Self {
        static WORDS: [OnceLock<Words>; 6] = [const { OnceLock::new() }; 6];
        let table = match language {
            Language::English => &english::TABLE,
            Language::French => &french::TABLE,
            Language::Spanish => &spanish::TABLE,
            Language::Russian => &russian::TABLE,
            Language::Chinese => &chinese::TABLE,
            Language::Arabic => &arabic::TABLE,
        };
        let at = Language::ALL.iter().position(|&known| known == language).unwrap_or_default();
        WORDS[at].get_or_init(|| Self::new(table))
    }

    fn new(table: &Table) -> Self {
        let plain = |row: &'static str| Phrases::new([(row, ())]);
        let asks = table.asks.iter().map(|(row, act)| (*row, Some(*act)));
        let decides = [(table.decides, Some(Act::Decide)), (table.asks_nobody, None)];
        let verbs = table.verbs.iter().map(|(row, what)| (*row, Some(*what)));
        let years = table
            .every
            .iter()
            .map(|(row, count)| (*row, Every { count: *count, unit: Unit::Year }));
        let months_often = table.often.iter().map(|(row, count)| match count {
            0 => (*row, Every { count: 7, unit: Unit::Day }),
            count => (*row, Every { count: *count, unit: Unit::Month }),
        });
        let months = (1..).zip(table.months).map(|(month, row)| (row, month));
        Self {
            asks: Phrases::new(asks.chain(decides)),
            to_ask: Phrases::new(table.to_ask.iter().copied()),
            tells: plain(table.tells),
            told_of: plain(table.told_of),
            that_session: plain(table.that_session),
            modifiers: plain(table.modifiers),
            before: plain(table.before),
            bodies: plain(table.bodies),
            that: plain(table.that),
            shall: plain(table.shall),
            and: plain(table.and),
            pronouns: plain(table.pronouns),
            continues: plain(table.continues),
            verbs: Phrases::new(verbs.chain([(table.gives, None), (table.makes, None)])),
            keeps: plain(table.keeps),
            kept: Phrases::new(table.kept.iter().copied()),
            makes: plain(table.makes),
            creates: plain(table.creates),
            means: plain(table.means),
            reports: plain(table.reports),
            nouns: Phrases::new(table.nouns.iter().copied()),
            about: plain(table.about),
            numbers: Phrases::new(table.numbers.iter().copied()),
            session: plain(table.session),
            every: Phrases::new(years.chain(months_often)),
            units: Phrases::new(table.units.iter().copied()),
            counts: Phrases::new(table.counts.iter().copied()),
            each: plain(table.each),
            within: plain(table.within),
            since: plain(table.since),
            adoption: plain(table.adoption),
            months: Phrases::new(months),
            by: plain(table.by),
            renews: plain(table.renews),
        }
    }
}
