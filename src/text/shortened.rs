//! A text cut to fit a line.

/// A text of `most` characters at most: of a longer one the start, cut between words where that costs less than half of
/// it, and `…` behind it.
#[must_use]
pub fn shortened(text: &str, most: usize) -> String {
    if text.char_indices().nth(most).is_none() {
        return text.to_owned();
    }
    let end = text.char_indices().nth(most.saturating_sub(1)).map_or(0, |(end, _)| end);
    let kept = text.get(..end).unwrap_or_default();
    let between = kept.rfind(' ').filter(|at| *at > kept.len() / 2).unwrap_or(kept.len());
    format!("{}…", kept.get(..between).unwrap_or_default().trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_longer_is_cut_and_says_so() {
        assert_eq!(shortened("été", 3), "été");
        assert_eq!(shortened("étés", 3), "ét…");
        assert_eq!(shortened("on and on", 4), "on…");
        assert_eq!(shortened("", 0), "");
    }

    #[test]
    fn it_is_cut_between_words_that_are_not_too_long() {
        assert_eq!(shortened("the rights of the child", 12), "the rights…");
        assert_eq!(shortened("the rightsofthechild", 12), "the rightso…");
    }
}
