# SPDX-License-Identifier: Apache-2.0
"""Facts of the fresh articles as readers judged them, and as the program finds them now."""
import csv
import json
import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = HERE.parents[2] / "factloom"
ALL = ("--min-confidence", "0")  # flags of `extract`
KEY = ("document", "relation", "subject", "object", "status", "start")


def judged(path):
    """The rows of a file of judgements."""
    with open(path, encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))


def key(row):
    """By what a judged fact is known again."""
    return tuple(row[k] for k in KEY)


def read(*folders, flags=()):
    """(key, fact) of what the program finds now."""
    run = subprocess.run([PROGRAM, "extract", *folders, "--quiet", *flags], capture_output=True, text=True, check=True)
    for line in run.stdout.splitlines():
        f = json.loads(line)
        ends = [f[e].get("name") or f[e].get("text") or f[e].get("value") if isinstance(f[e], dict) else f[e] for e in ("subject", "object")]
        yield (pathlib.Path(f["document"]).name, f["relation"], *ends, f["status"], str(f["sentence"]["start"])), f
