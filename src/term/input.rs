//! What comes from the keyboard and the mouse, in the reader's own words. Reads only when told to,
//! so that a shell or an editor can have the terminal meanwhile without a thread of ours stealing
//! its keys. Knows nothing of what keys mean.

use std::{
    io,
    sync::mpsc::{Receiver, Sender, SyncSender, sync_channel},
    time::Duration,
};

use crossterm::event::{
    self, Event as TerminalEvent, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton,
    MouseEvent, MouseEventKind,
};

use super::{event::Event, jobs, signals};
use crate::app::{
    Message, Mouse, MouseAction, Notice,
    keys::key::{Code, Key, Named},
    panes::arrange::Size,
};

/// The most events handled before the screen is drawn.
const BATCH: usize = 1024;

/// How long more is looked for behind what has come: once. Without any time crossterm does not look
/// at all, and of a longer time it spins through every microsecond, which each key then waits for.
const MORE: Duration = Duration::from_micros(2);

/// Starts the thread that reads. Each permit sent to it lets it read one batch: everything that has
/// come, once anything has.
///
/// # Errors
/// Where there is no thread for it.
pub(super) fn start(events: Sender<Event>) -> io::Result<SyncSender<()>> {
    // The first look installs what tells of another size; from here on none is missed. What is
    // there already waits to be read.
    let _ = event::poll(Duration::ZERO);
    let (permit, permits) = sync_channel(1);
    jobs::start("reading keys", 128 << 10, events, move |events| read(&permits, events))?;
    Ok(permit)
}

fn read(permits: &Receiver<()>, events: &Sender<Event>) {
    while permits.recv().is_ok() {
        // What cannot be understood is told, and is no end of reading.
        let event = match jobs::caught(batch) {
            Ok(Some(messages)) => Event::Input(messages),
            Ok(None) => Event::Ended(signals::HANG_UP),
            Err(why) => Event::Input(vec![Message::Notice(Notice::warning(why))]),
        };
        let is_gone = matches!(event, Event::Ended(_));
        if events.send(event).is_err() || is_gone {
            return;
        }
    }
}

/// Waits for an event and takes all that have come by then. `None` where the terminal is gone.
fn batch() -> Option<Vec<Message>> {
    let mut messages = Vec::new();
    messages.extend(message(event::read().ok()?));
    while messages.len() < BATCH && event::poll(MORE).ok()? {
        messages.extend(message(event::read().ok()?));
    }
    Some(messages)
}

fn message(event: TerminalEvent) -> Option<Message> {
    match event {
        TerminalEvent::Key(key) if key.kind != KeyEventKind::Release => {
            Some(Message::Key(translate(key)?))
        }
        TerminalEvent::Key(_) | TerminalEvent::FocusGained | TerminalEvent::FocusLost => None,
        TerminalEvent::Mouse(mouse) => Some(Message::Mouse(translate_mouse(mouse)?)),
        TerminalEvent::Paste(text) => Some(Message::Paste(text)),
        TerminalEvent::Resize(columns, rows) => Some(Message::Resize(Size { columns, rows })),
    }
}

fn translate(event: KeyEvent) -> Option<Key> {
    let has = |modifier| event.modifiers.contains(modifier);
    let shift = has(KeyModifiers::SHIFT);
    let (code, shift) = match event.code {
        // Shift is in the character, also where the terminal tells it apart.
        KeyCode::Char(c) if shift && c.is_ascii_lowercase() => {
            (Code::Char(c.to_ascii_uppercase()), false)
        }
        KeyCode::Char(c) => (Code::Char(c), false),
        KeyCode::F(n) => (Code::F(n), shift),
        KeyCode::BackTab => (Code::Named(Named::Tab), true),
        other => (Code::Named(named(other)?), shift),
    };
    Some(Key { code, ctrl: has(KeyModifiers::CONTROL), alt: has(KeyModifiers::ALT), shift })
}

fn named(code: KeyCode) -> Option<Named> {
    Some(match code {
        KeyCode::Enter => Named::Enter,
        KeyCode::Esc => Named::Esc,
        KeyCode::Tab => Named::Tab,
        KeyCode::Backspace => Named::Backspace,
        KeyCode::Delete => Named::Delete,
        KeyCode::Insert => Named::Insert,
        KeyCode::Up => Named::Up,
        KeyCode::Down => Named::Down,
        KeyCode::Left => Named::Left,
        KeyCode::Right => Named::Right,
        KeyCode::Home => Named::Home,
        KeyCode::End => Named::End,
        KeyCode::PageUp => Named::PageUp,
        KeyCode::PageDown => Named::PageDown,
        _ => return None,
    })
}

fn translate_mouse(event: MouseEvent) -> Option<Mouse> {
    let action = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => MouseAction::Press,
        MouseEventKind::Drag(MouseButton::Left) => MouseAction::Drag,
        MouseEventKind::Up(MouseButton::Left) => MouseAction::Release,
        MouseEventKind::ScrollUp => MouseAction::WheelUp,
        MouseEventKind::ScrollDown => MouseAction::WheelDown,
        _ => return None,
    };
    Some(Mouse { action, column: event.column, row: event.row })
}
