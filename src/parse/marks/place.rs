//! Places the marks of a document: reads its texts in the way it sets its marks, and says how sure each
//! is. Knows texts and labels, not what a block is.

use super::{
    alignment::{Alignment, Taken},
    candidates::{Candidate, scan},
    note_numbers::Numbering,
    placed::Placed,
    stars,
    style::{Form, Style},
};
use crate::{
    document::{Certainty, Language},
    parse::words::Words,
};

/// The score from which on a mark is as good as certain.
const SURE: f32 = 2.0;
/// The score below which it may as well be a number of the text.
const DOUBTFUL: f32 = 0.0;
/// The same where its footnote is the one due.
const DOUBTFUL_IN_TURN: f32 = -2.0;

/// Places the marks of a document.
///
/// `stretches` are the title and the body paragraphs in order, as text that still has its marks
/// but no paragraph label; `definitions` the labels of the footnotes in order.
///
/// Takes time and memory linear in the text, whatever it says.
#[must_use]
pub fn place_marks(stretches: &[&str], definitions: &[&str], language: Language) -> Vec<Placed> {
    let numbering = Numbering::new(definitions);
    let glued = Style {
        words: Words::of(language),
        is_chinese: language == Language::Chinese,
        is_arabic: language == Language::Arabic,
        is_apart: false,
    };
    let mut taken = one_pass(stretches, &numbering, glued);
    if stretches.iter().any(|text| has_number_apart(text))
        && (!glued.is_arabic || !are_all_sure(&taken, &numbering))
    {
        // Text that came from a page may have a space before each mark; then digits glued to
        // others are none. In Arabic brackets tell a mark, and it may have a space before it.
        let apart = Style { is_apart: true, ..glued };
        let otherwise = one_pass(stretches, &numbering, apart);
        if are_mostly_spaced(&otherwise) {
            taken = otherwise;
        }
    }
    let usual = usual_forms(&taken);
    let between = between_neighbours(&taken);
    let is_usual =
        |mark: &Taken, is_between: bool| is_between || usual.contains(&mark.candidate.form);
    let mut placed: Vec<Placed> = taken
        .iter()
        .zip(between)
        .map(|(mark, between)| place(mark, is_usual(mark, between)))
        .collect();
    if definitions.iter().any(|label| label.contains('*')) {
        placed.extend(stars::find(stretches, definitions));
        placed.sort_by_key(|mark| (mark.stretch, mark.range.start));
    }
    placed
}

/// Whether any number has a space before it.
fn has_number_apart(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
    // The second byte of a no-break space is A0.
    memchr::memchr2_iter(b' ', 0xA0, bytes).any(is_digit)
}

/// Reads all stretches once, in one way of setting marks, and finds the best way through.
fn one_pass(stretches: &[&str], numbering: &Numbering, style: Style) -> Vec<Taken> {
    let mut alignment = Alignment::new(numbering);
    for (index, text) in stretches.iter().enumerate() {
        scan(text, style, |readings| alignment.pass(index, readings));
    }
    alignment.finish()
}

/// Whether every footnote has a mark, and none of them is doubtful.
fn are_all_sure(taken: &[Taken], numbering: &Numbering) -> bool {
    let first = taken.iter().filter(|mark| !mark.is_virtual && !mark.is_repeat);
    let sure = first.filter(|mark| mark.candidate.score >= SURE).count();
    sure >= usize::from(numbering.real_from(0))
}

/// Whether most of the first marks have a space before them.
fn are_mostly_spaced(taken: &[Taken]) -> bool {
    let first = taken.iter().filter(|mark| !mark.is_virtual && !mark.is_repeat);
    let (spaced, all) = first.fold((0, 0), |(spaced, all), mark| {
        (spaced + usize::from(mark.candidate.is_spaced), all + 1)
    });
    spaced * 2 > all
}

/// The ways in which the sure marks of a text are set; none where they are too few to tell.
fn usual_forms(taken: &[Taken]) -> Vec<Form> {
    const ENOUGH: usize = 3;
    let is_sure =
        |mark: &&Taken| !mark.is_virtual && !mark.is_repeat && mark.candidate.score >= SURE;
    let forms: Vec<Form> = taken.iter().filter(is_sure).map(|mark| mark.candidate.form).collect();
    let all = [Form::Glued, Form::Apart, Form::Enclosed, Form::Raised];
    let is_usual = |form: &Form| forms.len() < ENOUGH || forms.contains(form);
    all.into_iter().filter(is_usual).collect()
}

/// Of each mark whether it is the first of its footnote and stands between the sure ones of the footnotes
/// before and behind: then it is that mark however it is set, `natural disasters 13 and`.
fn between_neighbours(taken: &[Taken]) -> Vec<bool> {
    let firsts: Vec<usize> =
        (0..taken.len()).filter(|&i| taken.get(i).is_some_and(|mark| !mark.is_repeat)).collect();
    let mut found = vec![false; taken.len()];
    for three in firsts.windows(3) {
        let &[before, here, after] = three else { continue };
        let (Some(before), Some(mark), Some(after)) =
            (taken.get(before), taken.get(here), taken.get(after))
        else {
            continue;
        };
        let is_sure = |mark: &Taken| !mark.is_virtual && mark.candidate.score >= SURE;
        let number = mark.candidate.number;
        let is_between = is_sure(before)
            && is_sure(after)
            && before.candidate.number + 1 == number
            && after.candidate.number == number + 1;
        if let Some(found) = found.get_mut(here) {
            *found = is_between;
        }
    }
    found
}

/// How sure a mark is. One that repeats an earlier number needs more than the next in turn, since any number of the
/// text may be that of some footnote, and hardly one is by chance the one that is due.
fn place(mark: &Taken, is_usual: bool) -> Placed {
    let Candidate { number, start, end, score, .. } = mark.candidate;
    // Between Chinese characters what a repeat stands behind tells more than they do.
    let is_at_home = mark.is_at_home && mark.candidate.is_amid_cjk;
    let is_in_turn = !mark.is_repeat || is_at_home;
    let is_doubtful = score < if is_in_turn { DOUBTFUL_IN_TURN } else { DOUBTFUL };
    let certainty = if mark.is_virtual || !is_usual || is_doubtful {
        Certainty::Weak
    } else if score >= SURE {
        Certainty::Sure
    } else {
        Certainty::Likely
    };
    Placed {
        stretch: mark.stretch,
        range: start..end,
        label: number.to_string(),
        certainty,
        is_virtual: mark.is_virtual,
    }
}
