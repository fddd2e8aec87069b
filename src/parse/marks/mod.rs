//! Footnote marks: which of the digits glued to words are superscripts (grammar.md §4, B and C).
//! Knows text and labels, not what a block or a footnote is.

mod alignment;
mod candidates;
mod host;

mod note_numbers;
mod score_left;
mod score_right;
mod site;
mod stars;

use std::ops::Range;

use alignment::{Alignment, Taken};
use candidates::{Candidate, Form, Style};
use host::Host;
use note_numbers::Numbering;

use super::words::Words;
use crate::document::{Certainty, Language};

/// The score from which on a mark is as good as certain.
const SURE: f32 = 2.0;
/// The score below which it may as well be a number of the text.
const DOUBTFUL: f32 = 0.0;
/// The same where its footnote is the one due.
const DOUBTFUL_IN_TURN: f32 = -2.0;

/// A mark that was found, in the order of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Index of the stretch it stands in.
    pub stretch: usize,
    /// Its bytes in the stretch. Brackets that belong to it are included, and so is white space
    /// that is there for its sake: what is left reads as if there had been no mark.
    pub range: Range<usize>,
    /// The footnote's label: `7`, `*`.
    pub label: String,
    /// How sure the recogniser is.
    pub certainty: Certainty,
    /// Whether the text has no definition of this label: a mark without a note.
    pub is_virtual: bool,
}

impl Placed {
    /// Whether its signs stay among the words, since they may well be some.
    pub(super) fn stays_in_words(&self) -> bool {
        self.certainty == Certainty::Weak
    }

    /// Its own signs in the stretch, without brackets and white space.
    pub(super) fn sign(&self, stretch: &str) -> Range<usize> {
        let is_around = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '/');
        let whole = stretch.get(self.range.clone()).unwrap_or_default();
        let start = self.range.start + whole.len() - whole.trim_start_matches(is_around).len();
        start..start + whole.trim_matches(is_around).len()
    }
}

/// Places the marks of a document.
///
/// `stretches` are the title and the body paragraphs in order, as text that still has its marks
/// but no paragraph label; `definitions` the labels of the footnotes in order; `certain` the marks
/// that the format knows, as stretch and bytes, in order.
///
/// Takes time and memory linear in the text, whatever it says.
#[must_use]
pub fn place_marks(
    stretches: &[&str],
    definitions: &[&str],
    certain: &[(usize, Range<usize>)],
    language: Language,
) -> Vec<Placed> {
    let numbering = Numbering::new(definitions);
    let glued = Style {
        words: Words::of(language),
        is_chinese: language == Language::Chinese,
        is_arabic: language == Language::Arabic,
        spaced_bonus: 0.0,
        glued_malus: 0.0,
    };
    let mut taken = one_pass(stretches, &numbering, certain, glued);
    if stretches.iter().any(|text| has_number_apart(text))
        && (!glued.is_arabic || !are_all_sure(&taken, &numbering))
    {
        // Text that came from a page may have a space before each mark; then digits glued to
        // others are none. In Arabic brackets tell a mark, and it may have a space before it.
        let glued_malus = if glued.is_chinese { 1.0 } else { 4.0 };
        let spaced = Style { spaced_bonus: 5.0, glued_malus, ..glued };
        let otherwise = one_pass(stretches, &numbering, certain, spaced);
        if are_mostly_spaced(&otherwise) {
            taken = otherwise;
        }
    }
    let usual = usual_forms(&taken);
    let mut placed: Vec<Placed> = taken.iter().map(|mark| place(mark, &usual)).collect();
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

fn one_pass(
    stretches: &[&str],
    numbering: &Numbering,
    certain: &[(usize, Range<usize>)],
    style: Style,
) -> Vec<Taken> {
    let mut alignment = Alignment::new(numbering);
    let mut known = certain.iter().peekable();
    for (index, text) in stretches.iter().enumerate() {
        let mut known_here = Vec::new();
        while let Some((_, range)) = known.next_if(|(stretch, _)| *stretch <= index) {
            known_here.push(range.clone());
        }
        let mut known_here = known_here.into_iter().peekable();
        candidates::scan(text, style, |readings| {
            while let Some(range) =
                known_here.next_if(|range| readings.first().is_some_and(|r| range.end <= r.start))
            {
                alignment.pass(index, certain_reading(text, &range).as_slice());
            }
            let overlapping = known_here.next_if(|range| {
                readings.iter().any(|r| r.start < range.end && range.start < r.end)
            });
            if let Some(range) = overlapping {
                alignment.pass(index, certain_reading(text, &range).as_slice());
            } else if certain.is_empty() {
                alignment.pass(index, readings);
            } else {
                // A format that knows marks knows most of them: others need good reasons.
                let handicapped = readings.iter().map(|&r| Candidate { score: r.score - 4.0, ..r });
                alignment.pass(index, &handicapped.filter(|r| r.score > 0.0).collect::<Vec<_>>());
            }
        });
        for range in known_here {
            alignment.pass(index, certain_reading(text, &range).as_slice());
        }
    }
    alignment.finish()
}

/// What the format knows to be a mark, if it is a number.
fn certain_reading(text: &str, range: &Range<usize>) -> Option<Candidate> {
    let number = note_numbers::number(text.get(range.clone())?)?;
    Some(Candidate {
        number,
        start: range.start,
        end: range.end,
        score: 20.0,
        is_spaced: false,
        is_amid_cjk: false,
        is_behind_capitals: false,
        form: Form::Raised,
        is_certain: true,
        host: Host::of(text.get(..range.start)?),
    })
}

/// Whether every footnote has a mark, and none of them is doubtful.
fn are_all_sure(taken: &[Taken], numbering: &Numbering) -> bool {
    let first = taken.iter().filter(|mark| !mark.is_virtual && !mark.is_repeat);
    let sure = first.filter(|mark| mark.candidate.score >= SURE).count();
    sure >= numbering.real_from(0) as usize
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

fn place(mark: &Taken, usual: &[Form]) -> Placed {
    let Candidate { number, start, end, score, form, .. } = mark.candidate;
    let is_unusual = !mark.candidate.is_certain && !usual.contains(&form);
    let is_doubtful = score < if mark.is_repeat { DOUBTFUL } else { DOUBTFUL_IN_TURN };
    let certainty = if mark.is_virtual || is_unusual || is_doubtful {
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

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Arabic, Chinese, English, French, Russian};

    /// Reads a text whose footnotes `due` are defined, and shows it with its marks in braces.
    fn read(text: &str, due: Range<u16>, language: Language) -> String {
        let labels: Vec<String> = due.map(|n| n.to_string()).collect();
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        shown(&[text], &place_marks(&[text], &labels, &[], language))
    }

    fn shown(stretches: &[&str], placed: &[Placed]) -> String {
        let mut lines = Vec::new();
        for (index, text) in stretches.iter().enumerate() {
            let (mut line, mut at) = (String::new(), 0);
            for mark in placed.iter().filter(|mark| mark.stretch == index) {
                line += &text[at..mark.range.start];
                line += &format!("{{{}}}", mark.label);
                at = mark.range.end;
            }
            lines.push(line + &text[at..]);
        }
        lines.join("\n")
    }

    #[track_caller]
    fn english(text: &str, due: Range<u16>, expected: &str) {
        assert_eq!(read(text, due, English), expected);
    }

    #[track_caller]
    fn reads(text: &str, due: Range<u16>, language: Language, expected: &str) {
        assert_eq!(read(text, due, language), expected);
    }

    #[test]
    fn glued_to_words_and_punctuation() {
        english(
            "Rights,1 the Covenants on Human Rights2 and",
            1..3,
            "Rights,{1} the Covenants on Human Rights{2} and",
        );
        english("“the Principles”1 and", 1..2, "“the Principles”{1} and");
        english("the Credentials Committee.1", 1..2, "the Credentials Committee.{1}");
    }

    #[test]
    fn glued_to_years_and_numbers() {
        english(
            "22/6 of 21 March 2013,3 31/32 of 24 March 20164 and 34/5 of 23 March 2017,5",
            3..6,
            "22/6 of 21 March 2013,{3} 31/32 of 24 March 2016{4} and 34/5 of 23 March 2017,{5}",
        );
        english(
            "resolution 59/3009 and the report;10",
            9..11,
            "resolution 59/300{9} and the report;{10}",
        );
        english("pursuant to resolution 71/60,1", 1..2, "pursuant to resolution 71/60,{1}");
        english("Agenda 212 and", 2..3, "Agenda 21{2} and");
        english("biennium 2018–20192 and", 2..3, "biennium 2018–2019{2} and");
        reads("пандемии COVID‑1910 и", 10..11, Russian, "пандемии COVID‑19{10} и");
        reads("à l’horizon 20302, ", 2..3, French, "à l’horizon 2030{2}, ");
        reads("la résolution 21/117 et", 7..8, French, "la résolution 21/11{7} et");
    }

    #[test]
    fn numbers_that_are_no_marks() {
        for text in [
            "decision 52/492 of 8 September",
            "contained in A/71/644/Corr.1 and E/2018/15/Add.1 of",
            "more than 1,500 people and 2.5 per cent",
            "crime;2. Underlines",
            "on 1 January 2018 and in paragraph 1 of article 2",
        ] {
            english(text, 1..3, text);
        }
        let text = "Treaty Series no 27531 du 1er janvier à la 2e séance";
        reads(text, 1..3, French, text);
        reads("MEPC.207(62) من القرار", 62..63, Arabic, "MEPC.207(62) من القرار");
    }

    #[test]
    fn names_that_end_in_a_number_are_no_marks() {
        let marked = "The Sixth,1 fifth,2 fourth,3 third,4 second5 and first6 ";
        let expected = "The Sixth,{1} fifth,{2} fourth,{3} third,{4} second{5} and first{6} ";
        for name in [
            "of UF6 sold",
            "of CO2 sent",
            "until COP5 and",
            "over 5 m3 of water",
            "the 5Es of policy",
            "by the G6 and",
            "the UN80 Initiative",
            "the 14 Mile Area",
        ] {
            english(&format!("{marked}{name}"), 1..7, &format!("{expected}{name}"));
        }
    }

    #[test]
    fn a_decimal_is_a_number_in_every_language() {
        for language in [English, French, Russian, Arabic, Chinese] {
            for text in ["rose by 0,7 since", "نسبة 0,7 في المائة", "by 0.7 since"] {
                reads(text, 7..8, language, text);
            }
        }
    }

    #[test]
    fn no_session_has_so_many_resolutions() {
        english("its resolution 74/912 and", 2..3, "its resolution 74/91{2} and");
        english("its resolution 74/415 and", 5..6, "its resolution 74/41{5} and");
        english("its resolution 22/67 and", 7..8, "its resolution 22/6{7} and");
        let (text, expected) =
            ("resolution 74/298 and a report8", "resolution 74/298 and a report{8}");
        english(text, 8..9, expected);
        reads("su resolución 74/912 y", 2..3, Language::Spanish, "su resolución 74/91{2} y");
    }

    #[test]
    fn what_has_no_footnote_or_stands_as_no_other_is_weak() {
        let weak = |text: &str, labels: &[&str]| -> Vec<String> {
            let placed = place_marks(&[text], labels, &[], English);
            let weak = placed.into_iter().filter(|mark| mark.certainty == Certainty::Weak);
            weak.map(|mark| mark.label).collect()
        };
        assert_eq!(weak("First,1 second,2 third,3 fourth,4", &["1", "2", "4"]), ["3"]);
        assert_eq!(weak("First,1 second2", &[]), ["1", "2"]);
        assert_eq!(weak("emissions of CO2 by the G20", &["1", "2"]), ["2"]);
        assert_eq!(weak("First,1 second,2 third,3 and so on; 2", &["1", "2", "3"]), ["2"]);
    }

    #[test]
    fn several_in_one_place() {
        english("Council,1,2 and the addendum", 1..3, "Council,{1},{2} and the addendum");
        english(
            "Board;1 of;2 all;3 Board of Auditors;1–3",
            1..4,
            "Board;{1} of;{2} all;{3} Board of Auditors;{1}–{3}",
        );
    }

    #[test]
    fn repeats() {
        english(
            "Council,1,2 as amended; Council,1 including the addendum thereto,2 which",
            1..3,
            "Council,{1},{2} as amended; Council,{1} including the addendum thereto,{2} which",
        );
        english(
            "decisions 2/CP.19,28 to 2/CP.19,28 2/CP.2029 and 3/CP.2230 adopted",
            28..31,
            "decisions 2/CP.19,{28} to 2/CP.19,{28} 2/CP.20{29} and 3/CP.22{30} adopted",
        );
    }

    #[test]
    fn apart_from_their_words_as_on_pages() {
        english(
            "the Assembly, 1 the Sustainable Development Goals 2 and, in Goal 14, 3 article 7, \
             4 the Protocol, decision 1/CP.19, 5 to act; the Committee 1 and goals 4 and 5",
            1..6,
            "the Assembly,{1} the Sustainable Development Goals{2} and, in Goal 14,{3} article 7,{4} \
             the Protocol, decision 1/CP.19,{5} to act; the Committee{1} and goals 4 and 5",
        );
    }

    #[test]
    fn numbers_apart_that_are_no_marks() {
        for (text, due) in [
            ("the Agenda, 1 the Goals 2 and for programmes 1, 2, 3, 4 and 7 of the", 1..3),
            ("the Agenda, 1 the Goals 2 and programme 2 (Legal affairs) of the", 1..3),
        ] {
            let expected = text.replacen(", 1 ", ",{1} ", 1).replacen(" 2 ", "{2} ", 1);
            english(text, due, &expected);
        }
    }

    #[test]
    fn the_number_of_agenda_21_is_no_mark() {
        let cited: String = (1..22).map(|n| format!("the Committee, {n} ")).collect();
        let marked: String = (1..22).map(|n| format!("the Committee,{{{n}}} ")).collect();
        english(
            &format!("{cited}and Agenda 21, the Programme and the 2030 Agenda 21 are"),
            1..22,
            &format!("{marked}and Agenda 21, the Programme and the 2030 Agenda{{21}} are"),
        );
    }

    #[test]
    fn a_repeat_stands_behind_the_words_of_the_first() {
        english(
            "the Rights of the Child, 1 the Rights of Persons with Disabilities 2 and the Rights of \
             Persons with Disabilities 2 requires",
            1..3,
            "the Rights of the Child,{1} the Rights of Persons with Disabilities{2} and the Rights of \
             Persons with Disabilities{2} requires",
        );
        reads(
            "《和平文化宣言》1和《人权公约》2承担的义务，根据两项人权公约2承担",
            1..3,
            Chinese,
            "《和平文化宣言》{1}和《人权公约》{2}承担的义务，根据两项人权公约{2}承担",
        );
        let text = "核准《报告》1所载方案预算方案1(法律事务)";
        reads(text, 1..2, Chinese, "核准《报告》{1}所载方案预算方案1(法律事务)");
    }

    #[test]
    fn the_first_definitions_may_be_lost() {
        english("Rights,1 Covenants2 and Goals3", 2..4, "Rights,{1} Covenants{2} and Goals{3}");
    }

    #[test]
    fn lost_spaces() {
        english(
            "2017,437/27 of 23 March 2018,540/16 of",
            4..6,
            "2017,{4}37/27 of 23 March 2018,{5}40/16 of",
        );
        english(
            "of 23 March 2012, 327/5 of 1 May 2013, 4 31/2 of",
            3..5,
            "of 23 March 2012,{3}27/5 of 1 May 2013,{4} 31/2 of",
        );
    }

    #[test]
    fn other_styles() {
        english("Rights, 1/ and the Covenants 2/", 1..3, "Rights,{1} and the Covenants{2}");
        english("Rights,¹ and the Covenants²", 1..3, "Rights,{1} and the Covenants{2}");
        english("the Conference[1] to establish", 1..2, "the Conference{1} to establish");
        reads("عام 2022(1)، وإذ", 1..2, Arabic, "عام 2022{1}، وإذ");
        reads("حقوق الإنسان)1( وإذ", 1..2, Arabic, "حقوق الإنسان{1} وإذ");
        reads("秘书长的报告2 所载", 2..3, Chinese, "秘书长的报告{2}所载");
        let text = "2016年8月26日第53/144号决议";
        reads(text, 8..9, Chinese, text);
        english("the Holy See* and others", 1..1, "the Holy See* and others");
        let starred = ["The Committee,* having met1"];
        assert_eq!(
            shown(&starred, &place_marks(&starred, &["*", "1"], &[], English)),
            "The Committee,{*} having met{1}"
        );
    }

    #[test]
    fn pages_set_a_space_before_each() {
        english(
            "the Declaration, 1 the Covenants 2 and the 3 reports of 4 experts; 3",
            1..4,
            "the Declaration,{1} the Covenants{2} and the 3 reports of 4 experts;{3}",
        );
    }

    #[test]
    fn definitions_and_marks_that_are_missing() {
        let stretches = ["First,1 second,2 third,3 fourth,4 fifth.5"];
        let placed = place_marks(&stretches, &["1", "2", "4", "5"], &[], English);
        assert_eq!(
            shown(&stretches, &placed),
            "First,{1} second,{2} third,{3} fourth,{4} fifth.{5}"
        );
        assert_eq!(
            placed.iter().filter(|m| m.is_virtual).map(|m| m.label.as_str()).collect::<Vec<_>>(),
            ["3"]
        );
        english(
            "First,1 second,2 fourth,4 fifth.5",
            1..6,
            "First,{1} second,{2} fourth,{4} fifth.{5}",
        );
    }

    #[test]
    fn what_the_format_knows_is_a_mark() {
        let stretches = ["Goal 1 and target 2 of Agenda 21"];
        let placed = place_marks(&stretches, &["1", "2"], &[(0, 4..6), (0, 30..31)], English);
        assert_eq!(shown(&stretches, &placed), "Goal{1} and target 2 of Agenda {2}1");
    }

    #[test]
    fn hostile_text_takes_linear_time() {
        let many = "1".repeat(1_000_000);
        assert_eq!(place_marks(&[&many], &["1"], &[], English), []);
        for unit in ["1/", ",1", "(1)", "1,2 ", ";1–2", "word1 ", " 1"] {
            let text = unit.repeat(200_000);
            let _ = place_marks(&[&text], &["1", "2", "3"], &[], English);
        }
    }
}
