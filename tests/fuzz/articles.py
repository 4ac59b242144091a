#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Articles that no editor would print: words of real ones swapped, dropped, capitalised and strewn with marks, bytes overwritten,
passages repeated, heads cut off. `build` must read what it can and end by itself, without a word from a sanitizer. The same seed
always makes the same articles.

tests/fuzz/articles.py PROGRAM                       twelve rounds of forty articles
tests/fuzz/articles.py PROGRAM --seed 7 --rounds 500 others, and more of them"""
import argparse
import pathlib
import random
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCES = ("samples", "tests/graph/articles", "tests/eval/fresh")
SUFFIXES = (".txt", ".txt", ".txt", ".md", ".html", ".json")
MARKS = [m.encode() for m in "\" ' ( ) , . -- - 's ; : \N{EM DASH} and of who $5 5% A.B.C. to which both".split()]
COMPLAINTS = (b"runtime error", b"AddressSanitizer", b"LeakSanitizer")


def swapped(words, vocabulary, rng):
    words = list(words)
    for _ in range(rng.randrange(1, 60)):
        at, kind = rng.randrange(len(words)), rng.random()
        if kind < 0.3:
            words[at] = rng.choice(vocabulary)
        elif kind < 0.5 and len(words) > 1:
            del words[at]
        elif kind < 0.7:
            words[at] = rng.choice(MARKS)
        elif kind < 0.85:
            words.insert(at, rng.choice(vocabulary))
        else:
            words[at] = words[at].upper()
    return b" ".join(words)


def mutated(article, vocabulary, rng):
    kind = rng.random()
    if kind < 0.5:
        return swapped(article.split(), vocabulary, rng)
    if kind < 0.65:
        changed = bytearray(article)
        for _ in range(rng.randrange(1, 200)):
            changed[rng.randrange(len(changed))] = rng.randrange(256)
        return bytes(changed)
    if kind < 0.8:
        return b" ".join(rng.choice(vocabulary) for _ in range(rng.randrange(1, 400)))
    at = rng.randrange(len(article))
    if kind < 0.9:
        return article[:at] + article[at // 2:at] * rng.randrange(1, 30) + article[at:]
    return article[at:]


def complaint_of(program, folder):
    """What is wrong with how the program read a folder; nothing if all is well."""
    outputs = [part for name in ("g.graphml", "g.jsonld") for part in ("-o", str(folder / name))]
    ran = subprocess.run([program, "build", "--quiet", str(folder / "in"), *outputs], capture_output=True)
    said = [line for line in ran.stderr.splitlines() if any(c in line for c in COMPLAINTS)]
    if said:
        return said[0].decode(errors="replace")
    return "" if ran.returncode in (0, 1, 3) else f"ended with {ran.returncode}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=12)
    args = parser.parse_args()
    articles = [p.read_bytes() for s in SOURCES for p in sorted((ROOT / s).rglob("*")) if p.suffix in SUFFIXES]
    vocabulary = b" ".join(articles).split()
    for round_ in range(args.seed, args.seed + args.rounds):
        rng = random.Random(round_)
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "in").mkdir()
            for k in range(40):
                article = mutated(rng.choice(articles), vocabulary, rng)
                (folder / "in" / f"{k}{rng.choice(SUFFIXES)}").write_bytes(article)
            complaint = complaint_of(args.program, folder)
        if complaint:
            sys.exit(f"{complaint}\n  {sys.argv[0]} {args.program} --seed {round_} --rounds 1")


if __name__ == "__main__":
    main()
