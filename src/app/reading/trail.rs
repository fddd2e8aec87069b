//! What `f` remembers of its way. Knows not how it goes.

use crate::document::Place;

/// What `f` remembers, so that it leads back to where it came from, and then on.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Trail {
    /// The mark that was followed last: its footnote and its place.
    pub(super) origin: Option<(usize, Place)>,
    /// The footnote from which the last command went back, and to which of its marks.
    pub(super) returned: Option<(usize, usize)>,
}
