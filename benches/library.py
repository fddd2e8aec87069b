#!/usr/bin/env python3
"""Measures the library from outside, and holds its answers against what looking at everything finds.

    python3 benches/library.py phrases SEIZED FOLDER [COUNT]
    python3 benches/library.py agreed SEIZED FOLDER [COUNT]
    python3 benches/library.py planted SEIZED FOLDER [COUNT]
    python3 benches/library.py killed SEIZED FOLDER [TIMES]

`phrases`: stretches of text of all lengths, and what `rg -F -S` finds in the lines of
`parse --format passages` (`rg` must be there). `agreed`: paragraphs of the folder, and what comparing each with
all finds, from which likeness on whatever. `planted`: runs of eight words planted in other paragraphs. `killed`: the
program is killed at random moments while it makes its index, and must go on from there. The cache of the person
who measures is not touched.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unicodedata

CHANCE = random.Random(5)


def run(arguments, **more):
    return subprocess.run(arguments, capture_output=True, text=True, **more)


def documents(folder):
    found = []
    for path, folders, names in os.walk(folder):
        folders.sort()
        found += [os.path.join(path, name) for name in sorted(names)]
    return [path for path in found if not path.endswith((".ron", ".zip", ".tsv", ".json"))]


def lines_of(seized, folder):
    """Each passage as file, citation and line."""
    lines = []
    for path in documents(folder):
        out = run([seized, "parse", path, "--format", "passages"]).stdout
        for line in out.split("\n"):
            if line:
                lines.append((path, line.split("\t", 1)[0], line))
    return lines


def find(seized, folder, phrase):
    escaped = phrase.replace("\\", "\\\\").replace('"', '\\"')
    out = run([seized, "find", "--format", "json", "--", f'"{escaped}"', folder]).stdout
    return sorted((one["file"], one["citation"]) for one in json.loads(out))


def phrases(seized, folder, count=1000):
    lines = lines_of(seized, folder)
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write("\n".join(line for _, _, line in lines) + "\n")
        file.flush()
        wrong = hits = 0
        took, took_rg = [], []
        for _ in range(count):
            text = ""
            while not text.strip():
                text = CHANCE.choice(lines)[2].split("\t", 1)[1]
            length = CHANCE.choice([1, 2, 4, 8, 12, 20, 30, 45, 60, 100])
            at = CHANCE.randrange(max(1, len(text) - length))
            phrase = text[at : at + length]
            if CHANCE.random() < 0.5:
                phrase = phrase.lower()
            began = time.perf_counter()
            ours = find(seized, folder, phrase)
            took.append(time.perf_counter() - began)
            began = time.perf_counter()
            out = run(["rg", "-F", "-S", "-n", "--no-heading", "--color=never", "--", phrase, file.name])
            took_rg.append(time.perf_counter() - began)
            theirs = [lines[int(line.split(":", 1)[0]) - 1] for line in out.stdout.split("\n") if line]
            theirs = sorted((path, cite) for path, cite, _ in theirs)
            hits += len(theirs)
            if ours != theirs:
                wrong += 1
                print("differs:", repr(phrase), len(ours), len(theirs), file=sys.stderr)
    print(f"{count} phrases, {hits} passages, {wrong} differ")
    for name, times in (("find", took), ("rg", took_rg)):
        times.sort()
        print(f"{name}: median {times[len(times) // 2] * 1000:.0f} ms, p99 {times[len(times) * 99 // 100] * 1000:.0f} ms")


def words_of(text):
    """Words as `text::words` has them."""
    words, word = [], ""
    for c in text:
        is_part = unicodedata.category(c)[0] in "LN" or (word and unicodedata.category(c) in ("Mc", "Mn") and False)
        if is_part and "\u4e00" <= c <= "\u9fff":
            words += [word, c] if word else [c]
            word = ""
        elif is_part:
            word += c.lower()
        elif word:
            words.append(word)
            word = ""
    return words + [word] if word else words


def grams(words):
    return {tuple(words[at : at + 4]) for at in range(len(words) - 3)}


def likeness(one, other):
    if min(len(one[0]), len(other[0])) < 4:
        return 1.0 if one[0] == other[0] else 0.0
    return 2 * len(one[1] & other[1]) / (len(one[1]) + len(other[1]))


def agreed(seized, folder, count=2000):
    lines = lines_of(seized, folder)
    texts = []
    by_gram = {}
    for index, (_, _, line) in enumerate(lines):
        words = words_of(line.split("\t", 1)[1])
        texts.append((words, grams(words)))
        keys = texts[-1][1] or {tuple(words)}
        for gram in keys:
            by_gram.setdefault(gram, []).append(index)
    asked = CHANCE.sample([at for at in range(len(lines)) if len(texts[at][0]) >= 4], min(count, len(lines)))
    missing = false = expected = 0
    took = []
    for at in asked:
        path, cite, _ = lines[at]
        least = CHANCE.choice(["0.65", "0.8"])
        began = time.perf_counter()
        out = run([seized, "agreed", path, "--at", cite, folder, "--least", least, "--format", "json"])
        took.append(time.perf_counter() - began)
        if out.returncode > 1:
            print(out.stderr, file=sys.stderr)
        found = json.loads(out.stdout or "[]")
        ours = {(one["file"], one["citation"]) for one in found if one["likeness"] >= float(least)}
        near = {other for gram in texts[at][1] for other in by_gram.get(gram, [])}
        theirs = {
            lines[other][:2]
            for other in near
            if other != at and likeness(texts[at], texts[other]) >= float(least)
        }
        theirs.discard((path, cite))
        expected += len(theirs)
        if theirs - ours or ours - theirs:
            missing += len(theirs - ours)
            false += len(ours - theirs)
            print(path, cite, least, sorted(theirs - ours)[:3], sorted(ours - theirs)[:3], file=sys.stderr)
    took.sort()
    recall = (expected - missing) / max(1, expected)
    print(f"{len(asked)} paragraphs, {expected} uses, recall {recall:.4f}, {false} false")
    print(f"from a shell: median {took[len(took) // 2] * 1000:.0f} ms, p99 {took[len(took) * 99 // 100] * 1000:.0f} ms")


def planted(seized, folder, count=200):
    lines = [line for line in lines_of(seized, folder) if len(words_of(line[2])) > 40]
    with tempfile.TemporaryDirectory() as home:
        texts = os.path.join(home, "texts")
        shutil.copytree(folder, texts)
        plants = []
        for index in range(count):
            words = CHANCE.choice(lines)[2].split("\t", 1)[1].split(" ")
            at = CHANCE.randrange(len(words) - 20)
            run_of_words = []
            while len(words_of(" ".join(run_of_words))) < 8:
                run_of_words.append(words[at + len(run_of_words)])
            other = CHANCE.choice(lines)[2].split("\t", 1)[1].split(" ")
            middle = len(other) // 2
            text = " ".join(["1. Decides"] + other[:middle] + run_of_words + other[middle:])
            name = f"planted{index}.txt"
            with open(os.path.join(texts, name), "w", encoding="utf-8") as out:
                out.write(f"The General Assembly,\n\n{text}\n\n2. Decides to end.\n")
            plants.append((name, " ".join(run_of_words)))
        env = dict(os.environ, XDG_CACHE_HOME=os.path.join(home, "cache"))
        found = 0
        for name, words in plants:
            around = f"zebra quagga {words} okapi gnu"
            out = run([seized, "agreed", "-", texts, "--format", "json"], input=around, env=env).stdout
            uses = [one for one in json.loads(out) if one["file"].endswith(name) and one["within"]]
            found += bool(uses)
            if not uses:
                print("not found:", name, words, file=sys.stderr)
    print(f"{found} of {count} planted runs are found within")


def killed(seized, folder, times=50):
    with tempfile.TemporaryDirectory() as home:
        env = dict(os.environ, XDG_CACHE_HOME=os.path.join(home, "cache"))
        ask = [seized, "find", "--format", "json", "water", folder]
        began = time.perf_counter()
        right = run(ask, env=env).stdout
        whole = time.perf_counter() - began
        wrong = 0
        for _ in range(times):
            shutil.rmtree(os.path.join(home, "cache"))
            for _ in range(2):
                child = subprocess.Popen(ask, env=env, stdout=subprocess.DEVNULL)
                time.sleep(CHANCE.random() * whole)
                child.send_signal(signal.SIGKILL)
                child.wait()
            wrong += run(ask, env=env).stdout != right
        print(f"killed {2 * times} times within {whole:.1f} s: {wrong} wrong answers")


if __name__ == "__main__":
    what, *rest = sys.argv[1:]
    rest = rest[:2] + [int(number) for number in rest[2:]]
    {"phrases": phrases, "agreed": agreed, "planted": planted, "killed": killed}[what](*rest)
