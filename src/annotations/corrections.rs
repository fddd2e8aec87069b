//! What a person says of a document's head that its text does not say, or says wrongly: values that are
//! checked, and the document with them. Knows no file.

use jiff::civil::Date;

use crate::document::{AdoptedKind, Document, HeadField, Kind, Organ, Symbol};

/// Head fields with the values that a person gave them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrections {
    /// In the order of [`HeadField::ALL`], each as [`valid_value`] writes it.
    values: Vec<(HeadField, String)>,
}

impl Corrections {
    /// The value given to a field.
    #[must_use]
    pub fn get(&self, field: HeadField) -> Option<&str> {
        self.values.iter().find(|(own, _)| *own == field).map(|(_, value)| value.as_str())
    }

    /// Gives a field a value, or takes the correction back.
    pub fn set(&mut self, field: HeadField, value: Option<String>) {
        self.values.retain(|(own, _)| *own != field);
        self.values.extend(value.map(|value| (field, value)));
        self.values.sort_by_key(|(own, _)| *own);
    }

    /// The fields and their values.
    pub fn all(&self) -> impl Iterator<Item = (HeadField, &str)> {
        self.values.iter().map(|(field, value)| (*field, value.as_str()))
    }

    /// Whether nothing is corrected.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}

/// A value as it is kept: a symbol as the UN spells it, a date as `2017-12-24`, an organ by its name.
///
/// # Errors
/// Why it is no value of that field, in a phrase, with an example.
pub fn valid_value(field: HeadField, typed: &str) -> Result<String, String> {
    let words = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().any(char::is_control) {
        return Err("has characters that cannot be shown".into());
    }
    match field {
        HeadField::Symbol => {
            let is_symbol = words.contains('/')
                && words.starts_with(char::is_alphabetic)
                && words.contains(|c: char| c.is_ascii_digit())
                && !words.contains(',');
            if is_symbol {
                Ok(Symbol::new(&words).as_str().to_owned())
            } else {
                Err("is no symbol, as A/RES/72/247 and S/RES/1325 (2000) are".into())
            }
        }
        HeadField::Adopted => date(&words)
            .map(|date| date.to_string())
            .ok_or_else(|| "is no date from 1945 on, as 2017-12-24 is".into()),
        HeadField::Organ => organ(&words).map(|organ| organ.name().to_owned()).ok_or_else(|| {
            let names: Vec<&str> = ORGANS.iter().map(|(_, organ)| organ.name()).collect();
            format!("is no organ; there are: {}", names.join(", "))
        }),
        HeadField::Title | HeadField::Session if words.is_empty() => Err("is empty".into()),
        HeadField::Title | HeadField::Session => Ok(words),
    }
}

/// `2017-12-24`, `24 December 2017`.
fn date(words: &str) -> Option<Date> {
    let date = words.parse().or_else(|_| Date::strptime("%d %B %Y", words)).ok()?;
    (date.year() >= 1945).then_some(date)
}

/// The organs, and the short names that people type.
const ORGANS: [(&str, Organ); 4] = [
    ("ga", Organ::GeneralAssembly),
    ("sc", Organ::SecurityCouncil),
    ("ecosoc", Organ::EconomicAndSocialCouncil),
    ("hrc", Organ::HumanRightsCouncil),
];

fn organ(words: &str) -> Option<Organ> {
    let is_named = |(short, organ): &&(&str, Organ)| {
        words.eq_ignore_ascii_case(short) || words.eq_ignore_ascii_case(organ.name())
    };
    ORGANS.iter().find(is_named).map(|(_, organ)| *organ)
}

/// The document as it is with these corrections, which it says it has. What follows from a symbol, the
/// kind and the organ, follows from the corrected one.
#[must_use]
pub fn corrected(mut document: Document, corrections: &Corrections) -> Document {
    if corrections.is_empty() {
        return document;
    }
    let own = own_resolution(&document);
    for (field, value) in corrections.all() {
        document.head.corrected.push(field);
        match field {
            HeadField::Symbol => correct_symbol(&mut document, Symbol::new(value)),
            HeadField::Title => correct_title(&mut document, value),
            HeadField::Adopted => document.head.adopted = value.parse().ok(),
            HeadField::Organ => document.head.organ = organ(value),
            HeadField::Session => document.head.session = Some(value.to_owned()),
        }
    }
    if let Some(resolution) = own.and_then(|own| document.resolutions.get_mut(own)) {
        for (field, _) in corrections.all() {
            match field {
                HeadField::Symbol => resolution.symbol.clone_from(&document.head.symbol),
                HeadField::Title => resolution.title.clone_from(&document.head.title),
                HeadField::Adopted => resolution.adopted = document.head.adopted,
                HeadField::Organ | HeadField::Session => {}
            }
        }
    }
    document
}

/// The resolution of a file that its head speaks of.
fn own_resolution(document: &Document) -> Option<usize> {
    let symbol = document.head.symbol.as_ref();
    let of_symbol = document
        .resolutions
        .iter()
        .position(|own| symbol.is_some() && own.symbol.as_ref() == symbol);
    of_symbol.or_else(|| (!document.resolutions.is_empty()).then_some(0))
}

fn correct_symbol(document: &mut Document, symbol: Symbol) {
    if let Some(act) = symbol.adopted_text() {
        document.head.kind = match act.kind {
            AdoptedKind::Resolution => Kind::Resolution,
            AdoptedKind::Decision => Kind::Decision,
            AdoptedKind::Statement => Kind::Statement,
        };
        document.head.organ = act.body.organ().or(document.head.organ);
    }
    document.head.symbol = Some(symbol);
}

/// The marks of the old title come after the words of the new one: no footnote loses its mark.
fn correct_title(document: &mut Document, title: &str) {
    for mark in &mut document.head.title_marks {
        (mark.at, mark.kept) = (title.len(), 0);
    }
    document.head.title = Some(title.to_owned());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is_kept(field: HeadField, typed: &str, expected: Option<&str>) {
        assert_eq!(valid_value(field, typed).ok().as_deref(), expected, "{typed:?}");
    }

    #[test]
    fn values_are_kept_in_one_spelling() {
        is_kept(HeadField::Symbol, " A/RES/72/262b ", Some("A/RES/72/262 B"));
        is_kept(HeadField::Symbol, "S/RES/1325(2000)", Some("S/RES/1325 (2000)"));
        is_kept(HeadField::Adopted, "2017-12-24", Some("2017-12-24"));
        is_kept(HeadField::Adopted, "24 December 2017", Some("2017-12-24"));
        is_kept(HeadField::Organ, "HRC", Some("Human Rights Council"));
        is_kept(HeadField::Organ, "security council", Some("Security Council"));
        is_kept(HeadField::Title, " Oceans  and\nthe sea ", Some("Oceans and the sea"));
        is_kept(HeadField::Session, "Seventy-second session", Some("Seventy-second session"));
    }

    #[test]
    fn what_is_no_value_is_refused() {
        for (field, typed) in [
            (HeadField::Symbol, "72"),
            (HeadField::Symbol, "72/247"),
            (HeadField::Symbol, "A/RES/"),
            (HeadField::Adopted, "2017-13-24"),
            (HeadField::Adopted, "1844-01-01"),
            (HeadField::Adopted, "yesterday"),
            (HeadField::Organ, "Secretariat"),
            (HeadField::Title, "  "),
            (HeadField::Title, "a\u{1b}[2J"),
        ] {
            is_kept(field, typed, None);
        }
    }
}
