#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The facts of every article of samples/, one readable line each in the order of the text, against tests/golden/samples/NAME.txt.

samples.py PROGRAM SOURCE [--update]"""
import os
import pathlib
import sys

import golden


def facts_of(program, path):
    facts = sorted(golden.lines_of(program, "extract", "--quiet", str(path)), key=lambda f: (f["document"], *golden.place(f)))
    return "".join(golden.readable(fact) + "\n" for fact in facts)


def main(program, source, update=""):
    os.chdir(source)
    samples = sorted(path for path in pathlib.Path("samples").iterdir() if path.suffix != ".tsv")
    wanted = {path.stem + ".txt": facts_of(program, path) for path in samples}
    return not golden.same_files(wanted, pathlib.Path("tests/golden/samples"), update == "--update")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
