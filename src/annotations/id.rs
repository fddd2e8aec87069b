//! Names of annotations that sort by age and are never given twice (ULIDs: 48 bits of time, 80 of
//! chance, in Crockford's base 32).

use ulid::Ulid;

/// A new name, 26 characters long.
#[must_use]
pub fn fresh() -> String {
    Ulid::generate().to_string()
}

/// A name made from text: the same for the same text.
#[must_use]
pub fn derived(text: &str) -> String {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&blake3::hash(text.as_bytes()).as_bytes()[..16]);
    Ulid::from_bytes(bytes).to_string()
}
