//! What a person types or pastes → the passages that are meant: names as they are shown, citations as
//! they are copied, headings by their words. The one way from words to places.

use std::{borrow::Cow, fmt, ops::Range};

use super::{
    super::{Cite, Document, Passage, PlaceKind, Shape, Symbol, Within},
    are_same_words,
    read::{Stretch, read},
    section_numeral,
};

/// Why words name no passage of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfound {
    /// They are no citation.
    NoCitation,
    /// They cite another document.
    OtherDocument(Symbol),
    /// There is no such place in it.
    NoSuchPlace,
}

impl fmt::Display for Unfound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoCitation => f.write_str("is no citation"),
            Self::OtherDocument(symbol) => write!(f, "is in another document, {symbol}"),
            Self::NoSuchPlace => f.write_str("the document has no such paragraph"),
        }
    }
}

/// What a citation is looked up in: a resolution of the file, and a part of it.
#[derive(Clone, Copy, Debug, Default)]
struct Scope {
    /// An index; nothing for the whole file.
    resolution: Option<usize>,
    letter: Option<char>,
}

impl Document {
    /// The passages that a person means who reads at `near`, in reading order: one, or all of a
    /// stretch (`paras. 1–4`).
    ///
    /// # Errors
    /// Where the words are no citation, or name nothing that the document has.
    pub fn find(&self, typed: &str, near: Option<Passage>) -> Result<Vec<Passage>, Unfound> {
        let exact = Cite::read(typed).filter(|cite| cite.to_string() == typed);
        if let Some(passage) = exact.and_then(|cite| self.passage(&cite)) {
            return Ok(vec![passage]);
        }
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(Unfound::NoCitation);
        }
        let mut found: Vec<Passage> = Vec::new();
        for (scope, place) in self.parts_of_citation(typed)? {
            found.extend(self.in_scope(scope, place, near)?);
        }
        found.dedup();
        if found.is_empty() { Err(Unfound::NoCitation) } else { Ok(found) }
    }

    /// A citation cut into what it says of each document: `A/RES/74/264 A, para. 3; A/RES/74/264 B,
    /// para. 1`.
    fn parts_of_citation<'a>(&self, typed: &'a str) -> Result<Vec<(Scope, &'a str)>, Unfound> {
        let mut parts: Vec<(Scope, &str)> = Vec::new();
        let mut rest = typed;
        loop {
            let (scope, place) = self.without_name(rest)?;
            let next = place.match_indices("; ").find(|(at, joint)| {
                let behind = &place[at + joint.len()..];
                matches!(self.without_name(behind), Ok((_, left)) if left.len() < behind.len())
            });
            let Some((at, joint)) = next else {
                parts.push((scope, place));
                return Ok(parts);
            };
            parts.push((scope, &place[..at]));
            rest = &place[at + joint.len()..];
        }
    }

    /// A citation without the symbol or title before it, and which resolution that names.
    fn without_name<'a>(&self, typed: &'a str) -> Result<(Scope, &'a str), Unfound> {
        let mut resolutions = 0..self.resolutions.len().max(1);
        let several = self.resolutions.len() > 1;
        let scope =
            |resolution: usize, letter| Scope { resolution: several.then_some(resolution), letter };
        let titles = resolutions.clone().filter_map(|index| Some((index, self.title_of(index)?)));
        let titled = titles.filter_map(|(index, title)| Some((index, after(typed, title)?)));
        if let Some((index, rest)) = titled.min_by_key(|(_, rest)| rest.len()) {
            return Ok((
                if self.is_only(index) { scope(index, None) } else { Scope::default() },
                rest,
            ));
        }
        let end = typed.find([',', ';']).unwrap_or(typed.len());
        let (name, rest) = typed.split_at(end);
        let series = name.split_once('/').map(|(series, _)| series);
        let is_series = |series: &str| series.chars().all(|c| c.is_alphanumeric() || c == '-');
        if !series.is_some_and(is_series) || !name.contains(|c: char| c.is_ascii_digit()) {
            return Ok((Scope::default(), typed));
        }
        let named = Symbol::new(name);
        let own = resolutions.find_map(|index| {
            let symbol = self.symbol_of(index)?;
            let letter = letter_in(&named, symbol)?;
            let is_only = self.is_only(index);
            Some(if is_only { scope(index, letter) } else { Scope { resolution: None, letter } })
        });
        let own = own.or_else(|| (self.head.symbol.as_ref() == Some(&named)).then(Scope::default));
        match own {
            Some(scope) => Ok((scope, rest.strip_prefix(',').unwrap_or(rest).trim_start())),
            None => Err(Unfound::OtherDocument(named)),
        }
    }

    /// Whether no other resolution of the file is called the same.
    fn is_only(&self, resolution: usize) -> bool {
        let name = |index: usize| (self.symbol_of(index), self.title_of(index));
        let is_same = |index: usize| match (name(index), name(resolution)) {
            ((Some(other), _), (Some(own), _)) => other == own,
            ((None, Some(other)), (None, Some(own))) => other == own,
            _ => false,
        };
        (0..self.resolutions.len()).filter(|index| is_same(*index)).count() < 2
    }

    fn symbol_of(&self, resolution: usize) -> Option<&Symbol> {
        match self.resolutions.as_slice() {
            [] | [_] => self.head.symbol.as_ref(),
            several => several.get(resolution)?.symbol.as_ref(),
        }
    }

    fn title_of(&self, resolution: usize) -> Option<&str> {
        match self.resolutions.as_slice() {
            [] | [_] => self.head.title.as_deref(),
            several => several.get(resolution)?.title.as_deref(),
        }
    }

    fn in_scope(
        &self,
        scope: Scope,
        place: &str,
        near: Option<Passage>,
    ) -> Result<Vec<Passage>, Unfound> {
        if place.is_empty() {
            return self
                .beginning_of(scope)
                .map(|passage| vec![passage])
                .ok_or(Unfound::NoSuchPlace);
        }
        let Some(stretches) = read(place) else {
            let heading = self.heading_that_begins(place, scope);
            return heading.map(|passage| vec![passage]).ok_or(Unfound::NoCitation);
        };
        let mut found = Vec::new();
        for Stretch { first, last } in stretches {
            let first = self.named(first, scope, near);
            let first = first.or_else(|| self.heading_that_begins(place, scope));
            let first = first.ok_or(Unfound::NoSuchPlace)?;
            let last = match last {
                Some(last) => self.named(last, scope, near).ok_or(Unfound::NoSuchPlace)?,
                None => first,
            };
            found.extend(between(first, last));
        }
        Ok(found)
    }

    /// What stands for a whole resolution or part: its title, else its first block.
    fn beginning_of(&self, scope: Scope) -> Option<Passage> {
        let of_head = scope.resolution.is_none_or(|own| own == self.resolution_of(Passage::Title));
        if self.head.title.is_some() && of_head && scope.letter.is_none() {
            return Some(Passage::Title);
        }
        match scope.letter {
            None => self.blocks_of(scope).next().map(Passage::Block),
            Some(letter) => {
                let part = Some(letter.to_string());
                self.part_or_section(&Cite { part, ..Cite::default() }, scope)
            }
        }
    }

    fn blocks_of(&self, scope: Scope) -> Range<usize> {
        let own = scope.resolution.and_then(|index| self.resolutions.get(index));
        let all = 0..self.blocks.len();
        own.map_or(all.clone(), |own| own.blocks.start..own.blocks.end.min(all.end))
    }

    fn named(&self, mut place: Cite, scope: Scope, near: Option<Passage>) -> Option<Passage> {
        if let (None, Some(letter)) = (&place.part, scope.letter) {
            place.part = Some(letter.to_string());
        }
        match place.kind {
            PlaceKind::Title => self.head.title.is_some().then_some(Passage::Title),
            PlaceKind::Footnote => self.footnote_named(&place, scope),
            PlaceKind::HeadingInWords => self.heading(&place, &place.number, scope),
            PlaceKind::Whole if !place.is_name() => self.part_or_section(&place, scope),
            _ => self.block_named(&place, scope, near).map(Passage::Block),
        }
    }

    fn footnote_named(&self, place: &Cite, scope: Scope) -> Option<Passage> {
        let own = |index: &usize| {
            let passage = Passage::Footnote(*index);
            self.footnotes[*index].mark == place.number
                && scope.resolution.is_none_or(|own| self.resolution_of(passage) == own)
        };
        let mut same = (0..self.footnotes.len()).filter(own);
        same.nth(place.occurrence.max(1) - 1).map(Passage::Footnote)
    }

    /// The heading of a part or section, else its first block.
    fn part_or_section(&self, place: &Cite, scope: Scope) -> Option<Passage> {
        let name = place.section().or(place.part())?;
        let in_part = |index: &usize| {
            let own = self.place_name_of(Passage::Block(*index));
            place.within.is_none() || place.part.is_none() || own.part == place.part
        };
        let is_heading = |index: &usize| {
            let block = &self.blocks[*index];
            let words = block.text.trim();
            block.shape == Shape::Heading
                && (words == name || section_numeral(words) == Some(name))
                && in_part(index)
        };
        let inside = |index: &usize| {
            let own = self.place_name_of(Passage::Block(*index));
            [own.section(), own.part()].contains(&Some(name)) && in_part(index)
        };
        let found = self.blocks_of(scope).find(is_heading);
        found.or_else(|| self.blocks_of(scope).find(inside)).map(Passage::Block)
    }

    /// The heading of these words in the part and annex that a name says.
    fn heading(&self, place: &Cite, words: &str, scope: Scope) -> Option<Passage> {
        let fits = |index: &usize| {
            let block = &self.blocks[*index];
            let own = self.place_name_of(Passage::Block(*index));
            block.shape == Shape::Heading
                && are_same_words(&block.text, words)
                && (place.part.is_none() || place.part == own.part)
                && (place.within.is_none() || place.within == own.within)
        };
        // One outside sections and annexes is meant where no section is named.
        let exact = |index: &usize| {
            let own = self.place_name_of(Passage::Block(*index));
            fits(index) && own.within == place.within
        };
        let found = self.blocks_of(scope).find(exact);
        found.or_else(|| self.blocks_of(scope).find(fits)).map(Passage::Block)
    }

    /// The heading that begins with these words, whatever their case.
    fn heading_that_begins(&self, typed: &str, scope: Scope) -> Option<Passage> {
        let typed = typed.trim_matches(['"', '“', '”']).to_lowercase();
        let mut headings = self.blocks_of(scope).filter(|&index| {
            self.blocks[index].shape == Shape::Heading && typed.chars().any(char::is_alphabetic)
        });
        let begins = |index: &usize| {
            let words = self.blocks[*index].text.trim().to_lowercase();
            let rest = words.strip_prefix(typed.as_str());
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        headings.find(begins).map(Passage::Block)
    }

    /// The block of a name: of exactly that, of that in other letters; of that in the section that is
    /// read at `near`, in any; else the `OP3` of a text without numbers, and `3` of an annex.
    pub(in crate::document) fn block_of_name(
        &self,
        name: &Cite,
        near: Option<Passage>,
    ) -> Option<usize> {
        self.block_named(name, Scope::default(), near)
    }

    fn block_named(&self, name: &Cite, scope: Scope, near: Option<Passage>) -> Option<usize> {
        let is_number = |part: Option<&str>| part.is_some_and(|part| part.parse::<u32>().is_ok());
        // In a resolution that is named nobody says which one of the file it is.
        let is_local = scope.resolution.is_some() && !is_number(name.part());
        let local = |index: usize| -> Cow<'_, Cite> {
            let cite = &self.blocks[index].cite;
            if is_local && is_number(cite.part()) {
                return Cow::Owned(Cite { part: None, ..cite.clone() });
            }
            Cow::Borrowed(cite)
        };
        let blocks = self.blocks_of(scope);
        let mut named = self.may_be(&name.local(), blocks.clone());
        let lower = name.to_string().to_lowercase();
        let exact = named.clone().find(|&index| *local(index) == *name);
        exact
            .or_else(|| named.find(|&i| local(i).to_string().to_lowercase() == lower))
            .or_else(|| {
                let is_there = |own: &Cite| {
                    (name.within.is_none() || own.within == name.within)
                        && (name.part.is_none() || own.part == name.part)
                };
                self.called(&name.local(), is_there, blocks.clone(), near)
            })
            .or_else(|| {
                if name.kind != PlaceKind::Paragraph || name.part.is_some() || name.within.is_some()
                {
                    return None;
                }
                let unnumbered = Cite { kind: PlaceKind::Unnumbered, ..name.clone() };
                let within = Some(Within::Annex(String::new()));
                let in_annex = Cite { within, ..name.clone() };
                let found = self.called(&unnumbered.local(), |_| true, blocks.clone(), near);
                found.or_else(|| {
                    self.called(&in_annex.local(), Cite::is_in_annex, blocks.clone(), near)
                })
            })
    }

    /// Those of some blocks that may be called so in their own part, section or annex: all of them where that is not
    /// known.
    fn may_be<'a>(
        &'a self,
        local: &str,
        blocks: Range<usize>,
    ) -> impl Iterator<Item = usize> + Clone + 'a {
        let known = self.blocks_called(local);
        let all = if known.is_none() { blocks.clone() } else { 0..0 };
        let known = known.unwrap_or_default().iter().copied();
        known.filter(move |index| blocks.contains(index)).chain(all)
    }

    /// The block that is called so in its own part, section or annex, first of all in that of `near`.
    fn called(
        &self,
        local: &str,
        is_there: impl Fn(&Cite) -> bool,
        blocks: Range<usize>,
        near: Option<Passage>,
    ) -> Option<usize> {
        let mut blocks = self.may_be(local, blocks);
        let local = local.to_lowercase();
        let has_name = |&index: &usize| {
            let own = &self.blocks[index].cite;
            own.kind != PlaceKind::Whole && is_there(own) && own.local().to_lowercase() == local
        };
        let here = match near {
            Some(Passage::Block(index)) => self.blocks.get(index).map(|block| &block.cite),
            _ => None,
        };
        let is_here =
            |&index: &usize| here.is_some_and(|here| self.blocks[index].cite.is_beside(here));
        let near = blocks.clone().filter(has_name).find(is_here);
        near.or_else(|| blocks.find(has_name))
    }
}

/// What follows a name that a text begins with.
fn after<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let start = text.get(..name.len())?;
    let rest = text.get(name.len()..)?;
    let is_name = !name.is_empty() && start.to_lowercase() == name.to_lowercase();
    let rest = if rest.is_empty() { Some(rest) } else { rest.strip_prefix(", ") };
    rest.filter(|_| is_name).map(str::trim_start)
}

/// The letter by which a symbol names a part of another, none where they are the same; nothing where
/// it names something else.
#[expect(clippy::option_option, reason = "the whole document has no letter")]
fn letter_in(named: &Symbol, own: &Symbol) -> Option<Option<char>> {
    if named == own {
        return Some(None);
    }
    let (named, own) = (named.adopted_text()?, own.adopted_text()?);
    let is_same = named.body == own.body && named.kind == own.kind && named.number == own.number;
    let letter = named.parts.filter(|parts| parts.last.is_none()).map(|parts| parts.first);
    (is_same && named.suffix == own.suffix).then_some(letter)
}

/// The passages from one to another; only the two where they are of different kinds.
fn between(first: Passage, last: Passage) -> Vec<Passage> {
    match (first, last) {
        (a, b) if a == b => vec![a],
        (Passage::Block(a), Passage::Block(b)) if a < b => (a..=b).map(Passage::Block).collect(),
        (Passage::Footnote(a), Passage::Footnote(b)) if a < b => {
            (a..=b).map(Passage::Footnote).collect()
        }
        (a, b) => vec![a, b],
    }
}
