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
      hit_at(text_.tokens.size()) {
  // Each is looked up when some others are sought: by then the memory of the table is there.
  struct Pending {
    Gazetteer::Sought sought;
    std::uint32_t limit = 0;
  };
  std::array<Pending, 8> pending;
  std::size_t next = 0;
  const auto settle = [&](const Pending& p) {
    if (p.limit == 0) return;
    hit_at[p.sought.first] = static_cast<std::uint32_t>(hits.size());
    auto& [full, one] = hits.emplace_back();
    full = gazetteer.longest(text, p.sought, p.limit, one);
  };
  for (const auto& sentence : text.sentences) {
    for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      if (!capital(i)) continue;
      Pending& p = pending[next++ % pending.size()];
      settle(p);
      p = {gazetteer.seek(text, i, sentence.tokens.last), sentence.tokens.last};
    }
  }
  for (const Pending& p : pending) settle(p);
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
