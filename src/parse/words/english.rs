//! English.

use super::Words;

#[rustfmt::skip] // as few lines as it takes
pub(super) static WORDS: Words = Words {
    months: [
        &["January"], &["February"], &["March"], &["April"], &["May"], &["June"], &["July"],
        &["August"], &["September"], &["October"], &["November"], &["December"],
    ],
    numbered: &[
        "whom", "paragraph", "paragraphs", "para", "paras", "article", "articles", "art", "arts",
        "chapter", "chapters", "chap", "section", "sections", "sect", "sects", "rule", "rules",
        "regulation", "regulations", "goal", "goals", "target", "targets", "no", "nos", "number",
        "volume", "vol", "vols", "page", "pages", "p", "pp", "item", "items", "figure",
        "supplement", "add", "rev", "corr", "amend", "sales", "cop", "line", "box", "note",
        "footnote", "grade", "tier", "pillar", "and", "or", "to", "of", "from", "between", "than",
        "least", "by", "in", "until", "over", "approximately", "some", "about", "the", "at",
        "for", "on", "with",
    ],
    counted: &[
        "per", "million", "billion", "thousand", "hundred", "years", "year", "days", "day",
        "months", "month", "weeks", "hours", "countries", "members", "member", "states",
        "percent", "times", "percentage", "degrees", "posts", "dollars",
    ],
    after_mark: &[
        "and", "or", "of", "in", "to", "for", "by", "on", "at", "as", "with", "which", "that",
        "who", "whose", "where", "when", "while", "is", "are", "was", "has", "have", "had",
        "shall", "should", "will", "may", "can", "could", "including", "adopted", "entitled",
        "under", "from", "the", "its", "their", "into", "through", "within", "between", "among",
        "concerning", "regarding", "also", "continue", "continues", "contained", "submitted",
        "thereto", "therein", "held", "during", "such", "if", "than", "but", "not", "be", "been",
        "a", "an", "this", "these", "those", "all", "any", "other", "related", "pursuant",
        "since", "after", "before", "upon", "without", "towards", "against", "prepared",
        "established", "does", "do", "annexed", "inter", "so", "especially", "particularly",
        "notably",
    ],
    weak_hosts: &[],
    between_days: &["and", "to"],
    before_month: &[],
    before_year: &[
        "in", "by", "of", "from", "until", "since", "to", "for", "and", "biennium", "year",
        "summer",
    ],
    ordinal_endings: &["st", "nd", "rd", "th"],
    decision: &["decision", "decisions"],
    mark_before_punctuation: false,
};
