#!/usr/bin/env python3
"""Which functions run from the start until somebody reads, as a script for the linker that lays them side by side.

    cargo build --release --config 'profile.release.strip="none"'
    benches/start_functions.py target/release/seized            print how many, and how large
    benches/start_functions.py target/release/seized --write    into assets/start.ld

What a program runs first lies anywhere in it, and the system maps sixteen pages around each that is touched: most of
the whole becomes resident, page fault by page fault. Laid side by side it is a seventh of it. A function that has
another name since the list was made lies where it lay before, so the list may grow old without harm; make it anew when
`memory` in docs/performance.md has grown.

Python 3.9, valgrind and nm, on Linux. The reader is started on the sample and read in for a few keys, and again, as the
second start finds what the first one remembered.
"""
import argparse
import collections
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import tempfile
import termios
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = ROOT / "assets/start.ld"
TEXT = ROOT / "assets/A_RES_72_247.txt"
KEYS = ["\x05", "\x19", "j", "k", "\x06", "\x02", "}", "{", "\t", "G", "gg", "q"]
SILENCE = 5  # seconds after which nothing more is drawn, and more than valgrind takes for a start
ANSWER = b"\x1b]10;rgb:dddd/dddd/dddd\x07\x1b]11;rgb:0000/0000/0000\x07\x1b[?62;22c"


def run(program: Path, folder: Path) -> set:
    """The names of all functions that run from the start to the end of a short session, as the linker knows them."""
    counted = folder / "functions"
    child, terminal = pty.fork()
    if child == 0:
        home = {"HOME": str(folder), "TERM": "xterm-256color", "COLORTERM": "truecolor", "PATH": os.environ["PATH"]}
        tool = ["valgrind", "-q", "--tool=callgrind", "--demangle=no", f"--callgrind-out-file={counted}"]
        os.execvpe(tool[0], [*tool, str(program), str(TEXT)], home)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def drain(silence: float) -> None:
        while select.select([terminal], [], [], silence)[0]:
            try:
                said = os.read(terminal, 65536)
            except OSError:  # it has ended
                return
            if b"\x1b[c" in said:
                os.write(terminal, ANSWER)

    drain(SILENCE)
    for key in KEYS:
        os.write(terminal, key.encode())
        drain(0.5)
    os.waitpid(child, 0)
    names = re.findall(r"^c?fn=\(\d+\) (.+)$", counted.read_text(errors="replace"), re.MULTILINE)
    return {re.sub(r"'\d+$", "", name.strip()) for name in names}


def sizes(program: Path) -> dict:
    """The bytes of each function."""
    table = subprocess.run(["nm", "-S", str(program)], capture_output=True, text=True, check=True).stdout
    rows = (line.split() for line in table.splitlines())
    return {row[3]: int(row[1], 16) for row in rows if len(row) == 4 and row[2] in "tTwW"}


def bare(name: str) -> str:
    """A name without what the linker or another compiler would write otherwise."""
    name = re.sub(r"\.llvm\.\d+$", "", name)
    if name.startswith("_R"):
        return re.sub(r"Cs[0-9A-Za-z]*_(?=\d)", "Cs*_", name)
    return re.sub(r"17h[0-9a-f]{16}E$", "17h", name)


def patterns(ran: set, size: dict) -> tuple:
    """Patterns of names for the linker, and the bytes of all that they mean. By their bare names where few others
    have the same one; functions over many types go by their whole names."""
    all_of, ran_of = collections.Counter(), collections.defaultdict(list)
    for name, bytes_ in size.items():
        all_of[bare(name)] += bytes_
        if name in ran:
            ran_of[bare(name)].append(name)
    found, total = set(), 0
    for short, names in ran_of.items():
        own = sum(size[name] for name in names)
        if all_of[short] <= 2 * own or all_of[short] < own + 512:
            found.add(f"{short}*")
            total += all_of[short]
        else:
            found.update(re.sub(r"\.llvm\.\d+$", "", name) + "*" for name in names)
            total += own
    return sorted(found), total


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("program", type=Path, help="a release build that was not stripped")
    options.add_argument("--write", action="store_true", help=f"write {SCRIPT.relative_to(ROOT)}")
    asked = options.parse_args()
    size = sizes(asked.program)
    if not size:
        options.error(f"{asked.program} has no names; build it with --config 'profile.release.strip=\"none\"'")
    with tempfile.TemporaryDirectory() as folder:
        ran = set().union(*(run(asked.program.resolve(), Path(folder)) for _ in range(2))) & size.keys()
    found, total = patterns(ran, size)
    print(f"{len(ran)} functions of {sum(size[name] for name in ran)} bytes; {len(found)} patterns of {total} bytes")
    if asked.write:
        lines = "".join(f"    *(.text.{name} .text.unlikely.{name})\n" for name in found)
        head = "/* Made by benches/start_functions.py: what runs first lies side by side. */\n"
        SCRIPT.write_text(f"{head}SECTIONS\n{{\n  .text.start :\n  {{\n{lines}  }}\n}}\nINSERT BEFORE .text;\n")


if __name__ == "__main__":
    main()
