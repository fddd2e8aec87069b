//! A text cut to fit a line.

/// The start of a text, of `most` characters at most, with `…` behind it where there is more.
#[must_use]
pub fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_longer_is_cut_and_says_so() {
        assert_eq!(shortened("été", 3), "été");
        assert_eq!(shortened("étés", 3), "été…");
        assert_eq!(shortened("on and on", 3), "on…");
        assert_eq!(shortened("", 0), "");
    }
}
