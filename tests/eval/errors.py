# SPDX-License-Identifier: Apache-2.0
"""The error report of a set: a table of causes by relation, then every miss and every false fact with what the stages made of it.

`tests/eval/run --errors SET` prints it. The causes are guesses (causes.py): a place to start reading, no verdict.
"""
import collections
import re

import causes
import explained
import words

SETS = ("knowledgenet", "news", "article", "names", "words")


def judged(bench, name, schemas, wanted):
    """(cases with causes, sentences of each document) of a set. Only documents with wanted cases are explained."""
    if name == "names":
        return words.names(bench)[0], {}
    if name == "words":
        return words.words(bench)[0], {}
    run = bench.knowledgenet() if name == "knowledgenet" else bench.news(name)
    run.cases = [c for c in run.cases if wanted(c)]
    seen = explained.explain(bench.factloom, {d: run.documents[d] for d in sorted({c.document for c in run.cases})})
    for c in run.cases:
        if c.cause:
            continue
        if name == "knowledgenet":
            c.cause = causes.knowledgenet_false(c) if c.kind == "false" else causes.knowledgenet_miss(c, run, seen[c.document], schemas)
        else:
            c.cause = causes.article_false(c, bench.score_news) if c.kind == "false" else \
                causes.article_miss(c, run, seen[c.document], schemas, bench.score_news)
    return run.cases, seen


def short(cause):
    return re.sub(r"( '.*'|: .*)$", "", cause) if not cause.startswith(("no name", "wrong type", "NN", "wrong name")) else cause


def table(cases):
    """Causes by relation, the most frequent first; for false facts also the rules."""
    rows = []
    for kind in ("miss", "status", "false"):
        mine = [c for c in cases if c.kind == kind]
        if not mine:
            continue
        total = collections.Counter(short(c.cause) for c in mine)
        relations = collections.Counter(c.relation for c in mine)
        rows.append(f"\n{kind}: {len(mine)}")
        rows += [f"  {n:5}  {cause}" for cause, n in total.most_common(40)]
        for relation, n in relations.most_common(40):
            by = collections.Counter(short(c.cause) for c in mine if c.relation == relation)
            rows.append(f"  {relation} {n}: " + ", ".join(f"{cause} {k}" for cause, k in by.most_common(8)))
    for title, key in (("rules of false facts", lambda c: c.fact and f"{c.fact['rule']} '{c.fact['trigger']['text'].lower()}'"),
                       ("words", lambda c: "read as" in c.cause and f"{c.ends.lower()}: {c.cause}"),
                       ("what stopped the rules", lambda c: c.kind == "miss" and c.cause.startswith(("constr", "block", "status", "wrong dir", "other")) and c.cause)):
        counted = collections.Counter(filter(None, map(key, cases)))
        if counted:
            rows.append(f"\n{title}")
            rows += [f"  {n:5}  {what}" for what, n in counted.most_common(40)]
    return "\n".join(rows)


def described(case, seen):
    out = [f"--- {case.kind} {case.relation} | {case.cause} | {case.ends} | document {case.document}"]
    if case.fact:
        f = case.fact
        out.append(f"  by {f['rule']} ({f['confidence']}, {f['status']}), trigger '{f['trigger']['text']}'")
    if case.text:
        out.append("  " + " ".join(case.text.split()))
    for g in case.wanted:
        if "s" in g and (g["relation"] == case.relation or case.gold["s"] & g["s"]["strings"]):
            out.append(f"  gold: {g['relation']}({g['s']['name']}, {g['o']['name']}) {'/'.join(sorted(g['status']))}")
    for s in explained.between(seen.get(case.document, []), case.start, max(case.end, case.start + 1)):
        out.append(s.view())
    return "\n".join(out)


def report(bench, name, schemas, only=None, kind=None, cause=None, limit=None, brief=False):
    """The whole report as text."""
    def wanted(c):
        return (not only or c.relation == only) and (not kind or c.kind == kind)
    cases, seen = judged(bench, name, schemas, wanted)
    cases = [c for c in cases if wanted(c) and (not cause or cause in c.cause or (c.fact and cause == c.fact["rule"]))]
    out = [f"{name}{' (' + bench.half + ' half)' if bench.half else ''}: {len(cases)} errors", table(cases), ""]
    order = {"miss": 0, "status": 1, "false": 2}
    cases.sort(key=lambda c: (order[c.kind], c.relation, c.cause))  # a stable sort: the order of the documents below
    out += [described(c, {} if brief else seen) for c in cases[:limit]]
    return "\n".join(out)
