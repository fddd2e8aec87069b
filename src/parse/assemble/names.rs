//! Blocks → citations: `PP3`, `OP14(a)(ii)`, `II.OP4`, `B.OP2`, `Annex.3` (grammar.md §1.1), and
//! which block each is nested in. Knows drafts in order, not their words.

use std::collections::{HashMap, HashSet};

use crate::{
    document::{Cite, Part, Shape},
    parse::blocks::{BlockLabel, Draft, Scope, Structure},
};

/// A block's name, and the index of the block it is nested in.
pub(in crate::parse) type Named = (Cite, Option<usize>);

/// Names all drafts, in order. Every name is given once: what a faulty document numbers twice gets
/// `#2` behind it.
pub(in crate::parse) fn names(structure: &Structure) -> Vec<Named> {
    let restarting = scopes_with_restarting_sections(structure);
    let mut namer = Namer { structure, restarting, ..Namer::default_for(structure) };
    structure.drafts.iter().enumerate().map(|(i, draft)| namer.name(i, draft)).collect()
}

struct Namer<'a> {
    structure: &'a Structure,
    restarting: HashSet<usize>,
    counters: HashMap<(String, &'static str), u32>,
    given: HashMap<String, u32>,
    /// The last paragraph and the items open below it: index, depth and name.
    open: Vec<(usize, u8, String)>,
}

impl<'a> Namer<'a> {
    fn default_for(structure: &'a Structure) -> Self {
        Self {
            structure,
            restarting: HashSet::new(),
            counters: HashMap::new(),
            given: HashMap::new(),
            open: Vec::new(),
        }
    }

    fn name(&mut self, index: usize, draft: &Draft) -> Named {
        let (wanted, parent) = if draft.shape == Shape::Item {
            self.item(draft)
        } else {
            self.open.clear();
            (self.paragraph(draft), None)
        };
        if matches!(draft.shape, Shape::Item | Shape::Paragraph) {
            self.open.retain(|(_, depth, _)| *depth < draft.depth);
            self.open.push((index, draft.depth, wanted.clone()));
        }
        let times = self.given.entry(wanted.clone()).or_insert(0);
        *times += 1;
        let cite = if *times == 1 { wanted } else { format!("{wanted}#{times}") };
        (Cite::new(cite), parent)
    }

    fn item(&mut self, draft: &Draft) -> (String, Option<usize>) {
        let above = self.open.iter().rev().find(|(_, depth, _)| *depth < draft.depth);
        let (name, parent) = match above {
            Some((parent, _, name)) => (name.clone(), Some(*parent)),
            None => (self.prefix(draft), None),
        };
        // The lines of a list have no label: they are counted.
        let number = match &draft.label {
            Some(label) => label.cited(),
            None => self.count(&name, "line").to_string(),
        };
        (format!("{name}({number})"), parent)
    }

    fn paragraph(&mut self, draft: &Draft) -> String {
        let prefix = self.prefix(draft);
        let number = draft.label.as_ref().map(BlockLabel::cited);
        match (draft.shape, draft.part, number) {
            (Shape::Heading, Part::Annex, _) if self.is_annex_heading(draft) => prefix,
            (Shape::Heading, ..) => dotted(&prefix, "H", self.count(&prefix, "H")),
            (Shape::Table, ..) => dotted(&prefix, "T", self.count(&prefix, "T")),
            (_, Part::Formula, _) => self.unique(&prefix, "formula"),
            (_, Part::Closing, _) => self.unique(&prefix, "closing"),
            (_, Part::Preamble, _) => dotted(&prefix, "PP", self.count(&prefix, "PP")),
            (_, Part::Operative, Some(number)) => join(&prefix, &format!("OP{number}")),
            (_, Part::Operative, None) => dotted(&prefix, "OPu", self.count(&prefix, "OPu")),
            (_, Part::Annex, Some(number)) => join(&prefix, &number),
            (_, Part::Annex, None) => dotted(&prefix, "u", self.count(&prefix, "u")),
        }
    }

    /// The heading `Annex II` itself is cited as `Annex II`.
    fn is_annex_heading(&self, draft: &Draft) -> bool {
        draft.annex.as_ref().is_some_and(|annex| !self.given.contains_key(annex))
    }

    fn unique(&mut self, prefix: &str, name: &'static str) -> String {
        match self.count(prefix, name) {
            1 => join(prefix, name),
            n => join(prefix, &format!("{name} {n}")),
        }
    }

    fn count(&mut self, prefix: &str, name: &'static str) -> u32 {
        let count = self.counters.entry((prefix.to_owned(), name)).or_insert(0);
        *count += 1;
        *count
    }

    /// `B`, `II`, `B.II`, `Annex`: what stands before the point.
    fn prefix(&self, draft: &Draft) -> String {
        let mut parts = Vec::new();
        let scope = self.structure.scopes.get(draft.scope);
        let letter = scope.and_then(|scope| scope.letter.clone());
        if let Some(letter) = letter {
            parts.push(letter);
        } else {
            // The end of a resolution that began before the file is `0`, the next is the first.
            let tails = self.structure.scopes.iter().filter(|scope| scope.is_tail).count();
            let number = (draft.scope + 1).saturating_sub(tails);
            parts.extend((number != 1).then(|| number.to_string()));
        }
        if let Some(annex) = &draft.annex {
            parts.push(annex.clone());
        } else if self.restarting.contains(&draft.scope) && draft.section > 0 {
            let numeral = |scope: &Scope| scope.numerals.get(draft.section - 1).cloned();
            parts.extend(scope.and_then(numeral));
        }
        parts.join(".")
    }
}

fn join(prefix: &str, name: &str) -> String {
    if prefix.is_empty() { name.to_owned() } else { format!("{prefix}.{name}") }
}

fn dotted(prefix: &str, name: &str, n: u32) -> String {
    join(prefix, &format!("{name}{n}"))
}

/// Sections that only group paragraphs are not part of a citation; those whose numbers begin anew
/// must be.
fn scopes_with_restarting_sections(structure: &Structure) -> HashSet<usize> {
    let mut seen: HashMap<(usize, &str), usize> = HashMap::new();
    let mut restarting = HashSet::new();
    let operative = structure.drafts.iter().filter(|draft| {
        draft.part == Part::Operative && draft.shape == Shape::Paragraph && draft.annex.is_none()
    });
    for draft in operative {
        let Some(label) = &draft.label else { continue };
        let section = *seen.entry((draft.scope, &label.number)).or_insert(draft.section);
        if section != draft.section {
            restarting.insert(draft.scope);
        }
    }
    restarting
}
