//! What is done while nothing happens. Knows that there is work, not what it is.

use std::io;

use super::session::{Flow, Session};
use crate::app::Message;

impl Session {
    /// Goes on with what takes longer than a key may, for a few milliseconds; draws when it is done.
    pub(super) fn go_on_with_work(&mut self) -> io::Result<Flow> {
        if !self.app.has_more_to_do() {
            return Ok(Flow::GoOn);
        }
        let flow = self.tell(Message::GoOn)?;
        if !self.app.has_more_to_do() {
            self.draw()?;
        }
        Ok(flow)
    }
}
