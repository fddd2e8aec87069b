//! Notices that the terminal is gone (a window closed, a connection dropped), also where no signal
//! says so: only the leader of a session is sent one for certain. Knows a file, not what is read.

use std::{
    fs::File,
    io::{self, IsTerminal as _},
    os::fd::AsFd as _,
    sync::mpsc::Sender,
};

use rustix::{
    event::{PollFd, PollFlags, poll},
    io::Errno,
};

use super::{event::Event, jobs, signals};

/// Starts the thread that waits for it. It wakes up for nothing else.
///
/// # Errors
/// Where there is no terminal, or no thread.
pub(super) fn start(events: Sender<Event>) -> io::Result<()> {
    // Where keys are read: standard input, or the terminal that there is beside it.
    let terminal = if io::stdin().is_terminal() {
        File::from(io::stdin().as_fd().try_clone_to_owned()?)
    } else {
        File::open("/dev/tty")?
    };
    jobs::start("watching the terminal", 64 << 10, events, move |events| {
        if is_gone(&terminal) {
            // Where the reader has ended, nobody is there to be told.
            let _ = events.send(Event::Ended(signals::HANG_UP));
        }
    })
}

/// Waits until the terminal is gone; `false` where that cannot be waited for.
fn is_gone(terminal: &File) -> bool {
    loop {
        // Asked for nothing, the system still tells of an end.
        let mut waited = [PollFd::new(terminal, PollFlags::empty())];
        match poll(&mut waited, None) {
            Ok(_) => {
                let told = waited[0].revents();
                return told.intersects(PollFlags::HUP | PollFlags::ERR);
            }
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(_) => return false,
        }
    }
}
