#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the yes and no examples inside all rules (`factloom rules test`). Those that fail must be the ones of known-failures.txt.

examples.py PROGRAM SOURCE [--update]"""
import pathlib
import re
import subprocess
import sys

sys.path.append(str(pathlib.Path(__file__).parent.parent / "golden"))
import golden

FAILURE = re.compile(r"(?:.*/)?(?P<file>[^/]+\.rules):\d+: error: '(?P<rule>[^']+)' (?P<example>must find .*\"); it finds")


def main(program, source, update=""):
    ran = subprocess.run([program, "rules", "test", "--schemas", f"{source}/schemas"], capture_output=True, encoding="utf-8")
    failures = {}
    for line in ran.stderr.splitlines():
        found = FAILURE.match(line)
        if found:
            failures["\t".join(found.group("file", "rule", "example"))] = line.removeprefix(f"{source}/schemas/rules/")
    counted = re.search(r"(\d+) examples, (\d+) failed", ran.stdout + ran.stderr)
    assert counted and int(counted[1]) > 0 and int(counted[2]) == len(failures), f"not understood:\n{ran.stdout}{ran.stderr}"
    return not golden.only_shrinks(pathlib.Path(source, "tests/rules/known-failures.txt"), failures, update == "--update")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
