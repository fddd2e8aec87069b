//! Whose annotations a file has, as its line `source` says it. Knows neither the file nor the source.

use super::record;

/// Whose annotations a file has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceLine {
    /// The name of the source.
    pub file: String,
    /// The symbol of the document.
    pub symbol: Option<String>,
    /// `blake3:` and the hash of the source's bytes.
    pub hash: String,
}

impl SourceLine {
    /// The line as RON text.
    pub(super) fn print(&self) -> String {
        let (file, hash) = (record::quoted(&self.file), record::quoted(&self.hash));
        format!("(file: {file}, symbol: {}, hash: {hash})", record::option(self.symbol.as_deref()))
    }
}
