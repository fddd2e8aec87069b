//! Cuts footnote marks out of texts, and moves what else is known of a text to what is left. Knows
//! marks by their place, not how they were found.

use std::ops::Range;

use crate::{
    document::{Mark, Span},
    parse::{lines::clean_text::CleanText, marks::Placed},
};

/// Cuts marks out of stretches.
pub(in crate::parse) struct Cutter<'a> {
    pub(in crate::parse) placed: &'a [Placed],
    /// The marks whose footnote is missing.
    pub(in crate::parse) missing: &'a mut Vec<(String, Span)>,
}

impl Cutter<'_> {
    /// The clean text of a stretch, and its marks. Takes the text where nothing is to be cut out of
    /// it: most paragraphs have no mark, and long documents are not copied once more.
    pub(in crate::parse) fn cut(
        &mut self,
        stretch: usize,
        words: &mut CleanText,
    ) -> (String, Vec<Mark>) {
        let start = self.placed.partition_point(|mark| mark.stretch < stretch);
        let end = self.placed.partition_point(|mark| mark.stretch <= stretch);
        if start == end && words.text.trim().len() == words.text.len() {
            return (std::mem::take(&mut words.text), Vec::new());
        }
        let mut text = String::with_capacity(words.text.len());
        let mut marks = Vec::with_capacity(end - start);
        let mut last = 0;
        for placed in &self.placed[start..end] {
            let Range { start, end } = placed.range;
            if start < last {
                continue;
            }
            let is_kept = placed.stays_in_words();
            let own = if is_kept { placed.sign(&words.text) } else { start..end };
            text.push_str(&words.text[last..own.start]);
            let span = source_span(words, own.start, own.end);
            marks.push(Mark {
                label: placed.label.clone(),
                at: text.len(),
                kept: if is_kept { own.len() } else { 0 },
                certainty: placed.certainty,
                span,
            });
            if placed.is_virtual {
                self.missing.push((placed.label.clone(), span));
            }
            last = if is_kept { own.start } else { end };
        }
        text.push_str(&words.text[last..]);
        let length = text.trim_end().len();
        text.truncate(length);
        let lead = text.len() - text.trim_start().len();
        if lead > 0 {
            text.drain(..lead);
        }
        for mark in &mut marks {
            mark.at = mark.at.saturating_sub(lead).min(length - lead);
            mark.kept = mark.kept.min(length - lead - mark.at);
        }
        (text, marks)
    }
}

/// Ranges of a stretch as ranges of the clean text, from which its marks have been cut.
pub(in crate::parse) fn without_marks(
    ranges: Vec<Range<usize>>,
    cutter: &Cutter<'_>,
    stretch: usize,
    text: &str,
) -> Vec<Range<usize>> {
    if ranges.is_empty() {
        return ranges;
    }
    let start = cutter.placed.partition_point(|mark| mark.stretch < stretch);
    let end = cutter.placed.partition_point(|mark| mark.stretch <= stretch);
    let cut_before = |at: usize| -> usize {
        let marks = cutter.placed[start..end].iter().filter(|mark| !mark.stays_in_words());
        marks.map(|mark| mark.range.end.min(at).saturating_sub(mark.range.start)).sum()
    };
    let clean = |range: Range<usize>| {
        range.start - cut_before(range.start)..range.end - cut_before(range.end)
    };
    ranges.into_iter().map(clean).filter_map(|range| shifted(range, 0, text)).collect()
}

/// A range of a text that lost so many bytes at its beginning, and perhaps some at its end.
pub(in crate::parse) fn shifted(
    range: Range<usize>,
    lead: usize,
    text: &str,
) -> Option<Range<usize>> {
    let start = range.start.saturating_sub(lead).min(text.len());
    let end = range.end.saturating_sub(lead).min(text.len());
    (start < end && text.get(start..end).is_some()).then_some(start..end)
}

/// The bytes of the source that a range of folded text was copied from, without the white space at
/// its end: one space of the text may stand for many bytes there.
fn source_span(words: &CleanText, start: usize, end: usize) -> Span {
    let last = words.text[start..end].trim_end().char_indices().next_back();
    let (at, length) = last.map_or((start, 0), |(at, c)| (start + at, c.len_utf8()));
    Span::new(words.source_of(start), words.source_of(at) + length)
}
