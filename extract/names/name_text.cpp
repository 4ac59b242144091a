// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "extract/names/candidate.h"

namespace factloom {

NameText::NameText(const Text& text_, const Lexicon& lexicon_, const Gazetteer& gazetteer_,
                   const NameRules& rules_)
    : text(text_),
      lexicon(lexicon_),
      gazetteer(gazetteer_),
      rules(rules_),
      words(rules_.find_all(text_)),
      value(text_.tokens.size()),
      hit_at(text_.tokens.size()),
      tokens_(text_.tokens.data()),
      known_(&rules_.word(0)),
      source_(text_.source.data()) {
  hits.reserve(text.tokens.size() / 3 + 2);
  // Many searches go on at once: by the time of each one's next look its memory is there.
  std::array<Gazetteer::Search, 16> searches;
  searches.fill({gazetteer, text});
  std::size_t next = 0;
  const auto settle = [&](const Gazetteer::Search& s) {
    if (!s.begun()) return;
    hit_at[s.first()] = static_cast<std::uint32_t>(hits.size());
    hits.emplace_back(s.longest(), s.one());
  };
  for (const auto& sentence : text.sentences) {
    for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      if (!capital(i)) continue;
      while (searches[next].look()) next = (next + 1) % searches.size();
      settle(searches[next]);
      searches[next].begin(i, sentence.tokens.last);
      next = (next + 1) % searches.size();
    }
  }
  for (bool more = true; more;) {
    more = false;
    for (auto& s : searches) more = s.look() || more;
  }
  for (const auto& s : searches) settle(s);
}

bool NameText::noun_class(std::uint32_t i, ClassId c) const {
  const auto w = token(i).word;
  if (c == ClassId::none || w == WordId::none) return false;
  if (is_noun(token(i).tag)) return token(i).classes.has(c);
  for (const auto& reading : lexicon.readings(w)) {
    if (is_noun(reading.tag) && lexicon.classes(reading).has(c)) return true;
  }
  return false;
}

}  // namespace factloom
