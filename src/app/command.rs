//! The one table of everything the reader can be told to do: name, what it does, default keys. The
//! keymap, the help, the palette, `seized keys` and the README are made from it.

/// Something the reader can be told to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is described in the table below")]
pub enum Command {
    LineDown,
    LineUp,
    PageDown,
    PageUp,
    HalfPageDown,
    HalfPageUp,
    ScrollDown,
    ScrollUp,
    Start,
    End,
    Percent,
    NextParagraph,
    PreviousParagraph,
    NextSentence,
    PreviousSentence,
    NextWord,
    PreviousWord,
    Right,
    Left,
    RowStart,
    RowEnd,
    NextPane,
    PreviousPane,
    Preamble,
    Operative,
    Footnotes,
    Alone,
    Whole,
    Footnote,
    Follow,
    NextLink,
    PreviousLink,
    Labels,
    Peek,
    Back,
    Forward,
    Search,
    NextHit,
    PreviousHit,
    SearchWord,
    Select,
    CopyText,
    CopyCitation,
    Tag,
    Note,
    NoteInEditor,
    Highlight,
    Tint,
    Annotations,
    OnlyTags,
    SetBookmark,
    GoBookmark,
    Bookmarks,
    Accept,
    Delete,
    Undo,
    Redo,
    Palette,
    Help,
    Debris,
    Mouse,
    Redraw,
    Suspend,
    Cancel,
    Quit,
}

/// Under which heading the help lists a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Moving the cursor.
    Move,
    /// Panes and their arrangement.
    Panes,
    /// Footnotes, references, jumps.
    Follow,
    /// Searching.
    Search,
    /// Selecting and copying.
    Copy,
    /// Writing in the margin.
    Annotate,
    /// The program.
    Program,
}

impl Group {
    /// All of them, in the order of the help.
    pub const ALL: [Self; 7] = [
        Self::Move,
        Self::Panes,
        Self::Follow,
        Self::Search,
        Self::Copy,
        Self::Annotate,
        Self::Program,
    ];

    /// The heading.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Move => "Moving",
            Self::Panes => "Panes",
            Self::Follow => "Footnotes and references",
            Self::Search => "Searching",
            Self::Copy => "Selecting and copying",
            Self::Annotate => "Annotating",
            Self::Program => "The program",
        }
    }
}

/// What the table says of a command.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The command.
    pub command: Command,
    /// Its heading in the help.
    pub group: Group,
    /// Its name, in `keys.ron` and in the palette.
    pub name: &'static str,
    /// What it does, in a few words.
    pub doc: &'static str,
    /// Its default keys, in the notation of [`Key`](super::key::Key).
    pub keys: &'static [&'static str],
}

const fn entry(
    command: Command,
    group: Group,
    name: &'static str,
    doc: &'static str,
    keys: &'static [&'static str],
) -> Entry {
    Entry { command, group, name, doc, keys }
}

/// Every command, in the order of the help.
#[rustfmt::skip] // a table
pub const TABLE: &[Entry] = &[
    entry(Command::LineDown, Group::Move, "line-down", "one line down", &["j", "<Down>"]),
    entry(Command::LineUp, Group::Move, "line-up", "one line up", &["k", "<Up>"]),
    entry(Command::PageDown, Group::Move, "page-down", "one page down", &["<Space>", "<PgDn>", "<C-f>"]),
    entry(Command::PageUp, Group::Move, "page-up", "one page up", &["b", "<PgUp>", "<C-b>"]),
    entry(Command::HalfPageDown, Group::Move, "half-page-down", "half a page down", &["<C-d>"]),
    entry(Command::HalfPageUp, Group::Move, "half-page-up", "half a page up", &["<C-u>"]),
    entry(Command::ScrollDown, Group::Move, "scroll-down", "scroll one line, the cursor stays", &["<C-e>"]),
    entry(Command::ScrollUp, Group::Move, "scroll-up", "scroll one line back, the cursor stays", &["<C-y>"]),
    entry(Command::Start, Group::Move, "start", "to the beginning of the pane", &["gg", "<Home>"]),
    entry(Command::End, Group::Move, "end", "to the end of the pane; 14G to paragraph 14", &["G", "<End>"]),
    entry(Command::Percent, Group::Move, "percent", "50% goes to the middle of the pane", &["%"]),
    entry(Command::NextParagraph, Group::Move, "next-paragraph", "next paragraph", &["}"]),
    entry(Command::PreviousParagraph, Group::Move, "previous-paragraph", "previous paragraph", &["{"]),
    entry(Command::NextSentence, Group::Move, "next-sentence", "next sentence", &[")"]),
    entry(Command::PreviousSentence, Group::Move, "previous-sentence", "previous sentence", &["("]),
    entry(Command::NextWord, Group::Move, "next-word", "next word", &["w", "<C-Right>", "<S-Right>"]),
    entry(Command::PreviousWord, Group::Move, "previous-word", "previous word", &["W", "<C-Left>", "<S-Left>"]),
    entry(Command::Right, Group::Move, "right", "one character right", &["<Right>", "l"]),
    entry(Command::Left, Group::Move, "left", "one character left", &["<Left>"]),
    entry(Command::RowStart, Group::Move, "line-start", "to the beginning of the line", &["0", "^"]),
    entry(Command::RowEnd, Group::Move, "line-end", "to the end of the line", &["$"]),

    entry(Command::NextPane, Group::Panes, "next-pane", "next pane", &["<Tab>"]),
    entry(Command::PreviousPane, Group::Panes, "previous-pane", "previous pane", &["<S-Tab>"]),
    entry(Command::Preamble, Group::Panes, "preamble", "to the preamble", &["1"]),
    entry(Command::Operative, Group::Panes, "operative", "to the operative paragraphs", &["2"]),
    entry(Command::Footnotes, Group::Panes, "footnotes", "to the footnotes", &["3"]),
    entry(Command::Alone, Group::Panes, "alone", "this pane alone, and back", &["z"]),
    entry(Command::Whole, Group::Panes, "whole", "everything in one column, and back", &["Z"]),

    entry(Command::Footnote, Group::Follow, "footnote", "to the next mark's footnote; from a footnote to where it is cited", &["f"]),
    entry(Command::Follow, Group::Follow, "follow", "follow the reference under the cursor", &["<Enter>"]),
    entry(Command::NextLink, Group::Follow, "next-reference", "to the next mark or reference", &["]"]),
    entry(Command::PreviousLink, Group::Follow, "previous-reference", "to the previous mark or reference", &["["]),
    entry(Command::Labels, Group::Follow, "labels", "put a letter on every reference; type it to follow", &["F"]),
    entry(Command::Peek, Group::Follow, "peek", "show what the reference leads to", &["K"]),
    entry(Command::Back, Group::Follow, "back", "back to where you jumped from", &["<C-o>", "<A-Left>"]),
    entry(Command::Forward, Group::Follow, "forward", "forward again", &["<C-i>", "<A-Right>"]),

    entry(Command::Search, Group::Search, "search", "search in all panes; capitals matter if you type any", &["/"]),
    entry(Command::NextHit, Group::Search, "next-hit", "next hit", &["n"]),
    entry(Command::PreviousHit, Group::Search, "previous-hit", "previous hit", &["N"]),
    entry(Command::SearchWord, Group::Search, "search-word", "search the word under the cursor", &["*"]),

    entry(Command::Select, Group::Copy, "select", "select words; again: sentences, characters", &["v"]),
    entry(Command::CopyText, Group::Copy, "copy-text", "copy the selection or the paragraph", &["y"]),
    entry(Command::CopyCitation, Group::Copy, "copy-citation", "copy the citation: A/RES/72/247, para. 14", &["Y"]),

    entry(Command::Tag, Group::Annotate, "tag", "tags of the selection or the paragraph", &["t"]),
    entry(Command::Note, Group::Annotate, "note", "write a note on the selection, or on what is here", &["a"]),
    entry(Command::NoteInEditor, Group::Annotate, "note-in-editor", "write it in $EDITOR", &["e"]),
    entry(Command::Highlight, Group::Annotate, "highlight", "highlight the selection; again: the next colour", &["h"]),
    entry(Command::Tint, Group::Annotate, "colour", "the next colour of the highlight here", &["H"]),
    entry(Command::Annotations, Group::Annotate, "annotations", "list all annotations", &["A"]),
    entry(Command::OnlyTags, Group::Annotate, "only-tags", "show only paragraphs with a tag, and everything again", &["T"]),
    entry(Command::SetBookmark, Group::Annotate, "bookmark", "and a letter: set a bookmark", &["m"]),
    entry(Command::GoBookmark, Group::Annotate, "go-to-bookmark", "and a letter: go to a bookmark; again ': back", &["'"]),
    entry(Command::Bookmarks, Group::Annotate, "bookmarks", "list all bookmarks", &["B"]),
    entry(Command::Accept, Group::Annotate, "accept", "accept where an annotation was found again", &["="]),
    entry(Command::Delete, Group::Annotate, "delete", "delete the annotation here", &["x"]),
    entry(Command::Undo, Group::Annotate, "undo", "undo", &["U"]),
    entry(Command::Redo, Group::Annotate, "redo", "do again what was undone", &["<C-r>"]),

    entry(Command::Palette, Group::Program, "palette", "find a command or place by name: :OP14 :fn 7 :50%", &[":"]),
    entry(Command::Help, Group::Program, "help", "all keys", &["?", "<F1>"]),
    entry(Command::Debris, Group::Program, "debris", "list what is in the source and no part of the text", &["gd"]),
    entry(Command::Mouse, Group::Program, "mouse", "give the mouse to the terminal, to select there, and back", &["M"]),
    entry(Command::Redraw, Group::Program, "redraw", "draw the screen anew", &["<C-l>"]),
    entry(Command::Suspend, Group::Program, "suspend", "back to the shell until fg", &["<C-z>"]),
    entry(Command::Cancel, Group::Program, "cancel", "leave the selection, forget the hits", &["<Esc>"]),
    entry(Command::Quit, Group::Program, "quit", "quit", &["q", "<C-c>"]),
];

impl Command {
    /// What the table says of it.
    #[must_use]
    pub fn entry(self) -> &'static Entry {
        // A test holds that the table is in the order of the enum and has all of it.
        &TABLE[self as usize]
    }

    /// The command of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        TABLE.iter().find(|entry| entry.name == name).map(|entry| entry.command)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_table_has_every_command_in_its_place() {
        for (i, entry) in TABLE.iter().enumerate() {
            assert_eq!(entry.command as usize, i, "{}", entry.name);
            assert!(!entry.doc.is_empty() && !entry.keys.is_empty(), "{}", entry.name);
        }
        assert_eq!(TABLE.len(), Command::Quit as usize + 1);
    }

    #[test]
    fn no_two_commands_have_one_name() {
        let names: HashSet<_> = TABLE.iter().map(|entry| entry.name).collect();
        assert_eq!(names.len(), TABLE.len());
    }
}
