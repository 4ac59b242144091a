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

/// Have the forms a word in common?
bool share_word(std::string_view a, std::string_view b) {
  for (std::size_t at = 0; at < a.size();) {
    const std::size_t end = std::min(a.find(' ', at), a.size());
    if (end > at && has_words(b, a.substr(at, end - at))) return true;
    at = end + 1;
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
  // "EU" is the European Union rather than the EU Commission.
  const bool acronym = !parts_of(name_or_id, false, forms_).acronym.empty();
  if (acronym) found = find_alike(name_or_id, words);
  if (!found.empty()) return found;
  for (const auto& [form, bearers] : by_form_) {
    if (has_words(form, words)) found.insert(found.end(), bearers.begin(), bearers.end());
  }
  sort_unique(found);
  return found.empty() && !acronym ? find_alike(name_or_id, words) : found;
}

std::vector<std::uint32_t> EntityFinder::find_named(std::string_view name_or_id) const {
  const std::vector<std::uint32_t> found = find_exact(name_or_id);
  const std::string words = form(name_or_id);
  return found.empty() && !words.empty() ? find_alike(name_or_id, words) : found;
}

std::vector<std::uint32_t> EntityFinder::find_alike(std::string_view name,
                                                    const std::string& words) const {
  const NameParts as_person = parts_of(name, true, forms_), as_body = parts_of(name, false, forms_);
  const bool acronym = !as_body.acronym.empty();
  std::vector<std::uint32_t> best;
  double most = alike;
  for (const auto& [form, bearers] : by_form_) {
    if (!(acronym && !form.empty() && form[0] == words[0]) && !share_word(words, form)) continue;
    for (const std::uint32_t bearer : bearers) {
      const GraphEntity& e = graph_.entities()[bearer];
      const double sum = likeness(e, e.type == "Person" ? as_person : as_body);
      if (sum < most) continue;
      if (sum > most) best.clear();
      most = sum;
      best.push_back(bearer);
    }
  }
  sort_unique(best);
  return best;
}

double EntityFinder::likeness(const GraphEntity& entity, const NameParts& asked) const {
  const auto of = [&](const std::string& name) {
    return compare_names(asked, parts_of(name, asked.person, forms_), forms_).sum;
  };
  double most = of(entity.name);
  for (const std::string& alias : entity.aliases) most = std::max(most, of(alias));
  return most;
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
