# SPDX-License-Identifier: Apache-2.0
"""Which facts were won and lost between two runs, each kept by `tests/eval/run --keep DIR`."""
import collections
import json
import pathlib

from sets import article_cases, row_ends, same_ends

CHANGES = {("miss", 0): "LOST", ("miss", 1): "won", ("false", 0): "NEW FALSE", ("false", 1): "false no more",
           ("status", 0): "STATUS WRONG", ("status", 1): "status right"}


def knowledgenet_wrong(bench, folder):
    """{key: (relation, what)} of all misses and false facts of a kept run."""
    pred = {}
    for line in open(folder / "knowledgenet.pred.jsonl", encoding="utf-8"):
        r = json.loads(line)
        pred.setdefault(str(r["documentId"]), []).append(r)
    wrong = {}
    for d in bench.knowledgenet_gold():
        text = d["documentText"]
        for p in d["passages"]:
            props = {q["propertyId"]: q["propertyName"] for q in p["exhaustivelyAnnotatedProperties"]}
            here = [r for r in pred.get(str(d["documentId"]), []) if p["passageStart"] <= min(r["subjectStart"], r["objectStart"])
                    and max(r["subjectEnd"], r["objectEnd"]) <= p["passageEnd"]]
            wrong.update(passage_wrong(str(d["documentId"]), text, p, props, here))
    return wrong


def passage_wrong(document, text, p, props, here):
    wrong, right = {}, []
    def note(kind, prop, s, o):
        said = f"[{text[s[0]:s[1]]}] [{text[o[0]:o[1]]}]  {' '.join(p['passageText'].split())}"
        wrong[(kind, document, prop, s, o)] = (props.get(prop, prop), said)
    for g in p["facts"]:
        hits = [r for r in here if r["propertyId"] == g["propertyId"] and same_ends(row_ends(r), row_ends(g))]
        right += hits
        if not hits:
            note("miss", g["propertyId"], *row_ends(g))
    for r in here:
        if r["propertyId"] in props and not any(x["propertyId"] == r["propertyId"] and same_ends(row_ends(x), row_ends(r)) for x in right):
            note("false", r["propertyId"], *row_ends(r))
    return wrong


def article_wrong(bench, name, folder):
    gold, texts = bench.news_gold(name)
    facts = [json.loads(x) for x in open(folder / f"{name}.facts.ndjson", encoding="utf-8") if x.strip()]
    wrong = {}
    for d in gold:
        for c in article_cases(d, texts[d["id"]], [f for f in facts if f.get("document") == d["id"]], bench.score_news):
            rule = f"  by {c.fact['rule']}" if c.fact else ""
            wrong[c.key] = (c.relation, f"{c.ends}{rule}  {' '.join(c.text.split())}")
    return wrong


def report(bench, old, new):
    """Facts won and lost, by relation, then one by one."""
    out = []
    for name in ("knowledgenet", "news", "article"):
        file = "knowledgenet.pred.jsonl" if name == "knowledgenet" else f"{name}.facts.ndjson"
        if not (old / file).exists() or not (new / file).exists():
            continue
        before, after = ((knowledgenet_wrong(bench, f) if name == "knowledgenet" else article_wrong(bench, name, f)) for f in (old, new))
        changes = [(CHANGES[(k[0], 0)], *after[k]) for k in after if k not in before]
        changes += [(CHANGES[(k[0], 1)], *before[k]) for k in before if k not in after]
        out.append(f"\n{name}: " + ", ".join(f"{n} {what}" for what, n in sorted(collections.Counter(c[0] for c in changes).items())))
        by = collections.Counter((relation, what) for what, relation, _ in changes)
        for relation in sorted({r for r, _ in by}):
            out.append(f"  {relation}: " + ", ".join(f"{n} {what}" for (r, what), n in sorted(by.items()) if r == relation))
        out += [f"{what:13} {relation}  {said}" for what, relation, said in sorted(changes)]
    return "\n".join(out)
