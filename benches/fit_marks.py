#!/usr/bin/env python3
"""Counts what stands beside footnote marks and beside other numbers, and fits weights to it.

    cargo build && cargo test --no-run
    benches/fit_marks.py target/debug/seized TEST_BINARY FOLDER... [--fit] [--write src/parse/marks/features.rs]

FOLDER has documents whose format knows its marks: the UN's XML, PDF with tags. Each is read, its marks
are written into its words as plain text has them (right behind the word, or apart as on pages; in Arabic
in brackets), and every run of digits is shown to the recogniser (`parse::marks::candidates`), which says
what it sees there. Of every three documents one is kept aside.

Prints, for each feature of the table in `src/parse/marks/features.rs`: how often it was seen, how often
beside a mark, the weight by hand and the weight a fit would give it; then how likely the kept third is
under either. `--write` writes the counts into the table, with `--fit` the fitted weights too, to be measured
with `docs/fidelity.sh`. What came of that is in `docs/fidelity.md`: the weights are by hand.
"""
import argparse, json, math, pathlib, re, subprocess, tempfile
from collections import Counter

FEATURES = pathlib.Path(__file__).parent.parent / "src/parse/marks/features.rs"
ROW = re.compile(r"^    (\w+) = (-?[\d.]+), \d+ of \d+;$", re.M)
# A fit on few cases stays near the weight by hand: as if each had been seen so often besides.
TRUST = 4.0


def planted(block, language, apart):
    """The words of a block with its marks among them, and where those are: start, end, label."""
    text, out, at, marks = block["text"], "", 0, []
    for mark in sorted(block.get("marks", []), key=lambda mark: mark["at"]):
        label = str(mark["mark"])
        if not label.isdigit() or mark.get("certainty") == "weak":
            continue
        out += text[at:mark["at"]]
        at = mark["at"]
        sign = f"({label})" if language == "ar" else label
        start = len(out.encode())
        out += (" " if apart else "") + sign
        marks.append((start, len(out.encode()), label))
    return (out + text[at:]).replace("\t", " ").replace("\n", " "), marks


def corpus(binary, folders):
    """Every document as lines of the text that the recogniser is shown, with the third it is of."""
    paths = sorted(path for folder in folders for path in pathlib.Path(folder).rglob("*")
                   if path.suffix.lower() in (".xml", ".pdf"))
    for index, path in enumerate(paths):
        run = subprocess.run([binary, "parse", path, "--format", "json"], capture_output=True)
        if run.returncode:
            continue
        document = json.loads(run.stdout)
        language = document.get("language") or "en"
        for apart in (False, True):
            yield f"D\t{language}\t{int(apart)}\t{index % 3}"
            for block in document["blocks"]:
                text, marks = planted(block, language, apart)
                yield "S\t" + text + "\t" + " ".join("%d:%d:%s" % mark for mark in marks)


def cases(test_binary, lines):
    """What the recogniser sees: for each reading its third, whether it is a mark, and the features."""
    with tempfile.NamedTemporaryFile("w", suffix=".tsv") as file:
        file.write("\n".join(lines))
        file.flush()
        run = subprocess.run(
            [test_binary, "--ignored", "--nocapture", "print_what_is_seen_beside_digits"],
            capture_output=True, text=True, env={"SEIZED_PLANTED": file.name})
    for line in run.stdout.splitlines():
        if line.startswith("CASE\t"):
            third, is_mark, features = line.split("\t")[1:]
            yield int(third), int(is_mark), features.split()


def chance(features, weights, constant):
    score = constant + sum(weights[at] for at in features)
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, score))))


def fit(cases, hand, are_free=True):
    """Weights and a constant by Newton's method, drawn to the weights by hand; or the constant alone.

    `cases` counts (features, is it a mark).
    """
    size = len(hand)
    weights, constant, prior = list(hand), 0.0, TRUST * 0.25
    for _ in range(30):
        gradient = [prior * (hand[at] - weights[at]) for at in range(size)] + [0.0]
        hessian = [[prior * (row == column) for column in range(size)] + [0.0] for row in range(size)]
        hessian.append([0.0] * size + [1e-6])
        for (features, is_mark), count in cases.items():
            p = chance(features, weights, constant)
            places = (features if are_free else ()) + (size,)
            for row in places:
                gradient[row] += count * (is_mark - p)
                for column in places:
                    hessian[row][column] += count * max(p * (1 - p), 1e-9)
        step = solve(hessian, gradient)
        step = [max(-3.0, min(3.0, change)) for change in step]
        weights = [weight + change for weight, change in zip(weights, step)]
        constant += step[-1]
        if max(map(abs, step)) < 1e-4:
            break
    return weights, constant


def solve(matrix, right):
    """Gauss, with pivots; the matrix is small and positive definite."""
    size = len(right)
    rows = [row[:] + [value] for row, value in zip(matrix, right)]
    for at in range(size):
        pivot = max(range(at, size), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for row in range(at + 1, size):
            factor = rows[row][at] / rows[at][at]
            if factor:
                rows[row] = [value - factor * above for value, above in zip(rows[row], rows[at])]
    result = [0.0] * size
    for at in reversed(range(size)):
        rest = sum(rows[at][column] * result[column] for column in range(at + 1, size))
        result[at] = (rows[at][-1] - rest) / rows[at][at]
    return result


def surprise(cases, weights, constant):
    """How unlikely the cases are, in nats a case."""
    total = 0.0
    for (features, is_mark), count in cases.items():
        p = chance(features, weights, constant)
        total -= count * math.log(max(p if is_mark else 1 - p, 1e-18))
    return total / max(1, sum(cases.values()))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary")
    parser.add_argument("test_binary")
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--write", metavar="features.rs")
    parser.add_argument("--fit", action="store_true", help="write the fitted weights as well as the counts")
    options = parser.parse_args()
    table = ROW.findall(FEATURES.read_text())
    hand = [float(weight) for _, weight in table]
    place = {name: at for at, (name, _) in enumerate(table)}
    tuned, kept, seen, marked, firsts = Counter(), Counter(), Counter(), Counter(), set()
    for third, is_mark, names in cases(options.test_binary, corpus(options.binary, options.folders)):
        features = tuple(place[name] for name in names)
        (kept if third == 0 else tuned)[features, is_mark] += 1
        firsts.add(features[0])
        seen.update(features)
        marked.update(features if is_mark else ())
    weights, constant = fit(tuned, hand)
    _, by_hand = fit(tuned, hand, are_free=False)
    print("| feature | seen | of a mark | by hand | fitted |\n|---|---|---|---|---|")
    for name, at in place.items():
        print(f"| {name} | {seen[at]} | {marked[at]} | {hand[at]:.1f} | {weights[at]:.2f} |")
    print(f"cases {sum(tuned.values()) + sum(kept.values())}, constant {constant:.2f}")
    for name, w, c in (("by hand", hand, by_hand), ("fitted", weights, constant)):
        print(f"{name}: nats a case {surprise(tuned, w, c):.4f} tuned, {surprise(kept, w, c):.4f} kept aside")
    if options.write:
        # Each reading has one thing to its left: the constant goes there.
        fitted = [weight + constant * (at in firsts) for at, weight in enumerate(weights)]
        written = {name: f"{fitted[at]:.2f}" if options.fit else weight
                   for (name, weight), at in zip(table, place.values())}
        row = lambda match: (f"    {match[1]} = {written[match[1]]}, "
                             f"{marked[place[match[1]]]} of {seen[place[match[1]]]};")
        path = pathlib.Path(options.write)
        path.write_text(ROW.sub(row, path.read_text()))


if __name__ == "__main__":
    main()
