//! What the mouse is doing. Knows not what comes of it.

use super::link::Link;
use crate::document::Place;

/// What the mouse is doing.
#[derive(Clone, Debug)]
pub(in crate::app) struct Pointer {
    /// Whether the terminal reports it to us.
    pub(super) captured: bool,
    /// Where the button went down, while it is down.
    pub(super) pressed: Option<Place>,
    /// What was under it then.
    pub(super) link: Option<Link>,
}

impl Default for Pointer {
    fn default() -> Self {
        Self { captured: true, pressed: None, link: None }
    }
}

impl Pointer {
    /// Forgets what was under it, as that is another text now.
    pub(in crate::app) fn forget(&mut self) {
        (self.pressed, self.link) = (None, None);
    }
}
