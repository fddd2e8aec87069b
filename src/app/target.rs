//! What a person means to annotate: what is selected, the annotation under the cursor, or the whole
//! paragraph. Knows how to name it, and changes nothing.

use super::App;
use crate::{
    annotations::{Anchor, Annotation, Entry, fresh},
    document::{Cite, Passage},
};

/// What is to be annotated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// An annotation there is.
    Known(String),
    /// A new one, on these.
    New(Vec<Anchor>),
}

impl App {
    /// What tags go to: what is selected, else the whole paragraph.
    pub(super) fn target(&self) -> Option<Target> {
        if let Some(target) = self.selected_target() {
            return Some(target);
        }
        let passage = self.place()?.passage;
        Some(match self.marginalia.whole(passage) {
            Some(annotation) => Target::Known(annotation.id.clone()),
            None => Target::New(vec![Anchor::whole(&self.document, passage)]),
        })
    }

    /// What a note goes to: what is selected, else the annotation under the cursor, else the whole
    /// paragraph.
    pub(super) fn target_here(&self) -> Option<Target> {
        self.selected_target()
            .or_else(|| Some(Target::Known(self.marginalia.at(self.place()?)?.id.clone())))
            .or_else(|| self.target())
    }

    /// What is selected; the annotation on exactly these words if there is one.
    pub(super) fn selected_target(&self) -> Option<Target> {
        let mut ranges = self.selected()?;
        ranges.retain(|(_, bytes)| !bytes.is_empty());
        if let Some(annotation) = self.marginalia.exactly(&ranges) {
            return Some(Target::Known(annotation.id.clone()));
        }
        let words = |(passage, bytes)| Anchor::words(&self.document, passage, bytes);
        let anchors: Vec<Anchor> = ranges.into_iter().filter_map(words).collect();
        (!anchors.is_empty()).then_some(Target::New(anchors))
    }

    /// The annotation as it is, or as it is to be made.
    pub(super) fn annotation_of(&self, target: &Target) -> Option<Annotation> {
        match target {
            Target::Known(id) => match self.marginalia.book().get(id)? {
                Entry::Annotation(annotation) => Some(annotation.clone()),
                Entry::Bookmark(_) => None,
            },
            Target::New(anchors) => {
                let (at, also) = anchors.split_first()?;
                let created = (self.scribe.now)();
                Some(Annotation {
                    id: fresh(),
                    at: at.clone(),
                    also: also.to_vec(),
                    author: self.scribe.author.clone(),
                    modified: created.clone(),
                    created,
                    ..Annotation::default()
                })
            }
        }
    }

    /// How what is to be annotated is called: `OP14`, `"plenary meeting" in OP14`.
    pub(super) fn called(&self, target: &Target) -> String {
        let Some(annotation) = self.annotation_of(target) else { return String::new() };
        self.call(&annotation)
    }

    /// How an annotation is called.
    pub(super) fn call(&self, annotation: &Annotation) -> String {
        let known = self.marginalia.start(&annotation.id).map(|place| place.passage);
        let cited = || self.document.passage(&Cite::new(annotation.at.paragraph.as_str()));
        let passage = known.or_else(cited);
        let cite = passage
            .map_or_else(|| annotation.at.paragraph.clone(), |passage| self.cite_in_words(passage));
        match &annotation.at.quote {
            Some(quote) => format!("“{}” in {cite}", shortened(quote, 32)),
            None => cite,
        }
    }

    /// `OP14`, and `the title` for what has no number.
    pub(super) fn cite_in_words(&self, passage: Passage) -> String {
        match passage {
            Passage::Title => "the title".into(),
            passage => self.document.cite(passage).to_string(),
        }
    }
}

/// The beginning of a text, at most so many characters, cut between words.
pub(super) fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most.saturating_sub(1)).collect();
    let cut = kept.rfind(' ').filter(|at| *at > kept.len() / 2).unwrap_or(kept.len());
    format!("{}…", kept[..cut].trim_end())
}
