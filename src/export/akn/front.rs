//! What stands before the paragraphs: the cover page, and the preface with number and title.

use super::{Writer, parts, wrapped};
use crate::document::{Block, Language, Part, Passage};

/// A line of the cover page: its element, the attributes of that, and its words.
type CoverLine = (&'static str, Vec<(&'static str, String)>, String);

impl Writer<'_> {
    pub(super) fn cover_page(&mut self) {
        let document = self.document;
        let head = &document.head;
        let xml = &mut self.xml;
        let mut lines: Vec<CoverLine> = Vec::new();
        let refers = |to: &str| vec![("refersTo", to.to_owned())];
        let named = |name: &str| vec![("name", name.to_owned())];
        lines.push(("docAuthority", refers("#publisher"), "United Nations".into()));
        if let Some(symbol) = &head.symbol {
            lines.push(("docNumber", refers("#symbol"), symbol.to_string()));
        }
        if let Some(organ) = head.organ {
            lines.push(("docAuthority", refers("#issuingBody"), organ.name().into()));
        }
        if let Some(date) = head.issued {
            let mut attributes = refers("#dateOfIssuance");
            attributes.extend([("date", date.to_string()), ("class", "rightSmall".to_owned())]);
            // Only English has its months here; others read the date that all can read.
            let form = if document.language == Language::English { "%-d %B %Y" } else { "%F" };
            lines.push(("docDate", attributes, date.strftime(form).to_string()));
        }
        if let Some(session) = &head.session {
            lines.push(("session", refers("#generalAssembly"), session.clone()));
        }
        for item in &head.agenda_items {
            lines.push(("inline", named("agenda item"), item.clone()));
        }
        if let Some(title) = &head.agenda_title {
            lines.push(("inline", named("agenda item name"), title.clone()));
        }
        if let Some(meeting) = &head.meeting
            && !document.blocks.iter().any(|block| says_the_meeting(block, meeting))
        {
            lines.push(("inline", named("adoptionMeeting"), meeting.clone()));
        }
        xml.open("coverPage", &[]);
        for (element, attributes, words) in lines {
            let attributes: Vec<(&str, &str)> =
                attributes.iter().map(|(key, value)| (*key, value.as_str())).collect();
            xml.line("p", &[], |xml| wrapped(xml, element, &attributes, &words));
        }
        if let Some(proposal) = &head.proposal {
            xml.line("p", &[], |xml| {
                xml.tag("docProponent", &[]);
                xml.words("[(");
                wrapped(xml, "inline", &[("name", "originating document")], proposal);
                xml.words(")]");
                xml.end("docProponent");
            });
        }
        xml.close();
    }

    pub(super) fn preface(&mut self) {
        let head = &self.document.head;
        if head.number.is_none() && head.title.is_none() {
            return;
        }
        self.xml.open("preface", &[]);
        let Self { document, notes, xml } = self;
        xml.line("p", &[], |xml| {
            if let Some(number) = document.head.printed_number() {
                wrapped(xml, "docNumber", &[], &number);
            }
            if document.head.title.is_some() {
                xml.tag("docTitle", &[("refersTo", "#resolutionTitle")]);
                notes.passage(xml, Passage::Title);
                xml.end("docTitle");
            }
        });
        if let ([_], Some(letter)) =
            (parts(&document.blocks).as_slice(), letter(document.blocks.first()))
        {
            xml.line("p", &[], |xml| wrapped(xml, "docNumber", &[], letter));
        }
        xml.close();
    }

    /// The letter and the title of a part. The first one's stand in the head of the whole, and only
    /// its letter is known, by the names of its blocks.
    pub(super) fn preface_of_part(&mut self, headings: &[usize], first: Option<&Block>) {
        let letter = letter(first);
        if headings.is_empty() && letter.is_none() {
            return;
        }
        self.xml.open("preface", &[]);
        let Self { notes, xml, .. } = self;
        for (number, &index) in headings.iter().enumerate() {
            let element = if number == 0 { "docNumber" } else { "docTitle" };
            xml.line("p", &[], |xml| {
                xml.tag(element, &[]);
                notes.passage(xml, Passage::Block(index));
                xml.end(element);
            });
        }
        if let (true, Some(letter)) = (headings.is_empty(), letter) {
            xml.line("p", &[], |xml| wrapped(xml, "docNumber", &[], letter));
        }
        xml.close();
    }
}

/// Whether a paragraph at the end names the meeting, as those of the General Assembly do. The Security
/// Council names it above the text.
fn says_the_meeting(block: &Block, meeting: &str) -> bool {
    block.part == Part::Closing && block.text.starts_with(meeting)
}

/// The letter of the part that a block belongs to, where its name has one: `B.formula`.
fn letter(block: Option<&Block>) -> Option<&str> {
    let cite = &block?.cite;
    // A letter that is a numeral as well is one of a section where nothing stands before it.
    let letter = cite.part().or_else(|| cite.section())?;
    (letter.len() == 1 && letter.bytes().all(|byte| byte.is_ascii_uppercase())).then_some(letter)
}
