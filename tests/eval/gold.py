#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Development sets as annotated documents, the form that `rules coverage` and `rules suggest` read (extract/gold/annotation.h).

usage: gold.py knowledgenet|news|article [--shared DIR] [--half even|odd] > gold.ndjson
"""
import argparse
import json
import os
import pathlib
import re

from causes import RELATIONS, SWAPPED
from sets import Bench, row_ends

ROOT = pathlib.Path(__file__).resolve().parents[2]


def relations_of(properties):
    """What a passage is annotated for. CEO says nothing of other posts, POLITICAL_AFFILIATION nothing of other memberships."""
    return sorted({r for p in properties if p not in ("CEO", "POLITICAL_AFFILIATION") for r in RELATIONS[p]})


def knowledgenet(bench):
    for d in bench.knowledgenet_gold():
        facts, passages = [], []
        for p in d["passages"]:
            names = {q["propertyId"]: q["propertyName"] for q in p["exhaustivelyAnnotatedProperties"]}
            passages.append({"start": p["passageStart"], "end": p["passageEnd"], "relations": relations_of(names.values())})
            for f in p["facts"]:
                name = names[f["propertyId"]]
                ends = row_ends(f)[::-1] if name in SWAPPED else row_ends(f)
                facts.append({"relation": RELATIONS[name], "subject": ends[0], "object": ends[1]})
        yield {"id": str(d["documentId"]), "text": d["documentText"], "facts": facts, "passages": passages}


def places(text, strings):
    """Every place where one of the strings stands as words of its own."""
    found = {m.span() for s in strings if s for m in re.finditer(r"(?<!\w)" + re.escape(s) + r"(?!\w)", text)}
    return sorted(found)


def news(bench, name):
    gold, texts = bench.news_gold(name)
    for d in gold:
        text, facts = texts[d["id"]], []
        spans = {e["id"]: places(text, [e["name"], *e.get("aliases", [])]) for e in d["entities"]}
        for f in d["facts"]:
            ends = [spans.get(f[e]) or places(text, [str(f[e])]) for e in ("subject", "object")]
            if all(ends):
                facts.append({"relation": f["relation"], "subject": ends[0], "object": ends[1]})
        yield {"id": d["id"], "text": text, "facts": facts}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", choices=["knowledgenet", "news", "article"])
    parser.add_argument("--half", choices=["even", "odd"])
    parser.add_argument("--shared", type=pathlib.Path,
                        default=pathlib.Path(os.environ.get("FACTLOOM_SHARED", ROOT.parent / "shared")))
    arguments = parser.parse_args()
    bench = Bench(arguments.shared, "", arguments.half)
    for record in knowledgenet(bench) if arguments.set == "knowledgenet" else news(bench, arguments.set):
        print(json.dumps(record, ensure_ascii=False))


if __name__ == "__main__":
    main()
