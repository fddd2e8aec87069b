//! How a passage is cited in print: `A/RES/72/247, para. 14 (a)`. Knows the canonical notation of
//! [`Cite`](super::Cite) and how the UN writes it out.

use super::{Document, Passage};

impl Document {
    /// The citation of a passage as a footnote of another document would have it, in English. A
    /// document without a symbol is cited by its title.
    #[must_use]
    pub fn citation(&self, passage: Passage) -> String {
        let symbol = self.head.symbol.as_ref().map(|symbol| symbol.as_str().to_owned());
        let document = symbol.or_else(|| self.head.title.clone());
        let place = in_words(self.cite(passage).as_str());
        let parts: Vec<String> =
            document.into_iter().chain(Some(place).filter(|place| !place.is_empty())).collect();
        parts.join(", ")
    }
}

/// `II.OP14(a)(ii)` → `sect. II, para. 14 (a) (ii)`.
fn in_words(cite: &str) -> String {
    if let Some(mark) = cite.strip_prefix("fn ") {
        return format!("footnote {mark}");
    }
    let mut words: Vec<String> = Vec::new();
    let mut components = cite.split('.').peekable();
    while let Some(component) = components.next() {
        let last = components.peek().is_none();
        words.push(match component {
            "title" | "formula" => continue,
            annex if annex.starts_with("Annex") => annex.replacen("Annex", "annex", 1),
            section if !last => format!("sect. {section}"),
            place => place_in_words(place),
        });
    }
    words.join(", ")
}

fn place_in_words(place: &str) -> String {
    let spaced = |number: &str| number.replace('(', " (").trim_start().to_owned();
    let named = [("PP", "preambular para."), ("OPu", "operative para."), ("OP", "para.")];
    for (prefix, name) in named {
        if let Some(number) = place.strip_prefix(prefix)
            && number.starts_with(|c: char| c.is_ascii_digit())
        {
            return format!("{name} {}", spaced(number));
        }
    }
    if place.starts_with(|c: char| c.is_ascii_digit()) {
        return format!("para. {}", spaced(place));
    }
    place.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(cite: &str, words: &str) {
        assert_eq!(in_words(cite), words);
    }

    #[test]
    fn citations_as_the_un_prints_them() {
        reads("OP14", "para. 14");
        reads("OP14(a)(ii)", "para. 14 (a) (ii)");
        reads("PP3", "preambular para. 3");
        reads("II.OP4", "sect. II, para. 4");
        reads("Annex II.3", "annex II, para. 3");
        reads("fn 7", "footnote 7");
        reads("title", "");
    }
}
