// SPDX-License-Identifier: Apache-2.0
// What is spoken of without a name, more than once: mentions that the rules do not see, since no
// fact is about them, and that are told with the others at the end.
#pragma once
#include <vector>

#include "extract/names/mention.h"
#include "extract/text/token.h"

namespace factloom {

class UnnamedChains {
 public:
  /// The number of a new chain.
  std::uint32_t open() { return chains_++; }
  /// A description or pronoun that belongs to a chain.
  void add(std::uint32_t chain, TokenRange tokens, std::uint32_t head, MentionKind kind);
  /// The mentions of all chains that have more than one, each chain an entity without a type.
  std::vector<Mention> take(const Text& text, std::vector<Entity>& entities);

 private:
  /// A mention and the number of its chain.
  struct Member {
    std::uint32_t chain;
    Mention mention;
  };
  std::uint32_t chains_ = 0;
  std::vector<Member> members_;  ///< of all chains, in the order of the text
};

}  // namespace factloom
