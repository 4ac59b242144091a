# SPDX-License-Identifier: Apache-2.0
"""Errors of names (CrossNER) and of word classes and sentence ends (GUM), as Cases."""
import collections

from sets import Case, in_half, overlaps


def kind_of(evaluate, mention_type):
    return "PER" if mention_type == "Person" else "ORG" if mention_type in evaluate.ORG else "LOC" if mention_type in evaluate.LOC else None


def names(bench):
    """(cases, texts): each missed or wrong name, with its cause."""
    e = bench.evaluate
    sentences = in_half(list(e.read_bio(e.find(str(bench.eval), "crossner-politics/dev.txt"))), bench.half)
    texts = {str(i): " ".join(w for w, _ in s) for i, s in enumerate(sentences)}
    found = collections.defaultdict(list)
    for x in bench.extract(texts):
        for m in x.get("mentions", []):
            if m["kind"] == "name":
                found[str(x["document"])].append(m)
    cases = []
    for i, s in enumerate(sentences):
        cases += sentence_names(e, str(i), texts[str(i)], *e.gold_names(s), found[str(i)])
    return cases, texts


def sentence_names(evaluate, document, text, gold, other, mentions):
    pred = {(m["start"], m["end"], kind_of(evaluate, m["type"])): m for m in mentions if (m["start"], m["end"]) not in other}
    wrong = {p: m for p, m in pred.items() if p[2] and p not in gold}
    cases = []
    for g in sorted(gold - set(pred)):
        cover = [m for m in mentions if overlaps((m["start"], m["end"]), g)]
        exact = [m for m in cover if (m["start"], m["end"]) == g[:2]]
        cause = "no name found" if not cover else f"wrong type: {exact[0]['type']}" if exact else \
            "wrong span: " + ("too long" if any(m["start"] <= g[0] and g[1] <= m["end"] for m in cover) else "too short")
        shown = " ".join(f"[{m['text']}: {m['type']}]" for m in cover)
        cases.append(Case("miss", document, g[2], text, g[0], g[1], f"[{text[g[0]:g[1]]}]" + (f" found {shown}" if shown else ""), cause))
    for p, m in sorted(wrong.items(), key=lambda x: x[0]):
        at = [g for g in gold if overlaps(g, p)]
        cause = "no gold name there" if not at else "wrong span" if at[0][:2] != p[:2] else f"wrong type: gold {at[0][2]}"
        if not at and any(overlaps(o, p) for o in other):
            cause = "part of another kind of name"
        cases.append(Case("false", document, p[2], text, p[0], p[1], f"[{m['text']}: {m['type']}]", cause))
    return cases


def words(bench):
    """(cases, texts): each wrong word class, token and sentence end."""
    e = bench.evaluate
    docs = in_half(list(e.read_tagged(e.find(str(bench.eval), "ud/gum-dev.tsv.xz"))), bench.half)
    texts = {d["id"]: d["text"] for d in docs}
    got = {str(x["document"]): x for x in bench.extract(texts, ("--tokens",)) if "tokens" in x}
    cases = []
    for d in docs:
        x, text = got.get(d["id"], {"tokens": [], "sentences": []}), d["text"]
        pred = {(k["start"], k["end"]): k.get("xpos") for k in x["tokens"]}
        near = lambda a, b: text[max(0, a - 60):a] + "[" + text[a:b] + "]" + text[b:b + 60]
        for a, b, tag in d["tokens"]:
            if (a, b) not in pred:
                cases.append(Case("miss", d["id"], "token", near(a, b), a, b, text[a:b], "token"))
            elif pred[(a, b)] != tag:
                cases.append(Case("miss", d["id"], tag, near(a, b), a, b, text[a:b], f"{tag} read as {pred[(a, b)]}"))
        gold_ends, ends = {b for _, b in d["sentences"]}, {b for _, b in x["sentences"]}
        for b in sorted(gold_ends - ends):
            cases.append(Case("miss", d["id"], "sentence", near(b, b), b, b, "", "no end here"))
        for b in sorted(ends - gold_ends):
            cases.append(Case("false", d["id"], "sentence", near(b, b), b, b, "", "end where none is"))
    return cases, texts
