//! Work that may take its time before there is a reader to show: after a moment one line says what
//! goes on. The terminal is not taken for it, so that Ctrl-c ends the program as it ends any other.
//! Knows nothing of the work.

use std::{
    io, panic,
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    thread,
    time::{Duration, Instant},
};

use unicode_width::UnicodeWidthChar as _;

use super::screen;
use crate::text::printable;

/// How long work may take in silence: most is done before anybody could read a line about it.
const SILENCE: Duration = Duration::from_millis(300);

/// How often the line is written again.
const TICK: Duration = Duration::from_secs(1);

/// What the main thread of a program has by custom: deeply nested documents are read as deeply
/// here as anywhere.
pub(super) const STACK: usize = 8 << 20;

/// Tells what the work is at.
pub struct Stages(Sender<&'static str>);

impl Stages {
    /// The work begins with this now.
    pub fn begin(&self, stage: &'static str) {
        // Who does not listen any more needs no telling.
        let _ = self.0.send(stage);
    }
}

/// Does some work, and in another thread `meanwhile`; after a moment that thread says that `what` goes on, and at
/// which stage it is, on a line of standard output that is gone again afterwards. Returns what both came to. A
/// panic of either is one of the caller.
///
/// # Errors
/// Where there is no thread to be had, or nowhere to write.
pub fn patiently<T, M: Send>(
    what: &str,
    meanwhile: impl FnOnce() -> M + Send,
    work: impl FnOnce(&Stages) -> T,
) -> io::Result<(T, M)> {
    let (stages, told) = channel();
    thread::scope(|scope| {
        let beside = thread::Builder::new().name("progress".into());
        let beside = beside.spawn_scoped(scope, move || {
            let began = Instant::now();
            let asked = meanwhile();
            tell(what, began, &told).map(|()| asked)
        })?;
        let done = {
            let stages = Stages(stages);
            work(&stages)
        };
        let meanwhile = beside.join().unwrap_or_else(|panic| panic::resume_unwind(panic))?;
        Ok((done, meanwhile))
    })
}

/// Says what goes on, until the work that tells of it is over.
fn tell(what: &str, began: Instant, told: &Receiver<&'static str>) -> io::Result<()> {
    let (mut stage, mut is_shown) = ("", false);
    loop {
        let silence = SILENCE.saturating_sub(began.elapsed());
        match told.recv_timeout(if silence.is_zero() { TICK } else { silence }) {
            Ok(next) => stage = next,
            Err(RecvTimeoutError::Timeout) => is_shown = true,
            Err(RecvTimeoutError::Disconnected) => break,
        }
        if is_shown {
            let columns = usize::from(screen::size()?.columns);
            screen::write(&format!("\r\x1b[K{}", line(what, stage, began.elapsed(), columns)))?;
        }
    }
    if is_shown { screen::write("\r\x1b[K") } else { Ok(()) }
}

/// The line, cut so that it never wraps: a wrapped one could not be taken back.
fn line(what: &str, stage: &str, elapsed: Duration, columns: usize) -> String {
    let line = match elapsed.as_secs() {
        0 => format!("{what}: {stage} … Ctrl-c stops"),
        seconds => format!("{what}: {stage} … {seconds} s, Ctrl-c stops"),
    };
    let mut room = columns.saturating_sub(1);
    let fits = |c: &char| {
        let width = c.width().unwrap_or(0);
        let is_room = width <= room;
        room = room.saturating_sub(width);
        is_room
    };
    printable::line(&line).chars().take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_says_what_goes_on_and_how_to_stop_it() {
        let said = |seconds| line("Opening a.pdf", "reading", Duration::from_secs(seconds), 80);
        assert_eq!(said(0), "Opening a.pdf: reading … Ctrl-c stops");
        assert_eq!(said(7), "Opening a.pdf: reading … 7 s, Ctrl-c stops");
    }

    #[test]
    fn the_line_never_reaches_the_edge() {
        let said = |columns| line("Opening 决议.pdf", "reading", Duration::ZERO, columns);
        assert_eq!(said(14), "Opening 决议.");
        assert_eq!(said(12), "Opening 决");
        assert_eq!(said(0), "");
    }

    #[test]
    fn what_the_work_and_what_was_done_meanwhile_give_is_given() {
        let work = |stages: &Stages| {
            stages.begin("up");
            1 + 1
        };
        assert_eq!(patiently("Adding", || "dark", work).ok(), Some((2, "dark")));
    }
}
