//! What was searched for in the library: the last searches, and those that the person keeps. Pure values; where they
//! are remembered from one time to the next, others know.

/// Searches of the library.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Searches {
    /// Those that the person keeps, in the order in which they were kept.
    pub kept: Vec<String>,
    /// The last ones, the newest last.
    pub last: Vec<String>,
}

/// More than anybody goes back to.
const MOST: usize = 50;

impl Searches {
    /// Remembers what was searched for.
    pub(super) fn remember(&mut self, query: &str) {
        self.last.retain(|other| other != query);
        self.last.push(query.to_owned());
        let surplus = self.last.len().saturating_sub(MOST);
        self.last.drain(..surplus);
    }

    /// Keeps a search, or one that is kept no longer. Whether it is kept now.
    pub(super) fn keep_or_not(&mut self, query: &str) -> bool {
        let is_kept = self.kept.iter().any(|other| other == query);
        self.kept.retain(|other| other != query);
        if !is_kept {
            self.kept.push(query.to_owned());
        }
        !is_kept
    }

    /// Forgets a search.
    pub(super) fn forget(&mut self, query: &str) {
        for list in [&mut self.kept, &mut self.last] {
            list.retain(|other| other != query);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_searches_stand_once_and_are_not_endless() {
        let mut searches = Searches::default();
        for query in ["report", "\"human rights\"", "report"] {
            searches.remember(query);
        }
        assert_eq!(searches.last, ["\"human rights\"", "report"]);
        for n in 0..2 * MOST {
            searches.remember(&n.to_string());
        }
        assert_eq!(searches.last.len(), MOST);
        assert_eq!(searches.last.last().map(String::as_str), Some("99"));
    }

    #[test]
    fn a_search_is_kept_until_it_is_not() {
        let mut searches = Searches::default();
        assert!(searches.keep_or_not("report"));
        assert!(searches.keep_or_not("review"));
        assert!(!searches.keep_or_not("report"));
        assert_eq!(searches.kept, ["review"]);
        searches.remember("review");
        searches.forget("review");
        assert_eq!(searches, Searches::default());
    }
}
