//! What an Akoma Ntoso file says about its document: its names as work, expression and
//! manifestation, its keywords, how it was voted on. Knows [`Head`], not the text.

use super::xml::Xml;
use crate::document::{Head, Kind, Language, Organ};

/// The date where none is known, as the United Nations writes it.
const NO_DATE: &str = "0001-01-01";

/// Writes `meta`. `component` is behind the name of what is only a part: `/annex`.
pub(super) fn write(xml: &mut Xml, head: &Head, language: Language, component: &str) {
    xml.open("meta", &[]);
    identification(xml, head, language, component);
    if component.is_empty() {
        classification(xml, head);
        voting(xml, head);
        let us = [
            ("eId", "seized"),
            ("href", "/akn/ontology/organization/un/seized"),
            ("showAs", "seized"),
        ];
        xml.open("references", &[("source", "#seized")]);
        xml.empty("TLCOrganization", &us);
        xml.close();
        job_number(xml, head, language);
    }
    xml.close();
}

fn identification(xml: &mut Xml, head: &Head, language: Language, component: &str) {
    let date = |date: Option<jiff::civil::Date>| {
        date.map_or_else(|| NO_DATE.to_owned(), |date| date.to_string())
    };
    let (adopted, issued) = (date(head.adopted), date(head.issued));
    let number = head.number.as_deref().unwrap_or("unnumbered").replace('/', "-").replace(' ', "");
    let work = format!("/akn/un/statement/deliberation/{}/{adopted}/{number}", organ(head.organ));
    let code = language_code(language);
    let levels = [
        ("FRBRWork", format!("{work}/!main{component}"), format!("{work}/"), "adoption", &adopted),
        (
            "FRBRExpression",
            format!("{work}/{code}@!main{component}"),
            format!("{work}/{code}@/"),
            "publication",
            &issued,
        ),
        (
            "FRBRManifestation",
            format!("{work}/{code}@/!main{component}.xml"),
            format!("{work}/{code}@.xml"),
            "markup",
            &issued,
        ),
    ];
    xml.open("identification", &[("source", "#seized")]);
    for (level, this, uri, name, date) in levels {
        xml.open(level, &[]);
        xml.empty("FRBRthis", &[("value", &this)]);
        xml.empty("FRBRuri", &[("value", &uri)]);
        xml.empty("FRBRdate", &[("date", date), ("name", name)]);
        let role = if level == "FRBRManifestation" { "editor" } else { "author" };
        let author = if role == "editor" { "#seized" } else { "#un" };
        xml.empty("FRBRauthor", &[("href", author), ("as", role)]);
        match level {
            "FRBRWork" => xml.empty("FRBRcountry", &[("value", "un")]),
            "FRBRExpression" => xml.empty("FRBRlanguage", &[("language", code)]),
            _ => {}
        }
        xml.close();
    }
    xml.close();
}

fn classification(xml: &mut Xml, head: &Head) {
    if head.keywords.is_empty() {
        return;
    }
    xml.open("classification", &[("source", "http://metadata.un.org/sdg")]);
    for keyword in &head.keywords {
        let attributes = [
            ("value", keyword.value.as_str()),
            ("href", &keyword.link),
            ("showAs", &keyword.shown),
            ("dictionary", &keyword.vocabulary),
        ];
        xml.empty("keyword", &attributes);
    }
    xml.close();
}

fn voting(xml: &mut Xml, head: &Head) {
    let Some(voting) = &head.voting else { return };
    let outcome = if voting.is_recorded { "adoptedRecordedVote" } else { "adoptedWithoutVote" };
    xml.open("analysis", &[("source", "#un")]);
    xml.open("parliamentary", &[]);
    xml.open("voting", &[("outcome", outcome)]);
    if voting.counts.is_empty() {
        xml.empty("quorum", &[("value", "")]);
    }
    for count in &voting.counts {
        xml.open("count", &[("value", &count.votes), ("refersTo", &count.side)]);
        if !count.states.is_empty() {
            xml.open("akn4un:voters", &[]);
            for state in &count.states {
                let member = [("refersTo", "memberState")];
                xml.line("organization", &member, |xml| xml.words(state));
            }
            xml.close();
        }
        xml.close();
    }
    (0..3).for_each(|_| xml.close());
}

fn job_number(xml: &mut Xml, head: &Head, language: Language) {
    let Some(number) = &head.job_number else { return };
    let letter = match language {
        Language::Arabic => 'A',
        Language::Chinese => 'C',
        Language::English => 'E',
        Language::French => 'F',
        Language::Russian => 'R',
        Language::Spanish => 'S',
    };
    xml.open("presentation", &[("source", "#un")]);
    xml.open("akn4un:footerFirstPage", &[]);
    xml.open("akn4un:internalCode", &[]);
    let attributes = [("refersTo", "#publicationJobNumber")];
    let words = format!("{number} ({letter})");
    xml.line("docketNumber", &attributes, |xml| xml.words(&words));
    (0..3).for_each(|_| xml.close());
}

/// The name of a `statement`.
pub(super) const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Resolution => "resolution",
        Kind::Decision => "decision",
        Kind::Statement => "presidentialStatement",
        Kind::Draft => "draftResolution",
        Kind::Other => "document",
    }
}

const fn organ(organ: Option<Organ>) -> &'static str {
    match organ {
        Some(Organ::GeneralAssembly) => "unga",
        Some(Organ::SecurityCouncil) => "unsc",
        Some(Organ::EconomicAndSocialCouncil) => "unecosoc",
        Some(Organ::HumanRightsCouncil) => "unhrc",
        None => "un",
    }
}

const fn language_code(language: Language) -> &'static str {
    match language {
        Language::Arabic => "ara",
        Language::Chinese => "zho",
        Language::English => "eng",
        Language::French => "fra",
        Language::Russian => "rus",
        Language::Spanish => "spa",
    }
}
