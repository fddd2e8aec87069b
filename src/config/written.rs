//! A person's configuration as text to copy: `config.ron` and `keys.ron` as they are now, each line
//! with what it means. What is written here is read as the same.

use std::{fmt::Write as _, path::Path};

use super::Config;
use crate::app::keys::{
    command::{GROUPS, TABLE},
    keymap::Keymap,
};

/// `config.ron` with these settings.
#[must_use]
pub fn written_config(config: &Config, folder: Option<&Path>) -> String {
    let Config { theme, colours, mouse, plain, terminal_orders, ladder, author, library } = config;
    let library: Vec<String> =
        library.iter().map(|folder| quoted(&folder.display().to_string())).collect();
    let library = library.join(", ");
    let colours = colours.map_or_else(|| "None".into(), |depth| format!("{depth:?}"));
    let author = author.as_ref().map_or_else(|| "None".into(), |author| quoted(author));
    format!(
        "{}\
         (\n    \
             // A theme by its name (`seized themes` lists them), or \"auto\": dusk or dawn, as the\n    \
             // terminal's background is.\n    \
             theme: {},\n    \
             // How many colours the terminal shows: True, Ansi256, Ansi16 or Mono. None: what the\n    \
             // terminal says of itself.\n    \
             colours: {colours},\n    \
             // Whether wheel, click and drag are for seized, and not for the terminal.\n    \
             mouse: {mouse},\n    \
             // One column without boxes and signs, and words for them, for a screen reader; as `--plain`.\n    \
             plain: {plain},\n    \
             // Whether the terminal puts Arabic in order by itself. Try true if it reads backwards.\n    \
             terminal_orders: {terminal_orders},\n    \
             // Whether a sign beside each paragraph says how binding its verb is.\n    \
             ladder: {ladder},\n    \
             // The name put to your annotations. None: that of your account.\n    \
             author: {author},\n    \
             // The folders of your library. None: the folder of the document that is read.\n    \
             library: [{library}],\n\
         )\n",
        top("config.ron", "What is left out is as seized has it built in.", folder),
        quoted(theme),
    )
}

/// `keys.ron` with these keys: every command, in the groups of the help.
#[must_use]
pub fn written_keys(keymap: &Keymap, folder: Option<&Path>) -> String {
    let about = "A command that is left out keeps the keys it has built in; [] takes them away.\n// \
                 Keys are written j, G, <C-d> (Ctrl), <A-x> (Alt), <S-Tab> (Shift), <Enter>, <F1>; gg is two.";
    let mut out = top("keys.ron", about, folder);
    out.push_str("{\n");
    for (index, group) in GROUPS.iter().enumerate() {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{}    // {}", if index > 0 { "\n" } else { "" }, group);
        for entry in TABLE.iter().filter(|entry| entry.command.group() == *group) {
            let keys: Vec<String> =
                keymap.keys_of(entry.command).iter().map(|keys| quoted(keys)).collect();
            let _ = writeln!(
                out,
                "    {}: [{}], // {}",
                quoted(entry.name),
                keys.join(", "),
                entry.doc
            );
        }
    }
    out + "}\n"
}

/// What stands above: which file this is, and where it belongs.
fn top(name: &str, about: &str, folder: Option<&Path>) -> String {
    let place = folder.map(|folder| format!(" Its place is {}", folder.join(name).display()));
    let place: String = place.unwrap_or_default().chars().filter(|c| !c.is_control()).collect();
    format!("// {name} of seized, as it is now.{place}\n// {about}\n")
}

/// A string as RON has it.
fn quoted(text: &str) -> String {
    format!("{text:?}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::keys::{key::Key, keymap::Override, keys_file::read_keys},
        config::read_config,
        ui::colour::Depth,
    };

    #[track_caller]
    fn config_comes_back(config: &Config) {
        let text = written_config(config, Some(Path::new("/settings/seized")));
        assert_eq!(read_config(&text).as_ref(), Ok(config), "{text}");
    }

    #[test]
    fn what_is_printed_is_read_as_the_same_configuration() {
        config_comes_back(&Config::default());
        config_comes_back(&Config {
            theme: "my \"own\" \\ theme".into(),
            colours: Some(Depth::Ansi256),
            plain: true,
            mouse: false,
            terminal_orders: true,
            ladder: true,
            library: vec!["/r".into()],
            author: Some("Ü. Delegate, \"N.\"".into()),
        });
    }

    #[test]
    fn printed_keys_are_read_as_the_same_keys() {
        let keys = |notation: &str| Key::read_all(notation).expect("a key");
        let quit = TABLE.iter().find(|entry| entry.name == "quit").expect("a command").command;
        let down = TABLE.iter().find(|entry| entry.name == "line-down").expect("a command").command;
        let own = Keymap::new(&[
            Override { command: quit, keys: Vec::new() },
            Override { command: down, keys: vec![keys("<C-n>"), keys("\""), keys("\\")] },
        ]);
        for keymap in [Keymap::default(), own] {
            let text = written_keys(&keymap, None);
            let overrides = read_keys(&text).unwrap_or_else(|why| panic!("{why:?}\n{text}"));
            let again = Keymap::new(&overrides);
            for entry in TABLE {
                let mut keys = [keymap.keys_of(entry.command), again.keys_of(entry.command)];
                keys.iter_mut().for_each(|keys| keys.sort());
                assert_eq!(keys[0], keys[1], "{}", entry.name);
            }
        }
    }
}
