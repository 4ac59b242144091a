// SPDX-License-Identifier: Apache-2.0
// Which entity somebody means: by its id, by the normal form of one of its names ("the nestlé,
// s.a." finds Nestle), or, where no name is quite that, by words that stand together in a name
// ("Kariko" finds Katalin Kariko), or else by what merging takes for another spelling ("IMF",
// "Volodymyr Zelensky"; see compare_names.h). What it finds may be several; it is for the caller to
// list them, or to take all. Whole names and ids are found by their hashes, which are sorted once,
// so that thousands of them cost no more than one; the rest goes through all names.
#pragma once
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/compare_names.h"
#include "graph/knowledge_graph.h"

namespace factloom {

class EntityFinder {
 public:
  /// Both must outlive it.
  EntityFinder(const KnowledgeGraph& graph, const NameForms& forms);

  /// Indices of the entities meant, in the order of the graph; empty when there is none.
  std::vector<std::uint32_t> find(std::string_view name_or_id) const;
  /// The same, but only by id and by whole names, also the other one of who is well known by two.
  std::vector<std::uint32_t> find_exact(std::string_view name_or_id) const;
  /// By id and by whole names, else by other spellings of them; not by words within a name.
  std::vector<std::uint32_t> find_named(std::string_view name_or_id) const;
  /// Is this its id or, but for its normal form, one of its names? If not, finding it was a guess.
  bool is_called(std::uint32_t entity, std::string_view name_or_id) const;
  /// "\"Kariko\" taken for \"Katalin Karikó\"" where none of what was found is called so; else
  /// empty.
  std::string guess(std::string_view name_or_id, const std::vector<std::uint32_t>& found) const;
  /// "there is no entity 'Strype'; did you mean 'Stripe'?"
  std::string unknown(std::string_view name) const;
  /// The name in lower case, without accents, articles and legal forms.
  std::string form(std::string_view name) const { return forms_.normal_form(name); }

 private:
  /// Where something may be found: an id or a normal form by its hash.
  struct Key {
    std::size_t hash = 0;
    std::uint32_t entity = 0;
    auto operator<=>(const Key&) const = default;
  };
  std::vector<std::uint32_t> with_key(std::string_view text) const;
  template <class Worth, class Take>
  void each_form(Worth worth, Take take) const;
  std::vector<std::uint32_t> find_alike(std::string_view name, const std::string& words) const;
  double likeness(const GraphEntity& entity, const NameParts& asked, PartWords& known) const;

  const KnowledgeGraph& graph_;
  const NameForms& forms_;
  std::vector<Key> keys_;  // of ids, and of normal forms of names; sorted
};

}  // namespace factloom
