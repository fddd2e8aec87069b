//! The footnotes whose marks are due, in order: the definitions a text has, and those it has lost
//! (grammar.md §4 A). Knows labels, not where they stand.

/// How many definitions may be missing between two others, before the first, or after the last.
const LARGEST_GAP: u16 = 10;
const LOST_AT_THE_START: u16 = 4;
const LOST_AT_THE_END: u16 = 3;
/// How many marks a text without any definition may have.
const WITHOUT_DEFINITIONS: u16 = 300;

/// A footnote whose mark is due.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Due {
    /// Its number.
    pub(super) number: u16,
    /// What taking it adds to the score.
    pub(super) bonus: f32,
    /// Whether the text has no definition of it.
    pub(super) is_virtual: bool,
    /// Counts the times the numbering has begun again before it.
    pub(super) segment: u32,
}

/// The footnotes due, and where each number stands among them.
pub(super) struct Numbering {
    dues: Vec<Due>,
    /// Per number, its indices in `dues`.
    places: Vec<Vec<usize>>,
    /// Per index, how many definitions the text has before it.
    real_before: Vec<u16>,
}

/// Labels have at most three digits.
const NUMBERS: usize = 1000;

impl Numbering {
    /// From the labels of the definitions, in order. Labels that are no number, `*`, are left out.
    pub(super) fn new(definitions: &[&str]) -> Self {
        let mut dues: Vec<Due> = Vec::with_capacity(definitions.len() + 8);
        let numbers = definitions.iter().filter_map(|label| number(label));
        let mut segment = 0;
        for number in numbers {
            // A text that begins its notes much later than at 1 is one of several in a row.
            let last = dues.last().map_or(0, |due| due.number);
            let gap = if last == 0 { LOST_AT_THE_START } else { LARGEST_GAP };
            if number <= last {
                segment += 1;
            } else if number - last <= gap {
                let lost = last + 1..number;
                let virtual_due = |number| Due { number, bonus: -1.5, is_virtual: true, segment };
                dues.extend(lost.map(virtual_due));
            }
            dues.push(Due { number, bonus: 1.5, is_virtual: false, segment });
        }
        let (first, count, bonus) = match dues.last() {
            Some(last) => (last.number + 1, LOST_AT_THE_END, -4.0),
            None => (1, WITHOUT_DEFINITIONS, -2.5),
        };
        let lost = (first..first + count).filter(|&number| usize::from(number) < NUMBERS);
        dues.extend(lost.map(|number| Due { number, bonus, is_virtual: true, segment }));
        Self::index(dues)
    }

    fn index(dues: Vec<Due>) -> Self {
        let mut places = vec![Vec::new(); NUMBERS];
        let mut real_before = Vec::with_capacity(dues.len() + 1);
        let mut real = 0_u16;
        for (i, due) in dues.iter().enumerate() {
            if let Some(place) = places.get_mut(usize::from(due.number)) {
                place.push(i);
            }
            real_before.push(real);
            real = real.saturating_add(u16::from(!due.is_virtual));
        }
        real_before.push(real);
        Self { dues, places, real_before }
    }

    /// The footnote at an index.
    pub(super) fn due(&self, index: usize) -> Option<Due> {
        self.dues.get(index).copied()
    }

    /// The index of the next footnote of a number, once `taken` are taken.
    pub(super) fn next(&self, number: u16, taken: usize) -> Option<usize> {
        let places = self.places.get(usize::from(number))?;
        places.get(places.partition_point(|&place| place < taken)).copied()
    }

    /// The index of the last footnote of a number among the first `taken`, in the numbering that
    /// is running then.
    pub(super) fn last(&self, number: u16, taken: usize) -> Option<usize> {
        let places = self.places.get(usize::from(number))?;
        let index = *places.get(places.partition_point(|&place| place < taken).checked_sub(1)?)?;
        let running = self.due(taken.checked_sub(1)?)?.segment;
        (self.due(index)?.segment == running).then_some(index)
    }

    /// How many definitions of the text lie between two indices.
    pub(super) fn real_between(&self, from: usize, to: usize) -> u16 {
        let count =
            |index: usize| self.real_before.get(index.min(self.dues.len())).copied().unwrap_or(0);
        count(to).saturating_sub(count(from))
    }

    /// How many definitions of the text come at or after an index.
    pub(super) fn real_from(&self, index: usize) -> u16 {
        self.real_between(index, self.dues.len())
    }
}

/// The number of a label of one to three digits, whatever brackets or stroke it has.
pub(super) fn number(label: &str) -> Option<u16> {
    number_of_digits(label.trim_matches(|c: char| !c.is_numeric()))
}

/// The number of one to three digits, superscript or not, and not of zeros only.
pub(super) fn number_of_digits(digits: &str) -> Option<u16> {
    let mut number = 0_u16;
    for (count, c) in digits.chars().enumerate() {
        let digit = digit(c)?;
        if count >= 3 {
            return None;
        }
        number = number * 10 + digit;
    }
    (number > 0).then_some(number)
}

/// The value of a digit, superscript or not.
pub(super) fn digit(c: char) -> Option<u16> {
    let value = match c {
        '0'..='9' => u32::from(c) - u32::from('0'),
        '¹' => 1,
        '²' => 2,
        '³' => 3,
        '\u{2070}' | '\u{2074}'..='\u{2079}' => u32::from(c) - 0x2070,
        _ => return None,
    };
    u16::try_from(value).ok()
}
