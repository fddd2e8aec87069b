//! Who is meant: from words of six languages to one canonical English name, by the table
//! `assets/addressees.tsv`. *The Office*, *the Commission* are those that the text named last. Knows names,
//! not what is asked of whom.

use std::{borrow::Cow, ops::Range, sync::OnceLock};

use super::{
    phrases::Phrases,
    tokens::{Token, tokens},
};
use crate::document::{Document, Language, Organ};

/// One row of the table.
struct Row {
    name: &'static str,
    /// `Office`: called by that word alone where the text has named it before. `=Office`: that word.
    group: &'static str,
}

/// The table, and the names of one language.
struct Names {
    rows: Vec<Row>,
    phrases: Phrases<usize>,
}

impl Names {
    /// The row of who is named at a word, and how many words that has; none of those that are part of a longer Chinese
    /// word, *部门*, *行动方针*.
    fn at(&self, text: &[Token], at: usize) -> Option<(usize, usize)> {
        let found = self.phrases.at(text, at)?;
        let name = at..at + found.0;
        (!is_part_of_word(text, name.clone()) && !is_united_states(text, name)).then_some(found)
    }

    /// The first who is named within a stretch: where, how long, which row.
    fn find(&self, text: &[Token], mut within: Range<usize>) -> Option<(usize, usize, usize)> {
        within.find_map(|at| self.at(text, at).map(|(length, row)| (at, length, row)))
    }
}

const TABLE: &str = include_str!("../../assets/addressees.tsv");

fn names(language: Language) -> &'static Names {
    static NAMES: [OnceLock<Names>; 6] = [const { OnceLock::new() }; 6];
    let at = Language::ALL.iter().position(|&known| known == language).unwrap_or_default();
    NAMES[at].get_or_init(|| read(language))
}

fn read(language: Language) -> Names {
    let mut lines = TABLE.lines();
    let head = lines.next().unwrap_or_default();
    let column = head.split('\t').position(|name| name == language.code()).unwrap_or(2);
    let mut rows = Vec::new();
    let mut forms = Vec::new();
    for line in lines {
        let mut fields = line.split('\t');
        let name = fields.next().unwrap_or_default();
        let group = fields.next().unwrap_or_default();
        forms.push((fields.nth(column - 2).unwrap_or_default(), rows.len()));
        rows.push(Row { name, group });
    }
    Names { rows, phrases: Phrases::new(forms) }
}

/// What a text says of somebody.
pub(super) struct People<'a> {
    document: &'a Document,
    /// The words of those of its blocks that may ask.
    texts: &'a [Vec<Token>],
    /// All names in the document up to some block, made when first asked for: the block, the row.
    named: OnceLock<Vec<(usize, usize)>>,
}

impl<'a> People<'a> {
    pub(super) const fn new(document: &'a Document, texts: &'a [Vec<Token>]) -> Self {
        Self { document, texts, named: OnceLock::new() }
    }

    /// The canonical name of who is named within some words of a block, and where the words of it are.
    pub(super) fn find(
        &self,
        block: usize,
        text: &[Token],
        within: Range<usize>,
    ) -> Option<(&'static str, Range<usize>)> {
        let language = self.document.language;
        let names = names(language);
        let head = head_of(language, text, within.clone());
        let found = if language == Language::Chinese {
            last(names, text, head).or_else(|| last(names, text, within.clone()))
        } else {
            names.find(text, head)
        };
        let (at, length, row) = found.map(|found| behind_members(names, text, &within, found))?;
        if language == Language::English && is_part_of_name(names, text, at..at + length, row) {
            return None;
        }
        let before = at.checked_sub(1).and_then(|before| text.get(before));
        // *The Executive Committee* is another than *the Committee*.
        let is_other = language == Language::English
            && before.is_some_and(|token| {
                !token.is_sign() && token.is_capital && !token.is_one_of(&["the", "its"])
            });
        let name = if is_other { names.rows.get(row)?.name } else { self.resolved(block, row) };
        let name = self.president(block, text, at..at + length).unwrap_or(name);
        let is_united = name == "International organizations"
            && is_of_united_nations(text, at + length..within.end.min(at + length + 9));
        Some((if is_united { "United Nations system" } else { name }, at..at + length))
    }

    /// The last of the names in the words of the first who is asked: what stands before it says whose or which they are,
    /// *尚未签署《非洲联盟公约》的非洲国家*.
    pub(super) fn find_last(
        &self,
        block: usize,
        text: &[Token],
        within: Range<usize>,
    ) -> Option<(&'static str, Range<usize>)> {
        let names = names(self.document.language);
        let is_end =
            |at: &usize| text[*at].is_one_of(&[",", "、", "和", "及", "与", "同", ";", "并"]);
        let is_quote = |at: &usize| text[*at].is_one_of(&["\""]);
        let (mut at, mut found, mut is_quoted) = (within.start, None, false);
        while at < within.end {
            is_quoted ^= is_quote(&at);
            match names.at(text, at).filter(|_| !is_quoted) {
                Some((length, row)) => {
                    found = Some((self.resolved(block, row), at..at + length));
                    at += length;
                }
                None if !is_quoted && is_end(&at) => break,
                None => at += 1,
            }
        }
        found
    }

    /// The canonical name of who is named at a word of a block, and how many words that has.
    pub(super) fn at(
        &self,
        block: usize,
        text: &[Token],
        at: usize,
    ) -> Option<(&'static str, usize)> {
        let (length, row) = names(self.document.language).at(text, at)?;
        Some((self.resolved(block, row), length))
    }

    /// The name of a row; of one that stands for others, the one of those that was named last.
    fn resolved(&self, block: usize, row: usize) -> &'static str {
        let names = names(self.document.language);
        let Some(Row { name, group }) = names.rows.get(row) else { return "" };
        let Some(group) = group.strip_prefix('=') else { return name };
        // The Security Council has a committee for each régime, of which few are named in full.
        let is_council = self.document.head.organ == Some(Organ::SecurityCouncil);
        if is_council && group == "Committee" {
            return name;
        }
        let before = self.named().iter().rev().filter(|(at, _)| *at <= block);
        // Chinese and Arabic have one word for a committee and a commission.
        let is_one_word = matches!(self.document.language, Language::Chinese | Language::Arabic);
        let is_french = self.document.language == Language::French;
        let of_group = |row: &&(usize, usize)| {
            let own = names.rows[row.1].group;
            // In French one agency is called *l’Office* as well.
            let is_office = is_french && group == "Office" && own.ends_with("UNRWA");
            own.split('+').any(|own| own == group)
                || is_office
                || (is_one_word && group.starts_with("Comm") && own.starts_with("Comm"))
        };
        let behind = self.named().iter();
        let found = before.clone().find(of_group).or_else(|| behind.clone().find(of_group));
        found.map_or(name, |(_, row)| names.rows[*row].name)
    }

    /// Whom *the President* means, which is said of chairs as well: the President of a body that was named last.
    fn president(&self, block: usize, text: &[Token], name: Range<usize>) -> Option<&'static str> {
        let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|t| t.is_one_of(words));
        let is_alone = name.len() == 1 && is(name.start, &["president"]) && !is(name.end, &["of"]);
        if !is_alone || self.document.language != Language::English {
            return None;
        }
        let rows = &names(self.document.language).rows;
        let mut before = self.named().iter().rev().filter(|(at, _)| *at <= block);
        let found = before.find(|(_, row)| rows[*row].group == "President");
        found.map(|(_, row)| rows[*row].name)
    }

    fn named(&self) -> &[(usize, usize)] {
        self.named.get_or_init(|| {
            let names = names(self.document.language);
            let title = tokens(self.document.head.title.as_deref().unwrap_or_default());
            let blocks = self.document.blocks.iter().zip(self.texts).map(|(block, text)| {
                if text.is_empty() { Cow::Owned(tokens(&block.text)) } else { Cow::Borrowed(text) }
            });
            let title = (0, Cow::Owned(title));
            let mut found = Vec::new();
            for (block, text) in std::iter::once(title).chain(blocks.enumerate()) {
                let text: &[Token] = &text;
                let mut at = 0;
                while at < text.len() {
                    let Some((length, row)) = names.at(text, at) else {
                        at += 1;
                        continue;
                    };
                    let group = names.rows[row].group;
                    if !group.is_empty() && !group.starts_with('=') {
                        found.push((block, row));
                    }
                    at += length;
                }
            }
            found
        })
    }
}

/// Whether an English name is but the first or the last word of one that is in no table: *the Committee on Tides and Ebbs*,
/// *the Association of Northern States*.
fn is_part_of_name(names: &Names, text: &[Token], name: Range<usize>, row: usize) -> bool {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    let is_capital = |at: usize| text.get(at).is_some_and(|token| token.is_capital);
    // *Their members* are those of somebody else.
    if name.len() == 1
        && is(name.start, &["members"])
        && name.start > 0
        && is(name.start - 1, &["their"])
    {
        return true;
    }
    let is_group = names.rows.get(row).is_some_and(|row| row.group.starts_with('='));
    let the = name.end + 1 + usize::from(is(name.end + 1, &["the"]));
    if is_group && name.len() == 1 && is(name.end, &["on", "for"]) && is_capital(the) {
        return is_capital(name.start);
    }
    // *Association of Caribbean States*: qualities, *of* and a name before them.
    let is_quality = |at: &usize| is_capital(*at) && !is(*at, &["the", "member"]);
    let first = (0..name.start).rev().take_while(is_quality).last();
    first.is_some_and(|first| first > 1 && is(first - 1, &["of"]) && is_capital(first - 2))
}

/// Whoever stands behind *members of*, where that is somebody else than the United Nations.
fn behind_members(
    names: &Names,
    text: &[Token],
    within: &Range<usize>,
    found: (usize, usize, usize),
) -> (usize, usize, usize) {
    let (at, length, _) = found;
    let is_members = length == 1 && text[at].is_one_of(&["members", "membres", "miembros"]);
    let is_of = text.get(at + 1).is_some_and(|t| t.is_one_of(&["of", "de", "du", "des", "d"]));
    let near = at + 1..within.end.min(at + 9);
    let behind = || names.find(text, near);
    if is_members && is_of { behind().unwrap_or(found) } else { found }
}

/// Whether organizations are those of the United Nations: *les organismes humanitaires des Nations Unies*.
fn is_of_united_nations(text: &[Token], behind: Range<usize>) -> bool {
    let ends = |at: &usize| text[*at].is_one_of(&[",", ";"]);
    let end = behind.clone().find(ends).unwrap_or(behind.end);
    (behind.start..end).any(|at| {
        let is_second = text.get(at + 1).is_some_and(|t| t.is_one_of(&["unies", "unidas"]));
        text[at].is_one_of(&["nations", "naciones"]) && is_second
    })
}

/// The words of the first of several who are asked: up to a comma, or in Chinese also to *and*.
fn head_of(language: Language, text: &[Token], within: Range<usize>) -> Range<usize> {
    let is_end = |at: &usize| {
        let token = &text[*at];
        match language {
            Language::Chinese => token.is_one_of(&[",", "、", "和", "及", "与", ";", "并"]),
            _ => token.is_one_of(&[",", ";", ":"]),
        }
    };
    let is_inserted = |at: usize| text.get(at).is_some_and(|token| token.is_one_of(&[","]));
    let start = match (language, is_inserted(within.start)) {
        (Language::Chinese, _) | (_, false) => within.start,
        // What is inserted before who is asked: *, as appropriate, States*.
        _ => (within.start + 1..within.end)
            .find(|at| is_inserted(*at))
            .map_or(within.start, |at| at + 1),
    };
    let within = start..within.end;
    let end = within.clone().find(is_end).unwrap_or(within.end);
    within.start..end
}

/// Whether *States* are those of *12,000 United States dollars*, *dollars des États-Unis*.
fn is_united_states(text: &[Token], name: Range<usize>) -> bool {
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    name.len() == 1
        && is(name.start, &["states", "états", "estados"])
        && (name.start > 0 && is(name.start - 1, &["united"]) || is(name.end, &["unis", "unidos"]))
}

/// Whether Chinese letters that name somebody are part of a word, which has no spaces around it: *部门*, *伙伴关系*,
/// *政府间*; or *政府* is that of a country which stands before it, *布隆迪政府*.
fn is_part_of_word(text: &[Token], name: Range<usize>) -> bool {
    #[rustfmt::skip] // as few lines as it takes
    let goes_on: [(&str, &[&str]); 11] = [
        ("部", &["门", "分", "长", "队", "署", "落", "委"]), ("方", &["针", "案", "面", "式", "法"]), ("伴", &["关"]),
        ("国", &["际", "宪", "内", "外"]), ("家", &["级", "一", "间", "元", "层", "主", "计", "战", "政", "法", "立", "能"]),
        ("府", &["间"]), ("土", &["完", "主", "争", "问", "自"]), ("会", &["堂", "员"]), ("业", &["界", "家", "化"]),
        ("大", &["学"]), ("议", &["定", "程", "题"]),
    ];
    let is = |at: usize, words: &[&str]| text.get(at).is_some_and(|token| token.is_one_of(words));
    let Some(last) = name.end.checked_sub(1).filter(|last| *last < text.len()) else {
        return false;
    };
    let goes_on = goes_on.iter().any(|(end, next)| is(last, &[end]) && is(name.end, next));
    // *布隆迪政府*; but *各国政府*, *请政府*, *和政府*.
    let before = name.start.checked_sub(1).and_then(|before| text.get(before));
    let may_be_before = [
        "请", "促", "励", "邀", "吁", "求", "议", "和", "及", "与", "各", "关", "有", "该", "受",
        "家",
    ];
    let is_of_country = name.len() == 2
        && is(name.start, &["政"])
        && before.is_some_and(|token| !token.is_sign() && !token.is_one_of(&may_be_before));
    goes_on || is_of_country
}

/// The last of names that stand together: in Chinese who is named stands behind whose they are.
fn last(names: &Names, text: &[Token], within: Range<usize>) -> Option<(usize, usize, usize)> {
    let mut found = names.find(text, within.clone())?;
    loop {
        let (at, length, _) = found;
        let small = ["有", "关", "相", "的", "各", "所"];
        let mut next = at + length;
        while text.get(next).is_some_and(|token| token.is_one_of(&small)) {
            next += 1;
        }
        match names.at(text, next) {
            Some((length, row)) if next + length <= within.end => found = (next, length, row),
            _ => return Some(found),
        }
    }
}
