//! The date that stands behind a number, `34/5 of 23 March 2017`, in any language but Chinese. Knows its figures, not the
//! names of months.

/// The year of a date at the start of a text, and where the date ends: ` of 23 March 2017`,
/// `, de 9 de diciembre de 1998`.
pub(super) fn date_after(text: &str) -> Option<(u16, usize)> {
    let bytes = text.as_bytes();
    let day = bytes.iter().take(24).position(u8::is_ascii_digit)?;
    let lead = text.get(..day)?;
    if lead.trim_start_matches([',', ' ']).contains([',', ';', '(', '/', '.'])
        || lead.split_whitespace().count() > 4
    {
        return None;
    }
    let day_length = digits_at(bytes, day);
    if day_length > 2 {
        return None;
    }
    let mut at = day + day_length;
    for _ in 0..64 {
        match bytes.get(at)? {
            b',' | b';' | b'(' | b'.' => return None,
            byte if byte.is_ascii_digit() => {
                let end = at + digits_at(bytes, at);
                let year: u16 = text.get(at..end)?.parse().ok()?;
                return (1945..=2100).contains(&year).then_some((year, end));
            }
            _ => at += 1,
        }
    }
    None
}

fn digits_at(bytes: &[u8], at: usize) -> usize {
    bytes.iter().skip(at).take(6).take_while(|b| b.is_ascii_digit()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn ends(text: &str, expected: Option<(u16, &str)>) {
        let found = date_after(text).map(|(year, end)| (year, &text[..end]));
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn as_printed() {
        ends(" of 23 March 2017 on x", Some((2017, " of 23 March 2017")));
        ends(", de 9 de diciembre de 1998,", Some((1998, ", de 9 de diciembre de 1998")));
        ends(" от 16 декабря 1945 года", Some((1945, " от 16 декабря 1945")));
        ends(" a b c d 3 May 2017", Some((2017, " a b c d 3 May 2017")));
        ends(" of 1 May 2100", Some((2100, " of 1 May 2100")));
    }

    #[test]
    fn what_is_none() {
        for text in [
            "",
            " of 23 March",
            " of 23 March 1944",
            " of 1 May 2101",
            " and, 23 March 2017",
            " of 123 March 2017",
            " of 23 March (2017",
            ", which (on 23 March 2017",
            " a b c d e 3 May 2017",
            " and all others",
            " of 23 March, 2017",
            " on the report of the one of 23 March 2017",
            "/15 of 23 March 2017",
        ] {
            ends(text, None);
        }
    }
}
