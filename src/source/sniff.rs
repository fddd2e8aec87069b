//! Which format a file is of, by its bytes: names lie (`N1746861.DOC` is Office Open XML). Knows what
//! files begin with, nothing of what is in them.

use super::{akn, archive::Archive, html, pdf, web_archive};

/// A format of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// Text, or bytes that are nothing else that we know.
    Text,
    /// Office Open XML.
    Word,
    /// Akoma Ntoso.
    Akn,
    /// A web page.
    Html,
    /// A web page with all that belongs to it.
    WebArchive,
    /// A compound file, as old Word files are, and encrypted new ones.
    OldWord,
    /// Pages, as they are printed.
    Pdf,
    /// An OpenDocument text.
    OpenDocument,
    /// Rich Text Format.
    RichText,
    /// Something that is known and holds no text for us: what it is.
    Unread(&'static str),
}

impl Format {
    /// How it is called in a sentence.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Text => "a text",
            Self::Word => "a Word file",
            Self::Akn => "an XML file",
            Self::Html | Self::WebArchive => "a web page",
            Self::OldWord => "an old Word file",
            Self::Pdf => "a PDF",
            Self::OpenDocument => "an OpenDocument text",
            Self::RichText => "a Rich Text file",
            Self::Unread(what) => what,
        }
    }

    /// What to do where a file of this format cannot be read.
    pub(super) const fn help(self) -> &'static str {
        match self {
            Self::Text => "Open it with the program that made it, and save it as text.",
            Self::Word | Self::OldWord | Self::OpenDocument | Self::RichText | Self::Pdf => {
                "Open it in Word or LibreOffice and save it again, or save it as text."
            }
            Self::Akn => {
                "The file is damaged: fetch it again, or open the Word file or the PDF of the \
                 resolution."
            }
            Self::Html | Self::WebArchive => "Open it in a browser, and save or copy its text.",
            Self::Unread(_) => "Save it as Word, PDF or text.",
        }
    }
}

/// The format of some bytes.
pub(super) fn format(bytes: &[u8]) -> Format {
    const BEGINNINGS: [(&[u8], &str); 8] = [
        (b"\x89PNG", "a picture"),
        (b"\xff\xd8\xff", "a picture"),
        (b"GIF8", "a picture"),
        (b"\x1f\x8b", "a gzip archive"),
        (b"7z\xbc\xaf", "a 7z archive"),
        (b"Rar!", "a RAR archive"),
        (b"\xffWPC", "a WordPerfect file"),
        (b"\xdb\xa5", "a file of Word 2"),
    ];
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Format::OldWord;
    }
    if bytes.starts_with(b"{\\rtf") {
        return Format::RichText;
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return in_zip(bytes);
    }
    if akn::is_akn(bytes) {
        return Format::Akn;
    }
    if pdf::is_pdf(bytes) {
        return Format::Pdf;
    }
    if html::is_html(bytes) {
        return Format::Html;
    }
    if web_archive::is_web_archive(bytes) {
        return Format::WebArchive;
    }
    let known = BEGINNINGS.iter().find(|(beginning, _)| bytes.starts_with(beginning));
    known.map_or(Format::Text, |(_, what)| Format::Unread(what))
}

fn in_zip(bytes: &[u8]) -> Format {
    // What cannot be opened says best itself what is wrong with it.
    let Ok(archive) = Archive::open(bytes) else { return Format::Word };
    let names = archive.names();
    let has = |beginning: &str| names.iter().any(|name| name.starts_with(beginning));
    if has("word/") {
        Format::Word
    } else if has("content.xml") {
        Format::OpenDocument
    } else if has("xl/") {
        Format::Unread("a spreadsheet")
    } else if has("ppt/") {
        Format::Unread("a presentation")
    } else {
        Format::Unread("a zip archive")
    }
}
