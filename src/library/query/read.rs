//! What a person types → a query. Knows the notation, not what is searched.

use super::{Clause, Field, Has, Query};
use crate::{
    document::Language,
    library::{forms, record::PassagePlace},
    text,
};

/// Words that are no query.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{what}: {why}")]
pub struct QueryError {
    /// The words.
    pub what: String,
    /// What is wrong with them.
    pub why: String,
}

/// The names of fields.
const FIELDS: [&str; 11] =
    ["verb", "organ", "session", "year", "lang", "tag", "symbol", "in", "note", "author", "has"];

/// A piece of what was typed, between spaces.
#[derive(Debug, PartialEq, Eq)]
struct Token {
    /// What stands before the colon of a field.
    field: Option<&'static str>,
    text: String,
    is_quoted: bool,
    /// Whether a `-` stands before it.
    is_without: bool,
}

impl Query {
    /// Reads a query: words, `"an exact phrase"`, `prefix*`, `-without`, `a NEAR b`, `field:value`. A space
    /// binds closer than `-`: `a b -c d` is what has a and b, and not both c and d. A quotation mark that is
    /// not closed reaches to the end, so that what is being typed means something.
    ///
    /// # Errors
    /// Where a field has a value that it cannot have, or nothing is sought.
    pub fn read(typed: &str) -> Result<Self, QueryError> {
        let mut query = Self::default();
        let mut group: Vec<Clause> = Vec::new();
        let mut is_without = false;
        let mut is_near = false;
        for token in tokens(typed) {
            if token.is_without {
                query.close(std::mem::take(&mut group), is_without);
                (is_without, is_near) = (true, false);
            }
            if token == near() && !group.is_empty() {
                is_near = true;
                continue;
            }
            let Some(clause) = clause(&token)? else { continue };
            match group.pop() {
                Some(Clause::Near(mut all)) if is_near => {
                    all.push(clause);
                    group.push(Clause::Near(all));
                }
                Some(before) if is_near && !matches!(before, Clause::Field(_)) => {
                    group.push(Clause::Near(vec![before, clause]));
                }
                before => group.extend(before.into_iter().chain([clause])),
            }
            is_near = false;
        }
        query.close(group, is_without);
        if query.all.is_empty() && query.without.is_empty() {
            let why = "there is no word in it to look for".into();
            return Err(QueryError { what: typed.to_owned(), why });
        }
        Ok(query)
    }

    fn close(&mut self, group: Vec<Clause>, is_without: bool) {
        match is_without {
            true if group.is_empty() => {}
            true => self.without.push(group),
            false => self.all.extend(group),
        }
    }
}

fn near() -> Token {
    Token { field: None, text: "NEAR".into(), is_quoted: false, is_without: false }
}

/// The pieces of what was typed.
fn tokens(typed: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = typed.trim_start();
    while !rest.is_empty() {
        let without = rest.strip_prefix('-').filter(|rest| !rest.starts_with('-'));
        let body = without.unwrap_or(rest);
        let field = FIELDS.into_iter().find_map(|name| {
            let value = body.strip_prefix(name)?.strip_prefix(':')?;
            Some((name, value))
        });
        let value = field.map_or(body, |(_, value)| value);
        let (text, is_quoted, behind) = match value.chars().next() {
            Some('"') => quoted(&value[1..], '"'),
            Some(open @ '“') => quoted(&value[open.len_utf8()..], '”'),
            _ => {
                let end = value.find(char::is_whitespace).unwrap_or(value.len());
                (value[..end].to_owned(), false, &value[end..])
            }
        };
        tokens.push(Token {
            field: field.map(|(name, _)| name),
            text,
            is_quoted,
            is_without: without.is_some(),
        });
        rest = behind.trim_start();
    }
    tokens
}

/// What stands up to the closing mark; before a mark or a backslash, a backslash is none of it.
fn quoted(text: &str, close: char) -> (String, bool, &str) {
    let mut words = String::new();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        if c == close {
            return (words, true, &text[at + c.len_utf8()..]);
        }
        let next = text[at + c.len_utf8()..].chars().next();
        match next {
            Some(escaped) if c == '\\' && (escaped == close || escaped == '\\') => {
                words.push(escaped);
                chars.next();
            }
            _ => words.push(c),
        }
    }
    (words, true, "")
}

fn clause(token: &Token) -> Result<Option<Clause>, QueryError> {
    if let Some(field) = token.field {
        return self::field(field, &token.text).map(|field| Some(Clause::Field(field)));
    }
    if token.is_quoted {
        return Ok((!token.text.is_empty()).then(|| Clause::Phrase(token.text.clone())));
    }
    if let Some(start) = token.text.strip_suffix('*') {
        let mut words = text::words(start);
        if words.len() == 1 && start.ends_with(char::is_alphanumeric) {
            return Ok(words.pop().map(|word| Clause::Prefix(forms::plain(&forms::folded(&word)))));
        }
    }
    let words: Vec<String> =
        text::words(&token.text).iter().map(|word| forms::folded(word)).collect();
    Ok((!words.is_empty()).then_some(Clause::Words(words)))
}

/// A field by its name and value. Values are checked here and not where they are sought: of a wrong one a person
/// hears what would be right, instead of an empty answer that looks like *nothing was found*.
fn field(name: &str, value: &str) -> Result<Field, QueryError> {
    let wrong = |why: &str| QueryError { what: format!("{name}:{value}"), why: why.to_owned() };
    let small = value.to_lowercase();
    if value.is_empty() {
        return Err(wrong("a value is missing behind the colon"));
    }
    Ok(match name {
        "verb" => Field::Verb(small),
        "organ" if ["ga", "sc", "ecosoc", "hrc"].contains(&small.as_str()) => Field::Organ(small),
        "organ" => return Err(wrong("an organ is one of ga, sc, ecosoc, hrc")),
        "session" => Field::Session(value.to_uppercase()),
        "year" => {
            let why = "a year is 2017, or 2010..2017";
            let year = |text: &str, open: u16| match text.trim() {
                "" => Ok(open),
                text => text.parse::<u16>().map_err(|_| wrong(why)),
            };
            match value.split_once("..") {
                Some((from, to)) => Field::Year(year(from, 0)?, year(to, u16::MAX)?),
                None => Field::Year(year(value, 0)?, year(value, 0)?),
            }
        }
        "lang" => match Language::from_code(&small) {
            Some(language) => Field::Language(language),
            None => return Err(wrong("a language is one of ar, zh, en, fr, ru, es")),
        },
        "tag" => Field::Tag(small),
        "symbol" => Field::Symbol(value.to_uppercase()),
        "in" => match PassagePlace::named(&small) {
            Some(place) => Field::In(place),
            None => {
                return Err(wrong("a part is one of preamble, operative, footnotes, annex, title"));
            }
        },
        "note" => Field::Note(text::words(value)),
        "author" => Field::Author(small),
        _ => Field::Has(match small.as_str() {
            "note" => Has::Note,
            "highlight" => Has::Highlight,
            "bookmark" => Has::Bookmark,
            "tag" => Has::Tag,
            _ => return Err(wrong("it is one of note, highlight, bookmark, tag")),
        }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(word: &str) -> Clause {
        Clause::Words(vec![word.to_owned()])
    }

    #[track_caller]
    fn means(typed: &str, all: &[Clause], without: &[&[Clause]]) {
        let without = without.iter().map(|group| group.to_vec()).collect();
        assert_eq!(Query::read(typed), Ok(Query { all: all.to_vec(), without }), "{typed}");
    }

    #[test]
    fn words_phrases_prefixes() {
        means("Human RIGHTS", &[words("human"), words("rights")], &[]);
        means(
            r#"peace "Human rights" devel*"#,
            &[
                words("peace"),
                Clause::Phrase("Human rights".into()),
                Clause::Prefix("devel".into()),
            ],
            &[],
        );
        means("follow-up", &[Clause::Words(vec!["follow".into(), "up".into()])], &[]);
        means(r#""say \"no\"""#, &[Clause::Phrase("say \"no\"".into())], &[]);
        means(
            "“curly one” \"open end",
            &[Clause::Phrase("curly one".into()), Clause::Phrase("open end".into())],
            &[],
        );
        means("人权", &[Clause::Words(vec!["人".into(), "权".into()])], &[]);
    }

    #[test]
    fn a_space_binds_closer_than_a_minus() {
        means("a b -c d", &[words("a"), words("b")], &[&[words("c"), words("d")]]);
        means("a -c -d", &[words("a")], &[&[words("c")], &[words("d")]]);
        means("-c", &[], &[&[words("c")]]);
    }

    #[test]
    fn near_binds_what_stands_beside_it() {
        means(
            "x a NEAR \"b c\" NEAR d",
            &[words("x"), Clause::Near(vec![words("a"), Clause::Phrase("b c".into()), words("d")])],
            &[],
        );
        means("NEAR a", &[words("near"), words("a")], &[]);
        means("a near b", &[words("a"), words("near"), words("b")], &[]);
    }

    #[test]
    fn fields_have_values_of_their_own() {
        means(
            "year:2010..2017 in:footnotes lang:fr",
            &[
                Clause::Field(Field::Year(2010, 2017)),
                Clause::Field(Field::In(PassagePlace::Footnotes)),
                Clause::Field(Field::Language(Language::French)),
            ],
            &[],
        );
        means("verb:\"calls upon\"", &[Clause::Field(Field::Verb("calls upon".into()))], &[]);
        // What is no field is words.
        means(
            "https://un.org",
            &[Clause::Words(vec!["https".into(), "un".into(), "org".into()])],
            &[],
        );
        for wrong in ["organ:xy", "year:soon", "lang:de", "in:space", "has:wings", "tag:", "", "-"]
        {
            assert!(Query::read(wrong).is_err(), "{wrong}");
        }
    }
}
