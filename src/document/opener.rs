//! What a paragraph opens with, *Recalling also*, *Requests*, and what it does by that. Knows the kinds of
//! acts and their names, not the words of any language.

/// The words a paragraph opens with, which the UN prints in italics.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opener {
    /// How many bytes of the text they are.
    pub length: usize,
    /// What the paragraph does by them. `None` for words that are in no list.
    pub act: Option<Act>,
    /// Their verb in English, as a dictionary has it, whatever the language: `call upon`, `take note`.
    /// `None` for words that are in no list.
    pub base: Option<&'static str>,
    /// What is said beside the verb, in English: `also`, `with appreciation`.
    pub modifiers: Vec<&'static str>,
    /// The place of the verb on the ladder of verbs that ask for something: the larger, the stronger.
    /// `None` for verbs that ask for nothing.
    pub rank: Option<u8>,
}

impl Opener {
    /// Words that are in no list.
    #[must_use]
    pub const fn unknown(length: usize) -> Self {
        Self { length, act: None, base: None, modifiers: Vec::new(), rank: None }
    }
}

/// What a paragraph does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Act {
    /// *Calls upon*, *Appeals*.
    Call,
    /// *Commends*, *Expresses its appreciation*.
    Commend,
    /// *Expresses its concern*.
    Concern,
    /// *Condemns*, *Deplores*.
    Condemn,
    /// *Convinced*, *Believing*.
    Conviction,
    /// *Decides*, *Approves*.
    Decide,
    /// *Demands*.
    Demand,
    /// *Encourages*.
    Encourage,
    /// *Endorses*.
    Endorse,
    /// *Invites*.
    Invite,
    /// *Acting under Chapter VII*.
    Mandate,
    /// *Notes*, *Recognizing*, *Bearing in mind*.
    Note,
    /// *Having considered*.
    Procedure,
    /// *Reaffirms*, *Supports*.
    Reaffirm,
    /// *Recalling*, *Guided by*.
    Recall,
    /// *Recommends*.
    Recommend,
    /// *Regrets*.
    Regret,
    /// *Requests*.
    Request,
    /// *Remains seized of the matter*.
    Seized,
    /// *Stresses*, *Emphasizes*.
    Stress,
    /// *Urges*.
    Urge,
    /// *Welcomes*.
    Welcome,
}

impl Act {
    /// All of them.
    pub const ALL: [Self; 22] = [
        Self::Call,
        Self::Commend,
        Self::Concern,
        Self::Condemn,
        Self::Conviction,
        Self::Decide,
        Self::Demand,
        Self::Encourage,
        Self::Endorse,
        Self::Invite,
        Self::Mandate,
        Self::Note,
        Self::Procedure,
        Self::Reaffirm,
        Self::Recall,
        Self::Recommend,
        Self::Regret,
        Self::Request,
        Self::Seized,
        Self::Stress,
        Self::Urge,
        Self::Welcome,
    ];

    /// In lower-case English, as the contract's JSON has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Commend => "commend",
            Self::Concern => "concern",
            Self::Condemn => "condemn",
            Self::Conviction => "conviction",
            Self::Decide => "decide",
            Self::Demand => "demand",
            Self::Encourage => "encourage",
            Self::Endorse => "endorse",
            Self::Invite => "invite",
            Self::Mandate => "mandate",
            Self::Note => "note",
            Self::Procedure => "procedure",
            Self::Reaffirm => "reaffirm",
            Self::Recall => "recall",
            Self::Recommend => "recommend",
            Self::Regret => "regret",
            Self::Request => "request",
            Self::Seized => "seized",
            Self::Stress => "stress",
            Self::Urge => "urge",
            Self::Welcome => "welcome",
        }
    }
}
