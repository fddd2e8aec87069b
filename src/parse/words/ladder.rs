//! The ladder of the verbs that ask for something, by which a wording is stronger or weaker than another.
//! One rung a place, by the verb's base in `openers.tsv`, so that it is the same in every language.

/// From the weakest rung to the strongest.
#[rustfmt::skip] // a rung a line, as far as it goes
const RUNGS: [&[&str]; 9] = [
    &["suggest", "propose"],
    &["recommend"],
    &["encourage"],
    &["invite", "reiterate invitation", "renew invitation"],
    &[
        "call upon", "call for", "appeal", "reiterate call", "renew call", "reaffirm call",
        "reiterate appeals", "renew appeal",
    ],
    &["urge"],
    &[
        "request", "ask", "reiterate request", "reiterate requests", "reaffirm request",
        "renew request",
    ],
    &["demand", "insist", "direct", "instruct", "reiterate demand"],
    &["decide", "resolve", "determine", "have decided", "have resolved", "have determined"],
];

/// The place of a verb on the ladder, 1 for the weakest. `None` for verbs that ask for nothing.
pub(in crate::parse) fn rank(base: &str) -> Option<u8> {
    let rung = RUNGS.iter().position(|verbs| verbs.contains(&base))?;
    u8::try_from(rung + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_verb_is_weaker_than_the_next() {
        let verbs = ["encourage", "invite", "call upon", "urge", "request", "demand", "decide"];
        let ranks: Vec<Option<u8>> = verbs.iter().map(|verb| rank(verb)).collect();
        assert!(ranks.is_sorted_by(|a, b| a < b), "{ranks:?}");
        assert_eq!(rank("recall"), None);
    }
}
