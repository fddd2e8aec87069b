//! The colours of highlights. Each has a sign as well, for eyes and terminals without colours.

/// The colour of a highlight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tint {
    /// `yellow`, and any name we do not know.
    Yellow,
    /// `green`.
    Green,
    /// `blue`.
    Blue,
    /// `pink`.
    Pink,
}

impl Tint {
    /// All of them, in the order in which one key goes through them.
    pub const ALL: [Self; 4] = [Self::Yellow, Self::Green, Self::Blue, Self::Pink];

    /// The one of a name; a colour that somebody else's program knows is shown as the first.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|tint| tint.name() == name).unwrap_or(Self::Yellow)
    }

    /// Its name, as it is kept.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Yellow => "yellow",
            Self::Green => "green",
            Self::Blue => "blue",
            Self::Pink => "pink",
        }
    }

    /// Its sign, one cell wide.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Yellow => "●",
            Self::Green => "▲",
            Self::Blue => "■",
            Self::Pink => "◆",
        }
    }

    /// The one after it, going round.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|tint| *tint == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }
}
