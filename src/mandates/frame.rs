//! How each language says *to do*: by *to*, *de*, *que*, an infinitive, *أن*. Knows the forms of words, not
//! what they mean.

use super::tokens::Token;
use crate::document::Language;

/// Where something that is to be done begins at a word, *to submit*: its verb.
pub(super) fn task_at(language: Language, text: &[Token], at: usize) -> Option<usize> {
    match language {
        Language::English => english(text, at),
        Language::French => french(text, at),
        Language::Spanish => spanish(text, at),
        Language::Russian => is_russian_infinitive(text.get(at)?).then_some(at),
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
    let is_adverb = |at: usize| {
        text.get(at).is_some_and(|token| {
            token.word().ends_with("ly")
                && !token.is_one_of(&["apply", "reply", "supply", "rely", "comply", "multiply"])
                || token.is_one_of(&[
                    "further", "also", "fully", "either", "both", "not", "better", "then",
                ])
        })
    };
    let mut verb = at + 1;
    // *To fully and urgently report*.
    while is_adverb(verb)
        || verb > at + 1 && text.get(verb)?.is_one_of(&["and", ",", "or"]) && is_adverb(verb + 1)
    {
        verb += 1;
    }
    let token = text.get(verb)?;
    #[rustfmt::skip] // as few lines as it takes
    let no_verbs = [
        "the", "a", "an", "its", "their", "his", "her", "our", "this", "that", "these", "those",
        "all", "any", "each", "every", "such", "other", "which", "whom", "date", "it", "them",
        "him", "states", "member", "and", "or", "armed", "conflict", "conflicts", "resolution",
        "paragraph", "some", "more", "women", "children", "persons", "people", "human", "do",
        "countries", "developing", "what", "help", "parties", "stakeholders", "partners", "actors",
        "donors", "governments", "relevant", "concerned", "private", "civil", "regional",
        "international", "national", "bilateral", "interested", "non", "least", "small",
    ];
    let is_ing = token.word().ends_with("ing") && !token.is_one_of(&["bring"]);
    let is_verb = !token.is_sign() && !token.is_capital && !is_ing && !token.is_one_of(&no_verbs);
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

fn spanish(text: &[Token], at: usize) -> Option<usize> {
    let token = text.get(at)?;
    let behind = |skipped: usize| {
        let small = ["le", "les", "la", "lo", "los", "las", "se", "no", "también", "asimismo"];
        let mut verb = at + skipped;
        while text.get(verb).is_some_and(|token| token.is_one_of(&small)) {
            verb += 1;
        }
        verb = behind_spanish_insertion(text, verb);
        let is_verb = |token: &Token| {
            (!token.is_sign() || token.word() == ",") && !is_spanish_indicative(token)
        };
        text.get(verb).is_some_and(is_verb).then_some(verb)
    };
    if token.is_one_of(&["a"]) && text.get(at + 1)?.is_one_of(&["que"]) {
        return behind(2);
    }
    #[rustfmt::skip] // as few lines as it takes
    let is_relative = [
        "los", "las", "el", "la", "lo", "en", "con", "medidas", "ya", "a", "de", "para", "vez",
        "modo", "manera", "fin", "tal", "forma", "todos", "estados", "aún", "todavía", "más",
        "por", "hasta", "desde", "cuestiones", "países", "partes", "así", "todo", "aquellos",
        "resolución", "actividades", "entidades", "información", "indica", "sabe",
    ];
    let before = at.checked_sub(1).and_then(|before| text.get(before));
    if token.is_one_of(&["que"]) {
        let is_relative = before.is_some_and(|before| before.is_one_of(&is_relative));
        return if is_relative { None } else { behind(1) };
    }
    if token.is_one_of(&["a"]) {
        #[rustfmt::skip] // as few lines as it takes
        let no_hosts = [
            "miras", "encaminadas", "encaminados", "dirigidas", "destinadas", "orientadas",
            "tendentes", "derecho", "vistas", "encaminada", "destinados", "ayudar", "contribuir",
            "destinada",
        ];
        let is_hosted = before.is_some_and(|before| before.is_one_of(&no_hosts));
        let verb = text.get(at + 1)?;
        return (!is_hosted && is_spanish_infinitive(verb)).then_some(at + 1);
    }
    None
}

/// The verb behind what is inserted: *a que, en consulta con los Estados, según proceda, mejoren*.
fn behind_spanish_insertion(text: &[Token], at: usize) -> usize {
    let is_comma = |at: usize| text.get(at).is_some_and(|token| token.is_one_of(&[","]));
    #[rustfmt::skip] // as few lines as it takes
    let inserts = [
        "en", "con", "de", "por", "según", "cuando", "como", "al", "a", "sin", "para", "teniendo", "conforme", "incluso",
        "si", "entre", "mediante", "dentro", "junto", "habida", "bajo", "durante", "tras", "además", "y", "sobre", "hasta",
        "desde", "ante", "salvo", "gracias", "antes", "entre", "siempre", "respetando", "actuando",
    ];
    let small = ["le", "les", "la", "lo", "los", "las", "se", "no", "también", "asimismo"];
    let mut verb = at;
    for _ in 0..4 {
        let start = verb + usize::from(is_comma(verb));
        let is_inserted = text.get(start).is_some_and(|token| token.is_one_of(&inserts));
        if !is_comma(verb) && !(verb > at && is_inserted) {
            break;
        }
        let Some(end) = unquoted_comma(text, start..text.len().min(start + 60)) else { break };
        verb = end + 1;
    }
    while verb > at && text.get(verb).is_some_and(|token| token.is_one_of(&small)) {
        verb += 1;
    }
    if text.get(verb).is_some_and(|token| !token.is_sign()) { verb } else { at }
}

/// The first comma that stands in no quotation: *en relación con el tema titulado “Refugiados, retornados y desplazados”,*.
fn unquoted_comma(text: &[Token], within: std::ops::Range<usize>) -> Option<usize> {
    let mut is_quoted = false;
    within.into_iter().find(|at| {
        is_quoted ^= text[*at].is_one_of(&["\""]);
        !is_quoted && text[*at].is_one_of(&[","])
    })
}

/// *Presentando*, *siguiéndolo*: what somebody goes on doing.
pub(super) fn is_spanish_gerund(token: &Token) -> bool {
    let word = token.word();
    let bare = ["los", "las", "les", "lo", "la", "le", "se"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending))
        .unwrap_or(word);
    ["ando", "iendo", "yendo", "ándo", "iéndo", "yéndo"].iter().any(|ending| bare.ends_with(ending))
        && !token.is_one_of(&["cuando", "siendo", "mando", "bando", "estando", "habiendo"])
}

/// *Que contiene*, *que se celebrará*: what is told of a thing, not asked of somebody.
fn is_spanish_indicative(token: &Token) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let known = [
        "contiene", "contienen", "figura", "figuran", "incluye", "incluyen", "es", "son", "ha", "han", "está",
        "están", "fue", "fueron", "tiene", "tienen", "tuvo", "puede", "pueden", "permite", "permiten", "había",
        "hay", "abarca", "constituye", "constituyen", "sigue", "siguen", "trata", "afecta", "afectan", "existe",
    ];
    let word = token.word();
    token.is_one_of(&known)
        || ["rá", "rán", "aron", "ieron"].iter().any(|ending| word.ends_with(ending))
}

/// *Presentar*, *celebrarlo*.
pub(super) fn is_spanish_infinitive(token: &Token) -> bool {
    let word = token.word();
    #[rustfmt::skip] // as few lines as it takes
    let bare = [
        "los", "las", "les", "lo", "la", "le", "se",
    ] .iter() .find_map(|ending| word.strip_suffix(ending)) .unwrap_or(word);
    #[rustfmt::skip] // as few lines as it takes
    let no_verbs = [
        "lugar", "mar", "particular", "mujer", "nuclear", "familiar", "poder", "par", "militar",
        "regular", "similar", "popular", "taller", "hogar", "bienestar",
    ];
    let is_infinitive = |word: &str| {
        ["ar", "er", "ir"].iter().any(|ending| word.ends_with(ending)) && word.chars().count() > 3
    };
    (is_infinitive(word) || is_infinitive(bare)) && !token.is_capital && !no_verbs.contains(&word)
}

/// *Apoyen*, *adopten*: what several are asked.
pub(super) fn is_spanish_plural(token: &Token) -> bool {
    let word = token.word();
    #[rustfmt::skip] // as few lines as it takes
    let no_verbs = [
        "examen", "orden", "origen", "margen", "imagen", "resumen", "volumen", "crimen",
        "régimen", "dictamen", "joven", "afganistán", "también", "quien", "bien",
    ];
    let is_ending = word.ends_with("en") || word.ends_with("an");
    is_ending && word.chars().count() > 4 && !token.is_capital && !no_verbs.contains(&word)
}

/// *Asegure*, *presente*: what one is asked, of the verbs that are asked most.
pub(super) fn is_spanish_singular(token: &Token) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let known = [
        "presente", "informe", "adopte", "asegure", "garantice", "siga", "continúe", "prosiga", "vele", "proporcione", "preste",
        "apoye", "facilite", "promueva", "celebre", "convoque", "organice", "prepare", "incluya", "elabore", "formule",
        "establezca", "ponga", "tome", "haga", "mantenga", "dé", "brinde", "fortalezca", "refuerce", "mejore", "aumente",
        "intensifique", "acelere", "examine", "revise", "evalúe", "supervise", "coopere", "colabore", "cumpla", "respete",
        "aplique", "ejecute", "ratifique", "firme", "cese", "retire", "libere", "levante", "reconozca", "acate", "desista",
        "participe", "contribuya", "asista", "ayude", "coordine", "difunda", "publique", "distribuya", "transmita", "señale",
        "recabe", "determine", "designe", "nombre", "asigne", "dedique", "invite", "aliente", "adhiera", "abstenga", "entable",
        "responda", "considere", "estudie", "investigue", "enjuicie", "proteja", "permita", "elimine", "ofrezca", "remita",
        "someta", "incorpore", "integre", "utilice", "desarrolle", "cree", "emprenda", "inicie", "aborde", "impulse", "explore",
    ];
    token.is_one_of(&known)
}

/// Such a verb where it stands, or behind *se*: *y se esfuercen*.
pub(super) fn spanish_plural_at(text: &[Token], at: usize) -> Option<usize> {
    let small = ["se", "le", "les", "lo", "los", "la", "las"];
    let verb = at + usize::from(text.get(at)?.is_one_of(&small));
    text.get(verb).filter(|token| is_spanish_plural(token)).map(|_| verb)
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

/// *أن يقدم*; *إلى تقديم*, *على اتخاذ*, which a noun follows.
fn arabic(text: &[Token], at: usize) -> Option<usize> {
    let token = text.get(at)?;
    let skip = |mut verb: usize| {
        let at = verb;
        while text
            .get(verb)
            .is_some_and(|token| token.is_one_of(&["لا", "يقوم", "تقوم", "تقوما", "القيام"]))
        {
            verb += 1;
        }
        if let Some(done) = done_by(text, at, verb) {
            return Some(done);
        }
        // *القيام، عند الضرورة، باستعراض*.
        let is_comma = |at: usize| text.get(at).is_some_and(|token| token.is_one_of(&[","]));
        if is_comma(verb) {
            let behind = (verb + 1..text.len().min(verb + 30)).find(|at| is_comma(*at));
            verb = behind.map_or(verb, |comma| comma + 1);
        }
        text.get(verb).map(|_| verb)
    };
    if token.is_one_of(&["ان", "وان", "بان", "الا"]) {
        let before = at.checked_sub(1).and_then(|before| text.get(before));
        #[rustfmt::skip] // as few lines as it takes
        let hosts = [
            "بعد", "قبل", "علي", "الي", "مع", "دون", "ينبغي", "يمكن", "يجب", "بيد", "غير",
            "اعتبار", "ضمان", "كفاله", "لضمان", "حيث", "منها", "شانها", "اجل", "تقرر",
        ];
        if before.is_some_and(|before| before.is_one_of(&["علي", "الي"])) {
            return skip(at + 1);
        }
        return if before.is_some_and(|before| before.is_one_of(&hosts[..]))
            && !before.is_some_and(|b| b.is_one_of(&["تقرر"]))
        {
            None
        } else {
            skip(at + 1)
        };
    }
    if token.is_one_of(&["الي", "علي", "والي", "وعلي"]) {
        let next = text.get(at + 1)?;
        if next.is_one_of(&["ان"]) {
            return skip(at + 2);
        }
        return is_arabic_action(next).then_some(at + 1);
    }
    None
}

/// The noun of what is to be done, where the verb only says that it is: *أن تقوم، بدعم من المنظمات، وعند الاقتضاء، بوضع*.
fn done_by(text: &[Token], from: usize, verb: usize) -> Option<usize> {
    let is_done = verb > from && !text[verb - 1].is_one_of(&["لا"]);
    let is_by = |at: &usize| {
        let noun = text[*at].word().strip_prefix('ب');
        let is_behind_comma = *at <= verb + 2 || text[*at - 1].is_one_of(&[","]);
        // *بدعم من المنظمات*, *بالتعاون مع*: with whom.
        let is_with = text.get(at + 1).is_some_and(|next| next.is_one_of(&["من", "مع", "بين"]));
        is_behind_comma && !is_with && noun.is_some_and(is_action)
    };
    (verb..text.len().min(verb + 60)).find(is_by).filter(|_| is_done)
}

/// Nouns of doing something: by the forms that most of them have, and a list of the rest.
pub(super) fn is_arabic_action(token: &Token) -> bool {
    is_action(token.word())
}

/// Such a noun behind an *and* that is written as one with it.
pub(super) fn is_further_arabic_action(token: &Token) -> bool {
    token.word().strip_prefix('و').is_some_and(is_action)
}

/// Whether letters are such a noun.
pub(super) fn is_arabic_doing(word: &str) -> bool {
    is_action(word)
}

fn is_action(word: &str) -> bool {
    let bare = word.strip_prefix("ال").unwrap_or(word);
    #[rustfmt::skip] // as few lines as it takes
    let known = [
        "اتخاذ", "تقديم", "مواصله", "النظر", "القيام", "وضع", "دعم", "زياده", "ضمان", "كفاله",
        "العمل", "بذل", "مراعاه", "مشاركه", "تعزيز", "اعتماد", "انشاء", "تنفيذ", "التعاون",
        "التصديق", "الانضمام", "توقيع", "اجراء", "عقد", "ايلاء", "ادراج", "ادماج", "تشجيع",
        "تيسير", "توفير", "تحسين", "تطوير", "تعبئه", "تبادل", "الاضطلاع", "الاستمرار", "السعي",
        "مضاعفه", "تكثيف", "اتاحه", "حمايه", "احترام", "الامتناع", "الوفاء", "الاسهام",
        "المساهمه", "المشاركه", "مساعده", "اعداد", "تخصيص", "توسيع", "تسريع", "الحفاظ", "منع",
        "مكافحه", "معالجه", "الالتزام", "الامتثال", "التقيد", "استعراض", "دراسه", "تحديد",
        "ابلاغ", "التبرع", "تمويل", "تنظيم", "سن", "التاكد", "احراز", "اعطاء", "بناء", "استخدام",
        "الاستفاده", "ازاله", "الغاء", "انهاء", "وقف", "اطلاق", "المواظبه", "المضي", "مد",
        "اقامه", "ايجاد", "تهيئه", "صون", "رصد", "جمع", "نشر", "تقاسم", "تكييف", "الشروع",
        "التفكير", "التصدي", "تكريس", "تعميم", "توعيه", "تدريب", "تمكين", "الانخراط",
        "اعاده", "حشد", "الاستثمار", "التحقيق", "سحب", "القضاء", "رفع", "خفض", "الحد", "الرد", "الاعتراف",
        "التماس", "افساح", "اشراك", "الاسترشاد", "المبادره", "اصدار", "ارسال", "احاله", "عرض", "التشاور",
        "التفاوض", "الاعلان", "ابداء", "ابقاء", "الكف", "الكشف", "الافراج", "التحلي", "سداد", "دفع", "ادانه",
        "حظر", "قبول", "حث", "توخي", "بلوغ", "تولي", "ايضاح", "اطلاع", "اعلام", "التوقف", "اكمال", "انجاز",
        "اثراء", "شطب", "حذف", "فرض", "ربط", "درء", "ردع", "حل", "صوغ", "صياغه", "طرح", "بحث", "كشف", "نزع", "ملء", "رسم", "محو", "اسناد", "اتباع", "الاخذ", "التوصل", "التوسع", "توطيد", "اداء", "ارساء", "التنسيق",
    ];
    known.contains(&word)
        || known.contains(&bare)
        || is_derived(bare)
        || (bare.starts_with('ت') && bare.chars().count() == 5 && bare.chars().nth(3) == Some('ي'))
        || is_mutual(bare)
}

/// *استخدام*, *اعتماد*: the tenth and the eighth form.
fn is_derived(word: &str) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let things = [
        "اجتماع", "اقتصاد", "اعتبار", "اختصاص", "انتشار", "ارتباط", "احتمال", "اقتراح", "انتقال", "استقلال", "استثناء",
        "اقتضاء", "احتياج", "استنتاج", "استراتيجيه", "استراتيجيات", "استنتاجات", "استثمارات", "انتخاب", "اتفاق",
    ];
    let count = word.chars().count();
    let long = word.chars().skip(4).take(2).any(|letter| letter == 'ا');
    let is_tenth = word.starts_with("است") && long && count == 7;
    let is_eighth = word.starts_with('ا')
        && count == 6
        && word.chars().nth(2) == Some('ت')
        && word.chars().nth(4) == Some('ا');
    (is_tenth || is_eighth) && !things.contains(&word)
}

/// *مساعدة*, *معالجة*: the third form.
fn is_mutual(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    matches!(letters.as_slice(), ['م', _, 'ا', _, _, 'ه'])
}

/// A verb without *to* that goes on after *and*: *to prepare and submit*, *que presente y difunda*.
pub(super) fn bare_task_at(language: Language, text: &[Token], at: usize) -> Option<usize> {
    match language {
        Language::English => {
            let next = text.get(at + 1)?;
            #[rustfmt::skip] // as few lines as it takes
            let follows = [
                "to", "on", "thereon", "back", "annually", "regularly", "periodically", "orally",
                "a", "an", "its", "his", "the", "their",
            ];
            (next.is_one_of(&follows)).then_some(at)
        }
        Language::French => french_infinitive(text, at),
        Language::Spanish => {
            let small = ["le", "les", "la", "lo", "los", "las", "se"];
            let skip = usize::from(text.get(at)?.is_one_of(&small));
            Some(at + skip)
        }
        Language::Russian | Language::Chinese | Language::Arabic => None,
    }
}
