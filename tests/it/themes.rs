//! Themes: every role has a style, everything that is to be read can be, and nothing is told by
//! colour alone; what is wrong in a file is said with its place.

use ratatui::style::{Color, Modifier, Style};
use seized::ui::{
    colour::{Depth, reduce},
    role::Role,
    theme::{BUILT_IN, Theme},
};

fn themes() -> Vec<Theme> {
    let read = |(name, text): (&str, &str)| {
        Theme::read(name, text).unwrap_or_else(|error| panic!("{name}: {error:?}"))
    };
    BUILT_IN.map(read).into()
}

/// Relative luminance (WCAG 2.1).
fn luminance(colour: Color) -> Option<f64> {
    let Color::Rgb(r, g, b) = colour else { return None };
    let linear = |channel: u8| {
        let c = f64::from(channel) / 255.0;
        if c <= 0.03928 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    Some(0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b))
}

/// The contrast of two colours (WCAG 2.1): 1 to 21; `None` where one is the terminal's own.
fn contrast(style: Style) -> Option<f64> {
    let (a, b) = (luminance(style.fg?)?, luminance(style.bg?)?);
    Some((a.max(b) + 0.05) / (a.min(b) + 0.05))
}

#[test]
fn everything_that_is_to_be_read_can_be() {
    for theme in themes() {
        for role in Role::ALL.into_iter().filter(|role| !role.is_ornament()) {
            let Some(contrast) = contrast(theme.style(role)) else {
                assert_eq!(theme.name, "mono", "{role:?} has no colours");
                continue;
            };
            assert!(contrast >= 4.5, "{}: {role:?} has a contrast of {contrast:.2}", theme.name);
        }
    }
}

/// Accents that lie on each other: a reference in a selection, an opener that was found.
#[test]
fn accents_can_be_read_on_what_they_may_stand_on() {
    let below = [Role::Text, Role::Aside, Role::Heading, Role::Opener, Role::Reference];
    for theme in themes().into_iter().filter(|theme| theme.name != "mono") {
        let tints = [Role::Yellow, Role::Green, Role::Blue, Role::Pink];
        for role in [Role::Hit, Role::CurrentHit, Role::Selection].into_iter().chain(tints) {
            for below in below {
                let style = theme.style(below).patch(theme.accent(role));
                let contrast = contrast(style).expect("colours");
                let name = &theme.name;
                assert!(contrast >= 4.5, "{name}: {role:?} on {below:?} has {contrast:.2}");
            }
        }
    }
}

#[test]
fn meaning_does_not_rest_on_colour() {
    /// What has to be told from the text around it.
    const DISTINCT: [Role; 15] = [
        Role::Opener,
        Role::Reference,
        Role::DoubtfulMark,
        Role::Noted,
        Role::Yellow,
        Role::Green,
        Role::Blue,
        Role::Pink,
        Role::Hit,
        Role::CurrentHit,
        Role::Selection,
        Role::Chosen,
        Role::Warning,
        Role::Letter,
        Role::FocusedTitle,
    ];
    for theme in themes() {
        let theme = reduce(theme, Depth::Mono);
        for role in Role::ALL {
            let style = theme.style(role);
            assert!(style.fg.is_none() && style.bg.is_none(), "{}: {role:?}", theme.name);
        }
        for role in DISTINCT {
            let modifiers = theme.style(role).add_modifier - theme.style(Role::Text).add_modifier;
            assert_ne!(modifiers, Modifier::empty(), "{}: {role:?}", theme.name);
        }
    }
}

#[test]
fn fewer_colours_are_used_where_there_are_fewer() {
    for theme in themes() {
        for role in Role::ALL {
            let style = reduce(theme.clone(), Depth::Ansi256).style(role);
            let is_rgb = |colour: Option<Color>| matches!(colour, Some(Color::Rgb(..)));
            assert!(!is_rgb(style.fg) && !is_rgb(style.bg), "{role:?}");
            let style = reduce(theme.clone(), Depth::Ansi16).style(role);
            let is_beyond = |colour: Option<Color>| {
                matches!(colour, Some(Color::Rgb(..) | Color::Indexed(16..)))
            };
            assert!(!is_beyond(style.fg) && !is_beyond(style.bg), "{role:?}");
        }
    }
}

#[track_caller]
fn refused(text: &str, line: usize, words: &str) {
    let error = Theme::read("mine", text).expect_err("a bad theme");
    assert_eq!(error.line, line, "{error:?}");
    assert!(error.message.contains(words), "{error:?}");
}

#[test]
fn what_is_wrong_is_said_with_its_line() {
    refused("(\n styles: {\n  sparkle: (bold: true),\n })", 3, "sparkle");
    refused("(\n styles: {\n  text: (fg: \"mauvish\"),\n })", 3, "\"mauvish\" is no colour");
    refused("(\n styles: {\n  text: (blink: true),\n })", 3, "blink");
    refused("(\n base: \"noon\",\n styles: {})", 2, "noon");
    refused("(\n styles: {\n", 2, "nexpected");
}

#[test]
fn what_a_theme_leaves_out_is_taken_from_its_base() {
    let text = "(base: \"dawn\", styles: { opener: (fg: \"#123456\") })";
    let mine = Theme::read("mine", text).expect("a good theme");
    let dawn = Theme::built_in("dawn").expect("dawn");
    assert_eq!(mine.accent(Role::Opener).fg, Some(Color::Rgb(0x12, 0x34, 0x56)));
    assert_eq!(mine.style(Role::Reference), dawn.style(Role::Reference));
}
