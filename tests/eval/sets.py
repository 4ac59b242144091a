# SPDX-License-Identifier: Apache-2.0
"""The development sets as the error report reads them: documents, gold, and what the program made of them.

A Case is one miss or one false fact (name, word class …) with the piece of text it stands in. `fact_cases(set)` aligns facts
exactly as the scorers of the sets do; `half` keeps the documents of even or odd index, so that what is mended on one half can be
checked on the other.
"""
import dataclasses
import importlib.util
import json
import os
import pathlib


def load(path, name):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def in_half(rows, half):
    """The rows of even or odd index; all of them without a half."""
    return [r for i, r in enumerate(rows) if half is None or i % 2 == (half == "odd")]


def overlaps(a, b):
    return a[0] < b[1] and b[0] < a[1]


@dataclasses.dataclass
class Case:
    kind: str                  # miss, false
    document: str
    relation: str              # as the set calls it: FOUNDED_BY, foundedBy, PER, NN
    text: str                  # the sentence or passage
    start: int = 0             # of `text` in the document
    end: int = 0
    ends: str = ""             # "[Acme] [Ann Lee]"
    cause: str = ""
    gold: dict = None          # a miss: spans or entities of both ends
    fact: dict = None          # a false one: the line that `extract` printed
    near: list = dataclasses.field(default_factory=list)  # facts of the same sentence or entities
    wanted: list = dataclasses.field(default_factory=list)  # gold facts there
    key: tuple = ()            # what two runs are compared by


@dataclasses.dataclass
class Run:
    """A set, read by the program."""
    documents: dict            # id -> text
    mentions: dict             # id -> mentions
    facts: list                # lines of facts
    cases: list


class Bench:
    """The sets and scorers of the shared folder, and the program that reads them."""

    def __init__(self, shared, factloom, half=None):
        self.eval = pathlib.Path(shared) / "eval"
        self.evaluate = load(self.eval / "evaluate.py", "evaluate")
        self.score_news = load(self.eval / "score_news.py", "score_news")
        self.factloom, self.half = str(factloom), half

    def extract(self, documents, flags=("--mentions",)):
        lines = self.evaluate.run(self.factloom, [{"id": i, "text": t} for i, t in documents.items()], list(flags) + ["--quiet"])
        return lines

    # ---- facts: KnowledgeNet
    def knowledgenet_gold(self):
        path = self.eval / "knowledgenet" / "dev.jsonl"
        return in_half([json.loads(x) for x in open(path, encoding="utf-8")], self.half)

    def knowledgenet(self):
        docs = self.knowledgenet_gold()
        run = self.read({str(d["documentId"]): d["documentText"] for d in docs})
        rows = {}
        for f in run.facts:
            its = {"document": f["document"], "mentions": run.mentions.get(str(f["document"]), [])}
            for r in self.evaluate.knowledgenet_rows([f, its]):
                rows.setdefault(r["documentId"], []).append((r, f))
        for d in docs:
            found = rows.get(str(d["documentId"]), [])
            for p in d["passages"]:
                run.cases += passage_cases(str(d["documentId"]), d["documentText"], p, found)
        return run

    # ---- facts: news and article
    def news_gold(self, name):
        folder = self.eval / "news" if name == "news" else self.eval.parent / "articles"
        path = sorted(folder.glob("*.gold.jsonl"))[0]
        gold = in_half([json.loads(x) for x in open(path, encoding="utf-8") if x.strip()], self.half if name == "news" else None)
        texts = {}
        for d in gold:
            places = [folder / "texts" / (d["id"] + ".txt"), folder / (d["id"] + ".txt")]
            texts[d["id"]] = next(p for p in places if p.exists()).read_text(encoding="utf-8")
        return gold, texts

    def news(self, name):
        gold, texts = self.news_gold(name)
        run = self.read(texts)
        for d in gold:
            facts = [f for f in run.facts if f["document"] == d["id"]]
            run.cases += article_cases(d, texts[d["id"]], facts, self.score_news)
        return run

    def read(self, documents):
        lines = self.extract(documents)
        return Run(documents, {str(x["document"]): x["mentions"] for x in lines if "mentions" in x},
                   [x for x in lines if "relation" in x], [])


def row_ends(r):
    return (r["subjectStart"], r["subjectEnd"]), (r["objectStart"], r["objectEnd"])


def same_ends(a, b):
    return overlaps(a[0], b[0]) and overlaps(a[1], b[1])


def passage_cases(document, text, p, found):
    """The misses and false facts of one passage of KnowledgeNet, by the rules of its scorer."""
    props = {q["propertyId"]: q["propertyName"] for q in p["exhaustivelyAnnotatedProperties"]}
    here = [(r, f) for r, f in found if p["passageStart"] <= min(r["subjectStart"], r["objectStart"])
            and max(r["subjectEnd"], r["objectEnd"]) <= p["passageEnd"]]
    base = {"document": document, "text": p["passageText"], "start": p["passageStart"], "end": p["passageEnd"]}
    wanted = [{"relation": props.get(g["propertyId"], g["propertyId"]), "ends": row_ends(g)} for g in p["facts"]]
    right, cases = [], []
    for g in p["facts"]:
        hits = [r for r, _ in here if r["propertyId"] == g["propertyId"] and same_ends(row_ends(r), row_ends(g))]
        right += hits
        if not hits:
            s, o = row_ends(g)
            cases.append(Case("miss", relation=props.get(g["propertyId"], g["propertyId"]), **base,
                              ends=f"[{text[s[0]:s[1]]}] [{text[o[0]:o[1]]}]", gold={"id": g["propertyId"], "ends": (s, o)},
                              near=here, key=("miss", document, g["propertyId"], s, o)))
    seen = set()
    for r, f in here:
        same = [x for x in right if x["propertyId"] == r["propertyId"] and same_ends(row_ends(x), row_ends(r))]
        if r["propertyId"] not in props or same or (r["propertyId"], id(f)) in seen:
            continue
        seen.add((r["propertyId"], id(f)))
        key = ("false", document, r["propertyId"], *[(f[e]["start"], f[e]["end"]) for e in ("subject", "object")])
        cases.append(Case("false", relation=props[r["propertyId"]], **base, ends=fact_ends(f), fact=f, near=here, wanted=wanted,
                          gold={"id": r["propertyId"], "ends": row_ends(r)}, key=key))
    return cases


def fact_ends(f):
    def end(e):
        name = e.get("name", e.get("value"))
        return f"[{e['mention']}{'' if e['mention'] == name else ' = ' + name}: {e['type']}]"
    return end(f["subject"]) + " " + end(f["object"])


def article_cases(d, text, facts, scorer):
    """The misses and false facts of one annotated article, by the rules of its scorer; also right facts with a wrong status."""
    entities = {e["id"]: {"type": e["type"], "name": e["name"],
                          "strings": {scorer.norm(s) for s in [e["name"], *e.get("aliases", [])]} - {""}} for e in d["entities"]}
    gold = {}
    for f in d["facts"]:
        literal = {"type": "Literal", "name": str(f["object"]), "strings": {scorer.norm(f["object"])}}
        g = gold.setdefault((f["relation"], f["subject"], f["object"]), {
            "relation": f["relation"], "s": entities[f["subject"]], "o": entities.get(f["object"], literal), "evidence": f.get("evidence") or "", "status": set()})
        g["status"].add(f.get("status") or "asserted")
    pred = [{"relation": f["relation"], "s": scorer.strings(f["subject"]), "o": scorer.strings(f["object"]), "fact": f} for f in facts]
    found, cases = set(), []
    for p in pred:
        p["hits"] = []
        for i, g in enumerate(gold.values()):
            straight, swapped = scorer.ends_match(p, g)
            if p["relation"] == g["relation"] and (straight or (swapped and g["relation"] in scorer.SYMMETRIC)):
                p["hits"].append(i)
        found.update(p["hits"])
    said = set()
    for p in pred:
        f, wrong_status = p["fact"], False
        if p["hits"]:
            wrong_status = all((f.get("status") or "asserted") not in list(gold.values())[i]["status"] for i in p["hits"])
            if not wrong_status:
                continue
        key = ("status" if wrong_status else "false", d["id"], p["relation"], min(p["s"], default=""), min(p["o"], default=""))
        if key in said:
            continue
        said.add(key)
        s = f["sentence"]
        cases.append(Case(key[0], d["id"], p["relation"], s["text"], s["start"], s["end"], fact_ends(f), fact=f, near=pred,
                          wanted=list(gold.values()), gold=p, key=key,
                          cause=f"status {f['status']}, wanted {'/'.join(sorted(list(gold.values())[p['hits'][0]]['status']))}" if wrong_status else ""))
    for i, g in enumerate(gold.values()):
        if i in found:
            continue
        at = text.find(g["evidence"]) if g["evidence"] else -1
        cases.append(Case("miss", d["id"], g["relation"], g["evidence"], max(at, 0), max(at, 0) + len(g["evidence"]),
                          f"[{g['s']['name']}: {g['s']['type']}] [{g['o']['name']}: {g['o']['type']}]", gold=g, near=pred,
                          key=("miss", d["id"], g["relation"], g["s"]["name"], g["o"]["name"])))
    return cases
