//! `seized keys`: what the reader can be told to do, with which keys (the person's own are in), and how
//! `keys.ron` calls it.

use super::{Outcome, answer, config_files};
use crate::{
    app::{
        keys::command::{ELSEWHERE, GROUPS, TABLE},
        keys::keymap::Keymap,
    },
    error::Error,
};

pub(super) fn run() -> Result<Outcome, Error> {
    let (keymap, outcome) = config_files::own_keymap();
    answer::to_people(&listed(&keymap))?;
    Ok(outcome)
}

/// One line a command, in the groups of the help.
fn listed(keymap: &Keymap) -> String {
    let mut text = String::new();
    for group in GROUPS {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(group);
        text.push('\n');
        for entry in TABLE.iter().filter(|entry| entry.command.group() == *group) {
            let keys = keymap.keys_of(entry.command).join(" ");
            text.push_str(&format!("  {keys:<24} {:<20} {}\n", entry.name, entry.doc));
        }
        for own in ELSEWHERE.iter().filter(|own| own.group == *group) {
            let (keys, name) = (keymap.keys_of(own.command).join(" "), own.command.entry().name);
            text.push_str(&format!("  {keys:<24} {name:<20} {}\n", own.doc));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_is_listed_with_its_keys() {
        let text = listed(&Keymap::default());
        for entry in TABLE {
            let line = text.lines().find(|line| line.contains(entry.doc)).expect(entry.name);
            assert!(line.contains(entry.name) && line.contains(entry.keys[0]), "{line}");
        }
    }
}
