// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/chains.h"

#include <string>
#include <utility>

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

std::uint32_t UnnamedChains::open() {
  chains_.emplace_back();
  return static_cast<std::uint32_t>(chains_.size() - 1);
}

void UnnamedChains::add(std::uint32_t chain, TokenRange tokens, std::uint32_t head,
                        MentionKind kind) {
  chains_[chain].push_back(mention_of(tokens, head, kind));
}

std::vector<Mention> UnnamedChains::take(const Text& text, std::vector<Entity>& entities) {
  std::vector<Mention> all;
  for (std::vector<Mention>& chain : chains_) {
    if (chain.size() < 2) continue;
    Entity e;
    e.name = std::string(text.span(chain.front().tokens).of(text.source));
    for (Mention& m : chain) {
      m.entity = static_cast<EntityId>(entities.size());
      all.push_back(m);
    }
    entities.push_back(std::move(e));
  }
  chains_.clear();
  return all;
}

}  // namespace factloom
