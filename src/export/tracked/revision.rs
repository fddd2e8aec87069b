//! What tracked changes look like in WordprocessingML: who made them, when, and their elements. Knows no
//! text.

use jiff::{SignedDuration, Timestamp};

use super::{paragraph::Inserted, scan::escaped};

/// Changes of less than a minute apart are one to LibreOffice.
const EARLIER: SignedDuration = SignedDuration::from_mins(2);

/// Who changed something, and when; counts the changes.
#[derive(Debug)]
pub(super) struct Revision<'a> {
    pub(super) author: &'a str,
    /// As RFC 3339 has it.
    pub(super) date: &'a str,
    /// Whether the file it is made from is the older text.
    pub(super) is_own_older: bool,
    pub(super) count: u32,
}

impl Revision<'_> {
    fn attributes(&mut self) -> String {
        self.count += 1;
        format!(
            "w:id=\"{}\" w:author=\"{}\" w:date=\"{}\"",
            self.count,
            escaped(self.author),
            escaped(self.date)
        )
    }

    const fn own_name(&self) -> &'static str {
        if self.is_own_older { "del" } else { "ins" }
    }

    const fn other_name(&self) -> &'static str {
        if self.is_own_older { "ins" } else { "del" }
    }

    /// A paragraph, as far as it is written, whose last change was made a little earlier where nothing stands
    /// behind it: LibreOffice takes it for one change with that of a paragraph that follows, if they have
    /// one time, and joins the two when it is refused.
    pub(super) fn earlier_at_end(&self, xml: String) -> String {
        let end = match xml.rfind("<w:bookmarkEnd ") {
            Some(at) if xml.ends_with("/>") && !xml[at + 1..].contains('<') => &xml[..at],
            _ => xml.as_str(),
        };
        let is_last = ["</w:ins>", "</w:del>"].iter().any(|tag| end.ends_with(tag));
        let dated = format!("w:date=\"{}\"", escaped(self.date));
        let earlier = || {
            let earlier = self.date.parse::<Timestamp>().ok()?.checked_sub(EARLIER).ok()?;
            let at = xml.rfind(&dated).filter(|_| is_last)?;
            let (head, tail) = xml.split_at_checked(at)?;
            let rest = tail.strip_prefix(&dated)?;
            Some(format!("{head}w:date=\"{}\"{rest}", earlier.strftime("%Y-%m-%dT%H:%M:%SZ")))
        };
        earlier().unwrap_or_else(|| xml.clone())
    }

    /// Runs that only the file's own text has.
    pub(super) fn own(&mut self, runs: &str) -> String {
        let (name, attributes) = (self.own_name(), self.attributes());
        format!("<w:{name} {attributes}>{runs}</w:{name}>")
    }

    /// What stands in such a run: words that were deleted have an element of their own.
    pub(super) fn own_item(&self, xml: &str, is_words: Option<&str>) -> String {
        match is_words {
            Some(words) if self.is_own_older => deleted_words(words),
            _ => xml.to_owned(),
        }
    }

    /// Runs of a field, as they stand where only the file's own text has them.
    pub(super) fn own_field(&self, xml: &str) -> String {
        if !self.is_own_older {
            return xml.to_owned();
        }
        xml.replace("<w:instrText", "<w:delInstrText")
            .replace("</w:instrText>", "</w:delInstrText>")
            .replace("<w:t>", "<w:delText>")
            .replace("<w:t ", "<w:delText ")
            .replace("</w:t>", "</w:delText>")
    }

    /// The end of a paragraph that only the file's own text has.
    pub(super) fn own_mark(&mut self) -> String {
        format!("<w:{} {}/>", self.own_name(), self.attributes())
    }

    /// The end of a paragraph that only the other text has.
    pub(super) fn other_mark(&mut self) -> String {
        format!("<w:{} {}/>", self.other_name(), self.attributes())
    }

    /// A space that was put in and taken out again: nothing, whatever becomes of the changes. LibreOffice tracks no
    /// row that is empty: it leaves a sign in it.
    pub(super) fn nothing(&mut self) -> String {
        let (new, gone) = (self.attributes(), self.attributes());
        let run = format!("<w:r>{}</w:r>", deleted_words(" "));
        format!("<w:ins {new}><w:del {gone}>{run}</w:del></w:ins>")
    }

    const fn move_name(&self, is_own: bool) -> &'static str {
        if is_own == self.is_own_older { "moveFrom" } else { "moveTo" }
    }

    /// Runs that stand elsewhere in the other text: the file's own, or those of the other one.
    pub(super) fn moved(&mut self, is_own: bool, runs: &str) -> String {
        let (name, attributes) = (self.move_name(is_own), self.attributes());
        format!("<w:{name} {attributes}>{runs}</w:{name}>")
    }

    /// The end of a paragraph that stands elsewhere in the other text.
    pub(super) fn moved_mark(&mut self, is_own: bool) -> String {
        format!("<w:{} {}/>", self.move_name(is_own), self.attributes())
    }

    /// What stands at the beginning of what was moved, and behind it.
    pub(super) fn move_range(&mut self, is_own: bool, name: &str) -> (String, String) {
        let (kind, attributes) = (self.move_name(is_own), self.attributes());
        let start = format!("<w:{kind}RangeStart {attributes} w:name=\"{}\"/>", escaped(name));
        (start, format!("<w:{kind}RangeEnd w:id=\"{}\"/>", self.count))
    }

    /// Runs that only the other text has, with the looks of the words beside them.
    pub(super) fn other_runs(&mut self, inserted: &[Inserted], looks: &str) -> String {
        let runs: String = inserted
            .iter()
            .map(|inserted| match inserted {
                Inserted::Words(text) => format!("<w:r>{looks}{}</w:r>", self.other_words(text)),
                Inserted::Note(xml) => {
                    format!("<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr>{xml}</w:r>")
                }
            })
            .collect();
        if runs.is_empty() {
            return runs;
        }
        let (name, attributes) = (self.other_name(), self.attributes());
        format!("<w:{name} {attributes}>{runs}</w:{name}>")
    }

    /// Words that only the other text has, as they stand in a run.
    pub(super) fn other_words(&self, text: &str) -> String {
        let mut out = String::new();
        for part in text.split_inclusive(['\t', '\u{2028}']) {
            let (part, behind) = match (part.strip_suffix('\t'), part.strip_suffix('\u{2028}')) {
                (Some(part), _) => (part, "<w:tab/>"),
                (_, Some(part)) => (part, "<w:br/>"),
                (None, None) => (part, ""),
            };
            out.push_str(&match part {
                "" => String::new(),
                part if self.is_own_older => words(part),
                part => deleted_words(part),
            });
            out.push_str(behind);
        }
        out
    }
}

/// Words in a run.
pub(super) fn words(text: &str) -> String {
    format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(text))
}

fn deleted_words(text: &str) -> String {
    format!("<w:delText xml:space=\"preserve\">{}</w:delText>", escaped(text))
}
