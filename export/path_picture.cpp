// SPDX-License-Identifier: Apache-2.0
#include "export/path_picture.h"

#include <algorithm>
#include <map>
#include <set>

#include "export/names.h"
#include "export/xml.h"

namespace factloom {
namespace {

constexpr int column_width = 260, row_height = 110, margin = 90, radius = 16;

struct PathSpot {
  int column = 0, row = 0;
  int x() const { return margin + column * column_width; }
  int y() const { return margin + row * row_height; }
};

/// Where every entity of the paths lies, and the size of the picture.
struct Plan {
  std::map<std::uint32_t, PathSpot> spots;
  std::set<std::uint32_t> relations;
  int width = 2 * margin, height = 2 * margin;
};

Plan plan_of(std::span<const GraphPath> paths) {
  Plan plan;
  std::size_t longest = 0;
  for (const GraphPath& path : paths) longest = std::max(longest, path.steps.size());
  std::map<int, int> filled;  // rows of a column
  const auto put = [&](std::uint32_t entity, int column) {
    if (plan.spots.count(entity) == 0) plan.spots[entity] = {column, filled[column]++};
  };
  for (const GraphPath& path : paths)
    for (std::size_t i = 0; i < path.steps.size(); ++i) {
      put(path.steps[i].from, static_cast<int>(i));
      put(path.steps[i].to, static_cast<int>(i + 1 == path.steps.size() ? longest : i + 1));
      for (const StepRelation& r : path.steps[i].relations) plan.relations.insert(r.relation);
    }
  for (const auto& [entity, spot] : plan.spots) {
    plan.width = std::max(plan.width, spot.x() + margin);
    plan.height = std::max(plan.height, spot.y() + margin);
  }
  return plan;
}

std::string at(const char* x_name, const char* y_name, int x, int y) {
  return std::string(" ") + x_name + "=\"" + std::to_string(x) + "\" " + y_name + "=\"" +
         std::to_string(y) + "\"";
}

void append_text(std::string& out, int x, int y, const char* kind, std::string_view text) {
  out += "<text class=\"" + std::string(kind) + "\"" + at("x", "y", x, y) + ">";
  append_xml(out, text);
  out += "</text>\n";
}

/// Arrows between the same two entities lie one below the other.
void append_arrow(std::string& out, const PathSpot& from, const PathSpot& to, int number,
                  std::string_view name) {
  const int x = (from.x() + to.x()) / 2;
  const int bend =
      number * 22 + (from.row == to.row && std::abs(from.column - to.column) > 1 ? 46 : 0);
  const int y = (from.y() + to.y()) / 2 + bend;
  out += "<path class=\"link\" marker-end=\"url(#arrow)\" d=\"M" + std::to_string(from.x()) + "," +
         std::to_string(from.y()) + " Q" + std::to_string(x) + "," + std::to_string(y + bend) +
         " " + std::to_string(to.x()) + "," + std::to_string(to.y()) + "\"/>\n";
  append_text(out, x, y - 5, "relation", name);
}

constexpr const char* style =
    "<style>text{font-family:sans-serif;text-anchor:middle}.name{font-size:14px;font-weight:bold}"
    ".relation{font-size:12px;fill:#555}.link{fill:none;stroke:#999;stroke-width:1.5}</style>\n"
    "<defs><marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"26\" refY=\"5\" markerWidth=\"8\" "
    "markerHeight=\"8\" orient=\"auto\"><path d=\"M0,0 L10,5 L0,10 z\" fill=\"#999\"/></marker>"
    "</defs>\n";

}  // namespace

std::string path_picture(const KnowledgeGraph& graph, std::span<const GraphPath> paths,
                         const Ontology& ontology) {
  const Plan plan = plan_of(paths);
  std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" +
                    std::to_string(plan.width) + "\" height=\"" + std::to_string(plan.height) +
                    "\" viewBox=\"0 0 " + std::to_string(plan.width) + " " +
                    std::to_string(plan.height) + "\">\n" + style;
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> between;
  for (const std::uint32_t relation : plan.relations) {
    const GraphRelation& r = graph.relations()[relation];
    const auto ends = std::minmax(r.subject, r.object);
    append_arrow(out, plan.spots.at(r.subject), plan.spots.at(r.object), between[ends]++,
                 r.relation);
  }
  for (const auto& [entity, spot] : plan.spots) {
    const GraphEntity& e = graph.entities()[entity];
    out += "<circle" + at("cx", "cy", spot.x(), spot.y()) + " r=\"" + std::to_string(radius) +
           "\" fill=\"" + color_of(e.type, ontology) + "\"><title>";
    append_xml(out, e.id);
    out += "</title></circle>\n";
    append_text(out, spot.x(), spot.y() - radius - 8, "name", e.name);
  }
  return out + "</svg>\n";
}

std::string path_page(const KnowledgeGraph& graph, std::span<const GraphPath> paths,
                      const Ontology& ontology) {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Links</title>"
      "<style>body{font-family:sans-serif;max-width:72em;margin:2em auto}</style></head><body>\n" +
      path_picture(graph, paths, ontology) + "<ul>\n";
  for (const std::uint32_t relation : plan_of(paths).relations) {
    const GraphRelation& r = graph.relations()[relation];
    out += "<li><b>";
    append_xml(out, graph.entities()[r.subject].name + " " + r.relation + " " +
                        graph.entities()[r.object].name);
    out += "</b> (" + std::string(status_name(r.status)) + ")<ul>\n";
    for (const FactView fact : graph.evidence(r)) {
      out += "<li>";
      append_xml(out, fact.sentence.text);
      out += " <i>";
      append_xml(out, fact.document);
      if (!fact.source.date.empty()) out += ", " + std::string(fact.source.date);
      out += "</i></li>\n";
    }
    out += "</ul></li>\n";
  }
  return out + "</ul></body></html>\n";
}

}  // namespace factloom
