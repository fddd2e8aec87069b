//! A terminal that takes no more: its window hangs, or its connection is dead and nobody has noticed.
//! Whoever writes to it waits, and does not hear that the reader is to end. What it has not shown yet
//! is then thrown away, until the reader hears. Knows the system's queues, not what is in them.

use std::{
    io::{self, IsTerminal as _},
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

use rustix::termios::{Action, QueueSelector, tcflow, tcflush};

/// How long the reader may take to hear that it is to end. What is under way takes a few milliseconds.
const PATIENT_FOR: Duration = Duration::from_millis(500);

/// Whether the reader has heard that it is to end.
static HAS_HEARD: AtomicBool = AtomicBool::new(false);
/// Whether the terminal was found to take no more.
static IS_STUCK: AtomicBool = AtomicBool::new(false);

/// The reader has heard that it is to end.
pub(super) fn heard() {
    HAS_HEARD.store(true, Ordering::SeqCst);
    make_room();
}

/// Sees to it that a reader that is to end hears it: returns when it has.
pub(super) fn see_that_it_is_heard() {
    thread::sleep(PATIENT_FOR);
    while !HAS_HEARD.load(Ordering::SeqCst) {
        IS_STUCK.store(true, Ordering::SeqCst);
        make_room();
        thread::sleep(PATIENT_FOR / 10);
    }
}

/// Empties a terminal that takes no more, for the little that is still to be written.
pub(super) fn make_room() {
    let terminal = io::stdout();
    if IS_STUCK.load(Ordering::SeqCst) && terminal.is_terminal() {
        // Where this is refused the terminal is gone, and writing to it fails by itself. Stopping and
        // starting wakes up who waits to write.
        let _ = tcflush(&terminal, QueueSelector::OFlush);
        let _ = tcflow(&terminal, Action::OOff);
        let _ = tcflow(&terminal, Action::OOn);
    }
}
