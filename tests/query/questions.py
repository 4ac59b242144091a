#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Asks the graph of the samples, and that of tests/graph/articles, the questions of *.tsv beside this file and compares the answers
with those that a reader wrote down. Every row above `# known shortcomings` must be answered rightly; a row below it that comes true
is told, and moves up with --update. A row that fails never moves down: it is a fault."""
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
MARK = "# known shortcomings"
VERBS = {"links": 1, "check": 1, "stats": 1, "diff": 2}


def command_of(kind, question, program, graph):
    """The shell command of a row and what it reads from standard input."""
    if kind == "claim":
        return f"'{program}' check --quiet '{graph}' -", question.count(",") and claim_file(question)
    if kind == "say":
        return f"'{program}' check --quiet '{graph}' \"{question}\"", ""
    command = question.replace("OLD", f"'{graph}.old'").replace("GRAPH", f"'{graph}'")
    return f"'{program}' {command}", ""


def claim_file(row):
    head = "subject,relation,object" + (",status" if row.count(",") == 3 else "")
    return head + "\n" + row + "\n"


def answered(row, program, graph):
    """What is wrong with the answer to a row; empty if nothing is."""
    kind, question, *pieces = row.split("\t")
    if kind != "run":
        pieces[0] += ": "  # the verdict itself, and no word of a sentence
    command, given = command_of(kind, question, program, graph)
    ran = subprocess.run(["bash", "-c", command], input=given, cwd=HERE, text=True,
                         stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    wrong = [p for p in pieces if (p[4:] in ran.stdout if p.startswith("not ") else p not in ran.stdout)]
    if wrong or ran.returncode not in (0, 2):
        return f"{question}\n  wanted: {wrong}\n  got ({ran.returncode}): " + ran.stdout[:600].replace("\n", "\n  ")
    return ""


def build(program, articles, graph, without=None):
    inputs = sorted(str(p) for p in articles.iterdir() if p.name != without and p.suffix != ".tsv")
    subprocess.run([program, "build", "--quiet", *inputs, "-o", graph], check=True)


def ask(program, table, graph, update):
    lines = table.read_text(encoding="utf-8").splitlines()
    mark = lines.index(MARK) if MARK in lines else len(lines)
    faults, risen = [], []
    for number, line in enumerate(lines):
        if line.startswith("#") or not line.strip():
            continue
        wrong = answered(line, program, graph)
        if wrong and number < mark:
            faults.append(f"{table.name}:{number + 1}: {wrong}")
        if not wrong and number > mark:
            risen.append(line)
    if update and risen:
        rest = [line for line in lines if line not in risen]
        at = rest.index(MARK)
        while at > 0 and not rest[at - 1].strip():
            at -= 1
        table.write_text("\n".join(rest[:at] + risen + rest[at:]) + "\n", encoding="utf-8")
    good = sum(1 for i, line in enumerate(lines) if i < mark and "\t" in line) - len(faults)
    print(f"{table.name}: {good} answered rightly, {len(faults)} faults, {len(risen)} known shortcomings came true")
    for fault in faults:
        print(fault)
    return not faults


def main(program, source, *flags):
    program, source = str(pathlib.Path(program).resolve()), pathlib.Path(source)
    fine = True
    with tempfile.TemporaryDirectory(prefix="factloom-questions-") as scratch:
        for name, articles, newest in (("questions", source / "samples", "stripe.txt"),
                                       ("articles", source / "tests/graph/articles", "openai-musk.md")):
            table = HERE / f"{name}.tsv"
            if not table.exists():
                continue
            graph = f"{scratch}/{name}.factloom"
            build(program, articles, graph)
            build(program, articles, f"{scratch}/old.factloom", newest)
            pathlib.Path(f"{scratch}/old.factloom").rename(f"{graph}.old")
            fine = ask(program, table, graph, "--update" in flags) and fine
    return 0 if fine or "--update" in flags else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
