// SPDX-License-Identifier: Apache-2.0
#include "graph/strands.h"

#include <algorithm>
#include <span>
#include <unordered_map>

namespace factloom {
namespace {

/// The documents of one name, joined where they link it to the same thing.
void split_documents(std::span<const PersonLink> links, Strands& strands) {
  if (links.front().document == links.back().document) return;
  std::unordered_map<std::uint32_t, std::uint32_t> parent;
  std::unordered_map<std::int64_t, std::uint32_t> first;  // thing -> a document that links it
  const auto root = [&](std::uint32_t d) {
    while (parent[d] != d) d = parent[d] = parent[parent[d]];
    return d;
  };
  for (const PersonLink& l : links) {
    parent.try_emplace(l.document, l.document);
    if (l.thing < 0) continue;
    const std::uint32_t a = root(first.try_emplace(l.thing, l.document).first->second),
                        b = root(l.document);
    parent[std::max(a, b)] = std::min(a, b);
  }
  for (const PersonLink& l : links)
    strands.insert_or_assign(strand_key(l.name, l.document), root(l.document));
}

}  // namespace

Strands find_strands(std::vector<PersonLink> links) {
  std::sort(links.begin(), links.end());
  links.erase(std::unique(links.begin(), links.end()), links.end());
  Strands strands;
  for (std::size_t begin = 0, end = 0; begin < links.size(); begin = end) {
    while (end < links.size() && links[end].name == links[begin].name) ++end;
    split_documents(std::span(links).subspan(begin, end - begin), strands);
  }
  return strands;
}

}  // namespace factloom
