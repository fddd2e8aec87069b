//! The set phrases of the frame of a resolution in each language: who adopts, sessions, meetings,
//! annexes (grammar.md §3.3). Data alone; compared in lower case and with plain apostrophes.

use super::label;
use crate::document::{Language, Organ};

/// The phrases of one language.
pub(super) struct Forms {
    /// The bodies as the enacting formula names them, without its comma.
    pub(super) formulas: &'static [(&'static str, Organ)],
    /// Words that a session line has beside a number or ordinal.
    pub(super) session: &'static [&'static str],
    /// What an agenda item line begins with.
    pub(super) agenda: &'static [&'static str],
    /// Words that an adoption line begins with or has.
    pub(super) adopted: &'static [&'static str],
    /// Words that a proposal line begins with, its bracket aside.
    pub(super) proposal: &'static [&'static str],
    /// Words that a meeting line has beside a number.
    pub(super) meeting: &'static [&'static str],
    /// What the heading of an annex begins with.
    pub(super) annex: &'static [&'static str],
    /// What a line on how it was adopted begins with.
    pub(super) vote: &'static [&'static str],
}

use Organ::{
    EconomicAndSocialCouncil as Ecosoc, GeneralAssembly as Ga, HumanRightsCouncil as Hrc,
    SecurityCouncil as Sc,
};

impl Forms {
    /// The phrases of a language.
    pub(super) const fn of(language: Language) -> &'static Self {
        match language {
            Language::Arabic => &ARABIC,
            Language::Chinese => &CHINESE,
            Language::English => &ENGLISH,
            Language::French => &FRENCH,
            Language::Russian => &RUSSIAN,
            Language::Spanish => &SPANISH,
        }
    }
}

static ENGLISH: Forms = Forms {
    formulas: &[
        ("the general assembly", Ga),
        ("the security council", Sc),
        ("the economic and social council", Ecosoc),
        ("the human rights council", Hrc),
    ],
    session: &["session"],
    agenda: &["agenda item", "item"],
    adopted: &["adopted by the", "adopted at the", "adopted unanimously at the"],
    proposal: &[
        "on the report",
        "without reference",
        "on the recommendation",
        "on a proposal",
        "on the proposal",
        "on reports",
        "on the reports",
    ],
    meeting: &["plenary meeting", "meeting"],
    annex: &["annex", "appendix", "enclosure"],
    vote: &["adopted without", "adopted by", "adopted at", "adopted unanimously", "[adopted"],
};

static FRENCH: Forms = Forms {
    formulas: &[
        ("l'assemblée générale", Ga),
        ("le conseil de sécurité", Sc),
        ("le conseil économique et social", Ecosoc),
        ("le conseil des droits de l'homme", Hrc),
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
};

static SPANISH: Forms = Forms {
    formulas: &[
        ("la asamblea general", Ga),
        ("el consejo de seguridad", Sc),
        ("el consejo económico y social", Ecosoc),
        ("el consejo de derechos humanos", Hrc),
    ],
    session: &["período de sesiones", "periodo de sesiones"],
    agenda: &["tema", "temas"],
    adopted: &["aprobada por", "aprobadas por", "aprobado por"],
    proposal: &["sobre la base", "sin remisión", "por recomendación", "a propuesta"],
    meeting: &["sesión plenaria", "sesión"],
    annex: &["anexo", "apéndice"],
    vote: &["[aprobada", "aprobada por unanimidad", "aprobada sin"],
};

static RUSSIAN: Forms = Forms {
    formulas: &[
        ("генеральная ассамблея", Ga),
        ("совет безопасности", Sc),
        ("экономический и социальный совет", Ecosoc),
        ("совет по правам человека", Hrc),
    ],
    session: &["сессия"],
    agenda: &["пункт", "пункты"],
    adopted: &["принятая", "принятые", "принято"],
    proposal: &["по докладу", "без передачи", "по рекомендации", "по предложению", "по докладам"],
    meeting: &["пленарное заседание", "заседание"],
    annex: &["приложение", "добавление"],
    vote: &["[принята", "принята без"],
};

static CHINESE: Forms = Forms {
    formulas: &[
        ("大会", Ga),
        ("安全理事会", Sc),
        ("经济及社会理事会", Ecosoc),
        ("人权理事会", Hrc),
    ],
    session: &["届会议", "届会", "特别会议"],
    agenda: &["议程项目"],
    adopted: &["大会决议", "通过的决议", "理事会决议", "决议"],
    proposal: &["根据", "未经发交", "经", "按照"],
    meeting: &["全体会议", "次会议"],
    annex: &["附件", "附录"],
    vote: &["[未经表决", "[经"],
};

static ARABIC: Forms = Forms {
    formulas: &[
        ("إن الجمعية العامة", Ga),
        ("إن مجلس الأمن", Sc),
        ("إن المجلس الاقتصادي والاجتماعي", Ecosoc),
        ("إن مجلس حقوق الإنسان", Hrc),
    ],
    session: &["الدورة", "دورة"],
    agenda: &["البند", "البندان", "البنود"],
    adopted: &["قرار اتخذته", "قرار اتخذه", "قرارات اتخذتها"],
    proposal: &["بناء على", "دون الإحالة", "دون إحالة"],
    meeting: &["الجلسة العامة", "الجلسة"],
    annex: &["المرفق", "مرفق", "التذييل"],
    vote: &["[اعتمد"],
};

/// A line as it is compared with the phrases: lower case, plain apostrophes and spaces, at most
/// 120 characters of it, since no phrase is longer.
pub(super) fn comparable(text: &str) -> String {
    if text.is_ascii() {
        let mut plain = text[..text.len().min(120)].to_ascii_lowercase();
        if plain.contains('\t') {
            plain = plain.replace('\t', " ");
        }
        return plain;
    }
    text.chars()
        .take(120)
        .filter(|c| !matches!(c, '\u{64b}'..='\u{652}' | '\u{640}'))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            '’' | '‘' => '\'',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect()
}

/// Whether a text begins with one of the phrases, and not in the middle of a word.
pub(super) fn begins_with(comparable: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| {
        comparable.strip_prefix(phrase).is_some_and(|rest| {
            !rest
                .starts_with(|c: char| c.is_alphabetic() && !('\u{4e00}'..='\u{9fff}').contains(&c))
                || phrase.ends_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c))
                || phrase.ends_with("item")
        })
    })
}

/// Whether a text has one of the phrases somewhere.
pub(super) fn has(comparable: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| comparable.contains(phrase))
}

/// The body that a line enacts as, where the whole line is its formula.
pub(super) fn formula(text: &str, language: Language) -> Option<Organ> {
    // No formula is longer than some sixty characters, marks and comma included.
    if text.len() > 160 {
        return None;
    }
    let comparable = comparable(text);
    let words = comparable.trim_end_matches(|c: char| {
        c.is_ascii_punctuation() || c.is_ascii_digit() || matches!(c, '，' | '،' | '：' | ' ')
    });
    Forms::of(language).formulas.iter().find(|(name, _)| *name == words).map(|(_, organ)| *organ)
}

/// The heading of an annex alone on its line, as a citation names it: `Annex`, `Annex II`.
pub(super) fn annex(line: &str, language: Language) -> Option<String> {
    if line.len() > 80 || line.starts_with(char::is_lowercase) {
        return None;
    }
    let comparable = comparable(line);
    let phrase =
        Forms::of(language).annex.iter().find(|phrase| comparable.starts_with(**phrase))?;
    let number = comparable[phrase.len()..].trim();
    let without_mark = number.trim_end_matches(|c: char| c.is_ascii_digit() || c == '*');
    let number = if without_mark.is_empty() { number } else { without_mark };
    let is_letter = number.chars().count() == 1 && number.chars().all(char::is_alphanumeric);
    let is_chinese = number.chars().all(|c| matches!(c, '一'..='十' | '㈠'..='㈩'));
    if number.is_empty() {
        Some("Annex".to_owned())
    } else if is_letter || is_chinese || label::roman(number).is_some() {
        Some(format!("Annex {}", number.to_uppercase()))
    } else {
        None
    }
}
