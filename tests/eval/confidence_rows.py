# SPDX-License-Identifier: Apache-2.0
"""The facts of the development sets as `rules coverage` judges them; facts of one rule that say the same in one sentence count once."""
import csv
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SETS = ("knowledgenet", "news", "article")


def judged(half):
    """The judged facts of one half of the sets: rows with `p` (confidence) and `right`, and the number of gold facts."""
    with tempfile.TemporaryDirectory() as folder:
        gold, out = pathlib.Path(folder, "gold.ndjson"), pathlib.Path(folder, "facts.tsv")
        gold.write_text("".join(subprocess.run([sys.executable, HERE / "gold.py", name, "--half", half], capture_output=True, text=True,
                                               check=True).stdout for name in SETS), encoding="utf-8")
        subprocess.run([HERE.parents[1] / "factloom", "rules", "coverage", gold, "-o", out, "--quiet"],
                       stdout=subprocess.DEVNULL, check=True)
        rows = list(csv.DictReader(out.open(encoding="utf-8", newline=""), delimiter="\t", quoting=csv.QUOTE_NONE))
    best = {}
    for row in rows:
        if row["verdict"] not in ("right", "wrong"):
            continue
        row.update(p=float(row["confidence"]), right=row["verdict"] == "right")
        key = tuple(row[k] for k in ("document", "start", "relation", "subject", "object"))
        if key not in best or row["p"] > best[key]["p"]:
            best[key] = row
    return list(best.values())
