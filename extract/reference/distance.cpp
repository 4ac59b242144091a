// SPDX-License-Identifier: Apache-2.0
#include "extract/reference/distance.h"

#include <algorithm>

namespace factloom {
namespace {

/// The index of the sentence that holds a token.
std::size_t sentence_of(std::uint32_t token, const Text& text) {
  const auto after =
      std::upper_bound(text.sentences.begin(), text.sentences.end(), token,
                       [](std::uint32_t t, const Sentence& s) { return t < s.tokens.first; });
  return static_cast<std::size_t>(after - text.sentences.begin());
}

}  // namespace

References::References(const Mentions& mentions, const Text& text)
    : mentions_(mentions), text_(text) {
  for (const Mention& m : mentions.mentions)
    if (m.kind == MentionKind::name && m.entity != EntityId::none)
      named_.emplace_back(m.entity, m.tokens.first);
  std::sort(named_.begin(), named_.end());
}

std::string_view References::of(MentionId mention) const {
  const Mention& m = mentions_.mentions[index(mention)];
  if (m.kind == MentionKind::name) return "name";
  if (m.kind == MentionKind::adjective) return "adjective";
  const bool pronoun = m.kind == MentionKind::pronoun;
  const auto after =
      std::lower_bound(named_.begin(), named_.end(), std::make_pair(m.entity, m.tokens.first));
  if (after == named_.begin() || (after - 1)->first != m.entity)
    return pronoun ? "pronoun-far" : "own";
  const std::size_t distance =
      sentence_of(m.tokens.first, text_) - sentence_of((after - 1)->second, text_);
  if (distance == 0) return pronoun ? "pronoun" : "description";
  if (distance == 1) return pronoun ? "pronoun-1" : "description-1";
  return pronoun ? "pronoun-far" : "description-far";
}

}  // namespace factloom
