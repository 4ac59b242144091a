#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""No function above 60 lines; files above 500 lines are named. Reads C++ by its braces: strings and comments are blanked first,
then every brace that opens after `)` (with what may stand between: const, noexcept, -> Type, initialisers) opens a function."""
import pathlib
import re
import sys

FUNCTION_LIMIT, FILE_LIMIT = 60, 500
BLANK = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\((?:.*?)\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.S)
NOT_A_FUNCTION = re.compile(r"\b(namespace|class|struct|enum|union)\b[^()]*$|=\s*$|\b(if|for|while|switch|catch)\s*\(.*$", re.S)


def blanked(text):
    return BLANK.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)


def functions(text):
    """(first line, number of lines, head) of every outermost function body."""
    clean, stack, start = blanked(text), [], 0
    for at, char in enumerate(clean):
        if char in ";}":
            start = at + 1
        if char == "{":
            head = clean[start:at]
            inside = any(kind for kind, _, _ in stack)
            is_function = not inside and ")" in head and not NOT_A_FUNCTION.search(head)
            stack.append((is_function, at, head))
            start = at + 1
        elif char == "}" and stack:
            is_function, opened, head = stack.pop()
            if is_function:
                first = clean.count("\n", 0, opened) + 1
                yield first, clean.count("\n", opened, at) + 1, " ".join(head.split())[-80:]


def main(root):
    failed = False
    for folder in ("extract", "graph", "export", "cli"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            text = path.read_text(encoding="utf-8")
            name = path.relative_to(root)
            for first, lines, head in functions(text):
                if lines > FUNCTION_LIMIT:
                    failed = True
                    print(f"{name}:{first}: a function of {lines} lines (at most {FUNCTION_LIMIT}): {head}")
            if text.count("\n") > FILE_LIMIT:
                print(f"{name}: {text.count(chr(10))} lines; above {FILE_LIMIT} a file should be cut")
    print("sizes: fine" if not failed else "sizes: too long")
    return failed


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
