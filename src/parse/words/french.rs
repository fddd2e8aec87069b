//! French.

use super::table::{Body, DebrisWords, OpenerForm, SetPhrases, Words};
use crate::document::{Organ, months};

#[rustfmt::skip] // as few lines as it takes
pub(in crate::parse) static WORDS: Words = Words {
    months: months::FRENCH,
    numbered: &[
        "paragraphe", "paragraphes", "par", "article", "articles", "art", "chapitre", "chapitres",
        "chap", "section", "sections", "sect", "règle", "règles", "objectif", "objectifs",
        "cible", "cibles", "no", "nos", "n", "numéro", "volume", "vol", "page", "pages", "p",
        "point", "points", "tableau", "figure", "supplément", "alinéa", "add", "rev", "corr",
        "catégorie", "les", "des", "de", "à", "et", "ou", "aux", "en", "du", "le", "au", "dans",
        "entre", "annexe", "annexes", "appendice", "phase", "étape",
    ],
    counted: &[
        "pour cent", "millions", "milliards", "million", "milliard", "ans", "jours", "mois", "pays",
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
    names_with_number: &["Action 21"],
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
    resolution: &["résolution"],
    decisions: &["décision"],
    its: &["sa", "ses", "leur", "leurs"],
    bodies: &[
        (Body::GeneralAssembly, &["Assemblée générale"]),
        (Body::SecurityCouncil, &["Conseil de sécurité"]),
        (Body::EconomicAndSocialCouncil, &["Conseil économique et social"]),
        (Body::HumanRightsCouncil, &[
            "Conseil des droits de l’homme", "Conseil des droits de l'homme",
        ]),
        (Body::CommissionOnHumanRights, &[
            "Commission des droits de l’homme", "Commission des droits de l'homme",
        ]),
        (Body::EnvironmentAssembly, &[
            "Assemblée des Nations Unies pour l’environnement", "Assemblée pour l’environnement",
            "Assemblée des Nations Unies pour l'environnement", "Assemblée pour l'environnement",
        ]),
        (Body::BiodiversityConference, &[
            "Conférence des Parties à la Convention sur la diversité biologique",
        ]),
        (Body::TheCouncil, &["Conseil"]),
        (Body::TheAssembly, &["l’Assemblée", "l'Assemblée"]),
        (Body::Other, &[
            "Conférence des Parties", "Conseil d’administration", "Assemblée mondiale de la Santé", "Conférence générale", "Commission de statistique", "Commission des stupéfiants", "Commission de la", "Commission du", "Commission économique", "Sous-Commission",
            "Conseil de paix et de sécurité", "Union africaine", "Conférence des États parties",
            "Réunion des États Parties",
        ]),
    ],
    of_bodies: &[
        (Body::GeneralAssembly, &["de l’Assemblée générale", "de l'Assemblée générale"]),
        (Body::SecurityCouncil, &["du Conseil de sécurité"]),
        (Body::EconomicAndSocialCouncil, &["du Conseil économique et social"]),
        (Body::HumanRightsCouncil, &[
            "du Conseil des droits de l’homme", "du Conseil des droits de l'homme", "adoptée par le Conseil des droits de l’homme",
        ]),
        (Body::CommissionOnHumanRights, &[
            "de la Commission des droits de l’homme", "de la Commission des droits de l'homme",
        ]),
        (Body::EnvironmentAssembly, &[
            "de l’Assemblée des Nations Unies pour l’environnement", "de l’Assemblée pour l’environnement",
            "de l'Assemblée des Nations Unies pour l'environnement", "de l'Assemblée pour l'environnement",
        ]),
        (Body::BiodiversityConference, &[
            "de la Conférence des Parties à la Convention sur la diversité biologique",
        ]),
        (Body::TheCouncil, &["du Conseil"]),
        (Body::TheAssembly, &["de l’Assemblée", "de l'Assemblée"]),
        (Body::Other, &[
            "de la Conférence", "du Conseil d’administration", "de la Commission", "de l’Assemblée des Nations Unies", "de l’Assemblée mondiale",
            "de l’Organisation", "de la Réunion", "du Comité",
        ]),
    ],
    paragraph: &["paragraphe"],
    subparagraph: &["alinéa"],
    section: &["section", "annexe", "chapitre", "partie"],
    here_before: &[],
    here_after: &[
        "ci-dessus", "ci-dessous", "ci-après", "plus haut", "plus bas", "de la présente résolution", "de la présente décision",
    ],
    elsewhere: &["de", "du", "des", "d’", "d'"],
    annex: &["annexe"],
    to_this_text: &[
        "à la présente résolution", "de la présente résolution", "jointe à la présente résolution",
    ],
    footnote: &["note de bas de page"],
    owned_by: &["de", "du", "à", "d’", "des"],
    locus: &[
        "annexe", "annexes", "appendice", "pièce jointe", "chap.", "chapitre", "sect.", "section",
        "par.", "paragraphe", "paragraphes", "partie", "vol.", "art.", "article", "règle",
        "tableau", "p.", "décision", "résolution",
    ],
    ibid: &["Ibid"],
    phrases: SetPhrases {
        formulas: &[
            ("l'assemblée générale", Organ::GeneralAssembly),
            ("le conseil de sécurité", Organ::SecurityCouncil),
            ("le conseil économique et social", Organ::EconomicAndSocialCouncil),
            ("le conseil des droits de l'homme", Organ::HumanRightsCouncil),
        ],
        session: &["session"],
        agenda: &["point", "points"],
        adopted: &["adoptée par", "adoptées par", "adopté par"],
        proposal: &[
            "sur la base",
            "sans renvoi",
            "sur la recommandation",
            "sur recommandation",
            "sur proposition",
        ],
        meeting: &["séance plénière", "séance"],
        annex: &["annexe", "appendice"],
        vote: &["[adoptée", "adoptée à", "adoptée sans"],
        numbered: &[],
        behind_number: &[],
        vote_words: &[],
        told: &["à sa", "à ses"],
        decision: &[],
        draft: &["projet de résolution", "projet de décision"],
        submitted: &[" présenté par "],
        and: " et ",
        two_names: &["Antigua", "Royaume-Uni de Grande-Bretagne", "Saint-Vincent", "Saint-Kitts", "Trinité", "Bosnie"],
        papers: &["lettre datée", "lettres identiques", "rapport", "note du", "note verbale", "notes verbales", "rectificatif"],
    },
    opener_form: Some(OpenerForm {
            preamble: &["ant", "ante", "ées", "ée"],
            operative: &["ite", "nde", "age", "ise", "ire", "me"],
            adverb: &["ment"],
            is_capital: true,
            never: &["Pendant", "Durant", "Comme", "Homme", "Femme", "Avant", "Année", "Années"],
    }),
    commonest: &["des", "les", "et", "du", "aux"],
    alphabet: "",
    after_suspended_hyphen: &["et", "ou"],
    before_number: &[],
    before_last_item: &[],
    abbreviations: &[],
    note_beginnings: &["Voir", "Résolution", "Documents officiels"],
    debris: DebrisWords {
        organization: &["Nations Unies"],
        masthead: &[],
        masthead_beginnings: &[],
        page: &[],
        recycle: &["Merci de recycler"],
    },
};
