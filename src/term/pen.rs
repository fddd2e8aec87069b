//! What a character is written with: colours and attributes, and the fewest bytes from one set of them to the next.
//! Knows no grid and no terminal.

use ratatui::{
    buffer::Cell,
    style::{Color, Modifier},
};

/// Modifiers that show on a space.
const ON_SPACES: Modifier =
    Modifier::UNDERLINED.union(Modifier::REVERSED).union(Modifier::CROSSED_OUT);

/// The attributes that the next character is written with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Pen {
    pub(super) fg: Color,
    pub(super) bg: Color,
    pub(super) modifiers: Modifier,
}

/// With nothing set.
pub(super) const PLAIN: Pen =
    Pen { fg: Color::Reset, bg: Color::Reset, modifiers: Modifier::empty() };

/// The pen for a cell; for a space, the present one as far as it makes no difference.
pub(super) fn pen_of(cell: &Cell, now: Pen) -> Pen {
    if cell.symbol() != " " {
        return Pen { fg: cell.fg, bg: cell.bg, modifiers: cell.modifier };
    }
    let shows = cell.modifier & ON_SPACES;
    let fg = if shows.is_empty() { now.fg } else { cell.fg };
    Pen { fg, bg: cell.bg, modifiers: shows | (now.modifiers - ON_SPACES) }
}

/// Whether two cells look the same: of a space, only what shows on spaces counts. Asked of every cell at every key:
/// most hold one character of ASCII, and are told apart without a call.
pub(super) fn looks_like(one: &Cell, other: &Cell) -> bool {
    let symbol = other.symbol().as_bytes();
    let is_same_symbol = match (one.symbol().as_bytes(), symbol) {
        ([one], [other]) => one == other,
        (one, other) => one == other,
    };
    if !is_same_symbol || one.bg != other.bg {
        return false;
    }
    if symbol == b" " {
        return one.modifier & ON_SPACES == other.modifier & ON_SPACES
            && (one.fg == other.fg || !other.modifier.intersects(ON_SPACES));
    }
    one.fg == other.fg && one.modifier == other.modifier
}

/// Modifiers, what turns them on, and what turns them off. Bold and dim go off together.
const SWITCHES: [(Modifier, &str, &str); 4] = [
    (Modifier::ITALIC, "3", "23"),
    (Modifier::UNDERLINED, "4", "24"),
    (Modifier::REVERSED, "7", "27"),
    (Modifier::CROSSED_OUT, "9", "29"),
];

/// Writes what makes one pen of another.
pub(super) fn change(out: &mut String, from: Pen, to: Pen) {
    if to == PLAIN {
        out.push_str("\x1b[m");
        return;
    }
    out.push_str("\x1b[");
    let begins = out.len();
    let add = |out: &mut String, parameter: &str| {
        if out.len() > begins {
            out.push(';');
        }
        out.push_str(parameter);
    };
    let weight = Modifier::BOLD | Modifier::DIM;
    if from.modifiers & weight != to.modifiers & weight {
        if from.modifiers.intersects(weight) {
            add(out, "22");
        }
        if to.modifiers.contains(Modifier::BOLD) {
            add(out, "1");
        }
        if to.modifiers.contains(Modifier::DIM) {
            add(out, "2");
        }
    }
    for (modifier, on, off) in SWITCHES {
        match (from.modifiers.contains(modifier), to.modifiers.contains(modifier)) {
            (false, true) => add(out, on),
            (true, false) => add(out, off),
            _ => {}
        }
    }
    if from.fg != to.fg {
        add(out, "");
        colour(out, to.fg, 30);
    }
    if from.bg != to.bg {
        add(out, "");
        colour(out, to.bg, 40);
    }
    out.push('m');
}

/// Writes the parameter for a colour; `base` is 30 for what is written and 40 for what is below.
fn colour(out: &mut String, colour: Color, base: u8) {
    let bright = base + 60;
    let parameter = match colour {
        Color::Rgb(r, g, b) => {
            number(out, base + 8);
            out.push_str(";2");
            return [r, g, b].into_iter().for_each(|part| {
                out.push(';');
                number(out, part);
            });
        }
        Color::Indexed(i) => {
            number(out, base + 8);
            out.push_str(";5;");
            i
        }
        Color::Reset => base + 9,
        Color::Black => base,
        Color::Red => base + 1,
        Color::Green => base + 2,
        Color::Yellow => base + 3,
        Color::Blue => base + 4,
        Color::Magenta => base + 5,
        Color::Cyan => base + 6,
        Color::Gray => base + 7,
        Color::DarkGray => bright,
        Color::LightRed => bright + 1,
        Color::LightGreen => bright + 2,
        Color::LightYellow => bright + 3,
        Color::LightBlue => bright + 4,
        Color::LightMagenta => bright + 5,
        Color::LightCyan => bright + 6,
        Color::White => bright + 7,
    };
    number(out, parameter);
}

/// Writes a number in decimals. Colours are most of what is written on a first frame, and the ways of
/// [`std::fmt`] take ten times as long.
fn number(out: &mut String, number: u8) {
    let digit = |value: u8| char::from(b'0' + value % 10);
    if number >= 100 {
        out.push(digit(number / 100));
    }
    if number >= 10 {
        out.push(digit(number / 10));
    }
    out.push(digit(number));
}
