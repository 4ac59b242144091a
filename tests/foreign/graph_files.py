#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The graph of samples/ as others read it: GraphML by xmllint (with graphml.xsd) and networkx, JSON-LD by rdflib; every warning is a failure.
Both must hold the same relations, with names, types, weights and evidence, and every quotation must stand in its document.

graph_files.py PROGRAM SAMPLES"""
import json
import os
import subprocess
import sys
import tempfile
import warnings

import networkx
import rdflib

RDF = rdflib.RDF
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
SCHEMA = rdflib.Namespace("http://schema.org/")
GRAPHML_SCHEMA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "graphml.xsd")


def well_formed(path):
    """Fails unless xmllint finds the GraphML to be as graphml.xsd says."""
    ran = subprocess.run(["xmllint", "--noout", "--huge", "--schema", GRAPHML_SCHEMA, path], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr


def check_graphml(path):
    """Triples of names that networkx sees, after everything a graph needs was found in its place."""
    well_formed(path)
    graph = networkx.read_graphml(path, force_multigraph=True)
    assert graph.is_directed() and graph.number_of_edges() > 0
    for node, data in graph.nodes(data=True):
        for key in ("label", "name", "type", "labels"):
            assert data.get(key), f"{node} has no {key}: {data}"
        assert data["labels"].endswith(":" + data["type"]), data
    triples = set()
    for source, target, data in graph.edges(data=True):
        assert data["label"], data
        assert isinstance(data["weight"], float) and data["weight"] >= 1, data
        assert 0 < data["confidence"] <= 1, data
        for key in ("evidence", "sources"):
            assert json.loads(data[key]), f"an edge without {key}: {data}"
        triple = (graph.nodes[source]["name"], data["label"], graph.nodes[target]["name"])
        triples.add(triple)
    uids = [data["uid"] for _, _, data in graph.edges(data=True)]
    assert len(set(uids)) == len(uids)
    return triples


def check_jsonld(path):
    """(subject name, object name) of every statement that rdflib sees, and its quotations by document."""
    graph = rdflib.Graph().parse(path, format="json-ld")
    ends, quotations = [], []
    for statement in graph.subjects(RDF.type, RDF.Statement):
        one = {key: graph.value(statement, key) for key in (RDF.subject, RDF.predicate, RDF.object)}
        assert all(one.values()), f"{statement} is not whole: {one}"
        names = [str(graph.value(one[key], SCHEMA.name) or one[key]) for key in (RDF.subject, RDF.object)]
        ends.append(tuple(names))
    for selector in graph.subjects(RDF.type, OA.TextQuoteSelector):
        exact = graph.value(selector, OA.exact)
        source = graph.value(graph.value(None, OA.hasSelector, selector), OA.hasSource)
        assert exact and source, f"a quotation without words or source: {selector}"
        quotations.append((str(source), str(exact)))
    assert ends and quotations
    return ends, quotations


def main(program, samples):
    warnings.simplefilter("error")
    warnings.filterwarnings("ignore", category=DeprecationWarning)  # of the readers' own making
    with tempfile.TemporaryDirectory(prefix="factloom-foreign-") as scratch:
        graphml, jsonld = (os.path.join(scratch, name) for name in ("graph.graphml", "graph.jsonld"))
        subprocess.run([program, "build", "--quiet", samples, "-o", graphml, "-o", jsonld], check=True)
        triples = check_graphml(graphml)
        ends, quotations = check_jsonld(jsonld)
        lines = subprocess.run([program, "extract", "--quiet", "--documents", samples], check=True, capture_output=True, text=True)
    texts = [json.loads(line).get("text", "") for line in lines.stdout.splitlines()]
    for source, exact in quotations:
        assert any(exact in text for text in texts), f"{source} does not hold: {exact}"
    missing = {(a, b) for a, _, b in triples} - set(ends)
    assert not missing, f"in the GraphML alone: {missing}"
    print(f"{len(triples)} relations in GraphML, {len(ends)} statements and {len(quotations)} quotations in JSON-LD: fine")


if __name__ == "__main__":
    main(*sys.argv[1:])
