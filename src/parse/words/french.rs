//! French.

use super::Words;

#[rustfmt::skip] // as few lines as it takes
pub(super) static WORDS: Words = Words {
    months: [
        &["janvier"], &["février"], &["mars"], &["avril"], &["mai"], &["juin"], &["juillet"],
        &["août"], &["septembre"], &["octobre"], &["novembre"], &["décembre"],
    ],
    numbered: &[
        "paragraphe", "paragraphes", "par", "article", "articles", "art", "chapitre", "chapitres",
        "chap", "section", "sections", "sect", "règle", "règles", "objectif", "objectifs",
        "cible", "cibles", "no", "nos", "n", "numéro", "volume", "vol", "page", "pages", "p",
        "point", "points", "tableau", "figure", "supplément", "alinéa", "add", "rev", "corr",
        "catégorie", "les", "des", "de", "à", "et", "ou", "aux", "en", "du", "le", "au", "dans",
        "entre",
    ],
    counted: &[
        "pour", "millions", "milliards", "million", "milliard", "ans", "jours", "mois", "pays",
        "heures", "postes", "membres",
    ],
    after_mark: &[
        "et", "ou", "de", "du", "des", "d", "dans", "en", "à", "au", "aux", "pour", "par", "qui",
        "que", "qu", "dont", "ainsi", "sur", "le", "la", "les", "l", "où", "a", "ont", "est",
        "sont", "sera", "afin", "avec", "sans", "sous", "adopté", "adoptée", "adoptés",
        "adoptées", "comme", "ne", "n", "se", "s", "sa", "son", "ses", "leur", "leurs", "ce",
        "cette", "ces", "y", "compris", "notamment", "tel", "telle", "tels", "telles", "lorsque",
        "si", "mais", "entre", "contre", "vers", "depuis", "lors", "établi", "établie",
        "présenté", "présentée", "doit", "doivent", "peut", "peuvent", "tout", "toute", "tous",
        "toutes", "relatif", "relative", "un", "une", "était", "fait", "tenu", "tenue", "il",
        "elle", "selon",
    ],
    weak_hosts: &[],
    between_days: &["et", "au", "à"],
    before_month: &[],
    before_year: &[
        "en", "de", "pour", "à", "et", "fin", "ici", "horizon", "année", "exercice", "jusqu",
        "dès", "depuis",
    ],
    ordinal_endings: &[
        "er", "ers", "re", "res", "e", "es", "ème", "èmes", "ère", "o", "os", "bis", "ter",
    ],
    decision: &["décision", "décisions"],
    mark_before_punctuation: true,
};
