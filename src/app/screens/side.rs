//! What stands beside a list: a few lines about what is chosen, or how much there is of what. Knows no list.

/// A line beside a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SideLine {
    /// What it is about, in a column of its own; empty where the line goes on with the one before.
    pub label: String,
    /// The words, set in as many rows as they need.
    pub text: String,
    /// How it is to be seen.
    pub weight: SideWeight,
    /// What is put to the search by choosing it, where it can be chosen: `organ:ga`.
    pub narrows: Option<String>,
}

/// How a line beside a list is to be seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SideWeight {
    /// A heading.
    Heading,
    /// As any other.
    #[default]
    Plain,
    /// Not before the others.
    Quiet,
    /// Words of a text, with a citation before them.
    Text,
}

impl SideLine {
    /// A heading.
    #[must_use]
    pub fn heading(text: impl Into<String>) -> Self {
        Self { text: text.into(), weight: SideWeight::Heading, ..Self::default() }
    }

    /// Words without a label.
    #[must_use]
    pub fn words(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Words with a label.
    #[must_use]
    pub fn about(label: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            text: text.into(),
            weight: SideWeight::Quiet,
            ..Self::default()
        }
    }

    /// A passage of a text, with its citation.
    #[must_use]
    pub fn passage(cite: &str, text: &str) -> Self {
        Self {
            label: cite.to_owned(),
            text: text.to_owned(),
            weight: SideWeight::Text,
            ..Self::default()
        }
    }

    /// The same, to be chosen to narrow a search by this.
    #[must_use]
    pub fn narrowing(mut self, field: String) -> Self {
        self.narrows = Some(field);
        self
    }

    /// An empty line.
    #[must_use]
    pub fn blank() -> Self {
        Self::default()
    }
}

/// Groups of lines, each below its heading; one without lines is left out.
pub(super) fn in_groups<const N: usize>(groups: [(&str, Vec<SideLine>); N]) -> Vec<SideLine> {
    let mut lines = Vec::new();
    for (label, group) in groups.into_iter().filter(|(_, group)| !group.is_empty()) {
        if !lines.is_empty() {
            lines.push(SideLine::blank());
        }
        lines.push(SideLine::heading(label));
        lines.extend(group);
    }
    lines
}
