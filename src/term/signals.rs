//! Signals: SIGTERM, SIGHUP and SIGINT end the reader in good order; SIGTSTP stops it. Knows nothing
//! of the terminal.

use std::{io, sync::mpsc::Sender, thread};

use super::Happening;

/// Starts the thread that waits for signals.
pub(super) fn start(happenings: Sender<Happening>) -> io::Result<()> {
    use signal_hook::{
        consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP},
        iterator::Signals,
    };
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
    thread::Builder::new().name("signals".into()).stack_size(64 * 1024).spawn(move || {
        for signal in &mut signals {
            let happening = match signal {
                SIGCONT => Happening::Continued,
                SIGTSTP => Happening::Stop,
                _ => Happening::Gone,
            };
            if happenings.send(happening).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

/// Stops the process, as the shell expects on Ctrl-z; returns when it goes on.
pub(super) fn stop() -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)
}
