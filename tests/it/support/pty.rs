//! A terminal with the real program in it: keys in, a screen out. Waits for what is to be seen, and
//! never for a time.

use std::{
    io::{Read as _, Write},
    num::NonZeroU16,
    path::{Path, PathBuf},
    sync::{Arc, Condvar, Mutex},
    thread,
    time::{Duration, Instant},
};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Color, Modifier, Style},
};
use tempfile::TempDir;

/// Longer than anything takes on a busy machine; only a failing test waits so long.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// A folder for what the program and its person keep.
pub(crate) fn home() -> TempDir {
    tempfile::tempdir().expect("a home")
}

/// What the terminal shows, what was written to it, and whether the program closed it.
struct Seen {
    parser: vt100::Parser,
    raw: Vec<u8>,
    is_closed: bool,
    /// Whether whoever looks at the terminal is to let go of it.
    is_hung_up: bool,
}

impl Seen {
    /// Whether no frame is begun and not ended: terminals show a frame once it is whole.
    fn is_whole(&self) -> bool {
        let last = |mark: &[u8]| self.raw.windows(mark.len()).rposition(|window| window == mark);
        last(b"\x1b[?2026h") <= last(b"\x1b[?2026l")
    }
}

/// A terminal with a program in it, and a home of its own.
pub(crate) struct Terminal {
    seen: Arc<(Mutex<Seen>, Condvar)>,
    writer: Box<dyn Write + Send>,
    master: Box<dyn MasterPty + Send>,
    child: Running,
}

/// The program in the terminal.
struct Running(Box<dyn Child + Send + Sync>);

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a size")
}

fn colour(colour: vt100::Color) -> Color {
    match colour {
        vt100::Color::Default => Color::Reset,
        vt100::Color::Idx(index) => Color::Indexed(index),
        vt100::Color::Rgb(r, g, b) => Color::Rgb(r, g, b),
    }
}

fn pty_size((columns, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

/// The command `seized` as a person with this home would run it.
pub(crate) fn seized(home: &Path, arguments: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_seized"));
    command.args(arguments);
    command.env_clear();
    command.env("HOME", home);
    command.env("TERM", "xterm-256color");
    command.env("COLORTERM", "truecolor");
    command.cwd(home);
    command
}

/// The same run by a shell with job control, as a person at a prompt has it, and then `more`.
pub(crate) fn seized_in_shell(home: &Path, script: &str) -> CommandBuilder {
    let mut command = CommandBuilder::new("sh");
    command.args(["-c", script]);
    let plain = seized(home, &[]);
    command.env_clear();
    for (name, value) in plain.iter_full_env_as_str() {
        command.env(name, value);
    }
    command.env("SEIZED", env!("CARGO_BIN_EXE_seized"));
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    command.cwd(home);
    command
}

/// Where a person with this home has the configuration; `None` where only macOS or Windows know.
pub(crate) fn config_folder(home: &Path) -> PathBuf {
    if cfg!(target_os = "macos") {
        home.join("Library/Application Support/seized")
    } else {
        home.join(".config/seized")
    }
}

/// What is on a screen, with how it looks.
pub(crate) fn cells_of(screen: &vt100::Screen) -> Buffer {
    let (rows, columns) = screen.size();
    let (rows, columns) = (rows.get(), columns.get());
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
    for y in 0..rows {
        let mut letter = Style::new();
        for x in 0..columns {
            let Some(cell) = screen.cell(y, x) else { continue };
            let looks = [
                (cell.bold(), Modifier::BOLD),
                (cell.dim(), Modifier::DIM),
                (cell.italic(), Modifier::ITALIC),
                (cell.underline(), Modifier::UNDERLINED),
            ];
            let style = looks.into_iter().filter(|(is, _)| *is).fold(
                Style::new().fg(colour(cell.fgcolor())).bg(colour(cell.bgcolor())),
                |style, (_, look)| style.add_modifier(look),
            );
            let symbol = if cell.has_contents() { cell.contents() } else { " " };
            let symbol = if cell.is_wide_continuation() { "" } else { symbol };
            // What is not seen on a space is as it was written there, in frames that time may have left out: it is
            // taken to be that of the letter before it.
            let style = if symbol == " " {
                let seen = style.add_modifier & Modifier::UNDERLINED;
                Style { bg: style.bg, ..letter }
                    .remove_modifier(Modifier::UNDERLINED)
                    .add_modifier(seen)
            } else {
                letter = style;
                style
            };
            buffer[(x, y)].set_symbol(symbol).set_style(style);
        }
    }
    buffer
}

impl Terminal {
    /// Starts a command in a terminal of this size: columns, rows.
    pub(crate) fn start(command: CommandBuilder, size: (u16, u16)) -> Self {
        let pair = native_pty_system().openpty(pty_size(size)).expect("a terminal");
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let parser = vt100::Parser::new(cells(size.1), cells(size.0), 0);
        let seen = Seen { parser, raw: Vec::new(), is_closed: false, is_hung_up: false };
        let seen = Arc::new((Mutex::new(seen), Condvar::new()));
        let mut reader = pair.master.try_clone_reader().expect("what it writes");
        let shared = Arc::clone(&seen);
        thread::spawn(move || {
            let mut bytes = [0; 8192];
            loop {
                let count = reader.read(&mut bytes).unwrap_or(0);
                let mut seen = shared.0.lock().expect("no test panics while it looks");
                seen.parser.process(&bytes[..count]);
                seen.raw.extend_from_slice(&bytes[..count]);
                seen.is_closed = count == 0;
                shared.1.notify_all();
                if count == 0 || seen.is_hung_up {
                    return;
                }
            }
        });
        let writer = pair.master.take_writer().expect("its keyboard");
        Self { seen, writer, master: pair.master, child: Running(child) }
    }

    /// Types keys, as the bytes that a terminal sends for them.
    pub(crate) fn press(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).expect("the terminal is open");
        self.writer.flush().expect("the terminal is open");
    }

    /// Gives the terminal another size: columns, rows.
    pub(crate) fn resize(&mut self, size: (u16, u16)) {
        let mut seen = self.seen.0.lock().expect("the reader does not panic");
        seen.parser.screen_mut().set_size(cells(size.1), cells(size.0));
        drop(seen);
        self.master.resize(pty_size(size)).expect("another size");
    }

    /// Sends a signal by its name: `TERM`.
    pub(crate) fn signal(&self, name: &str) {
        let id = self.child.0.process_id().expect("a running program").to_string();
        let kill = std::process::Command::new("kill").args(["-s", name, &id]).status();
        assert!(kill.expect("kill is there").success(), "kill -s {name} {id}");
    }

    /// Sends a signal by its name so many times, as fast as a shell can.
    pub(crate) fn signals(&self, name: &str, times: usize) {
        let id = self.child.0.process_id().expect("a running program");
        let script =
            format!("i=0; while [ $i -lt {times} ]; do kill -s {name} {id}; i=$((i+1)); done");
        let sent = std::process::Command::new("sh").args(["-c", &script]).status();
        assert!(sent.expect("a shell").success(), "{script}");
    }

    /// Waits until a text is on the screen, and returns the screen.
    #[track_caller]
    pub(crate) fn await_text(&self, text: &str) -> String {
        self.await_screen(text, |screen| screen.contents().contains(text))
    }

    /// Waits until the screen is as described by `what`.
    #[track_caller]
    pub(crate) fn await_screen(&self, what: &str, is: impl Fn(&vt100::Screen) -> bool) -> String {
        let until = Instant::now() + PATIENCE;
        let mut seen = self.seen.0.lock().expect("the reader does not panic");
        while !seen.is_whole() || !is(seen.parser.screen()) {
            let left = until.saturating_duration_since(Instant::now());
            let shown = seen.parser.screen().contents();
            assert!(!left.is_zero() && !seen.is_closed, "waited for {what}, saw\n{shown}");
            seen = self.seen.1.wait_timeout(seen, left).expect("the reader does not panic").0;
        }
        seen.parser.screen().contents()
    }

    /// What the terminal shows, with how it looks.
    pub(crate) fn cells(&self) -> Buffer {
        cells_of(self.seen.0.lock().expect("the reader does not panic").parser.screen())
    }

    /// Takes nothing more of what the program writes, until the terminal is full and the program waits
    /// for room: it sleeps, and as often as it is told of another size it does not wake up.
    #[cfg(target_os = "linux")]
    pub(crate) fn stop_looking(&self) {
        self.seen.0.lock().expect("the reader does not panic").is_hung_up = true;
        let id = self.child.0.process_id().expect("a running program");
        let waits = || {
            let at = std::fs::read_to_string(format!("/proc/{id}/wchan")).unwrap_or_default();
            let call = std::fs::read_to_string(format!("/proc/{id}/syscall")).unwrap_or_default();
            // The main thread is in the middle of `write`.
            at.contains("n_tty_write") || call.starts_with("1 ")
        };
        let until = Instant::now() + PATIENCE;
        let mut rows = 30;
        while !waits() {
            assert!(Instant::now() < until, "it always finds room");
            rows = if rows == 30 { 31 } else { 30 };
            self.master.resize(pty_size((121, rows))).expect("another size");
            thread::yield_now();
        }
    }

    /// The names of the threads of the program.
    #[cfg(target_os = "linux")]
    pub(crate) fn threads(&self) -> Vec<String> {
        let id = self.child.0.process_id().expect("a running program");
        let threads = std::fs::read_dir(format!("/proc/{id}/task")).expect("it runs").flatten();
        let name = |thread: std::fs::DirEntry| std::fs::read_to_string(thread.path().join("comm"));
        threads.flat_map(name).map(|name| name.trim_end().to_owned()).collect()
    }

    /// Closes the terminal, as a window is closed or a connection drops, and returns the exit status of
    /// the program. As it lets go, portable-pty types Ctrl-j and Ctrl-d.
    #[track_caller]
    pub(crate) fn hang_up(self) -> u32 {
        let Self { seen, writer, master, mut child } = self;
        seen.0.lock().expect("the reader does not panic").is_hung_up = true;
        // What is drawn then wakes up whoever looks.
        master.resize(pty_size((61, 21))).expect("another size");
        drop((writer, master));
        let until = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = child.0.try_wait().expect("it was started") {
                return status.exit_code();
            }
            assert!(Instant::now() < until, "it goes on without a terminal");
            thread::yield_now();
        }
    }

    /// Kills the program as a crash would, with nothing to be done about it.
    pub(crate) fn kill(mut self) {
        self.child.0.kill().expect("it was running");
        self.child.0.wait().expect("it has ended");
    }

    /// Waits until this has been written, wherever it is on the screen by now.
    #[track_caller]
    pub(crate) fn await_raw(&self, text: &str) {
        let until = Instant::now() + PATIENCE;
        let mut seen = self.seen.0.lock().expect("the reader does not panic");
        while !String::from_utf8_lossy(&seen.raw).contains(text) {
            let left = until.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "waited for {text}");
            seen = self.seen.1.wait_timeout(seen, left).expect("the reader does not panic").0;
        }
    }

    /// Waits for the program to end, though others may still have the terminal, and returns its exit
    /// status and the terminal as it left it.
    #[track_caller]
    pub(crate) fn end_of_program(mut self) -> (u32, Left) {
        let until = Instant::now() + PATIENCE;
        let status = loop {
            if let Some(status) = self.child.0.try_wait().expect("it was started") {
                break status.exit_code();
            }
            assert!(Instant::now() < until, "it does not end");
            thread::yield_now();
        };
        (status, Left::of(&self.seen.0.lock().expect("the reader does not panic")))
    }

    /// Quits from wherever the person is: the program ends well, and leaves the terminal as it found it.
    #[track_caller]
    pub(crate) fn quit(mut self) {
        self.press("\x03");
        let (status, left) = self.end();
        assert_eq!(status, 0);
        assert!(left.is_clean, "{}", left.raw.escape_debug());
    }

    /// Waits for the program to end, and returns its exit status and the terminal as it left it.
    #[track_caller]
    pub(crate) fn end(mut self) -> (u32, Left) {
        let until = Instant::now() + PATIENCE;
        let mut seen = self.seen.0.lock().expect("the reader does not panic");
        while !seen.is_closed {
            let left = until.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "it does not end\n{}", seen.parser.screen().contents());
            seen = self.seen.1.wait_timeout(seen, left).expect("the reader does not panic").0;
        }
        let left = Left::of(&seen);
        drop(seen);
        (self.child.0.wait().expect("it has ended").exit_code(), left)
    }
}

impl Left {
    fn of(seen: &Seen) -> Self {
        let screen = seen.parser.screen();
        Self {
            is_clean: !screen.alternate_screen()
                && !screen.hide_cursor()
                && !screen.bracketed_paste()
                && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None,
            raw: String::from_utf8_lossy(&seen.raw).into_owned(),
        }
    }
}

/// The terminal as a program left it.
pub(crate) struct Left {
    /// The ordinary screen, the cursor to be seen, no mouse, no brackets around what is pasted.
    pub(crate) is_clean: bool,
    /// Everything that was written.
    pub(crate) raw: String,
}

impl Drop for Running {
    fn drop(&mut self) {
        // A failing test leaves no program behind; one that has ended cannot be killed.
        let _ = self.0.kill();
    }
}
