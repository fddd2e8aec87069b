//! One writer at a time, on one machine. Knows folders, not what is written in them.

use std::{
    fs::{File, TryLockError},
    io,
    path::Path,
    sync::mpsc,
    thread,
    time::Duration,
};

/// How long another program may hold the lock before a person is told.
const LOCK_TIMEOUT: Duration = Duration::from_secs(2);

/// Locks a folder until what is returned is dropped. The folder and not the file, as a rename
/// replaces the file, and a file for the lock would be litter. Nothing where there is no lock to be
/// had: some network file systems know none, and a folder that may not be listed cannot be opened.
/// Merging by id still holds then.
///
/// # Errors
/// `TimedOut` where another program does not let go; other errors of the file system.
pub(super) fn lock(folder: &Path) -> io::Result<Option<File>> {
    if !cfg!(unix) {
        return Ok(None);
    }
    let folder = match File::open(folder) {
        Err(cause) if cause.kind() == io::ErrorKind::PermissionDenied => return Ok(None),
        opened => opened?,
    };
    match folder.try_lock() {
        Ok(()) => Ok(Some(folder)),
        Err(TryLockError::WouldBlock) => wait(folder),
        Err(TryLockError::Error(cause)) if cause.kind() == io::ErrorKind::Unsupported => Ok(None),
        Err(TryLockError::Error(cause)) => Err(cause),
    }
}

/// Stands in the queue, for a while. A thread does, as the system knows no such wait with an end: if
/// the lock comes too late, nobody takes it, and it is let go at once.
fn wait(folder: File) -> io::Result<Option<File>> {
    let (sender, receiver) = mpsc::sync_channel(0);
    thread::Builder::new().name("lock".into()).spawn(move || {
        let locked = folder.lock().map(|()| Some(folder));
        let _ = sender.send(locked);
    })?;
    receiver.recv_timeout(LOCK_TIMEOUT).unwrap_or_else(|_| {
        Err(io::Error::new(io::ErrorKind::TimedOut, "another program keeps its folder locked"))
    })
}
