// SPDX-License-Identifier: Apache-2.0
// javascript.mjs TOOL FILE: reads the file as graphology (Gephi Lite), Cytoscape.js or jsonld.js do; one line: nodes, edges, kinds.
import fs from "node:fs";
import {createRequire} from "node:module";

const require = createRequire(process.env.FACTLOOM_MODULES + "/");
const [tool, file] = process.argv.slice(2);

const counted = (all) => {
  const counts = {};
  for (const one of all) counts[one] = (counts[one] ?? 0) + 1;
  return Object.keys(counts).sort().map((key) => `${key}=${counts[key]}`).join(" ");
};

const graphology = () => {
  const {MultiDirectedGraph} = require("graphology");
  const parser = require(file.endsWith(".gexf") ? "graphology-gexf" : "graphology-graphml");
  return parser.parse(MultiDirectedGraph, fs.readFileSync(file, "utf8"), {allowUndeclaredAttributes: false});
};

const tools = {
  graphology() {
    const graph = graphology();
    graph.forEachNode((node, a) => {
      for (const key of ["label", "size", "color", "x", "y"]) if (a[key] === undefined && key !== "label") throw new Error(`${node} has no ${key}`);
    });
    return [graph.order, graph.size, counted(graph.mapEdges((edge, a) => a.label))];
  },
  cytoscape() {
    const cytoscape = require("cytoscape");
    const graph = graphology();
    const cy = cytoscape({headless: true, styleEnabled: false, elements: [
      ...graph.mapNodes((id, data) => ({data: {...data, id}, position: {x: data.x, y: data.y}})),
      ...graph.mapEdges((id, data, source, target) => ({data: {...data, id: "edge " + id, source, target}}))]});
    return [cy.nodes().length, cy.edges().length, counted(cy.edges().map((edge) => edge.data("label")))];
  },
  async jsonld() {
    const quads = await require("jsonld").toRDF(JSON.parse(fs.readFileSync(file, "utf8")), {safe: true});
    const names = quads.filter((q) => q.predicate.value === "http://schema.org/name");
    const statements = quads.filter((q) => q.predicate.value.endsWith("#relationName"));
    return [names.length, statements.length, counted(statements.map((q) => q.object.value))];
  },
};
console.log((await tools[tool]()).join("\t"));
