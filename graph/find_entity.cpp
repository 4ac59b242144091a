// SPDX-License-Identifier: Apache-2.0
#include "graph/find_entity.h"

#include <algorithm>

#include "extract/base/closest.h"

namespace factloom {
namespace {

/// Do the words stand together in the form?
bool has_words(std::string_view form, std::string_view words) {
  for (auto at = form.find(words); at != std::string_view::npos; at = form.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if ((at == 0 || form[at - 1] == ' ') && (end == form.size() || form[end] == ' ')) return true;
  }
  return false;
}

void sort_unique(std::vector<std::uint32_t>& entities) {
  std::sort(entities.begin(), entities.end());
  entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
}

}  // namespace

EntityFinder::EntityFinder(const KnowledgeGraph& graph, const NameForms& forms)
    : graph_(graph), forms_(forms) {
  const auto entities = graph.entities();
  by_form_.reserve(entities.size() * 2);
  by_id_.reserve(entities.size());
  for (std::uint32_t i = 0; i < entities.size(); ++i) {
    by_id_.emplace(entities[i].id, i);
    by_form_[form(entities[i].name)].push_back(i);
    for (const std::string& alias : entities[i].aliases) {
      auto& bearers = by_form_[form(alias)];
      if (bearers.empty() || bearers.back() != i) bearers.push_back(i);
    }
  }
}

std::vector<std::uint32_t> EntityFinder::find_exact(std::string_view name_or_id) const {
  if (const auto it = by_id_.find(name_or_id); it != by_id_.end()) return {it->second};
  const auto it = by_form_.find(form(name_or_id));
  return it == by_form_.end() ? std::vector<std::uint32_t>() : it->second;
}

std::vector<std::uint32_t> EntityFinder::find(std::string_view name_or_id) const {
  std::vector<std::uint32_t> found = find_exact(name_or_id);
  const std::string words = form(name_or_id);
  if (!found.empty() || words.empty()) return found;
  for (const auto& [form, bearers] : by_form_) {
    if (has_words(form, words)) found.insert(found.end(), bearers.begin(), bearers.end());
  }
  sort_unique(found);
  return found;
}

std::string EntityFinder::unknown(std::string_view name) const {
  std::vector<std::string> names;  // those of about the same length: the distance is dear
  for (const GraphEntity& e : graph_.entities()) {
    if (e.name.size() * 3 >= name.size() * 2 && e.name.size() * 2 <= name.size() * 3 + 3)
      names.push_back(e.name);
  }
  return "there is no entity '" + std::string(name) + "'" + did_you_mean(name, names);
}

}  // namespace factloom
