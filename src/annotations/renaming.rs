//! What becomes of a codebook when a tag is called by another name: its note and all below it move, and
//! every name it ever had leads to it. Knows names, and no annotations.

use super::{
    codebook::{Codebook, Known, TagNote},
    tag::{is_within, renamed_tag},
};

impl Codebook {
    /// Follows the renaming of a tag and all below it: the old name becomes an alias of the new one, and
    /// so do the names it had before. No name is an alias of two tags, nor of one beside a tag of that
    /// name.
    pub fn rename(&mut self, from: &str, to: &str) {
        if from == to {
            return;
        }
        let other_names = self.other_names(from);
        let old: Vec<TagNote> =
            self.tags().filter(|note| is_within(&note.name, from)).cloned().collect();
        let mut target = self.get(to).cloned();
        let mut comments = Vec::new();
        for note in old {
            let name = renamed_tag(&note.name, from, to);
            let mut merged = self
                .get(&name)
                .cloned()
                .unwrap_or_else(|| TagNote { name: name.clone(), ..TagNote::default() });
            if merged.description.is_empty() {
                merged.description = note.description;
            }
            merged.colour = merged.colour.or(note.colour);
            merged.alias.extend(note.alias);
            merged.extra.extend(note.extra.into_iter().filter(|_| self.get(&name).is_none()));
            comments.extend(self.give_way(&note.name, &name));
            if name == to {
                target = Some(merged);
            } else {
                self.put(merged);
            }
        }
        let mut target =
            target.unwrap_or_else(|| TagNote { name: to.to_owned(), ..TagNote::default() });
        target.alias.retain(|alias| alias != from);
        target.alias.push(from.to_owned());
        target.alias.extend(other_names);
        self.put(target);
        self.settle_aliases(to);
        for (name, was) in comments {
            if let Some(known) = self.known.iter_mut().find(|known| known.note.name == name) {
                known.take_comments_of(&was);
            }
        }
    }

    /// Makes the record of a tag that of another name, in its place and with its comments; where that name has a record
    /// of its own, takes it out and gives it back, for its comments.
    fn give_way(&mut self, old: &str, new: &str) -> Option<(String, Known)> {
        let at = self.known.iter().position(|known| known.note.name == old)?;
        if old == new {
            return None;
        }
        if self.get(new).is_some() {
            return Some((new.to_owned(), self.known.remove(at)));
        }
        let known = self.known.get_mut(at)?;
        known.note = TagNote { name: new.to_owned(), ..TagNote::default() };
        None
    }

    /// Takes a renaming back: what is said of the two tags, and of those below them, is again what was said
    /// before.
    pub fn take_back_rename(&mut self, from: &str, to: &str, before: &[TagNote]) {
        let is_one = |note: &TagNote| is_within(&note.name, from) || is_within(&note.name, to);
        self.original = None;
        let is_gone = |note: &TagNote| {
            is_one(note) && !before.iter().any(|earlier| earlier.name == note.name)
        };
        // The comments above a record are a person's, and go back with it.
        for earlier in before {
            let new = renamed_tag(&earlier.name, from, to);
            let is_made = |note: &TagNote| note.name == new && is_gone(note);
            if self.get(&earlier.name).is_none()
                && let Some(known) = self.known.iter_mut().find(|known| is_made(&known.note))
            {
                known.note.name.clone_from(&earlier.name);
            }
        }
        self.known.retain(|known| !is_gone(&known.note));
        before.iter().for_each(|note| self.put(note.clone()));
    }

    /// What is said of two tags and of those below them, and of those whose old names they take: what a
    /// renaming changes.
    #[must_use]
    pub fn notes_of_rename(&self, from: &str, to: &str) -> Vec<TagNote> {
        let concerns = |note: &&TagNote| {
            let is_one = |name: &str| is_within(name, from) || is_within(name, to);
            is_one(&note.name) || note.alias.iter().any(|alias| is_one(alias))
        };
        self.tags().filter(concerns).cloned().collect()
    }

    /// Takes away what contradicts after a tag was given the name `to`: aliases that are names of tags,
    /// and those of other tags that `to` has too, since it is the last that was called so.
    fn settle_aliases(&mut self, to: &str) {
        let names: Vec<String> = self.tags().map(|note| note.name.clone()).collect();
        let own = self.get(to).map(|note| note.alias.clone()).unwrap_or_default();
        let notes: Vec<TagNote> = self.tags().cloned().collect();
        for mut note in notes {
            let before = note.alias.clone();
            let mut seen: Vec<String> = Vec::new();
            note.alias.retain(|alias| {
                let is_new = !seen.contains(alias);
                seen.push(alias.clone());
                is_new && !names.contains(alias) && (note.name == to || !own.contains(alias))
            });
            if note.alias != before {
                self.put(note);
            }
        }
    }

    /// The names that a tag has by the aliases of those it is below: with `a` now `b`, `b/x` is what
    /// `a/x` was. They go with it, whatever `b` is called next.
    fn other_names(&self, tag: &str) -> Vec<String> {
        let taken: Vec<&String> = self.tags().flat_map(|note| &note.alias).collect();
        let above = self.tags().filter(|note| is_within(tag, &note.name) && note.name != tag);
        let names = above
            .flat_map(|note| note.alias.iter().map(move |old| renamed_tag(tag, &note.name, old)));
        names.filter(|name| !taken.contains(&name)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_renamed_back_is_no_alias_of_itself() {
        let mut book = Codebook::default();
        book.rename("a", "b");
        book.rename("b", "a");
        assert_eq!((book.current("a"), book.current("b")), ("a".into(), "a".into()));
        assert!(Codebook::read(&book.text()).is_ok());
    }

    const COMMENTED: &str = "(version: 1, tags: [\n        // first\n        (name: \"a\"), // of a\n        \
        // below\n        (name: \"a/x\"),\n        // another\n        (name: \"c\"), // of c\n    ])";

    #[test]
    fn comments_go_with_their_tags() {
        let mut book = Codebook::read(COMMENTED).expect("whole");
        let before = book.notes_of_rename("a", "b");
        book.rename("a", "b");
        let text = book.text();
        let order = [
            "// first",
            "\"b\"",
            "// of a",
            "// below",
            "\"b/x\"",
            "// another",
            "\"c\"",
            "// of c",
        ];
        let places: Vec<_> = order.iter().map(|words| text.find(words)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{text}");
        book.take_back_rename("a", "b", &before);
        let back = book.text();
        let order = order.map(|words| words.replace('b', "a").replace("aelow", "below"));
        let places: Vec<_> = order.iter().map(|words| back.find(words.as_str())).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{back}");
    }

    #[test]
    fn where_two_tags_become_one_both_keep_their_comments() {
        let mut book = Codebook::read(COMMENTED).expect("whole");
        book.rename("a", "c");
        let text = book.text();
        for kept in ["// first", "// of a", "// below", "// another", "// of c"] {
            assert_eq!(text.matches(kept).count(), 1, "{kept} in\n{text}");
        }
        assert_eq!(Codebook::read(&text).expect("what we write we read").text(), text);
    }

    #[test]
    fn aliases_are_closed_under_renaming() {
        let mut book = Codebook::default();
        for (from, to) in [("a", "b"), ("b", "c")] {
            book.rename(from, to);
        }
        assert_eq!((book.current("a"), book.current("b")), ("c".into(), "c".into()));
        book.rename("c", "a");
        assert_eq!((book.current("b"), book.current("c")), ("a".into(), "a".into()));
        assert_eq!(book.current("a"), "a");
        // A name that is used anew is no alias any more, and then of the tag that had it last.
        book.rename("x", "b");
        assert_eq!(book.current("b"), "b");
        book.rename("b", "y");
        assert_eq!((book.current("b"), book.current("x")), ("y".into(), "y".into()));
    }

    #[test]
    fn what_was_renamed_below_a_tag_stays_so_when_the_tag_is() {
        let mut book = Codebook::default();
        book.rename("a/x", "m");
        book.rename("a", "b");
        assert_eq!((book.current("a/x"), book.current("a/y")), ("m".into(), "b/y".into()));
        book.rename("b/y", "n");
        assert_eq!(book.current("a/y"), "n");
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig {
            failure_persistence: None,
            ..proptest::prelude::ProptestConfig::default()
        })]

        #[test]
        fn no_alias_contradicts(renames in proptest::collection::vec(("(a|b|c|d)(/x)?", "(a|b|c|d)(/x)?"), 0..10)) {
            let mut book = Codebook::default();
            // Where what was called so last is now.
            let mut now: Vec<(String, String)> = Vec::new();
            for (from, to) in renames {
                // Nobody renames a tag to one below itself, or one above.
                if is_within(&to, &from) || is_within(&from, &to) {
                    continue;
                }
                let below: Vec<String> = book.tags().map(|note| note.name.clone()).collect();
                book.rename(&from, &to);
                // What was called so before, and all below it, is now what is called so now.
                now.retain(|(old, _)| !is_within(old, &from));
                let below = below.into_iter().filter(|name| is_within(name, &from) && *name != from);
                now.extend(below.map(|name| (name.clone(), name)));
                now.iter_mut().for_each(|(_, name)| *name = renamed_tag(name, &from, &to));
                now.push((from, to));
            }
            let names: Vec<&str> = book.tags().map(|note| note.name.as_str()).collect();
            let mut aliases: Vec<&String> = book.tags().flat_map(|note| &note.alias).collect();
            for alias in &aliases {
                proptest::prop_assert!(!names.contains(&alias.as_str()), "{} is a name", alias);
            }
            let all = aliases.len();
            aliases.sort_unstable();
            aliases.dedup();
            proptest::prop_assert_eq!(aliases.len(), all);
            // What is below a tag that is called so anew may be meant anew.
            let is_anew = |old: &str| names.iter().any(|name| is_within(old, name));
            for (old, name) in now.iter().filter(|(old, _)| !is_anew(old)) {
                proptest::prop_assert_eq!(&book.current(old), name, "{}", old);
            }
            proptest::prop_assert!(Codebook::read(&book.text()).is_ok());
        }
    }
}
