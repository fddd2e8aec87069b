//! `seized config`: a person's configuration as it is now, with what each line means, to be copied.

use clap::{Args, ValueEnum};

use super::{Outcome, answer};
use crate::{
    app::keys::keymap::Keymap,
    config::{self, Config},
    error::Error,
};

#[derive(Debug, Args)]
#[command(after_help = "Example: seized config > ~/.config/seized/config.ron\n         \
                  seized config keys > ~/.config/seized/keys.ron")]
pub(super) struct Arguments {
    /// Which file
    #[arg(value_enum, default_value_t = Which::Config)]
    which: Which,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Which {
    /// `config.ron`: theme, colours, mouse, your name
    Config,
    /// `keys.ron`: every command and its keys
    Keys,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Error> {
    let folder = config::folder();
    let (text, outcome) = match arguments.which {
        Which::Config => {
            let mut complaints = Vec::new();
            let config = folder.as_ref().map(|folder| config::config(folder, &mut complaints));
            let config: Config = config.unwrap_or_default();
            (config::written_config(&config, folder.as_deref()), complained(&complaints))
        }
        Which::Keys => {
            let (keymap, outcome) = own_keymap();
            (config::written_keys(&keymap, folder.as_deref()), outcome)
        }
    };
    answer::to_people(&text)?;
    Ok(outcome)
}

/// The keys as they are here, with the person's own. What is wrong with those is complained of, and
/// then the built-in ones count.
pub(super) fn own_keymap() -> (Keymap, Outcome) {
    let mut complaints = Vec::new();
    let keymap = config::folder().and_then(|folder| config::keymap(&folder, &mut complaints));
    (keymap.unwrap_or_default(), complained(&complaints))
}

fn complained(complaints: &[String]) -> Outcome {
    for complaint in complaints {
        let help = "what is built in counts until it is mended; `seized config` and `seized config keys` \
                    print files that are right";
        answer::complain_in_words(complaint, Some(help));
    }
    if complaints.is_empty() { Outcome::Done } else { Outcome::Partly }
}
