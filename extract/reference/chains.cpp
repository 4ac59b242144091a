// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/chains.h"

#include <algorithm>
#include <string>

namespace factloom {
namespace {

Mention mention_of(TokenRange tokens, std::uint32_t head, MentionKind kind) {
  Mention m;
  m.tokens = tokens;
  m.head = head;
  m.kind = kind;
  return m;
}

}  // namespace

void UnnamedChains::add(std::uint32_t chain, TokenRange tokens, std::uint32_t head,
                        MentionKind kind) {
  members_.push_back({chain, mention_of(tokens, head, kind)});
}

std::vector<Mention> UnnamedChains::take(const Text& text, std::vector<Entity>& entities) {
  std::vector<std::uint32_t> lengths(chains_, 0);
  for (const Member& m : members_) ++lengths[m.chain];
  std::erase_if(members_, [&](const Member& m) { return lengths[m.chain] < 2; });
  std::stable_sort(members_.begin(), members_.end(),
                   [](const Member& a, const Member& b) { return a.chain < b.chain; });
  std::vector<Mention> all;
  for (std::size_t i = 0; i < members_.size(); ++i) {
    Mention& m = members_[i].mention;
    if (i == 0 || members_[i - 1].chain != members_[i].chain) {
      Entity& e = entities.emplace_back();
      e.name = std::string(text.span(m.tokens).of(text.source));
    }
    m.entity = static_cast<EntityId>(entities.size() - 1);
    all.push_back(m);
  }
  members_.clear();
  chains_ = 0;
  return all;
}

}  // namespace factloom
