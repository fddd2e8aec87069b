#!/usr/bin/env python3
"""Counts how many mandates of English resolutions are found in the same resolutions in other languages.

    benches/six_languages.py PROGRAM FOLDER [--missed ru]

PROGRAM is a built `seized`; FOLDER has a folder for each language, en fr es ru zh ar, with the UN's XML. A
mandate is (who, what, session), counted as often as it is there; texts are matched by their symbol.

Prints, for each language, the share of the English entries that are found, of those whose what is not *other*,
and of its own entries those that are English ones: in the texts that may be looked at, in the third that is
kept aside (md5 of the symbol mod 3 is 0), in all. `--missed ru` lists of each text that may be looked at what
Russian has not (-) and what it alone has (+), by paragraph; of the texts kept aside never.
"""
import argparse, collections, hashlib, json, pathlib, subprocess

OTHERS = ["fr", "es", "ru", "zh", "ar"]


def entries(program, folder):
    """The mandates below a folder, by symbol."""
    command = [program, "mandates", str(folder), "--format", "json"]
    done = subprocess.run(command, capture_output=True, check=False)
    by_symbol = collections.defaultdict(list)
    for row in json.loads(done.stdout):
        if row["symbol"]:
            by_symbol[row["symbol"]].append(row)
    return by_symbol


def is_aside(symbol):
    return int(hashlib.md5(symbol.encode()).hexdigest(), 16) % 3 == 0


def keys(rows, is_telling=False):
    kept = [row for row in rows if not is_telling or row["what"] != "other"]
    return collections.Counter((row["who"], row["what"], row["session"]) for row in kept)


def share(english, other, symbols, is_telling=False):
    """Found, of the English ones, of its own."""
    found = first = second = 0
    for symbol in symbols:
        one, two = (keys(rows[symbol], is_telling) for rows in (english, other))
        found += sum((one & two).values())
        first += sum(one.values())
        second += sum(two.values())
    return found, first, second


def missed(english, other, symbols):
    for symbol in symbols:
        one, two = keys(english[symbol]), keys(other[symbol])
        for sign, rows, left in (("-", english, one - two), ("+", other, two - one)):
            for row in rows[symbol]:
                key = row["who"], row["what"], row["session"]
                if left[key] > 0:
                    # Which of several is missing cannot be told: all of them are shown.
                    words = f"{row['verb']} | {row['who_text'][:60]} | {row['do']} | {row['about'][:70]}"
                    print(f"{symbol} {row['citation']:8} {sign} {key} x{left[key]}  {words}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--missed", choices=OTHERS)
    args = parser.parse_args()
    by_language = {each: entries(args.program, args.folder / each) for each in ["en", *OTHERS]}
    english = by_language["en"]
    shared = set(english)
    for each in OTHERS:
        shared &= set(by_language[each])
    groups = {
        "looked at": sorted(symbol for symbol in shared if not is_aside(symbol)),
        "aside": sorted(filter(is_aside, shared)),
        "all": sorted(shared),
    }
    if args.missed:
        return missed(english, by_language[args.missed], groups["looked at"])
    for name, symbols in groups.items():
        for each in OTHERS:
            found, first, second = share(english, by_language[each], symbols)
            telling, told, _ = share(english, by_language[each], symbols, True)
            print(
                f"{name:9} ({len(symbols)} texts) {each}  {found / first:.3f} of {first}"
                f"   telling {telling / told:.3f} of {told}   of its own {found / second:.3f} of {second}"
            )


if __name__ == "__main__":
    main()
