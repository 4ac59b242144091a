#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the examples of a Markdown page: every ```console block. A line that begins with `$ ` is a command, the lines below it are
what it prints (standard output and error together), to the letter; a line `…` stands for any lines. Commands run one after the
other in a scratch copy of the folder's samples/, with `./factloom` there. A block whose fence names a file (```json trials/x.json)
is written to that file. Commands that build or test the project itself are left out, as is a block whose first line is `# not run`.

examples.py PROGRAM SOURCE PAGE [--update]     --update writes what is printed now into the page, where no `…` stands"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

LEFT_OUT = re.compile(r"^(tests/|\.ci/|cmake |sudo |git )")
BLOCK = re.compile(r"^```(?P<kind>\w+)(?: (?P<file>\S+))?\n(?P<text>.*?)^```", re.S | re.M)


def steps(page):
    """(line, command, expected lines) of every example, (line, file, text) of every file, in order."""
    for block in BLOCK.finditer(page):
        line = page.count("\n", 0, block.start()) + 2
        if block["file"]:
            yield line, pathlib.Path(block["file"]), block["text"]
        elif block["kind"] == "console" and not block["text"].startswith("# not run"):
            yield from commands(block["text"], line)


def commands(text, line):
    current = None
    for number, text in enumerate(text.splitlines(), line):
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


def run(page, program, source):
    """(line, command, expected, printed, exit code) of every example that is not left out."""
    with tempfile.TemporaryDirectory(prefix="factloom-examples-") as scratch:
        os.symlink(program, os.path.join(scratch, "factloom"))
        for name in ("samples", "schemas"):
            os.symlink(os.path.join(source, name), os.path.join(scratch, name))
        environment = dict(os.environ, PATH=os.path.dirname(program) + ":" + os.environ["PATH"])
        for line, what, rest in steps(page):
            if isinstance(what, pathlib.Path):
                (pathlib.Path(scratch) / what).parent.mkdir(parents=True, exist_ok=True)
                (pathlib.Path(scratch) / what).write_text(rest, encoding="utf-8")
            elif not LEFT_OUT.match(what):
                ran = subprocess.run(["bash", "-c", what], cwd=scratch, env=environment, text=True,
                                     stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
                yield line, what, rest, ran.stdout.splitlines(), ran.returncode


def main(program, source, path, update=""):
    page, failed, count = pathlib.Path(path).read_text(encoding="utf-8"), 0, 0
    lines = page.splitlines()
    for line, command, expected, got, code in reversed(list(run(page, program, source))):
        count += 1
        if update and not any(text.strip() == "…" for text in expected):
            lines[line:line + len(expected)] = got
        elif expected and not agrees(expected, got) or not expected and code != 0:
            failed += 1
            print(f"{path}:{line}: $ {command}", f"  ended with {code}; expected:", *expected, "  got:", *got, sep="\n  ")
    if update:
        pathlib.Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path}: {count} examples, {failed} wrong")
    return failed > 0 or count == 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5]))
