#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A folder includes only folders to its left (extract, graph, export, cli), and only graph/ includes Boost."""
import pathlib
import re
import sys

LAYERS = ["extract", "graph", "export", "cli"]
INCLUDE = re.compile(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]')


def mistakes(root):
    for rank, layer in enumerate(LAYERS):
        for path in sorted((root / layer).rglob("*.[ch]*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                include = INCLUDE.match(line)
                if not include:
                    continue
                folder = include.group(1).split("/")[0]
                place = f"{path.relative_to(root)}:{number}"
                if folder in LAYERS and LAYERS.index(folder) > rank:
                    yield f"{place}: {layer}/ must not include {include.group(1)}"
                if folder == "boost" and layer != "graph":
                    yield f"{place}: only graph/ includes Boost"


if __name__ == "__main__":
    found = list(mistakes(pathlib.Path(sys.argv[1])))
    print("\n".join(found) or "layers: fine")
    sys.exit(bool(found))
