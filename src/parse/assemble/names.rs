//! Blocks → citations: `PP3`, `OP14(a)(ii)`, `II.OP4`, `B.OP2`, `Annex.3` (grammar.md §1.1), and
//! which block each is nested in. Knows drafts in order, not their words.

use std::collections::{HashMap, HashSet};

use crate::{
    document::{Cite, Part, PlaceKind, Shape, Within},
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
    /// How many of a kind there have been in a part, section or annex; of lines, in what they belong to.
    counters: HashMap<Cite, u32>,
    given: HashMap<Cite, usize>,
    /// The last paragraph and the items open below it: index, depth and name.
    open: Vec<(usize, u8, Cite)>,
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
            // Items go on below a table that stands among them.
            if draft.shape != Shape::Table {
                self.open.clear();
            }
            (self.paragraph(draft), None)
        };
        if matches!(draft.shape, Shape::Item | Shape::Paragraph) {
            self.open.retain(|(_, depth, _)| *depth < draft.depth);
            self.open.push((index, draft.depth, wanted.clone()));
        }
        let times = self.given.entry(wanted.clone()).or_insert(0);
        *times += 1;
        (wanted.nth(*times), parent)
    }

    /// An item is called by what it is nested in and its own label; without anything above it, by its part alone.
    fn item(&mut self, draft: &Draft) -> (Cite, Option<usize>) {
        let above = self.open.iter().rev().find(|(_, depth, _)| *depth < draft.depth);
        let (name, parent) = match above {
            Some((parent, _, name)) => (name.clone(), Some(*parent)),
            None => (self.whole(draft), None),
        };
        // The lines of a list have no label: they are counted.
        let number = match &draft.label {
            Some(label) => label.cited(),
            None => self.count(name.clone()).to_string(),
        };
        (name.item(number), parent)
    }

    /// What is numbered is called by its number, whatever it is; all else is counted, each kind by itself in its part,
    /// section or annex, so that a name does not change with what stands elsewhere.
    fn paragraph(&mut self, draft: &Draft) -> Cite {
        let whole = self.whole(draft);
        let number = draft.label.as_ref().map(BlockLabel::cited);
        let kind = match (draft.shape, draft.part, number) {
            (Shape::Heading, Part::Annex, _) if self.is_annex_heading(&whole) => return whole,
            (Shape::Heading, ..) => PlaceKind::Heading,
            (Shape::Table, ..) => PlaceKind::Table,
            (_, Part::Formula, _) => PlaceKind::Formula,
            (_, Part::Closing, _) => PlaceKind::Closing,
            (_, Part::Preamble, Some(number)) => {
                return whole.beside(PlaceKind::Preambular, number);
            }
            (_, Part::Preamble, None) => PlaceKind::Preambular,
            (_, Part::Operative | Part::Annex, Some(number)) => {
                return whole.beside(PlaceKind::Paragraph, number);
            }
            (_, Part::Operative | Part::Annex, None) => PlaceKind::Unnumbered,
        };
        match (kind, self.count(whole.beside(kind, ""))) {
            // Of formula and closing there is mostly one, which has no number.
            (PlaceKind::Formula | PlaceKind::Closing, 1) => whole.beside(kind, ""),
            (_, count) => whole.beside(kind, count.to_string()),
        }
    }

    /// The heading of `Annex II` itself is cited as `Annex II`.
    fn is_annex_heading(&self, whole: &Cite) -> bool {
        whole.is_annex() && !self.given.contains_key(whole)
    }

    fn count(&mut self, kind: Cite) -> u32 {
        let count = self.counters.entry(kind).or_insert(0);
        *count += 1;
        *count
    }

    /// `B`, `II`, `B.II`, `Annex`: the part, and the section or annex in it, that a draft stands in.
    fn whole(&self, draft: &Draft) -> Cite {
        let scope = self.structure.scopes.get(draft.scope);
        let part = scope.and_then(|scope| scope.letter.clone()).or_else(|| {
            // The end of a resolution that began before the file is `0`, the next is the first.
            let tails = self.structure.scopes.iter().filter(|scope| scope.is_tail).count();
            let number = (draft.scope + 1).saturating_sub(tails);
            (number != 1).then(|| number.to_string())
        });
        let within = match &draft.annex {
            Some(number) => Some(Within::Annex(number.clone())),
            None if self.restarting.contains(&draft.scope) && draft.section > 0 => {
                let numeral = |scope: &Scope| scope.numerals.get(draft.section - 1).cloned();
                scope.and_then(numeral).map(Within::Section)
            }
            None => None,
        };
        Cite::whole(part, within)
    }
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
