#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every miss and every false fact of a development set, with its sentence and a guessed cause (std lib only).

usage: errors.py --factloom BINARY [--shared DIR] [--only RELATION] [--kind miss|false] [--limit N]

Reads KnowledgeNet's documents, runs `factloom extract --mentions`, and prints a table of causes by relation, then the
cases. Causes of a miss: no name (no mention overlaps an end), wrong type (the mention there has a type that the relation
does not allow), other relation (the two ends are linked, but by another relation), no link (both ends are there, no fact).
"""
import argparse, collections, importlib.util, json, os, sys

HERE = os.path.dirname(os.path.abspath(__file__))
SUBJECTS = {"PERSON": {"Person"}, "ORG": None}


def load(path, name):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def overlaps(a, b):
    return a[0] < b[1] and b[0] < a[1]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--factloom", required=True)
    ap.add_argument("--shared", default=os.environ.get("FACTLOOM_SHARED", os.path.join(HERE, "..", "..", "..", "shared")))
    ap.add_argument("--only")
    ap.add_argument("--kind", choices=["miss", "false"])
    ap.add_argument("--limit", type=int, default=40)
    a = ap.parse_args()
    gold_path = os.path.join(a.shared, "eval", "knowledgenet", "dev.jsonl")
    if not os.path.exists(gold_path):
        print(f"skipped: {gold_path} is not there")
        return
    evaluate = load(os.path.join(a.shared, "eval", "evaluate.py"), "evaluate")
    docs = [json.loads(l) for l in open(gold_path, encoding="utf-8")]
    lines = evaluate.run(a.factloom, [{"id": d["documentId"], "text": d["documentText"]} for d in docs], ["--mentions"])
    mentions = {str(x["document"]): x["mentions"] for x in lines if "mentions" in x}
    rows = collections.defaultdict(list)
    for x in lines:
        if "relation" in x:
            for r in evaluate.knowledgenet_rows([x, {"document": x["document"], "mentions": mentions.get(str(x["document"]), [])}]):
                rows[r["documentId"]].append((r, x))
    table, cases = collections.Counter(), []
    for d in docs:
        text, found = d["documentText"], rows[str(d["documentId"])]
        for p in d["passages"]:
            props = {q["propertyId"]: q["propertyName"] for q in p["exhaustivelyAnnotatedProperties"]}
            here = [(r, x) for r, x in found if p["passageStart"] <= min(r["subjectStart"], r["objectStart"])
                    and max(r["subjectEnd"], r["objectEnd"]) <= p["passageEnd"]]
            right = set()
            for f in p["facts"]:
                s, o = (f["subjectStart"], f["subjectEnd"]), (f["objectStart"], f["objectEnd"])
                same = lambda r: overlaps((r["subjectStart"], r["subjectEnd"]), s) and overlaps((r["objectStart"], r["objectEnd"]), o)
                hits = [i for i, (r, _) in enumerate(here) if r["propertyId"] == f["propertyId"] and same(r)]
                right.update(hits)
                if hits:
                    continue
                at = [[m for m in mentions.get(str(d["documentId"]), []) if overlaps((m["start"], m["end"]), e)] for e in (s, o)]
                others = {x["relation"] for r, x in here if same(r)}
                cause = ("no name: " + ("subject" if not at[0] else "object")) if not at[0] or not at[1] else \
                    ("other relation: " + ",".join(sorted(others))) if others else "no link"
                name = props.get(f["propertyId"], f["propertyId"])
                table[("miss", name, cause.split(":")[0])] += 1
                kinds = "/".join(sorted({m["type"] for m in at[0]})) + " -> " + "/".join(sorted({m["type"] for m in at[1]}))
                cases.append(("miss", name, cause, f"[{text[s[0]:s[1]]}] [{text[o[0]:o[1]]}] {kinds}", p["passageText"]))
            good = {(here[i][0]["propertyId"], here[i][0]["subjectStart"], here[i][0]["objectStart"]) for i in right}
            seen = set()
            for i, (r, x) in enumerate(here):
                if i in right or r["propertyId"] not in props:
                    continue
                if any(here[j][0]["propertyId"] == r["propertyId"]
                       and overlaps((here[j][0]["subjectStart"], here[j][0]["subjectEnd"]), (r["subjectStart"], r["subjectEnd"]))
                       and overlaps((here[j][0]["objectStart"], here[j][0]["objectEnd"]), (r["objectStart"], r["objectEnd"])) for j in right):
                    continue
                key = (r["propertyId"], id(x))
                name = props[r["propertyId"]]
                table[("false", name, "rule " + x["rule"])] += 1
                if key in seen:
                    continue
                seen.add(key)
                cases.append(("false", name, f"{x['rule']} ({x['confidence']}, {x['status']}) trigger '{x['trigger']['text']}'",
                              f"[{x['subject'].get('mention')}={x['subject'].get('name')}:{x['subject'].get('type')}] "
                              f"[{x['object'].get('mention')}={x['object'].get('name', x['object'].get('value'))}:{x['object'].get('type')}]", p["passageText"]))
    for (kind, name, cause), n in sorted(table.items(), key=lambda kv: (kv[0][0], kv[0][1], -kv[1])):
        if (not a.only or a.only == name) and (not a.kind or a.kind == kind):
            print(f"{kind:5} {name:24} {cause:40} {n}")
    shown = 0
    for kind, name, cause, ends, sentence in cases:
        if (a.only and a.only != name) or (a.kind and a.kind != kind):
            continue
        shown += 1
        if shown > a.limit:
            break
        print(f"\n{kind} {name} | {cause} | {ends}\n    {sentence}")


if __name__ == "__main__":
    main()
