//! A document as an editor left it: words, paragraphs and numbers changed, with the knowledge of
//! what became of each paragraph and each word. Chance is the same on every run.

use std::ops::Range;

use seized::document::{Block, Cite, Document, Footnote, Passage};

/// Chance that is the same on every run (xorshift).
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    /// A number below a limit.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit.max(1) as u64).expect("small")
    }

    /// True once in so many times.
    pub(crate) fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// A word of a changed text and which word of the old text it is, if it is one.
#[derive(Clone)]
struct Word {
    text: String,
    was: Option<usize>,
}

/// A paragraph or footnote of the changed document.
#[derive(Clone)]
pub(crate) struct Kept {
    /// The passage of the old document that it was.
    pub(crate) was: Passage,
    /// For each word of the old text, in order, where it is in the new text.
    pub(crate) words: Vec<Option<Range<usize>>>,
}

/// A changed document, and what each of its passages was.
pub(crate) struct Changed {
    /// The document.
    pub(crate) document: Document,
    /// For each block, what it was; nothing for one that is new.
    pub(crate) blocks: Vec<Option<Kept>>,
    /// For each footnote.
    pub(crate) footnotes: Vec<Option<Kept>>,
}

impl Changed {
    /// Removes what a passage of the old document has become.
    pub(crate) fn delete(&mut self, old: Passage) {
        match self.place_of(old).map(|(here, _)| here) {
            Some(Passage::Block(i)) => {
                self.blocks.remove(i);
                self.document.blocks.remove(i);
            }
            Some(Passage::Footnote(i)) => {
                self.footnotes.remove(i);
                self.document.footnotes.remove(i);
            }
            _ => {}
        }
    }

    /// Gives the citations of the old document, in their order, to what stands there now.
    pub(crate) fn renumber(&mut self, old: &Document) {
        for (i, block) in self.document.blocks.iter_mut().enumerate() {
            block.cite = cite_at(old, i);
        }
        for (i, note) in self.document.footnotes.iter_mut().enumerate() {
            note.mark = (i + 1).to_string();
        }
    }

    /// Where a passage of the old document is now.
    pub(crate) fn place_of(&self, old: Passage) -> Option<(Passage, &Kept)> {
        let blocks = self.blocks.iter().enumerate().map(|(i, kept)| (Passage::Block(i), kept));
        let notes = self.footnotes.iter().enumerate().map(|(i, kept)| (Passage::Footnote(i), kept));
        blocks
            .chain(notes)
            .filter_map(|(here, kept)| Some((here, kept.as_ref()?)))
            .find(|(_, kept)| kept.was == old)
    }
}

/// The words of a text as an editor counts them: between white space; in Chinese each character.
pub(crate) fn words(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut is_open = false;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let is_wide = matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}');
        match found.last_mut().filter(|_| is_open && !is_wide) {
            Some(last) if !c.is_whitespace() => last.end = end,
            _ if !c.is_whitespace() => found.push(at..end),
            _ => {}
        }
        is_open = !c.is_whitespace() && !is_wide;
    }
    found
}

/// Puts siblings of a paragraph behind it, each with a word or two of another, and numbers the blocks
/// anew: `entitled "The situation of children"`, `entitled "The situation of women"`.
pub(crate) fn add_siblings(
    document: &mut Document,
    at: usize,
    others: &[String],
    chance: &mut Chance,
) {
    for _ in 0..=chance.below(2) {
        let mut sibling = document.blocks[at].clone();
        for _ in 0..=chance.below(2) {
            let all = words(&sibling.text);
            let place = all[chance.below(all.len())].clone();
            sibling.text.replace_range(place, chance.pick(others).as_str());
        }
        document.blocks.insert(at + 1, sibling);
    }
    for (i, block) in document.blocks.iter_mut().enumerate() {
        block.cite = Cite::paragraph((i + 1).to_string());
    }
}

/// Changes a document. `strange` are paragraphs of other documents, to be inserted.
pub(crate) fn changed(old: &Document, strange: &[String], chance: &mut Chance) -> Changed {
    let vocabulary: Vec<String> = old
        .passages()
        .flat_map(|passage| {
            let text = old.text(passage);
            words(text).into_iter().map(|word| text[word].to_owned()).collect::<Vec<_>>()
        })
        .collect();
    let mut blocks: Vec<(Option<Kept>, Block)> = Vec::new();
    for (i, block) in old.blocks.iter().enumerate() {
        let (text, kept) = edited(&block.text, Passage::Block(i), &vocabulary, chance);
        blocks.push((Some(kept), Block { text, ..block.clone() }));
    }
    let mut footnotes: Vec<(Option<Kept>, Footnote)> = Vec::new();
    for (i, note) in old.footnotes.iter().enumerate() {
        let (text, kept) = edited(&note.text, Passage::Footnote(i), &vocabulary, chance);
        footnotes.push((Some(kept), Footnote { text, ..note.clone() }));
    }
    shuffled(&mut blocks, chance);
    shuffled(&mut footnotes, chance);
    insert(&mut blocks, strange, chance, |block, text, n| Block {
        text,
        cite: block.cite.clone().nth(n + 2),
        ..block.clone()
    });
    insert(&mut footnotes, strange, chance, |note, text, n| Footnote {
        text,
        mark: format!("{}bis{n}", note.mark),
        ..note.clone()
    });
    if chance.once_in(2) {
        renumber(old, &mut blocks, &mut footnotes);
    }
    let mut document = old.clone();
    let (was_blocks, blocks) = blocks.into_iter().unzip();
    let (was_notes, notes) = footnotes.into_iter().unzip();
    (document.blocks, document.footnotes) = (blocks, notes);
    Changed { document, blocks: was_blocks, footnotes: was_notes }
}

/// Some removed, some moved.
fn shuffled<T>(list: &mut Vec<T>, chance: &mut Chance) {
    let removed = chance.below(list.len() / 6 + 1);
    for _ in 0..removed.min(list.len().saturating_sub(1)) {
        list.remove(chance.below(list.len()));
    }
    if list.len() > 1 {
        for _ in 0..chance.below(4) {
            let item = list.remove(chance.below(list.len()));
            list.insert(chance.below(list.len() + 1), item);
        }
    }
}

fn insert<T>(
    list: &mut Vec<(Option<Kept>, T)>,
    strange: &[String],
    chance: &mut Chance,
    make: impl Fn(&T, String, usize) -> T,
) {
    if list.is_empty() || strange.is_empty() {
        return;
    }
    for n in 0..chance.below(4) {
        let like = chance.below(list.len());
        let made = make(&list[like].1, chance.pick(strange).clone(), n);
        list.insert(chance.below(list.len() + 1), (None, made));
    }
}

/// The citations of the old document in their order, given to what stands there now.
fn renumber(
    old: &Document,
    blocks: &mut [(Option<Kept>, Block)],
    footnotes: &mut [(Option<Kept>, Footnote)],
) {
    for (i, (_, block)) in blocks.iter_mut().enumerate() {
        block.cite = cite_at(old, i);
    }
    for (i, (_, note)) in footnotes.iter_mut().enumerate() {
        note.mark = (i + 1).to_string();
    }
}

fn cite_at(old: &Document, i: usize) -> Cite {
    let cite = old.blocks.get(i).map(|block| block.cite.clone());
    cite.unwrap_or_else(|| Cite::paragraph((900 + i).to_string()))
}

/// A text with up to half of its words changed, and marks and spaces as another typist has them.
fn edited(
    text: &str,
    passage: Passage,
    vocabulary: &[String],
    chance: &mut Chance,
) -> (String, Kept) {
    let old = words(text);
    let mut now: Vec<Word> = old
        .iter()
        .enumerate()
        .map(|(i, word)| Word { text: text[word.clone()].to_owned(), was: Some(i) })
        .collect();
    if !chance.once_in(3) {
        let most = chance.below(old.len() / 2 + 1);
        edit_words(&mut now, most, vocabulary, chance);
    }
    // Chinese words stand without a space; so they did, and so they do.
    let spaced = |i: usize| i + 1 >= old.len() || old[i].end < old[i + 1].start;
    let typist = chance.below(4);
    let (mut text, mut places) = (String::new(), vec![None; old.len()]);
    for (i, word) in now.iter().enumerate() {
        let start = text.len();
        text.push_str(&retyped(&word.text, typist));
        if let Some(was) = word.was {
            places[was] = Some(start..text.len());
        }
        let last = i + 1 == now.len();
        if !last && word.was.is_none_or(spaced) {
            text.push(if typist == 1 { '\u{a0}' } else { ' ' });
        }
    }
    (text, Kept { was: passage, words: places })
}

/// Removes or replaces up to `most` words, and inserts up to as many, singly and in runs.
fn edit_words(now: &mut Vec<Word>, most: usize, vocabulary: &[String], chance: &mut Chance) {
    let (mut gone, mut added) = (0, 0);
    for _ in 0..most {
        let run = if chance.once_in(3) { chance.below(6) + 1 } else { 1 };
        let at = chance.below(now.len());
        for k in 0..run {
            let fresh =
                |chance: &mut Chance| Word { text: chance.pick(vocabulary).clone(), was: None };
            match chance.below(3) {
                0 if added < most => {
                    now.insert((at + k).min(now.len()), fresh(chance));
                    added += 1;
                }
                1 if gone < most && at < now.len() && now[at].was.is_some() && now.len() > 1 => {
                    now.remove(at);
                    gone += 1;
                }
                2 if gone < most && now.get(at + k).is_some_and(|word| word.was.is_some()) => {
                    now[at + k] = fresh(chance);
                    gone += 1;
                }
                _ => {}
            }
        }
    }
}

fn retyped(word: &str, typist: usize) -> String {
    let swap = |c: char| match (typist, c) {
        (1 | 2, '\'') => '\u{2019}',
        (1 | 2, '-') => '\u{2010}',
        (1, '\u{201c}' | '\u{201d}') | (3, '\u{ab}' | '\u{bb}') => '"',
        (3, '\u{2013}' | '\u{2014}') => '-',
        (3, '\u{2019}') => '\'',
        (_, c) => c,
    };
    word.chars().map(swap).collect()
}
