//! `head: (symbol: Some("…"), …)` in a file of annotations: read, changed in place and merged field by
//! field, so that what this version does not know is kept. Knows text, and no document.

use super::{
    Corrections, Sidecar,
    corrections::valid_value,
    id, record,
    record::FieldText,
    scan::{self, Misread},
    sidecar::OuterField,
};
use crate::document::HeadField;

/// The name of the field.
pub(super) const HEAD: &str = "head";

impl Sidecar {
    /// What a person corrected in the head of the document.
    #[must_use]
    pub fn corrections(&self) -> Corrections {
        self.outer(HEAD).map(|text| read(text, &mut Vec::new())).unwrap_or_default()
    }

    /// Head fields that two people corrected in different ways, and the value that gave way.
    #[must_use]
    pub fn contradicting_corrections(&self) -> Vec<(HeadField, String)> {
        let fields = self.outer(HEAD).and_then(|text| fields_of(text)).unwrap_or_default();
        let of_field = |(name, value): &FieldText| {
            let (field, _) = name.split_once("_conflict_")?;
            let value = record::optional(value).ok()??;
            Some((HeadField::named(field)?, value))
        };
        fields.iter().filter_map(of_field).collect()
    }

    /// Gives head fields these values, or takes corrections back; the others stay as they stand, and
    /// what contradicted these is settled.
    pub fn correct(&mut self, changes: &[(HeadField, Option<String>)]) {
        let text = self.outer(HEAD).cloned();
        let before = text.as_deref().and_then(fields_of).unwrap_or_default();
        let mut after = before.clone();
        for (field, value) in changes {
            let rival = format!("{}_conflict_", field.name());
            after.retain(|(name, _)| name != field.name() && !name.starts_with(&rival));
            let value = value.as_ref().map(|value| record::option(Some(value)));
            after.extend(value.map(|value| (field.name().to_owned(), value)));
        }
        if after == before {
            return;
        }
        let is_nothing = |(_, value): &FieldText| value == "None";
        if after.iter().all(is_nothing) {
            return self.put_behind_source(None);
        }
        let spliced = text.and_then(|text| record::splice(&text, &before, &after));
        self.put_behind_source(Some(spliced.unwrap_or_else(|| print(&after))));
    }

    /// Gives `head` its place beside the source, or takes it away.
    fn put_behind_source(&mut self, value: Option<String>) {
        self.original = None;
        match (self.fields.iter().position(|field| field.name == HEAD), value) {
            // The first has the top of the file before it.
            (Some(0), value) => self.fields[0].value = value.unwrap_or_else(|| "()".into()),
            (Some(at), Some(value)) => self.fields[at].value = value,
            (Some(at), None) => drop(self.fields.remove(at)),
            (None, None) => {}
            (None, Some(value)) => {
                let source = self.fields.iter().position(|field| field.name == "source");
                let at = source.map_or(self.fields.len(), |at| at + 1);
                let lead = format!(",\n    {HEAD}: ");
                self.fields.insert(at, OuterField { lead, name: HEAD.into(), value });
            }
        }
    }
}

/// Reads the corrections; what cannot be used goes to `misread`.
pub(super) fn read(text: &str, misread: &mut Vec<Misread>) -> Corrections {
    let mut corrections = Corrections::default();
    let fields = match scan::opening(text, b'(').and_then(|open| scan::fields(text, open)) {
        Ok(fields) => fields,
        Err(why) => {
            misread.push(why);
            return corrections;
        }
    };
    for (name, range) in fields {
        // Others are those of a later version.
        let Some(field) = HeadField::named(name) else { continue };
        let value =
            record::optional(&text[range.clone()]).map_err(|(at, why)| (range.start + at, why));
        let valid = value.and_then(|value| {
            let valid = value.map(|value| valid_value(field, &value)).transpose();
            valid.map_err(|why| (range.start, format!("the {} {why}", field.name())))
        });
        match valid {
            Ok(value) => corrections.set(field, value),
            Err(why) => misread.push(why),
        }
    }
    corrections
}

/// Takes their corrections over into ours, both made from `base`.
pub(super) fn merge_heads(ours: &mut Sidecar, base: &Sidecar, theirs: &Sidecar) {
    let [old, own, other] = [base, &*ours, theirs].map(|file| file.outer(HEAD).cloned());
    if own == other || other == old {
        return;
    }
    if own == old {
        return ours.put_behind_source(other);
    }
    match merged(old.as_deref(), own.as_deref(), other.as_deref()) {
        Some(fields) if fields.is_empty() => ours.put_behind_source(None),
        Some(fields) => ours.put_behind_source(Some(print(&fields))),
        // What cannot be read is kept, from the side that has more to say.
        None => ours.put_behind_source(own.max(other)),
    }
}

/// The fields of `head` after both sides changed it, one by one; of two values for one field the other
/// is kept beside it, as `symbol_conflict_…`. Nothing where one of the three cannot be read.
fn merged(base: Option<&str>, ours: Option<&str>, theirs: Option<&str>) -> Option<Vec<FieldText>> {
    let fields = |text: Option<&str>| text.map_or_else(|| Some(Vec::new()), fields_of);
    let (base, ours, theirs) = (fields(base)?, fields(ours)?, fields(theirs)?);
    let value = |side: &[FieldText], name: &str| {
        let value = side.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone());
        value.filter(|value| value != "None")
    };
    let mut names: Vec<&String> = ours.iter().chain(&theirs).map(|(name, _)| name).collect();
    names.sort_unstable();
    names.dedup();
    let mut after: Vec<FieldText> = Vec::new();
    for name in names {
        let (old, a, b) = (value(&base, name), value(&ours, name), value(&theirs, name));
        let kept = match (a, b) {
            (a, b) if a == b || b == old => a,
            (a, b) if a == old => b,
            (Some(a), Some(b)) => {
                let (kept, other) = if a > b { (a, b) } else { (b, a) };
                let rival = format!("{name}_conflict_{}", id::derived(&other).to_lowercase());
                after.push((rival, other));
                Some(kept)
            }
            (a, b) => a.or(b),
        };
        after.extend(kept.map(|kept| (name.clone(), kept)));
    }
    Some(after)
}

fn fields_of(text: &str) -> Option<Vec<FieldText>> {
    let fields = scan::fields(text, scan::opening(text, b'(').ok()?).ok()?;
    Some(
        fields.into_iter().map(|(name, range)| (name.to_owned(), text[range].to_owned())).collect(),
    )
}

/// In the order of the head, what is not known last.
fn print(fields: &[FieldText]) -> String {
    let rank = |(name, _): &&FieldText| {
        HeadField::ALL.iter().position(|field| field.name() == name).unwrap_or(HeadField::ALL.len())
    };
    let mut fields: Vec<&FieldText> = fields.iter().collect();
    fields.sort_by_key(rank);
    let fields: Vec<String> =
        fields.into_iter().map(|(name, value)| format!("{name}: {value}")).collect();
    format!("({})", fields.join(", "))
}
