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

/// Whether a signal to end has come that the reader has not heard yet.
static IS_UNHEARD: AtomicBool = AtomicBool::new(false);
/// Whether the terminal was found to take no more.
static IS_STUCK: AtomicBool = AtomicBool::new(false);

/// A signal to end has come. Whether nobody sees to it yet that the reader hears it.
pub(super) fn has_come() -> bool {
    !IS_UNHEARD.swap(true, Ordering::SeqCst)
}

/// The reader has heard that it is to end.
pub(super) fn heard() {
    IS_UNHEARD.store(false, Ordering::SeqCst);
    make_room();
}

/// The reader has heard the signal and goes on, as it was for somebody else: nothing that is written from here on
/// is to be thrown away.
pub(super) fn heard_and_goes_on() {
    IS_UNHEARD.store(false, Ordering::SeqCst);
    IS_STUCK.store(false, Ordering::SeqCst);
}

/// Sees to it that a reader that is to end hears it: returns when it has.
pub(super) fn see_that_it_is_heard() {
    thread::sleep(PATIENT_FOR);
    while IS_UNHEARD.load(Ordering::SeqCst) {
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
