//! What holds within a group of a Rich Text file and is forgotten at its end: where its words go and
//! how they look. Knows control words, no text.

/// Where words go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Goes {
    /// Into the text that is open.
    #[default]
    Text,
    /// Nowhere: settings, pictures.
    Nowhere,
    /// To what a field is told to show.
    Field,
    /// To the number of the paragraph.
    Number,
    /// To the table of fonts.
    Fonts,
    /// To the table of styles.
    Styles,
}

/// A text within the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inner {
    /// A footnote or an endnote: 0 or 1.
    Note(usize),
    Comment,
    /// A head or foot of pages.
    Margin,
    /// A text box: its paragraphs stand before the one it hangs on.
    Box,
}

/// What the beginning of a group has begun.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Begun {
    #[default]
    Nothing,
    Field,
    Inner(Inner),
    Number,
}

/// What holds within a group.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    pub(super) goes: Goes,
    pub(super) begun: Begun,
    pub(super) is_italic: bool,
    pub(super) is_hidden: bool,
    pub(super) is_raised: bool,
    pub(super) is_deleted: bool,
    pub(super) is_in_table: bool,
    pub(super) is_heading: bool,
    pub(super) font: i32,
    /// How many characters behind `\u` say the same for old programs; 1 where it is not said.
    pub(super) beside_unicode: Option<usize>,
    /// Whether `\*` has just been read: a group that is not known is to be left out.
    pub(super) is_optional: bool,
}

impl Group {
    /// Applies a control word that sets how words look; says whether it is one.
    pub(super) fn apply(&mut self, word: &str, number: Option<i32>) -> bool {
        let is_on = number != Some(0);
        match word {
            "i" => self.is_italic = is_on,
            "v" => self.is_hidden = is_on,
            "super" => self.is_raised = is_on,
            "up" => self.is_raised = number.is_none_or(|by| by > 0),
            "sub" | "nosupersub" | "dn" => self.is_raised = false,
            "deleted" => self.is_deleted = is_on,
            "plain" => {
                self.is_italic = false;
                self.is_hidden = false;
                self.is_raised = false;
                self.is_deleted = false;
            }
            "pard" => {
                self.is_in_table = false;
                self.is_heading = false;
            }
            "intbl" => self.is_in_table = is_on,
            "outlinelevel" => self.is_heading = number.is_some_and(|level| level < 9),
            "f" => self.font = number.unwrap_or(0),
            "uc" => self.beside_unicode = number.and_then(|count| usize::try_from(count).ok()),
            _ => return false,
        }
        true
    }
}

/// The text that a control word begins within the text.
pub(super) fn inner(word: &str) -> Option<Inner> {
    Some(match word {
        "footnote" => Inner::Note(0),
        "annotation" => Inner::Comment,
        "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr"
        | "footerf" => Inner::Margin,
        "shptxt" => Inner::Box,
        _ => return None,
    })
}

/// Where the words of a group go that a control word begins.
pub(super) fn destination(word: &str) -> Option<Goes> {
    Some(match word {
        "fonttbl" => Goes::Fonts,
        "stylesheet" => Goes::Styles,
        "fldinst" => Goes::Field,
        "fldrslt" | "ud" => Goes::Text,
        "listtext" | "pntext" => Goes::Number,
        "colortbl" | "info" | "pict" | "object" | "listtable" | "listoverridetable" | "revtbl"
        | "filetbl" | "rsidtbl" | "generator" | "xmlnstbl" | "ftnsep" | "ftnsepc" | "ftncn"
        | "aftnsep" | "aftnsepc" | "aftncn" | "nonshppict" | "shprslt" | "upr" | "xe" | "tc"
        | "txe" | "rxe" | "private" | "template" | "nextfile" | "background" | "pgdsctbl"
        | "shpinst" | "sp" | "themedata" | "datastore" | "latentstyles" => Goes::Nowhere,
        _ => return None,
    })
}

/// The character that a control word stands for.
pub(super) fn character(word: &str) -> Option<&'static str> {
    Some(match word {
        "tab" => "\t",
        "line" | "lbr" => "\u{2028}",
        "emdash" => "—",
        "endash" => "–",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "bullet" => "•",
        "emspace" => "\u{2003}",
        "enspace" => "\u{2002}",
        "qmspace" => "\u{2005}",
        "zwj" => "\u{200d}",
        "zwnj" => "\u{200c}",
        "ltrmark" => "\u{200e}",
        "rtlmark" => "\u{200f}",
        "column" => " ",
        _ => return None,
    })
}
