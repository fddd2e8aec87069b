//! How each language says *to do*: by *to*, *de*, *que*, an infinitive, *أن*. Knows the forms of words, not
//! what they mean; Spanish and Arabic have files of their own.

use super::{
    frame_arabic::arabic,
    frame_spanish::{self, spanish},
    tokens::Token,
    verbs_english::is_no_verb,
};
use crate::document::Language;

/// Where something that is to be done begins at a word, *to submit*: its verb.
pub(super) fn task_at(language: Language, text: &[Token], at: usize) -> Option<usize> {
    match language {
        Language::English => english(text, at),
        Language::French => french(text, at),
        Language::Spanish => spanish(text, at),
        Language::Russian => russian(text, at),
        Language::Chinese => None,
        Language::Arabic => arabic(text, at),
    }
}

fn english(text: &[Token], at: usize) -> Option<usize> {
    if !text.get(at)?.is_one_of(&["to"]) || text[at].is_tied {
        return None;
    }
    // What a noun asks for is no task: *efforts to*, *able to*.
    #[rustfmt::skip] // as few lines as it takes
    let hosts = [
        "efforts", "effort", "order", "able", "ability", "yet", "due", "according", "need",
        "needs", "commitment", "commitments", "opportunity", "opportunities", "capacity",
        "party", "invited", "continue", "continues", "right", "rights", "subject",
        "regard", "view", "contribution", "contributions", "relating", "related", "access",
        "respect", "wish", "wishing", "willing", "intention", "failed", "failure", "addition",
        "so", "seeking", "required", "requested", "responses", "response", "way", "ways",
        "means", "decision", "decided", "applicable", "available", "pertaining", "exposed",
        "vulnerable", "annex", "annexed", "appropriate", "necessary", "prior", "leading",
        "approach", "approaches", "continuing", "working", "mandate", "mandated", "obligation",
        "obligations", "responsibility",
    ];
    // The last word of a name hosts nothing: *the Office for Human Rights to*, *States Parties to*.
    let before = at.checked_sub(1).and_then(|before| text.get(before));
    // *States that have not yet done so to accede*.
    let is_done_so = at > 1 && is_done(&text[at - 2]) && text[at - 1].is_one_of(&["so"]);
    if before.is_some_and(|before| before.is_one_of(&hosts) && !before.is_capital) && !is_done_so {
        return None;
    }
    let verb = match verb_behind(text, at + 1) {
        Ok(verb) => verb,
        Err(further) => return Some(further),
    };
    let token = text.get(verb)?;
    #[rustfmt::skip] // as few lines as it takes
    let no_verbs = [
        "the", "a", "an", "its", "their", "his", "her", "our", "this", "that", "these", "those",
        "all", "any", "each", "every", "such", "other", "which", "whom", "date", "it", "them",
        "him", "states", "member", "and", "or", "armed", "conflict", "conflicts", "resolution",
        "paragraph", "some", "more", "women", "children", "persons", "people", "human", "do",
        "countries", "developing", "what", "help", "parties", "stakeholders", "partners", "actors",
        "donors", "governments", "relevant", "concerned", "private", "civil", "regional",
        "international", "national", "bilateral", "interested", "non", "least", "small", "less", "fewer", "about", "zero",
    ];
    let is_ing = token.word().ends_with("ing") && !token.is_one_of(&["bring"]);
    let is_noun = is_ing || token.is_one_of(&no_verbs) || is_no_verb(token.word());
    let is_verb = !token.is_sign() && !token.is_capital && !is_noun;
    // *A report to be submitted* tells of the report.
    let is_participle = |token: &Token| {
        token.word().ends_with("ed") || token.is_one_of(&["held", "made", "given", "drawn"])
    };
    if token.is_one_of(&["be"]) && text.get(verb + 1).is_some_and(is_participle) {
        return None;
    }
    let is_number = token.word().starts_with(|c: char| c.is_ascii_digit());
    (is_verb && !is_number || token.is_one_of(&["do", "help"]) && !is_do_so(text, verb))
        .then_some(verb)
}

/// The word behind what stands between *to* and its verb: *to, inter alia, fully and urgently report*. Where *further* is
/// the verb, *to further efforts*, that.
fn verb_behind(text: &[Token], to: usize) -> Result<usize, usize> {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    // *Contribute to, and take part in, the work*.
    let is_list = is(to + 1, &["and", "or"]);
    let mut verb = if is_list { to } else { behind_aside(text, to) };
    let has_object = is(verb + 1, &["the", "its", "their"])
        || text.get(verb + 1).is_some_and(|token| is_no_verb(token.word()));
    if is(verb, &["further"]) && has_object {
        return Err(verb);
    }
    while is_adverb(text, verb)
        || verb > to && is(verb, &["and", ",", "or"]) && is_adverb(text, verb + 1)
    {
        verb += 1;
    }
    Ok(verb)
}

/// *Fully*, *also*; but *apply* is a verb.
fn is_adverb(text: &[Token], at: usize) -> bool {
    let adverbs = ["further", "also", "fully", "either", "both", "not", "better", "then"];
    let verbs = ["apply", "reply", "supply", "rely", "comply", "multiply"];
    text.get(at).is_some_and(|token| {
        token.is_one_of(&adverbs) || token.word().ends_with("ly") && !token.is_one_of(&verbs)
    })
}

fn is_done(token: &Token) -> bool {
    token.is_one_of(&["done", "do", "doing"])
}

fn is_do_so(text: &[Token], at: usize) -> bool {
    text.get(at).is_some_and(|token| token.is_one_of(&["do"]))
        && text.get(at + 1).is_some_and(|token| token.is_one_of(&["so"]))
}

fn french(text: &[Token], at: usize) -> Option<usize> {
    let before = at.checked_sub(1).and_then(|before| text.get(before));
    #[rustfmt::skip] // as few lines as it takes
    let hosts = [
        "afin", "vue", "lieu", "moyens", "moyen", "possibilité", "façon", "manière", "avant",
        "efforts", "capacité", "chargé", "chargée", "chargés", "nécessité", "but", "désireux",
        "mesure", "faire", "besoin", "sorte", "sous", "continuer", "désireuses", "prêts",
        "tendant", "visant", "consistant", "susceptibles", "soin", "aptes", "propres", "invités",
        "invité", "poursuivre", "commencer", "envisager", "éviter", "décidé", "cesser",
    ];
    // *Ceux qui sont en mesure de le faire à y participer*: nothing hangs on *le faire*.
    let is_done_so =
        at > 1 && text[at - 1].is_one_of(&["faire"]) && text[at - 2].is_one_of(&["le"]);
    if before.is_some_and(|before| before.is_one_of(&hosts)) && !is_done_so {
        return None;
    }
    let token = text.get(at)?;
    if !token.is_one_of(&["de", "d", "à"]) || is_of_relative(text, at) {
        return None;
    }
    // *À compter de 2022*, *à savoir*.
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    let is_since = is(at + 1, &["compter", "partir"]) && is(at + 2, &["de", "du", "d", "des"]);
    if token.is_one_of(&["à"]) && (is_since || is(at + 1, &["savoir"])) {
        return None;
    }
    french_infinitive(text, at + 1)
}

/// Whether a preposition belongs to the verb of *qui*: *les États qui demandent à bénéficier*.
fn is_of_relative(text: &[Token], at: usize) -> bool {
    let is = |back: usize, words: &[&str]| {
        at.checked_sub(back).is_some_and(|at| text[at].is_one_of(words))
    };
    let small = ["se", "s", "le", "les", "ne", "n", "y", "lui", "leur"];
    is(2, &["qui", "qu", "que", "ils", "elles"]) || is(3, &["qui", "ils", "elles"]) && is(2, &small)
}

/// An infinitive, pronouns before it left out: *lui présenter*.
fn french_infinitive(text: &[Token], at: usize) -> Option<usize> {
    #[rustfmt::skip] // as few lines as it takes
    let small = [
        "le", "la", "les", "lui", "leur", "l", "se", "s", "y", "en", "ne", "n", "pas", "me", "m",
        "nous", "mieux", "dûment", "bien", "également", "pleinement", "plus", "tout", "ensuite",
        "aussi", "davantage", "notamment",
    ];
    let mut verb = at;
    while verb < at + 4 && text.get(verb)?.is_one_of(&small) {
        verb += 1;
    }
    let token = text.get(verb)?;
    let word = token.word();
    #[rustfmt::skip] // as few lines as it takes
    let no_verbs = [
        "mer", "hiver", "premier", "dernier", "particulier", "papier", "entier", "métier", "fer",
        "chantier", "janvier", "février", "avenir", "désir", "plaisir", "cuir", "affaire",
        "régulier", "financier", "foyer", "danger", "étranger", "familier", "singulier",
        "loisir",
    ];
    #[rustfmt::skip] // as few lines as it takes
    let endings_of_re = [
        "prendre", "rendre", "tendre", "pondre", "fendre", "mettre", "joindre", "teindre",
        "vivre", "suivre", "duire", "faire", "crire", "clure", "naître", "raître", "croître",
        "croire", "battre", "vaincre", "lire", "dire", "rompre", "truire", "traire", "vendre",
        "perdre", "craindre", "soudre", "poursuivre", "être", "étendre", "treindre", "plaindre",
        "suffire", "accroître", "descendre", "suspendre",
    ];
    let is_infinitive = (word.ends_with("er") || word.ends_with("ir"))
        || endings_of_re.iter().any(|ending| word.ends_with(ending));
    let is_long = word.chars().count() > 3;
    (is_infinitive && is_long && !token.is_capital && !token.is_one_of(&no_verbs)).then_some(verb)
}

fn russian(text: &[Token], at: usize) -> Option<usize> {
    // *Которые в состоянии сделать это*, *желающие участвовать*: which ones they are.
    #[rustfmt::skip] // as few lines as it takes
    let hosts = [
        "состоянии", "желающие", "желающим", "желающих", "желает", "желают", "готовые", "готовым", "готовых", "способные", "способным",
        "способных", "могут", "может", "могли", "мог", "намерены", "намеренные", "стремящиеся", "стремящимся", "стремятся",
        "обязаны", "обязанные", "обязанных", "право", "чтобы", "вправе", "обязались", "обязалась", "призваны", "призвана",
    ];
    let before = at.checked_sub(1).map(|before| &text[before]);
    let is_hosted = before.is_some_and(|before| before.is_one_of(&hosts));
    (is_russian_infinitive(text.get(at)?) && !is_hosted).then_some(at)
}

fn is_russian_infinitive(token: &Token) -> bool {
    let word = token.word();
    let bare = word.strip_suffix("ся").or_else(|| word.strip_suffix("сь")).unwrap_or(word);
    #[rustfmt::skip] // as few lines as it takes
    let no_verbs = [
        "сеть", "печать", "память", "путь", "опять", "пять", "девять", "десять", "площадь",
        "суть", "треть", "нефть", "мать", "лишь", "речь", "ночь", "дать", "смерть", "будь",
        "хоть", "чуть", "области",
    ];
    #[rustfmt::skip] // as few lines as it takes
    let endings = [
        "ать", "ять", "ить", "еть", "уть", "ыть", "оть", "ести", "йти", "зти", "чь", "асти",
    ];
    let is_infinitive = endings.iter().any(|ending| bare.ends_with(ending));
    let is_known = token.is_one_of(&["дать"]);
    let is_noun = bare.ends_with("ости")
        || bare.ends_with("бласти")
        || bare.ends_with("ласти")
        || word.ends_with("власти")
        || word.ends_with("части");
    !token.is_capital
        && word.chars().count() > 3
        && (is_known || is_infinitive && !no_verbs.contains(&word) && !is_noun)
}

/// *Рассмотрел*, *включали*: the form that stands behind *чтобы*.
pub(super) fn is_russian_past(token: &Token) -> bool {
    let word = token.word();
    let bare = word.strip_suffix("ся").or_else(|| word.strip_suffix("сь")).unwrap_or(word);
    let is_past = [
        "ал", "ил", "ел", "ял", "вел", "ала", "ила", "ела", "яла", "ало", "ило", "ели", "али",
        "или", "яли",
    ]
    .iter()
    .any(|ending| bare.ends_with(ending));
    #[rustfmt::skip] // as few lines as it takes
    let no_verbs = ["если", "или", "дели", "цели", "отдел", "раздел", "материал", "потенциал", "персонал", "журнал", "сигнал", "трибунал", "предел", "недели", "модели", "роли", "доли", "земли", "торговли", "начало"];
    is_past && word.chars().count() > 4 && !token.is_capital && !no_verbs.contains(&word)
}

/// *Соблюдению*, *принятию*, *сотрудничеству*: a noun of doing behind *к*.
pub(super) fn is_russian_doing(token: &Token) -> bool {
    let word = token.word();
    let is_noun = ["ению", "анию", "янию", "ятию", "ытию", "ичеству", "отказу", "участию"]
        .iter()
        .any(|ending| word.ends_with(ending));
    is_noun
        && !token.is_capital
        && !token.is_one_of(&["отношению", "мнению", "решению", "значению"])
}

/// The word behind a few words between commas: *report, inter alia, on*, *submit, as appropriate, a report*.
pub(super) fn behind_aside(text: &[Token], at: usize) -> usize {
    let is_comma = |at: &usize| text.get(*at).is_some_and(|token| token.is_one_of(&[","]));
    let close = is_comma(&at).then(|| (at + 2..at + 10).find(is_comma)).flatten();
    close.map_or(at, |close| close + 1)
}

/// A verb without *to* that goes on after *and*: *to prepare and submit*, *que presente y difunda*.
pub(super) fn bare_task_at(language: Language, text: &[Token], at: usize) -> Option<usize> {
    match language {
        Language::English => {
            let next = text.get(behind_aside(text, at + 1))?;
            let is_submit = text[at].is_one_of(&["submit"]) && !next.is_sign();
            #[rustfmt::skip] // as few lines as it takes
            let follows = [
                "to", "on", "thereon", "back", "annually", "regularly", "periodically", "orally",
                "a", "an", "its", "his", "the", "their",
            ];
            (is_submit || next.is_one_of(&follows)).then_some(at)
        }
        Language::French => french_infinitive(text, at),
        Language::Spanish => {
            let small =
                |at: &usize| text.get(*at).is_some_and(|t| t.is_one_of(frame_spanish::PRONOUNS));
            Some(at + (at..at + 2).take_while(small).count())
        }
        Language::Russian | Language::Chinese | Language::Arabic => None,
    }
}
