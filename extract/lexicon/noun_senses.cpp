// SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/noun_senses.h"

#include <algorithm>
#include <array>

#include "extract/base/table.h"

namespace factloom {

Result<NounSenses> NounSenses::load(const std::string& file, const Lexicon& lexicon) {
  constexpr std::array<std::string_view, 6> places = {"before", "only", "verb", "next", "to", "of"};
  const auto rows = read_table(file, 3, 3);
  if (!rows) return rows.errors();
  NounSenses all;
  Diagnostics errors;
  for (const TableRow& row : *rows) {
    const auto at = std::find(places.begin(), places.end(), row.fields[1]);
    if (at == places.end()) {
      errors.push_back(row.trouble(file, 1, "expected before, only, verb, next, to or of"));
      continue;
    }
    const auto place = static_cast<Place>(at - places.begin());
    const auto known = [&](std::string_view word, std::size_t field) {
      const WordId id = lexicon.find(word);
      if (id == WordId::none)
        errors.push_back(
            row.trouble(file, field, "the lexicon does not know '" + std::string(word) + "'"));
      return id;
    };
    for (const std::string_view text : split(row.fields[0], ',')) {
      const WordId noun = known(text, 0);
      if (place == Place::only) all.rows_.push_back({noun, place, WordId::none});
      for (const std::string_view word : split(row.fields[2], ','))
        all.rows_.push_back({noun, place, known(word, 2)});
    }
  }
  if (!errors.empty()) return errors;
  std::sort(all.rows_.begin(), all.rows_.end());
  for (const Row& row : all.rows_) all.glance_.set(slot(row));
  return all;
}

bool NounSenses::holds(const Row& row) const {
  return std::binary_search(rows_.begin(), rows_.end(), row);
}

}  // namespace factloom
