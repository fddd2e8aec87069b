//! What page heads and feet say of the document: its symbol, job number, date of issue.

/// What the debris says about the document.
#[derive(Clone, Debug, Default)]
pub(in crate::parse) struct Imprint {
    /// The surest symbol: what stands between the tags of the UN's document system.
    pub(in crate::parse) symbol: Option<String>,
    /// `17-23331`.
    pub(in crate::parse) job_number: Option<String>,
    /// That of the first page, `17-23331 (E)`, which is right where later pages have another.
    pub(in crate::parse) first_job: Option<String>,
    /// The line that has the date of issue, from the masthead.
    pub(in crate::parse) issued: Option<jiff::civil::Date>,
}
