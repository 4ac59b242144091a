// SPDX-License-Identifier: Apache-2.0
// "BETTER Place filed for bankruptcy": a common word that begins a sentence belongs to the name
// behind it where the text has both inside a sentence as one name.
#include <algorithm>
#include <string_view>

#include "extract/names/candidate.h"

namespace factloom {

void take_first_words(const NameText& names, std::vector<Candidate>& candidates) {
  const Text& text = names.text;
  const auto words = [&](TokenRange range) { return text.span(range).of(text.source); };
  std::vector<std::string_view> full;  // names whose first word is a common one
  for (const Candidate& c : candidates)
    if (c.kind == MentionKind::name && c.tokens.size() > 1 && !c.heading &&
        names.common(c.tokens.first))
      full.push_back(words(c.tokens));
  if (full.empty()) return;
  std::size_t s = 0;
  for (Candidate& c : candidates) {
    while (text.sentences[s].tokens.last <= c.tokens.first) ++s;
    const std::uint32_t first = text.sentences[s].tokens.first;
    if (c.tokens.first != first + 1 || c.kind != MentionKind::name || !names.capital(first) ||
        !names.common(first))
      continue;
    const TokenRange longer{first, c.tokens.last};
    if (std::find(full.begin(), full.end(), words(longer)) == full.end()) continue;
    const Gazetteer::Hit hit = names.longest(first, longer.last);
    c.tokens = longer;
    c.hit = hit.tokens == longer.size() ? hit : Gazetteer::Hit{};
  }
}

}  // namespace factloom
