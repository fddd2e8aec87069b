//! A table for words and numbers of two texts, of which millions are asked: quicker than the standard one, and as hard
//! to slow down by chosen words, since it is seeded anew in every process. Knows nothing of texts.

use std::collections::HashMap;

/// The standard table with a quicker hash.
pub(super) type QuickMap<K, V> = HashMap<K, V, foldhash::fast::RandomState>;
