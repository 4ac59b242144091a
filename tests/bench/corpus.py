# SPDX-License-Identifier: Apache-2.0
"""Text of any size for timing: articles of a folder, repeated with their paragraphs in another order each time, as NDJSON.
The same folder and size give the same bytes."""
import json
import random
import subprocess


def texts(program, folder):
    """The articles of a folder as factloom reads them."""
    out = subprocess.run([program, "extract", "--quiet", "--documents", str(folder)], stdout=subprocess.PIPE, text=True).stdout
    lines = [json.loads(line) for line in out.splitlines()]
    return [line["text"] for line in lines if "text" in line and "relation" not in line]


def write(path, articles, megabytes):
    """Writes about so many MB of documents; returns the path as text."""
    shuffle, size, number = random.Random(1), 0, 0
    with open(path, "wb") as out:
        while size < megabytes * 1e6:
            paragraphs = articles[number % len(articles)].split("\n\n")
            shuffle.shuffle(paragraphs)
            document = {"id": f"article-{number:07}", "text": "\n\n".join(paragraphs)}
            line = json.dumps(document, ensure_ascii=False).encode() + b"\n"
            out.write(line)
            size, number = size + len(line), number + 1
    return str(path)
