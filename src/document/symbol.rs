//! Document symbols in canonical form, `A/RES/72/247`, `S/RES/1325 (2000)` (grammar.md §2).
//! Knows their notation and links, not how they are found in running text.

use std::fmt;

/// A symbol in canonical form: the UN's own spacing, folded to plain spaces.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Symbol(String);

impl Symbol {
    /// Takes what is already canonical.
    #[must_use]
    pub fn new(canonical: impl Into<String>) -> Self {
        Self(canonical.into())
    }

    /// The canonical form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address under which the UN serves it: no spaces, and for `217 A (III)` no letter.
    #[must_use]
    pub fn link(&self) -> String {
        let mut path = self.0.replace(' ', "");
        // The UN files pre-1976 resolutions without the letter of the part (grammar.md §2).
        if let Some(open) = path.find('(')
            && path.starts_with("A/RES/")
            && path[..open].ends_with(|c: char| c.is_ascii_uppercase())
        {
            path.remove(open - 1);
        }
        format!("https://undocs.org/{path}")
    }

    /// The symbol that an address of the United Nations' document system leads to, as it is spelt
    /// there: `https://undocs.org/en/A/RES/72/247`. Nothing for any other address.
    #[must_use]
    pub fn of_link(address: &str) -> Option<Self> {
        const HOSTS: [&str; 3] = ["undocs.org/", "docs.un.org/", "documents.un.org/doc/"];
        let path = address.split_once("://")?.1;
        let path = path.strip_prefix("www.").unwrap_or(path);
        let path = HOSTS.iter().find_map(|host| path.strip_prefix(host))?.trim_start_matches('/');
        // The languages, by the codes that the system has had for them.
        let language = path.split_once('/').filter(|(first, _)| {
            let codes = ["en", "fr", "es", "sp", "ru", "zh", "ch", "ar"];
            codes.contains(&first.to_ascii_lowercase().as_str())
        });
        let symbol = language.map_or(path, |(_, rest)| rest).replace("%20", " ");
        let symbol = symbol.split(['?', '#']).next().unwrap_or_default();
        let symbol = symbol.trim_matches(|c: char| c == '/' || c.is_whitespace());
        let symbol = symbol.trim_end_matches(['.', ',', ';']);
        // `A/72/___` waits for its number.
        let is_symbol = symbol.contains('/')
            && symbol.bytes().any(|b| b.is_ascii_digit())
            && !symbol.contains('_');
        is_symbol.then(|| Self::new(symbol))
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn links(canonical: &str, path: &str) {
        assert_eq!(Symbol::new(canonical).link(), format!("https://undocs.org/{path}"));
    }

    #[test]
    fn an_address_leads_to_a_symbol() {
        let leads = |address, symbol| {
            assert_eq!(Symbol::of_link(address).as_ref().map(Symbol::as_str), symbol, "{address}");
        };
        leads("https://undocs.org/en/A/RES/72/247", Some("A/RES/72/247"));
        leads("http://www.undocs.org//sp/A/RES/217%20(III)", Some("A/RES/217 (III)"));
        leads("https://undocs.org/S/RES/1325(2000)", Some("S/RES/1325(2000)"));
        leads("https://www.un.org/en/A/1", None);
        leads("#_ftn1", None);
    }

    #[test]
    fn links_have_no_spaces_and_old_ones_no_letter() {
        links("A/RES/53/144", "A/RES/53/144");
        links("A/RES/217 A (III)", "A/RES/217(III)");
        links("A/RES/72/262 B", "A/RES/72/262B");
        links("S/RES/1325 (2000)", "S/RES/1325(2000)");
    }
}
