# SPDX-License-Identifier: Apache-2.0
"""Three measures of how well mentions were put into chains, as counts that add up over documents.

MUC counts links (Vilain et al. 1995, "A model-theoretic coreference scoring scheme"), B³ looks at the chain of each mention (Bagga and
Baldwin 1998, "Algorithms for scoring coreference chains"), CEAF-e aligns chains one to one for the most likeness 2|K∩R| / (|K|+|R|)
(Luo 2005, "On coreference resolution performance metrics"). A chain is a set of mentions, and a mention whatever can be hashed; no
mention is in two chains of one side. A measure gives (recall's numerator and denominator, precision's numerator and denominator).
"""


def partition(chains):
    return {mention: i for i, chain in enumerate(chains) for mention in chain}


def links(of, against):
    """How many of the links that hold the chains together are left after the other side cut them up."""
    place = partition(against)
    pieces = [len({place.get(m, ("alone", m)) for m in chain}) for chain in of]
    return sum(map(len, of)) - sum(pieces), sum(map(len, of)) - len(of)


def muc(key, response):
    return (*links(key, response), *links(response, key))


def shares(of, against):
    place = partition(against)
    shared = sum(len(chain & against[place[m]]) / len(chain) for chain in of for m in chain if m in place)
    return shared, sum(map(len, of))


def b_cubed(key, response):
    return (*shares(key, response), *shares(response, key))


def ceaf_e(key, response):
    likeness = [[2 * len(k & r) / (len(k) + len(r)) for r in response] for k in key]
    best = best_sum(likeness)
    return best, len(key), best, len(response)


def best_sum(gain):
    """The most that pairing each row with at most one column can bring: Kuhn and Munkres' method, with potentials."""
    if not gain or not gain[0]:
        return 0.0
    if len(gain) > len(gain[0]):
        gain = [list(column) for column in zip(*gain)]
    rows, columns = len(gain), len(gain[0])
    of_row, of_column, owner = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1)  # 0: nobody's
    for row in range(1, rows + 1):
        path, at = grow(gain, row, of_row, of_column, owner)
        while at:
            owner[at], at = owner[path[at]], path[at]
    return sum(gain[owner[c] - 1][c - 1] for c in range(1, columns + 1) if owner[c])


def grow(gain, row, of_row, of_column, owner):
    """The cheapest way from the row to a free column: for each column the one before it, and where it ends. Moves the potentials."""
    far, columns = float("inf"), len(of_column) - 1
    least, before, done = [far] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
    owner[0], at = row, 0
    while owner[at]:
        done[at], here, step, following = True, owner[at], far, 0
        for c in range(1, columns + 1):
            if done[c]:
                continue
            cost = -gain[here - 1][c - 1] - of_row[here] - of_column[c]
            if cost < least[c]:
                least[c], before[c] = cost, at
            if least[c] < step:
                step, following = least[c], c
        for c in range(columns + 1):
            if done[c]:
                of_row[owner[c]] += step
                of_column[c] -= step
            else:
                least[c] -= step
        at = following
    return before, at


MEASURES = {"MUC": muc, "B³": b_cubed, "CEAF-e": ceaf_e}


def prf(right, gold, also_right, found):
    recall, precision = (right / gold if gold else 0.0), (also_right / found if found else 0.0)
    return {"P": precision, "R": recall, "F1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0}


def score(documents):
    """P, R and F1 of each measure and their mean, over all (key, response) pairs."""
    documents = list(documents)
    results = {name: prf(*map(sum, zip((0, 0, 0, 0), *(measure(k, r) for k, r in documents)))) for name, measure in MEASURES.items()}
    results["mean"] = {x: sum(r[x] for r in results.values()) / len(MEASURES) for x in ("P", "R", "F1")}
    return results
