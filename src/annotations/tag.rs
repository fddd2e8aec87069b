//! Tags: how they are written, which are below which, how they are renamed and merged. Knows words,
//! and entries that have them.

use std::sync::Arc;

use super::Entry;

/// A tag as it is kept: without `#`, control characters, commas and needless spaces, its levels
/// between `/`; `None` where nothing is left.
#[must_use]
pub fn clean_tag(typed: &str) -> Option<String> {
    let plain = |c: char| if c.is_control() || c == ',' { ' ' } else { c };
    let parts = typed.trim().trim_start_matches('#').split('/').map(|part| {
        let plain: String = part.chars().map(plain).collect();
        plain.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join("/"))
}

/// The tags by which a person marks what somebody is asked to do, and what each says.
pub const MANDATE_MARKS: [(&str, &str); 3] = [
    ("mandate/done", "it was done"),
    ("mandate/mine", "it is for me"),
    ("mandate/wrong", "the machine read it wrongly"),
];

/// Whether a tag is the one asked for or below it: `mandate/report` is below `mandate`.
#[must_use]
pub fn is_within(tag: &str, asked: &str) -> bool {
    tag.strip_prefix(asked).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// A tag with `from`, or what it is below, under another name.
#[must_use]
pub fn renamed_tag(tag: &str, from: &str, to: &str) -> String {
    if is_within(tag, from) { format!("{to}{}", &tag[from.len()..]) } else { tag.to_owned() }
}

/// Renames a tag and all below it, wherever it is set; where the other name is set too, the two
/// become one. `now` is when (RFC 3339). Returns how many entries have changed.
pub fn rename_tag(entries: &mut [Entry], from: &str, to: &str, now: &str) -> usize {
    let mut count = 0;
    for entry in entries {
        let Entry::Annotation(annotation) = entry else { continue };
        let mut tags: Vec<String> = Vec::with_capacity(annotation.tags.len());
        for tag in &annotation.tags {
            let tag = renamed_tag(tag, from, to);
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        if tags != annotation.tags {
            let annotation = Arc::make_mut(annotation);
            annotation.tags = tags;
            now.clone_into(&mut annotation.modified);
            count += 1;
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotations::Annotation;

    #[test]
    fn a_tag_is_clean() {
        assert_eq!(clean_tag(" #mandate / report, ").as_deref(), Some("mandate/report"));
        assert_eq!(clean_tag("follow\tup").as_deref(), Some("follow up"));
        assert_eq!(clean_tag(" / "), None);
    }

    #[test]
    fn what_is_below_a_tag_goes_with_it() {
        let tags = ["mandate/report", "mandates", "duty/report", "mandate"].map(String::from);
        let made = Annotation { tags: tags.to_vec(), ..Annotation::default() };
        let mut entries = [made.into()];
        assert_eq!(rename_tag(&mut entries, "mandate", "duty", "now"), 1);
        let [Entry::Annotation(after)] = &entries else { panic!("an annotation") };
        assert_eq!(after.tags, ["duty/report", "mandates", "duty"]);
        assert_eq!(after.modified, "now");
        assert_eq!(rename_tag(&mut entries, "mandate", "duty", "later"), 0);
    }
}
