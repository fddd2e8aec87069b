//! What an Akoma Ntoso file records apart from its text: language, keywords, how it was voted on.
//! Knows the elements below `meta`.

use jiff::civil::Date;

use crate::{
    document::{Count, Head, Keyword, Kind, Language, Organ, Voting},
    source::xml::Tag,
};

/// Takes what an element below `meta` says by its attributes.
pub(super) fn start(start: &Tag<'_>, head: &mut Head, language: &mut Option<Language>) {
    let value = |name| start.attribute(name).unwrap_or_default();
    match start.name() {
        "FRBRlanguage" => *language = language.or_else(|| language_of(&value("language"))),
        "FRBRuri" => head.organ = head.organ.or_else(|| organ_of(&value("value"))),
        "FRBRdate" => {
            // The United Nations writes `0001-01-01` where there is none.
            let date = value("date").parse::<Date>().ok().filter(|date| date.year() > 1);
            match value("name").as_str() {
                "adoption" => head.adopted = head.adopted.or(date),
                "publication" => head.issued = head.issued.or(date),
                _ => {}
            }
        }
        "keyword" => {
            let keyword = Keyword {
                vocabulary: value("dictionary"),
                value: value("value"),
                shown: value("showAs"),
                link: value("href"),
            };
            if !head.keywords.contains(&keyword) {
                head.keywords.push(keyword);
            }
        }
        "voting" => {
            let is_recorded = value("outcome") == "adoptedRecordedVote";
            head.voting = Some(Voting { is_recorded, counts: Vec::new() });
        }
        "count" => {
            let side = value("refersTo").trim_start_matches('#').to_owned();
            if let Some(voting) = &mut head.voting {
                voting.counts.push(Count { side, votes: value("value"), states: Vec::new() });
            }
        }
        _ => {}
    }
}

/// Takes the words of an element below `meta`.
pub(super) fn words(element: &str, words: &str, head: &mut Head) {
    let words = words.trim();
    match element {
        "organization" if !words.is_empty() => {
            let count = head.voting.as_mut().and_then(|voting| voting.counts.last_mut());
            if let Some(count) = count {
                count.states.push(words.to_owned());
            }
        }
        // `19-17548 (E)`: the letter is the language's.
        "docketNumber" => {
            let number = words.split_whitespace().next().map(str::to_owned);
            head.job_number = number.or_else(|| head.job_number.take());
        }
        _ => {}
    }
}

/// The name of a `statement` says what sort of text it is.
pub(super) fn kind(name: &str) -> Kind {
    match name {
        "decision" => Kind::Decision,
        "draftResolution" | "draft" => Kind::Draft,
        "presidentialStatement" | "statement" => Kind::Statement,
        "document" => Kind::Other,
        _ => Kind::Resolution,
    }
}

/// Whose document it is, by its name: `/akn/un/statement/deliberation/unga/2019-10-10/74-1/`.
fn organ_of(uri: &str) -> Option<Organ> {
    uri.split('/').find_map(|name| match name {
        "unga" => Some(Organ::GeneralAssembly),
        "unsc" => Some(Organ::SecurityCouncil),
        "unecosoc" | "ecosoc" => Some(Organ::EconomicAndSocialCouncil),
        "unhrc" => Some(Organ::HumanRightsCouncil),
        _ => None,
    })
}

/// The six languages by their ISO 639-2 codes, and by the shorter ones that some files have.
fn language_of(code: &str) -> Option<Language> {
    match code {
        "eng" => Some(Language::English),
        "fra" | "fre" => Some(Language::French),
        "spa" => Some(Language::Spanish),
        "rus" => Some(Language::Russian),
        "zho" | "chi" => Some(Language::Chinese),
        "ara" => Some(Language::Arabic),
        short => Language::from_code(short),
    }
}
