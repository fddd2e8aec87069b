//! Where the names of a draft's sponsors begin, in text that broke them over lines and has no gap between
//! them and the name of the agenda item above. Knows that names begin with a capital, have commas
//! between them and stand in the order of the alphabet.

use crate::parse::lines::{facts::LineFacts, head_line::Field, line::Line};

/// The sponsors of a draft stand among its first lines.
const LONGEST_HEAD: usize = 120;

/// The line, by its place among all lines of the source, with which the list of sponsors begins.
pub(super) fn first_line(source: &str, lines: &[Line], facts: &LineFacts<'_>) -> Option<usize> {
    let head = lines.get(..lines.len().min(LONGEST_HEAD))?;
    let end = head.iter().take_while(|line| facts.of(line).formula.is_none());
    let last = end.enumerate().find(|(_, line)| facts.field(line) == Field::Sponsors)?.0;
    let mut first = last;
    while let Some(above) = first.checked_sub(1).and_then(|above| head.get(above)) {
        if head[first].after_gap || facts.field(above) != Field::Other {
            break;
        }
        let words = above.words(source);
        let is_half_a_name = is_open(words) || !begins_a_name(head[first].words(source));
        if !is_half_a_name && !is_list(words, head[first].words(source)) {
            break;
        }
        first -= 1;
    }
    // What goes on above as a sentence does is no name: the list begins with this line.
    let begins = head.get(first).is_some_and(|line| begins_a_name(line.words(source)));
    head.get(if begins { first } else { last }).map(|line| line.at)
}

fn begins_a_name(line: &str) -> bool {
    line.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
}

/// Whether a list goes on behind a line, or a name that is broken over it.
fn is_open(line: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or_default();
    let is_small = last.chars().all(char::is_lowercase) && last.chars().count() <= 3;
    line.ends_with([',', '、', '،'])
        || is_small
        || line.matches('(').count() > line.matches(')').count()
}

/// Whether a line has names with commas between them, in order, and goes on with the next.
fn is_list(line: &str, next: &str) -> bool {
    // In Chinese a name may be broken anywhere, and the order is no order of letters.
    if line.matches('、').count() > 1 {
        return !line.contains(['，', '：']);
    }
    let Some((before, last)) = line.rsplit_once(',') else { return false };
    let last = [last, " ", next.split(',').next().unwrap_or_default()].concat();
    let names: Vec<&str> = before.split(',').chain([last.as_str()]).map(str::trim).collect();
    names.iter().all(|name| begins_a_name(name)) && names.is_sorted()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::Language, parse::lines::line::lines};

    #[track_caller]
    fn begins(text: &str, expected: &str) {
        let all = lines(text);
        let facts = LineFacts::new(text, &all, Language::English);
        let at = first_line(text, &all, &facts).and_then(|at| all.get(at));
        assert_eq!(at.map(|line| line.words(text)), Some(expected));
    }

    #[test]
    fn sponsors_below_the_name_of_their_item() {
        begins(
            "Agenda item 72 (d)\nCoordination of efforts to study, mitigate\nand minimize the consequences\n\
             Belarus:* draft resolution\n\nTitle\n",
            "Belarus:* draft resolution",
        );
        begins(
            "Agenda item 8\nAfrican Nuclear-Weapon-Free Zone Treaty\nAustralia, Austria, Central African\n\
             Republic, Netherlands (Kingdom\nof the) and Nigeria: draft resolution\n",
            "Australia, Austria, Central African",
        );
        begins(
            "Agenda item 8\nHuman rights questions, including approaches for\nhuman rights and\nfundamental \
             freedoms\nAndorra, Austria and\nNorway: draft resolution\n",
            "Andorra, Austria and",
        );
        begins(
            "Agenda item 8\nSocial development, including youth,\nageing and the family\nIraq: draft resolution\n",
            "Iraq: draft resolution",
        );
        begins(
            "Agenda item 107\nCrime prevention\nDraft resolution submitted by the President of the Assembly\n",
            "Draft resolution submitted by the President of the Assembly",
        );
    }
}
