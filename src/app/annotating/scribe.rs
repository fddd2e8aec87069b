//! Who writes annotations, and how they know the time.

/// Who writes, and when.
#[derive(Clone, Debug)]
pub struct Scribe {
    /// The name put to what is written; may be empty.
    pub author: String,
    /// The present moment (RFC 3339).
    pub now: fn() -> String,
}

impl Default for Scribe {
    fn default() -> Self {
        Self { author: String::new(), now: String::new }
    }
}
