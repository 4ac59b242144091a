// SPDX-License-Identifier: Apache-2.0
// How a mention refers to its entity, and over what distance: the less is said at the place itself,
// the more may go wrong. What confidence is calibrated by.
#pragma once
#include <string_view>
#include <utility>
#include <vector>

#include "extract/names/mention.h"
#include "extract/text/token.h"

namespace factloom {

/// The places of a document at which its entities are named; mentions and text must outlive it.
class References {
 public:
  References(const Mentions& mentions, const Text& text);

  /// "name", "adjective", "own" (a description of what is named nowhere before); "pronoun" or
  /// "description" when the entity is named earlier in the same sentence, with "-1" behind when the
  /// last such place is in the sentence before, "-far" when it is before that.
  std::string_view of(MentionId mention) const;

 private:
  const Mentions& mentions_;
  const Text& text_;
  std::vector<std::pair<EntityId, std::uint32_t>> named_;  // entity and first token, sorted
};

}  // namespace factloom
