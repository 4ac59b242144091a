# SPDX-License-Identifier: Apache-2.0
"""python_tools.py TOOL FILE: reads the file as the tool does; one line: nodes, edges, kinds."""
import collections
import json
import sys
import warnings


def counted(kinds):
    return " ".join(f"{kind}={count}" for kind, count in sorted(collections.Counter(kinds).items()))


def networkx(path):
    import networkx
    graph = networkx.read_graphml(path, force_multigraph=True) if path.endswith("graphml") else networkx.read_gexf(path, version="1.3")
    return graph.number_of_nodes(), graph.number_of_edges(), counted(data["label"] for _, _, data in graph.edges(data=True))


def igraph(path):
    import igraph
    graph = igraph.Graph.Read_GraphML(path)
    assert graph.is_directed()
    return graph.vcount(), graph.ecount(), counted(graph.es["label"])


def statements(quads):
    """Entities and relations that RDF holds; kinds are the last parts of the predicates' IRIs."""
    names = relations = 0
    for predicate in quads:
        names += predicate == "https://w3id.org/factloom/ns#entityType"
        relations += predicate == "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate"
    return names, relations, ""


def oxigraph(path):
    import pyoxigraph
    formats = {"nq": pyoxigraph.RdfFormat.N_QUADS, "ttl": pyoxigraph.RdfFormat.TURTLE, "jsonld": pyoxigraph.RdfFormat.JSON_LD}
    return statements(quad.predicate.value for quad in pyoxigraph.parse(path=path, format=formats[path.rsplit(".", 1)[1]]))


def rdflib(path):
    import rdflib
    graph = rdflib.Dataset()
    graph.parse(path, format={"nq": "nquads", "ttl": "turtle", "jsonld": "json-ld"}[path.rsplit(".", 1)[1]])
    return statements(str(quad[1]) for quad in graph.quads((None, None, None, None)))


def followthemoney(path):
    """What the model's own validation says of every entity; a value that it would throw away is an error too."""
    from followthemoney import model
    things, kinds, ids, ends = 0, [], set(), set()
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            data = json.loads(line)
            schema = model.get(data["schema"])
            assert not schema.abstract, schema.name
            schema.validate(data)
            entity = model.get_proxy(data, cleaned=False)
            for name, values in data["properties"].items():
                assert entity.get(name), f"{data['id']}: {name} is thrown away: {values!r}"
            ids.add(entity.id)
            if schema.edge:
                kinds.append(data["properties"]["recordId"][0])
                ends.update(entity.get(schema.edge_source) + entity.get(schema.edge_target))
            elif schema.name != "Article":
                things += 1
    assert ends <= ids, "ends that there are not"
    return things, len(kinds), counted(kinds)


if __name__ == "__main__":
    warnings.simplefilter("ignore", DeprecationWarning)
    print("\t".join(map(str, globals()[sys.argv[1]](sys.argv[2]))))
