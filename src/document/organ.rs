//! The bodies whose resolutions are read.

/// A body of the United Nations that adopts resolutions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Organ {
    /// The General Assembly.
    GeneralAssembly,
    /// The Security Council.
    SecurityCouncil,
    /// The Economic and Social Council.
    EconomicAndSocialCouncil,
    /// The Human Rights Council.
    HumanRightsCouncil,
}

impl Organ {
    /// Its English name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::GeneralAssembly => "General Assembly",
            Self::SecurityCouncil => "Security Council",
            Self::EconomicAndSocialCouncil => "Economic and Social Council",
            Self::HumanRightsCouncil => "Human Rights Council",
        }
    }
}
