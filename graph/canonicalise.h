// SPDX-License-Identifier: Apache-2.0
// Which names of a graph are names of one thing. Names that share a key (a part and the first
// letter of another, an acronym, a core word) are compared, then what is known of their bearers:
// shared links, documents, countries, employers, identifiers. What speaks for and against is
// summed; the user's decisions stand above it. The surest pairs are joined first; a pair that is
// merely alike is joined if no third name claims the same. Then pairs that only lacked a shared
// link are looked at once more, as what they are linked to may be one now. Free of the order of
// what it is given.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lexicon/ontology.h"
#include "graph/compare_names.h"
#include "graph/decisions.h"

namespace factloom {

/// A relation (the number of its name) and the bearer at its other end.
struct BearerLink {
  std::uint32_t relation = 0, end = 0;
  auto operator<=>(const BearerLink&) const = default;
};

/// A name with one type, as yet a thing of its own, and what is known of it. All lists are sorted
/// and have nothing twice; texts lie elsewhere.
struct Bearer {
  std::string_view name, type;
  std::vector<std::string_view>
      also;               ///< other names that documents say it bears, or the list of second names
  std::string_view form;  ///< normal form of the name
  std::vector<std::string_view> forms;  ///< all spellings, in normal form; for decisions alone
  std::vector<std::string_view> ids;
  std::vector<std::string> births;  ///< values of what one has once alone
  std::vector<std::uint32_t> documents;
  std::vector<BearerLink> links;
};

/// All bearers; of a link from its object to its subject, the relation has ^ before its name.
struct Bearers {
  std::vector<Bearer> all;
  std::vector<std::string> relations;
  std::vector<std::string_view> documents;  ///< their paths, by number
};

/// Two bearers that were joined, or kept apart although their names are alike.
struct Joined {
  std::uint32_t a = 0, b = 0;
  bool merged = true;
  NameScore score;
};

/// Who is one: for each bearer the number of the first bearer of its thing; and why.
struct Canonical {
  std::vector<std::uint32_t> of;
  std::vector<Joined> pairs;
};

Canonical canonicalise(const Bearers& bearers, const Ontology& ontology, const NameForms& forms,
                       const Decisions& decisions);

}  // namespace factloom
