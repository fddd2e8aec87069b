//! What each mandate renews: the same request in the version before, the latest earlier text of the same
//! body with nearly the same title. Knows titles and mandates; not where documents come from.

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash as _, Hasher as _},
};

use jiff::civil::Date;

use super::mandate::{Mandate, What};
use crate::{
    document::{Cite, Language, Organ, PlaceKind},
    text::{LIKENESS_WORDS, likeness, word_ngrams, words},
};

/// How like the titles of two texts of one series are.
const SAME_SERIES: f64 = 0.6;
/// How like the subjects of two requests are that one series makes.
const SAME_SUBJECT: f64 = 0.5;

/// A text, and what it asks.
#[derive(Clone, Debug)]
pub struct Asked {
    organ: Option<Organ>,
    language: Language,
    adopted: Option<Date>,
    symbol: Option<String>,
    /// The runs of words of its title, as numbers, each once.
    title: Vec<u64>,
    /// What it asks.
    pub mandates: Vec<Mandate>,
}

/// What a text says of itself.
#[derive(Clone, Copy, Debug)]
pub struct TextHead<'a> {
    /// Whose it is.
    pub organ: Option<Organ>,
    /// Its language.
    pub language: Language,
    /// The day of adoption.
    pub adopted: Option<Date>,
    /// Its symbol.
    pub symbol: Option<&'a str>,
    /// Its title.
    pub title: &'a str,
}

impl Asked {
    /// A text, and what was found that it asks.
    #[must_use]
    pub fn new(head: TextHead<'_>, mandates: Vec<Mandate>) -> Self {
        Self {
            organ: head.organ,
            language: head.language,
            adopted: head.adopted,
            symbol: head.symbol.map(str::to_owned),
            title: title_runs(head.title),
            mandates,
        }
    }
}

/// Fills in what each mandate of `texts` renews, where its words do not say it: the same request, of the same
/// people for the same thing, in the version before, which is one of `texts` as well.
pub fn renew(texts: &mut [Asked]) {
    let mut by_run: HashMap<(Option<Organ>, Language, u64), Vec<usize>> = HashMap::new();
    for (at, text) in texts.iter().enumerate() {
        for run in &text.title {
            by_run.entry((text.organ, text.language, *run)).or_default().push(at);
        }
    }
    for at in 0..texts.len() {
        let Some(before) = version_before(texts, &by_run, at) else { continue };
        let renewed: Vec<(usize, String)> = (0..texts[at].mandates.len())
            .filter_map(|own| Some((own, same_before(&texts[at].mandates[own], &texts[before])?)))
            .collect();
        for (own, place) in renewed {
            texts[at].mandates[own].renews = Some(place);
        }
    }
}

/// The latest earlier text with nearly the same title.
fn version_before(
    texts: &[Asked],
    by_run: &HashMap<(Option<Organ>, Language, u64), Vec<usize>>,
    at: usize,
) -> Option<usize> {
    let own = &texts[at];
    let adopted = own.adopted?;
    if own.mandates.iter().all(|mandate| mandate.renews.is_some()) {
        return None;
    }
    let mut shared: HashMap<usize, usize> = HashMap::new();
    for run in &own.title {
        for other in by_run.get(&(own.organ, own.language, *run)).into_iter().flatten() {
            *shared.entry(*other).or_default() += 1;
        }
    }
    let is_before = |other: &usize, count: usize| {
        let text = &texts[*other];
        let all = own.title.len() + text.title.len();
        #[expect(clippy::cast_precision_loss, reason = "counts of words are far below 2^52")]
        let likeness = 2.0 * count as f64 / all as f64;
        likeness >= SAME_SERIES
            && text.symbol.is_some()
            && text.symbol != own.symbol
            && text.adopted.is_some_and(|earlier| earlier < adopted)
    };
    let before = shared.into_iter().filter(|(other, count)| is_before(other, *count));
    // Of two of one day the one that was given first.
    before.map(|(other, _)| other).max_by_key(|other| (texts[*other].adopted, usize::MAX - other))
}

/// Where a text asks the same: `A/RES/70/161, para. 9`.
fn same_before(own: &Mandate, before: &Asked) -> Option<String> {
    if own.renews.is_some() || own.who.is_none() || own.what == What::Other {
        return None;
    }
    let alike = before.mandates.iter().filter_map(|other| {
        let is_kin = other.who == own.who && other.what == own.what && other.act == own.act;
        let alike = likeness(&own.about, &other.about);
        (is_kin && alike >= SAME_SUBJECT).then_some((alike, other))
    });
    // Of several that are alike the first.
    let (_, same) = alike.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    Some(format!("{}, {}", before.symbol.as_deref()?, place(&same.cite)))
}

/// A place as resolutions name it: `para. 9`, `para. 4 (a)`; other than plain ones as they are.
fn place(cite: &Cite) -> String {
    let is_plain =
        cite.kind() == PlaceKind::Paragraph && cite.part().is_none() && cite.within().is_none();
    if !is_plain {
        return cite.to_string();
    }
    let items = cite.items().iter().map(|item| format!(" ({item})"));
    format!("para. {}{}", cite.number(), items.collect::<String>())
}

/// The runs of words of a title, each once; of a short one, the whole of it.
fn title_runs(title: &str) -> Vec<u64> {
    let number = |run: &[String]| {
        let mut hasher = DefaultHasher::new();
        run.hash(&mut hasher);
        hasher.finish()
    };
    let words = words(title);
    let mut runs: Vec<u64> = match words.len() {
        0 => Vec::new(),
        length if length < LIKENESS_WORDS => vec![number(&words)],
        _ => word_ngrams(&words, LIKENESS_WORDS).map(number).collect(),
    };
    runs.sort_unstable();
    runs.dedup();
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(name: &str) -> String {
        place(&Cite::read(name).expect("a name"))
    }

    #[test]
    fn places_are_named_as_resolutions_name_them() {
        assert_eq!(said("OP9"), "para. 9");
        assert_eq!(said("OP4(a)(ii)"), "para. 4 (a) (ii)");
        assert_eq!(said("II.OP3"), "II.OP3");
    }

    #[test]
    fn short_titles_are_one_run() {
        assert_eq!(title_runs("Oceans and law"), title_runs("OCEANS AND LAW"));
        assert_eq!(title_runs("Oceans and law").len(), 1);
        assert_eq!(title_runs("a b c d e").len(), 2);
    }
}
