#!/usr/bin/env bash
# Prints the table of docs/fidelity.md anew: `docs/fidelity.sh`, after `cargo build --release`.
# Needs the UN's XML files and the scorer, beside the project or where SEIZED_SHARED says.
set -euo pipefail
cd "$(dirname "$0")/.."
shared=${SEIZED_SHARED:-../shared}
for layout in xml ods web page; do
    for language in en fr es ru zh ar; do
        python3 "$shared/tools/fidelity.py" --bin "${SEIZED_BIN:-target/release/seized}" \
            --layout "$layout" --json "$shared/corpus/akn/$language" | tail -n 1 |
            python3 -c '
import json, sys
row = next(iter(json.load(sys.stdin).values()))
cells = [sys.argv[1], sys.argv[2], row["docs"]] + [
    "%.4f" % row[key] for key in ("blocks", "marks", "notes", "exact", "symbol", "title", "adopted", "proposal", "refs")]
print("| " + " | ".join(map(str, cells)) + " |")' "$layout" "$language"
    done
done
