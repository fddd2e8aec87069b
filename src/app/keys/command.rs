//! The one table of everything the reader can be told to do: name, what it does, default keys. The
//! commands themselves are made from it, and so are the keymap, the help, the palette, `seized keys`
//! and the README.

/// What the table says of a command.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The command.
    pub command: Command,
    /// Its name, in `keys.ron` and in the palette.
    pub name: &'static str,
    /// What it does, in a few words.
    pub doc: &'static str,
    /// Its default keys, in the notation of [`Key`](super::key::Key).
    pub keys: &'static [&'static str],
}

/// Makes the commands of the table. Those that one part of the reader does are one kind, so that each part
/// says of all of its commands what they do, and none can be forgotten.
macro_rules! commands {
    ($($(#[$doc:meta])* $kind:ident($kind_type:ident) $title:literal {
        $($command:ident: $name:literal, $does:literal, [$($key:literal),*];)*
    })*) => {
        /// Something the reader can be told to do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Command {
            $($(#[$doc])* $kind($kind_type),)*
        }

        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub enum $kind_type {
                $(#[doc = $does] $command,)*
            }

            impl From<$kind_type> for Command {
                fn from(command: $kind_type) -> Self {
                    Self::$kind(command)
                }
            }
        )*

        /// Every command, in the order of the help.
        pub const TABLE: &[Entry] = &[$($(Entry {
            command: Command::$kind($kind_type::$command),
            name: $name,
            doc: $does,
            keys: &[$($key),*],
        },)*)*];

        /// The headings of the help, in order.
        pub const GROUPS: &[&str] = &[$($title),*];

        impl Command {
            /// The heading under which the help lists it.
            #[must_use]
            pub const fn group(self) -> &'static str {
                match self {
                    $(Self::$kind(_) => $title,)*
                }
            }
        }
    };
}

commands! {
    /// Moves the cursor in its pane.
    Move(Motion) "Moving" {
        LineDown: "line-down", "one line down", ["j", "<Down>"];
        LineUp: "line-up", "one line up", ["k", "<Up>"];
        PageDown: "page-down", "one page down", ["<Space>", "<PgDn>", "<C-f>"];
        PageUp: "page-up", "one page up", ["b", "<PgUp>", "<C-b>"];
        HalfPageDown: "half-page-down", "half a page down", ["<C-d>"];
        HalfPageUp: "half-page-up", "half a page up", ["<C-u>"];
        ScrollDown: "scroll-down", "scroll one line, the cursor stays", ["<C-e>"];
        ScrollUp: "scroll-up", "scroll one line back, the cursor stays", ["<C-y>"];
        Start: "start", "to the beginning of the pane", ["gg", "<Home>"];
        End: "end", "to the end of the pane; 14G to paragraph 14", ["G", "<End>"];
        Percent: "percent", "50% goes to the middle of the pane", ["%"];
        NextParagraph: "next-paragraph", "next paragraph", ["}"];
        PreviousParagraph: "previous-paragraph", "previous paragraph", ["{"];
        NextHeading: "next-heading", "next heading, section or annex", ["]]"];
        PreviousHeading: "previous-heading", "previous heading, section or annex", ["[["];
        NextBracket: "next-bracket", "to the next square bracket of a draft", ["]("];
        PreviousBracket: "previous-bracket", "to the square bracket before", ["[("];
        NextSentence: "next-sentence", "next sentence", [")"];
        PreviousSentence: "previous-sentence", "previous sentence", ["("];
        NextWord: "next-word", "next word", ["w", "<C-Right>", "<S-Right>"];
        PreviousWord: "previous-word", "previous word", ["W", "<C-Left>", "<S-Left>"];
        Right: "right", "one character right", ["<Right>", "l"];
        Left: "left", "one character left", ["<Left>"];
        RowStart: "line-start", "to the beginning of the line", ["0", "^"];
        RowEnd: "line-end", "to the end of the line", ["$"];
    }
    /// Which panes are shown, and which has the cursor.
    Panes(PaneCommand) "Panes" {
        NextPane: "next-pane", "next pane", ["<Tab>"];
        PreviousPane: "previous-pane", "previous pane", ["<S-Tab>"];
        Preamble: "preamble", "to the preamble", ["1"];
        Operative: "operative", "to the operative paragraphs", ["2"];
        Footnotes: "footnotes", "to the footnotes", ["3"];
        Alone: "alone", "this pane alone, and back", ["z"];
        Whole: "whole", "everything in one column, and back", ["Z"];
        Ladder: "ladder", "a sign beside each paragraph for how binding its verb is, and back", ["gl"];
    }
    /// Footnotes and references.
    Follow(Following) "Footnotes and references" {
        Footnote: "footnote", "to the next mark's footnote; from a footnote to where it is cited", ["f"];
        Follow: "follow", "follow the reference under the cursor", ["<Enter>"];
        NextLink: "next-reference", "to the next mark or reference", ["]r"];
        PreviousLink: "previous-reference", "to the previous mark or reference", ["[r"];
        Labels: "labels", "put a letter on every reference; type it to follow", ["F"];
        Peek: "peek", "show what the reference leads to", ["K"];
        Browse: "browse", "show the document of the reference, or this one, in the browser", ["gx"];
        Contents: "contents", "contents: parts, sections, headings, annexes", ["gO"];
    }
    /// Searching in the document.
    Search(Searching) "Searching" {
        Search: "search", "search in all panes; capitals matter if you type any", ["/"];
        NextHit: "next-hit", "next hit", ["n"];
        PreviousHit: "previous-hit", "previous hit", ["N"];
        SearchWord: "search-word", "search the word under the cursor", ["*"];
    }
    /// Selecting and copying.
    Copy(Copying) "Selecting and copying" {
        Select: "select", "select words; again: sentences, characters", ["v"];
        CopyText: "copy-text", "copy the selection or the paragraph", ["y"];
        CopyCitation: "copy-citation", "copy the citation: A/RES/72/247, para. 14", ["Y"];
        CopyBoth: "copy-both", "copy the text with its citation", ["gy"];
    }
    /// A person's own annotations and bookmarks.
    Annotate(Annotating) "Annotating" {
        Tag: "tag", "tags of the selection or the paragraph", ["t"];
        Note: "note", "write a note on the selection, or on what is here", ["a"];
        NoteInEditor: "note-in-editor", "write it in $EDITOR", ["e"];
        Highlight: "highlight", "highlight the selection or paragraph; again: the next colour", ["h"];
        Tint: "colour", "the next colour of the highlight here", ["H"];
        Annotations: "annotations", "list all annotations", ["A"];
        OnlyTags: "only-tags", "show only paragraphs with a tag, and everything again", ["T"];
        SetBookmark: "bookmark", "and a letter: set a bookmark", ["m"];
        GoBookmark: "go-to-bookmark", "and a letter: go to a bookmark; again ': back", ["'"];
        Bookmarks: "bookmarks", "list all bookmarks", ["B"];
        NextAnnotation: "next-annotation", "next annotation", ["]a"];
        PreviousAnnotation: "previous-annotation", "previous annotation", ["[a"];
        Repeat: "repeat", "the last tag, note or highlight again, here", ["."];
        Head: "head", "correct symbol, title, date, organ or session of the document", ["gh"];
        Accept: "accept", "accept where an annotation was found again", ["="];
        AcceptAll: "take-all", "take all annotations that were brought over from an older text", ["g="];
        RefuseAll: "refuse-all", "refuse all that were brought over and not taken yet", ["gX"];
        Delete: "delete", "delete the annotation here", ["x"];
        Undo: "undo", "undo", ["U"];
        Redo: "redo", "do again what was undone", ["<C-r>"];
    }
    /// Which document is read.
    Documents(Documents) "Documents" {
        Open: "open", "open a document: those open, those of the library, the files beside", ["o"];
        Next: "next-document", "next document", ["]b"];
        Previous: "previous-document", "previous document", ["[b"];
        Close: "close", "close this document", ["gq"];
        Back: "back", "back to where you jumped from, in other documents too", ["<C-o>", "<A-Left>"];
        Forward: "forward", "forward again", ["<C-i>", "<A-Right>"];
    }
    /// The library: the folders of documents around what is read.
    Library(Library) "The library" {
        Catalogue: "catalogue", "all resolutions of the library", ["<C-p>"];
        Search: "search-library", "search the library", ["s"];
        Uses: "uses", "uses of this paragraph's or the selection's words through the years", ["u"];
        CitedBy: "cited-by", "who cites this resolution, or the one under the cursor, and how", ["R"];
        Series: "series", "the resolutions on the same matter, session after session", ["gs"];
        History: "history", "this paragraph through the sessions: when each phrase came and went", ["gp"];
        Tags: "library-tags", "the tags of the library, and how often each was used", ["gT"];
        Mandates: "mandates", "who is asked to do what, by when", ["D"];
        Compare: "compare", "compare with another version, the one before first", ["c"];
        Languages: "languages", "put another language beside this one", ["L"];
        Counts: "use-counts", "hide how often words were used elsewhere, and show it again", ["gu"];
    }
    /// Lists that fill the screen.
    Lists(Lists) "In lists" {
        Sort: "sort", "sort another way", ["S"];
        Unread: "unread", "what could not be read of the library, and why", ["gr"];
    }
    /// Two texts side by side.
    Pairs(Pairs) "In comparisons" {
        NextChange: "next-change", "next change", ["]c"];
        PreviousChange: "previous-change", "previous change", ["[c"];
        Write: "write-comparison", "write the comparison as a file: .docx with tracked changes, .html, .md, .json, .txt", ["gw"];
        Carry: "carry", "bring the left text's annotations onto the right one, to be reviewed", ["gc"];
        Kinds: "kinds", "which kinds of changes are shown: verb, wording, new, moved, …", ["gk"];
    }
    /// The program itself, whatever is on the screen.
    Program(Program) "The program" {
        Palette: "palette", "find a command or place by name: :OP14 :fn 7 :50%", [":"];
        Help: "help", "all keys", ["?", "<F1>"];
        Debris: "debris", "list what is in the source and no part of the text", ["gd"];
        Mouse: "mouse", "give the mouse to the terminal, to select there, and back", ["M"];
        Redraw: "redraw", "draw the screen anew", ["<C-l>"];
        Suspend: "suspend", "back to the shell until fg", ["<C-z>"];
        Cancel: "cancel", "leave the selection, forget the hits", ["<Esc>"];
        Leave: "leave", "leave this screen, and the last one with the program", ["q"];
        Quit: "quit", "quit, whatever is on the screen", ["<C-c>"];
    }
}

/// What a command means on a screen where it is at home no more than anywhere: its key is the same, and what it
/// does there fits its name.
#[derive(Clone, Copy, Debug)]
pub struct Elsewhere {
    /// The heading of the screen, as in [`GROUPS`].
    pub group: &'static str,
    /// The command.
    pub command: Command,
    /// What it does there.
    pub doc: &'static str,
}

const fn elsewhere(group: &'static str, command: Command, doc: &'static str) -> Elsewhere {
    Elsewhere { group, command, doc }
}

const LISTS: &str = Command::Lists(Lists::Sort).group();
const PAIRS: &str = Command::Pairs(Pairs::Kinds).group();

/// What commands of other groups do in lists and in comparisons.
pub const ELSEWHERE: &[Elsewhere] = &[
    elsewhere(LISTS, Command::Follow(Following::Follow), "open what is chosen"),
    elsewhere(
        LISTS,
        Command::Search(Searching::Search),
        "type what the list is about, or what it shows",
    ),
    elsewhere(
        LISTS,
        Command::Search(Searching::NextHit),
        "next entry; in a document opened from it, the next passage",
    ),
    elsewhere(LISTS, Command::Move(Motion::NextParagraph), "next group"),
    elsewhere(
        LISTS,
        Command::Panes(PaneCommand::NextPane),
        "narrow a search by what stands beside it, and back",
    ),
    elsewhere(LISTS, Command::Annotate(Annotating::SetBookmark), "keep this search"),
    elsewhere(LISTS, Command::Annotate(Annotating::Delete), "forget this search"),
    elsewhere(
        PAIRS,
        Command::Follow(Following::Follow),
        "unfold what is folded; else read this text here",
    ),
    elsewhere(PAIRS, Command::Panes(PaneCommand::NextPane), "to the other text"),
    elsewhere(PAIRS, Command::Copy(Copying::CopyText), "copy the change; of languages, both texts"),
];

impl Command {
    /// What the table says of it.
    #[must_use]
    pub fn entry(self) -> &'static Entry {
        // The command was made from the table, so it is there.
        TABLE.iter().find(|entry| entry.command == self).unwrap_or(&TABLE[0])
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
    fn every_command_has_its_own_entry() {
        for entry in TABLE {
            assert_eq!(entry.command.entry().name, entry.name);
            assert_eq!(Command::named(entry.name), Some(entry.command));
            assert!(!entry.doc.is_empty() && GROUPS.contains(&entry.command.group()));
        }
    }

    #[test]
    fn no_two_commands_have_one_name() {
        let names: HashSet<_> = TABLE.iter().map(|entry| entry.name).collect();
        assert_eq!(names.len(), TABLE.len());
    }
}
