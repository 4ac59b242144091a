# SPDX-License-Identifier: Apache-2.0
"""Guesses why a fact was missed or is false, from the mentions at its ends and the stages' view of its sentence.

The order of the questions is the order of the stages: is there a mention at each end, is it resolved, is its type one that the
relation allows, is there a trigger, was a construction found, did a condition or the status forbid it.
"""
import json
import pathlib
import re

import explained
from sets import overlaps

RELATIONS = {"CEO": ["headOf"], "CHILD_OF": ["childOf"], "DATE_FOUNDED": ["foundingDate"], "DATE_OF_BIRTH": ["birthDate"],
             "DATE_OF_DEATH": ["deathDate"], "EDUCATED_AT": ["alumniOf"], "EMPLOYEE_OR_MEMBER_OF": ["worksFor", "headOf", "memberOf"],
             "FOUNDED_BY": ["foundedBy"], "HEADQUARTERS": ["basedIn"], "NATIONALITY": ["nationality"], "PLACE_OF_BIRTH": ["bornIn"],
             "PLACE_OF_RESIDENCE": ["livesIn"], "POLITICAL_AFFILIATION": ["memberOf"], "SPOUSE": ["spouse"],
             "SUBSIDIARY_OF": ["subsidiaryOf"]}
SWAPPED = {"CEO"}  # gold has the organisation first


class Schemas:
    """What the relations allow and which rules emit them."""

    def __init__(self, folder):
        folder = pathlib.Path(folder)
        self.parents = {t["name"]: t.get("parent") for t in json.loads((folder / "types/entities.json").read_text())["types"]}
        self.relations = {r["name"]: r for r in json.loads((folder / "types/relations.json").read_text())["relations"]}
        self.rules = {}
        for path in sorted((folder / "rules").glob("*.rules")):
            name = None
            for line in path.read_text(encoding="utf-8").splitlines():
                head = re.match(r"(?:frame|rule)\s+(\S+)", line)
                emit = re.match(r"\s+emit\s+(\w+)\(", line)
                name = head[1] if head else name
                if emit and name:
                    self.rules.setdefault(emit[1], set()).add(name)

    def allows(self, relations, side, kind):
        """May an end of these relations have this type? `side`: domain, range."""
        while kind:
            if any(kind in self.relations[r][side] for r in relations if r in self.relations):
                return True
            kind = self.parents.get(kind)
        return False

    def emitters(self, relations):
        return set().union(*(self.rules.get(r, set()) for r in relations))


def looks_like_name(text):
    return any(w[:1].isupper() or w[:1].isdigit() for w in text.split())


def missing_end(side, mentions, text, relations, schemas, domain):
    """What is wrong with one end of a missed fact; nothing if all is well."""
    if not mentions:
        if not looks_like_name(text):
            return f"argument not resolved: {side} '{text.lower()}'" if len(text.split()) == 1 else f"argument not resolved: {side}, a description"
        return f"no name found: {side}"
    if any(schemas.allows(relations, domain, m["type"]) for m in mentions):
        return None
    return f"wrong name type: {side} " + "/".join(sorted({m["type"] for m in mentions}))


def from_trace(sentences, emitters):
    """What the rules that could have said it came to."""
    tried = [(rule, word, outcome) for s in sentences for rule, word, outcome in s.nearly if rule in emitters]
    blocked = [t for t in tried if "condition" in t[2] or "asked for" in t[2] or "part of a name" in t[2]]
    frames = [t for t in tried if "of the right type found" in t[2]]
    if blocked:
        return f"blocked: {blocked[0][0]} at '{blocked[0][1]}': {blocked[0][2]}"
    if frames:
        return f"construction unknown: {frames[0][0]} at '{frames[0][1]}': {frames[0][2]}"
    return "no trigger known"


def knowledgenet_miss(case, run, sentences, schemas):
    relations = RELATIONS.get(case.relation, [])
    (s, o), text = case.gold["ends"], run.documents[case.document]
    if case.relation in SWAPPED:
        s, o = o, s
    same = [(r, f) for r, f in case.near if r["propertyId"] == case.gold["id"]]
    everywhere = [f for f in run.facts if f["document"] == case.document and case.start <= f["sentence"]["end"] and f["sentence"]["start"] <= case.end]
    at = [[m for m in run.mentions.get(case.document, []) if overlaps((m["start"], m["end"]), e)] for e in (s, o)]
    for f in everywhere:
        ends = [(f[e]["start"], f[e]["end"]) for e in ("subject", "object")]
        if f["relation"] in relations and overlaps(ends[0], s) and overlaps(ends[1], o):
            return f"status {f['status']}: {f['rule']}" if f["status"] == "negated" else f"status or role: {f['rule']}"
        if f["relation"] in relations and overlaps(ends[0], o) and overlaps(ends[1], s):
            return f"wrong direction: {f['rule']}"
    for side, m, e, domain in (("subject", at[0], s, "domain"), ("object", at[1], o, "range")):
        found = missing_end(side, m, text[e[0]:e[1]], relations, schemas, domain)
        if found:
            return found
    if any((m["start"], m["end"]) == (n["start"], n["end"]) for m in at[0] for n in at[1]) and len(at[0]) == len(at[1]) == 1:
        return "wrong span: one name covers both ends"
    for r, f in case.near:
        if overlaps((r["subjectStart"], r["subjectEnd"]), case.gold["ends"][0]) and overlaps((r["objectStart"], r["objectEnd"]), case.gold["ends"][1]):
            return f"other relation: {f['relation']} by {f['rule']}"
    for r, f in same:
        if overlaps((r["subjectStart"], r["subjectEnd"]), case.gold["ends"][0]):
            return f"other object taken: {f['rule']}"
        if overlaps((r["objectStart"], r["objectEnd"]), case.gold["ends"][1]):
            return f"other subject taken: {f['rule']}"
    return from_trace(explained.between(sentences, case.start, case.end), schemas.emitters(relations))


def knowledgenet_false(case):
    s, o = case.gold["ends"]
    for g in case.wanted:
        straight = overlaps(s, g["ends"][0]) and overlaps(o, g["ends"][1])
        if straight or (overlaps(s, g["ends"][1]) and overlaps(o, g["ends"][0])):
            return ("wrong direction" if g["relation"] == case.relation else f"other relation: gold has {g['relation']}")
    for g in case.wanted:
        if g["relation"] == case.relation and overlaps(s, g["ends"][0]):
            return "wrong object"
        if g["relation"] == case.relation and overlaps(o, g["ends"][1]):
            return "wrong subject"
    return "not in gold"


def article_miss(case, run, sentences, schemas, scorer):
    g, here = case.gold, explained.between(sentences, case.start, case.end)
    mentions = run.mentions.get(case.document, [])
    for p in case.near:
        straight, swapped = scorer.ends_match(p, g)
        if straight or swapped:
            what = "wrong direction" if p["relation"] == g["relation"] else f"other relation: {p['relation']}"
            return f"{what} by {p['fact']['rule']}"
    for side, key, domain in (("subject", "s", "domain"), ("object", "o", "range")):
        named = [m for m in mentions if scorer.names({scorer.norm(m["text"]), scorer.norm(m["name"])}, g[key])]
        if not named:
            return f"no name found: {side} ({g[key]['type']})"
        near = [m for m in named if any(s.start <= m["start"] < s.end for s in here)]
        if not near:
            return f"argument not resolved: {side}"
        if not any(schemas.allows([g["relation"]], domain, m["type"]) for m in near):
            return f"wrong name type: {side} " + "/".join(sorted({m["type"] for m in near})) + f", wanted {g[key]['type']}"
    for p in case.near:
        if p["relation"] == g["relation"] and any(s.start <= p["fact"]["sentence"]["start"] < s.end for s in here):
            if scorer.names(p["s"], g["s"]):
                return f"other object taken: {p['fact']['rule']}"
            if scorer.names(p["o"], g["o"]):
                return f"other subject taken: {p['fact']['rule']}"
    return from_trace(here, schemas.emitters([g["relation"]]))


def article_false(case, scorer):
    p = case.gold
    for g in case.wanted:
        straight, swapped = scorer.ends_match(p, g)
        if straight or swapped:
            return "wrong direction" if p["relation"] == g["relation"] else f"other relation: gold has {g['relation']}"
    for g in case.wanted:
        if g["relation"] == p["relation"] and scorer.names(p["s"], g["s"]):
            return "wrong object"
        if g["relation"] == p["relation"] and scorer.names(p["o"], g["o"]):
            return "wrong subject"
    return "not in gold"
