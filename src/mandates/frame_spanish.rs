//! How Spanish says *to do*: *a que*, *que* and a subjunctive, an infinitive. Knows the forms of words, not what they mean.

use super::tokens::Token;

/// Who or what is meant before a verb: *se lo presente*, *le informe*.
pub(super) const PRONOUNS: &[&str] = &["se", "le", "les", "lo", "los", "la", "las"];

/// Where something that is to be done begins at a word: its verb.
pub(super) fn spanish(text: &[Token], at: usize) -> Option<usize> {
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
        // *A partir de 2022*, *a saber*, *a pesar de*.
        let is_since = verb.is_one_of(&["partir", "contar", "pesar"])
            && text.get(at + 2).is_some_and(|next| next.is_one_of(&["de", "del", "desde"]));
        if is_since || verb.is_one_of(&["saber"]) {
            return None;
        }
        return (!is_hosted && is_spanish_infinitive(verb)).then_some(at + 1);
    }
    None
}

/// The verb behind a *que* that is known to say what somebody is to do.
pub(super) fn behind_that(text: &[Token], that: usize) -> Option<usize> {
    let small = |at: &usize| {
        let is_no = |token: &Token| token.is_one_of(&["no", "también", "asimismo"]);
        text.get(*at).is_some_and(|token| token.is_one_of(PRONOUNS) || is_no(token))
    };
    let verb = that + 1 + (that + 1..that + 4).take_while(small).count();
    let verb = behind_spanish_insertion(text, verb);
    text.get(verb)
        .is_some_and(|token| !token.is_sign() && !is_spanish_indicative(token))
        .then_some(verb)
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
        if !(is_comma(verb) || verb > at && is_inserted) {
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

/// Whether a verb may say what is asked, and is none that only tells: *que cooperen*, not *que contienen*.
pub(super) fn may_be_asked(verb: &Token) -> bool {
    !is_spanish_indicative(verb)
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
        "evite", "actúe", "adapte", "agilice", "amplíe", "aproveche", "asuma", "atienda", "autorice", "busque", "centre",
        "compile", "complete", "concluya", "conceda", "confirme", "consulte", "defina", "demuestre", "desempeñe", "destine",
        "diseñe", "disponga", "divulgue", "elija", "encargue", "envíe", "especifique", "exija", "finalice", "fije",
        "financie", "fomente", "incremente", "indique", "instituya", "introduzca", "intervenga", "invierta", "lleve",
        "limite", "logre", "movilice", "modifique", "notifique", "obtenga", "optimice", "otorgue", "perfeccione", "pida",
        "planifique", "potencie", "procure", "profundice", "promulgue", "proponga", "racionalice", "rechace", "reduzca",
        "reitere", "renueve", "repita", "reserve", "resuelva", "sancione", "satisfaga", "solicite", "solucione", "subsane",
        "suspenda", "tenga", "termine", "trabaje", "transfiera", "trate", "vigile", "vincule", "ocupe", "oriente", "opere",
        "observe", "mitigue", "mida", "inste", "exhorte", "estimule", "esfuerce", "enmiende", "emita", "efectúe",
        "documente", "detenga", "despliegue", "derogue", "corrija", "controle", "contrate", "consolide", "construya",
        "comparta", "combata", "coloque", "cambie", "avance", "asesore", "apruebe", "aporte", "analice", "acepte", "acoja",
        "aclare", "active", "ajuste", "abandone", "sustituya", "simplifique", "sensibilice", "revoque", "reúna", "rinda",
    ];
    token.is_one_of(&known)
}

/// Such a verb where it stands, or behind *se*: *y se esfuercen*.
pub(super) fn spanish_plural_at(text: &[Token], at: usize) -> Option<usize> {
    let small = |at: &usize| text.get(*at).is_some_and(|token| token.is_one_of(PRONOUNS));
    let verb = at + (at..at + 2).take_while(small).count();
    text.get(verb).filter(|token| is_spanish_plural(token)).map(|_| verb)
}
