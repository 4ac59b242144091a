// SPDX-License-Identifier: Apache-2.0
#include "extract/lexicon/state_offices.h"

#include <algorithm>

#include "extract/base/ascii.h"
#include "extract/base/table.h"

namespace factloom {
namespace {

constexpr std::array<std::string_view, 3> kinds = {"head", "deputy", "field"};

bool is_word(std::string_view written, std::string_view lower) {
  return std::equal(written.begin(), written.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return ascii_lower(a) == b; });
}

std::size_t last_letter(std::string_view word) {
  return static_cast<unsigned char>(ascii_lower(word.back()));
}

}  // namespace

bool StateOffice::may_have(std::string_view code) const {
  if (code.empty()) return !only;
  return std::binary_search(states.begin(), states.end(), code) == only;
}

Result<StateOffices> StateOffices::load(const std::string& file) {
  const auto rows = read_table(file, 4, 4);
  if (!rows) return rows.errors();
  StateOffices table;
  Diagnostics mistakes;
  for (const TableRow& row : *rows) {
    const auto kind = std::find(kinds.begin(), kinds.end(), row.fields[0]);
    if (kind == kinds.end())
      mistakes.push_back(row.trouble(file, 0, "a post of a state is a head, a deputy or a field"));
    if (row.fields[2] != "only" && row.fields[2] != "not")
      mistakes.push_back(row.trouble(file, 2, "'only' or 'not' must stand before the states"));
    StateOffice office;
    office.kind = static_cast<StateOffice::Kind>(kind - kinds.begin());
    office.only = row.fields[2] == "only";
    for (const std::string_view code : split(row.fields[3], ',')) office.states.emplace_back(code);
    std::sort(office.states.begin(), office.states.end());
    for (const std::string_view phrase : split(row.fields[1], ',')) {
      Phrase p;
      for (const std::string_view word : split(phrase, ' ')) p.words.emplace_back(word);
      p.office = table.offices_.size();
      const std::string_view last = p.words.back();
      table.last_words_[last_letter(last)] |= std::uint32_t{1} << last.size() % 32;
      table.phrases_.push_back(std::move(p));
    }
    table.offices_.push_back(std::move(office));
  }
  if (!mistakes.empty()) return mistakes;
  return table;
}

const StateOffice* StateOffices::ending_at(const Text& text, std::uint32_t first,
                                           std::uint32_t last, std::uint32_t* size) const {
  const std::string_view word = text.text(last);
  if ((last_words_[last_letter(word)] >> word.size() % 32 & 1u) == 0) return nullptr;
  const Phrase* longest = nullptr;
  for (const Phrase& p : phrases_) {
    const auto words = static_cast<std::uint32_t>(p.words.size());
    if (last + 1 < first + words || (longest != nullptr && longest->words.size() >= words))
      continue;
    bool all = true;
    for (std::uint32_t k = 0; all && k < words; ++k)
      all = is_word(text.text(last - k), p.words[words - 1 - k]);
    if (all) longest = &p;
  }
  if (longest != nullptr && size != nullptr)
    *size = static_cast<std::uint32_t>(longest->words.size());
  return longest == nullptr ? nullptr : &offices_[longest->office];
}

}  // namespace factloom
