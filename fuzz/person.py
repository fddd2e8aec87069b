"""A person at a terminal who does anything, by chance that a seed repeats: keys, and a terminal that shows them.

Used by `sessions` and `keys`. Needs Python 3.9 and a Linux, nothing else.
"""
import fcntl
import os
import re
import select
import struct
import termios
import time
import unicodedata

# ---------------------------------------------------------------- what is typed

WORDS = "the General Assembly requests report human rights development water session decides 72/247 annex".split()
STRANGE = ["é", "决议", "قرار", "ß", "\u0301", "\u200f", "İ", "👍🏽", "Ω", "“", "\u00a0", "#", "/", "~", "ї"]
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,;()[]{}'=-+*/%$^:?!"

PLACES = ['OP1', 'OP3', 'OP14', 'PP2', 'PP18', '50%', '10%', 'fn 7', 'fn 1', 'title', 'OP2(a)', 'annex', 'OP99']

MOTIONS = (
    "j k j k j k <Space> b \x04 \x15 \x05 \x19 \x06 \x02 gg G } { } { ]] [[ ]( [( ) ( w W l 0 ^ $ \t \x1b[Z 1 2 3 z Z "
    "\x1b[A \x1b[B \x1b[C \x1b[D \x1b[5~ \x1b[6~ \x1b[H \x1b[F \x1b[1;5C \x1b[1;5D gl"
).split(" ")
FOLLOWING = "f \r ]r [r F K gO gx gd \x0f \x0f \t \x1b[1;3D \x1b[1;3C * n N S ]c [c gk gr".split(" ")
COPYING = "v v v y Y gy".split(" ")
ANNOTATING = "h H A T ]a [a . = g= B".split(" ")
DELETING = "x U U \x12 gX".split(" ")
SCREENS = "\x10 u R gs gp gT D c L gu o ]b [b gq gc gh".split(" ")
PROGRAM = "? \x0c M \x1a".split(" ")


def some_words(chance, most=6):
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, most)))


def some_text(chance, most=12):
    """What a person types into a dialog, or where they think that one is."""
    pieces = []
    for _ in range(chance.randint(1, most)):
        kind = chance.random()
        if kind < 0.5:
            pieces.append(chance.choice(WORDS) + " ")
        elif kind < 0.8:
            pieces.append(chance.choice(LETTERS))
        elif kind < 0.9:
            pieces.append(chance.choice(STRANGE))
        else:
            pieces.append(chance.choice(["\x7f", "\x1b[D", "\x1b[C", "\x17", "\x01", "\x05", "\r", "\x1b[3~", "\t"]))
    return "".join(pieces)


def end_of_dialog(chance):
    return chance.choice(["\r", "\r", "\r", "\x1b", "\x1b", ""])


def mouse(chance, size):
    """A press, a drag or a turn of the wheel, now and then beyond the edge."""
    columns, rows = size
    x, y = chance.randint(1, columns + 2), chance.randint(1, rows + 2)
    kind = chance.random()
    if kind < 0.5:
        return "".join(f"\x1b[<{chance.choice([64, 65])};{x};{y}M" for _ in range(chance.randint(1, 5)))
    if kind < 0.8:
        return f"\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m"
    u, v = chance.randint(1, columns + 2), chance.randint(1, rows + 2)
    return f"\x1b[<0;{x};{y}M\x1b[<32;{u};{v}M\x1b[<0;{u};{v}m"


def paste(chance):
    text = some_text(chance, chance.choice([5, 50, 3000]))
    if chance.random() < 0.3:
        text += "\x1b[31m\x00\x07\n" * chance.randint(1, 4)
    return f"\x1b[200~{text}\x1b[201~"


def stroke(chance, size, deletes=True, commands=(), leaves=0.01, stops=True):
    """One thing that a person does: its name, and the keys of it one by one.

    `deletes`: whether annotations may be deleted. `commands`: names for the palette. `leaves`: how often a
    screen is left, and with the last one the program. `stops`: whether Ctrl-z is among the keys.
    """

    def one_of(keys):
        return [key.replace("<Space>", " ") for key in [chance.choice(keys)]]

    kind = chance.random()
    if kind < leaves:
        return "leave", ["q"]
    kind = chance.random()
    if kind < 0.36:
        count = str(chance.choice([2, 3, 7, 14, 40, 1000, 99999999])) if chance.random() < 0.12 else ""
        return "move", [count + one_of(MOTIONS)[0]]
    if kind < 0.46:
        keys = one_of(FOLLOWING)
        return "follow", keys + ([chance.choice("asdfghjkl")] if keys == ["F"] else [])
    if kind < 0.52:
        word = chance.choice([chance.choice(WORDS), some_text(chance, 2), "e", ""])
        return "search", ["/", *word, end_of_dialog(chance)]
    if kind < 0.56:
        return "copy", one_of(COPYING)
    if kind < 0.60:
        return "note", ["a", *some_text(chance), end_of_dialog(chance), chance.choice(["\x1b", ""])]
    if kind < 0.64:
        if not deletes:
            return "highlight", ["h"]
        return "tag", ["t", *chance.choice(WORDS), end_of_dialog(chance)]
    if kind < 0.69:
        keys = one_of(ANNOTATING + (DELETING if deletes else []))
        return "annotate", keys
    if kind < 0.71:
        return "bookmark", [chance.choice("m'"), chance.choice("abz'")]
    if kind < 0.79:
        return "screen", one_of(SCREENS)
    if kind < 0.82:
        query = chance.choice([chance.choice(WORDS), some_words(chance, 3), '"human rights"', "verb:requests", "org"])
        return "library search", ["s", *query, end_of_dialog(chance)]
    if kind < 0.86:
        typed = chance.choice(commands) if commands and chance.random() < 0.6 else chance.choice(PLACES)
        return "palette", [":", *typed, end_of_dialog(chance)]
    if kind < 0.88:
        keys = one_of(PROGRAM)
        return "program", keys if stops or keys != ["\x1a"] else ["?"]
    if kind < 0.92:
        return "mouse", [mouse(chance, size)]
    if kind < 0.93:
        return "paste", [paste(chance)]
    if kind < 0.95:
        text = some_text(chance) if deletes else "".join(c for c in some_text(chance) if c not in "xUtgX\x12:")
        return "text", [*text]
    if kind < 0.96:
        junk = "".join(chr(chance.choice([27, 27, 91, 79, 59, 63, 200, chance.randint(0, 126)])) for _ in range(5))
        return "junk", [junk.replace("\x03", "").replace("\x1a", "")]
    return "escape", ["\x1b"]


def told(keys):
    """Keys to be read by people."""
    names = {"\x1b": "<Esc>", "\r": "<Enter>", "\t": "<Tab>", " ": "<Space>", "\x7f": "<BS>"}
    return names.get(keys) or "".join(c if c.isprintable() else f"<{ord(c):02x}>" for c in keys)[:60]


# ---------------------------------------------------------------- a terminal

SEQUENCE = re.compile(r"\x1b\[([?<>=]?)([0-9;]*)([ -/]*[@-~])|\x1b[\]P_^X].*?(?:\x07|\x1b\\)|\x1b[()][A-Z0-9]|\x1b[=>78cDEHMNOZ\\]", re.S)


class Screen:
    """What a terminal shows, as far as the reader asks of one; and the modes it was left in."""

    def __init__(self, columns, rows):
        self.modes, self.keyboards, self.left = {}, 0, ""
        self.resize(columns, rows)

    def resize(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.cells = [[" "] * columns for _ in range(rows)]
        self.x = self.y = self.top = 0
        self.end = rows

    def lines(self):
        return ["".join(row).rstrip() for row in self.cells]

    def faults(self):
        """How it is not as it was found."""
        on = [mode for mode in (1049, 1000, 1002, 1003, 1006, 2004, 2026) if self.modes.get(mode)]
        faults = [f"mode {mode} is left on" for mode in on]
        if self.modes.get(25) is False:
            faults.append("the cursor is left hidden")
        if self.keyboards:
            faults.append(f"the keyboard's mode is pushed {self.keyboards} times")
        return faults

    def feed(self, data):
        text, self.left = self.left + data, ""
        at = 0
        while at < len(text):
            if text[at] != "\x1b":
                self.put(text[at])
                at += 1
                continue
            found = SEQUENCE.match(text, at)
            if not found:
                if len(text) - at < 4096:
                    self.left = text[at:]
                    return
                at += 1
                continue
            at = found.end()
            if found[3]:
                self.obey(found[1], [int(n) if n else 0 for n in found[2].split(";")], found[3])

    def put(self, c):
        if c == "\r":
            self.x = 0
        elif c == "\n":
            self.y = min(self.y + 1, self.rows - 1)
        elif c == "\b":
            self.x = max(0, self.x - 1)
        elif c >= " " and not unicodedata.combining(c):
            if self.x < self.columns and self.y < self.rows:
                self.cells[self.y][self.x] = c
            self.x += 2 if unicodedata.east_asian_width(c) in "WF" else 1

    def obey(self, private, numbers, final):
        first = numbers[0]
        if private == "?" and final in "hl":
            for mode in numbers:
                self.modes[mode] = final == "h"
        elif private == ">" and final == "u":
            self.keyboards += 1
        elif private == "<" and final == "u":
            self.keyboards = max(0, self.keyboards - 1)
        elif private:
            return
        elif final == "H":
            self.y = min(max(first, 1), self.rows) - 1
            self.x = max(numbers[1] if len(numbers) > 1 else 1, 1) - 1
        elif final == "C":
            self.x += max(first, 1)
        elif final == "J" and first == 2:
            self.cells = [[" "] * self.columns for _ in range(self.rows)]
        elif final == "r":
            self.top = max(first, 1) - 1
            self.end = numbers[1] if len(numbers) > 1 and numbers[1] else self.rows
            self.x = self.y = 0
        elif final in "ST" and self.top < min(self.end, self.rows):
            self.end = min(self.end, self.rows)
            for _ in range(min(max(first, 1), self.rows)):
                row = [" "] * self.columns
                if final == "S":
                    self.cells.insert(self.end, row)
                    del self.cells[self.top]
                else:
                    del self.cells[self.end - 1]
                    self.cells.insert(self.top, row)


# ---------------------------------------------------------------- a program in it


class Program:
    """A program in a pseudo-terminal, where wanted below a shell that lets it go on when it has stopped."""

    def __init__(self, command, environment, folder, size, shell=False):
        self.size = size
        self.master, self.slave = os.openpty()
        self.resize(size, tells=False)
        self.found = termios.tcgetattr(self.slave)
        self.screen = Screen(*size)
        self.raw = b""
        self.stops, self.bad_stops = 0, []
        self.news, told = os.pipe()
        self.top = os.fork()
        if self.top == 0:
            start(command, environment, folder, self.master, self.slave, self.news, told, shell)
        os.close(told)
        self.half, self.status, self.undecoded = b"", None, b""
        os.set_blocking(self.master, False)
        os.set_blocking(self.news, False)
        self.pid = None
        until = time.monotonic() + 10
        while self.pid is None and time.monotonic() < until:
            self.look(0.01)

    def resize(self, size, tells=True):
        self.size = size
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        if tells:
            self.screen.resize(*size)

    def look(self, seconds):
        """Takes what is written, once; whether anything was."""
        ready = select.select([self.master, self.news], [], [], max(0, seconds))[0]
        if self.news in ready:
            self.hear()
        if self.master not in ready:
            return False
        try:
            data = os.read(self.master, 1 << 16)
        except (BlockingIOError, OSError):
            return False
        if not data:
            return False
        self.raw += data
        if b"\x1b[c" in data:
            self.type("\x1b[?62;22c")
        text = self.undecoded + data
        try:
            words, self.undecoded = text.decode(), b""
        except UnicodeDecodeError as fault:
            whole = fault.start if len(text) - fault.start < 4 else len(text)
            words, self.undecoded = text[:whole].decode(errors="replace"), text[whole:]
        self.screen.feed(words)
        return True

    def hear(self):
        """What the shell tells: `pid N`, `stopped CLEAN`, `status N`."""
        data = os.read(self.news, 4096)
        *lines, self.half = (self.half + data).split(b"\n")
        for line in lines:
            what, value = line.decode().split(" ", 1)
            if what == "pid":
                self.pid = int(value)
            elif what == "stopped":
                self.stops += 1
                if value != "clean":
                    self.bad_stops.append(value)
            elif what == "status":
                self.status = int(value)
        if not data:
            time.sleep(0.001)

    def type(self, keys):
        data = keys.encode("utf-8", "surrogateescape") if isinstance(keys, str) else keys
        until = time.monotonic() + 10
        while data and time.monotonic() < until:
            try:
                data = data[os.write(self.master, data):]
            except BlockingIOError:
                self.look(0.01)
            except OSError:
                return

    def quiet(self, silence, most):
        """Looks until nothing has come for a while."""
        until = time.monotonic() + most
        while time.monotonic() < until and self.status is None:
            if not self.look(silence):
                return

    def ended(self, seconds):
        """The exit status as a shell has it; `None` where the program goes on."""
        until = time.monotonic() + seconds
        while self.status is None and time.monotonic() < until:
            self.look(0.02)
        if self.status is not None:
            while self.look(0.0):
                pass
        return self.status

    def is_as_found(self):
        return termios.tcgetattr(self.slave) == self.found

    def close(self):
        for number in (self.master, self.slave, self.news):
            try:
                os.close(number)
            except OSError:
                pass
        if self.status is None and self.pid:
            try:
                os.kill(self.pid, 9)
            except ProcessLookupError:
                pass
        os.waitpid(self.top, 0)


def start(command, environment, folder, master, slave, news, told, shell):
    """In the child: a session of its own, whose leader waits for the program and tells what becomes of it."""
    import signal

    try:
        os.close(master)
        os.close(news)
        os.setsid()
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
        found = termios.tcgetattr(slave)
        for number in range(3):
            os.dup2(slave, number)
        os.chdir(folder)
        # Who waits outlives the program. Without a shell both are one group, which nobody could let go on.
        for number in (signal.SIGHUP, signal.SIGTTOU, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP):
            signal.signal(number, signal.SIG_IGN)
        ready, go = os.pipe()
        child = os.fork()
        if child == 0:
            os.read(ready, 1)
            for number in (signal.SIGHUP, signal.SIGTTOU, signal.SIGTERM, signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP, signal.SIGPIPE):
                signal.signal(number, signal.SIG_DFL)
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a file that grows too large is an error, and no end
            os.execve(command[0], command, environment)
        if shell:
            os.setpgid(child, child)
            os.tcsetpgrp(slave, child)
        os.write(told, f"pid {child}\n".encode())
        os.write(go, b"!")
        while True:
            _, status = os.waitpid(child, os.WUNTRACED)
            if os.WIFSTOPPED(status):
                try:
                    is_clean = termios.tcgetattr(slave) == found
                    os.write(told, b"stopped clean\n" if is_clean else b"stopped with the terminal in raw mode\n")
                    if shell:
                        os.tcsetpgrp(slave, os.getpid())
                        time.sleep(0.02)
                        os.tcsetpgrp(slave, child)
                except (OSError, termios.error):
                    pass  # the terminal has gone
                os.kill(-child if shell else child, signal.SIGCONT)
                continue
            code = os.waitstatus_to_exitcode(status)
            os.write(told, f"status {code if code >= 0 else 128 - code}\n".encode())
            os._exit(0)
    finally:
        os._exit(1)
