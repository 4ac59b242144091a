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

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Can the normal form of a name have this word? Surely not if the name is plain letters, digits
/// and blanks, of which the form keeps words whole, and the word is not among them.
bool may_hold(std::string_view name, std::string_view word) {
  const auto plain = [](char c) {
    return c == ' ' || (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z');
  };
  if (!std::all_of(name.begin(), name.end(), plain)) return true;
  return std::search(name.begin(), name.end(), word.begin(), word.end(),
                     [](char a, char b) { return lower(a) == b; }) != name.end();
}

std::size_t hash(std::string_view text) {
  return std::hash<std::string_view>()(text);
}

template <class Take>
void each_name(const GraphEntity& entity, Take take) {
  take(std::string_view(entity.name));
  for (const std::string& alias : entity.aliases) take(std::string_view(alias));
}

void sort_unique(std::vector<std::uint32_t>& entities) {
  std::sort(entities.begin(), entities.end());
  entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
}

}  // namespace

EntityFinder::EntityFinder(const KnowledgeGraph& graph, const NameForms& forms)
    : graph_(graph), forms_(forms) {
  const auto entities = graph.entities();
  keys_.reserve(entities.size() * 3);
  for (std::uint32_t i = 0; i < entities.size(); ++i) {
    keys_.push_back({hash(entities[i].id), i});
    each_name(entities[i], [&](std::string_view name) { keys_.push_back({hash(form(name)), i}); });
  }
  std::sort(keys_.begin(), keys_.end());
  keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
}

std::vector<std::uint32_t> EntityFinder::with_key(std::string_view text) const {
  const std::size_t wanted = hash(text);
  std::vector<std::uint32_t> found;
  for (auto it = std::lower_bound(keys_.begin(), keys_.end(), Key{wanted, 0});
       it != keys_.end() && it->hash == wanted; ++it)
    found.push_back(it->entity);
  return found;
}

bool EntityFinder::is_called(std::uint32_t entity, std::string_view name_or_id) const {
  const GraphEntity& e = graph_.entities()[entity];
  if (e.id == name_or_id) return true;
  const std::string wanted = form(name_or_id);
  bool called = false;
  each_name(e, [&](std::string_view name) { called = called || form(name) == wanted; });
  return called;
}

std::vector<std::uint32_t> EntityFinder::find_exact(std::string_view name_or_id) const {
  for (const std::uint32_t e : with_key(name_or_id))
    if (graph_.entities()[e].id == name_or_id) return {e};
  std::vector<std::uint32_t> found = with_key(form(name_or_id));
  std::erase_if(found, [&](std::uint32_t e) { return !is_called(e, name_or_id); });
  if (!found.empty()) return found;
  for (const std::string& other : forms_.second_names(form(name_or_id)))
    for (const std::uint32_t e : with_key(form(other)))
      if (is_called(e, other)) found.push_back(e);
  sort_unique(found);
  return found;
}

std::vector<std::uint32_t> EntityFinder::find(std::string_view name_or_id) const {
  std::vector<std::uint32_t> found = find_exact(name_or_id);
  const std::string words = form(name_or_id);
  if (!found.empty() || words.empty()) return found;
  // "EU" is the European Union rather than the EU Commission.
  PartWords known(forms_.tables());
  const NameParts parts = parts_of(name_or_id, false, forms_, known);
  const bool acronym = !parts.acronym.empty() && !parts.word_acronym;
  if (acronym) found = find_alike(name_or_id, words);
  if (!found.empty()) return found;
  const std::string_view first = std::string_view(words).substr(0, words.find(' '));
  each_form([&](std::string_view name) { return may_hold(name, first); },
            [&](std::uint32_t bearer, std::string_view form) {
              if (has_words(form, words)) found.push_back(bearer);
            });
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
  PartWords known(forms_.tables());
  const NameParts as_person = parts_of(name, true, forms_, known),
                  as_body = parts_of(name, false, forms_, known);
  const bool acronym = !as_body.acronym.empty() && !as_body.word_acronym;
  const std::vector<std::string> each_word = words_of(words);
  const auto worth_a_look = [&](std::string_view other) {
    return acronym || std::any_of(each_word.begin(), each_word.end(),
                                  [&](const std::string& word) { return may_hold(other, word); });
  };
  std::vector<std::uint32_t> near;
  each_form(worth_a_look, [&](std::uint32_t bearer, std::string_view form) {
    if ((acronym && !form.empty() && form[0] == words[0]) || share_word(words, form))
      near.push_back(bearer);
  });
  sort_unique(near);
  std::vector<std::uint32_t> best;
  double most = alike;
  for (const std::uint32_t bearer : near) {
    const GraphEntity& e = graph_.entities()[bearer];
    const double sum = likeness(e, e.type == "Person" ? as_person : as_body, known);
    if (sum < most) continue;
    if (sum > most) best.clear();
    most = sum;
    best.push_back(bearer);
  }
  return best;
}

/// Hands on the normal forms of all names that look as if they are worth it.
template <class Worth, class Take>
void EntityFinder::each_form(Worth worth, Take take) const {
  const auto entities = graph_.entities();
  for (std::uint32_t i = 0; i < entities.size(); ++i)
    each_name(entities[i], [&](std::string_view name) {
      if (worth(name)) take(i, form(name));
    });
}

double EntityFinder::likeness(const GraphEntity& entity, const NameParts& asked,
                              PartWords& known) const {
  double most = -1;
  each_name(entity, [&](std::string_view name) {
    const NameParts parts = parts_of(name, asked.person, forms_, known);
    most = std::max(most, compare_names(asked, parts, forms_).sum);
  });
  return most;
}

std::string EntityFinder::guess(std::string_view name_or_id,
                                const std::vector<std::uint32_t>& found) const {
  constexpr std::size_t most = 3;
  std::string names;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (is_called(found[i], name_or_id)) return "";
    if (i < most) names += (i == 0 ? "\"" : ", \"") + graph_.entities()[found[i]].name + "\"";
  }
  if (found.size() > most) names += " or " + std::to_string(found.size() - most) + " more";
  return names.empty() ? "" : "\"" + std::string(name_or_id) + "\" taken for " + names;
}

std::string EntityFinder::unknown(std::string_view name) const {
  std::vector<std::string> names;  // those of about the same length: the distance is dear
  const auto add = [&](const std::string& known) {
    if (known.size() * 3 >= name.size() * 2 && known.size() * 2 <= name.size() * 3 + 3)
      names.push_back(known);
  };
  for (const GraphEntity& e : graph_.entities()) {
    add(e.name);
    for (const std::string& alias : e.aliases) add(alias);
  }
  return "there is no entity '" + std::string(name) + "'" + did_you_mean(name, names);
}

}  // namespace factloom
