//! How far commands that move go where there are rows and items, in lists and where two texts stand side by side, on a
//! screen of some height. Knows rows, not what is in them.

use crate::app::keys::command::Motion;

/// A step of a command that moves, forwards; back where it is less than 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Step {
    /// So many rows.
    Rows(isize),
    /// The screen by so many rows, and the cursor with it where it must.
    Scroll(isize),
    /// The same by pages or halves of them.
    Pages(isize),
    /// To what is so many hundredths down.
    Percent(usize),
    /// So many items or groups of them.
    Items(isize),
}

impl Step {
    /// The step of a command that was given a count, on so many rows. Of pages two rows of the last one stay in sight,
    /// so that the eye finds its place. `None` for motions within a line, which have nothing to act on here; they stand
    /// here by name, so that a new motion is decided upon.
    pub(in crate::app) fn of(motion: Motion, count: Option<usize>, height: u16) -> Option<Self> {
        let times = isize::try_from(count.unwrap_or(1)).unwrap_or(isize::MAX);
        let height = isize::try_from(height).unwrap_or(1);
        let page = (height - 2).max(1).saturating_mul(times);
        let half = (height / 2).max(1).saturating_mul(times);
        Some(match motion {
            Motion::LineDown => Self::Rows(times),
            Motion::LineUp => Self::Rows(-times),
            Motion::ScrollDown => Self::Scroll(times),
            Motion::ScrollUp => Self::Scroll(-times),
            Motion::PageDown => Self::Pages(page),
            Motion::PageUp => Self::Pages(-page),
            Motion::HalfPageDown => Self::Pages(half),
            Motion::HalfPageUp => Self::Pages(-half),
            Motion::Start => Self::Percent(0),
            Motion::End => Self::Percent(100),
            Motion::Percent => Self::Percent(count.unwrap_or(0)),
            Motion::NextParagraph | Motion::NextHeading => Self::Items(times),
            Motion::PreviousParagraph | Motion::PreviousHeading => Self::Items(-times),
            Motion::NextBracket
            | Motion::PreviousBracket
            | Motion::NextSentence
            | Motion::PreviousSentence
            | Motion::NextWord
            | Motion::PreviousWord
            | Motion::Right
            | Motion::Left
            | Motion::RowStart
            | Motion::RowEnd => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_leaves_two_rows_in_sight() {
        let steps = [Motion::LineUp, Motion::PageDown, Motion::HalfPageUp];
        let of = |count, height| steps.map(|motion| Step::of(motion, count, height));
        let expected = |rows: isize, page: isize, half: isize| {
            [Some(Step::Rows(-rows)), Some(Step::Pages(page)), Some(Step::Pages(-half))]
        };
        assert_eq!(of(None, 20), expected(1, 18, 10));
        assert_eq!(of(Some(3), 21), expected(3, 57, 30));
    }

    #[test]
    fn there_is_a_step_on_the_lowest_screen_and_by_the_largest_count() {
        assert_eq!(Step::of(Motion::PageDown, None, 1), Some(Step::Pages(1)));
        let most = Step::of(Motion::PageDown, Some(usize::MAX), 9);
        assert_eq!(most, Some(Step::Pages(isize::MAX)));
        assert_eq!(Step::of(Motion::NextWord, None, 9), None);
    }
}
