//! Shows an address in the person's browser, by what their system opens addresses with.

use std::process::{Command, Stdio};

/// What opens addresses; the first that is there is used.
const OPENERS: &[&str] = if cfg!(target_os = "macos") {
    &["open"]
} else if cfg!(windows) {
    &["explorer"]
} else {
    &["xdg-open", "gio", "wslview"]
};

/// Opens an address, and does not wait for what comes of it.
///
/// # Errors
/// Where there is nothing to open it with: in a few words for the status line.
pub(super) fn open(address: &str) -> Result<(), String> {
    for opener in OPENERS {
        let mut command = Command::new(opener);
        if *opener == "gio" {
            command.arg("open");
        }
        // What it says would stand across the screen.
        let quiet = command.arg(address).stdin(Stdio::null()).stdout(Stdio::null());
        if let Ok(mut child) = quiet.stderr(Stdio::null()).spawn() {
            // Somebody has to hear that it ended.
            let _ = std::thread::Builder::new().spawn(move || child.wait());
            return Ok(());
        }
    }
    Err(format!("there is no {} to open {address} with", OPENERS.join(", ")))
}
