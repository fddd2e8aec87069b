//! Themes: a style for each [`Role`], read from RON. Four are compiled in; a person's own files
//! have the same form, and what they leave out is taken from the built-in one they are based on.
//!
//! ```ron
//! (
//!     base: "dusk",
//!     styles: { opener: (fg: "#e0b070", italic: true), hit: (bg: "#444400") },
//! )
//! ```
//!
//! Knows nothing of files and of what is drawn where.

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};
use serde::{Deserialize, Deserializer, de::Error as _};

use super::role::Role;

/// A style for everything on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// The name of its file without the ending.
    pub name: String,
    styles: [Style; Role::ALL.len()],
}

/// The built-in themes: name and text.
pub const BUILT_IN: [(&str, &str); 4] = [
    ("dusk", include_str!("../../themes/dusk.ron")),
    ("dawn", include_str!("../../themes/dawn.ron")),
    ("contrast", include_str!("../../themes/contrast.ron")),
    ("mono", include_str!("../../themes/mono.ron")),
];

/// Why the text of a theme cannot be used, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeError {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in characters, counted from 1.
    pub column: usize,
    /// What is wrong there.
    pub message: String,
}

impl Theme {
    /// A built-in theme.
    #[must_use]
    pub fn built_in(name: &str) -> Option<Self> {
        let (_, text) = BUILT_IN.iter().find(|(known, _)| *known == name)?;
        Self::read(name, text).ok()
    }

    /// Reads the text of a theme.
    ///
    /// # Errors
    /// Where the text is no RON, or names a role, a colour or a base that there is not.
    pub fn read(name: &str, text: &str) -> Result<Self, ThemeError> {
        let text = text.trim_start_matches('\u{feff}');
        let options = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let file: File = options.from_str(text).map_err(|error| ThemeError {
            line: error.span.start.line,
            column: error.span.start.col,
            message: error.code.to_string(),
        })?;
        let base = match file.base.as_ref() {
            Some(Base(base)) if base != name => Self::built_in(base),
            _ => None,
        };
        let nothing = [Style::new(); Role::ALL.len()];
        let mut styles = base.map_or(nothing, |base| base.styles);
        for (role, spec) in file.styles {
            styles[role as usize] = spec.style();
        }
        Ok(Self { name: name.to_owned(), styles })
    }

    /// The style of a role, complete: with that of the ground it stands on below it.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        let text = self.styles[Role::Text as usize];
        let ground = text.patch(self.styles[role.ground() as usize]);
        ground.patch(self.styles[role as usize])
    }

    /// What a role adds to whatever it stands on.
    #[must_use]
    pub fn accent(&self, role: Role) -> Style {
        self.styles[role as usize]
    }

    /// The same theme with other colours; `change` gets each role and its style.
    #[must_use]
    pub fn map(mut self, change: impl Fn(Role, Style) -> Style) -> Self {
        for role in Role::ALL {
            self.styles[role as usize] = change(role, self.styles[role as usize]);
        }
        self
    }
}

impl Default for Theme {
    /// The terminal's own colours, and nothing more.
    fn default() -> Self {
        Self { name: "plain".into(), styles: [Style::new(); Role::ALL.len()] }
    }
}

#[derive(Deserialize)]
#[serde(rename = "Theme", deny_unknown_fields)]
struct File {
    #[serde(default)]
    base: Option<Base>,
    styles: BTreeMap<Role, Spec>,
}

/// The name of a built-in theme, checked while its place in the file is still known.
struct Base(String);

impl<'de> Deserialize<'de> for Base {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        let known = BUILT_IN.map(|(known, _)| known);
        if known.contains(&name.as_str()) {
            return Ok(Self(name));
        }
        Err(D::Error::custom(format!("no theme {name:?} to start from, only {}", known.join(", "))))
    }
}

#[derive(Deserialize)]
#[serde(rename = "style", deny_unknown_fields, default)]
#[derive(Default)]
struct Spec {
    fg: Option<Colour>,
    bg: Option<Colour>,
    bold: bool,
    dim: bool,
    italic: bool,
    underline: bool,
    reverse: bool,
    strike: bool,
}

impl Spec {
    fn style(self) -> Style {
        let mut style = Style::new();
        style.fg = self.fg.map(|colour| colour.0);
        style.bg = self.bg.map(|colour| colour.0);
        let modifiers = [
            (self.bold, Modifier::BOLD),
            (self.dim, Modifier::DIM),
            (self.italic, Modifier::ITALIC),
            (self.underline, Modifier::UNDERLINED),
            (self.reverse, Modifier::REVERSED),
            (self.strike, Modifier::CROSSED_OUT),
        ];
        for (is_on, modifier) in modifiers {
            if is_on {
                style = style.add_modifier(modifier);
            }
        }
        style
    }
}

/// `"#d0c8b8"`, `"yellow"`, `"light-blue"`, `"default"`.
struct Colour(Color);

impl<'de> Deserialize<'de> for Colour {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        let colour = if name == "default" { Ok(Color::Reset) } else { name.parse() };
        colour.map(Self).map_err(|_| {
            D::Error::custom(format!(
                "{name:?} is no colour (\"#d0c8b8\", \"yellow\", \"default\")"
            ))
        })
    }
}
