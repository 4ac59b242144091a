#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Sentences and what must be read out of them: every row `text <tab> expected; expected…` of tests/corpus/*.tsv. What can be expected:

facts.tsv, status.tsv   relation(Subject, Object) [status] [role=…] [date=…] [@Speaker]
                        must be found, and no other fact of that relation; `not relation`: none of it; `nothing`: no fact at all.
                        Without a status it is asserted; a role, date or speaker counts only where the row says one.
reference.tsv           words = Name: the words refer to that entity; words#2: their second occurrence; words = -: to nothing
words.tsv               word/TAG: a token and its Penn word class; word#2/TAG: its second occurrence; that it is one token is asked too
types.tsv               words: Type: the words are a name of that type; a less special one would be wrong; words: -: no name at all
groups.tsv, links.tsv   a piece of what `explain` prints of groups and links; `not` before it: must not be there

Rows below the line `# known shortcomings` fail today: they are wishes. When one comes true the test says so, and
tests/update-golden moves it up. A row that fails above the line is a fault.

rows.py PROGRAM SOURCE [--update]"""
import json
import pathlib
import re
import subprocess
import sys

sys.path.append(str(pathlib.Path(__file__).parent.parent / "golden"))
import golden

MARK = "# known shortcomings"
EXPECTED_FACT = re.compile(r"(?P<relation>\w+)\((?P<subject>[^()]+), (?P<object>[^()]+)\)(?: (?P<status>former|planned|hedged|negated))?"
                           r"(?: role=(?P<role>[^=@]+?))?(?: date=(?P<date>[^=@]+?))?(?: @(?P<speaker>.+))?")


def bare(name):
    return name.strip().removesuffix(".").casefold()


def says(fact, wanted):
    """Is the fact the one that a row wants (a match of EXPECTED_FACT)?"""
    ends = bare(golden.end(fact["subject"])), bare(golden.end(fact["object"]))
    optional = {"role": "role", "date": "date", "speaker": "attributedTo"}
    return (fact["relation"] == wanted["relation"] and ends == (bare(wanted["subject"]), bare(wanted["object"])) and
            fact["status"] == (wanted["status"] or "asserted") and
            all(not wanted[key] or bare(fact[field] or "") == bare(wanted[key]) for key, field in optional.items()))


def wrong_facts(expected, read):
    """What is wrong with the facts of a row's text."""
    facts, shown = read["facts"], "; ".join(map(golden.readable, read["facts"])) or "nothing"
    wanted = [EXPECTED_FACT.fullmatch(one) for one in expected if one != "nothing" and not one.startswith("not ")]
    assert all(wanted), f"not understood: {expected}"
    unwanted = {one.removeprefix("not ") for one in expected if one.startswith("not ")}
    missing = [one[0] for one in wanted if not any(says(fact, one) for fact in facts)]
    strict = unwanted | {one["relation"] for one in wanted}
    more = [golden.readable(fact) for fact in facts
            if (expected == ["nothing"] or fact["relation"] in strict) and not any(says(fact, one) for one in wanted)]
    return f"found {shown}" if missing or more else ""


def occurrence(text, words, number):
    """Where the words stand in the text for the n-th time, in code points; -1 if they do not."""
    places = [found.start() for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)" if words[0].isalnum() else re.escape(words), text)]
    return places[number - 1] if len(places) >= number else -1


def wrong_references(expected, read):
    """What is wrong with the references of a row's text."""
    for one in expected:
        words, name = one.rsplit(" = ", 1)
        words, _, number = words.partition("#")
        start = occurrence(read["text"], words, int(number or 1))
        assert start >= 0, f"the text does not hold: {words}"
        found = [m["name"] for m in read["mentions"] if m["start"] == start and m["text"] == words]
        if (bare(found[0]) if found else "-") != bare(name):
            return f"'{words}' refers to {found or 'nothing'}"
    return ""


def wrong_types(expected, read):
    """Which names of a row's text have another type."""
    for one in expected:
        words, name = one.rsplit(": ", 1)
        start = occurrence(read["text"], words, 1)
        assert start >= 0, f"the text does not hold: {words}"
        found = [m["type"] or "a name without a type" for m in read["mentions"] if m["start"] == start and m["text"] == words and m["kind"] == "name"]
        if (found[0] if found else "-") != name:
            return f"'{words}' is taken for {found[0] if found else 'no name'}"
    return ""


def wrong_words(expected, read):
    """Which words of a row's text are no tokens or have another class."""
    tags = {(k["start"], k["end"]): k["xpos"] for k in read["tokens"]}
    for one in expected:
        word, tag = one.rsplit("/", 1)
        word, _, number = word.partition("#") if not word.startswith("#") else (word, "", "")
        start = occurrence(read["text"], word, int(number or 1))
        assert start >= 0, f"the text does not hold: {word}"
        if tags.get((start, start + len(word))) != tag:
            return f"'{word}' is read as {tags.get((start, start + len(word)), 'no token')}"
    return ""


def wrong_pieces(expected, read):
    """Which pieces `explain` does not show, or shows though it must not."""
    shown = " ".join(read["explain"]().split())
    for one in expected:
        if (one.removeprefix("not ") in shown) == one.startswith("not "):
            return "\n".join(["explain shows", *(line for line in read["explain"]().splitlines() if line.startswith("    ["))
                              ] + [line for line in read["explain"]().splitlines() if " --" in line and "-> " in line])
    return ""


KINDS = {"facts": wrong_facts, "status": wrong_facts, "reference": wrong_references, "types": wrong_types, "words": wrong_words, "groups": wrong_pieces, "links": wrong_pieces}


def rows_of(path):
    """(line number, text, expected, is it a known shortcoming?) of every row."""
    known = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        known = known or line.startswith(MARK)
        if line and not line.startswith("#"):
            text, expected = line.split("\t")
            yield number, text, expected.split("; "), known


def read_all(program, rows):
    """For every row what the program makes of its text."""
    def explained(text):
        return subprocess.run([program, "explain", text], capture_output=True, encoding="utf-8", check=True).stdout
    read = {key: {"text": text, "facts": [], "mentions": [], "tokens": [], "explain": lambda text=text: explained(text)}
            for key, (_, text, _, _) in rows.items()}
    records = "".join(json.dumps({"id": key, "text": one["text"]}) + "\n" for key, one in read.items())
    for line in golden.lines_of(program, "extract", "--quiet", "--min-confidence", "0", "--mentions", "--tokens",
                                "--format", "ndjson", "-", text=records):
        one = read[line["document"]]
        if "tokens" in line:
            one["tokens"] = line["tokens"]
        elif "mentions" in line:
            one["mentions"] = line["mentions"]
        elif "relation" in line:
            one["facts"].append(line)
    return read


def move_up(path, lines):
    """Moves rows that came true above the mark."""
    text = path.read_text(encoding="utf-8").splitlines()
    moved, mark = [text[n - 1] for n in lines], next(n for n, line in enumerate(text) if line.startswith(MARK))
    above = text[:mark]
    while above and not above[-1]:
        above.pop()
    below = [line for n, line in enumerate(text[mark:], mark + 1) if n not in lines]
    path.write_text("\n".join([*above, *moved, "", *below]) + "\n", encoding="utf-8")


def main(program, source, update=""):
    faults, counts = 0, [0, 0]
    for path in sorted(pathlib.Path(source, "tests/corpus").glob("*.tsv")):
        rows = {f"{path.name}:{row[0]}": row for row in rows_of(path)}
        read, true_now = read_all(program, rows), []
        for key, (number, text, expected, known) in rows.items():
            wrong = KINDS[path.stem](expected, read[key])
            counts[known] += 1
            if known and not wrong:
                true_now.append(number)
            if bool(wrong) != known and not (known and update):
                faults += 1
                print(f"tests/corpus/{key}: {text}\n  wanted: {'; '.join(expected)}\n  {wrong or 'came true: tests/update-golden moves it up'}")
        if update and true_now:
            move_up(path, true_now)
    print(f"{counts[0]} rows and {counts[1]} known shortcomings, {faults} not as they should be")
    return faults > 0 and not update


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
