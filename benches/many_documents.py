#!/usr/bin/env python3
"""Makes many documents from given texts, to measure the library on.

    python3 benches/many_documents.py TEXTS FOLDER [COUNT]

Each document is one of the texts with other numbers, dates and words: a twentieth of its numbers and a fiftieth
of its words are exchanged for others of the same texts, and its symbol is one that no other has. The same
arguments make the same documents.
"""

import os
import random
import re
import sys

WORD = re.compile(r"[A-Za-zÀ-ÿ]{4,}|\d+")


def varied(text, words, chance):
    """The text with some words and numbers exchanged."""

    def exchange(match):
        found = match.group()
        if found.isdigit():
            if chance.random() < 0.05 and len(found) < 4:
                return str(chance.randrange(1, 10 ** len(found)))
            if len(found) == 4 and found.startswith(("19", "20")) and chance.random() < 0.3:
                return str(chance.randrange(1946, 2025))
            return found
        if chance.random() < 0.02:
            other = chance.choice(words)
            return other.capitalize() if found[0].isupper() else other
        return found

    return WORD.sub(exchange, text)


def main():
    source, target = sys.argv[1:3]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 20_000
    names = sorted(name for name in os.listdir(source) if name.endswith(".txt"))
    texts = [open(os.path.join(source, name), encoding="utf-8").read() for name in names]
    chance = random.Random(16)
    words = sorted({word for text in texts for word in re.findall(r"\b[a-z]{4,}\b", text)})
    os.makedirs(target, exist_ok=True)
    for index in range(count):
        at = index % len(texts)
        copy = index // len(texts)
        stem = names[at][: -len(".txt")]
        text = texts[at] if copy == 0 else varied(texts[at], words, chance)
        name = f"{stem}.txt" if copy == 0 else f"{stem}_v{copy}.txt"
        with open(os.path.join(target, name), "w", encoding="utf-8") as out:
            out.write(text)


if __name__ == "__main__":
    main()
