#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the examples of a Markdown page: every ```console block. A line that begins with `$ ` is a command, the lines below it are
what it prints (standard output and error together), to the letter; a line `…` stands for any lines. Commands run one after the
other in a scratch copy of the folder's samples/, with `./factloom` there. Commands that build or test the project itself are left
out, as is a block whose first line is `# not run`."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

LEFT_OUT = re.compile(r"^(tests/|\.ci/|cmake |sudo |git )")
BLOCK = re.compile(r"^```console\n(.*?)^```", re.S | re.M)


def examples(page):
    """(line, command, expected lines) of every example."""
    for block in BLOCK.finditer(page):
        if block.group(1).startswith("# not run"):
            continue
        line, current = page.count("\n", 0, block.start()) + 2, None
        for number, text in enumerate(block.group(1).splitlines(), line):
            if text.startswith("$ "):
                if current:
                    yield current
                current = (number, text[2:], [])
            elif current:
                current[2].append(text)
        if current:
            yield current


def agrees(expected, got):
    """Are the lines the same, `…` standing for any number of lines?"""
    pattern = "".join(r"(?:.*\n)*?" if line.strip() == "…" else re.escape(line) + r"\n" for line in expected)
    return re.fullmatch(pattern, "".join(line + "\n" for line in got)) is not None


def main(program, source, page):
    text, failed, count = pathlib.Path(page).read_text(encoding="utf-8"), 0, 0
    with tempfile.TemporaryDirectory(prefix="factloom-examples-") as scratch:
        os.symlink(program, os.path.join(scratch, "factloom"))
        for name in ("samples", "schemas"):
            os.symlink(os.path.join(source, name), os.path.join(scratch, name))
        environment = dict(os.environ, PATH=os.path.dirname(program) + ":" + os.environ["PATH"])
        for line, command, expected in examples(text):
            if LEFT_OUT.match(command):
                continue
            count += 1
            ran = subprocess.run(["bash", "-c", command], cwd=scratch, env=environment, text=True,
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            got = ran.stdout.splitlines()
            if expected and not agrees(expected, got):
                failed += 1
                print(f"{page}:{line}: $ {command}\n  expected:", *expected, "  got:", *got, sep="\n  ")
            if not expected and ran.returncode != 0:
                failed += 1
                print(f"{page}:{line}: $ {command}\n  ended with {ran.returncode}", *got, sep="\n  ")
    print(f"{page}: {count} examples, {failed} wrong")
    return failed > 0 or count == 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
