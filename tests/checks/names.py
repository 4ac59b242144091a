#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A type has one definition: two of one name in different files are one type to the linker, which then mixes up their functions
(C++20 [basic.def.odr]) without a word. Types of unnamed namespaces, nested types and declarations do not count."""
import collections
import pathlib
import re
import sys

DEFINITION = re.compile(r"(?:struct|class|enum class|enum) (\w+)\b[^;:(]*(?::[^:;][^;]*)?\{")


def definitions(path):
    unnamed = False
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("namespace {"):
            unnamed = True
        elif unnamed and re.fullmatch(r"\}  // namespace", line):
            unnamed = False
        elif not unnamed and (found := DEFINITION.match(line)):
            yield found.group(1)


def main(root):
    files = collections.defaultdict(list)
    for folder in ("extract", "graph", "export", "cli"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".h", ".cpp"):
                for name in definitions(path):
                    files[name].append(str(path.relative_to(root)))
    twice = {name: found for name, found in files.items() if len(found) > 1}
    for name, found in sorted(twice.items()):
        print(f"the type {name} is defined in {' and in '.join(found)}: rename one, or put it into an unnamed namespace")
    print(f"{len(files)} types, {len(twice)} defined twice")
    return bool(twice)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
