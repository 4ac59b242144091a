#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The set `reference`: the chains of mentions that `extract --mentions` finds, against those of GUM (MUC, B³, CEAF-e: chains.py).

Gold are the chains of two or more mentions in the last column (`Entity=` brackets); singletons count on neither side. The texts are
those that evaluate.py makes for the set `words`. A found mention stands for the gold mention with the same head word (the word whose
governor, in the gold tree, is outside the span), the one nearest in length if there are several; `exact` asks for the same span.
Mentions that only one side has count as missed and false, as in the CoNLL shared tasks; `matched` leaves them out, and so tells
how well the mentions that both have are put together.

A pronoun is right if the nearest earlier name or description of the entity it was given (a later one if there is none) is of the
pronoun's gold chain. Asked are those whose chain has more than pronouns; false is also an antecedent for a pronoun that GUM gives none.

reference.py --selftest                 checks the measures on Luo's example (2005) and the reader on a made document
"""
import collections
import dataclasses
import lzma
import re
import sys

import chains

PRONOUNS = {"he": "he, she, his, her", "she": "he, she, his, her", "his": "he, she, his, her", "her": "he, she, his, her",
            "it": "it, its", "its": "it, its", "they": "they, their", "their": "they, their"}
PRONOUN_TAGS = {"PRP", "PRP$", "WP", "WP$", "WDT", "EX"}
BRACKET = re.compile(r"\((\d+)(?:\[[^\]]*\])?-[^()]*|(?<=[)=])(\d+)(?:\[[^\]]*\])?(?=\))|(\))")


@dataclasses.dataclass
class Document:
    text: str
    words: list                                 # (start, end, tag, index of the governor or None)
    mentions: dict                              # (start, end) -> chain id, in the order of the text


def brackets(column):
    """What the column opens and closes, in order: ("open" or "close", id). An opening bracket may close at once."""
    field = next((f for f in column.split("|") if f.startswith("Entity=")), "Entity=")
    events, last = [], None
    for opened, closed, bracket in BRACKET.findall(field):
        if opened:
            events.append(("open", opened))
        elif bracket:
            events.append(("close", last))
        last = opened or closed or None
    return events


def blocks(lines):
    """The rows of each sentence, by document: [[columns, …], …]."""
    documents = []
    for line in lines:
        line = line.rstrip("\n")
        if line.startswith("# doc "):
            documents.append([[]])
        elif line and not line.startswith("#"):
            documents[-1][-1].append(line.split("\t"))
        elif not line and documents and documents[-1][-1]:
            documents[-1].append([])
    return [[rows for rows in d if rows] for d in documents]


def read(text, sentences, rows_of):
    """One document: its text and sentence spans as evaluate.py gives them, and the rows of each sentence."""
    words, mentions, opened = [], {}, collections.defaultdict(list)
    for (at, _), rows in zip(sentences, rows_of):
        first = len(words)
        for c in rows:
            found = text.find(c[1], at)
            start, at = (found, found + len(c[1])) if found >= 0 else (at, at)
            words.append((start, at, c[4], first + int(c[5]) - 1 if c[5] != "0" else None))
            for what, chain in brackets(c[7]):
                if what == "open":
                    opened[chain].append(start)
                elif opened[chain]:
                    mentions.setdefault((opened[chain].pop(), at), chain)
    return Document(text, words, dict(sorted(mentions.items())))


def corpus(path, read_tagged):
    with lzma.open(path, "rt", encoding="utf-8") as f:
        rows = blocks(f)
    return {d["id"]: read(d["text"], d["sentences"], r) for d, r in zip(read_tagged(str(path)), rows)}


def head(document, span):
    """The index of the head word of a span, None if it has no word."""
    inside = [i for i, w in enumerate(document.words) if w[0] < span[1] and span[0] < w[1]]
    return next((i for i in inside if document.words[i][3] not in inside), None)


def align(document, spans):
    """{found span: gold span}: same span first, then same head word; each gold mention once."""
    pairs = {s: s for s in spans if s in document.mentions}
    by_head, taken = collections.defaultdict(list), set(pairs)
    for gold in document.mentions:
        if gold not in taken:
            by_head[head(document, gold)].append(gold)
    for s in sorted(set(spans) - taken):
        h = head(document, s)
        near = sorted(by_head[h] if h is not None else [], key=lambda g: abs((g[1] - g[0]) - (s[1] - s[0])))
        if near:
            pairs[s] = near[0]
            by_head[h].remove(near[0])
    return pairs


def sets_of(chain_of, keep=lambda mention: True):
    """{mention: chain} as sets of two or more."""
    together = collections.defaultdict(set)
    for mention, chain in chain_of.items():
        if keep(mention):
            together[chain].add(mention)
    return [c for c in together.values() if len(c) > 1]


def views(document, found):
    """(key, response) by head word, by exact span, and of the mentions that both have."""
    pairs, key = align(document, found), sets_of(document.mentions)
    by_head = {pairs.get(s, ("false", s)): e for s, e in found.items()}
    chained = {m for c in key for m in c} & {m for c in sets_of(by_head) for m in c}
    both = [[c & chained for c in side if c & chained] for side in (key, sets_of(by_head))]
    return {"head": (key, sets_of(by_head)), "exact": (key, sets_of(found)), "matched": tuple(both)}


def is_pronoun(document, span):
    i = head(document, span)
    return i is not None and document.words[i][2] in PRONOUN_TAGS and document.words[i][:2] == span


def antecedent(span, entity, nominal):
    """The name or description that a pronoun was taken up from, as said above; None if there is none."""
    earlier = [s for s, e in nominal.items() if e == entity and s < span]
    later = [s for s, e in nominal.items() if e == entity and s > span]
    return max(earlier) if earlier else min(later, default=None)


def pronouns(document, found):
    """(group, span, gold chain or None, antecedent or None, right) of every pronoun that either side gives a chain."""
    size, pairs = collections.Counter(), align(document, found)
    for m, chain in document.mentions.items():
        size[chain] += not is_pronoun(document, m)
    nominal = {s: e for s, e in found.items() if not is_pronoun(document, s)}
    for start, end, _, _ in document.words:
        group, span = PRONOUNS.get(document.text[start:end].lower()), (start, end)
        gold = document.mentions.get(span)
        gold = gold if size[gold] else None
        guess = antecedent(span, found[span], nominal) if span in found else None
        if group and (gold or guess):
            yield group, span, gold, guess, bool(gold and guess and document.mentions.get(pairs.get(guess)) == gold)


def accuracy(rows):
    right, asked, answered = sum(r[4] for r in rows), sum(bool(r[2]) for r in rows), sum(bool(r[3]) for r in rows)
    return {"P": right / answered if answered else 0.0, "F1": right / asked if asked else 0.0}


def measure(bench, folder):
    """Scores of the set: {"head" | "exact" | "matched": scores of the measures, "mentions": …, "pronouns": {group: …}}."""
    documents = corpus(folder / "ud" / "gum-dev.tsv.xz", bench.evaluate.read_tagged)
    lines = bench.extract({i: d.text for i, d in documents.items()})
    found = {i: {} for i in documents}
    for x in lines:
        for m in x.get("mentions", []):
            found[str(x["document"])].setdefault((m["start"], m["end"]), m["entity"])
    seen = [views(d, found[i]) for i, d in documents.items()]
    scores = {name: chains.score(v[name] for v in seen) for name in ("head", "exact", "matched")}
    in_chains = [[{m for c in side for m in c} for side in v["head"]] for v in seen]
    hits = sum(len(k & r) for k, r in in_chains)
    scores["mentions"] = chains.prf(hits, sum(len(k) for k, _ in in_chains), hits, sum(len(r) for _, r in in_chains))
    rows = [r for i, d in documents.items() for r in pronouns(d, found[i])]
    scores["pronouns"] = {"all": accuracy(rows), **{g: accuracy([r for r in rows if r[0] == g]) for g in dict.fromkeys(PRONOUNS.values())}}
    return scores


# The example of Luo (2005): twelve mentions in three chains, and four answers with F1 of MUC, B³ and CEAF-e, worked out by hand.
LUO = ["12345", "67", "89ABC"]
LUO_ANSWERS = [(["12345", "6789ABC"], 0.947, 0.865, 0.733), (["1234589ABC", "67"], 0.947, 0.737, 0.667),
               (["123456789ABC"], 0.900, 0.545, 0.294), (list("123456789ABC"), 0.0, 0.400, 0.178)]
MADE = ("Ann Lee saw her dog. It slept.", [(0, 20), (21, 30)], [
    ["Ann NNP 3 Entity=(1-person-new-coref", "Lee NNP 1 Entity=1)", "saw VBD 0 _", "her PRP$ 5 Entity=(2-animal-new-coref(1-person-giv-coref)",
     "dog NN 3 Entity=2)|SpaceAfter=No", ". . 3 _"], ["It PRP 2 Entity=(2-animal-giv-coref)", "slept VBD 0 _", ". . 2 _"]])


def selftest():
    key, wrong = [set(c) for c in LUO], []
    for answer, *wanted in LUO_ANSWERS:
        got = chains.score([(key, [set(c) for c in answer])])
        wrong += [f"{answer} {name}: {got[name]['F1']:.3f}, not {w}" for name, w in zip(chains.MEASURES, wanted)
                  if round(got[name]["F1"], 3) != w]
    if chains.best_sum([[3, 2], [2, 0], [1, 1]]) != 4:
        wrong.append("best_sum: taking the largest first is not the best pairing")
    rows = [[["", f, "", "", t, h, "", e] for f, t, h, e in (r.split(" ") for r in s)] for s in MADE[2]]
    made = read(MADE[0], MADE[1], rows)
    if made.mentions != {(0, 7): "1", (12, 15): "1", (12, 19): "2", (21, 23): "2"}:
        wrong.append(f"mentions read: {made.mentions}")
    found = {(4, 7): 0, (12, 15): 0, (16, 19): 1, (21, 23): 0}  # "Lee" lacks the head word "Ann"
    if align(made, found) != {(12, 15): (12, 15), (16, 19): (12, 19), (21, 23): (21, 23)}:
        wrong.append(f"aligned: {align(made, found)}")
    found = {(0, 7): 0, (12, 15): 0, (16, 19): 1, (21, 23): 0}  # "her" is right, "It" is not
    if [r[4] for r in pronouns(made, found)] != [True, False]:
        wrong.append(f"pronouns: {list(pronouns(made, found))}")
    print("\n".join(wrong) or "reference: fine")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(selftest() if sys.argv[1:] == ["--selftest"] else __doc__)
