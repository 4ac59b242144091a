// SPDX-License-Identifier: Apache-2.0
#include "cli/watch.h"

#include <algorithm>

#include "cli/answers.h"
#include "extract/base/csv.h"
#include "extract/output/json_object.h"

namespace factloom {
namespace {

/// One name of the list, with the entities that may be meant.
struct Watched {
  const WatchedName* name;
  std::vector<std::uint32_t> entities;
};

/// A shortest path between entities of two names.
struct Near {
  const Watched *from, *to;
  GraphPath path;
};

std::vector<std::uint32_t> entities_of(const WatchedName& name, const QueryGraph& query,
                                       const EntityFinder& finder) {
  std::vector<std::uint32_t> found;
  const auto add = [&](const std::string& text) {
    if (text.empty()) return;
    const auto more = finder.find_named(text);
    found.insert(found.end(), more.begin(), more.end());
  };
  add(name.id);
  add(name.name);
  for (const std::string& alias : name.aliases) add(alias);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  const TypeId wanted = query.ontology.find_type(name.type);
  if (wanted == TypeId::none) return found;
  std::vector<std::uint32_t> fit;
  for (const std::uint32_t e : found) {
    const TypeId type = query.ontology.find_type(query.graph.entities()[e].type);
    if (type != TypeId::none &&
        (query.ontology.is_a(type, wanted) || query.ontology.is_a(wanted, type)))
      fit.push_back(e);
  }
  return fit;
}

std::vector<Near> near_ones(const std::vector<Watched>& watched, const LinkNetwork& network,
                            std::uint32_t hops) {
  std::vector<Near> near;
  for (std::size_t i = 0; i < watched.size(); ++i)
    for (const std::uint32_t from : watched[i].entities)
      for (std::size_t k = i + 1; k < watched.size(); ++k)
        for (GraphPath& path : network.nearest(from, watched[k].entities, hops))
          near.push_back({&watched[i], &watched[k], std::move(path)});
  return near;
}

// ---- text
std::string path_text(const Near& n, const QueryGraph& query, const EvidenceFilter& filter,
                      std::size_t sentences) {
  std::string out = n.from->name->name + " -- " + n.to->name->name + ": " +
                    counted(n.path.steps.size(), "hop") + ", trust " + two_digits(n.path.trust) +
                    "\n";
  for (const GraphStep& step : n.path.steps)
    for (const StepRelation& r : step.relations)
      out += step_text(query.graph, r, filter, sentences);
  return out;
}

std::string occurrence_text(const Watched& w, const QueryGraph& query) {
  if (w.entities.empty()) return w.name->name + ": does not occur\n";
  std::string out;
  for (const std::uint32_t e : w.entities) {
    const GraphEntity& entity = query.graph.entities()[e];
    out += w.name->name + ": " + entity.id + " (" + entity.type + "), " +
           counted(entity.documents, "document") + ", " +
           counted(query.graph.degree(e), "relation") + "\n";
  }
  return out;
}

std::string answer_text(const std::vector<Watched>& watched, const std::vector<Near>& near,
                        const QueryGraph& query, const EvidenceFilter& filter,
                        std::size_t sentences) {
  std::string out;
  for (const Watched& w : watched) out += occurrence_text(w, query);
  for (const Near& n : near) out += path_text(n, query, filter, sentences);
  return out;
}

// ---- JSON
void append_occurrence(std::string& out, const Watched& w, const QueryGraph& query) {
  out += '{';
  append_member(out, "name", w.name->name);
  append_key(out, "entities");
  out += '[';
  for (const std::uint32_t e : w.entities) {
    if (out.back() != '[') out += ", ";
    append_entity(out, query.graph, e);
  }
  out += "]}";
}

void append_near(std::string& out, const Near& n, const QueryGraph& query,
                 const EvidenceFilter& filter, std::size_t sentences) {
  out += '{';
  append_member(out, "from", n.from->name->name);
  append_member(out, "to", n.to->name->name);
  append_member(out, "hops", static_cast<std::uint32_t>(n.path.steps.size()));
  append_key(out, "trust");
  append_json(out, n.path.trust);
  append_key(out, "relations");
  out += '[';
  for (const GraphStep& step : n.path.steps)
    for (const StepRelation& r : step.relations) {
      const GraphRelation& relation = query.graph.relations()[r.relation];
      if (out.back() != '[') out += ", ";
      out += '{';
      append_member(out, "relation", relation.relation);
      append_member(out, "status", status_name(relation.status));
      append_member(out, "documents", relation.weight);
      append_key(out, "trust");
      append_json(out, r.trust);
      append_key(out, "subject");
      append_entity(out, query.graph, relation.subject);
      append_key(out, "object");
      append_entity(out, query.graph, relation.object);
      append_key(out, "evidence");
      append_evidence(out, best_evidence(query.graph.evidence(relation), filter), sentences);
      out += '}';
    }
  out += "]}";
}

std::string answer_json(const std::vector<Watched>& watched, const std::vector<Near>& near,
                        const QueryGraph& query, const EvidenceFilter& filter,
                        std::size_t sentences) {
  std::string out = "{";
  append_key(out, "names");
  out += '[';
  for (const Watched& w : watched) {
    if (out.back() != '[') out += ",\n";
    append_occurrence(out, w, query);
  }
  out += "]";
  append_key(out, "links");
  out += '[';
  for (const Near& n : near) {
    if (out.back() != '[') out += ",\n";
    append_near(out, n, query, filter, sentences);
  }
  return out + "]}\n";
}

std::string answer_csv(const std::vector<Watched>& watched, const std::vector<Near>& near,
                       const QueryGraph& query) {
  std::string out = csv_line({"name", "entity", "documents", "near", "hops", "trust", "links"});
  for (const Watched& w : watched) {
    if (w.entities.empty()) out += csv_line({w.name->name, "", "0", "", "", "", ""});
    for (const std::uint32_t e : w.entities)
      out += csv_line({w.name->name, query.graph.entities()[e].id,
                       std::to_string(query.graph.entities()[e].documents), "", "", "", ""});
  }
  for (const Near& n : near) {
    std::string links;
    for (const GraphStep& step : n.path.steps)
      links +=
          (links.empty() ? "" : "; ") + relation_text(query.graph, step.relations.front().relation);
    out += csv_line({n.from->name->name, query.graph.entities()[n.path.steps.front().from].id, "",
                     n.to->name->name, std::to_string(n.path.steps.size()),
                     two_digits(n.path.trust), links});
  }
  return out;
}

}  // namespace

void watch(const std::vector<WatchedName>& names, const QueryGraph& query,
           const EntityFinder& finder, const EvidenceFilter& filter, const Options& options) {
  std::vector<Watched> watched;
  for (const WatchedName& name : names)
    watched.push_back({&name, entities_of(name, query, finder)});
  const unsigned hops = options.query.hops == 0 ? 2 : options.query.hops;
  const std::vector<Near> near = near_ones(watched, LinkNetwork(query.graph, filter), hops);
  const std::size_t sentences = options.query.evidence;
  print_answer(
      options.format, [&] { return answer_text(watched, near, query, filter, sentences); },
      [&] { return answer_json(watched, near, query, filter, sentences); },
      [&] { return answer_csv(watched, near, query); });
}

}  // namespace factloom
