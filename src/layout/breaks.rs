//! Where a line may end: the Unicode line breaking algorithm (UAX #14), with two changes: symbols of
//! documents, `A/RES/72/247`, stay whole where they can, and French quotation marks stay with their
//! words whatever space is between. Knows nothing of widths.

/// The places at which a line may end, as bytes of `text`, in order, the last one its length.
/// Spaces stand before the break.
pub(super) fn breaks(text: &str) -> Box<dyn Iterator<Item = usize> + '_> {
    if text.is_ascii() {
        return Box::new(ascii(text.as_bytes()));
    }
    Box::new(
        unicode_linebreak::linebreaks(text)
            .map(|(at, _)| at)
            .filter(|&at| at == text.len() || !is_tied(&text[..at], &text[at..])),
    )
}

/// Whether a line must not end here although UAX #14 lets it.
fn is_tied(before: &str, after: &str) -> bool {
    before.ends_with('/') || before.trim_end().ends_with('«') || after.starts_with('»')
}

/// UAX #14 for the words of a European language: after spaces, and after a hyphen between letters
/// (rules LB18, LB21 and, for `-5`, LB25). Ten times as fast as the whole of it.
fn ascii(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let mut from = 0;
    std::iter::from_fn(move || {
        if from == bytes.len() {
            return None;
        }
        let mut at = from + 1;
        while at < bytes.len() && !may_end(bytes, at) {
            at += 1;
        }
        from = at;
        Some(at)
    })
}

fn may_end(bytes: &[u8], at: usize) -> bool {
    let (before, after) = (bytes[at - 1], bytes[at]);
    match before {
        b' ' => after != b' ',
        b'-' => at >= 2 && bytes[at - 2].is_ascii_alphabetic() && after.is_ascii_alphabetic(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn ends(text_with_bars: &str) {
        let text: String = text_with_bars.chars().filter(|&c| c != '|').collect();
        let mut shown = String::new();
        let mut from = 0;
        for at in breaks(&text) {
            shown.push_str(&text[from..at]);
            shown.push('|');
            from = at;
        }
        assert_eq!(shown, format!("{text_with_bars}|"));
    }

    #[test]
    fn european_lines() {
        ends("Recalling |its |resolution |53/144 |of |9 |December");
        ends("counter-|terrorism |(A/72/439/Add.2)");
        ends("« voilà »  |les |États-|Unis");
        ends("A/RES/72/247 |– |été");
    }

    #[test]
    fn chinese_lines() {
        ends("大|会，|回|顾");
    }
}
