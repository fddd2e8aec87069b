//! Roman numerals in lower case. Knows no text around them.

/// The largest number that has a numeral.
const LARGEST: u32 = 3999;

/// A number as a Roman numeral; in digits where there is none: 0, and 4000 and more.
#[must_use]
pub fn numeral(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if number == 0 || number > LARGEST {
        return number.to_string();
    }
    let (mut rest, mut numeral) = (number, String::new());
    for (value, sign) in SIGNS {
        while rest >= value {
            numeral.push_str(sign);
            rest -= value;
        }
    }
    numeral
}

/// The value of a numeral of up to eight signs, as lists, sections and annexes count: no `d` and no
/// `m`, which are letters of a list. `None` for anything else, `iiii` included.
#[must_use]
pub fn value(text: &str) -> Option<u16> {
    let value = |c| match c {
        'i' => Some(1_u16),
        'v' => Some(5),
        'x' => Some(10),
        'l' => Some(50),
        'c' => Some(100),
        _ => None,
    };
    if text.is_empty() || text.len() > 8 {
        return None;
    }
    let mut total = 0_i32;
    let mut last = 0;
    // From the end: a sign before a larger one is taken off.
    for c in text.chars().rev() {
        let sign = value(c)?;
        total += if sign < last { -i32::from(sign) } else { i32::from(sign) };
        last = sign;
    }
    let total = u16::try_from(total).ok()?;
    (numeral(u32::from(total)) == text).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for number in 1..=100 {
            let numeral = numeral(number);
            if numeral.len() <= 8 {
                assert_eq!(value(&numeral).map(u32::from), Some(number), "{numeral}");
            }
        }
        assert_eq!(numeral(1994), "mcmxciv");
        assert_eq!(numeral(4000), "4000");
    }

    #[test]
    fn what_is_no_numeral() {
        for text in ["", "iiii", "vx", "d", "m", "a", "ic", "xxxxxxxxx"] {
            assert_eq!(value(text), None, "{text}");
        }
    }
}
