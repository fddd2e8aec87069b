//! What seized does, as those see it who use it: text in, model out; keys in, screen out; a file
//! before and after. One binary, since thirty would each be linked anew at every change; run a part of
//! it by its name: `cargo test keys::`.

mod support;

mod akn;
mod anchors;
mod annotate_cli;
mod annotating;
mod annotations_export;
mod asked;
mod circles;
mod citations;
mod cli;
mod collections;
mod compare;
mod compare_cli;
mod compare_in_words;
mod dialogs;
mod documents;
mod draft_findings;
mod edits;
mod exit_status;
mod exports;
mod files_merged;
mod finding;
mod grammar_cases;
mod head_fields;
mod hostile;
mod html;
mod keys;
mod kinds_by_hand;
mod large;
mod layout;
#[cfg(unix)]
mod ledgers;
mod letters;
mod library;
mod mandates;
mod mandates_alike;
mod mandates_in_other_ways;
mod mandates_in_six_languages;
mod mandates_in_words;
mod mandates_told_apart;
mod marks;
mod merge;
mod models;
mod odt;
mod old_word;
mod pages;
mod parse;
mod pasted;
mod pdf;
mod picture;
mod planted;
#[cfg(unix)]
mod pty;
#[cfg(unix)]
mod pty_of_folders;
mod pty_of_two;
mod read_drafts;
mod readme;
mod robust;
mod rtf;
mod saving;
mod screens;
mod screens_of_many;
mod screens_of_two;
mod sentences;
mod siblings;
mod sidecar;
mod themes;
mod tidy;
mod tiles;
#[cfg(unix)]
mod told_apart;
mod tour;
mod tracked;
mod versions;
mod view;
mod walks;
mod word;
