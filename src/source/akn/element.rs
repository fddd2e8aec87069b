//! The elements of Akoma Ntoso, as far as they matter to a reader. Knows their names alone.

use crate::source::xml::Tag;

/// What an element is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// About the document, not of it.
    Meta,
    CoverPage,
    Preface,
    Preamble,
    /// The main part; `body` in acts.
    Body,
    Conclusions,
    /// What is attached: annexes.
    Attachments,
    Formula,
    /// A whole document within the file.
    Statement,
    /// A division with a number and a heading of its own: `section`.
    Division,
    /// What has a number: `paragraph`.
    Numbered,
    /// What has a number and stands below a numbered one: `point`.
    Item,
    Number,
    /// Holds a paragraph of text.
    Text,
    Heading,
    Table,
    Row,
    Cell,
    Note,
    Superscript,
    Italic,
    /// Set in bold: what Chinese has for italics.
    Bold,
    Link,
    Break,
    /// Holds a field of the head: a title, a date.
    Field(Field),
    /// Anything else: its words are those of what it stands in.
    Other,
}

/// A field that the mark-up names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Symbol,
    Number,
    Title,
    Session,
    AgendaItem,
    AgendaTitle,
    Proposal,
    Meeting,
    Adopted,
    Issued,
    /// `United Nations`, `Distr.: General`.
    Masthead,
    /// `Annex`, the word itself.
    AnnexHeading,
}

impl Element {
    /// What an element is for, by its name and attributes.
    pub(super) fn of(start: &Tag<'_>) -> Self {
        let attribute = |name| start.attribute(name);
        let refers_to = || attribute("refersTo").unwrap_or_default();
        match start.name() {
            "meta" => Self::Meta,
            "coverPage" => Self::CoverPage,
            "preface" => Self::Preface,
            "preamble" => Self::Preamble,
            "mainBody" | "body" | "collectionBody" | "portionBody" => Self::Body,
            "conclusions" => Self::Conclusions,
            "attachments" | "attachment" | "annex" => Self::Attachments,
            "formula" => Self::Formula,
            "statement" => Self::Statement,
            "section" | "subsection" | "part" | "subpart" | "chapter" | "subchapter" | "title"
            | "subtitle" | "division" | "subdivision" | "book" | "tome" | "article" => {
                Self::Division
            }
            "paragraph" => Self::Numbered,
            "subparagraph" | "point" | "item" | "indent" | "clause" | "subclause" | "alinea"
            | "li" => Self::Item,
            "num" => Self::Number,
            "p" | "content" | "intro" | "wrapUp" | "listIntroduction" | "listWrapUp" | "block"
            | "longTitle" | "recital" | "citation" | "container" | "hcontainer" => {
                if attribute("name").as_deref() == Some("heading") {
                    Self::Heading
                } else {
                    Self::Text
                }
            }
            "heading" | "subheading" => Self::Heading,
            // What opens with *Recalling* within a section is a paragraph to a reader.
            "crossHeading" if refers_to() == "#preamble" => Self::Text,
            "crossHeading" => Self::Heading,
            "table" => Self::Table,
            "tr" => Self::Row,
            "td" | "th" => Self::Cell,
            "authorialNote" => Self::Note,
            "sup" => Self::Superscript,
            "i" | "em" => Self::Italic,
            "span" => Self::by_class(&attribute("class").unwrap_or_default()),
            "a" | "ref" | "rref" => Self::Link,
            "eol" | "br" => Self::Break,
            "docNumber" if refers_to() == "#symbol" => Self::Field(Field::Symbol),
            "docNumber" => Self::Field(Field::Number),
            "docTitle" => Self::Field(Field::Title),
            "docType" => Self::Field(Field::AnnexHeading),
            "session" => Self::Field(Field::Session),
            "docAuthority" | "docStatus" => Self::Field(Field::Masthead),
            "docDate" if refers_to() == "#adoptionDate" => Self::Field(Field::Adopted),
            "docDate" if refers_to() == "#dateOfIssuance" => Self::Field(Field::Issued),
            "inline" => match attribute("name").as_deref() {
                Some("agenda item") => Self::Field(Field::AgendaItem),
                Some("agenda item name") => Self::Field(Field::AgendaTitle),
                Some("originating document") => Self::Field(Field::Proposal),
                Some("adoptionMeeting") => Self::Field(Field::Meeting),
                _ => Self::Other,
            },
            _ => Self::Other,
        }
    }

    fn by_class(class: &str) -> Self {
        if class.contains("italic") {
            Self::Italic
        } else if class.contains("bold") {
            Self::Bold
        } else {
            Self::Other
        }
    }
}
