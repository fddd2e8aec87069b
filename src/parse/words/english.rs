//! English.

use super::table::{Body, DebrisWords, OpenerForm, SetPhrases, Words};
use crate::document::Organ;

#[rustfmt::skip] // as few lines as it takes
pub(in crate::parse) static WORDS: Words = Words {
    months: [
        &["January"], &["February"], &["March"], &["April"], &["May"], &["June"], &["July"],
        &["August"], &["September"], &["October"], &["November"], &["December"],
    ],
    numbered: &[
        "whom", "under", "its", "their", "paragraph", "paragraphs", "para", "paras", "article", "articles", "art", "arts",
        "chapter", "chapters", "chap", "section", "sections", "sect", "sects", "rule", "rules",
        "regulation", "regulations", "goal", "goals", "target", "targets", "no", "nos", "number",
        "volume", "vol", "vols", "page", "pages", "p", "pp", "item", "items", "figure",
        "supplement", "add", "rev", "corr", "amend", "sales", "cop", "line", "box", "note",
        "footnote", "grade", "tier", "pillar", "and", "or", "to", "of", "from", "between", "than",
        "least", "by", "in", "until", "over", "approximately", "some", "about", "the", "at",
        "for", "on", "with", "part", "annex", "annexes", "appendix", "recommendation", "phase", "stage",
    ],
    counted: &[
        "per", "million", "billion", "thousand", "hundred", "years", "year", "days", "day",
        "months", "month", "weeks", "hours", "countries", 
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
    weak_hosts: &["Agenda"],
    between_days: &["and", "to"],
    before_month: &[],
    before_year: &[
        "in", "by", "of", "from", "until", "since", "to", "for", "and", "biennium", "year",
        "summer",
    ],
    ordinal_endings: &["st", "nd", "rd", "th"],
    decision: &["decision", "decisions"],
    mark_before_punctuation: false,
    resolution: &["resolution"],
    decisions: &["decision"],
    its: &["its", "their", "Council’s", "Assembly’s", "Council's", "Assembly's"],
    bodies: &[
        (Body::GeneralAssembly, &["General Assembly"]),
        (Body::SecurityCouncil, &["Security Council"]),
        (Body::EconomicAndSocialCouncil, &["Economic and Social Council"]),
        (Body::HumanRightsCouncil, &["Human Rights Council"]),
        (Body::CommissionOnHumanRights, &["Commission on Human Rights"]),
        (Body::TheCouncil, &["the Council", "Council"]),
        (Body::TheAssembly, &["the Assembly", "Assembly"]),
        (Body::Other, &[
            "Conference of the Parties", "Commission on", "Governing Council", "Environment
            Assembly", "World Health Assembly", "Health Assembly", "General Conference", "Peace
            and Security Council", "Executive Board", "Statistical Commission", "Economic and
            Social Commission", "Committee on", "Meeting of States Parties", "Meeting of the
            Parties", "Conference of the States Parties", "Conference of States Parties", "Legal
            Committee", "League of Arab States", "Assembly of the African Union", "African Union",
            "World Conference", "Marine Environment Protection Committee", "Maritime
            Organization", "Congress", "Council of Europe", "European Council", "Council of the
            European Union", "Trusteeship Council", "States parties", "Commission for",
            "Conference of the Food", "Conference of the Parties serving", "Assembly of Parties",
            "Assembly of States Parties", "Governing Body", "Interim Chemicals",
        ]),
    ],
    of_bodies: &[
        (Body::GeneralAssembly, &["of the General Assembly"]),
        (Body::SecurityCouncil, &["of the Security Council"]),
        (Body::EconomicAndSocialCouncil, &["of the Economic and Social Council"]),
        (Body::HumanRightsCouncil, &["of the Human Rights Council"]),
        (Body::CommissionOnHumanRights, &["of the Commission on Human Rights"]),
        (Body::TheCouncil, &["of the Council"]),
        (Body::TheAssembly, &["of the Assembly"]),
        (Body::Other, &[
            "of the Conference", "of the Commission", "of the Governing Council", "of the General
            Conference", "of the Environment Assembly", "of the United Nations Environment
            Assembly", "of the World Health Assembly", "of the Executive Board", "of the
            Committee", "of the Statistical Commission", "of the Meeting",
        ]),
    ],
    paragraph: &["paragraph"],
    subparagraph: &["subparagraph"],
    section: &["section", "annex", "chapter", "part"],
    here_before: &[],
    here_after: &[
        "above", "below", "of the present resolution", "of this resolution", "of the present
        decision", "of the present statement", "of the present annex", "hereof",
    ],
    elsewhere: &["of", "thereof", "thereto"],
    annex: &["annex"],
    to_this_text: &[
        "to the present resolution", "to the present decision", "to this resolution", "of the
        present resolution",
    ],
    footnote: &["footnote"],
    owned_by: &["of", "to"],
    locus: &[
        "annex", "annexes", "appendix", "appendices", "enclosure", "chap.", "chaps.", "chapter",
        "sect.", "sects.", "section", "para.", "paras.", "paragraph", "paragraphs", "part",
        "vol.", "vols.", "art.", "arts.", "article", "rule", "table", "p.", "pp.", "decision",
        "resolution", "goal", "target",
    ],
    ibid: &["Ibid"],
    phrases: SetPhrases {
        formulas: &[
            ("the general assembly", Organ::GeneralAssembly),
            ("the security council", Organ::SecurityCouncil),
            ("the economic and social council", Organ::EconomicAndSocialCouncil),
            ("the human rights council", Organ::HumanRightsCouncil),
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
        numbered: &["Resolution ", "RESOLUTION "],
        behind_number: &["of ", "Resolution", "Adopted"],
        vote_words: &["meeting", "vote"],
        decision: &["decision"],
    },
    opener_form: Some(OpenerForm {
            preamble: &["ing"],
            operative: &["es", "ts", "ns", "ds", "ks", "rs", "ls", "ms", "ps"],
            adverb: &["ly", "Also", "Further"],
            is_capital: true,
            never: &[
                "States",
                "Members",
                "Nations",
                "Governments",
                "Parties",
                "During",
                "Rights",
                "Funding",
                "Training",
                "Women",
                "Measures",
                "Resources",
                "Activities",
                "Countries",
                "Efforts",
                "Issues",
                "Matters",
            ],
    }),
    commonest: &["the", "and", "of", "to"],
    alphabet: "",
    after_suspended_hyphen: &["and", "or", "to"],
    before_number: &["paragraph", "paragraphs", "article", "articles", "and", "to", "annex", "point", "no."],
    before_last_item: &[" and", " or"],
    abbreviations: &["Mr."],
    note_beginnings: &["Resolution", "See", "Ibid", "Official", "United Nations", "General Assembly", "Decision", "A/", "S/", "E/", "ST/", "Report", "Available", "Document", "The ", "Including", "Treaty", "League"],
    debris: DebrisWords {
        organization: &["United Nations", "UNITED", "SNATIONS"],
        masthead: &["GENERAL", "LIMITED", "SNATIONSNATIONS", "Security Council", "General Assembly", "Economic and Social Council", "Human Rights Council"],
        masthead_beginnings: &["Original:", "ORIGINAL:", "Distr"],
        page: &["Page "],
        recycle: &["Please recycle"],
    },
};
