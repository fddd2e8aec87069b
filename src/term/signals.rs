//! Signals: SIGTERM, SIGHUP, SIGINT and SIGQUIT end the reader in good order; SIGTSTP stops it, where
//! somebody is there to let it go on. Knows nothing of what is shown.

use std::{io, sync::mpsc::Sender};

use rustix::process;
use signal_hook::{
    consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP},
    iterator::Signals,
    low_level::emulate_default_handler,
};

use super::{event::Event, jobs, stuck};

/// The signal of a terminal that is gone.
pub(super) const HANG_UP: i32 = SIGHUP;

/// Starts the thread that waits for signals.
///
/// # Errors
/// Where the system has no such signals, or no thread.
pub(super) fn start(events: Sender<Event>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
    jobs::start("signals", 64 << 10, events, move |events| {
        loop {
            let mut come: Vec<i32> = signals.wait().collect();
            // Of both at once, going on was the later: nobody goes on who has not stopped.
            come.sort_by_key(|signal| *signal == SIGCONT);
            let is_end = come.iter().any(|signal| !matches!(*signal, SIGCONT | SIGTSTP));
            // Before it is told: it may be heard at once.
            let is_news = is_end && stuck::has_come();
            // None has come where one came in the moment in which others were collected, and was collected with them.
            // Whoever took that for the end of all signals heard none any more, and could not be ended.
            if come.into_iter().any(|signal| events.send(of(signal)).is_err()) {
                return;
            }
            if is_news {
                // Without a thread for it, a terminal that answers still hears.
                let watch = |_: &Sender<Event>| stuck::see_that_it_is_heard();
                let _ = jobs::start("ending", 64 << 10, events.clone(), watch);
            }
        }
    })
}

fn of(signal: i32) -> Event {
    match signal {
        SIGCONT => Event::Continued,
        SIGTSTP => Event::Stop,
        signal => Event::Ended(signal),
    }
}

/// Whether a signal is also one that keys of the terminal send, to everybody who reads there.
pub(super) const fn is_from_keys(signal: i32) -> bool {
    matches!(signal, SIGINT | SIGQUIT)
}

/// Whether a shell is there that would let us go on after a stop: somebody else leads our session,
/// and is still there. In a window or a container of our own (`xterm -e seized`) nobody is.
pub(super) fn can_be_continued() -> bool {
    let Ok(session) = process::getsid(None) else { return false };
    session != process::getpgrp() && process::getpgid(Some(session)).is_ok()
}

/// Stops us and whoever runs with us, as the shell expects on Ctrl-z; returns when we go on. A
/// program that started us and waits for us would wait for ever where we stopped alone.
///
/// # Errors
/// Where the system does not stop us.
pub(super) fn stop_together() -> io::Result<()> {
    process::kill_current_process_group(process::Signal::TSTP)?;
    stop()
}

/// Stops us alone; returns when we go on.
///
/// # Errors
/// Where the system does not stop us.
pub(super) fn stop() -> io::Result<()> {
    emulate_default_handler(SIGTSTP)
}
