#!/usr/bin/env python3
"""What a person waits for: the reader in a pseudo-terminal, beside `less` and `vim -R`.

    cargo build --release
    benches/terminal.py                          print the tables
    benches/terminal.py --against OLD --write    an older binary in turn; into docs/performance.md
    benches/terminal.py --library FOLDER         the catalogue of a folder and a comparison as well

Python 3.9 and its standard library, on Linux. A program that is not there is named and left out.

How it measures. Each program gets a pseudo-terminal of 120x40 cells, an empty home, and an answer
at once to whatever it asks of a terminal. The programs take turns, one session each a round, so that
a slow minute of the machine falls on all of them; what is printed is the median over the rounds (of
keys: over all presses), with the smallest and the largest in brackets.

    first frame     from exec until the words that are looked for have been written
    a key           from the key until the last byte of its answer; the answer has ended when nothing
                    has come for 40 ms
    bytes a line    what is written for one line of scrolling (Ctrl-e, which all of them know); in one
                    column, of seized, after Z
    memory          the largest resident set so far (VmHWM)
    wake-ups        how often a thread of the program gave up the processor of its own accord, a
                    second, while nobody types

Its own floor, with a program that only echoes, is printed by --floor: no figure can be below it.
"""
import argparse
import datetime
import fcntl
import filecmp
import json
import os
import platform
import pty
import re
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "assets/A_RES_72_247.txt"
TEXTS = ROOT / "docs/tour"
PAGE = ROOT / "docs/performance.md"
BEGIN, END = "<!-- measured by benches/terminal.py -->", "<!-- end of what is measured -->"

COLUMNS, ROWS = 120, 40
WORDS = "Guided by the purposes"  # in one row of the first screen of every program
SETTLE = 0.040  # seconds of silence that end an answer
DOWN, UP, SCROLL, SCROLL_BACK, PAGE_DOWN, PAGE_UP = b"j", b"k", b"\x05", b"\x19", b"\x06", b"\x02"

# ---------------------------------------------------------------- a terminal that answers

ESCAPE = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]P_^X].*?(?:\x07|\x1b\\)|\x1b[ -/]*[0-OQ-WYZ\\`a-~]", re.S)
# What programs ask, and what a dark terminal without graphics says.
COLOURS = {b"10": b"dddd/dddd/dddd", b"11": b"0000/0000/0000"}
ANSWERS = [
    (re.compile(rb"\x1b\](1[01]);\?(\x07|\x1b\\)"), lambda m: b"\x1b]%s;rgb:%s%s" % (m[1], COLOURS[m[1]], m[2])),
    (re.compile(rb"\x1b\[0?c"), lambda _: b"\x1b[?62;22c"),
    (re.compile(rb"\x1b\[>0?c"), lambda _: b"\x1b[>0;276;0c"),
    (re.compile(rb"\x1b\[6n"), lambda _: b"\x1b[1;1R"),
    (re.compile(rb"\x1b\[\?u"), lambda _: b"\x1b[?0u"),
    (re.compile(rb"\x1b\[\?(\d+)\$p"), lambda m: b"\x1b[?%s;0$y" % m[1]),
    (re.compile(rb"\x1bP([+$])q[^\x1b]*\x1b\\"), lambda m: b"\x1bP0%sr\x1b\\" % m[1]),
]


class Terminal:
    """A program on a pseudo-terminal: what it has written, and when."""

    def __init__(self, command, home):
        environment = {
            "PATH": os.environ["PATH"], "HOME": home, "TMPDIR": home, "SHELL": "/bin/sh",
            "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8",
        }
        self.master, slave = pty.openpty()
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        wait, go = os.pipe()  # so that the time of the fork is not counted
        self.pid = os.fork()
        if self.pid == 0:
            start(command, environment, slave, wait)
        os.close(slave)
        os.close(wait)
        os.set_blocking(self.master, False)
        self.poll = select.poll()
        self.poll.register(self.master, select.POLLIN)
        self.pieces, self.asked = [], b""  # (when, bytes); what may be half a question
        time.sleep(0.005)
        self.started = time.perf_counter()
        os.write(go, b"!")
        os.close(go)

    def read(self, seconds):
        """Waits for one piece of output. False where none came."""
        if not self.poll.poll(max(0.0, seconds) * 1000):
            return False
        try:
            data = os.read(self.master, 1 << 16)
        except (BlockingIOError, OSError):
            time.sleep(0.001)
            return False
        self.pieces.append((time.perf_counter(), data))
        self.answer(data)
        return True

    def answer(self, data):
        asked, self.asked = self.asked + data, b""
        for question, reply in ANSWERS:
            for found in question.finditer(asked):
                self.type(reply(found))
            asked = question.sub(b"", asked)
        cut = asked.rfind(b"\x1b")
        if cut >= 0 and not ESCAPE.match(asked, cut):
            self.asked = asked[cut:][-64:]

    def type(self, keys):
        while keys:
            try:
                keys = keys[os.write(self.master, keys):]
            except BlockingIOError:
                self.read(0.001)

    def listen(self, first, settle=SETTLE):
        """The pieces that come until it falls silent; gives up where none comes in `first` seconds."""
        begin = len(self.pieces)
        while self.read(settle if len(self.pieces) > begin else first):
            pass
        return self.pieces[begin:]

    def wait_for(self, words, seconds=20):
        """Whether the words are written within some seconds."""
        seen, wanted, limit = b"", squash(words.encode()), time.perf_counter() + seconds
        while time.perf_counter() < limit:
            if self.read(0.2):
                seen += self.pieces[-1][1]
                if wanted in squash(ESCAPE.sub(b"", seen)):
                    self.listen(first=0.3, settle=0.3)
                    return True
        return False

    def press(self, key):
        """(milliseconds until the last byte of the answer, bytes of it); None where none came."""
        pressed = time.perf_counter()
        self.type(key)
        answer = self.listen(first=1.0)
        if not answer:
            return None
        return (answer[-1][0] - pressed) * 1000, sum(len(data) for _, data in answer)

    def close(self, quit_keys):
        self.type(quit_keys)
        for end in (1.0, 2.0):
            limit = time.monotonic() + end
            while time.monotonic() < limit:
                self.read(0.01)
                if os.waitpid(self.pid, os.WNOHANG)[0]:
                    os.close(self.master)
                    return
            os.kill(self.pid, signal.SIGKILL)  # a child of our own
        os.close(self.master)


def start(command, environment, slave, wait):
    """In the child: becomes the program, with the pseudo-terminal as its own."""
    try:
        os.setsid()
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
        for standard in (0, 1, 2):
            os.dup2(slave, standard)
        os.set_inheritable(wait, False)
        os.read(wait, 1)
        os.execvpe(command[0], command, environment)
    finally:
        os._exit(127)


def first_frame(terminal, words):
    """Milliseconds until the words have been written; None where they never were."""
    seen, wanted = b"", squash(words.encode())
    deadline = terminal.started + 20
    while time.perf_counter() < deadline:
        if not terminal.read(0.2):
            continue
        seen += terminal.pieces[-1][1]
        if wanted in squash(ESCAPE.sub(b"", seen)):
            return (terminal.pieces[-1][0] - terminal.started) * 1000
    return None


def squash(data):
    return re.sub(rb"\s+", b"", data)


def peak_memory(pid):
    """In MiB."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(re.search(r"VmHWM:\s*(\d+)", status)[1]) / 1024


def switches(pid):
    """How often its threads have gone to sleep so far."""
    total = 0
    for thread in Path(f"/proc/{pid}/task").iterdir():
        status = (thread / "status").read_text()
        total += int(re.search(r"^voluntary_ctxt_switches:\s*(\d+)", status, re.M)[1])
    return total


# ---------------------------------------------------------------- one session

# How many keys of a kind a session presses: they go there and back, so that there is always text.
KEYS = [
    ("line", [DOWN] * 30 + [UP] * 30),
    ("scroll", [SCROLL] * 10 + [SCROLL_BACK] * 10),
    ("page", [PAGE_DOWN, PAGE_UP] * 15),
]


def session(command, quit_keys, words=WORDS, idle=2.0, first=(), one_column=None):
    """Figures of one run of a program: name → one value, or a list of them for keys. `first` are keys that are
    pressed before anything is measured but the first frame, each until the words behind it are there; `one_column`
    shows the text as wide as the terminal."""
    with tempfile.TemporaryDirectory() as home:
        terminal = Terminal(command, home)
        try:
            figures = {"first frame": first_frame(terminal, words)}
            if figures["first frame"] is None:
                raise SystemExit(f"{command[0]}: never showed `{words}`: {terminal.pieces[-1:]}")
            terminal.listen(first=0.3, settle=0.3)
            for key, until in first:
                terminal.type(key)
                if not terminal.wait_for(until):
                    raise SystemExit(f"{command}: {key} never showed `{until}`")
            if idle:
                before = switches(terminal.pid)
                terminal.listen(first=idle)
                figures["wake-ups"] = (switches(terminal.pid) - before) / idle
            for kind, keys in KEYS:
                answers = [answer for key in keys if (answer := terminal.press(key))]
                figures[kind] = [milliseconds for milliseconds, _ in answers]
                figures[kind + " bytes"] = [written for _, written in answers]
            figures["memory"] = peak_memory(terminal.pid)
            if one_column:
                terminal.press(one_column)
            answers = [answer for key in KEYS[1][1] if (answer := terminal.press(key))]
            figures["column bytes"] = [written for _, written in answers]
            return figures
        finally:
            terminal.close(quit_keys)


def in_turn(programs, path, rounds):
    """name → figures of each round. One round that is not counted comes first."""
    results = {name: [] for name, _, _ in programs}
    for number in range(rounds + 1):
        for name, command, quit_keys in programs:
            column = b"Z" if name in ("seized", "before") else None
            figures = session([*command, str(path)], quit_keys, one_column=column)
            if number:
                results[name].append(figures)
        print(f"  {path.name}: round {number} of {rounds}", file=sys.stderr)
    return results


def both_open(programs, path, presses=300):
    """kind of key → name → milliseconds of each press, the programs open side by side and each key pressed in
    all of them, who comes first in turn: what a machine does for a while, it does to all."""
    with tempfile.TemporaryDirectory() as home:
        open_ones = [Terminal([*command, str(path)], home) for _, command, _ in programs]
        try:
            for terminal in open_ones:
                first_frame(terminal, WORDS)
                terminal.listen(first=1.0, settle=1.0)
            times = {}
            for kind, there, back in (("line", DOWN, UP), ("page", PAGE_DOWN, PAGE_UP)):
                of_kind = times.setdefault(kind, {name: [] for name, _, _ in programs})
                for number in range(presses):
                    key = there if number % 20 < 10 else back
                    turn = list(zip(programs, open_ones))
                    for (name, _, _), terminal in turn if number % 2 else turn[::-1]:
                        if answer := terminal.press(key):
                            of_kind[name].append(answer[0])
            return times
        finally:
            for terminal, (_, _, quit_keys) in zip(open_ones, programs):
                terminal.close(quit_keys)


def keys_in_turn(own, texts):
    """A table of keys pressed in both binaries by turns."""
    lines = ["| keys pressed in both by turns, p50 | seized | before |", "|---|---|---|"]
    for called, path in texts:
        for kind, of_kind in both_open(own, path).items():
            cells = [f"{statistics.median(of_kind[name]):.3f} ms of {len(of_kind[name])}" for name, _, _ in own]
            lines.append(f"| {called}, {kind} key | " + " | ".join(cells) + " |")
    return "\n".join(lines)


# ---------------------------------------------------------------- texts

def long_text(path, size=10_000_000):
    """The sample's operative paragraphs over and over, as one resolution (as in benches/parse.rs)."""
    text = SAMPLE.read_text()
    begin, end = text.index("\t1.\tStresses"), text.index("76th plenary")
    words = [line.split("\t", 2)[-1] for line in text[begin:end].splitlines() if line.startswith("\t")]
    parts, length, number = [text[:begin]], begin, 0
    while length < size:
        parts.append(f"\t{number % 999 + 1}.\t{words[number % len(words)]}\n")
        length, number = length + len(parts[-1]), number + 1
    path.write_text("".join(parts) + text[end:])


def annotations(reader, document, count=10_000):
    """Annotations beside a document, as many on each paragraph as on the others."""
    printed = subprocess.run([reader, "parse", document], capture_output=True, check=True).stdout
    blocks = [block for block in json.loads(printed)["blocks"] if len(block["text"]) > 60]
    lines = [f'(\n    version: 1,\n    source: (file: "{document.name}"),\n    annotations: [\n']
    for number in range(count):
        block = blocks[number * len(blocks) // count]
        text = block["text"]
        begin = number % (len(text) - 40)
        at = {
            "paragraph": block["id"], "quote": text[begin:begin + 30],
            "prefix": text[max(0, begin - 30):begin], "suffix": text[begin + 30:begin + 60],
        }
        place = ", ".join(f"{key}: {json.dumps(value)}" for key, value in at.items())
        lines.append(
            f'        (id: "01JD{number:022}", at: ({place}, range: ({begin}, {begin + 30})),\n'
            f'            tags: ["follow-up", "mandate/report"], note: "Ask for the modalities, and who is '
            f'to bear the costs of it.", colour: Some("yellow"), author: "N", '
            f'created: "2026-11-23T16:00:00Z", modified: "2026-11-23T16:00:00Z"),\n'
        )
    lines.append("    ],\n)\n")
    document.with_name(document.name + ".seized.ron").write_text("".join(lines))


# ---------------------------------------------------------------- tables

def centile(values, share):
    """The value that this share of the values does not pass."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * int(share * 100) // 100) - 1)]


def pooled(kind, share):
    """A centile over all presses; in brackets that of the best and of the worst round."""
    def of(rounds):
        values = [value for figures in rounds for value in figures[kind]]
        each = [centile(figures[kind], share) for figures in rounds if figures[kind]]
        return (centile(values, share), min(each), max(each)) if values else None
    return of


def single(kind):
    def of(rounds):
        values = [figures[kind] for figures in rounds]
        return statistics.median(values), min(values), max(values)
    return of


# What a row is, how it is made from the rounds, its digits and unit, and the goal: at most so much, or at most so
# many times what another takes, or so much more.
SAMPLE_ROWS = [
    ("first frame", single("first frame"), "{:.1f} ms", ("less", 1.3, 1.5)),
    ("line key, p50", pooled("line", 0.50), "{:.2f} ms", ("vim -R", 1.3)),
    ("line key, p99", pooled("line", 0.99), "{:.2f} ms", ("vim -R", 1.0)),
    ("page key, p50", pooled("page", 0.50), "{:.2f} ms", (None, 1.2)),
    ("page key, p99", pooled("page", 0.99), "{:.2f} ms", (None, 3)),
    ("bytes a scrolled line", pooled("scroll bytes", 0.50), "{:,.0f}", None),
    ("bytes a scrolled line, one column", pooled("column bytes", 0.50), "{:,.0f}", (None, 478)),
    ("bytes a page", pooled("page bytes", 0.50), "{:,.0f}", None),
    ("memory, peak", single("memory"), "{:.1f} MiB", (None, 8)),
    ("wake-ups a second while nobody types", single("wake-ups"), "{:.1f}", (None, 0)),
]
LONG_ROWS = [
    ("first frame", single("first frame"), "{:.0f} ms", ("less", 10)),
    *SAMPLE_ROWS[1:5],
    ("memory, peak", single("memory"), "{:.1f} MiB", (None, 80)),
    SAMPLE_ROWS[-1],
]
ANNOTATED_ROWS = [("first frame", single("first frame"), "{:.0f} ms", None)] + [
    (label, figure, form, None) for label, figure, form, _ in LONG_ROWS[1:]
]


def table(title, rows, results):
    names = list(results)
    lines = [f"| {title} | {' | '.join(names)} | goal |", "|---" * (len(names) + 2) + "|"]
    for label, figure, form, goal in rows:
        figures = {name: figure(rounds) for name, rounds in results.items()}
        cells = [cell(figures[name], form) for name in names]
        lines.append(f"| {label} | {' | '.join(cells)} | {verdict(figures, form, goal)} |")
    return "\n".join(lines)


def cell(figure, form):
    if figure is None:
        return "–"
    middle, least, most = (form.format(value) for value in figure)
    return middle if least == most else f"{middle} ({least.split()[0]} to {most.split()[0]})"


def verdict(figures, form, goal):
    own = figures["seized"]
    if goal is None or own is None:
        return "–"
    whose, limit, *more = goal
    if whose is None:
        return form.format(limit) + ("" if own[0] <= limit else ", **not reached**")
    if figures.get(whose) is None:
        return f"{limit} × {whose}"
    ratio, above = own[0] / figures[whose][0], own[0] - figures[whose][0]
    said = f"{limit} × {whose}" + "".join(f", or {form.format(much)} more" for much in more)
    is_reached = ratio <= limit or any(above <= much for much in more)
    return said + (f"; {ratio:.1f} ×" if is_reached else f", **not reached: {ratio:.1f} ×**")


def machine():
    info = Path("/proc/cpuinfo").read_text() if Path("/proc/cpuinfo").exists() else ""
    found = re.search(r"model name\s*: (.*)", info)
    model = found[1] if found else platform.machine()
    return f"{os.cpu_count()} × {model}, {platform.system()} {platform.release().split('-')[0]}"


def first_line(command):
    out = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return out.splitlines()[0].strip() if out else command[0]


# ---------------------------------------------------------------- the command

def programs(reader, against):
    """(name, command, how it is left) of what is there; what is missing is said."""
    found = [("seized", [str(reader)], b"q")]
    if against:
        found.append(("before", [str(against)], b"q"))
    for name, arguments, quit_keys in (("less", [], b"q"), ("vim", ["-R"], b"\x1b:q!\r")):
        command = shutil.which(name) or (name == "vim" and shutil.which("vim.tiny"))
        if command:
            label = " ".join([name, *arguments])
            found.append((label, [command, *arguments], quit_keys))
        else:
            print(f"{name} is not there, and is left out", file=sys.stderr)
    bat = shutil.which("bat") or shutil.which("batcat")
    if bat:
        found.append(("bat", [bat, "--paging=always", "--color=always"], b"q"))
    else:
        print("bat is not there, and is left out", file=sys.stderr)
    return found


MANY_ROWS = [(label, figure, form, None) for label, figure, form, _ in SAMPLE_ROWS[:5] + SAMPLE_ROWS[-2:]]


def many(own, options, rounds):
    """Tables of a library and of a comparison."""
    texts = [str(TEXTS / name) for name in ("A_RES_42_21.txt", "A_RES_44_21.txt")]
    tables = []
    for title, arguments, words, first in (
        (f"the catalogue of {options.library.name}", [str(options.library)], options.words, []),
        ("a comparison", texts, "Operative", [(b"c", "Compare"), (b"\r", "edited")]),
    ):
        results = {name: [] for name, _, _ in own}
        for number in range(rounds + 1):
            for name, command, _ in own:
                # A home of each round: what it keeps of the library is made in the first frame.
                figures = session([*command, *arguments], b"\x03", words, first=first)
                if number:
                    results[name].append(figures)
        tables.append(table(title, MANY_ROWS, results))
    return tables


def measure(options):
    everyone = programs(options.binary, options.against)
    own = [program for program in everyone if program[0] in ("seized", "before")]
    with tempfile.TemporaryDirectory() as folder:
        # Each in a folder of its own: what is written on a sibling of the same symbol is shown as well.
        names = ("sample", "long", "annotated")
        sample, long, annotated = (Path(folder) / name / f"{name}.txt" for name in names)
        for path in (sample, long, annotated):
            path.parent.mkdir()
        shutil.copy(SAMPLE, sample)
        shutil.copy(SAMPLE, annotated)
        long_text(long)
        annotations(options.binary, annotated)
        few = max(1, options.rounds // 2)
        tables = [
            table("the sample, A/RES/72/247 (19 KB)", SAMPLE_ROWS, in_turn(everyone, sample, options.rounds)),
            table("a text of 10 MB", LONG_ROWS, in_turn(everyone, long, few)),
            table("the sample with 10,000 annotations", ANNOTATED_ROWS, in_turn(own, annotated, few)),
        ]
        if options.library:
            # An older binary may have no library.
            tables.extend(many(own[:1], options, few))
        if options.against:
            tables.append(keys_in_turn(own, [("the sample", sample), ("10 MB", long)]))
    load = os.getloadavg()[1]
    said = (
        f"{datetime.date.today()}, {machine()}; load over the last five minutes {load:.1f}. "
        f"Rounds: {options.rounds} on the sample, {few} on the others; {COLUMNS}×{ROWS} cells, against "
        f"{first_line(['less', '--version']) if shutil.which('less') else 'no less'}"
        f" and {first_line(['vim', '--version']) if shutil.which('vim') else 'no vim'}"
        + f"{before(options)}."
    )
    return "\n\n".join([said, *tables])


def before(options):
    """What the column of the older binary is."""
    if not options.against:
        return ""
    if filecmp.cmp(options.binary, options.against, shallow=False):
        return "; *before* is the same binary, so that what differs is the noise"
    return "; *before* is the older binary"


def write(text):
    """Sets the tables between the two marks of the page."""
    page = PAGE.read_text()
    if BEGIN not in page or END not in page:
        raise SystemExit(f"{PAGE}: has no `{BEGIN}` and `{END}`")
    head, rest = page.split(BEGIN, 1)
    PAGE.write_text(f"{head}{BEGIN}\n\n{text}\n\n{END}{rest.split(END, 1)[1]}")


def floor():
    """What the measuring itself takes: a program that writes a word, and then what is typed."""
    figures = session(["sh", "-c", "stty raw -echo; printf READY; exec cat"], b"", words="READY", idle=0)
    print(f"first frame {figures['first frame']:.2f} ms (with the start of a shell)")
    print(f"a key {centile(figures['line'], 0.5):.3f} ms, p99 {centile(figures['line'], 0.99):.3f} ms")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=Path, default=ROOT / "target/release/seized", help="the reader")
    parser.add_argument("--against", type=Path, metavar="PATH", help="an older binary of it, measured in turn")
    parser.add_argument("--rounds", type=int, default=5, help="sessions of each program on the sample (5)")
    parser.add_argument("--library", type=Path, metavar="FOLDER", help="a folder of texts, to open as a library")
    parser.add_argument("--words", default="newest first", help="what its catalogue shows first (`newest first`)")
    parser.add_argument("--write", action="store_true", help="into docs/performance.md instead of printing")
    parser.add_argument("--floor", action="store_true", help="what the measuring itself takes")
    options = parser.parse_args()
    if not Path("/proc/self/status").exists():
        raise SystemExit("needs Linux: memory and wake-ups are read from /proc")
    if options.floor:
        return floor()
    for binary in filter(None, (options.binary, options.against)):
        if not os.access(binary, os.X_OK):
            raise SystemExit(f"{binary}: no program; `cargo build --release` makes it")
    text = measure(options)
    return write(text) if options.write else print(text)


if __name__ == "__main__":
    main()
