# SPDX-License-Identifier: Apache-2.0
"""The table of scores: one row a measure, made from the JSON of the scorers, printed and kept in README.md as Markdown."""

HEAD = ("set", "measure", "P", "R", "score", "wanted")
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


def number(value):
    return "" if value is None else f"{value:.3f}"


def prf(scores):
    return {key.upper(): value for key, value in scores.items() if key.upper() in ("P", "R", "F1")}


def row(name, measure, scores, wanted=""):
    scores = prf(scores) if isinstance(scores, dict) else {"F1": scores}
    return (name, measure, number(scores.get("P")), number(scores.get("R")), number(scores.get("F1")), wanted)


def facts_rows(name, wanted):
    def make(scores):
        yield row(name, "facts F1", scores["facts"], wanted)
        yield row(name, "pairs F1 (any relation)", scores["pairs"])
        yield row(name, "status right, of the right facts", scores["status"])
    return make


def knowledgenet_rows(scores):
    yield row("knowledgenet", "text F1, overlap", scores["overlap"]["#micro"], "0.62")
    for relation, result in sorted(scores["overlap"].items()):
        if not relation.startswith("#"):
            yield row("knowledgenet", relation, result)


def names_rows(scores):
    yield row("names", "entity F1", scores["all"], "0.82")
    for kind in ("PER", "ORG", "LOC"):
        yield row("names", kind, scores[kind])


def words_rows(scores):
    yield row("words", "word class (XPOS) accuracy", scores["xpos"], "0.955")
    yield row("words", "token F1", scores["tokens"])
    yield row("words", "sentence F1", scores["sentences"], "0.95")


def html_rows(scores):
    yield row("html", "word F1 (4-grams)", scores, "0.92")


def reference_rows(scores):
    for name, result in scores["head"].items():
        yield row("reference", "mean of the three" if name == "mean" else name, result)
    yield row("reference", "mean, same span", scores["exact"]["mean"])
    yield row("reference", "mean, mentions of both only", scores["matched"]["mean"])
    yield row("reference", "mentions in chains", scores["mentions"])
    for group, result in scores["pronouns"].items():
        yield row("reference", "pronouns right" if group == "all" else group, result)


# Every set and how its scores become rows. To add a set, add its line here.
SETS = {
    "article": facts_rows("article", "0.90"),
    "knowledgenet": knowledgenet_rows,
    "news": facts_rows("news", "0.40"),
    "names": names_rows,
    "words": words_rows,
    "html": html_rows,
    "reference": reference_rows,
}


def rows(scores):
    return [line for name, make in SETS.items() if name in scores for line in make(scores[name])]


def markdown(lines):
    widths = [max(len(line[i]) for line in [HEAD, *lines]) for i in range(len(HEAD))]
    cells = [[cell.ljust(width) for cell, width in zip(line, widths)] for line in [HEAD, *lines]]
    cells.insert(1, ["-" * width for width in widths])
    return "\n".join("| " + " | ".join(line) + " |" for line in cells)


def kept(text):
    """The rows that stand in a README."""
    body = text.split(BEGIN)[1].split(END)[0].strip().splitlines()[2:]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in body]


def save(path, lines, partial):
    """Writes the rows into the README; rows of sets that were not run this time stay."""
    text = path.read_text(encoding="utf-8")
    if partial:
        ran = {line[0] for line in lines}
        lines = [line for line in kept(text) if line[0] not in ran] + lines
        lines.sort(key=lambda line: list(SETS).index(line[0]))
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    path.write_text(f"{before}{BEGIN}\n{markdown(lines)}\n{END}{after}", encoding="utf-8")
