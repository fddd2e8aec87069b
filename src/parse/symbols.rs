//! Document symbols as they stand in a masthead or alone on a line. References in running text are
//! another matter (`references`).

/// How many bytes at the start of a text are a document symbol: `A/RES/72/247`,
/// `S/RES/1244 (1999)`, `A/C.3/80/L.61`. Text glued to it is not taken.
pub(super) fn symbol_prefix(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let organ = bytes.iter().take_while(|b| b.is_ascii_uppercase()).count();
    if organ == 0 || organ > 5 || bytes.get(organ) != Some(&b'/') {
        return None;
    }
    let mut end = organ;
    while bytes.get(end) == Some(&b'/') {
        let component = component(&text[end + 1..]);
        if component == 0 {
            break;
        }
        end += 1 + component;
    }
    let year = text[end..].strip_prefix(" (").or_else(|| text[end..].strip_prefix('('));
    if let Some(rest) = year
        && let Some(close) = rest.find(')')
        && close == 4
        && rest[..close].bytes().all(|b| b.is_ascii_digit())
    {
        end = text.len() - rest.len() + close + 1;
    }
    end += part_letters(&text[end..]);
    // The star of a document that was issued again.
    end += text[end..].bytes().take_while(|&b| b == b'*').count();
    let has_number = text[..end].bytes().any(|b| b.is_ascii_digit());
    (end > organ + 1 && has_number).then_some(end)
}

/// ` C`, ` A-B`: the letters of a part, where they end the text or a title is glued to them.
fn part_letters(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_capital = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_uppercase);
    if bytes.first() != Some(&b' ') || !is_capital(1) {
        return 0;
    }
    let end = if bytes.get(2) == Some(&b'-') && is_capital(3) { 4 } else { 2 };
    if end == bytes.len() || is_capital(end) { end } else { 0 }
}

/// The length of what may stand between two slashes: `RES`, `72`, `C.3`, `Add.2`, `L.61`, `S-16`.
fn component(text: &str) -> usize {
    for word in ["Add.", "Rev.", "Corr.", "Amend.", "Sub.", "CONF."] {
        if let Some(rest) = text.strip_prefix(word) {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            return if digits > 0 { word.len() + digits } else { 0 };
        }
    }
    let bytes = text.as_bytes();
    let letters = bytes.iter().take_while(|b| b.is_ascii_uppercase() || **b == b'-').count();
    // `247Twentieth`: the capital begins the title.
    let mut end = letters;
    if end > 0 && bytes.get(end).is_some_and(u8::is_ascii_lowercase) {
        return 0;
    }
    if end > 0 && bytes.get(end) == Some(&b'.') {
        end += 1;
    }
    end += bytes[end..].iter().take_while(|b| b.is_ascii_digit()).count();
    end
}

/// The first symbol anywhere in a text.
pub(super) fn anywhere(text: &str) -> Option<&str> {
    memchr::memchr_iter(b'/', text.as_bytes()).find_map(|slash| {
        let organ = text[..slash].bytes().rev().take_while(u8::is_ascii_uppercase).count();
        let start = slash - organ;
        symbol_prefix(&text[start..]).map(|length| &text[start..start + length])
    })
}

/// `17-23331`
pub(super) fn is_job_number(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 8
        && bytes[2] == b'-'
        && bytes.iter().enumerate().all(|(i, b)| i == 2 || b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn prefix(text: &str, symbol: &str) {
        assert_eq!(symbol_prefix(text).map_or("", |length| &text[..length]), symbol);
    }

    #[test]
    fn symbols_end_where_the_words_begin() {
        prefix("A/RES/72/247Twentieth anniversary", "A/RES/72/247");
        prefix("A/RES/72/247 General Assembly", "A/RES/72/247");
        prefix("A/72/439/Add.2)", "A/72/439/Add.2");
        prefix("S/RES/1244 (1999)", "S/RES/1244 (1999)");
        prefix("A/C.3/80/L.61", "A/C.3/80/L.61");
        prefix("A/HRC/RES/S-16/1", "A/HRC/RES/S-16/1");
        prefix("A/RES/74/261 CFinancing", "A/RES/74/261 C");
        prefix("A/RES/74/261 A", "A/RES/74/261 A");
        prefix("A/C.1/80/L.23*", "A/C.1/80/L.23*");
        prefix("and/or", "");
        prefix("A/B", "");
    }

    #[test]
    fn symbols_at_the_limits() {
        prefix("CEDAW/C/1", "CEDAW/C/1");
        prefix("ABCDEF/1", "");
        prefix("/1", "");
        prefix("A", "");
        prefix("A/", "");
        prefix("A/RES", "");
        prefix("S/RES/1244(1999)", "S/RES/1244(1999)");
        prefix("S/RES/1244 (199)", "S/RES/1244");
        prefix("S/RES/1244 (1999", "S/RES/1244");
        prefix("S/RES/1244 (abcd)", "S/RES/1244");
        prefix("A/CONF.192/15", "A/CONF.192/15");
        prefix("A/CONF./15", "");
        prefix("A/C.3/Add.", "A/C.3");
        prefix("A/RES/74/261 A-BFinancing", "A/RES/74/261 A-B");
        prefix("A/RES/74/261 A-B", "A/RES/74/261 A-B");
        prefix("A/RES/74/261 A and B", "A/RES/74/261");
        prefix("A/RES/74/261 a", "A/RES/74/261");
        prefix("A/72/Words", "A/72");
        prefix("A/80/L.23/Rev.1**", "A/80/L.23/Rev.1**");
        prefix("A/HRC/RES/S-16/1 of", "A/HRC/RES/S-16/1");
        assert_eq!(anywhere("see and/or A/72/1, B/2"), Some("A/72/1"));
        assert_eq!(anywhere("see xA/72/1"), Some("A/72/1"));
        assert_eq!(anywhere("and/or"), None);
        assert!(is_job_number("17-23331"));
        for text in ["17-2333", "17-233311", "1723331-", "17_23331", "a7-23331"] {
            assert!(!is_job_number(text), "{text}");
        }
    }
}
