//! Words by which edits are named, in six languages: small words, connectives, numerals of sessions, words
//! that cite. Knows single words, not where they stand.

use super::tokens::Sort;
use crate::document::Language;

/// The words of a language that matter for what an edit is.
struct Words {
    /// Words that say nothing by themselves.
    small: &'static [&'static str],
    /// Words that join a paragraph to the one before; several as one string.
    connectives: &'static [&'static str],
    /// How numerals begin: `seventy`, `семьдесят`.
    numerals: &'static [&'static str],
    /// How the words begin for what is counted by ordinals: sessions, anniversaries, meetings.
    counted: &'static [&'static str],
    /// How the words begin that stand before the number of a text.
    numbered: &'static [&'static str],
    /// How the words begin that stand before the number of a place in one.
    places: &'static [&'static str],
    /// Words between citations.
    joining: &'static [&'static str],
}

#[rustfmt::skip] // as few lines as it takes
const ENGLISH: Words = Words {
    small: &["a", "an", "the", "of", "to", "in", "and", "or", "on", "at", "by", "for", "its", "as", "is", "be", "with", "that", "their", "from", "all", "this", "it"],
    connectives: &["also", "further", "furthermore", "moreover", "likewise", "additionally", "too", "again", "in addition", "once again", "in this regard", "in that regard", "in this context", "in that context", "in this connection", "in that connection", "in this respect", "and also", "and further", "as well"],
    numerals: &["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet", "hundred"],
    counted: &["session", "anniversar", "meeting", "plenary", "conference", "committee", "period"],
    numbered: &["resolution", "decision", "session", "statement", "document", "footnote", "note"],
    places: &["paragraph", "para", "subparagraph", "annex", "section", "sect", "chapter", "chap", "article", "part", "rule"],
    joining: &["of", "and", "to", "from", "its", "the", "in", "on", "by", "or", "as", "well", "also", "no", "nos", "general", "assembly", "security", "council", "human", "rights", "economic", "social", "resolution", "resolutions", "decision", "decisions", "paragraph", "paragraphs", "annex", "section", "especially", "particular", "including"],
};
#[rustfmt::skip] // as few lines as it takes
const FRENCH: Words = Words {
    small: &["un", "une", "le", "la", "les", "de", "des", "du", "à", "au", "aux", "et", "ou", "en", "sur", "par", "pour", "que", "dans", "son", "sa", "ses", "ce", "d", "l"],
    connectives: &["également", "aussi", "en outre", "de plus", "par ailleurs", "de nouveau", "à nouveau", "de même", "encore", "à cet égard", "à ce sujet", "à ce propos", "dans ce contexte", "une nouvelle fois", "une fois encore", "une fois de plus"],
    numerals: &["premi", "deuxième", "trois", "quatr", "cinqu", "six", "sept", "huit", "neuv", "dix", "onz", "douz", "treiz", "quatorz", "quinz", "seiz", "vingt", "trent", "quarant", "soixant", "cent"],
    counted: &["session", "anniversaire", "séance", "plénière", "conférence", "commission", "période"],
    numbered: &["résolution", "décision", "session", "déclaration", "document", "note"],
    places: &["paragraphe", "par", "alinéa", "annexe", "section", "sect", "chapitre", "chap", "article", "partie"],
    joining: &["de", "des", "du", "et", "à", "la", "le", "les", "ses", "sa", "en", "ou", "no", "nos", "date", "résolution", "résolutions", "décision", "décisions", "paragraphe", "paragraphes", "annexe", "section"],
};
#[rustfmt::skip] // as few lines as it takes
const SPANISH: Words = Words {
    small: &["un", "una", "el", "la", "los", "las", "de", "del", "a", "al", "y", "e", "o", "en", "por", "para", "que", "su", "sus", "con", "se"],
    connectives: &["también", "además", "asimismo", "nuevamente", "de nuevo", "una vez más", "igualmente", "a este respecto", "en este sentido", "en ese sentido", "en este contexto", "a ese respecto"],
    numerals: &["primer", "segund", "tercer", "cuart", "quint", "sext", "séptim", "septim", "octav", "noven", "décim", "decim", "undécim", "duodécim", "vigésim", "trigésim", "cuadragésim", "quincuagésim", "sexagésim", "septuagésim", "octogésim"],
    counted: &["sesion", "sesión", "aniversario", "período", "conferencia", "comisión"],
    numbered: &["resoluci", "decisi", "sesion", "declaraci", "documento", "nota"],
    places: &["párrafo", "párr", "apartado", "anexo", "sección", "secc", "capítulo", "cap", "artículo", "parte"],
    joining: &["de", "del", "y", "e", "a", "la", "el", "las", "los", "sus", "su", "en", "o", "fecha", "resolución", "resoluciones", "decisión", "decisiones", "párrafo", "párrafos", "anexo", "sección"],
};
#[rustfmt::skip] // as few lines as it takes
const RUSSIAN: Words = Words {
    small: &["и", "в", "во", "на", "с", "со", "к", "о", "об", "по", "из", "от", "за", "для", "что", "их", "его", "а", "или", "при"],
    connectives: &["также", "далее", "кроме того", "вновь", "снова", "в этой связи", "в этом контексте", "в этом отношении", "ещё раз", "еще раз", "равным образом"],
    numerals: &["перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят", "одиннадцат", "двенадцат", "двадцат", "тридцат", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят"],
    counted: &["сесси", "годовщин", "заседани", "конференци", "комитет", "период"],
    numbered: &["резолюци", "решени", "сесси", "заявлени", "документ"],
    places: &["пункт", "приложени", "раздел", "глав", "стать", "част"],
    joining: &["от", "и", "в", "а", "свои", "свою", "своей", "своих", "свое", "резолюция", "резолюции", "резолюцию", "резолюций", "резолюциями", "решение", "решения", "пункт", "пункты", "приложение", "также"],
};
#[rustfmt::skip] // as few lines as it takes
const ARABIC: Words = Words {
    small: &["في", "من", "إلى", "على", "عن", "أن", "إن", "أو", "و", "مع", "ما", "هذا", "هذه", "التي", "الذي", "لا"],
    connectives: &["أيضا", "أيضاً", "كذلك", "كما", "فضلا عن ذلك", "علاوة على ذلك", "مرة أخرى", "من جديد", "في هذا الصدد", "في هذا السياق"],
    numerals: &["الأول", "الحاد", "الثان", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر", "والعشر", "والثلاث", "والأربع", "والخمس", "والست", "والسبع", "والثمان", "الست", "السبع", "الثمان"],
    counted: &["دور", "الدور", "الذكرى", "ذكرى", "الجلس", "جلس", "مؤتمر", "المؤتمر"],
    numbered: &["قرار", "القرار", "مقرر", "المقرر", "دور", "وثيق", "الوثيق", "بيان"],
    places: &["الفقر", "فقر", "المرفق", "مرفق", "الفرع", "الفصل", "الماد", "الجزء"],
    joining: &["المؤرخ", "المؤرخة", "المؤرخين", "و", "في", "من", "قرارها", "القرار", "قراراتها", "والقرار", "القرارات", "قرارات", "الفقرة", "المرفق"],
};
#[rustfmt::skip] // as few lines as it takes
const CHINESE: Words = Words {
    small: &[],
    connectives: &["又", "还", "也", "并", "再次", "进一步", "此外", "在这方面"],
    numerals: &["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "第"],
    counted: &["届", "周", "次"],
    numbered: &["第"],
    places: &["段", "节", "章", "条"],
    joining: &["和", "及", "第", "号", "决", "议", "定", "与", "以", "的", "其"],
};

const fn words_of(language: Language) -> &'static Words {
    match language {
        Language::Arabic => &ARABIC,
        Language::Chinese => &CHINESE,
        Language::English => &ENGLISH,
        Language::French => &FRENCH,
        Language::Russian => &RUSSIAN,
        Language::Spanish => &SPANISH,
    }
}

fn begins(word: &str, beginnings: &[&str]) -> bool {
    // `l’annexe`: an article or preposition that lost its vowel is no part of the word.
    let word = word.rsplit(['\'', '\u{2019}']).next().unwrap_or(word);
    // In Arabic *and* is written with the word behind it.
    let bare = word.strip_prefix('و').unwrap_or(word);
    beginnings.iter().any(|beginning| word.starts_with(beginning) || bare.starts_with(beginning))
}

/// Whether a word says nothing by itself; in Chinese every character.
pub(super) fn is_small(word: &str, language: Language) -> bool {
    // No small word is longer, and most words are.
    const LONGEST: usize = 12;
    if word.len() > LONGEST {
        return false;
    }
    let han = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}');
    let small = words_of(language).small;
    let is_listed = match word.is_ascii() {
        true => small.iter().any(|small| small.eq_ignore_ascii_case(word)),
        false => small.contains(&word.to_lowercase().as_str()),
    };
    is_listed || (language == Language::Chinese && word.chars().all(han))
}

/// Whether words, in small letters with a space between each two (none in Chinese), are connectives and
/// nothing else.
pub(super) fn is_connective(words: &str, language: Language) -> bool {
    words_of(language).connectives.contains(&words)
}

/// Whether a word is a numeral, or a part of one: `seventy-second`.
pub(super) fn is_numeral(word: &str, language: Language) -> bool {
    begins(&word.to_lowercase(), words_of(language).numerals)
}

/// Whether a word is one of what is counted by ordinals: a session, an anniversary.
pub(super) fn is_counted(word: &str, language: Language) -> bool {
    begins(&word.to_lowercase(), words_of(language).counted)
}

/// Whether a number behind a word is that of a text.
pub(super) fn is_numbered(word: &str, language: Language) -> bool {
    begins(&word.to_lowercase(), words_of(language).numbered)
}

/// Whether a number behind a word is that of a place in a text.
pub(super) fn is_place(word: &str, language: Language) -> bool {
    begins(&word.to_lowercase(), words_of(language).places)
}

/// Whether a word may stand between or within citations.
pub(super) fn is_joining(word: &str, language: Language) -> bool {
    words_of(language).joining.contains(&word.to_lowercase().as_str())
}

/// Whether a token is a year of our times.
pub(super) fn is_year(word: &str, sort: Sort) -> bool {
    sort == Sort::Number
        && super::tokens::value(word).is_some_and(|year| (1945..2100).contains(&year))
}
