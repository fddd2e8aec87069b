//! What the terminal looks like: how many colours it has, and whether it is dark or light. Asks the
//! terminal itself, shortly, and guesses where there is no answer.

use std::{env, time::Duration};

use crate::ui::colour::Depth;

/// Whether letters are lighter or darker than what they stand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Light on dark.
    Dark,
    /// Dark on light.
    Light,
}

/// How long a terminal may take to say its colours. Most need a few milliseconds; some never
/// answer, and nobody should wait for those.
const COLOUR_QUERY_TIMEOUT: Duration = Duration::from_millis(100);

/// Asks the terminal for its ground; dark where it does not say.
#[must_use]
pub fn ground() -> Ground {
    use terminal_colorsaurus::{QueryOptions, ThemeMode, theme_mode};
    let mut options = QueryOptions::default();
    options.timeout = COLOUR_QUERY_TIMEOUT;
    match theme_mode(options) {
        Ok(ThemeMode::Light) => Ground::Light,
        Ok(ThemeMode::Dark) | Err(_) => Ground::Dark,
    }
}

/// How many colours the terminal has, by what the environment says of it: `NO_COLOR` (no-color.org),
/// `COLORTERM`, `TERM`.
#[must_use]
pub fn depth() -> Depth {
    let of = |name: &str| env::var(name).unwrap_or_default();
    depth_of(&of("NO_COLOR"), &of("COLORTERM"), &of("TERM"))
}

fn depth_of(no_color: &str, colorterm: &str, term: &str) -> Depth {
    if !no_color.is_empty() || term == "dumb" {
        return Depth::Mono;
    }
    if matches!(colorterm, "truecolor" | "24bit") || term.ends_with("-direct") {
        return Depth::True;
    }
    let knows_true = ["kitty", "alacritty", "foot", "ghostty", "wezterm"];
    if knows_true.iter().any(|name| term.contains(name)) {
        Depth::True
    } else if term.contains("256color") {
        Depth::Ansi256
    } else {
        Depth::Ansi16
    }
}

/// Whether the terminal makes links of addresses (OSC 8), by what the environment says of it. Others are not told
/// of them: most leave out what they do not know, some show it.
#[must_use]
pub(super) fn knows_hyperlinks() -> bool {
    hyperlinks_of(&|name| env::var(name).ok())
}

fn hyperlinks_of(of: &dyn Fn(&str) -> Option<String>) -> bool {
    let says = |name: &str, known: &[&str]| {
        of(name).is_some_and(|own| known.iter().any(|known| own.contains(known)))
    };
    // VTE is the terminal in those of GNOME, Xfce and others; links came with 0.50.
    let vte = of("VTE_VERSION").and_then(|version| version.parse::<u32>().ok());
    let is_own = ["KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION", "DOMTERM"];
    // What stands between may not hand them on.
    !says("TERM", &["screen", "tmux", "linux", "dumb"])
        && (vte.is_some_and(|version| version >= 5000)
            || is_own.iter().any(|name| of(name).is_some())
            || says("TERM_PROGRAM", &["iTerm", "WezTerm", "vscode", "ghostty", "Hyper", "rio"])
            || says("TERM", &["kitty", "alacritty", "foot", "ghostty", "wezterm", "contour"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn which_terminals_make_links() {
        let knows = |variables: &[(&str, &str)]| {
            hyperlinks_of(&|name| {
                let own = variables.iter().find(|(own, _)| *own == name);
                own.map(|(_, value)| (*value).to_owned())
            })
        };
        assert!(knows(&[("TERM", "xterm-kitty")]));
        assert!(knows(&[("TERM", "xterm-256color"), ("VTE_VERSION", "7006")]));
        assert!(knows(&[("TERM_PROGRAM", "iTerm.app")]));
        assert!(!knows(&[("TERM", "xterm-256color"), ("VTE_VERSION", "4900")]));
        assert!(!knows(&[("TERM", "screen-256color"), ("VTE_VERSION", "7006")]));
        assert!(!knows(&[("TERM", "xterm-256color")]));
        assert!(!knows(&[]));
    }

    #[test]
    fn the_environment_says_how_many_colours() {
        assert_eq!(depth_of("1", "truecolor", "xterm-256color"), Depth::Mono);
        assert_eq!(depth_of("", "truecolor", "xterm-256color"), Depth::True);
        assert_eq!(depth_of("", "", "xterm-256color"), Depth::Ansi256);
        assert_eq!(depth_of("", "", "linux"), Depth::Ansi16);
        assert_eq!(depth_of("", "", "xterm-kitty"), Depth::True);
        assert_eq!(depth_of("", "", "dumb"), Depth::Mono);
    }
}
