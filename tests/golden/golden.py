# SPDX-License-Identifier: Apache-2.0
"""What the golden tests share: the program's facts as compact lines, files that must stay as they are, and lists of known failures
that may only shrink. With `update` files and lists are written anew (tests/update-golden) and the reviewer reads the difference."""
import difflib
import json
import subprocess


def lines_of(program, *arguments, text=None):
    """The JSON objects that the program prints, one a line."""
    ran = subprocess.run([program, *arguments], input=text, capture_output=True, encoding="utf-8")
    assert ran.returncode == 0, f"{' '.join(arguments)} ended with {ran.returncode}:\n{ran.stderr}"
    return [json.loads(line) for line in ran.stdout.splitlines()]


def end(side):
    """The name of a fact's subject or object; the value of a literal."""
    return side.get("name") or side.get("value") or ""


def evidence(fact):
    """The words from the first to the last of what makes the fact; the sentence where they do not lie in it."""
    sentence, places = fact["sentence"], [fact["subject"], fact["object"], fact["trigger"]]
    first = min(p["start"] for p in places) - sentence["start"]
    last = max(p["end"] for p in places) - sentence["start"]
    text = sentence["text"][first:last] if 0 <= first <= last else sentence["text"]
    return " ".join(text.split())


def readable(fact):
    """subject (Type) -- relation[status; role; date; attributed] --> object (Type)  "evidence" """
    more = [fact["status"], *(f"{key}={fact[key]}" for key in ("role", "date", "attributedTo") if fact[key])]
    subject, target = fact["subject"], fact["object"]
    return (f"{end(subject)} ({subject['type']}) -- {fact['relation']}[{'; '.join(more)}] --> "
            f"{end(target)} ({target['type']})  \"{evidence(fact)}\"")


def place(fact):
    """Sorts facts by where they stand."""
    return fact["sentence"]["start"], fact["trigger"]["start"], fact["subject"]["start"], fact["object"]["start"], readable(fact)


def same_files(wanted, folder, update):
    """Is every file of the folder what `wanted` (name to text) says? Shows the differences; with `update` writes the files."""
    if update:
        for path in folder.glob("*.txt"):
            if path.name not in wanted:
                path.unlink()
        for name, text in wanted.items():
            (folder / name).write_text(text, encoding="utf-8")
        return True
    same = True
    for name in sorted(wanted.keys() | {path.name for path in folder.glob("*.txt")}):
        path = folder / name
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        if old != wanted.get(name, ""):
            same = False
            print(*difflib.unified_diff(old.splitlines(), wanted.get(name, "").splitlines(), f"golden/{name}", f"now/{name}",
                                        n=0, lineterm=""), sep="\n")
    if not same:
        print("\nIf every change is for the better: tests/update-golden, and commit the files with the change that made them.")
    return same


def only_shrinks(path, failures, update):
    """Are the failures exactly those listed in the file? A new one is a fault, and so is a listed one that is none any more.
    With `update` those leave the list; nothing is ever added but by hand."""
    text = path.read_text(encoding="utf-8").splitlines()
    listed = {line for line in text if line and not line.startswith("#")}
    new, mended = sorted(failures.keys() - listed), sorted(listed - failures.keys())
    if update and mended:
        path.write_text("".join(line + "\n" for line in text if line not in mended), encoding="utf-8")
        print(f"{path.name}: {len(mended)} mended, {len(listed) - len(mended)} left")
        mended = []
    for line in new:
        print(f"fails, and is not listed: {failures[line]}\n  {line}")
    for line in mended:
        print(f"listed, and does not fail (any more): {line}")
    if mended:
        print("tests/update-golden takes what is mended from the list.")
    return not mended and (update or not new)
