#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What no writer may break on: facts whose every text holds marks, control characters, emoji, right-to-left words, half pairs or
nothing at all, read back from every format by foreign readers. XML loses what it cannot hold (control characters); else not a
character is lost.

What fails today is listed in known-failures.txt, which may only shrink.

hostile.py PROGRAM SOURCE [--update]"""
import csv
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import networkx
import rdflib

from graph_files import OA, SCHEMA, well_formed

sys.path.append(str(pathlib.Path(__file__).parent.parent / "golden"))
import golden

TEXTS = {
    "marks": "a<b>&c\"d'e]]>f&amp;<!--g-->",
    "backslashes": "a\\b\\\\c\\nd\\u0041",
    "control characters": "a\x01b\x08c\x0bd\x1be\x7ff",
    "line breaks": "a\nb\r\nc\td",
    "line separators": "a\u2028b\u2029c\x85d",
    "emoji": "a\U0001F600\U0001F468\u200D\U0001F469\u200D\U0001F467 b",
    "right to left": "\u202Eabc\u202C שלום عربي",
    "no characters": "a\uFFFEb\uFFFFc\uFDD0d",
    "private use": "a\uE000b\U0010FFFDc",
    "marks upon marks": "a" + "\u0301" * 50,
    "no width": "a\u200Bb\uFEFFc",
    "Cypher and Turtle": "a'}) DETACH DELETE n // <http://a.example/> \"\"\"",
    "formula": "=1+1",
    "blanks": "  a  b  ",
    "long": "Ab " * 5000,
}


def hostile(key, text, number):
    """A fact with the text in every place that may hold any text."""
    place = {"start": 0, "end": 1}
    return {"document": f"{key}/{text}", "relation": "acquires",
            "subject": {"entity": 0, "name": f"{text} {number}", "type": "Company", "mention": text, **place},
            "object": {"entity": 1, "name": f"Firm {number}", "type": "Company", "mention": text, **place},
            "role": text, "date": text, "status": "asserted", "attributedTo": text, "confidence": 0.1 + number / 100, "rule": text,
            "trigger": {"text": text, **place}, "sentence": {"text": text, **place}}


def as_xml_holds(text):
    """The text without what XML 1.0 cannot hold; line ends as XML reads them."""
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]", "", text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def same(what, got, wanted):
    assert got == wanted, f"{what}: {got!r} is not {wanted!r}"


def check_lines(path, facts):
    with open(path, encoding="utf-8", newline="\n") as lines:
        got = {fact["object"]["name"]: fact for fact in map(json.loads, lines)}
    for key, fact in facts.items():
        back = got[fact["object"]["name"]]
        for field in ("document", "role", "date", "attributedTo", "rule", "confidence"):
            same(f"{key} {field}", back[field], fact[field])
        same(f"{key} sentence", back["sentence"]["text"], fact["sentence"]["text"])
        same(f"{key} name", back["subject"]["name"], fact["subject"]["name"])


def check_graphml(path, facts):
    well_formed(path)
    graph = networkx.read_graphml(path, force_multigraph=True)
    got = {graph.nodes[target]["name"]: (graph.nodes[source], data) for source, target, data in graph.edges(data=True)}
    for key, fact in facts.items():
        subject, edge = got[fact["object"]["name"]]
        same(f"{key} name", subject["name"], as_xml_holds(fact["subject"]["name"]))
        same(f"{key} role", edge["role"], as_xml_holds(fact["role"]))
        same(f"{key} confidence", round(edge["confidence"], 9), round(fact["confidence"], 9))
        for field, wanted in (("evidence", fact["sentence"]["text"]), ("rules", fact["rule"]), ("attributedTo", fact["attributedTo"])):
            same(f"{key} {field}", [as_xml_holds(text) for text in json.loads(edge[field])], [as_xml_holds(wanted)])


def check_jsonld(path, facts):
    graph = rdflib.Graph().parse(path, format="json-ld")
    names = {str(name) for name in graph.objects(None, SCHEMA.name)}
    quotations = {str(exact) for exact in graph.objects(None, OA.exact)}
    documents = {str(name) for name in graph.objects(None, SCHEMA.identifier)}
    sources = set(graph.objects(None, OA.hasSource))
    same("documents", len(sources), len(facts))
    for key, fact in facts.items():
        for held, wanted in ((names, fact["subject"]["name"]), (quotations, fact["sentence"]["text"]), (documents, fact["document"])):
            assert wanted in held, f"{key}: {wanted!r} is not in the JSON-LD"
    assert graph.serialize(format="nt"), "rdflib cannot write what it read"


def check_rdf(path, facts):
    graph = rdflib.Dataset()
    graph.parse(path, format="nquads" if path.endswith(".nq") else "turtle")
    texts = {str(o) for _, _, o, _ in graph.quads((None, None, None, None))}
    for key, fact in facts.items():
        for wanted in (fact["subject"]["name"], fact["sentence"]["text"], fact["role"], fact["document"]):
            assert wanted in texts, f"{key}: {wanted!r} is not in {path}"


def check_gexf(path, facts):
    root = xml.etree.ElementTree.parse(path).getroot()
    labels = {node.get("label") for node in root.iter("{http://gexf.net/1.3}node")}
    values = {value.get("value") for value in root.iter("{http://gexf.net/1.3}attvalue")}
    for key, fact in facts.items():
        assert as_xml_holds(fact["subject"]["name"]) in labels, f"{key} name"
        assert as_xml_holds(fact["role"]) in values, f"{key} role"


def check_tables(path, facts):
    """Plain CSV holds all, Neo4j's what XML holds."""
    for folder_or_stem, nodes, edges, held in ((path[:-4], ".nodes.csv", ".edges.csv", str),
                                               (path[:-4] + ".neo4j", "/nodes.csv", "/relations.csv", as_xml_holds)):
        cells = set()
        for name in (nodes, edges):
            with open(folder_or_stem + name, encoding="utf-8", newline="") as table:
                rows = list(csv.reader(table))
            assert len({len(row) for row in rows}) == 1, f"{name}: rows of several lengths"
            cells.update(cell for row in rows for cell in row)
        for key, fact in facts.items():
            for wanted in (fact["subject"]["name"], fact["role"]):
                assert held(wanted) in cells, f"{key}: {wanted!r} is not in {folder_or_stem}"


def check_follow_the_money(path, facts):
    with open(path, encoding="utf-8", newline="\n") as lines:
        texts = {text for line in lines for values in json.loads(line)["properties"].values() for text in values}
    for key, fact in facts.items():
        for wanted in (fact["subject"]["name"], fact["sentence"]["text"], fact["role"], fact["document"]):
            assert wanted in texts, f"{key}: {wanted!r} is not in {path}"


def strange_lines():
    """Lines that anyone may hand to `merge`: half pairs, empty names, types and relations that are no words."""
    fact = hostile("strange", "a", 50)
    subject, sentence = fact["subject"], fact["sentence"]
    return {what: json.dumps({**fact, **change}) for what, change in {
        "relation of marks": {"relation": "is <of> \"it\" \U0001F600"},
        "relation not in ASCII": {"relation": "häuftAn"},
        "type of marks": {"subject": {**subject, "type": "Type <x> & \"y\""}},
        "type with a colon": {"subject": {**subject, "type": "Ty:pe"}},
        "type not in ASCII": {"subject": {**subject, "type": "Тип"}},
        "half a pair in a sentence": {"sentence": {**sentence, "text": "half \udc00 a pair"}},
        "half a pair in a name": {"subject": {**subject, "name": "half \ud83d a pair"}},
        "half a pair in a literal": {"object": {"value": "half \ud83d", "type": "Date", "mention": "x", "start": 0, "end": 1}},
        "name of control characters": {"subject": {**subject, "name": "\x01\x02"}},
        "name of a blank": {"subject": {**subject, "name": " "}},
    }.items()}


def merge(program, folder, lines):
    """Paths of the graph of the lines in every format; none when the program refuses the lines and says why."""
    paths = [os.path.join(folder, "graph" + suffix) for suffix in
             (".ndjson", ".graphml", ".jsonld", ".gexf", ".ttl", ".nq", ".csv", ".ftm.ndjson", ".cypher", ".neo4j")]
    outputs = [argument for path in paths for argument in ("-o", path)]
    ran = subprocess.run([program, "merge", "--quiet", "-", *outputs], input="".join(line + "\n" for line in lines).encode(),
                         capture_output=True)
    if ran.returncode == 3 and b": error: " in ran.stderr:
        return []
    assert ran.returncode == 0, ran.stderr.decode()
    return paths


def read_back(paths):
    """Reads the files with readers that complain."""
    lines, graphml, jsonld, gexf, turtle, nquads = paths[:6]
    well_formed(graphml)
    xml.etree.ElementTree.parse(gexf)
    rdflib.Graph().parse(turtle, format="turtle")
    rdflib.Dataset().parse(nquads, format="nquads")
    networkx.read_graphml(graphml)
    rdflib.Graph().parse(jsonld, format="json-ld").serialize(format="nt")
    with open(lines, encoding="utf-8") as text:
        for one in text:
            json.loads(one)


def main(program, source, update=""):
    failures = {}

    def attempt(what, check, *arguments):
        try:
            check(*arguments)
        except Exception as wrong:
            failures[what] = str(wrong)[:1000]

    with tempfile.TemporaryDirectory(prefix="factloom-hostile-") as scratch:
        for number, (key, text) in enumerate(TEXTS.items()):
            facts = {key: hostile(key, text, number)}
            lines, graphml, jsonld, gexf, turtle, nquads, tables, money = merge(program, scratch, map(json.dumps, facts.values()))[:8]
            attempt(f"ndjson: {key}", check_lines, lines, facts)
            attempt(f"graphml: {key}", check_graphml, graphml, facts)
            attempt(f"jsonld: {key}", check_jsonld, jsonld, facts)
            attempt(f"gexf: {key}", check_gexf, gexf, facts)
            attempt(f"turtle: {key}", check_rdf, turtle, facts)
            attempt(f"nquads: {key}", check_rdf, nquads, facts)
            attempt(f"csv: {key}", check_tables, tables, facts)
            attempt(f"ftm: {key}", check_follow_the_money, money, facts)
        for what, line in strange_lines().items():
            paths = merge(program, scratch, [line])
            if paths:
                attempt(f"strange: {what}", read_back, paths)
    print(f"{len(TEXTS)} hostile texts and {len(strange_lines())} strange lines, {len(failures)} failures")
    return not golden.only_shrinks(pathlib.Path(source, "tests/foreign/known-failures.txt"), failures, update == "--update")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
