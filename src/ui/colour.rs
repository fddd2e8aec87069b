//! As many colours as a terminal has: themes are written in 24 bits and brought down to 256, 16 or
//! none. Knows styles; which terminal it is, others find out.

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

use super::{role::Role, theme::Theme};

/// How many colours a terminal shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Depth {
    /// None: bold, italics, underlines and reversal only.
    Mono,
    /// The 16 of the terminal's own palette.
    Ansi16,
    /// The 256 of xterm.
    Ansi256,
    /// 24 bits.
    True,
}

/// A theme as a terminal with so many colours can show it.
#[must_use]
pub fn reduce(theme: Theme, depth: Depth) -> Theme {
    match depth {
        Depth::True => theme,
        Depth::Ansi256 => theme.map(|_, style| Style {
            fg: style.fg.map(nearest_of_256),
            bg: style.bg.map(nearest_of_256),
            ..style
        }),
        Depth::Ansi16 => theme.map(|role, style| on_own_ground(role, style, nearest_of_16)),
        Depth::Mono => theme.map(|role, style| on_own_ground(role, style, |_| None)),
    }
}

/// Text keeps the terminal's own ground, whose colour nobody knows; what had another is reversed,
/// so that it is still told from the text.
fn on_own_ground(role: Role, style: Style, change: impl Fn(Color) -> Option<Color>) -> Style {
    let is_ground = matches!(role, Role::Text | Role::Popup | Role::Header | Role::Status);
    let fg = if is_ground { None } else { style.fg.and_then(change) };
    let reduced = Style { fg, bg: None, ..style };
    if style.bg.is_some() && !is_ground {
        reduced.add_modifier(Modifier::REVERSED)
    } else {
        reduced
    }
}

/// The nearest of the colours that xterm has beyond the first 16, which are the person's own: a
/// cube of 6×6×6 and 24 greys.
fn nearest_of_256(colour: Color) -> Color {
    let Color::Rgb(r, g, b) = colour else { return colour };
    /// The levels of the cube.
    const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let level = |wanted: u8| (0..6_u8).min_by_key(|&i| LEVELS[usize::from(i)].abs_diff(wanted));
    let [r6, g6, b6] = [r, g, b].map(|channel| level(channel).unwrap_or(0));
    let cube = [r6, g6, b6].map(|i| LEVELS[usize::from(i)]);
    let mean = (u16::from(r) + u16::from(g) + u16::from(b)) / 3;
    let step = u8::try_from((mean.saturating_sub(3)) / 10).unwrap_or(23).min(23);
    let grey = 8 + 10 * step;
    let away = |other: [u8; 3]| -> u32 {
        let parts = [r, g, b].into_iter().zip(other);
        parts.map(|(wanted, has)| u32::from(wanted.abs_diff(has)).pow(2)).sum()
    };
    let nearer_grey = away([grey; 3]) < away(cube);
    Color::Indexed(if nearer_grey { 232 + step } else { 16 + 36 * r6 + 6 * g6 + b6 })
}

/// A colour of the terminal's palette of the same hue. Greys stay the terminal's own text.
fn nearest_of_16(colour: Color) -> Option<Color> {
    let Color::Rgb(r, g, b) = colour else { return Some(colour) };
    let (most, least) = (r.max(g).max(b), r.min(g).min(b));
    if most - least < 48 {
        return None;
    }
    let half = least + (most - least) / 2;
    Some(match (r > half, g > half, b > half) {
        (true, true, _) => Color::Yellow,
        (true, false, true) => Color::Magenta,
        (true, false, false) => Color::Red,
        (false, true, true) => Color::Cyan,
        (false, true, false) => Color::Green,
        (false, false, _) => Color::Blue,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_go_to_their_neighbours() {
        assert_eq!(nearest_of_256(Color::Rgb(255, 0, 0)), Color::Indexed(196));
        assert_eq!(nearest_of_256(Color::Rgb(29, 31, 33)), Color::Indexed(234));
        assert_eq!(nearest_of_16(Color::Rgb(230, 180, 100)), Some(Color::Yellow));
        assert_eq!(nearest_of_16(Color::Rgb(200, 195, 190)), None);
    }
}
