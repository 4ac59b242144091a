# SPDX-License-Identifier: Apache-2.0
"""What the stages made of documents: `factloom explain`, run for each document once, cut into sentences."""
import concurrent.futures
import re
import subprocess

HEAD = re.compile(r"^sentence \d+: ", re.M)
SECTION = re.compile(r"^  (?=\S)", re.M)
NEARLY = re.compile(r"^    (\S+) at '(.*?)': (.*)$", re.M)


class Sentence:
    """One sentence as `explain` shows it: its text, its sections, and the rules that were triggered in vain."""

    def __init__(self, text, body, start):
        self.text, self.start, self.end = text, start, start + len(text)
        self.sections = {}
        for part in SECTION.split(body):
            head, _, rest = part.partition("\n")
            if head.strip():
                self.sections[head.strip()] = rest.rstrip("\n")
        self.nearly = NEARLY.findall(self.sections.get("triggered, but not fired", ""))

    def view(self):
        """The stages in short: names, groups, links, facts and what nearly fired."""
        out = []
        for name in ("names and references", "groups", "links", "facts", "triggered, but not fired"):
            if name in self.sections:
                rows = [r for r in self.sections[name].split("\n") if not re.search(r": [01] of \d+ elements matched", r)]
                out += [f"  {name}"] + [re.sub(r"\((?:/[^ )]*/)?([^/ ):]+\.rules:\d+)\)", r"(\1)", r) for r in rows]
        return "\n".join(out)


def cut(text, printed):
    """The sentences of one document's explanation, placed in its text."""
    heads = list(HEAD.finditer(printed))
    sentences, at = [], 0
    for i, head in enumerate(heads):
        whole = printed[head.end():heads[i + 1].start() if i + 1 < len(heads) else len(printed)]
        said, _, body = whole.partition("\n  tokens\n")
        found = text.find(said, at)
        at = found + len(said) if found >= 0 else at
        sentences.append(Sentence(said, "  tokens\n" + body, found))
    return sentences


def explain(factloom, documents):
    """{id: sentences} of documents {id: text}."""
    def one(item):
        name, text = item
        ran = subprocess.run([factloom, "explain", "--", text], capture_output=True, encoding="utf-8", errors="replace")
        return name, cut(text, ran.stdout)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return dict(pool.map(one, documents.items()))


def between(sentences, start, end):
    """The sentences that a span of the document touches."""
    return [s for s in sentences if s.start >= 0 and s.start < end and start < s.end]
