//! Threads beside the one that draws. None can take the reader down: one that cannot be started is
//! an error, and a panic in one is a sentence for the status line. Knows nothing of the work.

use std::{
    any::Any,
    cell::RefCell,
    io,
    panic::{self, AssertUnwindSafe, PanicHookInfo},
    sync::mpsc::Sender,
    thread,
};

use super::event::Event;

thread_local! {
    /// Where and why this thread panicked last, as the hook was told.
    static LAST_PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Remembers a panic of this thread for [`caught`]: the hook is told where it was, who catches it
/// is not.
pub(super) fn remember_panic(panic: &PanicHookInfo<'_>) {
    LAST_PANIC.set(Some(panic.to_string()));
}

/// Starts a thread. Should it panic, that is an event.
///
/// # Errors
/// Where there is no thread to be had.
pub(super) fn start(
    name: &'static str,
    stack_size: usize,
    events: Sender<Event>,
    work: impl FnOnce(&Sender<Event>) + Send + 'static,
) -> io::Result<()> {
    let thread = thread::Builder::new().name(name.into()).stack_size(stack_size);
    let started = thread.spawn(move || {
        if let Err(why) = caught(|| work(&events)) {
            // Where the reader has ended, nobody is there to be told.
            let _ = events.send(Event::Failed(format!("{name}: {why}")));
        }
    });
    let no_thread = |cause: io::Error| {
        io::Error::new(cause.kind(), format!("no thread can be started for {name}: {cause}"))
    };
    started.map(drop).map_err(no_thread)
}

/// Does some work; its panic is an error that says what and where. What the work was at may be left
/// half done: the caller sees to it that nobody relies on it.
pub(super) fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|panic| {
        let told = LAST_PANIC.take().unwrap_or_else(|| words_of(panic.as_ref()).to_owned());
        let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
        format!("an error in seized itself: {told}")
    })
}

fn words_of(panic: &(dyn Any + Send)) -> &str {
    let owned = panic.downcast_ref::<String>().map(String::as_str);
    owned.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("panicked")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::channel;

    #[test]
    fn a_panic_in_a_thread_is_an_event() {
        let (events, happened) = channel();
        start("counting", 64 << 10, events, |_| panic!("no such number")).expect("started");
        let Ok(Event::Failed(why)) = happened.recv() else { panic!("another event") };
        assert!(why.starts_with("counting: an error in seized itself: "), "{why}");
        assert!(why.ends_with("no such number"), "{why}");
    }

    #[test]
    fn a_thread_that_cannot_be_started_is_an_error() {
        let (events, _happened) = channel();
        let error = start("counting", usize::MAX / 2, events, |_| {}).expect_err("too large");
        assert!(error.to_string().contains("no thread can be started for counting"), "{error}");
    }
}
