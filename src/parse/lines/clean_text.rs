//! Clean text: stretches of the source set one after another, white space folded to one space,
//! and the way back from each byte of it to the source. Knows no meaning.

use super::line::is_invisible;
use crate::{document::Span, parse::words::Words};

/// Text gathered from the source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::parse) struct CleanText {
    /// The words.
    pub(in crate::parse) text: String,
    /// Where copying begins anew: a byte of `text` and the byte of the source it came from.
    copied: Vec<(usize, usize)>,
}

impl CleanText {
    /// The words of some stretches of the source, a space between each two.
    pub(in crate::parse) fn of(source: &str, spans: impl IntoIterator<Item = Span>) -> Self {
        let mut clean = Self::default();
        for span in spans {
            clean.push(source, span);
        }
        clean
    }

    /// Adds a stretch of the source.
    pub(in crate::parse) fn push(&mut self, source: &str, span: Span) {
        let Some(words) = source.get(span.range()) else { return };
        if !words.is_empty() && !joins_without_space(&self.text, words) {
            self.space(span.start);
        }
        self.text.reserve(words.len());
        let mut start = 0;
        while let Some((from, to)) = next_fold(words, start) {
            self.copy(&words[start..from], span.start + start);
            self.space(span.start + from);
            start = to;
        }
        self.copy(&words[start..], span.start + start);
    }

    fn copy(&mut self, words: &str, source_at: usize) {
        if !words.is_empty() {
            self.copied.push((self.text.len(), source_at));
            self.text.push_str(words);
        }
    }

    /// A space that stands for the white space at a byte of the source.
    fn space(&mut self, source_at: usize) {
        if !self.text.ends_with(' ') && !self.text.is_empty() {
            self.copied.push((self.text.len(), source_at));
            self.text.push(' ');
        }
    }

    /// The byte of the source from which the byte `at` of the text was copied. For the end of the
    /// text, one past the last byte that was copied.
    pub(in crate::parse) fn source_of(&self, at: usize) -> usize {
        if at >= self.text.len() && at > 0 {
            return self.source_of(at - 1) + 1;
        }
        let after = self.copied.partition_point(|(text_at, _)| *text_at <= at);
        let Some((text_at, source_at)) = after.checked_sub(1).and_then(|i| self.copied.get(i))
        else {
            return 0;
        };
        source_at + (at - text_at)
    }
}

impl CleanText {
    /// The byte of the text that a byte of the source became; the next one, where it was folded
    /// away. The stretches must have been pushed in the order of the source.
    pub(in crate::parse) fn text_of(&self, source: usize) -> usize {
        let after = self.copied.partition_point(|(_, source_at)| *source_at <= source);
        let Some((text_at, source_at)) = after.checked_sub(1).and_then(|i| self.copied.get(i))
        else {
            return 0;
        };
        let next = self.copied.get(after).map_or(self.text.len(), |(text_at, _)| *text_at);
        (text_at + (source - source_at)).min(next)
    }
}

/// Whether a line goes on with the next without a space: Chinese has none to lose at a line's end,
/// nor between its characters and figures, and neither has a word that was broken at its hyphen.
fn joins_without_space(before: &str, after: &str) -> bool {
    let mut backwards = before.chars().rev();
    let (Some(last), Some(next)) = (backwards.next(), after.chars().next()) else { return true };
    if matches!(last, '-' | '\u{2010}' | '\u{2011}') {
        return next.is_alphabetic()
            && backwards.next().is_some_and(char::is_alphabetic)
            && !is_conjunction(after);
    }
    if is_chinese(last) && is_set_apart(after) {
        return false;
    }
    is_chinese(last)
        || is_chinese(next)
        || is_amid_figures(before, after)
        || is_amid_a_symbol(before, after)
}

/// Whether the break is behind the first letters of a symbol: `A` `/74/6`, `ES` `-10/15`.
fn is_amid_a_symbol(before: &str, after: &str) -> bool {
    let behind = |stroke| {
        after
            .strip_prefix(stroke)
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
    };
    let letters = before.trim_end_matches(|c: char| c.is_ascii_uppercase());
    let is_series = letters.len() < before.len() && !letters.ends_with(char::is_alphanumeric);
    let is_after_chinese = letters.len() < before.len() && letters.ends_with(is_chinese);
    let is_special = ["ES", "S"].contains(&&before[letters.len()..]) && behind('-');
    (is_series || is_after_chinese) && (behind('/') || is_special)
}

/// Whether a line begins with a number of a footnote mark's length and white space: the mark was set
/// apart from the words on the line before, ` 2 根据`.
fn is_set_apart(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=3).contains(&(line.len() - rest.len())) && rest.starts_with(' ')
}

/// Whether the break is in the middle of figures or of a symbol in Chinese text: `12` in `1` `2日`,
/// `A/74/399/Add.2` in `A/74/399/Add.` `2`. A footnote mark with a space before it is set apart from
/// a date behind it: ` 2` `2013年`.
fn is_amid_figures(before: &str, after: &str) -> bool {
    let words = before.trim_end_matches(|c: char| c.is_ascii_graphic());
    let figures = &before[words.len()..];
    let is_figure = |c: char| c.is_ascii_digit() || c == '/';
    if !figures.contains(is_figure) || !after.starts_with(|c: char| c.is_ascii_graphic()) {
        return false;
    }
    if words.ends_with(is_chinese) {
        return true;
    }
    let goes_on = after.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = after.len() - goes_on.len();
    // `201` `8年`, whatever mark stands before it.
    let is_year = figures.starts_with(['1', '2'])
        && figures.bytes().all(|b| b.is_ascii_digit())
        && figures.len() + digits == 4
        && goes_on.starts_with('年');
    if is_year && figures.len() > 1 {
        return true;
    }
    let is_mark = figures.len() <= 3 && words.trim_end().ends_with(is_chinese);
    is_mark && !goes_on.starts_with(['年', '月', '日', '/'])
}

/// `and` behind `burden-`: the hyphen is suspended, as in `burden- and responsibility-sharing`, and
/// no word was broken.
fn is_conjunction(after: &str) -> bool {
    let word = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    // `people-` and `to-people` are one word.
    !after[word.len()..].starts_with('-')
        && Words::all().any(|words| words.after_suspended_hyphen.contains(&word))
}

/// A character of Chinese text, its punctuation included.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

/// The next white space of `words` that is not one plain space between words already.
fn next_fold(words: &str, start: usize) -> Option<(usize, usize)> {
    let bytes = words.as_bytes();
    let mut at = start;
    // Every byte of a text passes here.
    loop {
        at += bytes.get(at..)?.iter().position(|byte| !byte.is_ascii_graphic())?;
        if bytes[at] == b' ' && bytes.get(at + 1).is_some_and(u8::is_ascii_graphic) {
            at += 2;
            continue;
        }
        let rest = &words[at..];
        let tail = rest.trim_start_matches(char::is_whitespace);
        if tail.len() < rest.len() {
            return Some((at, words.len() - tail.len()));
        }
        at += rest.chars().next().map_or(1, char::len_utf8);
    }
}

/// Whether a character counts for nothing when texts are compared.
pub(in crate::parse) fn is_blank(c: char) -> bool {
    is_invisible(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn folds(source: &str, text: &str) {
        let clean = CleanText::of(source, [Span::new(0, source.len())]);
        assert_eq!(clean.text, text);
        for (at, c) in clean.text.char_indices() {
            let from = source[clean.source_of(at)..].chars().next().unwrap();
            assert!(c == from || (c == ' ' && from.is_whitespace()), "{source:?} at {at}");
        }
    }

    #[test]
    fn white_space_becomes_one_space() {
        folds("as it is", "as it is");
        folds("two  spaces\tand\u{a0}more", "two spaces and more");
        folds("1946\u{202f}–\u{2009}47 “é”", "1946 – 47 “é”");
    }

    #[test]
    fn a_word_broken_at_its_hyphen_is_joined() {
        let joins = |source: &str, text: &str| {
            let lines = source.split_once('\n').expect("two lines").0.len();
            let spans = [Span::new(0, lines), Span::new(lines + 1, source.len())];
            assert_eq!(CleanText::of(source, spans).text, text);
        };
        joins("more people-\nto-people contact", "more people-to-people contact");
        joins("burden-\nand responsibility-sharing", "burden- and responsibility-sharing");
    }

    #[test]
    fn chinese_figures_go_on_where_a_line_breaks_them() {
        let joins = |source: &str, text: &str| {
            let lines = source.split_once('\n').expect("two lines").0.len();
            let spans = [Span::new(0, lines), Span::new(lines + 1, source.len())];
            assert_eq!(CleanText::of(source, spans).text, text);
        };
        joins("2016年\n12月13日", "2016年12月13日");
        joins("2016年12月1\n3日", "2016年12月13日");
        joins("大会第61\n/2号决议", "大会第61/2号决议");
        joins("报告(A/74/399/Add.\n2)", "报告(A/74/399/Add.2)");
        joins("大会2004年7月20日ES\n-10/15号决议", "大会2004年7月20日ES-10/15号决议");
        joins("补编第11号》(E\n/2014/31)", "补编第11号》(E/2014/31)");
        joins("第36/4号、 3 201\n8年9月27日", "第36/4号、 3 2018年9月27日");
        joins("国际公约》，\n2 根据逼供", "国际公约》， 2 根据逼供");
        joins("第22/31号、 3\n2015年3月", "第22/31号、 3 2015年3月");
        joins("行动纲领》， 1\n2关于", "行动纲领》， 12关于");
        joins("of the Board\n1 and", "of the Board 1 and");
    }

    #[test]
    fn pieces_are_set_apart_by_one_space() {
        let source = "one\nX\n two";
        let clean = CleanText::of(source, [Span::new(0, 3), Span::new(7, 10)]);
        assert_eq!(clean.text, "one two");
        assert_eq!(clean.source_of(4), 7);
        assert_eq!(clean.source_of(7), 10);
    }

    #[test]
    fn lines_go_on_with_a_space_or_without() {
        for (before, after, expected) in [
            ("the inter-", "national", "the inter-national"),
            ("the years 2018-", "2019", "the years 2018- 2019"),
            ("of 3-", "year plans", "of 3- year plans"),
            ("short-", "and long-term", "short- and long-term"),
            ("short-", "or long-term", "short- or long-term"),
            ("a non‑", "member", "a non‑member"),
            ("the end", "of it", "the end of it"),
            ("大会在", "决议中", "大会在决议中"),
            ("大会，", "2 根据", "大会， 2 根据"),
            ("大会", "1234 根据", "大会1234 根据"),
            ("大会", "2根据", "大会2根据"),
            ("the Board", "大会", "the Board大会"),
            ("2016年", "12 月", "2016年 12 月"),
            ("第61/", "2号", "第61/2号"),
            ("第61", "号", "第61号"),
            ("in 201", "8年", "in 2018年"),
            ("in 20", "18年", "in 2018年"),
            ("in 2", "018年", "in 2 018年"),
            ("in 301", "8年", "in 301 8年"),
            ("in 201", "88年", "in 201 88年"),
            ("文 12", "3日", "文 12 3日"),
            ("文 12", "3名", "文 123名"),
            ("文 1234", "5名", "文 1234 5名"),
        ] {
            let source = format!("{before}\n{after}");
            let spans = [Span::new(0, before.len()), Span::new(before.len() + 1, source.len())];
            assert_eq!(CleanText::of(&source, spans).text, expected);
        }
    }

    /// Every text of a few characters, white space of all sorts among them.
    #[test]
    fn folding_is_what_it_is_by_the_plainest_of_ways() {
        const CHARS: [char; 6] = ['a', ' ', '\t', '\u{a0}', 'é', '\u{2009}'];
        for seed in 0..6_usize.pow(5) {
            let rest = (0..5).map(|i| CHARS[seed / 6_usize.pow(i) % 6]);
            let source: String = std::iter::once('x').chain(rest).collect();
            let mut expected = String::new();
            for c in source.chars() {
                match c.is_whitespace() {
                    true if expected.ends_with(' ') => {}
                    true => expected.push(' '),
                    false => expected.push(c),
                }
            }
            let clean = CleanText::of(&source, [Span::new(0, source.len())]);
            assert_eq!(clean.text, expected, "{source:?}");
            for (at, c) in clean.text.char_indices() {
                let from = clean.source_of(at);
                let original = source[from..].chars().next().unwrap();
                assert!(c == original || c == ' ' && original.is_whitespace(), "{source:?}");
                assert_eq!(clean.text_of(from), at, "{source:?}");
            }
            if let Some(last) = clean.text.chars().next_back().filter(|c| *c != ' ') {
                let end = source.rfind(last).unwrap() + last.len_utf8();
                assert_eq!(clean.source_of(clean.text.len()), end, "{source:?}");
            }
        }
        assert_eq!(CleanText::default().source_of(0), 0);
        assert_eq!(CleanText::default().text_of(7), 0);
    }
}
