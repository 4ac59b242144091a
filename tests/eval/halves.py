# SPDX-License-Identifier: Apache-2.0
"""One half of the development sets, laid out as evaluate.py looks for them: the documents of even or odd index."""
import json
import lzma
import os

from sets import in_half


def lines(source, target, half):
    rows = [x for x in source.read_text(encoding="utf-8").split("\n") if x.strip()]
    target.write_text("\n".join(in_half(rows, half)) + "\n", encoding="utf-8")


def blocks(text, is_first):
    """The text cut before every line that begins a block."""
    cut = []
    for line in text.split("\n"):
        if is_first(line, cut) or not cut:
            cut.append([])
        cut[-1].append(line)
    return ["\n".join(b) for b in cut]


def half(source, target, which):
    """Makes the folder and returns it."""
    for name in ("knowledgenet", "news", "crossner-politics", "ud", "html"):
        (target / name).mkdir(parents=True, exist_ok=True)
    lines(source / "knowledgenet/dev.jsonl", target / "knowledgenet/dev.jsonl", which)
    lines(source / "news/dev.gold.jsonl", target / "news/dev.gold.jsonl", which)
    os.symlink(source / "news/texts", target / "news/texts")
    sentences = [s for s in (source / "crossner-politics/dev.txt").read_text(encoding="utf-8").split("\n\n") if s.strip()]
    (target / "crossner-politics/dev.txt").write_text("\n\n".join(in_half(sentences, which)) + "\n", encoding="utf-8")
    with lzma.open(source / "ud/gum-dev.tsv.xz", "rt", encoding="utf-8") as f:
        docs = [d for d in blocks(f.read(), lambda line, _: line.startswith("# doc ")) if d.strip()]
    with lzma.open(target / "ud/gum-dev.tsv.xz", "wt", encoding="utf-8") as f:
        f.write("\n".join(in_half(docs, which)) + "\n")
    gold = json.loads((source / "html/gold.json").read_text(encoding="utf-8"))
    (target / "html/gold.json").write_text(json.dumps(dict(in_half(list(gold.items()), which))), encoding="utf-8")
    os.symlink(source / "html/pages", target / "html/pages")
    return target
