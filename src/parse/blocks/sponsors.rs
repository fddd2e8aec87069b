//! Who submits a draft: the names in the line of its sponsors, one by one. Knows the words between names
//! and those within them, no line but this one.

use crate::parse::words::SetPhrases;

/// The names in a list, `Antigua and Barbuda, Belarus,* and Cuba`: as printed, but for the stars.
pub(super) fn sponsors(names: &str, phrases: &SetPhrases) -> Vec<String> {
    let listed =
        names.split([',', '、', '،', ';']).map(without_star).filter(|name| !name.is_empty());
    let mut found: Vec<String> = listed.map(str::to_owned).collect();
    while let Some(last) = found.pop() {
        let two = last_two(&last, phrases);
        let is_one = two.len() < 2;
        found.extend(two);
        // In Arabic *and* stands before every name but the first.
        if is_one || phrases.and.ends_with(' ') || !phrases.and.starts_with(' ') {
            break;
        }
    }
    found
}

/// `Spain and Uruguay` → two, `Antigua and Barbuda` → one: the last name, and what stands before it.
fn last_two(last: &str, phrases: &SetPhrases) -> Vec<String> {
    let is_within = |before: &str| phrases.two_names.iter().any(|name| before.ends_with(name));
    let joints = last.match_indices(phrases.and);
    let joint = joints.map(|(at, _)| last.split_at(at)).find(|(before, _)| !is_within(before));
    let Some((before, after)) = joint else { return vec![last.to_owned()] };
    let after = without_star(after.strip_prefix(phrases.and).unwrap_or(after));
    let names = [without_star(before), after].into_iter().filter(|name| !name.is_empty());
    names.map(str::to_owned).collect()
}

fn without_star(name: &str) -> &str {
    let name = name.trim_matches(|c: char| c == '*' || c.is_whitespace());
    name.strip_prefix("and ").unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::Language, parse::words::Words};

    #[track_caller]
    fn lists(names: &str, language: Language, expected: &[&str]) {
        assert_eq!(sponsors(names, &Words::of(language).phrases), expected);
    }

    #[test]
    fn names_may_have_and_within() {
        lists("Belarus", Language::English, &["Belarus"]);
        lists(
            "Antigua and Barbuda, Nigeria,* Spain and Uruguay",
            Language::English,
            &["Antigua and Barbuda", "Nigeria", "Spain", "Uruguay"],
        );
        lists("Cuba and Trinidad and Tobago", Language::English, &["Cuba", "Trinidad and Tobago"]);
        lists("Bosnia and Herzegovina", Language::English, &["Bosnia and Herzegovina"]);
        lists("Chili, Espagne et Uruguay", Language::French, &["Chili", "Espagne", "Uruguay"]);
    }
}
