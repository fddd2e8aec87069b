//! What a dialog answers to a key: whether it stays, and what is to be done. Knows how to do none of it.

use std::path::PathBuf;

use super::draft::Draft;
use crate::{
    annotations::Annotation,
    app::{
        DocId, Notice,
        annotating::{changes::Repeat, saved::Offer, target::Target},
        documents::Chosen,
        keys::command::Command,
        panes::view::Position,
        reading::{
            link::{Goal, Link},
            search::Pattern,
        },
        screens::ShownKinds,
    },
    document::{HeadField, Passage, Place},
};

/// What a dialog answers. One that does not answer [`Answer::Close`] or [`Answer::CloseAnd`] is still
/// there afterwards, so that none is lost by being forgotten.
#[derive(Clone, Debug)]
pub(in crate::app) enum Answer {
    /// Nothing more is to be done.
    Stay,
    /// The dialog is over.
    Close,
    /// The dialog stays, and this is to be done. What opens another dialog puts that in its place.
    Do(Action),
    /// The dialog is over, and this is to be done.
    CloseAnd(Action),
}

/// What a dialog asks of the reader.
#[derive(Clone, Debug)]
pub(in crate::app) enum Action {
    /// Tell the person.
    Say(Notice),
    /// Copy a text, and tell the person so.
    Copy(String, Notice),
    /// Do or go to what was typed.
    CarryOut(Meaning),
    /// Follow this link.
    Follow(Link),
    /// Go where a reference leads that was peeked at.
    FollowGoal(Goal),
    /// Show the first hit of what was typed so far.
    SearchAsTyped(String, Box<Began>),
    /// Go to the first hit.
    Search(String, Box<Began>),
    /// Go back to where the search began.
    CancelSearch(Box<Began>),
    /// Keep this annotation as it is here, and say so; what was added can be made again elsewhere.
    PutAnnotation(Box<Annotation>, String, Option<Repeat>),
    /// Ask for another name of this tag; then the tags of the target are offered again.
    AskNewName(String, Target),
    /// Give a tag another name, and offer the tags of the target.
    RenameTag(String, String, Target),
    /// Write what a tag is for.
    DescribeTag(String),
    /// Write the value of this field of the head.
    WriteHeadField(HeadField),
    /// Give this field of the head a value, or take the correction back.
    CorrectHead(HeadField, Option<String>),
    /// Show only what has one of these tags.
    ShowOnly(Vec<String>),
    /// Keep what was written.
    Commit(Box<Draft>),
    /// Hand what was written to the person's editor.
    EditOutside(Box<Draft>),
    /// Something with the annotation or bookmark of an id.
    WithEntry(EntryAction, String),
    /// Set the bookmark of a letter.
    SetBookmark(char),
    /// Go to the bookmark of a letter.
    GoToBookmark(char),
    /// Go back to where the last jump began.
    GoBack,
    /// Read this one of the open documents.
    Read(DocId),
    /// Open this file.
    OpenFile(PathBuf),
    /// Put this document beside the one that is read: another version, or another language.
    PutBeside(Chosen, bool),
    /// Show these kinds of changes in the comparison, and fold the others.
    ShowKinds(ShownKinds),
    /// Write the comparison of two documents to this file.
    WriteComparison([DocId; 2], PathBuf),
    /// Save again.
    Save,
    /// Leave, though something is not saved.
    QuitUnsaved,
    /// Take in what was not saved the last time.
    TakeIn(Box<Offer>),
    /// Put what was not saved of this document the last time away.
    PutAway(DocId),
}

/// What can be done with an entry of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum EntryAction {
    /// Go there.
    GoTo,
    /// Delete it.
    Delete,
    /// Say that it stands where it should.
    Accept,
    /// Offer its tags.
    OpenTags,
    /// Write its note or its name.
    OpenWords,
}

/// What a line of the palette means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// Do this.
    Command(Command),
    /// Go there.
    Place(Passage),
    /// Go so many hundredths into the pane.
    Percent(usize),
}

/// What was there when a search began, to which Esc goes back.
#[derive(Clone, Debug)]
pub(in crate::app) struct Began {
    /// Where the cursor was.
    pub(in crate::app) origin: Place,
    /// What was on the screen.
    pub(in crate::app) position: Position,
    /// What was searched for before.
    pub(in crate::app) before: Option<Pattern>,
}
